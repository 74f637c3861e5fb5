"""What is on record of one person, under every id that they have had."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from rapport.core.effects import OutcomeClosed, Send
from rapport.core.time import Instant
from rapport.ports.reading import MessageRow


class OnItsWay(Struct, frozen=True):
    """A message in the outbox. `send` is None where it cannot be read; `error` says what went wrong
    with it."""

    key: str
    flow: str
    status: str
    next_try_at: Instant
    valid_until: Instant
    error: str
    send: Send | None


class WayOut(Struct, frozen=True):
    """An opt-out: `reason` is unsubscribed, bounced or complained."""

    at: Instant
    reason: str


class OfOne(Protocol):
    """A page begins after the row of this time and key, the newest first."""

    def messages_to(
        self,
        brand: str,
        profiles: Sequence[str],
        limit: int,
        before: tuple[Instant, str] | None = None,
    ) -> Sequence[MessageRow]: ...

    def silences_about(
        self,
        brand: str,
        profiles: Sequence[str],
        limit: int,
        before: tuple[Instant, str] | None = None,
    ) -> Sequence[tuple[Instant, str, bytes]]:
        """Stored decisions to say nothing: when, under which id, and what was decided."""
        ...

    def on_their_way(self, brand: str, keys: Sequence[str]) -> Sequence[OnItsWay]:
        """Those of these messages that are in the outbox, the next first."""
        ...

    def outcome(self, brand: str, decision: str) -> OutcomeClosed | None:
        """What came of a decision whose window has closed."""
        ...

    def ways_out(self, brand: str, profile: str, message: str) -> Sequence[WayOut]:
        """The opt-outs of a person that count against a message, the first one first."""
        ...
