"""The policy's features, from the signals."""

from __future__ import annotations

from collections.abc import Mapping

from rapport.core.decision import Decision
from rapport.core.policy.odds import Vector
from rapport.core.policy.policy import FEATURES, PHONE_FROM, width_of

INTENT_MIDDLE = 0.05
"""The chance of an order within 24 hours that counts as half."""

HALF_WAY = 5_000.0
"""A basket of this many minor units has half the feature's range."""

_VALUE = FEATURES.index("cart_value")


def value_in(features: Vector) -> int:
    """The value that a recorded context was computed from, minor units; 0 where there is none."""
    share = features[_VALUE] if len(features) > _VALUE else 0.0
    return round(HALF_WAY * share / (1.0 - share)) if 0.0 <= share < 1.0 else 0


def context(signals: Mapping[str, float | None], form: int) -> Vector:
    """The features that a policy of this form looks at, in the order of `policy.FEATURES`, each in
    [0, 1]. What is unavailable is 0.

    Ratios of counts are shrunk towards a quarter, so that one order or one click says little: that
    is what they are where there are none, for everybody alike.
    Somebody who never ordered has no rhythm, and a brand without a published one none for anybody:
    `rhythm_known` keeps them apart from those who are lost.
    """

    def known(name: str, otherwise: float = 0.0) -> float:
        value = signals.get(name)
        return otherwise if value is None else value

    orders = known("orders_count")
    since = signals.get("days_since_order")
    total = max(known("cart_total"), 0.0)
    views = max(known("session_views"), 0.0)
    messages = known("messages_28d")
    intent = max(known("intent_24h"), 0.0)
    alive, expected = signals.get("p_alive"), max(known("expected_orders_90d"), 0.0)
    return (
        1.0,
        orders / (orders + 1.0),
        0.5 ** (since / 45.0) if since is not None else 0.0,
        (known("discounted_share") * orders + 0.5) / (orders + 2.0),
        total / (total + HALF_WAY),
        views / (views + 5.0),
        min(known("messages_7d") / 3.0, 1.0),
        (known("click_rate") * messages + 0.5) / (messages + 2.0),
        intent / (intent + INTENT_MIDDLE),
        float(alive is not None),
        alive if alive is not None else 0.0,
        expected / (expected + 1.0),
        known("on_phone"),
    )[: width_of(form)]


NOTHING_KNOWN = context({}, PHONE_FROM)
"""The features of somebody of whom nothing is known."""


def context_for(decision: Decision, form: int) -> Vector:
    """The context of a decision on record as a policy of this form sees it: the one it was made
    with, and features that came later read off the signals on record. Empty where nothing about
    the person was looked at."""
    recorded = decision.context
    if not recorded or len(recorded) >= width_of(form):
        return recorded
    known = {one.name: one.value for one in decision.signals}
    return (*recorded, *context(known, form)[len(recorded) :])
