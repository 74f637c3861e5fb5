"""How much a single order may count for, by the orders that are usual where it was placed.

One order of a million, typed wrongly or placed to do harm, would else decide what thousands say, or
drown it in noise. The bound is a brand's own, since what is enormous for one is a Tuesday for
another, and it is told where it was used: nothing is left out in silence.
"""

from __future__ import annotations

from bisect import insort

import numpy as np
from numpy.typing import ArrayLike

from rapport.science.arrays import Floats

USUAL = 0.95
"""The share of orders that are usual; the rest may hold whatever was typed wrongly."""

TIMES = 4.0
"""As many times the largest usual order as one order may count for.

Where amounts vary as most shops' do (lognormal, sigma .6 to .8) that touches one order in 26,000 to
2,700; of CDNOW's 6,911 it touches four, and 1 in 800 of the money. A harmful step of learning that
is stopped in all of 200 runs still is with one poisoned order where amounts are alike, in 98 of 100
where they vary by .6, in 81 by .8; with 10 times it was 86, 44 and 44, and without a bound never.
With 3 times, ordinary large orders were touched thrice as often.
"""


def most_of_one(amounts: ArrayLike) -> float:
    """What one of these amounts may count for, up or down: `TIMES` what `USUAL` of those above 0
    bring at most. Infinity where none is above 0.

    Where there are two or more, the largest never has a say in it; of few, the one before it does.
    """
    found = np.asarray(amounts, dtype=np.float64).reshape(-1)
    found = found[found > 0.0]
    return TIMES * float(np.quantile(found, USUAL, method="lower")) if len(found) else float("inf")


def held_to(most: float, amounts: ArrayLike) -> Floats:
    """The amounts, each within `most` of 0."""
    return np.clip(np.asarray(amounts, dtype=np.float64), -most, most)


class Usual:
    """The same for amounts that come one after the other: each is held to what came before it, so
    that none has a say in its own bound."""

    def __init__(self) -> None:
        self._sorted: list[float] = []
        self.held = 0

    def take(self, amount: float) -> float:
        """What it counts for."""
        count = len(self._sorted)
        most = TIMES * self._sorted[int(USUAL * (count - 1))] if count else float("inf")
        if amount > 0.0:
            insort(self._sorted, amount)
        if -most <= amount <= most:
            return amount
        self.held += 1
        return most if amount > 0.0 else -most
