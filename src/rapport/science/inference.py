"""What was it worth? Differences between arms, with intervals that hold however often one looks.

Everything starts from frozen sums that add, so that shards, days and processes can be counted
apart and put together. The unit is always one profile, from its entry on.

Sources: Waudby-Smith et al. 2103.06476 (asymptotic confidence sequences); Deng et al. 2013 (CUPED);
the delta method for ratios.
"""

from __future__ import annotations

from functools import lru_cache
from math import e, isfinite, log, sqrt

import numpy as np
from msgspec import Struct
from numpy.typing import ArrayLike

from rapport.science.arrays import Floats
from rapport.science.unavailable import Unavailable

BETTER = "better"
WORSE = "worse"
TOO_FEW = "too few to tell"

_EPSILON = float(np.finfo(np.float64).eps)
_ROUNDING = 1e-12
"""A variance below this share of the mean square is rounding, not variation; of few profiles, one
below what their sums can be off by at most."""


class Sums(Struct, frozen=True):
    """Count, sum and sum of squares of one figure over profiles."""

    n: int = 0
    total: float = 0.0
    squares: float = 0.0

    @classmethod
    def of(cls, values: ArrayLike) -> Sums:
        """From one value for each profile, shape (n,). Raises ValueError for NaN or infinity."""
        y = _finite(values)
        return cls(len(y), float(y.sum()), float(y @ y))

    def __add__(self, other: Sums) -> Sums:
        return Sums(self.n + other.n, self.total + other.total, self.squares + other.squares)


class PairSums(Struct, frozen=True):
    """Sums of two figures of the same profiles, with their squares and products.

    For a ratio, `first` is its numerator and `second` its denominator; for CUPED, `first` is the
    outcome and `second` the same figure from before entry.
    """

    n: int = 0
    first: float = 0.0
    second: float = 0.0
    first_squares: float = 0.0
    second_squares: float = 0.0
    products: float = 0.0

    @classmethod
    def of(cls, first: ArrayLike, second: ArrayLike) -> PairSums:
        """From two arrays of shape (n,). Raises ValueError for NaN, infinity or unlike lengths."""
        y, z = _finite(first), _finite(second)
        if len(y) != len(z):
            raise ValueError(f"{len(y)} values cannot be paired with {len(z)}.")
        return cls(len(y), float(y.sum()), float(z.sum()), float(y @ y), float(z @ z), float(y @ z))

    def __add__(self, other: PairSums) -> PairSums:
        return PairSums(
            self.n + other.n,
            self.first + other.first,
            self.second + other.second,
            self.first_squares + other.first_squares,
            self.second_squares + other.second_squares,
            self.products + other.products,
        )


class Estimate(Struct, frozen=True):
    """A mean over `n` profiles; `variance` is of one profile's contribution, not of the mean."""

    value: float
    variance: float
    n: int


class Look(Struct, frozen=True):
    """How intervals are made: two-sided `level`, and tightest at `planned` profiles in all (t*)."""

    level: float = 0.05
    planned: int = 5_000
    power: float = 0.8
    """Chance with which `smallest_detectable` would be seen."""

    def shared(self, among: int) -> Look:
        """For one of so many comparisons that share the error which is allowed."""
        return Look(self.level / max(among, 1), self.planned, self.power)


EVERYDAY = Look()


class Difference(Struct, frozen=True, tag="difference", tag_field="kind"):
    """Treated less control, per profile, with its interval and what could have been seen at all."""

    value: float
    low: float
    high: float
    verdict: str
    smallest_detectable: float


def mean(sums: Sums) -> Estimate | Unavailable:
    """The mean and the sample variance (n - 1)."""
    if flaw := _flaw(sums.n, sums.total, sums.squares):
        return Unavailable(flaw)
    average = sums.total / sums.n
    variance = max(_moment(sums.squares, average, average, sums.n), 0.0)
    return Estimate(average, variance, sums.n)


def ratio(sums: PairSums) -> Estimate | Unavailable:
    """R = sum of first / sum of second, such as revenue by orders (AOV), by linearisation.

    L = (first - R x second) / mean of second has the variance of R's single contributions.
    """
    if flaw := _pair_flaw(sums):
        return Unavailable(flaw)
    if sums.second <= 0.0:
        return Unavailable("nothing was counted below the line: there are no orders")
    value = sums.first / sums.second
    below = sums.second / sums.n
    yy, zz, yz = _moments(sums)
    return Estimate(value, max(yy - 2 * value * yz + value**2 * zz, 0.0) / below**2, sums.n)


def adjusted(treated: PairSums, control: PairSums) -> tuple[Estimate, Estimate] | Unavailable:
    """CUPED: both means with what the time before entry explains taken out.

    theta = cov / var, pooled within the arms; 0 where the figure from before does not vary. The
    means are moved by theta x (the arm's mean before - the mean before of both), so that they stay
    on the outcome's own scale.
    """
    for sums in (treated, control):
        if flaw := _pair_flaw(sums):
            return Unavailable(flaw)
    moments = [(_moments(sums), sums.n) for sums in (treated, control)]
    spread = sum(zz * (n - 1) for (_, zz, _), n in moments)
    theta = sum(yz * (n - 1) for (_, _, yz), n in moments) / spread if spread > 0.0 else 0.0
    before = (treated.second + control.second) / (treated.n + control.n)

    def estimate(sums: PairSums) -> Estimate:
        yy, zz, yz = _moments(sums)
        value = sums.first / sums.n - theta * (sums.second / sums.n - before)
        return Estimate(value, max(yy - 2 * theta * yz + theta**2 * zz, 0.0), sums.n)

    return estimate(treated), estimate(control)


def difference(
    treated: Estimate | Unavailable,
    control: Estimate | Unavailable,
    look: Look = EVERYDAY,
    *,
    more_is_better: bool = True,
) -> Difference | Unavailable:
    """Treated less control, with an always-valid interval and a verdict in words.

    The error is the larger of that with each arm's own variance and that with both pooled. An arm
    that had hardly any orders by chance looks surer than it is: with its own variance alone, 1 in
    10 null runs of three arms of 10, 20 and 70 % told a difference at some look; so 1 in 20 do.

    Unavailable where an arm does not vary: then how sure one can be is not known either.
    """
    if isinstance(treated, Unavailable):
        return treated
    if isinstance(control, Unavailable):
        return control
    if treated.variance <= 0.0 or control.variance <= 0.0:
        return Unavailable("all profiles of a group have the same value so far")
    value = treated.value - control.value
    n = treated.n + control.n
    own = treated.variance / treated.n + control.variance / control.n
    freedom = (treated.n - 1, control.n - 1)
    pooled = (freedom[0] * treated.variance + freedom[1] * control.variance) / max(sum(freedom), 1)
    error = sqrt(max(own, pooled * (1.0 / treated.n + 1.0 / control.n)))
    half = half_width(n, error * sqrt(n), look)
    verdict = TOO_FEW
    if abs(value) > half:
        verdict = BETTER if (value > 0) == more_is_better else WORSE
    detectable = half + _normal_quantile(look.power) * error
    return Difference(value, value - half, value + half, verdict, detectable)


def half_width(n: int, sigma: float, look: Look = EVERYDAY) -> float:
    """Half the width of the confidence sequence after `n` units with deviation `sigma`."""
    return boundary(n, sigma, tuning(look.level, look.planned), look.level)


def boundary(n: int, sigma: float, rho2: float, level: float) -> float:
    """Half-width for any rho^2 > 0: it holds at all n at once, and is tightest where rho^2 says.

    sigma x sqrt(2 (n rho^2 + 1) ln(sqrt(n rho^2 + 1) / level) / (n^2 rho^2)); 2103.06476.
    """
    scaled = n * rho2 + 1.0
    return sigma * sqrt(2.0 * scaled * log(sqrt(scaled) / level) / (n * n * rho2))


@lru_cache(maxsize=64)
def tuning(level: float, planned: int) -> float:
    """rho^2 that makes the sequence tightest at `planned` units: (-W(-level^2 / e) - 1) / planned.

    W is Lambert's lower branch.
    """
    if not 0.0 < level < 1.0 or planned < 1:
        raise ValueError(f"level {level} must lie between 0 and 1, and planned {planned} above 0.")
    from scipy.special import lambertw  # noqa: PLC0415 (see _normal_quantile)

    return float((-lambertw(-(level**2) / e, -1).real - 1.0) / planned)


def smallest_detectable(sigma: float, treated: int, control: int, look: Look = EVERYDAY) -> float:
    """The smallest true difference seen with `look.power` at this size, before any data are in.

    `sigma` is the deviation of one profile's figure, `treated` and `control` count profiles.
    """
    if treated < 1 or control < 1 or not sigma >= 0.0:
        raise ValueError("Both arms need at least one profile, and sigma must not be negative.")
    error = sigma * sqrt(1.0 / treated + 1.0 / control)
    n = treated + control
    return half_width(n, error * sqrt(n), look) + _normal_quantile(look.power) * error


def _normal_quantile(probability: float) -> float:
    # scipy takes long to load, and a server that only takes in and sends never needs it.
    from scipy.special import ndtri  # noqa: PLC0415 (see above)

    return float(ndtri(probability))


def _finite(values: ArrayLike) -> Floats:
    array = np.asarray(values, dtype=np.float64).reshape(-1)
    if not np.isfinite(array).all():
        raise ValueError("A value is not a finite number. Find its source; nothing was counted.")
    return array


def _flaw(n: int, *sums: float) -> str:
    """Why nothing can be computed from these sums, or nothing."""
    if n < 0:
        return "a count is negative"
    if n < 2:
        return f"there is too little: {n} profile{'' if n == 1 else 's'} in a group"
    if not all(map(isfinite, sums)):
        return "a sum is not a finite number"
    return ""


def _pair_flaw(sums: PairSums) -> str:
    return _flaw(
        sums.n,
        sums.first,
        sums.second,
        sums.first_squares,
        sums.second_squares,
        sums.products,
    )


def _moment(products: float, first: float, second: float, n: int) -> float:
    """Sample covariance from a sum of products and two means; rounding counts as 0."""
    centred = products - n * first * second
    # n additions for each of three sums, then three products: each off by half an epsilon at most.
    rounding = min((1.5 * n + 2.0) * _EPSILON, _ROUNDING)
    return centred / (n - 1) if abs(centred) > rounding * abs(products) else 0.0


def _moments(sums: PairSums) -> tuple[float, float, float]:
    """Variances of first and second, and their covariance."""
    first, second = sums.first / sums.n, sums.second / sums.n
    return (
        max(_moment(sums.first_squares, first, first, sums.n), 0.0),
        max(_moment(sums.second_squares, second, second, sums.n), 0.0),
        _moment(sums.products, first, second, sums.n),
    )
