"""The outbox: messages on their way, and what became of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from rapport.adapters.sqlite.planned import COLUMNS, read_or_set_aside
from rapport.adapters.sqlite.stops import covering, read_stops
from rapport.adapters.sqlite.stored import read, readable
from rapport.core.codec import encode_send
from rapport.core.creative.message import Message
from rapport.core.deciding.repeats import Said
from rapport.core.effects import Send
from rapport.core.time import Instant
from rapport.ports import Planned, Reached

_encode = msgspec.json.Encoder().encode
_decode_words = msgspec.json.Decoder(list[int]).decode


class OutboxPart:
    """The part of a transaction that is about sending."""

    _db: sqlite3.Connection

    def planned(self, brand: str, now: Instant, limit: int) -> list[Planned]:
        stops = [stop.switch for stop in read_stops(self._db, brand)]
        covered, named = covering(stops) if stops else ("0", {})
        if covered == "1":
            return []
        # The inner part reads the index alone: however many are stopped, no row is read for them.
        sql = (
            "SELECT o.key, o.profile, o.body, o.attempts, o.next_try_at "
            "FROM (SELECT key, next_try_at FROM outbox INDEXED BY outbox_waiting "
            f"WHERE brand = :brand AND next_try_at <= :now AND status = 'waiting' "
            f"AND NOT ({covered}) ORDER BY next_try_at, key LIMIT :limit) due "
            "JOIN outbox o ON o.brand = :brand AND o.key = due.key "
            "ORDER BY due.next_try_at, due.key"
        )
        values = {"brand": brand, "now": now, "limit": limit, **named}
        return read_or_set_aside(self._db, brand, self._db.execute(sql, values))

    def sending(self, brand: str) -> list[Planned]:
        sql = f"SELECT {COLUMNS} FROM outbox WHERE brand = ? AND status = 'sending' ORDER BY key"
        return read_or_set_aside(self._db, brand, self._db.execute(sql, (brand,)))

    def waiting(self, brand: str, keys: Sequence[str]) -> list[Planned]:
        sql = f"SELECT {COLUMNS} FROM outbox WHERE brand = ? AND key = ? AND status = 'waiting'"
        rows = [self._db.execute(sql, (brand, key)).fetchone() for key in keys]
        return read_or_set_aside(self._db, brand, [row for row in rows if row is not None])

    def readdress(self, brand: str, keys: Sequence[str], profile: str) -> None:
        sql = f"SELECT {COLUMNS} FROM outbox WHERE brand = ? AND key = ?"
        for key in keys:
            row = self._db.execute(sql, (brand, key)).fetchone()
            for planned in read_or_set_aside(self._db, brand, [row] if row else []):
                send = replace(planned.send, profile=profile)
                self._db.execute(
                    "UPDATE outbox SET profile = ?, body = ? WHERE brand = ? AND key = ?",
                    (profile, encode_send(send), brand, key),
                )

    def reached(self, brand: str, keys: Sequence[str]) -> list[Reached]:
        sql = (
            "SELECT key, flow, point, at FROM messages WHERE brand = ? AND key = ? "
            "AND status IN ('sending', 'sent', 'unclear')"
        )
        rows = (self._db.execute(sql, (brand, key)).fetchone() for key in keys)
        return [Reached(*row) for row in rows if row is not None]

    def said(self, brand: str, profile: str, but: str, limit: int) -> list[Said]:
        sql = (
            "SELECT subject, CASE WHEN json_valid(CAST(body AS TEXT)) "
            "THEN CAST(json_extract(CAST(body AS TEXT), '$.text') AS BLOB) END FROM messages "
            "WHERE brand = ? AND profile = ? AND key <> ? AND status <> 'stopped' "
            "AND body IS NOT NULL ORDER BY at DESC, key LIMIT ?"
        )
        rows = self._db.execute(sql, (brand, profile, but, limit))
        # Of one whose body is damaged the subject still tells that it was said.
        return [Said(subject, (text or b"").decode("utf-8", "replace")) for subject, text in rows]

    def words_of(self, brand: str, key: str) -> list[int]:
        sql = (
            "SELECT CASE WHEN json_valid(CAST(body AS TEXT)) "
            "THEN CAST(json_extract(CAST(body AS TEXT), '$.words') AS BLOB) END FROM messages "
            "WHERE brand = ? AND key = ?"
        )
        row = self._db.execute(sql, (brand, key)).fetchone()
        rows = [row] if row and row[0] else []
        # What became of it is recorded all the same: of a damaged one nobody knows the words.
        told = readable(rows, lambda row: read(_decode_words, row[0], "messages", key))
        return told[0] if told else []

    def claim(self, brand: str, message: Message, send: Send, at: Instant) -> None:
        self._db.execute(
            "UPDATE outbox SET status = 'sending', attempts = attempts + 1 "
            "WHERE brand = ? AND key = ?",
            (brand, send.key),
        )
        self._write(brand, send, at, "sending", "", message)

    def postpone(self, brand: str, key: str, next_try_at: Instant, error: str) -> None:
        self._db.execute(
            "UPDATE outbox SET status = 'waiting', next_try_at = ?, error = ? "
            "WHERE brand = ? AND key = ?",
            (next_try_at, error, brand, key),
        )

    def settle(self, brand: str, send: Send, at: Instant, status: str, reason: str) -> None:
        self._db.execute("DELETE FROM outbox WHERE brand = ? AND key = ?", (brand, send.key))
        self._write(brand, send, at, status, reason, None)
        if status == "stopped":
            self._db.execute(
                "UPDATE promises SET stopped = 1 WHERE brand = ? AND key = ?", (brand, send.key)
            )

    def _write(
        self, brand: str, send: Send, at: Instant, status: str, reason: str, message: Message | None
    ) -> None:
        self._db.execute(
            "INSERT INTO messages (brand, key, profile, flow, point, decision, arm, at, status, "
            "reason, subject, body, framework) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET at = excluded.at, status = excluded.status, "
            "reason = excluded.reason, subject = coalesce(nullif(excluded.subject, ''), subject), "
            "body = coalesce(excluded.body, body)",
            (
                brand, send.key, send.profile, send.flow, send.point, send.decision, send.arm, at,
                status, reason, message.subject if message else "",
                _encode(message) if message else None, send.framework,
            ),
        )  # fmt: skip
