"""What every store must show of drafts, and of what reviewers taught."""

from __future__ import annotations

from abc import ABC, abstractmethod

from msgspec.structs import replace

from rapport.core.copy_checks.teaching import EXAMPLE, PHRASE, Teaching
from rapport.core.creative.draft import (
    BY_RULE,
    EXPIRED,
    PROPOSAL,
    REJECTED,
    REWRITE,
    USABLE,
    Draft,
    KeptDraft,
    Standing,
    named,
)
from rapport.core.creative.framework import Action
from rapport.core.time import Instant
from rapport.ports import Store, Transaction
from rapport.testing import examples as ex
from rapport.testing.things_to_store import a_send, message

A, B = "harbour", "quarry"
WARM = Action(tone="warm", offer="none")
NOW, LATER = ex.at(1), ex.at(3)
APPROVED = Standing(USABLE, "Nell", "it reads well", NOW)


def a_draft(
    words: str = "Your mugs are still here.",
    *,
    deadline: Instant = LATER,
    action: Action = WARM,
    situation: str = "",
    edition: str = "e1",
    kind: str = REWRITE,
    framework: str = ex.FLOW,
) -> Draft:
    return named(Draft(
        id="", framework=framework, edition=edition, point="first", action=action, language="en",
        situation=situation, slots={"subject": words, "body": words}, author="model:example",
        prompt="p1", made_at=NOW, deadline=deadline, kind=kind,
    ))  # fmt: skip


class DraftConformance(ABC):
    """Part of `StoreConformance`."""

    @abstractmethod
    def make_store(self) -> Store:
        """An empty store of its own."""

    def test_a_draft_comes_back_as_it_was_kept(self) -> None:
        store, one = self.make_store(), a_draft("Ünder your träy ☕ <b>&")
        with store.transaction() as transaction:
            assert transaction.add_drafts(A, [KeptDraft(one)]) == 1
            assert transaction.draft(A, one.id) == KeptDraft(one)
        with store.transaction() as transaction:
            assert transaction.draft(A, one.id) == KeptDraft(one)
            assert (transaction.draft(B, one.id), transaction.draft(A, "other")) == (None, None)

    def test_a_draft_that_is_known_stays_at_what_was_decided(self) -> None:
        store, one = self.make_store(), a_draft()
        rejected = Standing(REJECTED, "Nell", "not us", NOW)
        with store.transaction() as transaction:
            transaction.add_drafts(A, [KeptDraft(one, rejected)])
            again = replace(one, made_at=ex.at(2), deadline=ex.at(9))
            assert transaction.add_drafts(A, [KeptDraft(again), KeptDraft(a_draft("New."))]) == 1
            assert transaction.draft(A, one.id) == KeptDraft(one, rejected)

    def test_the_queue_is_paged_by_deadline_and_holds_what_waits(self) -> None:
        store = self.make_store()
        soon, later, last = (a_draft(f"{n}.", deadline=ex.at(n)) for n in (3, 4, 4))
        last = a_draft("also 4", deadline=ex.at(4))
        later, last = sorted((later, last), key=lambda one: one.id)
        done = KeptDraft(a_draft("Done."), APPROVED)
        with store.transaction() as transaction:
            transaction.add_drafts(A, [*map(KeptDraft, (last, soon, later)), done])
            assert transaction.waiting_drafts(A) == [soon, later, last]
            assert transaction.waiting_drafts(A, limit=1) == [soon]
            assert transaction.waiting_drafts(A, (soon.deadline, soon.id), 1) == [later]
            assert transaction.waiting_drafts(A, (last.deadline, last.id)) == []
            assert transaction.waiting_drafts(B) == []

    def test_drafts_come_in_the_order_in_which_they_are_asked_for(self) -> None:
        store = self.make_store()
        one, two = a_draft("One."), a_draft("Two.")
        with store.transaction() as transaction:
            transaction.add_drafts(A, [KeptDraft(one), KeptDraft(two)])
            assert transaction.drafts(A, [two.id, "none", one.id]) == [
                KeptDraft(two),
                KeptDraft(one),
            ]

    def test_usable_are_rewrites_for_the_very_message_and_for_the_situation_or_anybody(
        self,
    ) -> None:
        store = self.make_store()
        anybody, own = a_draft("Any."), a_draft("Own.", situation="came back")
        others = [
            a_draft("Another's.", situation="new here"),
            a_draft("Stale.", edition="e0"),
            a_draft("Another tone.", action=Action(tone="plain", offer="none")),
            a_draft("Another offer.", action=Action(tone="warm", offer="ten")),
            a_draft("Another framework.", framework="browse"),
            a_draft("A block to be.", kind=PROPOSAL),
        ]
        with store.transaction() as transaction:
            transaction.add_drafts(A, [KeptDraft(one, APPROVED) for one in (anybody, own, *others)])
            transaction.add_drafts(A, [KeptDraft(a_draft("It waits."))])
            assert set(_usable(transaction, "came back")) == {anybody.id, own.id}
            assert _usable(transaction, "") == [anybody.id]
            assert _usable(transaction, "came back", B) == []

    def test_of_two_who_judge_the_same_draft_one_does(self) -> None:
        store, one = self.make_store(), a_draft()
        no = Standing(REJECTED, "Max", "too long", NOW + 1, "another")
        with store.transaction() as transaction:
            transaction.add_drafts(A, [KeptDraft(one)])
            assert not transaction.judge_draft(B, one.id, "waiting", no)
            assert transaction.judge_draft(A, one.id, "waiting", APPROVED)
        with store.transaction() as transaction:
            assert not transaction.judge_draft(A, one.id, "waiting", no)
            assert transaction.draft(A, one.id) == KeptDraft(one, APPROVED)
            assert transaction.judge_draft(A, one.id, "usable", no)
            assert transaction.draft(A, one.id) == KeptDraft(one, no)

    def test_what_has_waited_too_long_is_given_up(self) -> None:
        store = self.make_store()
        late, early = a_draft("Late.", deadline=ex.at(2)), a_draft("Early.", deadline=ex.at(5))
        used = KeptDraft(a_draft("Used.", deadline=ex.at(2)), APPROVED)
        with store.transaction() as transaction:
            transaction.add_drafts(A, [KeptDraft(late), KeptDraft(early), used])
            transaction.add_drafts(B, [KeptDraft(late)])
            assert transaction.expire_drafts(A, ex.at(2)) == 1
            assert transaction.expire_drafts(A, ex.at(2)) == 0
            gone = transaction.draft(A, late.id)
            assert gone is not None
            standing = gone.standing
            assert (standing.state, standing.who, standing.at) == (EXPIRED, BY_RULE, ex.at(2))
            assert transaction.waiting_drafts(A) == [early]
            assert transaction.waiting_drafts(B) == [late]

    def test_planned_messages_that_a_draft_may_do_for_are_found(self) -> None:
        store = self.make_store()
        words = a_draft(action=Action(tone="warm"))
        other = a_draft(action=Action(tone="plain"))
        with store.transaction() as transaction:
            transaction.record(A, [a_send("m1"), a_send("m2"), a_send("m3")])
            transaction.record(B, [a_send("m4")])
            transaction.claim(A, message("m3"), a_send("m3"), NOW)
            assert [one.key for one in transaction.planned_for(A, words, 9)] == ["m1", "m2"]
            assert [one.key for one in transaction.planned_for(A, words, 1)] == ["m1"]
            assert transaction.planned_for(A, other, 9) == []
            assert transaction.planned_for(A, replace(words, point="second"), 9) == []
            assert transaction.planned_for("nobody", words, 9) == []

    def test_live_are_those_that_wait_or_are_usable(self) -> None:
        store = self.make_store()
        live = [KeptDraft(a_draft("It waits.")), KeptDraft(a_draft("Used."), APPROVED)]
        gone = KeptDraft(a_draft("No."), Standing(REJECTED, "Nell", "no", NOW))
        with store.transaction() as transaction:
            transaction.add_drafts(A, [*live, gone])
            assert list(transaction.live_drafts(A)) == live
            assert list(transaction.live_drafts(B)) == []

    def test_what_a_lesson_took_along_waits_again_and_nothing_else_does(self) -> None:
        store, again = self.make_store(), ex.at(9)
        taken, others = a_draft("One."), a_draft("Two.")
        own, used = a_draft("Three."), a_draft("Four.")
        by_rule = Standing(REJECTED, BY_RULE, "lesson 1", NOW, lesson=1)
        with store.transaction() as transaction:
            transaction.add_drafts(A, [
                KeptDraft(taken, by_rule), KeptDraft(others, replace(by_rule, lesson=2)),
                KeptDraft(own, Standing(REJECTED, "Nell", "no", NOW)), KeptDraft(used, APPROVED),
            ])  # fmt: skip
            assert transaction.judge_draft(A, used.id, USABLE, by_rule)
            found = transaction.taken_along(A, 1)
            assert {one.draft.id for one in found} == {taken.id, used.id}
            assert {one.standing for one in found} == {by_rule}
            assert (transaction.taken_along(A, 0), transaction.taken_along(B, 1)) == ([], [])
            for name, lesson in ((others.id, 1), (own.id, 0), (own.id, 1), ("none", 1)):
                assert not transaction.requeue_draft(A, name, lesson, again)
            assert not transaction.requeue_draft(B, taken.id, 1, again)
            assert transaction.requeue_draft(A, taken.id, 1, again)
            assert not transaction.requeue_draft(A, taken.id, 1, ex.at(99))
        with store.transaction() as transaction:
            waits = replace(taken, deadline=again)
            assert transaction.draft(A, taken.id) == KeptDraft(waits)
            assert transaction.waiting_drafts(A, (ex.at(8), "")) == [waits]
            assert [one.draft.id for one in transaction.taken_along(A, 1)] == [used.id]
            assert dict(transaction.draft_counts(A)) == {"rejected": 3, "waiting": 1}

    def test_drafts_are_counted_by_what_they_stand_at(self) -> None:
        store, one = self.make_store(), a_draft("One.")
        with store.transaction() as transaction:
            transaction.add_drafts(A, [KeptDraft(one), KeptDraft(a_draft("Two."))])
            transaction.add_drafts(A, [KeptDraft(one)])
            assert dict(transaction.draft_counts(A)) == {"waiting": 2}
            transaction.judge_draft(A, one.id, "waiting", APPROVED)
            assert dict(transaction.draft_counts(A)) == {"waiting": 1, "usable": 1}
            assert dict(transaction.draft_counts(B)) == {}

    def test_what_was_edited_is_no_rejection_and_is_found_from_what_it_became(self) -> None:
        store, one, two, three = self.make_store(), *map(a_draft, ("One.", "Two.", "Three."))
        edited = Standing(REJECTED, "Amy", "edited", ex.at(3), two.id)
        with store.transaction() as transaction:
            transaction.add_drafts(A, [KeptDraft(one), KeptDraft(two, APPROVED), KeptDraft(three)])
            transaction.judge_draft(A, one.id, "waiting", edited)
            assert dict(transaction.draft_counts(A)) == {"edited": 1, "usable": 1, "waiting": 1}
            transaction.judge_draft(A, three.id, "waiting", Standing(REJECTED, "Amy", "", ex.at(4)))
            assert dict(transaction.draft_counts(A)) == {"edited": 1, "usable": 1, "rejected": 1}
            assert transaction.edited_from(A, two.id) == KeptDraft(one, edited)
            assert transaction.edited_from(A, one.id) is None
            assert transaction.edited_from(B, two.id) is None

    def test_judgements_of_a_framework_come_the_latest_first(self) -> None:
        store = self.make_store()
        kept = [
            KeptDraft(a_draft(f"{n}."), Standing(USABLE, "Nell", "", ex.at(n))) for n in range(1, 5)
        ]
        with store.transaction() as transaction:
            transaction.add_drafts(A, [*kept, KeptDraft(a_draft("It waits."))])
            transaction.add_drafts(A, [KeptDraft(a_draft("X.", framework="browse"), APPROVED)])
            assert transaction.judged_drafts(A, ex.FLOW, 3) == kept[:0:-1]

    def test_an_edition_is_seen_once_a_person_has_approved_a_draft_of_it(self) -> None:
        store = self.make_store()
        by_rule = Standing(USABLE, BY_RULE, "", NOW)
        with store.transaction() as transaction:
            transaction.add_drafts(A, [KeptDraft(a_draft("One."), by_rule)])
            transaction.add_drafts(A, [KeptDraft(a_draft("Two."))])
            no = Standing(REJECTED, "Nell", "no", NOW)
            transaction.add_drafts(A, [KeptDraft(a_draft("Three."), no)])
            assert not transaction.is_edition_seen(A, ex.FLOW, "e1")
            transaction.add_drafts(A, [KeptDraft(a_draft("Four."), APPROVED)])
            assert transaction.is_edition_seen(A, ex.FLOW, "e1")
            assert not transaction.is_edition_seen(A, ex.FLOW, "e2")
            assert not transaction.is_edition_seen(A, "browse", "e1")
            assert not transaction.is_edition_seen(B, ex.FLOW, "e1")

    def test_what_was_taught_is_kept_by_its_number(self) -> None:
        store = self.make_store()
        phrase = Teaching(1, PHRASE, "treat yourself", "Nell", NOW)
        example = Teaching(2, EXAMPLE, "Hey you!", "Nell", NOW, better="Hello.", draft="d1")
        with store.transaction() as transaction:
            transaction.teach(A, phrase)
            transaction.teach(A, example)
            gone = replace(phrase, withdrawn=True)
            transaction.teach(A, gone)
        with store.transaction() as transaction:
            assert transaction.teachings(A) == [gone, example]
            assert transaction.teachings(B) == []


def _usable(transaction: Transaction, situation: str, brand: str = A) -> list[str]:
    found = transaction.usable_drafts(
        brand, framework=ex.FLOW, edition="e1", point="first", action=replace(WARM, time="now"),
        language="en", situation=situation,
    )  # fmt: skip
    return [one.id for one in found]
