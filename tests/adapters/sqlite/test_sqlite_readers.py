"""Reading connections: the suite for read sides, and that none is left open or shared."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from threading import Barrier, Thread

import pytest

from rapport.adapters.sqlite.reading import KEPT_OPEN, Readers
from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.core.state import ProfileState
from rapport.errors import RapportError, TemporaryError
from rapport.ports import Store
from rapport.ports.history import ReadSide
from rapport.testing.reading_conformance import ReadingConformance

BRAND = "harbour"
MANY = 500


class TestSqliteReading(ReadingConformance):
    @pytest.fixture(autouse=True)
    def _in_a_folder_of_its_own(self, tmp_path: Path) -> Iterator[None]:
        self._made: list[SqliteStore | SqliteRecords] = []
        self._paths = (tmp_path / f"rapport-{number}.db" for number in count())
        yield
        for one in reversed(self._made):
            one.close()

    def make_both(self) -> tuple[Store, ReadSide]:
        path = next(self._paths)
        store, records = SqliteStore(path), None
        self._made.append(store)
        records = SqliteRecords(path)
        self._made.append(records)
        return store, records


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "rapport.db"
    store = SqliteStore(path)
    with store.transaction() as transaction:
        states = {f"p{number:04}": ProfileState(f"p{number:04}") for number in range(MANY)}
        transaction.save_states(BRAND, states)
    store.close()
    return path


def open_files(path: Path) -> int:
    """How often this process has the database itself open."""
    return list(map(_opened, Path("/proc/self/fd").iterdir())).count(path)


def _opened(one: Path) -> Path | None:
    try:
        return one.readlink()
    except FileNotFoundError:  # another thread closed it since it was listed
        return None


proc = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="open files as Linux has it")


@proc
def test_threads_that_come_and_go_leave_no_file_open(path: Path) -> None:
    records = SqliteRecords(path)
    assert open_files(path) == 1
    for _ in range(50):
        thread = Thread(target=lambda: list(records.profiles(BRAND)))
        thread.start()
        thread.join()
    assert open_files(path) == 1
    records.close()
    assert open_files(path) == 0


@proc
def test_of_many_that_read_at_once_some_wait_for_the_next_and_none_is_open_after_closing(
    path: Path,
) -> None:
    readers, many = Readers(path), 3 * KEPT_OPEN
    together = Barrier(many)

    def read() -> int:
        reading = iter(readers.execute("SELECT profile FROM states"))
        next(reading)
        together.wait(30)
        seen = open_files(path)
        together.wait(30)
        assert 1 + sum(1 for _ in reading) == MANY
        return seen

    with ThreadPoolExecutor(many) as threads:
        for _ in range(3):
            asked = [threads.submit(read) for _ in range(many)]
            assert {one.result(30) for one in asked} == {many}
            assert len(readers._idle) == KEPT_OPEN
            # SQLite keeps the files of those that were closed for the next, as others hold locks.
            assert open_files(path) <= many
    readers.close()
    assert open_files(path) == 0


@proc
@pytest.mark.parametrize("how", ["broken off", "let go of", "not begun", "failed", "in a moment"])
def test_what_is_not_read_to_its_end_is_closed_all_the_same(path: Path, how: str) -> None:
    records = SqliteRecords(path)
    for _ in range(3 * KEPT_OPEN):
        if how == "broken off":
            for _row in records.profiles(BRAND):
                break
        elif how == "let go of":
            next(records.profiles(BRAND))
        elif how == "not begun":
            records._db.execute("SELECT profile FROM states")
        elif how == "failed":
            with pytest.raises(RapportError, match="no such table: nowhere"):
                records._db.execute("SELECT * FROM nowhere")
        else:
            with records.at_one_moment() as then:
                next(then.profiles(BRAND))
    assert open_files(path) <= 2
    records.close()
    assert open_files(path) == 0


@proc
def test_what_is_being_read_while_it_is_closed_is_read_to_its_end_and_closed_then(
    path: Path,
) -> None:
    records = SqliteRecords(path)
    reading = records.profiles(BRAND)
    next(reading)
    records.close()
    assert open_files(path) == 1
    assert sum(1 for _ in reading) == MANY - 1
    assert open_files(path) == 0


def test_who_asks_while_rapport_stops_is_told_to_try_again(path: Path) -> None:
    store, records = SqliteStore(path), SqliteRecords(path)
    store.close()
    records.close()
    records.close()
    with pytest.raises(TemporaryError, match=r"^Rapport is stopping\. Nothing was lost; try again"):
        records.brands()
    with pytest.raises(TemporaryError, match=r"^Rapport is stopping\. Nothing was lost"):
        store.stops(BRAND)
    with pytest.raises(TemporaryError, match="stopping"), records.at_one_moment():
        pass


def test_where_one_more_cannot_be_opened_it_is_told_to_try_again(path: Path) -> None:
    readers = Readers(path)
    aside = path.rename(path.with_name("aside.db"))
    reading = iter(readers.execute("SELECT profile FROM states"))
    try:
        next(reading)
        with pytest.raises(TemporaryError, match=r"unable to open database file.* try again"):
            readers.execute("SELECT 1")
        aside.rename(path)
        assert readers.execute("SELECT 1").fetchone() == (1,)
    finally:
        reading.close()  # type: ignore[attr-defined]  # a generator
        readers.close()


def test_a_missing_file_is_told_of_when_it_is_opened(tmp_path: Path) -> None:
    with pytest.raises(RapportError, match="unable to open database file"):
        SqliteRecords(tmp_path / "rapport.db")


def test_a_folder_that_may_only_be_read_is_read(path: Path) -> None:
    records = SqliteRecords(path)
    path.parent.chmod(0o500)
    try:
        assert len(list(records.profiles(BRAND))) == MANY
        with records.at_one_moment() as then:
            assert len(list(then.profiles(BRAND))) == MANY
    finally:
        path.parent.chmod(0o700)
        records.close()


def test_reading_connections_write_nothing(path: Path) -> None:
    readers = Readers(path)
    try:
        with pytest.raises(RapportError, match="readonly"):
            readers.execute("DELETE FROM states")
        with readers.at_one_moment() as then, pytest.raises(RapportError, match="readonly"):
            then.execute("DELETE FROM states")
    finally:
        readers.close()
    with sqlite3.connect(path) as database:
        assert database.execute("SELECT count(*) FROM states").fetchone() == (MANY,)
    database.close()
