"""Reading a profile's log."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rapport.adapters.sqlite.reading import Database
from rapport.adapters.sqlite.stored import read
from rapport.core.events import AnyBody, Event
from rapport.ports import LogRow

_decode_body = msgspec.json.Decoder(AnyBody).decode


def read_log(db: Database, brand: str, profile: str) -> list[LogRow]:
    """What happened to a profile, in the order in which it was taken in."""
    sql = (
        "SELECT id, at, source, body, backfill, received_at, clock FROM events "
        "WHERE brand = ? AND profile = ? ORDER BY position"
    )
    rows: list[tuple[str, int, str, bytes, int, int, int]]
    rows = db.execute(sql, (brand, profile)).fetchall()
    return [
        LogRow(Event(i, at, source, _body(i, body), bool(backfill), got), profile, got, clock)
        for i, at, source, body, backfill, got, clock in rows
    ]


def read_told(
    db: Database, brand: str, profile: str, types: Sequence[str], limit: int
) -> list[Event]:
    """The last events of these types of a profile, the one taken in last first."""
    sql = (
        "SELECT id, at, source, body, backfill FROM events WHERE brand = ? AND profile = ? "
        f"AND type IN ({', '.join('?' * len(types))}) ORDER BY position DESC LIMIT ?"
    )
    rows = db.execute(sql, (brand, profile, *types, limit))
    return [
        Event(i, at, source, _body(i, body), bool(backfill))
        for i, at, source, body, backfill in rows
    ]


def read_body(db: Database, brand: str, event: str) -> AnyBody | None:
    """What an event told; None where there is no such event."""
    sql = "SELECT body FROM events WHERE brand = ? AND id = ?"
    row = db.execute(sql, (brand, event)).fetchone()
    return None if row is None else _body(event, row[0])


def _body(event: str, body: bytes) -> AnyBody:
    told: AnyBody = read(_decode_body, body, "events", event)
    return told
