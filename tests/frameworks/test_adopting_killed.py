"""Whoever is killed while proposals are taken in leaves each in the files or waiting, not half."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time

import pytest
from desk_world import BRAND, ME, World
from proposals import WHOLE, propose

from rapport.adapters.brand_folder import in_place
from rapport.app.frameworks.editing import Order
from rapport.app.in_charge.audit_log import all_entries
from rapport.bootstrap.desks.frameworks import FrameworkDesk
from rapport.core.creative.editing import WholeText
from rapport.core.oversight.audit import flaws

KILLED = """
import os, signal, sys
from rapport.{module} import {part} as Part

real, left = Part.{method}, {after}

def killed(*given, **more):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*given, **more)

Part.{method} = killed
from rapport.cli import main
main()
"""
_FILE = {"module": "adapters.brand_folder.in_place", "part": "_Exchange"}
MOMENTS = {
    "before its entry": {"module": "adapters.sqlite.oversight", "part": "OversightPart",
                         "method": "audit_append", "after": 0},
    "while files are made ready": {**_FILE, "method": "prepare", "after": 1},
    "with its entry, before any file": {**_FILE, "method": "do", "after": 0},
    "between two files": {**_FILE, "method": "do", "after": 1},
    "with both files in place": {**_FILE, "method": "tidy", "after": 0},
}  # fmt: skip
TOOK = "took in 2 approved proposals"
NOTHING, PART = f"{TOOK}: it did not come about", f"{TOOK}: only a part came about"
IN_THE_END = {
    "before its entry": [TOOK],
    "while files are made ready": [TOOK],
    "with its entry, before any file": [TOOK, NOTHING, TOOK],
    "between two files": [TOOK, PART, TOOK],
    "with both files in place": [TOOK],
}
"""What the log says once what was left over was taken in: whatever says it was done is there."""


@pytest.mark.parametrize("moment", MOMENTS)
def test_who_is_killed_leaves_the_folder_whole_and_the_rest_is_done_by_the_next(
    world: World, moment: str
) -> None:
    part = propose(world, {"cta": "See it"})
    # A tone that the voice does not know either: two files are about to change.
    whole = propose(
        world, {**WHOLE, "headline": "It is still here", "body": "By the forge."}, tone="brisk"
    )
    env = {**os.environ, "RAPPORT_HOME": str(world.here.home)}
    killed = subprocess.run(
        [sys.executable, "-c", KILLED.format(**MOMENTS[moment]), "adopt"],
        env=env, timeout=120, check=False, capture_output=True,
    )  # fmt: skip
    assert killed.returncode == -9, killed.stderr
    assert world.desk.book(BRAND).mistakes == ()
    waiting = {one.kept.draft.id for one in world.desk.to_adopt(BRAND)}
    # Whoever looks first finds it out, and the log says so before anything else is done.
    before = adoptions(world)
    assert before == IN_THE_END[moment][: len(IN_THE_END[moment]) - bool(waiting)]
    assert [one.kept.draft.id for one in world.desk.to_adopt(BRAND)] or not waiting
    assert adoptions(world) == before, "it is told once"
    inside = {one for one in (part, whole) if one in world.text()}
    assert waiting | inside == {part, whole}
    assert waiting & inside == set()
    assert flaws(BRAND, list(all_entries(world.here.records, BRAND)), []) == []
    if waiting:
        world.desk.adopt(BRAND, waiting, ME)
    assert world.desk.to_adopt(BRAND) == []
    assert all(world.text().count(one) == 1 for one in (part, whole))
    assert world.text("voice.yaml").count("key: brisk") == 1
    assert adoptions(world) == IN_THE_END[moment]
    assert flaws(BRAND, list(all_entries(world.here.records, BRAND)), []) == []


def adoptions(world: World) -> list[str]:
    """What the log says of taking in, in its order."""
    entries = all_entries(world.here.records, BRAND)
    return [entry.deed.why for entry in entries if entry.deed.why.startswith("took in")]


@pytest.mark.parametrize("by_another_way", ["the terminal", "another change", "a page"])
def test_whoever_comes_next_finds_out_what_was_cut_short(world: World, by_another_way: str) -> None:
    propose(world, {"cta": "See it"})
    env = {**os.environ, "RAPPORT_HOME": str(world.here.home)}
    killed = subprocess.run(
        [sys.executable, "-c",
         KILLED.format(**MOMENTS["with its entry, before any file"]), "adopt"],
        env=env, timeout=120, check=False, capture_output=True,
    )  # fmt: skip
    assert killed.returncode == -9, killed.stderr
    once = "took in 1 approved proposal"
    assert adoptions(world) == [once]
    if by_another_way == "the terminal":
        done = subprocess.run(
            [sys.executable, "-m", "rapport", "adopt"],
            env=env, timeout=120, check=False, capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert adoptions(world) == [once, f"{once}: it did not come about", once]
        return
    if by_another_way == "another change":
        file = world.desk.open(BRAND, "checkout")
        assert file is not None
        whole = Order("checkout", file.edition, WholeText(file.text + "\n# seen\n"))
        world.desk.save(BRAND, whole, ME)
    else:
        world.desk.book(BRAND)
    assert adoptions(world) == [once, f"{once}: it did not come about"]
    last = [e for e in all_entries(world.here.records, BRAND) if e.deed.why.startswith("took in")]
    assert last[-1].deed.who == "Rapport"
    assert "could be changed" in last[-1].deed.saw["why"]


def test_a_change_that_is_under_way_is_no_crash(world: World) -> None:
    """The page waits until it is through; nothing is told."""
    propose(world, {"cta": "See it"})
    (draft,) = [one.kept.draft.id for one in world.desk.to_adopt(BRAND)]
    slow = FrameworkDesk(world.here)
    real, entered = in_place._Exchange.do, threading.Event()

    def later(exchange: in_place._Exchange) -> None:
        entered.set()
        time.sleep(0.3)
        real(exchange)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(in_place._Exchange, "do", later)
        adopting = threading.Thread(target=slow.adopt, args=(BRAND, [draft], ME))
        adopting.start()
        assert entered.wait(20)
        assert world.desk.to_adopt(BRAND) == []
        adopting.join()
    assert adoptions(world) == ["took in 1 approved proposal"]
