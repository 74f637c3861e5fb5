"""What all customers will spend: it adds up, and its interval holds as often as it says."""

from __future__ import annotations

import numpy as np
import pytest

from rapport.bench.purchases import simulated_days
from rapport.science.arrays import Floats
from rapport.science.order_days import Customers, OrderDays
from rapport.science.rhythm import Histories, Rhythm
from rapport.science.rhythm_forecast import Expected, expected_orders
from rapport.science.spending import Spending, expected_spend, fit_spending
from rapport.science.unavailable import Unavailable
from rapport.science.worth import lifetime_value, spent_by_all

RHYTHM = Rhythm(0.243, 4.414, 0.793, 2.426)
TRUTH = Rhythm(0.8, 60.0, 0.9, 2.2, modified=True)
PRICES = Spending(4.0, 3.5, 2_500.0)
KNOWN, AHEAD = 730, 90


def shop(seed: int, people: int = 400) -> OrderDays:
    """Customers who order and pay by the model."""
    days = simulated_days(TRUTH, people, seed, span=KNOWN + AHEAD)
    draw = np.random.default_rng([seed, 1])
    rates = draw.gamma(PRICES.q, 1.0 / PRICES.v, people)
    spent = draw.gamma(PRICES.p, 1.0, len(days)) / rates[days.who]
    return OrderDays.of(days.who, days.day, spent)


def customers(repeats: Floats, spent: Floats) -> Customers:
    age = np.full(len(repeats), 300.0)
    last = np.where(repeats > 0, 250.0, 0.0)
    return Customers(np.arange(len(repeats)), Histories.of(repeats, last, age), spent)


def test_a_lifetime_without_interest_is_orders_times_spend() -> None:
    told = Histories.of([0, 2, 9], [0, 20, 38], [39, 39, 39])
    spend = np.array([10.0, 20.0, 30.0])
    plain = lifetime_value(RHYTHM, told, spend, 52.0, 0.0, steps=12)
    assert plain == pytest.approx(expected_orders(RHYTHM, told, 52.0) * spend)
    later = lifetime_value(RHYTHM, told, spend, 52.0, 0.1, steps=12)
    assert (later < plain).all()
    assert (later > plain / 1.1).all()


def test_a_lifetime_in_no_steps_is_refused() -> None:
    with pytest.raises(ValueError, match="steps"):
        lifetime_value(RHYTHM, Histories.of([0], [0], [1]), np.ones(1), 52.0, 0.0, steps=0)


def test_what_all_spend_is_the_sum_of_what_each_does() -> None:
    now = shop(3).as_of(KNOWN)
    each = expected_spend(PRICES, now.orders, now.spent / now.orders)
    found = spent_by_all(TRUTH, PRICES, now, 365.0, discount=0.1, steps=12)
    assert isinstance(found, Expected)
    value = lifetime_value(TRUTH, now.histories, each, 365.0, 0.1, steps=12)
    assert found.value == pytest.approx(value.sum())
    assert 0.0 < found.low < found.value < found.high


def test_nine_of_ten_intervals_hold_where_people_live_by_the_model() -> None:
    held = []
    for seed in range(400):
        days = shop(seed)
        now = days.as_of(KNOWN)
        said = spent_by_all(TRUTH, PRICES, now, float(AHEAD))
        assert isinstance(said, Expected)
        came = days.spent_by(now.who, KNOWN, KNOWN + AHEAD).sum()
        held.append(said.low <= came <= said.high)
    assert 0.86 < np.mean(held) < 0.95


def test_what_prices_were_learnt_from_little_make_it_wider() -> None:
    days = shop(5)
    now = days.as_of(KNOWN)
    learnt = fit_spending(now.orders, now.spent / now.orders)
    assert isinstance(learnt, Spending)
    certain = Spending(learnt.p, learnt.q, learnt.v)
    wide, narrow = (spent_by_all(TRUTH, one, now, 90.0) for one in (learnt, certain))
    assert isinstance(wide, Expected)
    assert isinstance(narrow, Expected)
    assert wide.value == narrow.value
    assert wide.high - wide.low > narrow.high - narrow.low


def test_who_got_all_back_counts_at_the_brands_price() -> None:
    found = spent_by_all(TRUTH, PRICES, customers(np.array([2.0]), np.array([-500.0])), 90.0)
    plain = spent_by_all(TRUTH, PRICES, customers(np.array([2.0]), np.array([0.0])), 90.0)
    assert isinstance(found, Expected)
    orders = expected_orders(TRUTH, Histories.of([2], [250], [300]), 90.0)[0]
    assert found.value == pytest.approx(orders * PRICES.mean)
    assert found == plain


def test_amounts_without_a_spread_give_no_interval() -> None:
    wild = Spending(0.5, 1.2, 900.0)
    found = spent_by_all(TRUTH, wild, customers(np.array([0.0]), np.array([900.0])), 90.0)
    assert isinstance(found, Unavailable)


def test_nobody_spends_nothing() -> None:
    assert spent_by_all(TRUTH, PRICES, customers(np.zeros(0), np.zeros(0)), 90.0) == Expected(
        0.0, 0.0, 0.0
    )
