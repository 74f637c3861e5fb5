"""Pareto/NBD, to compare with: while somebody is a customer they order at a rate of their own, and
they leave at a rate of their own, at any moment rather than after an order.

Rates follow Gamma(r, alpha), leaving Gamma(s, beta). Source: Schmittlein, Morrison, Colombo 1987;
the formulas as in Fader, Hardie 2005, 'A note on deriving the Pareto/NBD model'.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from scipy.optimize import minimize
from scipy.special import expit, gammaln, hyp2f1

from rapport.science.arrays import Floats
from rapport.science.rhythm import Histories
from rapport.science.unavailable import Unavailable

_FURTHEST = 12.0
_NODES = 32


class ParetoNbd(Struct, frozen=True):
    """The likeliest parameters, in the unit of time of the histories."""

    r: float
    alpha: float
    s: float
    beta: float
    log_likelihood: float


def fit_pareto_nbd(histories: Histories) -> ParetoNbd | Unavailable:
    """By Nelder and Mead's simplex in the logarithms, since the slope has no handy form.

    Unavailable where the likelihood rises for ever: it often does while a history is short.
    """
    rows, counts, _ = histories.compressed()

    def cost(logs: Floats) -> float:
        with np.errstate(all="ignore"):
            value = -float(counts @ _log_likelihood(np.exp(logs), rows))
        return value if np.isfinite(value) else 1e300

    age = float(histories.age.mean())
    start = np.log([1.0, age, 1.0, age])
    options = {"maxiter": 4_000, "maxfev": 4_000, "xatol": 1e-6, "fatol": 1e-7}
    found = minimize(cost, start, method="Nelder-Mead", options=options)
    if not found.success or np.abs(found.x - start).max() > _FURTHEST:
        return Unavailable("its likelihood has no top here")
    r, alpha, s, beta = (float(value) for value in np.exp(found.x))
    return ParetoNbd(r, alpha, s, beta, -float(found.fun))


def expected_by_pareto(model: ParetoNbd, histories: Histories, period: float) -> Floats:
    """E[orders within `period`] of each customer, shape (n,)."""
    x, age = histories.repeats, histories.age
    left = model.s - 1.0
    while_there = -np.expm1(-left * np.log1p(period / (model.beta + age))) / left
    rate = (model.r + x) * (model.beta + age) / (model.alpha + age)
    return np.asarray(_alive(model, histories) * rate * while_there, dtype=np.float64)


def chances_by_pareto(model: ParetoNbd, histories: Histories, period: float, most: int) -> Floats:
    """P(at least so many orders within `period`), shape (most + 1, n), the first row being 1.

    Given when they leave, orders are negative binomial; the mean over that by Gauss's nodes.
    """
    nodes, weights = np.polynomial.legendre.leggauss(_NODES)
    until = (nodes + 1.0) * period / 2.0
    beta = model.beta + histories.age
    stays = (beta / (beta + period)) ** model.s
    exactly = stays * _orders(model, histories, period, most)
    for end, weight in zip(until, weights * period / 2.0, strict=True):
        density = model.s / (beta + end) * (beta / (beta + end)) ** model.s
        exactly += weight * density * _orders(model, histories, float(end), most)
    exactly *= _alive(model, histories)
    chances = np.ones((most + 1, len(histories)))
    chances[1:] = np.cumsum(exactly[:0:-1], axis=0)[::-1]
    return chances


def _orders(model: ParetoNbd, histories: Histories, period: float, most: int) -> Floats:
    """P(exactly so many while a customer), shape (most + 1, n)."""
    shape = model.r + histories.repeats
    z = period / (model.alpha + histories.age + period)
    numbers = np.arange(most + 1.0)[:, None]
    logs = gammaln(shape + numbers) - gammaln(shape) - gammaln(numbers + 1.0)
    return np.asarray(np.exp(logs + shape * np.log1p(-z) + numbers * np.log(z)), dtype=np.float64)


def _alive(model: ParetoNbd, histories: Histories) -> Floats:
    parameters = np.asarray([model.r, model.alpha, model.s, model.beta])
    stayed, left = _parts(parameters, histories)
    return np.asarray(expit(stayed - left), dtype=np.float64)


def _log_likelihood(parameters: Floats, histories: Histories) -> Floats:
    r, alpha, s, beta = parameters
    x = histories.repeats
    stayed, left = _parts(parameters, histories)
    before = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta)
    return np.asarray(before + np.logaddexp(stayed, left), dtype=np.float64)


def _parts(parameters: Floats, histories: Histories) -> tuple[Floats, Floats]:
    """The logarithms of (alpha+T)^-(r+x) (beta+T)^-s and of s/(r+s+x) A0, which stand for having
    stayed and for having left."""
    r, alpha, s, beta = parameters
    x, last, age = histories.repeats, histories.last, histories.age
    power, larger = r + s + x, max(alpha, beta)
    other = s + 1.0 if alpha >= beta else r + x

    def reached(at: Floats) -> Floats:
        share = abs(alpha - beta) / (larger + at)
        series = np.log(hyp2f1(power, other, power + 1.0, share))
        return np.asarray(series - power * np.log(larger + at), dtype=np.float64)

    first, second = reached(last), reached(age)
    with np.errstate(divide="ignore"):
        between = first + np.log(-np.expm1(np.minimum(second - first, 0.0)))
    left = np.log(s) - np.log(power) + between
    return -(r + x) * np.log(alpha + age) - s * np.log(beta + age), left
