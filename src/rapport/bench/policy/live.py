"""One learner through one world: decides for each person in turn, learns what is known by then."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Protocol, runtime_checkable

import numpy as np

from rapport.bench.policy.worlds import (
    ACTIONS,
    UNSUBSCRIBE_RATE,
    Person,
    World,
)
from rapport.core.policy.odds import Vector
from rapport.core.policy.policy import PRESSURE
from rapport.core.time import DAY
from rapport.science.arrays import Floats

HOLD = -1
"""The action that says nothing; messages are places in `worlds.ACTIONS`."""

SETTLES = DAY
"""So long after a message it is known whether it was clicked."""

RECOVERY = 4.0
"""Days after which a message still weighs a third, where messages tire."""


@dataclass(frozen=True)
class Seen:
    """What is known in the end of one decision."""

    number: int
    at: int
    x: Vector
    margin: float
    action: int
    ordered: bool
    clicked: bool
    left: bool


class Learner(Protocol):
    """Chooses, and is told what came of it when that is known."""

    name: str

    def choose(self, number: int, at: int, x: Vector, margin: float) -> int: ...

    def learn(self, seen: list[Seen]) -> None: ...


@runtime_checkable
class Looks(Protocol):
    """A learner that can use clicks before an order is known."""

    def look(self, open_ones: Sequence[Seen]) -> None:
        """Every message of which it is known whether it was clicked, and not yet whether an order
        follows: `ordered` says nothing."""


@dataclass(frozen=True)
class Lived:
    """What a learner's decisions earned over holding, and what was possible, one a decision."""

    earned: Floats
    possible: Floats
    sent: Floats
    margin: Floats
    """What came in, to be compared where holding earns too: expected margin less every cost."""

    def share(self, begin: float = 0.0, end: float = 1.0) -> float:
        """Earned of what was possible, from one part of the decisions to another."""
        count = len(self.earned)
        part = slice(round(begin * count), round(end * count))
        return float(self.earned[part].sum() / self.possible[part].sum())


def live(world: World, learner: Learner, every: int = 50) -> Lived:
    """Every decision of `world`, in turn. A learner hears of `every` or more decisions at once,
    four times as many after the first 2,000."""
    kind = world.kind
    count = kind.decisions
    earned, margins, sent = np.zeros(count), np.zeros(count), np.zeros(count, dtype=bool)
    heard: list[deque[int]] = [deque(maxlen=12) for _ in range(kind.people)]
    waiting: deque[Seen] = deque()
    known: list[Seen] = []
    taught, late = 0, kind.delay > SETTLES
    for number in range(count):
        person = Person(
            int(world.who[number]), int(world.at[number]), world.traits[number],
            float(world.margin[number]),
        )  # fmt: skip
        x, weight = _as_known(person, heard[person.who])
        while waiting and waiting[0].at + kind.delay <= person.at:
            known.append(waiting.popleft())
        wanted = every if number < 2_000 else 4 * every
        if len(known) >= wanted or (late and number - taught >= wanted):
            if late and isinstance(learner, Looks):
                learner.look(_settled(waiting, person.at))
            if known:
                learner.learn(known)
            known, taught = [], number
        action = learner.choose(number, person.at, x, person.margin)
        worn = kind.wear * weight
        leave = UNSUBSCRIBE_RATE * (1.0 + (8.0 * weight if kind.wear else 0.0))
        chance = held = world.chance(number, HOLD)
        margins[number] = person.margin * held
        if action != HOLD:
            chance = world.chance(number, action, worn)
            earned[number] = world.worth(number, chance, held, action, leave)
            sent[number] = True
            margins[number] += earned[number]
            heard[person.who].append(person.at)
        clicks = world.click_chance(number, action, worn) if action != HOLD else 0.0
        waiting.append(_seen(world, number, x, action, (chance, clicks, leave)))
    return Lived(earned, world.oracle, sent, margins)


def _as_known(person: Person, heard: deque[int]) -> tuple[Vector, float]:
    """The context, and how much the messages of late weigh on the person."""
    traits = person.traits.tolist()
    week = sum(1 for at in heard if at > person.at - 7 * DAY)
    traits[PRESSURE - 1] = min(week / 3.0, 1.0)
    weight = sum(float(np.exp((at - person.at) / (RECOVERY * DAY))) for at in heard)
    return (1.0, *traits), weight


def _settled(waiting: Iterable[Seen], now: int) -> list[Seen]:
    """Messages whose order is not known yet, and their clicks are."""
    until = now - SETTLES
    settled = takewhile(lambda one: one.at <= until, waiting)
    return [replace(one, ordered=False) for one in settled if one.action != HOLD]


def _seen(
    world: World, number: int, x: Vector, action: int, chances: tuple[float, float, float]
) -> Seen:
    """What comes of a decision, by the chances of an order, a click and an unsubscribe."""
    chance, clicks, leave = chances
    sends = action != HOLD
    return Seen(
        number=number,
        at=int(world.at[number]),
        x=x,
        margin=float(world.margin[number]),
        action=action,
        ordered=bool(world.fates[number] < chance),
        clicked=sends and bool(world.click_fates[number] < clicks),
        left=sends and bool(world.leave_fates[number] < leave),
    )


def place_of(levels: tuple[int, ...]) -> int:
    """The place in `ACTIONS` of a message made of these levels."""
    found = 0
    for level, size in zip(levels, ACTIONS.max(axis=0) + 1, strict=True):
        found = found * int(size) + level
    return found
