"""What a checkout is worth: its goods after discounts, without delivery, whoever tells of it."""

from __future__ import annotations

import json

import pytest

from rapport.adapters.sources import klaviyo, segment, shopify
from rapport.adapters.sources.times import instant
from rapport.core.events import CheckoutStarted, Line, OrderPlaced
from rapport.ports import Parsed

NOW = instant("2026-09-21T12:00:00Z") or 0
LINES = (("p1", 19, 1), ("p2", 3, 2))
"""25.00 together."""


def by_segment(event: str = "Checkout Started", **told: object) -> Parsed:
    products = [{"product_id": p, "price": price, "quantity": n} for p, price, n in LINES]
    properties = {"order_id": 1, "products": products, **told}
    message = {"userId": "u", "messageId": "m", "event": event, "properties": properties}
    return segment.parse("track", json.dumps(message).encode(), NOW)


def by_klaviyo(event: str = "Started Checkout", **told: object) -> Parsed:
    items = [{"ProductID": p, "ItemPrice": price, "Quantity": n} for p, price, n in LINES]
    attributes = {
        "properties": {"OrderId": 1, "CheckoutID": "c", "Items": items, **told},
        "unique_id": "u", "metric": {"data": {"type": "metric", "attributes": {"name": event}}},
        "profile": {"data": {"type": "profile", "attributes": {"email": "a@example.com"}}},
    }  # fmt: skip
    payload = {"data": {"type": "event", "attributes": attributes}}
    return klaviyo.parse_event(json.dumps(payload).encode(), NOW)


def by_shopify(
    topic: str = "checkouts/create", items: dict[str, object] | None = None, **told: object
) -> Parsed:
    resource = {
        "id": 1, "token": "t", "email": "a@example.com", "currency": "GBP",
        "created_at": "2026-09-20T10:00:00Z", "updated_at": "2026-09-20T11:00:00Z",
        "line_items": [
            {"product_id": p, "price": str(price), "quantity": n, **(items or {})}
            for p, price, n in LINES
        ],
        **told,
    }  # fmt: skip
    return shopify.parse(topic, json.dumps(resource).encode(), NOW, "")


def checkout_of(parsed: Parsed) -> CheckoutStarted:
    body = parsed.incoming[-1].event.body
    assert isinstance(body, CheckoutStarted)
    return body


def order_of(parsed: Parsed) -> OrderPlaced:
    body = parsed.incoming[-1].event.body
    assert isinstance(body, OrderPlaced)
    return body


def sum_of(lines: tuple[Line, ...]) -> int:
    return sum(line.unit_price * line.quantity for line in lines)


def test_the_spec_s_own_checkout_is_worth_its_goods(samples) -> None:  # type: ignore[no-untyped-def]
    """It tells a value of 30 and, of that, delivery of 3 and tax of 2."""
    sample = next(
        m for m in samples("segment_spec/v2_samples.json") if m["event"] == "Checkout Started"
    )
    message = json.dumps({"userId": "u1", **sample}).encode()
    checkout = checkout_of(segment.parse("track", message, NOW))
    assert checkout.total == sum_of(checkout.lines) == 2_500
    assert checkout.discount == 250


@pytest.mark.parametrize(
    ("told", "goods"),
    [
        # Delivery is in the value, and told by itself or known by what is told beside it.
        ({"value": 28.95, "revenue": 25, "shipping": 3.95}, 2_500),
        ({"value": 28.95, "shipping": 3.95}, 2_500),
        ({"total": 28.95, "subtotal": 25}, 2_500),
        # Tax on top.
        ({"value": 33.95, "shipping": 3.95, "tax": 5}, 2_500),
        # Tax within the prices: the revenue is without it, the goods are not.
        ({"value": 28.95, "revenue": 20.83, "shipping": 3.95, "tax": 4.17}, 2_500),
        ({"value": 28.95, "shipping": 3.95, "tax": 4.17}, 2_500),
        ({"revenue": 20.83, "tax": 4.17}, 2_500),
        ({"subtotal": 20.83, "tax": 4.17, "total": 28.95}, 2_500),
        # A value of the goods alone, with delivery beside it, as other tools have it.
        ({"value": 25, "shipping": 3.95, "tax": 4.17}, 2_500),
        # The total under the name of revenue.
        ({"value": 28.95, "revenue": 28.95, "shipping": 3.95}, 2_500),
        # A discount on the whole.
        ({"value": 26.45, "shipping": 3.95, "discount": 2.5}, 2_250),
        ({"value": 26.45, "revenue": 22.5, "shipping": 3.95, "discount": 2.5}, 2_250),
        ({"value": 26.45, "shipping": 3.95, "tax": 3.75, "discount": 2.5}, 2_250),
        ({"revenue": 21, "tax": 4, "discount": 4}, 2_100),
        ({"discount": 2.5}, 2_250),
        # Delivery or tax that is as much as the discount, so that the total is what the lines are.
        ({"value": 25, "shipping": 5, "discount": 5}, 2_000),
        ({"value": 25, "revenue": 25, "shipping": 5, "discount": 5}, 2_000),
        ({"value": 25, "tax": 5, "discount": 5}, 2_000),
        ({"value": 24, "shipping": 4, "discount": 5}, 2_000),
        # Revenue is without delivery, so that the discount is within the prices here.
        ({"value": 30, "revenue": 25, "shipping": 5, "discount": 5}, 2_500),
        # A percentage is one of the lines, and no money.
        ({"discount": "10%"}, 2_250),
        ({"discount": " -12,5 % "}, 2_187),
        ({"value": 26.45, "shipping": 3.95, "discount": "10%"}, 2_250),
        ({"discount": "110%"}, 2_500),
        # All of it given away, and delivery paid.
        ({"value": 5, "shipping": 5, "discount": 25}, 0),
        ({"subtotal": 0, "value": 5}, 0),
        # The lines bear none of it out: what was told, less what was told to be in it.
        ({"value": 60, "shipping": 5, "tax": 5}, 5_000),
        ({"value": 60}, 6_000),
        ({}, 2_500),
    ],
)  # fmt: skip
def test_segments_checkout_is_worth_its_goods(told: dict[str, object], goods: int) -> None:
    assert checkout_of(by_segment(**told)).total == goods
    assert order_of(by_segment("Order Completed", **told)).goods == goods


@pytest.mark.parametrize(
    ("told", "goods"),
    [
        ({"$value": 28.95, "ShippingCost": 3.95}, 2_500),
        ({"$value": 28.95, "Shipping": 3.95, "Tax": 4.17}, 2_500),
        ({"$value": 28.95, "Subtotal": 25}, 2_500),
        ({"$value": 28.95, "SubTotal": 21, "TaxTotal": 4, "DiscountValue": 4}, 2_100),
        ({"$value": 26.45, "ShippingCost": 3.95, "DiscountValue": 2.5}, 2_250),
        ({"$value": 25, "ShippingCost": 5, "DiscountValue": 5}, 2_000),
        ({"$value": 26.45, "ShippingCost": 3.95, "Total Discounts": "10%"}, 2_250),
        ({"$value": 5, "ShippingCost": 5, "DiscountValue": "100%"}, 0),
        ({"$value": 28.95}, 2_895),
        ({}, 2_500),
    ],
)
def test_klaviyos_checkout_is_worth_its_goods(told: dict[str, object], goods: int) -> None:
    assert checkout_of(by_klaviyo(**told)).total == goods
    assert order_of(by_klaviyo("Placed Order", **told)).goods == goods


@pytest.mark.parametrize(
    ("told", "goods"),
    [
        ({"subtotal_price": "25.00", "total_price": "28.95"}, 2_500),
        # Tax within the prices, and on top of them.
        ({"subtotal_price": "25.00", "total_price": "28.95", "total_tax": "4.17",
          "taxes_included": True}, 2_500),
        ({"subtotal_price": "25.00", "total_price": "33.95", "total_tax": "5.00",
          "taxes_included": False}, 2_500),
        # Six off the whole, which happens to be what the tax within comes to.
        ({"subtotal_price": "19.00", "total_price": "22.95", "total_tax": "6.00",
          "total_discounts": "6.00", "total_line_items_price": "25.00"}, 1_900),
        ({"current_subtotal_price": "25.00", "total_price": "28.95"}, 2_500),
        ({"total_line_items_price": "25.00", "total_price": "28.95"}, 2_500),
        ({"total_line_items_price": "25.00", "total_discounts": "2.50"}, 2_250),
        ({"total_line_items_price": "25.00", "total_discounts": "10%"}, 2_500),
        ({"subtotal_price": "0.00", "total_price": "5.00"}, 0),
        ({"total_price": "28.95", "shipping_lines": [{"price": "3.95"}]}, 2_500),
        ({"total_price": "25.00",
          "shipping_lines": [{"price": "3.95", "discounted_price": "0.00"}]}, 2_500),
        ({"total_price": "28.95"}, 2_895),
        ({}, 2_500),
    ],
)  # fmt: skip
def test_shopifys_checkout_is_worth_its_goods(told: dict[str, object], goods: int) -> None:
    assert checkout_of(by_shopify(**told)).total == goods
    assert order_of(by_shopify("orders/create", **told)).goods == goods


def test_a_percentage_is_told_as_the_money_that_it_is() -> None:
    assert checkout_of(by_segment(discount="10%")).discount == 250
    assert checkout_of(by_klaviyo(DiscountValue="10 %")).discount == 250


def test_nobody_knows_what_a_percentage_is_of_where_a_line_was_left_out() -> None:
    lost = [{"product_id": "p1", "price": 19, "quantity": 1}, {"product_id": "p2", "quantity": 0.5}]
    parsed = by_segment(products=lost, discount="10%")
    assert checkout_of(parsed).discount == 0
    assert any(refusal.where.endswith("discount") for refusal in parsed.refused)


def test_goods_of_an_order_that_nobody_knows_are_not_nothing() -> None:
    lost: dict[str, object] = {"quantity": 0.5}
    products = [{"product_id": "p1", "price": 19, **lost}]
    items = [{"ProductID": "p1", "ItemPrice": 19, "Quantity": 0.5}]
    assert order_of(by_segment("Order Completed", products=products)).goods is None
    assert order_of(by_klaviyo("Placed Order", Items=items)).goods is None
    assert order_of(by_shopify("orders/create", items=lost)).goods is None


def test_discounts_on_lines_are_off_both_the_lines_and_the_goods() -> None:
    off = {"discount_allocations": [{"amount": "1.00"}]}
    told = {"subtotal_price": "23.00", "total_price": "26.95", "total_discounts": "2.00"}
    checkout = checkout_of(by_shopify(items=off, **told))
    assert checkout.total == sum_of(checkout.lines) == 2_300
    assert checkout.discount == 200


def test_what_an_order_brings_and_what_was_paid_are_as_they_were() -> None:
    told = {"subtotal_price": "25.00", "total_price": "28.95", "total_tax": "4.17"}
    order = order_of(by_shopify("orders/create", taxes_included=True, **told))
    assert (order.goods, order.revenue, order.total) == (2_500, 2_083, 2_895)
