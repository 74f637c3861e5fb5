"""What a rhythm says of each customer: whether they still are one, and what to expect of them.

Given that somebody still is a customer, their rate follows Gamma(r + x, alpha + T) and their chance
of leaving Beta(a, b + k), each apart; k counts the chances that they had (see `rhythm`). Where the
past has a weight other than 1, x and T stand for weight x and weight T. All arrays have shape (n,),
one value a customer, in the order of the histories, times in their unit.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from msgspec import Struct

from rapport.science.arrays import Floats
from rapport.science.rhythm import Histories, Rhythm

_TAIL = 1e-10
"""Chances below this add nothing to a sum."""

NINETY = 1.6448536269514722
"""Deviations on either side of a mean between which 90 of 100 lie."""

_NEAR = 1e-4
"""Nearer than this to a point where its formula divides by 0, expected orders are taken from those
on either side: they are smooth there, the formula is not."""

_ASIDE = ((-4.0, -1 / 6), (-2.0, 2 / 3), (2.0, 2 / 3), (4.0, -1 / 6))
"""How many `_NEAR` to either side, and with what weight: right up to the third power of that."""


class NextOrder(Struct, frozen=True, eq=False):
    """Time from now to the next order, of those who do order again: its quantiles."""

    low: Floats
    middle: Floats
    high: Floats


class Expected(Struct, frozen=True):
    """Orders of all customers together in a period, and between what they will be."""

    value: float
    low: float
    high: float


def still_customer(rhythm: Rhythm, histories: Histories) -> Floats:
    """P(alive) = 1 / (1 + [k>0] a/(b+k-1) ((alpha+T)/(alpha+t_x))^(r+x)), in 0 to 1."""
    from scipy.special import expit  # noqa: PLC0415 (see maximise)

    k = rhythm.chances(histories.repeats)
    quiet = rhythm.weight * (histories.age - histories.last)
    growth = np.log1p(quiet / rhythm.scale(histories.last))
    with np.errstate(divide="ignore"):
        odds = np.log(rhythm.a) - np.log(np.where(k > 0, rhythm.b + k - 1.0, np.inf))
    return np.asarray(expit(-(odds + rhythm.shape(histories.repeats) * growth)), dtype=np.float64)


def expected_orders(rhythm: Rhythm, histories: Histories, period: float) -> Floats:
    """E[orders within `period` from now], whoever has left counting as 0.

    P(alive) (c/(a-1)) [1 - (1-z)^(a-1) 2F1(c-r-x, a-1; c; z)], c = a+b+k-1 and z = period / (alpha
    + T + period): the published formula after Euler's transformation, so that no number grows with
    x, and nothing overflows. Raises ValueError for a period below 0.
    """
    if not 0.0 <= period < np.inf:
        raise ValueError(f"A period of {period} is none: it must be finite, and not below 0.")
    a, b = rhythm.a, rhythm.b
    off = rhythm.shape(histories.repeats) - a
    divides = np.abs(off - np.round(off)) < _NEAR
    if min(abs(a - 1.0), abs(a + b - 1.0)) < _NEAR:
        divides[:] = True
    expected = _orders_while_customer(rhythm, histories, period, a)
    if divides.any():
        rows = histories.where(divides)
        unit = min(_NEAR, a / 8.0)
        expected[divides] = sum(
            weight * _orders_while_customer(rhythm, rows, period, a + steps * unit)
            for steps, weight in _ASIDE
        )
    return still_customer(rhythm, histories) * expected


def _orders_while_customer(rhythm: Rhythm, histories: Histories, period: float, a: float) -> Floats:
    from scipy.special import hyp2f1  # noqa: PLC0415 (see maximise)

    base = a + rhythm.b + rhythm.chances(histories.repeats) - 1.0
    share = period / (rhythm.scale(histories.age) + period)
    with np.errstate(divide="ignore", invalid="ignore"):  # where it divides by 0, it is not used
        none = hyp2f1(base - rhythm.shape(histories.repeats), a - 1.0, base, share)
        none *= (1.0 - share) ** (a - 1.0)
        return np.asarray(base / (a - 1.0) * (1.0 - none), dtype=np.float64)


def at_least(rhythm: Rhythm, histories: Histories, period: float, orders: int = 1) -> Floats:
    """P(at least so many orders within `period`), for `orders` of 1 or more.

    P(alive) I_{period/(alpha+T+period)}(orders, r+x) B(a, b+k+orders-1) / B(a, b+k): they must
    come in time, and nobody may leave before the last of them.
    """
    from scipy.special import betainc, betaln  # noqa: PLC0415 (see maximise)

    k = rhythm.chances(histories.repeats)
    share = period / (rhythm.scale(histories.age) + period)
    in_time = betainc(float(orders), rhythm.shape(histories.repeats), share)
    stays = np.exp(betaln(rhythm.a, rhythm.b + k + orders - 1) - betaln(rhythm.a, rhythm.b + k))
    return np.asarray(still_customer(rhythm, histories) * in_time * stays, dtype=np.float64)


def orders_of_all(rhythm: Rhythm, histories: Histories, period: float) -> Expected:
    """Orders of all customers together in `period`, with an interval that holds 90 times in 100.

    Its variance is that of each customer's orders and what the parameters leave open (by the delta
    method). That the world changes is not in it.
    """
    rows, counts, _ = histories.compressed()
    mean = expected_orders(rhythm, rows, period)
    squares = squared_orders(rhythm, rows, period)
    variance = float(counts @ np.maximum(squares - mean**2, 0.0))
    if rhythm.covariance:
        slope = slopes(rhythm, lambda nearby: float(counts @ expected_orders(nearby, rows, period)))
        variance += float(slope @ np.asarray(rhythm.covariance) @ slope)
    value = float(counts @ mean)
    half = NINETY * float(np.sqrt(variance))
    return Expected(value, max(value - half, 0.0), value + half)


def squared_orders(rhythm: Rhythm, histories: Histories, period: float) -> Floats:
    """E[(orders within `period`)^2] = sum (2m-1) P(at least m), shape (n,)."""
    squares = np.zeros(len(histories))
    active = np.arange(len(histories))
    orders = 1
    while len(active):
        chance = at_least(rhythm, _picked(histories, active), period, orders)
        squares[active] += (2 * orders - 1) * chance
        active = active[chance > _TAIL]
        orders += 1
    return squares


def next_order(rhythm: Rhythm, histories: Histories, share: float = 0.8) -> NextOrder:
    """When the next order comes, if one comes: the median, and where `share` of them lie.

    P(later than s | alive) = ((alpha+T)/(alpha+T+s))^(r+x), the Lomax distribution. Whoever still
    is a customer orders again for certain, so `still_customer` is the chance that one comes.
    """
    if not 0.0 < share < 1.0:
        raise ValueError(f"A share of {share} does not lie between 0 and 1.")
    shape, scale = rhythm.shape(histories.repeats), rhythm.scale(histories.age)
    return NextOrder(*(
        scale * np.expm1(-np.log1p(-quantile) / shape)
        for quantile in ((1.0 - share) / 2.0, 0.5, (1.0 + share) / 2.0)
    ))  # fmt: skip


def usual_gap(rhythm: Rhythm, histories: Histories) -> Floats:
    """The time by which half of customers like this one had ordered again, seen from their last
    order: (alpha + t_x) (2^(1/(r+x)) - 1)."""
    shape = rhythm.shape(histories.repeats)
    return np.asarray(rhythm.scale(histories.last) * np.expm1(np.log(2.0) / shape))


def slopes(rhythm: Rhythm, of: Callable[[Rhythm], float]) -> Floats:
    """How `of` changes with the logarithm of each parameter whose covariance there is, shape (4,)
    or (5,)."""
    step = 1e-4
    found = []
    for index in range(len(rhythm.covariance)):
        ends = []
        for sign in (step, -step):
            moved = np.asarray([*rhythm.values, rhythm.weight])
            moved[index] *= np.exp(sign)
            r, alpha, a, b, weight = map(float, moved)
            ends.append(of(Rhythm(r, alpha, a, b, rhythm.modified, weight=weight)))
        found.append((ends[0] - ends[1]) / (2.0 * step))
    return np.asarray(found)


def _picked(rows: Histories, active: np.ndarray[tuple[int], np.dtype[np.intp]]) -> Histories:
    return Histories(rows.repeats[active], rows.last[active], rows.age[active])
