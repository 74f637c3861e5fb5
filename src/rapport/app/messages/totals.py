"""What a basket or an order comes to, as a message names it: no sum that its lines contradict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapport.app.messages.matter import Matter


class Named(NamedTuple):
    """The total that is named, 0 for none, and what was taken off the lines to come to it."""

    total: int
    off: int = 0


def named_total(
    matter: Matter, total: int, lines: Sequence[int], listed: int, *, told: bool
) -> Named:
    """`lines` are what each comes to as it is shown, of which the first `listed` are; `told` says
    whether the total is the word of a source that is believed, and not a sum of the lines' prices.

    Where it is less than the lines by just the discount that was told of, that is why. Any other
    gap may be tax within the prices, or a part of the discount that delivery made up for: nobody
    knows why, and no total is named. Nor is one of nothing, whose delivery may have been paid.
    """
    off = sum(lines) - total
    if told and total > 0 and off == matter.discount > 0:
        return Named(total, off)
    return Named(0 if total < sum(lines[:listed]) else total)
