"""Order rhythm and spending: against published parameters, a held-out period, and the clock."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np
from msgspec import Struct

from rapport.bench.figures import Beside, Figure, NotMeasuredError, Sizes, spread
from rapport.errors import RapportError
from rapport.science.maximum import Floats
from rapport.science.rhythm import Histories, Rhythm, fit_rhythm
from rapport.science.rhythm_forecast import expected_orders, middle_orders, orders_of_all
from rapport.science.spending import fit_spending
from rapport.science.unavailable import Unavailable

SAMPLE = Path("cdnow") / "CDNOW_sample.txt"

PUBLISHED = {"r": 0.243, "alpha": 4.414, "a": 0.793, "b": 2.426}
"""Fader, Hardie, Lee 2005, table 2; the log-likelihood there is -9582.4."""

ERROR = 0.72
"""Held-out mean absolute error on the sample; BG/NBD's is .7855, Pareto/NBD's .7545."""

FIT_SECONDS = 10.0
PREDICTIONS = 1_000_000.0


class Purchases(Struct, frozen=True, eq=False):
    """Histories up to a day in weeks, what was spent on a repeat order, and the orders of the
    `weeks` after it."""

    histories: Histories
    spend: Floats
    held_out: Floats
    weeks: float


def measure_clv(sizes: Sizes) -> list[Figure]:
    """The published sample, or the file `sizes.data`; and simulated customers for the times.

    `sizes.data` may also be a folder that holds `SAMPLE`. Raises NotMeasuredError where there is no
    such file.
    """
    if sizes.data is not None:
        file = sizes.data / SAMPLE if sizes.data.is_dir() else sizes.data
        return [*_held_out(read_purchases(_there(file))), *_on_many(sizes)]
    file = Path(os.environ.get("RAPPORT_DATA", "../shared/data")).resolve() / SAMPLE
    bought = read_purchases(_there(file))
    return [*_published(bought), *_held_out(bought), *_on_many(sizes)]


def _there(file: Path) -> Path:
    if not file.is_file():
        raise NotMeasuredError(
            f"There is no {file}. Name a file of purchases with --data, or set RAPPORT_DATA to the "
            f"folder that holds {SAMPLE}; where to get it is in docs/rhythm.md."
        )
    return file


def read_purchases(file: Path) -> Purchases:
    """A file of lines 'number customer day (19970101) pieces amount', split at half its time.

    A customer is named by the second field from the left. Raises RapportError where the file is
    not of this shape, or tells of nothing.
    """
    days: dict[str, dict[int, float]] = {}
    for number, line in enumerate(file.read_text(encoding="ascii").splitlines(), start=1):
        try:
            _, customer, day, _, amount = line.split()
            on = date(int(day[:4]), int(day[4:6]), int(day[6:])).toordinal()
            spent = float(amount)
        except ValueError as error:
            raise RapportError(
                f"{file}, line {number}: it is not 'number customer day pieces amount'."
            ) from error
        own = days.setdefault(customer, {})
        own[on] = own.get(on, 0.0) + spent
    if not days:
        raise RapportError(f"{file} is empty: there is nothing to measure on.")
    return _split(list(days.values()))


def _split(people: Sequence[dict[int, float]]) -> Purchases:
    begin, end = min(map(min, people)), max(map(max, people))
    until = begin + (end - begin) // 2
    table = []
    for own in people:
        past = sorted(on for on in own if on <= until)
        if past:
            again = [own[on] for on in past[1:]]
            spent = sum(again) / len(again) if again else 0.0
            times = ((past[-1] - past[0]) / 7.0, (until - past[0]) / 7.0)
            table.append((len(again), *times, spent, len(own) - len(past)))
    x, last, age, spend, after = np.asarray(table, dtype=np.float64).T
    return Purchases(Histories.of(x, last, age), spend, after, (end - until) / 7.0)


def simulated(rhythm: Rhythm, n: int, seed: int, *, rounded: bool = True) -> Histories:
    """Customers who live by the rhythm, in days, whose first order was in the last two years.

    `rounded` puts orders on whole days and counts those of a day once, as a shop's data are. The
    model knows nothing of that, which moves its parameters a little.
    """
    draw = np.random.default_rng(seed)
    age = draw.integers(1, 731, size=n).astype(np.float64)
    rate = draw.gamma(rhythm.r, 1.0 / rhythm.alpha, n)
    leaving = draw.beta(rhythm.a, rhythm.b, n)
    repeats, last, at = np.zeros(n), np.zeros(n), np.zeros(n)
    alive = np.flatnonzero(draw.random(n) >= leaving) if rhythm.modified else np.arange(n)
    while len(alive):
        with np.errstate(divide="ignore", over="ignore"):
            at[alive] += draw.standard_exponential(len(alive)) / rate[alive]
        alive = alive[at[alive] <= age[alive]]
        on = np.ceil(at[alive]) if rounded else at[alive]
        repeats[alive] += on > last[alive]
        last[alive] = on
        alive = alive[draw.random(len(alive)) >= leaving[alive]]
    return Histories.of(repeats, last, age)


def _published(bought: Purchases) -> list[Figure]:
    """How far our parameters are from those that were published on the same sample."""
    rhythm = _fitted(bought.histories, modified=False)
    off = max(abs(round(getattr(rhythm, name), 3) - at) for name, at in PUBLISHED.items())
    note = (
        f"r {rhythm.r:.3f}, alpha {rhythm.alpha:.3f}, a {rhythm.a:.3f}, b {rhythm.b:.3f}, "
        f"ln L {rhythm.log_likelihood:.1f} (published -9582.4)"
    )
    what = "largest distance of a parameter of BG/NBD from the published one"
    return [Figure("clv", what, off, "at three decimals", 0.0, less=True, note=note)]


def _held_out(bought: Purchases) -> list[Figure]:
    """What was expected of the second half of the time, beside what came."""
    figures = []
    came, weeks, histories = bought.held_out, bought.weeks, bought.histories
    naive = histories.repeats / np.maximum(histories.age, 1.0) * weeks
    for name, modified in (("BG/NBD", False), ("modified BG/NBD", True)):
        rhythm = _fitted(histories, modified=modified)
        said = expected_orders(rhythm, histories, weeks)
        whole = orders_of_all(rhythm, histories, weeks)
        figures += [
            _error(
                f"{name}, held-out orders of {weeks:.0f} weeks: mean absolute error",
                _mean_absolute(said - came), ERROR, _naive(_mean_absolute(naive - came)),
                note=f"in all {whole.value:,.0f} said ({whole.low:,.0f} to {whole.high:,.0f}), "
                f"{came.sum():,.0f} came",
            ),
            _error(
                f"{name}: root mean square error", _rms(said - came),
                beside=_naive(_rms(naive - came)),
            ),
        ]  # fmt: skip
    middle = middle_orders(_fitted(histories, modified=True), histories, weeks)
    figures.append(
        _error(
            "modified BG/NBD, each customer's median: mean absolute error",
            _mean_absolute(middle - came), ERROR,
            Beside("saying that nobody orders", float(came.mean())),
            "least for absolute errors, but it does not add up to all orders",
        )
    )  # fmt: skip
    return [*figures, *_spending(bought)]


def _spending(bought: Purchases) -> list[Figure]:
    again = bought.spend > 0
    spending = fit_spending(bought.histories.repeats[again], bought.spend[again])
    if isinstance(spending, Unavailable):
        return []
    what = "customers whose spending Gamma-Gamma was fitted on"
    note = f"p {spending.p:.2f}, q {spending.q:.3f}, v {spending.v:.3f}"
    return [Figure("clv", what, float(spending.customers), "customers", note=note)]


def _on_many(sizes: Sizes) -> list[Figure]:
    truth = Rhythm(0.5, 60.0, 0.8, 2.5, modified=True)
    histories = simulated(truth, sizes.rhythm_customers, seed=1)
    fits, rates = [], []
    for _ in range(sizes.repeats):
        begun = perf_counter()
        learnt = _fitted(histories, modified=True)
        fits.append(perf_counter() - begun)
        begun = perf_counter()
        expected_orders(truth, histories, 90.0)
        rates.append(len(histories) / (perf_counter() - begun))
    return [
        Figure("clv", f"learning the rhythm of {len(histories):,} simulated customers",
            median(fits), "s", FIT_SECONDS, less=True,
            note=f"{spread(fits, ' s', 2)}; r {learnt.r:.3f}, alpha {learnt.alpha:.1f}, "
            f"a {learnt.a:.3f}, b {learnt.b:.3f}, true ones .5, 60, .8, 2.5"),
        Figure("clv", "expected orders of 90 days", median(rates), "customers/s", PREDICTIONS,
            note=spread(rates)),
    ]  # fmt: skip


def _fitted(histories: Histories, *, modified: bool) -> Rhythm:
    rhythm = fit_rhythm(histories, modified=modified)
    if isinstance(rhythm, Unavailable):
        raise RapportError(f"There is no rhythm to measure, because {rhythm.reason}.")
    return rhythm


def _error(
    what: str, value: float, target: float | None = None, beside: Beside | None = None,
    note: str = "",
) -> Figure:  # fmt: skip
    return Figure("clv", what, value, "orders", target, less=True, beside=beside, note=note)


def _naive(value: float) -> Beside:
    return Beside("going on at the rate so far", value)


def _mean_absolute(errors: Floats) -> float:
    return float(np.abs(errors).mean())


def _rms(errors: Floats) -> float:
    return float(np.sqrt(np.mean(errors**2)))
