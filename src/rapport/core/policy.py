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

    Shape (K,) in, (K,) out; sums to 1; each at least `floor` (less where K x floor > 1).
    Source: Foster and Rakhlin 2020, 'Beyond UCB', algorithm 1.
    """
    count = len(values)
    best = max(range(count), key=lambda i: (values[i], -i))
    raw = [1.0 / (count + gamma * (values[best] - value)) for value in values]
    raw[best] = 0.0
    raw[best] = 1.0 - sum(raw)
    floor = min(floor, 1.0 / count)
    keep = 1.0 - count * floor
    return tuple(floor + keep * p for p in raw)


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
    return sum(w * v for w, v in zip(weights, x, strict=False))


def clip_probability(p: float) -> float:
    """Into [0, 1]: a linear model may overshoot."""
    return 0.0 if p < 0.0 else min(p, 1.0)


Eligible = Callable[[Mapping[str, str], str], tuple[str, ...]]
"""Given the levels chosen so far and a factor, the levels of it that may still be chosen."""


class Scores(Struct, frozen=True, gc=False):
    """The policy's numbers for one context: order chances by part, before any draw."""

    hold: float
    send: float
    effects: Mapping[str, Mapping[str, float]]


def score(policy: Policy, x: Vector, levels: Mapping[str, Sequence[str]]) -> Scores:
    """Chances of an order in context `x`: without a message, what one adds, what each level adds."""
    effects = {
        factor: {
            key: dot(vector, x) if (vector := policy.effects.get(f"{factor}:{key}")) else 0.0
            for key in keys
        }
        for factor, keys in levels.items()
    }
    return Scores(clip_probability(dot(policy.baseline, x)), dot(policy.send, x), effects)


def draw_time(
    policy: Policy, scores: Scores, stake: Stake, levels: tuple[str, ...], seed: Callable[[str], float]
) -> Drawn:
    """Chooses the moment, by what it adds to the chance of an order times the margin at stake."""
    values = tuple(stake.margin * scores.effects["time"][key] for key in levels)
    probabilities = inverse_gap_weights(values, policy.exploration)
    return Drawn("time", levels, probabilities, values, pick(levels, probabilities, seed("time")))


def draw_content(
    policy: Policy,
    scores: Scores,
    stake: Stake,
    pressure: float,
    time: str,
    eligible: Eligible,
    seed: Callable[[str], float],
) -> tuple[Drawn, ...]:
    """Chooses to send or to hold, and if to send, the offer, the tone, the angle and the visual.

    Returns the draws in their order; the first has the levels `hold` and `send`. The product of
    their probabilities is the exact propensity of the whole action.
    """
    offers = eligible({}, "offer")
    best_rest = sum(
        max((scores.effects[factor].get(key, 0.0) for key in eligible({}, factor)), default=0.0)
        for factor in ("tone", "angle", "visual")
    )
    message = scores.hold + scores.send + scores.effects.get("time", {}).get(time, 0.0) + best_rest
    price = (
        stake.message_cost
        + policy.unsubscribe_rate * stake.unsubscribe_cost
        + policy.pressure_price * pressure
    )
    offer_values = tuple(
        (stake.margin - stake.offer_costs.get(key, 0.0))
        * clip_probability(message + scores.effects["offer"][key])
        - stake.margin * scores.hold
        - price
        for key in offers
    )
    gate = ("hold", "send")
    gate_values = (0.0, max(offer_values))
    gate_weights = inverse_gap_weights(gate_values, policy.exploration)
    choice = pick(gate, gate_weights, seed("send"))
    draws = [Drawn("send", gate, gate_weights, gate_values, choice)]
    if choice == "hold":
        return tuple(draws)
    weights = inverse_gap_weights(offer_values, policy.exploration)
    chosen = {"offer": pick(offers, weights, seed("offer"))}
    draws.append(Drawn("offer", offers, weights, offer_values, chosen["offer"]))
    margin = stake.margin - stake.offer_costs.get(chosen["offer"], 0.0)
    for factor in ("tone", "angle", "visual"):
        levels = eligible(chosen, factor)
        values = tuple(margin * scores.effects[factor][key] for key in levels)
        weights = inverse_gap_weights(values, policy.exploration)
        chosen[factor] = pick(levels, weights, seed(factor))
        draws.append(Drawn(factor, levels, weights, values, chosen[factor]))
    return tuple(draws)
