"""Clocks: the one on the wall, one that goes on from another moment, one that is turned."""

from __future__ import annotations

import time

from rapport.core.time import Instant


class WallClock:
    """The time of day. The only place in Rapport that asks the machine for it."""

    def now(self) -> Instant:
        return time.time_ns() // 1_000_000  # noqa: TID251 (this is the Clock port)


class LaterClock:
    """Goes on from a moment as the one on the wall does: for looking at what a simulation left."""

    def __init__(self, at: Instant) -> None:
        self._wall = WallClock()
        self._ahead = at - self._wall.now()

    def now(self) -> Instant:
        return self._wall.now() + self._ahead


class TurnedClock:
    """Stands still until it is turned; it never goes back."""

    def __init__(self, at: Instant) -> None:
        self._at = at

    def now(self) -> Instant:
        return self._at

    def turn_to(self, at: Instant) -> None:
        self._at = max(self._at, at)
