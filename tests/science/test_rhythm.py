"""BG/NBD: published parameters, known truths found again, and what must hold at the limits."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from scipy.optimize import approx_fprime

from rapport.bench.purchases import SAMPLE, Purchases, read_purchases, simulated
from rapport.science.rhythm import Histories, Rhythm, _Likelihood, fit_rhythm, log_likelihood
from rapport.science.rhythm_forecast import (
    at_least,
    expected_orders,
    next_order,
    orders_of_all,
    still_customer,
    usual_gap,
)
from rapport.science.spending import fit_spending
from rapport.science.unavailable import Unavailable

FILE = Path(os.environ.get("RAPPORT_DATA", Path(__file__).parents[3] / "shared" / "data")) / SAMPLE

needs_sample = pytest.mark.skipif(not FILE.is_file(), reason=f"no {FILE}: set RAPPORT_DATA to it")

PLAIN = Rhythm(0.243, 4.414, 0.793, 2.426)
MODIFIED = Rhythm(0.525, 6.183, 0.891, 1.614, modified=True)
MIXED = Histories.of([0, 0, 1, 2, 7, 40], [0, 0, 3, 30, 20, 38], [1, 39, 39, 30.86, 39, 39])


@pytest.fixture(scope="module")
def sample() -> Purchases:
    return read_purchases(FILE)


# --- What was published --------------------------------------------------------------------------


@needs_sample
def test_the_published_parameters_are_found_to_three_decimals(sample: Purchases) -> None:
    rhythm = fit_rhythm(sample.histories)
    assert isinstance(rhythm, Rhythm)
    assert len(sample.histories) == 2_357
    assert [round(value, 3) for value in rhythm.values] == [0.243, 4.414, 0.793, 2.426]
    assert round(rhythm.log_likelihood, 1) == -9582.4


@needs_sample
def test_the_held_out_half_is_foretold_as_well_as_was_published(sample: Purchases) -> None:
    rhythm = fit_rhythm(sample.histories)
    assert isinstance(rhythm, Rhythm)
    said = expected_orders(rhythm, sample.histories, sample.weeks)
    assert np.abs(said - sample.held_out).mean() == pytest.approx(0.7855, abs=5e-5)
    assert np.sqrt(((said - sample.held_out) ** 2).mean()) == pytest.approx(1.608, abs=5e-4)


@needs_sample
def test_the_published_parameters_of_spending_are_found(sample: Purchases) -> None:
    again = sample.spend > 0
    spending = fit_spending(sample.histories.repeats[again], sample.spend[again])
    assert not isinstance(spending, Unavailable)
    assert spending.customers == 946
    found = (round(spending.p, 2), round(spending.q, 3), round(spending.v, 3))
    assert found == (6.25, 3.744, 15.444)


def test_a_published_customer_is_foretold_as_published() -> None:
    # Fader, Hardie, Lee's own example: x = 2, t_x = 30.43, T = 38.86, over 39 weeks.
    customer = Histories.of([2], [30.43], [38.86])
    assert expected_orders(PLAIN, customer, 39.0)[0] == pytest.approx(1.226, abs=1e-3)


# --- A truth that is known -----------------------------------------------------------------------


@pytest.mark.parametrize("modified", [False, True])
def test_the_parameters_customers_live_by_are_found_again(modified: bool) -> None:
    truth = Rhythm(0.6, 45.0, 0.9, 2.2, modified)
    rhythm = fit_rhythm(simulated(truth, 40_000, seed=3), modified=modified)
    assert isinstance(rhythm, Rhythm)
    for found, true, error in zip(rhythm.values, truth.values, rhythm.errors, strict=True):
        assert abs(found - true) < 4 * error
        assert error < 0.15 * true


def test_the_forecast_of_all_holds_for_those_who_live_by_the_rhythm() -> None:
    truth = Rhythm(0.6, 45.0, 0.9, 2.2)
    draw = np.random.default_rng(5)
    histories = simulated(truth, 3_000, seed=4)
    said = orders_of_all(truth, histories, 90.0)
    totals = []
    for _ in range(200):
        x, age = histories.repeats, histories.age
        alive = draw.random(len(x)) < still_customer(truth, histories)
        rate = draw.gamma(truth.r + x) / (truth.alpha + age)
        leaving = np.maximum(draw.beta(truth.a, truth.b + x), 1e-12)
        orders = np.minimum(draw.poisson(rate * 90.0), draw.geometric(leaving))
        totals.append((alive * orders).sum())
    assert said.value == pytest.approx(np.mean(totals), abs=4 * np.std(totals) / np.sqrt(200))
    inside = np.mean([said.low <= total <= said.high for total in totals])
    assert 0.83 < inside < 0.97


def test_what_is_not_known_of_the_parameters_widens_the_forecast() -> None:
    rhythm = fit_rhythm(simulated(PLAIN, 800, seed=6))
    assert isinstance(rhythm, Rhythm)
    histories = simulated(PLAIN, 800, seed=6)
    certain = replace(rhythm, covariance=())
    wide, narrow = (orders_of_all(one, histories, 90.0) for one in (rhythm, certain))
    assert wide.high - wide.low > narrow.high - narrow.low


# --- What must hold -------------------------------------------------------------------------------

parameters = st.floats(0.05, 8.0)
rhythms = st.builds(
    Rhythm, parameters, st.floats(0.5, 300.0), parameters, parameters, st.booleans(),
    weight=st.one_of(st.just(1.0), st.floats(0.4, 2.5)),
)  # fmt: skip


@st.composite
def histories(draw: st.DrawFn) -> Histories:
    rows = []
    for _ in range(draw(st.integers(1, 8))):
        age = draw(st.integers(1, 1_500))
        repeats = draw(st.integers(0, min(age, 300)))
        rows.append((repeats, draw(st.integers(1, age)) if repeats else 0, age))
    return Histories.of(*zip(*rows, strict=True))


@settings(max_examples=60, deadline=None)
@given(rhythms, histories())
def test_the_gradient_is_that_of_the_likelihood(rhythm: Rhythm, told: Histories) -> None:
    likelihood = _Likelihood(told, modified=rhythm.modified)
    at = np.asarray(rhythm.values)
    value, gradient = likelihood(at)
    slope = approx_fprime(at, lambda p: likelihood(p)[0], at * 1e-6)
    assert gradient == pytest.approx(slope, rel=1e-2, abs=1e-3 * (1 + abs(value)))


@settings(max_examples=80, deadline=None)
@given(rhythms, histories(), st.floats(0.01, 1.0))
def test_expected_orders_are_the_sum_of_the_chances_of_each(
    rhythm: Rhythm, told: Histories, share: float
) -> None:
    period = share * float(rhythm.scale(told.age).min()) / max(rhythm.weight, 1.0)
    chances = [at_least(rhythm, told, period, orders) for orders in range(1, 1_500)]
    assert expected_orders(rhythm, told, period) == pytest.approx(np.sum(chances, 0), rel=1e-4)


@settings(max_examples=80, deadline=None)
@given(rhythms, histories(), st.floats(0.0, 2_000.0))
def test_every_figure_is_possible(rhythm: Rhythm, told: Histories, period: float) -> None:
    alive = still_customer(rhythm, told)
    orders = expected_orders(rhythm, told, period)
    coming = next_order(rhythm, told)
    assert ((alive >= 0) & (alive <= 1)).all()
    assert np.isfinite(orders).all()
    assert (orders >= -1e-9).all()
    assert (orders <= expected_orders(rhythm, told, period + 1.0) + 1e-9).all()
    assert ((coming.low > 0) & (coming.low <= coming.middle)).all()
    assert (coming.middle <= coming.high).all()


@pytest.mark.parametrize(
    "at", [replace(PLAIN, a=1.0), Rhythm(0.5, 0.5, 0.5, 0.5), Rhythm(1.0, 1.0, 0.5, 0.5)]
)
def test_the_forecast_passes_smoothly_where_its_formula_divides_by_nothing(at: Rhythm) -> None:
    told = Histories.of([0, 1, 99], [0, 1, 1], [1, 1, 99])
    for period in (1.0, 39.0, 896.0, 20_000.0):
        below, exactly, above = (
            expected_orders(replace(at, a=at.a + off), told, period) for off in (-0.001, 0.0, 0.001)
        )
        assert exactly == pytest.approx((below + above) / 2, rel=1e-4)


def test_without_leaving_it_is_the_negative_binomial() -> None:
    nobody_leaves = replace(PLAIN, a=1e-9)
    rate = (PLAIN.r + MIXED.repeats) / (PLAIN.alpha + MIXED.age)
    assert still_customer(nobody_leaves, MIXED) == pytest.approx(1.0)
    assert expected_orders(nobody_leaves, MIXED, 39.0) == pytest.approx(rate * 39.0, rel=1e-6)


def test_no_time_brings_no_orders_and_no_time_is_below_none() -> None:
    assert expected_orders(PLAIN, MIXED, 0.0) == pytest.approx(0.0)
    for period in (-1.0, np.inf, np.nan):
        with pytest.raises(ValueError, match="period"):
            expected_orders(PLAIN, MIXED, period)


def test_who_ordered_once_may_be_gone_only_in_the_modified_form() -> None:
    once = Histories.of([0, 0], [0, 0], [10, 300])
    assert still_customer(PLAIN, once).tolist() == [1.0, 1.0]
    fresh, old = still_customer(MODIFIED, once)
    assert 1.0 > fresh > old > 0.0


def test_the_longer_since_the_last_order_the_less_likely_still_a_customer() -> None:
    alive = still_customer(PLAIN, Histories.of([3, 3, 3], [39, 20, 5], [39, 39, 39]))
    assert alive[0] > alive[1] > alive[2]


def test_the_next_order_lies_where_it_is_said_to_lie() -> None:
    coming = next_order(PLAIN, MIXED, share=0.8)
    for quantile, at in ((0.1, coming.low), (0.5, coming.middle), (0.9, coming.high)):
        scale = PLAIN.alpha + MIXED.age
        later = (scale / (scale + at)) ** (PLAIN.r + MIXED.repeats)
        assert later == pytest.approx(1.0 - quantile)
    with pytest.raises(ValueError, match="share"):
        next_order(PLAIN, MIXED, share=1.0)


def test_people_who_order_more_often_have_a_shorter_usual_gap() -> None:
    gaps = usual_gap(PLAIN, Histories.of([1, 4, 12], [36, 36, 36], [39, 39, 39]))
    assert gaps[0] > gaps[1] > gaps[2]


def test_equal_histories_count_as_often_as_they_are_there() -> None:
    twice = Histories.of(*(np.repeat(v, 2) for v in (MIXED.repeats, MIXED.last, MIXED.age)))
    rows, counts, which = twice.compressed()
    assert counts.tolist() == [2] * 6
    assert rows.repeats[which].tolist() == twice.repeats.tolist()
    assert rows.age[which].tolist() == twice.age.tolist()
    assert log_likelihood(PLAIN, twice) == pytest.approx(2 * log_likelihood(PLAIN, MIXED))


# --- What is refused ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "row",
    [(1, 5, 4), (-1, 0, 4), (0.5, 1, 4), (0, 1, 4), (2, 0, 4), (1, np.nan, 4), (1, 2, np.inf)],
)
def test_a_history_that_cannot_be_is_refused(row: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="1 histories cannot be"):
        Histories.of(*([value] for value in row))


def test_columns_of_unlike_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="unlike lengths"):
        Histories.of([0], [0, 0], [1])


def test_nobody_who_came_back_gives_no_rhythm() -> None:
    for told in (Histories.of([], [], []), Histories.of([0, 0], [0, 0], [10, 20])):
        assert isinstance(fit_rhythm(told), Unavailable)


def test_a_uniform_history_gives_no_rhythm_rather_than_any() -> None:
    assert isinstance(fit_rhythm(Histories.of([3] * 900, [300] * 900, [310] * 900)), Unavailable)


def test_a_shop_that_nobody_seems_to_leave_is_steadied_by_shops_in_general() -> None:
    nobody_leaves = simulated(Rhythm(0.8, 60.0, 1e-6, 5.0), 3_000, seed=8)
    rhythm = fit_rhythm(nobody_leaves, modified=True, steadied=True)
    assert isinstance(rhythm, Rhythm)
    assert rhythm.a / (rhythm.a + rhythm.b) < 0.01
    assert still_customer(rhythm, nobody_leaves).mean() > 0.95


def test_steadying_moves_little_where_the_data_speak() -> None:
    told = simulated(Rhythm(0.6, 45.0, 0.9, 2.2, modified=True), 5_000, seed=9)
    plain, steadied = (fit_rhythm(told, modified=True, steadied=s) for s in (False, True))
    assert isinstance(plain, Rhythm)
    assert isinstance(steadied, Rhythm)
    for one, other, error in zip(plain.values, steadied.values, plain.errors, strict=True):
        assert abs(one - other) < 0.5 * error
