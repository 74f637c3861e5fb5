import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rapport.science.inference import (
    BETTER,
    TOO_FEW,
    WORSE,
    Difference,
    Estimate,
    Look,
    PairSums,
    Sums,
    adjusted,
    boundary,
    difference,
    half_width,
    mean,
    ratio,
    smallest_detectable,
    tuning,
)
from rapport.science.unavailable import Unavailable

amounts = st.lists(st.integers(-(10**6), 10**6), min_size=2, max_size=40)


# --- Sums --------------------------------------------------------------------------------------


@given(amounts, st.integers(0, 40))
def test_sums_are_the_same_wherever_the_profiles_are_divided(values, cut):
    assert Sums.of(values[:cut]) + Sums.of(values[cut:]) == Sums.of(values)
    other = [v * 3 - 7 for v in values]
    parts = PairSums.of(values[:cut], other[:cut]) + PairSums.of(values[cut:], other[cut:])
    assert parts == PairSums.of(values, other)


@pytest.mark.parametrize("odd", [math.nan, math.inf, -math.inf])
def test_a_value_that_is_no_number_is_refused(odd):
    with pytest.raises(ValueError, match="not a finite number"):
        Sums.of([1.0, odd])
    with pytest.raises(ValueError, match="not a finite number"):
        PairSums.of([1.0, 2.0], [1.0, odd])


def test_figures_of_different_profiles_cannot_be_paired():
    with pytest.raises(ValueError, match="cannot be paired"):
        PairSums.of([1.0], [1.0, 2.0])


# --- Estimates ---------------------------------------------------------------------------------


@given(amounts)
@example([500_000, 500_001])
@example([10**6] * 39 + [10**6 - 1])
def test_mean_and_variance_are_those_of_numpy(values):
    found = mean(Sums.of(values))
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(np.mean(values), rel=1e-12, abs=1e-9)
    assert found.variance == pytest.approx(np.var(values, ddof=1), rel=1e-6, abs=1e-3)


def spending(rng, n):
    orders = rng.poisson(0.3, n)
    return orders * rng.integers(1_000, 9_000, n), orders


def test_a_ratio_is_linearised_as_directly_computed():
    revenue, orders = spending(np.random.default_rng(1), 500)
    found = ratio(PairSums.of(revenue, orders))
    value = revenue.sum() / orders.sum()
    linear = (revenue - value * orders) / orders.mean()
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(value, rel=1e-12)
    assert found.variance == pytest.approx(linear.var(ddof=1), rel=1e-9)


def test_a_ratio_to_a_constant_one_is_the_mean():
    values = np.random.default_rng(2).normal(10, 3, 200)
    one, other = ratio(PairSums.of(values, np.ones(200))), mean(Sums.of(values))
    assert isinstance(one, Estimate)
    assert isinstance(other, Estimate)
    assert (one.value, one.variance) == pytest.approx((other.value, other.variance))


def test_cuped_is_as_directly_computed():
    rng = np.random.default_rng(3)
    before = [rng.gamma(1.0, 50.0, n) for n in (400, 300)]
    after = [b * 0.8 + rng.normal(5 * i, 10, len(b)) for i, b in enumerate(before)]
    found = adjusted(*(PairSums.of(a, b) for a, b in zip(after, before, strict=True)))
    centred = [(a - a.mean(), b - b.mean()) for a, b in zip(after, before, strict=True)]
    theta = sum(a @ b for a, b in centred) / sum(b @ b for _, b in centred)
    overall = np.concatenate(before).mean()
    assert not isinstance(found, Unavailable)
    for estimate, a, b in zip(found, after, before, strict=True):
        plain = a - theta * (b - overall)
        assert estimate.value == pytest.approx(plain.mean(), rel=1e-9)
        assert estimate.variance == pytest.approx(plain.var(ddof=1), rel=1e-6)


def test_cuped_narrows_the_interval_where_the_past_explains_the_present():
    rng = np.random.default_rng(4)
    before = [rng.gamma(1.0, 50.0, 2_000) for _ in range(2)]
    after = [b + rng.normal(0, 5, 2_000) for b in before]
    pairs = [PairSums.of(a, b) for a, b in zip(after, before, strict=True)]
    found = adjusted(*pairs)
    assert not isinstance(found, Unavailable)
    narrow = difference(*found)
    wide = difference(*(mean(Sums.of(a)) for a in after))
    assert isinstance(narrow, Difference)
    assert isinstance(wide, Difference)
    assert narrow.high - narrow.low < 0.2 * (wide.high - wide.low)


def test_without_variation_before_cuped_is_the_plain_mean():
    values = [1.0, 5.0, 9.0]
    found = adjusted(PairSums.of(values, [7.0] * 3), PairSums.of(values, [7.0] * 3))
    assert not isinstance(found, Unavailable)
    assert found[0] == mean(Sums.of(values))


# --- Unavailable -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sums", [Sums(), Sums(1, 5.0, 25.0), Sums(-3, 1.0, 1.0), Sums(5, math.nan, 1.0)]
)
def test_a_mean_of_too_little_or_of_nonsense_is_unavailable(sums):
    found = mean(sums)
    assert isinstance(found, Unavailable)
    assert isinstance(difference(found, Estimate(1.0, 1.0, 10)), Unavailable)
    assert isinstance(difference(Estimate(1.0, 1.0, 10), found), Unavailable)


def test_an_average_order_without_orders_is_unavailable():
    found = ratio(PairSums.of([0, 0, 0], [0, 0, 0]))
    assert isinstance(found, Unavailable)
    assert "no orders" in found.reason


def test_a_difference_to_an_arm_that_does_not_vary_is_unavailable():
    still = mean(Sums.of([0.1] * 7))
    assert isinstance(still, Estimate)
    assert isinstance(difference(Estimate(1.0, 2.0, 10), still), Unavailable)


def test_cuped_of_one_profile_is_unavailable():
    assert isinstance(adjusted(PairSums.of([1], [1]), PairSums.of([1, 2], [1, 2])), Unavailable)


# --- Intervals ---------------------------------------------------------------------------------


def test_rho_is_the_published_one():
    assert tuning(0.05, 5_000) == pytest.approx(0.00164239, abs=5e-9)


@pytest.mark.parametrize(
    ("n", "width"), [(100, 0.669439), (1_000, 0.106375), (5_000, 0.042924), (100_000, 0.010552)]
)
def test_half_widths_are_the_published_ones(n, width):
    # They were computed with the closed-form approximation of rho^2, not with Lambert's W.
    approximate = (-2 * math.log(0.05) + math.log(-2 * math.log(0.05) + 1)) / 5_000
    assert boundary(n, 1.0, approximate, 0.05) == pytest.approx(width, abs=5e-7)


def test_no_other_rho_is_tighter_at_the_planned_size():
    best = half_width(5_000, 1.0)
    assert all(best <= boundary(5_000, 1.0, tuning(0.05, 5_000) * k, 0.05) for k in (0.9, 1.1))


def test_an_interval_that_holds_at_every_look_is_wider_than_one_for_a_single_look():
    assert all(half_width(n, 1.0) > 1.96 / math.sqrt(n) for n in (10, 1_000, 10**5, 10**7))


def test_looking_a_hundred_times_rarely_finds_what_is_not_there():
    rng = np.random.default_rng(5)
    alarms = 0
    for _ in range(400):
        arms = [rng.poisson(0.05, 4_000) * rng.lognormal(8, 0.8, 4_000) for _ in range(2)]
        sums = [Sums(), Sums()]
        for start in range(0, 4_000, 40):
            sums = [s + Sums.of(a[start : start + 40]) for s, a in zip(sums, arms, strict=True)]
            found = difference(mean(sums[0]), mean(sums[1]))
            if isinstance(found, Difference) and found.verdict != TOO_FEW:
                alarms += 1
                break
    assert alarms <= 20


@pytest.mark.parametrize(
    ("gap", "more_is_better", "verdict"),
    [
        (5.0, True, BETTER),
        (-5.0, True, WORSE),
        (5.0, False, WORSE),
        (-5.0, False, BETTER),
        (0.001, True, TOO_FEW),
    ],
)
def test_the_verdict_follows_the_interval(gap, more_is_better, verdict):
    treated, control = Estimate(10.0 + gap, 1.0, 2_000), Estimate(10.0, 1.0, 2_000)
    found = difference(treated, control, more_is_better=more_is_better)
    assert isinstance(found, Difference)
    assert found.verdict == verdict
    assert found.low < gap < found.high


def test_the_smallest_detectable_difference_is_detected_four_times_in_five():
    rng = np.random.default_rng(6)
    n, look = 800, Look()
    size = smallest_detectable(1.0, n, n, look)
    seen = 0
    for _ in range(500):
        found = difference(
            mean(Sums.of(rng.normal(size, 1, n))), mean(Sums.of(rng.normal(0, 1, n))), look
        )
        assert isinstance(found, Difference)
        seen += found.verdict == BETTER
    assert 0.74 < seen / 500 < 0.86
    assert found.smallest_detectable == pytest.approx(size, rel=0.1)


@pytest.mark.parametrize(("sigma", "n"), [(1.0, 0), (-1.0, 5), (math.nan, 5)])
def test_no_size_no_detectable_difference(sigma, n):
    with pytest.raises(ValueError, match="at least one profile"):
        smallest_detectable(sigma, n, 5)


@pytest.mark.parametrize("level", [0.0, 1.0, -0.1])
def test_a_level_outside_0_and_1_is_refused(level):
    with pytest.raises(ValueError, match="between 0 and 1"):
        tuning(level, 5_000)


def counted(orders: int, people: int) -> Estimate:
    """People of whom so many ordered, once each."""
    found = mean(Sums(people, float(orders), float(orders)))
    assert isinstance(found, Estimate)
    return found


def test_an_arm_that_had_hardly_any_orders_by_chance_is_no_proof() -> None:
    """A null run in which each arm's own variance alone told a difference."""
    found = difference(counted(58, 577), counted(6, 174))
    assert isinstance(found, Difference)
    assert found.verdict == TOO_FEW


def test_arms_of_very_unlike_size_where_nothing_works_are_seldom_told_apart() -> None:
    rng = np.random.default_rng(11)
    wrong, runs = 0, 120
    for _ in range(runs):
        arms, ordered = rng.choice(3, 6_000, p=[0.1, 0.2, 0.7]), rng.random(6_000) < 0.08
        told = False
        for look in range(150, 6_001, 150):
            by_arm = [
                counted(
                    int(ordered[:look][arms[:look] == arm].sum()), int((arms[:look] == arm).sum())
                )
                for arm in range(3)
            ]
            for treated, control in ((1, 0), (2, 0), (2, 1)):
                found = difference(by_arm[treated], by_arm[control])
                told = told or (isinstance(found, Difference) and found.verdict != TOO_FEW)
        wrong += told
    assert wrong <= 0.05 * runs
