"""Baskets that a shop tells of without prices, the whole way: they are at the catalogue's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

import pytest
from shopfront import DOMAIN, KEY, MONDAY, Shopfront

from rapport.core.codec import decode_decision
from rapport.core.deciding.arms import ADAPTIVE
from rapport.core.deciding.reasons import UNKNOWN_TOTAL
from rapport.core.decision import Decision
from rapport.core.time import DAY, HOUR
from rapport.testing.shop.request import iso

MUG, PRICE, COST = "breakfast-mug-oatmeal", 2_600, 1_040

NUMBERS = count()
"""Of people, and of days."""

Teller = Callable[[Shopfront, str, str, object], None]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shopfront]:
    """One shop for all of them; every test is about people of its own."""
    shop = Shopfront(tmp_path_factory.mktemp("shop"))
    yield shop
    shop.installation.close()


def klaviyo(shop: Shopfront, email: str, product: str, price: object) -> None:
    item = {"ProductID": product, "Quantity": 1} | _told("ItemPrice", price)
    attributes = {
        "metric": {"data": {"type": "metric", "attributes": {"name": "Started Checkout"}}},
        "profile": {"data": {"type": "profile", "attributes": {"email": email}}},
        "properties": {"Items": [item]},
        "time": iso(shop.clock.now()),
        "unique_id": f"checkout-of-{email}",
    }
    headers = {"Authorization": f"Klaviyo-API-Key {KEY}"}
    body = {"data": {"type": "event", "attributes": attributes}}
    assert shop.ask("POST", "/api/events", json=body, headers=headers).status_code == 202


def segment(shop: Shopfront, email: str, product: str, price: object) -> None:
    message = {
        "type": "track",
        "event": "Checkout Started",
        "messageId": f"checkout-of-{email}",
        "context": {"traits": {"email": email}},
        "timestamp": iso(shop.clock.now()),
        "properties": {
            "checkout_id": email,
            "products": [{"product_id": product, "quantity": 1} | _told("price", price)],
        },
    }
    assert shop.ask("POST", "/v1/track", json=message, auth=(KEY, "")).status_code == 200


def shopify(shop: Shopfront, email: str, product: str, price: object) -> None:
    when = iso(shop.clock.now())
    item = {"product_id": product, "sku": product, "title": "A mug", "quantity": 1}
    shop.shopify(
        "checkouts/create",
        {
            "id": email,
            "token": f"token-of-{email}",
            "email": email,
            "created_at": when,
            "updated_at": when,
            "currency": "GBP",
            "abandoned_checkout_url": f"https://{DOMAIN}/checkouts/x/recover",
            "line_items": [item | _told("price", price)],
        },
    )


def _told(name: str, price: object) -> dict[str, object]:
    return {} if price is None else {name: price}


def decided(shop: Shopfront, teller: Teller, product: str, price: object) -> list[Decision]:
    """What was decided about somebody of the adaptive arm who left that basket behind."""
    number = next(NUMBERS)
    email = shop.somebody(ADAPTIVE, number)
    shop.clock.turn_to(MONDAY + number * DAY + 9 * HOUR)
    shop.signs_up(email)
    teller(shop, email, product, price)
    shop.pass_until(shop.clock.now() + 14 * HOUR)
    sql = "SELECT body FROM decisions WHERE profile = ? ORDER BY at"
    return [decode_decision(row["body"]) for row in shop.rows(sql, shop.profile(email))]


def known(decision: Decision, name: str) -> float | None:
    return {one.name: one.value for one in decision.signals}[name]


@pytest.mark.parametrize(
    ("teller", "price"),
    [
        (klaviyo, None), (klaviyo, 26), (klaviyo, -5), (klaviyo, 1e308), (klaviyo, 1e22),
        (segment, None), (segment, 26), (segment, -5), (segment, 1e22), (segment, 0),
        (shopify, None), (shopify, "26.00"),
    ],
)  # fmt: skip
def test_a_basket_told_without_prices_is_decided_about_at_the_catalogues(
    shop: Shopfront, teller: Teller, price: object
) -> None:
    first, *_ = decided(shop, teller, MUG, price)
    if (teller, price) == (segment, 0):  # a page alone gives nothing away, and nobody knows
        assert (known(first, "cart_total"), known(first, "cart_margin")) == (None, None)
        assert first.margin > 0
        return
    assert known(first, "cart_total") == PRICE
    assert known(first, "cart_margin") == first.margin == PRICE - COST


@pytest.mark.parametrize("teller", [klaviyo, shopify])
def test_where_nobody_knows_a_price_a_usual_order_is_at_stake_and_no_offer(
    shop: Shopfront, teller: Teller
) -> None:
    found = decided(shop, teller, "from-elsewhere", None)
    assert all(known(one, "cart_total") is None for one in found)
    assert all(one.margin > 0 for one in found)
    (content,) = (one for one in found if one.stage == "content")
    offers = {one.level for one in content.excluded if one.reason == UNKNOWN_TOTAL}
    assert offers == {"free-delivery", "ten-percent", "tea-sampler"}
