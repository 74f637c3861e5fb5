"""Whoever is killed while proposals are taken in leaves each in the files or waiting, not half."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from desk_world import BRAND, ME, World
from proposals import WHOLE, propose

from rapport.app.in_charge.audit_log import all_entries
from rapport.core.audit import flaws

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
    inside = {one for one in (part, whole) if one in world.text()}
    assert waiting | inside == {part, whole}
    assert waiting & inside == set()
    assert flaws(BRAND, list(all_entries(world.here.records, BRAND)), []) == []
    if waiting:
        world.desk.adopt(BRAND, waiting, ME)
    assert world.desk.to_adopt(BRAND) == []
    assert all(world.text().count(one) == 1 for one in (part, whole))
    assert world.text("voice.yaml").count("key: brisk") == 1
