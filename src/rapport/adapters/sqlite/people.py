"""People in charge, on SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from rapport.adapters.sqlite.reading import Database
from rapport.core.oversight.people import Person
from rapport.core.time import Instant


class PeopleReadingPart:
    """The part of a transaction that reads who is in charge."""

    _db: Database

    def people(self, brand: str) -> Sequence[Person]:
        sql = "SELECT name, role, salt, digest, since FROM people WHERE brand = ? ORDER BY name"
        return [Person(*row) for row in self._db.execute(sql, (brand,))]

    def session_ended(self, session: str) -> bool:
        sql = "SELECT 1 FROM ended_sessions WHERE session = ?"
        return self._db.execute(sql, (session,)).fetchone() is not None


class PeoplePart(PeopleReadingPart):
    """The part of a transaction that keeps who is in charge."""

    _db: sqlite3.Connection

    def save_person(self, brand: str, person: Person) -> None:
        self._db.execute(
            "INSERT INTO people (brand, name, role, salt, digest, since) "
            "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET role = excluded.role, "
            "salt = excluded.salt, digest = excluded.digest, since = excluded.since",
            (brand, person.name, person.role, person.salt, person.digest, person.since),
        )

    def remove_person(self, brand: str, name: str) -> bool:
        sql = "DELETE FROM people WHERE brand = ? AND name = ?"
        return self._db.execute(sql, (brand, name)).rowcount == 1

    def end_session(self, session: str, until: Instant, now: Instant) -> None:
        self._db.execute("DELETE FROM ended_sessions WHERE until <= ?", (now,))
        sql = "INSERT INTO ended_sessions (session, until) VALUES (?, ?) ON CONFLICT DO NOTHING"
        self._db.execute(sql, (session, until))
