"""What is on record of one person, on SQLite. No statement reads a row of anybody else: to look
somebody up takes no longer where there are a million others."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rapport.adapters.sqlite.reading import Database
from rapport.adapters.sqlite.stored import read
from rapport.core.codec import Kept, decode_send
from rapport.core.effects import OutcomeClosed, Send
from rapport.core.time import Instant
from rapport.errors import CodecError
from rapport.ports import MessageRow
from rapport.ports.of_one import OnItsWay, WayOut

MESSAGE_COLUMNS = (
    "key, profile, flow, point, decision, arm, at, subject, status, clicked_at, reason, framework"
)
"""What a `MessageRow` is made of."""

_BEFORE = "AND at <= :at AND (at < :at OR {key} > :key) ORDER BY at DESC, {key} LIMIT :limit"
_EVERYTHING = (2**62, "")

_decode_outcome = msgspec.json.Decoder(OutcomeClosed).decode


class OfOnePart:
    """The part of the read side that is about one person. Implements `rapport.ports.of_one`."""

    _db: Database

    def messages_to(
        self,
        brand: str,
        profiles: Sequence[str],
        limit: int,
        before: tuple[Instant, str] | None = None,
    ) -> Sequence[MessageRow]:
        theirs, named = _theirs(brand, profiles)
        sql = (
            f"SELECT {MESSAGE_COLUMNS} FROM messages INDEXED BY messages_by_profile "
            f"WHERE {theirs} {_BEFORE.format(key='key')}"
        )
        rows = self._db.execute(sql, {**named, **_page(limit, before)})
        return [MessageRow(*row) for row in rows]

    def silences_about(
        self,
        brand: str,
        profiles: Sequence[str],
        limit: int,
        before: tuple[Instant, str] | None = None,
    ) -> Sequence[tuple[Instant, str, bytes]]:
        theirs, named = _theirs(brand, profiles)
        sql = (
            "SELECT at, id, body FROM decisions INDEXED BY decisions_by_profile "
            f"WHERE {theirs} AND silence IS NOT NULL {_BEFORE.format(key='id')}"
        )
        rows = self._db.execute(sql, {**named, **_page(limit, before)})
        return [(at, name, Kept.of(body, "decisions", name)) for at, name, body in rows]

    def on_their_way(self, brand: str, keys: Sequence[str]) -> Sequence[OnItsWay]:
        sql = (
            "SELECT key, flow, status, next_try_at, valid_until, error, body FROM outbox "
            "WHERE brand = ? AND key = ?"
        )
        rows = [self._db.execute(sql, (brand, key)).fetchone() for key in dict.fromkeys(keys)]
        found = [
            OnItsWay(key, flow, status, next_try_at, valid_until, error, _send(key, body))
            for key, flow, status, next_try_at, valid_until, error, body in filter(None, rows)
        ]
        return sorted(found, key=lambda one: (one.next_try_at, one.key))

    def outcome(self, brand: str, decision: str) -> OutcomeClosed | None:
        sql = "SELECT body FROM outcomes WHERE brand = ? AND decision = ?"
        row = self._db.execute(sql, (brand, decision)).fetchone()
        return read(_decode_outcome, row[0], "outcomes", decision) if row else None

    def ways_out(self, brand: str, profile: str, message: str) -> Sequence[WayOut]:
        sql = (
            "SELECT at, reason FROM opt_outs INDEXED BY opt_outs_by_profile "
            "WHERE brand = ? AND profile = ? AND message = ? ORDER BY at, key"
        )
        return [WayOut(*row) for row in self._db.execute(sql, (brand, profile, message))]


def _theirs(brand: str, profiles: Sequence[str]) -> tuple[str, dict[str, str]]:
    """A condition on whose a row is, and what it names."""
    named = {f"p{place}": profile for place, profile in enumerate(profiles)}
    places = ", ".join(f":{name}" for name in named)
    return f"brand = :brand AND profile IN ({places})", {"brand": brand, **named}


def _page(limit: int, before: tuple[Instant, str] | None) -> dict[str, str | int]:
    at, key = before or _EVERYTHING
    return {"limit": limit, "at": at, "key": key}


def _send(key: str, body: bytes) -> Send | None:
    try:
        return read(decode_send, body, "outbox", key)
    except CodecError:
        return None  # whoever sends sets it aside, with the reason
