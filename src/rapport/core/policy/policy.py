"""The factored policy: a numbered, immutable snapshot of what was learnt.

The chance of an order after a message is modelled as additive: what would happen anyway, what any
message adds, and what each level adds, all linear in the context x (see `FEATURES`):

    p(order | x, hold)    = baseline . x
    p(order | x, message) = baseline . x + send . x + sum over factors of effect[level] . x

The value of an action follows from the cart's own margin M and the offer's cost c, so that nothing
noisy has to be learnt about money:

    value(message) = (M - c) p(order | message) - M p(order | hold)
                     - message cost - p(unsubscribe) x lifetime value - pressure
    value(hold)    = 0

Later forms know more: form 2 how sure it is of each coefficient, and whether messages change
anything at all (`doubt`); form 3 came with more signals on record, form 4 looks at more `FEATURES`,
form 5 tells rightly how sure a difference between two levels is (`ALONE_FROM`), form 6 how likely a
level is the best where others are known better or worse (`UNEVEN_FROM`), and form 7 looks at one
feature more (`PHONE_FROM`). How levels are drawn from these figures is in
`rapport.core.policy.drawing`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from math import isfinite
from operator import itemgetter, mul
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from rapport.core.policy.odds import Vector
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
    "on_phone",
)
"""The context, each between 0 and 1; `rapport.core.person.signals.context` computes it in this
order. What is not known of a person counts as in its `NOTHING_KNOWN`: as 0, and as a quarter for
the two shares that are shrunk, `price_sensitive` and `answers_messages`."""

PRESSURE = FEATURES.index("pressure")
"""The place of how much the person was written to lately."""

FIRST_FEATURES = 8

FEATURES_FROM = 4
"""The form of policy that came with predictions as features, after the first `FIRST_FEATURES`."""

PHONE_FROM = 7
"""The form of policy that came with the feature after the predictions: the device."""

_BEFORE_PHONE = FEATURES.index("on_phone")

ALONE_FROM = 5
"""The form of policy from which on a level's errors are those that it would have alone, so that the
error of a difference between two levels is that of two independent ones. Before, they were those
beside the average of their factor, which made differences look surer than they were."""

UNEVEN_FROM = 6
"""The form of policy from which on the chances of three levels and more are right however unevenly
they are known. Before, they were off by up to .17 where one was known far better than another."""


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
    looked: int = 0
    """Messages whose window was open, and whose clicks it has learnt from."""
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


def dot(weights: Vector, x: Vector) -> float:
    """Sum of products over the shorter of the two, so that an older snapshot still fits."""
    total: float = sum(map(mul, weights, x))
    return total


def clip_probability(p: float) -> float:
    """Into [0, 1]: a linear model may overshoot."""
    return 0.0 if p < 0.0 else min(p, 1.0)


def bounded(x: Sequence[float], width: int = len(FEATURES)) -> Vector:
    """A context as the model takes it: `width` numbers from 0 to 1.

    What is not a number or is missing counts as 0; the first is always 1. Learning and drawing both
    go through here, so they agree.
    """
    if len(x) > width:
        x = x[:width]
    fits = len(x) == width and x[0] == 1.0 and min(x) >= 0.0 and max(x) <= 1.0
    if fits and isfinite(sum(x)):  # what is not a number may hide from min and max
        return tuple(x)
    # max(0.0, v), in this order, is 0.0 for a v that is not a number.
    known = tuple([min(max(0.0, v), 1.0) for v in x[1:width]])
    return (1.0, *known, *(0.0,) * (width - 1 - len(known)))


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


def width_of(form: int) -> int:
    """How many of `FEATURES` a policy of this form looks at."""
    if form < FEATURES_FROM:
        return FIRST_FEATURES
    return len(FEATURES) if form >= PHONE_FROM else _BEFORE_PHONE


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


def alone_for_centred(levels: int) -> float:
    """How much larger a level's variance is alone than among `levels` brought to mean zero.

    K / (K - 1) for K levels that are known alike; 1 for a single one, of which nothing is left.
    """
    return levels / (levels - 1) if levels > 1 else 1.0


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
