"""What a message may offer, and what it costs the shop if it is used."""

from __future__ import annotations

from msgspec import Struct

from rapport.core.creative.framework import Condition
from rapport.core.deciding.budget import Budget
from rapport.core.time import Millis

IN_FIGURES = frozenset({"percent", "amount"})
"""Kinds of offers whose value is a figure, such as `10%`; that of others is their label."""


class Offer(Struct, frozen=True, gc=False):
    """Something that a message may offer. `kind`: none, percent, amount, free_shipping or gift.

    `value` is per cent for percent, minor units for amount; `cost` is what free shipping or a gift
    costs the shop, minor units. `lasts` is how long it holds from the moment of sending.
    """

    key: str
    kind: str = "none"
    label: str = ""
    value: int = 0
    cost: int = 0
    code: str = ""
    lasts: Millis = 0
    min_total: int = 0
    who: tuple[Condition, ...] = ()
    budget: Budget | None = None

    def cost_on(self, total: int) -> int:
        """What the shop gives up if an order of `total` uses it, minor units."""
        if self.kind == "percent":
            return total * self.value // 100
        if self.kind == "amount":
            return min(self.value, total)
        return self.cost

    def burden(self, total: int, price: float) -> float:
        """What using it counts for in a choice: its cost, and `price` times that for its budget."""
        return self.cost_on(total) * (1.0 + price)
