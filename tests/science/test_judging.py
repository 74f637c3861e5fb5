"""Chances are judged as they should be, by limit cases and by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.science.judging import judge
from rapport.science.logistic import logistic, logit, sigmoid


def world(seed: int, n: int = 4_000) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """True chances, what came, and whose moment it was: four of each person."""
    draw = np.random.default_rng(seed)
    p = sigmoid(draw.normal(-1.0, 1.0, n // 4).repeat(4))
    return p, (draw.random(n) < p).astype(float), np.arange(n) // 4


def test_log_loss_and_brier_are_what_they_are_by_hand() -> None:
    y, p = np.array([1.0, 0.0, 1.0]), np.array([0.8, 0.4, 0.5])
    marks = judge(y, np.arange(3), {"it": p}, draws=5).marks["it"]
    assert marks.log_loss.value == pytest.approx(-np.log([0.8, 0.6, 0.5]).mean())
    assert marks.brier.value == pytest.approx(np.mean([0.04, 0.16, 0.25]))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.integers(1, 9)), min_size=2, max_size=30))
def test_auc_is_how_often_the_right_one_of_a_pair_was_given_more(
    rows: list[tuple[bool, int]],
) -> None:
    y = np.array([came for came, _ in rows], dtype=float)
    p = np.array([tenths / 10 for _, tenths in rows])
    pairs = [(a > b) + (a == b) / 2 for a in p[y == 1] for b in p[y == 0]]
    if pairs:
        found = judge(y, np.arange(len(y)), {"it": p}, draws=2).marks["it"].auc.value
        assert found == pytest.approx(np.mean(pairs))


def test_true_chances_are_calibrated_and_overdone_ones_are_not() -> None:
    p, y, who = world(1)
    overdone = sigmoid(2.0 * logit(p))
    judged = judge(y, who, {"true": p, "overdone": overdone}, draws=100)
    true, over = judged.marks["true"], judged.marks["overdone"]
    assert true.slope.low < 1.0 < true.slope.high
    assert true.intercept.low < 0.0 < true.intercept.high
    assert over.slope.value == pytest.approx(true.slope.value / 2.0, rel=1e-4)
    assert over.slope.high < 1.0
    assert true.gap < over.gap
    assert judged.gains["overdone"].log_loss.low > 0.0
    assert judged.gains["overdone"].auc.value == pytest.approx(0.0)


def test_two_that_say_the_same_are_never_surely_different() -> None:
    p, y, who = world(2)
    assert not judge(y, who, {"a": p, "b": p}, draws=50).gains["b"].sure


def test_people_are_drawn_as_wholes() -> None:
    p, y, _ = world(3)
    apart = judge(y, np.arange(len(y)), {"it": p}, draws=100).marks["it"].log_loss
    few = judge(y, np.arange(len(y)) // 200, {"it": p}, draws=100).marks["it"].log_loss
    alike = judge(y.repeat(4), np.arange(len(y)).repeat(4), {"it": p.repeat(4)}, draws=100)
    same = alike.marks["it"].log_loss
    assert few.value == apart.value
    assert same.high - same.low == pytest.approx(apart.high - apart.low)


def test_the_curve_shows_what_was_said_and_what_came_of_all_moments() -> None:
    p, y, who = world(4)
    curve = judge(y, who, {"it": p}, draws=2).curve
    assert sum(point.moments for point in curve) == len(y)
    assert [point.said for point in curve] == sorted(point.said for point in curve)
    assert sum(point.came * point.moments for point in curve) == pytest.approx(y.sum())


def test_logistic_without_a_prior_is_where_the_slope_of_the_likelihood_is_nothing() -> None:
    draw = np.random.default_rng(5)
    x = np.column_stack([np.ones(500), draw.normal(size=(500, 2))])
    y = (draw.random(500) < sigmoid(x @ np.array([-1.0, 0.8, 0.0]))).astype(float)
    free = logistic(x, y, np.zeros(3), np.zeros(3))
    assert np.abs(x.T @ (y - sigmoid(x @ free))).max() < 1e-6
    held = logistic(x, y, np.full(3, 1e12), np.array([0.3, 0.2, 0.1]))
    assert held == pytest.approx([0.3, 0.2, 0.1], abs=1e-6)


def test_logistic_stays_finite_where_the_classes_can_be_told_apart_wholly() -> None:
    x = np.column_stack([np.ones(20), np.arange(20.0)])
    y = (np.arange(20) > 9).astype(float)
    assert np.isfinite(logistic(x, y, np.array([0.0, 1e-3]), np.zeros(2))).all()
    assert np.isfinite(logistic(x, np.ones(20), np.array([1e-3, 1e-3]), np.zeros(2))).all()
