"""The SQLite store against the suite for stores, and against a locked file and a full disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

from rapport.adapters.sqlite.database import connect, migrate
from rapport.adapters.sqlite.reading import Readers
from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.core.effects import Entered
from rapport.core.events import Contact
from rapport.core.person.predictions import Predictions
from rapport.core.person.rhythm import RhythmModel
from rapport.errors import RapportError, TemporaryError, UserError
from rapport.ports import LogRow
from rapport.testing import examples as ex
from rapport.testing.store_conformance import StoreConformance

BRAND = "harbour"


class TestSqliteStore(StoreConformance):
    @pytest.fixture(autouse=True)
    def _in_a_folder_of_its_own(self, tmp_path: Path) -> Iterator[None]:
        self._made: list[SqliteStore] = []
        self._paths = (tmp_path / f"rapport-{number}.db" for number in count())
        yield
        for store in self._made:
            store.close()

    def make_store(self) -> SqliteStore:
        store = SqliteStore(next(self._paths))
        self._made.append(store)
        return store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rapport.db"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(path, busy=0.01)
    yield store
    store.close()


def save(store: SqliteStore, profile: str, words: str = "") -> None:
    with store.transaction() as transaction:
        transaction.save_contacts(BRAND, {profile: Contact(first_name=words or profile)})


def saved(store: SqliteStore, *profiles: str) -> set[str]:
    with store.transaction() as transaction:
        return set(transaction.contacts(BRAND, profiles))


def test_a_locked_database_is_a_passing_trouble(store: SqliteStore, path: Path) -> None:
    save(store, "ada")
    other = sqlite3.connect(path, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(TemporaryError, match="locked"):
            save(store, "ben")
        other.execute("ROLLBACK")
    finally:
        other.close()
    save(store, "cy")
    assert saved(store, "ada", "ben", "cy") == {"ada", "cy"}


def test_an_older_file_knows_when_it_last_took_something_in(store: SqliteStore, path: Path) -> None:
    with store.transaction() as transaction:
        assert transaction.last_round() == 0
        row = LogRow(ex.viewed("e1", ex.at(1)), "ada", ex.at(2), 0)
        transaction.append(BRAND, [row])
    older = connect(path)
    older.execute("DROP TABLE rounds")
    older.execute("DROP INDEX decisions_silent_at")
    older.execute("DROP INDEX audit_log_by_deed")
    older.execute("PRAGMA user_version = 18")
    migrate(older)
    older.close()
    with store.transaction() as transaction:
        assert transaction.last_round() == ex.at(2)
        transaction.note_round(ex.at(3))
        assert transaction.last_round() == ex.at(3)


@pytest.mark.parametrize(("lasting", "waits_for_the_disk"), [(True, 2), (False, 0)])
def test_only_what_is_to_last_waits_for_the_disk(
    path: Path, lasting: bool, waits_for_the_disk: int
) -> None:
    store = SqliteStore(path, lasting=lasting)
    try:
        save(store, "ada")
        assert store._db.execute("PRAGMA synchronous").fetchone() == (waits_for_the_disk,)
    finally:
        store.close()
    again = SqliteStore(path)
    try:
        assert saved(again, "ada") == {"ada"}
        assert again._db.execute("PRAGMA synchronous").fetchone() == (2,)
    finally:
        again.close()


def test_after_waiting_for_another_thread_the_next_one_waits_as_long_again(path: Path) -> None:
    store = SqliteStore(path, busy=30.0)

    def patience() -> int:
        with store.transaction():
            return int(store._db.execute("PRAGMA busy_timeout").fetchone()[0])

    try:
        with ThreadPoolExecutor(1) as other:
            with store.transaction():
                waiting = other.submit(patience)
                assert wait([waiting], 0.05).not_done
            assert 0 < waiting.result() < 30_000
        assert patience() == 30_000
    finally:
        store.close()


def test_a_full_disk_keeps_what_was_accepted_and_goes_on_once_there_is_room(
    store: SqliteStore, path: Path
) -> None:
    save(store, "ada")
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(TemporaryError, match="full"):
        save(store, "ben", "b" * 200_000)
    assert saved(store, "ada", "ben") == {"ada"}
    store._db.execute("PRAGMA max_page_count = 1000000")
    save(store, "ben", "b" * 200_000)
    assert saved(store, "ada", "ben") == {"ada", "ben"}


def test_a_disk_that_fills_up_half_way_through_a_batch_keeps_nothing_of_the_batch(
    store: SqliteStore,
) -> None:
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages + 4}")

    def batch() -> None:
        with store.transaction() as transaction:
            for number in range(20):
                contact = Contact(first_name="x" * 4_000)
                transaction.save_contacts(BRAND, {f"p{number}": contact})

    with pytest.raises(TemporaryError):
        batch()
    assert saved(store, *(f"p{number}" for number in range(20))) == set()


def test_what_was_committed_is_there_after_reopening(store: SqliteStore, path: Path) -> None:
    save(store, "ada")
    again = SqliteStore(path)
    try:
        assert saved(again, "ada") == {"ada"}
    finally:
        again.close()


@pytest.mark.parametrize("name", ["what? #1.db", "100%25.db", "ünï code.db"])
def test_a_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    store = SqliteStore(tmp_path / name)
    try:
        save(store, "ada")
    finally:
        store.close()
    assert (tmp_path / name).stat().st_size > 0
    reader = Readers(tmp_path / name)
    try:
        assert reader.execute("SELECT count(*) FROM contacts").fetchone() == (1,)
        with pytest.raises(RapportError, match="readonly"):
            reader.execute("DELETE FROM contacts")
    finally:
        reader.close()


def test_a_sound_file_is_called_sound_but_for_what_sqlite_mistakes_in_one_table(
    store: SqliteStore, path: Path
) -> None:
    """SQLite 3.40 says that NOT NULL columns are NULL in tables without a rowid whose key columns
    are not their first ones: `docs/operations.md` tells what to leave out, and of which table."""
    with store.transaction() as transaction:
        transaction.record(BRAND, [Entered("e1", "ada", "checkout", 1, "usual", ex.at(0), 1, 0)])
    with closing(connect(path)) as plain:
        said = {row[0] for row in plain.execute("PRAGMA integrity_check(1000000000)")}
        assert {line for line in said if not line.startswith("NULL value in entries.")} <= {"ok"}
        for (table,) in plain.execute(
            "SELECT name FROM sqlite_master WHERE sql LIKE '%WITHOUT ROWID%' AND name <> 'entries'"
        ).fetchall():
            parts = [row[5] for row in plain.execute(f"PRAGMA table_info({table})")]
            key = sum(part > 0 for part in parts)
            assert parts[:key] == [*range(1, key + 1)], f"{table}: the key's columns go first"


def test_a_file_of_a_newer_rapport_is_left_alone(path: Path) -> None:
    SqliteStore(path).close()
    newer = connect(path)
    try:
        newer.execute("PRAGMA user_version = 999")
        with pytest.raises(UserError, match="newer Rapport"):
            migrate(newer)
    finally:
        newer.close()
    with pytest.raises(UserError, match="newer Rapport"):
        SqliteStore(path)


def test_what_breaks_a_rule_of_a_table_is_a_mistake_of_ours_and_no_damage(
    store: SqliteStore,
) -> None:
    def publish() -> None:
        with store.transaction() as transaction:
            transaction.publish(BRAND, ex.blueprint().releases[0])

    publish()
    with pytest.raises(RapportError) as caught:
        publish()
    assert str(caught.value) == (
        "The database did not do what was asked: UNIQUE constraint failed: releases.brand, "
        "releases.number. It is a mistake of ours: tell us."
    )


def test_what_is_no_database_is_told_as_damaged(path: Path) -> None:
    path.write_bytes(b"no database at all" * 200)
    with pytest.raises(RapportError) as caught:
        SqliteStore(path)
    assert str(caught.value) == (
        "The database cannot be read: file is not a database. If the file is damaged, restore a "
        "backup."
    )


def test_who_writes_while_rapport_stops_is_told_to_send_it_again(store: SqliteStore) -> None:
    store.close()
    with pytest.raises(TemporaryError, match=r"^Rapport is stopping\. Nothing of this request was"):
        save(store, "ada")


def test_brands_that_cannot_be_read_are_told_of_in_words(store: SqliteStore, path: Path) -> None:
    records = SqliteRecords(path)
    try:
        assert records.brands() == []
        store._db.execute("DROP TABLE releases")
        with pytest.raises(RapportError, match="releases"):
            records.brands()
    finally:
        records.close()


def test_damaged_predictions_are_read_as_none_and_say_so(store: SqliteStore) -> None:
    with store.transaction() as transaction:
        transaction.publish(BRAND, ex.blueprint().releases[0])
        transaction.publish(BRAND, Predictions(1, 5, rhythm=RhythmModel(0.2, 40.0, 0.8, 2.4)))
    store._db.execute("UPDATE predictions SET body = substr(body, 1, 40)")
    with store.transaction() as transaction:
        blueprint = transaction.blueprint(BRAND)
    assert blueprint is not None
    (read,) = blueprint.predictions
    assert (read.number, read.since, read.rhythm) == (1, 5, None)
    assert read.note.startswith("cannot be read")
