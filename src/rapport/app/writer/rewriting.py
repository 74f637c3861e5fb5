"""Which words a message gets: a draft that fits the person, or the approved copy; and, where the
framework lets a model write, asking for new ones.

Whether a model is asked, and whether the message waits for it, is decided inside the unit of work
that looks at the message; the model is asked outside of any. What is asked for is written into the
book before it is asked: so a process that dies in between asks too little and never twice at once,
and the message, which is only put off until a moment that stands in the store, goes at that moment.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

import structlog
from msgspec import Struct
from msgspec.structs import replace

from rapport.app.writer.order import (
    BEFORE,
    Order,
    Wanted,
    budget_used_up,
    had_drafts,
    order_for,
    writer_day,
    writing_now,
)
from rapport.app.writer.proofreading import was_proofread
from rapport.app.writer.scribe import Scribe
from rapport.app.writer.standards import StandardsKept
from rapport.app.writer.writer_usage import (
    APPROVED,
    FAILED,
    KEPT,
    LATE,
    MADE,
    NEW,
    STOPPED,
    went_with,
)
from rapport.core.blueprint import Blueprint
from rapport.core.brand import Brand
from rapport.core.copy_checks.form import said_before
from rapport.core.copy_checks.reading import read
from rapport.core.copy_checks.standard import Rewrite, Standard
from rapport.core.creative.draft import BY_RULE, PERSON, WAITING, Draft, edition_now
from rapport.core.creative.message import Message
from rapport.core.creative.modes import FREE, SAMPLE, Writing
from rapport.core.deciding.eligible import quiet_until
from rapport.core.person.signals import Moment
from rapport.core.time import DAY, HOUR, MINUTE, SECOND, Instant, Millis
from rapport.errors import ModelTrouble, TemporaryError, whereabouts
from rapport.ports import Errand, Transaction

log = structlog.get_logger(__name__)

MOST_DRAFTS = 5
"""Usable drafts for one situation; more are not asked for."""

PENDING_FOR_EACH = 8
"""Errands that may wait for each question that may be put side by side."""

ASK_AGAIN: Mapping[str, Millis] = {
    MADE: 10 * MINUTE,
    STOPPED: DAY,
    FAILED: 10 * MINUTE,
    ModelTrouble.TEMPORARY: 5 * MINUTE,
    ModelTrouble.SETTING: 15 * MINUTE,
    ModelTrouble.UNUSABLE: HOUR,
    ModelTrouble.TOO_LONG: DAY,
    ModelTrouble.REFUSED: DAY,
    ModelTrouble.OUT_OF_BUDGET: HOUR,
    ModelTrouble.RETIRED: HOUR,
}
"""How long after an errand, by what came of it, the same may be asked for again."""

MOST_KNOWN = 10_000
"""Drafts of which it is remembered whether they pass."""

LOST_AFTER = 6
"""In times of one question, of which an errand takes four where words are proofread: one that old
that nothing came of was lost with its process."""

Submit = Callable[[Callable[[], None]], None]


class Choice(Struct, frozen=True):
    """What a message's words are: those of `draft`, or the approved ones. With `until` it is put
    off, until then at most; `order` is to be handed to `start` once all this is committed. `words`
    says whose they are, as `rapport.app.writer.writer_usage` counts it; empty where no model may
    write."""

    draft: Draft | None = None
    until: Instant = 0
    because: str = ""
    order: Order | None = None
    words: str = ""


APPROVED_COPY = Choice()
NOT_THE_MODELS = Choice(words=APPROVED)
"""The approved words, where a model may write."""


class WordChooser(Protocol):
    """Chooses a message's words; `Rewriting` is the real one."""

    def choose(self, transaction: Transaction, blueprint: Blueprint, wanted: Wanted) -> Choice:
        """The words, or until when the message waits for them; inside the unit of work."""
        ...

    def went(
        self,
        transaction: Transaction,
        blueprint: Blueprint,
        wanted: Wanted,
        choice: Choice,
        message: Message,
    ) -> None:
        """Counts whose words a message got that went out with this choice."""
        ...

    def start(self, orders: Sequence[Order]) -> None:
        """Has new words written, once the unit of work is committed."""
        ...


class ApprovedWords:
    """Nothing but approved words."""

    def choose(self, transaction: Transaction, blueprint: Blueprint, wanted: Wanted) -> Choice:  # noqa: ARG002 the protocol's
        return APPROVED_COPY

    def went(self, *_: object) -> None:
        """There is nothing to count."""

    def start(self, orders: Sequence[Order]) -> None:
        """There is nothing to write."""


class Asking(Struct, frozen=True):
    """How new words are asked for: `submit` runs errands beside everything else, `side_by_side` at
    a time; a due message is put off by `wait` at most."""

    scribe: Scribe
    submit: Submit
    side_by_side: int = 2
    wait: Millis = 20 * SECOND


class Rewriting:
    """Chooses words, and has new ones written. Safe to share between threads.

    `asking` is None where no model is set: what people approved is used all the same.
    """

    def __init__(self, standards: StandardsKept, asking: Asking | None = None) -> None:
        self._standards = standards
        self._asking = asking
        self._lock = threading.Lock()
        self._pending = 0
        self._over = False
        self._passed: dict[str, tuple[Standard, bool]] = {}

    def choose(self, transaction: Transaction, blueprint: Blueprint, wanted: Wanted) -> Choice:
        """Which words a planned message gets. Writes what is asked for into the book."""
        try:
            return self._choose(transaction, blueprint, wanted)
        except TemporaryError:
            raise
        except Exception as error:  # noqa: BLE001 (the message goes, with the approved copy)
            log.warning("no words chosen", message=wanted.send.key, error=whereabouts(error))
            return APPROVED_COPY

    def _choose(self, transaction: Transaction, blueprint: Blueprint, wanted: Wanted) -> Choice:
        order = order_for(transaction, blueprint, wanted)
        if order is None:
            return APPROVED_COPY
        found = _read_by_somebody(transaction, blueprint, order, _usable(transaction, order))
        fitting = self._fitting(transaction, blueprint, order, found, wanted)
        errand = transaction.errand(order.brand, order.key)
        if fitting is not None:
            asked_for_it = errand is not None and errand.asked_at >= wanted.send.at
            return Choice(draft=fitting, words=NEW if asked_for_it else KEPT)
        if self._asking is None or len(found) >= MOST_DRAFTS:
            return NOT_THE_MODELS
        if _nobody_can_judge(transaction, blueprint, order):
            return NOT_THE_MODELS
        brand = blueprint.releases[-1].brand
        asks = self._may_ask(transaction, order, brand, errand, wanted.at)
        if asks:
            errand = Errand(order.key, asked_at=wanted.at)
            transaction.keep_errand(order.brand, errand)
        elif errand is None or errand.done_at:
            return NOT_THE_MODELS
        # A clock that was set back must not hold a message for longer.
        until = min(errand.asked_at, wanted.at) + self._asking.wait
        writing = writing_now(blueprint, order.framework)
        may_go = _may_go(transaction, order, writing)
        if not may_go or not _in_time(blueprint, wanted, until):
            until = 0
        return Choice(
            until=until,
            because=order.because,
            order=order if asks else None,
            words=LATE if may_go else APPROVED,
        )

    def went(
        self,
        transaction: Transaction,
        blueprint: Blueprint,
        wanted: Wanted,
        choice: Choice,
        message: Message,
    ) -> None:
        """Counts it for the framework's day."""
        draft = choice.draft.id if choice.draft is not None else ""
        if what := went_with(choice.words, draft, message):
            day = writer_day(blueprint.releases[-1].brand, wanted.at)
            transaction.tally_writer(blueprint.brand, day, wanted.send.framework, what)

    def start(self, orders: Sequence[Order]) -> None:
        """Has words written that a committed unit of work asked for."""
        for order in orders:
            if self._asking is None or self._over:
                return
            with self._lock:
                self._pending += 1
            self._asking.submit(partial(self.run, order))

    def close(self) -> None:
        """From now on nothing more is asked; what comes of a question under way is let go."""
        self._over = True

    def run(self, order: Order) -> None:
        """Has the words of one order written that `start` submitted."""
        try:
            if self._asking is not None and not self._over:
                self._asking.scribe.write(order, still=lambda: not self._over)
        except Exception as error:  # noqa: BLE001 (one errand's trouble is never another's)
            log.warning("no words kept", brand=order.brand, error=whereabouts(error))
        finally:
            with self._lock:
                self._pending -= 1

    # --- A draft for this person ---

    def _fitting(
        self,
        transaction: Transaction,
        blueprint: Blueprint,
        order: Order,
        found: Sequence[Draft],
        wanted: Wanted,
    ) -> Draft | None:
        """A draft that this person did not get before, and that repeats nothing that they did.

        One that was written for their situation goes before one for anybody.
        """
        if not found:
            return None
        had = had_drafts(transaction.blocks_before(order.brand, wanted.send.profile, BEFORE))
        then = replace(blueprint, releases=(order.release,))
        lessons = transaction.teachings(order.brand)
        standard = self._standards.of(then, lessons, wanted.at)[order.framework]
        earlier = [read(slots) for slots in order.earlier]
        for one in sorted(found, key=lambda draft: not draft.situation):
            if one.id in had or next(said_before(read(one.slots), earlier), None):
                continue
            # What a person wrote is theirs to answer for, as approved copy is.
            if one.author.startswith(PERSON) or self._passes(one, standard):
                return one
        return None

    def _passes(self, draft: Draft, standard: Standard) -> bool:
        """Whether a draft passes the checks as they are today: a claim may have run out since."""
        known = self._passed.get(draft.id)
        if known is None or known[0] is not standard:
            rewrite = Rewrite(
                draft.slots, draft.action.tone, draft.language, draft.action.offer or None
            )
            if len(self._passed) >= MOST_KNOWN:
                self._passed.clear()
            known = self._passed[draft.id] = (standard, not standard.findings(rewrite))
        return known[1]

    # --- Asking ---

    def _may_ask(
        self,
        transaction: Transaction,
        order: Order,
        brand: Brand,
        errand: Errand | None,
        now: Instant,
    ) -> bool:
        """Whether to ask. `brand` is as published now: its budget holds, not that of the release
        that the message began with."""
        if self._asking is None or self._over:
            return False
        with self._lock:
            if self._pending >= self._asking.side_by_side * PENDING_FOR_EACH:
                return False
        if errand is not None and not self._is_over(transaction, order, errand, now):
            return False
        return not budget_used_up(transaction, brand, now)

    def _is_over(
        self, transaction: Transaction, order: Order, errand: Errand, now: Instant
    ) -> bool:
        """Whether what was asked for before no longer stands in the way of asking again."""
        if not errand.done_at:
            seconds = self._asking.scribe.seconds if self._asking else 0.0
            return now >= errand.asked_at + int(seconds * LOST_AFTER) * SECOND
        if now < errand.done_at + ASK_AGAIN.get(errand.result, DAY):
            return False
        kept = transaction.draft(order.brand, errand.draft) if errand.draft else None
        return kept is None or kept.standing.state != WAITING


def _usable(transaction: Transaction, order: Order) -> Sequence[Draft]:
    return transaction.usable_drafts(
        order.brand,
        framework=order.framework,
        edition=order.edition,
        point=order.point,
        action=order.action,
        language=order.language,
        situation=order.situation.key,
    )


def _read_by_somebody(
    transaction: Transaction, blueprint: Blueprint, order: Order, found: Sequence[Draft]
) -> Sequence[Draft]:
    """Where the brand has words proofread, those that were, or that a person approved or wrote:
    what only rules have passed since before that stays here."""
    if not blueprint.releases[-1].brand.writer.proofreads:
        return found
    unread = [one.id for one in found if not was_proofread(one.prompt)]
    kept = transaction.drafts(order.brand, unread) if unread else ()
    nobodys = {one.draft.id for one in kept if one.standing.who == BY_RULE}
    return [one for one in found if one.id not in nobodys]


def _in_time(blueprint: Blueprint, wanted: Wanted, until: Instant) -> bool:
    """Whether a message that is put off until then still goes then: neither too late nor in quiet
    hours, which would hold it until the morning."""
    release = blueprint.release_at(until)
    moment = Moment(wanted.state, until, release, {})
    return wanted.at < until < wanted.send.valid_until and quiet_until(moment) == until


def _nobody_can_judge(transaction: Transaction, blueprint: Blueprint, order: Order) -> bool:
    """Whether a person would have to see new words first, and none could approve them: those of a
    run that began before what they stand on was changed. A sample of them could not be looked at
    either, so only what nobody has to see is still asked for."""
    if order.edition == _published(blueprint, order):
        return False
    writing = writing_now(blueprint, order.framework)
    return writing.mode != FREE or not _may_go(transaction, order, writing)


def _published(blueprint: Blueprint, order: Order) -> str:
    """The edition that the same words would have if their run began now."""
    return edition_now(
        blueprint.releases[-1],
        order.framework,
        point=order.point,
        action=order.action,
        lang=order.language,
    )


def _may_go(transaction: Transaction, order: Order, writing: Writing) -> bool:
    """Whether a draft could go out without a person's seeing it first."""
    return writing.mode in (SAMPLE, FREE) and transaction.is_edition_seen(
        order.brand, order.framework, order.edition
    )
