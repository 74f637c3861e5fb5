"""From a policy to a choice: what each level is worth, how likely it is taken, and the draw.

Levels are drawn one factor after the other, each with an exact probability
(`rapport.core.policy.odds`) and a floor for every eligible level. A policy of form 1 weighs
estimates; one of form 2 also knows how sure it is of each coefficient, and whether messages change
anything at all (`doubt`).

A draw is a hash of what it is for, so that the same decision is always made again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from math import sqrt

from msgspec import Struct

from rapport.core.creative.framework import WORDING
from rapport.core.policy.odds import (
    SURE_FLOOR,
    Vector,
    above_zero,
    chances_by_nodes,
    chances_of_being_best,
    floored,
    inverse_gap_weights,
)
from rapport.core.policy.policy import UNEVEN_FROM, Policy, Scores, Stake, clip_probability

HELD_BACK_FROM = 0.9
"""From this doubt on messages are held back for it. Early on, effects that are there and small
look much like none, and holding would never find them."""


class Worth(Struct, frozen=True, gc=False):
    """What each level of a factor is worth, minor units, and by how much that may be wrong.

    `values` and `errors` have one number a level; `errors` are standard deviations, and empty for a
    policy that does not know them.
    """

    values: Vector
    errors: Vector = ()


class Drawn(Struct, frozen=True, omit_defaults=True, gc=False):
    """One draw: what could be chosen, how likely each was, what each was worth, what was chosen."""

    factor: str
    levels: tuple[str, ...]
    probabilities: Vector
    values: Vector
    """Estimated value of each level, minor units, the other factors at their best."""
    chosen: str
    errors: Vector = ()
    """By how much each value may be wrong, one standard deviation; empty where not known."""

    @property
    def probability(self) -> float:
        """The exact probability with which the chosen level was drawn."""
        return self.probabilities[self.levels.index(self.chosen)]


def uniform(*parts: str | int) -> float:
    """A number in [0, 1) that is a hash of what it is for; 53 bits of BLAKE2b."""
    digest = blake2b("\x1f".join(map(str, parts)).encode(), digest_size=8).digest()
    return (int.from_bytes(digest, "big") >> 11) * 2.0**-53


def pick(levels: Sequence[str], probabilities: Sequence[float], u: float) -> str:
    """The level in whose share of [0, 1) `u` falls."""
    total = 0.0
    for level, probability in zip(levels, probabilities, strict=True):
        total += probability
        if u < total:
            return level
    return levels[-1]


Eligible = Callable[[Mapping[str, str], str], tuple[str, ...]]
"""Given the levels chosen so far and a factor, the levels of it that may still be chosen.

It looks ahead: a level is only eligible if every factor after it keeps at least one.
"""


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


def odds(policy: Policy, worth: Worth) -> Vector:
    """The probability of each level of a factor, in the policy's way."""
    if policy.form == 1:
        return inverse_gap_weights(worth.values, policy.exploration)
    boldness = policy.boldness
    errors = [boldness * error for error in worth.errors]
    if policy.form < UNEVEN_FROM:
        return chances_by_nodes(worth.values, errors)
    return chances_of_being_best(worth.values, errors)


def send_odds(situation: Situation, worth: Worth) -> Vector:
    """The probabilities of holding and of sending, where `worth` is that of a message's offers.

    Of form 2, a message goes out as often as it may be worth more than nothing; and if messages
    change nothing, they only cost.
    """
    policy = situation.policy
    if policy.form == 1:
        return inverse_gap_weights((0.0, max(worth.values)), policy.exploration)
    best = max(worth.values)
    error = worth.errors[worth.values.index(best)]
    spread = sqrt(error * error + situation.stake.margin**2 * situation.scores.send_variance)
    sure = above_zero(best, policy.boldness * spread)
    useless = max(policy.doubt - HELD_BACK_FROM, 0.0) / (1.0 - HELD_BACK_FROM)
    return floored(useless + (1.0 - useless) * (1.0 - sure), SURE_FLOOR)


def draw_time(situation: Situation, levels: tuple[str, ...]) -> Drawn:
    """Chooses the moment, by what it adds to the chance of an order times the margin at stake.

    `levels` holds at least one key.
    """
    worth = level_worth(situation, "time", levels, situation.stake.margin)
    return _draw(situation, "time", levels, worth, odds(situation.policy, worth))


def draw_content(situation: Situation, time: str, eligible: Eligible) -> tuple[Drawn, ...]:
    """Chooses to send or to hold, and if to send, the offer, the tone, the angle and the visual.

    `time` is the moment's key that was chosen before. Returns the draws in their order; the first
    has the levels `hold` and `send`. The product of their probabilities is the exact propensity of
    the whole action, given its time. Without an eligible offer (`none` is one) it always holds.
    """
    offers = eligible({}, "offer")
    if not offers:
        return (Drawn("send", ("hold",), (1.0,), (0.0,), "hold"),)
    worth = offer_worth(situation, time, offers, eligible)
    either = Worth((0.0, max(worth.values)))
    gate = _draw(situation, "send", ("hold", "send"), either, send_odds(situation, worth))
    if gate.chosen == "hold":
        return (gate,)
    policy = situation.policy
    offer = _draw(situation, "offer", offers, worth, odds(policy, worth))
    draws = [gate, offer]
    chosen = {"offer": offer.chosen}
    margin = situation.stake.margin_with(offer.chosen)
    for factor in WORDING:
        if levels := eligible(chosen, factor):
            worth = level_worth(situation, factor, levels, margin)
            draws.append(_draw(situation, factor, levels, worth, odds(policy, worth)))
            chosen[factor] = draws[-1].chosen
    return tuple(draws)


def offer_worth(
    situation: Situation, time: str, offers: tuple[str, ...], eligible: Eligible
) -> Worth:
    """What a message with each offer is worth, minor units, its wording at its best."""
    policy, scores, stake = situation.policy, situation.scores, situation.stake
    # Here and in `level_worth` tables are looked into, not asked by `Scores.effect`: each decision
    # comes through here for every level, and a call costs half as much again.
    wording = 0.0
    for factor in WORDING:
        if keys := eligible({}, factor):
            added = scores.effects.get(factor, _NO_EFFECTS)
            wording += max([added.get(key, 0.0) for key in keys])
    message = scores.hold + scores.send + scores.effect("time", time) + wording
    given_up = (
        stake.margin * scores.hold
        + stake.message_cost
        + scores.unsubscribe * stake.unsubscribe_cost
        + policy.pressure_price * situation.pressure
        + policy.wear
    )
    added = scores.effects.get("offer", _NO_EFFECTS)
    margins = [stake.margin_with(key) for key in offers]
    values = [
        margin * clip_probability(message + added.get(key, 0.0)) - given_up
        for margin, key in zip(margins, offers, strict=True)
    ]
    if not policy.errors:
        return Worth(tuple(values), (0.0,) * len(offers))
    unsure = scores.variances.get("offer", _NO_EFFECTS)
    errors = [
        abs(margin) * sqrt(unsure.get(key, 0.0))
        for margin, key in zip(margins, offers, strict=True)
    ]
    return Worth(tuple(values), tuple(errors))


_NO_EFFECTS: Mapping[str, float] = {}


def level_worth(situation: Situation, factor: str, levels: tuple[str, ...], margin: float) -> Worth:
    """What each level of the time or of the wording adds, minor units, where `margin` is left."""
    worth, scores = max(margin, 0.0), situation.scores
    added = scores.effects.get(factor, _NO_EFFECTS)
    values = tuple([worth * added.get(key, 0.0) for key in levels])
    if not situation.policy.errors:
        return Worth(values, (0.0,) * len(levels))
    unsure = scores.variances.get(factor, _NO_EFFECTS)
    return Worth(values, tuple([worth * sqrt(unsure.get(key, 0.0)) for key in levels]))


def _draw(
    situation: Situation,
    factor: str,
    levels: tuple[str, ...],
    worth: Worth,
    probabilities: Vector,
) -> Drawn:
    chosen = pick(levels, probabilities, situation.seed(factor)) if len(levels) > 1 else levels[0]
    errors = worth.errors if situation.policy.errors else ()
    return Drawn(factor, levels, probabilities, worth.values, chosen, errors)
