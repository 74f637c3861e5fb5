"""The bench on which one `step` is done: the state as it is now, and the effects so far."""

from __future__ import annotations

from hashlib import blake2b
from typing import NamedTuple

from msgspec.structs import replace

from rapport.core.blueprint import Blueprint, Release
from rapport.core.effects import AnyEffect
from rapport.core.events import Event
from rapport.core.person.signals import Moment
from rapport.core.state import ProfileState
from rapport.core.time import Instant


class Step(NamedTuple):
    """What one event led to."""

    state: ProfileState
    effects: tuple[AnyEffect, ...]


class Work:
    """Mutable, and never outlives the step: what goes in and what comes out is frozen."""

    __slots__ = ("blueprint", "effects", "state")

    def __init__(self, blueprint: Blueprint, state: ProfileState) -> None:
        self.blueprint = blueprint
        self.state = state
        self.effects: list[AnyEffect] = []

    # Fields of ProfileState by name: msgspec's replace checks the names, mypy cannot.
    def change(self, **fields: object) -> None:
        """Replaces fields of the state."""
        self.state = replace(self.state, **fields)

    def emit(self, effect: AnyEffect) -> None:
        self.effects.append(effect)

    def heard_under(self, event: Event) -> Release:
        """The release by which it is read what a word means: the one that held when Rapport was
        told of it, since what it is held against is what was known by then."""
        return self.blueprint.release_at(max(event.at, event.told))

    def moment(self, at: Instant, release: Release | None = None) -> Moment:
        """The state as of `at`, with the release that holds then (or the one given)."""
        return Moment(
            state=self.state,
            at=at,
            release=release or self.blueprint.release_at(at),
            products=self.blueprint.products_at(at),
            predictions=self.blueprint.predictions_at(at),
        )

    def key(self, kind: str, *parts: str | int) -> str:
        """A key that is a function of brand, profile and what it is for: 20 hex digits."""
        text = "\x1f".join(map(str, (self.blueprint.brand, self.state.profile, kind, *parts)))
        return blake2b(text.encode(), digest_size=10).hexdigest()
