"""A flow as a brand publishes it: what starts and ends it, and the nodes that a run goes through.

What each kind of node does with a run is in `rapport.core.flows.runs`.
"""

from __future__ import annotations

from msgspec import Struct

from rapport.core.creative.framework import Condition
from rapport.core.time import DAY, HOUR, Millis


class TimeLevel(Struct, frozen=True, gc=False):
    """A moment to send: `after` milliseconds from the decision, or at a local minute of the day."""

    key: str
    label: str
    after: Millis = 0
    minute_of_day: int = -1


class Wait(Struct, frozen=True, tag="wait", gc=False):
    """Waits `length`; with `quiet` set, until the person has done nothing for that long."""

    length: Millis
    quiet: bool = False
    at_most: Millis = DAY
    """With `quiet`: goes on after this long even if the person is still active."""


class UntilOrder(Struct, frozen=True, tag="until_order", gc=False):
    """Waits until the person's next order is due by their rhythm: until `before` ahead of it.

    `before` may be negative: so long after it. It waits half of the time to that order at least,
    or `otherwise` where the rhythm says nothing of them; in no case longer than `at_most`. All of
    it from when the run came here.
    """

    before: Millis
    otherwise: Millis
    at_most: Millis


class Branch(Struct, frozen=True, tag="if", gc=False):
    """Goes on with the next step if all conditions hold, else with step `otherwise`."""

    conditions: tuple[Condition, ...]
    otherwise: int


class DecisionPoint(Struct, frozen=True, tag="decide", gc=False):
    """Here `step` decides what to say, and when, or to hold.

    `usual` maps a factor to its level in the usual arm. `patience` is how long the point may be put
    off (quiet hours, cap) before it is passed over, `valid_for` how long a message may wait in the
    outbox, `window` how long what the person does counts as its outcome.
    """

    key: str
    framework: str
    times: tuple[TimeLevel, ...]
    usual: dict[str, str]
    patience: Millis = DAY
    valid_for: Millis = 6 * HOUR
    window: Millis = 5 * DAY


class Exit(Struct, frozen=True, tag="exit", gc=False):
    """The run ends here."""

    reason: str = "finished"


AnyNode = Wait | UntilOrder | Branch | DecisionPoint | Exit


class Flow(Struct, frozen=True, gc=False):
    """Trigger, waits, conditions, decision points and exits of one purpose.

    `trigger` is an event's type, `custom:<name>`, or one of `core.triggers.MEANINGS`; `exit_on`
    holds such names of what ends a run.
    """

    key: str
    name: str
    trigger: str
    nodes: tuple[AnyNode, ...]
    enter_when: tuple[Condition, ...] = ()
    enter_within: Millis = 6 * HOUR
    """An event that is told later than this after it happened starts no run."""
    reentry_after: Millis = 7 * DAY
    exit_on: tuple[str, ...] = ("order_placed", "opted_out")
    categories: tuple[str, ...] = ()
    """What starts it has a product of one of these; empty where any will do."""

    @property
    def points(self) -> tuple[DecisionPoint, ...]:
        """Where it decides, in their order."""
        return tuple(node for node in self.nodes if isinstance(node, DecisionPoint))

    def point(self, key: str) -> DecisionPoint | None:
        return next((point for point in self.points if point.key == key), None)
