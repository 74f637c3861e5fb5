"""A policy against the one that decides today: both judged by the same decisions and one model.

What was done is no measure of today's policy: a log is a mix of all policies that decided in its
time. So both are evaluated, and it is their difference, decision by decision, that has an interval:
luck and a model's mistakes that both share fall away.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from rapport.app.measuring.sample import PARTS, Sample, estimates_of
from rapport.science.off_policy import (
    Estimate,
    Support,
    doubly_robust,
    estimate,
    mips,
    snips,
    support,
)
from rapport.science.unavailable import Unavailable

NOTHING = Support(0, 0.0, 0.0, None)


class Against(Struct, frozen=True):
    """What policy `policy`, which decides today, would have earned a decision (`value`, doubly
    robust), what that rests on, and how much more the judged one would have: `gain` doubly robust,
    `marginal` by MIPS. All in the reward's unit."""

    policy: int
    value: Estimate | Unavailable
    support: Support
    gain: Estimate | Unavailable
    marginal: Estimate | Unavailable

    @classmethod
    def unknown(cls, policy: int, why: Unavailable) -> Against:
        """Where nothing can be said."""
        return cls(policy, why, NOTHING, why, why)


def against(judged: Sample, place: int, today: Sample | Unavailable, policy: int) -> Against:
    """Holds one policy against another, `policy`, on the same decisions in the same order.

    `place` is what of a message MIPS looks at for the judged one; see `estimates_of`.
    """
    if isinstance(today, Unavailable):
        return Against.unknown(policy, _unjudged(policy, today))
    basis = support(today.w, today.people, orders=today.orders)
    estimates, coarse_today = estimates_of(today)
    value = estimates["DR"]
    if isinstance(value, Unavailable):
        why = _unjudged(policy, value)
        return Against(policy, value, basis, why, why)
    if (judged.w == today.w).all() and (judged.v == today.v).all():
        why = Unavailable("it would have done just what the policy that decides today would")
        return Against(policy, value, basis, why, why)
    r, q = judged.r, judged.q
    about = judged.people, np.abs(judged.orders - today.orders)
    gained = doubly_robust(judged.w, r, q, judged.v) - doubly_robust(today.w, r, q, today.v)
    # The finer of the two parts that would do for each by itself: no bias that one would not have.
    place = min(place, coarse_today)
    by_part = mips(judged.parts[place], r) - mips(today.parts[place], r)
    whole = snips(judged.w, r) - snips(today.w, r)
    return Against(
        policy,
        value,
        basis,
        estimate(gained, judged.w, None, *about),
        estimate(by_part, judged.parts[place], whole, *about),
    )


def part_of(place: int) -> str:
    """What of a message MIPS looks at, by its place in `Sample.parts`."""
    return PARTS[-1 - place]


def _unjudged(policy: int, why: Unavailable) -> Unavailable:
    return Unavailable(
        f"policy {policy}, which decides today, cannot be judged by these decisions: {why.reason}"
    )
