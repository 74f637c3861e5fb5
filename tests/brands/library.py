"""The example brand's messages, written by the real writer for made-up people."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import rapport
from rapport.adapters.brand_folder import read_brand_folder
from rapport.adapters.catalogue_csv import read_catalogue
from rapport.adapters.mail_renderer import MailRenderer
from rapport.app.messages.links import Links
from rapport.app.messages.matter import Matter
from rapport.app.messages.write import Writer, WriteRequest, Written
from rapport.core.blueprint import BrandFolder, Release
from rapport.core.catalogue import Product
from rapport.core.creative.framework import (
    NOTHING,
    Action,
    Block,
    Framework,
    choose_blocks,
    combinations,
)
from rapport.core.effects import Send
from rapport.core.events import Contact, Line
from rapport.core.flow import DecisionPoint

FOLDER = Path(rapport.__file__).parent / "brands/alder_and_clay"
AT = 1_780_410_000_000
"""Tuesday 2 June 2026, 14:20 UTC."""

POTS = ("round-teapot-indigo", "dipping-bowl-blush", "tea-alder-breakfast")
ONE = {
    "Mugs": "breakfast-mug-sea-glass",
    "Teapots": "side-handled-teapot-tenmoku",
    "Bowls": "serving-bowl-sea-glass",
    "Plates": "dinner-plate-charcoal",
    "Tea": "tea-rainy-day-earl-grey",
}
"""The product of each category with one of the longest titles."""
MATTERS: tuple[tuple[str, ...], ...] = (*((handle,) for handle in ONE.values()), POTS)


@cache
def folder() -> BrandFolder:
    return read_brand_folder(FOLDER)


@cache
def products() -> dict[str, Product]:
    brand = folder().brand
    return read_catalogue(
        FOLDER / "catalogue.csv",
        shop_url=brand.shop_url,
        currency=brand.currency,
    )


@cache
def release() -> Release:
    of = folder()
    return Release(1, 0, of.brand, of.offers, of.frameworks, of.flows, of.rules)


@cache
def writer() -> Writer:
    return Writer(Links("https://post.alderandclay.example", "a secret"), MailRenderer())


def framework(key: str) -> Framework:
    return next(one for one in folder().frameworks if one.key == key)


def points(key: str) -> tuple[str, ...]:
    """The decision points of a framework, in the order in which a run comes to them."""
    nodes = [node for flow in folder().flows for node in flow.nodes]
    return tuple(n.key for n in nodes if isinstance(n, DecisionPoint) and n.framework == key)


def actions(key: str) -> tuple[Action, ...]:
    return tuple(combinations(framework(key), folder().rules))


def blocks(key: str, point: str, action: Action) -> dict[str, Block]:
    return choose_blocks(framework(key), point, action, "en")


def matter(about: str, handles: tuple[str, ...]) -> Matter:
    """What a message is about, as a shop's own server would have told of it."""
    if about == NOTHING:
        return Matter(NOTHING)
    known = [products()[handle] for handle in handles]
    lines = tuple(
        Line(product_id=p.id, title=p.title, quantity=2, unit_price=p.price) for p in known
    )
    total = sum(line.unit_price * line.quantity for line in lines)
    return Matter(about, lines, total, folder().brand.currency, "", proven=True)


def matters(key: str) -> Iterator[Matter]:
    """Everything that its messages are tried with: a product of each category, and several."""
    about = framework(key).about
    if about == NOTHING:
        yield Matter(NOTHING)
        return
    for handles in MATTERS:
        yield matter(about, handles)


def write(key: str, point: str, action: Action, about: Matter, first_name: str = "Maya") -> Written:
    """The message as it would go out."""
    send = Send(
        key="m1",
        profile="p",
        flow=key,
        run=1,
        point=point,
        framework=key,
        release=1,
        decision="d",
        action=action,
        at=AT,
        valid_until=AT + 3_600_000,
        proven=True,
    )
    return writer().write(
        WriteRequest(
            send=send,
            release=release(),
            matter=about,
            products=products(),
            contact=Contact(first_name=first_name),
            at=AT,
        )
    )
