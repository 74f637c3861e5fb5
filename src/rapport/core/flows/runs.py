"""Flows: how a run is entered, moved from node to node, and left.

`NODES` owns what each kind of node does when a run reaches it, `TIMERS` what it does when the run's
timer fires. A new kind of node is one variant in `rapport.core.flow` and one row in each.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.bounds import ID_CHARS, MAX_PAST_RUNS, MAX_PAST_RUNS_BEFORE
from rapport.core.deciding import decide
from rapport.core.deciding.arms import arm_of, bucket
from rapport.core.deciding.reasons import NOT_FOR_THEM
from rapport.core.deciding.subject import OPEN_CART
from rapport.core.editions import FLOWS_OF_MORE_KINDS, TOLD_LATE
from rapport.core.effects import Entered, Left
from rapport.core.events import CheckoutStarted, Event, OrderPlaced
from rapport.core.flow import Branch, DecisionPoint, Exit, Flow, UntilOrder, Wait
from rapport.core.oversight.retired import RETIRED
from rapport.core.person.consent import email_barrier
from rapport.core.person.order_outlook import outlook
from rapport.core.person.orders import refs_of
from rapport.core.person.signals import all_hold
from rapport.core.state import PastRun, ProfileState, Run
from rapport.core.time import DAY, Instant
from rapport.core.triggers import (
    CART_UPDATED,
    ORDER_PLACED,
    PRODUCT_VIEWED,
    ahead_of,
    has_product_of,
    is_new_order,
    is_unanswered,
    meanings,
    trigger_name,
    type_of,
    yields_to,
)
from rapport.core.work import Work

MAX_RUNS = 8
"""Flows that one person is in at a time."""
MAX_RUNS_BEFORE = 4
"""As much, in releases from before there were flows about more than a checkout."""
OPTED_OUT = "opted_out"


class Pause(Struct, frozen=True, gc=False):
    """The run waits; `run.wake_at` says until when."""

    run: Run


class GoOn(Struct, frozen=True, gc=False):
    """The run goes on with node `to`."""

    run: Run
    to: int


class End(Struct, frozen=True, gc=False):
    """The run is over."""

    reason: str


Move = Pause | GoOn | End


# --- Nodes --------------------------------------------------------------------------------------


def _reach_wait(_work: Work, run: Run, node: Wait, at: Instant) -> Move:
    return Pause(replace(run, wake_at=at + max(node.length, 1), due=""))


def _reach_until_order(work: Work, run: Run, node: UntilOrder, at: Instant) -> Move:
    """The date is told once: who has not ordered yet is foretold a later one each day anew."""
    length = node.otherwise
    predictions = work.blueprint.predictions_at(at)
    if predictions and predictions.rhythm and not work.state.consent.no_profiling:
        middle = outlook(predictions.rhythm, work.state.orders, at // DAY).next_middle
        if middle is not None:
            # Who orders every few days is not written to on the very day of an order.
            length = max(round(middle * DAY) - node.before, round(middle * DAY / 2))
    return Pause(replace(run, wake_at=at + max(min(length, node.at_most), 1), due=""))


def _reach_branch(work: Work, run: Run, node: Branch, at: Instant) -> Move:
    moment = work.moment(at, work.blueprint.release_number(run.release))
    return GoOn(run, run.node + 1 if all_hold(node.conditions, moment) else node.otherwise)


def _reach_point(work: Work, run: Run, node: DecisionPoint, at: Instant) -> Move:
    return _after(decide.begin(work, run, node, at), at)


def _reach_exit(_work: Work, _run: Run, node: Exit, _at: Instant) -> Move:
    return End(node.reason)


def _wait_over(work: Work, run: Run, node: Wait, at: Instant) -> Move:
    """A quiet wait starts again if the person was active meanwhile, up to its limit."""
    if node.quiet:
        quiet_since = max(work.state.browsing.last_at, work.state.cart_changed_at, run.arrived_at)
        wake_at = min(quiet_since + node.length, run.arrived_at + node.at_most)
        if wake_at > at:
            return Pause(replace(run, wake_at=wake_at))
    return GoOn(run, run.node + 1)


def _until_order_over(_work: Work, run: Run, _node: UntilOrder, _at: Instant) -> Move:
    return GoOn(run, run.node + 1)


def _point_due(work: Work, run: Run, node: DecisionPoint, at: Instant) -> Move:
    act = decide.speak if run.due == "send" else decide.begin
    return _after(act(work, run, node, at), at)


def _after(verdict: decide.Verdict, at: Instant) -> Move:
    run = verdict.run
    if not verdict.wake_at:
        return GoOn(run, run.node + 1)
    return Pause(replace(run, wake_at=max(verdict.wake_at, at + 1), due=verdict.due))


# A handler takes its own node; the table's key is that node's type, which mypy cannot express.
Handler = Callable[[Work, Run, Any, Instant], Move]

NODES: dict[type, Handler] = {
    Wait: _reach_wait,
    UntilOrder: _reach_until_order,
    Branch: _reach_branch,
    DecisionPoint: _reach_point,
    Exit: _reach_exit,
}
"""What happens when a run reaches a node."""

TIMERS: dict[type, Handler] = {
    Wait: _wait_over,
    UntilOrder: _until_order_over,
    DecisionPoint: _point_due,
}
"""What happens when a run's timer fires at a node; other nodes set none."""


# --- Runs ---------------------------------------------------------------------------------------


def fire(work: Work, run: Run, at: Instant) -> None:
    """The run's timer is due: does what it waited for, and goes on until it waits again."""
    if work.blueprint.release_at(at).retired is not None:
        _leave(work, run, at, RETIRED)
        return
    flow = work.blueprint.release_number(run.release).flow(run.flow)
    if flow is None or run.node >= len(flow.nodes):
        _leave(work, run, at, "flow is gone" if flow is None else "finished")
        return
    node = flow.nodes[run.node]
    handler = TIMERS.get(type(node), NODES[type(node)])
    _follow(work, flow, run, handler(work, run, node, at), at)


def _follow(work: Work, flow: Flow, run: Run, move: Move, at: Instant) -> None:
    """Carries out moves until the run waits or ends. It only ever goes forward, so this ends."""
    while isinstance(move, GoOn):
        forward = move.to > run.node
        run = replace(move.run, node=move.to, arrived_at=at, due="", time="", time_probability=1.0)
        if not forward or run.node >= len(flow.nodes):
            move = End("finished")
            break
        node = flow.nodes[run.node]
        move = NODES[type(node)](work, run, node, at)
    if isinstance(move, Pause):
        _keep(work, move.run)
    else:
        _leave(work, run, at, move.reason)


def _keep(work: Work, run: Run) -> None:
    """Keeps the run, its timer ahead of the profile's clock: what fires moves the clock, so that a
    replay sees when it did, even for a run that a late event began."""
    run = replace(run, wake_at=max(run.wake_at, work.state.clock + 1))
    others = tuple(other for other in work.state.runs if other.number != run.number)
    work.change(runs=(*others, run))


def _leave(work: Work, run: Run, at: Instant, reason: str) -> None:
    state = work.state
    past = tuple(past for past in state.past_runs if past.flow != run.flow)
    most = MAX_PAST_RUNS if _is_of_more_kinds(work, run) else MAX_PAST_RUNS_BEFORE
    work.change(
        runs=tuple(other for other in state.runs if other.number != run.number),
        past_runs=(*past, PastRun(run.flow, run.entered_at, at))[-most:],
    )
    key = work.key("left", run.flow, run.number)
    work.emit(Left(key, state.profile, run.flow, run.number, at, reason))


def react(work: Work, before: ProfileState, event: Event) -> None:
    """What an event, once it is in the state, means for flows: exits first, then entries.

    `before` is the state without it.
    """
    state = work.state
    if state.moved_into:
        return
    happened = _Happened(before, state, event)
    for run in state.runs:
        reason = _exit_reason(work, run, event, happened)
        if reason:
            _leave(work, run, max(event.at, run.entered_at), reason)
            if reason in happened.starts and _is_of_more_kinds(work, run):
                happened.starts_anew.add(run.flow)
        elif isinstance(event.body, CheckoutStarted) and not is_of_an_order(work, run):
            checkout = work.state.checkout
            if checkout is not None:
                _keep(work, replace(run, subject=checkout.token))
    release = work.blueprint.release_at(event.at)
    if not event.backfill and release.retired is None:
        for flow in release.flows:
            if flow.trigger in happened.starts:
                _enter(work, flow, event, happened)


class _Happened:
    """What an event means for flows: the names by which it starts them and ends them."""

    def __init__(self, before: ProfileState, after: ProfileState, event: Event) -> None:
        meant = meanings(before, after, event)
        self.starts = (trigger_name(event), *meant)
        self.ends = (type_of(event.body), *meant)
        self.new_order = is_new_order(before, after, event)
        self.starts_anew: set[str] = set()
        """Flows of which the event ended a run by what may start one."""


def _is_of_more_kinds(work: Work, run: Run) -> bool:
    """Whether the run's release knows of flows about more than a checkout."""
    return work.blueprint.release_number(run.release).edition >= FLOWS_OF_MORE_KINDS


def is_of_an_order(work: Work, run: Run) -> bool:
    """Whether the run was begun by an order, and is about that one until it ends."""
    release = work.blueprint.release_number(run.release)
    flow = release.flow(run.flow)
    begun = flow is not None and flow.trigger == ORDER_PLACED
    return begun and release.edition >= FLOWS_OF_MORE_KINDS


def _is_none_of_its(work: Work, run: Run, event: Event, happened: _Happened) -> bool:
    """Whether the event, of the type that began the run, would not begin it anew: another source's
    word of an order is not the next one, and one of teapots none of a flow for tea."""
    if not _is_of_more_kinds(work, run):
        return False
    if is_of_an_order(work, run) and not happened.new_order:
        return True
    flow = work.blueprint.release_number(run.release).flow(run.flow)
    categories = flow.categories if flow is not None else ()
    products = work.blueprint.products_at(event.at)
    return bool(categories) and not has_product_of(categories, event.body, products)


def _exit_reason(work: Work, run: Run, event: Event, happened: _Happened) -> str:
    release = work.blueprint.release_number(run.release)
    flow = release.flow(run.flow)
    exits = flow.exit_on if flow else ()
    if event.at >= run.entered_at:
        ends = happened.ends
        if release.edition >= FLOWS_OF_MORE_KINDS:
            ends = (*happened.starts, *ends)
        kind = next((name for name in ends if name in exits), "")
        of_its_own = flow is not None and kind == flow.trigger
        if kind and not (of_its_own and _is_none_of_its(work, run, event, happened)):
            return kind
    barrier = email_barrier(work.state, work.blueprint.release_at(event.at).brand)
    if OPTED_OUT in exits and barrier:
        return OPTED_OUT
    return ""


def _enter(work: Work, flow: Flow, event: Event, happened: _Happened) -> None:
    """Begins a run of the flow, or notes why not."""
    if not _may_begin(work, flow, event, happened):
        return
    state, at = work.state, event.at
    release = work.blueprint.release_at(at)
    of_more_kinds = release.edition >= FLOWS_OF_MORE_KINDS
    number = state.run_count + 1
    barrier = email_barrier(state, release.brand)
    if not barrier and of_more_kinds and (ahead := ahead_of(work.blueprint, state, flow)):
        barrier = yields_to(ahead)
    moment = work.moment(at, release)
    if flow.categories and not has_product_of(flow.categories, event.body, moment.products):
        barrier = barrier or f"nothing of {', '.join(flow.categories)} in it"
    if barrier or not all_hold(flow.enter_when, moment):
        if not of_more_kinds or _worth_a_note(state, flow):
            reason = f"not entered: {barrier or NOT_FOR_THEM}"
            key = work.key("not_entered", flow.key, event.id)
            work.emit(Left(key, state.profile, flow.key, 0, at, reason))
        return
    arm_key = state.arm_key or state.profile
    place = bucket(work.blueprint.brand, release.brand.arms.salt, arm_key)
    arm = arm_of(place, release.brand.arms)
    work.change(arm_key=arm_key, run_count=number)
    key = work.key("entered", flow.key, number)
    work.emit(Entered(key, state.profile, flow.key, number, arm, at, release.number, place))
    run = Run(
        flow=flow.key,
        release=release.number,
        number=number,
        node=-1,
        entered_at=at,
        arrived_at=at,
        wake_at=at,
        arm=arm,
        subject=_subject_at_entry(state, flow, event, of_more_kinds=of_more_kinds),
    )
    _follow(work, flow, run, GoOn(run, 0), at)


def _may_begin(work: Work, flow: Flow, event: Event, happened: _Happened) -> bool:
    """Whether the event may begin a run of the flow for anybody in this state; where it may not,
    nothing is noted of it."""
    state, at = work.state, event.at
    edition = work.blueprint.release_at(at).edition
    of_more_kinds = edition >= FLOWS_OF_MORE_KINDS
    most = MAX_RUNS if of_more_kinds else MAX_RUNS_BEFORE
    if any(run.flow == flow.key for run in state.runs) or len(state.runs) >= most:
        return False
    known_at = max(state.clock, event.told) if edition >= TOLD_LATE else state.clock
    if at < known_at - flow.enter_within:
        return False
    past = next((past for past in state.past_runs if past.flow == flow.key), None)
    anew = flow.key in happened.starts_anew and flow.trigger in flow.exit_on
    if past is not None and not anew and at < past.entered_at + flow.reentry_after:
        return False
    checkout = state.checkout
    if isinstance(event.body, CheckoutStarted) and (
        checkout is None or checkout.token != event.body.checkout_token[:ID_CHARS]
    ):
        return False  # told late: the basket was bought, or a newer one is open
    if of_more_kinds and flow.trigger == ORDER_PLACED:
        entered_at = past.entered_at if past is not None else 0
        # Another source's word of an order that is known begins nothing.
        return happened.new_order or is_unanswered(state, event, entered_at)
    return True


def _worth_a_note(state: ProfileState, flow: Flow) -> bool:
    """Whether it is recorded that somebody did not enter. Of looks and carts only the first of a
    visit or a cart, and none of visitors whom nobody could write to: the record would otherwise be
    as long as all that anybody looked at."""
    if flow.trigger == PRODUCT_VIEWED:
        return state.has_email and state.browsing.session_products <= 1
    if flow.trigger == CART_UPDATED:
        return state.has_email and state.habits.carts.changes <= 1
    return True


def _subject_at_entry(state: ProfileState, flow: Flow, event: Event, *, of_more_kinds: bool) -> str:
    """What the run is about: the name of the order that began it, the cart, or the checkout that is
    open; nothing where there is none."""
    if of_more_kinds and isinstance(event.body, OrderPlaced):
        return refs_of(event.body)[0]
    if flow.trigger == CART_UPDATED:
        return OPEN_CART
    return state.checkout.token if state.checkout else ""
