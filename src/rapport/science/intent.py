"""Learning intent: gradient boosting beside a logistic regression, blended and calibrated.

Few people order, and the moments of one person are much alike, so everything here is held back:
shallow trees that may only go the way that is plausible for a feature (`DIRECTIONS`), weights with
a prior around nothing, and a blend that is fitted on what each of the two said of people whom it
had not seen. That blend is the calibration, too: it is affine in the log-odds, so it goes into the
numbers of the published `rapport.core.person.intent.Score`, which serving adds up and does nothing
else. It is fitted on the later half of the time, since histories grow longer and shops change.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from msgspec import Struct

from rapport.core.person.intent import FEATURES, Score, Trees
from rapport.errors import UserError
from rapport.science.arrays import Bools, Floats, Ints
from rapport.science.logistic import logistic, sigmoid

DIRECTIONS = {
    "orders_by_days": 1,
    "orders_by_looks": 1,
    "baskets": 1,
    "looked_again_after": -1,
    "returned": 1,
    "category_looks": 1,
    "visit_length": 1,
    "idle": -1,
}
"""Features whose trees only rise (1) or only fall (-1); the others are free."""

PULL = 300.0
"""Precision of the prior on a weight of a standardised feature: as much as 300 / (p (1 - p))
moments say."""

HALF = 50.0
"""Precision of the prior that each of the two counts half in the blend."""

RATE = 0.08
"""What a tree adds of what it would."""

TAIL = 0.5
"""Per cent of moments, on either side, beyond which the weights count a feature no further."""


class Capacity(Struct, frozen=True):
    """How much the trees may tell apart: how many, their leaves, and the least moments in a leaf,
    which is a share of all but at least `LEAST_IN_LEAF`."""

    trees: int
    leaves: int
    share: float


CAPACITIES = (Capacity(90, 5, 1 / 60), Capacity(150, 8, 1 / 200), Capacity(200, 12, 1 / 600))
"""From the least to the most."""

LEAST_IN_LEAF = 60


class Learnt(Struct, frozen=True, eq=False):
    """A score, and what went into it: `blend` is the weights of the logistic and of the trees."""

    score: Score
    capacity: Capacity
    blend: tuple[float, float]


def learn_score(
    x: Floats, y: Floats, who: Ints, at: Ints, *, folds: int = 4, seed: int = 0
) -> Learnt:
    """The score of y, shape (n,), 0 or 1, from features x, shape (n, len(FEATURES)).

    `who` numbers the people, `at` is when. With one class only, or too few people for `folds`, the
    score is the share of 1, shrunk towards a half by one moment, whatever the features say.
    """
    people = np.unique(who)
    if len(people) < 2 * folds or min(y.sum(), len(y) - y.sum()) < 2 * folds:
        return _constant(y, len(people))
    line = _Line(x, y)
    apart = folds_of(who, folds, seed)
    by_line = _unseen(apart, lambda seen, rest: _Line(x[seen], y[seen]).say(x[rest]))
    # All of the time, where there is nobody who ordered in one half of it.
    late = at > (np.percentile(at, 1.0) + at.max()) / 2.0
    if not 0 < y[late].sum() < late.sum():
        late = np.ones(len(y), dtype=np.bool_)
    capacity, blend = _chosen(x, y, who, by_line, apart, late)
    grown = _Grown(x, y, capacity)
    score = Score(
        intercept=float(blend[0] + blend[1] * line.intercept + blend[2] * grown.baseline),
        weights=tuple((blend[1] * line.weights).tolist()),
        low=tuple(line.low.tolist()),
        high=tuple(line.high.tolist()),
        trees=grown.table(float(blend[2])),
        customers=len(people),
        moments=len(y),
    )
    return Learnt(score, capacity, (float(blend[1]), float(blend[2])))


def _chosen(
    x: Floats, y: Floats, who: Ints, by_line: Floats, apart: Ints, late: Bools
) -> tuple[Capacity, Floats]:
    """The capacity, and the blend with what the logistic says of people whom it had not seen.

    A larger one is taken only where there is enough for its leaves, and only if it is better by
    more than a standard error.
    """
    best: tuple[Capacity, Floats, Floats] | None = None
    for capacity in CAPACITIES:
        if best is not None and len(y) * capacity.share < LEAST_IN_LEAF:
            break
        by_trees = _unseen(apart, partial(_grow_and_say, x, y, capacity))
        said = np.column_stack([by_line, by_trees])
        blend = _blended(said[late], y[late])
        loss = _losses(_with_one(said) @ blend, y)
        if best is not None and not _better(loss, best[2], who):
            break
        best = (capacity, blend, loss)
    return (best[0], best[1]) if best else (CAPACITIES[0], np.array([0.0, 0.5, 0.5]))


def _grow_and_say(x: Floats, y: Floats, capacity: Capacity, seen: Bools, rest: Bools) -> Floats:
    return _Grown(x[seen], y[seen], capacity).say(x[rest])


def say(score: Score, x: Floats) -> Floats:
    """p of each row of x, shape (n,): what `rapport.core.person.intent.probability` says, for
    many."""
    held = np.clip(x, score.low, score.high) @ np.asarray(score.weights)
    return sigmoid(score.intercept + held + added(score.trees, x))


def added(trees: Trees, x: Floats) -> Floats:
    """What the trees add to the log-odds of each row of x, shape (n,)."""
    feature, threshold = np.asarray(trees.feature, dtype=int), np.asarray(trees.threshold)
    left, right = np.asarray(trees.left, dtype=int), np.asarray(trees.right, dtype=int)
    value = np.asarray(trees.value)
    total, rows = np.zeros(len(x)), np.arange(len(x))
    for root in trees.roots:
        at = np.full(len(x), root)
        while len(inner := rows[feature[at] >= 0]):
            node = at[inner]
            goes_left = x[inner, feature[node]] <= threshold[node]
            at[inner] = np.where(goes_left, left[node], right[node])
        total += value[at]
    return total


def folds_of(who: Ints, folds: int, seed: int) -> Ints:
    """The number of the fold of each row: all rows of a person are in the same."""
    people, number = np.unique(who, return_inverse=True)
    order = np.random.default_rng(seed).permutation(len(people))
    return np.asarray(order[number] % folds, dtype=np.int64)


class _Line:
    """Logistic regression on standardised, clipped features."""

    def __init__(self, x: Floats, y: Floats) -> None:
        self.low, self.high = np.percentile(x, (TAIL, 100.0 - TAIL), axis=0)
        held = np.clip(x, self.low, self.high)
        mean, spread = held.mean(axis=0), held.std(axis=0)
        spread[spread < 1e-9] = np.inf  # a constant says nothing
        columns = _with_one((held - mean) / spread)
        precision = np.full(columns.shape[1], PULL)
        precision[0] = 0.0
        found = logistic(columns, y, precision, np.zeros(len(precision)))
        self.weights = found[1:] / spread
        self.intercept = float(found[0] - self.weights @ mean)

    def say(self, x: Floats) -> Floats:
        """Log-odds."""
        held = np.clip(x, self.low, self.high) @ self.weights
        return np.asarray(self.intercept + held, dtype=np.float64)


class _Grown:
    """Gradient-boosted trees of a capacity."""

    def __init__(self, x: Floats, y: Floats, capacity: Capacity) -> None:
        # Only who trains needs scikit-learn, and it takes long to load.
        try:
            from sklearn.ensemble import HistGradientBoostingClassifier  # noqa: PLC0415 (see above)
            from threadpoolctl import ThreadpoolController  # noqa: PLC0415 (comes with it)
        except ImportError as error:
            raise UserError(
                "Training needs scikit-learn, which is not here. Install it from the "
                "folder that Rapport was cloned to: pip install '.[train]'"
            ) from error
        self._x = x
        model = HistGradientBoostingClassifier(
            learning_rate=RATE,
            max_iter=capacity.trees,
            max_leaf_nodes=capacity.leaves,
            min_samples_leaf=max(LEAST_IN_LEAF, int(len(y) * capacity.share)),
            l2_regularization=10.0,
            monotonic_cst=[DIRECTIONS.get(name, 0) for name in FEATURES],
            early_stopping=False,
            random_state=0,
        )
        # One thread adds up in one order, so that the same moments give the same trees to the bit;
        # and several, on a machine that has something else to do, mostly wait for each other.
        self._threads = ThreadpoolController()
        with self._threads.limit(limits=1):
            self._model = model.fit(x, y)

    def say(self, x: Floats) -> Floats:
        """Log-odds."""
        with self._threads.limit(limits=1):
            return np.asarray(self._model.decision_function(x), dtype=np.float64)

    @property
    def baseline(self) -> float:
        """What the trees start from: what is said of a moment, less what they add to it."""
        first = self._x[:1]
        return float(self.say(first)[0] - added(self.table(1.0), first)[0])

    def table(self, factor: float) -> Trees:
        """The trees as rows, what they add times `factor`."""
        roots: list[int] = []
        rows: list[tuple[int, float, int, int, float]] = []
        for (tree,) in self._model._predictors:  # noqa: SLF001 (no public way; a test compares)
            begin = len(rows)
            roots.append(begin)
            rows += [
                (-1, 0.0, 0, 0, float(node["value"]) * factor)
                if node["is_leaf"]
                else (
                    int(node["feature_idx"]),
                    float(node["num_threshold"]),
                    begin + int(node["left"]),
                    begin + int(node["right"]),
                    0.0,
                )
                for node in tree.nodes
            ]
        feature, threshold, left, right, value = zip(*rows, strict=True)
        return Trees(tuple(roots), feature, threshold, left, right, value)


def _unseen(apart: Ints, learn_and_say: Callable[[Bools, Bools], Floats]) -> Floats:
    """What is said of each fold by what was learnt on the others."""
    said = np.zeros(len(apart))
    for fold in range(int(apart.max()) + 1):
        rest = apart == fold
        said[rest] = learn_and_say(~rest, rest)
    return said


def _blended(said: Floats, y: Floats) -> Floats:
    """Intercept and weights of the logistic and the trees, around a half each."""
    precision, centre = np.array([0.0, HALF, HALF]), np.array([0.0, 0.5, 0.5])
    return logistic(_with_one(said), y, precision, centre)


def _losses(z: Floats, y: Floats) -> Floats:
    return np.asarray(np.logaddexp(0.0, z) - y * z, dtype=np.float64)


def _better(loss: Floats, than: Floats, who: Ints) -> bool:
    """Whether losses are less by more than their standard error, people taken as wholes."""
    _, number = np.unique(who, return_inverse=True)
    gains = np.bincount(number, than - loss)
    return bool(gains.sum() > np.sqrt(np.sum((gains - gains.mean()) ** 2)))


def _constant(y: Floats, people: int) -> Learnt:
    share = (float(y.sum()) + 0.5) / (len(y) + 1.0)
    nothing = (0.0,) * len(FEATURES)
    score = Score(
        float(np.log(share / (1.0 - share))), nothing, nothing, nothing,
        customers=people, moments=len(y),
    )  # fmt: skip
    return Learnt(score, CAPACITIES[0], (0.0, 0.0))


def _with_one(x: Floats) -> Floats:
    return np.column_stack([np.ones(len(x)), x])
