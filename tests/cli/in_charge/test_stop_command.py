"""`rapport stop`, `resume` and `stops`, as people type them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import Command

from rapport.app.stopping.stops import Done
from rapport.cli.in_charge.stops import resumed_words
from rapport.core.oversight.stopping import FLOW, Stop, Switch
from small_disk import fill, free, small_disk

WHY = ("--because", "the code is wrong", "--by", "Nell")


def test_what_is_stopped_is_listed_with_who_and_why_until_it_is_resumed(
    rapport: Command, here: Path
) -> None:
    rapport("init", "--publish")
    assert rapport("stops").out.startswith("Nothing is stopped.\n")
    ran = rapport("stop", "flow", "checkout", *WHY)
    assert (ran.code, ran.out) == (
        0,
        "Flow checkout is stopped: nothing of it is handed over from now on.\n",
    )
    listed = rapport("stops", "--json", "stops.json").out
    for words in ("(checkout)", "Checkout left behind", "Nell", "the code is wrong"):
        assert words in listed
    (stopped,) = json.loads((here / "stops.json").read_text())["stopped"]
    assert (stopped["stop"]["who"], stopped["waiting"]) == ("Nell", 0)
    assert rapport("resume", "flow", "checkout", "--because", "mended", "--by", "Zoë").code == 0
    past = rapport("stops", "--past").out
    assert "Nothing is stopped." in past
    assert "Zoë" in past
    log = rapport("audit-log", "list").out
    assert log.index("stopped") < log.index("resumed")
    assert rapport("audit-log", "verify").code == 0


def test_who_resumes_is_told_what_still_holds_it_back(rapport: Command) -> None:
    rapport("init", "--publish")
    for what in ("framework", "flow"):
        rapport("stop", what, "checkout", *WHY)
    lines = rapport("resume", "flow", "checkout", "--because", "mended").out.splitlines()
    assert lines[1:] == ["Still stopped, until that is resumed, too: framework checkout."]
    lines = rapport("resume", "framework", "checkout", "--because", "mended").out.splitlines()
    assert len(lines) == 1


GOES = "what is still valid and still wanted goes out, as caps and quiet hours allow."


@pytest.mark.parametrize(
    ("waiting", "held", "words"),
    [
        (0, 0, f"Nothing waited for it; {GOES}"),
        (6, 0, f"6 messages waited for it; {GOES}"),
        (6, 2, f"6 messages waited for it. 2 are still held back; of the rest, {GOES}"),
        (6, 6, "6 messages waited for it, and are still held back."),
        (1, 1, "1 message waited for it, and is still held back."),
    ],
)
def test_how_many_go_out_is_told_apart_from_what_is_still_held(
    waiting: int, held: int, words: str
) -> None:
    stop = Stop("harbour", Switch(FLOW, "checkout"), 1, "Nell", "why")
    done = Done(stop, waiting, 0, still=["the brand"] if held else [], held=held)
    assert resumed_words(done)[0] == f"Flow checkout is resumed. {words}"


def test_what_is_stopped_is_so_without_a_fuss_where_the_anchors_cannot_be_read(
    rapport: Command, here: Path
) -> None:
    rapport("init", "--publish")
    folder = here / "rapport" / "audit"
    for anchors in folder.glob("*.anchors"):
        anchors.unlink()
    (folder / "alder-and-clay.anchors").mkdir(parents=True)
    ran = rapport("stop", "brand", *WHY)
    assert (ran.code, ran.err) == (0, "")
    assert "the code is wrong" in rapport("stops").out
    ran = rapport("audit-log", "verify")
    assert ran.code != 0
    told = " ".join((ran.out + ran.err).split())
    assert "The anchors of the audit log cannot be read from" in told


def test_a_stop_on_a_full_disk_says_that_nothing_stopped_and_where_room_is_missing(
    rapport: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(tmp_path / "disk", 24) as disk:
        monkeypatch.setenv("RAPPORT_HOME", str(disk / "home"))
        rapport("init", "--publish")
        fill(disk)
        ran = rapport("stop", "everything", *WHY)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err == (
            "rapport: Nothing was stopped, and mail may still go out. Nothing can be written to "
            f"{disk / 'home'}: its disk is full or failing. Free some space there. Then stop it "
            "again. If something has to stop at once, stop the server: while it is off, nothing "
            "goes out.\n"
        )
        free(disk)
        assert "Nothing is stopped" in rapport("stops").out
        assert rapport("stop", "everything", *WHY).code == 0


def test_stopping_again_says_who_did(rapport: Command) -> None:
    rapport("init", "--publish")
    rapport("stop", "everything", *WHY)
    ran = rapport("stop", "everything", "--because", "once more", "--by", "Zoë")
    assert ran.code == 0
    assert "was stopped already, by Nell: the code is wrong" in ran.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("stop", "flow"), "Say which flow"),
        (("stop", "nonsense"), "'nonsense' cannot be stopped"),
        (("stop", "flow", "chekout", *WHY), "has no flow 'chekout'. It has: "),
        (
            ("stop", "brand", "--by", "Nell"),
            "stands in the audit log: --because REASON",
        ),
        (("stop", "brand", "--brand", "other", *WHY), "There is no brand 'other' here"),
        (("resume", "brand", *WHY), "The brand has no stop of its own to end. Nothing is stopped."),
        (("stop", "message", "m1", *WHY), "No message 'm1' is on its way"),
    ],
)
def test_bad_use_is_one_line_and_2(rapport: Command, words: tuple[str, ...], said: str) -> None:
    rapport("init", "--publish")
    ran = rapport(*words)
    assert ran.code == 2
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1


def test_before_there_is_a_brand_it_says_how_to_begin(rapport: Command) -> None:
    ran = rapport("stop", "everything", *WHY)
    assert (ran.code, ran.out) == (2, "")
    assert "rapport init" in ran.err


def test_words_that_would_steer_the_terminal_are_shown_as_text(rapport: Command) -> None:
    rapport("init", "--publish")
    for why, who in (("a \x1b[2J b", "Nell"), ("a flood", "N\x1b[31mell")):
        refused = rapport("stop", "brand", "--because", why, "--by", who)
        assert refused.code == 2
        assert "\x1b" not in refused.out + refused.err
    rapport("stop", "brand", "--because", "a [red]x[/red]", "--by", "N[b]ell[/b]")
    listed = rapport("stops").out + rapport("audit-log", "list").out
    again = rapport("stop", "brand", *WHY).out
    assert "\x1b" not in listed + again
    assert "[red]x[/red]" in listed


def test_whoever_runs_rapport_ends_everything_and_who_is_in_one_brand_their_own(
    rapport: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    rapport("init", "--publish")
    rapport("people", "add", "Nell", "--role", "publisher")
    monkeypatch.setattr("getpass.getuser", lambda: "root")
    assert rapport("stop", "everything", "--because", "flooded").code == 0
    refused = rapport("resume", "everything", "--because", "dry", "--by", "root")
    assert (refused.code, "--by owner" in refused.err) == (2, True)
    ran = rapport("resume", "everything", "--because", "dry")
    assert (ran.code, ran.out.startswith("Everything is resumed.")) == (0, True)
    assert rapport("stop", "everything", *WHY).code == 0
    assert rapport("resume", "everything", "--because", "dry", "--by", "owner").code == 0
    log = rapport("audit-log", "list").out
    assert log.count("owner") >= 3
    assert "Nell" in log


def test_whoever_runs_rapport_stops_one_flow_as_well_as_everything(
    rapport: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    rapport("init", "--publish")
    rapport("people", "add", "Nell", "--role", "publisher")
    monkeypatch.setattr("getpass.getuser", lambda: "root")
    for more in ((), ("--by", "owner")):
        assert rapport("stop", "flow", "checkout", *WHY[:2], *more).code == 0
        assert rapport("resume", "flow", "checkout", "--because", "mended", *more).code == 0
    refused = rapport("stop", "flow", "checkout", "--because", "why not", "--by", "somebody")
    assert (refused.code, "somebody" in refused.err) == (2, True)
    assert rapport("audit-log", "list").out.count("owner") >= 4


def test_whoever_stops_something_waits_for_nothing_that_it_does_not_need() -> None:
    code = "import sys, rapport.cli.app, rapport.cli.in_charge.stops; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert "rapport.app.stopping.stops" in loaded.stdout.split()
    assert not {"structlog", "rich", "numpy", "babel", "starlette"} & set(loaded.stdout.split())
