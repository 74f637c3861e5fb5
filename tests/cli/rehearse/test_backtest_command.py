"""`rapport backtest`: reads the past, says what would have been, and leaves everything as it is."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from command_line import Command

from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.installation import Installation
from rapport.core.events import Contact, Event, Identifier, Incoming
from rapport.core.time import DAY, HOUR, MINUTE, Instant
from rapport.settings import Settings
from rapport.testing import examples as ex
from small_disk import only_read, small_disk

BRAND = "alder-and-clay"
PEOPLE = 8


def told(who: str, event: Event) -> Incoming:
    address = f"{who}@example.com"
    named = Event(f"{who}:{event.id}", event.at, event.source, event.body)
    return Incoming(named, (Identifier("email", address),), Contact(email=address))


@pytest.fixture
def past(here: Path) -> Path:
    """A home folder in which eight people each left a basket and were written to."""
    clock = TurnedClock(ex.at(0, 9))
    installation = Installation(Settings(home=here / "rapport"), clock)
    try:
        installation.publish(installation.copy_example(), since=0, triggers=("checkout_started",))
        people = [f"p{number}" for number in range(PEOPLE)]
        for who in people:
            words = [told(who, e) for e in ex.subscribed(ex.at(0, 9))]
            installation.host.take_in(BRAND, words)
        clock.turn_to(ex.at(1, 10))
        for who in people:
            basket = ex.checkout("c", ex.at(1, 10), token=who)
            installation.host.take_in(BRAND, [told(who, basket)])
        pass_time(installation, clock, ex.at(7))
    finally:
        installation.close()
    return here / "rapport"


@pytest.mark.parametrize("beside", [(), ("-wal",), ("-wal", "-shm")])
def test_a_home_folder_that_may_only_be_read_is_enough(
    rapport: Command,
    past: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    beside: tuple[str, ...],
) -> None:
    """Whichever of the files that SQLite makes beside a database were left there."""
    words = ("backtest", "checkout", "--since", "2026-01-01")
    before = rapport(*words)
    assert before.code == 0, before
    with small_disk(tmp_path / "disk", 24) as disk:
        shutil.copytree(past, disk / "home")
        for end in {"-wal", "-shm"} - {*beside}:
            (disk / "home" / f"rapport.db{end}").unlink(missing_ok=True)
        monkeypatch.setenv("RAPPORT_HOME", str(disk / "home"))
        with only_read(disk):
            assert rapport(*words) == before
            ran = rapport("report")
        assert (ran.code, f"The database {disk / 'home' / 'rapport.db'} cannot be" in ran.err) == (
            2, True,
        )  # fmt: skip


def test_a_database_that_is_a_folder_is_named(rapport: Command, here: Path) -> None:
    (here / "rapport" / "rapport.db").mkdir(parents=True)
    for words in (("backtest", "checkout", "--since", "2026-01-01"), ("stops",), ("report",)):
        ran = rapport(*words)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err == (
            "rapport: The database rapport/rapport.db cannot be opened: it is a folder.\n"
        )


def pass_time(installation: Installation, clock: TurnedClock, until: Instant) -> None:
    while clock.now() < until:
        clock.turn_to(clock.now() + 30 * MINUTE)
        installation.host.tick(BRAND)


def everything(home: Path) -> dict[str, str]:
    """Each file of the home folder by its content, but SQLite's own notes of who is reading."""
    return {
        path.relative_to(home).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(home.rglob("*"))
        if path.is_file() and path.suffix not in (".db-shm", ".db-wal")
    }


def changed_folder(home: Path, file: str, old: str, new: str) -> Path:
    folder = home.parent / "changed"
    shutil.copytree(home / "brands" / BRAND, folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    return folder


def test_todays_version_tells_what_was_sent(rapport: Command, past: Path) -> None:
    ran = rapport("backtest", "checkout", "--since", "2026-03-03", "--json", "figures.json")
    assert ran.code == 0, ran
    assert "Nothing was sent" in ran.out
    assert "What this cannot see" in ran.out
    figures = json.loads((past.parent / "figures.json").read_text(encoding="utf-8"))
    assert (figures["today"]["entered"], figures["candidate"]) == (PEOPLE, None)
    assert figures["today"]["messages"] == len(list((past / "outgoing").rglob("*.eml"))) > 0


def test_a_changed_folder_is_held_against_todays_version(rapport: Command, past: Path) -> None:
    folder = changed_folder(past, "brand.yaml", "{messages: 3, within: 7d}",
                            "{messages: 1, within: 7d}")  # fmt: skip
    ran = rapport("backtest", "checkout", "--since", "2026-03-03", "--folder", folder,
                  "--examples", "2", "--json", "figures.json")  # fmt: skip
    assert ran.code == 0, ran
    assert "Candidate" in ran.out
    figures = json.loads((past.parent / "figures.json").read_text(encoding="utf-8"))
    assert figures["candidate"]["messages"] < figures["today"]["messages"]
    assert figures["compared"]["fewer"] > 0
    assert len(figures["examples"]) == 2


def test_nothing_is_written_and_nothing_is_sent(rapport: Command, past: Path) -> None:
    folder = changed_folder(past, "brand.yaml", "'21:00'", "'20:00'")
    before = everything(past)
    assert "rapport.db" in before
    ran = rapport("backtest", "checkout", "--since", "2026-03-03", "--folder", folder)
    assert ran.code == 0, ran
    assert everything(past) == before


def test_a_day_begins_at_midnight_where_the_brand_is(rapport: Command, past: Path) -> None:
    zone = "time_zone: Europe/London"
    assert zone in (past / "brands" / BRAND / "brand.yaml").read_text(encoding="utf-8")
    for day, begins in (("2026-03-03", ex.at(1)), ("2025-07-01", ex.at(-244) - HOUR)):
        rapport("backtest", "checkout", "--since", day, "--json", "figures.json")
        figures = json.loads((past.parent / "figures.json").read_text(encoding="utf-8"))
        assert figures["since"] == begins
        assert (begins + HOUR * (day < "2026")) % DAY == 0


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ([], "flow"),
        (["checkout"], "--since"),
        (["checkout", "--since", "yesterday"], "yesterday"),
        (["checkout", "--since", "2026-3-1"], "2026-3-1"),
        (["checkout", "--since", "2026-02-30"], "2026-02-30"),
        (["checkout", "--since", "2026-W09-7"], "2026-W09-7"),
        (["checkout", "--since", "2031-01-01"], "--since"),
        (["nothing", "--since", "2026-03-03"], "nothing"),
        (["checkout", "--since", "2026-03-03", "--folder", "nowhere"], "nowhere"),
        (["checkout", "--since", "2026-03-03", "--brand", "nobody"], "nobody"),
        (["checkout", "--since", "2026-03-03", "--examples", "-1"], "--examples"),
    ],
)
def test_bad_use_is_one_line(rapport: Command, past: Path, words: list[str], named: str) -> None:
    ran = rapport("backtest", *words)
    assert (ran.code, ran.out) == (2, ""), ran
    assert ran.err.count("\n") == 1, ran
    assert named in ran.err


def test_a_folder_of_another_brand_is_refused(rapport: Command, past: Path) -> None:
    folder = changed_folder(past, "brand.yaml", f"key: {BRAND}", "key: someone-else")
    ran = rapport("backtest", "checkout", "--since", "2026-03-03", "--folder", folder)
    assert ran.code == 2
    assert "someone-else" in ran.err


def test_a_folder_with_a_mistake_names_its_line(rapport: Command, past: Path) -> None:
    folder = changed_folder(past, "offers.yaml", "value: 10%", "value: plenty")
    ran = rapport("backtest", "checkout", "--since", "2026-03-03", "--folder", folder)
    assert ran.code == 2
    assert "offers.yaml:" in ran.err


def test_without_a_home_it_says_how_to_begin_and_makes_none(rapport: Command, here: Path) -> None:
    ran = rapport("backtest", "checkout", "--since", "2026-03-03")
    assert ran.code == 2
    assert "rapport init" in ran.err
    assert list(here.iterdir()) == []
