"""What a decision reads off a rhythm is what the numeric side reads off it, for any history."""

from __future__ import annotations

from itertools import pairwise
from math import inf, isfinite, nan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.core.person import rhythm as one
from rapport.core.person.rhythm import LONGEST_DAYS, Past, RhythmModel, SpendingModel, past_of
from rapport.science import rhythm_forecast as many
from rapport.science.rhythm import Histories, Rhythm
from rapport.science.spending import Spending as FittedSpending
from rapport.science.spending import expected_spend
from rapport.science.worth import lifetime_value

parameters = st.floats(0.1, 8.0)
models = st.builds(
    RhythmModel, parameters, st.floats(0.5, 300.0), parameters, parameters, st.booleans(),
    weight=st.one_of(st.just(1.0), st.floats(0.4, 2.5)),
)  # fmt: skip
spendings = st.builds(
    SpendingModel, st.floats(0.3, 20.0), st.floats(1.05, 20.0), st.floats(1.0, 1e6)
)
periods = st.floats(0.0, 1_500.0)


@st.composite
def pasts(draw: st.DrawFn) -> Past:
    age = draw(st.integers(1, 2_000))
    repeats = draw(st.integers(0, min(age, 400)))
    return Past(repeats, float(draw(st.integers(repeats, age)) if repeats else 0), float(age))


def fitted(model: RhythmModel) -> Rhythm:
    return Rhythm(model.r, model.alpha, model.a, model.b, model.modified, weight=model.weight)


def histories(past: Past) -> Histories:
    return Histories.of([past.repeats], [past.last], [past.age])


@settings(max_examples=300, deadline=None)
@given(models, pasts(), periods)
def test_it_is_what_the_numeric_side_says(model: RhythmModel, past: Past, days: float) -> None:
    rhythm, told = fitted(model), histories(past)
    alive = many.still_customer(rhythm, told)[0]
    assert one.still_customer(model, past) == pytest.approx(alive, rel=1e-11)
    orders = many.expected_orders(rhythm, told, days)[0]
    assert one.expected_orders(model, past, days) == pytest.approx(orders, rel=1e-9, abs=1e-9)
    gap = min(many.usual_gap(rhythm, told)[0], LONGEST_DAYS)
    assert one.usual_gap(model, past) == pytest.approx(gap, rel=1e-11)
    coming, again = one.next_order(model, past), many.next_order(rhythm, told)
    assert coming is not None
    for mine, theirs in zip(coming, (again.low, again.middle, again.high), strict=True):
        assert mine == pytest.approx(min(theirs[0], LONGEST_DAYS), rel=1e-11)


@settings(max_examples=50, deadline=None)
@given(models, pasts(), st.floats(0.01, 1.0))
def test_expected_orders_are_the_sum_of_the_chances_of_each(
    model: RhythmModel, past: Past, share: float
) -> None:
    days = share * model.scale(past.age)
    rhythm, told = fitted(model), histories(past)
    chances = [many.at_least(rhythm, told, days, orders)[0] for orders in range(1, 2_000)]
    assert one.expected_orders(model, past, days) == pytest.approx(sum(chances), rel=1e-10)


@settings(max_examples=150, deadline=None)
@given(models, spendings, pasts(), st.floats(0.0, 1e8), st.floats(0.0, 0.5), st.integers(1, 12))
def test_lifetime_value_is_what_the_numeric_side_says(
    model: RhythmModel,
    spending: SpendingModel,
    past: Past,
    value: float,
    interest: float,
    steps: int,
) -> None:
    orders = past.repeats + 1
    spend = expected_spend(
        FittedSpending(spending.p, spending.q, spending.v),
        [orders if value else 0],
        [value / orders],
    )
    assert one.expected_spend(spending, orders, value) == pytest.approx(spend[0], rel=1e-12)
    worth = lifetime_value(fitted(model), histories(past), spend, 365.0, interest, steps)[0]
    mine = one.expected_value(
        replace(model, spending=spending), past, value, 365.0, interest, steps
    )
    assert mine == pytest.approx(worth, rel=1e-8, abs=1e-9 * spend[0])


@settings(max_examples=300, deadline=None)
@given(
    *(st.floats() for _ in range(4)), st.booleans(),
    st.integers(-5, 10**12), st.integers(-10**6, 10**6), st.integers(-10**6, 10**6),
    st.integers(-10**6, 10**6), st.floats(),
)  # fmt: skip
def test_whatever_it_is_given_it_says_something_possible_or_nothing(
    r, alpha, a, b, modified, orders, first, last, day, days
):
    model = RhythmModel(r, alpha, a, b, modified, SpendingModel(r, alpha, a))
    past = past_of(orders, first, last, day)
    if past is None:
        return
    alive = one.still_customer(model, past)
    expected = one.expected_orders(model, past, days)
    worth = one.expected_value(model, past, days, 365.0, 0.1)
    coming = one.next_order(model, past)
    assert alive is None or 0.0 <= alive <= 1.0
    assert expected is None or (isfinite(expected) and expected >= 0.0)
    assert worth is None or (isfinite(worth) and worth >= 0.0)
    assert coming is None or 0.0 <= coming.low <= coming.middle <= coming.high <= LONGEST_DAYS
    assert (alive is None) == (not model.usable)


@pytest.mark.parametrize(
    ("model", "past"),
    [
        (RhythmModel(0.5, 60.0, 0.8, 2.5), Past(10**6, 1e6, 1e6 + 90)),
        (RhythmModel(1e-6, 1e-6, 1e-6, 1e-6), Past(0, 0.0, 0.0)),
        (RhythmModel(1e6, 1e6, 1e6, 1e6), Past(10**9, 1e9, 1e9)),
        (RhythmModel(1e6, 1e-6, 1e-6, 1e6, modified=False), Past(3, 3.0, 9.0)),
        (RhythmModel(1e-6, 1e6, 1e6, 1e-6), Past(0, 0.0, 20_000.0)),
    ],
)
def test_at_the_ends_of_what_can_be_nothing_overflows(model: RhythmModel, past: Past) -> None:
    for days in (0.0, 1e-3, 90.0, 36_500.0):
        expected = one.expected_orders(model, past, days)
        at_most = (model.r + past.repeats) / (model.alpha + past.age) * days
        assert expected is not None
        assert 0.0 <= expected <= at_most * (1 + 1e-9)
    assert one.still_customer(model, past) is not None
    assert one.next_order(model, past) is not None


def test_who_orders_a_million_times_goes_on_at_the_rate_so_far() -> None:
    nobody_leaves = RhythmModel(0.5, 60.0, 1e-6, 2.5)
    past = Past(10**6, 1e6, 1e6)
    rate = (0.5 + 10**6) / (60.0 + 1e6)
    assert one.expected_orders(nobody_leaves, past, 90.0) == pytest.approx(90.0 * rate, rel=1e-5)


@pytest.mark.parametrize(
    ("orders", "first", "last", "day", "past"),
    [
        (1, 100, 100, 100, Past(0, 0.0, 0.0)),
        (1, 100, 100, 130, Past(0, 0.0, 30.0)),
        (3, 100, 120, 130, Past(2, 20.0, 30.0)),
        (0, 0, 0, 130, None),
        (-1, 100, 100, 130, None),
        (1, 131, 131, 130, None),  # an order of tomorrow
        (2, 100, 131, 130, None),
        (2, 100, 100, 130, None),  # two order days that are one
        (1, 100, 120, 130, None),  # one that is two
        (9, 100, 104, 130, None),  # more order days than days
    ],
)
def test_a_past_that_cannot_be_is_none(
    orders: int, first: int, last: int, day: int, past: Past | None
) -> None:
    assert past_of(orders, first, last, day) == past


@pytest.mark.parametrize("broken", [nan, inf, -1.0, 0.0, 1e-300, 1e300])
@pytest.mark.parametrize("field", ["r", "alpha", "a", "b", "weight"])
def test_a_snapshot_with_a_broken_parameter_says_nothing(field: str, broken: float) -> None:
    model = replace(
        RhythmModel(0.5, 60.0, 0.8, 2.5, spending=SpendingModel(6.0, 3.7, 1_500.0)),
        **{field: broken},
    )
    past = Past(2, 40.0, 90.0)
    assert one.still_customer(model, past) is None
    assert one.expected_orders(model, past, 90.0) is None
    assert one.next_order(model, past) is None
    assert one.usual_gap(model, past) is None
    assert one.expected_value(model, past, 9_000.0, 365.0, 0.1) is None


@pytest.mark.parametrize("days", [nan, inf, -1.0])
def test_a_period_that_is_none_is_not_foretold(days: float) -> None:
    model = RhythmModel(0.5, 60.0, 0.8, 2.5)
    assert one.expected_orders(model, Past(2, 40.0, 90.0), days) is None


@pytest.mark.parametrize(
    "spending",
    [
        SpendingModel(6.0, 1.0, 9.0),
        SpendingModel(nan, 3.0, 9.0),
        SpendingModel(6.0, 3.0, 0.0),
        SpendingModel(6.0, inf, 9.0),
    ],
)
def test_spending_without_a_mean_is_not_told(spending: SpendingModel) -> None:
    assert one.expected_spend(spending, 3, 9_000.0) is None


def test_without_spending_there_is_no_value_and_all_the_rest() -> None:
    model, past = RhythmModel(0.5, 60.0, 0.8, 2.5), Past(2, 40.0, 90.0)
    assert one.expected_value(model, past, 9_000.0, 365.0, 0.1) is None
    assert one.expected_orders(model, past, 90.0) is not None


def test_one_order_says_little_of_prices_and_many_say_all() -> None:
    spending = SpendingModel(6.0, 3.7, 1_500.0)
    brand = 6.0 * 1_500.0 / 2.7
    once, often = (one.expected_spend(spending, n, n * 10_000.0) for n in (1, 500))
    assert once is not None
    assert often is not None
    assert brand < once < often < 10_000.0
    assert often == pytest.approx(10_000.0, rel=0.01)
    assert one.expected_spend(spending, 4, 0.0) == pytest.approx(brand)


def test_the_longer_the_silence_the_less_likely_still_a_customer() -> None:
    model = RhythmModel(0.5, 60.0, 0.8, 2.5)
    chances = [
        one.still_customer(model, Past(4, 200.0, 200.0 + quiet)) for quiet in range(0, 900, 30)
    ]
    assert all(a > b for a, b in pairwise(chances))


def test_the_more_the_past_counts_the_nearer_people_are_to_their_own_rate() -> None:
    often = Past(30, 300.0, 305.0)
    rates = [
        one.expected_orders(RhythmModel(0.5, 60.0, 1e-6, 2.5, weight=weight), often, 90.0)
        for weight in (0.5, 1.0, 2.0, 8.0)
    ]
    assert rates == sorted(rates)
    assert rates[-1] == pytest.approx(90 * 30 / 305, rel=0.05)


def test_the_order_in_which_people_are_asked_about_changes_nothing() -> None:
    model = RhythmModel(0.5, 60.0, 0.8, 2.5)
    people = [Past(n % 7, float(n % 7 * 11), 90.0 + n) for n in range(60)]
    forth = [one.expected_orders(model, past, 90.0) for past in people]
    one._chances_of_leaving.cache_clear()
    back = [one.expected_orders(model, past, 90.0) for past in reversed(people)]
    assert forth == back[::-1]
    assert np.isfinite(np.asarray(forth, dtype=float)).all()
