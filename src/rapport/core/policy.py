"""The factored policy: a numbered, immutable snapshot of what was learnt, and the draw from it.

The chance of an order after a message is modelled as additive: what would happen anyway, what any
message adds, and what each level adds, all linear in the context x (see `FEATURES`):

    p(order | x, hold)    = baseline . x
    p(order | x, message) = baseline . x + send . x + sum over factors of effect[level] . x

The value of an action follows from the cart's own margin M and the offer's cost c, so that nothing
noisy has to be learnt about money:

    value(message) = (M - c) p(order | message) - M p(order | hold)
                     - message cost - p(unsubscribe) x lifetime value - pressure
    value(hold)    = 0

Levels are drawn one factor after the other by inverse-gap weighting (Foster and Rakhlin 2020,
'SquareCB'), whose probabilities are exact and in closed form, mixed with a floor for each level.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from math import isfinite
from operator import mul

from msgspec import Struct, field

from rapport.core.time import Instant

FEATURES = (
    "always",
    "repeat_customer",
    "recent_order",
    "price_sensitive",
    "cart_value",
    "engaged_session",
    "pressure",
    "answers_messages",
)
"""The context, each between 0 and 1; `rapport.core.signals.context` computes it in this order."""

Vector = tuple[float, ...]

FLOOR = 0.02
"""Least probability of each eligible level, so that every weight in an evaluation is bounded."""


class Policy(Struct, frozen=True, gc=False):
    """One snapshot. `effects` has a vector as long as `FEATURES` for each `factor:level`.

    `exploration` is gamma of inverse-gap weighting, per minor unit of value: the larger, the more
    often the best level is taken. `closed_offers` are out of budget.
    """

    number: int = 0
    since: Instant = 0
    baseline: Vector = (0.05,) + (0.0,) * 7
    send: Vector = (0.02,) + (0.0,) * 7
    effects: dict[str, Vector] = field(default_factory=dict)
    unsubscribe_rate: float = 0.002
    pressure_price: float = 0.0
    """What one more message costs in later attention, minor units, at full pressure."""
    exploration: float = 0.02
    closed_offers: tuple[str, ...] = ()
    decisions: int = 0
    """Closed decisions that this snapshot has learnt from."""
    note: str = "starting point: nothing learnt yet"


class Stake(Struct, frozen=True, gc=False):
    """What is at stake in one decision, minor units: the cart's margin and each offer's cost."""

    margin: float
    offer_costs: Mapping[str, float]
    message_cost: float
    unsubscribe_cost: float

    def margin_with(self, offer: str) -> float:
        """The margin of an order that uses `offer`, minor units."""
        return self.margin - self.offer_costs.get(offer, 0.0)


class Drawn(Struct, frozen=True, gc=False):
    """One draw: what could be chosen, how likely each was, what each was worth, what was chosen."""

    factor: str
    levels: tuple[str, ...]
    probabilities: Vector
    values: Vector
    """Estimated value of each level, minor units, the other factors at their best."""
    chosen: str

    @property
    def probability(self) -> float:
        """The exact probability with which the chosen level was drawn."""
        return self.probabilities[self.levels.index(self.chosen)]


def uniform(*parts: str | int) -> float:
    """A number in [0, 1) that is a hash of what it is for; 53 bits of BLAKE2b."""
    digest = blake2b("\x1f".join(map(str, parts)).encode(), digest_size=8).digest()
    return (int.from_bytes(digest, "big") >> 11) * 2.0**-53


def inverse_gap_weights(values: Sequence[float], gamma: float, floor: float = FLOOR) -> Vector:
    """Probabilities that favour the best value: 1 / (K + gamma x gap), the rest to the best.

    Shape (K,) in, (K,) out, K > 0; sums to 1; each at least `floor` (less where K x floor > 1).
    Where a value or gamma is not a finite number nothing is known, and all are as likely.
    Source: Foster and Rakhlin 2020, 'Beyond UCB', algorithm 1.
    """
    count = len(values)
    if not (isfinite(gamma) and all(map(isfinite, values))):
        return (1.0 / count,) * count
    best = max(values)
    favourite = values.index(best)
    raw = [1.0 / (count + gamma * (best - value)) for value in values]
    raw[favourite] = 0.0
    raw[favourite] = 1.0 - sum(raw)
    floor = min(floor, 1.0 / count)
    keep = 1.0 - count * floor
    return tuple([floor + keep * p for p in raw])


def pick(levels: Sequence[str], probabilities: Sequence[float], u: float) -> str:
    """The level in whose share of [0, 1) `u` falls."""
    total = 0.0
    for level, probability in zip(levels, probabilities, strict=True):
        total += probability
        if u < total:
            return level
    return levels[-1]


def dot(weights: Vector, x: Vector) -> float:
    """Sum of products over the shorter of the two, so that an older snapshot still fits."""
    total: float = sum(map(mul, weights, x))
    return total


def clip_probability(p: float) -> float:
    """Into [0, 1]: a linear model may overshoot."""
    return 0.0 if p < 0.0 else min(p, 1.0)


def bounded(x: Sequence[float]) -> Vector:
    """A context as the model takes it: `len(FEATURES)` numbers from 0 to 1.

    What is not a number or is missing counts as 0, which is what 'nothing known' means for each
    feature; the first is always 1. Learning and drawing both go through here, so they agree.
    """
    # max(0.0, v), in this order, is 0.0 for a v that is not a number.
    known = tuple([min(max(0.0, v), 1.0) for v in x[1 : len(FEATURES)]])
    return (1.0, *known, *(0.0,) * (len(FEATURES) - 1 - len(known)))


Eligible = Callable[[Mapping[str, str], str], tuple[str, ...]]
"""Given the levels chosen so far and a factor, the levels of it that may still be chosen.

It looks ahead: a level is only eligible if every factor after it keeps at least one.
"""


class Scores(Struct, frozen=True, gc=False):
    """The policy's numbers for one context: order chances by part, before any draw."""

    hold: float
    send: float
    effects: Mapping[str, Mapping[str, float]]

    def effect(self, factor: str, level: str) -> float:
        """What a level adds to the chance of an order; 0 where nothing was asked about it."""
        return self.effects.get(factor, {}).get(level, 0.0)


class Situation(Struct, frozen=True, gc=False):
    """All that a draw depends on besides what is eligible.

    `pressure` is how much the person was written to lately, 0 to 1. `seed` gives a number in [0, 1)
    for the name of a draw (`send` or a factor), the same one whenever the decision is made again.
    """

    policy: Policy
    scores: Scores
    stake: Stake
    pressure: float
    seed: Callable[[str], float]


def score(policy: Policy, x: Vector, levels: Mapping[str, Sequence[str]]) -> Scores:
    """Chances of an order in context `x`: without a message, what one adds, what each level adds.

    `levels` maps each factor to the keys that may come into question.
    """
    x = bounded(x)
    effects = {
        factor: {
            key: dot(vector, x) if (vector := policy.effects.get(f"{factor}:{key}")) else 0.0
            for key in keys
        }
        for factor, keys in levels.items()
    }
    return Scores(clip_probability(dot(policy.baseline, x)), dot(policy.send, x), effects)


def draw_time(situation: Situation, levels: tuple[str, ...]) -> Drawn:
    """Chooses the moment, by what it adds to the chance of an order times the margin at stake.

    `levels` holds at least one key.
    """
    return _draw(situation, "time", levels, situation.stake.margin)


def draw_content(situation: Situation, time: str, eligible: Eligible) -> tuple[Drawn, ...]:
    """Chooses to send or to hold, and if to send, the offer, the tone, the angle and the visual.

    `time` is the moment's key that was chosen before. Returns the draws in their order; the first
    has the levels `hold` and `send`. The product of their probabilities is the exact propensity of
    the whole action, given its time. Without an eligible offer (`none` is one) it always holds.
    """
    offers = eligible({}, "offer")
    if not offers:
        return (Drawn("send", ("hold",), (1.0,), (0.0,), "hold"),)
    values = offer_values(situation, time, offers, eligible)
    gate = _choose(situation, "send", ("hold", "send"), (0.0, max(values)))
    if gate.chosen == "hold":
        return (gate,)
    offer = _choose(situation, "offer", offers, values)
    draws = [gate, offer]
    chosen = {"offer": offer.chosen}
    margin = situation.stake.margin_with(offer.chosen)
    for factor in WORDING:
        if levels := eligible(chosen, factor):
            draws.append(_draw(situation, factor, levels, margin))
            chosen[factor] = draws[-1].chosen
    return tuple(draws)


WORDING = ("tone", "angle", "visual")
"""The factors that cost nothing: drawn after the offer, in this order."""


def offer_values(
    situation: Situation, time: str, offers: tuple[str, ...], eligible: Eligible
) -> Vector:
    """What a message with each offer is worth, minor units, its wording at its best."""
    policy, scores, stake = situation.policy, situation.scores, situation.stake
    wording = sum(
        max([scores.effect(factor, key) for key in eligible({}, factor)], default=0.0)
        for factor in WORDING
    )
    message = scores.hold + scores.send + scores.effect("time", time) + wording
    given_up = (
        stake.margin * scores.hold
        + stake.message_cost
        + policy.unsubscribe_rate * stake.unsubscribe_cost
        + policy.pressure_price * situation.pressure
    )
    return tuple(
        [
            stake.margin_with(key) * clip_probability(message + scores.effect("offer", key))
            - given_up
            for key in offers
        ]
    )


def level_values(
    situation: Situation, factor: str, levels: tuple[str, ...], margin: float
) -> Vector:
    """What each level of the time or of the wording adds, minor units, where `margin` is left."""
    worth = max(margin, 0.0)
    return tuple([worth * situation.scores.effect(factor, key) for key in levels])


def _draw(situation: Situation, factor: str, levels: tuple[str, ...], margin: float) -> Drawn:
    """Draws a factor whose levels differ only in the chance of an order."""
    return _choose(situation, factor, levels, level_values(situation, factor, levels, margin))


def _choose(situation: Situation, factor: str, levels: tuple[str, ...], values: Vector) -> Drawn:
    weights = inverse_gap_weights(values, situation.policy.exploration)
    return Drawn(factor, levels, weights, values, pick(levels, weights, situation.seed(factor)))
