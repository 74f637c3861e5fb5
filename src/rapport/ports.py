"""The Protocols that adapters fulfil, and the frozen values that cross them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from rapport.core.events import Contact, Incoming
from rapport.core.message import Message
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
