"""A quantity or a price that no line has is refused by its part, whoever tells of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.adapters.sources import klaviyo, segment, shopify
from rapport.adapters.sources.lines import MAX_QUANTITY
from rapport.adapters.sources.times import instant
from rapport.core.events import Line
from rapport.ports import Parsed

NOW = instant("2026-09-21T12:00:00Z") or 0

Told = Callable[[Any, Any], Parsed]


def by_segment(quantity: Any, price: Any) -> Parsed:
    products = [
        {"product_id": "p1", "price": price, "quantity": quantity},
        {"product_id": "p2", "price": "5.00", "quantity": 2},
    ]
    message = {
        "userId": "u", "messageId": "m", "event": "Checkout Started",
        "properties": {"checkout_id": "c", "total": 10, "products": products},
    }  # fmt: skip
    return segment.parse("track", json.dumps(message).encode(), NOW)


def by_klaviyo(quantity: Any, price: Any) -> Parsed:
    items = [
        {"ProductID": "p1", "ItemPrice": price, "Quantity": quantity},
        {"ProductID": "p2", "ItemPrice": 5, "Quantity": 2},
    ]
    attributes = {
        "properties": {"$value": 10, "Items": items}, "unique_id": "u",
        "metric": {"data": {"type": "metric", "attributes": {"name": "Started Checkout"}}},
        "profile": {"data": {"type": "profile", "attributes": {"email": "a@example.com"}}},
    }  # fmt: skip
    payload = {"data": {"type": "event", "attributes": attributes}}
    return klaviyo.parse_event(json.dumps(payload).encode(), NOW)


def by_shopify(quantity: Any, price: Any) -> Parsed:
    checkout = {
        "id": 1, "token": "t", "email": "a@example.com", "currency": "GBP",
        "created_at": "2026-09-20T10:00:00Z", "updated_at": "2026-09-20T11:00:00Z",
        "total_price": "10.00",
        "line_items": [
            {"product_id": "p1", "price": price, "quantity": quantity},
            {"product_id": "p2", "price": "5.00", "quantity": 2},
        ],
    }  # fmt: skip
    return shopify.parse("checkouts/create", json.dumps(checkout).encode(), NOW, "")


SOURCES = pytest.mark.parametrize("told", [by_segment, by_klaviyo, by_shopify])


def lines_of(parsed: Parsed) -> tuple[Line, ...]:
    body = parsed.incoming[-1].event.body
    assert body.total == 1000  # type: ignore[union-attr]
    return body.lines  # type: ignore[union-attr, return-value]


@SOURCES
@pytest.mark.parametrize(
    "quantity",
    [0, -3, 1.5, 10**18, 1e18, "1e18", "a few", MAX_QUANTITY + 1, True, [2], {"of": 2}, 0.999999,
     "1,5", 10**400],
)  # fmt: skip
def test_a_line_without_a_quantity_that_can_be_is_left_out_and_named(
    told: Told, quantity: object
) -> None:
    parsed = told(quantity, "5.00")
    assert [line.product_id for line in lines_of(parsed)] == ["p2"]
    (refused,) = parsed.refused
    assert refused.where.lower().endswith("[0].quantity")
    assert refused.expected.startswith("a quantity, a whole number from 1 to 10,000")


@SOURCES
@pytest.mark.parametrize(
    ("quantity", "pieces"),
    [(1, 1), (2.0, 2), ("3", 3), ("4.00", 4), (MAX_QUANTITY, MAX_QUANTITY), (None, 1), ("", 1)],
)
def test_a_whole_number_however_it_is_written_is_taken(
    told: Told, quantity: object, pieces: int
) -> None:
    parsed = told(quantity, "5.00")
    assert parsed.refused == ()
    assert [line.quantity for line in lines_of(parsed)] == [pieces, 2]


@SOURCES
@pytest.mark.parametrize("price", [-1, "-20.00", -0.01, "free"])
def test_a_price_below_nothing_is_named_and_the_line_has_none(told: Told, price: object) -> None:
    parsed = told(1, price)
    assert [(line.quantity, line.unit_price) for line in lines_of(parsed)] == [(1, 0), (2, 500)]
    (refused,) = parsed.refused
    assert "[0]." in refused.where
    assert refused.expected.startswith("an amount of money")


@SOURCES
def test_a_gift_may_cost_nothing(told: Told) -> None:
    assert told(1, 0).refused == ()


@pytest.mark.parametrize("field", ["total", "subtotal", "revenue", "shipping", "tax"])
def test_an_order_below_nothing_is_worth_what_else_is_told(field: str) -> None:
    products = [{"product_id": "p", "price": "10.00", "quantity": 2}]
    message = {
        "userId": "u", "messageId": "m", "event": "Order Completed",
        "properties": {"order_id": 1, "products": products, field: -5},
    }  # fmt: skip
    parsed = segment.parse("track", json.dumps(message).encode(), NOW)
    assert [one.where for one in parsed.refused] == [f"properties.{field}"]
    body = parsed.incoming[-1].event.body
    assert (body.revenue, body.total) == (2000, 2000)  # type: ignore[union-attr]


def test_a_product_that_is_looked_at_is_known_whatever_its_quantity() -> None:
    message = {
        "userId": "u", "messageId": "m", "event": "Product Viewed",
        "properties": {"product_id": "p", "quantity": 1e18},
    }  # fmt: skip
    parsed = segment.parse("track", json.dumps(message).encode(), NOW)
    line = parsed.incoming[-1].event.body.line  # type: ignore[union-attr]
    assert (line.product_id, line.quantity) == ("p", 1)
    assert [one.where for one in parsed.refused] == ["properties.quantity"]


def test_what_is_sent_back_in_a_quantity_that_cannot_be_is_left_out() -> None:
    refund = {
        "id": 1, "order_id": 2, "created_at": "2026-09-20T10:00:00Z",
        "transactions": [{"kind": "refund", "status": "success", "amount": "1.00"}],
        "refund_line_items": [
            {"quantity": 1.5, "line_item": {"product_id": 5, "quantity": 2}},
            {"quantity": 1, "line_item": {"product_id": 6, "quantity": 2}},
        ],
    }  # fmt: skip
    parsed = shopify.parse("refunds/create", json.dumps(refund).encode(), NOW, "")
    body = parsed.incoming[-1].event.body
    lines = body.lines  # type: ignore[union-attr]
    assert [(line.product_id, line.quantity) for line in lines] == [("6", 1)]
    assert len(parsed.refused) == 1


@given(
    st.one_of(st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=12))
)
def test_a_quantity_is_what_was_written_or_refused(written: object) -> None:
    parsed = by_segment(written, "5.00")
    lines = lines_of(parsed)
    if parsed.refused:
        assert [line.product_id for line in lines] == ["p2"]
    elif written != "":
        assert 1 <= lines[0].quantity <= MAX_QUANTITY
        assert isinstance(written, str) or lines[0].quantity == written
