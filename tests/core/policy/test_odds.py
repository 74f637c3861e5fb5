import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import ndtr

from rapport.core.policy.odds import SURE_FLOOR, chances_of_being_best, floored, normal_cdf

worths = st.lists(st.tuples(st.floats(-1e6, 1e6), st.floats(0.0, 1e6)), min_size=1, max_size=8)


@given(worths)
def test_chances_sum_to_one_and_leave_every_level_a_chance(worth):
    values, errors = zip(*worth, strict=True)
    chances = chances_of_being_best(values, errors)
    assert sum(chances) == pytest.approx(1.0, abs=1e-9)
    assert min(chances) >= min(SURE_FLOOR, 1 / len(values)) - 1e-8


@given(worths, st.sampled_from([math.nan, math.inf, -math.inf]))
def test_what_is_no_number_makes_all_as_likely(worth, odd):
    values, errors = zip(*worth, strict=True)
    even = (1 / len(values),) * len(values)
    assert chances_of_being_best((odd, *values[1:]), errors) == even
    assert chances_of_being_best(values, (odd, *errors[1:])) == even


@pytest.mark.parametrize(
    ("values", "errors"),
    [
        ((1.0, 2.0, 2.5), (1.0, 1.0, 1.0)),
        ((0.0, 0.0, 0.0, 0.0), (1.0, 2.0, 0.5, 1.0)),
        ((10.0, 12.0, 8.0, 11.0, 9.5), (2.0, 3.0, 1.0, 1.5, 2.5)),
    ],
)
def test_chances_are_those_that_drawing_many_times_finds(values, errors):
    rng = np.random.default_rng(7)
    drawn = rng.normal(values, errors, (400_000, len(values))).argmax(axis=1)
    shares = np.bincount(drawn, minlength=len(values)) / len(drawn)
    np.testing.assert_allclose(chances_of_being_best(values, errors, floor=0.0), shares, atol=0.01)


known_unevenly = st.lists(
    st.tuples(st.floats(-3.0, 3.0), st.floats(0.01, 30.0) | st.sampled_from([0.5, 0.7, 1.0])),
    min_size=3,
    max_size=12,
)


@given(known_unevenly)
def test_chances_are_right_however_unevenly_levels_are_known(worth):
    values, errors = map(np.array, zip(*worth, strict=True))
    points = np.unique(values + np.linspace(-8.0, 8.0, 801)[:, None] * errors)
    below = ndtr((points[:, None] - values) / errors)
    finely = [
        np.trapezoid(np.delete(below, k, axis=1).prod(axis=1), below[:, k])
        for k in range(len(values))
    ]
    chances = chances_of_being_best(values.tolist(), errors.tolist(), floor=0.0)
    np.testing.assert_allclose(chances, finely, atol=0.015)


def test_two_levels_have_the_closed_form():
    chances = chances_of_being_best((3.0, 1.0), (1.5, 2.0), floor=0.0)
    assert chances[0] == pytest.approx(normal_cdf(2.0 / 2.5), abs=1e-9)


def test_a_level_known_to_be_better_is_nearly_always_taken():
    assert chances_of_being_best((3.0, 1.0, 0.0), (0.0, 0.0, 0.0))[0] == pytest.approx(
        1.0 - 2 * SURE_FLOOR
    )


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_a_better_level_never_becomes_less_likely(gap, more):
    first = chances_of_being_best((gap, 0.0, 0.2), (0.5, 0.4, 0.3))[0]
    better = chances_of_being_best((gap + more, 0.0, 0.2), (0.5, 0.4, 0.3))[0]
    assert better >= first - 1e-6


def test_a_choice_between_two_keeps_its_floor():
    assert floored(0.0) == pytest.approx((SURE_FLOOR, 1.0 - SURE_FLOOR))
    assert sum(floored(0.123456789123)) == 1.0
