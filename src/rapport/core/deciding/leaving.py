"""What it costs when somebody wants no more messages, by what is predicted of them."""

from __future__ import annotations

from collections.abc import Mapping

from rapport.core.brand import Brand
from rapport.core.policy.policy import FEATURES_FROM

LEAST, MOST = 0.25, 10.0
"""Of the brand's own figure: neither is somebody worth nothing who has not ordered for long, nor
may one huge order silence a shop."""

MOST_EVER = 10_000_000.0
"""Minor units: more is a typo in an order."""


def unsubscribe_cost(brand: Brand, signals: Mapping[str, float | None], form: int) -> float:
    """What an unsubscribe counts for, minor units, in a decision of a policy of this form.

    The margin of the next year of orders, as predicted of this person, between `LEAST` and `MOST`
    times the brand's own figure if it gave one; that figure itself where nothing is predicted, and
    for policies of forms before 4.
    """
    predicted = predicted_cost(brand, signals) if form >= FEATURES_FROM else None
    return brand.unsubscribe_cost if predicted is None else predicted


def predicted_cost(brand: Brand, signals: Mapping[str, float | None]) -> float | None:
    """The same by prediction alone; None where there is none."""
    cost, usual = predicted_margin(brand, signals), brand.unsubscribe_cost
    if cost is None:
        return None
    return min(max(cost, LEAST * usual), MOST * usual) if usual > 0.0 else max(cost, 0.0)


def predicted_margin(brand: Brand, signals: Mapping[str, float | None]) -> float | None:
    """The margin of the next year of orders, minor units, before it is held between bounds; None
    where nothing is predicted."""
    value = signals.get("predicted_value_365d")
    return None if value is None else min(value * brand.margin_rate, MOST_EVER)
