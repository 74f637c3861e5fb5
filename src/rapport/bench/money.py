"""What a file's customers spent in the time that was held out, beside what was foretold of it."""

from __future__ import annotations

import numpy as np

from rapport.app.learning.rhythm import learn_spending
from rapport.bench.figures import Beside, Figure
from rapport.bench.purchases import WEEK, Purchases
from rapport.science.arrays import Floats
from rapport.science.drift import Tried, allowing_for
from rapport.science.order_days import Customers, HeldDays
from rapport.science.rhythm import Rhythm
from rapport.science.rhythm_forecast import Expected
from rapport.science.spending import Spending, expected_spend
from rapport.science.unavailable import Unavailable
from rapport.science.worth import lifetime_value, spent_by_all

OURS = "ours: order rhythm and what an order is worth"
NAIVE = "going on spending at the rate so far"
NOBODY = "saying that nobody spends"


def money_held_out(
    bought: Purchases, rhythm: Rhythm, halfway: Rhythm | Unavailable
) -> list[Figure]:
    """All of it together with a 90 % interval, and how far off each customer was; in the file's
    money, what comes later counting as much as what comes now. `halfway` is the rhythm as it was
    learnt from the first half of what is known."""
    counted, held = bought.days.until(bought.until).held()
    now = counted.as_of(bought.until, per=WEEK)
    came = bought.days.spent_by(now.who, bought.until, bought.end)
    chart = f"what customers spent in the held-out {bought.weeks:.0f} weeks: root mean square error"
    spending = learn_spending(now)
    if isinstance(spending, Unavailable):
        return [Figure("clv", OURS, 0.0, "of its money", chart=chart, absent=spending.reason)]
    spend = expected_spend(spending, now.orders, now.spent / now.orders)
    ours = lifetime_value(rhythm, now.histories, spend, bought.weeks, 0.0, steps=1)
    again = now.histories.repeats / np.maximum(now.histories.age, 1.0)
    plain = bought.days.as_of(bought.until, per=WEEK)
    naive = again * bought.weeks * plain.spent / plain.orders
    forecasts = {OURS: ours, NAIVE: naive, NOBODY: np.zeros(len(came))}
    return [
        *[_errors(name, said - came, chart) for name, said in forecasts.items()],
        *_sum(bought, now, rhythm, halfway, spending, float(came.sum()), held),
    ]


def _errors(name: str, off: Floats, chart: str) -> Figure:
    squares = off**2
    mean, half = float(squares.mean()), 1.96 * float(squares.std() / np.sqrt(len(squares)))
    low, high = np.sqrt(max(mean - half, 0.0)), np.sqrt(mean + half)
    return Figure(
        "clv", name, float(np.sqrt(mean)), "of its money", less=True, chart=chart,
        low=float(low), high=float(high),
    )  # fmt: skip


def _sum(
    bought: Purchases,
    now: Customers,
    rhythm: Rhythm,
    halfway: Rhythm | Unavailable,
    spending: Spending,
    came: float,
    held: HeldDays,
) -> list[Figure]:
    plain = spent_by_all(rhythm, spending, now, bought.weeks)
    what = f"what all of them would spend in the held-out {bought.weeks:.0f} weeks"
    if isinstance(plain, Unavailable):
        return [Figure("clv", what, 0.0, "of its money", absent=plain.reason)]
    said = allowing_for(_tried(bought, halfway), plain)
    whether = "holds it" if said.low <= came <= said.high else "misses it"
    note = f"{said.low:,.0f} to {said.high:,.0f}, nine times in ten; the interval {whether}"
    if held.days:
        note += (
            f"; order days that brought {held.brought:,.0f} in all counted as "
            f"{held.most:,.0f} each: {held.days:,} of them"
        )
    return [
        Figure("clv", what, said.value, "of its money", beside=Beside("what came", came), note=note)
    ]


def _tried(bought: Purchases, rhythm: Rhythm | Unavailable) -> list[Tried]:
    then = bought.halfway
    counted, _ = bought.days.until(bought.until).held()
    past = counted.as_of(then, per=WEEK)
    spending = learn_spending(past)
    if isinstance(rhythm, Unavailable) or isinstance(spending, Unavailable):
        return []
    days = bought.until - then
    said = spent_by_all(rhythm, spending, past, days / WEEK)
    came = float(counted.spent_by(past.who, then, bought.until).sum())
    return [Tried(days, days, said, round(came))] if isinstance(said, Expected) else []
