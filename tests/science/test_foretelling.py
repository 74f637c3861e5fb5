"""A rhythm learnt by foretelling: the truth where there is one, and better forecasts where not."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import approx_fprime

from rapport.bench.purchases import SAMPLE, read_purchases
from rapport.science.foretelling import (
    SHARES,
    Outlook,
    _Foretold,
    learn_by_foretelling,
    learn_rhythm,
    log_score,
    outlooks,
)
from rapport.science.order_days import OrderDays
from rapport.science.rhythm import Histories, Rhythm, fit_rhythm
from rapport.science.rhythm_forecast import at_least, expected_orders
from rapport.science.unavailable import Unavailable

FILE = Path(os.environ.get("RAPPORT_DATA", Path(__file__).parents[3] / "shared" / "data")) / SAMPLE
needs_sample = pytest.mark.skipif(not FILE.is_file(), reason=f"no {FILE}: set RAPPORT_DATA to it")

TRUTH = Rhythm(0.8, 60.0, 0.9, 2.2, modified=True)


def shop(people: int, seed: int, span: int = 540, fits: float = 0.0, steady: int = 1) -> OrderDays:
    """People who live by the rhythm; with `fits`, that share of their gaps is days, not weeks; with
    `steady`, a gap is the mean of as many."""
    draw = np.random.default_rng(seed)
    rows = []
    for who in range(people):
        rate, leaving = draw.gamma(TRUTH.r) / TRUTH.alpha, draw.beta(TRUTH.a, TRUTH.b)
        at = draw.uniform(0, span * 0.6)
        while at <= span:
            rows.append((who, int(at), 1))
            if draw.random() < leaving:
                break
            gap = 4.0 if draw.random() < fits else 1.0 / rate
            at += draw.gamma(steady) * gap / steady
    return OrderDays.of(*zip(*rows, strict=True))


parameters = st.floats(0.1, 8.0)
rhythms = st.builds(
    Rhythm, parameters, st.floats(2.0, 300.0), parameters, parameters, st.booleans(),
    weight=st.floats(0.4, 2.5),
)  # fmt: skip


@st.composite
def an_outlook(draw: st.DrawFn) -> Outlook:
    rows = []
    for _ in range(draw(st.integers(1, 6))):
        age = draw(st.integers(1, 900))
        repeats = draw(st.integers(0, min(age, 60)))
        last = draw(st.integers(repeats, age)) if repeats else 0
        rows.append((repeats, last, age, draw(st.integers(0, 25))))
    x, last, age, came = zip(*rows, strict=True)
    return Outlook(Histories.of(x, last, age), np.asarray(came, float), draw(st.floats(30, 400)))


@settings(max_examples=80, deadline=None)
@given(rhythms, an_outlook())
def test_the_score_is_that_of_the_chances_of_each_number_of_orders(
    rhythm: Rhythm, outlook: Outlook
) -> None:
    told, period = outlook.histories, outlook.period
    chances = np.ones((28, len(told)))
    for orders in range(1, 28):
        chances[orders] = at_least(rhythm, told, period, orders)
    came = outlook.came.astype(int)
    of_each = chances[came, np.arange(len(told))] - chances[came + 1, np.arange(len(told))]
    certain = of_each > 1e-9
    if certain.all():
        assert log_score(rhythm, outlook) == pytest.approx(np.log(of_each).sum(), rel=1e-6)


@settings(max_examples=60, deadline=None)
@given(rhythms, an_outlook())
def test_the_slope_is_that_of_the_score(rhythm: Rhythm, outlook: Outlook) -> None:
    likelihood = _Foretold(outlook, modified=rhythm.modified)
    at = np.asarray([*rhythm.values, rhythm.weight])
    value, slope = likelihood(at)
    measured = approx_fprime(at, lambda p: likelihood(p)[0], at * 1e-6)
    assert slope == pytest.approx(measured, rel=1e-2, abs=1e-3 * (1 + abs(value)))


def test_what_people_live_by_is_found_again() -> None:
    days = shop(6_000, seed=1)
    learnt = learn_rhythm(days, 540)
    assert isinstance(learnt, Rhythm)
    found = (*learnt.values, learnt.weight)
    for one, true, error in zip(found, (*TRUTH.values, 1.0), learnt.errors, strict=True):
        assert abs(one - true) < 4 * error


def test_of_people_who_order_in_fits_and_starts_it_foretells_more() -> None:
    better = []
    for seed in range(4):
        days = shop(1_500, seed=seed, span=720, fits=0.5)
        now = days.as_of(480)
        ahead = Outlook(now.histories, days.came(now.who, 480, 720), 240.0)
        likeliest = fit_rhythm(now.histories, modified=True, steadied=True)
        learnt = learn_rhythm(days, 480)
        assert isinstance(likeliest, Rhythm)
        assert isinstance(learnt, Rhythm)
        better.append(log_score(learnt, ahead) - log_score(likeliest, ahead))
    assert min(better) > 0
    assert np.mean(better) > 5


@needs_sample
def test_the_held_out_half_of_the_sample_is_foretold_better_than_by_the_likeliest() -> None:
    bought = read_purchases(FILE)
    learnt = learn_rhythm(bought.days, bought.until, per=7.0)
    likeliest = fit_rhythm(bought.histories, modified=True, steadied=True)
    assert isinstance(learnt, Rhythm)
    assert isinstance(likeliest, Rhythm)
    ahead = Outlook(bought.histories, bought.held_out, bought.weeks)
    assert log_score(learnt, ahead) > log_score(likeliest, ahead) + 40
    off = [
        np.sqrt(
            np.mean((expected_orders(one, bought.histories, bought.weeks) - bought.held_out) ** 2)
        )
        for one in (learnt, likeliest)
    ]
    assert off[0] < off[1]


def test_the_past_counts_more_of_people_who_order_regularly_and_less_of_others() -> None:
    regular = shop(2_000, seed=7, span=720, steady=8)
    fitful = shop(2_000, seed=7, span=720, fits=0.5)
    weights = [
        learnt.weight
        for days in (fitful, regular)
        if isinstance(learnt := learn_rhythm(days, 600), Rhythm)
    ]
    assert weights[0] < 1.0 < weights[1]


def test_nothing_of_what_comes_later_is_learnt_from() -> None:
    days = shop(1_000, seed=3)
    assert learn_rhythm(days, 300) == learn_rhythm(days.until(300), 300)


def test_what_is_foretold_from_lies_within_the_history() -> None:
    days = shop(800, seed=4)
    begin = int(days.day.min())
    seen = outlooks(days, 400)
    assert [round(one.period / (400 - begin), 2) for one in seen] == list(SHARES)
    assert all(one.histories.age.max() + one.period == 400 - begin for one in seen)


def test_a_history_of_a_single_day_foretells_nothing() -> None:
    one_day = OrderDays.of(range(900), [100] * 900, [5.0] * 900)
    assert outlooks(one_day, 100) == []
    assert isinstance(learn_rhythm(one_day, 100), Unavailable)
    assert isinstance(learn_rhythm(one_day, 300), Unavailable)
    assert isinstance(learn_rhythm(OrderDays.of([], [], []), 300), Unavailable)


def test_where_nobody_came_again_lately_the_likeliest_rhythm_is_kept() -> None:
    early = shop(900, seed=5, span=200)
    learnt = learn_rhythm(early, 2_000)
    now = early.as_of(2_000)
    assert learnt == fit_rhythm(now.histories, modified=True, steadied=True)
    nothing = [Outlook(now.histories, np.zeros(len(now)), 90.0)]
    assert isinstance(learn_by_foretelling(nothing, TRUTH), Unavailable)


def test_one_robot_with_an_order_on_each_day_moves_little() -> None:
    days = shop(1_500, seed=6)
    robot = OrderDays.of(
        np.append(days.who, [1_500] * 541), np.append(days.day, range(541)),
        np.append(days.spent, [1.0] * 541),
    )  # fmt: skip
    calm, shaken = learn_rhythm(days, 540), learn_rhythm(robot, 540)
    assert isinstance(calm, Rhythm)
    assert isinstance(shaken, Rhythm)
    told = days.as_of(540).histories
    before, after = (expected_orders(one, told, 90.0).sum() for one in (calm, shaken))
    assert after == pytest.approx(before, rel=0.1)
