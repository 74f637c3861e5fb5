"""Whether intent can be told: of people who were not learnt from, at times after the learning."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from msgspec import Struct

from rapport.core.person.intent import FEATURES, FURTHEST
from rapport.core.time import DAY, MINUTE
from rapport.science.arrays import Bools, Floats, Ints
from rapport.science.intent import folds_of, learn_score, say
from rapport.science.judging import DRAWS, Judgement, judge
from rapport.science.logistic import logistic, sigmoid
from rapport.science.moments import DAY_TARGET, VISIT_TARGET, Moments
from rapport.science.unavailable import Unavailable

LEAST_PEOPLE = 150
LEAST_BUYERS = 60
"""People with at least one moment after which they ordered."""
LEAST_DAYS = 7

MODEL, RECENCY, BASE = "model", "recency only", "base rate"
"""The base rate is that of what was learnt from: one chance for each span and group of people, so
that over all of them it ranks a little, by chance or by the season."""

_SINCE, _IDLE = FEATURES.index("since_order"), FEATURES.index("idle")
_NEVER = float(np.log1p(FURTHEST / MINUTE))


class Plan(Struct, frozen=True):
    """How it is tried: people in `folds` groups; the later half of the time in `spans`, each of
    which is foretold from all that is before it; `seed` deals people out."""

    folds: int = 5
    spans: int = 3
    draws: int = DRAWS
    seed: int = 0


def asked(moments: Moments, target: str) -> Moments:
    """The moments at which there is a question: for a visit, those in one."""
    return moments.where(moments.visiting) if target == VISIT_TARGET else moments


def lacking(moments: Moments, target: str) -> str:
    """What is missing to learn it, or nothing."""
    came = moments.target(target)
    missing = []
    if (people := len(np.unique(moments.who))) < LEAST_PEOPLE:
        seen = "1 person was seen" if people == 1 else f"{people:,} people were seen"
        missing.append(f"{seen}, and {LEAST_PEOPLE} are needed")
    if (buyers := len(np.unique(moments.who[came]))) < LEAST_BUYERS:
        missing.append(f"{buyers:,} of them ordered in time, and {LEAST_BUYERS} must")
    days = int(np.ptp(moments.at)) / DAY if len(moments) else 0.0
    if days < LEAST_DAYS:
        missing.append(f"the moments reach over {days:.1f} days, and {LEAST_DAYS} are needed")
    return "; ".join(missing)


class Foretold(Struct, frozen=True, eq=False):
    """Moments, and what each way said of them without having seen the person or the time."""

    moments: Moments
    said: dict[str, Floats]


def foretell(moments: Moments, target: str, plan: Plan) -> Foretold:
    """What the model and its rivals say of the later half of the time, span by span.

    Nobody is in both what is learnt from and what is foretold; the last moment that is learnt from
    lies a day before the span, so that what came of it was known.
    """
    moments = asked(moments, target)
    y = moments.target(target).astype(np.float64)
    said = {name: np.full(len(y), np.nan) for name in (MODEL, RECENCY, BASE)}
    for past, rest in parts(moments, plan):
        x, came, ahead = moments.x[past], y[past], moments.x[rest]
        learnt = learn_score(x, came, moments.who[past], moments.at[past], seed=plan.seed)
        said[MODEL][rest] = say(learnt.score, ahead)
        said[RECENCY][rest] = by_recency(x, came, ahead)
        said[BASE][rest] = np.clip(came.mean(), 1e-4, 1.0 - 1e-4)
    told = ~np.isnan(said[MODEL])
    return Foretold(moments.where(told), {name: p[told] for name, p in said.items()})


def parts(moments: Moments, plan: Plan) -> Iterator[tuple[Bools, Bools]]:
    """For each span and each group of people: what is learnt from, and what is foretold."""
    if not len(moments):
        return
    fold = folds_of(moments.who, plan.folds, plan.seed)
    for begin, end in pairwise(_cuts(moments.at, plan.spans)):
        for number in range(plan.folds):
            past = (moments.at <= begin - DAY) & (fold != number)
            rest = (moments.at > begin) & (moments.at <= end) & (fold == number)
            if past.any() and rest.any():
                yield past, rest


def judged(foretold: Foretold, target: str, plan: Plan) -> Judgement | Unavailable:
    """How good it was; unavailable where all that came was of one kind."""
    y = foretold.moments.target(target).astype(np.float64)
    if not len(y) or y.min() == y.max():
        return Unavailable("nothing, or everything, that was foretold came")
    return judge(y, foretold.moments.who, foretold.said, plan.draws, plan.seed)


def by_recency(x: Floats, y: Floats, ahead: Floats) -> Floats:
    """The chances of `ahead` by a logistic regression on recency alone: the time since the last
    order, whether there was none, and the time since the last look."""
    precision = np.array([0.0, 1.0, 1.0, 1.0])
    weights = logistic(_recency(x), y, precision, np.zeros(4))
    return sigmoid(_recency(ahead) @ weights)


def _recency(x: Floats) -> Floats:
    since = x[:, _SINCE]
    return np.column_stack([np.ones(len(x)), since, since >= _NEVER - 1e-9, x[:, _IDLE]])


def _cuts(at: Ints, spans: int) -> list[float]:
    """The ends of the spans: the later half of the time in equal parts. The first hundredth of the
    moments may be stray ones of long ago, and is left out of account."""
    begin, end = float(np.percentile(at, 1.0)), float(at.max())
    return [begin + (end - begin) * (0.5 + 0.5 * i / spans) for i in range(spans + 1)]


TARGETS = (DAY_TARGET, VISIT_TARGET)
