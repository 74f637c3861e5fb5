"""Asks of each due message whether it is still wanted, writes it, and marks it as being sent.

All of it within one transaction, with fresh state: a person may have done much since the message
was planned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Protocol

import structlog
from msgspec import Struct

from rapport.app.budgets import used_up
from rapport.app.fresh_words import write_afresh
from rapport.app.given_back import GIVEN_BACK, spared
from rapport.app.matter import matter_of
from rapport.app.order import Order, Wanted
from rapport.app.recount import states_now
from rapport.app.rewriting import WordChooser
from rapport.app.settling import settle_stopped
from rapport.app.write import WriteRequest, Written
from rapport.core.blueprint import Blueprint
from rapport.core.draft import Draft
from rapport.core.events import Contact
from rapport.core.message import Message
from rapport.core.repeats import LOOKED_AT, SAID_BEFORE
from rapport.core.state import ProfileState
from rapport.core.step import earliest, why_unwanted
from rapport.core.time import Instant
from rapport.errors import RapportError, whereabouts
from rapport.ports import Planned, Transaction

log = structlog.get_logger(__name__)


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


class Claimed(Struct, frozen=True):
    """What came of the messages that were looked at. `orders` are for words that nobody has yet."""

    ready: list[Ready]
    orders: list[Order]
    stopped: int
    postponed: int
    looked_at: int


class Claiming:
    """One for a dispatcher; it keeps nothing of its own."""

    def __init__(self, writer: MessageWriter, words: WordChooser) -> None:
        self._writer = writer
        self._words = words

    def claim(
        self,
        transaction: Transaction,
        blueprint: Blueprint,
        now: Instant,
        limit: int,
        under_way: Collection[str],
    ) -> Claimed:
        """Claims up to `limit` messages, those that are still wanted; `under_way` are the keys of
        such as were claimed before and whose profiles have not heard of it yet."""
        ready: list[Ready] = []
        orders: list[Order] = []
        left: Counter[str] = Counter()
        due = transaction.planned(blueprint.brand, now, limit)
        profiles = sorted({planned.send.profile for planned in due})
        states = states_now(transaction, blueprint, profiles) if profiles else {}
        contacts = transaction.contacts(blueprint.brand, profiles) if profiles else {}
        being_sent = set(under_way)
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
                settle_stopped(transaction, blueprint, send, now, "refused", unwanted)
                left["stopped"] += 1
                continue
            contact = contacts.get(send.profile) or Contact()
            wanted = Wanted(send, state, contact, now)
            choice = self._words.choose(transaction, blueprint, wanted)
            if choice.order is not None:
                orders.append(choice.order)
            if free.at > now or choice.until > now:
                put_off = free if free.at > now else (choice.until, choice.because)
                transaction.postpone(blueprint.brand, send.key, *put_off)
                left["postponed"] += 1
                continue
            written = self._write(transaction, blueprint, wanted, choice.draft)
            if isinstance(written, Stop):
                settle_stopped(transaction, blueprint, send, now, written.kind, written.why)
                left["stopped"] += 1
                continue
            transaction.claim(blueprint.brand, written, send, now)
            if not planned.attempts:
                self._words.went(transaction, blueprint, wanted, choice, written)
            ready.append(Ready(planned, written, contact))
            being_sent.add(send.key)
        return Claimed(ready, orders, left["stopped"], left["postponed"], len(due))

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
