"""How often a brand's people order, who still is a customer, and what the next months bring.

From the brand's own orders, a day with several counting as one. With too little history there is
no figure at all, and the reason; and where there is one, the same way of reckoning is first tried
on the past: what it would have said 90 days ago and before, beside what came. By as much as it was
wrong then, the interval is wider now.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from rapport.app.wording.counts import so_many
from rapport.core.person.rhythm import RhythmModel, SpendingModel
from rapport.science.arrays import Floats
from rapport.science.drift import Tried, allowing_for
from rapport.science.foretelling import learn_rhythm
from rapport.science.order_days import Customers, HeldDays, OrderDays
from rapport.science.rhythm import Rhythm
from rapport.science.rhythm_forecast import Expected, orders_of_all, still_customer, usual_gap
from rapport.science.spending import Spending, fit_spending, related
from rapport.science.unavailable import Unavailable
from rapport.science.worth import spent_by_all

LEAST_CUSTOMERS = 500
LEAST_DAYS = 180
FRESH_DAYS = 30
LEAST_REGULARS = 10
"""Customers who have ordered on three days or more."""

AHEAD = 90
"""Days that are looked ahead."""

TRIES = 3
"""How many times the past is foretold, `AHEAD` days each, one after the other."""

YEAR = 365

INTEREST = 0.1
"""A year's: what money in a year's time is worth less now."""

RELATED = 0.3
"""A correlation between how often and how much, beyond which lifetime values are not given."""

OrderDay = tuple[str, int, int]
"""Profile, day since 1970, and revenue in minor units on that day."""


class Worth(Struct, frozen=True, tag="worth", tag_field="kind"):
    """Minor units: an order of a typical customer, and the next year of all customers' orders, as
    worth now. `tries` are of money, and begin with the latest. `held` are order days that count for
    less than they brought in all of it, where there are any: what one customer spent once, by a
    slip or a joke, would else be expected of all of them."""

    order: float
    year_of_all: Expected
    year_of_each: float
    tries: tuple[Tried, ...]
    held: HeldDays | None = None


class Found(Struct, frozen=True, tag="found", tag_field="kind"):
    """The figures. Customers are counted, gaps are in days. `tries` begin with the latest."""

    rhythm: Rhythm
    ordered_again: int
    usual_days: float
    last_years: int
    still: float
    ahead: Expected
    due: int
    spending: Spending | Unavailable
    worth: Worth | Unavailable
    tries: tuple[Tried, ...]
    no_tries: str = ""
    """Why the past could not be foretold, where it could not."""


class OrderRhythm(Struct, frozen=True):
    """A brand's rhythm as it stood on `day` (since 1970), JSON-ready."""

    brand: str
    currency: str
    day: int
    customers: int
    found: Found | Unavailable
    most_of_day: float | None = None
    """What a day of orders counts for at most, minor units; None where no money was counted."""


def order_rhythm(brand: str, currency: str, rows: Iterable[OrderDay], day: int) -> OrderRhythm:
    """The rhythm as it stood at the end of `day`, from rows in the order of profiles."""
    days = order_days(rows).until(day)
    counted, held = days.held()
    found = _found(counted, counted.as_of(day), day)
    if isinstance(found, Found) and isinstance(found.worth, Worth) and held.days:
        found = replace(found, worth=replace(found.worth, held=held))
    most = held.most if isfinite(held.most) else None
    return OrderRhythm(brand, currency, day, len(days.as_of(day)), found, most)


def model_of(told: OrderRhythm) -> RhythmModel | Unavailable:
    """What decisions may know of it, to be published."""
    found = told.found
    if isinstance(found, Unavailable):
        return found
    r, alpha, a, b = found.rhythm.values
    spending, reason = _spending_model(found.spending)
    model = RhythmModel(
        r=r,
        alpha=alpha,
        a=a,
        b=b,
        modified=found.rhythm.modified,
        spending=spending,
        no_spending=reason,
        customers=told.customers,
        until=told.day,
        weight=found.rhythm.weight,
        most_of_day=told.most_of_day,
    )
    if not model.usable:
        return Unavailable("the rhythm that was found is one of no shop: a parameter is extreme")
    return model


def about_rhythm(model: RhythmModel) -> str:
    """What it is, for whoever looks at what was published."""
    without = f", without what people are worth, because {model.no_spending}"
    told = f"order rhythm of {so_many(model.customers, 'customer')}"
    return told if model.spending else told + without


def _spending_model(spending: Spending | Unavailable) -> tuple[SpendingModel | None, str]:
    if isinstance(spending, Unavailable):
        return None, spending.reason
    return SpendingModel(spending.p, spending.q, spending.v), ""


def order_days(rows: Iterable[OrderDay]) -> OrderDays:
    """The rows with profiles as numbers, in the order in which they come up."""
    numbers: dict[str, int] = {}
    table = [(numbers.setdefault(who, len(numbers)), on, revenue) for who, on, revenue in rows]
    columns = np.asarray(table, dtype=np.int64).reshape(-1, 3)
    return OrderDays.of(columns[:, 0], columns[:, 1], columns[:, 2])


def _found(days: OrderDays, now: Customers, day: int) -> Found | Unavailable:
    if missing := lacking(now):
        return Unavailable(missing)
    rhythm = learn_rhythm(days, day)
    if isinstance(rhythm, Unavailable):
        return rhythm
    told = now.histories
    alive = still_customer(rhythm, told)
    waited = told.age - told.last
    gaps = usual_gap(rhythm, told)
    last_years = waited <= YEAR
    past = tries_before(days, day)
    spending = learn_spending(now)
    return Found(
        rhythm=rhythm,
        ordered_again=int((told.repeats > 0).sum()),
        usual_days=float(np.median(gaps[told.repeats > 0])),
        last_years=int(last_years.sum()),
        still=float(alive[last_years].sum()),
        ahead=allowing_for(past.orders, orders_of_all(rhythm, told, AHEAD)),
        due=int(((alive >= 0.5) & (waited >= gaps)).sum()),
        spending=spending,
        worth=_worth(rhythm, spending, now, past.money),
        tries=past.orders,
        no_tries=past.none_because,
    )


def lacking(customers: Customers, *, fresh: bool = True) -> str:
    """What of a history is missing, or nothing."""
    histories = customers.histories
    if not len(histories):
        return "nobody has ordered yet"
    missing = []
    if len(histories) < LEAST_CUSTOMERS:
        missing.append(
            f"{so_many(len(histories), 'customer has', 'customers have')} ordered, and "
            f"{LEAST_CUSTOMERS} must"
        )
    if (days := _reach(histories.age)) < LEAST_DAYS:
        missing.append(f"the orders reach back {so_many(days, 'day')}, and {LEAST_DAYS} are needed")
    if fresh and (idle := int((histories.age - histories.last).min())) > FRESH_DAYS:
        missing.append(f"the last order is {idle:,} days old, more than {FRESH_DAYS}")
    if (regulars := int((customers.orders >= 3).sum())) < LEAST_REGULARS:
        have = so_many(regulars, "customer has", "customers have")
        missing.append(f"{have} ordered three times, and {LEAST_REGULARS} must")
    return "; ".join(missing)


def _reach(age: Floats) -> int:
    """How many days the orders reach back; a few with a wrong date do not count."""
    few = min(LEAST_REGULARS, len(age))
    return int(np.partition(age, -few)[-few])


def learn_spending(customers: Customers) -> Spending | Unavailable:
    """What people spend on an order day. Where nothing was spent (all given back, or another
    currency), a person tells of no price."""
    paid = customers.spent > 0
    if not paid.any():
        return Unavailable("no money was counted")
    orders = customers.orders[paid]
    spend = customers.spent[paid] / orders
    if abs(related(orders, spend)) > RELATED:
        return Unavailable("who orders often here spends differently from who orders seldom")
    return fit_spending(orders, spend)


def _worth(
    rhythm: Rhythm,
    spending: Spending | Unavailable,
    customers: Customers,
    tries: tuple[Tried, ...],
) -> Worth | Unavailable:
    if isinstance(spending, Unavailable):
        return spending
    year = spent_by_all(rhythm, spending, customers, YEAR, discount=INTEREST, steps=12)
    if isinstance(year, Unavailable):
        return year
    return Worth(
        spending.mean, allowing_for(tries, year), year.value / len(customers), tuple(tries)
    )


class Tries(Struct, frozen=True):
    """What was foretold on the past of orders and, where it could be, of money (minor units), each
    beginning with the latest; and why not even the first try could be made."""

    orders: tuple[Tried, ...]
    money: tuple[Tried, ...] = ()
    none_because: str = ""


def tries_before(days: OrderDays, day: int) -> Tries:
    """The same reckoning as of `AHEAD` days ago and before, as far back as there is enough."""
    orders: list[Tried] = []
    money: list[Tried] = []
    for back in range(AHEAD, (TRIES + 1) * AHEAD, AHEAD):
        begin, end = day - back, day - back + AHEAD
        past = days.as_of(begin)
        missing = lacking(past, fresh=False)
        rhythm = Unavailable(missing) if missing else learn_rhythm(days, begin)
        if isinstance(rhythm, Unavailable):
            reason = f"{AHEAD} days ago there was too little: {rhythm.reason}"
            return Tries(tuple(orders), tuple(money), "" if orders else reason)
        expected = orders_of_all(rhythm, past.histories, AHEAD)
        orders.append(Tried(back, AHEAD, expected, int(days.came(past.who, begin, end).sum())))
        spending = learn_spending(past)
        if isinstance(spending, Unavailable):
            continue
        spent = spent_by_all(rhythm, spending, past, AHEAD)
        if not isinstance(spent, Unavailable):
            # More may go back in a time than comes in.
            came = max(round(float(days.spent_by(past.who, begin, end).sum())), 0)
            money.append(Tried(back, AHEAD, spent, came))
    return Tries(tuple(orders), tuple(money))
