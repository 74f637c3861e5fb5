"""A draft is shown for somebody in the situation that it is for, wherever it is looked at."""

from __future__ import annotations

import re
from html import unescape

import pytest
from msgspec.structs import replace
from review_world import BRAND, PLAIN, World

from rapport.app.publishing.publish import publish_catalogue
from rapport.app.reviewing.review_item import example_for
from rapport.core.creative.draft import Draft
from rapport.core.deciding.situation import PARTS, of_key
from rapport.testing import examples as ex

FORK = replace(ex.MUG, id="fork", title="Small fork", price=300)
ONE, SEVERAL = "new.first.one.calm", "new.first.several.calm"
BODY = "{{ cart.items }}: that is what you left."


@pytest.fixture
def shop(world: World) -> World:
    goods = (FORK, ex.MUG, ex.TEAPOT)
    with world.store.transaction() as transaction:
        publish_catalogue(transaction, BRAND, {one.id: one for one in goods}, ex.at(0))
    return world


def titles(world: World, draft: Draft) -> list[str]:
    blueprint = world.now(BRAND)
    matter = example_for(draft, blueprint.releases[-1], blueprint.products_at(world.clock.at))
    return [line.title for line in matter.lines]


@pytest.mark.parametrize(
    ("situation", "things", "shown"),
    [
        (ONE, "one thing in the basket", ["Small fork"]),
        (SEVERAL, "two things in the basket", ["Small fork", "Tall mug"]),
        ("", "two things in the basket", ["Small fork", "Tall mug"]),
    ],
)
def test_the_basket_is_the_one_that_the_words_are_for(
    shop: World, situation: str, things: str, shown: list[str]
) -> None:
    draft = shop.waits(BODY, situation=situation)
    assert titles(shop, draft) == shown
    item = shop.desk.seen(BRAND, draft.id)
    assert item.example == f"Robin, whom we made up, with {things}"
    text = shop.desk.shown(BRAND, draft.id).message.text
    assert [one for one in ("Small fork", "Tall mug") if one in text] == shown


def test_it_is_so_in_the_console_and_over_http(shop: World) -> None:
    draft = shop.waits(BODY, situation=ONE)
    key = shop.employ(Nell="reviewer") and "token of Nell"
    found = shop.ask(
        "GET", f"/api/review/{draft.id}", headers={"Authorization": f"Bearer {key}"}
    ).json()
    assert "One thing is in the basket." in found["situation"]
    assert found["example"]["for"] == "Robin, whom we made up, with one thing in the basket"
    assert "Small fork" in found["example"]["text"]
    assert "Tall mug" not in found["example"]["text"]
    signed = shop.ask(
        "POST", "/console/sign-in", data={"token": key}, headers={"Origin": "http://127.0.0.1:8470"}
    )
    cookies = {"Cookie": signed.headers["set-cookie"].split(";")[0]}
    page = unescape(shop.ask("GET", f"/console/review/{draft.id}", headers=cookies).text)
    assert re.search("For Robin, whom we made up, with one thing in the basket<", page)


def test_an_offer_that_asks_for_more_is_shown_with_goods_that_come_to_it(shop: World) -> None:
    plain, offer = shop.draft(situation=ONE), replace(PLAIN, offer="ten")
    assert titles(shop, plain) == ["Small fork"]
    assert titles(shop, replace(plain, action=offer)) == ["Round teapot"]
    several = replace(plain, action=offer, situation=SEVERAL)
    assert titles(shop, several) == ["Round teapot", "Tall mug"]


def test_every_situation_that_says_how_many_things_there_are_is_shown_with_as_many(
    shop: World,
) -> None:
    sizes = list(PARTS[2])
    assert sizes == ["any", "one", "several"]
    for size in sizes:
        key = f"once.returned.{size}.careful"
        count = len(titles(shop, shop.draft(situation=key)))
        words = " ".join(of_key(key).words)
        assert (count == 1) == ("One thing is in the basket." in words)


def test_without_a_catalogue_it_says_so(world: World) -> None:
    draft = world.waits(situation=ONE)
    told = "Robin, whom we made up. There is no catalogue, so nothing is in the basket"
    assert world.desk.seen(BRAND, draft.id).example == told
