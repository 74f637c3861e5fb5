"""Times: instants out of whatever a source writes for one, and the span that is believed."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from rapport.core.time import DAY, Instant

EARLIEST: Instant = 946_684_800_000
"""2000-01-01 UTC. Nothing that a shop tells happened before it."""

AHEAD = DAY
"""How far ahead of ours a sender's clock may run; what it tells then happened just now."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NUMBER = re.compile(r"-?\d{1,17}(?:\.\d{0,9})?", re.ASCII)
_LEAP_SECOND = re.compile(r"(T\d\d:?\d\d:?)60", re.ASCII)
_MILLIS_FROM = 100_000_000_000
"""A number of this size or above counts milliseconds, below it seconds: 1973 and 5138."""


def instant(value: object) -> Instant | None:
    """The instant that `value` names, or None.

    Takes ISO 8601 (a date alone is its midnight, no offset means UTC) and seconds or milliseconds
    since 1970, as a number or a string of digits.
    """
    if isinstance(value, str):
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            return _unusual(value)
        return _millis(moment)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return _from_number(value)


def believed(at: Instant, received_at: Instant) -> Instant | None:
    """`at`, or `received_at` where it is up to a day ahead of it; None where it cannot be true."""
    if at <= received_at:
        return at if at > EARLIEST else None
    return received_at if at <= received_at + AHEAD else None


def iso(at: Instant) -> str:
    """ISO 8601 for a message to a person; beyond what a calendar holds, the plain number."""
    try:
        return (_EPOCH + timedelta(milliseconds=at)).isoformat(timespec="seconds")
    except OverflowError:
        return str(at)


def _millis(moment: datetime) -> Instant:
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    since = moment - _EPOCH
    return since.days * DAY + since.seconds * 1000 + since.microseconds // 1000


def _unusual(text: str) -> Instant | None:
    """Blanks around, small letters, a leap second, digits alone."""
    text = text.strip().upper()
    if len(text) > 40:
        return None
    if _NUMBER.fullmatch(text):
        return _from_number(float(text))
    leap = 1000 if _LEAP_SECOND.search(text) else 0
    try:
        moment = datetime.fromisoformat(_LEAP_SECOND.sub(r"\g<1>59", text))
    except ValueError:
        return None
    return _millis(moment) + leap


def _from_number(number: float) -> Instant | None:
    if not -1e15 < number < 1e15:
        return None
    return int(number) if abs(number) >= _MILLIS_FROM else int(number * 1000)
