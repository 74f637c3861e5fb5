"""Orders, refunds and cancellations by all three intakes, in any order, currency and time: nothing
breaks, money is counted in the brand's currency alone, and a replay comes to the same."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from dispatch_world import LEFT_AT, DispatchWorld
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rapport.adapters.sources import klaviyo, segment, shopify
from rapport.app.events.replay import replay
from rapport.core.bounds import MOST_MONEY
from rapport.core.events import OrderRefunded
from rapport.core.state import ProfileState
from rapport.core.time import DAY
from rapport.errors import RefusedInputError
from rapport.ports import Parsed

NOW = LEFT_AT
ADA = "ada@example.com"

CURRENCIES = ("GBP", "USD", "JPY", "KWD", "gbp", "", None, "XXX", "pounds", 5)
AMOUNTS = ("28.00", "0.00", "-5.00", "0.005", "1e3", 28, 12.34, None, "", "9999999999.99", "lots")
IDS = (1, 2, 3)
TIMES: tuple[object, ...] = (
    "2026-03-02T08:00:00Z", "2025-07-01", "1970-01-01T00:00:00Z", "1999-12-31T23:59:59Z",
    "2000-01-01T00:00:01Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-03-02T09:59:60Z",
    "2026-03-03T09:00:00+00:00", "2027-01-01", "2026-03-02T23:30:00-14:00", 0, -1, 10**18, 1.5,
    1e308, True, "soon", "", None,
)  # fmt: skip
"""The day on which all of it is told is 2 March 2026, at ten."""

Tell = Callable[[], Parsed]


def _plain(values: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None}


def by_shopify(
    kind: str, number: int, amount: object, currency: object, at: object, n: int
) -> Tell:
    known: dict[str, object] = {"currency": currency, "updated_at": f"2026-03-02T00:00:{n:02}Z"}
    if kind == "refund":
        topic = "refunds/create"
        paid = _plain({"amount": amount, "currency": currency, "status": "success",
                       "kind": "refund"})  # fmt: skip
        known |= {"id": 500 + n, "order_id": number, "created_at": at, "transactions": [paid]}
    elif kind == "cancel":
        topic = "orders/cancelled"
        known |= {"id": number, "cancelled_at": at, "email": ADA}
    else:
        topic = "orders/create" if kind == "order" else "orders/paid"
        known |= {"id": number, "created_at": at, "email": ADA, "total_price": amount,
                  "subtotal_price": amount}  # fmt: skip
    body = json.dumps(_plain(known)).encode()
    return lambda: shopify.parse(topic, body, NOW, f"w{n}", default_currency="GBP")


def by_segment(
    kind: str, number: int, amount: object, currency: object, at: object, n: int
) -> Tell:
    event = {"refund": "Order Refunded", "cancel": "Order Cancelled"}.get(kind, "Order Completed")
    props = _plain({"order_id": str(number), "total": amount, "currency": currency})
    told = _plain({"messageId": f"m{n}", "userId": "ada", "event": event, "timestamp": at,
                   "properties": props, "context": {"traits": {"email": ADA}}})  # fmt: skip
    body = json.dumps(told).encode()
    return lambda: segment.parse("track", body, NOW, default_currency="GBP")


def by_klaviyo(
    kind: str, number: int, amount: object, currency: object, at: object, n: int
) -> Tell:
    metric = {"refund": "Refunded Order", "cancel": "Cancelled Order"}.get(kind, "Placed Order")
    attributes = _plain({
        "properties": {"OrderId": str(number)}, "value": amount, "value_currency": currency,
        "time": at, "unique_id": f"k{n}",
        "metric": {"data": {"type": "metric", "attributes": {"name": metric}}},
        "profile": {"data": {"type": "profile", "attributes": {"email": ADA}}},
    })  # fmt: skip
    body = json.dumps({"data": {"type": "event", "attributes": attributes}}).encode()
    return lambda: klaviyo.parse_event(body, NOW, default_currency="GBP")


BY = {"shopify": by_shopify, "segment": by_segment, "klaviyo": by_klaviyo}

_TOLD = st.tuples(
    st.sampled_from(sorted(BY)), st.sampled_from(("order", "edited", "refund", "cancel")),
    st.sampled_from(IDS), st.sampled_from(AMOUNTS), st.sampled_from(CURRENCIES),
    st.sampled_from(TIMES),
)  # fmt: skip
Told = tuple[str, str, int, object, object, object]


class Shop(DispatchWorld):
    """The shop, told of money."""

    def take(self, told: list[Told], since: int = 0) -> int:
        """Takes in all that can be read, each by a name of its own, which are numbered from `since`
        on; returns how many were refused as a whole."""
        refused = 0
        for n, (source, kind, number, amount, currency, at) in enumerate(told, since):
            try:
                parsed = BY[source](kind, number, amount, currency, at, n)()
            except RefusedInputError:
                refused += 1
                continue
            self.host.take_in(self.brand, parsed.incoming)
        return refused

    def sql(self, statement: str) -> list[tuple[object, ...]]:
        with self.store.transaction() as transaction:
            db = transaction._db  # type: ignore[attr-defined]  # the sums of the report, as stored
            return list(db.execute(statement).fetchall())

    def living(self) -> list[ProfileState]:
        states = [state for _, state in self.records.profiles(self.brand)]
        return [state for state in states if not state.moved_into]


@settings(
    max_examples=60, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(st.lists(_TOLD, min_size=1, max_size=9))
def test_whatever_is_told_nothing_breaks_and_sums_agree(
    tmp_path_factory: pytest.TempPathFactory, told: list[Told]
) -> None:
    shop = Shop(tmp_path_factory.mktemp("money"))
    try:
        shop.clock.at = NOW
        shop.take(told)
        shop.clock.at = NOW + DAY
        shop.host.tick(shop.brand)
        for state in shop.living():
            orders = state.orders
            assert 0 <= orders.value <= len(told) * MOST_MONEY
            assert 0 <= orders.first_at <= orders.last_at <= NOW + DAY
            assert orders.count <= len(IDS), "an order that is told again, or edited, is one"
        ((revenue,),) = shop.sql("SELECT coalesce(sum(revenue), 0) FROM orders")
        assert revenue == sum(state.orders.value for state in shop.living())
        assert replay(shop.records, shop.blueprint).identical
    finally:
        shop.close()


@settings(
    max_examples=40, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(
    st.lists(
        st.tuples(
            st.sampled_from(sorted(BY)), st.sampled_from(("order", "refund")), st.just(2),
            st.sampled_from(("5.00", "40.00")), st.sampled_from(("USD", "JPY", "KWD")),
            st.just("2026-03-02T08:30:00Z"),
        ),
        min_size=1, max_size=4,
    )
)  # fmt: skip
@example([("segment", "refund", 2, "5.00", "USD", "2026-03-02T08:30:00Z")])
def test_money_of_another_currency_changes_no_sum(
    tmp_path_factory: pytest.TempPathFactory, foreign: list[Told]
) -> None:
    shop = Shop(tmp_path_factory.mktemp("foreign"))
    try:
        shop.clock.at = NOW
        home: Told = ("segment", "order", 1, "28.00", "GBP", "2026-03-02T08:00:00Z")
        assert shop.take([home]) == 0
        shop.take(foreign, since=1)
        assert sum(state.orders.value for state in shop.living()) == 2_800
        assert shop.sql("SELECT sum(revenue) FROM orders") == [(2_800,)]
        assert replay(shop.records, shop.blueprint).identical
    finally:
        shop.close()


@pytest.mark.parametrize(
    ("paid", "shop_money", "expected"),
    [
        (("35.00", "USD"), "GBP", (2_800, "GBP")),  # the customer paid in dollars, the shop counts
        (("10.00", "GBP"), "GBP", (1_000, "GBP")),  # in pounds
        (("10.00", "GBP"), "", (1_000, "GBP")),
        (("35.00", "USD"), "USD", (2_800, "USD")),  # a shop that counts in dollars
    ],
)
def test_what_shopify_paid_back_is_told_in_the_currency_of_the_goods(
    paid: tuple[str, str], shop_money: str, expected: tuple[int, str]
) -> None:
    amount, currency = paid
    goods: dict[str, object] = {"subtotal": "28.00", "quantity": 1}
    if shop_money:
        money = {"amount": "28.00", "currency_code": shop_money}
        goods["subtotal_set"] = {"shop_money": money}
    body = {
        "id": 1, "order_id": 2, "created_at": "2026-03-02T08:00:00Z", "refund_line_items": [goods],
        "transactions": [{"amount": amount, "currency": currency, "status": "success",
                          "kind": "refund"}],
    }  # fmt: skip
    parsed = shopify.parse("refunds/create", json.dumps(body).encode(), NOW, "w1")
    refunds = [one.event.body for one in parsed.incoming]
    (told,) = (one for one in refunds if isinstance(one, OrderRefunded))
    assert (told.amount, told.currency) == expected
