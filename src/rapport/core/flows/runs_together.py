"""Which runs go on when two profiles turn out to be one person.

As it would be had they been one all along: a flow that one of them is in goes on, and of one that
both are in, one run does. What the other did meanwhile ends a run as if this person had done it,
and what the other has been through lately is not gone through again. So nothing that was to be
said is lost, and nothing is said twice.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.effects import Left
from rapport.core.events import Event
from rapport.core.flow import DecisionPoint, Flow
from rapport.core.flows.runs import MAX_RUNS, is_of_an_order
from rapport.core.person.orders import SAME_ORDER_WITHIN
from rapport.core.state import Checkout, PastRun, ProfileState, Run
from rapport.core.time import Instant
from rapport.core.triggers import CART_UPDATED, CHECKOUT_STARTED, ORDER_PLACED, TICKET_OPENED
from rapport.core.work import Work

MERGED = "merged"
"""Why a run ended that the other profile's run of the same flow goes on for."""


class Side(Struct, frozen=True, gc=False):
    """A run, the profile whose it was, and the other one."""

    run: Run
    of: ProfileState
    other: ProfileState


class Together(Struct, frozen=True, gc=False):
    """The runs that go on, and the new numbers of those that came over by their old ones."""

    runs: tuple[Run, ...]
    past_runs: tuple[PastRun, ...]
    numbers: dict[int, int]
    run_count: int


def runs_together(
    work: Work,
    event: Event,
    mine: ProfileState,
    theirs: ProfileState,
    checkout: Checkout | None,
) -> Together:
    """The runs of both, brought together; emits what ended. `checkout` is the one now open."""
    sides = [Side(run, mine, theirs) for run in mine.runs]
    sides += [Side(run, theirs, mine) for run in theirs.runs]
    past_runs = [*mine.past_runs, *theirs.past_runs]
    go_on: list[Side] = []
    for side in sides:
        ended = _ended(work, side)
        if ended:
            _leave(work, event, mine, side, ended)
            run = side.run
            past_runs.append(PastRun(run.flow, run.entered_at, max(event.at, run.entered_at)))
        elif _been_through(work, side):
            _leave(work, event, mine, side, MERGED)
        else:
            go_on.append(side)
    chosen = _one_of_each_flow(work, go_on)
    kept = [side for side in chosen if side.of is mine]
    came = sorted([s for s in chosen if s.of is theirs], key=lambda s: s.run.entered_at)
    came = came[: max(MAX_RUNS - len(kept), 0)]
    for side in go_on:
        if side not in kept and side not in came:
            _leave(work, event, mine, side, MERGED)
    first = mine.run_count + 1
    numbers = {side.run.number: first + place for place, side in enumerate(came)}
    now = max(mine.clock, event.at)
    runs = [_about(work, side, checkout) for side in kept]
    for side in came:
        run = _about(work, side, checkout)
        # Its timer stays ahead of the clock here, which may be ahead of the one there.
        wake_at = max(run.wake_at, now + 1)
        runs.append(replace(run, number=numbers[side.run.number], wake_at=wake_at))
    return Together(
        tuple(runs), _one_past_of_each_flow(past_runs), numbers, mine.run_count + len(came)
    )


def _flow(work: Work, run: Run) -> Flow | None:
    return work.blueprint.release_number(run.release).flow(run.flow)


def _starts_anew(flow: Flow) -> bool:
    """Whether what starts it ends the run before: then the later run is the one that counts."""
    return flow.trigger in flow.exit_on


# --- What ended it ------------------------------------------------------------------------------

# An opt-out is not among them: it is asked about of every run after every event.
_LAST: dict[str, Callable[[ProfileState], Instant]] = {
    ORDER_PLACED: lambda state: state.orders.last_at,
    CHECKOUT_STARTED: lambda state: state.checkout.changed_at if state.checkout else 0,
    CART_UPDATED: lambda state: state.cart_changed_at if state.cart else 0,
    TICKET_OPENED: lambda state: state.habits.trouble.ticket_at if state.open_tickets else 0,
    "order_refunded": lambda state: state.orders.last_refund_at,
    "order_cancelled": lambda state: state.orders.last_refund_at,
}
"""When each thing that may end a run last happened to a profile, as far as its state knows."""


def _ended(work: Work, side: Side) -> str:
    """What the other did, since the run was entered, that ends it; empty where nothing."""
    flow = _flow(work, side.run)
    if flow is None:
        return ""
    for name in flow.exit_on:
        if name == ORDER_PLACED and is_of_an_order(work, side.run):
            if _ordered_again(flow, side):
                return name
        elif name in _LAST and _LAST[name](side.other) >= side.run.entered_at:
            return name
    return ""


def _ordered_again(flow: Flow, side: Side) -> bool:
    """Whether the other placed an order after the one that the run is about.

    Of what was in it the state knows nothing, so it is none for a flow for some categories: there
    the other's own run, if it has one, is the later and goes on.
    """
    since = side.run.entered_at + SAME_ORDER_WITHIN
    return not flow.categories and any(
        note.at > since and side.run.subject not in note.refs for note in side.other.orders.recent
    )


def _been_through(work: Work, side: Side) -> bool:
    """Whether the other was in the flow so lately that this person would not have entered it."""
    flow = _flow(work, side.run)
    entered = [past.entered_at for past in side.other.past_runs if past.flow == side.run.flow]
    if flow is None or not entered:
        return False
    if _starts_anew(flow):
        return max(entered) > side.run.entered_at
    return any(abs(at - side.run.entered_at) < flow.reentry_after for at in entered)


# --- Which of two -------------------------------------------------------------------------------


def _one_of_each_flow(work: Work, sides: list[Side]) -> list[Side]:
    """Of two runs of a flow, the one that has come further: its steps were gone through once.

    Of a flow that starts anew, the one that was entered last.
    """
    best: dict[str, Side] = {}
    for side in sides:
        before = best.get(side.run.flow)
        # One profile has one run of a flow, so the earlier is the absorbing profile's; it stays
        # where there is nothing to choose.
        if before is None or _rank(work, side) > _rank(work, before):
            best[side.run.flow] = side
    return list(best.values())


def _rank(work: Work, side: Side) -> tuple[int, Instant]:
    flow = _flow(work, side.run)
    if flow is None:
        return 0, 0
    if _starts_anew(flow):
        return 0, side.run.entered_at
    passed = sum(isinstance(node, DecisionPoint) for node in flow.nodes[: side.run.node])
    return passed, -side.run.entered_at


def _one_past_of_each_flow(past_runs: list[PastRun]) -> tuple[PastRun, ...]:
    """The last time that each flow was entered, those left last at the end."""
    last: dict[str, PastRun] = {}
    for past in past_runs:
        before = last.get(past.flow)
        if before is None or past.entered_at > before.entered_at:
            last[past.flow] = past
    return tuple(sorted(last.values(), key=lambda past: past.left_at))


# --- What becomes of it -------------------------------------------------------------------------


def _about(work: Work, side: Side, checkout: Checkout | None) -> Run:
    """The run, about the checkout that is open now where that is the other's: as if this person had
    begun it."""
    known = side.of.checkout.token if side.of.checkout is not None else ""
    if checkout is None or checkout.token == known or is_of_an_order(work, side.run):
        return side.run
    return replace(side.run, subject=checkout.token)


def _leave(work: Work, event: Event, mine: ProfileState, side: Side, reason: str) -> None:
    """Records that a run ended, under its own profile: numbers of the two are not apart."""
    run, profile = side.run, side.of.profile
    if side.of is mine:
        key = work.key("left", run.flow, run.number)
    else:
        key = work.key("left", profile, run.flow, run.number)
    work.emit(Left(key, profile, run.flow, run.number, max(event.at, run.entered_at), reason))
