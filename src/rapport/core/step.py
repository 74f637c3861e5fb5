"""The core's contract: `step`, `next_due`, `still_wanted`.

`step` first fires every timer that is due up to the event's time, in order, each stamped with the
time it was due, and then applies the event. So it never matters when, or how often, a host wakes a
profile; `Wake` carries the host's watermark, never the time on the wall.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from msgspec.structs import replace

from rapport.core import profile
from rapport.core.blueprint import Blueprint
from rapport.core.bounds import instant
from rapport.core.creative.framework import CART, ORDER, VIEWED, Framework, declined_of
from rapport.core.deciding.eligible import cap_until, quiet_until
from rapport.core.deciding.reasons import CAP, QUIET_HOURS, TOO_LATE
from rapport.core.deciding.rules import forbidding
from rapport.core.deciding.subject import OPEN_CART, buyable, subject_of
from rapport.core.effects import OutcomeClosed, Send
from rapport.core.events import Event, Wake
from rapport.core.flows import runs
from rapport.core.oversight.retired import RETIRED
from rapport.core.person.consent import email_barrier
from rapport.core.person.signals import Moment
from rapport.core.state import ProfileState, Window
from rapport.core.time import Instant
from rapport.core.triggers import ahead_of, yields_to
from rapport.core.work import Step, Work

MAX_FIRINGS = 1_000
"""Timers fired in one step; a profile has a handful, so more means a flow that never waits."""

MOST_BARRIERS = 16
"""Times that quiet hours and caps may follow on each other until somebody may be written to."""


def step(blueprint: Blueprint, state: ProfileState, event: Event) -> Step:
    """What `event` leads to: the new state and the effects, in order.

    Pure and total: the same arguments always give the same result, and no data raises.
    """
    work = Work(blueprint, state)
    if event.at != (believable := instant(event.at)):
        event = replace(event, at=believable)
    _drain(work, event.at)
    if not isinstance(event.body, Wake):
        before = work.state
        profile.apply(work, event)
        runs.react(work, before, event)
    if event.at > work.state.clock:
        work.change(clock=event.at)
    return Step(work.state, tuple(work.effects))


def next_due(state: ProfileState) -> Instant | None:
    """When the soonest timer is due; None where there is none."""
    soonest = None
    for run in state.runs:
        if soonest is None or run.wake_at < soonest:
            soonest = run.wake_at
    for window in state.windows:
        if soonest is None or window.closes_at < soonest:
            soonest = window.closes_at
    return soonest


def still_wanted(blueprint: Blueprint, state: ProfileState, effect: Send, now: Instant) -> bool:
    """Whether a planned message should still go out, asked with fresh state before it does."""
    return not why_unwanted(blueprint, state, effect, now)


def why_unwanted(blueprint: Blueprint, state: ProfileState, effect: Send, now: Instant) -> str:
    """Why a planned message should no longer go out; empty where it should."""
    # As it stood without this very message: 'at most two a week' must not count it as the third.
    others = tuple([note for note in state.notes if note.key != effect.key])
    state = replace(state, notes=others) if len(others) < len(state.notes) else state
    moment = Work(blueprint, state).moment(now)
    barrier = email_barrier(state, moment.release.brand)
    framework = blueprint.release_number(effect.release).framework(effect.framework)
    rule = forbidding(blueprint, moment, framework, effect.framework, effect.action)
    stale = _stale(blueprint, state, effect, framework, moment)
    topics = state.consent.declined_topics
    declined = declined_of(framework, effect.action, topics) if framework and topics else ""
    checks = (
        (state.moved_into, "the profile was merged into another"),
        (_retired(blueprint, effect.at, now), RETIRED),
        (now > effect.valid_until, TOO_LATE),
        (barrier, barrier),
        (stale, stale),
        (declined, f"the topic '{declined}' was declined"),
        (rule, f"the rule '{rule}' forbids it now"),
    )
    return next((reason for unwanted, reason in checks if unwanted), "")


def _retired(blueprint: Blueprint, since: Instant, now: Instant) -> bool:
    """Whether the brand was retired at any time from `since` to `now`, also if it is back."""
    ends = [*(release.since for release in blueprint.releases[1:]), now + 1]
    return any(
        release.retired is not None and release.since <= now and end > since
        for release, end in zip(blueprint.releases, ends, strict=True)
    )


def _stale(
    blueprint: Blueprint,
    state: ProfileState,
    effect: Send,
    framework: Framework | None,
    moment: Moment,
) -> str:
    """What happened since to that which the message is about; empty where nothing did."""
    about = framework.about if framework is not None else CART
    if about == CART and effect.subject != OPEN_CART:
        checkout = state.checkout
        if checkout is None:
            return "the basket was bought"
        # Without a name, by a source that gave none or an older Rapport, its time must tell.
        another = checkout.token != effect.subject
        if another if effect.subject else checkout.started_at > effect.at:
            return "a newer basket is open"
        if checkout.token and not effect.subject:
            return "" if buyable(moment, checkout.lines) else "out of stock"
    if about in (ORDER, VIEWED) and state.orders.last_at > effect.at:
        return "an order came since"
    checkout_at = state.checkout.changed_at if state.checkout is not None else 0
    if effect.subject == OPEN_CART and checkout_at > effect.at:
        return "a checkout was begun since"
    cart_at = state.cart_changed_at if state.cart else 0
    if about == VIEWED and max(checkout_at, cart_at) > effect.at:
        return "a basket was filled since"
    flow = blueprint.release_number(effect.release).flow(effect.flow)
    ahead = ahead_of(blueprint, state, flow) if flow is not None else None
    if ahead is not None and ahead.entered_at >= effect.at:
        return yields_to(ahead)
    return subject_of(moment, about, effect.subject).gone


class Free(NamedTuple):
    """From when on a person may be written to, and what stands in the way until then."""

    at: Instant
    why: str


def earliest(
    blueprint: Blueprint,
    state: ProfileState,
    now: Instant,
    key: str = "",
    on_their_way: Collection[str] = (),
) -> Free:
    """The first moment from `now` on at which this person may get the message `key`.

    Caps were kept when it was planned. They are asked again because what waited, for a stop to end
    or for quiet hours, may all be due at once. `on_their_way` names messages that are being sent.
    """
    notes = [
        replace(note, at=now) if note.key in on_their_way else note
        for note in state.notes
        if note.key != key and (note.confirmed or note.key in on_their_way)
    ]
    moment = Work(blueprint, replace(state, notes=tuple(notes))).moment(now)
    free, why = now, ""
    for _ in range(MOST_BARRIERS):
        for barrier, until in ((QUIET_HOURS, quiet_until), (CAP, cap_until)):
            later = until(moment.later(free))
            if later > free:
                free, why = later, barrier
                break
        else:
            break
    return Free(free, why)


def _drain(work: Work, until: Instant) -> None:
    """Fires timers due up to and including `until`, the soonest first."""
    for _ in range(MAX_FIRINGS):
        due = next_due(work.state)
        if due is None or due > until:
            return
        window = next((w for w in work.state.windows if w.closes_at == due), None)
        if window is not None:
            _close(work, window)
            continue
        run = min(work.state.runs, key=lambda run: (run.wake_at, run.number))
        runs.fire(work, run, due)


def _close(work: Work, window: Window) -> None:
    """The window is over: what came of the decision is known."""
    work.change(windows=tuple(w for w in work.state.windows if w is not window))
    work.emit(
        OutcomeClosed(
            key=work.key("outcome", window.decision),
            profile=work.state.profile,
            decision=window.decision,
            message=window.message,
            at=window.closes_at,
            orders=window.orders,
            revenue=window.revenue,
            margin=window.margin,
            clicked=window.clicked,
            unsubscribed=window.unsubscribed,
            complained=window.complained,
            delivered=bool(window.message) and not window.stopped,
        )
    )
