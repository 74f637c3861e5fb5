"""What would another policy have earned on the brand's own decisions? And may it be launched?

One step ahead: each decision is judged by itself, as if all that went before had stayed as it was.
Counted are decisions of the adaptive arm where chance chose, whose outcome is known and which the
policy has not learnt from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from math import prod
from typing import Protocol

import numpy as np
from msgspec import Struct

from rapport.app.evidence.recorded import Chance, Recorded, as_recorded, probability_of, recorded
from rapport.app.measuring.launch import Gate, launch_gate
from rapport.app.measuring.moments import moments_with_merges
from rapport.core.arms import ADAPTIVE
from rapport.core.blueprint import Blueprint
from rapport.core.codec import readable_decisions
from rapport.core.creative import FACTORS
from rapport.core.decision import Decision
from rapport.core.drawing import uniform
from rapport.core.effects import OutcomeClosed
from rapport.core.leaving import unsubscribe_cost
from rapport.core.policy import FEATURES, Policy, bounded
from rapport.core.signals import context_for
from rapport.core.stopping import Stop, stopped_meanwhile
from rapport.core.unread import ALL_READ, Unread, Unreadable
from rapport.errors import UserError
from rapport.ports import Lesson, Lessons, LogRow
from rapport.science.evidence import MOST_MARGIN, NEWEST, Array
from rapport.science.off_policy import (
    Estimate,
    Support,
    by_group,
    coarsest,
    direct,
    doubly_robust,
    dros,
    estimate,
    importance_weights,
    ipw,
    snips,
    support,
    switch,
    tuned,
)
from rapport.science.reward_model import cross_fitted
from rapport.science.unavailable import Unavailable

MARGIN, ORDERED = "margin", "ordered"
REWARDS = (MARGIN, ORDERED)

FOLDS = 5
PAGE = 20_000
PARTS = ("whether to write at all", "the offer", "the tone", "the angle", "the whole message")
"""What of a message MIPS looks at: everything up to this draw."""


class Log(Protocol):
    """What an evaluation reads."""

    def lessons(self, brand: str, after: int, limit: int) -> Lessons: ...

    def all_decisions(self, brand: str) -> Iterator[bytes]: ...

    def log(self, brand: str, profile: str) -> Sequence[LogRow]: ...

    def stops(self, brand: str) -> Sequence[Stop]: ...

    def past_stops(self, brand: str) -> Sequence[Stop]: ...


class Judged(Struct, frozen=True):
    """One decision: what came of it, how likely it was, and how likely the policy makes it.

    `levels` is how likely the policy sends a message with each factor's level; see `ContentOdds`.
    """

    record: Recorded
    outcome: OutcomeClosed
    logged: Chance
    target: Chance
    levels: dict[tuple[str, str], float]


class Evaluation(Struct, frozen=True):
    """Value per decision: minor units of money for `margin`, orders for `ordered`.

    `earned` is what the decisions truly earned, `gain` by how much the policy would beat that
    (doubly robust), `estimates` the policy's value by each method. `left_out` counts decisions that
    could not be used, by why, `unreadable` rows that could not be read; `part` is what of a message
    MIPS looks at; `incumbent` is the policy that held when it was evaluated.
    """

    brand: str
    policy: int
    incumbent: int
    reward: str
    currency: str
    decisions: int
    profiles: int
    seen: bool
    left_out: dict[str, int]
    earned: float | Unavailable
    gain: Estimate | Unavailable
    estimates: dict[str, Estimate | Unavailable]
    support: Support
    part: str
    gate: Gate
    unreadable: Unreadable = ALL_READ


class Sample(Struct, frozen=True, eq=False):
    """The log as numbers: all of shape (n,), but `parts`, which holds five such."""

    r: Array
    w: Array
    time: Array
    q: Array
    v: Array
    parts: tuple[Array, ...]
    people: np.ndarray[tuple[int, ...], np.dtype[np.int64]]


def evaluate(
    log: Log,
    blueprint: Blueprint,
    number: int,
    *,
    reward: str = MARGIN,
    seen: bool = False,
    candidates: Sequence[Policy] = (),
) -> Evaluation:
    """Evaluates the policy of this number, be it published or one of `candidates`, whose `since` is
    when it was made. Raises UserError where there is none.

    With `seen`, decisions that the policy has learnt from count too: it then looks better than it
    is, and may not be launched on it.
    """
    policies = {policy.number: policy for policy in (*candidates, *blueprint.policies)}
    if number not in policies:
        raise UserError(
            f"Brand '{blueprint.brand}' has no policy {number}. They are numbered "
            f"{min(policies)} to {max(policies)}."
        )
    policy = policies[number]
    left_out: Counter[str] = Counter()
    unread = Unread()
    rows = list(_judged(log, blueprint, policy, left_out, unread, seen=seen))
    found = measured(rows, reward) if rows else Unavailable("no decision can be used")
    names = ("SNIPS", "IPW", "DM", "DR", "SWITCH", "DRos", "MIPS")
    estimates: dict[str, Estimate | Unavailable]
    earned: float | Unavailable
    gain: Estimate | Unavailable
    if isinstance(found, Unavailable):
        estimates, earned, gain = dict.fromkeys(names, found), found, found
        basis, part = Support(len(rows), 0.0, 0.0, None), PARTS[-1]
    else:
        estimates, part = _estimates(found)
        gain = _gain(found)
        earned, basis = float(found.r.mean()), support(found.w)
    return Evaluation(
        brand=blueprint.brand,
        policy=number,
        incumbent=blueprint.policies[-1].number,
        reward=reward,
        currency=blueprint.releases[-1].brand.currency,
        decisions=len(rows),
        profiles=len({row.record.content.profile for row in rows}),
        seen=seen,
        left_out=dict(sorted(left_out.items())),
        earned=earned,
        gain=gain,
        estimates={name: estimates[name] for name in names},
        support=basis,
        part=part,
        gate=launch_gate(estimates["DR"], estimates["MIPS"], gain, basis, fair=not seen),
        unreadable=unread.told(),
    )


# --- Reading the log ---------------------------------------------------------------------------


def _judged(
    log: Log,
    blueprint: Blueprint,
    policy: Policy,
    left_out: Counter[str],
    unread: Unread,
    *,
    seen: bool,
) -> Iterator[Judged]:
    """Every decision that can be used; the others are counted in `left_out`."""

    def learnt_from(lesson: Lesson) -> str:
        if seen or not policy.decisions + policy.looked:
            return ""
        # Where it has looked at clicks, it knows something of decisions that were open then, too.
        known = lesson.decision.at if policy.looked else lesson.outcome.at
        return "the policy has learnt from them" if known <= policy.since else ""

    for made in made_by_chance(log, blueprint, left_out, unread, learnt_from):
        target = probability_of(policy, made.record)
        yield Judged(made.record, made.outcome, made.logged, target, target.odds.levels())


class Made(Struct, frozen=True):
    """A decision that chance made: what came of it, and how likely it was."""

    record: Recorded
    outcome: OutcomeClosed
    logged: Chance
    policies: tuple[Policy, Policy]
    """Those that chose the moment and the content."""


def made_by_chance(
    log: Log,
    blueprint: Blueprint,
    left_out: Counter[str],
    unread: Unread,
    why_not: Callable[[Lesson], str] = lambda _lesson: "",
) -> Iterator[Made]:
    """Every decision that chance made, whose outcome is known and tells something, and whose odds
    can be computed again. The others are counted in `left_out` by why; `why_not` says why one is
    of no use to who asks. `unread` takes down what could not be read."""
    policies = {one.number: one for one in blueprint.policies}
    stops = [*log.past_stops(blueprint.brand), *log.stops(blueprint.brand)]
    closed = lessons_of(log, blueprint.brand, unread)
    lessons = [lesson for lesson in closed if by_chance(lesson.decision)]
    decisions = readable_decisions(log.all_decisions(blueprint.brand), unread)
    moments = moments_with_merges(decisions, lessons, log, blueprint.brand, unread)
    for lesson in lessons:
        content = lesson.decision
        if stopped_meanwhile(stops, content):
            left_out["they were made while something was stopped"] += 1
            continue
        if reason := why_not(lesson):
            left_out[reason] += 1
            continue
        moment = moments.get(content.id)
        if moment is None:
            left_out["the choice of their moment is not on record"] += 1
            continue
        record = recorded(blueprint, content, moment)
        if isinstance(record, Unavailable):
            left_out[record.reason] += 1
            continue
        logged = as_recorded(policies, record)
        if isinstance(logged, Unavailable):
            left_out[logged.reason] += 1
            continue
        by = policies[moment.policy], policies[content.policy]
        yield Made(record, lesson.outcome, logged, by)


def lessons_of(log: Log, brand: str, unread: Unread) -> Iterator[Lesson]:
    position = 0
    while page := log.lessons(brand, position, PAGE):
        yield from page.found
        unread.note_rows(page.unread)
        position = page.position


def by_chance(decision: Decision) -> bool:
    """Whether chance chose, by a policy's odds."""
    return decision.arm == ADAPTIVE and decision.stage == "content" and not decision.reason


# --- Numbers -----------------------------------------------------------------------------------


def reward_of(record: Recorded, outcome: OutcomeClosed, reward: str) -> float:
    """What a decision earned: minor units less its cost, or 1 for an order.

    A margin beyond `MOST_MARGIN` counts as that, so that one poisoned order cannot decide.
    """
    if reward == ORDERED:
        return float(outcome.orders > 0)
    brand = record.release.brand
    margin = float(max(min(outcome.margin, MOST_MARGIN), -MOST_MARGIN))
    sent = brand.message_cost if outcome.delivered else 0.0
    if not outcome.unsubscribed:
        return margin - sent
    # Whatever policy is judged, somebody who leaves costs the same.
    known = {one.name: one.value for one in record.content.signals}
    return margin - sent - unsubscribe_cost(brand, known, NEWEST)


def measured(rows: Sequence[Judged], reward: str) -> Sample | Unavailable:
    """The log as numbers, or why a weight cannot be computed. `rows` holds at least one."""
    r = np.array([reward_of(row.record, row.outcome, reward) for row in rows])
    w = importance_weights(
        np.array([row.target.whole for row in rows]),
        np.array([row.record.content.propensity for row in rows]),
    )
    if isinstance(w, Unavailable):
        return w
    time = np.array([row.target.time / row.logged.time for row in rows])
    ratios = [_ratios(row) for row in rows]
    parts = [time * np.array([prod(steps[:n]) for steps in ratios]) for n in range(5, 0, -1)]
    names = [row.record.content.profile for row in rows]
    folds = np.array([int(FOLDS * uniform("fold", name)) for name in names])
    taken, expected = _designs(rows)
    model = cross_fitted(taken, expected, r, folds)
    # The context is as of the message's moment, so it depends on the moment that was chosen: that
    # choice is weighed, and the model only says what follows it.
    v = model.usual + time * (model.expected - model.usual)
    people = np.unique(names, return_inverse=True)[1]
    return Sample(r, w, time, model.taken, v, (w, *parts[1:]), people)


def _ratios(row: Judged) -> tuple[float, ...]:
    """Target over logged for each of the five draws; 1 where there was nothing to draw."""
    pairs = zip(row.target.steps, row.logged.steps, strict=True)
    found = tuple([target / logged for target, logged in pairs])
    return found + (1.0,) * (5 - len(found))


def _designs(rows: Sequence[Judged]) -> tuple[Array, Array]:
    """What was done, and what the policy does on average: each of shape (n, d).

    Blocks of context and margin at stake: for all, for those written to, and for each level a
    column of its own and one times the margin.
    """
    levels = sorted({key for row in rows for key in (*row.levels, *_sent(row))})
    places = {key: place for place, key in enumerate(levels)}
    typical = max(float(np.mean([row.record.content.margin for row in rows])), 1.0)
    base = len(FEATURES) + 1
    width = base + 2 * len(levels) + len(FEATURES)
    taken, expected = (np.zeros((len(rows), width)) for _ in range(2))
    for here, row in enumerate(rows):
        content = row.record.content
        margin = min(content.margin, MOST_MARGIN) / typical
        x = np.array([*bounded(context_for(content, NEWEST)), margin])
        time = ("time", row.record.moment.action.time)
        target = {**row.levels, time: row.levels["send", "send"]}
        done = dict.fromkeys(_sent(row), 1.0)
        for design, shares in ((taken, done), (expected, target)):
            design[here, :base] = x
            for key, share in shares.items():
                place = base + 2 * places[key]
                design[here, place : place + 2] = share, share * margin
            send = shares.get(("send", "send"), 0.0)
            design[here, base + 2 * len(levels) :] = send * x[:-1]
    return taken, expected


def _sent(row: Judged) -> list[tuple[str, str]]:
    """The levels of the message that went out, `("send", "send")` among them."""
    action = row.record.content.action
    if action.hold:
        return []
    chosen = [(factor, action.level(factor)) for factor in FACTORS]
    return [("send", "send"), *((factor, level) for factor, level in chosen if level)]


def _estimates(sample: Sample) -> tuple[dict[str, Estimate | Unavailable], str]:
    """Each method's estimate, and what of a message MIPS looks at."""
    r, w, q, v, people = sample.r, sample.w, sample.q, sample.v, sample.people
    full = doubly_robust(w, r, q, v)
    place, marginal = coarsest(sample.parts, r)
    whole, robust = by_group(snips(w, r), people), by_group(full, people)
    biased = {
        "DM": direct(v),
        "SWITCH": tuned(lambda tau: switch(w, r, q, v, tau), full)[1],
        "DRos": tuned(lambda lam: dros(w, r, q, v, lam), full)[1],
        "DR": full,
    }
    found = {name: estimate(values, w, robust) for name, values in biased.items()}
    found["SNIPS"] = estimate(snips(w, r), w, whole)
    found["IPW"] = estimate(ipw(w, r), w, by_group(ipw(w, r), people))
    found["MIPS"] = estimate(marginal, sample.parts[place], whole)
    return found, PARTS[-1 - place]


def _gain(sample: Sample) -> Estimate | Unavailable:
    """What the policy would earn above what was earned, decision by decision."""
    values = doubly_robust(sample.w, sample.r, sample.q, sample.v) - sample.r
    return estimate(values, sample.w, by_group(values, sample.people))
