"""`rapport review` and `rapport people`, as somebody types them; and single keys on a terminal."""

from __future__ import annotations

import io
import os
import pty
import re
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from review_world import BRAND, World

from rapport.cli import main
from rapport.cli.words.review import in_editor
from rapport.core.creative.draft import REJECTED, USABLE, WAITING
from rapport.core.oversight.people import holder
from rapport.core.time import DAY


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Command = Callable[..., Ran]


@pytest.fixture
def world(world: World) -> World:
    """The commands run by the wall clock: what waits must not be over by then."""
    world.clock.at = 4_102_444_800_000
    return world


@pytest.fixture
def rapport(
    world: World, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Command:
    """Runs `rapport` with these words over the world's home folder."""
    monkeypatch.setenv("RAPPORT_HOME", str(world.path.parent))

    def run(*words: str, typed: str = "") -> Ran:
        monkeypatch.setattr(sys, "argv", ["rapport", *words])
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        capfd.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        told = capfd.readouterr()
        code = left.value.code
        assert isinstance(code, int)
        return Ran(code, told.out, told.err)

    return run


def test_what_waits_is_listed_shown_and_judged(world: World, rapport: Command) -> None:
    assert rapport("review", "list").out == "Nothing waits for a person.\n"
    draft = world.waits(
        "Your basket\u202e is here.", slots={"subject": "Still here", "body": "Ok."}
    )
    listed = rapport("review", "list").out
    assert "Still here" in listed
    assert re.search(r"\d+ (day|hour|minute)s?\b", listed)
    assert " h " not in listed
    shown = rapport("review", "show", draft.id[:6]).out
    assert "[-Your basket is still-]{+Still+} here" in shown
    assert "✓ 23 checks passed" in shown
    assert "figures, prices, percentages" in shown
    assert "0 planned messages would say this now; 0 others are alike." in shown
    assert "for example: Robin, whom we made up" in shown
    assert "  Still here" in shown.partition("Robin, whom")[2]
    done = rapport("review", "approve", draft.id[:6], "--by", "Nell")
    assert (done.code, "Approved. It goes out from now on." in done.out) == (0, True)
    late = rapport("review", "approve", draft.id, "--by", "Max")
    assert (late.code, "Nell approved it already" in late.out) == (1, True)
    assert world.deeds() == [("Nell", "approved", f"draft {draft.id}")]


def test_hostile_words_do_not_steer_the_terminal(world: World, rapport: Command) -> None:
    words = "\x1b[2J\x1b]0;owned\x07[red]Hi[/red]\u202e"
    draft = world.waits(slots={"subject": words, "body": words})
    for out in (rapport("review", "list").out, rapport("review", "show", draft.id).out):
        assert not {"\x1b", "\x07", "\u202e"} & set(out)
        assert "[red]Hi[/red]" in out


def test_rejecting_teaches_and_a_lesson_is_taken_back(world: World, rapport: Command) -> None:
    draft = world.waits("Your basket is a treasure of ours.")
    world.waits("That treasure of ours is here.")
    assert rapport("review", "reject", draft.id, "--by", "Nell").code == 2
    two = rapport("review", "reject", draft.id, "--because", "x", "--ban", "abc", "--rule", "No.")
    assert "one thing at a time" in two.err
    done = rapport(
        "review", "reject", draft.id, "--because", "Sickly.", "--ban", "treasure of ours",
        "--by", "Nell", "--yes",
    )  # fmt: skip
    assert (done.code, "1 more draft was taken along." in done.out) == (0, True)
    assert "treasure of ours" in rapport("review", "taught").out
    later = world.waits("Another treasure of ours.")
    named = (
        r"\(lesson 1 bans 'treasure of ours': Nell, \d+ \w+ \d{4}; "
        r"to take it back: rapport review taught --take-back 1\)"
    )
    for words in (("show", later.id), ("approve", later.id, "--by", "Max")):
        assert re.search(named, rapport("review", *words).out)
    back = rapport("review", "taught", "--take-back", "1", "--by", "Nell").out
    assert "Taken back: treasure of ours" in back
    assert "1 draft waits again that it had taken along" in back
    assert "taught nothing" in rapport("review", "taught").out


BAN = ("--because", "Sickly.", "--by", "Nell", "--ban")


def test_before_a_ban_the_terminal_shows_what_goes_along_and_asks(
    world: World, rapport: Command
) -> None:
    draft = world.waits("Your basket is a treasure of ours.")
    other = world.waits("That treasure of ours is here.")
    for answer in ("", "\n", "n\n"):
        asked = rapport("review", "reject", draft.id, *BAN, "treasure of ours", typed=answer)
        assert asked.code == 2
        assert "1 other draft that waits is rejected with 'treasure of ours'." in asked.out
        assert "body: That treasure of ours is here." in asked.out
        assert "Ban them? y, n, or other words: " in asked.out
        assert "Nothing was done." in asked.err
    assert {world.standing(one.id).state for one in (draft, other)} == {WAITING}
    narrower = "basket is a treasure of ours\n"
    done = rapport("review", "reject", draft.id, *BAN, "treasure of ours", typed=narrower)
    assert done.code == 0
    assert [one.text for one in world.desk.taught(BRAND)] == ["basket is a treasure of ours"]
    assert world.standing(other.id).state == WAITING
    mine = world.waits("Here is a treasure of ours.")
    assert rapport("review", "reject", mine.id, *BAN, "treasure of ours", typed="y\n").code == 0
    assert world.standing(other.id).lesson == 2


def test_a_ban_that_takes_nothing_along_asks_nothing(world: World, rapport: Command) -> None:
    draft = world.waits("Your basket is a treasure of ours.")
    done = rapport("review", "reject", draft.id, *BAN, "treasure of ours")
    assert (done.code, "Ban them?" in done.out) == (0, False)


def test_hostile_words_do_not_steer_the_question(world: World, rapport: Command) -> None:
    draft = world.waits("A treasure of ours.")
    world.waits("\x1b[2J\x1b]0;owned\x07[red]A[/red] treasure of ours.\u202e")
    asked = rapport("review", "reject", draft.id, *BAN, "treasure of ours", typed="n\n")
    assert not {"\x1b", "\x07", "\u202e"} & set(asked.out)
    assert "[red]A[/red] treasure of ours." in asked.out


def test_an_edit_is_typed_or_made_in_an_editor(
    world: World, rapport: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = world.waits(), world.waits("It is all still here.")
    assert "has no words" in rapport("review", "edit", one.id, "--slot", "body").err
    stopped = rapport("review", "edit", one.id, "--slot", "body=Only £5.", "--by", "Nell")
    assert (stopped.code, "currency in body" in stopped.out) == (1, True)
    assert rapport("review", "edit", one.id, "--slot", "body=Kept.", "--by", "Nell").code == 0
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nsed -i "s/all still/still/" "$1"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    assert rapport("review", "edit", two.id, "--by", "Nell").code == 0
    kept = world.records.draft(BRAND, world.standing(two.id).became)
    assert kept is not None
    assert kept.draft.slots == {"subject": "Still here", "body": "It is still here."}
    monkeypatch.setenv("VISUAL", "true")
    slots = {"subject": "[body] is a word", "body": "One.\n\n[not a slot]\nTwo."}
    assert in_editor(slots) == slots


def test_those_alike_are_judged_together(world: World, rapport: Command) -> None:
    one = world.waits("Your basket is where you left it, all of it.")
    two = world.waits("Your basket is where you left it, every piece of it.")
    assert two.id[:8] in rapport("review", "bulk", one.id).out
    assert rapport("review", "bulk", one.id, "--approve", "--reject").code == 2
    assert (
        rapport("review", "bulk", one.id, "--reject", "--because", "No.", "--by", "Nell").code == 0
    )
    assert {world.standing(d.id).state for d in (one, two)} == {REJECTED}


def test_single_keys_go_through_the_queue(world: World, rapport: Command) -> None:
    said = ("Cup is here.", "Quite another thing.", "The third of them.", "A pot keeps tea warm.")
    drafts = [world.waits(one, deadline=world.clock.at + DAY + n) for n, one in enumerate(said)]
    ran = rapport("review", "--by", "Nell", typed="ajrDull.\nq")
    assert ran.code == 0
    states = [world.standing(one.id).state for one in drafts]
    assert states == [USABLE, WAITING, REJECTED, WAITING]
    assert world.standing(drafts[2].id).why == "Dull."
    assert "2 still wait." in ran.out
    assert "Nothing waits" in rapport("review", "--by", "Nell", typed="aa").out


def test_the_key_that_bans_asks_what_may_go_along(world: World, rapport: Command) -> None:
    mine = world.waits("Your basket is a treasure of ours.")
    other = world.waits("That treasure of ours is here.", deadline=world.clock.at + 3 * DAY)
    ran = rapport("review", "--by", "Nell", typed="xtreasure of ours\nn\nq")
    assert "Ban them?" in ran.out
    assert "Nothing was done." in ran.out
    assert {world.standing(one.id).state for one in (mine, other)} == {WAITING}
    ran = rapport("review", "--by", "Nell", typed="xtreasure of ours\ny\nSickly.\n")
    assert "1 more draft was taken along." in ran.out
    assert (world.standing(mine.id).who, world.standing(other.id).lesson) == ("Nell", 1)


def test_a_question_mark_tells_the_keys_and_a_wrong_one_judges_nothing(
    world: World, rapport: Command
) -> None:
    drafts = [world.waits("Cup is here."), world.waits("Cup is here, too.")]
    ran = rapport("review", "--by", "Nell", typed="?z\x07q")
    assert "x  reject, and never write some of these words again" in ran.out
    assert "‘z’ does nothing here." in ran.out
    assert "\x07" not in ran.out
    assert "1 other is alike." in ran.out
    assert {world.standing(one.id).state for one in drafts} == {WAITING}
    assert rapport("review", "--by", "Nell", typed="?").code == 0  # the input may end there


def test_a_key_on_a_real_terminal_needs_no_enter(world: World) -> None:
    draft = world.waits()
    ours, theirs = pty.openpty()
    env = {**os.environ, "RAPPORT_HOME": str(world.path.parent), "TERM": "xterm"}
    process = subprocess.Popen(
        [sys.executable, "-m", "rapport", "review", "--by", "Nell"],
        stdin=theirs, stdout=theirs, stderr=theirs, env=env,
    )  # fmt: skip
    os.close(theirs)
    told = b""
    try:
        # What is typed before the terminal listens for single keys is thrown away: type again.
        for _ in range(300):
            if select.select([ours], [], [], 0.2)[0]:
                told += os.read(ours, 4_096)
            elif b"j skip" in told:
                os.write(ours, b"a")
    except OSError:  # the other end is closed: the command is done
        assert process.wait(10) == 0
    finally:
        process.kill()
        process.wait(10)
        os.close(ours)
    assert world.standing(draft.id).state == USABLE, told.decode(errors="replace")


def test_people_are_added_with_a_token_that_is_shown_once(world: World, rapport: Command) -> None:
    assert "Nobody is named yet" in rapport("people", "list").out
    assert "first person in charge" in rapport("people", "add", "Max", "--role", "reviewer").err
    added = rapport("people", "add", "Pia", "--role", "publisher")
    token = re.search(r"^  ([\w-]{43})$", added.out, re.MULTILINE)
    assert token
    assert holder(world.desk.people(BRAND), token[1]) is not None
    assert token[1] not in rapport("people", "list").out
    assert token[1] not in rapport("audit-log", "list").out
    refused = rapport("people", "add", "Max", "--role", "reviewer", "--by", "Max")
    assert (refused.code, "not among the people" in refused.err) == (2, True)
    assert rapport("people", "add", "Max", "--role", "reviewer", "--by", "Pia").code == 0
    assert rapport("people", "change", "Max", "--role", "viewer", "--by", "Pia").code == 0
    renewed = rapport("people", "renew", "Pia", "--by", "Pia")
    assert renewed.code == 0
    assert holder(world.desk.people(BRAND), token[1]) is None
    assert rapport("people", "remove", "Max", "--by", "Pia").code == 0
    assert [one.name for one in world.desk.people(BRAND)] == ["Pia"]


def test_with_people_a_command_is_held_to_the_role_of_who_it_names(
    world: World, rapport: Command
) -> None:
    world.employ(Vic="viewer", Nell="reviewer")
    draft = world.waits()
    stranger = rapport("review", "approve", draft.id, "--by", "root")
    assert (stranger.code, "'root' is not among the people" in stranger.err) == (2, True)
    viewer = rapport("review", "approve", draft.id, "--by", "Vic")
    assert (viewer.code, "Vic is a viewer here" in viewer.err) == (2, True)
    assert rapport("review", "approve", draft.id, "--by", "nell").code == 0
    assert world.deeds()[-1] == ("Nell", "approved", f"draft {draft.id}")
