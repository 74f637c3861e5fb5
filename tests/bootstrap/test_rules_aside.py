"""What rules cost, counted in another process: the same answer, and its troubles told apart."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import msgpack
from msgspec.structs import replace
from review_world import BRAND, World

import rapport
from rapport.app.measuring.rule_costs import PROPOSED, RuleCosts
from rapport.bootstrap.desks import rules_aside
from rapport.bootstrap.desks.rules_aside import AsideError, Counted, Job, count, count_aside
from rapport.core.creative.framework import Rule
from rapport.errors import RapportError
from rapport.science.off_policy import Support
from rapport.testing import examples as ex

SOURCE = str(Path(rapport.__file__).parents[1])
NO_TEN = Rule("no ten", (("offer", ("ten",)),), because="'; DROP TABLE decisions; --")


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[World]:
    """A shop with decisions of which the outcome is known."""
    world = World(tmp_path, ex.brand(arms=ex.ADAPTIVE_ONLY))
    world.leave_baskets(8, ex.at(20))
    yield world
    world.close()


def test_another_process_finds_the_very_same(shop: World) -> None:
    here = count(Job(str(shop.path), BRAND, (NO_TEN,)))
    assert here.costs is not None
    assert here.costs.judged > 0
    assert [one.rule for one in here.costs.rules if one.where == PROPOSED] == [NO_TEN]
    assert count_aside(shop.path, BRAND, [NO_TEN]) == here
    assert here.release == shop.now(BRAND).releases[-1].number


def test_what_stands_in_the_way_is_told_as_it_is(shop: World, tmp_path: Path) -> None:
    for database, brand in ((shop.path, "quarry"), (tmp_path / "none.db", BRAND)):
        with pytest.raises(RapportError) as told:
            count_aside(database, brand, [])
        assert str(told.value) == count(Job(str(database), brand, ())).trouble != ""


def test_a_mistake_of_ours_says_where_and_nothing_of_the_data(
    shop: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> RuleCosts:
        raise ZeroDivisionError("somebody's address")

    monkeypatch.setattr(rules_aside, "rule_costs", fails)
    found = count(Job(str(shop.path), BRAND, ()))
    assert "ZeroDivisionError" in found.where
    assert "address" not in found.where
    monkeypatch.setattr(rules_aside.sys, "executable", "/bin/false")
    with pytest.raises(AsideError, match="ended with 1"):
        count_aside(shop.path, BRAND, [])


def test_one_that_is_killed_says_that_memory_may_be_short(
    shop: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kills = tmp_path / "kills"
    kills.write_text(f"#!/bin/sh\nkill -{signal.SIGKILL.value} $$\n")
    kills.chmod(0o700)
    monkeypatch.setattr(rules_aside.sys, "executable", str(kills))
    with pytest.raises(RapportError, match="too little memory"):
        count_aside(shop.path, BRAND, [])


def instead(folder: Path, program: str) -> str:
    """What runs a program of ours in place of the one that counts."""
    script = folder / "instead"
    script.write_text(f"#!/bin/sh\nexec {shlex.join([sys.executable, '-P', '-c', program])}\n")
    script.chmod(0o700)
    return str(script)


def test_nothing_but_the_answer_is_on_standard_output(
    shop: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A library that prints would spoil it; and a folder one stands in is no place for modules."""
    (tmp_path / "msgspec.py").write_text("raise SystemExit('read from where one stands')")
    program = (
        "from rapport.bootstrap.desks import rules_aside as r; real = r.count\n"
        "def loud(job): print('loud'); return real(job)\n"
        "r.count = loud; r.main()"
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", SOURCE)
    monkeypatch.setattr(rules_aside.sys, "executable", instead(tmp_path, program))
    assert count_aside(shop.path, BRAND, []) == count(Job(str(shop.path), BRAND, ()))
    assert "loud" in capfd.readouterr().err


@pytest.mark.parametrize("ends", ["raise SystemExit", "os.kill(os.getpid(), signal.SIGKILL)"])
def test_it_ends_with_who_asked_however_that_is(tmp_path: Path, ends: str) -> None:
    """For a server that is stopped, or killed, must leave nothing behind that reads for minutes."""
    begun = tmp_path / "begun"
    counts = (
        "from pathlib import Path; import time\n"
        "from rapport.bootstrap.desks import rules_aside as r\n"
        f"def forever(job): Path({str(begun)!r}).touch(); time.sleep(600)\n"
        "r.count = forever; r.main()"
    )
    asks = (
        "import os, signal, threading, time; from pathlib import Path\n"
        "from rapport.bootstrap.desks import rules_aside as r\n"
        f"r.sys.executable = {instead(tmp_path, counts)!r}\n"
        "asks = lambda: r.count_aside(Path('none'), 'none', [])\n"
        "threading.Thread(target=asks, daemon=True).start()\n"
        f"while not Path({str(begun)!r}).exists(): time.sleep(0.01)\n"
        f"{ends}"
    )
    # Both have the same standard error, and it ends with the last of them.
    done = subprocess.run(
        [sys.executable, "-c", asks],
        env={**os.environ, "PYTHONPATH": SOURCE}, stderr=subprocess.PIPE, timeout=60, check=False,
    )  # fmt: skip
    assert done.stderr == b""


def test_too_little_memory_is_told(shop: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> RuleCosts:
        raise MemoryError

    monkeypatch.setattr(rules_aside, "rule_costs", fails)
    assert "too little memory" in count(Job(str(shop.path), BRAND, ())).trouble


def test_numbers_that_json_has_none_for_come_through() -> None:
    costs = RuleCosts(BRAND, "GBP", "margin", 0, {}, ())
    told = Counted(1, costs)
    assert msgpack.decode(msgpack.encode(told), type=Counted) == told
    endless = Support(1, float("inf"), float("inf"), None)
    assert msgpack.decode(msgpack.encode(endless), type=Support) == replace(endless)
