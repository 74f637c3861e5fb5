"""Shopify's webhooks: signatures, topics, worth, identity, consent and redelivery."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json

import pytest

from rapport.adapters.sources import segment, shopify
from rapport.adapters.sources.shopify import verify_hmac
from rapport.adapters.sources.times import instant
from rapport.core.events import (
    CartChanged,
    CheckoutStarted,
    ConsentChanged,
    Event,
    OrderCancelled,
    OrderPlaced,
    OrderRefunded,
    ProfileChanged,
)
from rapport.errors import RefusedInputError

NOW = instant("2026-09-21T12:00:00Z") or 0
FOLDER = "shopify_fixtures/shopify_python_api"

CHECKOUT = {
    "id": 1,
    "token": "tok",
    "cart_token": "cart",
    "email": "bob@example.com",
    "created_at": "2026-09-20T10:00:00Z",
    "updated_at": "2026-09-20T11:00:00Z",
    "currency": "GBP",
    "total_price": "20.00",
    "line_items": [{"product_id": 5, "title": "Tea", "price": "10.00", "quantity": 2}],
}
ORDER = {
    "id": 450789469,
    "name": "#1001",
    "order_number": 1001,
    "checkout_token": "tok",
    "email": "bob@example.com",
    "created_at": "2026-09-20T12:00:00Z",
    "updated_at": "2026-09-20T12:00:01Z",
    "currency": "GBP",
    "subtotal_price": "20.00",
    "total_price": "26.00",
    "total_tax": "4.00",
    "line_items": [{"product_id": 5, "title": "Tea", "price": "10.00", "quantity": 2}],
}


def take(topic: str, resource: object, webhook_id: str = "", **more):
    return shopify.parse(topic, json.dumps(resource).encode(), NOW, webhook_id, **more)


def event_of(parsed) -> Event:
    return parsed.incoming[-1].event


def names_of(parsed) -> set[tuple[str, str]]:
    return {(i.kind, i.value) for i in parsed.incoming[-1].identifiers}


# --- Signatures --------------------------------------------------------------------------------


def signature(secret: str, body: bytes) -> str:
    return base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()


def test_a_signature_of_the_new_or_the_old_secret_is_good():
    for secret in ("new", "old"):
        assert verify_hmac(["new", "old"], b"body", signature(secret, b"body"))


@pytest.mark.parametrize("header", ["", "é", "x" * 44, signature("new", b"other")])
def test_any_other_signature_is_bad(header):
    assert not verify_hmac(["new", "old"], b"body", header)


def test_an_empty_secret_signs_nothing():
    assert not verify_hmac([""], b"body", signature("", b"body"))
    assert not verify_hmac([], b"body", "")


# --- The public samples ------------------------------------------------------------------------


def test_the_sample_checkout_has_its_lines_and_its_people(samples):
    checkout = samples(f"{FOLDER}/checkouts.json")["checkouts"][0]
    parsed = take("checkouts/create", checkout)
    assert parsed.refused == ()
    body = event_of(parsed).body
    assert isinstance(body, CheckoutStarted)
    assert (body.checkout_token, body.total, body.currency) == (
        "2a1ace52255252df566af0faaedfbfa7", 39800, "USD",
    )  # fmt: skip
    assert [line.unit_price for line in body.lines] == [19900, 19900]
    assert body.url.endswith("?recovered=1")
    assert names_of(parsed) == {
        ("email", "bob.norman@hostmail.com"),
        ("shopify_customer", "207119551"),
        ("checkout", "2a1ace52255252df566af0faaedfbfa7"),
        ("cart", "68778783ad298f1c80c3bafcddeea02f"),
    }
    contact = parsed.incoming[0].contact
    assert contact is not None
    assert (contact.first_name, contact.country, contact.phone) == ("Bob", "US", None)


def test_the_sample_orders_are_worth_their_products(samples):
    order = samples(f"{FOLDER}/order.json")["order"]
    body = event_of(take("orders/create", order)).body
    assert isinstance(body, OrderPlaced)
    assert (body.total, body.revenue) == (40994, 39800)
    assert {"450789469", "1001"} <= set(body.refs)
    cancelled = event_of(take("orders/cancelled", {**order, "cancel_reason": "customer"})).body
    assert cancelled == OrderCancelled("450789469", "customer")
    other = samples(f"{FOLDER}/orders.json")["orders"][0]
    assert (
        "checkout:bd5a8aa1ecd019dd3520ff791ee3a24c"
        in event_of(take("orders/paid", other)).body.refs
    )


def test_the_sample_refund_finds_its_order(samples):
    parsed = take("refunds/create", samples(f"{FOLDER}/refund.json")["refund"])
    body = event_of(parsed).body
    assert isinstance(body, OrderRefunded)
    assert (body.order_id, body.refund_id, body.amount) == ("450789469", "509562969", 20900)
    assert len(body.lines) == 2
    assert names_of(parsed) == {("order", "450789469")}


def test_the_sample_customer_and_carts_are_taken(samples):
    customer = take("customers/update", samples(f"{FOLDER}/customer.json")["customer"])
    assert event_of(customer).body == ProfileChanged(country="US")
    assert ("shopify_customer", "207119551") in names_of(customer)
    for cart in samples(f"{FOLDER}/carts.json")["carts"]:
        body = event_of(take("carts/update", cart)).body
        assert isinstance(body, CartChanged)
        assert body.cart_token == cart["token"]
        assert [line.unit_price for line in body.lines or ()] == [100]


# --- Worth -------------------------------------------------------------------------------------


def test_tax_within_the_prices_is_no_revenue():
    body = event_of(take("orders/create", {**ORDER, "taxes_included": True})).body
    assert (body.revenue, body.total) == (1600, 2600)


def test_discounts_of_a_line_come_off_its_price():
    line = {"product_id": 5, "price": "10.00", "quantity": 3}
    for extra in ({"discount_allocations": [{"amount": "3.00"}]}, {"total_discount": "3.00"}):
        body = event_of(take("orders/create", {**ORDER, "line_items": [{**line, **extra}]})).body
        assert body.lines[0].unit_price == 900


def test_a_line_tells_its_full_price_where_it_is_struck_through_or_discounted():
    line = {"product_id": 5, "price": "10.00", "quantity": 3}
    told = (
        ({}, 0),
        ({"compare_at_price": "12.50"}, 1250),
        ({"total_discount": "3.00"}, 1000),
        ({"total_discount": "3.00", "compare_at_price": "12.50"}, 1250),
        ({"compare_at_price": "-1"}, 0),
    )
    for extra, full_price in told:
        body = event_of(take("orders/create", {**ORDER, "line_items": [{**line, **extra}]})).body
        assert body.lines[0].full_price == full_price


def test_money_of_a_currency_without_pence_is_whole():
    order = {**ORDER, "currency": "JPY", "subtotal_price": "1500", "total_price": "1500"}
    assert event_of(take("orders/create", order)).body.revenue == 1500
    cart = {"token": "c", "line_items": [{"variant_id": 1, "price": "1500", "quantity": 1}]}
    body = event_of(take("carts/create", cart, default_currency="JPY")).body
    assert body.lines[0].unit_price == 1500


def test_a_refund_of_goods_leaves_shipping_and_tax_out_and_a_failed_one_is_nothing():
    refund = {
        "id": 1,
        "order_id": 2,
        "created_at": "2026-09-20T12:00:00Z",
        "transactions": [
            {"kind": "refund", "status": "success", "amount": "26.00", "currency": "GBP"},
            {"kind": "refund", "status": "failure", "amount": "99.00", "currency": "GBP"},
        ],
        "refund_line_items": [{"quantity": 2, "subtotal": 20.0, "line_item": {"product_id": 5}}],
    }
    assert event_of(take("refunds/create", refund)).body.amount == 2000
    assert event_of(take("refunds/create", {**refund, "transactions": []})).body.amount == 0


# --- What is left out --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("topic", "resource", "ignored"),
    [
        ("orders/updated", {}, "orders/updated"),
        ("app/uninstalled", {}, "app/uninstalled"),
        ("checkouts/update", {**CHECKOUT, "completed_at": "2026-09-20T11:00:00Z"},
         "checkouts/update (completed: the order tells of it)"),
        ("orders/create", {**ORDER, "test": True}, "orders/create (a test order)"),
    ],
)  # fmt: skip
def test_what_is_of_no_use_is_ignored_by_its_name(topic, resource, ignored):
    parsed = take(topic, resource)
    assert (parsed.incoming, parsed.ignored) == ((), (ignored,))


@pytest.mark.parametrize(
    ("topic", "resource", "where"),
    [
        ("orders/create", {**ORDER, "id": None}, "id"),
        ("refunds/create", {"id": 1}, "order_id"),
        ("carts/create", {"line_items": []}, "token"),
        ("orders/create", {**ORDER, "created_at": "1900-01-01"}, "created_at"),
        ("checkouts/create", [], ""),
    ],
)
def test_what_cannot_be_taken_is_named_by_its_path(topic, resource, where):
    with pytest.raises(RefusedInputError) as refused:
        take(topic, resource)
    assert refused.value.where == where


# --- Consent -----------------------------------------------------------------------------------


def consents(parsed) -> list[tuple[str, str, str, int]]:
    return [
        (i.event.body.channel, i.event.body.status, i.event.body.method, i.event.at)
        for i in parsed.incoming
        if isinstance(i.event.body, ConsentChanged)
    ]


def test_a_box_ticked_in_the_checkout_counts_from_its_beginning_and_comes_first():
    parsed = take("checkouts/update", {**CHECKOUT, "buyer_accepts_marketing": True})
    assert consents(parsed) == [
        ("email", "subscribed", "checkout", instant("2026-09-20T10:00:00Z")),
    ]
    assert isinstance(event_of(parsed).body, CheckoutStarted)


def test_a_box_not_ticked_says_nothing():
    assert consents(take("checkouts/update", {**CHECKOUT, "buyer_accepts_marketing": False})) == []


def test_a_customers_stored_consent_has_its_own_date():
    consent = {
        "state": "unsubscribed",
        "opt_in_level": "single_opt_in",
        "consent_updated_at": "2026-01-01T00:00:00Z",
    }
    customer = {"id": 7, "email": "a@b.com", "updated_at": "2026-09-01T00:00:00Z",
                "email_marketing_consent": consent,
                "sms_marketing_consent": {"state": "not_subscribed"}}  # fmt: skip
    expected = [("email", "unsubscribed", "sync", instant("2026-01-01T00:00:00Z"))]
    assert consents(take("customers/update", customer)) == expected
    assert consents(take("orders/create", {**ORDER, "customer": customer})) == expected


# --- Identity and redelivery -------------------------------------------------------------------


def test_a_webhook_delivered_again_is_the_same_event():
    assert event_of(take("orders/create", ORDER, "w-1")).id == "shopify:w-1"
    again = [event_of(take("orders/create", ORDER)).id for _ in range(2)]
    later = event_of(take("orders/create", {**ORDER, "updated_at": "2026-09-20T13:00:00Z"})).id
    assert again[0] == again[1] != later


def test_the_same_order_told_by_segment_shares_a_name():
    told = event_of(take("orders/create", ORDER)).body
    for properties in (
        {"order_id": "450789469"},
        {"order_id": "#1001"},
        {"order_id": "gid://shopify/Order/450789469"},
        {"order_id": "other", "checkout_id": "tok"},
    ):
        body = json.dumps({"userId": "u", "event": "Order Completed", "properties": properties})
        other = event_of(segment.parse("track", body.encode(), NOW)).body
        assert set(told.refs) & set(other.refs)
