"""Off-policy evaluation: what would another policy have earned on the decisions that were logged?

Each estimator here turns a log into one value for each decision, shape (n,), whose mean is the
estimate; `estimate` puts an interval round that mean, and refuses where the log cannot carry it.
Notation, all of shape (n,), one entry for each logged decision:

    r   reward, in any unit (minor units of money, or 0 and 1)
    w   weight: p(logged action | x, target policy) / p(logged action | x, logging policy), >= 0
    q   what a model predicts for the logged action, in r's unit
    v   what that model predicts under the target policy: sum over a of p(a | x, target) q(x, a)

q must come from a model that was not fitted on the decision it is used for (cross-fitting).
Sources: Dudik et al. 2011 (direct, doubly robust), Swaminathan and Joachims 2015 (self-normalised),
Wang et al. 1612.01205 (SWITCH), Su et al. 1907.09623 (shrinkage, DRos), Saito and Joachims
2202.06317 (MIPS), Hall 1992 'On the removal of skewness by transformation' (the interval).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, isfinite, sqrt

import numpy as np
from msgspec import Struct

from rapport.science.arrays import Floats, Ints
from rapport.science.unavailable import Unavailable

LEAST_EFFECTIVE = 500.0
"""Effective decisions below which nothing is said: a few weights would make up the answer."""

LEAST_PEOPLE = 100.0
"""Effective people below which nothing is said, however many decisions are about them.

A person's decisions hang together, so intervals count people. In simulation they held 33 times in
100 with two people, 85 with ten, and as often as they say from 25 on; 100 leaves room for tastes
that differ more than there.
"""

LEAST_ORDERS = 20.0
"""Effective decisions that led to an order below which nothing is said of what decisions earn.

What a policy earns is made by its orders. Without any, decisions differ by what a message costs
and no more, and an interval of that looks sure. With very few it holds less often than it says: in
simulation 62 times in 100 where one order was to be expected, 83 with two, 97 with five; 20 leave
room for weights, and for amounts that vary more than there.
"""

DEVIATIONS = 2.2414
"""Half-width in standard deviations: the normal's 98.75 % point.

Nominally 97.5 %. Rewards are rare and weights skewed, so that intervals hold less often than they
say: in simulation the percentile bootstrap's 95 % held 84 to 90 times in 100, this at least 95.
"""

GRID = tuple(10.0**power for power in (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0))
"""Values tried for tau and lambda."""


class Support(Struct, frozen=True):
    """How much of a log speaks about the target policy.

    `effective` is (sum w)^2 / sum w^2, from 0 to `decisions`; `largest` the largest weight;
    `people` is the same of people, each with the sum of their weights. `more` is how many more
    decisions of the same kind, about people of the same kind, would make it enough: 0 where it is
    enough, None where no number would. `orders` is the same as `effective` of those decisions alone
    that led to an order, None where that was not asked; while it is 0, nobody knows how many more
    bring one, and `more` leaves it aside.
    """

    decisions: int
    effective: float
    largest: float
    more: int | None
    people: float = 0.0
    orders: float | None = None


class Estimate(Struct, frozen=True, tag="estimate", tag_field="kind"):
    """Value per decision in the reward's unit, its interval, and what it rests on."""

    value: float
    low: float
    high: float
    support: Support


# --- Weights -----------------------------------------------------------------------------------


def importance_weights(target: Floats, logged: Floats) -> Floats | Unavailable:
    """w = target / logged, shape (n,), from two probabilities in [0, 1]; `logged` must be above 0.

    Unavailable where a probability is missing, NaN, infinite, or outside its range.
    """
    if target.shape != logged.shape or target.ndim != 1:
        return Unavailable(f"{target.shape} probabilities do not pair with {logged.shape}")
    if not len(logged):
        return Unavailable("there is no decision to look at")
    bad = ~(np.isfinite(logged) & (logged > 0.0) & (logged <= 1.0 + 1e-9))
    if bad.any():
        return Unavailable(
            f"{int(bad.sum()):,} of {len(logged):,} decisions were recorded with a probability "
            f"that is none (the first is {float(logged[bad][0])!r})"
        )
    bad = ~(np.isfinite(target) & (target >= 0.0) & (target <= 1.0 + 1e-9))
    if bad.any():
        return Unavailable(
            f"the policy gives {int(bad.sum()):,} of {len(target):,} decisions a probability that "
            f"is none (the first is {float(target[bad][0])!r})"
        )
    ratio: Floats = target / logged
    return ratio


def effective_size(weights: Floats) -> float:
    """(sum w)^2 / sum w^2, from 1 to n; 0 where every weight is 0. Source: Kish 1965."""
    squares = float(weights @ weights)
    return float(weights.sum()) ** 2 / squares if squares > 0.0 else 0.0


def support(
    weights: Floats,
    people: Ints | None = None,
    least: float = LEAST_EFFECTIVE,
    least_people: float = LEAST_PEOPLE,
    orders: Floats | None = None,
) -> Support:
    """What the weights, shape (n,), can carry. `people` numbers whom each decision is about, from 0
    on; without it, each is about somebody else. `orders`, shape (m,), is how much each of those
    that led to an order counts: its weight or, where two policies are compared, by how far their
    weights for it differ. Without it, orders are not asked for."""
    count, effective = len(weights), effective_size(weights)
    persons = effective
    if people is not None:
        persons = effective_size(np.bincount(people, weights).astype(np.float64))
    size = None if orders is None else effective_size(orders)
    largest = float(weights.max(initial=0.0))
    more: int | None = None
    if effective > 0.0:
        times = max(least / effective, least_people / persons)
        if size:
            times = max(times, LEAST_ORDERS / size)
        more = max(0, ceil(count * (times - 1.0)))
    return Support(count, effective, largest, more, persons, size)


# --- Estimators --------------------------------------------------------------------------------


def ipw(w: Floats, r: Floats) -> Floats:
    """Inverse propensity weighting, w r: unbiased, and noisy where weights are large."""
    values: Floats = w * r
    return values


def snips(w: Floats, r: Floats) -> Floats:
    """Self-normalised: sum w r / sum w, as its linearisation V + w (r - V) / mean w.

    The mean of what is returned is V, and its spread that of V (delta method). Never leaves the
    range of r. All 0 where every weight is.
    """
    total = float(w.sum())
    if total <= 0.0:
        return np.zeros(len(w))
    value = float(w @ r) / total
    values: Floats = value + w * (r - value) / (total / len(w))
    return values


def direct(v: Floats) -> Floats:
    """The direct method: what the model says, v. As good as the model, and no better."""
    return v


def doubly_robust(w: Floats, r: Floats, q: Floats, v: Floats) -> Floats:
    """v + w (r - q): right on average if the weights are, whatever the model; less noisy if it
    is good."""
    values: Floats = v + w * (r - q)
    return values


def switch(w: Floats, r: Floats, q: Floats, v: Floats, tau: float) -> Floats:
    """SWITCH: v + w 1[w <= tau] (r - q). Corrects the model only where the weight is moderate.

    tau of infinity is the doubly robust, tau below every weight the direct method.
    """
    values: Floats = v + np.where(w <= tau, w, 0.0) * (r - q)
    return values


def dros(w: Floats, r: Floats, q: Floats, v: Floats, lam: float) -> Floats:
    """Doubly robust with optimistic shrinkage: w becomes lam w / (w^2 + lam).

    lam of infinity is the doubly robust, lam of 0 the direct method. No shrunk weight exceeds
    sqrt(lam) / 2. `lam` >= 0, in units of squared weight.
    """
    shrunk = w if np.isinf(lam) else np.divide(lam * w, w * w + lam, out=np.zeros_like(w),
                                               where=w * w + lam > 0.0)  # fmt: skip
    values: Floats = v + shrunk * (r - q)
    return values


def mips(marginal: Floats, r: Floats) -> Floats:
    """Marginalised: SNIPS with w(x, e) = p(e | x, target) / p(e | x, logging), shape (n,).

    e is a part of the action, such as its offer and tone. Right where the rest of the action has no
    effect of its own; where e is the whole action, it is SNIPS.
    """
    return snips(marginal, r)


def tuned(
    build: Callable[[float], Floats], unbiased: Floats, candidates: Sequence[float] = GRID
) -> tuple[float, Floats]:
    """The candidate of least estimated squared error, and its values.

    `build` makes an estimator's values, shape (n,), from tau or lambda; `unbiased` are those of the
    doubly robust. The error is estimated as variance / n + (mean - mean unbiased)^2, after Su et
    al. 2020. Infinity, which is the unbiased one itself, is always among the candidates.
    """
    centre, best, chosen = float(unbiased.mean()), float("inf"), unbiased
    least = float(unbiased.var()) / len(unbiased)
    for candidate in candidates:
        values = build(candidate)
        error = float(values.var()) / len(values) + (float(values.mean()) - centre) ** 2
        if error < least:
            least, best, chosen = error, candidate, values
    return best, chosen


def coarsest(parts: Sequence[Floats], r: Floats) -> tuple[int, Floats]:
    """Which embedding to use: its place in `parts`, and MIPS's values with it.

    `parts` are marginal weights, each of shape (n,), from the whole action to ever less of it.
    Less of it means less noise and more bias; the coarsest is taken that differs from no finer one
    by more than chance would, compared decision by decision. After Lepski's principle, as in Su et
    al. 2020 (SLOPE).
    """
    kept = [mips(parts[0], r)]
    for weights in parts[1:]:
        values = mips(weights, r)
        differences = [interval(values - finer) for finer in kept]
        if any(low > 0.0 or high < 0.0 for low, high in differences):
            break
        kept.append(values)
    return len(kept) - 1, kept[-1]


# --- Intervals ---------------------------------------------------------------------------------


def interval(values: Floats, deviations: float = DEVIATIONS) -> tuple[float, float]:
    """Two-sided interval for the mean of `values`, shape (n,), n > 0, which may be skewed.

    With T = (mean - true) / s and g the skewness, Hall's W = T + g T^2 / 3 + g^2 T^3 / 27 + g / 6n
    is close to normal and can be inverted: T = 3 ((1 + g (W - g / 6n))^(1/3) - 1) / g. So the
    longer tail gets the longer side. Without skewness it is mean +- deviations s / sqrt(n).
    """
    count, mean = len(values), float(values.mean())
    centred = values - mean
    deviation = sqrt(float(centred @ centred) / count)
    if deviation <= 1e-12 * abs(mean) or deviation == 0.0:
        return mean, mean
    skew = float(((centred / deviation) ** 3).mean())
    reach = deviations / sqrt(count)

    def inverse(w: float) -> float:
        if abs(skew) < 1e-6:
            return w
        return 3.0 * (float(np.cbrt(1.0 + skew * (w - skew / (6.0 * count)))) - 1.0) / skew

    return mean - deviation * inverse(reach), mean - deviation * inverse(-reach)


def estimate(
    values: Floats,
    weights: Floats,
    unbiased: Floats | None = None,
    people: Ints | None = None,
    orders: Floats | None = None,
) -> Estimate | Unavailable:
    """The mean of an estimator's `values` with its interval, or why the log cannot carry one.

    `weights` are those that the estimator rests on. What trades bias for less noise does not show
    its bias in its spread: the direct method, SWITCH and DRos are given the doubly robust values as
    `unbiased`, and a MIPS whose embedding was chosen those of the whole action. The interval is
    then that of `unbiased`, stretched to hold the estimate. `people` numbers whom each decision is
    about, from 0 on: the interval counts people. All of shape (n,).
    `orders` is how much each decision that led to an order counts, as in `support`: too few are
    refused.
    """
    if not len(values):
        return Unavailable("there is no decision to look at")
    spread = values if unbiased is None else unbiased
    lengths = {len(one) for one in (values, weights, spread, people) if one is not None}
    if len(lengths) > 1:
        raise ValueError(f"Values, weights and people are not of one length: {sorted(lengths)}.")
    if not all(np.isfinite(one).all() for one in (values, spread, weights)):
        return Unavailable("a reward, a prediction or a weight is not a finite number")
    if weights.min() < 0.0:
        return Unavailable("a weight is below zero, which no two chances come to")
    basis = support(weights, people, orders=orders)
    if basis.more is None:
        return Unavailable("the policy would never have done what was done in any of the decisions")
    if basis.more or basis.orders == 0.0:
        return Unavailable(_too_few(basis))
    low, high = interval(spread if people is None else by_group(spread, people))
    if low == high:
        return Unavailable("every decision earned the same, so nothing says how sure this is")
    value = float(values.mean())
    if not (isfinite(low) and isfinite(high) and isfinite(value)):
        return Unavailable("the rewards are too large to reckon with")
    return Estimate(value, min(low, value), max(high, value), basis)


def _too_few(basis: Support) -> str:
    """What a log is worth that cannot carry an answer, and what is missing, in words."""
    more = f"so about {basis.more:,} more decision{'' if basis.more == 1 else 's'} like these"
    if basis.effective >= LEAST_EFFECTIVE and basis.people >= LEAST_PEOPLE:
        return _too_few_orders(basis, more)
    if basis.effective >= LEAST_EFFECTIVE:
        return (
            f"these {basis.decisions:,} decisions are about too few people: they count as "
            f"{basis.people:,.0f} people; {LEAST_PEOPLE:,.0f} are needed, {more}, about others"
        )
    effective = f"{basis.effective:,.0f}"
    one = effective == "1"
    said = f"there {'is' if one else 'are'} only {effective} decision{'' if one else 's'} to go by"
    if effective != f"{basis.decisions:,}":
        said = (
            f"what it would have done often differs from what was done in these "
            f"{basis.decisions:,} decisions, so that they count as {effective}"
        )
    also = (
        f" (and people who count as {basis.people:,.0f}, of whom {LEAST_PEOPLE:,.0f} are needed)"
        if basis.people < LEAST_PEOPLE
        else ""
    )
    return f"{said}; {LEAST_EFFECTIVE:,.0f} are needed{also}, {more}"


def _too_few_orders(basis: Support, more: str) -> str:
    """The same where orders are what is missing; without any, nobody knows how many it takes."""
    said, needed = "too few decisions led to an order", f"{LEAST_ORDERS:,.0f} are needed"
    if not basis.orders:
        found = f"of these {basis.decisions:,}, none that counts here did"
        return f"{said}: {found}; {needed}, so at least {LEAST_ORDERS:,.0f} more that do"
    found = f"the orders of these {basis.decisions:,} count as {basis.orders:,.1f}"
    return f"{said}: {found}; {needed}, {more}"


def by_group(values: Floats, groups: Ints) -> Floats:
    """One value for each group, shape (groups,), with the same mean as `values`, shape (n,).

    For intervals where decisions about the same person hang together: people are independent, their
    decisions are not. `groups` numbers each decision's group from 0 on.
    """
    mean = values.mean()
    sums = np.bincount(groups, values - mean)
    grouped: Floats = mean + sums * (len(sums) / len(values))
    return grouped
