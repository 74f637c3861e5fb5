"""What the shop's site tells through Segment: identify, page and track calls, ecommerce v2."""

from __future__ import annotations

import base64
from typing import NamedTuple
from urllib.parse import urljoin

from rapport.core.catalogue import Product
from rapport.core.time import SECOND, Instant
from rapport.testing.shop.behaviour import Checkout, View
from rapport.testing.shop.catalogue import Item
from rapport.testing.shop.customers import Customer
from rapport.testing.shop.orders import PlacedOrder
from rapport.testing.shop.request import ShopRequest, encode, iso, units
from rapport.testing.shop.settings import ShopSettings

AGENTS = {
    "phone": "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36",
    "computer": "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0",
}

CART_EVENTS = {"added": "Product Added", "removed": "Product Removed"}

REFERRERS = {
    "direct": "", "search": "https://www.google.com/", "social": "https://www.instagram.com/",
    "referral": "https://teablog.example/best-pots",
}  # fmt: skip
CAMPAIGNS: dict[str, dict[str, object]] = {
    "ad": {"source": "google", "medium": "cpc", "name": "spring"},
    "email": {"source": "newsletter", "medium": "email", "name": "news"},
}

Json = dict[str, object]


class Call(NamedTuple):
    """Who is spoken of, when it happened, when the word of it arrives, and its own id."""

    customer: Customer
    at: Instant
    arrives_at: Instant
    id: str
    named: bool
    """Whether the site knew who it was."""


class SegmentPayloads:
    """Writes Segment's requests."""

    def __init__(self, settings: ShopSettings) -> None:
        self._settings = settings
        self._headers = {"Content-Type": "application/json", "User-Agent": "analytics.js/2.11"}
        if settings.segment_write_key:
            user = base64.b64encode(f"{settings.segment_write_key}:".encode()).decode()
            self._headers["Authorization"] = f"Basic {user}"

    def viewed(self, call: Call, view: View, channel: str = "") -> ShopRequest:
        """A page, a list, a search, a product looked at, put into the cart or taken out.

        `channel` is told with the first of a visit.
        """
        if view.kind == "page" and channel:
            return self.page(call, "/", "Home", channel)
        if view.kind == "page":
            return self.page(call, "/", "Home")
        if view.kind == "list":
            listed: Json = {"list_id": view.category, "category": view.category}
            return self.track(call, "Product List Viewed", listed)
        if view.kind == "search" or view.item is None:
            return self.track(call, "Products Searched", {"query": view.category.lower()})
        product = self._product(view.item) | {"currency": self._settings.currency}
        event = CART_EVENTS.get(view.kind, "Product Viewed")
        return self.track(call, event, product)

    def page(self, call: Call, path: str, title: str, channel: str = "") -> ShopRequest:
        url = self._settings.shop_url + path
        properties: Json = {"url": url, "path": path, "title": title}
        told: Json = {}
        if channel:
            told["page"] = {"url": url, "path": path, "referrer": REFERRERS.get(channel, "")}
        if channel in CAMPAIGNS:
            told["campaign"] = CAMPAIGNS[channel]
        return self._request(call, "page", {"name": title, "properties": properties}, told)

    def identify(self, call: Call) -> ShopRequest:
        """The site learns the name of the person who was browsing."""
        customer = call.customer
        traits: Json = {
            "email": customer.email,
            "firstName": customer.first_name,
            "lastName": customer.last_name,
            "address": {"city": customer.place.city, "country": customer.place.country},
        }
        if customer.phone:
            traits["phone"] = customer.phone
        if customer.answers:
            traits["preferences"] = customer.answers
        return self._request(call, "identify", {"traits": traits})

    def checkout_started(self, call: Call, checkout: Checkout) -> ShopRequest:
        return self.track(
            call,
            "Checkout Started",
            {
                "checkout_id": checkout.token,
                "cart_id": checkout.cart_token,
                "value": units(checkout.total),
                "revenue": units(checkout.subtotal),
                "shipping": units(checkout.shipping),
                "currency": self._settings.currency,
                "products": [self._product(item) for item in checkout.items],
            },
        )

    def order_completed(self, call: Call, order: PlacedOrder) -> ShopRequest:
        properties: Json = {
            "checkout_id": order.checkout.token,
            "cart_id": order.checkout.cart_token,
            "order_id": str(order.id),
            "total": units(order.total),
            "subtotal": units(order.revenue),
            "revenue": units(order.revenue),
            "shipping": units(order.shipping),
            "tax": 0,
            "discount": units(order.discount),
            "currency": self._settings.currency,
            "products": [self._product(item) for item in order.checkout.items],
        }
        if order.code:
            properties["coupon"] = order.code
        return self.track(call, "Order Completed", properties)

    def message_event(self, call: Call, event: str, message: str, subject: str) -> ShopRequest:
        """What became of an e-mail: `Email Bounced`, `Email Marked as Spam`.

        The sender passes on the message's key as it was given it, beside an id of its own.
        """
        told: Json = {
            "email_id": f"mta-{message}",
            "email_subject": subject,
            "rapport_message": message,
        }
        return self.track(call, event, told)

    def track(self, call: Call, event: str, properties: Json) -> ShopRequest:
        return self._request(call, "track", {"event": event, "properties": properties})

    def _request(
        self, call: Call, kind: str, content: Json, told: Json | None = None
    ) -> ShopRequest:
        customer = call.customer
        context: Json = {
            "library": {"name": "analytics.js", "version": "2.11.1"},
            "locale": customer.place.locale,
            "timezone": customer.place.time_zone,
            "userAgent": AGENTS[customer.device],
        }
        body: Json = {"type": kind, "messageId": call.id, "anonymousId": customer.anonymous_id}
        if call.named:
            body["userId"] = customer.user_id
            context["traits"] = {"email": customer.email}
        context |= told or {}
        body |= content
        body["context"] = context
        body["timestamp"] = iso(call.at)
        body["sentAt"] = iso(max(call.at, call.arrives_at - SECOND // 10))
        return ShopRequest(call.arrives_at, "POST", f"/v1/{kind}", self._headers, encode(body))

    def _product(self, item: Item) -> Json:
        product = item.product
        return {
            "product_id": product.id,
            "sku": product.id,
            "name": product.title,
            "category": product.category,
            "price": units(product.price),
            "quantity": item.quantity,
            "url": product.url,
            "image_url": picture_of(product),
        }


def picture_of(product: Product) -> str:
    """Where the made-up shop itself shows a picture of what it sells."""
    return urljoin(product.url, product.image_url) if product.image_url else ""
