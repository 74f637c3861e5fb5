"""What people decide, on SQLite: the audit log, policies that do not hold yet, and switches."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

import msgspec

from rapport.adapters.sqlite.drafts import read_draft
from rapport.adapters.sqlite.reading import Database
from rapport.adapters.sqlite.stored import read, readable
from rapport.core.creative.draft import words_digest
from rapport.core.oversight.audit import Anchor, Deed, Entry, InUse
from rapport.core.policy.policy import Policy
from rapport.core.policy.snapshots import Candidate, Origin
from rapport.errors import CodecError

_encode = msgspec.json.Encoder(order="deterministic").encode
_decode_deed = msgspec.json.Decoder(Deed).decode
_decode_candidate = msgspec.json.Decoder(Candidate).decode

# A text is asked for as bytes: one that is damaged is no text, and no row of it could be read.
_NUMBER = "iif(typeof({0}) = 'integer', {0}, NULL)"

# What has no number of an entry is none: `audit_misnumbered` tells of it.
_ENTRY = (
    f"SELECT number, {_NUMBER.format('at')}, CAST(body AS BLOB), CAST(before AS BLOB), "
    "CAST(hash AS BLOB) FROM audit_log"
)
_NUMBERED = "typeof(number) = 'integer'"

DID = "CASE WHEN json_valid(CAST(body AS TEXT)) THEN json_extract(CAST(body AS TEXT), '$.did') END"
"""As the index `audit_log_by_deed` has it, to the letter."""

LAST = 2**63 - 1
"""No entry gets so far."""

KEPT_CANDIDATES = 100
"""A brand's candidates that are kept, the newest; those that were published stay as published."""


class OversightPart:
    """The part of a transaction that is about people in charge; all of it can also only be read."""

    _db: Database

    # --- The audit log ---

    def audit_head(self, brand: str) -> Anchor | None:
        sql = "SELECT number, CAST(hash AS BLOB) FROM audit_heads WHERE brand = ?"
        row = self._db.execute(sql, (brand,)).fetchone()
        if row is None:
            return None
        number, sealed = row
        return Anchor(number if isinstance(number, int) else 0, _text(sealed))

    def audit_append(self, brand: str, entry: Entry) -> None:
        self._db.execute(
            "INSERT INTO audit_log VALUES (?, ?, ?, ?, ?, ?)",
            (brand, entry.number, entry.at, _encode(entry.deed), entry.before, entry.hash),
        )
        self._db.execute(
            "INSERT INTO audit_heads VALUES (?, ?, ?) ON CONFLICT DO UPDATE "
            "SET number = excluded.number, hash = excluded.hash",
            (brand, entry.number, entry.hash),
        )

    def audit_entries(self, brand: str, after: int = 0, limit: int = 1_000) -> Sequence[Entry]:
        if after >= LAST:
            return []
        sql = f"{_ENTRY} WHERE brand = ? AND number > ? AND {_NUMBERED} ORDER BY number LIMIT ?"
        return [_entry(row) for row in self._db.execute(sql, (brand, after, limit))]

    def audit_misnumbered(self, brand: str) -> Sequence[str]:
        sql = (
            "SELECT CAST(CAST(number AS TEXT) AS BLOB) FROM audit_log WHERE brand = ? "
            f"AND (number < 1 OR NOT {_NUMBERED}) ORDER BY number LIMIT 100"
        )
        return [_text(number) for (number,) in self._db.execute(sql, (brand,))]

    def audit_entries_of(self, brand: str, deeds: Sequence[str]) -> Sequence[Entry]:
        sql = (
            f"{_ENTRY} INDEXED BY audit_log_by_deed WHERE brand = ? "
            f"AND {DID} IN ({', '.join('?' * len(deeds))}) AND {_NUMBERED} ORDER BY number"
        )
        return [_entry(row) for row in self._db.execute(sql, (brand, *deeds))]

    def words_in_use(self, brand: str) -> list[InUse]:
        sql = (
            "SELECT CAST(body AS BLOB), CAST(id AS BLOB), CAST(who AS BLOB) FROM drafts "
            "WHERE brand = ? AND state = 'usable' ORDER BY id"
        )
        return [
            InUse(_text(name), _text(who), _words(body, _text(name)))
            for body, name, who in self._db.execute(sql, (brand,))
        ]

    def release_digests(self, brand: str) -> dict[int, str]:
        sql = f"SELECT number, {_RELEASE} FROM releases WHERE brand = ? ORDER BY number"
        return {
            _place(number): _release_digest(since, body)
            for number, since, body in self._db.execute(sql, (brand,))
        }

    def release_digest(self, brand: str, number: int) -> str:
        sql = f"SELECT {_RELEASE} FROM releases WHERE brand = ? AND number = ?"
        row = self._db.execute(sql, (brand, number)).fetchone()
        return _release_digest(*row) if row else ""

    # --- Policies ---

    def next_policy_number(self, brand: str) -> int:
        sql = (
            "SELECT 1 + max((SELECT coalesce(max(number), -1) FROM policies WHERE brand = :brand), "
            "(SELECT coalesce(max(number), -1) FROM candidates WHERE brand = :brand))"
        )
        return int(self._db.execute(sql, {"brand": brand}).fetchone()[0])

    def publish_policy(self, brand: str, policy: Policy, origin: Origin) -> None:
        self._db.execute(
            "INSERT INTO policies (brand, number, since, body, how, origin) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (brand, policy.number, policy.since, _encode(policy), origin.how, origin.number),
        )

    def origins(self, brand: str) -> dict[int, Origin]:
        sql = "SELECT number, how, origin FROM policies WHERE brand = ?"
        return {
            number: Origin(how, number if origin is None else origin)
            for number, how, origin in self._db.execute(sql, (brand,))
        }

    def keep_candidate(self, brand: str, candidate: Candidate) -> None:
        policy = candidate.policy
        self._db.execute(
            "INSERT INTO candidates (brand, number, why, body) VALUES (?, ?, ?, ?)",
            (brand, policy.number, candidate.why, _encode(candidate)),
        )
        self._db.execute(
            "DELETE FROM candidates WHERE brand = :brand AND number <= (SELECT number "
            "FROM candidates WHERE brand = :brand ORDER BY number DESC LIMIT 1 OFFSET :kept)",
            {"brand": brand, "kept": KEPT_CANDIDATES},
        )

    def candidates(self, brand: str) -> Sequence[Candidate]:
        sql = "SELECT number, body FROM candidates WHERE brand = ? ORDER BY number"
        return readable(
            self._db.execute(sql, (brand,)),
            lambda row: read(_decode_candidate, row[1], "candidates", f"{brand}, {row[0]}"),
        )

    # --- Switches ---

    def switch(self, brand: str, name: str) -> str:
        sql = "SELECT value FROM switches WHERE brand = ? AND name = ?"
        row = self._db.execute(sql, (brand, name)).fetchone()
        return str(row[0]) if row else ""

    def turn(self, brand: str, name: str, value: str) -> None:
        self._db.execute(
            "INSERT INTO switches VALUES (?, ?, ?) "
            "ON CONFLICT DO UPDATE SET value = excluded.value",
            (brand, name, value),
        )


_RELEASE = "CAST(since AS TEXT), CAST(body AS BLOB)"
"""Since when a release holds stands in a column, too, and that one says which is the latest."""


def _release_digest(since: str, body: bytes | None) -> str:
    return sha256(f"{since} ".encode() + (body or b"")).hexdigest()


def _place(number: object) -> int:
    """The number of a release; what is none is told of nowhere."""
    return number if isinstance(number, int) else -1


# SQLite keeps whatever was put into a column, so a row that was tampered with holds any type.
def _entry(row: tuple[Any, ...]) -> Entry:
    """An entry as it is kept. What cannot be read is left empty: its hash then shows it."""
    number, at, body, before, sealed = row
    try:
        deed = _decode_deed(body)
        exact = _encode(deed) == body
    except (msgspec.MsgspecError, TypeError, ValueError):
        deed, exact = Deed("", "", "cannot be read"), False
    when = at if isinstance(at, int) else 0
    return Entry(number, when, deed, _text(before), _text(sealed), exact)


def _words(body: bytes, name: str) -> str:
    """The digest of a draft's words; empty where it is not what was written."""
    try:
        return words_digest(read_draft(body, name).slots)
    except CodecError:
        return ""


def _text(kept: bytes | None) -> str:
    """What stands in a column of text; what is no text is no hash either, and shows."""
    return "" if kept is None else kept.decode("utf-8", "replace")
