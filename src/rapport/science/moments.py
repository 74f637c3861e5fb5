"""Moments to learn intent from: what was known of a person then, and whether they ordered after."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from rapport.core.person.intent import FEATURES
from rapport.core.state import SESSION_GAP
from rapport.core.time import DAY, Instant
from rapport.science.arrays import Bools, Floats, Ints

DAY_TARGET, VISIT_TARGET = "day", "visit"
"""An order within 24 hours; an order before the visit that is under way ends."""


class Known(NamedTuple):
    """What was known of one person at one moment: `rapport.core.person.intent.features`, and
    whether a visit was under way."""

    at: Instant
    x: tuple[float, ...]
    visiting: bool


class Life(NamedTuple):
    """One person's moments, and everything that they did, each in the order of time."""

    moments: Sequence[Known]
    orders: Sequence[Instant]
    looks: Sequence[Instant]


class Moments(Struct, frozen=True, eq=False):
    """n moments. `x` has shape (n, len(FEATURES)), all else (n,); `who` numbers the people, `at` is
    in milliseconds. `visit` says something only where `visiting`."""

    x: Floats
    who: Ints
    at: Ints
    visiting: Bools
    day: Bools
    visit: Bools

    def __len__(self) -> int:
        return len(self.who)

    def where(self, which: Bools) -> Moments:
        """Those for which `which` holds."""
        return Moments(
            self.x[which], self.who[which], self.at[which],
            self.visiting[which], self.day[which], self.visit[which],
        )  # fmt: skip

    def target(self, name: str) -> Bools:
        """What came of each: `DAY_TARGET` or `VISIT_TARGET`."""
        return self.day if name == DAY_TARGET else self.visit


def moments_of(lives: Sequence[Life], until: Instant) -> Moments:
    """All moments whose next 24 hours are known by `until`: those that are no later than a day
    before it. People are numbered as they come."""
    rows = [
        (who, known, *_came(life, known))
        for who, life in enumerate(lives)
        for known in life.moments
        if known.at <= until - DAY
    ]
    x = np.asarray([known.x for _, known, _, _ in rows], dtype=np.float64)
    return Moments(
        x=x.reshape(-1, len(FEATURES)),
        who=np.asarray([who for who, _, _, _ in rows], dtype=np.int64),
        at=np.asarray([known.at for _, known, _, _ in rows], dtype=np.int64),
        visiting=np.asarray([known.visiting for _, known, _, _ in rows], dtype=np.bool_),
        day=np.asarray([day for _, _, day, _ in rows], dtype=np.bool_),
        visit=np.asarray([visit for _, _, _, visit in rows], dtype=np.bool_),
    )


def _came(life: Life, known: Known) -> tuple[bool, bool]:
    """Whether an order came within a day, and whether one came before the visit ended."""
    after = bisect_right(life.orders, known.at)
    if after == len(life.orders):
        return False, False
    order = life.orders[after]
    return order <= known.at + DAY, known.visiting and order <= _end(life.looks, known.at, order)


def _end(looks: Sequence[Instant], at: Instant, enough: Instant) -> Instant:
    """When the visit that is under way at `at` ends; it is followed no further than `enough`."""
    number = bisect_right(looks, at)
    last = looks[number - 1] if number else at
    for look in looks[number:]:
        if look - last > SESSION_GAP or last > enough:
            break
        last = look
    return last + SESSION_GAP
