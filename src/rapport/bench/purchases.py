"""Purchase histories for measuring: read from a file, or lived by made-up customers."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from math import isfinite
from pathlib import Path

import numpy as np
from msgspec import Struct

from rapport.bench.figures import NotMeasuredError
from rapport.errors import RapportError
from rapport.science.arrays import Floats, Ints
from rapport.science.order_days import OrderDays
from rapport.science.rhythm import Histories, Rhythm

SAMPLE = Path("cdnow") / "CDNOW_sample.txt"

WEEK = 7.0

FIRST_YEAR, LAST_YEAR = 1970, 2100

FEWEST_CUSTOMERS = 200
"""Of fewer, nothing is learnt by foretelling, and whatever is measured is luck."""

LEAST_SHARE = 0.02
"""Of all orders, on each side of the middle of the time."""


class Purchases(Struct, frozen=True, eq=False):
    """Order days, and what is asked of them: from what is known at the end of day `until`, the
    orders up to the end of day `end`; in weeks, as the literature has it."""

    days: OrderDays
    until: int
    end: int

    @property
    def histories(self) -> Histories:
        """What is known at the end of `until`, in weeks."""
        return self.days.as_of(self.until, per=WEEK).histories

    @property
    def held_out(self) -> Floats:
        """Each customer's orders after that."""
        people = self.days.as_of(self.until).who
        return self.days.came(people, self.until, self.end)

    @property
    def halfway(self) -> int:
        """The day from which the second half of what is known is foretold, to see how far off that
        is: nothing held out is in it."""
        begin = int(self.days.day.min())
        return begin + (self.until - begin) // 2

    @property
    def until_day(self) -> date:
        """The last day that is known."""
        return date.fromordinal(self.until)

    @property
    def weeks(self) -> float:
        """How long what is held out is."""
        return (self.end - self.until) / WEEK

    @property
    def spend(self) -> Floats:
        """The mean of each customer's orders after the first, by `until`; 0 where none was."""
        past = self.days.until(self.until)
        first = np.append(True, past.who[1:] != past.who[:-1])
        of = np.cumsum(first) - 1
        repeats = np.bincount(of, ~first)
        total = np.bincount(of, np.where(first, 0.0, past.spent))
        return np.asarray(total / np.maximum(repeats, 1.0), dtype=np.float64)


def purchases_at(data: Path | None) -> Purchases:
    """The published sample, or the file `data`, or the sample in the folder `data`.

    Raises NotMeasuredError where there is no such file.
    """
    if data is None:
        data = Path(os.environ.get("RAPPORT_DATA", "../shared/data")).resolve()
    file = data / SAMPLE if data.is_dir() else data
    if not file.is_file():
        raise NotMeasuredError(
            f"There is no {file}. Name a file of purchases with --data, or set RAPPORT_DATA to the "
            f"folder that holds {SAMPLE}; where to get it is in docs/rhythm.md."
        )
    return read_purchases(file)


def read_purchases(file: Path) -> Purchases:
    """A file of lines 'number customer day (19970101) pieces amount', split at half its time.

    The number may be missing, as in the whole of which the sample is a part. Raises RapportError
    where the file is not of this shape, or tells of nothing.
    """
    numbers: dict[str, int] = {}
    rows = []
    for number, line in enumerate(_lines(file), start=1):
        if not line.strip():
            continue
        where = f"{file}, line {number}"
        try:
            *names, day, _, written = line.split()
            customer = names[1] if len(names) == 2 else _only(names)
            amount = float(written)
        except ValueError as error:
            raise RapportError(
                f"{where}: it is not 'number customer day pieces amount'."
            ) from error
        if not isfinite(amount):
            raise RapportError(f"{where}: '{written}' is no amount of money.")
        rows.append((numbers.setdefault(customer, len(numbers)), _day(day, where), amount))
    if not rows:
        raise RapportError(f"{file} is empty: there is nothing to measure on.")
    try:
        days = OrderDays.of(*zip(*rows, strict=True))
    except ValueError as error:
        raise RapportError(f"{file}: {error}") from error
    return _with_two_halves(split(days), file)


def _with_two_halves(purchases: Purchases, file: Path) -> Purchases:
    """Raises NotMeasuredError where too few customers, or one half of the time, tell too little."""
    day = purchases.days.day
    after = int((day > purchases.until).sum())
    fewest = min(after, len(day) - after)
    if fewest < int(LEAST_SHARE * len(day)):
        begin, until, end = (
            date.fromordinal(on) for on in (int(day.min()), purchases.until, purchases.end)
        )
        raise NotMeasuredError(
            f"{file}: of {len(day):,} orders from {begin} to {end}, {fewest:,} lie on one side of "
            f"{until}, the middle of that time, and at least {LEAST_SHARE:.0%} must on each. Look "
            "whether the first and the last day are right."
        )
    customers = len(purchases.histories)
    if customers < FEWEST_CUSTOMERS:
        raise NotMeasuredError(
            f"{file}: it tells of fewer than {FEWEST_CUSTOMERS} customers ({customers:,}) before "
            f"{purchases.until_day}, and what holds for so few is chance."
        )
    return purchases


def _day(written: str, where: str) -> int:
    """Raises RapportError where it is no day, or one on which nobody can have ordered: one such day
    would move the half of the time at which what is held out begins."""
    try:
        on = date(int(written[:4]), int(written[4:6]), int(written[6:]))
    except ValueError as error:
        raise RapportError(f"{where}: '{written}' is no day, such as 19970131.") from error
    if not FIRST_YEAR <= on.year < LAST_YEAR:
        raise RapportError(f"{where}: {on} does not lie between {FIRST_YEAR} and {LAST_YEAR}.")
    return on.toordinal()


def _only(names: list[str]) -> str:
    (name,) = names
    return name


def split(days: OrderDays) -> Purchases:
    """Half of the time is known, the other half is held out."""
    begin, end = int(days.day.min()), int(days.day.max())
    return Purchases(days, begin + (end - begin) // 2, end)


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="ascii").splitlines()
    except UnicodeDecodeError as error:
        raise RapportError(f"{file} is no text of lines 'number customer day ...'.") from error


def simulated(rhythm: Rhythm, n: int, seed: int) -> Histories:
    """Customers who live by the rhythm to the letter, in days, as of two years' end.

    Orders come at any moment; a shop's data are whole days, which `simulated_days` gives.
    """
    draw = np.random.default_rng(seed)
    age = draw.integers(1, 731, size=n).astype(np.float64)
    repeats, last = np.zeros(n), np.zeros(n)
    for who, at in _lives(rhythm, age, draw):
        repeats[who] += 1
        last[who] = at
    return Histories.of(repeats, last, age)


def simulated_days(rhythm: Rhythm, n: int, seed: int, span: int = 730) -> OrderDays:
    """The order days of such customers, whose first order was within the `span` days from 1 on."""
    draw = np.random.default_rng(seed)
    age = draw.integers(0, span, size=n).astype(np.float64)
    people, days = [np.arange(n)], [span - age]
    for who, at in _lives(rhythm, age, draw):
        people.append(who)
        days.append(np.ceil(span - age[who] + at))
    who = np.concatenate(people)
    return OrderDays.of(who, np.concatenate(days), np.ones(len(who)))


def _lives(rhythm: Rhythm, age: Floats, draw: np.random.Generator) -> Iterator[tuple[Ints, Floats]]:
    """Who orders a second time, a third, and so on, and when, counted from their first order."""
    n = len(age)
    rate = draw.gamma(rhythm.r, 1.0 / rhythm.alpha, n)
    leaving = draw.beta(rhythm.a, rhythm.b, n)
    at = np.zeros(n)
    alive = np.flatnonzero(draw.random(n) >= leaving) if rhythm.modified else np.arange(n)
    while len(alive):
        with np.errstate(divide="ignore", over="ignore"):
            at[alive] += draw.standard_exponential(len(alive)) / rate[alive]
        alive = alive[at[alive] <= age[alive]]
        yield alive, at[alive]
        alive = alive[draw.random(len(alive)) >= leaving[alive]]
