"""The store: one unit of work, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from msgspec import Struct

from rapport.core.blueprint import Blueprint, Release
from rapport.core.catalogue import Catalogue
from rapport.core.creative.message import Message
from rapport.core.deciding.repeats import Said
from rapport.core.decision import Decision
from rapport.core.effects import AnyEffect, OutcomeClosed, Send
from rapport.core.events import AnyBody, Contact, Event, Identifier
from rapport.core.oversight.audit import Entry
from rapport.core.oversight.stopping import Stop, Switch
from rapport.core.person.predictions import Predictions
from rapport.core.policy.policy import Policy
from rapport.core.policy.snapshots import Candidate, Origin
from rapport.core.state import ProfileState
from rapport.core.time import Instant
from rapport.core.unread import UnreadRow
from rapport.ports.drafts import DraftKeeping
from rapport.ports.objections import Objection
from rapport.ports.people import PeopleKeeping
from rapport.ports.reading import Oversight
from rapport.ports.writer_book import WriterBook


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


class Reached(Struct, frozen=True, gc=False):
    """A message that reached somebody, may have, or is being sent: the step of a flow, and when."""

    key: str
    flow: str
    point: str
    at: Instant


class Lesson(Struct, frozen=True, gc=False):
    """A decision whose window has closed, and what came of it."""

    position: int
    decision: Decision
    outcome: OutcomeClosed


class Lessons(Struct, frozen=True, gc=False):
    """Some lessons, and those that could not be read. `position` is how far was read: where the
    next ones begin; that from which was read where there were none."""

    found: Sequence[Lesson]
    position: int
    unread: Sequence[UnreadRow] = ()

    def __len__(self) -> int:
        return len(self.found) + len(self.unread)


class Awaited(Struct, frozen=True, gc=False):
    """A message that reached the person at `at` and whose decision's window is open."""

    decision: Decision
    at: Instant
    clicked: bool
    """So far."""


class Transaction(Oversight, DraftKeeping, PeopleKeeping, WriterBook, Protocol):
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

    def log(self, brand: str, profile: str) -> Sequence[LogRow]:
        """What happened to a profile, in the order in which it was taken in."""
        ...

    def told(self, brand: str, profile: str, types: Sequence[str], limit: int) -> Sequence[Event]:
        """The last `limit` events of these types of a profile, the one taken in last first."""
        ...

    def save_states(self, brand: str, states: Mapping[str, ProfileState]) -> None: ...

    def append(self, brand: str, rows: Sequence[LogRow]) -> None: ...

    def record(self, brand: str, effects: Sequence[AnyEffect]) -> None:
        """Writes facts into the permanent record, and planned messages into the outbox."""
        ...

    def offers_moved(self, brand: str) -> bool:
        """Whether this unit of work recorded a use of an offer, or a message that promises one."""
        ...

    def due(self, brand: str, until: Instant, limit: int) -> list[str]:
        """Profiles with a timer due by `until`, the soonest first."""
        ...

    def keep_objections(self, brand: str, objections: Sequence[Objection]) -> None:
        """Keeps them apart from the store, too, right before the unit of work is committed. Where
        that cannot be done it is logged: that somebody declined must hold all the same."""
        ...

    # Sending
    def planned(self, brand: str, now: Instant, limit: int) -> list[Planned]:
        """Messages whose next try is due and that no stop holds back, those that wait the longest
        first."""
        ...

    def lapsed(self, brand: str, now: Instant, limit: int) -> list[Planned]:
        """Messages that a stop held back until it was too late for them."""
        ...

    def sending(self, brand: str) -> list[Planned]:
        """Messages that were handed to the sender and of which nothing is known yet."""
        ...

    def waiting(self, brand: str, keys: Sequence[str]) -> list[Planned]:
        """Those of these messages that wait in the outbox, in the order of `keys`."""
        ...

    def readdress(self, brand: str, keys: Sequence[str], profile: str) -> None:
        """Hands those of these messages that are in the outbox to a profile."""
        ...

    def reached(self, brand: str, keys: Sequence[str]) -> list[Reached]:
        """Those of these messages that reached somebody, may have, or are being sent."""
        ...

    def words_of(self, brand: str, key: str) -> Sequence[int]:
        """What a message that was claimed says, by the numbers of `rapport.core.deciding.had`."""
        ...

    def said(self, brand: str, profile: str, but: str, limit: int) -> Sequence[Said]:
        """The last messages that reached the profile or may have, save the one with the key `but`;
        the latest first."""
        ...

    def claim(self, brand: str, message: Message, send: Send, at: Instant) -> None:
        """Writes the message down and marks it as being sent: one more attempt."""
        ...

    def postpone(self, brand: str, key: str, next_try_at: Instant, error: str) -> None: ...

    def hold_back(self, brand: str, send: Send, at: Instant, why: str) -> None:
        """Puts back what was claimed and not handed over: that was no attempt."""
        ...

    def settle(self, brand: str, send: Send, at: Instant, status: str, reason: str) -> None:
        """Takes it out of the outbox and notes what became of it."""
        ...

    def event_body(self, brand: str, event: str) -> AnyBody | None: ...

    # Learning and publishing
    def lessons(self, brand: str, after: int, limit: int) -> Lessons: ...

    def latest_lessons(self, brand: str, limit: int) -> list[Lesson]:
        """The last ones, in their order."""
        ...

    def awaited(self, brand: str, since: Instant, until: Instant, limit: int) -> list[Awaited]:
        """Messages sent from `since` until `until`, both included, of whose decision the outcome is
        not known yet: the latest `limit`, in the order in which they were sent."""
        ...

    def count_awaited(self, brand: str, since: Instant, until: Instant, limit: int) -> int:
        """How many `awaited` would give."""
        ...

    def decisions_about(self, brand: str, profiles: Sequence[str]) -> Iterator[bytes]:
        """The stored decisions of these profiles, in the order in which they were made."""
        ...

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

    def add_stop(self, stop: Stop) -> None:
        """Raises RapportError where the very same is stopped already."""
        ...

    def end_stop(self, brand: str, switch: Switch, at: Instant, who: str) -> None:
        """`brand` is empty for everything."""
        ...

    def except_brand(self, brand: str, switch: Switch, at: Instant, who: str) -> None:
        """Ends for one brand a stop of everything, which goes on for the others."""
        ...

    def last_round(self) -> Instant:
        """When a server was last at work on what is due, and sure of its clock; 0 where none ever
        was."""
        ...

    def note_round(self, at: Instant) -> None: ...

    def brands(self) -> list[str]: ...

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

    def stops(self, brand: str) -> Sequence[Stop]:
        """The stops that hold for a brand, as last committed by any process. It waits for no unit
        of work, and may be called within one."""
        ...

    def newest_release(self, brand: str) -> int:
        """The number of the newest release, as last committed by any process; -1 where there is
        none. It waits for nobody, as `stops`."""
        ...

    def close(self) -> None: ...
