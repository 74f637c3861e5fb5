"""Keeps the counts that signals alone are made of, each event in constant time.

It sees the state before an event and after the reducers, so that what they refused (an order told
again, a cart of yesterday) counts for nothing here either. Counters stop at `MOST_COUNTED`.
"""

from __future__ import annotations

from msgspec.structs import replace

from rapport.core.events import (
    CartChanged,
    CheckoutStarted,
    Event,
    MessageClicked,
    MessageComplained,
    MessageSent,
    OnSite,
    OrderPlaced,
    ParcelChanged,
    ProfileChanged,
    TicketChanged,
)
from rapport.core.person.habits.carts import carts_after
from rapport.core.person.habits.offers import answered, ordered
from rapport.core.person.habits.said import stated, troubled
from rapport.core.person.habits.visits import visited
from rapport.core.state import ProfileState
from rapport.core.work import Work


def notice(work: Work, before: ProfileState, event: Event) -> None:
    """Brings an event into the habits, after the rest of the state; `before` is without it."""
    state, body, habits = work.state, event.body, work.state.habits
    after = habits
    unseen = event.backfill and isinstance(body, CheckoutStarted)  # an imported one is no visit
    if isinstance(body, OnSite | MessageClicked) and not unseen:
        after = replace(after, visits=visited(work, before, event))
    if isinstance(body, CartChanged | CheckoutStarted | OrderPlaced):
        after = replace(after, carts=carts_after(state, before, event, after.carts))
    if isinstance(body, OrderPlaced) and not body.claimed:
        after = ordered(work, before, event, body, after)
    elif isinstance(body, MessageSent | MessageClicked):
        after = replace(after, offers=answered(state, before, body.message, after.offers))
    elif isinstance(body, ProfileChanged) and body.preferences:
        asked_for = work.blueprint.release_at(event.at).brand.preferences
        edition = work.heard_under(event).edition
        said = stated(after.preferences, event, body.preferences, asked_for, edition)
        after = replace(after, preferences=said)
    elif isinstance(body, TicketChanged | ParcelChanged | MessageComplained):
        edition = work.heard_under(event).edition
        after = replace(after, trouble=troubled(state, before, event, after.trouble, edition))
    if after is not habits:
        work.change(habits=after)
