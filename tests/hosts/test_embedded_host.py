"""The embedded host over SQLite against the suite that every host must pass.

What it did is read back from the file, so that a restart has nothing to hide behind.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

import msgspec
import pytest

from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.messages.write import WriteRequest, Written
from rapport.app.publishing.publications import Publications
from rapport.app.sending.dispatch import Dispatcher
from rapport.core.blueprint import Blueprint
from rapport.core.codec import decode_decision, decode_send
from rapport.core.creative.message import Message
from rapport.core.effects import (
    AnyEffect,
    Decided,
    Entered,
    Left,
    OptedOut,
    Ordered,
    OutcomeClosed,
    Reversed,
)
from rapport.core.events import Contact, Event, Incoming
from rapport.core.state import ProfileState
from rapport.core.time import Instant
from rapport.hosts.embedded import EmbeddedHost
from rapport.ports import Delivery
from rapport.testing.fakes import FakeClock
from rapport.testing.host_conformance import HostConformance


class NobodySends:
    """A writer and a sender for hosts that are never asked to dispatch."""

    name = "nobody"

    def write(self, request: WriteRequest) -> Written:
        raise AssertionError(request)

    def send(self, message: Message, to: Contact) -> None:
        raise AssertionError(message)

    def status(self, key: str) -> Delivery:
        raise AssertionError(key)


class Embedded:
    def __init__(self, path: Path, blueprint: Blueprint) -> None:
        self._path = path
        self._brand = blueprint.brand
        self._clock = FakeClock(0)
        self._open()
        with self._store.transaction() as transaction:
            for release in blueprint.releases:
                transaction.publish(self._brand, release)
            for policy in blueprint.policies:
                transaction.publish(self._brand, policy)
            for catalogue in blueprint.catalogues:
                transaction.publish(self._brand, catalogue)

    def _open(self) -> None:
        self._store = SqliteStore(self._path)
        self._records = SqliteRecords(self._path)
        dispatcher = Dispatcher(self._store, NobodySends(), NobodySends(), self._clock)
        self._host = EmbeddedHost(self._store, Publications(self._records), self._clock, dispatcher)

    def feed(self, profile: str, event: Event) -> None:
        self._clock.at = max(self._clock.at, event.at)
        self._host.take_in(self._brand, [Incoming(event, (), profile=profile)])

    def wake(self, watermark: Instant) -> None:
        self._host.wake(self._brand, watermark)

    def restart(self) -> None:
        self.close()
        self._open()

    def close(self) -> None:
        self._records.close()
        self._store.close()

    def state(self, profile: str) -> ProfileState:
        with self._store.transaction() as transaction:
            return transaction.states(self._brand, [profile])[profile]

    def effects(self) -> Sequence[AnyEffect]:
        db = sqlite3.connect(self._path)
        try:
            return list(self._read(db))
        finally:
            db.close()

    def _read(self, db: sqlite3.Connection) -> Iterator[AnyEffect]:
        for (body,) in db.execute("SELECT body FROM decisions ORDER BY position"):
            decision = decode_decision(body)
            yield Decided(decision.id, decision)
        for (body,) in db.execute("SELECT body FROM outbox"):
            yield decode_send(body)
        for (body,) in db.execute("SELECT body FROM outcomes"):
            yield msgspec.json.decode(body, type=OutcomeClosed)
        columns = "key, profile, flow, run, arm, at, release, bucket"
        for row in db.execute(f"SELECT {columns} FROM entries"):
            yield Entered(*row)
        for row in db.execute("SELECT key, profile, flow, run, at, reason FROM exits"):
            yield Left(*row)
        for row in db.execute("SELECT key, profile, at, reason, message FROM opt_outs"):
            yield OptedOut(*row)
        columns = "key, profile, order_id, at, revenue, margin, discount, placed"
        for row in db.execute(f"SELECT {columns} FROM orders"):
            key, profile, order, at, revenue, margin, discount, placed = row
            if placed:
                yield Ordered(
                    key, profile, order, at, revenue, margin, discount, "GBP",
                    counted=True, backfill=False,
                )  # fmt: skip
            else:
                yield Reversed(key, profile, order, at, revenue, margin, cancelled=False)


class TestEmbeddedHost(HostConformance):
    @pytest.fixture(autouse=True)
    def _in_a_folder_of_its_own(self, tmp_path: Path) -> Iterator[None]:
        self._made: list[Embedded] = []
        self._paths = (tmp_path / f"rapport-{number}.db" for number in count())
        yield
        for host in self._made:
            host.close()

    def make_host(self, blueprint: Blueprint) -> Embedded:
        host = Embedded(next(self._paths), blueprint)
        self._made.append(host)
        return host
