"""After a backup was restored: who left meanwhile stays away, and nobody else is touched."""

from __future__ import annotations

import shutil
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from first_morning import BRAND, MORNING
from structlog.testing import capture_logs

from rapport.bootstrap.installation import Installation
from rapport.bootstrap.serving.server import Server
from rapport.core.events import (
    ConsentChanged,
    Contact,
    Identifier,
    Incoming,
    MessageBounced,
    MessageComplained,
    ProfileChanged,
)
from rapport.core.state import Consent
from rapport.core.time import HOUR, MINUTE
from rapport.settings import Settings
from rapport.testing import examples as ex
from rapport.testing.fakes import FakeClock


@pytest.fixture
def home(tmp_path: Path, clock: FakeClock) -> Iterator[Path]:
    here = Installation(Settings(home=tmp_path / "home"), clock)
    here.publish(here.copy_example(), since=0, triggers=("checkout_started",))
    here.close()
    return tmp_path / "home"


def tell(here: Installation, name: str, *events: object) -> None:
    who, contact = (Identifier("email", f"{name}@x.test"),), Contact(email=f"{name}@x.test")
    here.host.take_in(BRAND, [Incoming(event, who, contact) for event in events])  # type: ignore[arg-type] events of any kind


def profile_of(here: Installation, name: str) -> str:
    email = Identifier("email", f"{name}@x.test")
    with here.store.transaction() as transaction:
        return transaction.owners(BRAND, [email])[email]


def leave(here: Installation, name: str, *, key: str) -> None:
    """By one click: our own links say whose they are, and no address."""
    event = ex.unsubscribed(key, here.clock.now())
    here.host.take_in(BRAND, [Incoming(event, (), profile=profile_of(here, name))])


def consent(here: Installation, name: str) -> Consent:
    profile = profile_of(here, name)
    with here.store.transaction() as transaction:
        return transaction.states(BRAND, [profile])[profile].consent


def back_up(home: Path, to: Path) -> None:
    with closing(sqlite3.connect(home / "rapport.db")) as db, closing(sqlite3.connect(to)) as copy:
        db.backup(copy)


def restore(home: Path, backup: Path) -> None:
    for old in home.glob("rapport.db-*"):
        old.unlink()
    shutil.copy(backup, home / "rapport.db")


def start(home: Path, clock: FakeClock) -> Installation:
    """A server's beginning, before anything is sent."""
    here = Installation(Settings(home=home), clock)
    Server(here)._begin()
    return here


def test_who_left_after_the_backup_stays_away(home: Path, clock: FakeClock, tmp_path: Path) -> None:
    backup = tmp_path / "backup.db"
    with closing(Installation(Settings(home=home), clock)) as here:
        for name in ("ada", "ben"):
            tell(here, name, *ex.subscribed(MORNING, name))
        back_up(home, backup)
        clock.at += HOUR
        tell(here, "cleo", *ex.subscribed(clock.at, "cleo"))
        leave(here, "ada", key="unsubscribe:m1:1")
        leave(here, "cleo", key="unsubscribe:m2:1")
        names = {name: profile_of(here, name) for name in ("ada", "ben", "cleo")}
    restore(home, backup)
    clock.at += MINUTE
    with capture_logs() as log, closing(start(home, clock)) as here:
        told = [line for line in log if line["event"] == "brought back what people declined"]
        assert [line["events"] for line in told] == [2]
        assert consent(here, "ada").email == "unsubscribed"
        assert consent(here, "ben").email == "subscribed"
        assert consent(here, "cleo").email == "unsubscribed", "she came after the backup"
        assert {name: profile_of(here, name) for name in names} == names
        tell(here, "cleo", *ex.subscribed(MORNING, "an older form of cleo's"))
        assert consent(here, "cleo").email == "unsubscribed"
    with capture_logs() as log, closing(start(home, clock)):
        assert not log, "what is known already is not told again"


@pytest.mark.parametrize(
    ("body", "field", "value"),
    [
        (MessageBounced("m1", hard=True), "bounced", True),
        (MessageComplained("m1"), "complained", True),
        (ProfileChanged(no_profiling=True), "no_profiling", True),
        (ProfileChanged(declined_topics=("tips",)), "declined_topics", ("tips",)),
    ],
)
def test_whatever_was_declined_comes_back(
    home: Path, clock: FakeClock, tmp_path: Path, body: object, field: str, value: object
) -> None:
    backup = tmp_path / "backup.db"
    with closing(Installation(Settings(home=home), clock)) as here:
        tell(here, "ada", *ex.subscribed(MORNING))
        back_up(home, backup)
        tell(here, "ada", ex.event("no", MORNING + MINUTE, body))  # type: ignore[arg-type] any body
    restore(home, backup)
    clock.at += HOUR
    with closing(start(home, clock)) as here:
        assert getattr(consent(here, "ada"), field) == value


def test_only_what_changes_something_is_kept_and_for_its_owner_alone(
    home: Path, clock: FakeClock
) -> None:
    with closing(Installation(Settings(home=home), clock)) as here:
        tell(here, "ada", *ex.subscribed(MORNING))
        assert not here.objections.read(BRAND)
        for key in ("first", "again"):
            leave(here, "ada", key=key)
        tell(here, "ada", *(ex.viewed(f"v{n}", MORNING) for n in range(3)))
        (kept,) = here.objections.read(BRAND)
        assert (kept.event.id, kept.identifiers) == ("first", (Identifier("email", "ada@x.test"),))
        path = here.objections.path(BRAND)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_line_that_a_power_cut_left_unfinished_harms_itself_alone(
    home: Path, clock: FakeClock
) -> None:
    with closing(Installation(Settings(home=home), clock)) as here:
        for name in ("ada", "ben", "cleo"):
            tell(here, name, *ex.subscribed(MORNING, name))
        leave(here, "ada", key="first")
        path = here.objections.path(BRAND)
        path.write_bytes(path.read_bytes() + b'{"profile":"p')
        leave(here, "ben", key="second")
        with capture_logs() as log:
            assert [one.event.id for one in here.objections.read(BRAND)] == ["first", "second"]
        assert [(line["event"], line["line"]) for line in log] == [
            ("an opt-out could not be read", 2)
        ]


def test_who_leaves_is_heard_where_it_cannot_be_kept_twice(home: Path, clock: FakeClock) -> None:
    with closing(Installation(Settings(home=home), clock)) as here:
        tell(here, "ada", *ex.subscribed(MORNING))
        here.objections.path(BRAND).parent.write_text("a file in its place")
        with capture_logs() as log:
            leave(here, "ada", key="first")
        assert [line["event"] for line in log] == ["an opt-out was not kept twice"]
        assert consent(here, "ada").email == "unsubscribed"


def test_a_restored_file_is_its_owners_alone_again(home: Path, clock: FakeClock) -> None:
    (home / "rapport.db").chmod(0o664)
    with closing(Installation(Settings(home=home), clock)) as here:
        tell(here, "ada", *ex.subscribed(MORNING))
        for name in ("rapport.db", "rapport.db-wal", "rapport.db-shm"):
            assert stat.S_IMODE((home / name).stat().st_mode) & 0o077 == 0


def test_what_is_kept_is_read_by_any_later_rapport(home: Path, clock: FakeClock) -> None:
    """Lines are only ever added, and never made anew: what stands in one stays readable."""
    line = (
        '{"profile":"p1","identifiers":[{"kind":"email","value":"ada@x.test"}],"event":{"id":'
        '"unsubscribe:m1:1","at":1767600000000,"source":"web","body":{"type":"consent_changed",'
        '"channel":"email","status":"unsubscribed","purpose":"marketing","method":"one_click",'
        '"wording":"","wording_version":"","double_opt_in":false},"backfill":false,"told":0}}'
    )
    with closing(Installation(Settings(home=home), clock)) as here:
        path = here.objections.path(BRAND)
        path.parent.mkdir()
        path.write_text(line + "\n")
        (kept,) = here.objections.read(BRAND)
        assert kept.identifiers == (Identifier("email", "ada@x.test"),)
        assert kept.event.at == 1_767_600_000_000
        assert kept.event.body == ConsentChanged("email", "unsubscribed", method="one_click")
