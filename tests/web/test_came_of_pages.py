"""A message's and a silence's page: what came of it, and the preview of just that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from one_persons_world import BRAND, Shop

from rapport.app.explaining.silences import Asked
from rapport.core.brand import Cap
from rapport.core.time import DAY
from rapport.testing import examples as ex


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """Ada leaves two baskets behind, and one message a month is enough for her."""
    shop = Shop(tmp_path, brand=ex.brand(arms=ex.USUAL_ONLY, caps=(Cap(1, 28 * DAY),)))
    for week in range(2):
        shop.leaves(day=7 * week + 1, token=f"c{week}")
    shop.until(ex.at(16))
    yield shop
    shop.close()


def message(shop: Shop) -> str:
    (row,) = shop.records.messages(BRAND)
    return shop.ask("GET", f"/console/messages/{row.key}?brand={BRAND}").text


def silence(shop: Shop) -> str:
    one = shop.here.readings.silences(BRAND, Asked()).rows[0]
    return shop.ask("GET", f"/console/silences/{one.decision}?brand={BRAND}").text


def preview(html: str) -> str:
    (address,) = re.findall(r'href="(/console/preview\?[^"]*profile[^"]*)"', html)
    return unescape(address)


def test_a_message_says_what_came_of_it_and_what_that_does_not_show(shop: Shop) -> None:
    html = message(shop)
    assert "<b>No order within 4 days.</b>" in html
    assert "does not show what the message added" in html


def test_a_message_that_did_not_go_out_says_nothing_of_it(shop: Shop) -> None:
    with shop.store.transaction() as transaction:
        transaction._db.execute("UPDATE messages SET status = 'stopped'")
    assert 'class="came"' not in message(shop)


def test_a_preview_opens_what_the_message_was(shop: Shop) -> None:
    address = preview(message(shop))
    for said in (
        "framework=checkout", "point=first", "tone=plain", "angle=help", "visual=basket",
        "offer=none", "language=en",
    ):  # fmt: skip
        assert said in address
    page = shop.ask("GET", address).text
    assert "<h1>Checkout left behind</h1>" in page
    assert re.search(r'aria-current="page">\s*First\b', page)


def test_a_preview_of_a_silence_opens_the_framework_that_it_was_of(shop: Shop) -> None:
    assert "framework=checkout&point=" in preview(silence(shop))


def test_a_framework_that_is_no_more_is_not_named(shop: Shop) -> None:
    shop.publish(ex.brand(arms=ex.USUAL_ONLY), frameworks=(), flows=())
    assert "framework" not in preview(message(shop))
    assert "framework" not in preview(silence(shop))
