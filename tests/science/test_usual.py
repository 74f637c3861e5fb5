"""What one order may count for, by the orders that are usual."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.science.usual import TIMES, Usual, held_to, most_of_one

amounts = st.lists(st.floats(0.01, 1e6), min_size=2, max_size=60)


@given(amounts, st.floats(1.0, 1e300))
def test_the_largest_amount_has_no_say_in_the_bound(known: list[float], factor: float) -> None:
    larger = [*sorted(known)[:-1], max(known) * factor]
    assert most_of_one(larger) == most_of_one(known)


@given(amounts)
def test_what_is_within_a_few_times_of_the_others_counts_as_it_is(known: list[float]) -> None:
    close = np.clip(known, 1.001 * max(known) / TIMES, None)
    np.testing.assert_array_equal(held_to(most_of_one(close), close), close)


@pytest.mark.parametrize("none", [[], [0.0, 0.0], [-5.0]])
def test_where_nothing_came_in_there_is_no_bound(none: list[float]) -> None:
    assert most_of_one(none) == np.inf
    assert held_to(most_of_one(none), [-7.0, 0.0, 7.0]).tolist() == [-7.0, 0.0, 7.0]


def test_what_went_back_is_held_like_what_came() -> None:
    assert held_to(10.0, [-1e9, -3.0, 3.0, 1e9]).tolist() == [-10.0, -3.0, 3.0, 10.0]


@pytest.mark.parametrize("sigma", [0.4, 0.6, 0.8])
def test_hardly_an_order_of_an_ordinary_shop_is_touched(sigma: float) -> None:
    orders = np.random.default_rng(1).lognormal(3.0, sigma, 50_000)
    held = held_to(most_of_one(orders), orders)
    assert (held != orders).mean() < 1e-3
    assert held.sum() > 0.998 * orders.sum()


def test_one_after_the_other_each_is_held_to_those_before_it() -> None:
    usual = Usual()
    assert usual.take(1e9) == 1e9, "nothing is known yet"
    assert [usual.take(10.0) for _ in range(90)] == [10.0] * 90
    assert (usual.take(60.0), usual.take(1e9), usual.take(0.0), usual.take(-1e9)) == (
        40.0, 40.0, 0.0, -40.0,
    )  # fmt: skip
    assert usual.held == 3
