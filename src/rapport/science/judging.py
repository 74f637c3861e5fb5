"""How good chances are that were said of what then came, and how sure one can be of it.

People are taken as wholes: the bootstrap draws people, since the moments of one are much alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from msgspec import Struct

from rapport.science.arrays import Floats, Ints
from rapport.science.logistic import logistic, logit

BINS = 10
DRAWS = 400
"""Of people, for an interval."""

SURE = 0.95
"""How often an interval holds what is true."""

_STEADY = 1e-6
"""Precision of the calibration's prior at (0, 1): for chances that are all alike, it decides."""


class Mark(Struct, frozen=True):
    """A figure and its interval."""

    value: float
    low: float
    high: float


class Marks(Struct, frozen=True):
    """How good some chances are.

    `log_loss` -mean(y ln p + (1 - y) ln(1 - p)); `brier` mean((p - y)^2); `auc` how often one who
    ordered was given a higher chance than one who did not, ties half; `slope` and `intercept` those
    of a logistic regression of y on the log-odds of p (1 and 0 where calibrated); `gap` the mean
    distance of the calibration curve from the truth, in `BINS` bins of as many moments each
    (without an interval: drawing people anew only makes it larger).
    """

    log_loss: Mark
    brier: Mark
    auc: Mark
    slope: Mark
    intercept: Mark
    gap: float


class Gain(Struct, frozen=True):
    """What is better than with another's chances: log loss and Brier saved, AUC added."""

    log_loss: Mark
    brier: Mark
    auc: Mark

    @property
    def sure(self) -> bool:
        """Whether the two scores that only true chances make best are better beyond noise, and the
        ranking is no worse."""
        return min(self.log_loss.low, self.brier.low, self.auc.value) > 0.0


class Bin(Struct, frozen=True):
    """One point of a calibration curve: the mean chance said, how often it came, of how many."""

    said: float
    came: float
    moments: int


class Judgement(Struct, frozen=True):
    """`marks` of each by name, `gains` of the first over each of the others, `curve` of the first.
    `came` is the share of moments with an order."""

    moments: int
    people: int
    came: float
    marks: dict[str, Marks]
    gains: dict[str, Gain]
    curve: tuple[Bin, ...]


def judge(
    y: Floats, who: Ints, said: Mapping[str, Floats], draws: int = DRAWS, seed: int = 0
) -> Judgement:
    """Judges chances p, each of shape (n,), of y, 0 or 1; n > 0, and both classes are there.

    The first of `said` is the one that is held against the others.
    """
    number = np.unique(who, return_inverse=True)[1]
    people = int(number.max()) + 1
    scales = {name: _Scale(p, y) for name, p in said.items()}
    plain = {name: scale.figures(np.ones(len(y))) for name, scale in scales.items()}
    drawn: dict[str, list[Floats]] = {name: [] for name in said}
    for counts in _draws(people, draws, seed):
        weights = counts[number]
        if 0.0 < weights @ y < weights.sum():
            for name, scale in scales.items():
                drawn[name].append(scale.figures(weights))
    first = next(iter(said))
    among = {name: np.asarray(rows).reshape(-1, _FIGURES) for name, rows in drawn.items()}
    return Judgement(
        moments=len(y),
        people=people,
        came=float(y.mean()),
        marks={name: _marks(plain[name], among[name]) for name in said},
        gains={
            name: Gain(*_marked(*(_gained(r[first], r[name]) for r in (plain, among))))
            for name in said
            if name != first
        },
        curve=scales[first].curve(),
    )


_FIGURES = 6


class _Scale:
    """Some chances, prepared for being marked again and again with other weights."""

    def __init__(self, p: Floats, y: Floats) -> None:
        self._y, self._p = y, p
        z = logit(p)
        self._columns = np.column_stack([np.ones(len(z)), z])
        self._loss = np.logaddexp(0.0, z) - y * z
        self._square = (p - y) ** 2
        self._order = np.argsort(p, kind="stable")
        ranked = p[self._order]
        self._ties = np.flatnonzero(np.append(True, ranked[1:] != ranked[:-1]))
        self._bin = np.empty(len(p), dtype=np.int64)
        self._bin[self._order] = np.arange(len(p)) * BINS // len(p)

    def figures(self, weights: Floats) -> Floats:
        """The fields of `Marks` in their order, shape (6,), where moments weigh that much."""
        total = weights.sum()
        intercept, slope = logistic(
            self._columns, self._y, np.full(2, _STEADY), np.array([0.0, 1.0]), weights
        )
        apart = np.bincount(self._bin, weights * (self._p - self._y), BINS)
        return np.array([
            weights @ self._loss / total,
            weights @ self._square / total,
            self._auc(weights),
            slope,
            intercept,
            np.abs(apart).sum() / total,
        ])  # fmt: skip

    def _auc(self, weights: Floats) -> float:
        ranked, came = weights[self._order], self._y[self._order]
        with_order = np.add.reduceat(ranked * came, self._ties)
        without = np.add.reduceat(ranked * (1.0 - came), self._ties)
        below = np.cumsum(without) - without / 2.0
        return float(with_order @ below / (with_order.sum() * without.sum()))

    def curve(self) -> tuple[Bin, ...]:
        counts = np.bincount(self._bin, minlength=BINS)
        said = np.bincount(self._bin, self._p, BINS)
        came = np.bincount(self._bin, self._y, BINS)
        return tuple(
            Bin(float(s / n), float(c / n), int(n))
            for s, c, n in zip(said, came, counts, strict=True)
            if n
        )


def _draws(people: int, draws: int, seed: int) -> Iterator[Floats]:
    """How often each person is drawn, with replacement, shape (people,)."""
    generator = np.random.default_rng(seed)
    for _ in range(draws):
        drawn = generator.integers(0, people, people)
        yield np.bincount(drawn, minlength=people).astype(np.float64)


def _marks(values: Floats, drawn: Floats) -> Marks:
    log_loss, brier, auc, slope, intercept = _marked(values[:5], drawn[:, :5])
    return Marks(log_loss, brier, auc, slope, intercept, float(values[5]))


def _gained(mine: Floats, others: Floats) -> Floats:
    """Log loss and Brier saved, AUC added; of the last axis."""
    gains = others[..., :3] - mine[..., :3]
    return np.asarray(gains * np.array([1.0, 1.0, -1.0]), dtype=np.float64)


def _marked(values: Floats, drawn: Floats) -> list[Mark]:
    """Each value with the interval in which the middle of the draws lie."""
    if not len(drawn):
        return [Mark(float(value), -np.inf, np.inf) for value in values]
    tail = 50.0 * (1.0 - SURE)
    low, high = np.percentile(drawn, (tail, 100.0 - tail), axis=0)
    return [Mark(float(v), float(a), float(b)) for v, a, b in zip(values, low, high, strict=True)]
