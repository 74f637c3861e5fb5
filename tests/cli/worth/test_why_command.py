"""`rapport why`: one decision, in words and as a chart of characters."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from command_line import Command
from msgspec.structs import replace
from rich.console import Console

from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.explaining.decision_chart import Bar, Moved, Out, Part, Scale
from rapport.app.explaining.explain import POSSIBLE, Explanation
from rapport.app.wording.table import Table
from rapport.cli.in_charge import policy
from rapport.cli.worth import why
from rapport.core.effects import Decided
from rapport.testing import examples as ex
from rapport.testing.things_to_store import a_send, decided

WIDE = Scale(-1.0, 3.0)
TONE = Part(
    "Tone", "the average tone", "What it adds.", "Warm",
    (Bar("Warm", 0.75, True, 2.0, 1.0, 3.0, "£2.00", "£1.00 to £3.00"),
     Bar("Plain", 0.25, False, 0.0, None, None, "£0.00", "")),
    (Out("Loud\x1b[2J", "not after a refund"),),
    (Moved("has ordered before", 0.5),), "the average tone", WIDE, WIDE,
)  # fmt: skip


def test_a_chart_is_drawn_with_what_each_worth_is_told_against(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = io.StringIO()
    console = Console(file=out, width=110, highlight=False)
    for place in (policy, why):
        monkeypatch.setattr(place, "terminal", lambda: console)
    known = Table("What was known", ("Signal", "Value"), (("orders so far", "2"),))
    possible = Table(POSSIBLE, ("Choice",), (("Warm",),), "By chance.")
    why.show(Explanation("Chosen.", (possible, known), "No discount.", (TONE,)))
    lines = [" ".join(line.replace("│", "|").split()) for line in out.getvalue().splitlines()]
    told = "\n".join(lines)
    warm = next(line for line in lines if line.startswith("Warm"))
    assert warm.startswith("Warm | 75% | £2.00 | £1.00 to £3.00 |")
    assert "───●───" in warm
    assert warm.endswith("| chosen")
    assert next(line for line in lines if line.startswith("Plain")).count("not on record") == 1
    assert "What it adds. | is the average tone." in told
    assert "left out | not after a refund" in told
    assert "What moved it: Warm, against the average tone" in told
    assert "+0.50" in told
    assert "By chance." in told
    assert "orders so far" in told
    assert "\x1b" not in told


def test_without_a_message_it_says_so(rapport: Command) -> None:
    rapport("init", "--publish")
    assert "There is no message yet" in rapport("why").err
    gone = rapport("why", "no-such-message")
    assert (gone.code, "no message and no decision 'no-such-message'" in gone.err) == (2, True)


def test_a_message_that_was_never_written_is_explained(rapport: Command, here: Path) -> None:
    rapport("init", "--publish")
    (database,) = here.rglob("rapport.db")
    store = SqliteStore(database)
    (brand,) = store.brands()
    with store.transaction() as transaction:
        usual = replace(decided("d1").decision, reason="usual")
        transaction.record(brand, [Decided("d1", usual), a_send("m1")])
        transaction.settle(brand, a_send("m1"), ex.at(1), "stopped", "refused: too late")
    store.close()
    told = rapport("why", "m1")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("Not written (stopped: refused: too late), ")
    assert "This person gets what everybody used to get" in told.out
