"""From what a message says to `Incoming`s: one for the thing itself, more for what it implies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from rapport.adapters.sources.payload import UnusableError, digest, shown
from rapport.adapters.sources.people import Person
from rapport.adapters.sources.times import EARLIEST, believed, instant, iso
from rapport.core.events import (
    AnyBody,
    ConsentChanged,
    Event,
    Identifier,
    Incoming,
    ProfileChanged,
)
from rapport.core.time import Instant

MAX_ID = 120


class Told(Struct, frozen=True, gc=False):
    """One message of a source: what it is called, when it happened, and where word came from."""

    id: str
    at: Instant
    source: str
    backfill: bool = False


class Implied(NamedTuple):
    """What a message says beside its own matter; `at` is when, where that is told apart."""

    body: ProfileChanged | ConsentChanged
    at: Instant | None = None


def incoming(
    told: Told,
    person: Person,
    body: AnyBody,
    implied: Sequence[Implied] = (),
    aliases: tuple[Identifier, ...] = (),
) -> tuple[Incoming, ...]:
    """What is implied, in its order, and then `body`. The body's event has the message's own id.

    Raises UnusableError where nothing says whose the event is.
    """
    identifiers = person.identifiers()
    if not identifiers:
        raise UnusableError("", "no identifier of a person", "an id, an e-mail address or a token")
    contact = person.contact()
    event = Event(told.id, told.at, told.source, body, told.backfill)
    main = Incoming(event, identifiers, contact, aliases)
    if not implied:
        return (main,)
    before = []
    for number, (said, said_at) in enumerate(implied, 1):
        at = told.at if said_at is None else said_at
        extra = Event(f"{told.id}#{number}", at, told.source, said, told.backfill)
        before.append(Incoming(extra, identifiers, contact, aliases))
    return (*before, main)


def happened(value: object, where: str, received_at: Instant) -> Instant:
    """When it happened, as told under `where`; `received_at` where nothing was told.

    Raises UnusableError where it is no time, or one that cannot be true.
    """
    if value is None or value == "":
        return received_at
    at = instant(value)
    if at is None:
        raise UnusableError(where, shown(value), "a time such as 2026-01-31T09:30:00Z")
    return check_time(at, where, received_at)


def check_time(at: Instant, where: str, received_at: Instant) -> Instant:
    """`at`, or `received_at` where the sender's clock runs a little ahead."""
    sure = believed(at, received_at)
    if sure is None:
        raise UnusableError(
            where,
            iso(at),
            f"a time after {iso(EARLIEST)} and at most a day ahead of now",
            ahead=at > received_at,
        )
    return sure


def bounded_id(prefix: str, value: str) -> str:
    """`prefix:value`, with a hash for a value that is too long, unprintable or an address."""
    if len(value) > MAX_ID or not value.isprintable() or "@" in value:
        value = digest(value.encode())
    return f"{prefix}:{value}"
