"""Logistic regression ends, and says what it cannot use."""

from __future__ import annotations

import numpy as np
import pytest

from rapport.science.logistic import logistic, sigmoid

RNG = np.random.default_rng(3)
X = np.column_stack([np.ones(400), RNG.standard_normal(400)])
Y = (RNG.random(400) < sigmoid(X @ np.array([-1.0, 0.8]))).astype(float)
PRECISION, CENTRE = np.full(2, 1e-3), np.zeros(2)


def test_it_finds_what_made_the_data() -> None:
    found = logistic(X, Y, PRECISION, CENTRE)
    assert found == pytest.approx([-1.0, 0.8], abs=0.35)
    slope = X.T @ (sigmoid(X @ found) - Y) + PRECISION * found
    assert np.abs(slope).max() < 1e-6


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_what_is_no_finite_number_is_refused(bad: float) -> None:
    x, y = X.copy(), Y.copy()
    x[7, 1] = y[7] = bad
    for spoilt in ((x, Y), (X, y)):
        with pytest.raises(ValueError, match="not a finite number"):
            logistic(*spoilt, PRECISION, CENTRE)


def test_a_figure_beyond_all_reckoning_does_not_go_on_for_ever() -> None:
    x = X.copy()
    x[7, 1] = 1e200
    with np.errstate(all="ignore"):
        assert logistic(x, Y, PRECISION, CENTRE).shape == (2,)
