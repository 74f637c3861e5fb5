"""What is known of people: their states, their contacts and their logs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from rapport.adapters.sqlite.log import read_body, read_log, read_told
from rapport.adapters.sqlite.reading import Database
from rapport.adapters.sqlite.stored import read, read_state
from rapport.core.events import AnyBody, Contact, Event
from rapport.core.state import ProfileState
from rapport.ports import LogRow

_encode = msgspec.json.Encoder().encode
_decode_contact = msgspec.json.Decoder(Contact).decode

IN_JSON = "IN (SELECT value FROM json_each(?))"
"""One prepared statement for a list of any length."""


def as_json(values: Iterable[str]) -> str:
    return _encode(list(values)).decode()


class ProfilePart:
    """The part of a transaction that reads what is known of people."""

    _db: Database

    def states(self, brand: str, profiles: Sequence[str]) -> dict[str, ProfileState]:
        sql = f"SELECT profile, state FROM states WHERE brand = ? AND profile {IN_JSON}"
        rows = self._db.execute(sql, (brand, as_json(profiles)))
        return {p: read_state(p, state) for p, state in rows}

    def contacts(self, brand: str, profiles: Sequence[str]) -> dict[str, Contact]:
        sql = f"SELECT profile, body FROM contacts WHERE brand = ? AND profile {IN_JSON}"
        rows = self._db.execute(sql, (brand, as_json(profiles)))
        return {p: read(_decode_contact, body, "contacts", p) for p, body in rows}

    def log(self, brand: str, profile: str) -> list[LogRow]:
        return read_log(self._db, brand, profile)

    def told(self, brand: str, profile: str, types: Sequence[str], limit: int) -> list[Event]:
        return read_told(self._db, brand, profile, types, limit)

    def event_body(self, brand: str, event: str) -> AnyBody | None:
        return read_body(self._db, brand, event)
