"""A log of real decisions by the core, whose outcomes follow a truth that is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from rapport.core.blueprint import Blueprint, Exit, Flow, Wait
from rapport.core.codec import encode_decision
from rapport.core.creative import Action
from rapport.core.decision import Decision
from rapport.core.effects import Decided, OutcomeClosed
from rapport.core.events import Event, Wake
from rapport.core.policy import FEATURES, Policy, uniform
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.ports import Lesson
from rapport.testing import examples as ex

ONCE = Flow(
    key=ex.FLOW,
    name="Checkout left behind",
    trigger="checkout_started",
    nodes=(Wait(ex.QUIET_WAIT, quiet=True), ex.point("first"), Exit()),
)


def flat(value: float) -> tuple[float, ...]:
    return (value,) + (0.0,) * (len(FEATURES) - 1)


ALL_ALIKE = Policy(number=0, exploration=0.0)
"""Every level as likely as any other."""

KNOWING = Policy(
    number=1,
    baseline=flat(0.1),
    send=flat(0.1),
    effects={"offer:ten": flat(0.3), "tone:warm": flat(0.15)},
    exploration=0.004,
)
"""Leans towards what works."""

MISTAKEN = replace(KNOWING, number=2, effects={"offer:post": flat(0.3), "tone:plain": flat(0.15)})
"""Leans towards what does not work."""


def chance(action: Action) -> float:
    """The truth: how likely an order is after this."""
    if action.hold:
        return 0.1
    return 0.2 + 0.3 * (action.offer == "ten") + 0.15 * (action.tone == "warm")


@dataclass
class Book:
    """Implements `rapport.app.evaluate.Log` in memory."""

    blueprint: Blueprint
    lessons_: list[Lesson] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)

    def lessons(self, brand: str, after: int, limit: int) -> list[Lesson]:
        return [lesson for lesson in self.lessons_ if lesson.position > after][:limit]

    def all_decisions(self, brand: str) -> Iterator[bytes]:
        return map(encode_decision, self.decisions)

    def go(self, profile: str, events: Sequence[Event], state: ProfileState) -> ProfileState:
        for event in events:
            state, effects = step(self.blueprint, state, event)
            for effect in effects:
                if isinstance(effect, Decided):
                    self.decisions.append(effect.decision)
                elif isinstance(effect, OutcomeClosed):
                    found = next(d for d in self.decisions if d.id == effect.decision)
                    self.lessons_.append(Lesson(len(self.lessons_) + 1, found, effect))
        return state


def a_book(people: int, *policies: Policy) -> Book:
    """The first of `policies` decides, once for each of the people; the others are only there."""
    published = ex.blueprint(policy=policies[0], flow=ONCE)
    later = [replace(policy, since=ex.at(300 + i)) for i, policy in enumerate(policies[1:])]
    book = Book(replace(published, policies=(policies[0], *later)))
    for number in range(people):
        profile = f"p{number}"
        events = (*ex.subscribed(ex.at(0, 9)), ex.checkout("co", ex.at(0, 10)))
        before = len(book.decisions)
        quiet = Event("w1", ex.at(1, 9), "rapport", Wake())
        state = book.go(profile, (*events, quiet), ProfileState(profile))
        made = [d for d in book.decisions[before:] if d.stage == "content" and not d.reason]
        for one in made:
            if uniform("truth", profile) < chance(one.action):
                state = book.go(profile, (ex.order("o", ex.at(1, 10)),), state)
        book.go(profile, (Event("w2", ex.at(20), "rapport", Wake()),), state)
    return book
