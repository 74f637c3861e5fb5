"""What rules cost, counted in another process: the same answer, and its troubles told apart."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import msgpack
from msgspec.structs import replace
from review_world import BRAND, World

import rapport
from rapport.app.events.process import Received, process, wake
from rapport.app.measuring.rule_costs import PROPOSED, RuleCosts
from rapport.app.publishing.publications import published
from rapport.bootstrap.desks import rules_aside
from rapport.bootstrap.desks.rules_aside import AsideError, Counted, Job, count, count_aside
from rapport.core.creative.framework import Rule
from rapport.errors import RapportError
from rapport.science.off_policy import Support
from rapport.testing import examples as ex

NO_TEN = Rule("no ten", (("offer", ("ten",)),), because="'; DROP TABLE decisions; --")


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[World]:
    """A shop with decisions of which the outcome is known."""
    world = World(tmp_path, ex.brand(arms=ex.ADAPTIVE_ONLY))
    received = []
    for n in range(8):
        events = [
            *ex.subscribed(ex.at(0, 9), f"p{n}"),
            ex.checkout(f"left-{n}", ex.at(0, 10, n), token=f"c-{n}"),
        ]
        received += [Received(f"p{n}", event, event.at) for event in events]
    with world.store.transaction() as transaction:
        process(transaction, published(transaction, BRAND), received)
    with world.store.transaction() as transaction:
        wake(transaction, published(transaction, BRAND), ex.at(20), 500)
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


def test_nothing_but_the_answer_is_on_standard_output(shop: World) -> None:
    """A library that prints would spoil it; and a folder one stands in is no place for modules."""
    spoils = shop.path.parent / "msgspec.py"
    spoils.write_text("raise SystemExit('read from where one stands')")
    program = (
        "from rapport.bootstrap.desks import rules_aside as r; real = r.count\n"
        "def loud(job): print('loud'); return real(job)\n"
        "r.count = loud; r.main()"
    )
    source = str(Path(rapport.__file__).parents[1])
    done = subprocess.run(
        [rules_aside.sys.executable, "-P", "-c", program],
        input=msgpack.encode(Job(str(shop.path), BRAND, ())),
        capture_output=True, check=True, cwd=shop.path.parent,
        env={**os.environ, "PYTHONPATH": source},
    )  # fmt: skip
    assert b"loud" in done.stderr
    found = msgpack.decode(done.stdout, type=Counted)
    assert found.costs is not None


def test_numbers_that_json_has_none_for_come_through() -> None:
    costs = RuleCosts(BRAND, "GBP", "margin", 0, {}, ())
    told = Counted(1, costs)
    assert msgpack.decode(msgpack.encode(told), type=Counted) == told
    endless = Support(1, float("inf"), float("inf"), None)
    assert msgpack.decode(msgpack.encode(endless), type=Support) == replace(endless)
