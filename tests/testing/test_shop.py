"""The simulated shop's event loop: reproducible, in order, and one life at a time."""

from __future__ import annotations

import msgspec
import pytest
from shop_world import (
    CHEAPER,
    FOREVER,
    PRODUCTS,
    USUAL,
    a_message,
    a_shop,
    pester,
    recovered,
    write_to,
    write_to_all,
)

from rapport.core.catalogue import Product
from rapport.core.events import Contact
from rapport.core.time import DAY, HOUR, MINUTE
from rapport.errors import UserError
from rapport.testing.shop import ShopRequest, ShopSettings, SimulatedShop


def topic(request: ShopRequest) -> str:
    return request.headers.get("X-Shopify-Topic", request.path)


def test_the_same_seed_and_messages_give_the_same_bytes() -> None:
    first, second = write_to_all(a_shop(), CHEAPER), write_to_all(a_shop(), CHEAPER)
    assert first == second
    assert first != write_to_all(a_shop(seed=2), CHEAPER)


def test_requests_come_in_time_order_and_each_once_however_they_are_asked_for() -> None:
    whole = a_shop().requests_until(FOREVER)
    assert [r.at for r in whole] == sorted(r.at for r in whole)
    shop, pieces = a_shop(), []
    while (at := shop.next_at()) is not None:
        part = shop.requests_until(at + 7 * HOUR)
        assert part[0].at == at
        pieces += part
    assert pieces == whole


def test_what_one_customer_is_sent_changes_nothing_in_anybody_elses_life() -> None:
    untouched = a_shop(customers=150)
    touched = a_shop(customers=150)
    quiet = untouched.requests_until(FOREVER)
    loud = write_to_all(touched, CHEAPER, who=lambda checkout: checkout.customer % 2 == 0)
    written_to = [c for c in touched.customers if c.index % 2 == 0]
    names = [name.encode() for c in written_to for name in (c.email, c.anonymous_id)]
    refunds = [str(5_000_000_000_000 + c.number).encode() for c in touched.truth.checkouts.values()
               if c.customer % 2 == 0]  # fmt: skip

    def of_the_others(requests: list[ShopRequest]) -> list[ShopRequest]:
        answers = ("/c/", "/u/")
        return [
            r
            for r in requests
            if not r.path.startswith(answers) and not any(n in r.body for n in names + refunds)
        ]

    assert len(quiet) != len(loud)
    assert of_the_others(quiet) == of_the_others(loud)


def test_whoever_gets_no_message_never_answers_one() -> None:
    requests = a_shop().requests_until(FOREVER)
    assert not [r for r in requests if r.path.startswith(("/c/", "/u/"))]
    assert not [r for r in requests if b"Email" in r.body]


def test_an_order_that_comes_anyway_comes_at_the_same_moment_until_a_message_differs() -> None:
    quiet, loud = a_shop(), a_shop()
    quiet.requests_until(FOREVER)
    write_to_all(loud, USUAL)
    early = {
        order.checkout.token: order
        for order in quiet.orders
        if order.at < order.checkout.left_at + HOUR or order.checkout.bought_at
    }
    told = {order.checkout.token: order for order in loud.orders}
    assert early
    assert all(told[token] == order for token, order in early.items())


def test_in_the_null_world_messages_change_who_clicks_and_never_who_buys() -> None:
    quiet, loud = a_shop(response="null"), a_shop(response="null")
    quiet.requests_until(FOREVER)
    write_to_all(loud, CHEAPER)
    assert recovered(quiet) == recovered(loud)
    assert loud.summary()["clicks"] > 0


def test_an_order_after_an_offer_uses_its_code_and_pays_less() -> None:
    shop = a_shop()
    requests = write_to_all(shop, CHEAPER)
    bodies = [msgspec.json.decode(r.body) for r in requests if topic(r) == "orders/create"]
    with_code = [body for body in bodies if body["discount_codes"]]
    assert with_code
    for body in with_code:
        before = float(body["total_line_items_price"])
        assert body["discount_codes"][0]["code"] == "TEN"
        assert float(body["subtotal_price"]) == pytest.approx(before * 0.9, abs=0.01)
        assert float(body["total_discounts"]) == pytest.approx(before * 0.1, abs=0.01)
    after_message = {order.checkout.token for order in shop.orders if order.message}
    assert after_message == {body["checkout_token"] for body in with_code}


def test_free_delivery_takes_the_postage_off_and_leaves_the_products() -> None:
    shop = a_shop()
    write_to_all(shop, msgspec.structs.replace(CHEAPER, offer="free-delivery"))
    after = [order for order in shop.orders if order.message and order.checkout.shipping]
    assert after
    assert all(order.total == order.checkout.subtotal for order in after)


def test_mail_scanners_fetch_every_link_and_unsubscribe_nobody() -> None:
    shop = a_shop(scanner_share=1.0, bad_address_share=0.0)
    checkout = next(iter(shop.truth.checkouts.values()))
    shop.requests_until(checkout.left_at)
    write_to(shop, checkout, USUAL, checkout.left_at, "m1")
    soon = shop.requests_until(checkout.left_at + 10_000)
    fetched = [(r.method, r.path) for r in soon if r.path.startswith(("/c/", "/u/"))]
    assert fetched == [("GET", "/c/checkout.m1"), ("GET", "/c/shop.m1"), ("GET", "/u/m1")]


def test_a_dead_address_bounces_and_answers_nothing_else() -> None:
    shop = a_shop(bad_address_share=1.0)
    requests = write_to_all(shop, CHEAPER)
    assert shop.summary()["email_bounced"] == len(shop.truth.checkouts) - len(recovered(shop)) + (
        sum(o.at > o.checkout.left_at + HOUR for o in shop.orders if not o.checkout.bought_at)
    )
    assert not [r for r in requests if r.path.startswith(("/c/", "/u/"))]
    assert not shop.truth.delivered


def test_who_unsubscribed_accepts_no_marketing_at_their_next_checkout() -> None:
    shop = a_shop(customers=800, response="fatigue", marketing_share=1.0)
    requests = pester(shop, CHEAPER, times=6)
    unsubscribed: dict[str, int] = {}
    answers = []
    for request in requests:
        if request.method == "POST" and request.path.startswith("/u/m-"):
            token = request.path.removeprefix("/u/m-").partition("-")[0]
            owner = shop.truth.owner(shop.truth.checkouts[token])
            unsubscribed[owner.email] = request.at
        elif topic(request) == "checkouts/create":
            body = msgspec.json.decode(request.body)
            if body["email"] in unsubscribed:
                answers.append(body["buyer_accepts_marketing"])
    assert answers
    # A webhook that comes a second time still says what it said the first time.
    assert sum(answers) <= 0.03 * len(answers)


def test_a_message_to_somebody_who_did_not_agree_is_counted() -> None:
    shop = a_shop(marketing_share=0.0)
    checkout = next(iter(shop.truth.checkouts.values()))
    write_to(shop, checkout, USUAL, checkout.left_at + HOUR, "m1")
    assert shop.summary()["messages_without_consent"] == 1


def test_a_message_about_nothing_left_behind_brings_no_order() -> None:
    quiet, shop = a_shop(), a_shop()
    customer = next(c for c in shop.customers if not c.bad_address)
    shop.deliver(a_message(None, CHEAPER), Contact(email=customer.email), shop.settings.start)
    shop.requests_until(FOREVER)
    quiet.requests_until(FOREVER)
    assert shop.orders == quiet.orders
    assert shop.truth.delivered[0].checkout == ""


def test_a_message_to_a_stranger_is_refused_with_the_address() -> None:
    with pytest.raises(UserError, match=r"nobody@example\.com"):
        a_shop().deliver(a_message(None, USUAL), Contact(email="nobody@example.com"), 0)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"response": "quiet"}, "no world 'quiet'"),
        ({"customers": 0}, "at least one customer"),
        ({"late_share": 1.5}, "'late_share'"),
        ({"seed": -1}, "seed is -1"),
    ],
)
def test_settings_that_make_no_world_are_named(settings: dict[str, object], said: str) -> None:
    wrong = msgspec.structs.replace(ShopSettings(), **settings)
    with pytest.raises(UserError, match=said):
        SimulatedShop(wrong, PRODUCTS)


def test_a_shop_with_nothing_to_sell_says_so() -> None:
    with pytest.raises(UserError, match="nothing to sell"):
        SimulatedShop(ShopSettings(customers=5), [Product("p", "Gift", price=0)])


def test_the_default_month_is_as_busy_as_a_small_shop() -> None:
    shop = SimulatedShop(ShopSettings(), PRODUCTS)
    shop.requests_until(FOREVER)
    counts = shop.summary()
    assert 40_000 <= counts["requests"] <= 80_000
    assert 2_500 <= counts["checkouts_left"] <= 4_000
    assert 0.08 <= counts["orders_recovered"] / counts["checkouts_left"] <= 0.12
    consenting = sum(c.accepts_marketing for c in shop.customers) / len(shop.customers)
    assert consenting == pytest.approx(0.8, abs=0.03)
    gaps = [c.started_at for c in shop.truth.checkouts.values()]
    assert max(gaps) < shop.settings.end + HOUR
    assert min(gaps) < shop.settings.start + DAY + MINUTE
