"""`rapport silences`, as people type it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import Command

from rapport.adapters.sqlite.store import SqliteStore
from rapport.core.creative.framework import HOLD
from rapport.core.decision import Decision
from rapport.core.effects import Decided
from rapport.core.events import Identifier
from rapport.core.time import MINUTE

BRAND = "alder-and-clay"
START = 1_780_000_000_000


def silence(number: int, profile: str, reason: str) -> Decided:
    decision = Decision(
        id=f"d{number}",
        profile=profile,
        flow="checkout",
        run=1,
        point="first",
        stage="content",
        at=START + number * MINUTE,
        release=1,
        policy=0,
        arm="holdout" if reason == "holdout" else "adaptive",
        action=HOLD,
        reason=reason,
    )
    return Decided(decision.id, decision)


@pytest.fixture
def quiet(rapport: Command, here: Path) -> Command:
    """The example brand, which has said nothing to two people, five times."""
    rapport("init", "--publish")
    store = SqliteStore(here / "rapport/rapport.db")
    with store.transaction() as transaction:
        ann, bob = "a" * 16, "b" * 16
        transaction.link(BRAND, [(Identifier("email", "ann@example.com"), ann)])
        told = [(ann, "cap"), (bob, "holdout"), (ann, "quiet hours"), (bob, "holdout"), (ann, "")]
        transaction.record(BRAND, [silence(n, *one) for n, one in enumerate(told, 1)])
    store.close()
    return rapport


def ids(ran_out: str) -> list[str]:
    return [line.split()[-1] for line in ran_out.splitlines() if "rapport why" in line]


def test_each_is_told_with_why_and_how_to_see_more(quiet: Command) -> None:
    ran = quiet("silences")
    assert (ran.code, ids(ran.out)) == (0, ["d5", "d4", "d3", "d2", "d1"])
    assert "  They have had enough messages lately, and later is too late." in ran.out
    assert f"Checkout left behind, for {'b' * 16} (no messages)" in ran.out
    assert "Older ones" not in ran.out
    assert quiet("why", "d1").out.startswith("Nothing was said: they have had enough messages")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("--person", "Ann@Example.com "), ["d5", "d3", "d1"]),
        (("--person", "b" * 16), ["d4", "d2"]),
        (("--kind", "stopped"), ["d3", "d1"]),
        (("--kind", "chosen", "--flow", "checkout"), ["d5"]),
        (("--kind", "holdout", "--person", "ann@example.com"), []),
        (("--flow", "welcome"), []),
    ],
)
def test_a_flow_a_person_or_a_kind_of_reason_is_asked_for(
    quiet: Command, here: Path, words: tuple[str, ...], found: list[str]
) -> None:
    ran = quiet("silences", *words, "--json", "silences.json")
    assert (ran.code, ids(ran.out)) == (0, found)
    assert ("No silence of this kind yet." in ran.out) == (not found)
    told = json.loads((here / "silences.json").read_text())
    assert [one["decision"] for one in told["rows"]] == found


def test_the_command_that_goes_on_is_told(quiet: Command) -> None:
    asked = ("silences", "--person", "ann@example.com", "--kind", "stopped", "--limit", "1")
    first = quiet(*asked).out
    assert ids(first) == ["d3"]
    again = first.splitlines()[-1].removeprefix("Older ones: rapport ").split()
    assert again[:5] == ["silences", "--person", "ann@example.com", "--kind", "stopped"]
    assert ids(quiet(*again).out) == ["d1"]
    assert quiet("silences", "--before", "1").out == "No silence before that.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--flow", "chekout"), "There is no flow 'chekout', and never was. There is: "),
        (("--kind", "rule"), "There is no kind 'rule' of reasons. There is: chosen, stopped, "),
        (("--person", "eve@example.com"), "knows nobody by the address 'eve@example.com'"),
        (("--person", "@"), "knows nobody by the address '@'"),
        (("--limit", "0"), "--limit"),
        (("--before", "-1"), "--before"),
        (("--before", "9" * 30), "--before"),
        (("--brand", "other"), "There is no brand 'other' here"),
    ],
)
def test_what_there_is_not_is_told(quiet: Command, words: tuple[str, ...], said: str) -> None:
    ran = quiet("silences", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_an_id_that_nobody_has_is_named_and_steers_no_terminal(quiet: Command) -> None:
    ran = quiet("silences", "--person", "nobody\x1b[2J")
    assert (ran.code, ran.out.count("\x1b")) == (0, 0)
    assert "was taken for a profile's id" in ran.out
