"""Segment's track events: from their names and properties to bodies.

Names are those of the ecommerce spec v2, of its first version and of Shopify's pixel, in any case,
with blanks or underscores. An event with another name becomes `Custom`.
"""

from __future__ import annotations

from collections.abc import Callable

from rapport.adapters.sources.fields import Fields
from rapport.adapters.sources.lines import (
    LineNames,
    left_out,
    missed,
    read_category,
    read_lines,
    read_product,
    total_of,
)
from rapport.adapters.sources.money import currency_code
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
    CollectionViewed,
    ConsentChanged,
    Custom,
    Line,
    MessageBounced,
    MessageClicked,
    MessageComplained,
    OrderCancelled,
    OrderPlaced,
    OrderRefunded,
    ParcelChanged,
    ProductViewed,
    Searched,
    TicketChanged,
)

LINE = LineNames(
    product_id=("product_id", "productId", "id"),
    title=("name", "title"),
    quantity=("quantity",),
    unit_price=("price",),
    variant_id=("variant_id", "variantId"),
    variant=("variant",),
    sku=("sku",),
    category=("category",),
    url=("url",),
    image_url=("image_url", "imageUrl"),
    full_price=("compare_at_price", "compareAtPrice", "original_price", "list_price"),
)

PRODUCTS = ("products",)
CHECKOUT = ("checkout_id", "checkout_token", "checkoutId")
CART = ("cart_id", "cart_token", "cartId")
ORDER = ("order_id", "orderId")
MESSAGE = ("rapport_message",)
"""Where our own message's key stands, if a sender passes it on."""

_SOFT = ("soft", "transient", "temporary")


def body_of(name: str, props: Fields, event_id: str) -> AnyBody | None:
    """The body of the track event `name`; None where it is of no use here.

    Raises UnusableError where a part is missing without which it means nothing.
    """
    make = _BODIES.get(name.lower().replace("_", " "))
    if make is None:
        return Custom(anonymous_words(name), anonymous_properties(props.values))
    return make(props, event_id)


def _product_viewed(props: Fields, _event_id: str) -> AnyBody:
    return ProductViewed(_line(props))


def _collection_viewed(props: Fields, _event_id: str) -> AnyBody:
    category = read_category(props, LINE.category) or props.text("list_id", "list_name")
    if not category:
        raise UnusableError(props.path("category"), "nothing", "the category that was viewed")
    return CollectionViewed(category)


def _searched(props: Fields, _event_id: str) -> AnyBody:
    return Searched(anonymous_words(props.first("query", "search_term"), 200))


def _added(props: Fields, _event_id: str) -> AnyBody:
    return CartChanged(props.text(*CART), added=_line(props))


def _removed(props: Fields, _event_id: str) -> AnyBody:
    return CartChanged(props.text(*CART), removed=_line(props))


def _cart_viewed(props: Fields, _event_id: str) -> AnyBody:
    return CartChanged(props.text(*CART), lines=read_lines(props, PRODUCTS, LINE))


def _checkout_started(props: Fields, event_id: str) -> AnyBody:
    lines = read_lines(props, PRODUCTS, LINE) or ()
    discount = _discount(props, lines)
    worth = _worth(props, lines, discount)
    token = order_ref(props.first(*CHECKOUT, *ORDER, *CART)) or event_id
    return CheckoutStarted(
        checkout_token=token,
        lines=lines,
        total=goods_of(worth),
        currency=currency_code(props.first("currency")),
        cart_token=props.text(*CART),
        url=props.web("checkout_url", "checkoutUrl", "abandoned_checkout_url"),
        discount_codes=_codes(props),
        discount=discount,
        free=goods_told(worth) == 0,
        left_out=left_out(props, PRODUCTS, LINE, lines),
    )


def _order_completed(props: Fields, event_id: str) -> AnyBody:
    lines = read_lines(props, PRODUCTS, LINE) or ()
    discount = _discount(props, lines)
    worth = _worth(props, lines, discount)
    note_unknown(props, worth)
    checkout = order_ref(props.first(*CHECKOUT))
    order_id = order_ref(props.first(*ORDER))
    number = order_ref(props.first("order_number", "order_name"))
    return OrderPlaced(
        order_id=order_id or number or checkout or event_id,
        refs=distinct((order_id, number, checkout_ref(checkout or order_id))),
        lines=lines,
        revenue=revenue_of(worth),
        total=total_paid(worth),
        currency=currency_code(props.first("currency")),
        discount=discount,
        discount_codes=_codes(props),
        checkout_token=checkout,
        left_out=left_out(props, PRODUCTS, LINE, lines),
        goods=goods_told(worth),
    )


def _order_refunded(props: Fields, _event_id: str) -> AnyBody:
    names = ("total", "value", "revenue")
    told = props.amount(*names)
    unread = told is None and props.first(*names) is not None
    lines = read_lines(props, PRODUCTS, LINE) or ()
    amount = total_of(lines) if told is None else abs(told)
    return OrderRefunded(
        _order_id(props),
        props.text("refund_id"),
        amount,
        whole=is_whole(amount, lines, unread=unread),
        lines=lines,
        currency=currency_code(props.first("currency")),
    )


def _order_cancelled(props: Fields, _event_id: str) -> AnyBody:
    return OrderCancelled(_order_id(props), anonymous_words(props.first("reason"), 200))


def _ticket_opened(props: Fields, _event_id: str) -> AnyBody:
    return TicketChanged(_ticket(props), open=True)


def _ticket_closed(props: Fields, _event_id: str) -> AnyBody:
    return TicketChanged(_ticket(props), open=False)


def _parcel_late(props: Fields, _event_id: str) -> AnyBody:
    return ParcelChanged(_parcel(props), delayed=True)


def _parcel_came(props: Fields, _event_id: str) -> AnyBody:
    return ParcelChanged(_parcel(props), delayed=False)


def _bounced(props: Fields, _event_id: str) -> AnyBody:
    kind = props.text("bounce_type", "type").lower()
    return MessageBounced(props.text(*MESSAGE), hard=not any(word in kind for word in _SOFT))


def _complained(props: Fields, _event_id: str) -> AnyBody:
    return MessageComplained(props.text(*MESSAGE))


def _unsubscribed(_props: Fields, _event_id: str) -> AnyBody:
    return ConsentChanged(channel="email", status="unsubscribed", method="api")


def _clicked(props: Fields, _event_id: str) -> AnyBody | None:
    message = props.text(*MESSAGE)
    return MessageClicked(message, props.text("link_id", "link_url")) if message else None


def _nothing(_props: Fields, _event_id: str) -> AnyBody | None:
    """Opens are opened by machines; a delivery says nothing of the person."""
    return None


_BODIES: dict[str, Callable[[Fields, str], AnyBody | None]] = {
    "products searched": _searched,
    "search submitted": _searched,
    "product list viewed": _collection_viewed,
    "collection viewed": _collection_viewed,
    "viewed product category": _collection_viewed,
    "product viewed": _product_viewed,
    "viewed product": _product_viewed,
    "product added": _added,
    "added product": _added,
    "product added to cart": _added,
    "wishlist product added to cart": _added,
    "product removed": _removed,
    "removed product": _removed,
    "product removed from cart": _removed,
    "cart viewed": _cart_viewed,
    "checkout started": _checkout_started,
    "order completed": _order_completed,
    "completed order": _order_completed,
    "checkout completed": _order_completed,
    "order refunded": _order_refunded,
    "order cancelled": _order_cancelled,
    "order canceled": _order_cancelled,
    "support ticket opened": _ticket_opened,
    "support ticket closed": _ticket_closed,
    "parcel delayed": _parcel_late,
    "shipment delayed": _parcel_late,
    "parcel delivered": _parcel_came,
    "shipment delivered": _parcel_came,
    "email bounced": _bounced,
    "email marked as spam": _complained,
    "unsubscribed": _unsubscribed,
    "email link clicked": _clicked,
    "email opened": _nothing,
    "email delivered": _nothing,
}


def _line(props: Fields) -> Line:
    """The product that the properties themselves describe."""
    line = read_product(props, LINE)
    if line is None:
        raise UnusableError(props.path("product_id"), "nothing", "the product's id")
    return line


def _order_id(props: Fields) -> str:
    order_id = order_ref(props.first(*ORDER, "order_number"))
    if not order_id:
        raise UnusableError(props.path("order_id"), "nothing", "the order's id")
    return order_id


def _ticket(props: Fields) -> str:
    """A ticket without an id is the person's only one: what closes it names none either."""
    return props.text("ticket_id", "ticketId", "id", limit=100) or "ticket"


def _parcel(props: Fields) -> str:
    """A parcel goes by its order where it has no name of its own."""
    own = props.text("parcel_id", "shipment_id", "tracking_number", limit=100)
    return own or order_ref(props.first(*ORDER)) or "parcel"


def _codes(props: Fields) -> tuple[str, ...]:
    code = props.text("coupon", "coupon_id", "discount_code", limit=100)
    return (code,) if code else ()


def _discount(props: Fields, lines: tuple[Line, ...]) -> int:
    unknown = missed(props, PRODUCTS, LINE, lines)
    return discount_of(props, None if unknown else lines, "discount")


def _worth(props: Fields, lines: tuple[Line, ...], discount: int) -> Worth:
    unknown = missed(props, PRODUCTS, LINE, lines)
    return Worth(
        total=props.not_negative("total", "value"),
        subtotal=props.not_negative("subtotal"),
        revenue=props.not_negative("revenue"),
        shipping=props.not_negative("shipping") or 0,
        tax=props.not_negative("tax") or 0,
        lines=sum_of(lines, unknown, discount),
        sums=sums_of(lines, unknown, discount),
    )
