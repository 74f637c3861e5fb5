"""How long nothing is sent after no mail server let us in.

A log-in that is refused, a certificate that nobody vouches for, a server that is away: what is
wrong is no message's, so none is given up for it, and trying the others as well would only have the
server shut us out for longer.
"""

from __future__ import annotations

from rapport.core.time import MINUTE, Instant, Millis

PAUSES: tuple[Millis, ...] = (MINUTE, 5 * MINUTE, 15 * MINUTE)
"""After the first time in a row, the second, and each that follows."""


class Pause:
    """One for a sender, whatever the brand."""

    def __init__(self) -> None:
        self._times = 0
        self._until: Instant = 0
        self.why = ""
        """Why no server let us in; empty where one does."""

    def room(self, room: int, under_way: int, now: Instant) -> int:
        """How many of `room` messages may be begun: none while it lasts, and after it a single one,
        until a server has let us in again."""
        if not self._times:
            return room
        return 0 if now < self._until or under_way else min(room, 1)

    def shut_out(self, at: Instant, why: str) -> None:
        """No server let us in. Several who were at the door together count once."""
        self.why = why
        if at >= self._until:
            self._until = at + PAUSES[min(self._times, len(PAUSES) - 1)]
            self._times += 1

    def let_in(self) -> None:
        """A server heard a message, whatever it said of it."""
        self._times, self._until, self.why = 0, 0, ""
