"""What a decision reads off a model of intent: always a chance or nothing, whatever it is given."""

from __future__ import annotations

from math import inf, isfinite, nan

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.events import Event
from rapport.core.person import signals
from rapport.core.person.intent import (
    FEATURES,
    UNKNOWN,
    IntentModel,
    Score,
    Trees,
    features,
    intent,
    probability,
)
from rapport.core.person.predictions import Predictions
from rapport.core.state import ProfileState, Trail
from rapport.core.step import step
from rapport.core.time import MINUTE
from rapport.core.work import Work
from rapport.testing import examples as ex
from rapport.testing.strategies import strange_histories

ZEROS, ONES = (0.0,) * len(FEATURES), (1.0,) * len(FEATURES)
IDLE = FEATURES.index("idle")
SPLIT = Trees((0,), (IDLE, -1, -1), (3.0, 0.0, 0.0), (1, 0, 0), (2, 0, 0), (0.0, 1.5, -1.5))


def score(intercept: float = 0.0, trees: Trees = SPLIT, **more: bool) -> Score:
    return Score(intercept, ZEROS, ZEROS, ONES, trees, **more)


def after(*events: Event) -> ProfileState:
    state = ProfileState("ada")
    for event in events:
        state = step(ex.blueprint(), state, event).state
    return state


def test_a_score_is_its_intercept_its_weights_within_bounds_and_a_leaf_of_each_tree() -> None:
    x = tuple(5.0 if i == IDLE else 0.5 for i in range(len(FEATURES)))
    weighty = replace(score(0.25), weights=ONES)
    by_hand = 0.25 + 0.5 * (len(FEATURES) - 1) + 1.0 - 1.5
    assert probability(weighty, x) == pytest.approx(1 / (1 + 2.718281828459045**-by_hand))


@settings(max_examples=80, deadline=None)
@given(strange_histories(), st.integers(-(10**13), 10**14))
def test_features_are_finite_and_a_chance_lies_between_0_and_1(
    history: list[Event], at: int
) -> None:
    state = after(*history)
    x = features(state, at)
    assert len(x) == len(FEATURES)
    assert all(map(isfinite, x))
    assert 0.0 < probability(replace(score(), weights=(1e300,) * len(x), high=x, low=x), x) < 1.0


@pytest.mark.parametrize("broken", [nan, inf, -inf, -5.0])
def test_a_damaged_state_still_has_finite_features(broken: float) -> None:
    state = replace(
        after(ex.viewed("v", ex.at(0))), trail=Trail(looks=-9, orders=-9, baskets=broken)
    )
    assert all(map(isfinite, features(state, ex.at(1))))


def test_a_visit_has_a_chance_only_while_it_is_under_way() -> None:
    model = IntentModel(score(), score(-1.0))
    state = after(ex.viewed("v", ex.at(0, 9)))
    within, over = ex.at(0, 9, 30), ex.at(0, 9, 30) + 1
    assert intent(model, state, within).visit is not None
    assert intent(model, state, over).visit is None
    assert intent(model, state, over).day is not None


def test_a_model_of_other_features_says_nothing() -> None:
    model = IntentModel(score(), features=("yesterdays",))
    assert intent(model, after(ex.viewed("v", ex.at(0, 9))), ex.at(0, 9)) == UNKNOWN


def test_it_says_whether_it_is_the_model_that_rapport_ships() -> None:
    state = after(ex.viewed("v", ex.at(0, 9)))
    assert not intent(IntentModel(score()), state, ex.at(0, 9)).prior
    assert intent(IntentModel(score(prior=True)), state, ex.at(0, 9)).prior


@pytest.mark.parametrize(
    "change",
    [
        {"roots": (3,)}, {"left": (0, 0, 0)}, {"right": (7, 0, 0)}, {"left": (1, 0)},
        {"feature": (99, -1, -1)}, {"feature": (-7, -1, -1)}, {"threshold": (nan, 0.0, 0.0)},
        {"value": (0.0, inf, 0.0)},
    ],
)  # fmt: skip
def test_trees_that_lead_nowhere_cannot_be_made(change: dict[str, tuple[float, ...]]) -> None:
    with pytest.raises(ValueError, match="lead nowhere"):
        replace(SPLIT, **change)


@pytest.mark.parametrize("change", [{"weights": (1.0,)}, {"intercept": nan}, {"high": ()}])
def test_a_score_that_lacks_numbers_cannot_be_read(change: dict[str, object]) -> None:
    plain = msgspec.to_builtins(score()) | change
    with pytest.raises((ValueError, msgspec.ValidationError)):
        msgspec.convert(plain, Score)


def told(blueprint: Blueprint, at: int) -> dict[str, float | None]:
    state = after(ex.viewed("v", ex.at(0, 9)))
    return signals.values(Work(blueprint, state).moment(at), form=1)


def test_intent_is_a_signal_from_the_moment_on_at_which_a_model_was_published() -> None:
    learnt = Predictions(1, ex.at(0, 9, 10), IntentModel(score(0.5, prior=True)))
    blueprint = replace(ex.blueprint(), predictions=(learnt,))
    assert "intent_24h" not in told(blueprint, ex.at(0, 9, 9))
    then = told(blueprint, ex.at(0, 9, 11))
    assert then["intent_24h"] == pytest.approx(0.880797)
    assert (then["intent_visit"], then["intent_by_prior"]) == (None, 1.0)


def test_the_answer_is_of_the_moment_that_was_asked_about() -> None:
    model, state = IntentModel(score(), score()), after(ex.viewed("v", ex.at(0, 9)))
    at = ex.at(0, 9)
    first = intent(model, state, at)
    assert intent(model, state, at) == first
    assert intent(model, state, at + 25 * MINUTE) != first
    assert intent(IntentModel(score(2.0), score()), state, at) != first
    assert intent(model, after(ex.viewed("v", at - 20 * MINUTE)), at) != first
