"""From evidence to a policy: estimates, how sure they are, what a message costs later.

The chance of an order is regressed on the blocks of `rapport.science.evidence`, shrunk as far as
the data ask for (`rapport.science.shrinkage`), and hedged by a champion without context and one to
whom levels hardly matter: all are averaged by how well each would have foreseen the data.

Three things keep scarce orders from being all there is to learn from. Clicks are many and known
early, and what draws clicks mostly draws orders (`rapport.science.clicks`). What everybody used to
get is believed to work. And whether messages change anything at all is a hypothesis of its own
(`Policy.doubt`).

Levels of a factor always add up to a message, so only their differences are known well. Before
it is stored, each factor is brought to mean zero, and what all its levels have in common goes to
`send`: errors then tell how sure a *choice* is, not how sure its level is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import exp, expm1, inf, log, sqrt

import msgspec
import numpy as np

from rapport.core.policy.odds import Vector
from rapport.core.policy.policy import PHONE_FROM, PRESSURE, Policy, alone_for_centred
from rapport.core.time import Instant
from rapport.science.arrays import Floats, block
from rapport.science.beliefs import (
    BASE_CONTEXT,
    CLICKS,
    LEVEL,
    LEVEL_CONTEXT,
    SEND_CONTEXT,
    STANDARD,
    LearningSettings,
    centring,
    prior,
    width_of,
)
from rapport.science.clicks import Clicks, clicks_explained
from rapport.science.evidence import Evidence, laid_out, narrowed, nothing, used_width
from rapport.science.shrinkage import Fit, Prior, Sums, averaged, fit
from rapport.science.waiting import chosen, moments_of_all, told_apart

DECIMALS = 9
"""Coefficients are rounded, so that a stored snapshot is the same on every machine."""

FORM = PHONE_FROM
"""Of the policies made here."""

FEWEST_TO_POOL = 3
"""Differences between levels. Drawing estimates towards one another pays from three of them on
(Stein 1956); of one alone, what the others are like says nothing."""


def snapshot(
    evidence: Evidence,
    number: int,
    since: Instant,
    settings: LearningSettings = STANDARD,
    looked: Evidence | None = None,
) -> Policy:
    """The policy that `evidence` supports, to hold from `since` on.

    `looked` is the same evidence together with that of `rapport.science.evidence.look`: messages
    whose window is still open. Clicks are learnt from it, and all else from `evidence`. It counts
    once `closed_before_looks` decisions closed.
    """
    if looked is None or evidence.decisions < settings.closed_before_looks:
        looked = evidence
    # Features of which nothing was ever known would only slow the learning of spreads down.
    width = used_width(looked)
    evidence = narrowed(laid_out(evidence, looked.levels), width)
    rate = order_rate(evidence, settings)
    clicks = clicks_explained(narrowed(looked, width), rate, settings)
    told = _told_apart(evidence)
    learnt = orders_explained(told, clicks, rate, settings)
    centred = centring(evidence.levels, width, moments_of_all=moments_of_all(evidence.waits))
    mean, covariance = _with_moments(
        evidence, learnt, centred @ learnt.mean, centred @ learnt.covariance @ centred.T, settings
    )
    places = {"send": 1, **{name: 2 + i for i, name in enumerate(evidence.levels)}}
    apart = _apart(evidence.levels)
    nothing_more = (0.0,) * (width - 1)
    unseen = [name for name in settings.usual if name not in places]
    return Policy(
        number=number,
        since=since,
        baseline=_vector(mean, 0, width),
        send=_vector(mean, 1, width),
        effects={
            # What is believed of the usual levels holds even where none of them was tried yet.
            **dict.fromkeys(unseen, (round(settings.usual_gain * rate, DECIMALS), *nothing_more)),
            **{
                name: _vector(mean, place, width)
                for name, place in places.items()
                if name != "send"
            },
        },
        errors={
            name: _packed(covariance, place, width, apart[name]) for name, place in places.items()
        },
        unknown=_believed(evidence.levels, rate, settings, width),
        unsubscribe=_unsubscribing(evidence, settings),
        wear=round(_wear(evidence, mean, covariance, settings), DECIMALS),
        doubt=round(_doubt(told, clicks, rate, settings), DECIMALS),
        boldness=settings.boldness,
        closed_offers=settings.closed_offers,
        decisions=evidence.decisions,
        form=FORM,
        note=f"learnt from {evidence.decisions:,} closed decisions"
        if evidence.decisions
        else "starting point: nothing learnt yet",
    )


def order_rate(evidence: Evidence, settings: LearningSettings = STANDARD) -> float:
    """The share of decisions that an order followed, drawn towards the belief; 0.0001 to 0.5."""
    orders = evidence.orders + settings.order_rate * settings.rate_weight
    return min(max(orders / (evidence.weight + settings.rate_weight), 1e-4), 0.5)


def orders_explained(
    evidence: Evidence, clicks: Clicks, rate: float, settings: LearningSettings = STANDARD
) -> Fit:
    """The posterior of all coefficients of the order model, shapes (d,) and (d, d)."""
    widened = np.column_stack([np.eye(len(clicks.effects)), clicks.effects])
    sums = Sums(
        widened.T @ evidence.gram @ widened,
        widened.T @ evidence.moments,
        rate * (1.0 - rate),
    )
    known = moments_of_all(evidence.waits)
    believed = prior(evidence.levels, rate, settings, width_of(evidence), moments_of_all=known)
    spreads = believed.spreads.copy()
    spreads[CLICKS] = max(clicks.orders, 1e-6)
    with_clicks = Prior(
        np.append(believed.centre, settings.clicks_tell * clicks.orders),
        np.append(believed.group, CLICKS),
        spreads,
        believed.weight,
    )
    found = averaged(*_ways(sums, with_clicks, settings, _alike(evidence.levels, settings)))
    # What clicks say is an estimate, too: its errors come in as far as it is believed.
    believed_of_clicks = float(found.mean[-1] ** 2 + found.covariance[-1, -1])
    return Fit(
        widened @ found.mean,
        widened @ found.covariance @ widened.T + believed_of_clicks * clicks.errors,
        found.spreads,
        found.log_evidence,
    )


def _told_apart(evidence: Evidence) -> Evidence:
    """With the moments of those who got no message, so far as they are known."""
    gram, orders = told_apart(evidence.waits, evidence.levels, evidence.gram, evidence.moments)
    return msgspec.structs.replace(evidence, gram=gram, moments=orders)


def _with_moments(
    evidence: Evidence, learnt: Fit, mean: Floats, covariance: Floats, settings: LearningSettings
) -> tuple[Floats, Floats]:
    """`mean`, shape (d,), and `covariance`, shape (d, d), with what choosing each moment leads to
    in the place of what those had in common who were still there when it came; as they are where
    everybody was."""
    if not any(one.left.any() for one in evidence.waits.values()):
        return mean, covariance
    width, rate = width_of(evidence), order_rate(evidence, settings)
    moments, (gram, orders) = chosen(evidence.waits, evidence.levels, learnt.mean)
    none = np.zeros(len(gram))
    alone = msgspec.structs.replace(
        nothing(moments), gram=gram, moments=orders, clicks=none, leaves=none
    )
    found = orders_explained(alone, Clicks(none, np.zeros_like(gram), 0.0), rate, settings)
    centred = centring(moments, width)
    of_them, sure = centred @ found.mean, centred @ found.covariance @ centred.T
    mean, covariance = mean.copy(), covariance.copy()
    for place, name in enumerate(moments):
        own, here = (block(2 + at, width) for at in (evidence.levels.index(name), place))
        mean[own], covariance[own, own] = of_them[here], sure[here, here]
    return mean, covariance


def _alike(levels: Sequence[str], settings: LearningSettings) -> float:
    """How likely it is before any data that levels hardly differ; 0 where too few can be compared
    for the others to tell anything of one."""
    factors = {name.partition(":")[0] for name in levels}
    enough = len(levels) - len(factors) >= FEWEST_TO_POOL
    return settings.levels_alike if enough else 0.0


def _ways(
    sums: Sums, believed: Prior, settings: LearningSettings, levels_alike: float
) -> tuple[list[Fit], list[float]]:
    """A fit under each hypothesis, and how likely each is before any data: do people differ in what
    they like, and does it matter much which levels a message has?"""
    people, levels = settings.people_differ, 1.0 - levels_alike
    alike = _levels_alike(believed, settings.alike_spread)
    ways = [
        (people * levels, believed),
        ((1.0 - people) * levels, _without_context(believed)),
        (people * (1.0 - levels), alike),
        ((1.0 - people) * (1.0 - levels), _without_context(alike)),
    ]
    possible = [(likely, way) for likely, way in ways if likely]
    return [fit(sums, way) for _, way in possible], [likely for likely, _ in possible]


def _levels_alike(believed: Prior, share: float) -> Prior:
    """Levels differ by this share of what is believed elsewhere, and for everybody alike; how much
    people are moved by any message at all may still differ."""
    spreads, weight = believed.spreads.copy(), believed.weight.copy()
    spreads[LEVEL] *= share
    spreads[LEVEL_CONTEXT:] = 0.0
    weight[LEVEL:] = inf
    return Prior(believed.centre, believed.group, spreads, weight)


def _without_context(believed: Prior) -> Prior:
    """The champion: everybody likes the same, however they differ in ordering by themselves."""
    spreads, weight = believed.spreads.copy(), believed.weight.copy()
    for groups in (slice(SEND_CONTEXT, SEND_CONTEXT + 1), slice(LEVEL_CONTEXT, None)):
        spreads[groups] = 0.0
        weight[groups] = inf
    return Prior(believed.centre, believed.group, spreads, weight)


def _doubt(
    evidence: Evidence,
    clicks: Clicks,
    rate: float,
    settings: LearningSettings,
) -> float:
    """How likely it is that messages change nothing: Bayes' rule over the two regressions.

    It is told from what messages change for everybody. Orders seldom rise with people's traits in
    straight lines and one by one. A policy sends each level to those whom it seems to suit, so what
    a level adds for some people fits the bends of the line, and all the better with their clicks,
    which are many: it would foretell orders where no message changes one.
    """
    if not evidence.decisions:
        return settings.doubt
    width = width_of(evidence)
    working = _working(evidence, _for_everybody(clicks, width), rate, settings)
    known = moments_of_all(evidence.waits)
    believed = prior(evidence.levels, rate, settings, width, moments_of_all=known)
    own = np.flatnonzero(believed.group <= BASE_CONTEXT)
    alone = fit(
        Sums(evidence.gram[np.ix_(own, own)], evidence.moments[own], rate * (1.0 - rate)),
        Prior(believed.centre[own], believed.group[own], believed.spreads, believed.weight),
    )
    ahead = working - alone.log_evidence
    odds = (1.0 - settings.doubt) / settings.doubt * exp(min(max(ahead, -50.0), 50.0))
    return 1.0 / (1.0 + odds)


def _working(evidence: Evidence, clicks: Clicks, rate: float, settings: LearningSettings) -> float:
    """The log evidence that messages change something: much or little, for everybody alike."""
    spreads, found = settings.working_spreads, []
    for spread in spreads:
        share = spread / max(spreads)
        claim = msgspec.structs.replace(
            settings, send_spread=spread, level_spread=spread, people_differ=0.0, levels_alike=0.0,
            send_gain=share * settings.send_gain, usual_gain=share * settings.usual_gain,
        )  # fmt: skip
        found.append(orders_explained(evidence, clicks, rate, claim).log_evidence)
    return float(np.logaddexp.reduce(found)) - log(len(found))


def _for_everybody(clicks: Clicks, width: int) -> Clicks:
    """What clicks say of levels, and not of whom a level suits."""
    effects = np.zeros_like(clicks.effects)
    effects[::width] = clicks.effects[::width]
    return Clicks(effects, np.zeros_like(clicks.errors), clicks.orders)


def _unsubscribing(evidence: Evidence, settings: LearningSettings) -> Vector:
    """The chance of an unsubscribe after a message, linear in the context."""
    seen = evidence.messages + settings.unsubscribe_weight
    left = evidence.unsubscribed + settings.unsubscribe_weight * settings.unsubscribe_rate
    rate = min(max(left / seen, 1e-5), 0.5)
    noise = rate * (1.0 - rate)
    width = width_of(evidence)
    sent = block(1, width)
    centre = np.array([settings.unsubscribe_rate, *(0.0,) * (width - 1)])
    group = np.array([0] + [1] * (width - 1), dtype=np.int64)
    spreads = np.array([sqrt(noise / settings.unsubscribe_weight), rate])
    weight = np.array([inf, settings.spread_weight])
    sums = Sums(evidence.gram[sent, sent], evidence.leaves[sent], noise)
    return _vector(fit(sums, Prior(centre, group, spreads, weight)).mean, 0, width)


def _wear(
    evidence: Evidence, mean: Floats, covariance: Floats, settings: LearningSettings
) -> float:
    """What one message takes from those that follow it, minor units.

    Pressure is counted in messages of the last days, so each decision that sees a message is one
    that the message weighs on: the sum of pressure over decisions counts all such pairs. A message
    takes `slope` off the gain of each message that sees it, so, with the margin at stake,

        wear = -slope x margin x mean pressure at decisions

    The slope counts as far as it is sure: its estimate plus one standard deviation.
    """
    if evidence.weight <= 0.0:
        return 0.0
    place = width_of(evidence) + PRESSURE
    slope = float(mean[place]) + sqrt(max(float(covariance[place, place]), 0.0))
    mean_pressure = float(evidence.gram[0, PRESSURE]) / evidence.weight
    return max(-slope, 0.0) * typical_margin(evidence, settings) * mean_pressure


def typical_margin(evidence: Evidence, settings: LearningSettings = STANDARD) -> float:
    """The margin at stake in most decisions (its geometric mean), minor units."""
    if evidence.weight <= 0.0:
        return settings.typical_margin
    return max(expm1(evidence.log_margins / evidence.weight), 1.0)


def _believed(levels: Sequence[str], rate: float, settings: LearningSettings, width: int) -> Vector:
    """The packed covariance of a level that was not tried yet."""
    alike = _alike(levels, settings)
    variances = np.full(width, (1.0 - alike) * (settings.level_context_spread * rate) ** 2)
    variances[0] = (1.0 - alike + alike * settings.alike_spread**2) * (
        settings.level_spread * rate
    ) ** 2
    return _packed(np.diag(variances), 0, width)


def _apart(levels: Sequence[str]) -> dict[str, float]:
    """By how much the variance of each level, and of `send`, is multiplied before it is stored.

    Centred levels pull at one another: with K of them each varies by (1 - 1/K) of what it would
    alone, and where one is too high the others are too low. A draw takes levels as independent. So
    that the error of their difference comes out right, it needs what each would vary by alone.
    """
    counts = Counter(name.partition(":")[0] for name in levels)
    return {
        "send": 1.0,
        **{name: alone_for_centred(counts[name.partition(":")[0]]) for name in levels},
    }


def _packed(covariance: Floats, place: int, width: int, times: float = 1.0) -> Vector:
    """A block of the covariance, `times` as large, as `Policy.errors` holds it."""
    own = times * covariance[block(place, width), block(place, width)]
    doubled = 2.0 * own - np.diag(np.diag(own))
    return tuple(float(f"{value:.6g}") + 0.0 for value in doubled[np.tril_indices(width)])


def _vector(beta: Floats, place: int, width: int) -> Vector:
    return tuple(round(float(value), DECIMALS) + 0.0 for value in beta[block(place, width)])
