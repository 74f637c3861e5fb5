"""A server's watchman over a real store: it stops once, by name, and leaves the rest to people."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from rapport.app.stopping.stops import resume, stop
from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.serving.watching import Watchman
from rapport.core.oversight.audit import Act
from rapport.core.oversight.stopping import FLOW, Switch
from rapport.core.time import DAY
from rapport.settings import Settings
from rapport.testing import examples as ex

BRAND = "alder-and-clay"
CHECKOUT = Switch(FLOW, "checkout")


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Installation]:
    installation = Installation(Settings(home=tmp_path / "home"), TurnedClock(ex.at(0, 8)))
    installation.publish(installation.copy_example())
    installation.clock.turn_to(ex.at(30))  # type: ignore[attr-defined] it is a TurnedClock
    yield installation
    installation.close()


def went_out(here: Installation, many: int, complained: int, since: int = 0) -> None:
    """Writes down what became of messages, as dispatching and complaints would have."""
    rows = [
        (BRAND, f"m{since}-{n}", f"p{n}", "checkout", "first", "d", "usual",
         ex.at(10) + since + n, "sent", "", "Hello", "checkout")
        for n in range(many)
    ]  # fmt: skip
    outs = [
        (BRAND, f"o{since}-{n}", f"p{n}", ex.at(11) + since, "complained", f"m{since}-{n}")
        for n in range(complained)
    ]
    with closing(sqlite3.connect(here.database)) as db, db:
        db.executemany(
            "INSERT INTO messages (brand, key, profile, flow, point, decision, arm, at, status, "
            "reason, subject, framework) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        db.executemany("INSERT INTO opt_outs VALUES (?, ?, ?, ?, ?, ?)", outs)


def test_a_bad_flow_is_stopped_once_and_on_record_as_rapports_own_deed(
    here: Installation,
) -> None:
    watchman = Watchman(here)
    went_out(here, 400, complained=8)
    (done,) = watchman.watch(BRAND)
    assert (done.stop.switch, done.stop.by_rule, done.stop.who) == (CHECKOUT, True, "Rapport")
    assert done.stop.why.startswith("8 of 400 messages that went out lately were reported as spam")
    assert watchman.watch(BRAND) == []
    (entry,) = here.records.audit_entries(BRAND, after=1)
    assert (entry.deed.who, entry.deed.did, entry.deed.what) == (
        "Rapport", "stopped", "flow checkout",
    )  # fmt: skip
    assert entry.deed.saw["counted"] == "8 of 400"
    assert here.anchors.read(BRAND)


def test_after_a_person_resumed_it_only_new_messages_count(here: Installation) -> None:
    watchman = Watchman(here)
    went_out(here, 400, complained=8)
    watchman.watch(BRAND)
    with here.store.transaction() as transaction:
        resume(transaction, BRAND, CHECKOUT, Act("Nell", "the list was cleaned", ex.at(30)))
    assert watchman.watch(BRAND) == []
    went_out(here, 400, complained=8, since=25 * DAY)
    here.clock.turn_to(ex.at(40))  # type: ignore[attr-defined] it is a TurnedClock
    (done,) = watchman.watch(BRAND)
    assert "8 of 400" in done.stop.why


def test_a_flow_that_is_as_it_may_be_is_left_alone(here: Installation) -> None:
    went_out(here, 3_000, complained=3)
    assert Watchman(here).watch(BRAND) == []
    assert here.records.audit_entries(BRAND, after=1) == []


def test_a_flow_that_a_person_stopped_is_not_stopped_again(here: Installation) -> None:
    with here.store.transaction() as transaction:
        stop(transaction, BRAND, CHECKOUT, Act("Nell", "too many words", ex.at(30)))
    went_out(here, 400, complained=8)
    assert Watchman(here).watch(BRAND) == []
