"""Carries out planned messages: asks once more, writes, sends, and tells the core what came of it.

A message goes through `waiting` → `sending` → gone from the outbox. What is `sending` was handed to
the sender; after a crash the sender is asked what became of it, and where it cannot know the
message is never sent a second time but shown as unclear. So no more is marked as being sent than
is tried at once.

What somebody stopped is not claimed, and what is claimed is asked about once more right before it
is handed over; it waits until the stop ends or it is too late for it (`rapport.core.stopping`).
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from typing import NamedTuple, Protocol

import structlog
from msgspec import Struct

from rapport.app.budgets import used_up
from rapport.app.fresh_words import write_afresh
from rapport.app.given_back import GIVEN_BACK, spared
from rapport.app.matter import matter_of
from rapport.app.order import Order, Wanted
from rapport.app.process import Received, process
from rapport.app.recount import states_now
from rapport.app.rewriting import ApprovedWords, WordChooser
from rapport.app.write import WriteRequest, Written
from rapport.core.blueprint import Blueprint
from rapport.core.draft import Draft
from rapport.core.effects import Send
from rapport.core.events import (
    SWITCHED_OFF,
    Contact,
    Event,
    MessageSent,
    MessageStopped,
)
from rapport.core.message import Message
from rapport.core.repeats import LOOKED_AT, SAID_BEFORE
from rapport.core.state import ProfileState
from rapport.core.step import earliest, why_unwanted
from rapport.core.stopping import holding, lapsed_words
from rapport.core.time import MINUTE, Instant, Millis
from rapport.errors import DeliveryError, RapportError, whereabouts
from rapport.ports import Clock, Delivery, Planned, Sender, Store, Transaction

RETRY_AFTER: tuple[Millis, ...] = (MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE)
"""How long to wait after the first, second, ... failed try; then it is given up."""

BATCH = 50
"""Messages looked at in one round."""

PATIENCE_SECONDS = 0.25
"""A round waits this long for a server that does not answer; the next round looks again."""

log = structlog.get_logger(__name__)

Current = Callable[[Transaction], Blueprint]
"""What is published at the very commit that is being made."""


class MessageWriter(Protocol):
    """Writes one message; `rapport.app.write.Writer` is the real one."""

    def write(self, request: WriteRequest) -> Written: ...


class Ready(Struct, frozen=True):
    """A written message that is marked as being sent."""

    planned: Planned
    message: Message
    to: Contact


class Stop(Struct, frozen=True):
    """Why a message must not go out; `kind` is that of `MessageStopped`."""

    kind: str
    why: str


class Result(Struct, frozen=True):
    """What became of a try. `error` is empty where the message went out, `held` where it was tried:
    else it says why the message was not handed over."""

    ready: Ready
    at: Instant
    error: str = ""
    permanent: bool = False
    unclear: bool = False
    held: str = ""


class Dispatched(Struct, frozen=True):
    """What one round did."""

    sent: int = 0
    stopped: int = 0
    postponed: int = 0

    @property
    def total(self) -> int:
        return self.sent + self.stopped + self.postponed


class Sending(NamedTuple):
    """Runs `slots` sends side by side in `pool`, so that a slow one holds up no other."""

    pool: Executor
    slots: int


class _Lane:
    """One brand's messages between the claim and the record of what became of them.

    What cannot be recorded just now (the disk is full) stays here and is recorded later: it is
    known that the message went out, and that must not be forgotten.
    """

    def __init__(self) -> None:
        self.claimed: deque[Ready] = deque()
        self.trying: set[Future[Result]] = set()
        self.tried: deque[Result] = deque()
        self.keys: set[str] = set()
        """The messages that are in one of these: their profiles have not heard of them yet."""

    def __len__(self) -> int:
        return len(self.claimed) + len(self.trying) + len(self.tried)


class Dispatcher:
    """One for a process. Without `sending`, messages are sent one after the other."""

    def __init__(
        self,
        store: Store,
        writer: MessageWriter,
        sender: Sender,
        clock: Clock,
        sending: Sending | None = None,
        words: WordChooser | None = None,
    ) -> None:
        self._store = store
        self._writer = writer
        self._sender = sender
        self._clock = clock
        self._sending = sending
        self._words = words or ApprovedWords()
        self._lanes: defaultdict[str, _Lane] = defaultdict(_Lane)
        self._stopping = False

    def recover(self, brand: str, current: Current) -> int:
        """After a start: finds out about messages that were being sent when the process ended."""
        with self._store.transaction() as transaction:
            left = transaction.sending(brand)
        for planned in left:
            status = self._sender.status(planned.send.key)
            now = self._clock.now()
            with self._store.transaction() as transaction:
                blueprint = current(transaction)
                if status is Delivery.SENT:
                    words = transaction.words_of(brand, planned.send.key)
                    _settle_sent(transaction, blueprint, planned.send, now, words)
                elif status is Delivery.NOT_SENT:
                    transaction.postpone(
                        brand, planned.send.key, now, "the process ended while sending"
                    )
                else:
                    _settle_stopped(
                        transaction, blueprint, planned.send, now, "unclear",
                        "the process ended while sending; it may have gone out",
                    )  # fmt: skip
        return len(left)

    def run(self, brand: str, current: Current, limit: int = BATCH) -> Dispatched:
        """One round over what is due now. Returns what it did; nothing to do is all zeros.

        A send that takes long goes on beside it, and is concluded in a later round. Raises
        TemporaryError where something could not be recorded; the next round does it.
        """
        lane, done = self._lanes[brand], Counter[str]()
        slots = self._sending.slots if self._sending else limit
        asked = 0
        while True:
            self._record(lane, current, done)
            room = min(slots - len(lane), limit - asked)
            if room > 0 and not self._stopping:
                asked += self._claim(lane, brand, current, room, done)
            if not self._advance(lane, PATIENCE_SECONDS):
                return Dispatched(done["sent"], done["stopped"], done["postponed"])

    def stop(self) -> None:
        """From now on nothing more is begun; a round that is under way ends soon."""
        self._stopping = True

    def finish(self, brand: str, current: Current) -> None:
        """Waits for the sends under way, and records what became of them."""
        lane = self._lanes[brand]
        while True:
            self._record(lane, current, Counter())
            if not self._advance(lane, None):
                return

    def _advance(self, lane: _Lane, patience: float | None) -> bool:
        """Tries what is claimed; whether anything came of it by now."""
        if self._sending is None:
            if lane.claimed:
                lane.tried.append(self._try(lane.claimed[0]))
                lane.claimed.popleft()
        else:
            while lane.claimed:
                lane.trying.add(self._sending.pool.submit(self._try, lane.claimed.popleft()))
            over, lane.trying = wait(lane.trying, patience, return_when=FIRST_COMPLETED)
            lane.tried.extend(future.result() for future in over)
        return bool(lane.tried)

    def _record(self, lane: _Lane, current: Current, done: Counter[str]) -> None:
        """Writes down what became of each try. What fails here is kept for the next time."""
        while lane.tried:
            with self._store.transaction() as transaction:
                outcome = self._conclude(transaction, current(transaction), lane.tried[0])
            lane.keys.discard(lane.tried.popleft().ready.planned.send.key)
            done[outcome] += 1

    def _claim(
        self, lane: _Lane, brand: str, current: Current, limit: int, done: Counter[str]
    ) -> int:
        """Asks of each due message whether it is still wanted, and claims those that are.

        Returns how many were looked at.
        """
        now = self._clock.now()
        ready: list[Ready] = []
        left: Counter[str] = Counter()
        orders: list[Order] = []
        with self._store.transaction() as transaction:
            blueprint = current(transaction)
            left["stopped"] += _lapse(transaction, blueprint, now)
            due = transaction.planned(brand, now, limit)
            profiles = sorted({planned.send.profile for planned in due})
            states = states_now(transaction, blueprint, profiles) if profiles else {}
            contacts = transaction.contacts(brand, profiles) if profiles else {}
            being_sent = set(lane.keys)
            for planned in due:
                send = planned.send
                state = states.get(send.profile) or ProfileState(send.profile)
                unwanted = why_unwanted(blueprint, state, send, now)
                if not unwanted and used_up(transaction, blueprint, send.action.offer, now):
                    unwanted = "the budget of its offer is used up"
                free = earliest(blueprint, state, now, send.key, being_sent)
                if not unwanted and free.at > send.valid_until:
                    unwanted = f"{free.why}, and too late to matter after them"
                if unwanted:
                    _settle_stopped(transaction, blueprint, send, now, "refused", unwanted)
                    left["stopped"] += 1
                    continue
                contact = contacts.get(send.profile) or Contact()
                wanted = Wanted(send, state, contact, now)
                choice = self._words.choose(transaction, blueprint, wanted)
                if choice.order is not None:
                    orders.append(choice.order)
                if free.at > now or choice.until > now:
                    put_off = free if free.at > now else (choice.until, choice.because)
                    transaction.postpone(brand, send.key, *put_off)
                    left["postponed"] += 1
                    continue
                written = self._write(transaction, blueprint, wanted, choice.draft)
                if isinstance(written, Stop):
                    _settle_stopped(transaction, blueprint, send, now, written.kind, written.why)
                    left["stopped"] += 1
                    continue
                transaction.claim(brand, written, send, now)
                if not planned.attempts:
                    self._words.went(transaction, blueprint, wanted, choice, written)
                ready.append(Ready(planned, written, contact))
                being_sent.add(send.key)
        lane.keys = being_sent
        lane.claimed.extend(ready)
        done.update(left)
        self._words.start(orders)
        return len(due)

    def _write(
        self,
        transaction: Transaction,
        blueprint: Blueprint,
        wanted: Wanted,
        draft: Draft | None,
    ) -> Message | Stop:
        """The message, or why it must not go out."""
        send, state, contact, now = wanted.send, wanted.state, wanted.contact, wanted.at
        if not contact.email:
            return Stop("refused", "no e-mail address")
        matter = matter_of(transaction, blueprint, state, send, now)
        if matter is None:
            return Stop("guardrail", "what the message is about is not known any more")
        matter = spared(transaction, blueprint.brand, state, matter, send.subject, now)
        if matter is None:
            return Stop("refused", GIVEN_BACK)
        request = WriteRequest(
            send=send,
            release=blueprint.release_number(send.release),
            matter=matter,
            products=blueprint.products_at(now),
            contact=contact,
            at=now,
            draft=draft,
            said=tuple(transaction.said(blueprint.brand, send.profile, send.key, LOOKED_AT)),
        )
        try:
            written = write_afresh(self._writer, request)
        except RapportError as error:
            return Stop("guardrail", str(error))
        except Exception as error:  # noqa: BLE001 (one message's trouble is never another's)
            where = whereabouts(error)
            log.error("message not written", message=send.key, error=where)  # noqa: TRY400 (no data)
            return Stop("failed", f"it could not be written: {type(error).__name__}")
        if written.findings:
            found = "; ".join(f"{f.rule} ({f.where}): {f.found}" for f in written.findings)
            # Words that were said before have no mistake in them: no guardrail was hit.
            again = all(f.rule == SAID_BEFORE for f in written.findings)
            return Stop("refused" if again else "guardrail", found)
        return written.message

    def _try(self, ready: Ready) -> Result:
        if held := self._held(ready):
            return Result(ready, self._clock.now(), held=held)
        try:
            self._sender.send(ready.message, ready.to)
        except DeliveryError as error:
            return Result(ready, self._clock.now(), str(error), error.permanent, error.unclear)
        except Exception as error:  # noqa: BLE001 (one message's trouble is never another's)
            # Nobody knows how far the sender came, so it is not tried again.
            return Result(ready, self._clock.now(), whereabouts(error), unclear=True)
        return Result(ready, self._clock.now())

    def _held(self, ready: Ready) -> str:
        """Why a claimed message is not handed over after all: somebody stopped it since. Also
        where that cannot be found out."""
        try:
            stop = holding(self._store.stops(ready.message.brand), ready.planned.send)
        except RapportError as error:
            return f"whether it was stopped could not be found out: {error}"
        return f"{stop.switch.words} is stopped: {stop.why}" if stop else ""

    def _conclude(self, transaction: Transaction, blueprint: Blueprint, result: Result) -> str:
        send, attempts = result.ready.planned.send, result.ready.planned.attempts
        if result.held:
            transaction.hold_back(blueprint.brand, send, result.at, result.held)
            return "postponed"
        if not result.error:
            _settle_sent(transaction, blueprint, send, result.at, result.ready.message.words)
            return "sent"
        log.warning("message not sent", message=send.key, error=result.error, tries=attempts + 1)
        if result.unclear or result.permanent or attempts >= len(RETRY_AFTER):
            kind = "unclear" if result.unclear else "failed"
            _settle_stopped(transaction, blueprint, send, result.at, kind, result.error)
            return "stopped"
        again = result.at + RETRY_AFTER[attempts]
        transaction.postpone(blueprint.brand, send.key, again, result.error)
        return "postponed"


def _lapse(transaction: Transaction, blueprint: Blueprint, now: Instant) -> int:
    """Gives up what a stop held back until it was too late; returns how many."""
    late = transaction.lapsed(blueprint.brand, now, BATCH)
    stops = transaction.stops(blueprint.brand) if late else ()
    for planned in late:
        stop = holding(stops, planned.send)
        why = lapsed_words(stop) if stop else "too late to matter"
        _settle_stopped(transaction, blueprint, planned.send, now, SWITCHED_OFF, why)
    return len(late)


def _settle_sent(
    transaction: Transaction, blueprint: Blueprint, send: Send, at: Instant, words: Sequence[int]
) -> None:
    event = Event(f"sent:{send.key}", at, "rapport", MessageSent(send.key, words=tuple(words)))
    transaction.settle(blueprint.brand, send, at, "sent", "")
    _tell(transaction, blueprint, send, event)


def _settle_stopped(
    transaction: Transaction, blueprint: Blueprint, send: Send, at: Instant, kind: str, why: str
) -> None:
    # What may have reached the person counts as said, too.
    words = tuple(transaction.words_of(blueprint.brand, send.key)) if kind == "unclear" else ()
    event = Event(f"stopped:{send.key}", at, "rapport", MessageStopped(send.key, kind, why, words))
    status = "unclear" if kind == "unclear" else "stopped"
    transaction.settle(blueprint.brand, send, at, status, f"{kind}: {why}")
    _tell(transaction, blueprint, send, event)


def _tell(transaction: Transaction, blueprint: Blueprint, send: Send, event: Event) -> None:
    """What came of a message is an event like any other."""
    process(transaction, blueprint, [Received(send.profile, event, event.at)])
