"""Signals of a person's orders."""

from __future__ import annotations

from rapport.core.signals.moment import Moment, days_since
from rapport.core.signals.row import ORDERS, Signal
from rapport.core.time import DAY


def _order_gap(moment: Moment) -> float | None:
    orders = moment.state.orders
    if orders.count < 2:
        return None
    return (orders.last_at - orders.first_at) / DAY / (orders.count - 1)


def _average_order(moment: Moment) -> float | None:
    orders = moment.state.orders
    valued = orders.count - orders.other_currency
    return orders.value / valued if valued > 0 else None


def _discounted_share(moment: Moment) -> float | None:
    orders = moment.state.orders
    return orders.discounted / orders.count if orders.count else None


ROWS = (
    Signal("orders_count", "orders", "orders", "ever", ORDERS, "orders so far",
           lambda m: float(m.state.orders.count)),
    Signal("days_since_order", "days", "orders", "ever", ORDERS, "days since the last order",
           lambda m: days_since(m.at, m.state.orders.last_at)),
    Signal("order_gap_days", "days", "orders", "ever", ORDERS, "usual days between orders",
           _order_gap),
    Signal("average_order", "minor units", "orders", "ever", ORDERS, "average order",
           _average_order),
    Signal("discounted_share", "share", "orders", "ever", ORDERS,
           "share of orders with a discount", _discounted_share),
)  # fmt: skip
