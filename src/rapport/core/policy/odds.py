"""From what is known of each choice to the probability with which it is taken.

Two ways, both exact: what is recorded is the very number that was drawn with.

`inverse_gap_weights` looks at estimates only (policies of form 1). `chances_of_being_best` looks at
how sure they are too (from form 2 on): a level is taken as often as it may be the best, so trying
things out ends by itself where there is nothing left to learn (Thompson 1933, by quadrature, not by
drawing: a draw has no closed-form probability). `chances_by_nodes` is how forms 2 to 5 reckoned.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import erf, isfinite, nan, sqrt
from operator import add, mul, sub

Vector = tuple[float, ...]

FLOOR = 0.02
"""Least probability of each eligible level of a form-1 policy."""

SURE_FLOOR = 0.01
"""Likewise of form 2, so that every weight in an evaluation is bounded: at most 1 % a level, which
is what always trying everything may cost at most."""

DECIMALS = 9
"""Probabilities are rounded, so that they are the same with every mathematics library."""

_ROOT_HALF = sqrt(0.5)

# Gauss-Hermite, 9 nodes: exact for polynomials up to degree 17. (node x sqrt 2, weight / sqrt pi)
_NODES: tuple[tuple[float, float], ...] = (
    (-4.512745863399783, 2.234584400774658e-05),
    (-3.205429002856470, 2.789141321231769e-03),
    (-2.076847978677830, 4.991640676521788e-02),
    (-1.023255663789133, 2.440975028949394e-01),
    (0.0, 4.063492063492064e-01),
    (1.023255663789133, 2.440975028949394e-01),
    (2.076847978677830, 4.991640676521788e-02),
    (3.205429002856470, 2.789141321231769e-03),
    (4.512745863399783, 2.234584400774658e-05),
)

_LOWEST, _HIGHEST, _STEPS = -2.5, 3.5, 9
_STEP = (_HIGHEST - _LOWEST) / (_STEPS - 1)
"""Where each choice's distribution is looked at, in its own errors."""

ABOUT_ALIKE = 1.5
"""Errors of which the largest is at most so many times the smallest."""

_LEAST_ERROR = 1e-9
"""Errors are at least this: two choices known exactly still need an order."""


def normal_cdf(z: float) -> float:
    """The chance that a standard normal lies below `z`."""
    return 0.5 + 0.5 * erf(z * _ROOT_HALF)


def above_zero(value: float, error: float) -> float:
    """The chance that what is worth value +- error is worth more than nothing; NaN if unknown."""
    known = isfinite(value) and isfinite(error)
    return normal_cdf(value / max(error, _LEAST_ERROR)) if known else nan


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


def chances_of_being_best(
    values: Sequence[float], errors: Sequence[float], floor: float = SURE_FLOOR
) -> Vector:
    """How likely each of K choices is the best, if each is worth value +- error, independently.

    Shapes (K,) and (K,) in, (K,) out, K > 0; sums to 1; each at least `floor` (less where
    K x floor > 1). `errors` are standard deviations. For K = 2 exact; else off by .012 at most
    and .002 on the mean, however unevenly the choices are known: P(k best) is the integral of
    prod over j of P(j < v) over dP(k < v), by trapezoids between steps of all the choices, or by
    Gauss-Hermite quadrature where they are known about alike (`ABOUT_ALIKE`).
    Where anything is not a finite number nothing is known, and all are as likely.
    """
    return _chances(values, errors, floor, _best_of_many)


def chances_by_nodes(
    values: Sequence[float], errors: Sequence[float], floor: float = SURE_FLOOR
) -> Vector:
    """As `chances_of_being_best`, in the way of forms 2 to 5: by Gauss-Hermite quadrature over the
    choice's own value, P(k best) = E[prod over j of P(j < v_k)].

    Where one of three or more choices is known far better than another it is off by up to .17.
    """
    return _chances(values, errors, floor, _by_nodes)


def _chances(
    values: Sequence[float],
    errors: Sequence[float],
    floor: float,
    many: Callable[[Sequence[float], Sequence[float]], list[float]],
) -> Vector:
    count = len(values)
    if count == 1:
        return (1.0,)
    if count == 2:
        (first, second), (one, other) = values, errors
        gap, spread = first - second, sqrt(one * one + other * other)
        return floored(above_zero(gap, spread), floor)
    if not (all(map(isfinite, values)) and all(map(isfinite, errors))):
        return (1.0 / count,) * count
    raw = many(values, errors)
    total = sum(raw)
    if total <= 0.0:
        return (1.0 / count,) * count
    floor = min(floor, 1.0 / count)
    keep = (1.0 - count * floor) / total
    return _to_one([floor + keep * p for p in raw])


def _best_of_many(values: Sequence[float], errors: Sequence[float]) -> list[float]:
    """By nodes where all are known about alike, which is nearly exact there; else by steps."""
    if max(errors) <= ABOUT_ALIKE * min(errors):
        return _by_nodes(values, errors)
    return _by_steps(values, errors)


def _by_steps(values: Sequence[float], errors: Sequence[float]) -> list[float]:
    """Shapes (K,) and (K,) in, (K,) out; sums to nearly 1."""
    count = len(values)
    known = [(value, max(error, _LEAST_ERROR)) for value, error in zip(values, errors, strict=True)]
    # Whatever is best lies above this: the choice that is surest of it does.
    least = max([value + _LOWEST * error for value, error in known])
    points = [least]
    places, scaled = [], []
    for place, (value, error) in enumerate(known):
        if value + _HIGHEST * error < least:
            continue
        # Between one another, so that choices that are known alike do not share their points.
        first = _LOWEST + ((place + 0.5) / count - 0.5) * _STEP
        steps = [value + error * (first + step * _STEP) for step in range(_STEPS)]
        points += [at for at in steps if at > least]
        places.append(place)
        scaled.append((value, _ROOT_HALF / error))
    points.sort()
    below = [[*map(erf, [(at - value) * scale for at in points]), 1.0] for value, scale in scaled]
    below = [[0.5 + 0.5 * p for p in row] for row in below]
    chances = [0.0] * count
    for place, own, others in zip(places, below, _products_of_others(below), strict=True):
        shares = map(sub, own[1:], own)
        chances[place] = 0.5 * sum(map(mul, shares, map(add, others[1:], others)))
    return chances


def _products_of_others(rows: Sequence[Sequence[float]]) -> list[list[float]]:
    """For each row the products, place by place, of all the other rows."""
    before, after = [1.0] * len(rows[0]), [1.0] * len(rows[0])
    products = []
    for row in rows:
        products.append(before)
        before = list(map(mul, before, row))
    for place in reversed(range(len(rows))):
        products[place] = list(map(mul, products[place], after))
        after = list(map(mul, after, rows[place]))
    return products


def _by_nodes(values: Sequence[float], errors: Sequence[float]) -> list[float]:
    best = max(values)
    scales = [_ROOT_HALF / max(error, _LEAST_ERROR) for error in errors]
    raw = []
    for k, value in enumerate(values):
        rivals = [(values[j], scales[j]) for j in range(len(values)) if j != k]
        # A choice that lies far below the best has no chance that would show.
        if value + 6.0 * errors[k] < best - 6.0 * errors[values.index(best)]:
            raw.append(0.0)
            continue
        chance = 0.0
        for node, share in _NODES:
            at = value + errors[k] * node
            for other, scale in rivals:
                share *= 0.5 + 0.5 * erf((at - other) * scale)  # noqa: PLW2901 (a product grows)
            chance += share
        raw.append(chance)
    return raw


def floored(first: float, floor: float = SURE_FLOOR) -> Vector:
    """The two probabilities of a choice between two, the first as likely as said, with a floor.

    Where that is not a number nothing is known, and both are as likely.
    """
    if not isfinite(first):
        return 0.5, 0.5
    floor = min(floor, 0.5)
    kept = round(floor + (1.0 - 2.0 * floor) * first, DECIMALS)
    return kept, 1.0 - kept


def _to_one(probabilities: list[float]) -> Vector:
    """Rounded; what rounding took or gave goes to the likeliest, so that they sum to 1."""
    rounded = [round(p, DECIMALS) for p in probabilities]
    favourite = rounded.index(max(rounded))
    rounded[favourite] = 0.0
    rounded[favourite] = 1.0 - sum(rounded)
    return tuple(rounded)
