"""A database comes to the newest schema in one go, or stays as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from rapport.adapters.sqlite import database
from rapport.adapters.sqlite.database import _steps, connect, migrate
from rapport.adapters.sqlite.store import SqliteStore
from rapport.errors import RapportError, UserError


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    opened = connect(tmp_path / "rapport.db")
    yield opened
    opened.close()


def version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def schema(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    return connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 2").fetchall()


def brought_to(connection: sqlite3.Connection, number: int) -> None:
    """As an older Rapport left it, which took one step after the other."""
    for step in _steps()[:number]:
        for statement in step:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {number}")


@pytest.mark.parametrize("older", range(len(_steps())))
def test_from_whichever_version_it_comes_to_the_same_schema(
    connection: sqlite3.Connection, tmp_path: Path, older: int
) -> None:
    brought_to(connection, older)
    migrate(connection)
    new = connect(tmp_path / "new.db")
    migrate(new)
    assert version(connection) == version(new) == len(_steps())
    assert schema(connection) == schema(new)
    new.close()


@pytest.mark.parametrize("older", [0, 1, 12])
def test_what_fails_on_the_way_leaves_it_as_it_was(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, older: int
) -> None:
    brought_to(connection, older)
    before = schema(connection)
    broken = (*_steps()[:-1], ("CREATE TABLE half (one)", "CREATE TABLE half (one)"))
    with monkeypatch.context() as patched:
        patched.setattr(database, "_steps", lambda: broken)
        with pytest.raises(RapportError):
            migrate(connection)
    assert version(connection) == older
    assert schema(connection) == before
    assert not connection.in_transaction
    migrate(connection)
    assert version(connection) == len(_steps())


def test_a_newer_rapport_that_was_faster_is_not_undone(
    connection: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought_to(connection, len(_steps()) - 1)
    newer, asked = connect(tmp_path / "rapport.db"), database._version

    def asked_too_early(of: sqlite3.Connection) -> int:
        found = asked(of)
        monkeypatch.setattr(database, "_version", asked)
        newer.execute(f"PRAGMA user_version = {len(_steps()) + 1}")
        return found

    monkeypatch.setattr(database, "_version", asked_too_early)
    with pytest.raises(UserError, match="newer Rapport"):
        migrate(connection)
    assert version(newer) == len(_steps()) + 1
    assert not connection.in_transaction
    newer.close()


def test_one_that_is_new_enough_is_not_written_to(tmp_path: Path) -> None:
    SqliteStore(tmp_path / "rapport.db").close()
    other = connect(tmp_path / "rapport.db", busy=0.1)
    other.execute("BEGIN IMMEDIATE")
    try:
        SqliteStore(tmp_path / "rapport.db", busy=0.1).close()
    finally:
        other.execute("ROLLBACK")
        other.close()
