"""Decisions to say nothing: the newest ones of everybody, of a flow or of one person, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from rapport.app.explaining.explain import summarise
from rapport.app.wording.names import Names, begun
from rapport.core.arms import HOLDOUT
from rapport.core.blueprint import Blueprint
from rapport.core.codec import readable_decisions
from rapport.core.decision import Decision
from rapport.core.stopping import FLOW, Switch
from rapport.core.time import Instant
from rapport.core.unread import ALL_READ, Unread, Unreadable

PAGE = 50
"""Silences on one page."""

READ_AT_ONCE = 500
MOST_READ = 5_000
"""Decisions that one page looks through: about a tenth of a second. Where there are more, the page
says how far it has looked, and the next one goes on from there."""

CHOSEN, STOPPED, HELD_OUT = "chosen", "stopped", "holdout"
KINDS = (CHOSEN, STOPPED, HELD_OUT)
"""Why nothing was said: the policy chose that, or tried it out; a rule, a limit or a lack of words
came first; or the person is in the holdout."""


class Decided(Protocol):
    """The stored decisions, the newest first."""

    def decisions_before(
        self, brand: str, before: int | None, limit: int, *, profile: str = ""
    ) -> Sequence[tuple[int, bytes]]:
        """Each with its position; those before a position, or the last ones."""
        ...


class Asked(Struct, frozen=True):
    """Which silences: of a flow, of a profile, of one kind; what is empty is not asked for.
    `before` is where the last page ended."""

    flow: str = ""
    profile: str = ""
    kind: str = ""
    before: int | None = None


class Silence(Struct, frozen=True):
    """One decision to say nothing. `why` says it in a sentence."""

    decision: str
    profile: str
    flow: str
    flow_name: str
    point: str
    at: Instant
    arm: str
    kind: str
    why: str

    @property
    def because(self) -> str:
        """The same on a page that says above it that nothing was said."""
        return begun(self.why.removeprefix("Nothing was said: "))


class SilencePage(Struct, frozen=True):
    """Some of them, the newest first. `next` is where the next page begins, None where there is
    nothing left to look through; `since` is when the last decision that was looked at was made.
    `unreadable` are those among them that could not be read."""

    rows: tuple[Silence, ...]
    next: int | None = None
    since: Instant | None = None
    unreadable: Unreadable = ALL_READ


def silences(log: Decided, blueprint: Blueprint, names: Names, asked: Asked) -> SilencePage:
    """One page of them."""
    rows: list[Silence] = []
    before, read, since, unread = asked.before, 0, None, Unread()
    while read < MOST_READ:
        found = log.decisions_before(blueprint.brand, before, READ_AT_ONCE, profile=asked.profile)
        for position, body in found:
            before = position
            for decision in readable_decisions([body], unread):
                since = decision.at
                if not _wanted(decision, asked):
                    continue
                rows.append(silence(decision, blueprint, names))
                if len(rows) == PAGE:
                    return SilencePage(tuple(rows), before, since, unread.told())
        read += len(found)
        if len(found) < READ_AT_ONCE:
            return SilencePage(tuple(rows), None, since, unread.told())
    return SilencePage(tuple(rows), before, since, unread.told())


def silence(decision: Decision, blueprint: Blueprint, names: Names) -> Silence:
    """A decision to say nothing, as a list shows it."""
    release = blueprint.release_number(decision.release)
    return Silence(
        decision=decision.id,
        profile=decision.profile,
        flow=decision.flow,
        flow_name=names.get(Switch(FLOW, decision.flow), decision.flow),
        point=decision.point,
        at=decision.at,
        arm=decision.arm,
        kind=kind_of(decision),
        why=summarise(decision, release),
    )


def is_silence(decision: Decision) -> bool:
    """Whether nothing was said; what was only put off is not decided yet, and a moment that was
    chosen is only half of it."""
    return decision.action.hold and decision.stage != PUT_OFF


def kind_of(decision: Decision) -> str:
    """Which of `KINDS` it is."""
    if not decision.reason:
        return CHOSEN
    return HELD_OUT if decision.reason == HOLDOUT else STOPPED


PUT_OFF = "put off"


def _wanted(decision: Decision, asked: Asked) -> bool:
    return (
        is_silence(decision)
        and asked.flow in ("", decision.flow)
        and asked.kind in ("", kind_of(decision))
    )
