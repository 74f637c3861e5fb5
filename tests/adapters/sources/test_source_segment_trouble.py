"""What is wrong in Segment's calls is named by its place, and the rest is taken."""

from __future__ import annotations

import json

import pytest

from rapport.adapters.sources import segment
from rapport.adapters.sources.segment import MAX_BATCH_EVENTS, MAX_EVENT_BYTES
from rapport.adapters.sources.times import instant
from rapport.core.events import Contact, Custom, Event
from rapport.core.time import DAY, MINUTE
from rapport.errors import RefusedInputError

NOW = instant("2026-09-21T12:00:00Z") or 0


def body_bytes(**message) -> bytes:
    return json.dumps(message).encode()


def track(event: str, properties: dict | None = None, **more):
    message = {"userId": "u1", "messageId": "m1", "event": event, "properties": properties or {}}
    return segment.parse("track", body_bytes(**{**message, **more}), NOW)


def event_of(parsed) -> Event:
    return parsed.incoming[-1].event


# --- What is wrong -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"userId": "u",\n "event": }', "line 2, column 11"),
        (b"[]", "a list"),
        (b"", "truncated"),
        (b'{"userId": "u\xff", "event": "x"}', "UTF-8"),
        (b'{"userId": "u"}', "event"),
        (b'{"userId": "u", "event": "x", "properties": 5}', "properties: found a number"),
        (b'{"a":' * 5_000, "nested too deeply"),
    ],
)
def test_a_payload_that_cannot_be_taken_says_what_is_wrong_and_where(body, said):
    with pytest.raises(RefusedInputError, match=said) as refused:
        segment.parse("track", body, NOW)
    assert refused.value.status == 400


def test_what_is_too_large_is_refused_as_such():
    for endpoint, body in (
        ("track", body_bytes(userId="u", event="x", pad="x" * MAX_EVENT_BYTES)),
        ("batch", body_bytes(batch=[], pad="x" * 500 * 1024)),
        ("batch", body_bytes(batch=[{}] * (MAX_BATCH_EVENTS + 1))),
    ):
        with pytest.raises(RefusedInputError) as refused:
            segment.parse(endpoint, body, NOW)
        assert refused.value.status == 413


def test_an_unknown_call_is_not_found():
    with pytest.raises(RefusedInputError) as refused:
        segment.parse("delete", b"{}", NOW)
    assert refused.value.status == 404


def test_half_an_emoji_and_a_nul_do_not_lose_the_event():
    body = (
        rb'{"userId":"u","event":"Quiz \ud83d\u0000 done",'
        rb'"properties":{"a":"\\ud800 \ud83d\ude00"}}'
    )
    assert event_of(segment.parse("track", body, NOW)).body == Custom(
        "Quiz \ufffd  done", {"a": "\\ud800 \U0001f600"}
    )


def test_phps_empty_list_is_an_empty_object():
    assert event_of(track("x", properties=[])).body == Custom("x")


def test_an_unreadable_amount_is_said_and_the_order_is_taken():
    parsed = track("Order Completed", {"order_id": "1", "total": "lots", "products": [5]})
    assert {r.where for r in parsed.refused} == {"properties.total", "properties.products[0]"}
    assert event_of(parsed).body.order_id == "1"


def test_lines_beyond_the_limit_are_cut_and_that_is_said():
    products = [{"product_id": str(n)} for n in range(150)]
    parsed = track("Cart Viewed", {"products": products})
    assert len(event_of(parsed).body.lines) == 100
    assert [r.found for r in parsed.refused] == ["150 items"]


# --- Batches -----------------------------------------------------------------------------------


def test_bad_messages_of_a_batch_are_refused_by_their_place_and_the_rest_is_taken():
    good = {"type": "track", "userId": "u", "event": "x"}
    batch = [
        {**good, "messageId": "1"},
        {**good, "type": "dance"},
        5,
        {**good, "timestamp": "1900-01-01"},
        {**good, "messageId": "2", "properties": {"email": "nonsense"}},
        {**good, "pad": "x" * MAX_EVENT_BYTES},
        {"type": "group", "userId": "u"},
        {**good, "userId": None},
    ]
    parsed = segment.parse("batch", body_bytes(batch=batch), NOW)
    assert [i.event.id for i in parsed.incoming] == ["segment:1", "segment:2"]
    assert [r.where for r in parsed.refused] == [
        "batch[1].type",
        "batch[2]",
        "batch[3].timestamp",
        "batch[4].properties.email",
        "batch[5]",
        "batch[7]",
    ]
    assert parsed.ignored == ("group",)


def test_a_message_that_is_not_utf8_does_not_take_the_batch_down():
    good = b'{"type":"track","userId":"u","event":"x"}'
    bad = b'{"type":"track","userId":"u","event":"\xff"}'
    parsed = segment.parse("batch", b'{"batch":[' + b",".join([good, bad, good]) + b"]}", NOW)
    assert len(parsed.incoming) == 2
    assert [r.where for r in parsed.refused] == ["batch[1]"]


def test_the_batchs_own_sending_time_and_context_hold_for_its_messages():
    clock = NOW - DAY
    batch = [{"type": "track", "userId": "u", "event": "x", "timestamp": clock - MINUTE}]
    parsed = segment.parse(
        "batch", body_bytes(batch=batch, sentAt=clock, context={"locale": "de-DE"}), NOW
    )
    assert event_of(parsed).at == NOW - MINUTE
    assert parsed.incoming[0].contact == Contact(language="de")


@pytest.mark.parametrize("body", [b"{}", b'{"batch": {}}', b'{"batch": null}', b"[]", b'"x"'])
def test_a_batch_without_messages_is_refused(body):
    with pytest.raises(RefusedInputError):
        segment.parse("batch", body, NOW)
