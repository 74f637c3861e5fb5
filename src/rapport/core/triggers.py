"""What an event means for flows: the names by which it starts and ends them, and which flow goes
before which."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from rapport.core.blueprint import Blueprint
from rapport.core.bounds import ID_CHARS
from rapport.core.catalogue import Product
from rapport.core.events import (
    AnyBody,
    CartChanged,
    CheckoutStarted,
    ConsentChanged,
    Custom,
    Event,
    Line,
    OrderPlaced,
    ProductViewed,
    TicketChanged,
)
from rapport.core.flow import Flow
from rapport.core.person.baskets import pieces
from rapport.core.person.orders import SAME_ORDER_WITHIN, refs_of
from rapport.core.state import ProfileState, Run
from rapport.core.time import Instant

ORDER_PLACED = str(OrderPlaced.__struct_config__.tag)
PRODUCT_VIEWED = str(ProductViewed.__struct_config__.tag)
CHECKOUT_STARTED = str(CheckoutStarted.__struct_config__.tag)

CART_UPDATED, SUBSCRIBED, TICKET_OPENED = "cart_updated", "subscribed", "ticket_opened"
MEANINGS = (CART_UPDATED, SUBSCRIBED, TICKET_OPENED)
"""What an event may mean, where its type alone does not say it: something was put into the cart;
the person asked for e-mail for the first time; a question to support is open."""

YIELDS = "yields to "

RANKS = {CHECKOUT_STARTED: 3, CART_UPDATED: 2, PRODUCT_VIEWED: 1}
"""Of flows on the way to one order, by trigger: the one with the lower rank yields. Others neither
yield nor make anyone yield."""

IMPORTED = ("import", "sync")
"""Ways of telling of a consent that was given some time ago."""


def type_of(body: AnyBody) -> str:
    """The stored type of an event's body."""
    return str(body.__struct_config__.tag)


def trigger_name(event: Event) -> str:
    """The type of the event, or `custom:<name>`."""
    if isinstance(event.body, Custom):
        return f"custom:{event.body.event}"
    return type_of(event.body)


def type_behind(trigger: str) -> str:
    """The type of the events among which those are that start a flow with this trigger."""
    return _TYPES_BEHIND.get(trigger) or trigger.partition(":")[0]


_TYPES_BEHIND = {
    CART_UPDATED: str(CartChanged.__struct_config__.tag),
    SUBSCRIBED: str(ConsentChanged.__struct_config__.tag),
    TICKET_OPENED: str(TicketChanged.__struct_config__.tag),
}


def meanings(before: ProfileState, after: ProfileState, event: Event) -> tuple[str, ...]:
    """What the event means besides its type; `before` and `after` are without and with it."""
    body = event.body
    if isinstance(body, CartChanged) and _put_in(before, after, event):
        return (CART_UPDATED,)
    if isinstance(body, ConsentChanged) and _first_opt_in(before, after, body):
        return (SUBSCRIBED,)
    if isinstance(body, TicketChanged) and body.open:
        # Told late: it may have been closed since.
        still_open = body.ticket_id[:ID_CHARS] in after.open_tickets
        return (TICKET_OPENED,) if still_open else ()
    return ()


def _put_in(before: ProfileState, after: ProfileState, event: Event) -> bool:
    """Whether the cart holds something now that it did not before, or more of it."""
    if after.cart_changed_at != event.at:
        return False  # told late: the cart has changed since
    had = pieces(before.cart)
    return any(count > had.get(product, 0) for product, count in pieces(after.cart).items())


def _first_opt_in(before: ProfileState, after: ProfileState, body: ConsentChanged) -> bool:
    was = before.consent.email not in ("subscribed", "unsubscribed")
    now = after.consent.email == "subscribed" and body.channel == "email"
    return was and now and body.method not in IMPORTED


def has_product_of(
    categories: Collection[str], body: AnyBody, products: Mapping[str, Product]
) -> bool:
    """Whether what happened has a product of one of the categories."""
    return any(category_of(line, products) in categories for line in lines_of(body))


def category_of(line: Line, products: Mapping[str, Product]) -> str:
    """A product's category, in the catalogue's words where it knows the product."""
    known = product_of(line, products)
    return (known.category if known else "") or line.category


def product_of(line: Line, products: Mapping[str, Product]) -> Product | None:
    """The catalogue's product of a line, under either of the names that sources call it by."""
    return products.get(line.product_id) or products.get(line.sku)


def lines_of(body: AnyBody) -> tuple[Line, ...]:
    """The products that an event names: those of an order or checkout, the one that was looked at,
    those put into a cart."""
    if isinstance(body, OrderPlaced | CheckoutStarted):
        return body.lines
    if isinstance(body, ProductViewed):
        return (body.line,)
    if isinstance(body, CartChanged):
        return tuple(line for line in (body.added, *(body.lines or ())) if line is not None)
    return ()


def is_new_order(before: ProfileState, after: ProfileState, event: Event) -> bool:
    """Whether the event is an order that this profile had not heard of, and not another source's
    word of a known one. Its money may be counted already, for a browser that had no name."""
    body = event.body
    if not isinstance(body, OrderPlaced) or body.claimed:
        return False
    if after.orders.count > before.orders.count:
        return True
    names = refs_of(body)
    return body.repeated and not any(
        name in note.refs for note in after.orders.recent for name in names
    )


def is_unanswered(state: ProfileState, event: Event, entered_at: Instant) -> bool:
    """Whether a known order has begun no run yet of a flow that was last entered at `entered_at`:
    it was told of a browser without a name, which turned out to be this person."""
    body = event.body
    if not isinstance(body, OrderPlaced) or body.claimed:
        return False
    names = refs_of(body)
    known = [n for n in state.orders.recent if any(name in n.refs for name in names)]
    return bool(known) and all(entered_at < n.at - SAME_ORDER_WITHIN for n in known)


def ahead_of(blueprint: Blueprint, state: ProfileState, flow: Flow) -> Run | None:
    """A run of a flow that `flow` yields to, if there is one."""
    rank = RANKS.get(flow.trigger, 0)
    if not rank:
        return None
    for run in state.runs:
        other = blueprint.release_number(run.release).flow(run.flow)
        if other is not None and RANKS.get(other.trigger, 0) > rank:
            return run
    return None


def yields_to(run: Run) -> str:
    """The reason for saying nothing while `run` is under way."""
    return f"{YIELDS}{run.flow}"
