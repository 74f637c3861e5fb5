"""A step of learning takes over by rule unless something speaks against it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from ope_log import ALL_ALIKE, KNOWING, MISTAKEN, Book, Latest, a_book, flat

from rapport.app.evidence.learn import StepCheck
from rapport.app.learning.routine import objection, step_difference
from rapport.app.measuring.outlook import likeness
from rapport.core.policy.policy import Policy
from rapport.ports import Lesson, Transaction


@cache
def book() -> Book:
    return a_book(1_200, ALL_ALIKE, KNOWING, MISTAKEN)


def against(
    current: Policy, candidate: Policy, least: int = 0, held_back: Sequence[Policy] = ()
) -> str:
    # A part of the port is all that is asked of it.
    latest = cast("Transaction", Latest(book(), least))
    return objection(latest, book().blueprint, current, candidate, held_back)


def test_a_small_step_takes_over() -> None:
    step = replace(KNOWING, number=9, effects={"tone:warm": flat(0.01)}, exploration=0.001)
    assert against(ALL_ALIKE, step) == ""
    assert against(step, replace(step, exploration=0.0012)) == ""


def test_a_step_for_the_better_takes_over() -> None:
    step = replace(KNOWING, exploration=0.001)
    assert against(ALL_ALIKE, step) == ""


def test_a_step_for_the_worse_is_stopped_and_the_loss_is_named() -> None:
    good, bad = (replace(p, exploration=0.001) for p in (KNOWING, MISTAKEN))
    why = against(good, replace(bad, number=12))
    assert why.startswith("it would have earned less than policy 1 in the last 1,")
    assert re.search(r"decisions: £[\d,]+\.\d\d to £[\d,]+\.\d\d less in each hundred$", why)


@pytest.mark.parametrize("margin", [10_000_000, 10**15, -(10**15)])
def test_one_poisoned_order_hides_no_step_for_the_worse(margin: int) -> None:
    poisoned = Book(book().blueprint, list(book().lessons_), book().decisions)
    good, bad = (replace(p, exploration=0.001) for p in (KNOWING, MISTAKEN))
    for place in (-1, -2, -300, -600):
        one = poisoned.lessons_[place]
        poisoned.lessons_[place] = replace(one, outcome=replace(one.outcome, margin=margin))
        latest = cast("Transaction", Latest(poisoned, 0))  # a part of the port, as above
        why = objection(latest, poisoned.blueprint, good, replace(bad, number=12))
        assert why.startswith("it would have earned less than policy 1"), place
        poisoned.lessons_[place] = one


SURE_OF = ("time:evening", "offer:ten", "tone:warm", "angle:help", "visual:maker")
LEAP = replace(
    KNOWING, exploration=500.0, effects={name: flat(0.2) for name in SURE_OF}, decisions=900
)
"""It would do nearly always what was hardly ever done; and would be right."""

ELSEWHERE = replace(LEAP, effects={f"{name[:5]}other": flat(0.2) for name in SURE_OF})


def test_a_leap_is_held_back() -> None:
    assert against(ALL_ALIKE, LEAP).startswith("it changes too much at once")


@pytest.mark.parametrize(
    ("earlier", "knew", "stopped"),
    [(LEAP, 700, False), (LEAP, 701, True), (ELSEWHERE, 100, True), (ALL_ALIKE, 100, True)],
    ids=["the same, far earlier", "the same, just before", "another leap", "no leap"],
)
def test_a_leap_takes_over_once_far_more_decisions_came_to_the_same(
    earlier: Policy, knew: int, stopped: bool
) -> None:
    held_back = [replace(earlier, decisions=knew)]
    assert bool(against(ALL_ALIKE, LEAP, held_back=held_back)) is stopped


def test_too_few_decisions_speak_against_nothing() -> None:
    assert against(KNOWING, MISTAKEN, least=len(book().lessons_) - 300) == ""


def test_no_more_than_the_latest_decisions_are_asked_for() -> None:
    asked: list[int] = []

    class Counting(Latest):
        def latest_lessons(self, _brand: str, limit: int) -> list[Lesson]:
            asked.append(limit)
            return super().latest_lessons(_brand, limit)

    latest = cast("Transaction", Counting(book()))  # a part of the port, as above
    objection(latest, book().blueprint, ALL_ALIKE, KNOWING)
    assert asked == [StepCheck().latest]


weights = st.lists(st.floats(0.01, 20.0), min_size=2, max_size=30)


@given(weights)
def test_a_policy_is_wholly_like_itself_and_like_a_multiple(before: list[float]) -> None:
    w = np.array(before)
    assert likeness(w, w) == pytest.approx(1.0)
    assert likeness(w, 3.0 * w) == pytest.approx(1.0)


@given(weights, st.data())
def test_likeness_is_the_effective_share_of_what_the_first_policy_would_see(
    before: list[float], data: st.DataObject
) -> None:
    either = st.just(0.0) | st.floats(0.01, 20.0)
    after = data.draw(st.lists(either, min_size=len(before), max_size=len(before)))
    found = likeness(np.array(before), np.array(after))
    assert 0.0 <= found <= 1.0 + 1e-9
    if sum(after) > 0.0:
        rho = [b / a for a, b in zip(before, after, strict=True)]
        mean = sum(a * r for a, r in zip(before, rho, strict=True)) / sum(before)
        square = sum(a * r * r for a, r in zip(before, rho, strict=True)) / sum(before)
        assert found == pytest.approx(mean**2 / square)


def test_what_the_first_policy_never_does_is_nothing_like_it() -> None:
    assert likeness(np.array([1.0, 0.0]), np.array([1.0, 1.0])) == 0.0
    assert likeness(np.array([1.0, 0.0]), np.array([1.0, 0.0])) == pytest.approx(1.0)


def test_the_difference_is_that_of_two_weighted_means() -> None:
    rng = np.random.default_rng(3)
    r = rng.normal(size=4_000) + 50.0
    before, after = rng.dirichlet(np.ones(4_000), 2) * 4_000
    by_hand = float((after * r).mean() - (before * r).mean())
    assert float(step_difference(before, after, r).mean()) == pytest.approx(by_hand, abs=1e-9)
