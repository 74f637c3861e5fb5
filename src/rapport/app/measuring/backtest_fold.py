"""Lives a profile's past again under another release, from its log.

Up to the start of the period all is as it was, the messages that really went out among it. From
then on the profile lives once under each version: people do what they did, each message that a
version plans counts as sent at that very moment, and what the real run heard of its own later
messages is left out.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.blueprint import Blueprint, Release
from rapport.core.bounds import instant
from rapport.core.codec import encode_state
from rapport.core.creative.framework import CART
from rapport.core.deciding.had import would_say
from rapport.core.deciding.subject import subject_of
from rapport.core.effects import AnyEffect, Send
from rapport.core.events import (
    Event,
    MessageClicked,
    MessageSent,
    MessageStopped,
    ProfileAbsorbed,
    ProfileMoved,
    wake_at,
)
from rapport.core.state import ProfileState, Run
from rapport.core.step import MAX_FIRINGS, next_due, step
from rapport.core.time import Instant
from rapport.core.work import Work
from rapport.ports import LogRow

OF_A_MESSAGE = (MessageSent, MessageStopped, MessageClicked)
"""What the log tells of messages that the real run sent; another version sends its own."""


class Period(Struct, frozen=True):
    """What is gone through: from `since` on, up to and including `until`."""

    since: Instant
    until: Instant


class Ended(Struct, frozen=True):
    """A profile that turned out to be another one: what it hands over, version by version.

    `planned_before` are the messages that it had planned before the period.
    """

    states: tuple[ProfileState, ...]
    planned_before: frozenset[str]


class Lived(Struct, frozen=True):
    """What one version did with one profile, in order.

    `baskets` has what an order would come to that each message leads to, by the message's key.
    `came_over` are the runs that it took over from profiles which it absorbs, `under_way` those
    that had not ended when the period did.
    """

    effects: tuple[AnyEffect, ...]
    baskets: Mapping[str, int]
    came_over: tuple[Run, ...] = ()
    under_way: tuple[Run, ...] = ()


class Again(Struct, frozen=True):
    """A profile gone through again: once for each version, in their order."""

    lives: tuple[Lived, ...]
    ended: Ended | None
    into: str
    """The profile that it turned out to be, where it did."""


def with_release(published: Blueprint, release: Release, since: Instant) -> Blueprint:
    """What was published before `since`, and from then on `release` alone.

    Policies and catalogues stay those of the time.
    """
    first = published.releases[0]
    earlier = tuple(r for r in published.releases if r.since < since)
    earlier = earlier or (replace(first, since=since - 1),)
    return replace(published, releases=(*earlier, replace(release, since=since)))


def live_again(
    versions: Sequence[Blueprint],
    profile: str,
    rows: Sequence[LogRow],
    period: Period,
    ended: Mapping[str, Ended],
) -> Again:
    """Goes through a profile's log, once up to the period and then once for each version.

    The versions are the same before the period. `ended` holds the profiles that this one absorbs;
    for one that is not there, what the log has of it is taken.
    """
    first = next((n for n, row in enumerate(rows) if _is_in(row, period)), len(rows))
    state = _as_it_was(versions[0], profile, rows[:first], period.since)
    planned_before = {note.key for note in state.notes}
    for row in rows[first:]:
        if isinstance(row.event.body, ProfileAbsorbed) and row.event.body.profile in ended:
            planned_before |= ended[row.event.body.profile].planned_before
    kept = [row for row in rows[first:] if not _of_another_message(row.event, planned_before)]
    lives = [_Life(version, state) for version in versions]
    for index, life in enumerate(lives):
        for row in kept:
            life.take(row, _handed_over(row.event, ended, index))
        life.pass_time(period.until)
    into = next((r.event.body.into for r in rows if isinstance(r.event.body, ProfileMoved)), "")
    last = tuple(life.handed_over or state for life in lives)
    return Again(
        tuple(life.lived() for life in lives),
        Ended(last, frozenset(planned_before)) if into and first < len(rows) else None,
        into,
    )


def absorbed_in(rows: Sequence[LogRow], period: Period) -> list[str]:
    """The profiles that this one absorbs within the period, each once."""
    bodies = (row.event.body for row in rows if _is_in(row, period))
    return list(dict.fromkeys(b.profile for b in bodies if isinstance(b, ProfileAbsorbed)))


def _is_in(row: LogRow, period: Period) -> bool:
    return row.event.at >= period.since or row.clock >= period.since


def _as_it_was(
    blueprint: Blueprint, profile: str, rows: Sequence[LogRow], since: Instant
) -> ProfileState:
    """The state as it stood when the period began; timers that were due before have fired."""
    state = ProfileState(profile)
    for row in rows:
        if row.clock > state.clock:
            state, _ = step(blueprint, state, wake_at(row.clock))
        state, _ = step(blueprint, state, row.event)
    for _ in range(MAX_FIRINGS):
        due = next_due(state)
        if due is None or due >= since:
            break
        state, _ = step(blueprint, state, wake_at(due))
    return state


def _of_another_message(event: Event, planned_before: set[str]) -> bool:
    """Whether it tells of a message that was planned in the period, by the real run."""
    return isinstance(event.body, OF_A_MESSAGE) and event.body.message not in planned_before


def _handed_over(event: Event, ended: Mapping[str, Ended], version: int) -> Event:
    """The event; where a profile is absorbed, with its state as this version left it."""
    body = event.body
    if not isinstance(body, ProfileAbsorbed) or body.profile not in ended:
        return event
    state = ended[body.profile].states[version]
    return replace(event, body=replace(body, state=encode_state(state)))


class _Life:
    """One profile under one version: time passes timer by timer, so that a message counts as sent
    before anything else happens."""

    def __init__(self, blueprint: Blueprint, state: ProfileState) -> None:
        self.effects: list[AnyEffect] = []
        self.baskets: dict[str, int] = {}
        self.came_over: list[Run] = []
        self.handed_over: ProfileState | None = None
        self._blueprint = blueprint
        self._state = state

    def lived(self) -> Lived:
        """What it came to so far."""
        return Lived(
            tuple(self.effects), self.baskets, tuple(self.came_over), under_way=self._state.runs
        )

    def take(self, row: LogRow, event: Event) -> None:
        """Lets time pass up to where the profile's clock then stood, and applies the event."""
        self.pass_time(row.clock)
        self.pass_time(instant(event.at), whole=False)
        if isinstance(event.body, ProfileMoved):
            self.handed_over = self._state
        count = self._state.run_count
        self._step(event)
        if isinstance(event.body, ProfileAbsorbed):
            self.came_over += [run for run in self._state.runs if run.number > count]

    def pass_time(self, until: Instant, *, whole: bool = True) -> None:
        """Fires what is due up to `until`, one after the other; with `whole`, moves the clock."""
        for _ in range(MAX_FIRINGS):
            due = next_due(self._state)
            if due is None or due > until:
                break
            self._step(wake_at(due))
        if whole and until > self._state.clock:
            self._step(wake_at(until))

    def _step(self, event: Event) -> None:
        """Applies the event, and then that what it led to was sent. The limit is for a flow that
        starts itself by what it sends."""
        waiting = deque([event])
        for _ in range(MAX_FIRINGS):
            if not waiting:
                return
            self._state, effects = step(self._blueprint, self._state, waiting.popleft())
            self.effects.extend(effects)
            for effect in effects:
                if isinstance(effect, Send):
                    self.baskets[effect.key] = self._at_stake(effect)
                    sent = MessageSent(
                        effect.key, words=would_say(self._blueprint, self._state, effect)
                    )
                    waiting.append(Event(f"sent:{effect.key}", effect.at, "rapport", sent))

    def _at_stake(self, send: Send) -> int:
        """What an order would come to that the message leads to, minor units."""
        moment = Work(self._blueprint, self._state).moment(send.at)
        framework = self._blueprint.release_number(send.release).framework(send.framework)
        about = framework.about if framework is not None else CART
        return subject_of(moment, about, send.subject).total
