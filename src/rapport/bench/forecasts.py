"""How good forecasts of orders were, customer by customer, each measure with its interval.

A forecast is judged by what it is for. A mean is for sums: by its squared errors, which are least
for the true mean. A median is for single people: by its absolute errors, which are least for the
true median. The whole distribution: by CRPS, which is both at once and is the absolute error where
a forecast is a single number. The absolute errors of a mean are shown, too, since the literature
has them; a mean that is too low looks better by them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from rapport.bench.figures import Beside, Figure
from rapport.science.arrays import Floats
from rapport.science.rhythm_forecast import Expected

DRAWS = 1_000
"""Resamplings of the customers, for intervals that hold 95 times in 100."""

_TAIL = 1e-9


class Forecast(Struct, frozen=True, eq=False):
    """What was said of each customer's orders, shape (n,). `at_least(m)` gives P(at least m),
    where there is more than a mean; `all_orders` what was said of their sum. `only_mean`: it is
    not judged as anything else. `absent` is why there is no forecast."""

    name: str
    mean: Floats
    at_least: Callable[[int], Floats] | None = None
    all_orders: Expected | None = None
    note: str = ""
    only_mean: bool = False
    absent: str = ""


class Spread(Struct, frozen=True, eq=False):
    """Of each customer, shape (n,): the median forecast, CRPS, and ln P(what came)."""

    median: Floats
    crps: Floats
    log_score: Floats


def spread_of(forecast: Forecast, came: Floats) -> Spread:
    """How a forecast's distribution did; of one that is a single number, as if it were certain."""
    if forecast.at_least is None:
        nothing = np.full(len(came), np.nan)
        return Spread(np.rint(forecast.mean), np.abs(forecast.mean - came), nothing)
    median, crps = np.zeros(len(came)), np.zeros(len(came))
    reached, beyond = np.ones(len(came)), np.zeros(len(came))
    orders, most = 1, float(came.max(initial=0.0))
    while True:
        chance = forecast.at_least(orders)
        median += chance > 0.5
        crps += (chance - (came >= orders)) ** 2
        reached = np.where(came == orders, chance, reached)
        beyond = np.where(came == orders - 1, chance, beyond)
        if orders > most + 1 and float(chance.max(initial=0.0)) < _TAIL:
            break
        orders += 1
    exactly = np.maximum(reached - beyond, 1e-300)
    return Spread(median, crps, np.log(exactly))


def judged(forecasts: Sequence[Forecast], came: Floats, period: str, target: float) -> list[Figure]:
    """Each measure of each forecast, for a chart of each measure. The first forecast is ours: it
    alone has a target, for its absolute errors, and the others are held against it."""
    draw = np.random.default_rng(0)
    n = len(came)
    weights = draw.multinomial(n, np.full(n, 1.0 / n), size=DRAWS) / n
    spreads = {f.name: spread_of(f, came) for f in forecasts if not f.absent}

    def squares(forecast: Forecast) -> Floats:
        return np.asarray((forecast.mean - came) ** 2, dtype=np.float64)

    def medians(forecast: Forecast) -> Floats:
        return np.abs(spreads[forecast.name].median - came)

    def means(forecast: Forecast) -> Floats:
        return np.abs(forecast.mean - came)

    def crps(forecast: Forecast) -> Floats:
        return spreads[forecast.name].crps

    held_out = f"held-out orders of {period}"
    spread = [forecast for forecast in forecasts if not forecast.only_mean]
    charts = [
        (f"{held_out}: root mean square error of the mean", squares, 0.5, None, forecasts),
        (f"{held_out}: mean absolute error of the median", medians, 1.0, target, spread),
        (f"{held_out}: mean absolute error of the mean", means, 1.0, target, forecasts),
        (f"{held_out}: CRPS of the whole distribution", crps, 1.0, None, spread),
    ]
    figures = []
    for number, (chart, errors, power, aim, judged_by_it) in enumerate(charts):
        for forecast in judged_by_it:
            figure = Figure(
                "clv", forecast.name, 0.0, "orders", aim if forecast is forecasts[0] else None,
                less=True, note="" if number else forecast.note, chart=chart,
                absent=forecast.absent,
            )  # fmt: skip
            figures.append(
                figure if forecast.absent else _measured(figure, errors(forecast), weights, power)
            )
    return [
        *figures,
        *_beside_ours(forecasts, f"{held_out}: squared error beyond ours", squares),
        *_beside_ours(spread, f"{held_out}: CRPS beyond ours", crps),
        *_sums(forecasts, came, held_out),
    ]


def _beside_ours(
    forecasts: Sequence[Forecast], chart: str, errors: Callable[[Forecast], Floats]
) -> list[Figure]:
    """How much larger the others' errors are, customer by customer: what all of them find hard is
    not in the interval. Below 0, ours are the larger ones."""
    ours, *others = forecasts
    figures = []
    for other in others:
        figure = Figure("clv", other.name, 0.0, "orders", chart=chart, absent=other.absent)
        if not other.absent:
            off = errors(other) - errors(ours)
            mean, half = float(off.mean()), 1.96 * float(off.std() / np.sqrt(len(off)))
            figure = replace(figure, value=mean, low=mean - half, high=mean + half)
        figures.append(figure)
    return figures


def _measured(figure: Figure, errors: Floats, weights: Floats, power: float) -> Figure:
    low, high = np.quantile(weights @ errors, (0.025, 0.975)) ** power
    value = float(errors.mean()) ** power
    return replace(figure, value=value, low=float(low), high=float(high))


def _sums(forecasts: Sequence[Forecast], came: Floats, held_out: str) -> list[Figure]:
    """What was said of all orders together, beside what came."""
    figures = []
    total = float(came.sum())
    for forecast in forecasts:
        said = forecast.all_orders
        figures.append(
            Figure(
                "clv", forecast.name, float(forecast.mean.sum()), "orders",
                beside=Beside("what came", total),
                chart=f"{held_out}: all together, and 90 % intervals ({total:,.0f} came)",
                low=said.low if said else None, high=said.high if said else None,
                absent=forecast.absent,
                note="" if said is None else
                "the interval holds it" if said.low <= total <= said.high else
                "the interval misses it",
            )
        )  # fmt: skip
    return figures
