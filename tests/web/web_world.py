"""The application over fakes at the ports and the real parsers, and a client that speaks to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import anyio
import httpx

from rapport.adapters.sources import klaviyo, segment, shopify
from rapport.app.explaining.explain import Explanation
from rapport.app.measuring.report_table import Worth
from rapport.app.messages.links import ClickRef, Links, MessageRef
from rapport.app.wording.table import Table
from rapport.core.creative.framework import Action
from rapport.core.creative.message import Link, Message
from rapport.core.time import MINUTE
from rapport.ports import FlowCount, MessageRow, OutboxRow
from rapport.testing.fakes import FakeClock, FakeIntake, FakeRecords
from rapport.web.app import create_app
from rapport.web.services import BrandAccess, Services

NOW = 1_764_000_000_000
"""2025-11-24 16:00:00 UTC."""

BASE = "http://127.0.0.1:8470"
HOSTILE = '</title><script>alert(1)</script>"><img src=x onerror=alert(2)>'


def a_message(key: str = "m1", **changes: object) -> Message:
    values: dict[str, object] = {
        "key": key, "brand": "north", "profile": "p1", "flow": "checkout", "point": "first",
        "action": Action(time="soon", offer="ten", tone="warm", angle="care", visual="plain"),
        "language": "en", "subject": "Your tea is still here", "preheader": "It keeps well",
        "html": "<!doctype html><html><head></head><body><a href='https://shop.example/'>Go</a>"
        "</body></html>",
        "text": "Your tea is still here.", "blocks": ("b1", "b2"),
        "links": (
            Link("cart", "https://shop.example/cart?id=1&x=%20y", ""),
            Link("bad", "javascript:alert(1)", ""),
        ),
        "from_email": "hello@north.example", "from_name": "North", "reply_to": "",
        "unsubscribe_url": "https://north.example/u/x",
    }  # fmt: skip
    return Message(**{**values, **changes})  # type: ignore[arg-type] a mixed dictionary


def a_row(message: Message, **changes: object) -> MessageRow:
    values: dict[str, object] = {
        "key": message.key, "profile": message.profile, "flow": message.flow,
        "point": message.point, "decision": "d1", "arm": "adaptive", "at": NOW - 10 * MINUTE,
        "subject": message.subject, "status": "sent", "clicked_at": None,
    }  # fmt: skip
    return MessageRow(**{**values, **changes})  # type: ignore[arg-type] a mixed dictionary


def report(brand: str) -> Worth:
    table = Table(f"Checkout of {brand}", ("Arm", "People"), (("Adaptive", "7"),), "Too few.")
    return Worth((table,))


def policies(brand: str) -> Sequence[Table]:
    held = Table("Policies", ("Policy", "On record"), ((f"7 of {brand}", HOSTILE),), "By rule.")
    return (held, Table("Budgets", ("Offer",), ()))


def explain(brand: str, decision: str) -> Explanation | None:
    signals = Table("What was known", ("Signal", "Value"), (("Days since order", "12"),))
    return (
        Explanation(f"Chosen since {decision} said so.", (signals,)) if decision == "d1" else None
    )


def find_emails(brand: str, profiles: Sequence[str]) -> Mapping[str, str]:
    return {profile: "ada.lovelace@example.com" for profile in profiles if profile == "p1"}


@dataclass
class World:
    """What the application stands on, for a test to set up and to look at."""

    clock: FakeClock = field(default_factory=lambda: FakeClock(NOW))
    intake: FakeIntake = field(default_factory=FakeIntake)
    links: Links = field(default_factory=lambda: Links(BASE, "a secret of the tests"))
    trouble: str = ""
    services: Services = field(init=False)

    def __post_init__(self) -> None:
        message = a_message()
        self.services = Services(
            clock=self.clock,
            intake=self.intake,
            records=FakeRecords(
                ((message, a_row(message)),),
                (OutboxRow("m2", "p2", "checkout", "waiting", 2, NOW, NOW, "Disk full"),),
                (
                    FlowCount("checkout", "stopped", "no consent", 4),
                    FlowCount("checkout", "run ended", "order_placed", 7),
                ),
                {"accepted": 12_345, "refused": 2},
            ),
            links=self.links,
            brands={
                "north": BrandAccess(
                    "north", "North & Co", "GBP", "https://shop.example/", segment_keys=("wk1",),
                    klaviyo_keys=("pk_1",), shopify_domains=("north.myshopify.com",),
                    shopify_secrets=("new", "old"),
                ),
                "south": BrandAccess("south", "South", "EUR", segment_keys=("wk2",)),
            },
            parse_segment=segment.parse,
            parse_klaviyo=klaviyo.parse_event,
            parse_shopify=shopify.parse,
            verify_shopify=shopify.verify_hmac,
            report=report,
            policies=policies,
            explain=explain,
            find_emails=find_emails,
            ready=lambda: self.trouble,
            full=lambda: self.trouble,
            only_this_computer=True,
        )  # fmt: skip

    def change(self, **changes: object) -> None:
        self.services = replace(self.services, **changes)  # type: ignore[arg-type] any field

    def show(self, *messages: Message, **row: object) -> None:
        """Makes these the messages that were sent."""
        self.change(records=FakeRecords(tuple((m, a_row(m, **row)) for m in messages)))

    def click(self, message: str = "m1", link: str = "cart", brand: str = "north") -> str:
        return self.links.click_url(ClickRef(brand, message, link))

    def way_out(self, message: str = "m1", brand: str = "north") -> str:
        return self.links.unsubscribe_url(MessageRef(brand, message))

    def ask(self, method: str, path: str, **options: object) -> httpx.Response:
        """One request, straight into the application."""

        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(create_app(self.services), raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
                # httpx types each option; a test passes them on.
                return await client.request(method, path, **options)  # type: ignore[arg-type]

        return anyio.run(send)
