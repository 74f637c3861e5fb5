"""Stops: what people, or a rule, have switched off, and which messages that holds back.

A stop is no part of deciding: decisions go on being made as if there were none, so that a replay
comes to the same, and what they planned waits. It is asked about where messages are claimed, and
once more right before each is handed to the sender.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from rapport.core.decision import Decision
from rapport.core.effects import Send
from rapport.core.time import Instant

EVERYTHING, BRAND, FLOW, FRAMEWORK, MESSAGE = "everything", "brand", "flow", "framework", "message"
KINDS = (EVERYTHING, BRAND, FLOW, FRAMEWORK, MESSAGE)
"""What can be stopped, the widest first. Everything is every brand of the installation."""

WHOLE = (EVERYTHING, BRAND)


class Switch(Struct, frozen=True):
    """What is stopped: its `kind`, and its `key` where the kind has several."""

    kind: str
    key: str = ""

    @property
    def words(self) -> str:
        """Such as `flow checkout`, or `everything`."""
        return {EVERYTHING: "everything", BRAND: "the brand"}.get(
            self.kind, f"{self.kind} {self.key}"
        )

    def covers(self, send: Send) -> bool:
        """Whether it holds back this message of a brand that it is about."""
        if self.kind in WHOLE:
            return True
        mine = {FLOW: send.flow, FRAMEWORK: send.framework, MESSAGE: send.key}
        return bool(self.key) and mine.get(self.kind) == self.key


class Stop(Struct, frozen=True):
    """One stop. `brand` is empty where it is everything; `until` is 0 while it holds.

    `by_rule` says that Rapport stopped it by itself; a person resumes it all the same.
    `of_everything` says that a brand was stopped as one of all that somebody is in charge of.
    """

    brand: str
    switch: Switch
    since: Instant
    who: str
    why: str
    by_rule: bool = False
    until: Instant = 0
    resumed_by: str = ""
    of_everything: bool = False

    def held_at(self, at: Instant) -> bool:
        return self.since <= at and (not self.until or at < self.until)


def holding(stops: Iterable[Stop], send: Send) -> Stop | None:
    """The widest of `stops`, all of which hold for the message's brand, that holds it back."""
    found = [stop for stop in stops if stop.switch.covers(send)]
    return min(found, key=lambda stop: KINDS.index(stop.switch.kind), default=None)


def stopped_meanwhile(stops: Iterable[Stop], decision: Decision) -> bool:
    """Whether a decision was made while its flow, or all of the brand, was stopped.

    Then neither what was said teaches anything, since it did not go out in time, nor what was held
    back, since it was not held back alone: leaving out all of a span of time favours nobody.
    Frameworks and single messages are not asked for: what they would have said is left out anyway.
    """
    return any(
        stop.held_at(decision.at)
        and (stop.switch.kind in WHOLE or stop.switch == Switch(FLOW, decision.flow))
        for stop in stops
    )


def lapsed_words(stop: Stop) -> str:
    """Why a message never went out that waited for a stop to end until it was too late."""
    return f"{stop.switch.words} was stopped until it was too late to matter: {stop.why}"
