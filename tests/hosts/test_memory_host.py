"""The memory host against the suite that every host must pass."""

from __future__ import annotations

from collections.abc import Sequence

from rapport.core.blueprint import Blueprint
from rapport.core.effects import AnyEffect
from rapport.core.events import Event
from rapport.core.state import ProfileState
from rapport.core.time import Instant
from rapport.testing.host_conformance import HostConformance
from rapport.testing.memory_host import MemoryHost


class InMemory:
    """Nothing to reopen: what a memory host holds is all there is."""

    def __init__(self, blueprint: Blueprint) -> None:
        self._host = MemoryHost(blueprint)

    def feed(self, profile: str, event: Event) -> None:
        self._host.feed(profile, event)

    def wake(self, watermark: Instant) -> None:
        self._host.wake(watermark)

    def restart(self) -> None:
        pass

    def state(self, profile: str) -> ProfileState:
        return self._host.states[profile]

    def effects(self) -> Sequence[AnyEffect]:
        return self._host.effects


class TestMemoryHost(HostConformance):
    def make_host(self, blueprint: Blueprint) -> InMemory:
        return InMemory(blueprint)
