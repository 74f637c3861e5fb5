"""`rapport policy` and `rapport audit-log`, as people type them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from command_line import Command
from msgspec.structs import replace

from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.evidence.learn import FAMILY
from rapport.app.publishing.publications import published
from rapport.cli.in_charge import policy as policy_command
from rapport.core.policy.policy import Policy
from rapport.core.policy.snapshots import BY_RULE, Candidate, Origin
from rapport.ports import Transaction

BRAND = "alder-and-clay"


def in_store(here: Path, do: Callable[[Transaction, Policy], None]) -> None:
    """Changes what is published, as a server beside would."""
    store = SqliteStore(here / "rapport" / "rapport.db")
    try:
        with store.transaction() as transaction:
            do(transaction, published(transaction, BRAND).policies[-1])
    finally:
        store.close()


def publish_two(here: Path) -> None:
    def do(transaction: Transaction, current: Policy) -> None:
        for number in (1, 2):
            policy = replace(current, number=number, since=current.since + number, decisions=50)
            transaction.publish_policy(BRAND, policy, Origin(BY_RULE, number))

    in_store(here, do)


def keep_one(here: Path, why: str = "waits [red]here[/red]\x1b[2J") -> None:
    def do(transaction: Transaction, current: Policy) -> None:
        policy = replace(current, number=current.number + 1, since=current.since + 1)
        transaction.keep_candidate(BRAND, Candidate(policy, why, FAMILY))

    in_store(here, do)


def test_the_list_names_each_policy_its_state_and_who_publishes(
    rapport: Command, here: Path
) -> None:
    rapport("init", "--publish")
    publish_two(here)
    keep_one(here)
    ran = rapport("policy", "list", "--json", "list.json")
    lines = [" ".join(line.replace("│", "").split()) for line in ran.out.splitlines()]
    assert any(line.startswith("0 held ") and "with the brand" in line for line in lines)
    assert any(line.startswith("2 holds ") and "by rule" in line for line in lines)
    assert any(line.startswith("3 candidate ") for line in lines)
    assert "published by rule, while nothing speaks against it" in ran.out
    listed = json.loads((here / "list.json").read_text("utf-8"))
    assert (listed["publishes"], len(listed["policies"])) == ("rule", 4)


def test_words_that_somebody_typed_are_shown_as_they_are(rapport: Command, here: Path) -> None:
    rapport("init", "--publish")
    keep_one(here)
    ran = rapport("policy", "list")
    assert "[red]here[/red]" in ran.out
    assert "\x1b" not in ran.out


def test_a_rollback_holds_at_once_pauses_and_is_entered(rapport: Command, here: Path) -> None:
    rapport("init", "--publish")
    publish_two(here)
    ran = rapport("policy", "rollback", "--because", "too many jokes", "--by", "Nell")
    assert ran.code == 0
    assert "Policy 3 holds from now on: as policy 1" in " ".join(ran.out.split())
    listed = rapport("policy", "list").out
    assert "rolled back by Nell: too many" in " ".join(listed.replace("│", " ").split())
    assert "paused" in listed
    assert rapport("policy", "resume", "--by", "Nell").code == 0
    entries = rapport("audit-log", "list", "--json", "log.json")
    assert "went back to" in entries.out
    log = json.loads((here / "log.json").read_text("utf-8"))
    assert [entry["deed"]["did"] for entry in log] == ["published", "rolled back", "resumed"]


def test_a_candidate_without_a_log_to_judge_it_is_not_published(
    rapport: Command, here: Path
) -> None:
    rapport("init", "--publish")
    keep_one(here)
    ran = rapport("policy", "publish", "1", "--because", "I like it", "--by", "Nell")
    assert ran.code == 1
    assert "There is no answer yet" in ran.out
    assert "does not pass the launch gate" in ran.err
    assert "audit-log verify" not in ran.out
    assert "policy 1" not in rapport("audit-log", "list").out


def test_an_override_is_signed_and_shown_for_good(rapport: Command, here: Path) -> None:
    rapport("init", "--publish")
    keep_one(here)
    for words in (("--override",), ("--override", "--because", "x"), ("--override", "--by", "N")):
        ran = rapport("policy", "publish", "1", *words)
        assert (ran.code, "An override is signed" in ran.err) == (2, True)
    ran = rapport(
        "policy", "publish", "1", "--override", "--because", "the sale begins", "--by", "Nell"
    )
    assert ran.code == 0
    assert "against the launch gate; that is on record" in " ".join(ran.out.split())
    words = " ".join(rapport("policy", "list").out.replace("│", " ").split())
    assert "overrode by Nell" in words
    rapport("audit-log", "list", "--json", "log.json")
    _, entry = json.loads((here / "log.json").read_text("utf-8"))
    assert entry["deed"]["saw"]["more than policy 0 (DR)"].startswith("unavailable, because")
    assert entry["deed"]["saw"]["gate"].startswith("It should not be launched yet")


def test_verify_says_that_all_is_well_and_ends_with_1_where_it_is_not(
    rapport: Command, here: Path
) -> None:
    rapport("init", "--publish")
    publish_two(here)
    rapport("policy", "rollback", "--by", "Nell")
    rapport("policy", "resume", "--by", "Nell")
    ran = rapport("audit-log", "verify", "--json", "whole.json")
    assert ran.code == 0
    assert "3 entries, each as it was made" in ran.out
    head = json.loads((here / "whole.json").read_text("utf-8"))["head"]
    noted = f"{head['number']}:{head['hash']}"
    assert noted in ran.out
    assert rapport("audit-log", "verify", "--expect", noted).code == 0
    with closing(sqlite3.connect(here / "rapport" / "rapport.db")) as db:
        db.execute("DROP TRIGGER audit_log_is_never_shortened")
        db.execute("DELETE FROM audit_log WHERE number = 3")
        db.execute(
            "UPDATE audit_heads SET number = 2, "
            "hash = (SELECT hash FROM audit_log WHERE number = 2)"
        )
        db.commit()
    assert "entry 3 was in the log once" in rapport("audit-log", "verify").out
    (here / "rapport" / "audit" / f"{BRAND}.anchors").unlink()
    assert rapport("audit-log", "verify").code == 0
    ran = rapport("audit-log", "verify", "--expect", noted)
    assert (ran.code, "entry 3 was in the log once" in ran.out) == (1, True)


def test_without_a_number_the_policy_that_decides_now_is_shown(
    rapport: Command, here: Path
) -> None:
    rapport("init", "--publish")
    publish_two(here)
    keep_one(here)
    ran = rapport("policy", "show", "--json", "policy.json")
    assert ran.code == 0
    shown = json.loads((here / "policy.json").read_text("utf-8"))
    assert (shown["policy"]["number"], shown["state"]) == (2, "holds")
    assert "rapport evaluate 2" in ran.out


def test_show_tells_what_a_policy_leans_towards(rapport: Command) -> None:
    rapport("init", "--publish")
    ran = rapport("policy", "show", "0", "--json", "policy.json")
    assert "Starting point: nothing learnt yet." in ran.out
    assert "about 5.0 order without a message; a message whose parts are all average" in ran.out
    assert "is not known yet: it begins near the usual message" in " ".join(ran.out.split())


def test_a_proposal_with_nothing_new_says_so(rapport: Command) -> None:
    rapport("init", "--publish")
    ran = rapport("policy", "propose", "--by", "Nell")
    assert (ran.code, "nothing to propose" in ran.out) == (0, True)


def test_who_may_not_propose_hears_that_and_not_that_nothing_was_learnt(rapport: Command) -> None:
    rapport("init", "--publish")
    for name, role in (("Nell", "publisher"), ("Ann", "author"), ("Vi", "viewer")):
        rapport("people", "add", name, "--role", role, "--by", "Nell")
    for name in ("Vi", "Nobody"):
        ran = rapport("policy", "propose", "--by", name)
        assert (ran.code, ran.out) == (2, ""), ran
        assert f"{name}" in ran.err
    assert "Nothing was learnt" in rapport("policy", "propose", "--by", "Ann").out


def test_pausing_twice_is_used_wrongly(rapport: Command) -> None:
    rapport("init", "--publish")
    assert rapport("policy", "pause", "--by", "Nell").code == 0
    ran = rapport("policy", "pause", "--by", "Nell")
    assert (ran.code, "paused already" in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("policy", "show", "9"), "no policy 9"),
        (("policy", "rollback"), "only one that ever held"),
        (("policy", "publish", "0"), "was published before"),
        (("policy", "list", "--brand", "nobody"), "no brand 'nobody'"),
        (("audit-log", "verify", "--expect", "12"), "is no entry"),
        (("policy", "pause", "--by", " "), "Say who you are with --by"),
    ],
)
def test_used_wrongly_it_says_what_there_is_and_exits_with_2(
    rapport: Command, words: tuple[str, ...], said: str
) -> None:
    rapport("init", "--publish")
    ran = rapport(*words)
    assert (ran.code, said in ran.err) == (2, True), ran


def test_who_acts_is_who_is_logged_in_unless_they_say_otherwise(
    rapport: Command, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rapport("init", "--publish")
    monkeypatch.setenv("LOGNAME", "ada")
    rapport("policy", "pause")
    rapport("audit-log", "list", "--json", "log.json")
    _, entry = json.loads((here / "log.json").read_text("utf-8"))
    assert entry["deed"]["who"] == "ada"


def test_each_way_of_publishing_has_its_sentence() -> None:
    assert set(policy_command.PUBLISHES) == {"rule", "person", "nobody"}


def test_budgets_are_listed_with_what_they_make_of_their_offers(
    rapport: Command, here: Path
) -> None:
    rapport("init", "--publish")
    folder = here / "rapport" / "brands" / "alder-and-clay"
    offers = (folder / "offers.yaml").read_text("utf-8")
    assert "budget:" in offers
    ran = rapport("policy", "list", "--json", "list.json")
    words = " ".join(ran.out.replace("│", " ").split())
    assert "ten-percent £400.00 a month £0.00 (0%) 0%" in words
    assert "on pace" in words
    (budget,) = json.loads((here / "list.json").read_text("utf-8"))["budgets"]
    assert budget["closed"] is False


@pytest.mark.parametrize(
    ("what", "says"),
    [(b"CREATE TABLE audit_log", "malformed database schema"), (b'{"who":"Nell"', "entry 2")],
)
def test_a_damaged_file_is_told_in_a_line_and_never_in_a_traceback(
    rapport: Command, here: Path, what: bytes, says: str
) -> None:
    rapport("init", "--publish")
    assert rapport("policy", "pause", "--because", "a look first", "--by", "Nell").code == 0
    path = here / "rapport" / "rapport.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(path.read_bytes())
    at = content.find(what)
    assert at >= 0
    for place in range(at, at + len(what)):
        content[place] ^= 0x80
    path.write_bytes(content)
    ran = rapport("audit-log", "verify")
    assert ran.code == 1
    assert says in ran.out + ran.err
    assert "Traceback" not in ran.err


def test_a_restored_backup_is_entered_once_and_named_by_verify_from_then_on(
    rapport: Command, here: Path
) -> None:
    rapport("init", "--publish")
    publish_two(here)
    database, backup = here / "rapport" / "rapport.db", here / "backup.db"
    with closing(sqlite3.connect(database)) as db, closing(sqlite3.connect(backup)) as copy:
        db.backup(copy)
    rapport("policy", "rollback", "--by", "Nell")
    for old in database.parent.glob("rapport.db-*"):
        old.unlink()
    database.write_bytes(backup.read_bytes())
    ran = rapport("audit-log", "verify")
    assert ran.code == 1
    assert "rapport audit-log restored --because WHY" in " ".join(ran.out.split())
    ran = rapport("audit-log", "restored", "--by", "Nell")
    assert (ran.code, "--because WHY" in ran.err) == (2, True)
    ran = rapport("audit-log", "restored", "--because", "the disk died", "--by", "Nell")
    assert "by a restored backup, entry 2 of the log before was lost." in " ".join(ran.out.split())
    ran = rapport("audit-log", "verify")
    assert ran.code == 0
    assert "Nell: the disk died" in " ".join(ran.out.split())
    assert rapport("audit-log", "restored", "--because", "again", "--by", "Nell").code == 2
