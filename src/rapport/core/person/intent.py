"""How likely a person is to order soon: the published model, and what it says of one person.

A score is an additive model of the log-odds, already calibrated:

    ln(p / (1 - p)) = intercept + weights . clip(x, low, high) + sum over trees of the leaf of x

where x are `FEATURES` of the person's state at that moment. Training (`rapport.science.intent`) and
serving compute x by the same function, `features`, from the same state. Nothing raises for data.
"""

from __future__ import annotations

from math import exp, isfinite, log, log1p
from typing import NamedTuple

from msgspec import Struct

from rapport.core.last import remembers_last
from rapport.core.state import SESSION_GAP, ProfileState
from rapport.core.time import DAY, MINUTE, Instant, Millis

FEATURES = (
    "orders_by_days",
    "orders_by_looks",
    "since_order",
    "baskets",
    "since_basket",
    "checkout_open",
    "looked_again_after",
    "returned",
    "category_looks",
    "category_share",
    "visit_length",
    "idle",
)
"""What a score looks at; each is a finite number, whatever the state. How often somebody orders and
when last; what they want now; how this visit goes; and for how long nothing has happened."""

FURTHEST: Millis = 30 * DAY
"""Times further back than this, and what never was, count as this."""

MOST_LOG_ODDS = 12.0
"""Nothing is surer than this: odds of about 160,000 to one."""


class Trees(Struct, frozen=True, gc=False):
    """Regression trees as one table: a row is a node. `feature` is -1 at a leaf, where `value` is
    what the tree adds to the log-odds; elsewhere x[feature] <= threshold leads to row `left`, the
    rest to `right`. `roots` are the rows at which the trees begin.

    Raises ValueError for a table in which a walk would not end, or would lead out of it.
    """

    roots: tuple[int, ...] = ()
    feature: tuple[int, ...] = ()
    threshold: tuple[float, ...] = ()
    left: tuple[int, ...] = ()
    right: tuple[int, ...] = ()
    value: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        columns = (self.threshold, self.left, self.right, self.value)
        rows = len(self.feature)
        inside = (
            all(len(column) == rows for column in columns)
            and all(0 <= root < rows for root in self.roots)
            and all(-1 <= feature < len(FEATURES) for feature in self.feature)
            and all(map(isfinite, (*self.threshold, *self.value)))
        )
        if not inside or any(
            feature >= 0 and not (row < left < rows and row < right < rows)
            for row, (feature, left, right) in enumerate(
                zip(self.feature, self.left, self.right, strict=True)
            )
        ):
            raise ValueError("the trees of an intent model lead nowhere")


class Score(Struct, frozen=True, gc=False):
    """The chance of one thing. `prior` says that it is the one that Rapport ships, learnt on the
    simulated shop; `customers` and `moments` are what it was learnt from.

    Raises ValueError where a number is not finite or one is missing.
    """

    intercept: float
    weights: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    trees: Trees = Trees()
    prior: bool = False
    customers: int = 0
    moments: int = 0

    def __post_init__(self) -> None:
        sizes = {len(self.weights), len(self.low), len(self.high)}
        numbers = (self.intercept, *self.weights, *self.low, *self.high)
        if sizes != {len(FEATURES)} or not all(map(isfinite, numbers)):
            raise ValueError("an intent model lacks numbers")


class IntentModel(Struct, frozen=True, omit_defaults=True, gc=False):
    """What was learnt of when people order; a score that there is none of is None.

    `day`: an order within 24 hours. `visit`: an order before the visit that is under way ends.
    `features` are those that the scores were learnt on, in their order; a model on others than
    today's says nothing.
    """

    day: Score | None = None
    visit: Score | None = None
    features: tuple[str, ...] = FEATURES


class Intent(NamedTuple):
    """Chances, 0 to 1; None where there is no score, or no visit is under way. `prior`: whether one
    of them is by the score that Rapport ships."""

    day: float | None
    visit: float | None
    prior: bool


UNKNOWN = Intent(None, None, prior=False)


@remembers_last
def intent(model: IntentModel, state: ProfileState, at: Instant) -> Intent:
    """What the model says of this person at this moment. A decision asks several times."""
    if model.features != FEATURES:
        return UNKNOWN
    x = features(state, at)
    day = probability(model.day, x) if model.day else None
    visit = probability(model.visit, x) if model.visit and visiting(state, at) else None
    prior = bool(model.day and model.day.prior) or bool(model.visit and model.visit.prior)
    return Intent(_rounded(day), _rounded(visit), prior)


def _rounded(chance: float | None) -> float | None:
    """So that a record reads the same on every machine."""
    return None if chance is None else round(chance, 6)


def visiting(state: ProfileState, at: Instant) -> bool:
    """Whether a visit is under way."""
    last = state.browsing.last_at
    return last > 0 and at - last <= SESSION_GAP


def features(state: ProfileState, at: Instant) -> tuple[float, ...]:
    """x of `FEATURES`, shape (12,): times are ln(1 + minutes), counts ln(1 + count), rates the log
    of a rate that is shrunk towards the usual one, so that a short history says little."""
    browsing, trail, orders = state.browsing, state.trail, state.orders
    firsts = [first for first in (state.first_seen_at, orders.first_at) if first]
    days = max(at - min(firsts, default=at), 0) / DAY
    looks = [count for _, count in trail.categories]
    basket_at = max(trail.basket_at, state.checkout.changed_at if state.checkout else 0)
    return (
        log((max(orders.count, 0) + 0.5) / (days + 2.0)),
        log((max(trail.orders, 0) + 0.5) / (max(trail.looks, 0) + 25.0)),
        _since(at, orders.last_at),
        log1p(_known(trail.baskets_at(at))),
        _since(at, basket_at),
        1.0 if state.checkout else 0.0,
        _minutes(trail.again_after or FURTHEST),
        log1p(max(trail.returned, 0)),
        log1p(max(looks[0], 0)) if looks else 0.0,
        max(looks) / max(sum(looks), 1) if looks else 0.0,
        _minutes(browsing.last_at - browsing.session_started_at),
        _since(at, browsing.last_at),
    )


def probability(score: Score, x: tuple[float, ...]) -> float:
    """The chance that `score` gives for features `x`, between 0 and 1."""
    return _chance(log_odds(score, x))


def log_odds(score: Score, x: tuple[float, ...]) -> float:
    """ln(p / (1 - p)), at most `MOST_LOG_ODDS` either way."""
    total = score.intercept
    for weight, value, low, high in zip(score.weights, x, score.low, score.high, strict=True):
        total += weight * (low if value < low else min(value, high))
    trees = score.trees
    feature, threshold, left, right = trees.feature, trees.threshold, trees.left, trees.right
    value_of = trees.value
    for root in trees.roots:
        row = root
        while (column := feature[row]) >= 0:
            row = left[row] if x[column] <= threshold[row] else right[row]
        total += value_of[row]
    return min(max(total, -MOST_LOG_ODDS), MOST_LOG_ODDS)


def _chance(odds: float) -> float:
    return 1.0 / (1.0 + exp(-odds))


def _since(at: Instant, then: Instant) -> float:
    return _minutes(at - then) if then else _minutes(FURTHEST)


def _minutes(length: Millis) -> float:
    return log1p(min(max(length, 0), FURTHEST) / MINUTE)


def _known(amount: float) -> float:
    """An amount from a state that may be damaged; what is no number is nothing."""
    return min(max(0.0, amount), 1e6)
