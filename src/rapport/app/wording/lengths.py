"""Lengths of time as people read them: never cut down to a day where it is nearly two."""

from __future__ import annotations

from rapport.core.time import DAY, HOUR, MINUTE, SECOND, Millis

_LETTERS = ((DAY, "d"), (HOUR, "h"), (MINUTE, "m"))
_WHOLE_DAYS_FROM = 7 * DAY
"""From here on hours tell nobody anything."""


def length(span: Millis) -> str:
    """The two largest units of it, such as `1 day 23 hours` or `12 minutes`, and whole days from a
    week on. What is smaller is left out, so that nobody believes to have more time than there is.
    """
    span = max(span, 0)  # else what is left of a day would be said where nothing is left
    found = [(span // DAY, "day"), (span % DAY // HOUR, "hour"), (span % HOUR // MINUTE, "minute")]
    first = next((place for place, (count, _) in enumerate(found) if count > 0), len(found))
    most = 1 if span >= _WHOLE_DAYS_FROM else 2
    parts = [
        f"{count:,} {word}{'' if count == 1 else 's'}"
        for count, word in found[first : first + most]
        if count
    ]
    return " ".join(parts) or "a moment"


def as_typed(span: Millis) -> str:
    """As a brand's files and forms have it, such as `2d`, `36h` or `90m`."""
    for unit, letter in _LETTERS:
        if span and span % unit == 0:
            return f"{span // unit}{letter}"
    return f"{span // SECOND}s"
