"""Purchases, as three tools of a shop tell of them at the web edge: each counts once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count, permutations

import pytest
from shopfront import MONDAY, Order, Shopfront

from rapport.core.time import HOUR, MINUTE

NUMBERS = count(1)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shopfront]:
    """One shop for all of them; every test is about a person of its own."""
    shop = Shopfront(tmp_path_factory.mktemp("shop"))
    yield shop
    shop.installation.close()


@pytest.fixture(scope="module")
def by_pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shopfront]:
    """A shop whose pages tell of orders, and nobody else."""
    shop = Shopfront(tmp_path_factory.mktemp("by-pages"))
    yield shop
    shop.installation.close()


def an_order(*, one_name: bool = True, anonymous: bool = False, after: int = 0) -> Order:
    """A new person's order; with `one_name` every source calls it the same."""
    number = next(NUMBERS)
    at = MONDAY + 8 * HOUR + after
    ends = ("001", "001", "001") if one_name else ("2", "w3", "k4")
    shopify, segment, klaviyo = (f"{number}{end}" for end in ends)
    return Order(f"buyer{number}@example.com", at, shopify, segment, klaviyo, anonymous)


def gained(shop: Shopfront, before: tuple[int, int]) -> tuple[int, int]:
    after = shop.worth()
    return after[0] - before[0], after[1] - before[1]


Teller = Callable[[Shopfront, Order], object]
TELLERS: tuple[Teller, ...] = (
    Shopfront.segment_tells,
    Shopfront.shopify_tells,
    Shopfront.klaviyo_tells,
)


@pytest.mark.parametrize("order_of_telling", list(permutations(range(3))))
@pytest.mark.parametrize(("one_name", "anonymous"), [(True, False), (True, True), (False, False)])
def test_an_order_told_by_three_sources_counts_once(
    shop: Shopfront, order_of_telling: tuple[int, ...], one_name: bool, anonymous: bool
) -> None:
    order, before = an_order(one_name=one_name, anonymous=anonymous), shop.worth()
    for teller in order_of_telling:
        TELLERS[teller](shop, order)
    assert gained(shop, before) == (1, 4_000)
    assert shop.state(order.email).orders.count == 1


@pytest.mark.parametrize(
    ("told", "teller"),
    [("by_pages", TELLERS[0]), ("shop", TELLERS[1]), ("shop", TELLERS[2])],
)
def test_two_orders_of_the_same_amount_a_minute_apart_count_twice(
    told: str, teller: Teller, request: pytest.FixtureRequest
) -> None:
    shop: Shopfront = request.getfixturevalue(told)
    first, before = an_order(one_name=False), shop.worth()
    second = an_order(one_name=False, after=MINUTE)._replace(email=first.email)
    teller(shop, first)
    teller(shop, second)
    assert gained(shop, before) == (2, 8_000)


def test_where_the_shop_tells_of_its_orders_a_pages_counts_once_the_shop_has(
    shop: Shopfront,
) -> None:
    shop.shopify_tells(an_order())
    order, before = an_order(), shop.worth()
    shop.segment_tells(order)
    assert gained(shop, before) == (0, 0)
    shop.klaviyo_tells(order)
    assert gained(shop, before) == (1, 4_000)


def _tellable(telling: tuple[int, ...]) -> bool:
    """Not where the first word of the second order comes from another source than that of the
    first, before that one has told: then nothing but the amount says that there are two."""
    (one, first), (other, second) = TWO_ORDERS[telling[0]], TWO_ORDERS[telling[1]]
    return one is other or first == second


TWO_ORDERS = [(teller, number) for teller in TELLERS[1:] for number in range(2)]


@pytest.mark.parametrize("telling", [t for t in permutations(range(4)) if _tellable(t)])
def test_two_equal_orders_a_minute_apart_told_by_two_sources_under_one_name_count_twice(
    shop: Shopfront, telling: tuple[int, ...]
) -> None:
    first, before = an_order(), shop.worth()
    orders = (first, an_order(after=MINUTE)._replace(email=first.email))
    for index in telling:
        teller, number = TWO_ORDERS[index]
        teller(shop, orders[number])
    assert gained(shop, before) == (2, 8_000)


def test_the_same_webhook_delivered_again_changes_nothing(shop: Shopfront) -> None:
    order, before = an_order(), shop.worth()
    for _ in range(3):
        shop.shopify_tells(order)
    assert gained(shop, before) == (1, 4_000)


@pytest.mark.parametrize(("told", "teller"), [("by_pages", TELLERS[0]), ("shop", TELLERS[1])])
def test_a_refund_and_a_cancellation_take_the_money_back_once(
    told: str, teller: Teller, request: pytest.FixtureRequest
) -> None:
    shop: Shopfront = request.getfixturevalue(told)
    order, before = an_order(), shop.worth()
    teller(shop, order)
    shop.refunds(order.shopify, "40.00", f"r{order.shopify}")
    assert gained(shop, before) == (1, 0)
    shop.cancels(order.shopify, order.email)
    assert gained(shop, before) == (1, 0)
    shop.klaviyo("Refunded Order", order.email, order.at, value=40.0, OrderId=order.klaviyo)
    assert gained(shop, before) == (1, 0)
    assert shop.state(order.email).orders.value == 0


def test_part_of_an_order_goes_back_and_then_the_rest(shop: Shopfront) -> None:
    order, before = an_order(), shop.worth()
    shop.shopify_tells(order)
    shop.refunds(order.shopify, "10.00", f"r1{order.shopify}")
    assert gained(shop, before) == (1, 3_000)
    shop.refunds(order.shopify, "5.00", f"r2{order.shopify}")
    assert gained(shop, before) == (1, 2_500)
    shop.cancels(order.shopify, order.email)
    assert gained(shop, before) == (1, 0)


def test_an_order_that_is_cancelled_at_once_is_worth_nothing(shop: Shopfront) -> None:
    order, before = an_order(), shop.worth()
    shop.shopify_tells(order)
    shop.cancels(order.shopify, order.email)
    assert gained(shop, before) == (1, 0)


def test_an_anonymous_visitors_order_belongs_to_the_customer_once_they_are_known(
    by_pages: Shopfront,
) -> None:
    shop = by_pages
    order = an_order(anonymous=True)
    shop.segment_tells(order)
    shop.segment(
        "identify",
        {
            "type": "identify",
            "userId": f"user-{order.segment}",
            "anonymousId": f"browser-of-{order.email}",
            "traits": {"email": order.email},
        },
    )
    assert shop.state(order.email).orders.count == 1
    owners = {
        r["profile"] for r in shop.rows("SELECT * FROM orders WHERE order_id = ?", order.segment)
    }
    assert owners == {shop.profile(order.email)}
