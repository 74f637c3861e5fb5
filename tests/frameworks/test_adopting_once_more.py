"""Words that were approved and break a rule by now are not taken in: every finding is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from desk_world import BRAND, ME, Visitor, World
from proposals import PAGE, WORDS, propose

from rapport.app.frameworks.adopting import UnfitError
from rapport.app.reviewing.teach import Lesson
from rapport.bootstrap.desks.frameworks import FrameworkDesk
from rapport.core.copy_checks.teaching import PHRASE
from rapport.core.creative.draft import USABLE
from rapport.core.oversight.people import PUBLISHER, Actor
from rapport.core.time import DAY
from rapport.errors import UserError

NELL = Actor("Nell", PUBLISHER)
VOICE, CLAIMS = "voice.yaml", "claims.yaml"
MADE = {"cta": "Dishwasher safe"}


def refused(world: World, draft: str) -> dict[str, str]:
    """What stands against it, as check and words; nothing is written, nothing is on record."""
    before, deeds = world.everything(), world.deeds()
    with pytest.raises(UnfitError) as caught:
        world.desk.adopt(BRAND, [draft], ME)
    with pytest.raises(UnfitError):
        world.desk.adopt(BRAND, [draft], ME, only_check=True)
    assert world.everything() == before
    assert world.deeds() == deeds
    (one,) = caught.value.unfit
    for finding in one.findings:
        for words in (finding.rule, finding.found, finding.where, finding.advice):
            assert words in str(caught.value)
    return {finding.rule: finding.found for finding in one.findings}


def test_a_word_that_the_voice_avoids_by_now_keeps_words_out(world: World) -> None:
    draft = propose(world, {"cta": "A splendid kettle"})
    world.desk.adopt(BRAND, [draft], ME, only_check=True)
    world.change("avoid: [synergy", "avoid: [splendid, synergy", VOICE)
    assert refused(world, draft) == {"avoided word": "splendid"}


def test_each_finding_is_named_and_not_only_the_first(world: World) -> None:
    draft = propose(world, {"cta": "A nifty kettle", "headline": "A splendid one"})
    world.change("avoid: [synergy", "avoid: [splendid, nifty, synergy", VOICE)
    with pytest.raises(UnfitError) as caught:
        world.desk.adopt(BRAND, [draft], ME)
    assert {one.found for one in caught.value.unfit[0].findings} == {"splendid", "nifty"}


def test_a_claim_that_has_ended_since_keeps_words_out(world: World) -> None:
    world.change("made by hand", "dishwasher safe", CLAIMS)
    draft = propose(world, MADE)
    world.desk.adopt(BRAND, [draft], ME, only_check=True)
    world.clock.turn_to(world.clock.now() + 800 * DAY)
    assert "claim" in refused(world, draft)


def test_a_claim_that_was_taken_out_of_the_files_keeps_words_out(world: World) -> None:
    world.change("made by hand", "dishwasher safe", CLAIMS)
    draft = propose(world, MADE)
    world.desk.adopt(BRAND, [draft], ME, only_check=True)
    (world.folder / CLAIMS).write_text("claims: []\n", encoding="utf-8")
    assert "claim" in refused(world, draft)


def test_a_phrase_that_a_reviewer_banned_since_keeps_words_out(world: World) -> None:
    world.here.review.teach(BRAND, NELL, Lesson(PHRASE, "splendid"))
    draft = propose(world, {"cta": "A splendid kettle"})  # approved where nobody knew of it
    assert refused(world, draft) == {"avoided word": "splendid"}
    world.here.review.unteach(BRAND, NELL, 1)
    assert world.desk.adopt(BRAND, [draft], ME).drafts == (draft,)


def test_a_phrase_that_is_banned_takes_back_what_waits_and_leaves_what_is_in_the_files(
    world: World,
) -> None:
    own, waiting = propose(world, {"cta": "A splendid kettle"}), propose(world, {"cta": "Splendid"})
    world.desk.adopt(BRAND, [own], ME)
    taught = world.here.review.teach(BRAND, NELL, Lesson(PHRASE, "splendid"))
    assert taught.withdrawn == (waiting,)
    assert world.desk.to_adopt(BRAND) == []
    kept = world.here.records.draft(BRAND, own)
    assert kept is not None
    assert kept.standing.state == USABLE


def test_a_part_that_became_shorter_keeps_words_out(world: World) -> None:
    draft = propose(world, {"cta": "Have a quiet look at it"})
    world.change("max_chars: 28", "max_chars: 20")
    assert "slot length" in refused(world, draft)


def test_words_that_the_framework_has_by_now_keep_themselves_out(world: World) -> None:
    draft = propose(world, {"cta": "Have a quiet look"})
    world.change("cta: See your basket", "cta: Have a quiet look")
    assert "repetition" in refused(world, draft)


def test_one_that_is_unfit_keeps_out_all_that_were_ticked_and_others_go_without_it(
    world: World,
) -> None:
    unfit, fit = propose(world, {"cta": "A splendid kettle"}), propose(world, {"cta": "Look at it"})
    world.change("avoid: [synergy", "avoid: [splendid, synergy", VOICE)
    before = world.everything()
    with pytest.raises(UnfitError):
        world.desk.adopt(BRAND, [fit, unfit], ME)
    assert world.everything() == before
    assert world.desk.adopt(BRAND, [fit], ME).drafts == (fit,)


def test_the_terminal_takes_in_what_is_fit_and_names_what_is_not(
    world: World, tmp_path: Path
) -> None:
    unfit, fit = propose(world, {"cta": "A splendid kettle"}), propose(world, {"cta": "Look at it"})
    world.change("avoid: [synergy", "avoid: [splendid, synergy", VOICE)
    elsewhere = shutil.copytree(world.folder, tmp_path / "elsewhere")
    waiting, came = FrameworkDesk(world.here).adopt_into(BRAND, elsewhere, "")
    assert len(waiting) == 2
    assert came.drafts == (fit,)
    (held,) = came.held
    assert held.draft == unfit
    assert "'splendid' (avoided word)" in held.needs[0]


def test_the_page_says_what_stands_against_words_and_does_not_tick_them(
    world: World, visitor: Visitor
) -> None:
    unfit, fit = propose(world, {"cta": "A splendid kettle"}), propose(world, {"cta": "Look at it"})
    form = visitor.fields(PAGE, visitor.get(PAGE).text.count("<form") - 1)
    assert set(form["draft"].split()) == {unfit, fit}
    world.change("avoid: [synergy", "avoid: [splendid, synergy", VOICE)
    refused = visitor.send(PAGE, **form)
    assert refused.status_code == 409
    assert "the checks stop it by now" in refused.text
    assert "<b>avoided word</b> in the button: “splendid”" in refused.text
    again = visitor.fields(PAGE, visitor.get(PAGE).text.count("<form") - 1)
    assert again["draft"].split() == [fit]
    assert visitor.send(PAGE, **again).status_code == 303
    assert unfit not in world.text()
    assert "Take in what is ticked" not in visitor.get(PAGE).text


def test_a_folder_with_mistakes_is_told_of_those_and_not_of_checks_it_cannot_say(
    world: World,
) -> None:
    draft = propose(world, WORDS)
    world.change("reading_level: 7", "reading_level: low", VOICE)
    assert world.desk.to_adopt(BRAND)[0].findings == ()
    with pytest.raises(UserError, match="reading_level"):
        world.desk.adopt(BRAND, [draft], ME)
