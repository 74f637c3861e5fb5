"""The writer's book, on SQLite."""

from __future__ import annotations

import sqlite3

import msgspec
from msgspec import Struct

from rapport.adapters.sqlite.reading import Database
from rapport.adapters.sqlite.stored import read, readable
from rapport.core.time import Instant
from rapport.ports import Errand, WriterUse


class _Blocks(Struct):
    """What is read of a stored message."""

    blocks: tuple[str, ...] = ()


_decode = msgspec.json.Decoder(_Blocks).decode


class WriterReadingPart:
    """The part of a transaction that only reads the writer's book."""

    _db: Database

    def errand(self, brand: str, key: str) -> Errand | None:
        sql = (
            "SELECT key, asked_at, done_at, result, draft FROM errands WHERE brand = ? AND key = ?"
        )
        row = self._db.execute(sql, (brand, key)).fetchone()
        return Errand(*row) if row else None

    def writer_use(self, brand: str, day: int) -> WriterUse:
        sql = "SELECT questions, tokens FROM writer_use WHERE brand = ? AND day = ?"
        row = self._db.execute(sql, (brand, day)).fetchone()
        return WriterUse(*row) if row else WriterUse()

    def writer_tallies(self, brand: str, day: int) -> dict[tuple[str, str], int]:
        sql = "SELECT framework, what, count FROM writer_tallies WHERE brand = ? AND day = ?"
        rows = self._db.execute(sql, (brand, day))
        return {(framework, what): count for framework, what, count in rows}

    def blocks_before(self, brand: str, profile: str, limit: int) -> list[tuple[str, ...]]:
        sql = (
            "SELECT key, body FROM messages WHERE brand = ? AND profile = ? AND body IS NOT NULL "
            "AND status IN ('sent', 'sending', 'unclear') ORDER BY at DESC LIMIT ?"
        )
        rows = self._db.execute(sql, (brand, profile, limit))
        return readable(rows, lambda row: read(_decode, row[1], "messages", row[0]).blocks)


class WriterPart(WriterReadingPart):
    """The part of a transaction that keeps the writer's book."""

    _db: sqlite3.Connection

    def keep_errand(self, brand: str, errand: Errand) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO errands VALUES (?, ?, ?, ?, ?, ?)",
            (brand, *msgspec.structs.astuple(errand)),
        )

    def add_writer_use(self, brand: str, day: int, use: WriterUse) -> None:
        self._db.execute(
            "INSERT INTO writer_use VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
            "questions = questions + excluded.questions, tokens = tokens + excluded.tokens",
            (brand, day, use.questions, use.tokens),
        )

    def tally_writer(self, brand: str, day: int, framework: str, what: str, count: int = 1) -> None:
        self._db.execute(
            "INSERT INTO writer_tallies VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET count = count + excluded.count",
            (brand, day, framework, what, count),
        )

    def hasten(self, brand: str, because: str, now: Instant) -> int:
        sql = (
            "UPDATE outbox SET next_try_at = ? WHERE brand = ? AND status = 'waiting' "
            "AND error = ? AND next_try_at > ?"
        )
        return self._db.execute(sql, (now, brand, because, now)).rowcount
