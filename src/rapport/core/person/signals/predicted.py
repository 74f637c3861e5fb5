"""Signals read off the published models: the order rhythm, and intent."""

from __future__ import annotations

from collections.abc import Callable
from math import inf

from rapport.core.person.intent import Intent, intent
from rapport.core.person.order_outlook import Outlook, outlook
from rapport.core.person.signals.moment import Moment
from rapport.core.person.signals.row import ORDERS, VISITS, Signal
from rapport.core.time import day_number


def _by_rhythm(figure: Callable[[Outlook], float | None]) -> Callable[[Moment], float | None]:
    """A figure of the published rhythm; unavailable while none is published."""

    def compute(moment: Moment) -> float | None:
        rhythm = moment.predictions.rhythm if moment.predictions else None
        if rhythm is None:
            return None
        return figure(outlook(rhythm, moment.state.orders, day_number(moment.at, 0)))

    return compute


def _by_intent(figure: Callable[[Intent], float | None]) -> Callable[[Moment], float | None]:
    """A figure of intent; unavailable while there is no model of it."""

    def compute(moment: Moment) -> float | None:
        model = moment.predictions.intent if moment.predictions else None
        return None if model is None else figure(intent(model, moment.state, moment.at))

    return compute


RHYTHM = (
    Signal("p_alive", "share", "order rhythm", "ever", ORDERS, "chance of still being a customer",
           _by_rhythm(lambda o: o.p_alive), "rhythm"),
    Signal("expected_orders_90d", "orders", "order rhythm", "ever", ORDERS,
           "orders to expect in the next 90 days", _by_rhythm(lambda o: o.orders),
           "rhythm"),
    Signal("days_to_next_order", "days", "order rhythm", "ever", ORDERS,
           "days to the next order, if still a customer", _by_rhythm(lambda o: o.next_middle),
           "rhythm"),
    Signal("days_to_next_order_low", "days", "order rhythm", "ever", ORDERS,
           "days to the next order at the soonest (1 in 10 order sooner)",
           _by_rhythm(lambda o: o.next_low), "rhythm"),
    Signal("days_to_next_order_high", "days", "order rhythm", "ever", ORDERS,
           "days to the next order at the latest (1 in 10 order later)",
           _by_rhythm(lambda o: o.next_high), "rhythm"),
    Signal("next_order_overdue", "days", "order rhythm", "ever", ORDERS,
           "days longer without an order than is usual; below 0 where it is not time yet",
           _by_rhythm(lambda o: o.overdue), "rhythm", least=-inf),
    Signal("predicted_value_365d", "minor units", "order rhythm", "ever", ORDERS,
           "what the next year of orders is worth now", _by_rhythm(lambda o: o.year_value),
           "rhythm", least=-inf),
)  # fmt: skip

INTENT = (
    Signal("intent_24h", "share", "intent", "ever", VISITS,
           "chance of an order within 24 hours", _by_intent(lambda i: i.day), "intent"),
    Signal("intent_visit", "share", "intent", "ever", VISITS,
           "chance of an order before this visit ends", _by_intent(lambda i: i.visit), "intent"),
    Signal("intent_by_prior", "1 or 0", "intent", "now", VISITS,
           "whether intent is told by the model that Rapport ships",
           _by_intent(lambda i: float(i.prior)), "intent"),
)  # fmt: skip
