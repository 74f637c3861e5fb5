"""Whatever comes in, only RefusedInputError is raised, and what comes out can be stored."""

from __future__ import annotations

import copy
import json

import msgspec
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rapport.adapters.sources import klaviyo, segment, shopify
from rapport.adapters.sources.times import EARLIEST, instant
from rapport.core.events import Incoming
from rapport.core.person.identity import KINDS
from rapport.errors import RefusedInputError
from rapport.ports import Parsed

NOW = instant("2026-09-21T12:00:00Z") or 0

PRODUCT = {
    "product_id": "p", "sku": "s", "name": "Tea", "price": "19.00", "quantity": 1,
    "category": "Drinks", "url": "https://a.example/p", "image_url": "https://a.example/p.jpg",
}  # fmt: skip
SEGMENT = {
    "type": "track", "event": "Order Completed", "messageId": "m", "userId": "u",
    "anonymousId": "a", "timestamp": "2026-09-21T11:00:00Z", "sentAt": "2026-09-21T11:00:01Z",
    "context": {
        "traits": {"email": "a@b.com", "phone": "+442079460958", "address": {"country": "GB"}},
        "locale": "en-GB", "timezone": "Europe/London", "page": {"url": "https://a.example/"},
        "consent": {"categoryPreferences": {"Marketing": False}},
    },
    "traits": {"email_marketing_consent": {"state": "subscribed", "consent_updated_at": NOW}},
    "properties": {
        "order_id": "1", "checkout_id": "c", "cart_id": "k", "total": 20, "revenue": 19,
        "currency": "GBP", "coupon": "TEN", "query": "tea", "ticket_id": 1, "products": [PRODUCT],
        **PRODUCT,
    },
}  # fmt: skip
KLAVIYO = {
    "data": {
        "type": "event",
        "attributes": {
            "properties": {
                "OrderId": 1, "$event_id": 2, "$value": 3, "DiscountCode": "TEN",
                "CheckoutURL": "https://a.example/checkouts/0123456789abcdef0123/recover",
                "Items": [{"ProductID": 1, "ItemPrice": 2, "Quantity": 1, "Categories": ["x"]}],
            },
            "time": "2026-09-21T11:00:00Z", "value": 9.99, "value_currency": "GBP",
            "unique_id": "u", "backfill": False,
            "metric": {"data": {"type": "metric", "attributes": {"name": "Placed Order"}}},
            "profile": {"data": {"type": "profile", "id": "01", "attributes": {
                "email": "a@b.com", "phone_number": "+442079460958", "external_id": "x",
                "location": {"country": "France", "timezone": "Europe/Paris"},
                "properties": {"$consent": ["email"]},
            }}},
        },
    }
}  # fmt: skip
SHOPIFY = {
    "id": 1, "order_id": 1, "name": "#1001", "token": "t", "cart_token": "c",
    "checkout_token": "t", "email": "a@b.com", "phone": "+442079460958", "currency": "GBP",
    "created_at": "2026-09-20T10:00:00Z", "updated_at": "2026-09-20T11:00:00Z",
    "buyer_accepts_marketing": True, "taxes_included": True, "customer_locale": "en-GB",
    "subtotal_price": "20.00", "total_price": "20.00", "total_tax": "3.33",
    "discount_codes": [{"code": "TEN"}], "shipping_address": {"country_code": "GB"},
    "line_items": [{
        "product_id": 5, "title": "Tea", "price": "10.00", "quantity": 2,
        "discount_allocations": [{"amount": "1.00"}], "tax_lines": [{"price": "1.00"}],
    }],
    "customer": {"id": 7, "email": "a@b.com", "first_name": "A",
                 "email_marketing_consent": {"state": "subscribed"}},
    "transactions": [{"kind": "refund", "status": "success", "amount": "1.00"}],
    "refund_line_items": [{"quantity": 1, "subtotal": 1, "line_item": {"product_id": 5}}],
}  # fmt: skip

TOPICS = sorted(shopify._TOPICS)
EVENTS = [
    "Order Completed", "Checkout Started", "Product Viewed", "Product Added", "Cart Viewed",
    "Order Refunded", "Order Cancelled", "Products Searched", "Product List Viewed", "Unsubscribed",
    "Email Bounced", "Support Ticket Opened", "Anything Else",
]  # fmt: skip
METRICS = ["Placed Order", "Started Checkout", "Added to Cart", "Viewed Product", "Other"]

odd_text = st.one_of(
    st.text(alphabet=st.characters(), max_size=30),
    st.sampled_from(
        [
            "\ud800",
            "a\x00b",
            "\u202egnp.exe",
            "\u200f",
            "\U0001f468\u200d\U0001f469",
            "1e999",
            "NaN",
            "9" * 400,
            "=cmd()",
            "undefined",
            "2999-01-01",
            "1900-01-01T00:00:00Z",
            "$1,0.0",
        ]
    ),
)
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(min_value=-(2**90), max_value=2**90),
    st.floats(allow_nan=False, allow_infinity=False),
    odd_text,
)
json_values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(odd_text, inner, max_size=4),
    max_leaves=8,
)


def paths(value, at=()):
    """Every place inside a payload."""
    if at:
        yield at
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, part in items:
        if isinstance(part, dict | list):
            yield from paths(part, (*at, key))
        else:
            yield (*at, key)


def put(payload, path, value):
    """A copy of `payload` with `value` at `path`."""
    changed = copy.deepcopy(payload)
    inner = changed
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return changed


def mutations(payload):
    return st.tuples(st.sampled_from(sorted(paths(payload), key=repr)), json_values).map(
        lambda change: put(payload, *change)
    )


def check(parsed: Parsed) -> None:
    """What came out can be stored, is bounded, and names people by known kinds."""
    for item in parsed.incoming:
        check_one(item)
    for part in parsed.refused:
        for text in (part.where, part.found, part.expected):
            text.encode()
            assert len(text) < 400
    for name in parsed.ignored:
        name.encode()


def check_one(item: Incoming) -> None:
    stored = msgspec.json.encode(item.event)
    assert b"\\u0000" not in stored
    assert len(stored) < 200_000
    assert msgspec.json.decode(stored, type=type(item.event)) == item.event
    msgspec.msgpack.encode(item)
    assert EARLIEST < item.event.at <= NOW
    assert len(item.event.id) < 500
    assert item.identifiers
    for identifier in (*item.identifiers, *item.aliases):
        assert identifier.kind in KINDS
        assert 0 < len(identifier.value) <= 255
        assert identifier.value.isprintable()


def take_all(body: bytes) -> None:
    """Hands `body` to every source."""
    calls = [
        *((segment.parse, (endpoint, body, NOW)) for endpoint in ("track", "identify", "page",
                                                                 "alias", "batch")),
        (klaviyo.parse_event, (body, NOW)),
        *((shopify.parse, (topic, body, NOW, "")) for topic in TOPICS),
    ]  # fmt: skip
    for call, arguments in calls:
        refusal, parsed = None, Parsed()
        try:
            parsed = call(*arguments)
        except RefusedInputError as error:
            refusal = error
        check(parsed)
        if refusal is not None:
            assert str(refusal).isprintable()
            assert refusal.status in (400, 413)


quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(st.binary(max_size=200))
@example(b'{"userId":"u","event":"\\ud800"')
@example(b"[" * 5_000)
@example(b'{"a":' * 5_000 + b"1" + b"}" * 5_000)
@example(b'{"userId":1' + b"0" * 5_000 + b',"event":"x"}')
@example(b'{"userId":"u","event":"x","properties":{"a":1e400}}')
@example(b"\xef\xbb\xbf{}")
def test_arbitrary_bytes_are_refused_and_nothing_else(body):
    take_all(body)


@quick
@given(json_values)
def test_arbitrary_json_is_refused_or_taken_safely(value):
    take_all(json.dumps(value).encode())


@quick
@given(mutations(SEGMENT), st.sampled_from(EVENTS))
def test_any_part_of_a_segment_message_may_be_nonsense(message, event):
    if message.get("event") == SEGMENT["event"]:
        message["event"] = event
    take_all(json.dumps(message).encode())


@quick
@given(mutations(KLAVIYO), st.sampled_from(METRICS))
def test_any_part_of_a_klaviyo_event_may_be_nonsense(payload, metric):
    take_all(json.dumps(payload).replace("Placed Order", metric).encode())


@quick
@given(mutations(SHOPIFY))
def test_any_part_of_a_shopify_resource_may_be_nonsense(resource):
    take_all(json.dumps(resource).encode())


@quick
@given(st.data())
def test_a_payload_cut_or_damaged_anywhere_is_refused_or_taken_safely(data):
    body = bytearray(json.dumps(data.draw(st.sampled_from([SEGMENT, KLAVIYO, SHOPIFY]))).encode())
    at = data.draw(st.integers(0, len(body) - 1))
    if data.draw(st.booleans()):
        del body[at:]
    else:
        body[at] = data.draw(st.integers(0, 255))
    take_all(bytes(body))


@quick
@given(st.lists(st.one_of(json_values, mutations(SEGMENT)), max_size=4), st.data())
def test_no_good_message_of_a_batch_is_lost_whatever_stands_beside_it(others, data):
    good = {"type": "track", "userId": "good", "event": "Good"}
    batch = list(others)
    for number in range(3):
        batch.insert(data.draw(st.integers(0, len(batch))), {**good, "messageId": f"good-{number}"})
    shared = data.draw(st.dictionaries(st.sampled_from(["sentAt", "context", "x"]), json_values))
    parsed = segment.parse("batch", json.dumps({**shared, "batch": batch}).encode(), NOW)
    check(parsed)
    taken = {item.event.id for item in parsed.incoming}
    assert {f"segment:good-{number}" for number in range(3)} <= taken
