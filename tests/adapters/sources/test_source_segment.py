"""Segment's calls become events: names, orders, times, identity and consent."""

from __future__ import annotations

import json

import pytest

from rapport.adapters.sources import segment
from rapport.adapters.sources.times import instant
from rapport.core.events import (
    CartChanged,
    CheckoutStarted,
    CollectionViewed,
    ConsentChanged,
    Contact,
    Custom,
    Event,
    Identifier,
    MessageBounced,
    MessageClicked,
    MessageComplained,
    OrderCancelled,
    OrderPlaced,
    OrderRefunded,
    PageViewed,
    ProductViewed,
    ProfileChanged,
    Searched,
    TicketChanged,
)
from rapport.core.time import DAY, HOUR, MINUTE, SECOND
from rapport.errors import RefusedInputError

NOW = instant("2026-09-21T12:00:00Z") or 0


def body_bytes(**message) -> bytes:
    return json.dumps(message).encode()


def track(event: str, properties: dict | None = None, **more):
    message = {"userId": "u1", "messageId": "m1", "event": event, "properties": properties or {}}
    return segment.parse("track", body_bytes(**{**message, **more}), NOW)


def event_of(parsed) -> Event:
    return parsed.incoming[-1].event


def names_of(parsed) -> dict[str, str]:
    return {i.kind: i.value for i in parsed.incoming[-1].identifiers}


EXPECTED = {
    "Products Searched": Searched,
    "Product List Viewed": CollectionViewed,
    "Product List Filtered": Custom,
    "Promotion Viewed": Custom,
    "Promotion Clicked": Custom,
    "Product Clicked": Custom,
    "Product Viewed": ProductViewed,
    "Product Added": CartChanged,
    "Product Removed": CartChanged,
    "Cart Viewed": CartChanged,
    "Checkout Started": CheckoutStarted,
    "Checkout Step Viewed": Custom,
    "Checkout Step Completed": Custom,
    "Payment Info Entered": Custom,
    "Order Updated": Custom,
    "Order Completed": OrderPlaced,
    "Order Refunded": OrderRefunded,
    "Order Cancelled": OrderCancelled,
    "Coupon Entered": Custom,
    "Product Added to Wishlist": Custom,
    "Product Removed from Wishlist": Custom,
    "Wishlist Product Added to Cart": CartChanged,
    "Product Shared": Custom,
    "Cart Shared": Custom,
    "Product Reviewed": Custom,
    "Email Bounced": MessageBounced,
    "Email Delivered": None,
    "Email Link Clicked": None,
    "Email Marked as Spam": MessageComplained,
    "Email Opened": None,
    "Unsubscribed": ConsentChanged,
}


@pytest.mark.parametrize("name", ["compare_at_price", "compareAtPrice", "original_price"])
def test_a_product_may_tell_its_full_price(name):
    product = {"product_id": "mug", "price": 12, name: "16.00"}
    call = {"userId": "u1", "event": "Product Added", "properties": product}
    (incoming,) = segment.parse("track", json.dumps(call).encode(), NOW).incoming
    assert (incoming.event.body.added.unit_price, incoming.event.body.added.full_price) == (
        1200, 1600,
    )  # fmt: skip


def test_every_sample_of_the_spec_is_taken_as_what_it_means(samples):
    messages = [
        *samples("segment_spec/v2_samples.json"),
        *samples("segment_spec/email_samples.json"),
    ]
    assert len(messages) == 31
    for message in messages:
        parsed = segment.parse("track", body_bytes(**{"user_id": "u1", **message}), NOW)
        assert parsed.refused == ()
        meant = EXPECTED[message["event"]]
        if meant is None:
            assert parsed.ignored == (message["event"],)
        else:
            assert type(event_of(parsed).body) is meant


def test_the_samples_in_one_batch_give_the_same_events(samples):
    messages = samples("segment_spec/v2_samples.json")
    batch = [{"userId": "u1", "messageId": f"m{i}", **m} for i, m in enumerate(messages)]
    parsed = segment.parse("batch", body_bytes(batch=batch), NOW)
    assert [type(i.event.body) for i in parsed.incoming] == [EXPECTED[m["event"]] for m in messages]


def test_the_sample_order_is_worth_its_products_after_discount(samples):
    sample = next(
        m for m in samples("segment_spec/v2_samples.json") if m["event"] == "Order Completed"
    )
    order = event_of(segment.parse("track", body_bytes(userId="u1", **sample), NOW)).body
    assert (order.total, order.revenue, order.discount) == (2750, 2250, 250)
    assert order.currency == "USD"
    assert order.discount_codes == ("hasbros",)
    assert [(line.quantity, line.unit_price) for line in order.lines] == [(1, 1900), (2, 300)]
    assert set(order.refs) == {"50314b8e9bcf000000000000", "checkout:fksdjfsdjfisjf9sdfjsd9f"}


@pytest.mark.parametrize(
    ("amounts", "revenue", "total"),
    [
        ({"subtotal": 50, "total": 60, "revenue": 60}, 5000, 6000),
        ({"revenue": 50, "shipping": 5, "tax": 5}, 5000, 6000),
        ({"revenue": 60, "total": 60, "shipping": 5, "tax": 5}, 5000, 6000),
        ({"total": 60, "shipping": 5, "tax": 5}, 5000, 6000),
        ({"total": "60.00"}, 6000, 6000),
        ({"discount": 2}, 1800, 1800),
    ],
)
def test_revenue_is_without_shipping_and_tax_wherever_they_are_told(amounts, revenue, total):
    products = [{"product_id": "p", "price": "10.00", "quantity": 2}]
    body = event_of(track("Order Completed", {"order_id": 1, "products": products, **amounts})).body
    assert (body.revenue, body.total) == (revenue, total)


@pytest.mark.parametrize(
    "name", ["product viewed", "PRODUCT VIEWED", "product_viewed", "Viewed Product"]
)
def test_names_are_known_in_any_case_and_in_older_spellings(name):
    assert isinstance(event_of(track(name, {"product_id": 1})).body, ProductViewed)


def test_amounts_follow_the_messages_currency_and_else_the_brands():
    view = {"product_id": "p", "price": 1500}
    body = body_bytes(userId="u", event="Product Viewed", properties=view)
    yen = body_bytes(userId="u", event="Product Viewed", properties={**view, "currency": "jpy"})
    price = {
        "told": event_of(segment.parse("track", yen, NOW)).body.line.unit_price,
        "brand": event_of(segment.parse("track", body, NOW, default_currency="JPY")),
        "neither": event_of(segment.parse("track", body, NOW)).body.line.unit_price,
    }
    assert price["told"] == price["brand"].body.line.unit_price == 1500
    assert price["neither"] == 150000


def test_an_unknown_event_is_kept_under_its_name_without_personal_words():
    body = event_of(track("Quiz Finished", {"score": 7, "email": "a@b.com", "list": [1]})).body
    assert body == Custom("Quiz Finished", {"score": 7})


def test_tickets_open_and_close():
    opened = event_of(track("Support Ticket Opened", {"ticket_id": 7})).body
    closed = event_of(track("Support Ticket Closed", {"ticket_id": "7"})).body
    assert (opened, closed) == (TicketChanged("7", open=True), TicketChanged("7", open=False))


def test_a_click_counts_only_with_our_own_messages_key():
    assert track("Email Link Clicked", {"link_id": "cta"}).incoming == ()
    ours = event_of(track("Email Link Clicked", {"rapport_message": "k", "link_id": "cta"})).body
    assert ours == MessageClicked("k", "cta")


def test_a_soft_bounce_is_told_from_a_hard_one():
    assert event_of(track("Email Bounced")).body.hard
    assert not event_of(track("Email Bounced", {"bounce_type": "Soft bounce"})).body.hard


# --- Ids and times -----------------------------------------------------------------------------


def test_the_message_id_names_the_event():
    assert event_of(track("x")).id == "segment:m1"
    assert event_of(track("x", messageId=12)).id == "segment:12"
    assert "@" not in event_of(track("x", messageId="bob@example.com")).id


def test_without_a_message_id_the_same_bytes_are_the_same_event():
    one = body_bytes(userId="u", event="x", timestamp="2026-09-21T11:00:00Z")
    two = body_bytes(userId="u", event="x", timestamp="2026-09-21T11:00:01Z")
    ids = [event_of(segment.parse("track", b, NOW + n)).id for n, b in enumerate((one, one, two))]
    assert ids[0] == ids[1] != ids[2]


def test_without_any_id_or_time_the_same_bytes_on_another_day_are_another_event():
    body = body_bytes(userId="u", event="x")
    ids = [event_of(segment.parse("track", body, NOW + d)).id for d in (0, SECOND, DAY)]
    assert ids[0] == ids[1] != ids[2]


def test_a_sender_whose_clock_is_wrong_is_corrected():
    clock = NOW - 3 * 365 * DAY
    parsed = segment.parse(
        "track", body_bytes(userId="u", event="x", timestamp=clock - MINUTE, sentAt=clock), NOW
    )
    assert event_of(parsed).at == NOW - MINUTE


def test_a_time_that_segment_corrected_is_not_corrected_again():
    told = {
        "timestamp": NOW - HOUR,
        "originalTimestamp": NOW - 2 * HOUR,
        "sentAt": NOW - 90 * MINUTE,
    }
    parsed = segment.parse("track", body_bytes(userId="u", event="x", **told), NOW)
    assert event_of(parsed).at == NOW - HOUR


def test_without_a_time_it_happened_when_it_came():
    assert event_of(track("x")).at == NOW


def test_a_clock_a_little_ahead_means_now():
    assert event_of(track("x", timestamp=NOW + 23 * HOUR)).at == NOW


@pytest.mark.parametrize(
    "told", ["1900-01-01T00:00:00Z", "2999-01-01T00:00:00Z", "soon", NOW + 25 * HOUR, {}, True]
)
def test_a_time_that_cannot_be_true_is_refused_by_name(told):
    with pytest.raises(RefusedInputError) as refused:
        track("x", timestamp=told)
    assert refused.value.where == "timestamp"
    assert refused.value.status == 400


def test_history_is_marked():
    assert event_of(track("x", {"backfill": True})).backfill
    assert not event_of(track("x")).backfill


# --- Who ---------------------------------------------------------------------------------------


def test_all_that_names_the_person_is_gathered():
    parsed = track(
        "Checkout Started",
        {"cart_id": "c", "checkout_id": "k", "order_id": "#1001"},
        anonymousId="a",
        context={
            "traits": {"email": "Bob@Example.com", "phone": "+44 20 7946 0958", "firstName": "Bob"},
            "locale": "en-GB",
            "timezone": "Europe/London",
            "location": {"country": "GB"},
        },
    )
    assert names_of(parsed) == {
        "user_id": "u1",
        "anonymous_id": "a",
        "email": "bob@example.com",
        "phone": "+442079460958",
        "cart": "c",
        "checkout": "k",
        "order": "1001",
    }
    assert parsed.incoming[-1].contact == Contact(
        email="bob@example.com",
        phone="+442079460958",
        first_name="Bob",
        language="en",
        country="GB",
        time_zone="Europe/London",
    )


def test_a_user_id_that_is_an_address_is_one():
    parsed = track("x", userId="Bob@Example.com")
    assert names_of(parsed) == {"user_id": "Bob@Example.com", "email": "bob@example.com"}


def test_an_impossible_address_is_said_and_the_event_is_taken():
    parsed = track("x", {"email": "bob at example"})
    assert names_of(parsed) == {"user_id": "u1"}
    (refusal,) = parsed.refused
    assert refusal.where == "properties.email"
    assert "bob" not in refusal.found


@pytest.mark.parametrize("user", [None, "", "undefined", "a\x00b", {}, [], True, "x" * 300])
def test_an_event_of_nobody_is_refused(user):
    with pytest.raises(RefusedInputError, match="identifier"):
        track("x", userId=user)


def test_an_alias_declares_two_names_one_person():
    parsed = segment.parse("alias", body_bytes(userId="u1", previousId="a1"), NOW)
    (incoming,) = parsed.incoming
    assert incoming.identifiers == (Identifier("user_id", "u1"),)
    assert set(incoming.aliases) == {Identifier("anonymous_id", "a1"), Identifier("user_id", "a1")}


def test_an_alias_without_a_previous_name_is_refused():
    with pytest.raises(RefusedInputError) as refused:
        segment.parse("alias", body_bytes(userId="u1"), NOW)
    assert refused.value.where == "previousId"


def test_pages_and_screens_are_viewed_and_groups_are_ignored():
    page = body_bytes(userId="u", context={"page": {"url": "https://a.example/x", "title": "X"}})
    screen = body_bytes(userId="u", name="Home")
    assert event_of(segment.parse("page", page, NOW)).body == PageViewed("https://a.example/x", "X")
    assert event_of(segment.parse("screen", screen, NOW)).body == PageViewed("", "Home")
    assert segment.parse("group", body_bytes(userId="u", groupId="g"), NOW).ignored == ("group",)


# --- Consent -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "context",
    [
        {"consent": {"categoryPreferences": {"Marketing": False, "Analytics": True}}},
        {"consent": {"categoryPreferences": {"Advertising": False}}},
        {"consent": {"categoryPreferences": {"sale_of_data": False}}},
        {"gpc": True},
    ],
)
def test_who_objects_to_marketing_is_not_profiled_and_that_comes_first(context):
    parsed = track("Product Viewed", {"product_id": "p"}, context=context)
    first, last = (i.event for i in parsed.incoming)
    assert first.body == ProfileChanged(no_profiling=True)
    assert isinstance(last.body, ProductViewed)
    assert (first.id, last.id) == ("segment:m1#1", "segment:m1")


def test_agreeing_in_a_banner_lifts_no_objection():
    context = {"consent": {"categoryPreferences": {"Marketing": True}}}
    assert len(track("x", context=context).incoming) == 1


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"state": "subscribed", "opt_in_level": "confirmed_opt_in"}, "subscribed"),
        ("unsubscribed", "unsubscribed"),
        (True, "subscribed"),
        (False, "unsubscribed"),
        ("not_subscribed", None),
        (None, None),
    ],
)
def test_traits_may_tell_of_consent(told, status):
    traits = {"email": "a@b.com", "email_marketing_consent": told, "locale": "fr-FR"}
    parsed = segment.parse("identify", body_bytes(userId="u", traits=traits), NOW)
    words = [i.event.body for i in parsed.incoming if isinstance(i.event.body, ConsentChanged)]
    assert [w.status for w in words] == ([status] if status else [])
    assert {i.contact.language for i in parsed.incoming if i.contact} == {"fr"}
    assert event_of(parsed).body == ProfileChanged()


def test_consent_is_dated_when_it_was_given():
    consent = {"state": "subscribed", "consent_updated_at": "2026-01-01T00:00:00Z"}
    parsed = segment.parse(
        "identify", body_bytes(userId="u", traits={"sms_marketing_consent": consent}), NOW
    )
    first = parsed.incoming[0].event
    assert (first.body.channel, first.at) == ("sms", instant("2026-01-01T00:00:00Z"))
