"""`rapport redteam` over the shipped set and over another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import Command

from rapport.testing.model_server import ModelServer, Turn


def a_set(folder: Path, *rows: tuple[str, str]) -> Path:
    lines = [
        {
            "framework": "checkout", "tone": "warm", "slots": {"body": body},
            "expected": expected, "why": "a test", "offer": "none",
        }
        for expected, body in rows
    ]  # fmt: skip
    path = folder / "mine.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


def test_the_shipped_set_is_taken_where_none_is_named(rapport: Command, here: Path) -> None:
    # One framework's: `tests/app/redteam` holds all of it.
    ran = rapport("redteam", "--framework", "replenishment", "--json", "figures.json")
    assert ran.code == 0, ran
    assert "All of it was kept." in ran.out
    figures = json.loads((here / "figures.json").read_text(encoding="utf-8"))
    assert figures["kept"]
    assert figures["missed"]["most"] == 0.005


def test_another_set_says_what_it_missed_and_exits_with_one(rapport: Command, here: Path) -> None:
    ran = rapport("redteam", "--set", a_set(here, ("reject", "Your basket is saved.")))
    assert ran.code == 1
    assert "1: missed" in ran.out
    assert "Not kept." in ran.out


def test_a_set_that_is_not_there_and_a_framework_that_nobody_names(
    rapport: Command, here: Path
) -> None:
    assert rapport("redteam", "--set", "none.jsonl").code == 2
    ran = rapport("redteam", "--framework", "nothing")
    assert ran.code == 2
    assert "checkout" in ran.err


def test_a_line_that_cannot_be_judged_is_named_and_the_rest_is_judged(
    rapport: Command, here: Path
) -> None:
    path = a_set(here, ("PASS", "Your basket is saved."), ("perhaps", "It is all here."))
    ran = rapport("redteam", "--set", path, "--json", "figures.json")
    assert ran.code == 3, ran
    assert "1 not judged, and in no figure; 1 judged:\n  2: 'expected' is neither" in ran.out
    assert "1 line: 'PASS' was taken for 'pass'." in ran.out
    assert "All of it was kept" not in ran.out
    figures = json.loads((here / "figures.json").read_text(encoding="utf-8"))
    assert figures["kept"] is None
    assert [one["line"] for one in figures["not_judged"]] == [2]


def test_of_figures_nothing_is_said_where_no_line_is_said_to_be_about_them(
    rapport: Command, here: Path
) -> None:
    ran = rapport("redteam", "--set", a_set(here, ("reject", "Only £5.")))
    assert ran.code == 0, ran
    assert "Of figures, links and offers: nothing to tell it by" in " ".join(ran.out.split())


def test_mark_up_and_hidden_characters_in_a_set_are_shown_and_not_obeyed(
    rapport: Command, here: Path
) -> None:
    odd = "[/red]\x1b[2J\u202e"
    line = {
        "framework": odd, "tone": odd, "slots": {odd: "Only £5", "body": odd}, "category": odd,
        "expected": "reject", "why": odd, "offer": odd, "language": odd, "extra": f"{odd} {odd}",
    }  # fmt: skip
    path = here / "odd.jsonl"
    missed = {**line, "slots": {"body": "Your basket is saved."}}
    false = {**line, "expected": "pass"}
    lines = (line, {**line, "expected": odd}, missed, false)
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    ran = rapport("redteam", "--set", path)
    assert ran.code == 1, ran
    assert "[/red]" in ran.out
    assert "\x1b[2J" not in ran.out
    assert "\u202e" not in ran.out


# --- Proofread by a model ------------------------------------------------------------------------

QUIET = "Your basket is saved, and the grey one looks a little lost in it."
MINDED = {"objections": [{"part": "body", "rule": "guilt", "words": "a little lost"}]}


def test_a_model_reads_what_no_check_minds(
    rapport: Command, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_set(here, ("reject", QUIET))
    assert rapport("redteam", "--set", path).code == 1
    with ModelServer(Turn(json.dumps(MINDED))) as server:
        monkeypatch.setenv("RAPPORT_MODEL", "openai:kiln")
        monkeypatch.setenv("RAPPORT_MODEL_URL", f"{server.url}/v1")
        ran = rapport("redteam", "--set", path, "--proofread")
        assert len(server.asked) == 1
    assert ran.code == 0, ran


def test_without_a_model_nothing_is_proofread(rapport: Command) -> None:
    ran = rapport("redteam", "--proofread")
    assert ran.code == 2
    assert "RAPPORT_MODEL" in ran.err
