"""What would another policy have earned on the brand's own decisions? And may it be launched?

One step ahead: each decision is judged by itself, as if all that went before had stayed as it was.
Counted are decisions of the adaptive arm where chance chose, whose outcome is known and which the
policy has not learnt from.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from rapport.app.evidence.recorded import Chance, Recorded, as_recorded, probability_of, recorded
from rapport.app.measuring.against import Against, against, part_of
from rapport.app.measuring.launch import Gate, launch_gate
from rapport.app.measuring.moments import moments_with_merges
from rapport.app.measuring.outlook import LATEST, Outlook, outlook, outlook_of
from rapport.app.measuring.sample import (
    MARGIN,
    Judged,
    Rewards,
    Sample,
    estimates_of,
    measured,
    people_of,
)
from rapport.core.blueprint import Blueprint
from rapport.core.codec import readable_decisions
from rapport.core.deciding.arms import ADAPTIVE
from rapport.core.decision import CONTENT_STAGE, Decision
from rapport.core.effects import OutcomeClosed
from rapport.core.oversight.stopping import stopped_meanwhile
from rapport.core.policy.policy import Policy
from rapport.core.time import Instant
from rapport.core.unread import ALL_READ, Unread, Unreadable
from rapport.errors import UserError
from rapport.ports import Lesson
from rapport.ports.history import Decisions
from rapport.science.off_policy import (
    LEAST_EFFECTIVE,
    Estimate,
    Support,
    importance_weights,
    support,
)
from rapport.science.unavailable import Unavailable

PAGE = 20_000
METHODS = ("SNIPS", "IPW", "DM", "DR", "SWITCH", "DRos", "MIPS")


class Held(Struct, frozen=True):
    """Decisions whose outcome brought more than `most`, which is what it counts for: minor units.
    `earned` is what a decision earned on average, each so held."""

    decisions: int
    most: float
    earned: float


class Evaluation(Struct, frozen=True):
    """Value per decision: minor units of money for `margin`, orders for `ordered`.

    `earned` is what the decisions truly earned, by whichever policies made them, and `held` those
    that earned more than one may count for in all that is estimated, if any did; `estimates` the
    policy's value by each method, with today's budgets of offers, as it would take over. `against`
    holds it against the policy that decided when it was evaluated. `left_out` counts decisions that
    could not be used, by why, `unreadable` rows that could not be read; `part` is what of a message
    MIPS looks at.
    """

    brand: str
    policy: int
    reward: str
    currency: str
    decisions: int
    profiles: int
    seen: bool
    left_out: dict[str, int]
    earned: float | Unavailable
    estimates: dict[str, Estimate | Unavailable]
    support: Support
    part: str
    against: Against
    gate: Gate
    unreadable: Unreadable = ALL_READ
    held: Held | None = None
    outlook: Outlook | None = None
    """What it takes to judge it, where that cannot be done yet."""


def evaluate(
    log: Decisions,
    blueprint: Blueprint,
    number: int,
    *,
    reward: str = MARGIN,
    seen: bool = False,
    candidates: Sequence[Policy] = (),
    now: Instant | None = None,
) -> Evaluation:
    """Evaluates the policy of this number, be it published or one of `candidates`, whose `since` is
    when it was made. Raises UserError where there is none.

    It is held against the policy that decides `now`; without that, what was published last. With
    `seen`, decisions that the policy has learnt from count too: it then looks better than it is,
    and may not be launched on it.
    """
    policies = {policy.number: policy for policy in (*candidates, *blueprint.policies)}
    if number not in policies:
        raise UserError(
            f"Brand '{blueprint.brand}' has no policy {number}. They are numbered "
            f"{min(policies)} to {max(policies)}."
        )
    current = blueprint.policies[-1] if now is None else blueprint.policy_at(now)
    # Whatever takes over takes today's budgets over, too.
    policy = replace(
        policies[number], closed_offers=current.closed_offers, offer_prices=current.offer_prices
    )
    left_out: Counter[str] = Counter()
    unread = Unread()
    rows = list(_judged(log, blueprint, policy, left_out, unread, seen=seen))
    found = _numbers(rows, reward)
    estimates: dict[str, Estimate | Unavailable]
    earned: float | Unavailable
    if isinstance(found, Unavailable):
        estimates, earned = dict.fromkeys(METHODS, found), found
        basis, place, held = _support_of(rows), 0, None
        beside = Against.unknown(current.number, found)
    else:
        estimates, place = estimates_of(found)
        basis = support(found.w, found.people, orders=found.orders)
        earned, held = found.rewards.as_it_was, _held(found.rewards)
        today = measured(_as_by(current, rows), reward)
        beside = against(found, place, today, current.number)
    return Evaluation(
        brand=blueprint.brand,
        policy=number,
        reward=reward,
        currency=blueprint.releases[-1].brand.currency,
        decisions=len(rows),
        profiles=len({row.record.content.profile for row in rows}),
        seen=seen,
        left_out=dict(sorted(left_out.items())),
        earned=earned,
        estimates={name: estimates[name] for name in METHODS},
        support=basis,
        part=part_of(place),
        against=beside,
        gate=launch_gate(estimates["DR"], estimates["MIPS"], basis, beside, fair=not seen),
        unreadable=unread.told(),
        held=held,
        outlook=None
        if seen
        else _outlook(log, blueprint, (policy, current), rows, (basis, beside.support)),
    )


def _numbers(rows: Sequence[Judged], reward: str) -> Sample | Unavailable:
    if not rows:
        return Unavailable("no decision can be used")
    if len(rows) < LEAST_EFFECTIVE:
        few = f"only {len(rows):,} {'decision' if len(rows) == 1 else 'decisions'} can be used"
        return Unavailable(f"{few}, and at least {LEAST_EFFECTIVE:,.0f} are needed")
    return measured(rows, reward)


def _held(of: Rewards) -> Held | None:
    return Held(of.held, of.most, float(of.r.mean())) if of.held else None


def _support_of(rows: Sequence[Judged]) -> Support:
    """What rows say that are too few for figures."""
    target = np.array([row.target.whole for row in rows])
    w = importance_weights(target, np.array([row.record.content.propensity for row in rows]))
    if isinstance(w, Unavailable):
        return Support(len(rows), 0.0, 0.0, None)
    return support(w, people_of(rows))


def _outlook(
    log: Decisions,
    blueprint: Blueprint,
    policies: tuple[Policy, Policy],
    rows: Sequence[Judged],
    bases: tuple[Support, Support],
) -> Outlook | None:
    """What is missing to judge a policy; None where nothing is, or nothing can be foretold.
    `policies` are that one and today's, `bases` what is known of each."""
    brand, (policy, today), (mine, theirs) = blueprint.releases[-1].brand, policies, bases
    if len(rows) >= LEAST_EFFECTIVE:
        if mine.more is None or theirs.more is None or not (mine.more or theirs.more):
            return None
        times = [row.record.content.at for row in rows]
        return outlook_of(policy, max(mine.more, theirs.more), times)
    closed = (one for one in lessons_of(log, blueprint.brand, Unread()) if by_chance(one.decision))
    latest = {one.decision.id for one in deque(closed, LATEST)}

    def too_old(lesson: Lesson) -> str:
        return "" if lesson.decision.id in latest else "too long ago"

    known = [
        Judged(made.record, made.outcome, made.logged, target, {})
        for made in made_by_chance(log, blueprint, Counter(), Unread(), too_old)
        for target in [probability_of(policy, made.record)]
    ]
    by_today = _as_by(today, known)
    pairs = list(zip(known, by_today, strict=True))
    return outlook(brand, policy, today.number, pairs, mine.effective)


# --- Reading the log ---------------------------------------------------------------------------


def _judged(
    log: Decisions,
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


def _as_by(policy: Policy, rows: Sequence[Judged]) -> list[Judged]:
    """The same decisions, as likely as this policy makes them."""
    found = []
    for row in rows:
        target = probability_of(policy, row.record)
        found.append(replace(row, target=target, levels=target.odds.levels()))
    return found


class Made(Struct, frozen=True):
    """A decision that chance made: what came of it, and how likely it was."""

    record: Recorded
    outcome: OutcomeClosed
    logged: Chance
    policies: tuple[Policy, Policy]
    """Those that chose the moment and the content."""


def made_by_chance(
    log: Decisions,
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


def lessons_of(log: Decisions, brand: str, unread: Unread) -> Iterator[Lesson]:
    position = 0
    while page := log.lessons(brand, position, PAGE):
        yield from page.found
        unread.note_rows(page.unread)
        position = page.position


def by_chance(decision: Decision) -> bool:
    """Whether chance chose, by a policy's odds."""
    return decision.arm == ADAPTIVE and decision.stage == CONTENT_STAGE and not decision.reason
