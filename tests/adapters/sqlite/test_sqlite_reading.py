"""Reading outside of a transaction: whatever is read, trouble with the file comes in our words."""

from __future__ import annotations

import inspect
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from rapport.adapters.sqlite.database import connect
from rapport.adapters.sqlite.reading import Readers
from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.core.creative.framework import Action
from rapport.core.deciding.budget import OfferSpan
from rapport.core.events import Identifier
from rapport.core.oversight.stopping import Switch
from rapport.errors import RapportError, TemporaryError
from rapport.testing import examples as ex
from rapport.testing.draft_conformance import a_draft

PAGE = 4_096
WRITES = {
    "audit_append", "keep_candidate", "next_policy_number", "publish", "publish_policy",
    "save_learner", "turn",
}  # fmt: skip
"""What the parts that records share with a transaction write."""
READS = sorted(
    name for name, _ in inspect.getmembers(SqliteRecords, inspect.isfunction)
    if not name.startswith("_") and name not in WRITES | {"close", "at_one_moment"}
)  # fmt: skip

VALUES: dict[str, object] = {
    "str": "harbour", "int": 5, "Instant": 5,
    "int | None": None, "Sequence[str]": ["harbour"], "Draft": a_draft(),
    "Action": Action(), "Identifier": Identifier("email", "ann@example.com"),
    "OfferSpan": OfferSpan(0, 0, 0),
    "Sequence[Switch]": [Switch("flow", "checkout")],
}  # fmt: skip
"""Something to ask, by the type of what is asked."""


def read(records: SqliteRecords, name: str) -> None:
    """Asks for something, and reads it to its end."""
    method: Callable[..., object] = getattr(records, name)
    needed = {
        key: VALUES[str(one.annotation)]
        for key, one in inspect.signature(method).parameters.items()
        if one.default is inspect.Parameter.empty
    }
    found = method(**needed)
    if isinstance(found, Iterable):
        list(found)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "rapport.db"
    store = SqliteStore(path)
    with store.transaction() as transaction:
        transaction.publish("harbour", ex.blueprint().releases[0])
    store.close()
    return path


@pytest.mark.parametrize("name", READS)
def test_of_a_damaged_file_it_is_said_that_it_cannot_be_read(path: Path, name: str) -> None:
    records = SqliteRecords(path)
    read(records, name)
    # Made so that nothing is cached: the schema is known, and every table is damaged.
    content = path.read_bytes()
    roots = {row[0] - 1 for row in connect(path).execute("SELECT rootpage FROM sqlite_schema")}
    damaged = bytearray(content)
    for root in roots - {-1}:
        damaged[root * PAGE : (root + 1) * PAGE] = b"\xa5" * PAGE
    path.write_bytes(damaged)
    try:
        with pytest.raises(RapportError, match=r"cannot be read: .*restore a backup") as caught:
            read(records, name)
        assert not isinstance(caught.value, TemporaryError)
    finally:
        records.close()


@pytest.mark.parametrize("name", READS)
def test_of_a_locked_file_it_is_said_that_nothing_was_lost(path: Path, name: str) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA journal_mode = DELETE")  # so that who writes keeps out who reads
    records = SqliteRecords(path)
    records._db.execute("PRAGMA busy_timeout = 0")
    read(records, name)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(TemporaryError, match=r"locked by another process\. Nothing was lost"):
            read(records, name)
        other.execute("ROLLBACK")
        read(records, name)
    finally:
        other.close()
        records.close()


def test_what_is_damaged_far_into_what_is_read_is_told_like_the_beginning(path: Path) -> None:
    writing = connect(path)
    writing.execute("BEGIN")
    writing.executemany(
        "INSERT INTO states (brand, profile, state) VALUES ('harbour', ?, zeroblob(900))",
        [(f"{n:05}",) for n in range(500)],
    )
    writing.execute("COMMIT")
    root = writing.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'states'").fetchone()[0]
    writing.close()
    content = bytearray(path.read_bytes())
    last = int.from_bytes(content[(root - 1) * PAGE + 8 : (root - 1) * PAGE + 12], "big") - 1
    content[last * PAGE : (last + 1) * PAGE] = b"\xa5" * PAGE
    path.write_bytes(content)
    reading = Readers(path)
    rows = iter(
        reading.execute("SELECT profile FROM states WHERE brand = 'harbour' ORDER BY profile")
    )
    try:
        assert next(rows) == ("00000",)
        with pytest.raises(RapportError, match="cannot be read"):
            list(rows)
        with pytest.raises(RapportError, match="cannot be read"):
            reading.execute(
                "SELECT profile FROM states WHERE brand = 'harbour' ORDER BY profile"
            ).fetchall()
        with pytest.raises(RapportError, match="cannot be read"):
            reading.execute(
                "SELECT profile FROM states WHERE brand = 'harbour' ORDER BY profile DESC"
            ).fetchone()
    finally:
        reading.close()
