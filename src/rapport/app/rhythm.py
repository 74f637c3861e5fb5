"""How often a brand's people order, who still is a customer, and what the next months bring.

From the brand's own orders, a day with several counting as one. With too little history there is
no figure at all, and the reason; and where there is one, the same way of reckoning is first tried
on the past: what it would have said 90 days ago, beside what came. Where it was wrong then, the
interval now is as wide as that.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

import numpy as np
from msgspec import Struct

from rapport.science.maximum import Floats
from rapport.science.rhythm import Histories, Rhythm, fit_rhythm
from rapport.science.rhythm_forecast import (
    Expected,
    orders_of_all,
    still_customer,
    usual_gap,
)
from rapport.science.spending import expected_spend, fit_spending, lifetime_value, related
from rapport.science.unavailable import Unavailable

LEAST_CUSTOMERS = 500
LEAST_DAYS = 180
FRESH_DAYS = 30
LEAST_REGULARS = 10
"""Customers who have ordered on three days or more."""

AHEAD = 90
"""Days that are looked ahead."""

YEAR = 365

INTEREST = 0.1
"""A year's: what money in a year's time is worth less now."""

RELATED = 0.3
"""A correlation between how often and how much, beyond which lifetime values are not given."""

OrderDay = tuple[str, int, int]
"""Profile, day since 1970, and revenue in minor units on that day."""


class Customers(Struct, frozen=True, eq=False):
    """Arrays of shape (n,), in days; `spend` is the mean revenue of an order day, minor units."""

    histories: Histories
    spend: Floats

    @property
    def orders(self) -> Floats:
        """Days with orders, the first one too."""
        return self.histories.repeats + 1.0


class Tried(Struct, frozen=True, tag="tried", tag_field="kind"):
    """What would have been said `days` ago of the days since, and what came of the same people."""

    days: int
    expected: Expected
    came: int

    @property
    def within(self) -> bool:
        """Whether as many came as the interval says."""
        return self.expected.low <= self.came <= self.expected.high


class Worth(Struct, frozen=True, tag="worth", tag_field="kind"):
    """Minor units: an order of a typical customer, and the next year of all customers' orders."""

    order: float
    year_of_all: float
    year_of_each: float


class Found(Struct, frozen=True, tag="found", tag_field="kind"):
    """The figures. Customers are counted, gaps are in days."""

    rhythm: Rhythm
    ordered_again: int
    usual_days: float
    last_years: int
    still: float
    ahead: Expected
    due: int
    worth: Worth | Unavailable
    tried: Tried | Unavailable


class OrderRhythm(Struct, frozen=True):
    """A brand's rhythm as it stood on `day` (since 1970), JSON-ready."""

    brand: str
    currency: str
    day: int
    customers: int
    found: Found | Unavailable


def order_rhythm(brand: str, currency: str, rows: Iterable[OrderDay], day: int) -> OrderRhythm:
    """The rhythm as it stood at the end of `day`, from rows sorted by profile and day."""
    by_profile = [
        [(on, revenue) for _, on, revenue in own if on <= day]
        for _, own in groupby(rows, key=itemgetter(0))
    ]
    people = [own for own in by_profile if own]
    return OrderRhythm(brand, currency, day, len(people), _found(people, day))


def _found(people: list[list[tuple[int, int]]], day: int) -> Found | Unavailable:
    now = _as_of(people, day)
    if lacking := _lacking(now):
        return Unavailable(lacking)
    rhythm = fit_rhythm(now.histories, modified=True, steadied=True)
    if isinstance(rhythm, Unavailable):
        return rhythm
    alive = still_customer(rhythm, now.histories)
    waited = now.histories.age - now.histories.last
    gaps = usual_gap(rhythm, now.histories)
    again = now.histories.repeats > 0
    last_years = waited <= YEAR
    tried = _tried(people, day)
    return Found(
        rhythm=rhythm,
        ordered_again=int(again.sum()),
        usual_days=float(np.median(gaps[again])),
        last_years=int(last_years.sum()),
        still=float(alive[last_years].sum()),
        ahead=as_wide_as(tried, orders_of_all(rhythm, now.histories, AHEAD)),
        due=int(((alive >= 0.5) & (waited >= gaps)).sum()),
        worth=_worth(rhythm, now),
        tried=tried,
    )


def as_wide_as(tried: Tried | Unavailable, ahead: Expected) -> Expected:
    """The forecast, its interval widened so that it allows for being as wrong again, either way.

    The model's own interval knows nothing of seasons and campaigns; how wrong it just was does.
    """
    if isinstance(tried, Unavailable) or tried.within or not tried.came:
        return ahead
    off = max(tried.came / tried.expected.value, tried.expected.value / tried.came)
    low, high = min(ahead.low, ahead.value / off), max(ahead.high, ahead.value * off)
    return Expected(ahead.value, low, high)


def _as_of(people: list[list[tuple[int, int]]], day: int) -> Customers:
    """What was known of each person at the end of `day`; who had not ordered yet is left out."""
    table = []
    for own in people:
        past = [(on, revenue) for on, revenue in own if on <= day]
        if past:
            first, last = past[0][0], past[-1][0]
            spent = sum(revenue for _, revenue in past) / len(past)
            table.append((len(past) - 1, last - first, day - first, spent))
    columns = np.asarray(table, dtype=np.float64).reshape(-1, 4)
    return Customers(Histories.of(*(columns[:, i] for i in range(3))), columns[:, 3])


def _lacking(customers: Customers, *, fresh: bool = True) -> str:
    """What of a history is missing, or nothing."""
    histories = customers.histories
    if not len(histories):
        return "nobody has ordered yet"
    missing = []
    if len(histories) < LEAST_CUSTOMERS:
        missing.append(f"{len(histories):,} customers have ordered, and {LEAST_CUSTOMERS} must")
    if (days := int(histories.age.max())) < LEAST_DAYS:
        missing.append(f"the orders reach back {days:,} days, and {LEAST_DAYS} are needed")
    if fresh and (idle := int((histories.age - histories.last).min())) > FRESH_DAYS:
        missing.append(f"the last order is {idle:,} days old, more than {FRESH_DAYS}")
    if (regulars := int((customers.orders >= 3).sum())) < LEAST_REGULARS:
        missing.append(f"{regulars} customers have ordered three times, and {LEAST_REGULARS} must")
    return "; ".join(missing)


def _worth(rhythm: Rhythm, customers: Customers) -> Worth | Unavailable:
    """Where nothing was spent (all given back, or another currency), a person tells of no price."""
    paid = customers.spend > 0
    if not paid.any():
        return Unavailable("no money was counted")
    orders, spend = customers.orders[paid], customers.spend[paid]
    if abs(related(orders, np.log(spend))) > RELATED:
        return Unavailable("who orders often here spends differently from who orders seldom")
    spending = fit_spending(orders, spend)
    if isinstance(spending, Unavailable):
        return spending
    each = expected_spend(spending, np.where(paid, customers.orders, 0.0), customers.spend)
    value = lifetime_value(rhythm, customers.histories, each, YEAR, INTEREST, steps=12)
    return Worth(spending.mean, float(value.sum()), float(value.mean()))


def _tried(people: list[list[tuple[int, int]]], day: int) -> Tried | Unavailable:
    """The same reckoning as of `AHEAD` days ago."""
    then = day - AHEAD
    past = _as_of(people, then)
    if lacking := _lacking(past, fresh=False):
        return Unavailable(f"{AHEAD} days ago there was too little: {lacking}")
    rhythm = fit_rhythm(past.histories, modified=True, steadied=True)
    if isinstance(rhythm, Unavailable):
        return rhythm
    came = sum(1 for own in people if own[0][0] <= then for on, _ in own if on > then)
    return Tried(AHEAD, orders_of_all(rhythm, past.histories, AHEAD), came)
