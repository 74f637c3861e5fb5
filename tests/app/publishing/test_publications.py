"""What is published is read anew where something was since, and never from a write that failed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec.structs import replace

from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.publishing.publications import Publications
from rapport.core.blueprint import Blueprint
from rapport.errors import UserError
from rapport.testing import examples as ex

BRAND = ex.BRAND_KEY
FIRST = ex.blueprint().releases[0]
SECOND = replace(FIRST, number=2, since=5)


class Reading(SqliteRecords):
    """Counts how often all that is published is read."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.times = 0

    def published(self, brand: str) -> Blueprint | None:
        self.times += 1
        return super().published(brand)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rapport.db"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(path, busy=0.05)
    with store.transaction() as transaction:
        transaction.publish(BRAND, FIRST)
    yield store
    store.close()


@pytest.fixture
def records(path: Path, store: SqliteStore) -> Iterator[Reading]:
    records = Reading(path)
    yield records
    records.close()


def test_it_is_read_once_for_all_and_again_where_anybody_published(
    store: SqliteStore, records: Reading, path: Path
) -> None:
    known = Publications(records)
    first = known.latest(BRAND)
    assert first.releases == (FIRST,)
    with ThreadPoolExecutor(4) as threads:
        assert all(one is first for one in threads.map(known.latest, [BRAND] * 20))
    with store.transaction() as transaction:
        assert known.within(transaction, BRAND) is first
    assert records.times == 1
    other = SqliteStore(path)
    with other.transaction() as transaction:
        transaction.publish(BRAND, SECOND)
    other.close()
    with store.transaction() as transaction:
        second = known.within(transaction, BRAND)
    assert second.releases == (FIRST, SECOND)
    assert known.latest(BRAND) is second
    assert records.times == 2


def test_nobody_waits_for_a_unit_of_work_to_see_what_is_published(
    store: SqliteStore, records: Reading, path: Path
) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        assert Publications(records).latest(BRAND).releases == (FIRST,)
        assert store.brands() == [BRAND]
    finally:
        other.close()


def test_a_unit_of_work_sees_what_it_published_and_nobody_else_does_before_it_is_committed(
    store: SqliteStore, records: Reading
) -> None:
    known = Publications(records)
    with store.transaction() as transaction:
        transaction.publish(BRAND, SECOND)
        assert known.within(transaction, BRAND).releases == (FIRST, SECOND)
        assert known.latest(BRAND).releases == (FIRST,)
    assert known.latest(BRAND).releases == (FIRST, SECOND)


def test_what_was_published_in_a_unit_of_work_that_failed_never_holds(
    store: SqliteStore, records: Reading
) -> None:
    known, third = Publications(records), replace(SECOND, since=9)

    def fail() -> None:
        with store.transaction() as transaction:
            transaction.publish(BRAND, SECOND)
            known.within(transaction, BRAND)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with store.transaction() as transaction:
        transaction.publish(BRAND, third)  # has the number of what failed
    with store.transaction() as transaction:
        assert known.within(transaction, BRAND).releases == (FIRST, third)
    assert known.latest(BRAND).releases == (FIRST, third)


def test_a_brand_that_has_published_nothing_is_told_of(
    store: SqliteStore, records: Reading
) -> None:
    known = Publications(records)
    assert known.find("quarry") is None
    with pytest.raises(UserError, match="no brand 'quarry' here"):
        known.latest("quarry")
    with store.transaction() as transaction:
        with pytest.raises(UserError, match="no brand 'quarry' here"):
            known.within(transaction, "quarry")
        transaction.publish("quarry", FIRST)
        assert known.within(transaction, "quarry").releases == (FIRST,)
