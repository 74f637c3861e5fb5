"""What a brand published and learnt: releases, catalogues, policies, predictions,
and the learner's evidence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from rapport.core.blueprint import Blueprint, Catalogue, Release
from rapport.core.codec import decode_decision
from rapport.core.effects import OutcomeClosed
from rapport.core.policy import Policy
from rapport.core.predictions import Predictions
from rapport.core.time import Instant
from rapport.ports import Awaited, Lesson

_encode = msgspec.json.Encoder(order="deterministic").encode
_decode_outcome = msgspec.json.Decoder(OutcomeClosed).decode
Item = TypeVar("Item", Release, Policy, Catalogue)


def digest(release: Release) -> str:
    """A hash of what a release says, apart from its number and date."""
    bare = replace(release, number=0, since=0)
    return blake2b(_encode(bare), digest_size=16).hexdigest()


def _readable(number: int, since: int, body: bytes) -> Predictions:
    try:
        return msgspec.json.decode(body, type=Predictions)
    except ValueError as error:
        return Predictions(number, since, note=f"cannot be read: {error}")


_LESSONS = (
    "SELECT o.position, d.body, o.body FROM outcomes o "
    "JOIN decisions d ON d.brand = o.brand AND d.id = o.decision WHERE o.brand = ?"
)


_AWAITED = (
    "FROM messages m JOIN decisions d ON d.brand = m.brand AND d.id = m.decision "
    "WHERE m.brand = ? AND m.status = 'sent' AND m.at BETWEEN ? AND ? AND NOT EXISTS "
    "(SELECT 1 FROM outcomes o WHERE o.brand = m.brand AND o.decision = m.decision)"
)


def _lesson(row: tuple[int, bytes, bytes]) -> Lesson:
    position, decision, outcome = row
    return Lesson(position, decode_decision(decision), _decode_outcome(outcome))


class PublishedPart:
    """The part of a transaction that is about publishing and learning."""

    _db: sqlite3.Connection

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
            policies=self._all("policies", brand, Policy),
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
        sql = "SELECT DISTINCT brand FROM releases ORDER BY brand"
        return [row[0] for row in self._db.execute(sql)]

    def _all(self, table: str, brand: str, kind: type[Item]) -> tuple[Item, ...]:
        sql = f"SELECT body FROM {table} WHERE brand = ? ORDER BY since, number"
        rows = self._db.execute(sql, (brand,))
        return tuple(msgspec.json.decode(row[0], type=kind) for row in rows)

    def _predictions(self, brand: str) -> tuple[Predictions, ...]:
        """A damaged one is there without its models: decisions go on, and say what is missing."""
        sql = "SELECT number, since, body FROM predictions WHERE brand = ? ORDER BY since, number"
        return tuple(_readable(*row) for row in self._db.execute(sql, (brand,)))

    def lessons(self, brand: str, after: int, limit: int) -> list[Lesson]:
        sql = f"{_LESSONS} AND o.position > ? ORDER BY o.position LIMIT ?"
        return [_lesson(row) for row in self._db.execute(sql, (brand, after, limit))]

    def latest_lessons(self, brand: str, limit: int) -> list[Lesson]:
        sql = f"{_LESSONS} ORDER BY o.position DESC LIMIT ?"
        return [_lesson(row) for row in self._db.execute(sql, (brand, limit))][::-1]

    def awaited(self, brand: str, since: Instant, until: Instant, limit: int) -> list[Awaited]:
        sql = f"SELECT d.body, m.at, m.clicked_at {_AWAITED} ORDER BY m.at DESC, m.key LIMIT ?"
        rows = self._db.execute(sql, (brand, since, until, limit))
        found = [Awaited(decode_decision(body), at, by is not None) for body, at, by in rows]
        return found[::-1]

    def count_awaited(self, brand: str, since: Instant, until: Instant, limit: int) -> int:
        sql = f"SELECT count(*) FROM (SELECT 1 {_AWAITED} LIMIT ?)"
        return int(self._db.execute(sql, (brand, since, until, limit)).fetchone()[0])

    def decisions_about(self, brand: str, profiles: Sequence[str]) -> Iterator[bytes]:
        sql = (
            "SELECT body FROM decisions WHERE brand = ? "
            "AND profile IN (SELECT value FROM json_each(?)) ORDER BY position"
        )
        for row in self._db.execute(sql, (brand, _encode(list(profiles)).decode())):
            yield bytes(row[0])

    def learner(self, brand: str) -> tuple[int, bytes] | None:
        sql = "SELECT position, evidence FROM learners WHERE brand = ?"
        row = self._db.execute(sql, (brand,)).fetchone()
        return None if row is None else (row[0], row[1])

    def save_learner(self, brand: str, position: int, evidence: bytes) -> None:
        self._db.execute(
            "INSERT INTO learners VALUES (?, ?, ?) ON CONFLICT DO UPDATE "
            "SET position = excluded.position, evidence = excluded.evidence",
            (brand, position, evidence),
        )
