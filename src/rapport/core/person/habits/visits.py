"""How somebody comes by: devices, channels, days, times of day, and time with products."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.core.bounds import counted
from rapport.core.events import CHANNELS, DEVICES, Event, OnSite, ProductViewed, Searched
from rapport.core.person.signals.moment import local_offset
from rapport.core.state import ALL_DAYS, REMEMBERED_DAYS, ProfileState, VisitHabits
from rapport.core.time import DAY, MINUTE, Instant, Millis, minute_of_day, part_of_day
from rapport.core.work import Work

MOST_DWELL: Millis = 5 * MINUTE
"""Longer than this nobody looks at one product: the rest of a gap is time away."""


def visited(work: Work, before: ProfileState, event: Event) -> VisitHabits:
    visits, body, at = work.state.habits.visits, event.body, event.at
    changes: dict[str, object] = {"views": counted(visits.views)}
    device = body.device if isinstance(body, OnSite) else ""
    channel = body.channel if isinstance(body, OnSite) else "email"
    if device in DEVICES:
        changes["devices"] = _one_more(visits.devices, device)
    day = at // DAY
    if day > visits.last_day:
        shift = min(day - visits.last_day, REMEMBERED_DAYS)
        changes["days"] = ((visits.days << shift) | 1) & ALL_DAYS
        changes["last_day"] = day
    elif visits.last_day - day < REMEMBERED_DAYS:
        changes["days"] = visits.days | (1 << (visits.last_day - day))
    then, now = before.browsing, work.state.browsing
    if now.last_at == at and at >= then.last_at:  # not told late: what this visit is, it tells
        fresh = now.sessions > then.sessions
        searched = isinstance(body, Searched)
        changes["searches"] = counted(0 if fresh else visits.searches, int(searched))
        dwelt = min(at - then.last_at, MOST_DWELL) if visits.on_product and not fresh else 0
        changes["dwell"] = (0 if fresh else visits.dwell) + dwelt
        changes["on_product"] = isinstance(body, ProductViewed)
        if device in DEVICES:
            changes["device"] = device
        if fresh:
            changes["parts"] = _one_more_part(visits.parts, _part(work, at))
        known = "" if fresh else visits.channel
        if not known and channel in CHANNELS:
            known = channel
            changes["channels"] = _one_more(visits.channels, channel)
        changes["channel"] = known
    return replace(visits, **changes)


def _part(work: Work, at: Instant) -> int:
    release = work.blueprint.release_at(at)
    return part_of_day(minute_of_day(at, local_offset(work.state, release, at)))


def _one_more_part(parts: tuple[int, int, int, int], part: int) -> tuple[int, ...]:
    return tuple(counted(count) if n == part else count for n, count in enumerate(parts))


def _one_more(counts: tuple[tuple[str, int], ...], name: str) -> tuple[tuple[str, int], ...]:
    return together(counts, ((name, 1),))


def together(
    mine: tuple[tuple[str, int], ...], theirs: tuple[tuple[str, int], ...]
) -> tuple[tuple[str, int], ...]:
    """Counts by name, summed."""
    counts = dict(mine)
    for name, count in theirs:
        counts[name] = counted(counts.get(name, 0), count)
    return tuple(counts.items())
