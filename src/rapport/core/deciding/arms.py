"""Who gets what: each profile's arm is a hash, so it never changes and nobody has to remember it.

The 10,000 buckets are split into contiguous ranges: the holdout first, then the usual messages,
and all that is left over is adaptive. A share that grows takes its neighbours' nearest buckets and
moves nobody else.
"""

from __future__ import annotations

from msgspec import Struct

from rapport.core.policy.drawing import uniform

BUCKETS = 10_000
"""Profiles are hashed into this many buckets; the arms are contiguous ranges of them."""

HOLDOUT = "holdout"
"""Gets no message: what would have happened anyway."""

USUAL = "usual"
"""Gets the message that the brand would send to everybody."""

ADAPTIVE = "adaptive"
"""Gets what the policy draws."""

ARMS = (HOLDOUT, USUAL, ADAPTIVE)
"""In the order of their buckets."""


class Arms(Struct, frozen=True, gc=False):
    """Shares of the buckets, out of `BUCKETS`; what is left over is adaptive."""

    holdout: int = 1_000
    usual: int = 2_000
    salt: str = ""


def bucket(brand: str, salt: str, key: str) -> int:
    """The bucket of the profile first known as `key`, 0 to 9,999, uniform over keys.

    Another `salt` deals everybody afresh, independently of the last time.
    """
    return int(uniform("arm", brand, salt, key) * BUCKETS)


def arm_of(bucket: int, arms: Arms) -> str:
    """The arm whose range holds `bucket`."""
    if bucket < arms.holdout:
        return HOLDOUT
    if bucket < arms.holdout + arms.usual:
        return USUAL
    return ADAPTIVE


def shares(arms: Arms) -> dict[str, float]:
    """The share of all profiles that each arm is meant to get; they sum to 1."""
    holdout = min(max(arms.holdout, 0), BUCKETS)
    usual = min(max(arms.holdout + arms.usual, holdout), BUCKETS) - holdout
    left = BUCKETS - holdout - usual
    return {HOLDOUT: holdout / BUCKETS, USUAL: usual / BUCKETS, ADAPTIVE: left / BUCKETS}
