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

    Where it is less than the lines and a discount was told of that is as much, that is why. Where
    nothing says why, somebody errs and nobody knows who: then no total is named.
    """
    off = sum(lines) - total
    if told and off > 0 and _explained(off, matter):
        return Named(total, off)
    return Named(0 if total < sum(lines[:listed]) else total)


def _explained(off: int, matter: Matter) -> bool:
    return off <= matter.discount if matter.discount else matter.discounted
