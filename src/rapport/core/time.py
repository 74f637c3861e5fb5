"""Time in the core: whole milliseconds since 1970-01-01 UTC, and the brand's local clock.

An `Instant` is a plain integer because it is compared, stored and added up for every event; a
`datetime` would be four times as large in the state and brings a time-zone database with it, which
is the world. A brand's zone enters as a `Zone`: the table of its offsets, compiled outside.
"""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct

Instant = int
"""Milliseconds since the epoch, UTC."""

Millis = int
"""A length of time in milliseconds."""

SECOND: Millis = 1_000
MINUTE: Millis = 60 * SECOND
HOUR: Millis = 60 * MINUTE
DAY: Millis = 24 * HOUR


class Zone(Struct, frozen=True, array_like=True, gc=False):
    """A time zone as a table: `offsets[i]` minutes east of UTC hold from `since[i]` on.

    `offsets` is one longer than `since`; `offsets[0]` holds before the first change.
    """

    name: str = "UTC"
    since: tuple[Instant, ...] = ()
    offsets: tuple[int, ...] = (0,)

    def offset_at(self, at: Instant) -> Millis:
        """Milliseconds to add to a UTC instant to get the local reading."""
        return self.offsets[bisect_right(self.since, at)] * MINUTE


def moment_after(at: Instant) -> Instant:
    """The first moment later than `at`: what holds from it on changes nothing that was decided by
    `at`."""
    return at + 1


def minute_of_day(at: Instant, offset: Millis) -> int:
    """Minutes since local midnight, 0 to 1439."""
    return (at + offset) % DAY // MINUTE


def day_number(at: Instant, offset: Millis) -> int:
    """Local days since 1970-01-01."""
    return (at + offset) // DAY


def next_minute_of_day(at: Instant, minute: int, offset: Millis) -> Instant:
    """The first instant at or after `at` whose local reading is `minute` minutes past midnight."""
    local_midnight = (at + offset) // DAY * DAY
    candidate = local_midnight + minute * MINUTE - offset
    return candidate if candidate >= at else candidate + DAY


def part_of_day(minute: int) -> int:
    """The quarter of the day that a minute since midnight is in: 0 is the night, until six."""
    return minute // 360
