"""Devices, channels and stated preferences, as the sources tell of them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.adapters.sources import klaviyo, segment, shopify
from rapport.adapters.sources.circumstances import channel_of, device_of
from rapport.core.events import CHANNELS, DEVICES, AnyBody, CheckoutStarted, ProfileChanged
from rapport.core.person.preferences import word
from rapport.ports import Parsed
from rapport.testing import examples as ex

IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
    "Gecko) Version/17.5 Mobile/15E148 Safari/604.1"
)
SHOP = "https://harbour.example/products/mug"


def track(name: str, properties: dict[str, Any], context: dict[str, Any]) -> Parsed:
    message = {
        "event": name, "properties": properties, "context": context, "anonymousId": "a-1",
        "messageId": "m-1",
    }  # fmt: skip
    return segment.parse("track", json.dumps(message).encode(), ex.at(1))


def only(parsed: Parsed) -> AnyBody:
    (one,) = parsed.incoming
    return one.event.body


@pytest.mark.parametrize(
    ("user_agent", "device"),
    [
        (IPHONE, "phone"),
        ("Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/131.0 Mobile Safari/537.36", "phone"),
        ("Mozilla/5.0 (Linux; Android 13; SM-X200) Chrome/131.0 Safari/537.36", "tablet"),
        ("Mozilla/5.0 (iPad; CPU OS 16_3 like Mac OS X) Version/16.3 Mobile/15E148", "tablet"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Firefox/133.0", "computer"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15", "computer"),
        ("Mozilla/5.0 (SMART-TV; LINUX; Tizen 5.0)", "other"),
        ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", ""),
        ("", ""),
    ],
)
def test_a_device_is_a_class_and_a_robot_has_none(user_agent: str, device: str) -> None:
    assert device_of(user_agent) == device


@pytest.mark.parametrize(
    ("url", "referrer", "medium", "source", "channel"),
    [
        (SHOP, "", "", "", "direct"),
        (SHOP, None, "", "", ""),
        (SHOP, "https://www.harbour.example/", "", "", ""),
        (SHOP, "https://checkout.harbour.example/1", "", "", ""),
        (SHOP, "https://www.google.co.uk/search?q=mugs", "", "", "search"),
        (SHOP, "https://l.instagram.com/", "", "", "social"),
        (SHOP, "https://t.co/abc", "", "", "social"),
        (SHOP, "https://mail.google.com/", "", "", "email"),
        (SHOP, "https://notgoogle.example/", "", "", "referral"),
        (SHOP + "?gclid=1", "https://www.google.com/", "", "", "ad"),
        (SHOP + "?utm_medium=Paid-Social", "https://m.facebook.com/", "", "", "ad"),
        (SHOP + "?utm_source=klaviyo", "", "", "", "email"),
        (SHOP, "", "email", "", "email"),
        (SHOP, "", "cpc", "newsletter", "ad"),
        ("", "", "", "", ""),
    ],
)
def test_a_channel_is_told_from_the_campaign_and_else_from_the_page_before(
    url: str, referrer: str | None, medium: str, source: str, channel: str
) -> None:
    assert channel_of(url, referrer, medium, source) == channel


@given(st.text(), st.none() | st.text(), st.text(), st.text())
def test_whatever_is_told_becomes_one_of_a_few_words(
    url: str, referrer: str | None, medium: str, source: str
) -> None:
    assert channel_of(url, referrer, medium, source) in ("", *CHANNELS)
    assert channel_of("https://a.example?" + url, referrer, medium, source) in ("", *CHANNELS)
    assert device_of(url) in ("", *DEVICES)


@given(st.text(), st.text())
def test_a_kept_word_is_kept_as_it_is(key: str, value: str) -> None:
    assert word(word(key)) == word(key)
    assert len(word(value)) <= 24


def test_segment_tells_device_and_channel_and_nothing_of_either_is_kept_beyond_the_class() -> None:
    context = {
        "userAgent": IPHONE,
        "page": {"url": SHOP, "referrer": "https://www.google.com/search?q=burnt+hand"},
        "campaign": {"name": "for divorced people", "content": "x"},
    }
    parsed = track("Product Viewed", {"product_id": "mug"}, context)
    body = only(parsed)
    assert (body.device, body.channel) == ("phone", "search")  # type: ignore[union-attr]  # viewed
    assert not any(word in repr(parsed) for word in ("burnt", "divorced", "iPhone"))


@pytest.mark.parametrize(
    "context",
    [
        {"page": 7, "campaign": [], "userAgent": {}, "device": "x", "userAgentData": 1},
        {"page": {"url": "https://[", "referrer": "//["}, "userAgent": "\x00", "device": {}},
        {"page": {"referrer": 5, "url": None}, "campaign": {"medium": ["email"], "source": 3}},
    ],
)
def test_circumstances_that_cannot_be_read_are_left_out(context: dict[str, Any]) -> None:
    body = only(track("Cart Viewed", {"cart_id": "c", "products": []}, context))
    assert body.channel == ""  # type: ignore[union-attr]  # a cart's


def test_shopifys_checkout_tells_how_the_visit_began() -> None:
    checkout = {
        "id": 1, "token": "t", "email": "ada@example.com", "line_items": [], "total_price": "16.00",
        "currency": "GBP", "landing_site": "/?utm_medium=email", "referring_site": "",
        "updated_at": "2026-03-02T09:00:00Z",
    }  # fmt: skip
    parsed = shopify.parse("checkouts/create", json.dumps(checkout).encode(), ex.at(1), "w")
    started = [o.event.body for o in parsed.incoming if isinstance(o.event.body, CheckoutStarted)]
    assert [body.channel for body in started] == ["email"]


TOLD = {
    "Brew Style": "Green Tea", "gift": True, "cups": 4, "gone": None, "Gender": "f",
    "phone": "0044 7700900123", "list": ["a"], "born in": "May",
}  # fmt: skip
KEPT = {"brew_style": "green_tea", "gift": "yes", "cups": "4", "gone": ""}


def test_segments_traits_tell_preferences_and_what_may_not_be_kept_is_noted_without_its_value() -> (
    None
):
    identify = {"userId": "u1", "traits": {"preferences": TOLD, "favourite": "x"}}
    parsed = segment.parse("identify", json.dumps(identify).encode(), ex.at(1))
    body = only(parsed)
    assert isinstance(body, ProfileChanged)
    assert body.preferences == KEPT
    assert len(parsed.refused) == 4
    assert "7700900123" not in repr(parsed)
    assert not any("May" in refusal.found for refusal in parsed.refused)


def test_only_an_empty_word_takes_a_preference_back() -> None:
    told = {"tea": "!!!", "cups": " ", "mugs": None, "jars": "緑茶"}
    identify = {"userId": "u1", "traits": {"preferences": told}}
    parsed = segment.parse("identify", json.dumps(identify).encode(), ex.at(1))
    body = only(parsed)
    assert isinstance(body, ProfileChanged)
    assert body.preferences == {"cups": "", "mugs": "", "jars": "緑茶"}
    assert [refusal.where for refusal in parsed.refused] == ["traits.preferences.tea"]


def test_klaviyos_properties_tell_preferences() -> None:
    event = {
        "data": {
            "type": "event",
            "attributes": {
                "properties": {"ProductID": "mug"},
                "metric": {"data": {"type": "metric", "attributes": {"name": "Viewed Product"}}},
                "profile": {
                    "data": {
                        "type": "profile",
                        "attributes": {
                            "email": "ada@example.com",
                            "properties": {"preferences": TOLD},
                        },
                    }
                },
            },
        }
    }
    parsed = klaviyo.parse_event(json.dumps(event).encode(), ex.at(1))
    told = [o.event.body for o in parsed.incoming if isinstance(o.event.body, ProfileChanged)]
    assert [body.preferences for body in told] == [KEPT]


@pytest.mark.parametrize("told", [[], "x", 3, {"": ""}, {str(n): "x" * 300 for n in range(90)}])
def test_preferences_that_are_none_do_no_harm(told: object) -> None:
    identify = {"userId": "u1", "traits": {"preferences": told}}
    parsed = segment.parse("identify", json.dumps(identify).encode(), ex.at(1))
    body = only(parsed)
    assert isinstance(body, ProfileChanged)
    assert body.preferences is None or len(body.preferences) <= 24
