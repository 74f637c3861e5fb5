"""People who count for far more than anybody else, and what a report says without that.

One order of a million, typed wrongly or placed as a test, makes an arm's money look enormous and
drowns every true difference in noise. Nothing is left out for it: the figures stay what they are,
and each that such people had a part in is told a second time with everybody held to what is usual.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.ports import ProfileOutcome
from rapport.science.usual import most_of_one

FEWEST_BUYERS = 20
"""With fewer people who ordered there is no telling what 95 in 100 of them bring."""

HELD = ("revenue", "margin", "revenue_before")
"""Each is held to what is usual of itself: a cost typed wrongly spoils the margin alone."""


class Unusual(Struct, frozen=True):
    """Those who count for far more than others. Money in minor units."""

    profiles: int
    most: int
    """As much revenue as somebody counts for where everybody is held to what is usual."""
    revenue: int
    """What they brought, of the `of` that all brought."""
    of: int
    largest: str
    """The one among them who counts for most."""
    largest_revenue: int


def held(outcomes: Sequence[ProfileOutcome]) -> tuple[Unusual | None, dict[str, ProfileOutcome]]:
    """Who is unusual, and their outcomes held to what is usual, by profile."""
    if sum(row.revenue > 0 for row in outcomes) < FEWEST_BUYERS:
        return None, {}
    bounds = {name: most_of_one([getattr(row, name) for row in outcomes]) for name in HELD}
    touched: dict[str, ProfileOutcome] = {}
    beyond = []
    for row in outcomes:
        within = {name: _within(bounds[name], getattr(row, name)) for name in HELD}
        if any(within[name] != getattr(row, name) for name in HELD):
            touched[row.profile] = replace(row, **within)
            if within["revenue"] != row.revenue or within["margin"] != row.margin:
                beyond.append(row)
    if not beyond:
        return None, {}
    largest = max(beyond, key=lambda row: (abs(row.revenue), abs(row.margin), row.profile))
    who = Unusual(
        profiles=len(beyond),
        most=int(bounds["revenue"]),
        revenue=sum(row.revenue for row in beyond),
        of=sum(row.revenue for row in outcomes),
        largest=largest.profile,
        largest_revenue=largest.revenue,
    )
    return who, touched


def _within(most: float, amount: int) -> int:
    return amount if -most <= amount <= most else int(most if amount > 0 else -most)
