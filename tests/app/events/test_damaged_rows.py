"""Somebody's row is damaged inside of a sound file: it is named, it stays, and all others go on."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from dispatch_world import DUE_AT, LEFT_AT, DispatchWorld
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rapport.adapters.sqlite.stored import _told
from rapport.app.events.replay import replay
from rapport.core.codec import decode_decision
from rapport.core.events import Contact
from rapport.core.time import DAY, HOUR, MINUTE
from rapport.errors import CodecError, RapportError
from rapport.testing import examples as ex

OF_PEOPLE = {
    "states": "profile", "contacts": "profile", "events": "id", "outbox": "key", "messages": "key",
    "decisions": "id", "outcomes": "decision",
}  # fmt: skip
"""Tables with rows of one person each, and what a row is named by."""
OF_THE_BRAND = {
    "releases", "policies", "catalogues", "learners", "predictions", "candidates", "drafts",
    "teachings", "audit_log",
}  # fmt: skip
"""The audit log is told of by a check of its own: each entry is sealed."""
COLUMN = {"states": "state", "learners": "evidence"}

DAMAGES: dict[str, Callable[[bytes], object]] = {
    "cut off": lambda body: body[: len(body) // 2],
    "empty": lambda _: b"",
    "not UTF-8": lambda body: body.replace(b'"', b'\xff"') if b'"' in body else b"\xff" + body,
    "other bytes": lambda body: bytes(byte ^ 0x55 for byte in body),
    "a number": lambda _: 5,
    "text": lambda _: "no JSON at all",
}


class Shop(DispatchWorld):
    """Ada was written to and her next message is planned; then something of hers is damaged."""

    path: Path

    def begin(self) -> None:
        self.clock.at = LEFT_AT - 30 * DAY
        self.leave_basket("ada", left_at=LEFT_AT - 30 * DAY)
        self.tick(DUE_AT - 30 * DAY)
        self.tick(LEFT_AT - DAY)  # the first decision's outcome is known by now
        self.clock.at = LEFT_AT
        for name in ("ada", "ben"):
            contact = Contact(email=f"{name}@example.com")
            known, asked = ex.subscribed(LEFT_AT - MINUTE, f"-{name}-again")
            left = ex.checkout(f"{name}-left-again", LEFT_AT, token=f"c2-{name}")
            self.tell(name, known, asked)
            self.tell(name, left, contact=contact)
        self.clock.at = DUE_AT
        self.host.wake(self.brand)
        self.post.sent.clear()

    def sql(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        with sqlite3.connect(self.path) as db:
            rows = db.execute(statement, values).fetchall()
        db.close()
        return rows

    def rows_of_ada(self, table: str) -> dict[str, bytes]:
        name, column = OF_PEOPLE[table], COLUMN.get(table, "body")
        whose = "profile = 'ada'"
        if table == "outcomes":
            whose = "decision IN (SELECT id FROM decisions WHERE profile = 'ada')"
        sql = f"SELECT {name}, {column} FROM {table} WHERE {whose} AND {column} IS NOT NULL"
        return {str(key): bytes(body) for key, body in self.sql(sql)}  # type: ignore[arg-type]

    def put(self, table: str, key: str, body: object) -> None:
        name, column = OF_PEOPLE[table], COLUMN.get(table, "body")
        self.sql(f"UPDATE {table} SET {column} = ? WHERE {name} = ?", body, key)

    def everything_else_goes_on(self) -> None:
        """Ben is written to, heard of and learnt from, whatever is wrong with Ada's rows."""
        self.tick(DUE_AT)
        assert [who for who, _ in self.post.sent if who == "ben"] == ["ben"]
        self.tell("ben", ex.viewed("ben-looks", DUE_AT + MINUTE))
        self.clock.at = DUE_AT + 20 * DAY
        self.host.wake(self.brand)
        assert self.state("ben").windows == ()
        self.host.learn(self.brand)

    def asked_for(self) -> Iterator[Callable[[], object]]:
        """All that is read of Ada."""
        yield lambda: self.records.contact(self.brand, "ada")
        yield lambda: self.state("ada")
        yield lambda: replay(self.records, self.blueprint)
        yield lambda: list(self.records.profiles(self.brand))
        yield lambda: [decode_decision(one) for one in self.records.all_decisions(self.brand)]
        yield lambda: [decode_decision(one) for one in self.records.decisions(self.brand, "ada")]
        yield lambda: self.tell("ada", ex.viewed("ada-looks", DUE_AT + MINUTE))
        for row in self.records.messages(self.brand):
            yield lambda key=row.key: self.records.message(self.brand, key)  # type: ignore[misc]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path)
    shop.path = tmp_path / "rapport.db"
    _told.clear()
    shop.begin()
    yield shop
    shop.close()


def test_every_table_with_stored_values_is_here(shop: Shop) -> None:
    found = {
        table
        for (table,) in shop.sql("SELECT name FROM sqlite_master WHERE type = 'table'")
        for column in shop.sql(f"PRAGMA table_info({table})")
        if column[2] == "BLOB"
    }
    assert found == set(OF_PEOPLE) | OF_THE_BRAND


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("table", OF_PEOPLE)
def test_a_damaged_row_is_named_stays_as_it_is_and_holds_up_nobody_else(
    shop: Shop, table: str, damage: str
) -> None:
    before = shop.rows_of_ada(table)
    assert before
    damaged = {key: DAMAGES[damage](body) for key, body in before.items()}
    for key, body in damaged.items():
        shop.put(table, key, body)
    shop.everything_else_goes_on()
    named: set[str] = set(_told)
    for ask in shop.asked_for():
        try:
            ask()
        except RapportError as error:
            named.add(str(error))
    named |= {row.error for row in shop.outbox()}
    assert any(
        f"in the table {table}, under {key}" in one and "from a backup" in one
        for one in named for key in before
    )  # fmt: skip
    column = COLUMN.get(table, "body")
    kept = shop.sql(f"SELECT {OF_PEOPLE[table]}, {column} FROM {table}")
    assert set(damaged.items()) <= set(kept)


@pytest.mark.parametrize("table", ["states", "contacts", "events", "outbox"])
def test_once_it_is_brought_back_what_waited_goes_out(shop: Shop, table: str) -> None:
    before = shop.rows_of_ada(table)
    for key, body in before.items():
        shop.put(table, key, body[: len(body) // 2])
    shop.tick(DUE_AT)
    assert [who for who, _ in shop.post.sent] == ["ben"]
    (row,) = shop.outbox()
    assert row.profile == "ada"
    assert f"in the table {table}, under " in row.error
    for key, body in before.items():
        shop.put(table, key, body)
    if table == "outbox":
        assert row.status == "damaged"
        shop.sql("UPDATE outbox SET status = 'waiting'")  # as it was in the backup
    shop.tick(DUE_AT + 2 * HOUR)
    assert [who for who, _ in shop.post.sent] == ["ben", "ada"]
    assert replay(shop.records, shop.blueprint).identical


def test_what_stays_damaged_until_it_is_too_late_is_stopped_and_says_why(shop: Shop) -> None:
    for key, body in shop.rows_of_ada("contacts").items():
        shop.put("contacts", key, body[:4])
    for hours in range(0, 9, 2):
        shop.tick(DUE_AT + hours * HOUR)
    assert [row for row in shop.outbox() if row.profile == "ada"] == []
    assert any("in the table contacts, under ada" in reason for reason in shop.reasons())


def test_a_profile_that_is_damaged_while_its_message_is_sent_stops_no_other(shop: Shop) -> None:
    (state,) = shop.rows_of_ada("states").values()
    send = shop.post.send

    def damage_then_send(*args: object) -> None:
        shop.put("states", "ada", state[:9])
        send(*args)  # type: ignore[arg-type]

    shop.post.send = damage_then_send  # type: ignore[method-assign]
    shop.tick(DUE_AT)
    assert {who for who, _ in shop.post.sent} == {"ada", "ben"}
    assert shop.outbox() == []
    assert {row.status for row in shop.rows().values()} == {"sent"}


@pytest.mark.parametrize("table", ["releases", "policies", "catalogues"])
def test_damaged_content_of_the_brand_is_named_with_its_number(shop: Shop, table: str) -> None:
    shop.sql(f"UPDATE {table} SET body = substr(body, 1, 40)")
    with pytest.raises(CodecError, match=rf"in the table {table}, under harbour, \d"):
        shop.records.published(shop.brand)


@settings(
    max_examples=40, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@example(table="outbox", place=22, flip=1, cut=False)  # the key of another message
@given(
    st.sampled_from(sorted(OF_PEOPLE)), st.integers(0, 10_000), st.integers(1, 255), st.booleans()
)
def test_a_flipped_byte_raises_nothing_but_our_errors(
    tmp_path_factory: pytest.TempPathFactory, table: str, place: int, flip: int, cut: bool
) -> None:
    folder = tmp_path_factory.mktemp("flipped")
    shop = Shop(folder)
    shop.path = folder / "rapport.db"
    shop.begin()
    for key, body in shop.rows_of_ada(table).items():
        at = place % len(body)
        flipped = bytes([*body[:at], body[at] ^ flip, *body[at + 1 :]])
        shop.put(table, key, flipped[:at] if cut else flipped)
    shop.everything_else_goes_on()
    for ask in shop.asked_for():
        with contextlib.suppress(RapportError):
            ask()
    shop.close()
