"""Carries out planned messages: asks once more, writes, sends, and tells the core what came of it.

A message goes through `waiting` → `sending` → gone from the outbox. What is `sending` was handed to
the sender; after a crash the sender is asked what became of it, and where it cannot know the
message is never sent a second time but shown as unclear.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from typing import Protocol

import structlog
from msgspec import Struct

from rapport.app.process import Received, process
from rapport.app.write import WriteRequest, Written
from rapport.core.blueprint import Blueprint
from rapport.core.effects import Send
from rapport.core.events import CheckoutStarted, Contact, Event, MessageSent, MessageStopped
from rapport.core.message import Message
from rapport.core.state import ProfileState
from rapport.core.step import earliest, why_unwanted
from rapport.core.time import MINUTE, Instant, Millis
from rapport.errors import DeliveryError, RapportError
from rapport.ports import Clock, Delivery, Planned, Sender, Store, Transaction

RETRY_AFTER: tuple[Millis, ...] = (MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE)
"""How long to wait after the first, second, ... failed try; then it is given up."""

BATCH = 50

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


class Result(Struct, frozen=True):
    """What became of a try. `error` is empty where the message went out."""

    ready: Ready
    at: Instant
    error: str = ""
    permanent: bool = False
    unclear: bool = False


class Dispatched(Struct, frozen=True):
    """What one round did."""

    sent: int = 0
    stopped: int = 0
    postponed: int = 0

    @property
    def total(self) -> int:
        return self.sent + self.stopped + self.postponed


class Dispatcher:
    """One for a process. `pool` runs sends side by side, so that a slow one holds up no other."""

    def __init__(
        self,
        store: Store,
        writer: MessageWriter,
        sender: Sender,
        clock: Clock,
        pool: Executor | None = None,
    ) -> None:
        self._store = store
        self._writer = writer
        self._sender = sender
        self._clock = clock
        self._pool = pool

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
                    _settle_sent(transaction, blueprint, planned.send, now)
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
        """One round over what is due now. Returns what it did; nothing to do is all zeros."""
        now = self._clock.now()
        ready, stopped, postponed = self._prepare(brand, current, now, limit)
        results = list(self._pool.map(self._try, ready)) if self._pool else map(self._try, ready)
        sent = 0
        for result in results:
            with self._store.transaction() as transaction:
                outcome = self._conclude(transaction, current(transaction), result)
            sent += outcome == "sent"
            stopped += outcome == "stopped"
            postponed += outcome == "postponed"
        return Dispatched(sent, stopped, postponed)

    def _prepare(
        self, brand: str, current: Current, now: Instant, limit: int
    ) -> tuple[list[Ready], int, int]:
        """Asks of each due message whether it is still wanted, and writes those that are."""
        ready: list[Ready] = []
        stopped = postponed = 0
        with self._store.transaction() as transaction:
            blueprint = current(transaction)
            due = transaction.planned(brand, now, limit)
            profiles = sorted({planned.send.profile for planned in due})
            states = transaction.states(brand, profiles) if profiles else {}
            contacts = transaction.contacts(brand, profiles) if profiles else {}
            for planned in due:
                send = planned.send
                state = states.get(send.profile) or ProfileState(send.profile)
                unwanted = why_unwanted(blueprint, state, send, now)
                if unwanted:
                    _settle_stopped(transaction, blueprint, send, now, "refused", unwanted)
                    stopped += 1
                    continue
                free_at = earliest(blueprint, state, now)
                if free_at > now:
                    transaction.postpone(brand, send.key, free_at, "quiet hours")
                    postponed += 1
                    continue
                contact = contacts.get(send.profile) or Contact()
                written = self._write(transaction, blueprint, send, contact, now)
                if isinstance(written, str):
                    _settle_stopped(transaction, blueprint, send, now, "guardrail", written)
                    stopped += 1
                    continue
                transaction.claim(brand, written, send, now)
                ready.append(Ready(planned, written, contact))
        return ready, stopped, postponed

    def _write(
        self,
        transaction: Transaction,
        blueprint: Blueprint,
        send: Send,
        contact: Contact,
        now: Instant,
    ) -> Message | str:
        """The message, or why it must not go out."""
        if not contact.email:
            return "no e-mail address"
        body = transaction.event_body(blueprint.brand, send.subject_event)
        if not isinstance(body, CheckoutStarted):
            return "what the message is about is not known any more"
        request = WriteRequest(
            send=send,
            release=blueprint.release_number(send.release),
            checkout=body,
            products=blueprint.products_at(now),
            contact=contact,
            at=now,
        )
        try:
            written = self._writer.write(request)
        except RapportError as error:
            return str(error)
        if written.findings:
            return "; ".join(f"{f.rule} ({f.where}): {f.found}" for f in written.findings)
        return written.message

    def _try(self, ready: Ready) -> Result:
        try:
            self._sender.send(ready.message, ready.to)
        except DeliveryError as error:
            return Result(ready, self._clock.now(), str(error), error.permanent, error.unclear)
        return Result(ready, self._clock.now())

    def _conclude(self, transaction: Transaction, blueprint: Blueprint, result: Result) -> str:
        send, attempts = result.ready.planned.send, result.ready.planned.attempts
        if not result.error:
            _settle_sent(transaction, blueprint, send, result.at)
            return "sent"
        log.warning("message not sent", message=send.key, error=result.error, tries=attempts + 1)
        if result.unclear:
            _settle_stopped(transaction, blueprint, send, result.at, "unclear", result.error)
            return "stopped"
        if result.permanent or attempts >= len(RETRY_AFTER):
            _settle_stopped(transaction, blueprint, send, result.at, "failed", result.error)
            return "stopped"
        again = result.at + RETRY_AFTER[attempts]
        transaction.postpone(blueprint.brand, send.key, again, result.error)
        return "postponed"


def _settle_sent(transaction: Transaction, blueprint: Blueprint, send: Send, at: Instant) -> None:
    event = Event(f"sent:{send.key}", at, "rapport", MessageSent(send.key))
    transaction.settle(blueprint.brand, send, at, "sent", "")
    _tell(transaction, blueprint, send, event)


def _settle_stopped(
    transaction: Transaction, blueprint: Blueprint, send: Send, at: Instant, kind: str, why: str
) -> None:
    event = Event(f"stopped:{send.key}", at, "rapport", MessageStopped(send.key, kind, why))
    status = "unclear" if kind == "unclear" else "stopped"
    transaction.settle(blueprint.brand, send, at, status, f"{kind}: {why}")
    _tell(transaction, blueprint, send, event)


def _tell(transaction: Transaction, blueprint: Blueprint, send: Send, event: Event) -> None:
    """What came of a message is an event like any other."""
    process(transaction, blueprint, [Received(send.profile, event, event.at)])
