"""From a brand's log to the moments that intent is learnt from.

Each profile's log is folded through the very reducers that serve decisions, and at each moment the
very function that serves them says what was known. So training sees what serving sees.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b

from rapport.core import profile
from rapport.core.blueprint import Blueprint
from rapport.core.bounds import instant
from rapport.core.effects import Ordered
from rapport.core.person.intent import features, visiting
from rapport.core.person.trail import LOOKS
from rapport.core.state import ProfileState
from rapport.core.time import DAY, HOUR, MINUTE, Instant, Millis
from rapport.core.unread import Unread
from rapport.core.work import Work
from rapport.errors import CodecError
from rapport.ports import LogRow
from rapport.ports.history import Lives
from rapport.science.moments import Known, Life

IDLE: tuple[Millis, ...] = (45 * MINUTE, 4 * HOUR, DAY, 4 * DAY)
"""How long after the last look the quiet moments are: when decisions are usually made."""

MOST_PEOPLE = 5_000
"""People learnt from; where there are more, those with the least hashes."""


def lives_of(
    history: Lives,
    blueprint: Blueprint,
    until: Instant,
    most: int = MOST_PEOPLE,
    unread: Unread | None = None,
) -> Iterator[Life]:
    """The life of each person who was ever seen on the site, of at most `most` people. Profiles
    that turned out to be one person are one; moments are no later than `until`. People of whom
    something cannot be read are left out; `unread` takes down what."""
    unread = Unread() if unread is None else unread
    for person in _people(history, blueprint.brand, most, unread):
        try:
            logs = [(name, history.log(blueprint.brand, name)) for name in person]
        except CodecError as error:
            unread.note(error)
            continue
        parts = [life_of(blueprint, name, rows, until) for name, rows in logs]
        yield together(parts) if len(parts) > 1 else parts[0]


def life_of(blueprint: Blueprint, name: str, rows: Iterable[LogRow], until: Instant) -> Life:
    """One profile's moments: the first, second, fourth, eighth ... look of each visit, and the
    quiet ones of `IDLE` after it, each with what had been told by then."""
    state = ProfileState(name)
    moments: list[Known] = []
    orders: list[Instant] = []
    looks: list[Instant] = []
    passed = 0
    for row in rows:
        at = instant(row.event.at)
        now = max(row.clock, at, passed)
        if now > until:
            break
        moments += _quiet(state, passed, now)
        passed = now
        work = Work(blueprint, state)
        profile.apply(work, row.event)
        orders += [e.at for e in work.effects if isinstance(e, Ordered) and not e.backfill]
        if isinstance(row.event.body, LOOKS) and work.state.trail.looks > state.trail.looks:
            looks.append(at)
            if at == work.state.browsing.last_at and _power(work.state.browsing.session_views):
                moments.append(_known(work.state, now))
        state = work.state
    moments += _quiet(state, passed, until)
    return Life(moments, sorted(orders), sorted(looks))


def together(parts: Sequence[Life]) -> Life:
    """One person's life, who was known under several profiles."""
    return Life(
        sorted((known for part in parts for known in part.moments), key=lambda known: known.at),
        sorted(order for part in parts for order in part.orders),
        sorted(look for part in parts for look in part.looks),
    )


def _people(history: Lives, brand: str, most: int, unread: Unread) -> list[list[str]]:
    """The profiles of each person, by the profile that they live on in."""
    into: dict[str, str] = {}
    seen: set[str] = set()
    for name, state in history.profiles(brand, unread):
        if state.moved_into:
            into[name] = state.moved_into
        elif state.browsing.sessions:
            seen.add(name)
    people = {name: [name] for name in seen}
    for name in into:
        if (living := _living(name, into)) in people:
            people[living].append(name)
    chosen = sorted(people, key=lambda name: blake2b(name.encode(), digest_size=8).digest())
    return [people[name] for name in chosen[:most]]


def _living(name: str, into: Mapping[str, str]) -> str:
    passed = {name}
    while name in into and into[name] not in passed:
        name = into[name]
        passed.add(name)
    return name


def _quiet(state: ProfileState, after: Instant, before: Instant) -> list[Known]:
    """The quiet moments between two times in which nothing was told."""
    last = state.browsing.last_at
    if not last:
        return []
    return [_known(state, last + idle) for idle in IDLE if after < last + idle < before]


def _known(state: ProfileState, at: Instant) -> Known:
    return Known(at, features(state, at), visiting(state, at))


def _power(count: int) -> bool:
    """Whether it is 1, 2, 4, 8 and so on."""
    return count > 0 and count & (count - 1) == 0
