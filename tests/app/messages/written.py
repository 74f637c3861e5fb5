"""One planned message of the small brand in `tests/adapters/brand_folder_fixture`, to be varied."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rapport.adapters.brand_folder import read_brand_folder
from rapport.adapters.mail_renderer import MailRenderer
from rapport.app.messages.links import Links
from rapport.app.messages.matter import of_checkout
from rapport.app.messages.write import Writer, WriteRequest
from rapport.core.blueprint import Release
from rapport.core.catalogue import Product
from rapport.core.creative.framework import Action
from rapport.core.effects import Send
from rapport.core.events import CheckoutStarted, Contact, Line

FIXTURE = Path(__file__).parents[2] / "adapters/brand_folder_fixture"

PLAIN = Action(time="now", offer="none", tone="plain", angle="help", visual="list")
WARM = Action(time="now", offer="none", tone="warm", angle="help", visual="note")
OFFER = Action(time="now", offer="five-off", tone="warm", angle="help", visual="list")

AT = 1_780_410_000_000
"""Tuesday 2 June 2026, 14:20 UTC, which is 15:20 in London."""


@cache
def release() -> Release:
    folder = read_brand_folder(FIXTURE)
    return Release(1, 0, folder.brand, folder.offers, folder.frameworks, folder.flows, folder.rules)


@cache
def writer() -> Writer:
    return Writer(Links("https://post.tinkettle.example", "a secret"), MailRenderer())


def line(number: int = 1, title: str = "Copper kettle") -> Line:
    return Line(
        product_id=f"p{number}",
        title=title,
        quantity=number,
        unit_price=2_400,
        url=f"https://tinkettle.example/products/{number}",
        image_url=f"https://tinkettle.example/{number}.png",
    )


def checkout(*lines: Line, url: str = "https://tinkettle.example/checkouts/c1") -> CheckoutStarted:
    return CheckoutStarted(
        checkout_token="c1",
        lines=lines or (line(),),
        total=sum(each.unit_price * each.quantity for each in lines or (line(),)),
        currency="GBP",
        url=url,
    )


def request(
    action: Action = WARM,
    about: CheckoutStarted | None = None,
    products: dict[str, Product] | None = None,
    contact: Contact | None = None,
) -> WriteRequest:
    send = Send(
        key="m1",
        profile="p",
        flow="checkout",
        run=1,
        point="first",
        framework="checkout",
        release=1,
        decision="d",
        action=action,
        at=AT,
        valid_until=AT + 3_600_000,
    )
    return WriteRequest(
        send=send,
        release=release(),
        matter=of_checkout(about or checkout(), proven=False),
        products=products or {},
        contact=contact or Contact(first_name="Anna"),
        at=AT,
    )
