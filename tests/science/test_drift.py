"""Forecasts of all orders are as wide as the shop has strayed, and hold as often as they say."""

from __future__ import annotations

from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.science.drift import USUAL, Tried, allowing_for, strayed
from rapport.science.rhythm_forecast import Expected

AHEAD = Expected(300.0, 290.0, 310.0)


def tried(off: float) -> Tried:
    """A try after which `off` times as many came as expected."""
    return Tried(90, 90, Expected(100_000.0, 99_900.0, 100_100.0), round(off * 100_000))


def test_the_more_a_shop_strayed_the_wider_is_its_forecast() -> None:
    widths = [
        np.log(wide.high / wide.low)
        for off in (1.0, 1.1, 1.3, 2.0)
        for wide in [allowing_for([tried(off)], AHEAD)]
    ]
    assert widths == sorted(widths)
    assert all(allowing_for([tried(off)], AHEAD).value == 300.0 for off in (0.5, 1.0, 2.0))


def test_too_many_and_too_few_count_alike() -> None:
    assert strayed([tried(1.25)]) == pytest.approx(strayed([tried(0.8)]), rel=1e-3)


def test_many_tries_tell_how_far_a_shop_strays() -> None:
    draw = np.random.default_rng(1)
    tries = [tried(exp(0.25 * one)) for one in draw.standard_normal(400)]
    assert strayed(tries) == pytest.approx(0.25, rel=0.1)


def test_without_a_try_it_strays_as_shops_usually_do() -> None:
    assert strayed([]) == pytest.approx(USUAL)
    assert strayed([tried(1.0)]) < USUAL


def test_what_chance_alone_explains_is_no_straying() -> None:
    few = Tried(90, 90, Expected(20.0, 10.0, 30.0), 26)
    assert strayed([few]) < strayed([tried(1.3)])
    assert strayed([few]) < USUAL


@pytest.mark.parametrize(("straying", "least"), [(0.05, 0.9), (USUAL, 0.9), (0.25, 0.75)])
def test_nine_of_ten_forecasts_hold_unless_a_shop_strays_unusually_far(
    straying: float, least: float
) -> None:
    draw = np.random.default_rng(2)
    held = []
    for _ in range(600):
        *past, coming = np.exp(straying * draw.standard_normal(4))
        said = allowing_for([tried(off) for off in past], Expected(1e5, 1e5, 1e5))
        held.append(said.low <= 1e5 * coming <= said.high)
    assert np.mean(held) > least


@given(
    st.lists(st.tuples(st.floats(0, 1e7), st.floats(0, 1e6), st.integers(0, 10**7)), max_size=5),
    st.floats(0, 1e9),
)
def test_the_forecast_lies_within_its_own_interval(
    past: list[tuple[float, float, int]], value: float
) -> None:
    tries = [Tried(90, 90, Expected(v, max(v - w, 0.0), v + w), came) for v, w, came in past]
    said = allowing_for(tries, Expected(value, value * 0.9, value * 1.1))
    assert 0.0 <= said.low <= said.value <= said.high
    assert np.isfinite(said.high)
