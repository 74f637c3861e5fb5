"""Money as people read it, in any currency and language: nothing is never less than nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.app.measuring import report_text
from rapport.app.wording import level_words, wordable
from rapport.app.wording.amounts import money
from rapport.core.creative.wording import invisible_in
from rapport.testing import examples as ex

CURRENCIES = ("GBP", "EUR", "JPY", "KWD", "XYZ")
LOCALES = ("en_GB", "de_DE", "fr_FR", "ja_JP", "ar_EG", "sv_SE", "fa_IR")
LESS = re.compile("[-−\u2010-\u2015\u200e\u200f\u061c()]")


@pytest.mark.parametrize("minor", [0, 0.0, -0.0, -0.2, -0.4999, -0.5, 0.5, -1e-300])
def test_what_rounds_to_nothing_has_no_minus(minor: float) -> None:
    assert money(minor, "GBP", "en_GB") == "£0.00"


@pytest.mark.parametrize(
    ("minor", "told"),
    [(-0.51, "−£0.01"), (-1, "−£0.01"), (2400, "£24.00"), (-2450.4, "−£24.50"), (1.5, "£0.02")],
)
def test_what_does_not_is_told_as_it_is(minor: float, told: str) -> None:
    assert money(minor, "GBP", "en_GB") == told


@given(
    st.floats(-3.0, 3.0),
    st.sampled_from(CURRENCIES),
    st.sampled_from(LOCALES),
)
def test_a_minus_stands_before_something_in_every_currency_and_language(
    minor: float, currency: str, locale: str
) -> None:
    told = money(minor, currency, locale)
    nothing = money(0, currency, locale)
    if LESS.sub("", told) == LESS.sub("", nothing):
        assert told == nothing


def brands_money(minor: float) -> str:
    return level_words.money(minor, ex.brand())


def reports_money(minor: float) -> str:
    return report_text.Words("GBP", "en_GB").money(minor)


def messages_money(minor: float) -> str:
    return wordable.money(round(minor), "GBP", "en_GB")


@pytest.mark.parametrize("door", [brands_money, reports_money, messages_money])
def test_every_door_tells_it_alike(door: Callable[[float], str]) -> None:
    assert not LESS.search(door(-0.3))
    assert door(2400) == door(2400.0)


@pytest.mark.parametrize("locale", ["ar", "ar_EG", "he", "he_IL", "fa", "ur", "de", "fr", "en_GB"])
def test_a_sum_in_any_language_passes_the_guardrail_that_looks_for_what_cannot_be_seen(
    locale: str,
) -> None:
    for currency in ("ILS", "EGP", "EUR"):
        told = money(14_900, currency, locale)
        assert invisible_in(told) == ""
        assert told
