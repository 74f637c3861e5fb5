"""How a host under test is told things and read: what `host_conformance` is written with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from rapport.core.blueprint import Blueprint
from rapport.core.codec import encode_decision, encode_state
from rapport.core.decision import Decision
from rapport.core.effects import AnyEffect, Decided
from rapport.core.events import Event
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.core.time import Instant
from rapport.testing import examples as ex

ADA = "ada"
Kind = TypeVar("Kind", bound=AnyEffect)


class HostUnderTest(Protocol):
    """One host over one blueprint. `effects` are all so far, in any order."""

    def feed(self, profile: str, event: Event) -> None: ...

    def wake(self, watermark: Instant) -> None:
        """Fires every timer of every profile that is due by the watermark."""
        ...

    def restart(self) -> None:
        """Drops what is in memory, as a crash would, and opens the storage again."""
        ...

    def state(self, profile: str) -> ProfileState: ...

    def effects(self) -> Sequence[AnyEffect]: ...


def folded(blueprint: Blueprint, told: Iterable[tuple[str, Event]]) -> dict[str, ProfileState]:
    """What the core itself makes of events, one after the other: the yardstick."""
    states: dict[str, ProfileState] = {}
    for profile, event in told:
        before = states.get(profile) or ProfileState(profile)
        states[profile] = step(blueprint, before, event).state
    return states


def a_busy_week() -> list[tuple[str, Event]]:
    """Three customers: one buys, one comes back after a put-off, one opts out."""
    return [
        *((ADA, event) for event in ex.subscribed(ex.at(0, 9), "-ada")),
        *(("ben", event) for event in ex.subscribed(ex.at(0, 9), "-ben")),
        *(("cy", event) for event in ex.subscribed(ex.at(0, 9), "-cy")),
        (ADA, ex.viewed("v1", ex.at(0, 10))),
        (ADA, ex.checkout("c1", ex.at(0, 10, 5))),
        ("ben", ex.checkout("c2", ex.at(0, 20, 30), "basket-2")),
        ("cy", ex.checkout("c3", ex.at(0, 20, 31), "basket-3")),
        ("cy", ex.unsubscribed("u1", ex.at(1, 7))),
        (ADA, ex.order("o1", ex.at(1, 12))),
        ("ben", ex.viewed("v2", ex.at(2, 9), ex.MUG)),
        (ADA, ex.refund("r1", ex.at(3, 12))),
        (ADA, ex.checkout("c4", ex.at(8, 14), "basket-4")),
        ("ben", ex.order("o2", ex.at(9, 9), "o2", "basket-2")),
    ]


def of_kind(host: HostUnderTest, kind: type[Kind]) -> list[Kind]:
    """The host's effects of one kind, the earliest first."""
    found = [effect for effect in host.effects() if isinstance(effect, kind)]
    return sorted(found, key=when)


def when(effect: AnyEffect) -> Instant:
    return effect.decision.at if isinstance(effect, Decided) else effect.at


def decisions(host: HostUnderTest) -> list[Decision]:
    return [decided.decision for decided in of_kind(host, Decided)]


def decided(host: HostUnderTest) -> list[bytes]:
    """The host's decisions as they are stored, in a fixed order."""
    return sorted(map(encode_decision, decisions(host)))


def keys(host: HostUnderTest) -> list[str]:
    return sorted(effect.key for effect in host.effects())


def snapshot(host: HostUnderTest) -> tuple[list[bytes], list[bytes], list[str]]:
    """All that a host holds, comparable with another's."""
    states = [encode_state(host.state(profile)) for profile in (ADA, "ben", "cy")]
    return states, decided(host), keys(host)
