"""Signals of what went wrong: refunds and questions to support."""

from __future__ import annotations

from rapport.core.signals.moment import days_since
from rapport.core.signals.row import ORDERS, Signal

ROWS = (
    Signal("days_since_refund", "days", "refunds", "ever", ORDERS, "days since the last refund",
           lambda m: days_since(m.at, m.state.orders.last_refund_at)),
    Signal("open_tickets", "tickets", "support", "now", ORDERS, "open questions to support",
           lambda m: float(len(m.state.open_tickets))),
)  # fmt: skip
