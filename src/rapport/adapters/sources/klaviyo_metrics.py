"""Klaviyo's metrics: from their names and properties to bodies.

The names and shapes are those that Klaviyo's own integrations write. A metric with another name
becomes `Custom`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from rapport.adapters.sources.fields import Fields
from rapport.adapters.sources.lines import (
    LineNames,
    left_out,
    missed,
    read_lines,
    read_product,
    total_of,
)
from rapport.adapters.sources.orders import (
    Worth,
    checkout_ref,
    discount_of,
    distinct,
    goods_of,
    goods_told,
    is_whole,
    note_unknown,
    order_ref,
    revenue_of,
    sum_of,
    sums_of,
    total_paid,
)
from rapport.adapters.sources.payload import UnusableError
from rapport.adapters.sources.text import anonymous_properties, anonymous_words
from rapport.core.events import (
    AnyBody,
    CartChanged,
    CheckoutStarted,
    ConsentChanged,
    Custom,
    Line,
    MessageBounced,
    MessageClicked,
    MessageComplained,
    OrderCancelled,
    OrderPlaced,
    OrderRefunded,
    PageViewed,
    ParcelChanged,
    ProductViewed,
    TicketChanged,
)

ITEM = LineNames(
    product_id=("ProductID", "ProductId", "product_id", "id"),
    title=("ProductName", "Name", "Title", "name"),
    quantity=("Quantity", "quantity"),
    unit_price=("ItemPrice", "Price", "price", "$value"),
    variant_id=("VariantID", "VariantId", "variant_id"),
    variant=("VariantName", "Variant Name", "Variant"),
    sku=("SKU", "sku"),
    category=("ProductCategories", "Categories", "Collections", "Category", "category"),
    url=("ProductURL", "URL", "url"),
    image_url=("ImageURL", "image_url"),
    full_price=("CompareAtPrice", "Compare At Price", "compare_at_price", "OriginalPrice"),
)
ADDED = LineNames(
    product_id=("AddedItemProductID", "AddedItemProductId", *ITEM.product_id),
    title=("AddedItemProductName", *ITEM.title),
    quantity=("AddedItemQuantity", *ITEM.quantity),
    unit_price=("AddedItemPrice", *ITEM.unit_price),
    variant_id=("AddedItemVariantID", *ITEM.variant_id),
    variant=("AddedItemVariantName", *ITEM.variant),
    sku=("AddedItemSKU", *ITEM.sku),
    category=("AddedItemCategories", *ITEM.category),
    url=("AddedItemURL", *ITEM.url),
    image_url=("AddedItemImageURL", *ITEM.image_url),
    full_price=("AddedItemCompareAtPrice", *ITEM.full_price),
)
ITEMS = ("Items", "items", "$extra_items")

ORDER = ("OrderId", "OrderID", "order_id", "Order ID")
MESSAGE = ("rapport_message",)
"""Where our own message's key stands, if a sender passes it on."""


class _CheckoutNames(NamedTuple):
    token: tuple[str, ...] = (
        "CheckoutToken",
        "checkout_token",
        "CheckoutID",
        "checkout_id",
        "token",
    )
    url: tuple[str, ...] = ("CheckoutURL", "checkout_url", "CartURL")
    cart: tuple[str, ...] = ("CartToken", "cart_token", "CartID")


CHECKOUT = _CheckoutNames()

_TOKEN_IN_ADDRESS = re.compile(r"/checkouts/(?:[a-z]{1,3}/)?([0-9A-Za-z_-]{16,64})(?=[/?#]|$)")


class Metric(NamedTuple):
    """What an event says outside its properties; `value` in minor units."""

    name: str
    event_id: str
    unique_id: str
    value: int | None
    currency: str
    backfill: bool


def body_of(metric: Metric, props: Fields) -> AnyBody | None:
    """The body of the metric's event; None where it is of no use here.

    Raises UnusableError where a part is missing without which it means nothing.
    """
    make = _BODIES.get(metric.name.lower())
    if make is None:
        return Custom(anonymous_words(metric.name), anonymous_properties(props.values))
    return make(metric, props)


def checkout_token(props: Fields) -> str:
    """The checkout's token, which Shopify's addresses of a checkout hold too; '' if unknown."""
    address = _TOKEN_IN_ADDRESS.search(props.web(*CHECKOUT.url))
    return address.group(1) if address else order_ref(props.first(*CHECKOUT.token))


def _viewed_product(_metric: Metric, props: Fields) -> AnyBody:
    return ProductViewed(_needed(read_product(props, ITEM), props, ITEM))


def _added_to_cart(_metric: Metric, props: Fields) -> AnyBody:
    added = _needed(read_product(props, ADDED), props, ADDED)
    return CartChanged(
        props.text(*CHECKOUT.cart), added=added, lines=read_lines(props, ITEMS, ITEM)
    )


def _started_checkout(metric: Metric, props: Fields) -> AnyBody:
    lines = read_lines(props, ITEMS, ITEM) or ()
    token = checkout_token(props) or order_ref(props.first("$event_id"))
    discount = _discount(props, lines)
    worth = _worth(metric, props, lines, discount)
    return CheckoutStarted(
        checkout_token=token or order_ref(metric.unique_id) or metric.event_id,
        lines=lines,
        total=goods_of(worth),
        currency=metric.currency,
        cart_token=props.text(*CHECKOUT.cart),
        url=props.web(*CHECKOUT.url),
        discount_codes=_codes(props),
        discount=discount,
        free=goods_told(worth) == 0,
        left_out=left_out(props, ITEMS, ITEM, lines),
    )


def _placed_order(metric: Metric, props: Fields) -> AnyBody:
    lines = read_lines(props, ITEMS, ITEM) or ()
    discount = _discount(props, lines)
    worth = _worth(metric, props, lines, discount)
    note_unknown(props, worth)
    checkout = checkout_token(props)
    names = distinct(
        (
            order_ref(props.first(*ORDER)),
            order_ref(props.first("$event_id")),
            order_ref(metric.unique_id),
            order_ref(props.first("OrderNumber", "order_number", "OrderName")),
        )
    )
    return OrderPlaced(
        order_id=names[0] if names else checkout or metric.event_id,
        refs=distinct((*names, checkout_ref(checkout))),
        lines=lines,
        revenue=revenue_of(worth),
        total=total_paid(worth),
        currency=metric.currency,
        discount=discount,
        discount_codes=_codes(props),
        checkout_token=checkout,
        left_out=left_out(props, ITEMS, ITEM, lines),
        goods=goods_told(worth),
    )


def _refunded_order(metric: Metric, props: Fields) -> AnyBody:
    lines = read_lines(props, ITEMS, ITEM) or ()
    told = _value(metric, props)
    unread = told is None and props.first("$value") is not None
    amount = total_of(lines) if told is None else abs(told)
    return OrderRefunded(
        order_id=_order_id(metric, props),
        refund_id=props.text("RefundId", "RefundID", "refund_id"),
        amount=amount,
        whole=is_whole(amount, lines, unread=unread),
        lines=lines,
        currency=metric.currency,
    )


def _cancelled_order(metric: Metric, props: Fields) -> AnyBody:
    reason = anonymous_words(props.first("Reason", "CancelReason", "cancel_reason"), 200)
    return OrderCancelled(_order_id(metric, props), reason)


def _active_on_site(_metric: Metric, props: Fields) -> AnyBody:
    title = anonymous_words(props.first("title", "PageTitle"), 200)
    return PageViewed(props.web("url", "page", "URL"), title)


def _ticket(metric: Metric, props: Fields) -> AnyBody:
    """A ticket without an id is the person's only one: what closes it names none either."""
    ticket = props.text("ticket_id", "TicketID", "TicketId", limit=100) or "ticket"
    return TicketChanged(ticket, open=metric.name.lower().endswith("opened"))


def _parcel(metric: Metric, props: Fields) -> AnyBody:
    """A parcel goes by its order where it has no name of its own."""
    own = props.text("ShipmentId", "shipment_id", "parcel_id", "TrackingNumber", limit=100)
    name = own or order_ref(props.first(*ORDER)) or "parcel"
    return ParcelChanged(name, delayed="delayed" in metric.name.lower())


def _consented(metric: Metric, _props: Fields) -> AnyBody:
    name = metric.name.lower()
    return ConsentChanged(
        channel="sms" if " sms " in name else "email",
        status="unsubscribed" if name.startswith("unsubscribed") else "subscribed",
        method="import" if metric.backfill else "form",
    )


def _bounced(_metric: Metric, props: Fields) -> AnyBody:
    kind = props.text("Bounce Type", "bounce_type").lower()
    return MessageBounced(props.text(*MESSAGE), hard="soft" not in kind)


def _complained(_metric: Metric, props: Fields) -> AnyBody:
    return MessageComplained(props.text(*MESSAGE))


def _clicked(_metric: Metric, props: Fields) -> AnyBody | None:
    message = props.text(*MESSAGE)
    return MessageClicked(message, props.text("link_id", "URL")) if message else None


def _nothing(_metric: Metric, _props: Fields) -> AnyBody | None:
    """Told by another metric as well, or by machines as much as by people."""
    return None


_BODIES: dict[str, Callable[[Metric, Fields], AnyBody | None]] = {
    "viewed product": _viewed_product,
    "added to cart": _added_to_cart,
    "started checkout": _started_checkout,
    "checkout started": _started_checkout,
    "placed order": _placed_order,
    "refunded order": _refunded_order,
    "cancelled order": _cancelled_order,
    "canceled order": _cancelled_order,
    "active on site": _active_on_site,
    "support ticket opened": _ticket,
    "support ticket closed": _ticket,
    "delayed shipment": _parcel,
    "parcel delayed": _parcel,
    "delivered shipment": _parcel,
    "parcel delivered": _parcel,
    "subscribed to email marketing": _consented,
    "unsubscribed from email marketing": _consented,
    "subscribed to sms marketing": _consented,
    "unsubscribed from sms marketing": _consented,
    "bounced email": _bounced,
    "marked email as spam": _complained,
    "clicked email": _clicked,
    "opened email": _nothing,
    "received email": _nothing,
    "ordered product": _nothing,
}


def _needed(line: Line | None, props: Fields, names: LineNames) -> Line:
    if line is None:
        raise UnusableError(props.path(names.product_id[0]), "nothing", "the product's id")
    return line


def _order_id(metric: Metric, props: Fields) -> str:
    found = order_ref(props.first(*ORDER, "OrderNumber", "$event_id")) or order_ref(
        metric.unique_id
    )
    if not found:
        raise UnusableError(props.path("OrderId"), "nothing", "the order's id")
    return found


def _codes(props: Fields) -> tuple[str, ...]:
    value = props.first("DiscountCode", "Discount Codes", "discount_codes", "CouponCode")
    codes = value if isinstance(value, list) else [value]
    found = (Fields({"code": code}, props.where, props.notes).text("code") for code in codes[:20])
    return distinct(found)


def _discount(props: Fields, lines: tuple[Line, ...]) -> int:
    names = ("DiscountValue", "Total Discounts", "total_discounts")
    return discount_of(props, None if missed(props, ITEMS, ITEM, lines) else lines, *names)


def _value(metric: Metric, props: Fields) -> int | None:
    return props.amount("$value") if metric.value is None else metric.value


def _worth(metric: Metric, props: Fields, lines: tuple[Line, ...], discount: int) -> Worth:
    total = _value(metric, props)
    if total is not None and total < 0:
        props.note("$value", "an amount below nothing", "an amount of money; the rest is taken")
        total = None
    unknown = missed(props, ITEMS, ITEM, lines)
    return Worth(
        total=total,
        subtotal=props.not_negative("Subtotal", "SubTotal", "subtotal_price"),
        revenue=None,
        shipping=props.not_negative("ShippingCost", "Shipping", "shipping") or 0,
        tax=props.not_negative("TaxTotal", "Tax", "tax") or 0,
        lines=sum_of(lines, unknown),
        sums=sums_of(lines, unknown, discount),
    )
