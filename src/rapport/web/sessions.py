"""The console's sessions that somebody ended: their cookies open nothing any more."""

from __future__ import annotations

from typing import Protocol

from rapport.core.time import Instant


class Sessions(Protocol):
    """What is kept of ended sessions, by a hash of each one's cookie."""

    def end_session(self, session: str, until: Instant, now: Instant) -> None:
        """Takes down that it has ended; `until` its cookie would have opened the console."""
        ...

    def session_ended(self, session: str) -> bool: ...


class SessionsInMemory:
    """For one process, as long as it runs."""

    def __init__(self) -> None:
        self._until: dict[str, Instant] = {}

    def end_session(self, session: str, until: Instant, now: Instant) -> None:
        self._until = {one: end for one, end in self._until.items() if end > now}
        self._until[session] = until

    def session_ended(self, session: str) -> bool:
        return session in self._until
