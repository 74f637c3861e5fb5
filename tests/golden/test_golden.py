"""Old histories replay through today's code: an upgrade cannot change the past."""

from __future__ import annotations

from pathlib import Path

import pytest
from stories import FOLDER, STORIES, decode, encode, write
from telling import KINDS, Golden, Teller

from rapport.core.codec import decode_state
from rapport.core.effects import Decided, Send

WRITTEN = sorted(FOLDER.glob("*.json"))


def replayed(golden: Golden) -> Teller:
    again = Teller(golden.blueprint)
    for told in golden.told:
        again.tell(told.event, profile=told.profile)
    return again


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_a_golden_history_leads_to_the_same_effects_to_the_bit(path: Path) -> None:
    golden = decode(path.read_bytes())
    known = tuple(KINDS[kind] for kind in golden.kinds)
    effects = tuple(one for one in replayed(golden).effects if isinstance(one, known))
    assert effects == golden.effects


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_a_state_that_was_stored_then_can_be_read_now(path: Path) -> None:
    golden = decode(path.read_bytes())
    for profile, stored in golden.states.items():
        assert decode_state(stored).profile == profile


def test_every_story_has_been_written_down() -> None:
    assert {path.stem for path in WRITTEN} == set(STORIES)


def test_a_history_that_is_written_is_never_written_again(tmp_path: Path) -> None:
    assert write(tmp_path) == list(STORIES)
    before = tmp_path / "holdout.json"
    before.write_bytes(b"as it was")
    (tmp_path / "usual_arm.json").unlink()
    assert write(tmp_path) == ["usual_arm"]
    assert before.read_bytes() == b"as it was"


@pytest.mark.parametrize("name", STORIES)
def test_a_story_survives_being_written_down(name: str) -> None:
    golden = STORIES[name]()
    assert decode(encode(golden)) == golden


def test_after_a_refund_nothing_playful_is_said() -> None:
    golden = STORIES["refund_then_checkout"]()
    excluded = [
        (one.level, one.reason)
        for effect in golden.effects
        if isinstance(effect, Decided) and effect.decision.stage == "content"
        for one in effect.decision.excluded
    ]
    assert ("playful", "no jokes after a refund") in excluded
    assert {e.action.tone for e in golden.effects if isinstance(e, Send)} <= {"plain", "warm"}


def test_the_stories_are_not_all_silent() -> None:
    counts = {
        name: sum(isinstance(effect, Send) for effect in story().effects)
        for name, story in STORIES.items()
    }
    assert counts["left_and_came_back"] == 1
    assert counts["cap_puts_off"] == 2
    assert counts["anonymous_then_known"] >= 1
    assert (counts["holdout"], counts["opt_out_in_between"]) == (0, 0)
