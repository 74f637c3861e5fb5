"""The review desk: all that a person does about drafts, whichever way they came in.

The console, the HTTP API and the terminal are three doors to this. What is judged is one unit of
work; the checks are compiled before it begins, since it holds up everything else that is written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

from msgspec import Struct

from rapport.app.frameworks.proposing import approved_proposals
from rapport.app.in_charge import people
from rapport.app.messages.write import Written
from rapport.app.publishing.publish import as_release
from rapport.app.reviewing import review, teach
from rapport.app.reviewing.foreseen import Phrase, PutAside, Stopped, put_aside, would_stop
from rapport.app.reviewing.reach import reach
from rapport.app.reviewing.review import Bench, Outcome
from rapport.app.reviewing.review_item import (
    Item,
    Row,
    Write,
    alike_to,
    item_of,
    row_of,
    shown_for_somebody,
    who_it_is,
)
from rapport.app.reviewing.taken_along import TakenAlong, along, told
from rapport.app.reviewing.teach import Lesson, TakenBack, Taught
from rapport.app.writer.standards import StandardsKept
from rapport.core.blueprint import Blueprint, BrandFolder
from rapport.core.copy_checks.teaching import PHRASE, Teaching
from rapport.core.creative.draft import PROPOSAL, USABLE, WAITING, Draft, KeptDraft
from rapport.core.deciding.situation import of_key
from rapport.core.oversight.people import VIEWER, Actor, Person
from rapport.core.time import Instant
from rapport.ports import Clock, Drafts, People, Store, Transaction
from rapport.ports.brand_files import BrandFiles
from rapport.ports.drafts import QueuePlace
from rapport.ports.history import States

T = TypeVar("T")

PAGE = 25
"""Drafts on one page of the list."""

MOST_EDITS = 20
"""Edits of the same words that are gone back through for who wrote them."""


class ReviewRecords(Drafts, People, States, Protocol):
    """What is read beside units of work."""


class Queue(Struct, frozen=True):
    """One page of what waits. `next` is where the next page begins, None where this is the last."""

    rows: tuple[Row, ...]
    counts: Mapping[str, int]
    next: QueuePlace | None
    now: Instant


class Judged(Struct, frozen=True):
    """What became of a judgement, and what it taught. `withdrawn` are other drafts that a phrase
    which was banned with it took away."""

    outcome: Outcome
    lesson: Teaching | None = None
    withdrawn: tuple[str, ...] = ()


class Surroundings(Struct, frozen=True):
    """What the desk needs from around it: what is published, inside a unit of work and outside of
    any; how a message is written; how the audit log is anchored, now or later; and a brand's
    files, where there are any."""

    within: Callable[[Transaction, str], Blueprint]
    now: Callable[[str], Blueprint]
    write: Write
    anchor: Callable[[str], None]
    files: Callable[[str], BrandFiles | None] = lambda _: None


def situation_words(key: str) -> str:
    """Whom words are for, as a writer was told it."""
    found = of_key(key)
    return " ".join(found.words) if found.key else key or "Anybody."


class ReviewDesk:
    """Safe to share between threads."""

    def __init__(
        self,
        store: Store,
        records: ReviewRecords,
        clock: Clock,
        surroundings: Surroundings,
    ) -> None:
        self._store = store
        self._records = records
        self._clock = clock
        self._published = surroundings
        self._write = surroundings.write
        self._anchor = surroundings.anchor
        self._files = surroundings.files
        self._standards = StandardsKept()

    # --- Who ---

    def people(self, brand: str) -> Sequence[Person]:
        """Everybody in charge."""
        return self._records.people(brand)

    def acting(self, brand: str, name: str) -> Actor:
        """See `rapport.app.in_charge.people.acting`."""
        return people.acting(self._records, brand, name)

    # --- What is read ---

    def now(self) -> Instant:
        return self._clock.now()

    def waiting(self, brand: str) -> int:
        """How many drafts wait for a person."""
        return self._records.draft_counts(brand).get(WAITING, 0)

    def queue(self, brand: str, after: QueuePlace | None = None, limit: int = PAGE) -> Queue:
        """One page of what waits, the soonest deadline first."""
        now = self._clock.now()
        release = self._published.now(brand).releases[-1]
        place = max(after, (now, "")) if after else (now, "")
        found = self._records.waiting_drafts(brand, place, limit + 1)
        shown = found[:limit]
        return Queue(
            rows=tuple(row_of(draft, release) for draft in shown),
            counts=self._records.draft_counts(brand),
            next=(shown[-1].deadline, shown[-1].id) if len(found) > limit else None,
            now=now,
        )

    def kept(self, brand: str, draft: str) -> KeptDraft:
        """A draft alone. Raises UserError where there is no such draft."""
        return review.find(self._records, brand, draft)

    def item(self, brand: str, draft: str, actor: Actor) -> Item:
        """Everything that a judgement needs. Raises UserError where there is no such draft."""
        kept, blueprint, now = (
            self.kept(brand, draft),
            self._published.now(brand),
            self._clock.now(),
        )
        return item_of(
            kept,
            self._bench(self._records, brand, blueprint, actor, now),
            waiting=reach(self._records, blueprint, kept.draft, now),
            alike=alike_to(self._records, brand, kept.draft, now),
            situation=kept.draft.brief or situation_words(kept.draft.situation),
            example=who_it_is(kept.draft, blueprint.releases[-1], blueprint.products_at(now)),
            edited=self._edited(brand, kept.draft),
        )

    def _edited(self, brand: str, draft: Draft) -> list[Draft]:
        """What it was made of by edits, the latest first."""
        found: list[Draft] = []
        before = self._records.edited_from(brand, draft.id)
        while before is not None and len(found) < MOST_EDITS:
            found.append(before.draft)
            before = self._records.edited_from(brand, before.draft.id)
        return found

    def seen(self, brand: str, draft: str) -> Item:
        """The same for somebody who only looks."""
        return self.item(brand, draft, Actor("", VIEWER))

    def alike(self, brand: str, draft: str) -> list[Row]:
        """Those that wait and say much the same, the most alike first."""
        kept = self.kept(brand, draft)
        return self.rows(brand, alike_to(self._records, brand, kept.draft, self._clock.now()))

    def rows(self, brand: str, drafts: Sequence[str]) -> list[Row]:
        """Those of these drafts that there are, as a list shows them."""
        release = self._published.now(brand).releases[-1]
        return [row_of(one.draft, release) for one in self._records.drafts(brand, drafts)]

    def next_after(self, brand: str, draft: Draft) -> str:
        """The id of what waits after a draft; the first where it was the last; empty where nothing
        else does."""
        now = self._clock.now()
        for place in ((draft.deadline, draft.id), (now, "")):
            for one in self._records.waiting_drafts(brand, max(place, (now, "")), 2):
                if one.id != draft.id:
                    return one.id
        return ""

    def shown(self, brand: str, draft: str) -> Written:
        """The draft as a whole message, for somebody made up."""
        kept, blueprint, now = (
            self.kept(brand, draft),
            self._published.now(brand),
            self._clock.now(),
        )
        products = blueprint.products_at(now)
        release = blueprint.releases[-1]
        return shown_for_somebody(self._write, release, products, kept.draft, now)

    def approved_proposals(self, brand: str) -> list[str]:
        """Ids of proposals that somebody approved and that are not published yet."""
        release = self._published.now(brand).releases[-1]
        keys = tuple(framework.key for framework in release.frameworks)
        found = approved_proposals(self._records, brand, keys)
        return [one.draft.id for one in found if not review.is_published(release, one.draft)]

    def can_be_taken_back(self, brand: str, item: Item) -> bool:
        """Whether its words go out now, or are an approved proposal that is not published yet."""
        if not item.is_approved_proposal:
            return item.standing.state == USABLE and not item.stale
        release = self._published.now(brand).releases[-1]
        published = review.is_published(release, item.draft)
        return not published and not self.in_files(brand, item.draft.id)

    def in_files(self, brand: str, draft: str) -> bool:
        """Whether a proposal was taken into the brand's files."""
        files = self._files(brand)
        return files is not None and draft in files.mentioned([draft])

    def takes_along(self, brand: str, actor: Actor, lesson: Lesson, draft: str = "") -> TakenAlong:
        """What a ban would take along, were it confirmed now with the rejection of `draft`. Raises
        UserError where it will not do."""
        blueprint = self._published.now(brand)
        bench = self._bench(self._records, brand, blueprint, actor, self._clock.now())
        return told(bench, along(self._records, bench, teach.to_teach(bench, lesson), draft))

    def would_stop(self, brand: str, actor: Actor, phrases: Sequence[Phrase]) -> Stopped:
        """Which drafts new phrases of the voice would stop."""
        blueprint = self._published.now(brand)
        bench = self._bench(self._records, brand, blueprint, actor, self._clock.now())
        return would_stop(self._records, bench, phrases)

    def put_aside(self, brand: str, content: BrandFolder) -> PutAside:
        """Which drafts stand on what is published, and would not once this is."""
        release = self._published.now(brand).releases[-1]
        return put_aside(self._records, brand, release, as_release(content))

    def taught(self, brand: str) -> Sequence[Teaching]:
        """What reviewers taught, by number."""
        return self._records.teachings(brand)

    # --- What is done ---

    def approve(self, brand: str, draft: str, actor: Actor) -> Outcome:
        return self._do(brand, actor, [draft], lambda tx, bench: review.approve(tx, bench, draft))

    def edit(
        self, brand: str, draft: str, actor: Actor, slots: Mapping[str, str], why: str = ""
    ) -> Outcome:
        return self._do(
            brand, actor, [draft], lambda tx, bench: review.edit(tx, bench, draft, slots, why)
        )

    def reject(
        self,
        brand: str,
        draft: str,
        actor: Actor,
        why: str,
        lesson: Lesson | None = None,
        *,
        take_back: bool = False,
    ) -> Judged:
        """Rejects, and teaches if there is a lesson: both, or neither. `take_back` overturns an
        approval, too."""

        def do(transaction: Transaction, bench: Bench) -> Judged:
            kept = review.find(transaction, brand, draft)
            outcome = review.reject(transaction, bench, draft, why, take_back=take_back)
            if lesson is None or not outcome.done:
                return Judged(outcome)
            taught = teach.teach(transaction, bench, lesson, kept.draft)
            return Judged(outcome, taught.lesson, taught.withdrawn)

        return self._unadopted(brand, [draft], lambda: self._do(brand, actor, [draft], do), lesson)

    def judge_many(
        self,
        brand: str,
        drafts: Sequence[str],
        actor: Actor,
        why: str | None,
        *,
        take_back: bool = False,
    ) -> list[Outcome]:
        """Approves all of them, or rejects them for a reason; see `reject`."""
        return self._unadopted(
            brand,
            drafts,
            lambda: self._do(
                brand,
                actor,
                drafts,
                lambda tx, bench: review.judge_many(tx, bench, drafts, why, take_back=take_back),
            ),
        )

    def teach(self, brand: str, actor: Actor, lesson: Lesson) -> Taught:
        """Teaches something apart from any judgement."""

        def do(transaction: Transaction, bench: Bench) -> Taught:
            return teach.teach(transaction, bench, lesson)

        return self._unadopted(brand, (), lambda: self._do(brand, actor, (), do), lesson)

    def unteach(self, brand: str, actor: Actor, number: int) -> TakenBack:
        """Takes a lesson back; what it alone took along waits again."""
        return self._do(brand, actor, (), lambda tx, bench: teach.withdraw(tx, bench, number))

    def give_up_late(self, brand: str) -> int:
        """Gives up what nobody judged in time, and says how many that were."""
        with self._store.transaction() as transaction:
            return transaction.expire_drafts(brand, self._clock.now())

    def give_up_stale(self, brand: str) -> int:
        """Puts aside what waits for nothing any more, and says how many that were."""
        with self._store.transaction() as transaction:
            release = self._published.within(transaction, brand).releases[-1]
            return review.give_up_stale(transaction, brand, release, self._clock.now())

    # --- Parts ---

    def _do(
        self,
        brand: str,
        actor: Actor,
        drafts: Sequence[str],
        do: Callable[[Transaction, Bench], T],
    ) -> T:
        self._warm(brand, drafts)
        with self._store.transaction() as transaction:
            actor = people.still(transaction, brand, actor)
            blueprint = self._published.within(transaction, brand)
            bench = self._bench(transaction, brand, blueprint, actor, self._clock.now())
            done = do(transaction, bench)
        self._anchor(brand)
        return done

    def _unadopted(
        self,
        brand: str,
        drafts: Sequence[str],
        do: Callable[[], T],
        lesson: Lesson | None = None,
    ) -> T:
        """Of proposals, while nobody takes them into the brand's files: one that is taken back is
        in none, and one that is in them is not taken back. A phrase that is banned takes back
        whatever has it."""
        banned = lesson is not None and lesson.kind == PHRASE
        files = self._files(brand)
        kept = self._records.drafts(brand, drafts) if files else ()
        if files is None or not (banned or any(one.draft.kind == PROPOSAL for one in kept)):
            return do()
        with files.alone():
            return do()

    def _warm(self, brand: str, drafts: Sequence[str]) -> None:
        """Compiles the checks for these drafts, or for what is banned apart from any."""
        blueprint, now = self._published.now(brand), self._clock.now()
        standards = self._standards.of(blueprint, self._records.teachings(brand), now)
        of = {kept.draft.framework for kept in self._records.drafts(brand, drafts)}
        for framework in of or list(standards)[:1]:
            standards.get(framework)

    def _bench(
        self, drafts: Drafts, brand: str, blueprint: Blueprint, actor: Actor, at: Instant
    ) -> Bench:
        standards = self._standards.of(blueprint, drafts.teachings(brand), at)
        return Bench(
            brand,
            actor,
            at,
            blueprint.releases[-1],
            standards,
            lambda drafts: files.mentioned(drafts) if (files := self._files(brand)) else (),
        )
