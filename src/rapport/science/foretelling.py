"""A rhythm that is learnt by foretelling: from several days in the past, each time what came after.

The likeliest parameters of all of a history are the best ones if people live by the model. They do
not quite: they order in fits and starts, and rest longer than a rate for life allows. The same
model then foretells better with the parameters under which what came *after* a day was likeliest,
given what was known on it; and with a weight of the past, since orders that come regularly tell
more of a rate than orders at random, and orders in fits less. (Platzer and Reutterer 2016 have
regularity in the likelihood, as MBG/CNBD-k; for what is known of somebody's rate it comes to this
weight.) What it is worth on public histories is in docs/rhythm.md.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from rapport.science.arrays import Floats
from rapport.science.maximum import Likelihood, maximise
from rapport.science.order_days import OrderDays
from rapport.science.rhythm import Histories, Rhythm, fit_rhythm, prior
from rapport.science.unavailable import Unavailable

MOST_CUSTOMERS = 10_000
"""More would tell the parameters no better than people live by them."""

SHARES = (0.2, 0.35, 0.5, 0.65)
"""How much of the time is foretold from each of the past days."""

LONGEST_DAYS = 560
"""Of a longer history only so much, so that nothing older than a year is foretold from."""

WEIGHT_GIVE_OR_TAKE = 0.15
"""Of the logarithm of the weight of the past, which is about 0."""

_LEAST = 1e-300


class Outlook(Struct, frozen=True, eq=False):
    """What was known on a day, and the orders that came within `period` after it, shape (n,)."""

    histories: Histories
    came: Floats
    period: float


def outlooks(days: OrderDays, until: int, *, per: float = 1.0) -> list[Outlook]:
    """From several past days to the end of `until`, in units of `per` days."""
    known = days.until(until)
    if not len(known):
        return []
    span = min(until - int(known.day.min()), LONGEST_DAYS)
    step = 1 + len(np.unique(known.who)) // MOST_CUSTOMERS
    known = known.every(step)
    found = []
    for ahead in dict.fromkeys(round(share * span) for share in SHARES):
        then = known.as_of(until - ahead, per=per)
        came = known.came(then.who, until - ahead, until)
        if ahead and len(then):
            found.append(Outlook(then.histories, came, ahead / per))
    return found


def learn_rhythm(days: OrderDays, until: int, *, per: float = 1.0) -> Rhythm | Unavailable:
    """What is known of a shop's rhythm at the end of `until`: the modified form, learnt by
    foretelling; where the history is too short to foretell anything from, the likeliest one.

    Unavailable where there is no rhythm to find.
    """
    customers = days.as_of(until, per=per)
    likeliest = fit_rhythm(customers.histories, modified=True, steadied=True)
    if isinstance(likeliest, Unavailable):
        return likeliest
    learnt = learn_by_foretelling(outlooks(days, until, per=per), likeliest)
    return likeliest if isinstance(learnt, Unavailable) else learnt


def learn_by_foretelling(seen: Sequence[Outlook], start: Rhythm) -> Rhythm | Unavailable:
    """The parameters, and the weight of the past, under which what came after was likeliest, on
    average over `seen`.

    `start` is where to begin, and which form. Steadied by what is known of shops in general, as
    `fit_rhythm` is; the logarithm of the weight is about 0, give or take `WEIGHT_GIVE_OR_TAKE`. The
    errors take the outlooks for one piece of evidence, not for as many as
    there are, since it is the same people each time. Unavailable where nothing came.
    """
    if not any(outlook.came.any() for outlook in seen):
        return Unavailable("nobody has ordered again since the days that were foretold from")
    likelihood = _Average([_Foretold(outlook, modified=start.modified) for outlook in seen])
    n = max(len(outlook.histories) for outlook in seen)
    peak = maximise(_steadied(likelihood), (*start.values, start.weight), n)
    if isinstance(peak, Unavailable):
        return peak
    r, alpha, a, b, weight = peak.parameters
    top = likelihood(np.asarray(peak.parameters))[0]
    return Rhythm(r, alpha, a, b, start.modified, peak.errors, peak.covariance, top, n, weight)


def log_score(rhythm: Rhythm, outlook: Outlook) -> float:
    """ln P(what came | what was known), all customers together."""
    parameters = np.asarray([*rhythm.values, rhythm.weight])
    return _Foretold(outlook, modified=rhythm.modified)(parameters)[0]


def _steadied(likelihood: Likelihood) -> Likelihood:
    """With what is known of shops in general, and of the weight."""

    def posterior(parameters: Floats) -> tuple[float, Floats]:
        value, gradient = likelihood(parameters)
        off, slope = prior(parameters[:4])
        weight = float(parameters[4])
        far = np.log(weight) / WEIGHT_GIVE_OR_TAKE
        slope = np.append(slope, -far / (WEIGHT_GIVE_OR_TAKE * weight))
        return value + off - far**2 / 2.0, gradient + slope

    return posterior


class _Average:
    """The mean of several likelihoods and of their gradients."""

    def __init__(self, parts: Sequence[Likelihood]) -> None:
        self._parts = parts

    def __call__(self, parameters: Floats) -> tuple[float, Floats]:
        told = [part(parameters) for part in self._parts]
        value = sum(one for one, _ in told) / len(told)
        return value, np.sum([slope for _, slope in told], axis=0) / len(told)


class _Foretold:
    """Sum over customers of ln P(y orders within t), of r, alpha, a, b and the weight w, with
    s = r + w x, A = alpha + w T, b' = b + k, z = t/(A + t):

    P(0) = 1 - P(alive) (1 - (1-z)^s), and for y > 0
    P(y) = P(alive) v [a I_z(y, s) + (b'+y-1) N] / (a+b'+y-1), where
    v = B(a, b'+y-1) / B(a, b') is the chance of not leaving before the last one, I_z(y, s) that
    they come in time, and N = G(s+y)/(G(s) y!) (1-z)^s z^y that no other comes in time.

    Slopes are by s, A, a and b', from which those by the parameters follow; that of P(alive) has
    another part by alpha + w t_x.
    """

    def __init__(self, outlook: Outlook, *, modified: bool) -> None:
        told = outlook.histories
        columns = np.column_stack((told.repeats, told.last, told.age, outlook.came))
        rows, counts = np.unique(columns, axis=0, return_counts=True)
        self._counts = counts.astype(np.float64)
        self._x, self._last, self._age, came = (np.ascontiguousarray(c) for c in rows.T)
        self._k = self._x + 1.0 if modified else self._x
        self._some = came > 0
        self._came = came[self._some]
        self._period = outlook.period

    def __call__(self, parameters: Floats) -> tuple[float, Floats]:
        r, alpha, _, b, weight = map(float, parameters)
        shape, scale = r + weight * self._x, alpha + weight * self._age
        last = alpha + weight * self._last
        alive, left, slope, by_last = self._alive(parameters, shape, scale, last)
        waits = np.log1p(self._period / scale)  # -ln(1 - z)
        none = np.exp(-shape * waits)
        quiet = np.maximum(left + alive * none, _LEAST)
        value = np.log(quiet)
        # Of ln P(0): by ln P(alive), then by (1-z)^s.
        slope_of_value = -alive * (1.0 - none) / quiet * slope
        by_last_of_value = -alive * (1.0 - none) / quiet * by_last
        slope_of_value[0] -= alive / quiet * none * waits
        by_scale = none * shape * self._period / (scale * (scale + self._period))
        slope_of_value[1] += alive / quiet * by_scale
        some = self._some
        if some.any():
            stays = b + self._k[some]
            logs, slopes = self._orders(float(parameters[2]), shape[some], scale[some], stays)
            value[some] = np.log(np.maximum(alive[some], _LEAST)) + logs
            slope_of_value[:, some] = slope[:, some] + slopes
            by_last_of_value[some] = by_last[some]
        by_shape, by_scale, by_a, by_b = slope_of_value
        gradient = [
            by_shape, by_scale + by_last_of_value, by_a, by_b,
            by_shape * self._x + by_scale * self._age + by_last_of_value * self._last,
        ]  # fmt: skip
        return float(self._counts @ value), np.asarray([self._counts @ one for one in gradient])

    def _alive(
        self, parameters: Floats, shape: Floats, scale: Floats, last: Floats
    ) -> tuple[Floats, Floats, Floats, Floats]:
        """P(alive), 1 less it, and the slope of its logarithm by s, A, a and b, (4, n), and by
        alpha + w t_x."""
        from scipy.special import expit  # noqa: PLC0415 (see maximise)

        a, b = float(parameters[2]), float(parameters[3])
        leaves = self._k > 0
        before = np.where(leaves, b + self._k - 1.0, 1.0)
        growth = np.log(scale) - np.log(last)
        odds = np.where(leaves, np.log(a) - np.log(before) + shape * growth, -np.inf)
        alive = expit(-odds)
        left = expit(odds)
        slope = -left * np.asarray(
            [growth, shape / scale, np.full(len(odds), 1.0 / a), -1.0 / before]
        )
        return alive, left, slope, left * shape / last

    def _orders(
        self, a: float, shape: Floats, scale: Floats, stays: Floats
    ) -> tuple[Floats, Floats]:
        """ln P(y orders | alive) of those who ordered at all, and its slope by s, A, a and b', (4,
        those)."""
        from scipy.special import betainc, digamma, gammaln  # noqa: PLC0415 (see maximise)

        y, period = self._came, self._period
        whole, ahead = a + stays + y - 1.0, scale + period
        z, waits = period / ahead, np.log1p(period / scale)
        in_time = betainc(y, shape, z)
        only = np.exp(
            gammaln(shape + y) - gammaln(shape) - gammaln(y + 1.0) - shape * waits + y * np.log(z)
        )
        mixed = np.maximum(a * in_time + (stays + y - 1.0) * only, _LEAST)
        logs = (
            gammaln(stays + y - 1.0) - gammaln(stays) - gammaln(whole) + gammaln(a + stays)
            + np.log(mixed) - np.log(whole)
        )  # fmt: skip
        aside = 1e-5 * shape
        faster = (betainc(y, shape + aside, z) - betainc(y, shape - aside, z)) / (2.0 * aside)
        slope = np.empty((4, len(y)))
        only_by_shape = only * (digamma(shape + y) - digamma(shape) - waits)
        only_by_scale = only * (shape * period / scale - y) / ahead
        slope[0] = (a * faster + (stays + y - 1.0) * only_by_shape) / mixed
        slope[1] = (-a * only * y / scale + (stays + y - 1.0) * only_by_scale) / mixed
        both = digamma(a + stays) - digamma(whole) - 1.0 / whole
        slope[2] = both + in_time / mixed
        slope[3] = both + digamma(stays + y - 1.0) - digamma(stays) + only / mixed
        return logs, slope
