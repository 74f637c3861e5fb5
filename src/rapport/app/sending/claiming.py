"""Asks of each due message whether it is still wanted, writes it, and marks it as being sent.

All of it within one transaction, with fresh state: a person may have done much since the message
was planned.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Collection

import structlog
from msgspec import Struct

from rapport.app.events.recount import states_now
from rapport.app.events.settling import settle_stopped
from rapport.app.messages.fresh_words import write_afresh
from rapport.app.messages.given_back import GIVEN_BACK, spared
from rapport.app.messages.matter import matter_of
from rapport.app.messages.write import MessageWriter, WriteRequest
from rapport.app.sending.budgets import used_up
from rapport.app.writer.order import Order, Wanted
from rapport.app.writer.rewriting import Choice, WordChooser
from rapport.core.blueprint import Blueprint
from rapport.core.brand import Brand
from rapport.core.creative.draft import Draft
from rapport.core.creative.message import Message
from rapport.core.deciding.reasons import TOO_LATE
from rapport.core.deciding.repeats import LOOKED_AT, SAID_BEFORE
from rapport.core.effects import Send
from rapport.core.events import BY_GUARDRAIL, FAILED, REFUSED, Contact
from rapport.core.oversight.retired import RETIRED
from rapport.core.state import ProfileState
from rapport.core.step import earliest, why_unwanted
from rapport.core.time import HOUR, Instant
from rapport.errors import CodecError, RapportError, whereabouts
from rapport.ports import Planned, Transaction

MENDED_AFTER = HOUR
"""A message that something damaged stands in the way of, or that is held, is looked at again after
this long."""

log = structlog.get_logger(__name__)


class Ready(Struct, frozen=True):
    """A written message that is marked as being sent, with the `choice` of its words. `release` is
    the newest that was published when it was asked whether it is still `wanted`."""

    planned: Planned
    message: Message
    to: Contact
    release: int
    wanted: Wanted
    choice: Choice


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


class _Round:
    """One look at what is due, within one transaction."""

    def __init__(
        self,
        transaction: Transaction,
        blueprint: Blueprint,
        now: Instant,
        being_sent: set[str],
        shut_out: str,
    ) -> None:
        self.transaction, self.blueprint, self.now = transaction, blueprint, now
        self.being_sent = being_sent
        self.shut_out = shut_out
        self.ready: list[Ready] = []
        self.orders: list[Order] = []
        self.left: Counter[str] = Counter()
        self._people: dict[str, tuple[ProfileState, Contact]] = {}

    def read(self, profiles: list[str]) -> None:
        """Reads everybody at once; where one is damaged, each is read when their turn comes."""
        with contextlib.suppress(CodecError):
            self._people = self._read(profiles)

    def _read(self, profiles: list[str]) -> dict[str, tuple[ProfileState, Contact]]:
        states = states_now(self.transaction, self.blueprint, profiles)
        contacts = self.transaction.contacts(self.blueprint.brand, profiles)
        return {
            one: (states.get(one) or ProfileState(one), contacts.get(one) or Contact())
            for one in profiles
        }

    def person(self, profile: str) -> tuple[ProfileState, Contact]:
        """Raises CodecError where what is stored of them is damaged."""
        if profile not in self._people:
            self._people |= self._read([profile])
        return self._people[profile]

    def stop(self, send: Send, kind: str, why: str) -> None:
        settle_stopped(self.transaction, self.blueprint, send, self.now, kind, why)
        self.left["stopped"] += 1

    def postpone(self, send: Send, until: Instant, why: str) -> None:
        self.transaction.postpone(self.blueprint.brand, send.key, until, why)
        self.left["postponed"] += 1


WhyHeld = Callable[[Brand], str]
"""Why nothing is mailed for a brand as a release has it, in words; empty where it is mailed."""


OF_BEFORE = (
    "it was decided before the brand had an address of its own. Those decided since then go out, "
    "and for this one there is nothing to do"
)
"""Why a message is held though its brand's mail is not, any more."""


class Claiming:
    """One for a dispatcher; it keeps nothing of its own."""

    def __init__(self, writer: MessageWriter, words: WordChooser, held: WhyHeld) -> None:
        self._writer = writer
        self._words = words
        self._held = held

    def claim(
        self,
        transaction: Transaction,
        blueprint: Blueprint,
        now: Instant,
        limit: int,
        under_way: Collection[str],
        shut_out: str = "",
    ) -> Claimed:
        """Claims up to `limit` messages, those that are still wanted; `under_way` are the keys of
        such as were claimed before and whose profiles have not heard of it yet. `shut_out` is why
        nothing could be sent until now, where that was so."""
        round_ = _Round(transaction, blueprint, now, set(under_way), shut_out)
        due = transaction.planned(blueprint.brand, now, limit)
        profiles = sorted({planned.send.profile for planned in due})
        if profiles:
            round_.read(profiles)
        for planned in due:
            send = planned.send
            try:
                self._one(round_, planned)
            except CodecError as error:
                # Something of this person, or that this message needs, is damaged: it waits for
                # somebody to mend it, and nobody else does.
                if now > send.valid_until:
                    round_.stop(send, REFUSED, f"too late to matter: {error}")
                else:
                    round_.postpone(send, now + MENDED_AFTER, str(error))
        left = round_.left
        return Claimed(round_.ready, round_.orders, left["stopped"], left["postponed"], len(due))

    def _one(self, round_: _Round, planned: Planned) -> None:
        """Claims one message, or stops it, or puts it off. Raises CodecError where something that
        it needs is damaged."""
        transaction, blueprint, now = round_.transaction, round_.blueprint, round_.now
        send = planned.send
        state, contact = round_.person(send.profile)
        unwanted = why_unwanted(blueprint, state, send, now)
        held = self._why_held(blueprint, send)
        if unwanted == TOO_LATE and (why := held or round_.shut_out):
            unwanted = f"{TOO_LATE}: {why}"
        if blueprint.releases[-1].retired is not None:
            unwanted = RETIRED  # whatever the clock says: it holds a millisecond after the commit
        if not unwanted and used_up(transaction, blueprint, send.action.offer, now):
            unwanted = "the budget of its offer is used up"
        free = earliest(blueprint, state, now, send.key, round_.being_sent)
        if not unwanted and free.at > send.valid_until:
            unwanted = f"{free.why}, and too late to matter after them"
        if unwanted:
            round_.stop(send, REFUSED, unwanted)
            return
        if held:
            round_.postpone(send, now + MENDED_AFTER, held)
            return
        wanted = Wanted(send, state, contact, now)
        choice = self._words.choose(transaction, blueprint, wanted)
        if choice.order is not None:
            round_.orders.append(choice.order)
        if free.at > now:
            round_.postpone(send, free.at, free.why)
            return
        if choice.until > now:
            round_.postpone(send, choice.until, choice.because)
            return
        written = self._write(transaction, blueprint, wanted, choice.draft)
        if isinstance(written, Stop):
            round_.stop(send, written.kind, written.why)
            return
        transaction.claim(blueprint.brand, written, send, now)
        newest = blueprint.releases[-1].number
        round_.ready.append(Ready(planned, written, contact, newest, wanted, choice))
        round_.being_sent.add(send.key)

    def _why_held(self, blueprint: Blueprint, send: Send) -> str:
        """A message is from the address that was published when it was decided."""
        held = self._held(blueprint.release_number(send.release).brand)
        mended = held and not self._held(blueprint.releases[-1].brand)
        return OF_BEFORE if mended else held

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
            return Stop(REFUSED, "no e-mail address")
        matter = matter_of(transaction, blueprint, state, send, now)
        if matter is None:
            return Stop(BY_GUARDRAIL, "what the message is about is not known any more")
        matter = spared(transaction, blueprint.brand, state, matter, send.subject, now)
        if matter is None:
            return Stop(REFUSED, GIVEN_BACK)
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
            return Stop(BY_GUARDRAIL, str(error))
        except Exception as error:  # noqa: BLE001 (one message's trouble is never another's)
            where = whereabouts(error)
            log.error("message not written", message=send.key, error=where)  # noqa: TRY400 (no data)
            return Stop(FAILED, f"it could not be written: {type(error).__name__}")
        if written.findings:
            found = "; ".join(f"{f.rule} ({f.where}): {f.found}" for f in written.findings)
            # Words that were said before have no mistake in them: no guardrail was hit.
            again = all(f.rule == SAID_BEFORE for f in written.findings)
            return Stop(REFUSED if again else BY_GUARDRAIL, found)
        return written.message
