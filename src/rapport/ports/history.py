"""What happened to people and what was decided for them, as it is on record.

Each use case asks for what it reads, and no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from rapport.core.blueprint import Blueprint
from rapport.core.events import AnyBody, Contact, Event, Identifier
from rapport.core.oversight.stopping import Stop
from rapport.core.state import ProfileState
from rapport.core.time import Instant
from rapport.core.unread import Unread
from rapport.ports.drafts import Drafts
from rapport.ports.of_one import OfOne
from rapport.ports.people import People
from rapport.ports.reading import Oversight, Records, Watched
from rapport.ports.storing import Lessons, LogRow
from rapport.ports.writer_book import WriterReading


class Told(Protocol):
    """What a profile was last told of."""

    def told(self, brand: str, profile: str, types: Sequence[str], limit: int) -> Sequence[Event]:
        """The last `limit` events of these types of a profile, the one taken in last first."""
        ...

    def event_body(self, brand: str, event: str) -> AnyBody | None: ...


class Logs(Protocol):
    """The log of a profile: enough to tell who absorbed whom."""

    def log(self, brand: str, profile: str) -> Sequence[LogRow]:
        """What happened to a profile, in the order in which it was taken in. Raises CodecError
        where that cannot be read."""
        ...


class States(Protocol):
    """People as they are kept, those of them that there are."""

    def states(self, brand: str, profiles: Sequence[str]) -> dict[str, ProfileState]: ...

    def contacts(self, brand: str, profiles: Sequence[str]) -> dict[str, Contact]: ...


class Recountable(States, Logs, Protocol):
    """And what their states can be folded from again."""

    def decisions_about(self, brand: str, profiles: Sequence[str]) -> Iterator[bytes]:
        """The stored decisions of these profiles, in the order in which they were made."""
        ...


class Lives(Logs, Protocol):
    """Everybody's: what intent is learnt from."""

    def profiles(
        self, brand: str, unread: Unread | None = None
    ) -> Iterator[tuple[str, ProfileState]]:
        """Every profile and its state as it stands. One that cannot be read is left out and taken
        down in `unread`; without that, it raises CodecError."""
        ...


class Relivable(Lives, Protocol):
    """And what came of it, which a replay compares: all as it was at one moment."""

    def decisions(self, brand: str, profile: str) -> Sequence[bytes]:
        """The stored decisions of a profile, in the order in which they were made."""
        ...


class RecentLogs(Logs, Protocol):
    """Those whom something happened to lately: what a backtest goes through."""

    def touched(self, brand: str, kinds: Sequence[str], since: Instant) -> Sequence[str]:
        """Profiles that something of these types happened to from `since` on, in order. History
        that was taken in afterwards does not count: it starts no flow."""
        ...

    def last_received_at(self, brand: str) -> Instant:
        """When the last event was taken in; 0 where none was."""
        ...


class Decisions(Logs, Protocol):
    """What was decided and came of it, and when something was stopped: what judges a policy."""

    def lessons(self, brand: str, after: int, limit: int) -> Lessons: ...

    def all_decisions(self, brand: str) -> Iterator[bytes]:
        """Every stored decision, in the order in which they were made."""
        ...

    def stops(self, brand: str) -> Sequence[Stop]: ...

    def past_stops(self, brand: str) -> Sequence[Stop]: ...


class Silent(Logs, Protocol):
    """The stored decisions to say nothing."""

    def silences_before(
        self,
        brand: str,
        before: int | None,
        limit: int,
        *,
        flow: str = "",
        profiles: Sequence[str] = (),
        kind: str = "",
    ) -> Sequence[tuple[int, bytes]]:
        """Each with its position, the newest first: those before a position, or the last ones; of
        one flow or kind, and of these profiles, where named."""
        ...

    def silences_since(self, brand: str, since: Instant) -> int:
        """How many there are of this moment and later."""
        ...

    def last_silence(self, brand: str) -> Instant | None:
        """The moment of the latest; None where there is none."""
        ...


class Published(Protocol):
    """What brands have published."""

    def version(self, brand: str) -> tuple[int, int, int, int]:
        """The newest numbers of what is published: release, policy, catalogue, predictions; -1
        where none is."""
        ...

    def published(self, brand: str) -> Blueprint | None:
        """All that the brand has published; None where nothing is."""
        ...


class ReadSide(
    Records, Oversight, Watched, Drafts, People, WriterReading, Published,
    Told, Recountable, Relivable, RecentLogs, Decisions, Silent, OfOne, Protocol,
):  # fmt: skip
    """All that can be read beside a unit of work: what another store has to offer, too.

    Safe to share between threads. It waits for no unit of work, and each call sees all that was
    committed before it, by any process, whoever is in the middle of reading something.
    """

    def at_one_moment(self) -> AbstractContextManager[ReadSide]:
        """The same, as everything stands at one moment, whatever is committed meanwhile: for what
        is read in several calls and has to agree. For one thread, and not for long."""
        ...

    def brands(self) -> list[str]: ...

    def order_days(self, brand: str, until: Instant) -> Iterator[tuple[str, int, int]]:
        """Profile, day (UTC, since 1970) and revenue of each day with orders, sorted.

        Orders placed from `until` on do not count. What went back is off the revenue, and the order
        counts all the same: somebody came and chose, and a profile's state counts it, too. What
        went back for an order that nobody told of is off the first day's.
        """
        ...

    def contact(self, brand: str, profile: str) -> Contact | None: ...

    def owner(self, brand: str, identifier: Identifier) -> str | None:
        """The profile that is known by it."""
        ...

    def close(self) -> None: ...
