"""What does a customer spend on an order? Gamma-Gamma, by likelihood.

A customer's orders vary about a mean of their own, and these means vary over customers: with few
orders, the estimate stays near the brand's mean. It supposes that who orders often does not spend
more or less on each order; `related` says how far that is true.

Source: Fader, Hardie 2013, 'The Gamma-Gamma model of monetary value'.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import ArrayLike

from rapport.science.arrays import Floats
from rapport.science.maximum import Likelihood, maximise
from rapport.science.unavailable import Unavailable

ENORMOUS = 1_000.0
"""A mean this many times the middle one is not of this world: no search for parameters ends."""

NO_STABLE_MEAN = "a few enormous orders decide everything: spending has no stable mean"
TOO_UNIFORM = "the orders are too uniform to tell customers' spending apart"


class Spending(Struct, frozen=True):
    """What was learnt of a brand's orders; `v` is in the currency's unit, p and q have none.

    `errors` are the standard errors of p, q, v, `covariance` is that of their logarithms.
    """

    p: float
    q: float
    v: float
    errors: tuple[float, ...] = ()
    log_likelihood: float = 0.0
    customers: int = 0
    covariance: tuple[tuple[float, ...], ...] = ()

    @property
    def mean(self) -> float:
        """What a customer of whom nothing is known spends on an order: p v / (q - 1)."""
        return self.p * self.v / (self.q - 1.0)


def fit_spending(orders: ArrayLike, mean: ArrayLike) -> Spending | Unavailable:
    """The likeliest parameters, from the number of orders and their mean, each of shape (n,).

    ln L = ln G(px+q) - ln G(px) - ln G(q) + q ln v + (px-1) ln m + px ln x - (px+q) ln(v + xm).
    Raises ValueError where a mean or a number of orders is not above 0. Unavailable where spending
    singles out no parameters, or has no finite mean (q at most 1).
    """
    x, m = _checked(orders, mean)
    if len(x) < 2 or float(x.max()) < 2:
        return Unavailable("nobody has ordered a second time yet")
    if float(m.min()) == float(m.max()):
        return Unavailable("everybody spent the same")
    peak = maximise(_likelihood(x, m), (2.0, 3.0, float(m.mean())), len(x))
    if isinstance(peak, Unavailable):
        far_off = float(m.max()) > ENORMOUS * float(np.median(m))
        return Unavailable(NO_STABLE_MEAN if far_off else TOO_UNIFORM)
    p, q, v = peak.parameters
    if q <= 1.0:
        return Unavailable(NO_STABLE_MEAN)
    return Spending(p, q, v, peak.errors, peak.log_likelihood, len(x), peak.covariance)


def _likelihood(x: Floats, m: Floats) -> Likelihood:
    """What depends on the number of orders only is computed once for each number."""
    numbers, of_number, counts = np.unique(x, return_inverse=True, return_counts=True)
    spent, logs_of_means, n = x * m, float(np.log(m).sum()), len(x)
    by_number = np.bincount(of_number, np.log(spent))

    def likelihood(parameters: Floats) -> tuple[float, Floats]:
        from scipy.special import digamma, gammaln  # noqa: PLC0415 (see maximise)

        p, q, v = map(float, parameters)
        total = np.bincount(of_number, np.log(v + spent))
        inverse = np.bincount(of_number, 1.0 / (v + spent))
        shape = p * numbers + q
        value = (
            counts @ (gammaln(shape) - gammaln(p * numbers))
            + p * numbers @ by_number
            - shape @ total
            + n * (q * np.log(v) - gammaln(q))
            - logs_of_means
        )
        psi = digamma(shape)
        gradient = np.array([
            numbers @ (counts * (psi - digamma(p * numbers)) + by_number - total),
            counts @ psi - total.sum() + n * (np.log(v) - digamma(q)),
            n * q / v - shape @ inverse,
        ])  # fmt: skip
        return float(value), gradient

    return likelihood


def expected_spend(spending: Spending, orders: ArrayLike, mean: ArrayLike) -> Floats:
    """E[mean of an order | x orders with mean m] = p (v + x m) / (p x + q - 1), shape (n,).

    Between the customer's own mean and the brand's; the brand's where there are no orders.
    """
    x = np.asarray(orders, dtype=np.float64).reshape(-1)
    m = np.where(x > 0, np.asarray(mean, dtype=np.float64).reshape(-1), 0.0)
    return np.asarray(
        spending.p * (spending.v + x * m) / (spending.p * x + spending.q - 1.0), dtype=np.float64
    )


def related(orders: ArrayLike, mean: ArrayLike) -> float:
    """The correlation between the number of orders and the logarithm of their mean, -1 to 1; 0
    where one does not vary. Raises ValueError where either is not above 0."""
    x, m = _checked(orders, mean)
    # By logarithms, since what people spend is skewed: a few large means would hide the others.
    logs = np.log(m)
    if len(x) < 2 or float(x.std()) == 0.0 or float(logs.std()) == 0.0:
        return 0.0
    return float(np.corrcoef(x, logs)[0, 1])


def _checked(orders: ArrayLike, mean: ArrayLike) -> tuple[Floats, Floats]:
    x = np.asarray(orders, dtype=np.float64).reshape(-1)
    m = np.asarray(mean, dtype=np.float64).reshape(-1)
    good = len(x) == len(m) and bool((np.isfinite(x) & np.isfinite(m) & (x > 0) & (m > 0)).all())
    if not good:
        raise ValueError("Each customer needs one number of orders and one mean, both above 0.")
    return x, m
