"""What would have been chosen for somebody else: one thing about the person changed at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from rapport.core.decision import Decision
from rapport.core.person.signals import context_for
from rapport.core.policy.odds import Vector
from rapport.core.policy.policy import (
    FEATURES,
    Policy,
    bounded,
    score,
)

UNCHANGED = frozenset({"always"})

_ORDERED, _RHYTHM = FEATURES.index("repeat_customer"), FEATURES.index("rhythm_known")
ONLY_WITH = {"recent_order": _ORDERED, "still_customer": _RHYTHM, "due_again": _RHYTHM}
"""Features that only mean something where another, at this place, is not 0: who never ordered can
neither have ordered just now nor be a customer still."""


class Otherwise(Struct, frozen=True):
    """With `feature` not at all so (0) or fully so (1), `level` would have been the best."""

    factor: str
    level: str
    feature: str
    value: float


def otherwise(decision: Decision, policy: Policy) -> list[Otherwise]:
    """Each change of one feature that would have made another level the best of its factor, and
    another than the one that was drawn.

    The nearest change of each feature comes first. Nothing where nothing about the person was used.
    """
    if not decision.context:
        return []
    policy = policy.on(decision.about)
    x = bounded(context_for(decision, policy.form))
    found = []
    for drawn in decision.draws:
        if drawn.factor == "send" or len(drawn.levels) < 2:
            continue
        now = _best(policy, x, drawn.factor, drawn.levels)
        for place, value, changed in _changes(x):
            then = _best(policy, changed, drawn.factor, drawn.levels)
            if then not in (now, drawn.chosen):
                moved = Otherwise(drawn.factor, then, FEATURES[place], value)
                found.append((abs(value - x[place]), moved))
    found.sort(key=lambda pair: pair[0])
    return [moved for _, moved in found]


def _changes(x: Vector) -> Iterator[tuple[int, float, Vector]]:
    for place, feature in enumerate(FEATURES):
        if feature in UNCHANGED or (feature in ONLY_WITH and not x[ONLY_WITH[feature]]):
            continue
        for value in (0.0, 1.0):
            if abs(x[place] - value) > 1e-9:
                yield place, value, (*x[:place], value, *x[place + 1 :])


def _best(policy: Policy, x: Vector, factor: str, levels: Sequence[str]) -> str:
    """The level that adds the most; of equals, the one named first."""
    scores = score(policy, x, {factor: levels})
    return max(levels, key=lambda level: scores.effect(factor, level))
