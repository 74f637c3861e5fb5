"""What a ban takes along: told before, done with it, undone with it; and a finding of a lesson."""

from __future__ import annotations

import re
from threading import Thread

import pytest
from msgspec.structs import replace
from review_world import BRAND, MAX, NELL, World

from rapport.app.reviewing.review import APPROVED, FAULTY, LATE
from rapport.app.reviewing.taken_along import TakesMoreError
from rapport.app.reviewing.teach import Lesson
from rapport.core.calendar import local_day_in_words
from rapport.core.copy_checks.teaching import PHRASE, RULE
from rapport.core.creative.draft import BY_RULE, EXPIRED, REJECTED, USABLE, WAITING, Standing
from rapport.core.creative.message import Ban
from rapport.core.time import DAY
from rapport.errors import UserError
from rapport.testing import examples as ex

WORDS = "treasure of ours"
BANNED = Lesson(PHRASE, WORDS)


# --- What it would take along -------------------------------------------------------------------


def test_before_a_ban_everybody_sees_what_it_takes_along_and_nothing_is_done(world: World) -> None:
    approved = world.waits(f"We kept that {WORDS} for you.")
    world.desk.approve(BRAND, approved.id, MAX)
    waiting = world.waits(f"That {WORDS} is here, and it was a long way for it to come here.")
    world.waits("That treasure is here, and it is ours.")
    mine = world.waits(f"Your basket is a {WORDS}.")
    found = world.desk.takes_along(BRAND, NELL, BANNED, mine.id)
    assert (found.waiting, found.usable, found.wordings, found.any) == (1, 1, 0, True)
    shown = {one.draft: one for one in found.drafts}
    assert shown[approved.id].approved
    one = shown[waiting.id]
    assert (one.framework, one.slot, one.found) == ("Checkout left behind", "body", WORDS)
    assert (one.before, one.after.startswith(" is here, and"), one.after[-1]) == (
        "That ",
        True,
        "…",
    )
    assert world.desk.takes_along(BRAND, NELL, BANNED).waiting == 2
    assert (world.standing(waiting.id).state, world.deeds()[1:]) == (WAITING, [])


def test_approved_words_that_have_the_phrase_are_told_and_stay(world: World) -> None:
    release = world.now(BRAND).releases[-1]
    block = max(release.frameworks[0].blocks, key=lambda one: len(one.text))
    phrase = next(iter(re.findall(r"[A-Za-z]+ [a-z]+", block.text)))
    found = world.desk.takes_along(BRAND, NELL, Lesson(PHRASE, phrase))
    assert (found.waiting, found.usable) == (0, 0)
    assert found.wordings >= 1
    assert {one.found.casefold() for one in found.blocks} == {phrase.casefold()}
    world.desk.teach(BRAND, NELL, Lesson(PHRASE, phrase, seen=found.seen))
    assert world.now(BRAND).releases[-1] == release


def test_a_ban_does_what_was_shown_or_nothing(world: World) -> None:
    mine = world.waits(f"Your basket is a {WORDS}.")
    seen = world.desk.takes_along(BRAND, NELL, BANNED, mine.id).seen
    other = world.waits(f"That {WORDS} is here.")
    shown = replace(BANNED, seen=seen)
    with pytest.raises(TakesMoreError, match="look again"):
        world.desk.reject(BRAND, mine.id, NELL, "Sickly.", shown)
    assert {world.standing(one.id).state for one in (mine, other)} == {WAITING}
    assert (world.entries(), list(world.desk.taught(BRAND))) == ([], [])
    seen = world.desk.takes_along(BRAND, NELL, BANNED, mine.id).seen
    judged = world.desk.reject(BRAND, mine.id, NELL, "Sickly.", replace(BANNED, seen=seen))
    assert judged.withdrawn == (other.id,)
    (_, taught) = world.entries()
    assert taught.deed.saw["took along"].startswith(f"1 ({other.id}; sha256 ")


def test_a_draft_that_somebody_approved_since_it_was_shown_is_asked_about_again(
    world: World,
) -> None:
    other = world.waits(f"That {WORDS} is here.")
    found = world.desk.takes_along(BRAND, NELL, BANNED)
    assert (found.waiting, found.usable) == (1, 0)
    world.desk.approve(BRAND, other.id, MAX)
    with pytest.raises(TakesMoreError, match="look again"):
        world.desk.teach(BRAND, NELL, replace(BANNED, seen=found.seen))
    assert world.standing(other.id).who == "Max"
    again = world.desk.takes_along(BRAND, NELL, BANNED)
    assert (again.waiting, again.usable) == (0, 1)
    taught = world.desk.teach(BRAND, NELL, replace(BANNED, seen=again.seen))
    assert taught.withdrawn == (other.id,)


def test_a_draft_is_taken_along_for_the_phrase_alone(world: World) -> None:
    """Not for its words in another order, whatever else stands against it by now."""
    faulty = world.waits("A treasure. It is £5, and it is one of ours.")
    world.desk.teach(BRAND, NELL, BANNED)
    assert world.standing(faulty.id).state == WAITING


@pytest.mark.parametrize(
    ("phrase", "body"),
    [
        ("don't worry", "Don’t worry, it is here."),
        ("do not worry", "Don't worry, it is here."),
        ("treasure of ours", "A trea\u200bsure of ours."),
        ("treasure of ours", "The t r e a s u r e of ours."),
        ("treasure of ours", "A TREASURE\n  of  ours."),
        ("treasure of ours", "A tréasure of оurs."),
        ("treasur* of ours", "These treasures of ours."),
        ("дорогой клиент", "Дорогой клиент, вот оно."),
        ("so (very) [nice]", "It is so very nice."),
        ("nice.*day", "A nice day."),
    ],
)
def test_words_are_found_however_they_are_written(world: World, phrase: str, body: str) -> None:
    draft = world.waits(body)
    lesson = Lesson(PHRASE, phrase)
    assert world.desk.takes_along(BRAND, NELL, lesson).waiting == 1
    assert world.desk.teach(BRAND, NELL, lesson).withdrawn == (draft.id,)


@pytest.mark.parametrize("body", ["The don’t-worry-kettle {{ treasure of ours }}.", "Of ours."])
def test_what_only_looks_like_it_is_left_alone(world: World, body: str) -> None:
    world.waits(body)
    assert not world.desk.takes_along(BRAND, NELL, BANNED).any


@pytest.mark.parametrize(
    "phrase", ["???", "(.*)+$", "123 456", "x" * 10_000, "a\u202eb c", "a", ""]
)
def test_a_phrase_that_no_check_could_look_for_is_refused(world: World, phrase: str) -> None:
    world.waits("Is it ???")
    for do in (world.desk.takes_along, world.desk.teach):
        with pytest.raises(UserError):
            do(BRAND, NELL, Lesson(PHRASE, phrase))
    assert list(world.desk.taught(BRAND)) == []


# --- A finding names its lesson -----------------------------------------------------------------


def test_a_finding_names_the_lesson_that_it_comes_of(world: World) -> None:
    world.desk.teach(BRAND, MAX, Lesson(RULE, "Be brief."))
    world.desk.teach(BRAND, NELL, BANNED)
    draft = world.waits(f"Your basket is a {WORDS}.")
    outcome = world.desk.approve(BRAND, draft.id, MAX)
    (found,) = outcome.findings
    assert (outcome.did, found.rule, found.where) == (FAULTY, "avoided word", "body")
    assert found.ban == Ban(2, WORDS, "Nell", ex.at(1))
    assert found.advice == f"lesson 2 bans '{WORDS}': Nell, {day(world)}"


def test_each_of_two_lessons_is_named_and_none_for_what_the_voice_bans(world: World) -> None:
    voice = world.now(BRAND).releases[-1].voice
    assert voice is not None
    world.publish(ex.brand(), voice=replace(voice, avoid=(*voice.avoid, "odds and ends")))
    for phrase in ("odds and ends", WORDS, "here at last"):
        world.desk.teach(BRAND, NELL, Lesson(PHRASE, phrase))
    draft = world.waits(f"Odds and ends. A {WORDS} is here at last.")
    found = world.desk.approve(BRAND, draft.id, MAX).findings
    assert [one.ban and one.ban.lesson for one in found] == [None, 2, 3]
    assert found[0].advice == "voice.yaml bans it"


def test_a_lesson_that_was_taught_again_is_named_by_its_new_teacher(world: World) -> None:
    world.desk.teach(BRAND, NELL, BANNED)
    world.desk.unteach(BRAND, NELL, 1)
    world.desk.teach(BRAND, MAX, BANNED)
    draft = world.waits(f"Your basket is a {WORDS}.")
    (found,) = world.desk.approve(BRAND, draft.id, NELL).findings
    assert found.ban is not None
    assert (found.ban.lesson, found.ban.who) == (2, "Max")


def day(world: World) -> str:
    return local_day_in_words(ex.at(1), world.now(BRAND).releases[-1].brand.zone)


# --- What comes back ----------------------------------------------------------------------------


def test_what_a_lesson_alone_took_along_waits_again_when_it_is_taken_back(world: World) -> None:
    approved = world.waits(f"We kept that {WORDS} for you.")
    world.desk.approve(BRAND, approved.id, MAX)
    waiting = world.waits(f"That {WORDS} is here.")
    own = world.waits(f"Another {WORDS}, it is.")
    world.desk.reject(BRAND, own.id, MAX, "Says nothing.")
    mine = world.waits(f"Your basket is a {WORDS}.")
    world.desk.reject(BRAND, mine.id, NELL, "Sickly.", BANNED)
    assert world.standing(waiting.id) == Standing(
        REJECTED, BY_RULE, f"lesson 1 bans '{WORDS}': Nell", ex.at(1), lesson=1
    )
    late = world.desk.approve(BRAND, waiting.id, MAX)
    assert (late.did, "taken along meanwhile: lesson 1 bans" in late.told) == (LATE, True)
    world.clock.at += 30 * DAY
    back = world.desk.unteach(BRAND, MAX, 1)
    assert set(back.waiting_again) == {approved.id, waiting.id}
    assert {world.standing(one.id).state for one in (own, mine)} == {REJECTED}
    for one in (approved, waiting):
        kept = world.desk.kept(BRAND, one.id)
        assert (kept.standing, kept.draft.slots) == (Standing(), one.slots)
        assert kept.draft.deadline == world.clock.at + 2 * DAY, "as long as a new one has"
    assert world.desk.approve(BRAND, waiting.id, NELL).did == APPROVED
    (*_, last, _) = world.entries()
    assert last.deed.why == f"taken back: {WORDS}"
    assert last.deed.saw["waiting again"].startswith("2 (")


def test_what_another_lesson_bans_too_is_that_ones_from_then_on(world: World) -> None:
    draft = world.waits(f"That {WORDS} is here at last.")
    world.desk.teach(BRAND, NELL, BANNED)
    world.desk.teach(BRAND, MAX, Lesson(PHRASE, "here at last"))
    assert world.desk.unteach(BRAND, NELL, 1).waiting_again == ()
    assert (world.standing(draft.id).state, world.standing(draft.id).lesson) == (REJECTED, 2)
    assert world.desk.unteach(BRAND, NELL, 2).waiting_again == (draft.id,)
    assert world.standing(draft.id).state == WAITING


def test_what_stands_on_something_else_by_now_is_given_up(world: World) -> None:
    draft = world.waits(f"That {WORDS} is here.")
    world.desk.teach(BRAND, NELL, BANNED)
    voice = world.now(BRAND).releases[-1].voice
    assert voice is not None
    world.publish(ex.brand(), voice=replace(voice, who="Somebody else."))
    assert world.desk.unteach(BRAND, NELL, 1).waiting_again == ()
    assert world.standing(draft.id).state == EXPIRED


def test_of_two_who_take_a_lesson_back_at_once_one_does_and_all_comes_back_once(
    world: World,
) -> None:
    drafts = [world.waits(f"That {WORDS} is here, number {word}.") for word in ("one", "two")]
    world.desk.teach(BRAND, NELL, BANNED)
    said: list[object] = []

    def take_back() -> None:
        try:
            said.append(len(world.desk.unteach(BRAND, NELL, 1).waiting_again))
        except UserError as error:
            said.append(str(error))

    threads = [Thread(target=take_back) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(map(str, said)) == ["2", *["Nothing is taught under number 1."] * 3]
    assert {world.standing(one.id).state for one in drafts} == {WAITING}
    assert [did for _, did, _ in world.deeds()] == ["taught", "changed"]


def test_a_proposal_that_was_approved_comes_back_to_be_looked_at_again(world: World) -> None:
    draft = world.proposal({"subject": "Still here", "body": f"Nothing of this {WORDS} has moved."})
    assert world.desk.approve(BRAND, draft.id, NELL).did == APPROVED
    assert world.standing(draft.id).state == USABLE
    assert world.desk.teach(BRAND, NELL, BANNED).withdrawn == (draft.id,)
    assert world.desk.approved_proposals(BRAND) == []
    assert world.desk.unteach(BRAND, NELL, 1).waiting_again == (draft.id,)
    assert (world.standing(draft.id).state, world.desk.approved_proposals(BRAND)) == (WAITING, [])
