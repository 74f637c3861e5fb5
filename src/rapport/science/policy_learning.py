"""From evidence to a policy of form 4: estimates, how sure they are, what a message costs later.

The chance of an order is regressed on the blocks of `rapport.science.evidence`, shrunk as far as
the data ask for (`rapport.science.shrinkage`), and hedged by a champion without context: both are
averaged by how well each would have foreseen the data.

Three things keep scarce orders from being all there is to learn from. Clicks are many, and what
draws clicks mostly draws orders: how levels and contexts move clicks enters the regression as one
more column, whose coefficient the orders decide on. What everybody used to get is believed to work.
And whether messages change anything at all is a hypothesis of its own (`Policy.doubt`).

Levels of a factor always add up to a message, so only their differences are known well. Before
it is stored, each factor is brought to mean zero, and what all its levels have in common goes to
`send`: errors then tell how sure a *choice* is, not how sure its level is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import exp, expm1, inf, sqrt

import msgspec
import numpy as np
from msgspec import Struct

from rapport.core.odds import Vector
from rapport.core.policy import ALONE_FROM, FEATURES, Policy, alone_for_centred
from rapport.core.time import Instant
from rapport.science.evidence import Array, Evidence, block, narrowed, used_width
from rapport.science.shrinkage import Fit, Groups, Prior, Sums, averaged, fit

DECIMALS = 9
"""Coefficients are rounded, so that a stored snapshot is the same on every machine."""

FORM = ALONE_FROM
"""Of the policies made here."""

PRESSURE = FEATURES.index("pressure")

FEWEST_CLICKS = 20.0
"""Fewer clicks than this say nothing about orders."""


class LearningSettings(Struct, frozen=True):
    """What is believed before any data. Gains and spreads are shares of the order rate."""

    order_rate: float = 0.05
    """Chance of an order without a message."""
    rate_weight: float = 200.0
    """How many decisions the belief about the order rate is worth."""
    send_gain: float = 0.4
    """What a message adds to it. Hopeful, so that sending is tried."""
    usual: tuple[str, ...] = ()
    """Levels, as `factor:level`, of the message that everybody used to get."""
    usual_gain: float = 0.2
    """What each of them is believed to add: people chose it for a reason, until data say otherwise.
    So a new policy begins near what the brand did before, and tries the rest from there."""
    base_spread: float = 1.0
    base_context_spread: float = 0.5
    send_spread: float = 0.5
    send_context_spread: float = 0.25
    level_spread: float = 0.25
    """How far one level differs from another for everybody, mostly: by a quarter of what is ordered
    anyway. A wider belief takes the luck of the first dozens of people for the truth."""
    level_context_spread: float = 0.25
    spread_weight: float = 20.0
    """How many coefficients the belief about a spread is worth."""
    context_weight: float = 5.0
    """Likewise where a context bends what a level adds: most contexts bend nothing."""
    people_differ: float = 0.1
    """How likely it is that people differ in what they like to hear; see `_without_context`."""
    doubt: float = 0.01
    """How likely it is that messages change nothing."""
    working_spread: float = 0.5
    """How far messages and levels depart if they change anything, for weighing that alone: bolder
    than what is believed of each, since a claim so modest that it fits everything can't be lost."""
    unsubscribe_rate: float = 0.002
    unsubscribe_weight: float = 1_000.0
    """How many messages the belief about unsubscribes is worth."""
    typical_margin: float = 2_000.0
    """Margin at stake before any was seen, minor units."""
    boldness: float = 0.5
    """See `Policy.boldness`."""
    closed_offers: tuple[str, ...] = ()


STANDARD = LearningSettings()


def snapshot(
    evidence: Evidence, number: int, since: Instant, settings: LearningSettings = STANDARD
) -> Policy:
    """The policy that `evidence` supports, to hold from `since` on."""
    # Features of which nothing was ever known would only slow the learning of spreads down.
    width = used_width(evidence)
    evidence = narrowed(evidence, width)
    rate = order_rate(evidence, settings)
    learnt = orders_explained(evidence, rate, settings)
    centred = _centring(evidence.levels, width)
    mean = centred @ learnt.mean
    covariance = centred @ learnt.covariance @ centred.T
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
        unknown=_believed(rate, settings, width),
        unsubscribe=_unsubscribing(evidence, settings),
        wear=round(_wear(evidence, mean, covariance, settings), DECIMALS),
        doubt=round(_doubt(evidence, rate, settings), DECIMALS),
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


def orders_explained(evidence: Evidence, rate: float, settings: LearningSettings = STANDARD) -> Fit:
    """The posterior of all coefficients of the order model, shapes (d,) and (d, d)."""
    clicks = _click_effects(evidence, settings)
    widened = np.column_stack([np.eye(len(clicks)), clicks])
    sums = Sums(
        widened.T @ evidence.gram @ widened,
        widened.T @ evidence.moments,
        rate * (1.0 - rate),
    )
    prior = _prior(evidence.levels, rate, settings, _width(evidence))
    # A click more is believed to mean up to as many orders more as there are orders to a click.
    per_click = evidence.orders / max(evidence.clicked, 1.0)
    with_clicks = Prior(
        np.append(prior.centre, 0.0),
        np.append(prior.group, len(prior.spreads)),
        np.append(prior.spreads, max(per_click, 1e-6)),
        np.append(prior.weight, inf),
    )
    differ = settings.people_differ
    found = averaged(
        [fit(sums, with_clicks), fit(sums, _without_context(with_clicks))], [differ, 1.0 - differ]
    )
    return Fit(
        widened @ found.mean,
        widened @ found.covariance @ widened.T,
        found.spreads,
        found.log_evidence,
    )


def _without_context(prior: Prior) -> Prior:
    """The champion: everybody likes the same, however they differ in ordering by themselves."""
    spreads, weight = prior.spreads.copy(), prior.weight.copy()
    for group in (_SEND_CONTEXT, _LEVEL_CONTEXT):
        spreads[group] *= 1e-3
        weight[group] = inf
    return Prior(prior.centre, prior.group, spreads, weight)


def _click_effects(evidence: Evidence, settings: LearningSettings) -> Array:
    """How levels and contexts move clicks, shape (d,); zero for the baseline and for sending.

    Only who got a message can click, so this says nothing about messages against none.
    """
    effects = np.zeros(len(evidence.clicks))
    if evidence.clicked < FEWEST_CLICKS:
        return effects
    width = _width(evidence)
    rate = min(max(evidence.clicked / evidence.messages, 1e-4), 0.5)
    # The sums of those who got a message are the ones of the blocks from `send` on.
    sums = Sums(evidence.gram[width:, width:], evidence.clicks[width:], rate * (1.0 - rate))
    prior = _prior(evidence.levels, rate, settings, width)
    centre = np.zeros(len(effects) - width)
    centre[0] = rate
    found = fit(sums, Prior(centre, prior.group[width:], prior.spreads, prior.weight))
    effects[width:] = found.mean
    effects = _centring(evidence.levels, width) @ effects
    effects[block(1, width)] = 0.0
    return effects


_BASE, _BASE_CONTEXT, _SEND, _SEND_CONTEXT, _LEVEL, _LEVEL_CONTEXT = range(6)


def _width(evidence: Evidence) -> int:
    """How many features its sums are about."""
    return len(evidence.moments) // (2 + len(evidence.levels))


def _prior(levels: Sequence[str], rate: float, settings: LearningSettings, width: int) -> Prior:
    size = width * (2 + len(levels))
    group: Groups = np.full(size, _LEVEL_CONTEXT, dtype=np.int64)
    group[::width] = _LEVEL
    group[block(0, width)], group[block(1, width)] = _BASE_CONTEXT, _SEND_CONTEXT
    group[0], group[width] = _BASE, _SEND
    centre = np.zeros(size)
    centre[0], centre[width] = rate, settings.send_gain * rate
    for i, name in enumerate(levels):
        centre[(2 + i) * width] = settings.usual_gain * rate if name in settings.usual else 0.0
    spreads = rate * np.array(
        [
            settings.base_spread,
            settings.base_context_spread,
            settings.send_spread,
            settings.send_context_spread,
            settings.level_spread,
            settings.level_context_spread,
        ]
    )
    weight = np.full(6, settings.spread_weight)
    weight[_LEVEL_CONTEXT] = settings.context_weight
    weight[_BASE] = inf
    return Prior(centre, group, spreads, weight)


def _centring(levels: Sequence[str], width: int) -> Array:
    """The linear map, shape (d, d), that takes each factor's mean from its levels to `send`."""
    size = 2 + len(levels)
    move = np.eye(size)
    factors = [name.partition(":")[0] for name in levels]
    for factor in dict.fromkeys(factors):
        places = [2 + i for i, name in enumerate(factors) if name == factor]
        move[np.ix_(places, places)] -= 1.0 / len(places)
        move[1, places] += 1.0 / len(places)
    whole: Array = np.kron(move, np.eye(width)).astype(np.float64)
    return whole


def _doubt(evidence: Evidence, rate: float, settings: LearningSettings) -> float:
    """How likely it is that messages change nothing: Bayes' rule over the two regressions."""
    if not evidence.decisions:
        return settings.doubt
    spread = settings.working_spread
    bold = msgspec.structs.replace(settings, send_spread=spread, level_spread=spread)
    working = orders_explained(evidence, rate, bold)
    width = _width(evidence)
    prior = _prior((), rate, settings, width)
    own = block(0, width)
    alone = fit(
        Sums(evidence.gram[own, own], evidence.moments[own], rate * (1.0 - rate)),
        Prior(prior.centre[own], prior.group[own], prior.spreads, prior.weight),
    )
    ahead = working.log_evidence - alone.log_evidence
    odds = (1.0 - settings.doubt) / settings.doubt * exp(min(max(ahead, -50.0), 50.0))
    return 1.0 / (1.0 + odds)


def _unsubscribing(evidence: Evidence, settings: LearningSettings) -> Vector:
    """The chance of an unsubscribe after a message, linear in the context."""
    seen = evidence.messages + settings.unsubscribe_weight
    left = evidence.unsubscribed + settings.unsubscribe_weight * settings.unsubscribe_rate
    rate = min(max(left / seen, 1e-5), 0.5)
    noise = rate * (1.0 - rate)
    width = _width(evidence)
    sent = block(1, width)
    centre = np.array([settings.unsubscribe_rate, *(0.0,) * (width - 1)])
    group = np.array([0] + [1] * (width - 1), dtype=np.int64)
    spreads = np.array([sqrt(noise / settings.unsubscribe_weight), rate])
    weight = np.array([inf, settings.spread_weight])
    sums = Sums(evidence.gram[sent, sent], evidence.leaves[sent], noise)
    return _vector(fit(sums, Prior(centre, group, spreads, weight)).mean, 0, width)


def _wear(evidence: Evidence, mean: Array, covariance: Array, settings: LearningSettings) -> float:
    """What one message takes from those that follow it, minor units.

    Pressure is counted in messages of the last days, so each decision that sees a message is one
    that the message weighs on: the sum of pressure over decisions counts all such pairs. A message
    takes `slope` off the gain of each message that sees it, so, with the margin at stake,

        wear = -slope x margin x mean pressure at decisions

    The slope counts as far as it is sure: its estimate plus one standard deviation.
    """
    if evidence.weight <= 0.0:
        return 0.0
    place = _width(evidence) + PRESSURE
    slope = float(mean[place]) + sqrt(max(float(covariance[place, place]), 0.0))
    mean_pressure = float(evidence.gram[0, PRESSURE]) / evidence.weight
    return max(-slope, 0.0) * typical_margin(evidence, settings) * mean_pressure


def typical_margin(evidence: Evidence, settings: LearningSettings = STANDARD) -> float:
    """The margin at stake in most decisions (its geometric mean), minor units."""
    if evidence.weight <= 0.0:
        return settings.typical_margin
    return max(expm1(evidence.log_margins / evidence.weight), 1.0)


def _believed(rate: float, settings: LearningSettings, width: int) -> Vector:
    """The packed covariance of a level that was not tried yet."""
    variances = np.full(width, (settings.level_context_spread * rate) ** 2)
    variances[0] = (settings.level_spread * rate) ** 2
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


def _packed(covariance: Array, place: int, width: int, times: float = 1.0) -> Vector:
    """A block of the covariance, `times` as large, as `Policy.errors` holds it."""
    own = times * covariance[block(place, width), block(place, width)]
    doubled = 2.0 * own - np.diag(np.diag(own))
    return tuple(float(f"{value:.6g}") + 0.0 for value in doubled[np.tril_indices(width)])


def _vector(beta: Array, place: int, width: int) -> Vector:
    return tuple(round(float(value), DECIMALS) + 0.0 for value in beta[block(place, width)])
