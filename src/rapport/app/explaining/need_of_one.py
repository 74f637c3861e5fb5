"""Did this person need an offer? In words, from the record of one decision and its policy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import sqrt

from msgspec import Struct

from rapport.app.evidence.recorded import value_at_stake
from rapport.app.wording.amounts import is_sum
from rapport.core.blueprint import Release
from rapport.core.creative.framework import NO_OFFER
from rapport.core.decision import Decision
from rapport.core.person.signals import context_for
from rapport.core.policy.drawing import Drawn
from rapport.core.policy.policy import Policy, score


def offer_draw(decision: Decision) -> Drawn | None:
    """The draw of the offer, where there was one."""
    return next((drawn for drawn in decision.draws if drawn.factor == "offer"), None)


MOST_ORDER = 0.5
"""From this chance on somebody 'would probably buy anyway'."""


class OfferForOne(Struct, frozen=True):
    """What an offer would do for people like this one: orders of 100 and money, minor units.

    The wording is supposed to be at its best, as where the offers were weighed. `error` is one
    standard deviation of `added`; `cost` is that of an order which uses it, and `counted` what the
    choice counted for it, which is more where a budget runs out ahead of time. `gain` is what it
    brings a message beside none: the difference of their worths on record, as they are shown.
    """

    offer: str
    without: float
    added: float
    error: float
    cost: float
    counted: float
    gain: float


def offers_for_one(
    decision: Decision, policy: Policy, release: Release, orders: Mapping[str, float]
) -> list[OfferForOne]:
    """Each offer that could be drawn, against none, by what it brings; nothing where none or no
    offer was possible, or the policy does not know how sure it is.

    `orders` is the chance of an order with each of them, the wording at its best; empty where that
    cannot be worked out again.
    """
    drawn, policy = offer_draw(decision), policy.on(decision.about)
    total = value_at_stake(decision)
    if drawn is None or NO_OFFER not in drawn.levels or total is None:
        return []
    if not policy.errors or not policy.decisions or NO_OFFER not in orders:
        return []
    scores = score(policy, context_for(decision, policy.form), {"offer": drawn.levels})
    worth = dict(zip(drawn.levels, drawn.values, strict=True))
    if not all(is_sum(value) for value in worth.values()):
        return []
    found = []
    for key in drawn.levels:
        offer = release.offer(key)
        if key == NO_OFFER or offer is None:
            continue
        added = scores.effect("offer", key) - scores.effect("offer", NO_OFFER)
        error = sqrt(scores.variance("offer", key) + scores.variance("offer", NO_OFFER))
        found.append(
            OfferForOne(
                key,
                100.0 * orders[NO_OFFER],
                100.0 * added,
                100.0 * error,
                float(offer.cost_on(total)),
                offer.burden(total, policy.offer_prices.get(key, 0.0)),
                float(round(worth[key]) - round(worth[NO_OFFER])),
            )
        )
    return sorted(found, key=lambda one: -one.gain)


NOT_LEARNT = "What an offer adds is not learnt yet: it is being tried."

Say = Callable[[float], str]


def need_of_one(
    decision: Decision,
    policy: Policy | None,
    release: Release,
    say: Say,
    orders: Mapping[str, float],
) -> str:
    """A sentence or two on the decision's page; empty where there is nothing to say.

    `say` turns minor units into money; `orders` is as for `offers_for_one`.
    """
    if policy is None or decision.reason or not decision.context:
        return ""
    drawn = offer_draw(decision)
    if drawn is None:
        return ""
    names = {offer.key: offer.label or offer.key for offer in release.offers}
    offers = offers_for_one(decision, policy, release, orders)
    if not offers:
        return "" if policy.decisions else NOT_LEARNT
    if drawn.chosen == NO_OFFER:
        return _none_given(offers[0], names, say)
    given = next((one for one in offers if one.offer == drawn.chosen), None)
    return _given(given, drawn, names, say) if given else ""


def _adds(one: OfferForOne, name: str, say: Say, verb: str) -> str:
    amount = f"{abs(one.added):.1f} ± {one.error:.1f} orders in 100"
    change = f"add {amount}" if one.added >= 0.0 else f"take {amount} away"
    said = f"‘{name}’ {verb} {change} and cost {say(one.cost)} on each order that uses it"
    if say(one.counted) == say(one.cost):
        return said
    return f"{said} (counted as {say(one.counted)}, since its budget runs out ahead of time)"


def _brings(gain: float, say: Say) -> str:
    """Such as '£0.61 more a message than none'."""
    if say(gain) == say(0.0):
        return "as much as a message without an offer"
    return f"{say(abs(gain))} {'more' if gain > 0.0 else 'less'} a message than none"


_BEST = "with the wording that looks best"


def _none_given(best: OfferForOne, names: dict[str, str], say: Say) -> str:
    name = names.get(best.offer, best.offer)
    if best.without >= 100.0 * MOST_ORDER:
        why = f"this person would probably buy anyway ({best.without:.0f} in 100 such people do)"
    else:
        why = f"{_BEST} about {best.without:.1f} in 100 people like this one order without one"
    said = f"No discount: {why}; {_adds(best, name, say, 'would')}. "
    if best.gain <= 0.0:
        return f"{said}That brings {_brings(best.gain, say)}."
    return f"{said}It might bring {_brings(best.gain, say)}; to leave it out was being tried."


def _given(one: OfferForOne, drawn: Drawn, names: dict[str, str], say: Say) -> str:
    name = names.get(one.offer, one.offer)
    start = (
        f"{_BEST[0].upper()}{_BEST[1:]} about {one.without:.1f} in 100 people like this one order "
        f"without an offer; {_adds(one, name, say, 'should')}. That brings "
        f"{_brings(one.gain, say)}"
    )
    if one.gain >= 0.0:
        return f"{start}{_better(one, drawn, names)}."
    return f"{start}: it was being tried, to learn."


def _better(one: OfferForOne, drawn: Drawn, names: dict[str, str]) -> str:
    """Which other offer looks better, by worths as they are shown: what differs by less than the
    smallest coin is the same to whoever reads it, and none was just told of."""
    worth = dict(zip(drawn.levels, map(round, drawn.values), strict=True))
    best = max(worth, key=lambda key: (worth[key], key == one.offer))
    if best == NO_OFFER or worth[best] <= worth[one.offer]:
        return ""
    name = names.get(best, best)
    return f" (‘{name}’ looks better{' still' if one.gain > 0.0 else ''})"
