"""What a message would be about, as the state has it now: ids and money, never words.

Offers are counted on it, its stock is asked for, and its margin is what is at stake in a decision.
The words of it are fetched from the log when the message is written
(`rapport.app.messages.matter`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.bounds import ID_CHARS
from rapport.core.catalogue import Product
from rapport.core.creative.framework import CART, NOTHING, ORDER, VIEWED
from rapport.core.deciding.reasons import (
    BASKET_GONE,
    NO_ORDER,
    NO_PROFILING,
    NOTHING_LOOKED_AT,
    ORDER_TAKEN_BACK,
    OUT_OF_STOCK,
)
from rapport.core.last import remembers_last
from rapport.core.person.rhythm import expected_spend
from rapport.core.person.signals import Moment, margin_of
from rapport.core.person.signals.valued import Valued, of_cart, of_checkout
from rapport.core.person.trail import name_of
from rapport.core.state import Basket, OrderNote
from rapport.core.time import DAY, Millis

OPEN_CART = "@cart"
"""Stands as a run's subject for the cart before a checkout; a checkout has its token there."""

REMEMBERED: Millis = 30 * DAY
"""What was looked at longer ago is not written about."""


class Subject(Struct, frozen=True, gc=False):
    """What it is about. Money in minor units of `currency`, the brand's where that is empty.

    `total` is what an order would come to, as far as can be told, 0 where it cannot; `margin` is
    that of it. `gone` says why there is nothing to write about; empty where there is.
    """

    about: str
    lines: tuple[Basket, ...] = ()
    total: int = 0
    margin: float = 0.0
    currency: str = ""
    event_id: str = ""
    """The event that holds its words, where the state knows it."""
    proven: bool = False
    gone: str = ""
    unknown: bool = False
    """Whether nobody knows what the basket comes to. Then `margin` is that of a usual order."""


def subject_of(moment: Moment, about: str, name: str) -> Subject:
    """What a message `about` would be about for a run with the subject `name`."""
    return _KINDS.get(about, _basket)(moment, name)


def _basket(moment: Moment, name: str) -> Subject:
    if name == OPEN_CART:
        return _open_cart(moment)
    checkout = moment.state.checkout
    if checkout is None or checkout.token != name:
        return Subject(CART, gone=BASKET_GONE)
    return replace(
        _in_basket(moment, of_checkout(moment, checkout)),
        currency=checkout.currency,
        event_id=checkout.event_id,
        proven=checkout.proven,
        gone="" if buyable(moment, checkout.lines) else OUT_OF_STOCK,
    )


def _in_basket(moment: Moment, found: Valued) -> Subject:
    """Where nobody knows what it comes to, what is at stake is an order as they usually are, and no
    offer can be counted on it."""
    if found.total is None or found.margin is None:
        return Subject(CART, found.lines, margin=_next_order(moment, CART).margin, unknown=True)
    return Subject(CART, found.lines, found.total, found.margin)


def _open_cart(moment: Moment) -> Subject:
    lines = moment.state.cart
    if not lines:
        return Subject(CART, gone=BASKET_GONE)
    found = of_lines(moment, CART, lines)
    return found if buyable(moment, lines) else replace(found, gone=OUT_OF_STOCK)


def _viewed(moment: Moment, _name: str) -> Subject:
    """Products looked at since the last order, the last one first; what is sold out is left out.

    What is at stake is the first of them alone, or a usual order where its price is not known.
    """
    if moment.state.consent.no_profiling:
        return Subject(VIEWED, gone=NO_PROFILING)
    looked_at = tuple(_line(product, moment) for product in _lately(moment))
    lines = tuple([line for line in looked_at if buyable(moment, (line,))])
    if not lines:
        gone = OUT_OF_STOCK if looked_at else NOTHING_LOOKED_AT
        return Subject(VIEWED, gone=gone)
    return of_lines(moment, VIEWED, lines)


def of_lines(
    moment: Moment, about: str, lines: tuple[Basket, ...], told: int | None = None
) -> Subject:
    """What is at stake in a message about these lines, whatever the state has of them; `told` is
    what a basket was said to come to."""
    if about == CART:
        return _in_basket(moment, of_cart(moment, lines, told))
    if about != VIEWED or not lines or not lines[0].unit_price:
        return replace(_next_order(moment, about), lines=lines)
    total = lines[0].unit_price
    rate = moment.release.brand.margin_rate
    return Subject(VIEWED, lines, total, margin_of(lines[:1], moment.products, rate))


def _lately(moment: Moment) -> Iterable[str]:
    """Ids of the products looked at since the last order and not too long ago."""
    state = moment.state
    since = max(state.orders.last_at, moment.at - REMEMBERED)
    seen = {one.product: one.at for one in state.trail.products}
    for product in state.browsing.viewed:
        # The id of a very long name is cut here and whole there: then the visit's time must do.
        known = state.browsing.last_at if len(product) >= ID_CHARS else 0
        if seen.get(name_of(product), known) > since:
            yield product


def _line(product: str, moment: Moment) -> Basket:
    found: Product | None = moment.products.get(product)
    if found is None:
        return Basket(product, 1, 0)
    return Basket(product, 1, max(found.price, 0), found.category)


def _order(moment: Moment, name: str) -> Subject:
    """The order called `name`, or the last one. One that is not among those remembered is not known
    to have been taken back: many came since, or its money was counted for a browser without a name.
    """
    recent = moment.state.orders.recent
    mine = [note for note in recent if name in note.refs] if name else list(recent[-1:])
    if mine and taken_back(mine[-1]):
        return Subject(ORDER, gone=ORDER_TAKEN_BACK)
    if not mine and not name:
        return Subject(ORDER, gone=NO_ORDER)
    return _next_order(moment, ORDER)


def taken_back(note: OrderNote) -> bool:
    """Whether all the money of an order went back."""
    return 0 < note.revenue <= note.went_back


def _nothing(moment: Moment, _name: str) -> Subject:
    return _next_order(moment, NOTHING)


def _next_order(moment: Moment, about: str) -> Subject:
    """What is at stake is an order of which nothing is known yet: one as they usually are."""
    total = usual_order(moment)
    return Subject(about, total=total, margin=total * moment.release.brand.margin_rate)


def usual_order(moment: Moment) -> int:
    """What this person's next order should come to, minor units: the mean of theirs; or else what a
    customer of this brand spends, as the rhythm has it; or else what a product costs on average; 0
    where none of it is known."""
    orders = moment.state.orders
    counted = orders.count - orders.other_currency
    if counted > 0 and orders.value > 0 and not moment.state.consent.no_profiling:
        return orders.value // counted
    rhythm = moment.predictions.rhythm if moment.predictions else None
    if rhythm is not None and rhythm.spending is not None:
        spend = expected_spend(rhythm.spending, 0, 0.0)
        if spend is not None:
            return round(spend)
    return _mean_price(moment.products)


@remembers_last
def _mean_price(products: Mapping[str, Product]) -> int:
    """The mean price of a catalogue's products, minor units; 0 where there is none. The same one is
    asked about by thousands of decisions."""
    prices = [product.price for product in products.values() if product.price > 0]
    return sum(prices) // len(prices) if prices else 0


def buyable(moment: Moment, lines: tuple[Basket, ...]) -> bool:
    """Whether at least one of the products can be bought now, as far as is known."""
    if not lines:
        return True
    products = moment.products
    return any(
        (product := products.get(line.product_id)) is None or product.stock != 0 for line in lines
    )


_KINDS: dict[str, Callable[[Moment, str], Subject]] = {
    CART: _basket,
    VIEWED: _viewed,
    ORDER: _order,
    NOTHING: _nothing,
}
