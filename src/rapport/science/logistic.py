"""Logistic regression with a Gaussian prior on each weight, by Newton's method."""

from __future__ import annotations

import numpy as np

from rapport.science.arrays import Floats

_STEPS = 50
_SETTLED = 1e-9
"""No weight moves further than this in the last step."""

_HALVINGS = 60
"""After these a step of any size is below what a number can tell."""

_LEAST_CURVATURE = 1e-9


def logistic(
    x: Floats, y: Floats, precision: Floats, centre: Floats, share: Floats | None = None
) -> Floats:
    """The weights w, shape (k,), that make least the sum of share x log loss of y under
    p = 1 / (1 + exp(-x w)), plus precision (w - centre)^2 / 2.

    `x` is (n, k), with a column of ones for an intercept; `y` (n,) is 0 or 1, `share` (n,) how much
    each row counts (1 where not given); `precision` and `centre` are (k,). Where the prior and the
    data leave a direction open, it stays at the centre. A step that made things worse is halved.
    Raises ValueError where anything is no finite number.
    """
    weights = centre.astype(np.float64).copy()
    counts = np.ones(len(y)) if share is None else share
    if not all(np.isfinite(one).all() for one in (x, y, counts, precision, centre)):
        raise ValueError("A feature, an outcome, a weight or a belief is not a finite number.")
    cost = _cost(x, y, counts, weights, precision, centre)
    for _ in range(_STEPS):
        p = sigmoid(x @ weights)
        slope = x.T @ (counts * (p - y)) + precision * (weights - centre)
        curve = (x * (counts * p * (1.0 - p))[:, None]).T @ x + np.diag(precision)
        curve[np.diag_indices_from(curve)] += _LEAST_CURVATURE
        step = np.linalg.solve(curve, slope)
        for _ in range(_HALVINGS):
            tried = weights - step
            after = _cost(x, y, counts, tried, precision, centre)
            if after <= cost or np.abs(step).max(initial=0.0) < _SETTLED:
                break
            step = step / 2.0
        else:
            break  # figures too large for any step to be told from none: what was reached stands
        weights, cost = tried, after
        if np.abs(step).max(initial=0.0) < _SETTLED:
            break
    return weights


def sigmoid(z: Floats) -> Floats:
    """1 / (1 + exp(-z)), without overflow."""
    return np.asarray(0.5 * (1.0 + np.tanh(0.5 * z)), dtype=np.float64)


def logit(p: Floats, edge: float = 1e-6) -> Floats:
    """ln(p / (1 - p)), with p held between `edge` and 1 - `edge`."""
    held = np.clip(p, edge, 1.0 - edge)
    return np.asarray(np.log(held / (1.0 - held)), dtype=np.float64)


def _cost(
    x: Floats, y: Floats, counts: Floats, weights: Floats, precision: Floats, centre: Floats
) -> float:
    z = x @ weights
    loss = np.logaddexp(0.0, z) - y * z
    return float(counts @ loss + 0.5 * precision @ (weights - centre) ** 2)
