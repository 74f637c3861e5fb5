"""What a brand published and learnt: releases, catalogues, policies, predictions,
and the learner's evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from rapport.adapters.sqlite.reading import Database
from rapport.adapters.sqlite.stored import each, read, readable
from rapport.core.blueprint import Blueprint, Release
from rapport.core.catalogue import Catalogue
from rapport.core.codec import Kept, decode_decision
from rapport.core.effects import OutcomeClosed
from rapport.core.person.predictions import Predictions
from rapport.core.policy.policy import Policy
from rapport.core.time import Instant
from rapport.core.unread import UnreadRow
from rapport.ports import Awaited, Lesson, Lessons

_encode = msgspec.json.Encoder(order="deterministic").encode
_decode_outcome = msgspec.json.Decoder(OutcomeClosed).decode
Item = TypeVar("Item", Release, Policy, Catalogue)


def digest(release: Release) -> str:
    """A hash of what a release says, apart from its number and date."""
    bare = replace(release, number=0, since=0)
    return blake2b(_encode(bare), digest_size=16).hexdigest()


def read_brands(db: Database) -> list[str]:
    """Every brand that has published something."""
    return [row[0] for row in db.execute("SELECT DISTINCT brand FROM releases ORDER BY brand")]


def _readable(number: int, since: int, body: bytes) -> Predictions:
    try:
        return msgspec.json.decode(body, type=Predictions)
    except ValueError as error:
        return Predictions(number, since, note=f"cannot be read: {error}")


_LESSONS = (
    "SELECT o.position, d.id, d.body, o.body FROM outcomes o "
    "JOIN decisions d ON d.brand = o.brand AND d.id = o.decision WHERE o.brand = ?"
)


_AWAITED = (
    "FROM messages m JOIN decisions d ON d.brand = m.brand AND d.id = m.decision "
    "WHERE m.brand = ? AND m.status = 'sent' AND m.at BETWEEN ? AND ? AND NOT EXISTS "
    "(SELECT 1 FROM outcomes o WHERE o.brand = m.brand AND o.decision = m.decision)"
)


def _lesson(row: tuple[int, str, bytes, bytes]) -> Lesson:
    position, name, decision, outcome = row
    decided = decode_decision(Kept.of(decision, "decisions", name))
    return Lesson(position, decided, read(_decode_outcome, outcome, "outcomes", name))


def _awaited(row: tuple[str, bytes, int, int | None]) -> Awaited:
    name, body, at, clicked_at = row
    return Awaited(decode_decision(Kept.of(body, "decisions", name)), at, clicked_at is not None)


class PublishedPart:
    """The part of a transaction that is about publishing and learning."""

    _db: Database

    def publish(self, brand: str, item: Release | Policy | Catalogue | Predictions) -> None:
        values = (brand, item.number, item.since, _encode(item))
        if isinstance(item, Release):
            sql = "INSERT INTO releases VALUES (?, ?, ?, ?, ?)"
            self._db.execute(sql, (*values, digest(item)))
        elif isinstance(item, Policy):
            sql = "INSERT INTO policies (brand, number, since, body) VALUES (?, ?, ?, ?)"
            self._db.execute(sql, values)
        elif isinstance(item, Predictions):
            self._db.execute("INSERT INTO predictions VALUES (?, ?, ?, ?)", values)
        else:
            self._db.execute("INSERT INTO catalogues VALUES (?, ?, ?, ?)", values)

    def blueprint(self, brand: str) -> Blueprint | None:
        releases = self._all("releases", brand, Release)
        if not releases:
            return None
        return Blueprint(
            brand=brand,
            releases=releases,
            policies=self._all("policies", brand, Policy, order="number"),
            catalogues=self._all("catalogues", brand, Catalogue),
            predictions=self._predictions(brand),
        )

    def version(self, brand: str) -> tuple[int, int, int, int]:
        row = self._db.execute(
            "SELECT (SELECT coalesce(max(number), -1) FROM releases WHERE brand = :brand), "
            "(SELECT coalesce(max(number), -1) FROM policies WHERE brand = :brand), "
            "(SELECT coalesce(max(number), -1) FROM catalogues WHERE brand = :brand), "
            "(SELECT coalesce(max(number), -1) FROM predictions WHERE brand = :brand)",
            {"brand": brand},
        ).fetchone()
        return (row[0], row[1], row[2], row[3])

    def brands(self) -> list[str]:
        return read_brands(self._db)

    def _all(
        self, table: str, brand: str, kind: type[Item], order: str = "since, number"
    ) -> tuple[Item, ...]:
        sql = f"SELECT number, body FROM {table} WHERE brand = ? ORDER BY {order}"
        decode = msgspec.json.Decoder(kind).decode
        rows = self._db.execute(sql, (brand,))
        return tuple(read(decode, body, table, f"{brand}, {number}") for number, body in rows)

    def _predictions(self, brand: str) -> tuple[Predictions, ...]:
        """A damaged one is there without its models: decisions go on, and say what is missing."""
        sql = "SELECT number, since, body FROM predictions WHERE brand = ? ORDER BY since, number"
        return tuple(_readable(*row) for row in self._db.execute(sql, (brand,)))

    def lessons(self, brand: str, after: int, limit: int) -> Lessons:
        sql = f"{_LESSONS} AND o.position > ? ORDER BY o.position LIMIT ?"
        rows = self._db.execute(sql, (brand, after, limit)).fetchall()
        read_ = list(each(rows, _lesson))
        return Lessons(
            [one for one in read_ if isinstance(one, Lesson)],
            rows[-1][0] if rows else after,
            [one for one in read_ if isinstance(one, UnreadRow)],
        )

    def latest_lessons(self, brand: str, limit: int) -> list[Lesson]:
        sql = f"{_LESSONS} ORDER BY o.position DESC LIMIT ?"
        return readable(self._db.execute(sql, (brand, limit)), _lesson)[::-1]

    def awaited(self, brand: str, since: Instant, until: Instant, limit: int) -> list[Awaited]:
        columns = "d.id, d.body, m.at, m.clicked_at"
        sql = f"SELECT {columns} {_AWAITED} ORDER BY m.at DESC, m.key LIMIT ?"
        return readable(self._db.execute(sql, (brand, since, until, limit)), _awaited)[::-1]

    def count_awaited(self, brand: str, since: Instant, until: Instant, limit: int) -> int:
        sql = f"SELECT count(*) FROM (SELECT 1 {_AWAITED} LIMIT ?)"
        return int(self._db.execute(sql, (brand, since, until, limit)).fetchone()[0])

    def decisions_about(self, brand: str, profiles: Sequence[str]) -> Iterator[bytes]:
        sql = (
            "SELECT body, id FROM decisions WHERE brand = ? "
            "AND profile IN (SELECT value FROM json_each(?)) ORDER BY position"
        )
        for body, name in self._db.execute(sql, (brand, _encode(list(profiles)).decode())):
            yield Kept.of(body, "decisions", name)

    def learner(self, brand: str) -> tuple[int, bytes] | None:
        sql = "SELECT position, evidence FROM learners WHERE brand = ?"
        row = self._db.execute(sql, (brand,)).fetchone()
        return None if row is None else (row[0], Kept.of(row[1], "learners", brand))

    def save_learner(self, brand: str, position: int, evidence: bytes) -> None:
        self._db.execute(
            "INSERT INTO learners VALUES (?, ?, ?) ON CONFLICT DO UPDATE "
            "SET position = excluded.position, evidence = excluded.evidence",
            (brand, position, evidence),
        )
