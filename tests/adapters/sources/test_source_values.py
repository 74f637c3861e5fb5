"""Money, times, words and identifiers as sources write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.adapters.sources.money import MAX_MINOR, currency_code, exponent_of, minor_units
from rapport.adapters.sources.people import (
    country_code,
    email_address,
    is_time_zone,
    language_of,
    phone_number,
    plain_identifier,
)
from rapport.adapters.sources.text import (
    MAX_PROPERTIES,
    anonymous_properties,
    anonymous_words,
    web_address,
    words,
)
from rapport.adapters.sources.times import EARLIEST, believed, instant
from rapport.core.time import DAY


@pytest.mark.parametrize(
    ("written", "currency", "units"),
    [
        ("19.00", "GBP", 1900),
        (19, "GBP", 1900),
        (18.99, "USD", 1899),
        (1.005, "EUR", 101),
        ("1.005", "EUR", 101),
        ("1500", "JPY", 1500),
        (1500.0, "JPY", 1500),
        ("1.2345", "KWD", 1235),
        ("$1,234.50", "USD", 123450),
        ("1.234,50 €", "EUR", 123450),
        ("19,00", "EUR", 1900),
        ("1,234", "USD", 123400),
        ("-3.10", "GBP", -310),
        ("-£3.10", "GBP", -310),
        ("CHF 1'234.50", "CHF", 123450),
        ("1 234,50 kr", "SEK", 123450),
        (" 7 ", "GBP", 700),
        (0, "GBP", 0),
        ("5.", "GBP", 500),
    ],
)
def test_an_amount_is_read_exactly_in_its_currency(written, currency, units):
    assert minor_units(written, exponent_of(currency)) == units


@pytest.mark.parametrize(
    "written",
    ["", "free", "NaN", "Infinity", "1e5", "1_000", "12.3.4", "--1", True, None, [], {}, "1-2",
     float(MAX_MINOR), 10**40, "9" * 30, 1e300, "10%", "10 %", "12,5\uff05", "5 pct", "٣"],
)  # fmt: skip
def test_what_is_no_amount_is_not_made_into_one(written):
    assert minor_units(written, 2) is None


@given(st.decimals(min_value=-(10**7), max_value=10**7, places=4), st.sampled_from([0, 2, 3, 4]))
def test_a_decimal_string_is_rounded_once_and_half_away_from_zero(amount, exponent):
    expected = int((amount * 10**exponent).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    assert minor_units(f"{amount:f}", exponent) == expected


@given(st.integers(min_value=-(10**9), max_value=10**9))
def test_a_number_with_two_digits_after_the_point_gives_its_pence(pence):
    assert minor_units(pence / 100, 2) == pence


def test_a_currency_is_three_letters_in_capitals():
    assert [currency_code(c) for c in ("usd", " GBP ", "€", "pounds", 3, None)] == [
        "USD", "GBP", "", "", "", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-01-31T09:30:00Z", "2026-01-31T09:30:00+00:00"),
        ("2026-01-31T09:30:00.123456789Z", "2026-01-31T09:30:00.123+00:00"),
        ("2026-01-31T04:30:00-05:00", "2026-01-31T09:30:00+00:00"),
        ("2026-01-31T15:00:00+0530", "2026-01-31T09:30:00+00:00"),
        ("2026-01-31 09:30:00", "2026-01-31T09:30:00+00:00"),
        ("2026-01-31", "2026-01-31T00:00:00+00:00"),
        (" 2026-01-31t09:30:00z ", "2026-01-31T09:30:00+00:00"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00+00:00"),
        (1769851800, "2026-01-31T09:30:00+00:00"),
        (1769851800123, "2026-01-31T09:30:00.123+00:00"),
        ("1769851800", "2026-01-31T09:30:00+00:00"),
    ],
)
def test_the_usual_forms_of_a_time_name_the_same_instant(written, expected):
    moment = datetime.fromisoformat(expected)
    assert instant(written) == round(moment.timestamp() * 1000)


@pytest.mark.parametrize(
    "written",
    ["", "yesterday", "2026-13-01", "2026-02-30T00:00:00Z", True, None, [], {}, "9" * 50, 1e20,
     "2026-01-31T09:30:00+99:00"],
)  # fmt: skip
def test_what_is_no_time_gives_none(written):
    assert instant(written) is None


@given(
    st.datetimes(
        min_value=datetime.fromisoformat("1900-01-01"),
        max_value=datetime.fromisoformat("2999-01-01"),
        timezones=st.integers(-840, 840).map(lambda m: timezone(timedelta(minutes=m))),
    )
)
def test_any_iso_time_is_read_to_the_millisecond(moment):
    expected = (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)
    assert instant(moment.isoformat()) == expected


@given(st.integers(-(10**15), 10**15), st.integers(EARLIEST + 1, 2 * 10**12))
def test_a_believed_time_lies_after_2000_and_not_after_now(at, now):
    sure = believed(at, now)
    if sure is None:
        assert at <= EARLIEST or at > now + DAY
    else:
        assert EARLIEST < sure <= now
        assert sure == min(at, now)


@pytest.mark.parametrize(
    ("written", "address"),
    [
        (" Bob.Norman@HostMail.com ", "bob.norman@hostmail.com"),
        ("a+tag@sub.example.co.uk", "a+tag@sub.example.co.uk"),
        ("JOSE\u0301@example.com", "jos\u00e9@example.com"),
        ("bob@B\u00dcCHER.de", "bob@b\u00fccher.de"),
        ("bob@xn--bcher-kva.de", "bob@b\u00fccher.de"),
        ("\u200bbob@example.com", "bob@example.com"),
    ],
)
def test_spellings_of_one_address_are_one_identifier(written, address):
    assert email_address(written) == address


@pytest.mark.parametrize(
    "written",
    ["", "bob", "bob@", "@example.com", "bob@localhost", "a b@example.com", "a@b@example.com",
     "bob@example..com", "bob@-example.com", "bob@example.com\x00", "bob\x00@example.com",
     "x" * 65 + "@example.com", "a@" + "b" * 300 + ".com", 5, None, {}, "bob@1.2.3.4"],
)  # fmt: skip
def test_an_impossible_address_is_no_identifier(written):
    assert email_address(written) == ""


@given(st.text())
def test_an_address_is_its_own_normal_form(text):
    once = email_address(text + "@example.com")
    assert email_address(once) == once


def test_a_phone_number_needs_its_countrys_prefix():
    assert phone_number("+44 (20) 7946-0958") == "+442079460958"
    assert phone_number("0044 20 7946 0958") == "+442079460958"
    assert phone_number("555-625-1199") == ""
    assert phone_number("+1") == phone_number(15005550006) == phone_number("+0123456789") == ""


@pytest.mark.parametrize(
    "junk", ["undefined", "NULL", " ", "[object Object]", "0", "a\x00b", "x" * 256, True, {}, []]
)
def test_what_trackers_send_for_nobody_does_not_make_many_people_one(junk):
    assert plain_identifier(junk) == ""


def test_languages_countries_and_time_zones_come_to_their_codes():
    assert [language_of(x) for x in ("en-GB", "pt_BR", "DE", "", "x", 5)] == [
        "en", "pt", "de", "", "", "",
    ]  # fmt: skip
    assert [country_code(x) for x in ("us", "United States", "UK", "Narnia", 5)] == [
        "US", "US", "GB", "", "",
    ]  # fmt: skip
    assert is_time_zone("Europe/London")
    assert not is_time_zone("../../etc/passwd")


def test_words_lose_controls_and_overrides_but_keep_every_script_and_emoji():
    assert words("a\x00b\u202ec\nd") == "a b c d"
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u05e9\u05dc\u05d5\u05dd\u200f"
    assert words(family) == family


@given(st.text(alphabet=st.characters(), max_size=700))
def test_words_are_bounded_printable_and_encodable(text):
    safe = words(text)
    assert len(safe) <= 500
    safe.encode("utf-8")
    assert not any(ord(c) < 32 for c in safe)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "//evil.example", "https://shop.com@evil.example/x", "/products/a",
     "data:text/html,x", "https://", "http://a b", 'https://a.example/"onclick=x', 5, None,
     "https://a.example/\u202e", "https://a.example/" + "x" * 3000, "https://a.example/me@b.com"],
)  # fmt: skip
def test_what_is_not_safe_to_link_to_is_left_out(address):
    assert web_address(address) == ""


def test_an_address_of_a_page_keeps_all_but_a_persons_address():
    assert web_address("https://a.example/x?a=1&b=2#c") == "https://a.example/x?a=1&b=2#c"
    assert web_address("https://a.example/x?a=1&e=bob%40b.com") == "https://a.example/x?a=1"


def test_properties_keep_no_word_of_who_the_person_is():
    kept = anonymous_properties(
        {
            "E-Mail": "bob@example.com",
            "first_name": "Bob",
            "recipient": "ann@example.com",
            "note": "write to bob@example.com please",
            "rating": 5,
            "nested": {"email": "bob@example.com"},
            "big": 2**70,
            "yes": True,
        }
    )
    assert kept == {
        "note": "write to [e-mail] please",
        "rating": 5,
        "big": str(2**70),
        "yes": True,
    }
    assert anonymous_words("bob@example.com") == "[e-mail]"


def test_properties_are_bounded():
    kept = anonymous_properties({f"p{i}": "x" * 900 for i in range(400)})
    assert len(kept) == MAX_PROPERTIES
    assert {len(str(v)) for v in kept.values()} == {500}
