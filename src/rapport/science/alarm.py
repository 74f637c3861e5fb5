"""Is something going wrong more often than it may? Evidence that holds however often one looks.

Counts come in week by week: `n` messages, of which `k` were complained about, say. Under 'at most
`limit` of them go wrong', the evidence below is a non-negative supermartingale with mean 1, at any
rate up to the limit and however the rate moves below it. So the chance that it ever reaches
1 / alpha is at most alpha (Ville), and no number of looks spends more than that.

It is a mixture of likelihood ratios: over how much worse than the limit things may be, and over the
week in which they began to be, so that a year that went well hides no bad week. Sources: Ville
1939; Robbins 1970 (mixtures); Shin, Ramdas and Rinaldo 2203.03532 (starting anew); Lindon and Malek
2011.03567 (multinomial counts).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, inf, lgamma, log

from msgspec import Struct

TIMES_WORSE = (1.5, 2.0, 3.0, 5.0, 10.0, 30.0)
"""How much above the limit the rate may be, equally likely beforehand."""

HIGHEST = 0.95
"""No alternative lies above this rate."""

MOST = 690.0
"""Logarithm of the strongest evidence: what is stronger counts as that."""

CONCENTRATION = 200.0
"""How many profiles' worth of belief there is that arms, where they are amiss, are so by little."""


class Counted(Struct, frozen=True):
    """One week's messages, and how many of them went wrong."""

    n: int
    k: int


class Evidence(Struct, frozen=True):
    """What counts say. `strength` speaks for a rate above the limit, 1 says nothing; `since` is
    the counts from the week on in which it most likely began."""

    strength: float
    since: Counted


def evidence(weeks: Sequence[Counted], limit: float) -> Evidence:
    """How strongly these counts speak for a rate above `limit`, 0 < limit < 1.

    `weeks` are in order, the first one the first that is counted. Raises ValueError for a count
    below 0, or of more that went wrong than there were.
    """
    if not 0.0 < limit < 1.0:
        raise ValueError(f"limit {limit} must lie between 0 and 1.")
    if any(not 0 <= week.k <= week.n for week in weeks):
        raise ValueError("of n messages, 0 to n can go wrong.")
    rates = sorted({min(times * limit, HIGHEST) for times in TIMES_WORSE})
    rates = [rate for rate in rates if rate > limit]
    # The weeks that are yet to come have their share of belief, and have seen nothing so far.
    found, most, since = _share_after(len(weeks)), 0.0, Counted(0, 0)
    n = k = 0
    for start in range(len(weeks), 0, -1):
        n, k = n + weeks[start - 1].n, k + weeks[start - 1].k
        logs = [
            k * log(rate / limit) + (n - k) * log((1.0 - rate) / (1.0 - limit)) for rate in rates
        ]
        told = _share(start) * (_mean(logs) if logs else 1.0)
        found += told
        if told > most:
            most, since = told, Counted(n, k)
    return Evidence(found, since)


def _share(week: int) -> float:
    """Belief that it begins in week 1, 2, ...: 1 / (week (week + 1)), which sums to 1."""
    return 1.0 / (week * (week + 1))


def ratio_evidence(counts: Mapping[str, int], shares: Mapping[str, float]) -> float:
    """How strongly profiles by arm speak against these shares (which sum to 1); 1 says nothing.

    The Bayes factor of a Dirichlet-multinomial around the shares against the shares themselves: a
    martingale with mean 1 as profiles come in one by one. Profiles in an arm with no share speak
    against them for certain.
    """
    if any(count < 0 for count in counts.values()):
        raise ValueError("a count of profiles is below 0.")
    if any(count and shares.get(arm, 0.0) <= 0.0 for arm, count in counts.items()):
        return inf
    total = sum(counts.values())
    found = lgamma(CONCENTRATION) - lgamma(CONCENTRATION + total)
    for arm, share in shares.items():
        if share > 0.0:
            count, belief = counts.get(arm, 0), CONCENTRATION * share
            found += lgamma(belief + count) - lgamma(belief) - count * log(share)
    return exp(min(found, MOST))


def _share_after(weeks: int) -> float:
    """What is left of belief for all weeks after these."""
    return 1.0 / (weeks + 1)


def _mean(logs: Sequence[float]) -> float:
    """The mean of exponentials, never beyond what a float holds."""
    return sum(exp(min(one, MOST)) for one in logs) / len(logs)
