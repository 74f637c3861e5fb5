"""A replay of what happened is the same to the bit, and says so where something was touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from rehearsed import a_rehearsal, change, copy_of, rows

from rapport.adapters.sqlite.records import SqliteRecords
from rapport.app.events.replay import Replayed, replay
from rapport.bootstrap.rehearsing.rehearsal import Rehearsal
from rapport.core.codec import decode_decision, encode_decision


def replayed(database: Path) -> Replayed:
    records = SqliteRecords(database)
    try:
        (brand,) = records.brands()
        blueprint = records.published(brand)
        assert blueprint is not None
        return replay(records, blueprint)
    finally:
        records.close()


@pytest.fixture
def database(rehearsal: Rehearsal, tmp_path: Path) -> Path:
    """A copy to tamper with."""
    return copy_of(rehearsal.installation.database, tmp_path / "copy.db")


def test_every_decision_and_every_state_is_the_same_to_the_bit(rehearsal: Rehearsal) -> None:
    done = replayed(rehearsal.installation.database)
    assert done.identical, done
    assert done.same == done.decisions == len(rehearsal.decisions()) > 50
    (events,) = rows(rehearsal.installation.database, "SELECT count(*) AS count FROM events")
    assert done.events == events["count"]


def test_a_changed_decision_is_named(database: Path) -> None:
    row = rows(database, "SELECT id, profile, body FROM decisions ORDER BY position LIMIT 1")[0]
    decision = decode_decision(row["body"])
    forged = encode_decision(replace(decision, propensity=0.5001))
    change(database, "UPDATE decisions SET body = ? WHERE id = ?", forged, row["id"])
    done = replayed(database)
    assert not done.identical
    assert done.different == (row["profile"],)
    assert done.same == done.decisions - 1
    assert done.strayed == ()


def test_a_removed_decision_is_noticed(database: Path) -> None:
    row = rows(database, "SELECT id FROM decisions ORDER BY position DESC LIMIT 1")[0]
    change(database, "DELETE FROM decisions WHERE id = ?", row["id"])
    done = replayed(database)
    assert (done.identical, done.added, done.missing) == (False, 1, 0)


def test_an_invented_decision_is_noticed(database: Path) -> None:
    change(
        database,
        "INSERT INTO decisions (brand, id, profile, flow, at, body) "
        "SELECT brand, 'invented', profile, flow, at, body FROM decisions "
        "ORDER BY position DESC LIMIT 1",
    )
    done = replayed(database)
    assert (done.identical, done.missing) == (False, 1)


def test_a_changed_event_is_noticed(database: Path) -> None:
    sql = (
        "SELECT e.id, e.profile, e.body FROM events e JOIN states s USING (brand, profile) "
        "WHERE e.type = 'order_placed' AND CAST(e.body AS TEXT) NOT LIKE '%repeated%' "
        "ORDER BY position DESC"
    )
    row = rows(database, sql)[0]
    forged = str(row["body"], "utf-8").replace('"revenue":', '"revenue":1')
    change(database, "UPDATE events SET body = ? WHERE id = ?", forged.encode(), row["id"])
    done = replayed(database)
    assert not done.identical
    assert row["profile"] in done.strayed


def test_a_removed_event_is_noticed(database: Path) -> None:
    sql = "SELECT id, profile FROM events WHERE type = 'checkout_started' ORDER BY position LIMIT 1"
    row = rows(database, sql)[0]
    change(database, "DELETE FROM events WHERE id = ?", row["id"])
    done = replayed(database)
    assert not done.identical
    assert row["profile"] in done.strayed + done.different


def test_a_changed_state_is_noticed(database: Path) -> None:
    one, other = rows(database, "SELECT profile, state FROM states ORDER BY profile LIMIT 2")
    change(
        database, "UPDATE states SET state = ? WHERE profile = ?", one["state"], other["profile"]
    )
    assert not replayed(database).identical


def test_learning_in_between_changes_nothing_that_was_decided_before(
    rehearsal: Rehearsal,
) -> None:
    blueprint = rehearsal.installation.blueprint(rehearsal.brand.key)
    assert len(blueprint.policies) > 1, "nothing was learnt; the rehearsal is too small"
    assert {decision.policy for decision in rehearsal.decisions()} >= {0, 1}


TABLES = ("events", "decisions", "states", "entries", "exits", "orders", "opt_outs", "outcomes",
          "messages", "consent_ledger", "policies", "learners", "counts", "contacts",
          "identifiers")  # fmt: skip


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    runs = [a_rehearsal(tmp_path / name, customers=50, days=3) for name in ("one", "two")]
    try:
        reports = [run.installation.readings.report(run.brand.key) for run in runs]
        assert reports[0] == reports[1]
        databases = [run.installation.database for run in runs]
        for table in TABLES:
            one, two = (rows(path, f"SELECT * FROM {table}") for path in databases)
            assert one == two, table
        mails = [
            {file.name: file.read_bytes() for file in run.installation.mail_folder.rglob("*.eml")}
            for run in runs
        ]
        assert mails[0] == mails[1] != {}
        assert runs[0].simulated == runs[1].simulated
    finally:
        for run in runs:
            run.installation.close()


def test_another_seed_gives_another_month(tmp_path: Path, rehearsal: Rehearsal) -> None:
    other = a_rehearsal(tmp_path / "other", customers=50, days=3, seed=8)
    try:
        assert set(other.decisions()).isdisjoint(rehearsal.decisions())
    finally:
        other.installation.close()
