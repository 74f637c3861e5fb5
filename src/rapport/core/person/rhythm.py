"""What a published rhythm says of one person: still a customer? how many orders, when, worth what?

The same model as `rapport.science.rhythm`, for one person at a time and without numpy, since a
decision needs it: while somebody is a customer they order at a rate of their own, Gamma(r, alpha)
over people, and after each order they may leave with a chance of their own, Beta(a, b). Given that
they still are a customer, their rate follows Gamma(r + x, alpha + T) and their chance of leaving
Beta(a, b + k), where k counts the chances that they had so far.

Everything is in days. Nothing here raises for data: what cannot be said is None.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import exp, expm1, frexp, isfinite, log, log1p, sqrt
from typing import NamedTuple

from msgspec import Struct

LONGEST_DAYS = 36_500.0
"""No next order is said to lie further away than this: a hundred years stand for 'hardly ever'."""

MOST_REPEATS = 10**9

LEAST, MOST = 1e-6, 1e6
"""Parameters lie between these. Beyond them customers are all alike, or nothing is known."""

_USUAL_DAYS = 365.0
"""Periods up to this share their nodes."""

_NEGLIGIBLE = 1e-10
"""What is this small beside 1 adds nothing."""

_STEP = 0.45
"""Between two nodes of the integral over the chance of leaving; see `_chances_of_leaving`."""


class SpendingModel(Struct, frozen=True, gc=False):
    """Gamma-Gamma: `v` in minor units. What a customer of whom nothing is known spends on an order
    day is p v / (q - 1)."""

    p: float
    q: float
    v: float


class Past(NamedTuple):
    """One person's order days: how many after the first (x), the days from the first to the last
    (t_x), and from the first to now (T)."""

    repeats: int
    last: float
    age: float


class RhythmModel(Struct, frozen=True, gc=False):
    """What was learnt of a brand's customers, as it is published; `alpha` is in days.

    `modified`: one may leave after the first order, too. `spending` is None where it could not be
    told, and `no_spending` says why. `until` is the day (since 1970) whose orders were the last to
    be learnt from. `weight` is how much each past order and day tells of somebody's rate: less than
    1 where people order in fits and starts, more where they order regularly. `most_of_day` is what
    a day of orders counted for at most, minor units; None in models of before it was kept, beside
    which all money counts.
    """

    r: float
    alpha: float
    a: float
    b: float
    modified: bool = True
    spending: SpendingModel | None = None
    no_spending: str = ""
    customers: int = 0
    until: int = 0
    weight: float = 1.0
    most_of_day: float | None = None

    @property
    def usable(self) -> bool:
        """Whether every parameter lies between `LEAST` and `MOST`, which NaN does not."""
        return (
            LEAST <= self.r <= MOST
            and LEAST <= self.alpha <= MOST
            and LEAST <= self.a <= MOST
            and LEAST <= self.b <= MOST
            and LEAST <= self.weight <= MOST
        )

    def shape(self, past: Past) -> float:
        """Of the Gamma distribution of somebody's rate: r + weight x."""
        return self.r + self.weight * past.repeats

    def scale(self, days: float) -> float:
        """The other parameter of it, once so many days have passed: alpha + weight t."""
        return self.alpha + self.weight * days


class NextOrder(NamedTuple):
    """Days from now until the next order of somebody who is still a customer: its quantiles."""

    low: float
    middle: float
    high: float


def past_of(order_days: int, first_day: int, last_day: int, day: int) -> Past | None:
    """The past of somebody with so many order days, as it stands on `day`; None where it cannot be:
    no order yet, an order of a later day, or more order days than days."""
    repeats, last, age = order_days - 1, last_day - first_day, day - first_day
    if not (
        0 <= repeats <= MOST_REPEATS and repeats <= last <= age and (repeats > 0) == (last > 0)
    ):
        return None
    return Past(repeats, float(last), float(age))


def still_customer(model: RhythmModel, past: Past) -> float | None:
    """P(alive) = 1 / (1 + [k>0] a/(b+k-1) ((alpha+T)/(alpha+t_x))^(r+x)), in 0 to 1."""
    if not model.usable:
        return None
    had = _chances(model, past)
    if not had:
        return 1.0
    growth = log1p(model.weight * (past.age - past.last) / model.scale(past.last))
    odds = log(model.a) - log(model.b + had - 1) + model.shape(past) * growth
    # Whichever way round keeps exp from overflowing.
    return exp(-odds) / (1.0 + exp(-odds)) if odds > 0.0 else 1.0 / (1.0 + exp(odds))


def expected_orders(model: RhythmModel, past: Past, days: float) -> float | None:
    """E[order days within `days` from now]; whoever has left counts as 0."""
    expected = _expected(model, past, (days,))
    return expected[0] if expected else None


def next_order(model: RhythmModel, past: Past, share: float = 0.8) -> NextOrder | None:
    """When the next order comes if they still are a customer: the median, and where `share` of
    such people lie. (alpha + T) ((1 - quantile)^(-1/(r + x)) - 1), at most `LONGEST_DAYS`."""
    if not model.usable or not 0.0 < share < 1.0:
        return None
    shape, scale = model.shape(past), model.scale(past.age)
    low, middle, high = (
        _waiting(scale, shape, 1.0 - quantile)
        for quantile in ((1.0 - share) / 2.0, 0.5, (1.0 + share) / 2.0)
    )
    return NextOrder(low, middle, high)


def usual_gap(model: RhythmModel, past: Past) -> float | None:
    """Days from their last order by which half of people like this one had ordered again:
    (alpha + t_x) (2^(1/(r + x)) - 1), at most `LONGEST_DAYS`."""
    if not model.usable:
        return None
    return _waiting(model.scale(past.last), model.shape(past), 0.5)


def expected_spend(spending: SpendingModel, order_days: int, value: float) -> float | None:
    """E[what they spend on an order day], minor units, where `order_days` brought `value` in all:
    p (v + value) / (p x + q - 1). Between their own mean and the brand's; the brand's where nothing
    was spent, since then nothing is known of prices."""
    p, q, v = spending.p, spending.q, spending.v
    known = isfinite(p) and isfinite(q) and isfinite(v) and p > 0.0 and q > 1.0 and v > 0.0
    if not known or order_days < 0 or not isfinite(value):
        return None
    if value <= 0.0:
        return p * v / (q - 1.0)
    return p * (v + value) / (p * order_days + q - 1.0)


def expected_value(
    model: RhythmModel, past: Past, value: float, days: float, interest: float, steps: int = 2
) -> float | None:
    """What they will spend within `days`, as worth now, minor units.

    `value` is what they spent so far; `interest` is that of all of `days` (0.1 is 10 %). Orders are
    counted in `steps` equal parts, each discounted from its middle.
    """
    if model.spending is None or steps < 1 or not interest > -1.0:
        return None
    spend = expected_spend(model.spending, past.repeats + 1, value)
    ends = [days * step / steps for step in range(1, steps + 1)]
    orders = _expected(model, past, ends)
    if spend is None or not orders:
        return None
    before, worth = 0.0, 0.0
    for step, until in enumerate(orders):
        worth += (until - before) * (1.0 + interest) ** (-(step + 0.5) / steps)
        before = until
    return worth * spend


def _chances(model: RhythmModel, past: Past) -> int:
    """How often they could have left by then (k)."""
    return past.repeats + 1 if model.modified else past.repeats


def _waiting(scale: float, shape: float, later: float) -> float:
    """When a share `later` of such people still waits: scale (later^(-1/shape) - 1)."""
    power = -log(later) / shape
    return min(scale * expm1(power), LONGEST_DAYS) if power < 700.0 else LONGEST_DAYS


def _expected(model: RhythmModel, past: Past, periods: Sequence[float]) -> list[float]:
    """E[orders within each period], in the order of `periods`; nothing where it cannot be said."""
    alive = still_customer(model, past)
    if alive is None or not all(isfinite(days) and days >= 0.0 for days in periods):
        return []
    shape, scale = model.shape(past), model.scale(past.age)
    stays = model.b + _chances(model, past)
    return [alive * mean for mean in _while_customer(shape, scale, model.a, stays, tuple(periods))]


@lru_cache(maxsize=512)
def _while_customer(
    shape: float, scale: float, a: float, b: float, periods: tuple[float, ...]
) -> tuple[float, ...]:
    """E[orders within each period] of somebody who still is a customer.

    With rate l and chance of leaving p they order at l exp(-l p t) a day; over l and the period
    this is (1 - (1 + p t/scale)^-shape) / p, and what is left is the mean over p, a sum over the
    nodes of its Beta distribution. No term is below 0 or above its bound, so nothing cancels and
    nothing overflows, however many orders. Cached because a decision asks more than once.
    """
    _, reach = frexp(shape * max(*periods, _USUAL_DAYS) / scale)
    nodes = _chances_of_leaving(a, b, max(reach, 0))
    means = []
    for days in periods:
        ratio = days / scale
        means.append(sum([-expm1(-shape * log1p(p * ratio)) * per for p, per in nodes]))
    return tuple(means)


@lru_cache(maxsize=512)
def _chances_of_leaving(a: float, b: float, reach: int) -> tuple[tuple[float, float], ...]:
    """Nodes p, and weight / p, where the weights add up to 1: for the mean over Beta(a, b) of a
    function that is flat where p is far below 2^-reach, and falls no faster than 1/p. To 1e-10.

    The trapezoidal rule over u = ln(p / (1 - p)), where the density falls off exponentially on both
    sides and is analytic beside the line, so that the error falls exponentially with 1/step.
    Cached because few different k come up again and again.
    """
    step = _STEP / sqrt(1.0 + min(a, b) / 2.0)
    top = log(a / b)
    left = _side(top, -step, (a, b), max(b, 2.0**reach))
    right = _side(top + step, step, (a, b), 2.0 * max(a, 1.0))
    whole = sum([weight for _, weight in left]) + sum([weight for _, weight in right])
    return tuple([(p, weight / whole / p) for p, weight in (*left, *right)])


def _side(
    begin: float, step: float, shape: tuple[float, float], flat: float
) -> list[tuple[float, float]]:
    """p and its density, as a share of that at the top, from u = `begin` on to where the rest is
    nothing, or is a geometric series because the other factors are flat: the last node carries it.
    """
    a, b = shape
    top = log(a / b)
    highest = -a * log1p(exp(-top)) - b * log1p(exp(top))
    rest = 1.0 / expm1(min((a if step < 0.0 else b) * abs(step), 700.0))
    found: list[tuple[float, float]] = []
    u = begin
    while True:
        small = log1p(exp(-abs(u)))
        log_p, log_q = (-small, -u - small) if u > 0.0 else (u - small, -small)
        p = exp(log_p)
        density = exp(a * log_p + b * log_q - highest)
        all_left = density * (1.0 + rest)
        is_flat = flat * (p if step < 0.0 else exp(log_q)) < _NEGLIGIBLE
        if is_flat or all_left * max(exp(top) / p, 1.0) < _NEGLIGIBLE * 1e-4:
            return [*found, (p, all_left)]
        found.append((p, density))
        u += step
