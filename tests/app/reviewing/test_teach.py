"""What a rejection teaches, and that it holds from then on."""

from __future__ import annotations

import pytest
from review_world import BRAND, MAX, NELL, World

from rapport.app.in_charge.people import NotAllowedError
from rapport.app.reviewing.review import APPROVED, FAULTY
from rapport.app.reviewing.teach import Lesson
from rapport.core.copy_checks.teaching import EXAMPLE, PHRASE, RULE
from rapport.core.creative.draft import REJECTED, USABLE, WAITING
from rapport.core.oversight.people import Actor
from rapport.errors import UserError
from rapport.testing import examples as ex

PHRASE_OF = "treasure of ours"


def test_a_banned_phrase_is_stopped_by_the_checks_from_then_on(world: World) -> None:
    draft = world.waits(f"Your basket is a {PHRASE_OF}.")
    later = world.draft(f"We kept that {PHRASE_OF} for you.")
    judged = world.desk.reject(BRAND, draft.id, NELL, "Sickly.", Lesson(PHRASE, PHRASE_OF))
    assert judged.lesson is not None
    assert (judged.lesson.number, judged.lesson.text, judged.lesson.who) == (1, PHRASE_OF, "Nell")
    world.add(later)
    outcome = world.desk.approve(BRAND, later.id, MAX)
    assert outcome.did == FAULTY
    assert outcome.findings[0].rule == "avoided word"
    assert "lesson" in outcome.findings[0].advice
    assert [did for _, did, _ in world.deeds()] == ["rejected", "taught"]


def test_it_takes_away_what_waits_and_what_was_approved_with_it(world: World) -> None:
    approved = world.waits(f"We kept that {PHRASE_OF} for you.")
    assert world.desk.approve(BRAND, approved.id, MAX).did == APPROVED
    waiting = world.waits(f"That {PHRASE_OF} is here.")
    innocent = world.waits("That treasure is here, and it is ours.")
    draft = world.waits(f"Your basket is a {PHRASE_OF}.")
    judged = world.desk.reject(BRAND, draft.id, NELL, "Sickly.", Lesson(PHRASE, PHRASE_OF))
    assert set(judged.withdrawn) == {approved.id, waiting.id}
    assert world.standing(approved.id).state == REJECTED
    assert world.standing(approved.id).why == f"lesson 1 bans '{PHRASE_OF}': Nell"
    assert world.standing(innocent.id).state == WAITING


def test_a_phrase_may_join_another_checks_list(world: World) -> None:
    lesson = Lesson(PHRASE, "everybody else remembered", check="shame")
    world.desk.teach(BRAND, NELL, lesson)
    draft = world.waits("Everybody else remembered.")
    assert world.desk.approve(BRAND, draft.id, NELL).findings[0].rule == "shame"


def test_what_was_taught_can_be_taken_back(world: World) -> None:
    world.desk.teach(BRAND, NELL, Lesson(PHRASE, PHRASE_OF))
    world.desk.unteach(BRAND, MAX, 1)
    assert world.desk.taught(BRAND)[0].withdrawn
    draft = world.waits(f"Your basket is a {PHRASE_OF}.")
    assert world.desk.approve(BRAND, draft.id, NELL).did == APPROVED
    assert world.standing(draft.id).state == USABLE
    with pytest.raises(UserError, match="Nothing is taught under number 1"):
        world.desk.unteach(BRAND, MAX, 1)
    world.desk.teach(BRAND, NELL, Lesson(PHRASE, PHRASE_OF))
    assert [one.number for one in world.desk.taught(BRAND)] == [1, 2]


def test_a_lesson_may_be_in_persian(world: World) -> None:
    world.desk.teach(BRAND, NELL, Lesson(RULE, "هرگز نگو می\u200cخواهم."))
    assert world.desk.taught(BRAND)[0].text == "هرگز نگو می\u200cخواهم."


def test_a_rule_and_an_example_are_kept_for_the_writer(world: World) -> None:
    draft = world.waits()
    lesson = Lesson(RULE, "Never begin  with a question.", everywhere=False)
    world.desk.reject(BRAND, draft.id, NELL, "Again a question.", lesson)
    world.desk.teach(BRAND, NELL, Lesson(EXAMPLE, "Hey you!", better="Hello."))
    rule, example = world.desk.taught(BRAND)
    assert (rule.text, rule.framework, rule.draft) == (
        "Never begin with a question.", ex.FLOW, draft.id,
    )  # fmt: skip
    assert (example.text, example.better, example.framework) == ("Hey you!", "Hello.", "")


@pytest.mark.parametrize(
    "lesson",
    [
        Lesson("song", "la la"),
        Lesson(PHRASE, "a"),
        Lesson(PHRASE, "x" * 81),
        Lesson(PHRASE, "{{ cart.total }} off"),
        Lesson(PHRASE, "trea\u200bsure"),
        Lesson(PHRASE, "hurry up", check="mark-up"),
        Lesson(RULE, ""),
        Lesson(RULE, "x" * 301),
    ],
)
def test_a_lesson_that_will_not_do_undoes_the_rejection_too(world: World, lesson: Lesson) -> None:
    draft = world.waits()
    with pytest.raises(UserError):
        world.desk.reject(BRAND, draft.id, NELL, "Because.", lesson)
    assert world.standing(draft.id).state == WAITING
    assert world.entries() == []


@pytest.mark.parametrize("phrase", ["the", "Your", "You  and\nyour", "basket", "BASKET", "bask*"])
def test_what_no_draft_can_do_without_is_not_banned_and_nothing_is_done(
    world: World, phrase: str
) -> None:
    draft, other = world.waits(), world.waits("Your basket is a treasure.")
    lesson = Lesson(PHRASE, phrase)
    with pytest.raises(UserError) as refused:
        world.desk.reject(BRAND, draft.id, NELL, "Dull.", lesson)
    if "bask" in phrase.casefold():
        assert f"{ex.FLOW}, " in str(refused.value)
    with pytest.raises(UserError):
        world.desk.teach(BRAND, NELL, lesson)
    assert [world.standing(one.id).state for one in (draft, other)] == [WAITING, WAITING]
    assert (world.entries(), list(world.desk.taught(BRAND))) == ([], [])


@pytest.mark.parametrize("phrase", ["treasure", "basket of joy", "bas"])
def test_any_other_phrase_is_banned(world: World, phrase: str) -> None:
    assert world.desk.teach(BRAND, NELL, Lesson(PHRASE, phrase)).lesson is not None


def test_the_same_is_not_taught_twice_and_not_by_who_may_not(world: World) -> None:
    world.desk.teach(BRAND, NELL, Lesson(PHRASE, PHRASE_OF))
    with pytest.raises(UserError, match="taught already, by Nell"):
        world.desk.teach(BRAND, MAX, Lesson(PHRASE, PHRASE_OF.upper()))
    with pytest.raises(NotAllowedError):
        world.desk.teach(BRAND, Actor("Ada", "author"), Lesson(RULE, "Be kind."))
