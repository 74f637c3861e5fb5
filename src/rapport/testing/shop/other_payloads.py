"""The rest of what reaches Rapport: Klaviyo's events, and what a reader does with a message."""

from __future__ import annotations

from urllib.parse import urlsplit

from rapport.core.time import Instant
from rapport.testing.shop.orders import PlacedOrder
from rapport.testing.shop.request import ShopRequest, encode, iso, units
from rapport.testing.shop.segment_payloads import Call, picture_of
from rapport.testing.shop.settings import ShopSettings


def klaviyo_order(settings: ShopSettings, call: Call, order: PlacedOrder) -> ShopRequest:
    """`Placed Order`, as Klaviyo's API takes it."""
    customer = call.customer
    items = [
        {
            "ProductID": item.product.id,
            "SKU": item.product.id,
            "ProductName": item.product.title,
            "Quantity": item.quantity,
            "ItemPrice": units(item.product.price),
            "RowTotal": units(item.product.price * item.quantity),
            "ProductURL": item.product.url,
            "ImageURL": picture_of(item.product),
            "ProductCategories": [item.product.category],
        }
        for item in order.checkout.items
    ]
    profile = {
        "email": customer.email,
        "external_id": customer.user_id,
        "first_name": customer.first_name,
        "last_name": customer.last_name,
        "location": {"country": customer.place.country, "timezone": customer.place.time_zone},
    }
    attributes = {
        "properties": {
            "OrderId": str(order.id),
            "CheckoutToken": order.checkout.token,
            "DiscountCode": order.code,
            "DiscountValue": units(order.discount),
            "ItemNames": [item.product.title for item in order.checkout.items],
            "Items": items,
        },
        "time": iso(call.at),
        "value": units(order.total),
        "value_currency": settings.currency,
        "unique_id": str(order.id),
        "metric": {"data": {"type": "metric", "attributes": {"name": "Placed Order"}}},
        "profile": {"data": {"type": "profile", "attributes": profile}},
    }
    headers = {"Content-Type": "application/vnd.api+json", "revision": "2026-07-15"}
    if settings.klaviyo_key:
        headers["Authorization"] = f"Klaviyo-API-Key {settings.klaviyo_key}"
    body = encode({"data": {"type": "event", "attributes": attributes}})
    return ShopRequest(call.arrives_at, "POST", "/api/events", headers, body)


def click(at: Instant, token: str, agent: str) -> ShopRequest:
    """Somebody, or their mail server, follows a link of a message."""
    return ShopRequest(at, "GET", f"/c/{token}", {"User-Agent": agent}, b"")


def unsubscribe(at: Instant, url: str) -> ShopRequest:
    """The reader's mail program unsubscribes them with one click (RFC 8058)."""
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    return ShopRequest(at, "POST", urlsplit(url).path, headers, b"List-Unsubscribe=One-Click")


def fetch(at: Instant, url: str, agent: str) -> ShopRequest:
    """A mail server looks at an address of the message; it must change nothing."""
    return ShopRequest(at, "GET", urlsplit(url).path, {"User-Agent": agent}, b"")
