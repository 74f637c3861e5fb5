"""The policy's features, from the signals."""

from __future__ import annotations

from collections.abc import Mapping

from rapport.core.odds import Vector

HALF_WAY = 5_000.0
"""A basket of this many minor units has half the feature's range."""
VALUE = 4
"""The place of the basket's value among the features."""


def value_in(features: Vector) -> int:
    """The value that a recorded context was computed from, minor units; 0 where there is none."""
    share = features[VALUE] if len(features) > VALUE else 0.0
    return round(HALF_WAY * share / (1.0 - share)) if 0.0 <= share < 1.0 else 0


def context(signals: Mapping[str, float | None]) -> Vector:
    """The policy's features from the signals, in the order of `policy.FEATURES`, each in [0, 1].

    Ratios of counts are shrunk towards the middle, so that one order or one click says little.
    """

    def known(name: str, otherwise: float = 0.0) -> float:
        value = signals.get(name)
        return otherwise if value is None else value

    orders = known("orders_count")
    since = signals.get("days_since_order")
    total = max(known("cart_total"), 0.0)
    views = max(known("session_views"), 0.0)
    messages = known("messages_28d")
    return (
        1.0,
        orders / (orders + 1.0),
        0.5 ** (since / 45.0) if since is not None else 0.0,
        (known("discounted_share") * orders + 0.5) / (orders + 2.0),
        total / (total + HALF_WAY),
        views / (views + 5.0),
        min(known("messages_7d") / 3.0, 1.0),
        (known("click_rate") * messages + 0.5) / (messages + 2.0),
    )
