"""Drafts, and what reviewers taught, on SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from rapport.adapters.sqlite.reading import Database
from rapport.adapters.sqlite.stored import read, readable
from rapport.core.copy_checks.teaching import Teaching
from rapport.core.creative.draft import (
    BY_RULE,
    EDITED,
    EXPIRED,
    REJECTED,
    REWRITE,
    USABLE,
    WAITING,
    Draft,
    KeptDraft,
    Standing,
    for_words,
    named,
)
from rapport.core.creative.framework import Action
from rapport.core.effects import Send
from rapport.core.time import Instant
from rapport.errors import CodecError
from rapport.ports.drafts import FRONT, QueuePlace

_encode = msgspec.json.Encoder(order="deterministic").encode
_decode_draft = msgspec.json.Decoder(Draft).decode
_decode_teaching = msgspec.json.Decoder(Teaching).decode

_decode_send = msgspec.json.Decoder(Send).decode

_KEPT = "d.body, d.id, d.state, d.who, d.why, d.judged_at, d.became, d.lesson"
_TOO_LATE = "nobody judged it in time"


class DraftReadingPart:
    """The part of a transaction that only reads drafts."""

    _db: Database

    def draft(self, brand: str, draft: str) -> KeptDraft | None:
        sql = f"SELECT {_KEPT} FROM drafts d WHERE brand = ? AND id = ?"
        row = self._db.execute(sql, (brand, draft)).fetchone()
        return _kept(row) if row else None

    def drafts(self, brand: str, ids: Sequence[str]) -> Sequence[KeptDraft]:
        sql = (
            f"SELECT {_KEPT} FROM json_each(?) asked JOIN drafts d ON d.brand = ? "
            "AND d.id = asked.value ORDER BY asked.key"
        )
        return readable(self._db.execute(sql, (_encode(list(ids)).decode(), brand)), _kept)

    def waiting_drafts(
        self, brand: str, after: QueuePlace = FRONT, limit: int = 50
    ) -> Sequence[Draft]:
        sql = (
            "SELECT body, id FROM drafts WHERE brand = ? AND state = 'waiting' "
            "AND (deadline, id) > (?, ?) ORDER BY deadline, id LIMIT ?"
        )
        rows = self._db.execute(sql, (brand, *after, limit))
        return readable(rows, lambda row: read_draft(*row))

    def usable_drafts(
        self,
        brand: str,
        *,
        framework: str,
        edition: str,
        point: str,
        action: Action,
        language: str,
        situation: str,
    ) -> Sequence[Draft]:
        sql = (
            "SELECT body, id FROM drafts WHERE brand = ? AND state = 'usable' AND framework = ? "
            "AND edition = ? AND point = ? AND language = ? AND action = ? "
            "AND situation IN ('', ?) AND kind = ? ORDER BY judged_at, id"
        )
        words = _action(action)
        rows = self._db.execute(
            sql, (brand, framework, edition, point, language, words, situation, REWRITE)
        )
        # What finds them stands beside the words, which alone are held against their name.
        asked = (framework, edition, point, for_words(action), language, REWRITE)
        return [
            one
            for one in readable(rows, lambda row: read_draft(*row))
            if asked == (one.framework, one.edition, one.point, one.action, one.language, one.kind)
            and one.situation in ("", situation)
        ]

    def judged_drafts(self, brand: str, framework: str, limit: int) -> Sequence[KeptDraft]:
        sql = (
            f"SELECT {_KEPT} FROM drafts d WHERE brand = ? AND framework = ? "
            "AND state <> 'waiting' ORDER BY judged_at DESC, id DESC LIMIT ?"
        )
        return readable(self._db.execute(sql, (brand, framework, limit)), _kept)

    def is_edition_seen(self, brand: str, framework: str, edition: str) -> bool:
        sql = (
            "SELECT 1 FROM drafts WHERE brand = ? AND state = 'usable' AND framework = ? "
            "AND edition = ? AND who <> ? LIMIT 1"
        )
        row = self._db.execute(sql, (brand, framework, edition, BY_RULE)).fetchone()
        return row is not None

    def planned_for(self, brand: str, draft: Draft, limit: int) -> Sequence[Send]:
        action = draft.action
        levels = (action.offer, action.tone, action.angle, action.visual)
        values = (brand, draft.framework, draft.point, *levels, limit)
        return readable(
            self._db.execute(_PLANNED, values),
            lambda row: read(_decode_send, row[0], "outbox", row[1]),
        )

    def draft_counts(self, brand: str) -> dict[str, int]:
        sql = "SELECT state, count FROM draft_counts WHERE brand = ? AND count > 0"
        counts: dict[str, int] = dict(self._db.execute(sql, (brand,)).fetchall())
        edited = "SELECT count(*) FROM drafts WHERE brand = ? AND became <> ''"
        if found := self._db.execute(edited, (brand,)).fetchone()[0]:
            counts |= {REJECTED: counts[REJECTED] - found, EDITED: found}
        return {state: count for state, count in counts.items() if count}

    def edited_from(self, brand: str, draft: str) -> KeptDraft | None:
        sql = f"SELECT {_KEPT} FROM drafts d WHERE brand = ? AND became = ? AND became <> ''"
        found = readable(self._db.execute(sql, (brand, draft)), _kept)
        return found[0] if found else None

    def live_drafts(self, brand: str) -> Iterator[KeptDraft]:
        for state in (WAITING, USABLE):
            sql = f"SELECT {_KEPT} FROM drafts d WHERE brand = ? AND state = '{state}'"
            yield from readable(self._db.execute(sql, (brand,)), _kept)

    def taken_along(self, brand: str, lesson: int) -> Sequence[KeptDraft]:
        sql = (
            f"SELECT {_KEPT} FROM drafts d WHERE brand = ? AND lesson = ? AND lesson > 0 "
            "AND state = 'rejected' ORDER BY id"
        )
        return readable(self._db.execute(sql, (brand, lesson)), _kept)

    def teachings(self, brand: str) -> Sequence[Teaching]:
        sql = "SELECT number, body FROM teachings WHERE brand = ? ORDER BY number"
        return readable(
            self._db.execute(sql, (brand,)),
            lambda row: read(_decode_teaching, row[1], "teachings", f"{brand}, {row[0]}"),
        )


class DraftPart(DraftReadingPart):
    """The part of a transaction that keeps drafts."""

    _db: sqlite3.Connection

    def add_drafts(self, brand: str, drafts: Iterable[KeptDraft]) -> int:
        return sum(self._db.execute(_ADD, _row(brand, kept)).rowcount for kept in drafts)

    def judge_draft(self, brand: str, draft: str, before: str, standing: Standing) -> bool:
        sql = (
            "UPDATE drafts SET state = ?, who = ?, why = ?, judged_at = ?, became = ?, lesson = ? "
            "WHERE brand = ? AND id = ? AND state = ?"
        )
        values = _standing(standing)
        return self._db.execute(sql, (*values, brand, draft, before)).rowcount == 1

    def requeue_draft(self, brand: str, draft: str, lesson: int, deadline: Instant) -> bool:
        kept = self.draft(brand, draft)
        if kept is None or not 0 < lesson == kept.standing.lesson:
            return False
        again = msgspec.structs.replace(kept.draft, deadline=deadline)
        sql = (
            "UPDATE drafts SET state = ?, who = ?, why = ?, judged_at = ?, became = ?, lesson = ?, "
            "deadline = ?, body = ? WHERE brand = ? AND id = ? AND state = 'rejected'"
        )
        values = (*_standing(Standing()), deadline, _encode(again), brand, draft)
        return self._db.execute(sql, values).rowcount == 1

    def expire_drafts(self, brand: str, now: Instant) -> int:
        sql = (
            "UPDATE drafts SET state = ?, who = ?, why = ?, judged_at = ? "
            "WHERE brand = ? AND state = 'waiting' AND deadline <= ?"
        )
        gone = self._db.execute(sql, (EXPIRED, BY_RULE, _TOO_LATE, now, brand, now))
        return gone.rowcount

    def teach(self, brand: str, teaching: Teaching) -> None:
        self._db.execute(
            "INSERT INTO teachings VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body",
            (brand, teaching.number, _encode(teaching)),
        )


_PLANNED = """
SELECT body, key FROM (
    SELECT CASE WHEN json_valid(CAST(body AS TEXT)) THEN CAST(body AS TEXT) END AS send,
        body, next_try_at, key
    FROM outbox WHERE brand = ? AND status = 'waiting'
)
WHERE send ->> '$.framework' = ? AND send ->> '$.point' = ?
AND coalesce(send ->> '$.action.offer', '') = ? AND coalesce(send ->> '$.action.tone', '') = ?
AND coalesce(send ->> '$.action.angle', '') = ? AND coalesce(send ->> '$.action.visual', '') = ?
ORDER BY next_try_at, key LIMIT ?
"""

_ADD = (
    "INSERT INTO drafts (brand, id, kind, framework, edition, point, action, language, situation, "
    "deadline, body, state, who, why, judged_at, became, lesson) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
)


def _row(brand: str, kept: KeptDraft) -> tuple[object, ...]:
    draft, standing = kept.draft, kept.standing
    return (
        brand,
        draft.id,
        draft.kind,
        draft.framework,
        draft.edition,
        draft.point,
        _action(draft.action),
        draft.language,
        draft.situation,
        draft.deadline,
        _encode(draft),
        *_standing(standing),
    )


def _standing(one: Standing) -> tuple[str, str, str, Instant, str, int]:
    """Its columns, in the order of `_KEPT`."""
    return (one.state, one.who, one.why, one.at, one.became, one.lesson)


def _action(action: Action) -> str:
    return _encode(for_words(action)).decode()


def _kept(row: tuple[bytes, str, str, str, str, int, str, int]) -> KeptDraft:
    return KeptDraft(read_draft(row[0], row[1]), Standing(*row[2:]))


def read_draft(body: bytes, name: str) -> Draft:
    """The draft of this name. Raises CodecError where it is damaged, or says what nobody wrote."""

    def as_written(body: bytes) -> Draft:
        draft = _decode_draft(body)
        if not name == draft.id == named(draft).id:
            raise CodecError("A stored draft is not what was written.")
        return draft

    return read(as_written, body, "drafts", name)
