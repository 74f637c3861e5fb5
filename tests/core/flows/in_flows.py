"""One person told of, event by event, in flows about more than a checkout."""

from __future__ import annotations

from rapport.core.blueprint import Blueprint
from rapport.core.decision import Decision
from rapport.core.effects import AnyEffect, Decided, Entered, Left, Send
from rapport.core.events import Event, Wake
from rapport.core.person.rhythm import RhythmModel, SpendingModel
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.core.time import Instant
from rapport.testing import examples as ex
from rapport.testing import more_flows as more

RHYTHM = RhythmModel(
    r=2.0, alpha=60.0, a=0.8, b=3.0, spending=SpendingModel(p=4.0, q=3.0, v=3_000.0)
)


class Person:
    """One person told of, event by event."""

    def __init__(self, blueprint: Blueprint | None = None, *, known: bool = True) -> None:
        self.blueprint = blueprint or more.blueprint()
        self.state = ProfileState("ada")
        self.effects: list[AnyEffect] = []
        if known:
            self.tell(*ex.subscribed(ex.at(0, 8, 0)))

    def tell(self, *events: Event) -> Person:
        for event in events:
            self.state, effects = step(self.blueprint, self.state, event)
            self.effects.extend(effects)
        return self

    def wait(self, when: Instant) -> Person:
        return self.tell(Event("wake", when, "rapport", Wake()))

    def of(self, kind: type) -> list[AnyEffect]:
        return [effect for effect in self.effects if isinstance(effect, kind)]

    def entered(self) -> list[str]:
        return [e.flow for e in self.effects if isinstance(e, Entered)]

    def left(self, flow: str) -> list[str]:
        return [e.reason for e in self.effects if isinstance(e, Left) and e.flow == flow]

    def sends(self) -> list[Send]:
        return [e for e in self.effects if isinstance(e, Send)]

    def decisions(self, flow: str) -> list[Decision]:
        found = [e.decision for e in self.effects if isinstance(e, Decided)]
        return [d for d in found if d.flow == flow and d.stage == "content"]


def only(*flows: str) -> Blueprint:
    return more.blueprint(*(flow for flow in more.FLOWS if flow.key in flows))
