"""Decisions on record as numbers, and what each method says a policy would have earned by them."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

import numpy as np
from msgspec import Struct

from rapport.app.evidence.recorded import Chance, Recorded
from rapport.core.creative.framework import FACTORS
from rapport.core.deciding.leaving import unsubscribe_cost
from rapport.core.effects import OutcomeClosed
from rapport.core.person.signals import context_for
from rapport.core.policy.drawing import uniform
from rapport.core.policy.policy import FEATURES, bounded
from rapport.science.arrays import Bools, Floats, Ints
from rapport.science.evidence import NEWEST
from rapport.science.off_policy import (
    Estimate,
    coarsest,
    direct,
    doubly_robust,
    dros,
    estimate,
    importance_weights,
    ipw,
    snips,
    switch,
    tuned,
)
from rapport.science.reward_model import cross_fitted
from rapport.science.unavailable import Unavailable
from rapport.science.usual import held_to, most_of_one

MARGIN, ORDERED = "margin", "ordered"
REWARDS = (MARGIN, ORDERED)

FOLDS = 5
PARTS = ("whether to write at all", "the offer", "the tone", "the angle", "the whole message")
"""What of a message MIPS looks at: everything up to this draw."""


class Judged(Struct, frozen=True):
    """One decision: what came of it, how likely it was, and how likely the policy makes it.

    `levels` is how likely the policy sends a message with each factor's level; see `ContentOdds`.
    """

    record: Recorded
    outcome: OutcomeClosed
    logged: Chance
    target: Chance
    levels: dict[tuple[str, str], float]


class Rewards(Struct, frozen=True, eq=False):
    """What decisions earned, shape (n,): minor units less their cost, or 1 for an order.

    What came of one of them counts for no more than `most`, up or down (see `science/usual.py`), so
    that one poisoned order can neither decide nor drown what the others say. `held` were held to
    it, and `as_it_was` is what a decision earned on average without.
    """

    r: Floats
    most: float
    held: int
    as_it_was: float


class Sample(Struct, frozen=True, eq=False):
    """The log as numbers: all of shape (n,), but `parts`, which holds five such."""

    rewards: Rewards
    w: Floats
    time: Floats
    q: Floats
    v: Floats
    parts: tuple[Floats, ...]
    people: Ints
    ordered: Bools
    """Which of them led to an order."""

    @property
    def orders(self) -> Floats:
        """The weight of each decision that led to an order."""
        return self.w[self.ordered]

    @property
    def r(self) -> Floats:
        return self.rewards.r


def rewards_of(rows: Sequence[tuple[Recorded, OutcomeClosed]], reward: str) -> Rewards:
    """What each of these decisions earned. `rows` holds at least one."""
    if reward == ORDERED:
        r = np.array([float(outcome.orders > 0) for _, outcome in rows])
        return Rewards(r, float("inf"), 0, float(r.mean()))
    margins = np.array([float(outcome.margin) for _, outcome in rows])
    costs = np.array([_cost(record, outcome) for record, outcome in rows])
    most = most_of_one(margins)
    counted = held_to(most, margins)
    held = int((counted != margins).sum())
    return Rewards(counted - costs, most, held, float((margins - costs).mean()))


def _cost(record: Recorded, outcome: OutcomeClosed) -> float:
    """Of the message, and of a reader who left. Whatever policy is judged, that costs the same."""
    brand = record.release.brand
    sent = brand.message_cost if outcome.delivered else 0.0
    if not outcome.unsubscribed:
        return sent
    known = {one.name: one.value for one in record.content.signals}
    return sent + unsubscribe_cost(brand, known, NEWEST)


def measured(rows: Sequence[Judged], reward: str) -> Sample | Unavailable:
    """The log as numbers, or why a weight cannot be computed. `rows` holds at least one."""
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
    rewards = rewards_of([(row.record, row.outcome) for row in rows], reward)
    model = cross_fitted(taken, expected, rewards.r, folds)
    # The context is as of the message's moment, so it depends on the moment that was chosen: that
    # choice is weighed, and the model only says what follows it.
    v = model.usual + time * (model.expected - model.usual)
    ordered = np.array([row.outcome.orders > 0 for row in rows])
    return Sample(rewards, w, time, model.taken, v, (w, *parts[1:]), people_of(rows), ordered)


def people_of(rows: Sequence[Judged]) -> Ints:
    """Whom each decision is about, as numbers from 0 on, shape (n,)."""
    names = [row.record.content.profile for row in rows]
    return np.unique(names, return_inverse=True)[1]


def _ratios(row: Judged) -> tuple[float, ...]:
    """Target over logged for each of the five draws; 1 where there was nothing to draw."""
    pairs = zip(row.target.steps, row.logged.steps, strict=True)
    found = tuple([target / logged for target, logged in pairs])
    return found + (1.0,) * (5 - len(found))


def _designs(rows: Sequence[Judged]) -> tuple[Floats, Floats]:
    """What was done, and what the policy does on average: each of shape (n, d).

    Blocks of context and margin at stake: for all, for those written to, and for each level a
    column of its own and one times the margin.
    """
    levels = sorted({key for row in rows for key in (*row.levels, *_sent(row))})
    places = {key: place for place, key in enumerate(levels)}
    stakes = np.array([float(row.record.content.margin) for row in rows])
    stakes = held_to(most_of_one(stakes), stakes)
    typical = max(float(stakes.mean()), 1.0)
    base = len(FEATURES) + 1
    width = base + 2 * len(levels) + len(FEATURES)
    taken, expected = (np.zeros((len(rows), width)) for _ in range(2))
    for here, row in enumerate(rows):
        content = row.record.content
        margin = stakes[here] / typical
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


def estimates_of(sample: Sample) -> tuple[dict[str, Estimate | Unavailable], int]:
    """Each method's estimate, and the place in `parts` of what MIPS looks at."""
    r, w, q, v, about = sample.r, sample.w, sample.q, sample.v, (sample.people, sample.orders)
    full = doubly_robust(w, r, q, v)
    place, marginal = coarsest(sample.parts, r)
    biased = {
        "DM": direct(v),
        "SWITCH": tuned(lambda tau: switch(w, r, q, v, tau), full)[1],
        "DRos": tuned(lambda lam: dros(w, r, q, v, lam), full)[1],
        "DR": full,
    }
    found = {name: estimate(values, w, full, *about) for name, values in biased.items()}
    found["SNIPS"] = estimate(snips(w, r), w, None, *about)
    found["IPW"] = estimate(ipw(w, r), w, None, *about)
    found["MIPS"] = estimate(marginal, sample.parts[place], snips(w, r), *about)
    return found, place
