"""Order days by customer: as they stood on a day, and what came after it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.science.order_days import OrderDays

rows = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 60), st.integers(0, 900)), max_size=60)


def days_of(told: list[tuple[int, int, int]]) -> OrderDays:
    columns = list(zip(*told, strict=True)) or [(), (), ()]
    return OrderDays.of(*columns)


@given(rows, st.integers(0, 60), st.integers(0, 40))
def test_it_is_what_a_list_of_each_persons_orders_says(
    told: list[tuple[int, int, int]], day: int, ahead: int
) -> None:
    people: dict[int, dict[int, int]] = {}
    for who, on, spent in told:
        own = people.setdefault(who, {})
        own[on] = own.get(on, 0) + spent
    table = []
    for who in sorted(people):
        past = sorted(on for on in people[who] if on <= day)
        if past:
            later = sum(day < on <= day + ahead for on in people[who])
            spent = sum(people[who][on] for on in past)
            table.append((who, len(past) - 1, past[-1] - past[0], day - past[0], spent, later))
    days = days_of(told)
    then = days.as_of(day)
    found = [
        then.who, then.histories.repeats, then.histories.last, then.histories.age, then.spent,
        days.came(then.who, day, day + ahead),
    ]  # fmt: skip
    assert [tuple(map(int, row)) for row in zip(*found, strict=True)] == table


def test_the_unit_of_time_is_the_one_asked_for() -> None:
    days = days_of([(1, 0, 5), (1, 14, 5), (2, 7, 5)])
    weeks = days.as_of(28, per=7.0).histories
    assert weeks.last.tolist() == [2.0, 0.0]
    assert weeks.age.tolist() == [4.0, 3.0]


def test_several_orders_of_a_day_are_one_and_their_order_is_of_no_matter() -> None:
    told = [(2, 9, 1), (1, 5, 10), (1, 5, 20), (1, 3, 7)]
    forth, back = days_of(told), days_of(told[::-1])
    assert forth.who.tolist() == back.who.tolist() == [1, 1, 2]
    assert forth.spent.tolist() == back.spent.tolist() == [7.0, 30.0, 1.0]


def test_every_other_customer_is_taken_with_all_they_ordered() -> None:
    days = days_of([(who, day, 1) for who in range(6) for day in range(3)])
    assert days.every(2).who.tolist() == [0, 0, 0, 2, 2, 2, 4, 4, 4]


def test_columns_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="needs a customer"):
        OrderDays.of([1], [1, 2], [3.0])
    with pytest.raises(ValueError, match="finite"):
        OrderDays.of([1], [1], [np.inf])
