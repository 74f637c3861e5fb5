"""What a policy's decisions were worth, beside what was possible: figures without luck in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from rapport.core.creative.framework import HOLD, Action
from rapport.core.time import Instant
from rapport.testing.shop.truth import Economics, Truth


class Choice(Struct, frozen=True):
    """One decision about a checkout, by its token: what was to be sent at `at`, or to hold; and
    what everybody used to get there."""

    checkout: str
    action: Action
    at: Instant
    usual: Action


class Possible(Struct, frozen=True):
    """Expected margin beyond holding, summed over decisions, minor units.

    `best` knows everybody's taste and takes the best action each time, looking one message ahead;
    `usual` sends what everybody used to get there. `unknown` decisions were about no checkout left
    behind and are in none of the sums.
    """

    decisions: int
    unknown: int
    chosen: float
    usual: float
    best: float

    @property
    def share(self) -> float | None:
        """`chosen` as a share of `best`; None where nothing was to be gained."""
        return self.chosen / self.best if self.best > 0 else None


def compare(
    truth: Truth,
    choices: Iterable[Choice],
    actions: Sequence[Action],
    economics: Economics,
) -> Possible:
    """Values choices that were made in a run of the shop, each in the situation it was made in.

    `actions` are all that could have been chosen; about 2 ms a choice where they are 432.
    """
    decisions = unknown = 0
    chosen = usually = best = 0.0
    for choice in choices:
        checkout = truth.checkouts.get(choice.checkout)
        if checkout is None:
            unknown += 1
            continue
        owner = truth.owner(checkout)
        hold, value, same = (
            truth.expected_margin(owner, checkout, action, economics, choice.at)
            for action in (HOLD, choice.action, choice.usual)
        )
        decisions += 1
        chosen += value - hold
        usually += same - hold
        best += truth.best(owner, checkout, actions, economics, choice.at)[1] - hold
    return Possible(decisions, unknown, chosen, usually, best)
