"""A writer who never pauses keeps nobody out, neither of another process nor of another thread."""

from __future__ import annotations

import errno
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from statistics import median
from threading import Event, Thread
from time import sleep

import pytest

from rapport.adapters.sqlite.store import SqliteStore
from rapport.adapters.sqlite.turnstile import SUFFIX, Turnstile

BRAND = "alder"
ASKS = 15
LET_BY = 5
"""Commits of the other one that somebody may see pass while asking, at the median."""

WITHOUT_A_PAUSE = """
import sys, time
from rapport.adapters.sqlite.store import SqliteStore
store = SqliteStore(sys.argv[1])
print("writing", flush=True)
while True:
    with store.transaction() as transaction:
        transaction.count("alder", {"written": 1})
        time.sleep(.002)
"""


@contextmanager
def another_process(store: SqliteStore) -> Iterator[None]:
    command = [sys.executable, "-c", WITHOUT_A_PAUSE, str(store.path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        try:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"writing\n"
            yield
        finally:
            writer.kill()


@contextmanager
def another_thread(store: SqliteStore) -> Iterator[None]:
    over = Event()

    def write() -> None:
        while not over.is_set():
            with store.transaction() as transaction:
                transaction.count(BRAND, {"written": 1})

    thread = Thread(target=write)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def written(store: SqliteStore) -> int:
    """As last committed; asked without waiting for anybody."""
    sql = "SELECT coalesce(sum(count), 0) FROM counts WHERE name = 'written'"
    found: tuple[int] = store._asking.execute(sql).fetchone()
    return found[0]


@pytest.mark.parametrize("elsewhere", [another_process, another_thread])
def test_who_waits_to_write_is_let_in_next(
    tmp_path: Path, elsewhere: Callable[[SqliteStore], AbstractContextManager[None]]
) -> None:
    store = SqliteStore(tmp_path / "rapport.db")
    passed: list[int] = []
    with elsewhere(store):
        while len(passed) < ASKS:
            before = written(store)
            while written(store) < before + 2:
                sleep(0.001)  # until the other one is at it again
            before = written(store)
            with store.transaction() as transaction:
                passed.append(written(store) - before)
                transaction.count(BRAND, {"asked": 1})
    assert median(passed) <= LET_BY, passed
    store.close()


def test_somebody_who_is_suspended_while_waiting_holds_up_nobody_for_good(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "rapport.db")
    suspended = Turnstile(store.path)
    with suspended.standing_in(), store.transaction() as transaction:
        transaction.count(BRAND, {"written": 1})
    assert written(store) == 1
    suspended.close()
    store.close()


def test_where_a_disk_knows_no_such_locks_nobody_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def no_locks(*_: object) -> None:
        asked.append(1)
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("rapport.adapters.sqlite.turnstile.fcntl.flock", no_locks)
    store = SqliteStore(tmp_path / "rapport.db")
    for _ in range(3):
        with store.transaction() as transaction:
            transaction.count(BRAND, {"written": 1})
    assert (written(store), asked) == (3, [1])
    store.close()


def test_without_its_file_writers_ask_as_they_come(tmp_path: Path) -> None:
    (tmp_path / f"rapport.db{SUFFIX}").mkdir()
    store = SqliteStore(tmp_path / "rapport.db")
    with store.transaction() as transaction:
        transaction.count(BRAND, {"written": 1})
    assert written(store) == 1
    store.close()
