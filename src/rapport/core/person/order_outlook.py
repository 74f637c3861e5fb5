"""What the published rhythm says of a profile's orders: the figures behind the signals."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rapport.core.person.rhythm import (
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
"""Since 1970, UTC."""


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
    """The profile's order days as the model counts them, as they stand on `day`."""
    return past_of(order_days(orders), orders.first_at // DAY, orders.last_at // DAY, day)


def counted_value(orders: Orders, most: float | None) -> float:
    """What the orders brought, minor units, with no day counting for more than `most`: of days with
    orders that the state remembers one by one each by itself, of the others all together."""
    if most is None:
        return float(orders.value)
    by_day: dict[Day, int] = {}
    for note in orders.recent:
        day = note.at // DAY
        by_day[day] = by_day.get(day, 0) + note.revenue - note.went_back
    rest = max(orders.value - sum(by_day.values()), 0)
    others = max(order_days(orders) - len(by_day), 1)
    return sum(min(float(value), most) for value in by_day.values()) + min(rest, most * others)


class Outlook(NamedTuple):
    """What is to be expected of one person; None where it cannot be said. Rounded, so that a record
    reads the same on every machine."""

    p_alive: float | None = None
    """The chance that they still are a customer."""
    orders: float | None = None
    """Order days in the next `AHEAD_DAYS`."""
    next_low: float | None = None
    """Days to the next order, if they still are a customer: 1 of 10 such people order sooner."""
    next_middle: float | None = None
    next_high: float | None = None
    overdue: float | None = None
    """Days beyond the gap within which half of such people order again; below 0 before it."""
    year_value: float | None = None
    """What they should spend in the next year, as worth now, minor units."""


UNKNOWN = Outlook()


def outlook(model: RhythmModel, orders: Orders, day: Day) -> Outlook:
    """What the model says of a profile's orders; nothing where there is none yet, where one is of a
    later day, or where the state is too old to know its order days."""
    so_far = past(orders, day)
    if so_far is None:
        return UNKNOWN
    return _outlook(model, so_far, counted_value(orders, model.most_of_day))


@lru_cache(maxsize=256)
def _outlook(model: RhythmModel, so_far: Past, value: float) -> Outlook:
    """Cached because a decision asks for each figure, and more than once."""
    coming, gap = next_order(model, so_far), usual_gap(model, so_far)
    if coming is None or gap is None:
        return UNKNOWN
    return Outlook(
        _rounded(still_customer(model, so_far), 6),
        _rounded(expected_orders(model, so_far, AHEAD_DAYS), 6),
        round(coming.low, 2),
        round(coming.middle, 2),
        round(coming.high, 2),
        round(so_far.age - so_far.last - gap, 2),
        _rounded(expected_value(model, so_far, value, YEAR_DAYS, INTEREST), 2),
    )


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)
