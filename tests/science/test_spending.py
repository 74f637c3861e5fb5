"""Gamma-Gamma: known truths, shrinkage, and lifetimes that add up."""

from __future__ import annotations

import numpy as np
import pytest

from rapport.science.spending import (
    Spending,
    expected_spend,
    fit_spending,
    related,
)
from rapport.science.unavailable import Unavailable

SPENDING = Spending(6.25, 3.744, 15.444)


def test_the_parameters_people_spend_by_are_found_again() -> None:
    draw = np.random.default_rng(2)
    orders = draw.integers(1, 9, size=30_000).astype(float)
    scale = draw.gamma(4.0, 1.0 / 2_000.0, len(orders))
    means = draw.gamma(5.0 * orders, 1.0 / (scale * orders))
    spending = fit_spending(orders, means)
    assert isinstance(spending, Spending)
    truth = (5.0, 4.0, 2_000.0)
    found = (spending.p, spending.q, spending.v)
    for value, true, error in zip(found, truth, spending.errors, strict=True):
        assert abs(value - true) < 4 * error
        assert error < 0.1 * true


def test_few_orders_stay_near_the_brands_mean_and_many_near_ones_own() -> None:
    none, one, many = expected_spend(SPENDING, [0, 1, 500], [0.0, 100.0, 100.0])
    assert none == pytest.approx(SPENDING.mean)
    assert SPENDING.mean < one < many < 100.0
    assert many == pytest.approx(100.0, rel=0.02)


def test_number_and_size_of_orders_that_go_together_are_seen() -> None:
    orders = np.arange(1.0, 50.0)
    assert related(orders, np.exp(orders)) == pytest.approx(1.0)
    assert related(orders, np.exp(-orders)) == pytest.approx(-1.0)
    assert related(orders, np.full(49, 5.0)) == 0.0


@pytest.mark.parametrize(
    ("orders", "means"),
    [([1, 1, 1], [5.0, 6.0, 7.0]), ([2, 3], [5.0, 5.0]), ([4], [5.0])],
)
def test_too_little_to_tell_people_apart_gives_no_figure(
    orders: list[int], means: list[float]
) -> None:
    assert isinstance(fit_spending(orders, means), Unavailable)


@pytest.mark.parametrize("amount", [1.0, 0.5, 1e-9])
def test_a_mean_of_a_penny_and_less_is_a_mean_like_any_other(amount: float) -> None:
    orders, means = np.arange(1.0, 50.0), np.full(49, 20.0)
    means[7] = amount
    assert -1.0 < related(orders, means) < 1.0


def test_one_amount_beyond_all_others_is_not_called_uniform() -> None:
    draw = np.random.default_rng(1)
    orders = draw.integers(1, 5, size=400).astype(float)
    means = draw.gamma(4.0, 10.0, 400)
    means[0] = 1e300
    refused = fit_spending(orders, means)
    assert isinstance(refused, Unavailable)
    assert "enormous orders" in refused.reason


@pytest.mark.parametrize("mean", [0.0, -1.0, np.nan, np.inf])
def test_a_mean_that_is_no_price_is_refused(mean: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        fit_spending([2, 2], [5.0, mean])
