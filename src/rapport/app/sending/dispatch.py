"""Carries out planned messages: asks once more, writes, sends, and tells the core what came of it.

A message goes through `waiting` → `sending` → gone from the outbox. What is `sending` was handed to
the sender; after a crash the sender is asked what became of it, and where it cannot know the
message is never sent a second time but shown as unclear. So nothing waits between the two: what is
marked as being sent is begun there and then, whatever other brands are sending.

A message that a server heard of is tried five times. Where none lets us in, that is no try: it
waits until it is too late for it, and all sending pauses (`rapport.app.sending.pause`).

What somebody stopped is not claimed, and what is claimed is asked about once more right before it
is handed over; it waits until the stop ends or it is too late for it
(`rapport.core.oversight.stopping`).
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from threading import Thread
from time import monotonic

import structlog
from msgspec import Struct

from rapport.app.events.settling import lapse, settle_bounced, settle_sent, settle_stopped
from rapport.app.messages.write import MessageWriter
from rapport.app.sending.claiming import Claiming, Ready, WhyHeld
from rapport.app.sending.pause import Pause
from rapport.app.writer.rewriting import ApprovedWords, WordChooser
from rapport.core.blueprint import Blueprint
from rapport.core.events import FAILED, UNCLEAR
from rapport.core.oversight.stopping import holding
from rapport.core.time import MINUTE, SECOND, Instant, Millis
from rapport.errors import DeliveryError, RapportError, whereabouts
from rapport.ports import Clock, Delivery, Sender, Store, Transaction

RETRY_AFTER: tuple[Millis, ...] = (MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE)
"""How long to wait after the first, second, ... failed try; then it is given up."""

BATCH = 50
"""Messages looked at in one round."""

LONG: Millis = MINUTE
"""A message that the sender has had for so long is told of in the log."""

PATIENCE_SECONDS = 0.25
"""A round waits this long for a server that does not answer; the next round looks again."""

log = structlog.get_logger(__name__)

Current = Callable[[Transaction], Blueprint]
"""What is published at the very commit that is being made."""


class Result(Struct, frozen=True):
    """What became of a try. `trouble` says why the message was not handed over, `held` why that was
    not even tried; it went out where there is neither."""

    ready: Ready
    at: Instant
    trouble: DeliveryError | None = None
    held: str = ""


class Dispatched(Struct, frozen=True):
    """What one round did."""

    sent: int = 0
    stopped: int = 0
    postponed: int = 0

    @property
    def total(self) -> int:
        return self.sent + self.stopped + self.postponed


class _Try(Struct):
    """A message that the sender has since then; `told` is whether the log says that it is long."""

    key: str
    since: Instant
    told: bool = False


class _Lane:
    """One brand's messages between the claim and the record of what became of them.

    What cannot be recorded just now (the disk is full) stays here and is recorded later: it is
    known that the message went out, and that must not be forgotten.
    """

    def __init__(self) -> None:
        self.claimed: deque[Ready] = deque()
        self.trying: dict[Future[Result], _Try] = {}
        self.tried: deque[Result] = deque()
        self.keys: set[str] = set()
        """The messages that are in one of these: their profiles have not heard of them yet."""

    def __len__(self) -> int:
        return len(self.claimed) + len(self.trying) + len(self.tried)


class Dispatcher:
    """One for a process. It sends so many messages `at_once`, of all brands together, so that a
    slow one holds up no other, and besides one of each brand, so that no brand waits for another.
    With 0 they are sent one after the other.
    """

    def __init__(
        self,
        store: Store,
        writer: MessageWriter,
        sender: Sender,
        clock: Clock,
        at_once: int = 0,
        words: WordChooser | None = None,
        held: WhyHeld = lambda _: "",
    ) -> None:
        self._store = store
        self._sender = sender
        self._clock = clock
        self._at_once = at_once
        self._words = words or ApprovedWords()
        self._claiming = Claiming(writer, self._words, held)
        self._pause = Pause()
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
                    settle_sent(transaction, blueprint, planned.send, now, words)
                elif status is Delivery.NOT_SENT:
                    transaction.postpone(
                        brand, planned.send.key, now, "the process ended while sending"
                    )
                else:
                    settle_stopped(
                        transaction, blueprint, planned.send, now, UNCLEAR,
                        "the process ended while sending; it may have gone out",
                    )  # fmt: skip
        return len(left)

    def run(self, brand: str, current: Current, limit: int = BATCH) -> Dispatched:
        """One round over what is due now. Returns what it did; nothing to do is all zeros.

        A send that takes long goes on beside it, and is concluded in a later round. Raises
        TemporaryError where something could not be recorded; the next round does it.
        """
        lane, done = self._lanes[brand], Counter[str]()
        asked = 0
        while True:
            self._record(lane, current, done)
            under_way = sum(map(len, self._lanes.values()))
            room = max(self._at_once - under_way, 1 - len(lane)) if self._at_once else limit
            room = min(room, limit - asked)
            if room > 0 and not self._stopping:
                room = self._pause.room(room, under_way, self._clock.now())
                looked_at = self._claim(lane, current, room, done)
                asked += looked_at
                if looked_at and not len(lane):
                    continue  # none of these goes out now, and they hold up no other
            if not self._advance(lane, PATIENCE_SECONDS):
                self._tell_what_takes_long(lane)
                return Dispatched(done["sent"], done["stopped"], done["postponed"])

    def stop(self) -> None:
        """From now on nothing more is begun; a round that is under way ends soon."""
        self._stopping = True

    def finish(self, brand: str, current: Current, seconds: float) -> int:
        """Waits up to `seconds` for the sends under way, and records what became of them. Returns
        how many go on all the same: the next start finds out about them."""
        lane, until = self._lanes[brand], monotonic() + seconds
        while True:
            self._record(lane, current, Counter())
            if not self._advance(lane, max(0.0, until - monotonic())):
                return len(lane)

    def _advance(self, lane: _Lane, patience: float) -> bool:
        """Tries what is claimed; whether anything came of it by now."""
        if not self._at_once:
            if lane.claimed:
                lane.tried.append(self._try(lane.claimed[0]))
                lane.claimed.popleft()
        else:
            while lane.claimed:
                ready = lane.claimed[0]
                lane.trying[self._begin(ready)] = _Try(ready.planned.send.key, self._clock.now())
                lane.claimed.popleft()
            over, _ = wait(lane.trying, patience, return_when=FIRST_COMPLETED)
            for future in over:
                del lane.trying[future]
                lane.tried.append(future.result())
        return bool(lane.tried)

    def _begin(self, ready: Ready) -> Future[Result]:
        """Tries it in a thread of its own, which the process does not wait for when it ends: a
        pool would keep it waiting for its turn, and the process for a server without end."""
        future: Future[Result] = Future()
        work = Thread(target=lambda: future.set_result(self._try(ready)), name="send", daemon=True)
        work.start()
        return future

    def _tell_what_takes_long(self, lane: _Lane) -> None:
        now = self._clock.now()
        for one in lane.trying.values():
            if now - one.since >= LONG and not one.told:
                seconds = (now - one.since) // SECOND
                log.warning("a message takes long", message=one.key, seconds=seconds)
                one.told = True

    def _record(self, lane: _Lane, current: Current, done: Counter[str]) -> None:
        """Writes down what became of each try. What fails here is kept for the next time."""
        while lane.tried:
            with self._store.transaction() as transaction:
                outcome = self._conclude(transaction, current(transaction), lane.tried[0])
            result = lane.tried.popleft()
            lane.keys.discard(result.ready.planned.send.key)
            done[outcome] += 1
            if result.trouble and result.trouble.untried:
                self._pause.shut_out(result.at, str(result.trouble))
            elif not result.held:
                self._pause.let_in()

    def _claim(self, lane: _Lane, current: Current, limit: int, done: Counter[str]) -> int:
        """Claims due messages that are still wanted. Returns how many were looked at."""
        now = self._clock.now()
        with self._store.transaction() as transaction:
            blueprint = current(transaction)
            lapsed = lapse(transaction, blueprint, now, BATCH)
            claimed = self._claiming.claim(
                transaction, blueprint, now, limit, lane.keys, self._pause.why
            )
        lane.keys |= {ready.planned.send.key for ready in claimed.ready}
        lane.claimed.extend(claimed.ready)
        done.update(stopped=lapsed + claimed.stopped, postponed=claimed.postponed)
        self._words.start(claimed.orders)
        return claimed.looked_at

    def _try(self, ready: Ready) -> Result:
        if held := self._held(ready):
            return Result(ready, self._clock.now(), held=held)
        trouble: DeliveryError | None = None
        try:
            self._sender.send(ready.message, ready.to)
        except DeliveryError as error:
            trouble = error
        except Exception as error:  # noqa: BLE001 (one message's trouble is never another's)
            # Nobody knows how far the sender came, so it is not tried again.
            trouble = DeliveryError(whereabouts(error), unclear=True)
        return Result(ready, self._clock.now(), trouble)

    def _held(self, ready: Ready) -> str:
        """Why a claimed message is not handed over after all: somebody stopped it since, or
        published something, such as that the brand is retired, and it is asked about anew. Also
        where that cannot be found out."""
        brand = ready.message.brand
        try:
            if self._store.newest_release(brand) != ready.release:
                return "something was published meanwhile"
            stop = holding(self._store.stops(brand), ready.planned.send)
        except Exception as error:  # noqa: BLE001 (it goes out once somebody knows)
            why = str(error) if isinstance(error, RapportError) else whereabouts(error)
            return f"whether it was stopped could not be found out: {why}"
        return f"{stop.switch.words} is stopped: {stop.why}" if stop else ""

    def _conclude(self, transaction: Transaction, blueprint: Blueprint, result: Result) -> str:
        send, attempts = result.ready.planned.send, result.ready.planned.attempts
        if result.held:
            transaction.hold_back(blueprint.brand, send, result.at, result.held)
            return "postponed"
        if result.trouble is None:
            ready = result.ready
            settle_sent(transaction, blueprint, send, result.at, ready.message.words)
            self._words.went(transaction, blueprint, ready.wanted, ready.choice, ready.message)
            return "sent"
        trouble, why = result.trouble, str(result.trouble)
        tries = attempts + (not trouble.untried)
        log.warning("message not sent", message=send.key, error=why, tries=tries)
        if trouble.untried:
            transaction.hold_back(blueprint.brand, send, result.at, why)
            return "postponed"
        if trouble.bounced:
            settle_bounced(transaction, blueprint, send, result.at, why)
            return "stopped"
        in_vain = attempts >= len(RETRY_AFTER) and not trouble.setting
        if trouble.unclear or trouble.permanent or in_vain:
            kind = UNCLEAR if trouble.unclear else FAILED
            settle_stopped(transaction, blueprint, send, result.at, kind, why)
            return "stopped"
        again = result.at + RETRY_AFTER[min(attempts, len(RETRY_AFTER) - 1)]
        transaction.postpone(blueprint.brand, send.key, again, why)
        return "postponed"
