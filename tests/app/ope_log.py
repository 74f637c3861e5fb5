"""A log of real decisions by the core, whose outcomes follow a truth that is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.codec import encode_decision
from rapport.core.creative.framework import Action
from rapport.core.decision import Decision
from rapport.core.effects import Decided, OutcomeClosed
from rapport.core.events import Event, Wake
from rapport.core.flow import Exit, Flow, Wait
from rapport.core.oversight.stopping import Stop
from rapport.core.policy.drawing import uniform
from rapport.core.policy.policy import FEATURES, Policy
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.core.time import Instant
from rapport.ports import Lesson, Lessons, LogRow
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

PATIENT = Policy(
    number=3, baseline=flat(0.1), send=flat(0.1), effects={"time:evening": flat(0.4)},
    exploration=0.002,
)  # fmt: skip
"""Leans towards the moment that works."""


def chance(action: Action) -> float:
    """The truth: how likely an order is after this."""
    if action.hold:
        return 0.1
    offer, tone = 0.3 * (action.offer == "ten"), 0.15 * (action.tone == "warm")
    return 0.1 + offer + tone + 0.3 * (action.time == "evening")


@dataclass
class Book:
    """Implements `rapport.app.measuring.evaluate.Log` in memory."""

    blueprint: Blueprint
    lessons_: list[Lesson] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    stops_: list[Stop] = field(default_factory=list)

    def lessons(self, brand: str, after: int, limit: int) -> Lessons:
        found = [lesson for lesson in self.lessons_ if lesson.position > after][:limit]
        return Lessons(found, found[-1].position if found else after)

    def all_decisions(self, brand: str) -> Iterator[bytes]:
        return map(encode_decision, self.decisions)

    def log(self, brand: str, profile: str) -> list[LogRow]:
        return []  # nobody here turns out to be somebody else

    def stops(self, brand: str) -> list[Stop]:
        return [stop for stop in self.stops_ if not stop.until]

    def past_stops(self, brand: str) -> list[Stop]:
        return [stop for stop in self.stops_ if stop.until]

    def go(self, profile: str, events: Sequence[Event], state: ProfileState) -> ProfileState:
        for event in events:
            state, effects = step(self.blueprint, state, event)
            for effect in effects:
                if isinstance(effect, Decided):
                    self.decisions.append(effect.decision)
                elif isinstance(effect, OutcomeClosed):
                    found = next(d for d in reversed(self.decisions) if d.id == effect.decision)
                    self.lessons_.append(Lesson(len(self.lessons_) + 1, found, effect))
        return state


class Latest:
    """What a check of a step asks of a transaction, over a book."""

    def __init__(self, book: Book, least: int = 0) -> None:
        self._book = book
        self._least = least

    def latest_lessons(self, _brand: str, limit: int) -> list[Lesson]:
        return self._book.lessons_[self._least :][-limit:]

    def decisions_about(self, _brand: str, profiles: Sequence[str]) -> Iterator[bytes]:
        wanted = set(profiles)
        return (encode_decision(d) for d in self._book.decisions if d.profile in wanted)


def a_book(people: int, *policies: Policy) -> Book:
    """The first of `policies` decides, once for each of the people; the others are only there."""
    published = ex.blueprint(policy=policies[0], flow=ONCE)
    later = [replace(policy, since=ex.at(300 + i)) for i, policy in enumerate(policies[1:])]
    return fill(Book(replace(published, policies=(policies[0], *later))), people)


def fill(book: Book, people: int) -> Book:
    """One basket of each of the people; every third had an order refunded the day before."""
    for number in range(people):
        profile = f"p{number}"
        events = [*ex.subscribed(ex.at(0, 9)), ex.checkout("co", ex.at(1, 10))]
        if number % 3 == 0:
            before = (ex.order("o0", ex.at(0, 10), "o0", "c0"), ex.refund("r0", ex.at(0, 11), "o0"))
            events[2:2] = before
        made = len(book.decisions)
        state = book.go(profile, (*events, wake(ex.at(2, 9))), ProfileState(profile))
        for one in book.decisions[made:]:
            ordered = uniform("truth", profile) < chance(one.action)
            if one.stage == "content" and not one.reason and ordered:
                state = book.go(profile, (ex.order("o", ex.at(2, 10)),), state)
        book.go(profile, (wake(ex.at(20)),), state)
    return book


def wake(at: Instant) -> Event:
    return Event(f"wake at {at}", at, "rapport", Wake())
