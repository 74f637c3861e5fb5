"""Time zones, made into the tables that the core reads."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

from rapport.core.time import DAY, MINUTE, SECOND, Instant, Zone

FROM: Instant = int(datetime(2000, 1, 1, tzinfo=UTC).timestamp()) * SECOND
UNTIL: Instant = int(datetime(2041, 1, 1, tzinfo=UTC).timestamp()) * SECOND


@cache
def compile_zone(name: str) -> Zone:
    """The offsets of a zone of the IANA database from 2000 to 2040, to the minute.

    Raises ValueError where there is no such zone.
    """
    try:
        zone = ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"no time zone '{name}'") from error
    since: list[Instant] = []
    offsets = [_offset(zone, FROM)]
    for day in range(FROM, UNTIL, DAY):
        after = _offset(zone, day + DAY)
        if after != offsets[-1]:
            since.append(_change(zone, day, day + DAY))
            offsets.append(after)
    return Zone(name=name, since=tuple(since), offsets=tuple(offsets))


def _offset(zone: ZoneInfo, at: Instant) -> int:
    """Minutes east of UTC."""
    offset = datetime.fromtimestamp(at // SECOND, tz=zone).utcoffset()
    return round(offset.total_seconds() / 60) if offset is not None else 0


def _change(zone: ZoneInfo, before: Instant, after: Instant) -> Instant:
    """The first minute in (before, after] at which the offset is the later one."""
    later = _offset(zone, after)
    low, high = before // MINUTE, after // MINUTE
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _offset(zone, middle * MINUTE) == later else (middle, high)
    return high * MINUTE
