"""The console's ended sessions, kept in the store: for every worker, and after a restart."""

from __future__ import annotations

from rapport.core.time import Instant
from rapport.ports import People, Store


class KeptSessions:
    """Implements `rapport.web.sessions.Sessions`."""

    def __init__(self, store: Store, records: People) -> None:
        self._store = store
        self.session_ended = records.session_ended

    def end_session(self, session: str, until: Instant, now: Instant) -> None:
        with self._store.transaction() as transaction:
            transaction.end_session(session, until, now)
