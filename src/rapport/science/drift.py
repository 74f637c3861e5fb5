"""How far a whole shop's orders stray from what its people's rhythms add up to.

Seasons, campaigns, prices: what moves everybody at once is in no rhythm, and does not average out
over customers. How much it is shows when the past is foretold from further back. A forecast of all
orders is off by a factor whose logarithm is normal, give or take a deviation that few periods tell
badly: so it has a prior, and the interval is Student's.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log, sqrt

from msgspec import Struct

from rapport.science.rhythm_forecast import NINETY, Expected

USUAL = 0.12
"""By how much a shop's orders stray from one quarter to another, usually. With it, of 44 forecasts
of 60 to 180 days, one after the other in two public histories of real shops, 42 held."""

USUAL_COUNTS = 3
"""As how many tries on the past that counts."""


class Tried(Struct, frozen=True):
    """What was expected, from `back` days ago, of the `days` after it, and what came. The interval
    of `expected` is for people who live by their rhythms, with no straying of the shop in it."""

    back: int
    days: int
    expected: Expected
    came: int

    @property
    def said(self) -> Expected:
        """The forecast as it would have been given without any try before it."""
        return allowing_for((), self.expected)

    @property
    def within(self) -> bool:
        """Whether as many came as that says."""
        return self.said.low <= self.came <= self.said.high


def strayed(tries: Sequence[Tried]) -> float:
    """The deviation of the logarithm of what comes, beyond what chance and the parameters explain.

    The mean of `USUAL`^2, `USUAL_COUNTS` times, and of what each try was off, squared, less the
    variance it should have had anyway.
    """
    beyond = [
        max(log((tried.came + 0.5) / (tried.expected.value + 0.5)) ** 2 - _own(tried.expected), 0.0)
        for tried in tries
    ]
    return sqrt((USUAL_COUNTS * USUAL**2 + sum(beyond)) / (USUAL_COUNTS + len(beyond)))


def allowing_for(tries: Sequence[Tried], ahead: Expected) -> Expected:
    """The forecast, its interval so wide that 90 of 100 such forecasts hold where the shop goes on
    straying as it did."""
    from scipy.special import stdtrit  # noqa: PLC0415 (see maximise)

    quantile = float(stdtrit(USUAL_COUNTS + len(tries), 0.95))
    half = sqrt(NINETY**2 * _own(ahead) + (quantile * strayed(tries)) ** 2)
    return Expected(ahead.value, ahead.value * exp(-half), ahead.value * exp(half))


def _own(expected: Expected) -> float:
    """The variance of the logarithm that the forecast itself expects; of next to no orders nothing
    is said more surely than by a factor of e^2 either way."""
    deviation = (expected.high - expected.value) / (NINETY * (expected.value + 0.5))
    return min(deviation, 2.0) ** 2
