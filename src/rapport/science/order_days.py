"""Who ordered on which days: what any rhythm is learnt from, as it stood on any day."""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import ArrayLike

from rapport.science.arrays import Bools, Floats, Ints
from rapport.science.rhythm import Histories
from rapport.science.usual import held_to, most_of_one


class HeldDays(Struct, frozen=True):
    """Order days that count as `most`, which is less than they brought in truth, all together."""

    days: int
    most: float
    brought: float


class OrderDays(Struct, frozen=True, eq=False):
    """One row for each customer and day with orders, sorted by both; shapes (m,).

    `who` numbers the customers, `day` counts from any one day, `spent` is the day's revenue.
    """

    who: Ints
    day: Ints
    spent: Floats

    @classmethod
    def of(cls, who: ArrayLike, day: ArrayLike, spent: ArrayLike) -> OrderDays:
        """Sorted, with the orders of one customer and day as one. Raises ValueError where the
        columns have unlike lengths or a revenue is not finite."""
        people, days = (np.asarray(column, dtype=np.int64).reshape(-1) for column in (who, day))
        money = np.asarray(spent, dtype=np.float64).reshape(-1)
        if not len(people) == len(days) == len(money):
            raise ValueError("Each order day needs a customer, a day and a revenue.")
        if not np.isfinite(money).all():
            raise ValueError("A revenue is not a finite number. Find its source.")
        order = np.lexsort((days, people))
        people, days, money = people[order], days[order], money[order]
        new = np.ones(len(people), dtype=bool)
        new[1:] = (people[1:] != people[:-1]) | (days[1:] != days[:-1])
        first = np.flatnonzero(new)
        total = np.add.reduceat(money, first) if len(first) else money
        return cls(people[first], days[first], total)

    def __len__(self) -> int:
        return len(self.who)

    def held(self) -> tuple[OrderDays, HeldDays]:
        """The same with no day counting for more than is usual here; see `most_of_one`."""
        most = most_of_one(self.spent)
        counted = held_to(most, self.spent)
        enormous = counted != self.spent
        held = HeldDays(int(enormous.sum()), most, float(self.spent[enormous].sum()))
        return OrderDays(self.who, self.day, counted), held

    def every(self, step: int) -> OrderDays:
        """Only each `step`-th customer, by number."""
        return self._where(self.who % step == 0)

    def until(self, day: int) -> OrderDays:
        """Only what was known at the end of `day`."""
        return self._where(self.day <= day)

    def customers(self, *, per: float = 1.0) -> Customers:
        """All of it by customer, as it stands at the end of its last day; see `as_of`."""
        return self.as_of(int(self.day.max()) if len(self) else 0, per=per)

    def as_of(self, day: int, *, per: float = 1.0) -> Customers:
        """What was known of each customer at the end of `day`, in units of `per` days. Who had not
        ordered yet is left out."""
        past = self.until(day)
        if not len(past):
            none = np.zeros(0)
            return Customers(np.zeros(0, dtype=np.int64), Histories(none, none, none), none)
        first = np.flatnonzero(np.append(True, past.who[1:] != past.who[:-1]))
        last = np.append(first[1:], len(past)) - 1
        began, ended = past.day[first], past.day[last]
        told = Histories.of(last - first, (ended - began) / per, (day - began) / per)
        return Customers(past.who[first], told, np.add.reduceat(past.spent, first))

    def came(self, people: Ints, after: int, until: int) -> Floats:
        """Order days of each of `people` later than `after` and not later than `until`; `people`
        are sorted, shape (n,)."""
        at, _ = self._between(people, after, until)
        return np.bincount(at, minlength=len(people)).astype(np.float64)

    def spent_by(self, people: Ints, after: int, until: int) -> Floats:
        """What each of `people` spent on those days, likewise."""
        at, rows = self._between(people, after, until)
        return np.bincount(at, self.spent[rows], len(people)).astype(np.float64)

    def _between(self, people: Ints, after: int, until: int) -> tuple[Ints, Ints]:
        """The rows of those days that are one of `people`'s: whose, as a place, and which."""
        rows = np.flatnonzero((self.day > after) & (self.day <= until))
        at = np.searchsorted(people, self.who[rows])
        known = at < len(people)
        known[known] = people[at[known]] == self.who[rows[known]]
        return at[known].astype(np.int64), rows[known].astype(np.int64)

    def _where(self, chosen: Bools) -> OrderDays:
        return OrderDays(self.who[chosen], self.day[chosen], self.spent[chosen])


class Customers(Struct, frozen=True, eq=False):
    """Each customer once, sorted: number, history, and what they spent in all. Shapes (n,)."""

    who: Ints
    histories: Histories
    spent: Floats

    def __len__(self) -> int:
        return len(self.who)

    @property
    def orders(self) -> Floats:
        """Days with orders, the first one too."""
        return self.histories.repeats + 1.0
