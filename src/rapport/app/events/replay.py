"""Replay: recomputes every decision from the log and holds it against what was recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from rapport.core.blueprint import Blueprint
from rapport.core.codec import as_known_by, encode_decision, encode_state, readable_decisions
from rapport.core.effects import AnyEffect, Decided
from rapport.core.events import wake_at
from rapport.core.lived import Lived
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.core.time import Instant
from rapport.core.unread import ALL_READ, Unread, Unreadable
from rapport.errors import CodecError
from rapport.ports import LogRow
from rapport.ports.history import Relivable

MOST_NAMED = 20


class Replayed(Struct, frozen=True):
    """How a replay went. `different` names the first decisions that are not the same to the bit,
    `strayed` the first profiles whose state is not, `unreadable` the rows that could not be read:
    of a decision nothing can be said then, of a state or an event nothing of the whole profile."""

    brand: str
    profiles: int
    events: int
    decisions: int
    same: int
    missing: int
    """Recorded, but not made again."""
    added: int
    """Made again, but not recorded."""
    different: tuple[str, ...]
    strayed: tuple[str, ...]
    unreadable: Unreadable = ALL_READ

    @property
    def identical(self) -> bool:
        """Whether every decision and every state came out the same to the bit."""
        return self.same == self.decisions and not (
            self.missing or self.added or self.different or self.strayed or self.unreadable
        )


def replay(
    history: Relivable, blueprint: Blueprint, progress: Callable[[int], None] = lambda _done: None
) -> Replayed:
    """Folds every profile's log through the core, from nothing, and compares.

    `progress` is told after each profile how many are done.
    """
    brand = blueprint.brand
    profiles = events = decisions = same = missing = added = 0
    different: list[str] = []
    strayed: list[str] = []
    unread = Unread()
    for profile, state in history.profiles(brand, unread):
        try:
            rows = history.log(brand, profile)
        except CodecError as error:
            unread.note(error)
            continue
        recorded = history.decisions(brand, profile)
        again, made = refold(blueprint, profile, rows, state.clock, recorded)
        profiles, events, decisions = profiles + 1, events + len(rows), decisions + len(recorded)
        pairs = list(zip(recorded, made, strict=False))
        apart = [known for known, anew in pairs if known != anew]
        same += len(pairs) - len(apart)
        differ = len(list(readable_decisions(apart, unread)))
        missing += max(0, len(recorded) - len(made))
        added += max(0, len(made) - len(recorded))
        if differ and len(different) < MOST_NAMED:
            different.append(profile)
        if not _same(again, state) and len(strayed) < MOST_NAMED:
            strayed.append(profile)
        progress(profiles)
    return Replayed(
        brand,
        profiles,
        events,
        decisions,
        same,
        missing,
        added,
        tuple(different),
        tuple(strayed),
        unread.told(),
    )


def _same(again: ProfileState, stored: ProfileState) -> bool:
    """To the bit; where an older Rapport stored it, as far as that one knew."""
    if not stored.lifted:
        return encode_state(again) == encode_state(stored)
    version = abs(stored.lifted)
    return as_known_by(version, again) == as_known_by(version, stored)


def refold(
    blueprint: Blueprint,
    profile: str,
    rows: Sequence[LogRow],
    until: Instant,
    recorded: Iterable[bytes] = (),
) -> tuple[ProfileState, list[bytes]]:
    """A profile's state and encoded decisions, from its log.

    Before each event, time is let pass up to where the profile's clock then stood: timers that
    fired before a late event was known fire before it again. `recorded` are its decisions on
    record: where a policy displaced others, as after a clock that ran ahead, they say which one
    held when they were made, and nothing else.
    """
    if len(blueprint.in_force) > 1:
        made_by = {one.at: one.policy for one in readable_decisions(recorded, Unread())}
        blueprint = Lived.of(blueprint, made_by)
    state = ProfileState(profile)
    effects: list[AnyEffect] = []
    for row in rows:
        if row.clock > state.clock:
            state, more = step(blueprint, state, wake_at(row.clock))
            effects.extend(more)
        state, more = step(blueprint, state, row.event)
        effects.extend(more)
    if until > state.clock:
        state, more = step(blueprint, state, wake_at(until))
        effects.extend(more)
    made = [encode_decision(e.decision) for e in effects if isinstance(e, Decided)]
    return state, made
