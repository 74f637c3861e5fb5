"""Training intent on a brand's own events, and publishing it only where it is worth having."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from rapport.app.evidence.intent_log import MOST_PEOPLE, lives_of
from rapport.core.blueprint import Blueprint
from rapport.core.person.intent import IntentModel, Score
from rapport.core.person.predictions import Predictions
from rapport.core.time import DAY, Instant
from rapport.core.unread import ALL_READ, Unread, Unreadable
from rapport.errors import UserError
from rapport.ports.history import Lives
from rapport.science.intent import learn_score
from rapport.science.intent_trial import TARGETS, Plan, asked, foretell, judged, lacking
from rapport.science.judging import Judgement
from rapport.science.moments import Moments, moments_of
from rapport.science.unavailable import Unavailable

EVERYDAY = Plan(folds=4, spans=2)


class Trial(Struct, frozen=True):
    """What came of trying to tell one thing: how good it was, and whether that is good enough; if
    not, `why` not."""

    target: str
    found: Judgement | Unavailable
    better: bool
    why: str = ""


class Trained(Struct, frozen=True):
    """A training: how much there was to learn from, how it was tried, and the scores that are
    better than recency and than the base rate beyond noise. `days` is how far the moments reach."""

    brand: str
    people: int
    moments: int
    days: float
    trials: tuple[Trial, ...]
    scores: dict[str, Score]
    unreadable: Unreadable = ALL_READ
    """States and events that could not be read; the people that they are of were left out."""


def train(
    history: Lives, blueprint: Blueprint, until: Instant, plan: Plan = EVERYDAY,
    most: int = MOST_PEOPLE,
) -> Trained:  # fmt: skip
    """Learns intent from everything that the brand's log tells up to `until`.

    Raises UserError where scikit-learn is not there.
    """
    unread = Unread()
    lives = list(lives_of(history, blueprint, until, most, unread))
    # A shop that stopped telling says nothing of the days since; nobody would seem to order then.
    last = max((max(*life.looks[-1:], *life.orders[-1:], 0) for life in lives), default=0)
    trained = train_on(blueprint.brand, moments_of(lives, min(until, last)), plan)
    return replace(trained, unreadable=unread.told())


def train_on(brand: str, moments: Moments, plan: Plan = EVERYDAY) -> Trained:
    """Tries each target on people and times that were not learnt from; where it is good enough, it
    is learnt anew from all moments."""
    trials, scores = [], {}
    for target in TARGETS:
        trial = tried(moments, target, plan)
        trials.append(trial)
        if trial.better:
            scores[target] = final(moments, target)
    return Trained(
        brand=brand,
        people=len(np.unique(moments.who)),
        moments=len(moments),
        days=float(np.ptp(moments.at)) / DAY if len(moments) else 0.0,
        trials=tuple(trials),
        scores=scores,
    )


def tried(moments: Moments, target: str, plan: Plan) -> Trial:
    """Whether the target can be told better than by recency and by the base rate, beyond noise."""
    if missing := lacking(asked(moments, target), target):
        return Trial(target, Unavailable(missing), better=False, why=missing)
    found = judged(foretell(moments, target, plan), target, plan)
    if isinstance(found, Unavailable):
        return Trial(target, found, better=False, why=found.reason)
    unsure = [name for name, gain in found.gains.items() if not gain.sure]
    why = f"it is not better than the {' and the '.join(unsure)} beyond noise" if unsure else ""
    return Trial(target, found, not unsure, why)


def final(moments: Moments, target: str) -> Score:
    """The score of one target, learnt from all moments."""
    question = asked(moments, target)
    y = question.target(target).astype(np.float64)
    return learn_score(question.x, y, question.who, question.at).score


def with_scores(before: IntentModel | None, scores: Mapping[str, Score]) -> IntentModel:
    """The model with new scores; a target that there is none for keeps what it had, unless that was
    of other features."""
    kept = before if before is not None and before.features == IntentModel().features else None
    return replace(kept or IntentModel(), **scores)


def versions(predictions: tuple[Predictions, ...]) -> list[Predictions]:
    """The snapshots that brought another model of intent, the oldest first."""
    found: list[Predictions] = []
    for one in predictions:
        if one.intent is not None and (not found or one.intent != found[-1].intent):
            found.append(one)
    return found


def version(predictions: tuple[Predictions, ...], number: int, brand: str) -> IntentModel:
    """The model of intent of snapshot `number`. Raises UserError where there is none."""
    for one in predictions:
        if one.number == number and one.intent is not None:
            return one.intent
    known = ", ".join(str(one.number) for one in versions(predictions)) or "none yet"
    raise UserError(f"Brand '{brand}' has no model of intent {number}. It has: {known}.")
