"""What somebody gave back or called off: no message shows it to them again.

Read from the log when a message is written, since only the log has an order's lines. A product that
was ordered again since is no longer one that was given back.
"""

from __future__ import annotations

from collections.abc import Iterable

from rapport.app.messages.matter import Matter, told_of
from rapport.core.bounds import ID_CHARS
from rapport.core.creative.framework import CART
from rapport.core.deciding.subject import OPEN_CART
from rapport.core.events import Event, Line, OrderCancelled, OrderPlaced, OrderRefunded
from rapport.core.person.orders import REF_CHARS, refs_of
from rapport.core.state import ProfileState
from rapport.core.time import DAY, Instant, Millis
from rapport.ports.history import Told

REMEMBERED: Millis = 180 * DAY
"""What went back longer ago is forgotten."""

GIVEN_BACK = "what it is about was given back or called off"
"""Why a message is refused of which nothing would be left."""


def spared(
    log: Told, brand: str, state: ProfileState, matter: Matter, subject: str, now: Instant
) -> Matter | None:
    """The matter without what this person gave back; None where nothing is left of it.

    What was put into a basket after it was given back is wanted again, and stays.
    """
    if not matter.lines or not state.orders.last_refund_at:
        return matter
    told = told_of(log, brand, state.profile, (OrderPlaced, OrderRefunded, OrderCancelled))
    back = given_back(told)
    since = _wanted_since(state, subject) if matter.about == CART else 0
    gone = {product for product, at in back.items() if at > max(since, now - REMEMBERED)}
    kept = tuple([line for line in matter.lines if _name(line) not in gone])
    if len(kept) == len(matter.lines):
        return matter
    return matter.of_part(kept) if kept else None


def given_back(told: Iterable[Event]) -> dict[str, Instant]:
    """Products that were given back or called off and not ordered since, and when."""
    events = sorted(told, key=lambda event: event.at)
    orders = [(event, event.body) for event in events if isinstance(event.body, OrderPlaced)]
    found: dict[str, Instant] = {}
    for event in events:
        body = event.body
        if isinstance(body, OrderPlaced):
            for line in body.lines:
                found.pop(_name(line), None)
        elif isinstance(body, OrderCancelled | OrderRefunded):
            for line in _lines(body, [order for _, order in orders]):
                found[_name(line)] = event.at
    return found


def _lines(body: OrderCancelled | OrderRefunded, orders: list[OrderPlaced]) -> tuple[Line, ...]:
    """What went back: as it was told, or all of the order where all of it did. Of a part of the
    money nobody can tell which products it was for."""
    if isinstance(body, OrderRefunded) and (body.lines or not body.whole):
        return body.lines
    mine = [
        order for order in orders if body.order_id[:REF_CHARS] in refs_of(order) and order.lines
    ]
    return mine[-1].lines if mine else ()


def _wanted_since(state: ProfileState, subject: str) -> Instant:
    """When the basket that it is about was last changed by the person."""
    if subject == OPEN_CART:
        return state.cart_changed_at
    return state.checkout.changed_at if state.checkout is not None else 0


def _name(line: Line) -> str:
    return line.product_id[:ID_CHARS]
