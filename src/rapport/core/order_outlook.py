"""What the published rhythm says of a profile's orders: the figures behind the signals.

Each takes the model, the profile's orders and the day (UTC, since 1970), and is None where nothing
can be said: no order yet, an order of a later day, or a state too old to know its order days.
Rounded, so that a record reads the same on every machine.
"""

from __future__ import annotations

from rapport.core.rhythm import (
    NextOrder,
    Past,
    RhythmModel,
    expected_orders,
    expected_value,
    next_order,
    past_of,
    still_customer,
    usual_gap,
)
from rapport.core.state import Orders
from rapport.core.time import DAY

AHEAD_DAYS = 90
YEAR_DAYS = 365

INTEREST = 0.1
"""A year's: what money in a year's time is worth less now."""

Day = int


def order_days(orders: Orders) -> int:
    """On how many days there were orders; 0 where it is not known, or there were none.

    A state from before these were counted knows only its recent orders; where those are all there
    were, they tell.
    """
    if orders.days or not orders.count:
        return orders.days
    if orders.count > len(orders.recent):
        return 0
    return len({note.at // DAY for note in orders.recent})


def known_days(orders: Orders) -> set[Day]:
    """The days with orders that a state can name: the first, the last, and those of late."""
    days = {note.at // DAY for note in orders.recent}
    return days | {orders.first_at // DAY, orders.last_at // DAY} if orders.count else days


def days_together(mine: Orders, theirs: Orders) -> int:
    """On how many days two profiles ordered that turn out to be one person."""
    both = [order_days(orders) for orders in (mine, theirs) if orders.count]
    if 0 in both:
        return 0
    return sum(both) - len(known_days(mine) & known_days(theirs))


def past(orders: Orders, day: Day) -> Past | None:
    """The profile's order days as the model counts them."""
    return past_of(order_days(orders), orders.first_at // DAY, orders.last_at // DAY, day)


def p_alive(model: RhythmModel, orders: Orders, day: Day) -> float | None:
    """The chance that they still are a customer."""
    so_far = past(orders, day)
    return so_far and _rounded(still_customer(model, so_far), 6)


def orders_ahead(model: RhythmModel, orders: Orders, day: Day) -> float | None:
    """Expected order days in the next `AHEAD_DAYS`."""
    so_far = past(orders, day)
    return so_far and _rounded(expected_orders(model, so_far, AHEAD_DAYS), 6)


def days_to_next(model: RhythmModel, orders: Orders, day: Day) -> NextOrder | None:
    """Days to the next order, if they still are a customer: the median, and where 80 % lie."""
    so_far = past(orders, day)
    found = so_far and next_order(model, so_far)
    return NextOrder(*(round(days, 2) for days in found)) if found else None


def overdue(model: RhythmModel, orders: Orders, day: Day) -> float | None:
    """Days beyond the gap within which half of people like this one order again; below 0 where it
    is not over yet."""
    so_far = past(orders, day)
    gap = so_far and usual_gap(model, so_far)
    return round(so_far.age - so_far.last - gap, 2) if so_far and gap is not None else None


def year_value(model: RhythmModel, orders: Orders, day: Day) -> float | None:
    """What they should spend in the next year, as worth now, minor units."""
    so_far = past(orders, day)
    return so_far and _rounded(
        expected_value(model, so_far, float(orders.value), YEAR_DAYS, INTEREST), 2
    )


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)
