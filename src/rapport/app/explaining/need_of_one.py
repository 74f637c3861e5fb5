"""Did this person need an offer? In words, from the record of one decision and its policy."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt

from msgspec import Struct

from rapport.app.evidence.recorded import value_at_stake
from rapport.core.blueprint import Release
from rapport.core.creative.framework import NO_OFFER
from rapport.core.decision import Decision
from rapport.core.person.signals import context_for
from rapport.core.policy.drawing import WORDING, Drawn
from rapport.core.policy.policy import Policy, clip_probability, score


def offer_draw(decision: Decision) -> Drawn | None:
    """The draw of the offer, where there was one."""
    return next((drawn for drawn in decision.draws if drawn.factor == "offer"), None)


MOST_ORDER = 0.5
"""From this chance on somebody 'would probably buy anyway'."""


class OfferForOne(Struct, frozen=True):
    """What an offer would do for people like this one: orders of 100 and money, minor units.

    `error` is one standard deviation of `added`; `gain` is what the offer brings a message after
    its cost, beside none.
    """

    offer: str
    without: float
    with_it: float
    added: float
    error: float
    cost: float
    gain: float


def offers_for_one(decision: Decision, policy: Policy, release: Release) -> list[OfferForOne]:
    """Each offer that could be drawn, against none; nothing where none or no offer was possible, or
    the policy does not know how sure it is."""
    drawn, policy = offer_draw(decision), policy.on(decision.about)
    total = value_at_stake(decision)
    if drawn is None or NO_OFFER not in drawn.levels or total is None:
        return []
    if not policy.errors or not policy.decisions:
        return []
    action = decision.action
    levels = {"offer": drawn.levels, **{f: (action.level(f),) for f in ("time", *WORDING)}}
    scores = score(policy, context_for(decision, policy.form), levels)
    message = scores.hold + scores.send
    message += sum(scores.effect(factor, action.level(factor)) for factor in ("time", *WORDING))
    none = scores.effect("offer", NO_OFFER)
    without = clip_probability(message + none)
    found = []
    for key in drawn.levels:
        offer = release.offer(key)
        if key == NO_OFFER or offer is None:
            continue
        with_it = clip_probability(message + scores.effect("offer", key))
        cost = float(offer.cost_on(total))
        error = sqrt(scores.variance("offer", key) + scores.variance("offer", NO_OFFER))
        found.append(
            OfferForOne(
                key,
                100.0 * without,
                100.0 * with_it,
                100.0 * (scores.effect("offer", key) - none),
                100.0 * error,
                cost,
                (decision.margin - cost) * with_it - decision.margin * without,
            )
        )
    return sorted(found, key=lambda one: -one.gain)


NOT_LEARNT = "What an offer adds is not learnt yet: it is being tried."

Say = Callable[[float], str]


def need_of_one(decision: Decision, policy: Policy | None, release: Release, say: Say) -> str:
    """A sentence or two on the decision's page; empty where there is nothing to say.

    `say` turns minor units into money.
    """
    if policy is None or decision.reason or not decision.context:
        return ""
    drawn = offer_draw(decision)
    if drawn is None:
        return ""
    names = {offer.key: offer.label or offer.key for offer in release.offers}
    offers = offers_for_one(decision, policy, release)
    if not offers:
        return "" if policy.decisions else NOT_LEARNT
    if drawn.chosen == NO_OFFER:
        return _none_given(offers[0], names, say)
    given = next((one for one in offers if one.offer == drawn.chosen), None)
    return _given(given, drawn, names, say) if given else ""


def _adds(one: OfferForOne, name: str, say: Say, verb: str) -> str:
    amount = f"{abs(one.added):.1f} ± {one.error:.1f} orders in 100"
    change = f"add {amount}" if one.added >= 0.0 else f"take {amount} away"
    return f"‘{name}’ {verb} {change} and cost {say(one.cost)} on each order that uses it"


def _none_given(best: OfferForOne, names: dict[str, str], say: Say) -> str:
    name = names.get(best.offer, best.offer)
    if best.without >= 100.0 * MOST_ORDER:
        why = f"this person would probably buy anyway ({best.without:.0f} in 100 such people do)"
    else:
        why = f"about {best.without:.1f} in 100 people like this one order without one"
    said = f"No discount: {why}; {_adds(best, name, say, 'would')}. "
    if best.gain < 0.0:
        return f"{said}That brings {say(-best.gain)} less a message than none."
    return f"{said}It might bring {say(best.gain)} more a message; to leave it out was being tried."


def _given(one: OfferForOne, drawn: Drawn, names: dict[str, str], say: Say) -> str:
    name = names.get(one.offer, one.offer)
    start = (
        f"About {one.without:.1f} in 100 people like this one order without an offer; "
        f"{_adds(one, name, say, 'should')}. "
    )
    best = drawn.levels[drawn.values.index(max(drawn.values))]
    if one.gain >= 0.0:
        better = "" if best == one.offer else f" (‘{names.get(best, best)}’ looks better still)"
        return f"{start}That brings {say(one.gain)} more a message than none{better}."
    return (
        f"{start}That brings {say(-one.gain)} less a message than none: it was being tried, to "
        "learn."
    )
