"""A damaged row harms itself alone: commands go on without it, name it and count it."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from command_line import Command, Ran

from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.installation import Installation
from rapport.core.events import Contact, Event, Identifier, Incoming
from rapport.core.time import HOUR
from rapport.settings import Settings
from rapport.testing import examples as ex

BRAND = "alder-and-clay"
PEOPLE = 16

DAMAGES = {
    "cut off": "substr({0}, 1, 9)",
    "a number": "5",
    "not UTF-8": "CAST(X'FF' || {0} AS BLOB)",
}

KEYS = {"decisions": "id", "outcomes": "decision", "events": "id", "states": "profile"}

CLOSED = (
    "SELECT d.id FROM decisions d JOIN outcomes o ON o.decision = d.id "
    "JOIN messages m ON m.decision = d.id "
    "WHERE m.arm = 'adaptive' AND m.status = 'sent' ORDER BY m.at DESC LIMIT 1"
)
"""The decision of the newest message that chance chose and whose outcome is known."""

ONE = {
    "decisions": CLOSED,
    "outcomes": CLOSED,
    "events": "SELECT id FROM events WHERE type = 'checkout_started' ORDER BY id LIMIT 1",
    "states": "SELECT profile FROM states ORDER BY profile LIMIT 1",
}

COMMANDS: dict[str, tuple[str, ...]] = {
    "evaluate": ("evaluate", "0", "--json", "told.json"),
    "rules": ("rules", "--json", "told.json"),
    "offers": ("offers", "--json", "told.json"),
    "replay": ("replay", "--json", "told.json"),
    "backtest": ("backtest", "checkout", "--since", "2026-01-01", "--json", "told.json"),
    "train": ("train", "--try", "--json", "told.json"),
    "report": ("report",),
    "rhythm": ("rhythm",),
    "why": ("why",),
    "propose": ("policy", "propose", "--by", "Nell"),
    "policies": ("policy", "list"),
    "usage": ("writer", "usage"),
}

READ_BY = {
    "decisions": ("evaluate", "rules", "offers", "replay", "why", "propose"),
    "outcomes": ("evaluate", "rules", "offers", "propose"),
    "events": ("replay", "backtest", "train"),
    "states": ("replay", "train"),
}
"""Which of the commands go through rows of a table, and say so."""


def told(who: str, event: Event) -> Incoming:
    address = f"{who}@example.com"
    named = Event(f"{who}:{event.id}", event.at, event.source, event.body)
    return Incoming(named, (Identifier("email", address),), Contact(email=address))


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder in which people left a basket, were written to or not, and half of
    them ordered; every outcome is known."""
    home = tmp_path_factory.mktemp("lived") / "rapport"
    clock = TurnedClock(ex.at(0, 9))
    installation = Installation(Settings(home=home), clock)
    try:
        installation.publish(installation.copy_example(), since=0, triggers=("checkout_started",))
        people = [f"p{number}" for number in range(PEOPLE)]
        for who in people:
            words = [told(who, event) for event in ex.subscribed(ex.at(0, 9))]
            installation.host.take_in(BRAND, [*words, told(who, ex.viewed("v", ex.at(0, 9)))])
        clock.turn_to(ex.at(1, 10))
        for who in people:
            basket = ex.checkout("c", ex.at(1, 10), token=who)
            installation.host.take_in(BRAND, [told(who, basket)])
        while clock.now() < ex.at(6):
            clock.turn_to(clock.now() + HOUR)
            installation.host.tick(BRAND)
        for who in people[::2]:
            bought = ex.order("o", ex.at(6), f"o-{who}", token=who)
            installation.host.take_in(BRAND, [told(who, bought)])
        while clock.now() < ex.at(40):
            clock.turn_to(clock.now() + 24 * HOUR)
            installation.host.wake(BRAND)
    finally:
        installation.close()
    return home


@pytest.fixture
def home(lived: Path, here: Path) -> Path:
    shutil.copytree(lived, here / "rapport")
    return here / "rapport"


def damage(home: Path, table: str, how: str) -> str:
    """Spoils one row of the table, and says which."""
    with sqlite3.connect(home / "rapport.db") as db:
        ((key,),) = db.execute(ONE[table]).fetchall()
        column = "state" if table == "states" else "body"
        spoilt = DAMAGES[how].format(column)
        sql = f"UPDATE {table} SET {column} = {spoilt} WHERE {KEYS[table]} = ?"
        assert db.execute(sql, (key,)).rowcount == 1
    db.close()
    return str(key)


def in_one_line(ran: Ran) -> str:
    return " ".join(ran.out.split())


def unreadable(name: str, here: Path) -> dict[str, int]:
    """What the figures say of rows that could not be read."""
    figures = json.loads((here / "told.json").read_bytes())
    if name == "train":
        figures = figures["intent"]
    rows: dict[str, int] = figures["unreadable"]["rows"]
    return rows


def test_where_all_can_be_read_nothing_is_said_of_it(rapport: Command, home: Path) -> None:
    for words in COMMANDS.values():
        ran = rapport(*words)
        assert "could not be read" not in ran.out + ran.err
        assert ran.code in (0, 1), ran.err
    assert rapport("replay").code == 0


@pytest.mark.parametrize(
    ("table", "how"),
    [
        ("decisions", "cut off"),
        ("outcomes", "not UTF-8"),
        ("events", "a number"),
        ("states", "cut off"),
    ],
)
def test_each_command_that_reads_it_goes_on_names_it_and_counts_it(
    rapport: Command, home: Path, here: Path, table: str, how: str
) -> None:
    key = damage(home, table, how)
    for name in READ_BY[table]:
        words = COMMANDS[name]
        ran = rapport(*words)
        assert ran.code in (0, 1), (name, ran.err)
        said = in_one_line(ran)
        assert f"could not be read and is left out: table {table}, under {key}." in said, name
        assert "Bring it back from a backup." in said
        if "--json" in words:
            assert unreadable(name, here) == {table: 1}, name
        if name == "replay":
            assert ran.code == 1


def test_all_commands_go_on_with_a_row_of_each_table_damaged(rapport: Command, home: Path) -> None:
    for table in KEYS:
        damage(home, table, "not UTF-8")
    for name, words in COMMANDS.items():
        ran = rapport(*words)
        assert ran.code in (0, 1), (name, ran.err)
        reads = any(name in readers for readers in READ_BY.values())
        assert ("could not be read" in in_one_line(ran)) is reads, name


def test_only_what_is_damaged_is_left_out_of_the_figures(
    rapport: Command, home: Path, here: Path
) -> None:
    def judged() -> int:
        rapport("rules", "--json", "told.json")
        count: int = json.loads((here / "told.json").read_bytes())["judged"]
        return count

    def gone_through() -> tuple[int, int]:
        rapport("replay", "--json", "told.json")
        found = json.loads((here / "told.json").read_bytes())
        assert found["different"] == found["strayed"] == []
        return found["profiles"], found["decisions"] - found["same"]

    before, (profiles, _) = judged(), gone_through()
    assert before > 1
    damage(home, "decisions", "cut off")
    assert judged() == before - 1
    assert gone_through() == (profiles, 1)
    damage(home, "events", "cut off")
    assert gone_through()[0] == profiles - 1


def test_a_silence_that_cannot_be_read_is_counted_where_the_others_are_listed(
    rapport: Command, home: Path, here: Path
) -> None:
    before = rapport("silences", "--json", "told.json")
    assert before.code == 0, before.err
    rows = json.loads((here / "told.json").read_bytes())["rows"]
    with sqlite3.connect(home / "rapport.db") as db:
        key = rows[0]["decision"]
        db.execute("UPDATE decisions SET body = substr(body, 1, 9) WHERE id = ?", (key,))
    db.close()
    ran = rapport("silences", "--json", "told.json")
    assert f"could not be read and is left out: table decisions, under {key}." in in_one_line(ran)
    assert unreadable("silences", here) == {"decisions": 1}
    assert json.loads((here / "told.json").read_bytes())["rows"] == rows[1:]


def test_why_tells_of_the_next_newest_and_of_one_that_is_asked_for_where_it_stands(
    rapport: Command, home: Path
) -> None:
    key = damage(home, "decisions", "cut off")
    assert key not in rapport("why").out.split("could not be read")[0]
    asked = rapport("why", key)
    assert asked.code != 0
    assert f"in the table decisions, under {key}" in asked.err
    assert "Traceback" not in asked.err
