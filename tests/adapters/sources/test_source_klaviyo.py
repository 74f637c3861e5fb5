"""Klaviyo's events: metrics, identity, ids, limits and consent."""

from __future__ import annotations

import json

import pytest

from rapport.adapters.sources import klaviyo
from rapport.adapters.sources.times import instant
from rapport.core.events import (
    CartChanged,
    CheckoutStarted,
    ConsentChanged,
    Contact,
    Custom,
    Event,
    Line,
    MessageBounced,
    MessageComplained,
    OrderCancelled,
    OrderPlaced,
    OrderRefunded,
    PageViewed,
    ProductViewed,
    ProfileChanged,
    TicketChanged,
)
from rapport.core.time import DAY
from rapport.errors import RefusedInputError

NOW = instant("2026-09-21T12:00:00Z") or 0

ITEM = {
    "ProductID": "1111",
    "SKU": "WINNIEPOOH",
    "ProductName": "Winnie the Pooh",
    "Quantity": 2,
    "ItemPrice": 9.99,
    "RowTotal": 19.98,
    "ProductURL": "https://www.example.com/pooh",
    "ImageURL": "https://www.example.com/pooh.png",
    "ProductCategories": ["Fiction", "Children"],
}
LINE = Line(
    product_id="1111",
    title="Winnie the Pooh",
    quantity=2,
    unit_price=999,
    sku="WINNIEPOOH",
    category="Fiction",
    url="https://www.example.com/pooh",
    image_url="https://www.example.com/pooh.png",
)
TOKEN = "2a1ace52255252df566af0faaedfbfa7"  # the token of a sample checkout


def payload(metric: str, properties: dict | None = None, profile: dict | None = None, **more):
    return {
        "data": {
            "type": "event",
            "attributes": {
                "properties": properties or {},
                "metric": {"data": {"type": "metric", "attributes": {"name": metric}}},
                "profile": {
                    "data": {
                        "type": "profile",
                        "attributes": {"email": "sarah@example.com"}
                        if profile is None
                        else profile,
                    }
                },
                **more,
            },
        }
    }


def take(metric: str, properties: dict | None = None, profile: dict | None = None, **more):
    body = json.dumps(payload(metric, properties, profile, **more)).encode()
    return klaviyo.parse_event(body, NOW)


def event_of(parsed) -> Event:
    return parsed.incoming[-1].event


def test_the_documented_examples_make_an_event(samples):
    schemas = samples("klaviyo_openapi/stable.json")["components"]["schemas"]

    def example(name: str) -> dict:
        properties = schemas[name]["properties"]["attributes"]["properties"]
        return {key: part["example"] for key, part in properties.items() if "example" in part}

    attributes = example("EventCreateQueryV2ResourceObject")
    profile = {**example("EventProfileCreateQueryResourceObject"), "location": {
        key: part["example"]
        for key, part in schemas["ProfileLocation"]["properties"].items()
        if "example" in part
    }}  # fmt: skip
    metric = example("MetricCreateQueryResourceObject")["name"]
    parsed = take(metric, attributes.pop("properties"), profile, **attributes)
    assert parsed.refused == ()
    event = event_of(parsed)
    assert event.at == instant("2022-11-08T00:00:00+00:00")
    assert event.body == ProductViewed(Line("1111", "Winnie the Pooh"))
    assert parsed.incoming[0].contact == Contact(
        email="sarah.mason@klaviyo-demo.com",
        phone="+15005550006",
        first_name="Sarah",
        last_name="Mason",
        language="en",
        country="US",
        time_zone="America/New_York",
    )


def test_a_started_checkout_has_its_lines_its_link_and_shopifys_token():
    url = f"https://shop.example/checkouts/ac/{TOKEN}/recover?key=1"
    parsed = take(
        "Started Checkout",
        {"$value": 19.98, "ItemNames": ["x"], "CheckoutURL": url, "Items": [ITEM]},
        value=19.98,
        value_currency="USD",
    )
    assert event_of(parsed).body == CheckoutStarted(
        checkout_token=TOKEN, lines=(LINE,), total=1998, currency="USD", url=url
    )
    assert ("checkout", TOKEN) in {(i.kind, i.value) for i in parsed.incoming[0].identifiers}


def test_a_placed_order_is_known_by_all_its_names():
    parsed = take(
        "Placed Order",
        {"OrderId": "#1001", "$event_id": 450789469, "Items": [ITEM], "DiscountCode": "TEN",
         "DiscountValue": "2", "ShippingCost": 3, "Tax": "1.50"},
        unique_id="u-1",
        value=24.48,
        value_currency="GBP",
    )  # fmt: skip
    body = event_of(parsed).body
    assert isinstance(body, OrderPlaced)
    assert body.order_id == "1001"
    assert set(body.refs) == {"1001", "450789469", "u-1"}
    assert (body.total, body.revenue, body.discount) == (2448, 1998, 200)
    assert (body.currency, body.discount_codes, body.lines) == ("GBP", ("TEN",), (LINE,))


def test_a_product_put_in_the_cart_is_told_with_the_whole_cart():
    body = event_of(
        take(
            "Added to Cart",
            {
                "AddedItemProductID": 1,
                "AddedItemProductName": "A",
                "AddedItemPrice": "3.50",
                "AddedItemQuantity": 2,
                "Items": [ITEM],
            },
        )
    ).body
    assert body == CartChanged(added=Line("1", "A", 2, 350), lines=(LINE,))


@pytest.mark.parametrize(
    ("metric", "properties", "body"),
    [
        ("Refunded Order", {"OrderId": 1, "$value": 5}, OrderRefunded("1", amount=500)),
        ("Refunded Order", {"OrderId": 1}, OrderRefunded("1", whole=True)),
        ("Cancelled Order", {"OrderId": 1, "Reason": "late"}, OrderCancelled("1", "late")),
        ("Active on Site", {"page": "https://a.example/"}, PageViewed("https://a.example/")),
        ("Support Ticket Opened", {"ticket_id": 1}, TicketChanged("1")),
        ("Support Ticket Closed", {"ticket_id": 1}, TicketChanged("1", open=False)),
        ("Bounced Email", {"Bounce Type": "Soft"}, MessageBounced(hard=False)),
        ("Marked Email as Spam", {}, MessageComplained()),
        ("Unsubscribed from Email Marketing", {},
         ConsentChanged("email", "unsubscribed", method="form")),
        ("Subscribed to SMS Marketing", {}, ConsentChanged("sms", "subscribed", method="form")),
        ("Fulfilled Order", {"OrderId": 1, "Items": []}, Custom("Fulfilled Order", {"OrderId": 1})),
    ],
)  # fmt: skip
def test_metrics_become_what_they_mean(metric, properties, body):
    assert event_of(take(metric, properties)).body == body


@pytest.mark.parametrize(
    "metric", ["Opened Email", "Received Email", "Ordered Product", "Clicked Email"]
)
def test_what_is_of_no_use_is_ignored_by_its_name(metric):
    parsed = take(metric)
    assert (parsed.incoming, parsed.ignored) == ((), (metric,))


def test_unique_id_tells_one_event_of_a_profile_and_metric_from_another():
    def ident(metric="A", email="a@b.com", unique="1", time=NOW):
        return event_of(take(metric, {}, {"email": email}, unique_id=unique, time=time)).id

    assert ident() == ident(time=NOW - DAY) == ident(email="A@B.com")
    assert len({ident(), ident("B"), ident(email="c@b.com"), ident(unique="2")}) == 4
    assert "@" not in ident(unique="a@b.com")


def test_without_a_unique_id_one_event_of_a_second_survives():
    def ident(time):
        return event_of(take("A", time=time)).id

    assert ident("2026-09-01T10:00:00.1Z") == ident("2026-09-01T10:00:00.9Z")
    assert ident("2026-09-01T10:00:00Z") != ident("2026-09-01T10:00:01Z")


def test_history_is_marked():
    assert event_of(take("A", backfill=True)).backfill
    assert not event_of(take("A")).backfill


def test_every_name_of_the_profile_counts():
    profile = {"external_id": "x", "anonymous_id": "a", "_kx": "k", "phone_number": "+15005550006"}
    whole = payload("A", {}, profile)
    whole["data"]["attributes"]["profile"]["data"]["id"] = "01H"
    parsed = klaviyo.parse_event(json.dumps(whole).encode(), NOW)
    assert {i.kind: i.value for i in parsed.incoming[0].identifiers} == {
        "user_id": "x",
        "klaviyo_id": "01H",
        "phone": "+15005550006",
        "anonymous_id": "a",
        "klaviyo_kx": "k",
    }


def test_what_the_profile_says_of_consent_comes_before_the_event():
    properties = {"$consent": ["email", "sms"], "no_profiling": True}
    parsed = take("Started Checkout", {}, {"email": "a@b.com", "properties": properties})
    bodies = [i.event.body for i in parsed.incoming]
    assert bodies[0] == ProfileChanged(no_profiling=True)
    assert [(b.channel, b.status, b.method) for b in bodies[1:3]] == [
        ("email", "subscribed", "sync"),
        ("sms", "subscribed", "sync"),
    ]
    assert isinstance(bodies[3], CheckoutStarted)
    assert len({i.event.id for i in parsed.incoming}) == 4


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda p: p.pop("data"), "data"),
        (lambda p: p["data"].update(type="profile"), "data.type"),
        (lambda p: p["data"].update(attributes=[]), "data.attributes"),
        (lambda p: p["data"]["attributes"].pop("metric"), "data.attributes.metric"),
        (lambda p: p["data"]["attributes"].update(properties=[]), "data.attributes.properties"),
        (lambda p: p["data"]["attributes"].update(time="never"), "data.attributes.time"),
        (lambda p: p["data"]["attributes"].update(time="1900-01-01"), "data.attributes.time"),
        (lambda p: p["data"]["attributes"]["profile"]["data"].update(attributes={}),
         "data.attributes.profile"),
        (lambda p: p["data"]["attributes"]["metric"]["data"]["attributes"].update(name=""),
         "data.attributes.metric.data.attributes.name"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_by_its_path(change, where):
    whole = payload("A")
    change(whole)
    with pytest.raises(RefusedInputError) as refused:
        klaviyo.parse_event(json.dumps(whole).encode(), NOW)
    assert (refused.value.where, refused.value.status) == (where, 400)


def test_klaviyos_own_limits_hold():
    too_many = {f"p{i}": 1 for i in range(401)}
    too_long = {"deep": [{"text": "é" * 60_000}]}
    for properties in (too_many, too_long):
        with pytest.raises(RefusedInputError) as refused:
            take("A", properties)
        assert refused.value.status == 413
    with pytest.raises(RefusedInputError) as refused:
        klaviyo.parse_event(b" " * (5 * 1024 * 1024 + 1), NOW)
    assert refused.value.status == 413
    assert take("A", {f"p{i}": "x" * 1000 for i in range(400)}).incoming
