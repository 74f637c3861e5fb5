"""The edges: time, what sources tell, how a message is written and sent, where events go in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from rapport.core.brand import Brand
from rapport.core.creative.facts import MessageFacts
from rapport.core.creative.framework import Block, Framework
from rapport.core.creative.message import Finding, Message
from rapport.core.events import Contact, Incoming
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
    `ahead` says that something was refused since its time has not come by our clock.
    """

    incoming: tuple[Incoming, ...] = ()
    refused: tuple[Refusal, ...] = ()
    ignored: tuple[str, ...] = ()
    ahead: bool = False


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


class Banners(Protocol):
    """Knows a brand's own pictures, and makes one of several."""

    def has(self, brand: str, picture: str) -> bool:
        """Whether there is a file of this plain name among the brand's own pictures."""
        ...

    def banner(self, brand: str, pictures: Sequence[str], ground: str = "") -> str:
        """The address of a banner of the pictures at these addresses, in their order; empty where
        there is none. `ground` is a colour such as `#f4eee4`, seen where they leave room. It never
        raises for them, and reads nothing but the brand's own files."""
        ...


class Renderer(Protocol):
    """Makes the parts of a message from approved blocks, a layout and facts.

    Facts are data: whatever they contain comes out as the text it is. It never raises for them.
    """

    def render(self, page: Page) -> Rendered: ...


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
