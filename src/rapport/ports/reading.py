"""The read side: rows for the report and the console, and what people decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from rapport.core.creative.message import Message
from rapport.core.deciding.budget import OfferSpan, OfferStanding
from rapport.core.oversight.audit import Anchor, Entry, InUse
from rapport.core.oversight.stopping import Stop, Switch
from rapport.core.policy.snapshots import Candidate, Origin
from rapport.core.time import Instant


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
    """A message that was sent or stopped, for a list; one that was never written has no subject."""

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
    framework: str = ""
    """The key of its framework; empty in rows of before it was kept."""


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


class InTrouble(Struct, frozen=True):
    """How many messages could not go out when they were tried, and some of them."""

    count: int = 0
    some: tuple[OutboxRow, ...] = ()


class FlowCount(Struct, frozen=True):
    """How many runs of a flow ended for a reason, or messages were stopped for one."""

    flow: str
    what: str
    reason: str
    count: int


class MessageCount(Struct, frozen=True):
    """What became of one week's messages of a flow and framework. `week` counts from 1970."""

    flow: str
    framework: str
    week: int
    sent: int
    held_back: int
    """By a guardrail."""
    complaints: int
    unsubscribes: int
    bounces: int
    """Those of which a server said so at once are among them: `turned_away`, and not `sent`."""
    turned_away: int = 0


class Watched(Protocol):
    """What is counted to tell whether something goes wrong."""

    def message_counts(self, brand: str, since: Instant) -> Sequence[MessageCount]:
        """What became of messages of `since` and later, by the week in which they went out."""
        ...

    def entered(self, brand: str, flow: str, since: Instant) -> dict[str, int]:
        """Profiles by arm that entered a flow for the first time at `since` or later."""
        ...

    def past_stops(self, brand: str) -> Sequence[Stop]: ...


class Records(Protocol):
    """The read side. Nothing here changes anything; every call names the brand."""

    def profile_outcomes(self, brand: str, flow: str) -> Sequence[ProfileOutcome]: ...

    def lapsed_by_stops(self, brand: str, flow: str) -> Sequence[Instant]:
        """When each profile first entered the flow that was told nothing of it because a message
        lapsed while something was stopped."""
        ...

    def messages(
        self,
        brand: str,
        *,
        limit: int = 50,
        before: tuple[Instant, str] | None = None,
        profile: str = "",
    ) -> Sequence[MessageRow]:
        """Messages, the newest first; those that come after the one of this time and key."""
        ...

    def message_row(self, brand: str, key: str) -> MessageRow | None:
        """One of them, also where no words were written."""
        ...

    def message(self, brand: str, key: str) -> Message | None:
        """Its words; None where there is no such message or it was stopped before it had any."""
        ...

    def decision(self, brand: str, decision: str) -> bytes | None:
        """The stored record; `rapport.core.codec.decode_decision` reads it."""
        ...

    def outbox(self, brand: str, *, limit: int = 200) -> Sequence[OutboxRow]: ...

    def in_trouble(self, brand: str, *, limit: int = 10) -> InTrouble:
        """All messages of the outbox with an error are counted, however many wait before them;
        those are shown that are tried next."""
        ...

    def on_the_way(self, brand: str) -> dict[str, int]:
        """How many messages are in the outbox, by their status."""
        ...

    def flow_counts(self, brand: str) -> Sequence[FlowCount]: ...

    def counts(self, brand: str) -> dict[str, int]:
        """Intake and other totals, by name (`accepted`, `duplicate`, `refused`, ...)."""
        ...


class Anchors(Protocol):
    """Keeps anchors of the audit log apart from the store. Each raises TemporaryError, and nothing
    else, where it cannot be done just now: what they are of is committed already."""

    def read(self, brand: str) -> Sequence[Anchor]: ...

    def unreadable(self, brand: str, entered: Sequence[Anchor]) -> Sequence[tuple[int, str]]:
        """The places, from 1, and beginnings of what is among the anchors and is none. What a power
        cut left of the anchor of something that was `entered` is not among them."""
        ...

    def add(self, brand: str, anchors: Sequence[Anchor]) -> None: ...


class Oversight(Protocol):
    """What people decided about a brand, as far as it can be read."""

    def audit_head(self, brand: str) -> Anchor | None: ...

    def audit_entries(self, brand: str, after: int = 0, limit: int = 1_000) -> Sequence[Entry]:
        """Entries with a number above `after`, in their order."""
        ...

    def audit_misnumbered(self, brand: str) -> Sequence[str]:
        """The numbers, as they are kept, of what stands in the log and is no entry: these go 1, 2,
        3, and on, so nothing below or between was ever entered. At most a hundred."""
        ...

    def audit_entries_of(self, brand: str, deeds: Sequence[str]) -> Sequence[Entry]:
        """Those that tell of one of these deeds, in their order; what cannot be read tells of none.
        The rest of the log is not read."""
        ...

    def words_in_use(self, brand: str) -> Sequence[InUse]:
        """Every draft whose words go out, as it is kept."""
        ...

    def release_digests(self, brand: str) -> Mapping[int, str]:
        """SHA-256, as hex digits, of each release as it is kept, by its number. It stays the same
        for as long as nobody changes what is kept."""
        ...

    def release_digest(self, brand: str, number: int) -> str:
        """That of one release; empty where there is none."""
        ...

    def origins(self, brand: str) -> Mapping[int, Origin]: ...

    def candidates(self, brand: str) -> Sequence[Candidate]: ...

    def offer_standing(self, brand: str, offer: str, span: OfferSpan) -> OfferStanding:
        """What was used and promised of an offer."""
        ...

    def switch(self, brand: str, name: str) -> str:
        """What a switch stands at; empty where nobody has turned it."""
        ...

    def stops(self, brand: str) -> Sequence[Stop]:
        """The stops that hold for a brand, those of everything among them but such as it was
        excepted from. Of no brand, `""`: those of everything alone."""
        ...

    def past_stops(self, brand: str) -> Sequence[Stop]:
        """Those that have ended, in the order in which they began."""
        ...

    def held_back(self, brand: str, switches: Sequence[Switch]) -> dict[str, int]:
        """How many messages of the outbox these cover: `waiting`, and `sending`, which are with the
        mail server or about to be handed to it."""
        ...
