"""Days and moments as people read them in the console and the terminal: one form everywhere.

What a customer reads is in the brand's own language (`rapport.app.wording.wordable`), and what is
typed or read by a machine is ISO 8601.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from rapport.core.calendar import written_day
from rapport.core.time import SECOND, Instant, Zone

_EPOCH = date(1970, 1, 1)


def local_time(at: Instant, zone: Zone) -> str:
    """Such as `4 Jun 2026, 18:05`, on the brand's clock."""
    try:
        local = datetime.fromtimestamp((at + zone.offset_at(at)) / SECOND, tz=UTC)
    except (ValueError, OverflowError, OSError):  # an entry that was tampered with
        return "no time"
    return f"{written(local)}, {local:%H:%M}"


def day_in_words(number: int) -> str:
    """Such as `4 Jun 2026`, of the days since 1970-01-01."""
    try:
        return written(_EPOCH + timedelta(days=number))
    except OverflowError:
        return "no day"


def iso_day(number: int) -> str:
    """Such as `2026-06-04`, of the days since 1970-01-01; in order as text, too."""
    return (_EPOCH + timedelta(days=number)).isoformat()


def day_of(text: str) -> int:
    """The days since 1970-01-01 of a day such as `2026-06-04`. ValueError where it is none."""
    return (date.fromisoformat(text) - _EPOCH).days


def written(day: date) -> str:
    """Such as `4 Jun 2026`."""
    return written_day(day.toordinal() - _EPOCH.toordinal())
