"""The time of day held against the round before: a machine that slept, and a clock that leapt.

Nothing tells the one from the other: a machine that was suspended, a process that was stopped and a
clock that was set all show as a step between two rounds. After any of them nothing is begun for a
while, so that what senders held back comes in first, and a clock that is put right is put right.
"""

from __future__ import annotations

import threading

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.time import HOUR, MINUTE, Instant, Millis

SETTLE: Millis = 5 * MINUTE
"""After a step this long or longer, either way, nothing is begun for this long."""

LEAP: Millis = 3 * HOUR
DOUBTED: Millis = HOUR
"""After a step of `LEAP` under our eyes it may be the clock that is wrong, and a wrong one ends
flows for good: nothing is begun until it has gone on evenly for this long."""


class Hold(Struct, frozen=True):
    """Why nothing is begun for now: the time of day made a `step` since the round before, forward
    or, below 0, back. `since` is that round and `until` when it is over, by the clock as it goes
    since; `at_start` says that the round before was another process's."""

    step: Millis
    since: Instant
    until: Instant
    at_start: bool = False


class Rounds:
    """What the time of day was at each round. Safe to share between threads.

    Time that is waited for is counted in the even steps between rounds, and not by the clock: one
    that leaps ahead ends no wait, and one that falls back makes none longer.
    """

    def __init__(self, uneven: Millis = SETTLE) -> None:
        """A step of `uneven` or more is one that nothing explains."""
        self._uneven = uneven
        self._lock = threading.Lock()
        self._last: Instant | None = None
        self._left: Millis = 0
        self._sure: Instant = 0
        self._expected: Instant = 0
        self._hold: Hold | None = None

    def start(self, now: Instant, last_round: Instant) -> Hold | None:
        """The first round of a process; `last_round` is the last sure one of any before it, and 0
        where there was none.

        A restart is somebody's deed: a clock that is far ahead is taken for a long absence.
        """
        with self._lock:
            self._last, self._sure = now, last_round or now
            self._expected = self._sure
            step = now - self._sure
            if abs(step) < self._uneven:
                return None
            self._left = DOUBTED if step <= -LEAP else SETTLE
            self._hold = Hold(step, now, now + self._left, at_start=True)
            return self._hold

    def look(self, now: Instant) -> Hold | None:
        """Another round. Says why where nothing is to be begun from now on."""
        with self._lock:
            step = now - (now if self._last is None else self._last)
            self._last = now
            if abs(step) < self._uneven:
                self._go_on(now, max(step, 0))
                return None
            # A clock that is back where it belongs is in doubt no more.
            back = abs(now - self._expected) < self._uneven
            if back or abs(step) < LEAP:
                self._left = SETTLE if back else max(self._left, SETTLE)
            else:
                self._left = DOUBTED
            hold = Hold(step, now, now + self._left)
            # A small step in an hour that a large one asked for is not why it waits.
            if self._hold is None or self._left <= SETTLE or abs(step) >= LEAP:
                self._hold = hold
            return hold

    def _go_on(self, now: Instant, passed: Millis) -> None:
        self._expected += passed
        self._left = max(0, self._left - passed)
        if not self._left:
            self._sure = self._expected = now
            self._hold = None

    @property
    def waiting(self) -> bool:
        """Whether nothing is to be begun just now."""
        return self._left > 0

    @property
    def hold(self) -> Hold | None:
        """Why nothing is to be begun just now; None where it may be."""
        with self._lock:
            if self._hold is None or self._last is None:
                return None
            return replace(self._hold, until=self._last + self._left)

    @property
    def sure(self) -> Instant:
        """The last round whose time of day was not in doubt."""
        return self._sure

    def behind(self, now: Instant) -> bool:
        """Whether it was later than this once, for all that we knew."""
        return now <= self._sure - self._uneven
