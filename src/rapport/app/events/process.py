"""Gives events to the core and commits what follows: state, effects and log in one unit of work."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.app.events.recount import states_now
from rapport.core.blueprint import Blueprint
from rapport.core.codec import encode_state
from rapport.core.effects import AnyEffect
from rapport.core.events import (
    ConsentChanged,
    Event,
    MessageBounced,
    MessageComplained,
    ProfileAbsorbed,
    ProfileChanged,
    ProfileMoved,
    wake_at,
)
from rapport.core.person.consent import objects
from rapport.core.state import ProfileState
from rapport.core.step import next_due, step
from rapport.core.time import Instant
from rapport.ports import LogRow, Objection, Transaction

DECLINING = (ConsentChanged, ProfileChanged, MessageBounced, MessageComplained)
"""What people decline something by, or what comes back of a message to them. What was declined by
somebody who turned out to be the same person is kept as theirs."""


class Received(Struct, frozen=True, gc=False):
    """An event whose profile is known. `absorbs` are profiles that turned out to be this one."""

    profile: str
    event: Event
    received_at: Instant
    absorbs: tuple[str, ...] = ()


def absorbed_id(event: str, loser: str) -> str:
    """The id of the event by which a profile takes over `loser`, on what the event `event` told."""
    return f"{event}#absorbed:{loser}"


class _Batch:
    """States, log rows and effects of one unit of work, until they are written together."""

    def __init__(self, blueprint: Blueprint, states: dict[str, ProfileState]) -> None:
        self.blueprint = blueprint
        self.states = states
        self.touched: dict[str, ProfileState] = {}
        self.rows: list[LogRow] = []
        self.effects: list[AnyEffect] = []
        self.objected: list[tuple[str, Event]] = []
        """Who declined something by which event."""

    def state(self, profile: str) -> ProfileState:
        return self.states.get(profile) or ProfileState(profile)

    def living(self, profile: str) -> str:
        """The profile that `profile` lives on in: itself, or the one it was merged into."""
        seen = {profile}
        while (into := self.state(profile).moved_into) and into not in seen:
            seen.add(into)
            profile = into
        return profile

    def apply(self, profile: str, event: Event, received_at: Instant) -> None:
        before, event = self.state(profile), replace(event, told=received_at)
        self.rows.append(LogRow(event, profile, received_at, before.clock))
        self._step(profile, before, event)
        if isinstance(event.body, DECLINING) and objects(
            before.consent, self.state(profile).consent
        ):
            self.objected.append((profile, event))

    def wake(self, profile: str, at: Instant) -> None:
        """Lets time pass for a profile; nothing is logged, since nothing happened."""
        self._step(profile, self.state(profile), wake_at(at))

    def absorb(self, winner: str, loser: str, event: Event, received_at: Instant) -> None:
        """Ends one profile and hands what was known of it to the other."""
        self.wake(loser, event.at)
        known = encode_state(self.state(loser))
        moved = Event(f"{event.id}#moved:{loser}", event.at, "rapport", ProfileMoved(winner))
        absorbed = Event(
            absorbed_id(event.id, loser), event.at, "rapport", ProfileAbsorbed(loser, known)
        )
        self.apply(loser, moved, received_at)
        self.apply(winner, absorbed, received_at)

    def _step(self, profile: str, before: ProfileState, event: Event) -> None:
        after, effects = step(self.blueprint, before, event)
        self.states[profile] = self.touched[profile] = after
        if effects:
            self.effects.extend(effects)

    def write(self, transaction: Transaction) -> None:
        brand = self.blueprint.brand
        transaction.append(brand, self.rows)
        transaction.save_states(brand, self.touched)
        transaction.record(brand, self.effects)
        if self.objected:
            names = transaction.strong_identifiers(brand, [profile for profile, _ in self.objected])
            transaction.keep_objections(
                brand,
                [
                    Objection(profile, tuple(sorted(names[profile])), event)
                    for profile, event in self.objected
                ],
            )


def process(
    transaction: Transaction, blueprint: Blueprint, received: Sequence[Received]
) -> Sequence[AnyEffect]:
    """Applies events in the order given. Returns the effects, which are written already."""
    profiles = {r.profile for r in received}
    profiles.update(loser for r in received for loser in r.absorbs)
    batch = _Batch(blueprint, _states(transaction, blueprint, profiles))
    for r in received:
        for loser in r.absorbs:
            batch.absorb(r.profile, loser, r.event, r.received_at)
        batch.apply(batch.living(r.profile), r.event, r.received_at)
    batch.write(transaction)
    return batch.effects


def _states(
    transaction: Transaction, blueprint: Blueprint, profiles: set[str]
) -> dict[str, ProfileState]:
    """The states of profiles, and of those that they were merged into since."""
    states = states_now(transaction, blueprint, sorted(profiles))
    while missing := {s.moved_into for s in states.values() if s.moved_into} - states.keys():
        found = states_now(transaction, blueprint, sorted(missing))
        states.update({profile: ProfileState(profile) for profile in missing} | found)
    return states


def wake(
    transaction: Transaction, blueprint: Blueprint, watermark: Instant, limit: int
) -> tuple[int, Sequence[AnyEffect]]:
    """Fires what is due by the watermark, for at most `limit` profiles, the soonest first.

    Returns how many profiles were woken, and the effects, which are written already. Each profile
    is woken up to the watermark: nothing that the log holds for it can be older.
    """
    profiles = transaction.due(blueprint.brand, watermark, limit)
    if not profiles:
        return 0, ()
    return len(profiles), wake_these(transaction, blueprint, profiles, watermark)


def wake_these(
    transaction: Transaction, blueprint: Blueprint, profiles: Sequence[str], watermark: Instant
) -> Sequence[AnyEffect]:
    """Fires what is due by the watermark for these profiles. Returns the effects, as written."""
    batch = _Batch(blueprint, states_now(transaction, blueprint, profiles))
    for profile in profiles:
        due = next_due(batch.state(profile))
        if due is not None and due <= watermark:
            batch.wake(profile, watermark)
    batch.write(transaction)
    return batch.effects
