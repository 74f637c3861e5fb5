"""The smallest host there is, for tests of the core: profiles in a dictionary, effects in a list.

It passes the same conformance suite as every other host.
"""

from __future__ import annotations

from rapport.core.blueprint import Blueprint
from rapport.core.effects import AnyEffect
from rapport.core.events import Event, wake_at
from rapport.core.state import ProfileState
from rapport.core.step import next_due, step
from rapport.core.time import Instant


class MemoryHost:
    """Gives events to the core, one profile at a time. An event told again changes nothing."""

    def __init__(self, blueprint: Blueprint) -> None:
        self.blueprint = blueprint
        self.states: dict[str, ProfileState] = {}
        self.effects: list[AnyEffect] = []
        self._seen: set[str] = set()

    def feed(self, profile: str, event: Event) -> None:
        """Applies one event, unless its id was seen before."""
        if event.id not in self._seen:
            self._seen.add(event.id)
            self._step(profile, event)

    def wake(self, watermark: Instant) -> None:
        """Fires every timer that is due by the watermark."""
        for profile, state in list(self.states.items()):
            due = next_due(state)
            if due is not None and due <= watermark:
                self._step(profile, wake_at(watermark))

    def _step(self, profile: str, event: Event) -> None:
        before = self.states.get(profile) or ProfileState(profile)
        self.states[profile], effects = step(self.blueprint, before, event)
        self.effects.extend(effects)
