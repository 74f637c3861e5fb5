"""People who count for far more than is usual, and what a report says without that.

One order of a million, typed wrongly or placed as a test, makes an arm's money look enormous and
drowns every true difference in noise. Nothing is left out for it: the figures stay what they are,
and each that such people had a part in is told a second time with everybody held to what is usual.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from rapport.ports import ProfileOutcome
from rapport.science.usual import most_of_one

FIGURES = ("revenue", "margin")
"""Each is held to what is usual of itself: a cost typed wrongly spoils the margin alone. Not the
average order: who orders twenty times brings much, by ordinary orders."""

FEWEST = 20
"""Of fewer people who brought something there is no telling what 95 in 100 bring."""

MOST = 0.05
"""A larger share of those who brought or cost something is not unusual: so is this shop."""


class Unusual(Struct, frozen=True):
    """Those who count for far more of a figure than is usual. Money in minor units."""

    figure: str
    profiles: int
    most: int
    """As much as somebody counts for, up or down, where everybody is held to what is usual."""
    brought: int
    """What they brought, of the `of` that all brought."""
    of: int
    largest: str
    """The one among them who counts for most, up or down."""
    largest_brought: int


def unusual(outcomes: Sequence[ProfileOutcome]) -> tuple[Unusual, ...]:
    """Who is unusual, for each figure in which somebody is."""
    found = (_in(figure, outcomes) for figure in FIGURES)
    return tuple(one for one in found if one is not None)


def _in(figure: str, outcomes: Sequence[ProfileOutcome]) -> Unusual | None:
    amounts = {row.profile: int(getattr(row, figure)) for row in outcomes}
    if sum(amount > 0 for amount in amounts.values()) < FEWEST:
        return None
    most = int(most_of_one(list(amounts.values())))
    beyond = {profile: amount for profile, amount in amounts.items() if abs(amount) > most}
    if not beyond or len(beyond) > MOST * sum(amount != 0 for amount in amounts.values()):
        return None
    largest = max(beyond, key=lambda profile: (abs(beyond[profile]), profile))
    return Unusual(
        figure,
        profiles=len(beyond),
        most=most,
        brought=sum(beyond.values()),
        of=sum(amounts.values()),
        largest=largest,
        largest_brought=beyond[largest],
    )
