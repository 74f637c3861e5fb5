"""Offers' budgets: closes what is used up, and prices what runs out ahead of time.

Each change is a policy snapshot of its own with the content that holds: so a decision names what it
was made under, and replays. It does not ask who publishes what is learnt: a budget is a limit.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.app.in_charge.audit_log import note
from rapport.core.blueprint import Blueprint
from rapport.core.brand import Brand
from rapport.core.creative.framework import NO_OFFER
from rapport.core.deciding.budget import (
    PRICES,
    Budget,
    OfferSpan,
    OfferStanding,
    is_closed,
    period,
    shadow_price,
    share_used,
)
from rapport.core.offer import Offer
from rapport.core.oversight.audit import BY_ITSELF, Deed
from rapport.core.person.offer_use import UNENDING
from rapport.core.policy.policy import Policy
from rapport.core.policy.snapshots import BUDGET, Origin
from rapport.core.time import DAY, Instant, Millis
from rapport.ports import Oversight, Transaction

LEARNT: Millis = 60 * DAY
"""How many promises are taken up is learnt from this long."""


class BudgetState(Struct, frozen=True):
    """One offer's budget now: `used` and `expected` are shares of it, the latter with what open
    promises should still lead to, and `elapsed` is the share of its period."""

    offer: str
    budget: Budget
    ends: Instant
    standing: OfferStanding
    used: float
    expected: float
    elapsed: float
    price: float
    closed: bool


def budget_states(oversight: Oversight, blueprint: Blueprint, now: Instant) -> list[BudgetState]:
    """How each budget of the brand's offers stands."""
    release = blueprint.releases[-1]
    closed_now = _current(blueprint, now).closed_offers
    found = []
    for offer in release.offers:
        if offer.budget is not None and offer.key != NO_OFFER:
            closed = offer.key in closed_now
            found.append(_state(oversight, release.brand, offer, now, was_closed=closed))
    return found


def _state(
    oversight: Oversight, brand: Brand, offer: Offer, now: Instant, *, was_closed: bool
) -> BudgetState:
    budget = offer.budget or Budget()
    begins, ends = period(budget.per, now, brand.zone)
    span = OfferSpan(begins, now - (offer.lasts or UNENDING), now - LEARNT)
    standing = oversight.offer_standing(brand.key, offer.key, span)
    used = share_used(budget, standing.uses, standing.cost)
    expected = share_used(budget, standing.expected_uses, standing.expected_cost)
    elapsed = (now - begins) / (ends - begins)
    return BudgetState(
        offer=offer.key,
        budget=budget,
        ends=ends,
        standing=standing,
        used=used,
        expected=expected,
        elapsed=elapsed,
        price=shadow_price(expected, elapsed),
        closed=is_closed(used, expected, was_closed=was_closed),
    )


def settle_budgets(transaction: Transaction, blueprint: Blueprint, now: Instant) -> Policy | None:
    """Publishes what the budgets ask for, to hold from the next moment on; None where nothing
    changed. `now` is the time of day: nothing was decided after it."""
    if not blueprint.policies:  # nothing to close an offer in yet
        return None
    states = budget_states(transaction, blueprint, now)
    current = _current(blueprint, now)
    # What a budget closed has a price, so it is known from what was closed for another reason.
    closed = [key for key in current.closed_offers if key not in current.offer_prices]
    closed += [state.offer for state in states if state.closed]
    prices = {
        state.offer: PRICES[-1] if state.closed else state.price
        for state in states
        if state.closed or state.price > 0.0
    }
    if set(closed) == set(current.closed_offers) and prices == current.offer_prices:
        return None
    brand = blueprint.brand
    policy = replace(
        current,
        number=transaction.next_policy_number(brand),
        since=now + 1,
        closed_offers=tuple(dict.fromkeys(closed)),
        offer_prices=prices,
    )
    origin = transaction.origins(brand)[current.number].number
    transaction.publish_policy(brand, policy, Origin(BUDGET, origin))
    _enter(transaction, blueprint, states, policy, set(current.closed_offers))
    return policy


def used_up(transaction: Transaction, blueprint: Blueprint, offer: str, now: Instant) -> bool:
    """Whether an offer's budget is used up at this very commit: it may not even be handed over.

    What is merely promised away is not: the promises that used it up must go out.
    """
    found = blueprint.releases[-1].offer(offer)
    if found is None or found.budget is None or offer == NO_OFFER:
        return False
    brand = blueprint.releases[-1].brand
    return _state(transaction, brand, found, now, was_closed=False).used >= 1.0


def _current(blueprint: Blueprint, now: Instant) -> Policy:
    """What decides from the next moment on."""
    return blueprint.policy_at(now + 1)


def _enter(
    transaction: Transaction,
    blueprint: Blueprint,
    states: Sequence[BudgetState],
    policy: Policy,
    before: Collection[str],
) -> None:
    """Enters into the audit log what was closed or opened again; `before` was closed so far."""
    for state in states:
        if state.closed == (state.offer in before):
            continue
        saw = {
            "used": f"{state.standing.uses} uses, {state.standing.cost} minor units",
            "promised": f"{state.standing.promised} messages whose offer still holds",
            "budget": in_words(state.budget),
        }
        why = f"its budget is used up: {state.used:.0%}, {state.expected:.0%} with what is promised"
        if not state.closed:
            why = f"there is budget again: {state.used:.0%} is used"
        did = "stopped" if state.closed else "resumed"
        deed = Deed(BY_ITSELF, did, f"offer {state.offer}", why, saw)
        note(transaction, blueprint.brand, policy.since, deed)


def in_words(budget: Budget) -> str:
    """Such as `200 uses a week`."""
    what = f"{budget.amount} minor units" if budget.amount else f"{budget.uses} uses"
    return f"{what} a {budget.per}"
