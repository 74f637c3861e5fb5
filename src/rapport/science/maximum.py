"""The top of a likelihood whose parameters are all above 0, and how sure one can be of it."""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite

import numpy as np
from msgspec import Struct

from rapport.science.arrays import Floats
from rapport.science.unavailable import Unavailable

Likelihood = Callable[[Floats], tuple[float, Floats]]
"""Of parameters of shape (k,): the log-likelihood, and its gradient of shape (k,)."""

_FURTHEST = 12.0
"""How far a parameter may go from its start, as a logarithm: a factor of 160,000."""

_STEP = 1e-4
"""Of a parameter's logarithm, for the change of the gradient."""

_NEWTON_STEPS = 8
_LEVEL = 1e-7
"""A step in logarithms below which the top is reached."""


class Peak(Struct, frozen=True):
    """`parameters` at the top, `covariance` (k x k) of their logarithms, `log_likelihood` there."""

    parameters: tuple[float, ...]
    covariance: tuple[tuple[float, ...], ...]
    log_likelihood: float

    @property
    def errors(self) -> tuple[float, ...]:
        """Standard error of each parameter: the parameter times that of its logarithm."""
        return tuple(
            value * float(np.sqrt(self.covariance[i][i])) for i, value in enumerate(self.parameters)
        )


def maximise(likelihood: Likelihood, start: tuple[float, ...], n: int) -> Peak | Unavailable:
    """The parameters under which `n` observations are likeliest, from `start` on.

    Quasi-Newton steps (L-BFGS-B) in the logarithms, then Newton's own with the observed
    information, whose inverse is the covariance. Unavailable where there is no single top: the
    likelihood is flat, or rises towards 0 or infinity.
    """
    # A server that only takes in and sends never needs scipy, and it takes long to load.
    from scipy.optimize import minimize  # noqa: PLC0415 (see above)

    origin = np.log(np.asarray(start, dtype=np.float64))

    def cost(logs: Floats) -> tuple[float, Floats]:
        value, gradient = likelihood(np.exp(logs))
        return -value / n, -gradient * np.exp(logs) / n

    bounds = [(middle - _FURTHEST, middle + _FURTHEST) for middle in origin]
    options = {"maxiter": 2_000, "maxfun": 4_000, "ftol": 1e-12, "gtol": 1e-8}
    found = minimize(cost, origin, jac=True, method="L-BFGS-B", bounds=bounds, options=options)
    logs = np.asarray(found.x, dtype=np.float64)
    if not np.isfinite(logs).all() or not isfinite(float(found.fun)):
        return Unavailable("the history fits no rhythm")
    for _ in range(_NEWTON_STEPS):
        curve = _curvature(cost, logs)
        if not np.isfinite(curve).all() or np.linalg.eigvalsh(curve)[0] <= 0.0:
            break
        step = np.clip(-np.linalg.solve(curve, cost(logs)[1]), -1.0, 1.0)
        logs = logs + step
        if np.abs(logs - origin).max() >= _FURTHEST:
            break
        if np.abs(step).max() < _LEVEL:
            curve = _curvature(cost, logs)
            covariance = np.linalg.inv(curve) / n
            top = -cost(logs)[0] * n
            return Peak(
                tuple(map(float, np.exp(logs))),
                tuple(tuple(map(float, row)) for row in covariance),
                top,
            )
    return Unavailable("the history is too uniform: very different rhythms would explain it alike")


def _curvature(cost: Likelihood, logs: Floats) -> Floats:
    """Second derivatives of `cost`, shape (k, k), by central differences of its gradient."""
    steps = np.eye(len(logs)) * _STEP
    curve = np.asarray([cost(logs + one)[1] - cost(logs - one)[1] for one in steps]) / (2 * _STEP)
    return np.asarray((curve + curve.T) / 2.0, dtype=np.float64)
