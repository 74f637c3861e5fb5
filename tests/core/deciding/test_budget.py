"""Budgets: periods of the brand's calendar, and a price that makes the rest last."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.adapters.brand_folder.zones import compile_zone
from rapport.core.deciding.budget import PRICES, Budget, is_closed, period, shadow_price, share_used
from rapport.core.time import DAY, HOUR, Zone
from rapport.testing import examples as ex

LONDON = compile_zone("Europe/London")
UTC_ZONE = Zone()


def instant(*parts: int) -> int:
    return round(datetime(*parts, tzinfo=UTC).timestamp() * 1_000)  # type: ignore[misc]


@given(st.dates(date(2000, 1, 2), date(2040, 12, 30)), st.integers(0, DAY - 1))
def test_periods_are_those_of_the_calendar(day: date, within: int) -> None:
    at = instant(day.year, day.month, day.day) + within
    monday = day - timedelta(days=day.weekday())
    first = day.replace(day=1)
    after = (first + timedelta(days=32)).replace(day=1)
    for per, begins, ends in (
        ("day", day, day + timedelta(days=1)),
        ("week", monday, monday + timedelta(days=7)),
        ("month", first, after),
    ):
        assert period(per, at, UTC_ZONE) == tuple(
            instant(one.year, one.month, one.day) for one in (begins, ends)
        )


def test_a_period_begins_at_the_brands_midnight_in_summer_and_in_winter() -> None:
    begins, ends = period("month", instant(2026, 3, 15, 12), LONDON)
    assert begins == instant(2026, 3, 1)
    assert ends == instant(2026, 3, 31, 23), "the clocks went forward on the 29th"
    assert period("day", instant(2026, 6, 1, 23, 30), LONDON)[0] == instant(2026, 6, 1, 23)


@given(st.sampled_from(["day", "week", "month"]), st.integers(ex.START, ex.START + 900 * DAY))
def test_periods_follow_one_another_without_a_gap(per: str, at: int) -> None:
    begins, ends = period(per, at, LONDON)
    assert begins <= at < ends
    assert period(per, ends, LONDON)[0] == ends
    assert period(per, begins - 1, LONDON)[1] == begins


@pytest.mark.parametrize(
    ("used", "elapsed", "price"),
    [
        (0.0, 0.0, 0.0),
        (0.3, 0.3, 0.0),
        (0.1, 0.9, 0.0),
        (0.5, 0.0, 7.0),
        (0.75, 0.5, 7.0),
        (0.1, 0.0, 0.35),
        (0.2, 0.1, 0.35),
        (0.99, 0.0, PRICES[-1]),
        (1.0, 1.0, PRICES[-1]),
        (7.0, 0.5, PRICES[-1]),
    ],
)
def test_the_price_answers_to_the_time_that_is_left_over_the_budget_that_is_left(
    used: float, elapsed: float, price: float
) -> None:
    assert shadow_price(used, elapsed) == price


@given(st.floats(0.0, 1.5), st.floats(0.0, 1.5), st.floats(0.0, 0.5))
def test_the_price_rises_with_use_and_falls_with_time(
    used: float, elapsed: float, more: float
) -> None:
    price = shadow_price(used, elapsed)
    assert price in PRICES
    assert shadow_price(used + more, elapsed) >= price
    if used < 1.0:
        assert shadow_price(used, elapsed + more) <= price
    if used < 1.0 and used <= elapsed:
        assert price == 0.0


def test_shares_are_of_money_or_of_uses_and_a_budget_of_nothing_is_used_up() -> None:
    assert share_used(Budget(amount=50_000), 900.0, 25_000.0) == 0.5
    assert share_used(Budget(uses=200), 50.0, 1e9) == 0.25
    assert share_used(Budget(), 0.0, 0.0) == 1.0


def test_an_offer_closes_when_it_is_used_or_promised_away_and_opens_with_some_room() -> None:
    assert not is_closed(0.99, 0.99, was_closed=False)
    assert is_closed(1.0, 1.0, was_closed=False)
    assert is_closed(0.4, 1.0, was_closed=False)
    assert is_closed(0.4, 0.95, was_closed=True)
    assert not is_closed(0.4, 0.89, was_closed=True)


@pytest.mark.parametrize("demand", [1.5, 3.0, 6.0])
def test_paced_by_its_price_a_budget_lasts_to_the_end_of_its_period(demand: float) -> None:
    """Use halves when the burden doubles; unpaced, 1 / demand of the time would see it gone."""
    budget = Budget(amount=30_000)
    hours = 30 * 24
    used, open_hours = 0.0, 0
    for hour in range(hours):
        share = share_used(budget, 0.0, used)
        if is_closed(share, share, was_closed=False):
            break
        open_hours += 1
        used += demand * budget.amount / hours / (1.0 + shadow_price(share, hour / hours))
    assert open_hours >= 0.97 * hours
    assert used >= 0.95 * budget.amount


def test_the_price_is_part_of_an_offers_burden_and_no_price_changes_nothing() -> None:
    ten = ex.OFFERS[1]
    assert ten.burden(4_800, 0.0) == float(ten.cost_on(4_800)) == 480.0
    assert ten.burden(4_800, 1.5) == 1_200.0
    assert replace(ten, kind="gift", cost=180).burden(4_800, 0.5) == 270.0


def test_a_week_begins_on_monday() -> None:
    assert period("week", ex.at(6, 23), UTC_ZONE) == (ex.at(0), ex.at(7))
    assert period("week", ex.at(7), UTC_ZONE) == (ex.at(7), ex.at(14))
    assert HOUR * 24 == DAY
