"""Shops whose people live by a rhythm, or nearly: what is learnt of them, beside what comes.

Three kinds, one after the other: people who live by the model; people who order in fits and starts,
half of their gaps being a few days whatever their rate; and a shop whose busy and quiet quarters
move everybody at once, by a fifth.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from msgspec import Struct

from rapport.app.learning.rhythm import AHEAD, learn_spending, tries_before
from rapport.bench.figures import Beside, Figure
from rapport.science.arrays import Floats
from rapport.science.drift import allowing_for
from rapport.science.foretelling import Outlook, learn_rhythm, log_score
from rapport.science.order_days import OrderDays
from rapport.science.rhythm import Rhythm, fit_rhythm
from rapport.science.rhythm_forecast import Expected, orders_of_all
from rapport.science.spending import Spending
from rapport.science.unavailable import Unavailable
from rapport.science.worth import spent_by_all

SEEDS = 30
"""Worlds 0 to 29, registered here; `--seeds` takes another number of them."""

SPAN = 720
"""Days; all but the last `AHEAD` are known."""

TRUTH = Rhythm(0.8, 60.0, 0.9, 2.2, modified=True)

PRICES = Spending(p=4.0, q=3.5, v=2_500.0)

_FITS = 0.5
_FIT_DAYS = 4.0
_SEASONS = 0.2
"""Standard deviation of the logarithm of a quarter's pace."""

KINDS = ("by the model", "in fits and starts", "through seasons")


class World(Struct, frozen=True):
    """How one of them went: the gain in log score, and whether the intervals held."""

    kind: str
    gain: float
    held: bool
    held_without: bool
    money_held: bool


def measure_shops(seeds: int, customers: int) -> list[Figure]:
    """How much better it foretells than the likeliest parameters do, and how often forecasts of all
    orders hold."""
    worlds = [world for seed in range(seeds) if (world := lived(seed, customers)) is not None]
    if not worlds:
        return []
    return [
        *_gains(worlds, customers),
        _coverage(worlds, customers),
        _money_coverage(worlds, customers),
    ]


def lived(seed: int, customers: int) -> World | None:
    """One world; None where there was no rhythm to learn."""
    kind = KINDS[seed % len(KINDS)]
    days = _shop(kind, customers, seed)
    until = SPAN - AHEAD
    now = days.as_of(until)
    likeliest = fit_rhythm(now.histories, modified=True, steadied=True)
    learnt = learn_rhythm(days, until)
    if isinstance(likeliest, Unavailable) or isinstance(learnt, Unavailable):
        return None
    came = days.came(now.who, until, SPAN)
    ahead = Outlook(now.histories, came, float(AHEAD))
    plain = orders_of_all(learnt, now.histories, AHEAD)
    tries = tries_before(days, until)
    said = allowing_for(tries.orders, plain)
    gain = log_score(learnt, ahead) - log_score(likeliest, ahead)
    spending = learn_spending(now)
    if isinstance(spending, Unavailable):
        return None
    money = spent_by_all(learnt, spending, now, AHEAD)
    if isinstance(money, Unavailable):
        return None
    spent = days.spent_by(now.who, until, SPAN).sum()
    return World(
        kind, gain, _holds(said, came.sum()), _holds(plain, came.sum()),
        _holds(allowing_for(tries.money, money), spent),
    )  # fmt: skip


def _holds(said: Expected, came: float) -> bool:
    return said.low <= came <= said.high


def _gains(worlds: list[World], customers: int) -> list[Figure]:
    figures = []
    for kind in KINDS:
        gains = np.asarray([world.gain for world in worlds if world.kind == kind])
        if len(gains) > 1:
            half = 1.96 * float(gains.std(ddof=1)) / float(np.sqrt(len(gains)))
            mean = float(gains.mean())
            figures.append(
                Figure(
                    "clv", f"people who live {kind}", mean, "nats",
                    low=mean - half, high=mean + half,
                    chart=f"{customers:,} made-up customers: log score of {AHEAD} days gained over "
                    "the likeliest parameters",
                    note=f"{len(gains)} worlds; above 0 ours is better",
                )
            )  # fmt: skip
    return figures


def _coverage(worlds: list[World], customers: int) -> Figure:
    held = 100.0 * float(np.mean([world.held for world in worlds]))
    without = 100.0 * float(np.mean([world.held_without for world in worlds]))
    return Figure(
        "clv",
        f"made-up shops: forecasts of {AHEAD} days whose 90 % interval holds",
        held,
        "of 100",
        90.0,
        beside=Beside("without allowing for how far the shop strays", without),
        note=f"{len(worlds)} worlds of {customers:,} customers: "
        + ", ".join(
            f"{kind} {100 * np.mean([w.held for w in worlds if w.kind == kind]):.0f}"
            for kind in KINDS
            if any(w.kind == kind for w in worlds)
        ),
    )


def _money_coverage(worlds: list[World], customers: int) -> Figure:
    held = 100.0 * float(np.mean([world.money_held for world in worlds]))
    what = f"made-up shops: forecasts of what {AHEAD} days bring whose 90 % interval holds"
    note = f"{len(worlds)} worlds of {customers:,} customers"
    return Figure("clv", what, held, "of 100", 90.0, note=note)


def _shop(kind: str, customers: int, seed: int) -> OrderDays:
    draw = np.random.default_rng(seed)
    pace = _SEASONS * draw.standard_normal(SPAN // AHEAD) if kind == KINDS[2] else np.zeros(1)
    when = _clock(np.exp(pace))
    rows = []
    for who in range(customers):
        rate, leaving = draw.gamma(TRUTH.r) / TRUTH.alpha, draw.beta(TRUTH.a, TRUTH.b)
        at = draw.uniform(0.0, SPAN * 0.7)
        while (day := when(at)) <= SPAN:
            rows.append((who, int(day)))
            if draw.random() < leaving:
                break
            soon = kind == KINDS[1] and draw.random() < _FITS
            at += draw.exponential(_FIT_DAYS) if soon else draw.exponential() / max(rate, 1e-9)
    people, days = zip(*rows, strict=True)
    # Drawn apart, so that the orders are those of the worlds before there was money in them.
    prices = np.random.default_rng([seed, 1])
    rates = prices.gamma(PRICES.q, 1.0 / PRICES.v, customers)
    spent = prices.gamma(PRICES.p, 1.0, len(rows)) / rates[list(people)]
    return OrderDays.of(people, days, spent)


def _clock(pace: Floats) -> Callable[[float], float]:
    """The day on which a shop's own time comes to a point, where its quarters go at `pace`."""
    quarter = SPAN / len(pace)
    ends = np.append(0.0, np.cumsum(pace * quarter))
    days = np.append(0.0, np.arange(1, len(pace) + 1) * quarter)

    def when(at: float) -> float:
        return float(np.interp(at, ends, days)) if at < ends[-1] else SPAN + 1.0

    return when
