"""How somebody fills baskets: what is put in and taken out, and what is left behind."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.core.bounds import counted
from rapport.core.events import CheckoutStarted, Event, OrderPlaced
from rapport.core.person.baskets import pieces
from rapport.core.person.signals.moment import worth
from rapport.core.state import CartHabits, Checkout, ProfileState
from rapport.core.time import Instant


def carts_after(
    state: ProfileState, before: ProfileState, event: Event, carts: CartHabits
) -> CartHabits:
    """What the reducers did to the cart and the checkout, whatever the event was."""
    body = event.body
    after = carts
    if isinstance(body, OrderPlaced):
        after = _bought(state, before, after, claimed=body.claimed)
    elif state.cart_changed_at != before.cart_changed_at or state.cart != before.cart:
        after = _cart_changed(state, before, event.at, after)
    if isinstance(body, CheckoutStarted) and state.checkout is not None:
        after = _checkout_told(state, before, body, after)
    return after


def _bought(
    state: ProfileState, before: ProfileState, carts: CartHabits, *, claimed: bool
) -> CartHabits:
    if before.cart and not state.cart:
        carts = replace(carts, since=0, added=0, removed=0, changes=0)
    if before.checkout is not None and state.checkout is None:
        bought = carts.bought if claimed else counted(carts.bought)
        carts = replace(carts, bought=bought, checkout_changes=0, with_code=False)
    if not state.cart and state.checkout is None and carts.highest:
        carts = replace(carts, highest=0)
    return carts


def _cart_changed(
    state: ProfileState, before: ProfileState, at: Instant, carts: CartHabits
) -> CartHabits:
    was, now = pieces(before.cart), pieces(state.cart)
    added = sum(max(count - was.get(name, 0), 0) for name, count in now.items())
    removed = sum(max(count - now.get(name, 0), 0) for name, count in was.items())
    if not added and not removed:
        return carts  # looked at, or told again
    begins = not was and bool(now)
    if begins and state.checkout is None:
        carts = replace(carts, since=at, added=0, removed=0, changes=0, highest=0)
    elif begins:
        carts = replace(carts, since=at, added=0, removed=0, changes=0)
    return replace(
        carts,
        since=carts.since if now else 0,
        added=counted(carts.added, added),
        removed=counted(carts.removed, removed),
        changes=counted(carts.changes),
        begun=counted(carts.begun, int(begins)),
        highest=max(carts.highest, worth(state.cart)),
    )


def _checkout_told(
    state: ProfileState, before: ProfileState, body: CheckoutStarted, carts: CartHabits
) -> CartHabits:
    now, then = state.checkout, before.checkout
    if now is None or now == then:
        return carts
    same = then is not None and then.token == now.token
    changed = same and then is not None and _differ(then, now)
    fresh = {} if same else {"checkouts": counted(carts.checkouts), "with_code": False}
    known = carts.with_code if same else False
    highest = carts.highest if before.cart or then is not None else 0
    return replace(
        carts,
        **fresh | {
            "checkout_changes": counted(carts.checkout_changes if same else 0, int(changed)),
            "with_code": bool(body.discount_codes) or (known and not changed),
            "highest": max(highest, now.total),
        },
    )  # fmt: skip


def _differ(then: Checkout, now: Checkout) -> bool:
    """A browser and the shop's software put the same basket into other words: no change."""
    return then.proven == now.proven and (then.lines, then.total) != (now.lines, now.total)
