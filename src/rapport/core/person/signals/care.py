"""Signals of what went wrong: refunds, questions to support, parcels that are late."""

from __future__ import annotations

from rapport.core.bounds import MAX_TICKETS
from rapport.core.person.signals.moment import Moment, days_since
from rapport.core.person.signals.row import MAIL, ORDERS, Signal


def _refund_share(moment: Moment) -> float | None:
    orders = moment.state.orders
    return min(orders.refunds / orders.count, 1.0) if orders.count else None


ROWS = (
    Signal("days_since_refund", "days", "refunds", "ever", ORDERS, "days since the last refund",
           lambda m: days_since(m.at, m.state.orders.last_refund_at)),
    Signal("open_tickets", "tickets", "support", "now", ORDERS, "open questions to support",
           lambda m: float(len(m.state.open_tickets)), most=MAX_TICKETS, known=True),
    Signal("refunds_count", "refunds", "refunds", "ever", ORDERS, "refunds so far",
           lambda m: float(m.state.orders.refunds), form=2, known=True),
    Signal("refund_share", "share", "refunds", "ever", ORDERS, "refunds for each order",
           _refund_share, form=2),
    Signal("tickets_count", "tickets", "support", "ever", ORDERS, "questions to support so far",
           lambda m: float(m.state.habits.trouble.tickets), form=2, known=True),
    Signal("days_since_ticket", "days", "support", "ever", ORDERS,
           "days since the last question to support",
           lambda m: days_since(m.at, m.state.habits.trouble.ticket_at), form=2),
    Signal("delayed_parcels", "parcels", "deliveries", "now", ORDERS, "parcels that are late",
           lambda m: float(len(m.state.habits.trouble.delayed)), form=5,
           most=MAX_TICKETS, known=True),
    Signal("days_since_delay", "days", "deliveries", "ever", ORDERS,
           "days since a parcel was last told to be late",
           lambda m: days_since(m.at, m.state.habits.trouble.delayed_at), form=5),
    Signal("complaints_count", "complaints", "messages", "ever", MAIL,
           "complaints about messages so far",
           lambda m: float(m.state.habits.trouble.complaints), form=2, known=True),
    Signal("days_since_complaint", "days", "messages", "ever", MAIL,
           "days since the last complaint about a message",
           lambda m: days_since(m.at, m.state.habits.trouble.complaint_at), form=2),
)  # fmt: skip
