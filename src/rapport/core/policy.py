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

Levels are drawn one factor after the other, each with an exact probability (`rapport.core.odds`)
and a floor for every eligible level. A policy of form 1 weighs estimates; one of form 2 also knows
how sure it is of each coefficient, and whether messages change anything at all (`doubt`). Form 3
has more signals on record, and form 4 looks at more `FEATURES`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from math import isfinite, sqrt
from operator import itemgetter, mul
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from rapport.core.odds import (
    SURE_FLOOR,
    Vector,
    above_zero,
    chances_of_being_best,
    floored,
    inverse_gap_weights,
)
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
    "likely_to_order",
    "rhythm_known",
    "still_customer",
    "due_again",
)
"""The context, each between 0 and 1; `rapport.core.signals.context` computes it in this order. What
is not known of a person counts as 0."""

FEATURES_FROM = 4
"""The form of policy that came with the features after the first `FIRST_FEATURES`."""

FIRST_FEATURES = 8


HELD_BACK_FROM = 0.9
"""From this doubt on messages are held back for it. Early on, effects that are there and small
look much like none, and holding would never find them."""


class Policy(Struct, frozen=True, gc=False):
    """One snapshot. `effects` has a vector as long as `FEATURES` for each `factor:level`.

    `closed_offers` are out of budget; `offer_prices` say of an offer whose budget runs out ahead of
    time how many times its own cost is added to it. Of form 1, `exploration` is gamma of
    inverse-gap weighting, per minor unit of value: the larger, the more often the best level is
    taken. From form 2 on, `errors` holds for `send` and each `factor:level` the covariance of its
    vector, packed in the order of `products`, what lies off the diagonal doubled, so that the
    variance of vector . x is packed . (x_i x_j). Vectors of forms before 4 are as long as
    `FIRST_FEATURES`; later ones leave out features at the end of which nothing was ever known.
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
    form: int = 1
    errors: dict[str, Vector] = field(default_factory=dict)
    unknown: Vector = ()
    """What `errors` would hold for a level that nobody has tried yet."""
    boldness: float = 0.5
    """How much of an error counts when choosing: 1 tries the most, 0 only ever takes the best."""
    doubt: float = 0.0
    """The probability that messages change nothing, whatever they say."""
    wear: float = 0.0
    """What one message takes from those that follow it, minor units."""
    unsubscribe: Vector = ()
    """Chance of unsubscribing after a message, linear in the context; empty: `unsubscribe_rate`."""
    offer_prices: dict[str, float] = field(default_factory=dict)
    kinds: dict[str, Policy] = field(default_factory=dict)
    """What was learnt of messages that are not about a checkout, by `Decision.about`: how people
    order after a look is no guide to how they do at the till."""

    def on(self, about: str) -> Policy:
        """The policy for messages about this; where none was learnt yet, that for checkouts.

        Budgets and numbers are those of the whole.
        """
        kind = self.kinds.get(about) if self.kinds else None
        if kind is None:
            return self
        return replace(
            kind,
            number=self.number,
            since=self.since,
            closed_offers=self.closed_offers,
            offer_prices=self.offer_prices,
        )


class Stake(Struct, frozen=True, gc=False):
    """What is at stake in one decision, minor units: the cart's margin and each offer's cost."""

    margin: float
    offer_costs: Mapping[str, float]
    message_cost: float
    unsubscribe_cost: float

    def margin_with(self, offer: str) -> float:
        """The margin of an order that uses `offer`, minor units."""
        return self.margin - self.offer_costs.get(offer, 0.0)


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


def dot(weights: Vector, x: Vector) -> float:
    """Sum of products over the shorter of the two, so that an older snapshot still fits."""
    total: float = sum(map(mul, weights, x))
    return total


def clip_probability(p: float) -> float:
    """Into [0, 1]: a linear model may overshoot."""
    return 0.0 if p < 0.0 else min(p, 1.0)


def bounded(x: Sequence[float], width: int = len(FEATURES)) -> Vector:
    """A context as the model takes it: `width` numbers from 0 to 1.

    What is not a number or is missing counts as 0, which is what 'nothing known' means for each
    feature; the first is always 1. Learning and drawing both go through here, so they agree.
    """
    if len(x) > width:
        x = x[:width]
    fits = len(x) == width and x[0] == 1.0 and min(x) >= 0.0 and max(x) <= 1.0
    if fits and isfinite(sum(x)):  # what is not a number may hide from min and max
        return tuple(x)
    # max(0.0, v), in this order, is 0.0 for a v that is not a number.
    known = tuple([min(max(0.0, v), 1.0) for v in x[1:width]])
    return (1.0, *known, *(0.0,) * (width - 1 - len(known)))


Eligible = Callable[[Mapping[str, str], str], tuple[str, ...]]
"""Given the levels chosen so far and a factor, the levels of it that may still be chosen.

It looks ahead: a level is only eligible if every factor after it keeps at least one.
"""


class Scores(Struct, frozen=True, gc=False):
    """The policy's numbers for one context: order chances by part, before any draw.

    `variances` and `send_variance` say how sure they are; empty and 0 for a policy of form 1.
    `unsubscribe` is the chance that a message is one too many.
    """

    hold: float
    send: float
    effects: Mapping[str, Mapping[str, float]]
    unsubscribe: float
    send_variance: float = 0.0
    variances: Mapping[str, Mapping[str, float]] = {}

    def effect(self, factor: str, level: str) -> float:
        """What a level adds to the chance of an order; 0 where nothing was asked about it."""
        return self.effects.get(factor, {}).get(level, 0.0)

    def variance(self, factor: str, level: str) -> float:
        """How sure `effect` is: its variance."""
        return self.variances.get(factor, {}).get(level, 0.0)


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


def width_of(form: int) -> int:
    """How many of `FEATURES` a policy of this form looks at."""
    return FIRST_FEATURES if form < FEATURES_FROM else len(FEATURES)


def score(policy: Policy, x: Vector, levels: Mapping[str, Sequence[str]]) -> Scores:
    """Chances of an order in context `x`: without a message, what one adds, what each level adds.

    `levels` maps each factor to the keys that may come into question.
    """
    x = bounded(x, _reach(policy))
    leaves = policy.unsubscribe_rate
    if policy.unsubscribe:
        leaves = clip_probability(dot(policy.unsubscribe, x))
    hold, send = clip_probability(dot(policy.baseline, x)), dot(policy.send, x)
    vectors, errors = policy.effects, policy.errors
    if not errors:
        plain = {
            factor: {key: dot(vectors.get(f"{factor}:{key}", ()), x) for key in keys}
            for factor, keys in levels.items()
        }
        return Scores(hold, send, plain, leaves)
    effects: dict[str, dict[str, float]] = {}
    variances: dict[str, dict[str, float]] = {}
    squares, unknown = products(x, policy.form), policy.unknown
    for factor, keys in levels.items():
        effects[factor], variances[factor] = added, unsure = {}, {}
        for key in keys:
            name = f"{factor}:{key}"
            added[key] = sum(map(mul, vectors.get(name, ()), x))
            variance = sum(map(mul, errors.get(name, unknown), squares))
            unsure[key] = variance if variance > 0.0 else 0.0
    send_variance = max(dot(errors.get("send", unknown), squares), 0.0)
    return Scores(hold, send, effects, leaves, send_variance, variances)


def _reach(policy: Policy) -> int:
    """How many features the vectors of this very snapshot look at; all are as long as `send`."""
    if policy.form < FEATURES_FROM:
        return FIRST_FEATURES
    return max(len(policy.send), FIRST_FEATURES)


def products(x: Vector, form: int) -> Vector:
    """Every x_i x_j with i <= j, in the order in which `Policy.errors` is packed.

    Before form 4 by i, and within it by j; `x` is then as long as `FIRST_FEATURES`. From form 4 on
    by j, and within it by i: a further feature goes to the end, and one that is 0 for all changes
    nothing before it. `x` has at least two numbers.
    """
    one, other = _pairs(len(x), by_rows=form < FEATURES_FROM)
    return tuple(map(mul, one(x), other(x)))


def place_of_variance(place: int, form: int) -> int:
    """Where a coefficient's own variance stands in a packed covariance."""
    if form < FEATURES_FROM:
        return place * FIRST_FEATURES - place * (place - 1) // 2
    return place * (place + 3) // 2


_Picked: TypeAlias = Callable[[Vector], Vector]


@lru_cache
def _pairs(width: int, *, by_rows: bool) -> tuple[_Picked, _Picked]:
    """What picks the two numbers of each product from a context of this width."""
    places = range(width)
    if by_rows:
        pairs = [(i, j) for i in places for j in places if i <= j]
    else:
        pairs = [(j, i) for j in places for i in places if i <= j]
    one, other = zip(*pairs, strict=True)
    return itemgetter(*one), itemgetter(*other)


def odds(policy: Policy, worth: Worth) -> Vector:
    """The probability of each level of a factor, in the policy's way."""
    if policy.form == 1:
        return inverse_gap_weights(worth.values, policy.exploration)
    boldness = policy.boldness
    return chances_of_being_best(worth.values, [boldness * error for error in worth.errors])


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


WORDING = ("tone", "angle", "visual")
"""The factors that cost nothing: drawn after the offer, in this order."""


def offer_worth(
    situation: Situation, time: str, offers: tuple[str, ...], eligible: Eligible
) -> Worth:
    """What a message with each offer is worth, minor units, its wording at its best."""
    policy, scores, stake = situation.policy, situation.scores, situation.stake
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
