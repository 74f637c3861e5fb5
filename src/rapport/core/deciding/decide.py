"""Decides at a decision point: first when to speak, then, when that moment has come, what to say.

Both halves leave a `Decision` in the record. The second is made afresh from the state as it then
is, so that everything the person did in between counts.
"""

from __future__ import annotations

from math import prod

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.creative.framework import (
    CART,
    CONTENT_FACTORS,
    HOLD,
    NO_OFFER,
    ORDER,
    Action,
    message,
)
from rapport.core.deciding.arms import HOLDOUT, USUAL
from rapport.core.deciding.eligible import (
    Asked,
    Choices,
    Unsaid,
    cap_until,
    choices_for,
    eligible_times,
    next_free,
    permitted_times,
    quiet_until,
    ruled_out,
    time_instants,
    unsaid,
)
from rapport.core.deciding.reasons import (
    CAP,
    FRAMEWORK_GONE,
    NO_MESSAGE,
    NO_PROFILING,
    QUIET_HOURS,
    TEACHING,
)
from rapport.core.deciding.rules import asked_for, in_force, nothing_left
from rapport.core.deciding.subject import OPEN_CART, Subject, subject_of
from rapport.core.deciding.weighing import situation_of
from rapport.core.deciding.windows import await_moment, moment_came, open_window
from rapport.core.decision import (
    CONTENT_STAGE,
    PUT_OFF_STAGE,
    TIME_STAGE,
    Decision,
    Excluded,
    SignalValue,
)
from rapport.core.editions import FLOWS_OF_MORE_KINDS, WAITED_FOR
from rapport.core.effects import Decided, Send
from rapport.core.flow import DecisionPoint
from rapport.core.person import signals
from rapport.core.person.consent import email_barrier
from rapport.core.person.notes import with_note
from rapport.core.person.signals import Moment
from rapport.core.policy.drawing import Situation, draw_content, draw_time, uniform
from rapport.core.state import Note, Run
from rapport.core.time import HOUR, Instant
from rapport.core.triggers import ORDER_PLACED, ahead_of, yields_to
from rapport.core.work import Work


class Verdict(Struct, frozen=True, gc=False):
    """What the run does next: wait until `wake_at` (for `due`), or go on where it is 0."""

    run: Run
    wake_at: Instant = 0
    due: str = ""


def begin(work: Work, run: Run, point: DecisionPoint, at: Instant) -> Verdict:
    """The point is reached, or asked again after it was put off: chooses when to speak."""
    moment = work.moment(at, work.blueprint.release_number(run.release))
    give_up_at = run.arrived_at + point.patience
    barrier = _barrier(work, run, point, moment)
    if barrier:
        return _hold(work, run, point, moment, barrier)
    if run.arm in (HOLDOUT, USUAL) or moment.state.consent.no_profiling:
        return _usual_time(work, run, point, moment)
    permitted, ruled = _permitted_times(work, point, moment)
    if not permitted and ruled:
        return _hold(work, run, point, moment, nothing_left(one.reason for one in ruled), ruled)
    times, excluded = eligible_times(point, moment, give_up_at, permitted)
    if not times:
        free_at = next_free(point, moment, permitted)
        return _put_off(work, run, point, moment, QUIET_HOURS, free_at)
    situation, recorded = _situation(work, run, point, moment, TIME_STAGE, tuple(times))
    drawn = draw_time(situation, tuple(times))
    run = replace(run, time=drawn.chosen, time_probability=drawn.probability)
    due = times[drawn.chosen]
    decision = replace(
        recorded,
        action=Action(time=drawn.chosen),
        propensity=drawn.probability,
        draws=(drawn,),
        excluded=(*ruled, *excluded),
        due=due,
    )
    _record(work, decision)
    if due <= at:
        return speak(work, run, point, at)
    if moment.release.edition >= WAITED_FOR and decision.context:
        await_moment(work, run, point, moment, decision)
    return Verdict(run, due, "send")


def speak(work: Work, run: Run, point: DecisionPoint, at: Instant) -> Verdict:
    """The chosen moment has come: chooses what to say, or to hold."""
    moment = work.moment(at, work.blueprint.release_number(run.release))
    barred = _barred(work, run, point, moment)
    if barred is not None:
        return barred
    framework = moment.release.framework(point.framework)
    rulings = in_force(work.blueprint, moment, point.framework, framework)
    subject, policy = _subject(run, point, moment), work.blueprint.policy_at(at)
    choices = None
    if framework:
        asked = Asked(framework, point.key, policy, moment, rulings, run.time, subject)
        choices = choices_for(asked)
    barrier, excluded = ruled_out(rulings, choices)
    if barrier:
        return _hold(work, run, point, moment, barrier, excluded)
    if run.arm == HOLDOUT:
        # Only here, past everything that could have stopped a message: so those who get none are
        # like those who got one in all but that.
        return _hold(work, run, point, moment, HOLDOUT)
    left: Choices | Unsaid | None = choices
    if choices and run.arm != USUAL:  # that arm repeats itself, as a shop's flow does
        left = unsaid(choices, point.key, _name_for(subject.about, run, moment))
        if choices.possible() and not left.possible():
            return _hold(work, run, point, moment, choices.all_said, tuple(left.excluded))
    if run.arm == USUAL or moment.state.consent.no_profiling:
        _say_the_usual(work, run, point, moment, left)
        return Verdict(run)
    if not left:
        return _hold(work, run, point, moment, FRAMEWORK_GONE)
    if not left.possible():
        return _hold(work, run, point, moment, NO_MESSAGE)
    _say_the_drawn(work, run, point, moment, left)
    return Verdict(run)


def _barred(work: Work, run: Run, point: DecisionPoint, moment: Moment) -> Verdict | None:
    """What comes of the point where nobody may be written to now; None where they may."""
    barrier = _barrier(work, run, point, moment)
    if barrier:
        return _hold(work, run, point, moment, barrier)
    for reason, free_at in ((QUIET_HOURS, quiet_until(moment)), (CAP, cap_until(moment))):
        if free_at > moment.at:
            return _put_off(work, run, point, moment, reason, free_at)
    return None


def _barrier(work: Work, run: Run, point: DecisionPoint, moment: Moment) -> str:
    """What forbids any message now, and will still forbid it in an hour."""
    barrier = email_barrier(moment.state, moment.release.brand)
    if barrier:
        return barrier
    flow = moment.release.flow(run.flow)
    if flow is not None and moment.release.edition >= FLOWS_OF_MORE_KINDS:
        ahead = ahead_of(work.blueprint, moment.state, flow)
        if ahead is not None:
            return yields_to(ahead)
    return _subject(run, point, moment).gone


def _subject(run: Run, point: DecisionPoint, moment: Moment) -> Subject:
    """What a message of the point would be about."""
    framework = moment.release.framework(point.framework)
    about = framework.about if framework else CART
    return subject_of(moment, about, _name_for(about, run, moment))


def _name_for(about: str, run: Run, moment: Moment) -> str:
    """What the run's subject is called; nothing where the message is about the last order and it
    was no order that began the run."""
    flow = moment.release.flow(run.flow)
    if about == ORDER and (flow is None or flow.trigger != ORDER_PLACED):
        return ""
    return run.subject


def _usual_time(work: Work, run: Run, point: DecisionPoint, moment: Moment) -> Verdict:
    """The usual message goes out at its usual time, or as soon after as quiet hours allow."""
    key = point.usual.get("time", point.times[0].key if point.times else "")
    permitted, ruled = _permitted_times(work, point, moment)
    if ruled and key not in permitted:
        if not permitted:
            return _hold(work, run, point, moment, nothing_left(one.reason for one in ruled), ruled)
        key = permitted[0]
    due = time_instants(point, moment).get(key, moment.at)
    due = quiet_until(moment.later(due))
    run = replace(run, time=key, time_probability=1.0)
    if due <= moment.at:
        return speak(work, run, point, moment.at)
    return Verdict(run, due, "send")


def _permitted_times(
    work: Work, point: DecisionPoint, moment: Moment
) -> tuple[tuple[str, ...], tuple[Excluded, ...]]:
    """The point's moments that rules leave for this person now, and which rule took which."""
    framework = moment.release.framework(point.framework)
    rulings = in_force(work.blueprint, moment, point.framework, framework, "time")
    return permitted_times(point, rulings)


def _say_the_drawn(
    work: Work, run: Run, point: DecisionPoint, moment: Moment, left: Choices | Unsaid
) -> None:
    """Draws whether to speak and what to say, and plans it."""
    situation, recorded = _situation(work, run, point, moment, CONTENT_STAGE, (run.time,), left)
    draws = draw_content(situation, run.time, left.eligible)
    chosen = {drawn.factor: drawn.chosen for drawn in draws}
    action = HOLD if chosen["send"] == "hold" else message(chosen, run.time)
    decision = replace(
        recorded,
        action=action,
        propensity=run.time_probability * prod(drawn.probability for drawn in draws),
        draws=draws,
        excluded=tuple(left.excluded),
        said_before=left.combinations_said,
        not_in_language=left.not_in_language,
    )
    _conclude(work, run, point, moment, decision)


def _say_the_usual(
    work: Work,
    run: Run,
    point: DecisionPoint,
    moment: Moment,
    choices: Choices | Unsaid | None,
) -> None:
    """Plans the usual message; where one of its levels may not be used now, the first that may."""
    reason = NO_PROFILING if moment.state.consent.no_profiling else USUAL
    decision = _recorded(work, run, point, moment, CONTENT_STAGE, profiled=reason == USUAL)
    if not choices or not choices.possible():
        _conclude(work, run, point, moment, replace(decision, reason=NO_MESSAGE))
        return
    chosen: dict[str, str] = {}
    for factor in CONTENT_FACTORS:
        allowed = choices.eligible(chosen, factor)
        wanted = point.usual.get(factor, NO_OFFER if factor == "offer" else "")
        chosen[factor] = wanted if wanted in allowed else allowed[0]
    decision = replace(decision, action=message(chosen, run.time), reason=reason)
    if reason == USUAL:
        excluded, abroad = tuple(choices.excluded), choices.not_in_language
        decision = replace(decision, excluded=excluded, not_in_language=abroad)
    _conclude(work, run, point, moment, decision)


def _hold(
    work: Work,
    run: Run,
    point: DecisionPoint,
    moment: Moment,
    reason: str,
    excluded: tuple[Excluded, ...] = (),
) -> Verdict:
    """Says nothing, for a reason that is no choice of the policy's."""
    profiled = not moment.state.consent.no_profiling
    decision = _recorded(work, run, point, moment, CONTENT_STAGE, profiled=profiled)
    kept = excluded if profiled else ()
    _conclude(work, run, point, moment, replace(decision, reason=reason, excluded=kept))
    return Verdict(run)


def _put_off(
    work: Work, run: Run, point: DecisionPoint, moment: Moment, reason: str, until: Instant
) -> Verdict:
    """Comes back to the point when it may speak, or passes it over where that is too late."""
    if not moment.at < until <= run.arrived_at + point.patience:
        return _hold(work, run, point, moment, reason)
    decision = _recorded(work, run, point, moment, PUT_OFF_STAGE, profiled=False)
    _record(work, replace(decision, reason=reason, due=until))
    return Verdict(run, until, "")


def _recorded(
    work: Work, run: Run, point: DecisionPoint, moment: Moment, stage: str, *, profiled: bool
) -> Decision:
    """A record with everything but the choice; without signals where profiling is declined."""
    policy = work.blueprint.policy_at(moment.at)
    values = signals.values(moment, policy.form) if profiled else {}
    if profiled:
        framework = moment.release.framework(point.framework)
        values |= asked_for(work.blueprint, moment, framework, policy.form)
    subject = _subject(run, point, moment)
    of_checkout = subject.about == CART and run.subject != OPEN_CART
    margin, at_stake = values.get("cart_margin") or 0.0, values
    if not of_checkout or subject.unknown:
        margin = subject.margin if profiled else 0.0
    if not of_checkout:
        at_stake = values | {"cart_total": None if subject.unknown else float(subject.total)}
    return Decision(
        id=work.key("decision", run.flow, run.number, point.key, stage, moment.at),
        profile=work.state.profile,
        flow=run.flow,
        run=run.number,
        point=point.key,
        stage=stage,
        at=moment.at,
        release=run.release,
        policy=policy.number,
        arm=run.arm,
        action=HOLD,
        signals=tuple(SignalValue(name, value) for name, value in values.items()),
        context=signals.context(at_stake, policy.form) if profiled else (),
        margin=round(margin),
        about="" if of_checkout else subject.about,
    )


def _situation(
    work: Work,
    run: Run,
    point: DecisionPoint,
    moment: Moment,
    stage: str,
    times: tuple[str, ...],
    choices: Choices | Unsaid | None = None,
) -> tuple[Situation, Decision]:
    """All that a draw depends on, and the record that it goes into."""
    recorded = _recorded(work, run, point, moment, stage, profiled=True)
    policy = work.blueprint.policy_at(moment.at).on(recorded.about)
    levels = {"time": times, **(choices.levels if choices else {})}
    total = _subject(run, point, moment).total

    def seed(draw: str) -> float:
        return uniform(
            "draw", work.blueprint.brand, work.state.profile, recorded.id, policy.number, draw
        )

    context = recorded.context
    return situation_of(policy, moment.release, recorded, context, levels, total, seed), recorded


def _conclude(
    work: Work, run: Run, point: DecisionPoint, moment: Moment, decision: Decision
) -> None:
    """Records a decision about content, opens its window, and plans the message it led to."""
    moment_came(work, run)
    if decision.action.hold and moment.release.edition >= WAITED_FOR:
        decision = replace(decision, moment=run.time)
    state = work.state
    if not decision.action.hold:
        key = work.key("message", run.flow, run.number, point.key)
        decision = replace(decision, message=key)
        subject = _subject(run, point, moment)
        note = Note(key, decision.at, decision.action)
        work.change(notes=with_note(work.blueprint, state, note, moment.release))
        work.emit(
            Send(
                key=key,
                profile=state.profile,
                flow=run.flow,
                run=run.number,
                point=point.key,
                framework=point.framework,
                release=run.release,
                decision=decision.id,
                action=decision.action,
                at=decision.at,
                valid_until=decision.at + (point.valid_for or HOUR),
                subject_event=subject.event_id,
                subject=_name_for(subject.about, run, moment),
                arm=run.arm,
                proven=subject.proven,
            )
        )
    if decision.context and decision.reason in TEACHING:
        open_window(work, run, point, moment, decision)
    _record(work, decision)


def _record(work: Work, decision: Decision) -> None:
    work.emit(Decided(decision.id, decision))
