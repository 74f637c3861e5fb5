"""The calendar (proleptic Gregorian), in days since 1970-01-01."""

from __future__ import annotations

from rapport.core.time import Instant, Zone, day_number

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""English, whatever the machine's own language is."""


def first_of(year: int, month: int) -> int:
    """The first day of a month. Years are counted from March, so that a leap day is the last."""
    year -= month <= 2
    from_march = (month + 9) % 12
    day_of_year = (153 * from_march + 2) // 5
    return 365 * year + year // 4 - year // 100 + year // 400 + day_of_year - 719_468


def month_of(day: int) -> tuple[int, int]:
    """The year and the month that a day is in."""
    year = (day * 400) // 146_097 + 1970
    while first_of(year, 1) > day:
        year -= 1
    while first_of(year + 1, 1) <= day:
        year += 1
    month = next(m for m in range(12, 0, -1) if first_of(year, m) <= day)
    return year, month


def written_day(day: int) -> str:
    """Such as `4 Jun 2026`."""
    year, month = month_of(day)
    return f"{day - first_of(year, month) + 1} {_MONTHS[month - 1]} {year}"


def local_day_in_words(at: Instant, zone: Zone) -> str:
    """The local day, such as `4 Jun 2026`."""
    return written_day(day_number(at, zone.offset_at(at)))
