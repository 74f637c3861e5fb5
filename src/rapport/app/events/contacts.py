"""Who a person is, as it is told bit by bit: which word on each part of a contact holds.

Of two words on one part the later one holds, in whatever order they are told. What was told without
proof (`rapport.core.events.PUBLIC_SOURCES`) adds what is not known and changes nothing of
`PROTECTED`, and gives way to any word with proof.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import structs

from rapport.core.events import Contact, Event
from rapport.core.time import HOUR, Instant

PROTECTED = ("email", "phone", "first_name", "last_name", "country")
"""Parts of a contact that word without proof may add and never change: where mail goes, who it
greets, and which country's rules hold."""

PARTS = (*PROTECTED, "language", "time_zone")
"""What is told of."""

OFFSET = "utc_offset_minutes"
"""What the intake works out itself, of the time zone."""


def learnt(before: Contact, told: Contact, event: Event) -> Contact:
    """`before`, and what `told` by `event` says of it that holds."""
    news: dict[str, str] = {}
    told_at = dict(before.told_at)
    for name in PARTS:
        value = getattr(told, name)
        if value is None:
            continue
        if name in PROTECTED and not event.proven:
            if not getattr(before, name):
                news[name] = value
        elif event.at >= told_at.get(name, 0):
            news[name], told_at[name] = value, event.at
    after = structs.replace(before, **news, told_at=told_at) if news else before
    return _with_offset(after, event.at)


def together(mine: Contact, theirs: Contact) -> Contact:
    """What is known of two people who turn out to be one: `mine`, and of `theirs` what is not."""
    known = {name: value for name in (*PARTS, OFFSET) if (value := getattr(mine, name)) is not None}
    of_theirs = {name: at for name, at in theirs.told_at.items() if name not in known}
    return structs.replace(theirs, **known, told_at=of_theirs | mine.told_at)


def _with_offset(contact: Contact, at: Instant) -> Contact:
    """Told again when it changes: the person's clock goes forward in spring, too. What is told late
    does not put it back."""
    if not contact.time_zone:
        return contact
    as_of = max(at, contact.told_at.get(OFFSET, 0))
    offset = utc_offset(contact.time_zone, as_of)
    if offset is None or offset == contact.utc_offset_minutes:
        return contact
    told_at = contact.told_at | {OFFSET: as_of}
    return structs.replace(contact, utc_offset_minutes=offset, told_at=told_at)


def utc_offset(time_zone: str, at: Instant) -> int | None:
    """Minutes east of UTC in a zone at an instant; None where the zone has no such name."""
    return _offset_in_hour(time_zone, at // HOUR)


@lru_cache(maxsize=4_096)
def _offset_in_hour(time_zone: str, hours: int) -> int | None:
    try:
        zone = ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
    offset = datetime.fromtimestamp(hours * 3600, UTC).astimezone(zone).utcoffset()
    return None if offset is None else int(offset.total_seconds() // 60)
