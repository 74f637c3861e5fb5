"""How a golden history is told: events go to the core, and all that follows is kept."""

from __future__ import annotations

from msgspec import Struct

from rapport.core.blueprint import Blueprint
from rapport.core.codec import encode_state
from rapport.core.effects import AnyEffect
from rapport.core.events import (
    Event,
    Wake,
)
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.testing import examples as ex

ADA = "ada"


class Told(Struct, frozen=True):
    """One event, and of whom."""

    profile: str
    event: Event


class Golden(Struct, frozen=True):
    """One history: what was published, what was told, and what followed."""

    about: str
    blueprint: Blueprint
    told: tuple[Told, ...]
    kinds: tuple[str, ...]
    """The kinds of effects that there were when it was written; later kinds are left out."""
    effects: tuple[AnyEffect, ...]
    states: dict[str, bytes]
    """The profiles' states at the end, as they were stored then."""


class Teller:
    """Tells a story: gives events to the core and keeps all that follows."""

    def __init__(self, blueprint: Blueprint) -> None:
        self.blueprint = blueprint
        self.told: list[Told] = []
        self.states: dict[str, ProfileState] = {}
        self.effects: list[AnyEffect] = []

    def tell(self, *events: Event, profile: str = ADA) -> Teller:
        for event in events:
            self.told.append(Told(profile, event))
            before = self.states.get(profile) or ProfileState(profile)
            self.states[profile], effects = step(self.blueprint, before, event)
            self.effects.extend(effects)
        return self

    def wait(self, day: int, hour: int = 0, profile: str = ADA) -> Teller:
        return self.tell(Event("wake", ex.at(day, hour), "rapport", Wake()), profile=profile)

    def golden(self, about: str) -> Golden:
        return Golden(
            about=about,
            blueprint=self.blueprint,
            told=tuple(self.told),
            kinds=tuple(sorted(KINDS)),
            effects=tuple(self.effects),
            states={profile: encode_state(state) for profile, state in self.states.items()},
        )


KINDS: dict[str, type] = {kind.__struct_config__.tag: kind for kind in AnyEffect.__args__}


def ada(blueprint: Blueprint | None = None) -> Teller:
    return Teller(blueprint or ex.blueprint()).tell(*ex.subscribed(ex.at(0, 9)))
