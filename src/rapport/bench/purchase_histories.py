"""Order rhythm and spending: against published parameters, a held-out period, and the clock."""

from __future__ import annotations

from functools import partial
from statistics import median
from time import perf_counter

import numpy as np
from msgspec.structs import replace

from rapport.bench.figures import Figure, NotMeasuredError, Sizes, spread
from rapport.bench.forecasts import Forecast, judged
from rapport.bench.lifetimes_peer import lifetimes_forecasts
from rapport.bench.made_up_shops import SEEDS, measure_shops
from rapport.bench.money import money_held_out
from rapport.bench.pareto_nbd import chances_by_pareto, expected_by_pareto, fit_pareto_nbd
from rapport.bench.purchases import WEEK, Purchases, purchases_at, simulated_days
from rapport.science.arrays import Floats
from rapport.science.drift import Tried, allowing_for
from rapport.science.foretelling import Outlook, learn_rhythm, log_score
from rapport.science.rhythm import Histories, Rhythm, fit_rhythm
from rapport.science.rhythm_forecast import at_least, expected_orders, orders_of_all
from rapport.science.spending import fit_spending
from rapport.science.unavailable import Unavailable

PUBLISHED = {"r": 0.243, "alpha": 4.414, "a": 0.793, "b": 2.426}
"""Fader, Hardie, Lee 2005, table 2; the log-likelihood there is -9582.4."""

ERROR = 0.72
"""Held-out mean absolute error on the sample; BG/NBD's mean has .7855, Pareto/NBD's .7545."""

MOST_ORDERS = 200
"""Of one customer in the held-out time, where there was none before; and three for each before."""

FIT_SECONDS = 10.0
PREDICTIONS = 1_000_000.0

OURS = "ours: modified BG/NBD, learnt by foretelling"
LIKELIEST = "modified BG/NBD, likeliest"
BG_NBD = "BG/NBD, likeliest"
PARETO = "Pareto/NBD, likeliest"
NAIVE = "going on at the rate so far"
NOBODY = "saying that nobody orders"


def measure_clv(sizes: Sizes) -> list[Figure]:
    """The published sample, or the file `sizes.data` split at half its time; made-up shops; and a
    million customers for the times.

    Raises NotMeasuredError where there is no such file.
    """
    bought = purchases_at(sizes.data)
    learnt = _found(learn_rhythm(bought.days, bought.until, per=WEEK))
    halfway = learn_rhythm(bought.days, bought.halfway, per=WEEK)
    return [
        *(_published(bought) if sizes.data is None else []),
        *_held_out(bought, learnt, halfway),
        *_spending(bought),
        *money_held_out(bought, learnt, halfway),
        *measure_shops(sizes.seeds or SEEDS, sizes.shop_customers),
        *_on_many(sizes),
    ]


def _published(bought: Purchases) -> list[Figure]:
    """How far our parameters are from those that were published on the same sample."""
    rhythm = _found(fit_rhythm(bought.histories))
    off = max(abs(round(getattr(rhythm, name), 3) - at) for name, at in PUBLISHED.items())
    note = (
        f"r {rhythm.r:.3f}, alpha {rhythm.alpha:.3f}, a {rhythm.a:.3f}, b {rhythm.b:.3f}, "
        f"ln L {rhythm.log_likelihood:.1f} (published -9582.4)"
    )
    what = "largest distance of a parameter of BG/NBD from the published one"
    return [Figure("clv", what, off, "at three decimals", 0.0, less=True, note=note)]


def _held_out(bought: Purchases, learnt: Rhythm, halfway: Rhythm | Unavailable) -> list[Figure]:
    """What was expected of the second half of the time, beside what came."""
    came, weeks, histories = bought.held_out, bought.weeks, bought.histories
    start = _found(fit_rhythm(histories, modified=True, steadied=True))
    plain = _by_rhythm(OURS, learnt, histories, weeks)
    if plain.all_orders is not None:
        wide = allowing_for(_tried_within(bought, halfway), plain.all_orders)
        plain = replace(plain, all_orders=wide)
    naive = histories.repeats / np.maximum(histories.age, 1.0) * weeks
    forecasts = [
        plain,
        _by_rhythm(LIKELIEST, fit_rhythm(histories, modified=True), histories, weeks),
        _by_rhythm(BG_NBD, fit_rhythm(histories), histories, weeks),
        _by_pareto(histories, weeks),
        *lifetimes_forecasts(histories, weeks),
        Forecast(NAIVE, naive),
        Forecast(NOBODY, np.zeros(len(came))),
    ]
    period = f"{weeks:.0f} weeks"
    ahead = Outlook(histories, came, weeks)
    gain = log_score(learnt, ahead) - log_score(start, ahead)
    return [
        *judged(forecasts, came, period, ERROR),
        Figure(
            "clv", "log score of what was held out, gained over the likeliest parameters", gain,
            "nats", 0.0,
        ),
    ]  # fmt: skip


def _tried_within(bought: Purchases, rhythm: Rhythm | Unavailable) -> list[Tried]:
    then = bought.halfway
    past = bought.days.as_of(then, per=WEEK)
    if isinstance(rhythm, Unavailable):
        return []
    days = bought.until - then
    came = int(bought.days.came(past.who, then, bought.until).sum())
    return [Tried(days, days, orders_of_all(rhythm, past.histories, days / WEEK), came)]


def _by_rhythm(
    name: str, rhythm: Rhythm | Unavailable, histories: Histories, period: float
) -> Forecast:
    if isinstance(rhythm, Unavailable):
        return Forecast(name, np.zeros(len(histories)), absent=rhythm.reason)

    def chance(orders: int) -> Floats:
        return at_least(rhythm, histories, period, orders)

    values = ", ".join(
        f"{key} {value:.3f}" for key, value in zip("rαab", rhythm.values, strict=True)
    )
    if rhythm.weight != 1.0:
        values += f", weight of the past {rhythm.weight:.2f}"
    mean = expected_orders(rhythm, histories, period)
    return Forecast(name, mean, chance, orders_of_all(rhythm, histories, period), values)


def _by_pareto(histories: Histories, period: float) -> Forecast:
    model = fit_pareto_nbd(histories)
    if isinstance(model, Unavailable):
        return Forecast(PARETO, np.zeros(len(histories)), absent=model.reason)
    most = MOST_ORDERS + 3 * int(histories.repeats.max(initial=0.0))
    chances = chances_by_pareto(model, histories, period, most)
    beyond = np.zeros(len(histories))
    mean = expected_by_pareto(model, histories, period)
    note = f"r {model.r:.3f}, α {model.alpha:.3f}, s {model.s:.3f}, β {model.beta:.3f}"
    return Forecast(
        PARETO, mean, lambda orders: chances[orders] if orders <= most else beyond, None, note
    )


def _spending(bought: Purchases) -> list[Figure]:
    spend = bought.spend
    again = spend > 0
    if not again.any():
        return []
    spending = fit_spending(bought.histories.repeats[again], spend[again])
    if isinstance(spending, Unavailable):
        return []
    what = "customers whose spending Gamma-Gamma was fitted on"
    note = f"p {spending.p:.2f}, q {spending.q:.3f}, v {spending.v:.3f}"
    return [Figure("clv", what, float(spending.customers), "customers", note=note)]


def _on_many(sizes: Sizes) -> list[Figure]:
    truth = Rhythm(0.5, 60.0, 0.8, 2.5, modified=True)
    days = simulated_days(truth, sizes.rhythm_customers, seed=1)
    until = int(days.day.max())
    histories = days.as_of(until).histories
    fits, whole, rates = [], [], []
    for _ in range(sizes.repeats):
        begun = perf_counter()
        learnt = _found(fit_rhythm(histories, modified=True))
        fits.append(perf_counter() - begun)
        begun = perf_counter()
        _found(learn_rhythm(days, until))
        whole.append(perf_counter() - begun)
        begun = perf_counter()
        expected_orders(truth, histories, 90.0)
        rates.append(len(histories) / (perf_counter() - begun))
    many = f"{len(histories):,} simulated customers"
    seconds = partial(spread, unit=" s", digits=2)
    return [
        Figure("clv", f"the likeliest rhythm of {many}", median(fits), "s", FIT_SECONDS, less=True,
            note=f"{seconds(fits)}; r {learnt.r:.3f}, alpha {learnt.alpha:.1f}, "
            f"a {learnt.a:.3f}, b {learnt.b:.3f}, true ones .5, 60, .8, 2.5"),
        Figure("clv", f"the same, and learnt by foretelling: all of it, from {len(days):,} order "
            "days", median(whole), "s", FIT_SECONDS, less=True, note=seconds(whole)),
        Figure("clv", "expected orders of 90 days", median(rates), "customers/s", PREDICTIONS,
            note=spread(rates)),
    ]  # fmt: skip


def _found(rhythm: Rhythm | Unavailable) -> Rhythm:
    if isinstance(rhythm, Unavailable):
        raise NotMeasuredError(f"There is no rhythm to measure, because {rhythm.reason}.")
    return rhythm
