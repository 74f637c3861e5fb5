"""The Protocols that adapters fulfil, and the frozen values that cross them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from rapport.core.audit import Anchor, Entry
from rapport.core.blueprint import Blueprint, Brand, Catalogue, Release
from rapport.core.creative import Block, Framework
from rapport.core.decision import Decision
from rapport.core.effects import AnyEffect, OutcomeClosed, Send
from rapport.core.events import AnyBody, Contact, Event, Identifier, Incoming
from rapport.core.facts import MessageFacts
from rapport.core.message import Finding, Message
from rapport.core.policy import Policy
from rapport.core.predictions import Predictions
from rapport.core.snapshots import Candidate, Origin
from rapport.core.state import ProfileState
from rapport.core.time import Instant


class Clock(Protocol):
    """The only way to the time of day."""

    def now(self) -> Instant:
        """Milliseconds since the epoch, UTC."""
        ...


# --- Sources -----------------------------------------------------------------------------------


class Refusal(Struct, frozen=True):
    """A part of a payload that could not be taken. `where` is a path, such as `batch[3].event`."""

    where: str
    found: str
    expected: str


class Parsed(Struct, frozen=True):
    """What a source's payload held: what can be taken in, and what cannot, each with its place.

    `ignored` counts what was understood and is of no use here (Segment's `group`), by its name.
    """

    incoming: tuple[Incoming, ...] = ()
    refused: tuple[Refusal, ...] = ()
    ignored: tuple[str, ...] = ()


# --- Sending -----------------------------------------------------------------------------------


class Delivery(StrEnum):
    """What a sender knows about a message by its key."""

    SENT = "sent"
    NOT_SENT = "not_sent"
    UNKNOWN = "unknown"


class Sender(Protocol):
    """Hands a message to the world.

    `send` returns when the message is handed over for good; it raises DeliveryError otherwise.
    The dispatcher calls it at most once for each attempt, from several threads, for different keys.
    After a crash between `send` and the record of it, the dispatcher asks `status`: SENT is
    recorded, NOT_SENT is tried again, UNKNOWN is never sent again and shown to a person.
    """

    name: str

    def send(self, message: Message, to: Contact) -> None: ...

    def status(self, key: str) -> Delivery: ...


# --- Writing -----------------------------------------------------------------------------------


class Page(Struct, frozen=True):
    """What one message is rendered from: the blocks chosen, by slot, and the facts they name."""

    brand: Brand
    framework: Framework
    visual: str
    blocks: Mapping[str, Block]
    facts: MessageFacts
    language: str


class Rendered(Struct, frozen=True):
    """The parts of a message. `slots` holds the words as they are shown, by slot."""

    subject: str
    preheader: str
    html: str
    text: str
    slots: Mapping[str, str]
    findings: tuple[Finding, ...] = ()
    """What could not be rendered; a message with findings is not sent."""


class Renderer(Protocol):
    """Makes the parts of a message from approved blocks, a layout and facts.

    Facts are data: whatever they contain comes out as the text it is. It never raises for them.
    """

    def render(self, page: Page) -> Rendered: ...


# --- What is read back: rows for the report and the console ------------------------------------


class ProfileOutcome(Struct, frozen=True):
    """One profile in one flow, from its first entry on (intention to treat). Minor units."""

    profile: str
    arm: str
    entered_at: Instant
    orders: int
    revenue: int
    margin: int
    """Revenue less the cost of goods; offers' costs and refunds are off."""
    messages: int
    clicks: int
    unsubscribes: int
    complaints: int
    revenue_before: int
    """Revenue before entry, for variance reduction."""


class MessageRow(Struct, frozen=True):
    """A message that was sent, for a list."""

    key: str
    profile: str
    flow: str
    point: str
    decision: str
    arm: str
    at: Instant
    subject: str
    status: str
    clicked_at: Instant | None
    reason: str = ""
    """Why it was stopped, where it was."""


class OutboxRow(Struct, frozen=True):
    """A message on its way: how often it was tried, and what the last error was."""

    key: str
    profile: str
    flow: str
    status: str
    attempts: int
    next_try_at: Instant
    valid_until: Instant
    error: str


class FlowCount(Struct, frozen=True):
    """How many runs of a flow ended for a reason, or messages were stopped for one."""

    flow: str
    what: str
    reason: str
    count: int


class Records(Protocol):
    """The read side. Nothing here changes anything; every call names the brand."""

    def profile_outcomes(self, brand: str, flow: str) -> Sequence[ProfileOutcome]: ...

    def messages(
        self, brand: str, *, limit: int = 50, before: Instant | None = None, profile: str = ""
    ) -> Sequence[MessageRow]: ...

    def message(self, brand: str, key: str) -> Message | None: ...

    def decision(self, brand: str, decision: str) -> bytes | None:
        """The stored record; `rapport.core.codec.decode_decision` reads it."""
        ...

    def outbox(self, brand: str, *, limit: int = 200) -> Sequence[OutboxRow]: ...

    def flow_counts(self, brand: str) -> Sequence[FlowCount]: ...

    def counts(self, brand: str) -> dict[str, int]:
        """Intake and other totals, by name (`accepted`, `duplicate`, `refused`, ...)."""
        ...


# --- Taking in ---------------------------------------------------------------------------------


class Receipt(Struct, frozen=True):
    """What became of what was handed in: committed, or known already."""

    accepted: int = 0
    duplicate: int = 0


class Intake(Protocol):
    """Where the web edge hands events in."""

    async def submit(self, brand: str, incoming: tuple[Incoming, ...]) -> Receipt:
        """Returns once all of `incoming` is committed, together with what it led to.

        Raises TemporaryError where it could not be (disk full, database locked, too much waiting);
        then nothing of it is kept.
        """
        ...


# --- Storing -----------------------------------------------------------------------------------


class LogRow(Struct, frozen=True, gc=False):
    """An event as the log keeps it. `clock` is the profile's clock just before it was applied."""

    event: Event
    profile: str
    received_at: Instant
    clock: Instant


class Planned(Struct, frozen=True, gc=False):
    """A message in the outbox whose turn has come."""

    send: Send
    attempts: int
    next_try_at: Instant


class Lesson(Struct, frozen=True, gc=False):
    """A decision whose window has closed, and what came of it."""

    position: int
    decision: Decision
    outcome: OutcomeClosed


class Anchors(Protocol):
    """Keeps anchors of the audit log apart from the store. `add` raises TemporaryError where that
    cannot be done just now."""

    def read(self, brand: str) -> Sequence[Anchor]: ...

    def add(self, brand: str, anchors: Sequence[Anchor]) -> None: ...


class Oversight(Protocol):
    """What people decided about a brand, as far as it can be read."""

    def audit_head(self, brand: str) -> Anchor | None: ...

    def audit_entries(self, brand: str, after: int = 0, limit: int = 1_000) -> Sequence[Entry]:
        """Entries with a number above `after`, in their order."""
        ...

    def origins(self, brand: str) -> Mapping[int, Origin]: ...

    def candidates(self, brand: str) -> Sequence[Candidate]: ...

    def switch(self, brand: str, name: str) -> str:
        """What a switch stands at; empty where nobody has turned it."""
        ...


class Transaction(Oversight, Protocol):
    """One unit of work: all of it is committed, or nothing.

    Every call names the brand. Calls take and give many rows at a time, since the intake is a hot
    path.
    """

    # Taking in
    def known_events(self, brand: str, ids: Sequence[str]) -> set[str]: ...

    def known_orders(self, brand: str, refs: Sequence[str]) -> set[str]: ...

    def remember_orders(self, brand: str, refs: Sequence[str]) -> None: ...

    def owners(self, brand: str, identifiers: Sequence[Identifier]) -> dict[Identifier, str]:
        """The profile of each identifier that is known."""
        ...

    def strong_identifiers(
        self, brand: str, profiles: Sequence[str]
    ) -> dict[str, frozenset[Identifier]]: ...

    def link(self, brand: str, links: Sequence[tuple[Identifier, str]]) -> None:
        """Points identifiers at profiles from now on."""
        ...

    def contacts(self, brand: str, profiles: Sequence[str]) -> dict[str, Contact]: ...

    def save_contacts(self, brand: str, contacts: Mapping[str, Contact]) -> None: ...

    def merge(self, brand: str, loser: str, winner: str) -> None:
        """Hands identifiers, contact and records of `loser` to `winner`."""
        ...

    def count(self, brand: str, counts: Mapping[str, int]) -> None:
        """Adds to the brand's totals."""
        ...

    # Processing
    def states(self, brand: str, profiles: Sequence[str]) -> dict[str, ProfileState]: ...

    def save_states(self, brand: str, states: Mapping[str, ProfileState]) -> None: ...

    def append(self, brand: str, rows: Sequence[LogRow]) -> None: ...

    def record(self, brand: str, effects: Sequence[AnyEffect]) -> None:
        """Writes facts into the permanent record, and planned messages into the outbox."""
        ...

    def due(self, brand: str, until: Instant, limit: int) -> list[str]:
        """Profiles with a timer due by `until`, the soonest first."""
        ...

    # Sending
    def planned(self, brand: str, now: Instant, limit: int) -> list[Planned]:
        """Messages whose next try is due, those that wait the longest first."""
        ...

    def sending(self, brand: str) -> list[Planned]:
        """Messages that were handed to the sender and of which nothing is known yet."""
        ...

    def claim(self, brand: str, message: Message, send: Send, at: Instant) -> None:
        """Writes the message down and marks it as being sent: one more attempt."""
        ...

    def postpone(self, brand: str, key: str, next_try_at: Instant, error: str) -> None: ...

    def settle(self, brand: str, send: Send, at: Instant, status: str, reason: str) -> None:
        """Takes it out of the outbox and notes what became of it."""
        ...

    def event_body(self, brand: str, event: str) -> AnyBody | None: ...

    # Learning and publishing
    def lessons(self, brand: str, after: int, limit: int) -> list[Lesson]: ...

    def learner(self, brand: str) -> tuple[int, bytes] | None:
        """The position up to which outcomes are learnt, and the evidence."""
        ...

    def save_learner(self, brand: str, position: int, evidence: bytes) -> None: ...

    def publish(self, brand: str, item: Release | Policy | Catalogue | Predictions) -> None: ...

    def next_policy_number(self, brand: str) -> int:
        """One more than that of any policy, published or not."""
        ...

    def publish_policy(self, brand: str, policy: Policy, origin: Origin) -> None: ...

    def keep_candidate(self, brand: str, candidate: Candidate) -> None: ...

    # People in charge
    def audit_append(self, brand: str, entry: Entry) -> None:
        """Adds an entry. Raises RapportError where there is one of its number."""
        ...

    def turn(self, brand: str, name: str, value: str) -> None: ...

    def version(self, brand: str) -> tuple[int, int, int, int]:
        """The newest numbers of what is published: release, policy, catalogue, predictions; -1
        where none is."""
        ...

    def blueprint(self, brand: str) -> Blueprint | None:
        """All that was published for the brand; None where nothing was."""
        ...


class Store(Protocol):
    """Where everything is kept."""

    def transaction(self) -> AbstractContextManager[Transaction]:
        """Begins a unit of work. Raises TemporaryError where the disk is full or locked."""
        ...

    def brands(self) -> list[str]: ...

    def close(self) -> None: ...
