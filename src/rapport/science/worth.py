"""What a brand's customers will spend, all of them together, and from how much to how much.

Orders come by the rhythm, amounts by Gamma-Gamma: an order of somebody is Gamma(p, nu), and given
the x orders that brought m in all, their nu is Gamma(q + p x, v + m). So whoever orders N times
spends a sum whose mean and variance are known from those of N.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from rapport.science.arrays import Floats
from rapport.science.order_days import Customers
from rapport.science.rhythm import Histories, Rhythm
from rapport.science.rhythm_forecast import (
    NINETY,
    Expected,
    expected_orders,
    slopes,
    squared_orders,
)
from rapport.science.spending import Spending, expected_spend
from rapport.science.unavailable import Unavailable

_STEPS_OF_SLOPES = 2
"""How finely interest is reckoned changes a slope by less than a thousandth."""

_STEP = 1e-4
"""Of the logarithm of a parameter, for how the sum changes with it."""


def discounted_orders(
    rhythm: Rhythm, histories: Histories, horizon: float, discount: float, steps: int
) -> Floats:
    """E[orders within `horizon`], each as much less as money is worth less by then, shape (n,).

    `discount` is the interest over the whole horizon (0.1 is 10 %). Orders are counted in `steps`
    equal parts of it, each discounted from its middle. Raises ValueError where that gives none.
    """
    if steps < 1 or not discount > -1.0:
        raise ValueError(f"{steps} steps and a discount of {discount} give no value.")
    worth, before = np.zeros(len(histories)), np.zeros(len(histories))
    for step in range(1, steps + 1):
        until = expected_orders(rhythm, histories, horizon * step / steps)
        worth += (until - before) * (1.0 + discount) ** (-(step - 0.5) / steps)
        before = until
    return worth


def lifetime_value(
    rhythm: Rhythm, histories: Histories, spend: Floats, horizon: float, discount: float, steps: int
) -> Floats:
    """What each customer will spend within `horizon`, as worth now, shape (n,); `spend` is what
    they spend on an order. See `discounted_orders`."""
    return discounted_orders(rhythm, histories, horizon, discount, steps) * spend


def spent_by_all(
    rhythm: Rhythm,
    spending: Spending,
    customers: Customers,
    horizon: float,
    *,
    discount: float = 0.0,
    steps: int = 1,
) -> Expected | Unavailable:
    """What all customers together will spend within `horizon`, as worth now, with an interval that
    holds 90 times in 100 where they live by the model.

    Its variance is that of each customer's sum and what the parameters of both models leave open
    (by the delta method). Unavailable where amounts have no finite variance.
    """
    orders, spent = _paid(customers)
    shape, scale = spending.p * orders + spending.q, spending.v + spent
    if len(shape) and float(shape.min()) <= 2.0:
        return Unavailable(
            "a few enormous orders decide everything: what people spend has no stable spread"
        )
    rows, _, which = customers.histories.compressed()

    def an_order(spending: Spending) -> Floats:
        each = expected_spend(spending, orders, spent / np.maximum(orders, 1.0))
        return np.bincount(which, each, len(rows)).astype(np.float64)

    def ahead(rhythm: Rhythm, steps: int) -> Floats:
        return discounted_orders(rhythm, rows, horizon, discount, steps)

    money, later = an_order(spending), ahead(rhythm, steps)
    mean = expected_orders(rhythm, rows, horizon)
    squares = squared_orders(rhythm, rows, horizon)[which]
    worth_less = np.divide(later, mean, out=np.zeros_like(later), where=mean > 0.0)[which]
    mean = mean[which]
    once = scale / (shape - 1.0)
    twice = once * scale / (shape - 2.0)
    p = spending.p
    own = p * mean * twice + p**2 * (squares * twice - (mean * once) ** 2)
    variance = float(worth_less**2 @ np.maximum(own, 0.0))
    if rhythm.covariance:
        few = min(steps, _STEPS_OF_SLOPES)
        slope = slopes(rhythm, lambda nearby: float(money @ ahead(nearby, few)))
        variance += float(slope @ np.asarray(rhythm.covariance) @ slope)
    if spending.covariance:
        slope = _slopes(spending, lambda nearby: float(an_order(nearby) @ later))
        variance += float(slope @ np.asarray(spending.covariance) @ slope)
    value, half = float(money @ later), NINETY * float(np.sqrt(variance))
    return Expected(value, max(value - half, 0.0), value + half)


def _paid(customers: Customers) -> tuple[Floats, Floats]:
    """Each customer's orders and what they brought; none where nothing did, since whoever got all
    of it back tells of no price."""
    paid = customers.spent > 0
    return np.where(paid, customers.orders, 0.0), np.where(paid, customers.spent, 0.0)


def _slopes(spending: Spending, of: Callable[[Spending], float]) -> Floats:
    """How `of` changes with the logarithms of p, q and v, shape (3,)."""
    found = []
    for index in range(3):
        ends = []
        for sign in (_STEP, -_STEP):
            moved = np.asarray([spending.p, spending.q, spending.v])
            moved[index] *= np.exp(sign)
            p, q, v = map(float, moved)
            ends.append(of(Spending(p, q, v)))
        found.append((ends[0] - ends[1]) / (2.0 * _STEP))
    return np.asarray(found)
