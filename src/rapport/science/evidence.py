"""What closed decisions have shown so far: frozen sums that add, however they were divided.

The model is the one of `rapport.core.policy.policy`: the chance of an order is linear in the
context, with one block of coefficients for the baseline, one for sending, and one for each level.
Targets are whether the person ordered, clicked and unsubscribed, each 0 or 1, so a single outcome
moves the sums by a bounded amount, however much money it names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log1p
from typing import TypeAlias

import msgspec
import numpy as np
from msgspec import Struct

from rapport.core.creative.framework import FACTORS
from rapport.core.deciding.reasons import BY_POLICY, TEACHING
from rapport.core.decision import TIME_STAGE, Decision
from rapport.core.effects import OutcomeClosed
from rapport.core.person.signals import context_for
from rapport.core.policy.policy import (
    FEATURES,
    FIRST_FEATURES,
    PHONE_FROM,
    bounded,
)
from rapport.core.time import DAY, Instant
from rapport.science.arrays import Floats, block
from rapport.science.waiting import Taken, Waits, observed, together

Row: TypeAlias = tuple[Decision, OutcomeClosed]

WIDTH = len(FEATURES)
"""Coefficients in one block."""

HALF_LIFE_DAYS = 90.0
"""After this long a decision counts half: tastes, seasons and shops change."""

MOST_LEVELS = 200
"""More levels than this are not learnt: their sums would outgrow what one snapshot can solve."""

MOST_MARGIN = 10_000_000
"""A margin at stake above this counts as this, minor units. Only logarithms are summed, so a typo
in a cart moves the typical stake of a thousand decisions by less than one part in a hundred."""

NEWEST = PHONE_FROM
"""Older decisions are learnt from with the features of this form, read off their signals."""

_TARGETS = ("moments", "clicks", "leaves")


class Evidence(Struct, frozen=True, eq=False):
    """Discounted sums over decisions, as they weigh at the instant `at`.

    `levels` are `factor:level`, in the order of their blocks. With d = WIDTH x (2 + levels):
    `gram` is the sum of x x^T, shape (d, d), and `moments` the sum of x y for orders, `clicks` and
    `leaves` those for clicks and for unsubscribes, each of shape (d,).
    """

    levels: tuple[str, ...]
    gram: Floats
    moments: Floats
    clicks: Floats
    leaves: Floats
    weight: float = 0.0
    """Decisions, old ones counting less."""
    orders: float = 0.0
    """Decisions that an order followed, likewise discounted."""
    messages: float = 0.0
    clicked: float = 0.0
    unsubscribed: float = 0.0
    log_margins: float = 0.0
    """Sum of ln(1 + margin at stake), for the typical size of what is at stake."""
    decisions: int = 0
    skipped: int = 0
    """Decisions that could teach nothing; see `teaches`."""
    at: Instant = 0
    waits: Waits = {}
    """By moment, what the sums above cannot tell: see `rapport.science.waiting`."""


class Look(Struct, frozen=True):
    """A message whose window is open, and whether it was clicked until `at`, when it was late
    enough to know, and which is not after now."""

    decision: Decision
    at: Instant
    clicked: bool


def nothing(levels: Sequence[str] = ()) -> Evidence:
    """No evidence yet."""
    size = WIDTH * (2 + len(levels))
    gram, target = np.zeros((size, size)), np.zeros(size)
    return Evidence(tuple(levels), gram, target, target.copy(), target.copy())


def teaches(decision: Decision, outcome: OutcomeClosed) -> bool:
    """Whether this pair can be learnt from.

    Not where the context is empty (the person objects to profiling), where a message never arrived,
    where something other than chance kept a message back, and not for the choice of a moment, whose
    message is judged by the decision on its content.
    """
    if outcome.decision != decision.id or not _informs(decision):
        return False
    return decision.action.hold or (decision.stage != TIME_STAGE and outcome.delivered)


def left_before(decision: Decision, outcome: OutcomeClosed) -> bool:
    """Whether chance chose a moment, and the run ended before it came."""
    return outcome.decision == decision.id and decision.stage == TIME_STAGE and _informs(decision)


def _informs(decision: Decision) -> bool:
    """Whether it can be compared with others, and something was known of the person."""
    return bool(decision.context) and decision.reason in TEACHING


def observe_all(
    evidence: Evidence,
    rows: Iterable[Row],
    half_life: float = HALF_LIFE_DAYS,
    now: Instant | None = None,
) -> Evidence:
    """`evidence` with all of `rows` more, in one matrix product; `half_life` in days.

    Where the rows are cut into batches makes no difference: each weighs by its own age. An outcome
    from after `now` counts as of now, else a single wrong date would age all the others to nothing;
    without `now` the latest is taken at its word.
    """
    every = list(rows)
    kept = [row for row in every if teaches(*row)]
    left = [row for row in every if left_before(*row)]
    skipped = len(every) - len(kept) - len(left)
    if not kept and not left:
        return msgspec.structs.replace(evidence, skipped=evidence.skipped + skipped)
    batch = _summed(kept, left, half_life, now)
    return merge(evidence, msgspec.structs.replace(batch, skipped=skipped), half_life)


def _summed(
    kept: Sequence[Row], left: Sequence[Row], half_life: float, now: Instant | None
) -> Evidence:
    """The sums of decisions that teach, and of those on a moment that never came."""
    names = {name for d, _ in kept for name in _sent(d)} | {_moment(d) for d, _ in (*kept, *left)}
    levels = sorted(names - {""})[:MOST_LEVELS]
    places = {name: place for place, name in enumerate(levels)}
    times = [outcome.at if now is None else min(outcome.at, now) for _, outcome in (*kept, *left)]
    at, count = max(times), len(kept)
    weights = np.array([_decay(at - one, half_life) for one in times])
    ordered = np.array([float(outcome.orders > 0) for _, outcome in (*kept, *left)])
    design = _design([decision for decision, _ in kept], places)
    waits = observed(
        [_taken(decision) for decision, _ in (*kept, *left)],
        np.vstack([design[:, block(0, WIDTH)], *(_context(d)[None] for d, _ in left)]),
        np.vstack([design, np.zeros((len(left), design.shape[1]))]),
        weights,
        ordered,
    )
    weights, ordered = weights[:count], ordered[:count]
    sent = np.array([float(not decision.action.hold) for decision, _ in kept])
    clicked = sent * np.array([float(outcome.clicked) for _, outcome in kept])
    unsubscribed = sent * np.array([float(outcome.unsubscribed) for _, outcome in kept])
    stakes = np.array([log1p(min(max(d.margin, 0), MOST_MARGIN)) for d, _ in kept])
    rooted = design * np.sqrt(weights)[:, None]
    return Evidence(
        levels=tuple(places),
        gram=rooted.T @ rooted,
        moments=design.T @ (weights * ordered),
        clicks=design.T @ (weights * clicked),
        leaves=design.T @ (weights * unsubscribed),
        weight=float(weights.sum()),
        orders=float(weights @ ordered),
        messages=float(weights @ sent),
        clicked=float(weights @ clicked),
        unsubscribed=float(weights @ unsubscribed),
        log_margins=float(weights @ stakes),
        decisions=count,
        at=at,
        waits={name: one for name, one in waits.items() if name in places},
    )


def look(looks: Iterable[Look], half_life: float = HALF_LIFE_DAYS) -> Evidence:
    """What messages show whose window is still open: clicks, and nothing of orders.

    For learning from clicks, together with closed decisions; never to be kept, since each of them
    will be one.
    """
    kept = [one for one in looks if _informs(one.decision) and not one.decision.action.hold]
    if not kept:
        return nothing()
    places = {
        name: i for i, name in enumerate(_levels([one.decision for one in kept])[:MOST_LEVELS])
    }
    at = max(one.at for one in kept)
    weights = np.array([_decay(at - one.at, half_life) for one in kept])
    clicked = np.array([float(one.clicked) for one in kept])
    design = _design([one.decision for one in kept], places)
    rooted = design * np.sqrt(weights)[:, None]
    none = np.zeros(design.shape[1])
    return Evidence(
        levels=tuple(places),
        gram=rooted.T @ rooted,
        moments=none,
        clicks=design.T @ (weights * clicked),
        leaves=none,
        weight=float(weights.sum()),
        messages=float(weights.sum()),
        clicked=float(weights @ clicked),
        at=at,
    )


def merge(one: Evidence, other: Evidence, half_life: float = HALF_LIFE_DAYS) -> Evidence:
    """Both together, each discounted to the later of their instants."""
    at = max(one.at, other.at)
    levels = tuple(sorted(list(dict.fromkeys(one.levels + other.levels))[:MOST_LEVELS]))
    first, second = (_aged(laid_out(part, levels), at, half_life) for part in (one, other))
    return Evidence(
        levels=levels,
        waits=together(first.waits, second.waits),
        gram=first.gram + second.gram,
        moments=first.moments + second.moments,
        clicks=first.clicks + second.clicks,
        leaves=first.leaves + second.leaves,
        weight=first.weight + second.weight,
        orders=first.orders + second.orders,
        messages=first.messages + second.messages,
        clicked=first.clicked + second.clicked,
        unsubscribed=first.unsubscribed + second.unsubscribed,
        log_margins=first.log_margins + second.log_margins,
        decisions=first.decisions + second.decisions,
        skipped=first.skipped + second.skipped,
        at=at,
    )


def used_width(evidence: Evidence) -> int:
    """Up to which feature anything was ever known of anybody; at least `FIRST_FEATURES`."""
    seen = np.flatnonzero(np.diag(evidence.gram)[block(0, WIDTH)])
    return max(int(seen[-1]) + 1 if len(seen) else 0, FIRST_FEATURES)


def narrowed(evidence: Evidence, width: int) -> Evidence:
    """The same sums for the first `width` features alone. What it returns is for learning from: it
    neither merges with others nor can it be stored."""
    kept = np.concatenate([np.arange(width) + i * WIDTH for i in range(2 + len(evidence.levels))])
    return msgspec.structs.replace(
        evidence,
        waits={name: one.narrowed(width, kept) for name, one in evidence.waits.items()},
        gram=evidence.gram[np.ix_(kept, kept)],
        moments=evidence.moments[kept],
        clicks=evidence.clicks[kept],
        leaves=evidence.leaves[kept],
    )


def _levels(decisions: Iterable[Decision]) -> list[str]:
    """All levels that were sent, sorted, so that the order of the rows does not matter."""
    return sorted({name for decision in decisions for name in _sent(decision)})


def _sent(decision: Decision) -> list[str]:
    if decision.action.hold:
        return []
    chosen = ((factor, decision.action.level(factor)) for factor in FACTORS)
    return [f"{factor}:{level}" for factor, level in chosen if level]


def _moment(decision: Decision) -> str:
    """The level of the moment that a decision was made at; empty where it does not say."""
    moment = decision.action.time or decision.moment
    return f"time:{moment}" if moment else ""


def _taken(decision: Decision) -> Taken:
    return Taken(
        _moment(decision),
        by_chance=decision.reason == BY_POLICY,
        held=decision.action.hold,
        left=decision.stage == TIME_STAGE and not decision.action.hold,
    )


def _context(decision: Decision) -> Floats:
    """What the model looks at of the person, shape (WIDTH,)."""
    return np.array(bounded(context_for(decision, NEWEST)))


def _design(decisions: Sequence[Decision], places: dict[str, int]) -> Floats:
    """One row for each decision: its context, repeated in each block that took part."""
    design = np.zeros((len(decisions), WIDTH * (2 + len(places))))
    for row, decision in zip(design, decisions, strict=True):
        x = _context(decision)
        row[block(0, WIDTH)] = x
        if not decision.action.hold:
            row[block(1, WIDTH)] = x
            for name in _sent(decision):
                if name in places:
                    row[block(2 + places[name], WIDTH)] = x
    return design


def _decay(age: int, half_life: float) -> float:
    """The weight of what is `age` milliseconds old."""
    return float(0.5 ** (age / (half_life * DAY)))


def _aged(evidence: Evidence, at: Instant, half_life: float) -> Evidence:
    if evidence.at == at or not (evidence.weight or evidence.waits):
        return evidence
    keep = _decay(at - evidence.at, half_life)
    return msgspec.structs.replace(
        evidence,
        waits={name: one.times(keep) for name, one in evidence.waits.items()},
        gram=evidence.gram * keep,
        moments=evidence.moments * keep,
        clicks=evidence.clicks * keep,
        leaves=evidence.leaves * keep,
        weight=evidence.weight * keep,
        orders=evidence.orders * keep,
        messages=evidence.messages * keep,
        clicked=evidence.clicked * keep,
        unsubscribed=evidence.unsubscribed * keep,
        log_margins=evidence.log_margins * keep,
    )


def laid_out(evidence: Evidence, levels: tuple[str, ...]) -> Evidence:
    """The same sums laid out for `levels`; those not among them are no longer learnt."""
    if evidence.levels == levels:
        return evidence
    known = {name: place for place, name in enumerate(levels)}
    blocks = [0, 1] + [2 + known[name] for name in evidence.levels if name in known]
    kept = [0, 1] + [2 + i for i, name in enumerate(evidence.levels) if name in known]
    new = np.concatenate([np.arange(WIDTH) + place * WIDTH for place in blocks])
    old = np.concatenate([np.arange(WIDTH) + place * WIDTH for place in kept])
    wide = nothing(levels)
    wide.gram[np.ix_(new, new)] = evidence.gram[np.ix_(old, old)]
    for name in _TARGETS:
        getattr(wide, name)[new] = getattr(evidence, name)[old]
    waits = {}
    for name, one in evidence.waits.items():
        if name in known:
            mix = np.zeros((WIDTH, len(wide.moments)))
            mix[:, new] = one.mix[:, old]
            waits[name] = msgspec.structs.replace(one, mix=mix)
    return msgspec.structs.replace(
        evidence,
        levels=levels,
        waits=waits,
        gram=wide.gram,
        moments=wide.moments,
        clicks=wide.clicks,
        leaves=wide.leaves,
    )
