"""How often do people order, and do they still? BG/NBD and its modified form, by likelihood.

While somebody is a customer, orders come at random at a rate of their own; after an order they may
stop being one, with a chance of their own. Rates follow Gamma(r, alpha) over customers, chances
Beta(a, b): these four numbers are what is learnt, and each customer's own figures are shrunk
towards them by as much as their own history is short.

BG/NBD lets nobody leave after their first order, so that who ordered once is a customer for ever.
The modified form gives everybody that chance too; it is the one to count customers by.

Sources: Fader, Hardie, Lee 2005, 'Counting your customers the easy way' (BG/NBD); Batislam,
Denizel, Filiztekin 2007 (MBG/NBD).
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import ArrayLike

from rapport.science.arrays import Bools, Floats, Ints
from rapport.science.maximum import Likelihood, maximise
from rapport.science.unavailable import Unavailable

_STEADIED = np.array([1.0, 0.0, 1.0, 1.0])
"""Which of r, alpha, a, b have a prior. alpha has the unit of time, and so no usual size."""

_GIVE_OR_TAKE = 1.5


class Histories(Struct, frozen=True, eq=False):
    """Customers' orders, as arrays of shape (n,); time in any one unit, kept throughout.

    `repeats` are the orders after the first (x), `last` the time from the first order to the last
    (t_x, 0 where there was one), `age` the time from the first order to now (T).
    """

    repeats: Floats
    last: Floats
    age: Floats

    @classmethod
    def of(cls, repeats: ArrayLike, last: ArrayLike, age: ArrayLike) -> Histories:
        """Checked. Raises ValueError where a history cannot be: it says how many, and why."""
        columns = [np.asarray(v, dtype=np.float64).reshape(-1) for v in (repeats, last, age)]
        x, t, whole = columns
        if len({len(column) for column in columns}) > 1:
            raise ValueError("Repeats, last and age have unlike lengths: one of each a customer.")
        finite = np.isfinite(x) & np.isfinite(t) & np.isfinite(whole)
        possible = (x >= 0) & (x == np.floor(x)) & (t >= 0) & (t <= whole) & ((x > 0) == (t > 0))
        if wrong := int((~(finite & possible)).sum()):
            raise ValueError(
                f"{wrong} histories cannot be: repeats are whole numbers, 0 <= last <= age, and "
                "last is 0 exactly where nothing was repeated. Find their source."
            )
        return cls(x, t, whole)

    def __len__(self) -> int:
        return len(self.repeats)

    def where(self, chosen: Bools) -> Histories:
        """Only those customers."""
        return Histories(self.repeats[chosen], self.last[chosen], self.age[chosen])

    def compressed(self) -> tuple[Histories, Ints, Ints]:
        """Each history once, how many customers have it, and which of them each customer has.

        Shapes (m,), (m,) and (n,). `last` and `age` are mostly whole days, so m is far below n.
        """
        columns = (self.repeats, self.last, self.age)
        order = np.lexsort(columns)
        changes = np.zeros(len(order), dtype=bool)
        changes[:1] = True
        for column in columns:
            ranked = column[order]
            changes[1:] |= ranked[1:] != ranked[:-1]
        first = np.flatnonzero(changes)
        which = np.empty(len(order), dtype=np.int64)
        which[order] = np.cumsum(changes) - 1
        counts = np.diff(np.append(first, len(order))).astype(np.int64)
        kept = order[first]
        return Histories(*(column[kept] for column in columns)), counts, which


class Rhythm(Struct, frozen=True):
    """What was learnt of a brand's customers, in the unit of time of their histories.

    `modified` says that one may leave after the first order, too. `weight` is how much each past
    order and day tells of somebody's rate: 1 if orders come at random, more if they come regularly,
    less if they come in fits and starts or rates change. `errors` are standard errors of r, alpha,
    a, b, and of the weight if it was learnt; `covariance` is that of their logarithms.
    """

    r: float
    alpha: float
    a: float
    b: float
    modified: bool = False
    errors: tuple[float, ...] = ()
    covariance: tuple[tuple[float, ...], ...] = ()
    log_likelihood: float = 0.0
    customers: int = 0
    weight: float = 1.0

    @property
    def values(self) -> tuple[float, float, float, float]:
        """r, alpha, a, b."""
        return self.r, self.alpha, self.a, self.b

    def shape(self, repeats: Floats) -> Floats:
        """Of the Gamma distribution of somebody's rate, while they are a customer: r + weight x."""
        return self.r + self.weight * repeats

    def scale(self, time: Floats) -> Floats:
        """The other parameter of it, once `time` has passed: alpha + weight t."""
        return self.alpha + self.weight * time

    def chances(self, repeats: Floats) -> Floats:
        """How often a customer could have left by then (k): after each order that counts."""
        return repeats + 1.0 if self.modified else repeats


def fit_rhythm(
    histories: Histories, *, modified: bool = False, steadied: bool = False
) -> Rhythm | Unavailable:
    """The likeliest parameters. Unavailable where the histories single out none.

    Many shops' orders look as if nobody ever left (or all were alike), and then the likelihood has
    no top: it rises for ever as a parameter goes to 0 or infinity. `steadied` adds what is known of
    shops in general: the logarithms of r, a and b are about 0, give or take 1.5 (normal). Where the
    data say something, it moves little.
    """
    n = len(histories)
    if n == 0 or not (histories.repeats > 0).any():
        return Unavailable("nobody has ordered a second time yet")
    likelihood = _Likelihood(histories, modified=modified)
    start = (1.0, float(histories.age.mean()), 1.0, 2.0)
    peak = maximise(_with_prior(likelihood) if steadied else likelihood, start, n)
    if isinstance(peak, Unavailable):
        return peak
    r, alpha, a, b = peak.parameters
    top = likelihood(np.asarray(peak.parameters))[0]
    return Rhythm(r, alpha, a, b, modified, peak.errors, peak.covariance, top, n)


def prior(parameters: Floats) -> tuple[float, Floats]:
    """What is known of shops in general of r, alpha, a, b: its logarithm, and the slope; see
    `fit_rhythm`."""
    off = np.log(parameters) * _STEADIED / _GIVE_OR_TAKE
    return -float(off @ off) / 2.0, -off / (_GIVE_OR_TAKE * parameters)


def _with_prior(likelihood: Likelihood) -> Likelihood:
    def posterior(parameters: Floats) -> tuple[float, Floats]:
        value, gradient = likelihood(parameters)
        off, slope = prior(parameters)
        return value + off, gradient + slope

    return posterior


def log_likelihood(rhythm: Rhythm, histories: Histories) -> float:
    """ln L of these histories under the parameters."""
    return _Likelihood(histories, modified=rhythm.modified)(np.asarray(rhythm.values))[0]


class _Likelihood:
    """Sum over customers of, with k chances to have left (x, or x + 1 where modified),

    ln G(r+x)/G(r) + r ln alpha + ln B(a, b+k)/B(a, b)
    + ln[ (alpha+T)^-(r+x)  +  [k>0] a/(b+k-1) (alpha+t_x)^-(r+x) ].

    What depends on one number only is computed once for each value that it takes.
    """

    def __init__(self, histories: Histories, *, modified: bool) -> None:
        rows, counts, _ = histories.compressed()
        self._counts = counts.astype(np.float64)
        self._n = float(len(histories))
        self._x, self._of_x = np.unique(rows.repeats, return_inverse=True)
        self._last, self._of_last = np.unique(rows.last, return_inverse=True)
        self._age, self._of_age = np.unique(rows.age, return_inverse=True)
        self._k = self._x + 1.0 if modified else self._x
        self._customers = np.bincount(self._of_x, self._counts, len(self._x))
        self._repeats = rows.repeats

    def __call__(self, parameters: Floats) -> tuple[float, Floats]:
        from scipy.special import digamma, expit, gammaln  # noqa: PLC0415 (see maximise)

        r, alpha, a, b = map(float, parameters)
        x, k, customers = self._x, self._k, self._customers
        log_age = np.log(alpha + self._age)[self._of_age]
        log_last = np.log(alpha + self._last)[self._of_last]
        with np.errstate(divide="ignore"):
            leaving = np.where(k > 0, np.log(a) - np.log(np.maximum(b + k - 1.0, 0.0)), -np.inf)
        power = r + self._repeats
        stayed = -power * log_age
        odds = leaving[self._of_x] + power * (log_age - log_last)
        by_count = (
            gammaln(r + x) + gammaln(a + b) + gammaln(b + k) - gammaln(b) - gammaln(a + b + k)
        )
        value = (
            self._counts @ (stayed + np.logaddexp(0.0, odds))
            + customers @ by_count
            + self._n * (r * np.log(alpha) - gammaln(r))
        )
        left = self._counts * expit(odds)
        stay = self._counts - left
        left_by_x = np.bincount(self._of_x, left, len(x))
        before = np.where(k > 0, b + k - 1.0, 1.0)
        gradient = np.array([
            customers @ digamma(r + x) + self._n * (np.log(alpha) - digamma(r))
            - stay @ log_age - left @ log_last,
            self._n * r / alpha
            - (stay * power) @ (1.0 / (alpha + self._age))[self._of_age]
            - (left * power) @ (1.0 / (alpha + self._last))[self._of_last],
            customers @ (digamma(a + b) - digamma(a + b + k)) + left.sum() / a,
            customers @ (digamma(a + b) - digamma(a + b + k) + digamma(b + k) - digamma(b))
            - left_by_x @ (1.0 / before),
        ])  # fmt: skip
        return float(value), gradient
