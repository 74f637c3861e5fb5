"""Judging drafts: what each judgement does, what stands in its way, and what is on record."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from msgspec.structs import replace
from review_world import BRAND, GOOD, MAX, NELL, PLAIN, World

from rapport.app.in_charge.people import NotAllowedError
from rapport.app.reviewing.review import (
    APPROVED,
    EDITED,
    FAULTY,
    LATE,
    MOST_AT_ONCE,
    NOT_YOURS,
    OVER,
    REFUSED,
    SENT_ON,
    STALE,
    Outcome,
)
from rapport.app.reviewing.teach import Lesson
from rapport.core.copy_checks.teaching import PHRASE
from rapport.core.creative.draft import EXPIRED, REJECTED, USABLE, WAITING, Draft, Standing
from rapport.core.creative.framework import choose_blocks
from rapport.core.creative.voice import Claim
from rapport.core.time import DAY
from rapport.errors import UserError
from rapport.testing import examples as ex

BETTER = {"subject": "Still here", "body": "We have kept your basket for you."}


def usable(world: World, draft: Draft) -> list[str]:
    found = world.records.usable_drafts(
        BRAND, framework=draft.framework, edition=draft.edition, point=draft.point,
        action=draft.action, language="en", situation="",
    )  # fmt: skip
    return [one.slots["body"] for one in found]


# --- What a judgement does ---


def test_approved_words_may_go_out_and_the_log_says_who_saw_what(world: World) -> None:
    draft = world.waits()
    outcome = world.desk.approve(BRAND, draft.id, NELL)
    assert (outcome.did, outcome.done) == (APPROVED, True)
    assert usable(world, draft) == [GOOD]
    assert world.standing(draft.id) == Standing(USABLE, "Nell", "", world.clock.at)
    (entry,) = world.entries()
    deed = entry.deed
    assert (deed.who, deed.did, deed.what) == ("Nell", "approved", f"draft {draft.id}")
    assert deed.saw["begins"] == "Still here"
    assert deed.saw["edition"] == draft.edition
    assert len(deed.saw["words"]) == 64


def test_an_approved_proposal_waits_to_be_put_into_the_files(world: World) -> None:
    draft = world.proposal()
    outcome = world.desk.approve(BRAND, draft.id, NELL)
    assert outcome.to_adopt
    assert "taken into the brand's files" in outcome.told
    assert "rapport " not in outcome.told, "each door says in its own words how"
    assert not world.desk.approve(BRAND, world.waits().id, NELL).to_adopt
    assert usable(world, draft) == []


def test_a_proposal_for_a_part_is_read_with_the_rest_as_it_is_approved(world: World) -> None:
    draft = world.proposal({"subject": "A question, perhaps?"})
    item = world.desk.seen(BRAND, draft.id)
    assert item.findings == ()
    assert [slot.slot for slot in item.slots] == ["subject"]
    shown = world.desk.shown(BRAND, draft.id)
    assert shown.message.subject == "A question, perhaps?"
    assert world.desk.approve(BRAND, draft.id, NELL).did == APPROVED


def test_a_part_that_says_what_the_rest_says_is_stopped(world: World) -> None:
    draft = world.proposal({"body": "Your basket is still here."})
    assert "repetition" in {one.rule for one in world.desk.seen(BRAND, draft.id).findings}
    assert world.desk.approve(BRAND, draft.id, NELL).did == FAULTY


def test_the_approved_words_themselves_are_no_proposal(world: World) -> None:
    release = world.now(BRAND).releases[-1]
    subject = choose_blocks(release.frameworks[0], "first", PLAIN, "en")["subject"].text
    draft = world.proposal({"subject": subject})
    assert world.desk.approve(BRAND, draft.id, NELL).did == FAULTY


def test_a_part_is_edited_alone_and_never_to_nothing(world: World) -> None:
    draft = world.proposal({"subject": "A question, perhaps?"})
    nothing = world.desk.edit(BRAND, draft.id, NELL, {"subject": " "})
    assert (nothing.did, nothing.findings[0].found) == (FAULTY, "nothing is written")
    assert len([one for one in nothing.findings if one.rule == "slot"]) == 1, "it is said once"
    edited = world.desk.edit(BRAND, draft.id, NELL, {"subject": "Anything unclear?"})
    assert edited.did == EDITED
    assert edited.to_adopt
    assert "rapport " not in edited.told
    assert world.desk.approved_proposals(BRAND) == [edited.became]
    late = world.desk.approve(BRAND, draft.id, NELL)
    assert late.told == "Nell edited it already. Nothing that you did was kept."


def test_an_approved_proposal_can_be_taken_back(world: World) -> None:
    draft = world.proposal()
    world.desk.approve(BRAND, draft.id, NELL)
    assert world.desk.approved_proposals(BRAND) == [draft.id]
    taken = world.desk.reject(BRAND, draft.id, MAX, "Not any more.", take_back=True).outcome
    assert (taken.did, taken.told.partition(":")[0]) == (
        REFUSED, "Taken back, what Nell approved",
    )  # fmt: skip
    assert world.desk.approved_proposals(BRAND) == []
    assert world.deeds()[-1] == ("Max", "taken back", f"draft {draft.id}")
    again = world.desk.reject(BRAND, draft.id, NELL, "Again.").outcome
    assert again.did == LATE


def test_rejected_words_never_go_out_and_the_reason_stays(world: World) -> None:
    draft = world.waits()
    assert world.desk.reject(BRAND, draft.id, NELL, "  Not how\nwe speak. ").outcome.did == REFUSED
    assert usable(world, draft) == []
    assert world.standing(draft.id).why == "Not how we speak."
    assert world.entries()[0].deed.why == "Not how we speak."
    world.add(draft)
    assert world.standing(draft.id).state == REJECTED


def test_a_rejection_without_a_reason_is_refused(world: World) -> None:
    draft = world.waits()
    with pytest.raises(UserError, match="Say why"):
        world.desk.reject(BRAND, draft.id, NELL, " ")
    assert world.standing(draft.id).state == WAITING
    assert world.entries() == []


def test_an_edit_stands_beside_the_original_and_goes_out_instead(world: World) -> None:
    draft = world.waits()
    outcome = world.desk.edit(BRAND, draft.id, NELL, BETTER)
    assert outcome.did == EDITED
    assert usable(world, draft) == [BETTER["body"]]
    old = world.standing(draft.id)
    assert (old.state, old.became) == (REJECTED, outcome.became)
    edited = world.records.draft(BRAND, outcome.became)
    assert edited is not None
    assert (edited.draft.author, edited.draft.deadline) == ("person:Nell", draft.deadline)
    (entry,) = world.entries()
    assert entry.deed.did == "edited"
    assert entry.deed.saw["instead of"] == draft.id
    assert world.desk.queue(BRAND).counts == {"edited": 1, "usable": 1}


def test_edited_words_say_who_wrote_them_and_everybody_who_edited_them(world: World) -> None:
    draft = world.waits()
    amy = world.employ(Amy="author")["Amy"]
    hers = world.desk.edit(BRAND, draft.id, amy, BETTER).became
    last = world.desk.edit(BRAND, hers, NELL, {**BETTER, "body": "It is all still here."}).became
    told = [world.desk.item(BRAND, one, NELL).author for one in (draft.id, hers, last)]
    model = "a model, example, prompt p1"
    assert told == [model, f"{model}; edited by Amy", f"{model}; edited by Amy and Nell"]


def test_an_edit_that_changes_nothing_is_an_approval(world: World) -> None:
    draft = world.waits()
    assert world.desk.edit(BRAND, draft.id, NELL, draft.slots).did == APPROVED
    assert world.deeds() == [("Nell", "approved", f"draft {draft.id}")]


@pytest.mark.parametrize(
    ("words", "check"),
    [
        ("Only £5 today.", "currency"),
        ("Hurry, the last ones are going.", "urgency"),
        ("A cheap basket.", "avoided word"),
        ("<b>Your basket</b> is here.", "mark-up"),
        ("Your \u202ebasket is here.", "invisible character"),
        ("{{ cart.secret }} is here.", "placeholder"),
        ("", "slot"),
    ],
)
def test_edited_words_run_through_the_checks(world: World, words: str, check: str) -> None:
    draft = world.waits()
    outcome = world.desk.edit(BRAND, draft.id, NELL, {**BETTER, "body": words})
    assert outcome.did == FAULTY
    assert check in {finding.rule for finding in outcome.findings}
    assert world.standing(draft.id).state == WAITING
    assert world.entries() == []


def test_an_approval_is_overturned_by_who_knows_of_it_alone_and_the_log_says_whose_it_was(
    world: World,
) -> None:
    draft = world.waits()
    world.desk.approve(BRAND, draft.id, NELL)
    lesson = Lesson(PHRASE, "carry on")
    late = world.desk.reject(BRAND, draft.id, MAX, "Read it again.", lesson)
    assert (late.outcome.did, late.outcome.can_take_back, late.lesson) == (LATE, True, None)
    assert late.outcome.told == "Nell approved it already. Nothing that you did was kept."
    (many,) = world.desk.judge_many(BRAND, [draft.id], MAX, "All of them.")
    assert (many.did, many.can_take_back) == (LATE, True)
    assert usable(world, draft) != []
    assert [entry.deed.did for entry in world.entries()] == ["approved"]
    taken = world.desk.reject(BRAND, draft.id, MAX, "Read it again.", take_back=True).outcome
    assert (taken.did, taken.told) == (
        REFUSED, "Taken back, what Nell approved: these words go out no more.",
    )  # fmt: skip
    assert usable(world, draft) == []
    deed = world.entries()[-1].deed
    assert (deed.who, deed.did, deed.saw["overturned"]) == ("Max", "taken back", "approved by Nell")


def test_of_an_approval_and_a_rejection_at_once_one_wins_and_the_other_is_told(
    world: World,
) -> None:
    for number in range(12):
        draft = world.waits(f"A basket, number {number}, keeps.")
        barrier = Barrier(2)

        def approve(draft: Draft = draft, barrier: Barrier = barrier) -> Outcome:
            barrier.wait()
            return world.desk.approve(BRAND, draft.id, MAX)

        def reject(draft: Draft = draft, barrier: Barrier = barrier) -> Outcome:
            barrier.wait()
            return world.desk.reject(BRAND, draft.id, NELL, "No.").outcome

        with ThreadPoolExecutor(2) as pool:
            told = [pool.submit(one) for one in (approve, reject)]
        outcomes = [one.result() for one in told]
        assert sorted(one.done for one in outcomes) == [False, True]
        (done,) = [one for one in outcomes if one.done]
        assert world.entries()[-1].deed.did == done.did
        assert world.standing(draft.id).who == ("Max" if done is outcomes[0] else "Nell")


def test_words_that_no_check_would_pass_any_more_cannot_be_approved(world: World) -> None:
    draft = world.waits("A cheap basket.")
    outcome = world.desk.approve(BRAND, draft.id, NELL)
    assert outcome.did == FAULTY
    assert "avoided word" in {finding.rule for finding in outcome.findings}
    assert world.standing(draft.id).state == WAITING


# --- What stands in the way ---


def test_of_two_reviewers_at_once_one_wins_and_the_other_is_told(world: World) -> None:
    draft = world.waits()
    with ThreadPoolExecutor(8) as pool:
        outcomes = list(
            pool.map(
                lambda n: world.desk.approve(BRAND, draft.id, replace(NELL, name=f"Nell {n}")),
                range(8),
            )
        )
    assert sorted(one.did for one in outcomes) == [APPROVED] + [LATE] * 7
    winner = world.standing(draft.id).who
    late = next(one for one in outcomes if one.did == LATE)
    assert late.told == f"{winner} approved it already. Nothing that you did was kept."
    assert len(world.entries()) == 1


@pytest.mark.parametrize("why", ["Too long", "Too long."])
def test_whoever_edits_what_was_rejected_meanwhile_is_told_why(world: World, why: str) -> None:
    draft = world.waits()
    world.desk.reject(BRAND, draft.id, MAX, why)
    outcome = world.desk.edit(BRAND, draft.id, NELL, BETTER)
    assert outcome.did == LATE
    assert outcome.told.startswith("Max rejected it already: Too long. Nothing")
    assert usable(world, draft) == []


def test_after_the_deadline_a_draft_is_given_up(world: World) -> None:
    draft = world.waits()
    world.clock.at = draft.deadline
    assert world.desk.approve(BRAND, draft.id, NELL).did == OVER
    assert world.standing(draft.id).state == EXPIRED
    assert world.desk.queue(BRAND).rows == ()
    assert usable(world, draft) == []


@pytest.mark.parametrize(
    "change",
    [
        {"claims": (Claim("hand", "Made by hand.", "We saw it."),)},
        {"voice": replace(ex.VOICE, does=("Speak softly.",))},
        {"offers": (replace(ex.OFFERS[0], label="Nothing off"), *ex.OFFERS[1:])},
        {"frameworks": (replace(ex.FRAMEWORK, blocks=ex.FRAMEWORK.blocks[:1]),)},
        {"frameworks": ()},
    ],
)
def test_a_draft_whose_ground_has_changed_is_put_aside(
    world: World, change: dict[str, object]
) -> None:
    draft, another = world.waits(), world.waits("It is all still here.")
    world.publish(ex.brand(), **change)
    assert [row.stale for row in world.desk.queue(BRAND).rows] == [True, True]
    outcome = world.desk.approve(BRAND, draft.id, NELL)
    assert outcome.did == STALE
    assert "changed since it was written" in outcome.told
    assert world.standing(draft.id).state == EXPIRED
    assert world.desk.give_up_stale(BRAND) == 1
    assert world.standing(another.id).state == EXPIRED
    assert world.entries() == []


def test_publishing_something_else_leaves_drafts_be(world: World) -> None:
    draft = world.waits()
    flow = replace(ex.CHECKOUT_FLOW, name="Another name")
    world.publish(ex.brand(), flows=(flow,))
    assert world.desk.give_up_stale(BRAND) == 0
    assert world.desk.approve(BRAND, draft.id, NELL).did == APPROVED


def test_what_is_not_there_is_said(world: World) -> None:
    with pytest.raises(UserError, match="There is no draft 'x'"):
        world.desk.approve(BRAND, "x", NELL)


# --- Roles and four eyes ---


def test_who_may_only_write_sends_their_words_on_and_judges_nothing(world: World) -> None:
    people = world.employ(Ada="author", Vic="viewer", Nell="reviewer")
    draft = world.waits()
    with pytest.raises(NotAllowedError, match="Ada is an author here, and only a reviewer may"):
        world.desk.approve(BRAND, draft.id, people["Ada"])
    with pytest.raises(NotAllowedError, match="only an author may edit"):
        world.desk.edit(BRAND, draft.id, people["Vic"], BETTER)
    with pytest.raises(NotAllowedError, match="only a reviewer may reject"):
        world.desk.reject(BRAND, draft.id, people["Ada"], "no")
    outcome = world.desk.edit(BRAND, draft.id, people["Ada"], BETTER)
    assert outcome.did == SENT_ON
    assert usable(world, draft) == []
    assert world.desk.approve(BRAND, outcome.became, people["Nell"]).did == APPROVED
    assert usable(world, draft) == [BETTER["body"]]


def test_with_four_eyes_nobody_approves_their_own_words(careful: World) -> None:
    draft = careful.waits()
    outcome = careful.desk.edit(BRAND, draft.id, NELL, BETTER)
    assert outcome.did == SENT_ON
    for name in ("Nell", "nell"):
        mine = careful.desk.approve(BRAND, outcome.became, replace(NELL, name=name))
        assert mine.did == NOT_YOURS
        assert "four eyes" in mine.told
    assert usable(careful, draft) == []
    assert careful.desk.approve(BRAND, outcome.became, MAX).did == APPROVED


def test_a_role_that_was_taken_away_meanwhile_counts_no_more(world: World) -> None:
    people = world.employ(Nell="reviewer")
    draft = world.waits()
    forged = replace(people["Nell"], role="publisher")
    with world.store.transaction() as transaction:
        nell = transaction.people(BRAND)[0]
        assert nell.name == "Nell"
        transaction.save_person(BRAND, replace(nell, role="viewer"))
    for actor in (people["Nell"], forged):
        with pytest.raises(NotAllowedError, match="Nell is a viewer here"):
            world.desk.approve(BRAND, draft.id, actor)
    with world.store.transaction() as transaction:
        transaction.remove_person(BRAND, "Nell")
    with pytest.raises(NotAllowedError, match="not among the people in charge"):
        world.desk.approve(BRAND, draft.id, people["Nell"])


# --- Many ---


def test_many_alike_are_judged_at_once_and_each_is_on_record(world: World) -> None:
    one = world.waits("Your basket is where you left it, all of it.")
    like = world.waits("Your basket is where you left it, every piece of it.")
    far = world.waits("Nothing here says the same thing.")
    rows = world.desk.alike(BRAND, one.id)
    assert [row.draft.id for row in rows] == [like.id]
    outcomes = world.desk.judge_many(BRAND, [one.id, like.id, one.id], NELL, None)
    assert [outcome.did for outcome in outcomes] == [APPROVED, APPROVED]
    assert len(world.entries()) == 2
    assert world.standing(far.id).state == WAITING


def test_of_many_those_that_cannot_be_are_told_and_the_rest_is_done(world: World) -> None:
    good, bad = world.waits(), world.waits("A cheap basket.")
    done = world.waits("It was approved before.")
    world.desk.approve(BRAND, done.id, MAX)
    outcomes = world.desk.judge_many(BRAND, [bad.id, done.id, good.id], NELL, None)
    assert [outcome.did for outcome in outcomes] == [FAULTY, LATE, APPROVED]
    rejected = world.desk.judge_many(BRAND, [bad.id], NELL, "Not our word.")
    assert rejected[0].did == REFUSED


def test_too_many_at_once_are_refused(world: World) -> None:
    with pytest.raises(UserError, match=f"Judge {MOST_AT_ONCE} or fewer"):
        world.desk.judge_many(BRAND, [str(n) for n in range(MOST_AT_ONCE + 1)], NELL, None)


# --- What is shown ---


def test_the_list_is_paged_and_counts(world: World) -> None:
    drafts = [world.waits(f"{word} is here.", deadline=world.clock.at + DAY + n)
              for n, word in enumerate(("Cup", "Mug", "Pot", "Jug", "Bowl"))]  # fmt: skip
    first = world.desk.queue(BRAND, limit=2)
    assert [row.draft.id for row in first.rows] == [drafts[0].id, drafts[1].id]
    assert dict(first.counts) == {WAITING: 5}
    second = world.desk.queue(BRAND, first.next, 2)
    third = world.desk.queue(BRAND, second.next, 2)
    assert [row.draft.id for row in (*second.rows, *third.rows)] == [d.id for d in drafts[2:]]
    assert third.next is None
    assert first.rows[0].levels == ("No offer", "Plain", "Help", "The basket")


def test_an_item_says_what_it_is_for_what_differs_and_what_was_checked(world: World) -> None:
    draft = world.waits()
    item = world.desk.item(BRAND, draft.id, NELL)
    assert (item.framework, item.point) == ("Checkout left behind", "first")
    assert item.used_by == ("Checkout left behind",)
    assert item.author == "a model, example, prompt p1"
    subject = item.slots[0]
    assert (subject.slot, subject.approved) == ("subject", "Your basket is still here")
    assert [(piece.kind, piece.text) for piece in subject.pieces] == [
        ("gone", "Your basket is still"),
        ("new", "Still"),
        ("same", " here"),
    ]
    assert item.findings == ()
    assert "prices" in item.checked
    assert item.open


def test_the_message_is_shown_for_somebody_made_up(world: World) -> None:
    draft = world.waits("Your {{ cart.first.title }} is here.", action=PLAIN)
    shown = world.desk.shown(BRAND, draft.id)
    assert shown.message.subject == "Still here"
    assert all(block.startswith("draft:") for block in shown.message.blocks)
