"""The outbox: messages on their way, and what became of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from rapport.adapters.sqlite.stops import covering, read_stops
from rapport.core.codec import decode_send, encode_send
from rapport.core.effects import Send
from rapport.core.message import Message
from rapport.core.repeats import Said
from rapport.core.time import Instant
from rapport.ports import Planned, Reached

_encode = msgspec.json.Encoder().encode


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
            "SELECT o.body, o.attempts, o.next_try_at FROM (SELECT key, next_try_at FROM outbox "
            "INDEXED BY outbox_waiting WHERE brand = :brand "
            f"AND next_try_at <= :now AND status = 'waiting' AND NOT ({covered}) "
            "ORDER BY next_try_at, key LIMIT :limit) due "
            "JOIN outbox o ON o.brand = :brand AND o.key = due.key "
            "ORDER BY due.next_try_at, due.key"
        )
        values = {"brand": brand, "now": now, "limit": limit, **named}
        return [_planned(row) for row in self._db.execute(sql, values)]

    def sending(self, brand: str) -> list[Planned]:
        sql = (
            "SELECT body, attempts, next_try_at FROM outbox "
            "WHERE brand = ? AND status = 'sending' ORDER BY key"
        )
        return [_planned(row) for row in self._db.execute(sql, (brand,))]

    def waiting(self, brand: str, keys: Sequence[str]) -> list[Planned]:
        sql = (
            "SELECT body, attempts, next_try_at FROM outbox "
            "WHERE brand = ? AND key = ? AND status = 'waiting'"
        )
        rows = (self._db.execute(sql, (brand, key)).fetchone() for key in keys)
        return [_planned(row) for row in rows if row is not None]

    def readdress(self, brand: str, keys: Sequence[str], profile: str) -> None:
        sql = "SELECT body FROM outbox WHERE brand = ? AND key = ?"
        for key in keys:
            row = self._db.execute(sql, (brand, key)).fetchone()
            if row is not None:
                send = replace(decode_send(row[0]), profile=profile)
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
            "SELECT subject, json_extract(CAST(body AS TEXT), '$.text') FROM messages "
            "WHERE brand = ? AND profile = ? AND key <> ? AND status <> 'stopped' "
            "AND body IS NOT NULL ORDER BY at DESC, key LIMIT ?"
        )
        rows = self._db.execute(sql, (brand, profile, but, limit))
        return [Said(subject, text or "") for subject, text in rows]

    def words_of(self, brand: str, key: str) -> list[int]:
        sql = (
            "SELECT json_extract(CAST(body AS TEXT), '$.words') FROM messages "
            "WHERE brand = ? AND key = ?"
        )
        row = self._db.execute(sql, (brand, key)).fetchone()
        return msgspec.json.decode(row[0], type=list[int]) if row and row[0] else []

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


def _planned(row: tuple[bytes, int, int]) -> Planned:
    return Planned(decode_send(row[0]), row[1], row[2])
