"""A judgement and its entry in the audit log are there together or not at all, even if killed."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from review_world import BRAND, NELL, World

from rapport.app.reviewing.teach import Lesson
from rapport.core.copy_checks.teaching import PHRASE
from rapport.core.creative.draft import USABLE, WAITING

KILLED = """
import os, signal, sys
from rapport.adapters.sqlite.{module} import {part} as Part

real = Part.{method}

def killed(self, *given):
    {before}
    os.kill(os.getpid(), signal.SIGKILL)

Part.{method} = killed
from rapport.cli import main
main()
"""
MOMENTS = [
    {"module": "drafts", "part": "DraftPart", "method": "judge_draft", "before": "pass"},
    {"module": "drafts", "part": "DraftPart", "method": "judge_draft",
     "before": "real(self, *given)"},
    {"module": "oversight", "part": "OversightPart", "method": "audit_append",
     "before": "real(self, *given)"},
]  # fmt: skip


AT_TAKING_BACK = [
    {"module": "drafts", "part": "DraftPart", "method": "teach", "before": "real(self, *given)"},
    {"module": "drafts", "part": "DraftPart", "method": "requeue_draft", "before": "pass"},
    {"module": "drafts", "part": "DraftPart", "method": "requeue_draft",
     "before": "real(self, *given)"},
    {"module": "oversight", "part": "OversightPart", "method": "audit_append",
     "before": "real(self, *given)"},
]  # fmt: skip


@pytest.mark.parametrize("moment", AT_TAKING_BACK)
def test_who_is_killed_while_a_lesson_is_taken_back_has_taken_back_nothing(
    world: World, moment: dict[str, str]
) -> None:
    world.clock.at = 4_102_444_800_000  # the command goes by the clock on the wall
    drafts = [world.waits(f"That treasure of ours is here, {word}.") for word in ("one", "two")]
    world.desk.teach(BRAND, NELL, Lesson(PHRASE, "treasure of ours"))
    before = ([world.standing(one.id) for one in drafts], world.entries())
    env = {**os.environ, "RAPPORT_HOME": str(world.path.parent)}
    said = ["review", "taught", "--take-back", "1", "--by", "Nell"]
    killed = subprocess.run(
        [sys.executable, "-c", KILLED.format(**moment), *said], env=env, timeout=120, check=False
    )
    assert killed.returncode == -9
    assert ([world.standing(one.id) for one in drafts], world.entries()) == before
    assert not world.desk.taught(BRAND)[0].withdrawn
    assert len(world.desk.unteach(BRAND, NELL, 1).waiting_again) == 2
    assert [did for _, did, _ in world.deeds()] == ["taught", "changed"]


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize(
    "words",
    [
        ("approve",),
        ("reject", "--because", "No."),
        ("reject", "--because", "No.", "--ban", "left it", "--yes"),
        ("edit", "--slot", "body=Kept."),
    ],
)
def test_who_is_killed_in_between_has_judged_nothing(
    world: World, moment: dict[str, str], words: tuple[str, ...]
) -> None:
    world.clock.at = 4_102_444_800_000  # the command goes by the clock on the wall
    draft = world.waits()
    env = {**os.environ, "RAPPORT_HOME": str(world.path.parent)}
    said = ["review", words[0], draft.id, *words[1:], "--by", "Nell"]
    killed = subprocess.run(
        [sys.executable, "-c", KILLED.format(**moment), *said], env=env, timeout=120, check=False
    )
    assert killed.returncode == -9
    assert world.standing(draft.id).state == WAITING
    assert world.entries() == []
    assert dict(world.records.draft_counts(BRAND)) == {WAITING: 1}
    whole = subprocess.run(
        [sys.executable, "-m", "rapport", "review", "approve", draft.id, "--by", "Nell"],
        env=env, timeout=120, check=False, capture_output=True,
    )  # fmt: skip
    assert whole.returncode == 0
    assert world.standing(draft.id).state == USABLE
    assert [did for _, did, _ in world.deeds()] == ["approved"]
