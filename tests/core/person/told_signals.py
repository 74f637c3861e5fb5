"""One profile, told event by event, and what its signals say."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import HealthCheck, settings

from rapport.core import events as ev
from rapport.core.codec import encode_state
from rapport.core.events import AnyBody, Event
from rapport.core.person import signals
from rapport.core.person.signals import (
    CATALOGUE,
)
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.core.time import Instant
from rapport.core.work import Work
from rapport.testing import examples as ex

SETTINGS = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
BLUEPRINT = ex.blueprint()
FORM = max(signal.form for signal in CATALOGUE)


@dataclass
class Person:
    """One profile, told event by event."""

    state: ProfileState = field(default_factory=lambda: ProfileState("ada"))
    told: int = 0

    def tell(self, at: Instant, body: AnyBody, source: str = "shopify") -> None:
        self.told += 1
        event = Event(f"{self.state.profile}{self.told}", at, source, body)
        self.state, _ = step(BLUEPRINT, self.state, event)

    def known(self, at: Instant) -> dict[str, float | None]:
        return signals.values(Work(BLUEPRINT, self.state).moment(at), FORM)

    def absorb(self, other: ProfileState, at: Instant) -> None:
        self.tell(at, ev.ProfileAbsorbed(other.profile, encode_state(other)))


def fold(events: list[Event], profile: str = "ada") -> ProfileState:
    state = ProfileState(profile)
    for event in events:
        state, _ = step(BLUEPRINT, state, event)
    return state


def bought(order: str, *codes: str, revenue: int = 4_800) -> ev.OrderPlaced:
    return ev.OrderPlaced(order, revenue=revenue, total=revenue, currency="GBP",
                          discount_codes=codes)  # fmt: skip
