"""An order of which a line cannot be read: what the shop told of its worth goes before a sum."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.adapters.sources import klaviyo, segment, shopify
from rapport.adapters.sources.times import instant
from rapport.core.events import CheckoutStarted, OrderPlaced, OrderRefunded
from rapport.ports import Parsed

NOW = instant("2026-09-21T12:00:00Z") or 0
LOST: tuple[object, ...] = (0.5, "a few", -1, 10**9)
"""Quantities that no line has."""

NO_PRICES: tuple[object, ...] = ("NaN", "a lot", "", None, -1)
"""Prices that none has. The first line of an order below has one."""

Told = Callable[..., Parsed]


def by_segment(
    *quantities: object, event: str = "Order Completed", price: object = "10.00", **told: object
) -> Parsed:
    products = [
        {"product_id": f"p{n}", "price": price if n else "10.00", "quantity": quantity}
        for n, quantity in enumerate(quantities)
    ]
    names = {"goods": "subtotal"}
    figures = {names.get(name, name): value for name, value in told.items()}
    properties = {"order_id": 1, "checkout_id": "c", "products": products, **figures}
    message = {"userId": "u", "messageId": "m", "event": event, "properties": properties}
    return segment.parse("track", json.dumps(message).encode(), NOW)


def by_klaviyo(
    *quantities: object, event: str = "Placed Order", price: object = 10, **told: object
) -> Parsed:
    items = [
        {"ProductID": f"p{n}", "ItemPrice": price if n else 10, "Quantity": quantity}
        for n, quantity in enumerate(quantities)
    ]
    names = {"total": "$value", "goods": "Subtotal"}
    figures = {names.get(name, name): value for name, value in told.items()}
    attributes = {
        "properties": {"OrderId": 1, "CheckoutID": "c", "Items": items, **figures},
        "unique_id": "u", "metric": {"data": {"type": "metric", "attributes": {"name": event}}},
        "profile": {"data": {"type": "profile", "attributes": {"email": "a@example.com"}}},
    }  # fmt: skip
    payload = {"data": {"type": "event", "attributes": attributes}}
    return klaviyo.parse_event(json.dumps(payload).encode(), NOW)


def by_shopify(
    *quantities: object, event: str = "orders/create", price: object = "10.00", **told: object
) -> Parsed:
    names = {"total": "total_price", "goods": "subtotal_price", "listed": "total_line_items_price"}
    resource = {
        "id": 1, "token": "t", "email": "a@example.com", "currency": "GBP",
        "created_at": "2026-09-20T10:00:00Z", "updated_at": "2026-09-20T11:00:00Z",
        "line_items": [
            {"product_id": f"p{n}", "price": price if n else "10.00", "quantity": quantity}
            for n, quantity in enumerate(quantities)
        ],
        **{names.get(name, name): value for name, value in told.items()},
    }  # fmt: skip
    return shopify.parse(event, json.dumps(resource).encode(), NOW, "")


SOURCES = pytest.mark.parametrize("told", [by_segment, by_klaviyo, by_shopify])
CHECKOUTS = {by_segment: "Checkout Started", by_klaviyo: "Started Checkout",
             by_shopify: "checkouts/create"}  # fmt: skip


def order_of(parsed: Parsed) -> OrderPlaced:
    body = parsed.incoming[-1].event.body
    assert isinstance(body, OrderPlaced)
    return body


@SOURCES
@pytest.mark.parametrize("lost", LOST)
def test_the_total_that_the_shop_told_goes_before_the_sum_of_the_lines(
    told: Told, lost: object
) -> None:
    order = order_of(told(2, lost, total=50))
    assert (order.total, order.revenue, order.left_out) == (5_000, 5_000, 1)
    assert [(line.product_id, line.quantity) for line in order.lines] == [("p0", 2)]
    goods = order_of(told(2, lost, total=50, goods=45))
    assert (goods.total, goods.revenue) == (5_000, 4_500)


@SOURCES
def test_where_nothing_was_told_nobody_knows_what_it_came_to(told: Told) -> None:
    parsed = told(2, "a few")
    order = order_of(parsed)
    assert (order.total, order.revenue, order.left_out) == (0, 0, 1)
    assert any("no money does" in refusal.expected for refusal in parsed.refused)


@SOURCES
def test_where_every_line_can_be_read_their_sum_stands_for_what_was_not_told(told: Told) -> None:
    parsed = told(2, 1)
    order = order_of(parsed)
    assert (order.total, order.revenue, order.left_out) == (3_000, 3_000, 0)
    assert parsed.refused == ()


@SOURCES
def test_a_line_of_which_no_piece_was_bought_is_not_missed(told: Told) -> None:
    order = order_of(told(2, 0))
    assert (order.total, order.left_out) == (2_000, 0)


@SOURCES
def test_a_checkout_with_a_line_that_cannot_be_read_has_the_total_told_or_none(told: Told) -> None:
    for figures, total in (({"total": 50}, 5_000), ({}, 0)):
        body = told(2, "a few", event=CHECKOUTS[told], **figures).incoming[-1].event.body
        assert isinstance(body, CheckoutStarted)
        assert body.total == total


@SOURCES
def test_more_lines_than_are_kept_are_left_out_too(told: Told) -> None:
    order = order_of(told(*[1] * 300, total=3_000))
    assert order.left_out == 300 - len(order.lines) > 0
    assert order.total == 300_000


_QUANTITIES: st.SearchStrategy[Any] = st.one_of(
    st.integers(0, 5), st.sampled_from(LOST), st.none(), st.sampled_from(["", "2", [1], {}])
)


@SOURCES
@given(quantities=st.lists(_QUANTITIES, max_size=6), total=st.none() | st.integers(0, 500))
def test_an_order_is_worth_what_was_told_or_the_sum_of_all_its_lines_or_nobody_knows(
    told: Told, quantities: list[object], total: int | None
) -> None:
    order = order_of(told(*quantities, **({} if total is None else {"total": total})))
    if total is not None:
        assert order.total == total * 100
    elif order.left_out:
        assert (order.total, order.revenue) == (0, 0)
    else:
        assert order.total == 1_000 * sum(line.quantity for line in order.lines)


@SOURCES
@pytest.mark.parametrize("price", NO_PRICES)
def test_of_an_order_with_a_line_without_a_price_nobody_knows_what_it_came_to_unless_told(
    told: Told, price: object
) -> None:
    parsed = told(1, 2, price=price)
    order = order_of(parsed)
    assert (order.total, order.revenue, order.goods, order.left_out) == (0, 0, None, 0)
    assert [line.product_id for line in order.lines] == ["p0", "p1"]
    assert any("no money does" in refusal.expected for refusal in parsed.refused)
    order = order_of(told(1, 2, price=price, total=50))
    assert (order.total, order.revenue, order.goods) == (5_000, 5_000, 5_000)


@SOURCES
def test_a_total_that_is_no_amount_is_as_good_as_none(told: Told) -> None:
    order = order_of(told(1, 2, price="NaN", total="NaN"))
    assert (order.total, order.revenue, order.goods) == (0, 0, None)
    order = order_of(told(1, 2, total="NaN"))
    assert (order.total, order.revenue, order.goods) == (3_000, 3_000, 3_000)


@SOURCES
def test_an_order_of_which_nothing_is_told_is_not_one_of_nothing(told: Told) -> None:
    assert order_of(told()).goods is None
    free = order_of(told(total=0))
    assert (free.total, free.goods) == (0, 0)
    assert order_of(told(1, 2, total=0)).goods == 0
    gift = order_of(told(1, 1, price=0))
    assert (gift.total, gift.goods) == (1_000, 1_000)


@SOURCES
def test_a_basket_with_a_line_without_a_price_has_no_total(told: Told) -> None:
    body = told(1, 2, price="NaN", event=CHECKOUTS[told]).incoming[-1].event.body
    assert isinstance(body, CheckoutStarted)
    assert body.total == 0


def test_what_the_lines_of_a_shopify_order_came_to_may_be_told_apart_from_them() -> None:
    order = order_of(by_shopify(1, 2, price=None, listed="45.00"))
    assert (order.revenue, order.total, order.goods) == (4_500, 4_500, 4_500)


@pytest.mark.parametrize(
    ("figures", "amount", "whole"),
    [
        ({}, 0, True),
        ({"amount": 12}, 1_200, False),
        ({"amount": "NaN"}, 0, False),
        ({"lines": ["9.00"]}, 900, False),
        ({"lines": [None]}, 0, False),
    ],
)
def test_a_refund_is_of_the_whole_order_only_where_nothing_says_otherwise(
    figures: dict[str, object], amount: int, whole: bool
) -> None:
    lines = figures.get("lines")
    assert lines is None or isinstance(lines, list)
    products = [{"product_id": "p", "price": price, "ItemPrice": price} for price in lines or ()]
    by_name = {"Items": products, "products": products} if lines else {}
    told = {"total": figures["amount"], "$value": figures["amount"]} if "amount" in figures else {}
    found = (
        by_klaviyo(event="Refunded Order", **by_name, **told),
        by_segment(event="Order Refunded", **by_name, **told),
    )
    for parsed in found:
        body = parsed.incoming[-1].event.body
        assert isinstance(body, OrderRefunded)
        assert (body.amount, body.whole) == (amount, whole)
