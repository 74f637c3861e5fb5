"""A rhythm that is learnt by foretelling: from several days in the past, each time what came after.

The likeliest parameters of all of a history are the best ones if people live by the model. They do
not quite: they order in fits and starts, and rest longer than a rate for life allows. The same
model then foretells better with the parameters under which what came *after* a day was likeliest,
given what was known on it. On the CDNOW sample, with nothing of the held-out half known, that is
35 in the log-likelihood of what came, and better by every other measure too (docs/rhythm.md).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from rapport.science.maximum import Floats, Likelihood, maximise
from rapport.science.order_days import OrderDays
from rapport.science.rhythm import Histories, Rhythm, fit_rhythm, with_prior
from rapport.science.unavailable import Unavailable

MOST_CUSTOMERS = 10_000
"""More would tell the parameters no better than people live by them."""

SHARES = (0.2, 0.35, 0.5, 0.65)
"""How much of the time is foretold from each of the past days."""

LONGEST_DAYS = 560
"""Of a longer history only so much, so that nothing older than a year is foretold from."""

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
    """The parameters under which what came after was likeliest, on average over `seen`.

    `start` is where to begin, and which form. Steadied by what is known of shops in general, as
    `fit_rhythm` is. The errors take the outlooks for one piece of evidence, not for as many as
    there are, since it is the same people each time. Unavailable where nothing came.
    """
    if not any(outlook.came.any() for outlook in seen):
        return Unavailable("nobody has ordered again since the days that were foretold from")
    likelihood = _Average([_Foretold(outlook, modified=start.modified) for outlook in seen])
    n = max(len(outlook.histories) for outlook in seen)
    peak = maximise(with_prior(likelihood), start.values, n)
    if isinstance(peak, Unavailable):
        return peak
    r, alpha, a, b = peak.parameters
    top = likelihood(np.asarray(peak.parameters))[0]
    return Rhythm(r, alpha, a, b, start.modified, peak.errors, peak.covariance, top, n)


def log_score(rhythm: Rhythm, outlook: Outlook) -> float:
    """ln P(what came | what was known), all customers together."""
    return _Foretold(outlook, modified=rhythm.modified)(np.asarray(rhythm.values))[0]


class _Average:
    """The mean of several likelihoods and of their gradients."""

    def __init__(self, parts: Sequence[Likelihood]) -> None:
        self._parts = parts

    def __call__(self, parameters: Floats) -> tuple[float, Floats]:
        told = [part(parameters) for part in self._parts]
        value = sum(one for one, _ in told) / len(told)
        return value, np.sum([slope for _, slope in told], axis=0) / len(told)


class _Foretold:
    """Sum over customers of ln P(y orders within t), with s = r + x, b' = b + k, z = t/(alpha+T+t):

    P(0) = 1 - P(alive) (1 - (1-z)^s), and for y > 0
    P(y) = P(alive) w [a I_z(y, s) + (b'+y-1) N] / (a+b'+y-1), where
    w = B(a, b'+y-1) / B(a, b') is the chance of not leaving before the last one, I_z(y, s) that
    they come in time, and N = G(s+y)/(G(s) y!) (1-z)^s z^y that no other comes in time.
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
        r, alpha, _, b = map(float, parameters)
        shape, scale = r + self._x, alpha + self._age
        alive, slope_of_alive = self._alive(parameters)
        waits = np.log1p(self._period / scale)  # -ln(1 - z)
        none = np.exp(-shape * waits)
        slope_of_none = np.zeros((4, len(shape)))
        slope_of_none[0] = -none * waits
        slope_of_none[1] = none * shape * self._period / (scale * (scale + self._period))
        quiet = np.maximum(1.0 - alive * (1.0 - none), _LEAST)
        slope = (alive * slope_of_none - alive * (1.0 - none) * slope_of_alive) / quiet
        value = np.log(quiet)
        some = self._some
        if some.any():
            logs, slopes = self._orders(parameters, shape[some], scale[some], b + self._k[some])
            value[some] = np.log(np.maximum(alive[some], _LEAST)) + logs
            slope[:, some] = slope_of_alive[:, some] + slopes
        return float(self._counts @ value), slope @ self._counts

    def _alive(self, parameters: Floats) -> tuple[Floats, Floats]:
        """P(alive), and the slope of its logarithm, (4, n)."""
        from scipy.special import expit  # noqa: PLC0415 (see maximise)

        r, alpha, a, b = map(float, parameters)
        shape, leaves = r + self._x, self._k > 0
        before = np.where(leaves, b + self._k - 1.0, 1.0)
        growth = np.log1p((self._age - self._last) / (alpha + self._last))
        odds = np.where(leaves, np.log(a) - np.log(before) + shape * growth, -np.inf)
        alive = expit(-odds)
        slope = np.zeros((4, len(odds)))
        slope[0] = growth
        slope[1] = shape * (1.0 / (alpha + self._age) - 1.0 / (alpha + self._last))
        slope[2] = 1.0 / a
        slope[3] = -1.0 / before
        return alive, -(1.0 - alive) * slope

    def _orders(
        self, parameters: Floats, shape: Floats, scale: Floats, stays: Floats
    ) -> tuple[Floats, Floats]:
        """ln P(y orders | alive) of those who ordered at all, and its slope, (4, those)."""
        from scipy.special import betainc, digamma, gammaln  # noqa: PLC0415 (see maximise)

        a, y, period = float(parameters[2]), self._came, self._period
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
        only_by_r = only * (digamma(shape + y) - digamma(shape) - waits)
        only_by_alpha = only * (shape * period / scale - y) / ahead
        slope[0] = (a * faster + (stays + y - 1.0) * only_by_r) / mixed
        slope[1] = (-a * only * y / scale + (stays + y - 1.0) * only_by_alpha) / mixed
        both = digamma(a + stays) - digamma(whole) - 1.0 / whole
        slope[2] = both + in_time / mixed
        slope[3] = both + digamma(stays + y - 1.0) - digamma(stays) + only / mixed
        return logs, slope
