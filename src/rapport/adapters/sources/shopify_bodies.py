"""Shopify's resources: carts, checkouts, orders and refunds become bodies."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.adapters.sources.circumstances import came_by, channel_of, device_of
from rapport.adapters.sources.fields import Fields
from rapport.adapters.sources.lines import LineNames, left_out, missed, read_line
from rapport.adapters.sources.money import currency_code, exponent_of
from rapport.adapters.sources.orders import (
    Worth,
    checkout_ref,
    distinct,
    goods_told,
    is_unknown,
    note_unknown,
    order_ref,
    revenue_of,
    sum_of,
    sums_of,
    total_paid,
)
from rapport.adapters.sources.payload import UnusableError
from rapport.adapters.sources.text import anonymous_words, as_text
from rapport.core.events import (
    MAX_LINES,
    CartChanged,
    CheckoutStarted,
    Line,
    OrderCancelled,
    OrderPlaced,
    OrderRefunded,
    ParcelChanged,
)

LINE = LineNames(
    product_id=("product_id", "variant_id", "id"),
    title=("title", "presentment_title", "name"),
    quantity=("quantity",),
    unit_price=("price",),
    variant_id=("variant_id",),
    variant=("variant_title", "presentment_variant_title"),
    sku=("sku",),
    category=("product_type",),
    url=("url",),
    image_url=("image_url", "image"),
    full_price=("compare_at_price", "original_price"),
)

_MAX_PARTS = 250
"""Transactions, discounts and taxes of one resource that are looked at."""


def cart_changed(cart: Fields) -> CartChanged:
    """The whole cart."""
    token = cart.text("token", "id")
    if not token:
        raise UnusableError("token", "nothing", "the cart's token")
    return CartChanged(token, lines=_lines(cart))


def checkout_started(checkout: Fields, event_id: str) -> CheckoutStarted:
    """A checkout as it stands. Without a token of its own, the id is its name."""
    lines, discount = _lines(checkout), _discount(checkout)
    goods = _goods(checkout, _worth(checkout, lines), discount)
    started = CheckoutStarted(
        checkout_token=order_ref(checkout.first("token", "id")) or event_id,
        lines=lines,
        total=goods or 0,
        currency=currency_code(checkout.first("currency")),
        cart_token=checkout.text("cart_token"),
        url=checkout.web("abandoned_checkout_url"),
        discount_codes=_codes(checkout),
        discount=discount,
        free=goods == 0,
        left_out=left_out(checkout, _ITEMS, LINE, lines),
    )
    client = checkout.child("client_details")
    return came_by(started, device_of(client.text("user_agent", limit=500)), _channel(checkout))


def _channel(checkout: Fields) -> str:
    """How the visit began. `landing_site` is a path of the shop's own."""
    landing, referring = (as_text(checkout.values.get(n)) for n in _CAME_BY)
    if not landing and not referring:
        return ""
    if landing.startswith("/"):
        landing = f"https://shop.invalid{landing}"
    told = referring if isinstance(checkout.values.get("referring_site"), str) else None
    return channel_of(landing, told)


_CAME_BY = ("landing_site", "referring_site")


def order_placed(order: Fields) -> OrderPlaced:
    """An order as it was placed."""
    order_id = order_ref(order.first("id"))
    if not order_id:
        raise UnusableError("id", "nothing", "the order's id")
    lines = _lines(order)
    worth, discount = _worth(order, lines), _discount(order)
    goods = _goods(order, worth, discount)
    if is_unknown(worth):
        worth = worth._replace(subtotal=goods)
    note_unknown(order, worth)
    if worth.subtotal is not None and order.flag("taxes_included"):
        worth = worth._replace(subtotal=worth.subtotal - _tax_on_goods(order))
    checkout = order_ref(order.first("checkout_token"))
    return OrderPlaced(
        order_id=order_id,
        refs=distinct(
            (
                order_id,
                order_ref(order.first("name")),
                order_ref(order.first("order_number")),
                checkout_ref(checkout),
                checkout_ref(order.first("checkout_id")),
            )
        ),
        lines=lines,
        revenue=revenue_of(worth),
        total=total_paid(worth),
        currency=currency_code(order.first("currency")),
        discount=discount,
        discount_codes=_codes(order),
        checkout_token=checkout,
        left_out=left_out(order, _ITEMS, LINE, lines),
        goods=goods,
    )


def order_cancelled(order: Fields) -> OrderCancelled:
    """An order that was called off."""
    order_id = order_ref(order.first("id"))
    if not order_id:
        raise UnusableError("id", "nothing", "the order's id")
    return OrderCancelled(order_id, anonymous_words(order.first("cancel_reason"), 200))


def order_refunded(refund: Fields) -> OrderRefunded:
    """Money that went back: the refund's transactions that succeeded, at most the goods' worth.

    Shipping and tax that went back were never counted as revenue. Without a transaction nothing was
    paid back (a line was only put back on the shelf): the amount is 0.
    """
    order_id = order_ref(refund.first("order_id"))
    if not order_id:
        raise UnusableError("order_id", "nothing", "the order's id")
    (paid, currency), goods = _paid_back(refund), _sum(refund, "refund_line_items", "subtotal")
    # Goods are told in the shop's currency; what was paid back may be in the customer's.
    of_goods = _currency_of_goods(refund) or currency
    if goods > 0:
        paid = min(paid, goods) if currency in ("", of_goods) else goods
        currency = of_goods
    return OrderRefunded(
        order_id=order_id,
        refund_id=order_ref(refund.first("id")),
        amount=paid,
        lines=_refunded_lines(refund),
        currency=currency,
    )


_LATE, _THERE = ("delayed",), ("delivered", "picked_up", "ready_for_pickup")


def parcel_changed(told: Fields) -> ParcelChanged | None:
    """Whether a fulfilment event tells that a parcel is late, or that it is there; None for the
    other steps of its way."""
    status = told.text("status").lower()
    if status not in (*_LATE, *_THERE):
        return None
    order_id = order_ref(told.first("order_id"))
    if not order_id:
        raise UnusableError("order_id", "nothing", "the order's id")
    parcel = order_ref(told.first("fulfillment_id")) or order_id
    return ParcelChanged(parcel, delayed=status in _LATE)


def _currency_of_goods(refund: Fields) -> str:
    for part in refund.children("refund_line_items", limit=MAX_LINES) or ():
        told = part.child("subtotal_set").child("shop_money").first("currency_code")
        if currency := currency_code(told):
            return currency
    return ""


def _paid_back(refund: Fields) -> tuple[int, str]:
    """How much, and in which currency; empty where that is not told."""
    amount, of = 0, ""
    for transaction in refund.children("transactions", limit=_MAX_PARTS) or ():
        currency = currency_code(transaction.first("currency"))
        if currency:
            transaction.exponent = exponent_of(currency)
        done = transaction.text("status") in ("success", "")
        if done and transaction.text("kind") in ("refund", ""):
            amount += abs(transaction.amount("amount") or 0)
            of = of or currency
    return amount, of


def _refunded_lines(refund: Fields) -> tuple[Line, ...]:
    found = []
    for part in refund.children("refund_line_items", limit=MAX_LINES) or ():
        item = part.child("line_item")
        quantity = part.first("quantity")
        if item.values and quantity is not None:
            item = Fields(
                {**item.values, "quantity": quantity}, item.where, item.notes, part.exponent
            )
        line = _line(item) if item.values else None
        if line is not None and line.quantity > 0:
            found.append(line)
    return tuple(found)


_ITEMS = ("line_items",)


def _goods(resource: Fields, worth: Worth, discount: int) -> int | None:
    """What the goods come to, None where nobody knows. A subtotal is just that: after every
    discount, without delivery, with the tax that is within the prices and no other."""
    if worth.subtotal is not None:
        return worth.subtotal
    listed = resource.not_negative("total_line_items_price")  # before every discount
    return goods_told(worth) if listed is None else max(listed - discount, 0)


def _worth(resource: Fields, lines: tuple[Line, ...]) -> Worth:
    """What was told of a checkout or an order."""
    unknown = missed(resource, _ITEMS, LINE, lines)
    return Worth(
        total=resource.not_negative("total_price", "current_total_price"),
        subtotal=resource.not_negative("subtotal_price", "current_subtotal_price"),
        revenue=None,
        shipping=_delivery(resource),
        tax=resource.not_negative("total_tax") or 0,
        lines=sum_of(lines, unknown),
        sums=sums_of(lines, unknown),
    )


def _discount(resource: Fields) -> int:
    return resource.not_negative("total_discounts") or 0


def _delivery(resource: Fields) -> int:
    parts = resource.children("shipping_lines", limit=_MAX_PARTS) or ()
    return sum(part.amount("discounted_price", "price") or 0 for part in parts)


def _lines(resource: Fields) -> tuple[Line, ...]:
    items = resource.children(*_ITEMS, limit=MAX_LINES) or ()
    found = (_line(item) for item in items)
    return tuple(line for line in found if line is not None and line.quantity > 0)


def _line(item: Fields) -> Line | None:
    """A line at its price after discounts. `price` is that of one piece before them."""
    line = read_line(item, LINE)
    if line is None or line.quantity <= 0:
        return line
    off = _sum(item, "discount_allocations", "amount")
    if not off:
        off = _sum(item, "applied_discounts", "amount") or item.amount("total_discount") or 0
    if off <= 0:
        return line
    each = (2 * off + line.quantity) // (2 * line.quantity)  # rounded to the nearest unit
    full_price = max(line.full_price, line.unit_price)
    price = max(line.unit_price - each, 0)
    free = line.free or 0 < line.unit_price * line.quantity <= off
    return replace(line, unit_price=price, full_price=full_price, free=free)


def _tax_on_goods(order: Fields) -> int:
    """The tax within the lines' prices; the order's whole tax where lines do not tell theirs."""
    items = order.children("line_items", limit=MAX_LINES) or ()
    by_line = sum(_sum(item, "tax_lines", "price") for item in items)
    return by_line or order.amount("total_tax") or 0


def _sum(parent: Fields, name: str, amount: str) -> int:
    parts = parent.children(name, limit=_MAX_PARTS) or ()
    return sum(part.amount(amount) or 0 for part in parts)


def _codes(resource: Fields) -> tuple[str, ...]:
    parts = resource.children("discount_codes", limit=20) or ()
    return distinct(part.text("code", limit=100) for part in parts)
