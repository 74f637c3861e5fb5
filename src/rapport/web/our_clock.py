"""Events "from the future": their sender's mistake, or that of our own clock.

A sender that is told 400 drops an event for good. Where it may be our clock that is wrong, it is
told to come again: orders and opt-outs must not be lost by it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from rapport.core.time import MINUTE, Instant, Millis
from rapport.errors import RefusedInputError, TemporaryError
from rapport.ports import Parsed

IN_A_ROW = 5
"""So many in a row, of those that senders with a private key or a signature tell of, are no single
sender's mistake."""

TOLD_FOR: Millis = 5 * MINUTE
"""How long after the last of them we call ourselves not ready."""

Behind = Callable[[Instant], bool]


class OurClock:
    """Safe to share between threads. `behind` says whether it was later once than it is now."""

    def __init__(self, behind: Behind = lambda _: False) -> None:
        self._behind = behind
        self._lock = threading.Lock()
        self._in_a_row: dict[str, int] = {}
        self._last: Instant | None = None

    def held_against(
        self, source: str, now: Instant, parse: Callable[[], Parsed], *, proven: bool = True
    ) -> Parsed:
        """What `parse` gives. Of senders that are not `proven` nobody knows who they are, so that
        their events say nothing about our clock.

        Raises TemporaryError where something is of a time that has not come, and our clock may be
        what is wrong.
        """
        try:
            parsed = parse()
        except RefusedInputError as error:
            self._hear(source, now, ahead=error.ahead, proven=proven)
            raise
        self._hear(source, now, ahead=parsed.ahead, proven=proven)
        return parsed

    def _hear(self, source: str, now: Instant, *, ahead: bool, proven: bool) -> None:
        with self._lock:
            if proven:
                self._in_a_row[source] = self._in_a_row.get(source, 0) + 1 if ahead else 0
            doubted = self._behind(now) or self._in_a_row.get(source, 0) >= IN_A_ROW
            if not (ahead and doubted):
                return
            if proven:
                self._last = now
        raise TemporaryError(
            "What this tells of has not come yet by our clock, which may be wrong. Nothing of it "
            "was kept; send it again later.",
            retry_after_seconds=60,
        )

    def trouble(self, now: Instant) -> str:
        """What is wrong, in words; empty where nothing is known to be."""
        with self._lock:
            last = self._last
        if last is None or not 0 <= now - last < TOLD_FOR:
            return ""
        return (
            "Shops tell of what has not happened yet by the clock of this computer, which seems to "
            "be behind. Set it right; until then they are asked to send it again later."
        )
