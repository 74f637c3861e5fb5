"""An installation with the example brand, and words from a shop's three tools at its web edge."""

from __future__ import annotations

import asyncio
import json
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import httpx
from rehearsed import SECRET, Row, rows
from starlette.applications import Starlette

from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.serving.web_edge import web_edge
from rapport.core.creative.message import Message
from rapport.core.deciding.arms import USUAL, arm_of, bucket
from rapport.core.events import Identifier
from rapport.core.person.identity import profile_id
from rapport.core.state import ProfileState
from rapport.core.time import HOUR, MINUTE, Instant
from rapport.settings import Settings
from rapport.testing.shop.request import ShopRequest, iso, sign

BRAND = "alder-and-clay"
DOMAIN = "alder-and-clay.myshopify.com"
KEY = "key-of-the-tests"
MONDAY: Instant = 1_772_409_600_000
"""Monday 2 March 2026, 00:00 UTC; the brand's clock shows the same."""

PERSON = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15"


class Order(NamedTuple):
    """One purchase of 40.00 and 3.95 for delivery. Ids are what each source calls it."""

    email: str
    at: Instant
    shopify: str
    segment: str
    klaviyo: str
    anonymous: bool = False
    """Whether Segment tells of a browser without a name."""


class Shopfront:
    """Tells an installation what happens in a shop; the clock is the test's."""

    brand = BRAND

    def __init__(self, home: Path) -> None:
        self.clock = TurnedClock(MONDAY + 9 * HOUR)
        self.installation = Installation(
            Settings(
                home=home,
                secret=SECRET,
                segment_keys={self.brand: (KEY,)},
                klaviyo_keys={self.brand: (KEY,)},
                shopify_shops={self.brand: (DOMAIN,)},
                shopify_secrets={self.brand: (KEY,)},
            ),
            self.clock,
        )
        self.publish()
        self._told = 0

    def publish(self) -> None:
        """Publishes the shop's brand, once, before anything happens in it."""
        example = self.installation.copy_example()
        self.installation.publish(example, since=0, triggers=("checkout_started",))

    # --- Over the wire ---

    @cached_property
    def web(self) -> Starlette:
        """The web edge, made once the brand is published."""
        return web_edge(self.installation)

    def ask(self, method: str, path: str, **options: object) -> httpx.Response:
        """One request, straight into the application."""

        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(self.web)
            async with httpx.AsyncClient(transport=transport, base_url="http://t") as client:
                # httpx types each option; a test passes them on.
                return await client.request(method, path, **options)  # type: ignore[arg-type]

        return asyncio.run(send())

    def shopify(self, topic: str, resource: dict[str, object]) -> None:
        self._told += 1
        headers = {
            "X-Shopify-Topic": topic,
            "X-Shopify-Shop-Domain": DOMAIN,
            "X-Shopify-Webhook-Id": f"webhook-{self._told}",
        }
        body = json.dumps(resource).encode()
        signed = sign(ShopRequest(0, "POST", "/webhooks/shopify", headers, body), KEY)
        answer = self.ask("POST", signed.path, content=body, headers=signed.headers)
        assert (answer.status_code, answer.text) == (200, "{}")

    def segment(self, call: str, message: dict[str, object]) -> None:
        self._told += 1
        message = {"messageId": f"message-{self._told}", **message}
        answer = self.ask("POST", f"/v1/{call}", json=message, auth=(KEY, ""))
        assert (answer.status_code, answer.json()) == (200, {"success": True})

    def klaviyo(self, metric: str, email: str, at: Instant, **properties: object) -> None:
        self._told += 1
        value = properties.pop("value", None)
        attributes = {
            "metric": {"data": {"type": "metric", "attributes": {"name": metric}}},
            "profile": {"data": {"type": "profile", "attributes": {"email": email}}},
            "properties": properties,
            "time": iso(at),
            "unique_id": f"event-{self._told}",
            **({} if value is None else {"value": value, "value_currency": "GBP"}),
        }
        body = {"data": {"type": "event", "attributes": attributes}}
        headers = {"Authorization": f"Klaviyo-API-Key {KEY}"}
        answer = self.ask("POST", "/api/events", json=body, headers=headers)
        assert (answer.status_code, answer.text) == (202, "")

    # --- What happens in the shop ---

    def signs_up(self, email: str) -> None:
        """The person asks for e-mail in a form of the shop."""
        self.klaviyo(
            "Subscribed to Email Marketing", email, self.clock.now(), wording="Write to me"
        )

    def leaves_basket(self, email: str, token: str, at: Instant | None = None) -> None:
        """A checkout, as Shopify tells of it; one dinner plate is in it."""
        when = iso(self.clock.now() if at is None else at)
        self.shopify(
            "checkouts/create",
            {
                "id": 1,
                "token": token,
                "email": email,
                "created_at": when,
                "updated_at": when,
                "currency": "GBP",
                "subtotal_price": "40.00",
                "total_price": "43.95",
                "abandoned_checkout_url": f"https://{DOMAIN}/checkouts/{token}/recover",
                "line_items": [self._item()],
            },
        )

    def shopify_tells(self, order: Order) -> None:
        when = iso(order.at)
        self.shopify(
            "orders/create",
            {
                "id": order.shopify,
                "email": order.email,
                "created_at": when,
                "updated_at": when,
                "currency": "GBP",
                "subtotal_price": "40.00",
                "total_price": "43.95",
                "shipping_lines": [{"price": "3.95"}],
                "line_items": [self._item()],
            },
        )

    def segment_tells(self, order: Order) -> None:
        who: dict[str, object] = {"anonymousId": f"browser-of-{order.email}"}
        if not order.anonymous:
            who["context"] = {"traits": {"email": order.email}}
        properties = {
            "order_id": order.segment,
            "revenue": 40.0,
            "shipping": 3.95,
            "total": 43.95,
            "currency": "GBP",
            "products": [{"product_id": "dinner-plate-charcoal", "price": 40.0, "quantity": 1}],
        }
        call = {"type": "track", "event": "Order Completed", "timestamp": iso(order.at)}
        self.segment("track", {**call, **who, "properties": properties})

    def klaviyo_tells(self, order: Order) -> None:
        item = {"ProductID": "dinner-plate-charcoal", "Quantity": 1, "ItemPrice": 40.0}
        self.klaviyo(
            "Placed Order", order.email, order.at, value=43.95, OrderId=order.klaviyo,
            ShippingCost=3.95, Items=[item],
        )  # fmt: skip

    def refunds(self, order_id: str, amount: str, refund: str) -> None:
        """As Shopify tells of it."""
        self.shopify(
            "refunds/create",
            {
                "id": refund,
                "order_id": order_id,
                "created_at": iso(self.clock.now()),
                "transactions": [
                    {"kind": "refund", "status": "success", "amount": amount, "currency": "GBP"}
                ],
            },
        )

    def cancels(self, order_id: str, email: str) -> None:
        """As Shopify tells of it."""
        when = iso(self.clock.now())
        self.shopify(
            "orders/cancelled",
            {"id": order_id, "email": email, "cancelled_at": when, "updated_at": when},
        )

    def _item(self) -> dict[str, object]:
        return {
            "product_id": "dinner-plate-charcoal",
            "sku": "dinner-plate-charcoal",
            "title": "Dinner Plate",
            "price": "40.00",
            "quantity": 1,
        }

    # --- Time and what came of it ---

    def pass_until(self, at: Instant) -> None:
        """Lets time pass as a server does: it looks every five minutes."""
        while self.clock.now() < at:
            self.clock.turn_to(min(self.clock.now() + 5 * MINUTE, at))
            self.installation.host.tick(self.brand)

    def worth(self) -> tuple[int, int]:
        """Orders that count, and their revenue less what went back."""
        sql = "SELECT coalesce(sum(placed), 0) AS n, coalesce(sum(revenue), 0) AS r FROM orders"
        (row,) = self.rows(sql)
        return row["n"], row["r"]

    def rows(self, sql: str, *values: object) -> list[Row]:
        return rows(self.installation.database, sql, *values)

    def messages(self, email: str) -> list[Message]:
        """The messages that went out to somebody, the oldest first."""
        records = self.installation.records
        kept = records.messages(self.brand, profile=self.profile(email), limit=100)
        found = [records.message(self.brand, row.key) for row in kept if row.status == "sent"]
        return [message for message in reversed(found) if message is not None]

    def profile(self, email: str) -> str:
        sql = "SELECT profile FROM identifiers WHERE kind = 'email' AND value = ?"
        return str(self.rows(sql, email)[0]["profile"])

    def state(self, email: str) -> ProfileState:
        return dict(self.installation.records.profiles(self.brand))[self.profile(email)]

    def somebody(self, arm: str = USUAL, number: int = 0) -> str:
        """The address of a person, not heard of yet, whose hash puts them in `arm`."""
        arms = self.installation.blueprint(self.brand).releases[-1].brand.arms
        addresses = (f"p{n}@example.com" for n in range(10_000))
        fitting = (
            address
            for address in addresses
            if arm
            == arm_of(
                bucket(self.brand, arms.salt, profile_id(self.brand, Identifier("email", address))),
                arms,
            )
        )
        for _ in range(number):
            next(fitting)
        return next(fitting)
