"""The policy's features: what predictions add, and what is made of their absence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.core.creative.framework import HOLD
from rapport.core.deciding.leaving import LEAST, MOST, unsubscribe_cost
from rapport.core.decision import Decision, SignalValue
from rapport.core.effects import Decided, OutcomeClosed
from rapport.core.events import Event, Wake
from rapport.core.person.predictions import Predictions
from rapport.core.person.rhythm import RhythmModel, SpendingModel
from rapport.core.person.signals import context, context_for
from rapport.core.policy.policy import (
    FEATURES,
    FIRST_FEATURES,
    Policy,
    bounded,
    place_of_variance,
    products,
    score,
)
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.science.evidence import NEWEST, nothing, observe_all
from rapport.science.policy_learning import FORM
from rapport.testing import examples as ex

KNOWN = {
    "intent_24h": 0.05, "p_alive": 0.8, "expected_orders_90d": 3.0, "orders_count": 2.0,
    "predicted_value_365d": 9_000.0,
}  # fmt: skip
AT = {name: place for place, name in enumerate(FEATURES)}
RHYTHM = RhythmModel(
    0.5, 60.0, 0.8, 2.5, spending=SpendingModel(6.0, 3.7, 1_500.0), customers=900, until=20_500
)


def test_intent_and_rhythm_are_features_of_the_newest_form() -> None:
    x = context(KNOWN, FORM)
    assert len(x) == len(FEATURES)
    assert x[AT["likely_to_order"]] == 0.5
    assert x[AT["rhythm_known"]] == 1.0
    assert x[AT["still_customer"]] == 0.8
    assert x[AT["due_again"]] == 0.75


def test_a_rhythm_that_is_not_known_is_no_lost_customer() -> None:
    lost, unknown = (
        context(KNOWN | {"p_alive": 0.0}, FORM),
        context(KNOWN | {"p_alive": None}, FORM),
    )
    assert lost[AT["still_customer"]] == unknown[AT["still_customer"]] == 0.0
    assert (lost[AT["rhythm_known"]], unknown[AT["rhythm_known"]]) == (1.0, 0.0)


def test_older_forms_see_what_they_always_saw() -> None:
    for form in (1, 2, 3):
        assert context(KNOWN, form) == context(KNOWN, FORM)[:FIRST_FEATURES]
    for form in (4, 5, 6):
        assert context(KNOWN, form) == context(KNOWN, FORM)[: AT["on_phone"]]


@given(st.dictionaries(st.sampled_from([*KNOWN, "cart_total"]), st.none() | st.floats(0.0, 1e12)))
def test_every_feature_lies_between_0_and_1(signals: dict[str, float | None]) -> None:
    if (signals.get("p_alive") or 0.0) > 1.0:
        signals["p_alive"] = 1.0
    assert all(0.0 <= value <= 1.0 for value in context(signals, FORM))


def decided(*, after_predictions: bool) -> list[Decision]:
    """Real decisions of a policy of the newest form about somebody who has ordered twice."""
    policy = Policy(number=0, form=FORM, send=(0.9,), exploration=10.0)
    since = ex.at(5 if after_predictions else 300)
    known = Predictions(1, since, rhythm=RHYTHM, note="order rhythm of 900 customers")
    blueprint = replace(ex.blueprint(policy=policy), predictions=(known,))
    state, found = ProfileState("ada"), []
    for event in (
        *ex.subscribed(ex.at(0, 9)),
        ex.order("o0", ex.at(1, 10), "o0", "b0"),
        ex.order("o1", ex.at(4, 10), "o1", "b1"),
        ex.checkout("left", ex.at(20, 10), "b2"),
        Event("wake", ex.at(40), "rapport", Wake()),
    ):
        state, effects = step(blueprint, state, event)
        found += [one.decision for one in effects if isinstance(one, Decided)]
    return [one for one in found if one.context]


def closed(decision: Decision) -> OutcomeClosed:
    return OutcomeClosed(
        key="k", profile=decision.profile, decision=decision.id, message="", at=decision.at + 1,
        orders=1, revenue=0, margin=0, clicked=False, unsubscribed=False, complained=False,
        delivered=True,
    )  # fmt: skip


@pytest.mark.parametrize("published", [True, False])
def test_what_is_drawn_with_is_what_is_learnt_from(published: bool) -> None:
    decision = decided(after_predictions=published)[-1]
    assert decision.context[AT["rhythm_known"]] == float(published)
    signals = {one.name: one.value for one in decision.signals}
    assert decision.context == context(signals, FORM)
    evidence = observe_all(nothing(), [(decision, closed(decision))])
    served = bounded(decision.context)
    assert evidence.moments[: len(FEATURES)].tolist() == list(served)


def test_an_older_decision_is_learnt_from_with_the_newer_features() -> None:
    decision = decided(after_predictions=True)[-1]
    older = replace(decision, context=decision.context[:FIRST_FEATURES])
    assert context_for(older, NEWEST) == decision.context
    newer, same = (observe_all(nothing(), [(one, closed(one))]) for one in (decision, older))
    assert (newer.moments == same.moments).all()


def test_an_older_decision_without_such_signals_leaves_them_unknown() -> None:
    bare = Decision(
        id="d", profile="p", flow="f", run=1, point="x", stage="content", at=1, release=1,
        policy=0, arm="adaptive", action=HOLD, context=(1.0,) * FIRST_FEATURES,
        signals=(SignalValue("orders_count", 9.0),),
    )  # fmt: skip
    assert context_for(bare, NEWEST) == (1.0,) * FIRST_FEATURES + (0.0,) * (
        len(FEATURES) - FIRST_FEATURES
    )
    assert context_for(replace(bare, context=()), NEWEST) == ()


def test_a_wider_context_changes_nothing_for_an_older_policy() -> None:
    wide = tuple(0.1 * (place % 7) for place in range(len(FEATURES)))
    wide = (1.0, *wide[1:])
    old = Policy(
        form=2, send=(0.1,) * 8, effects={"tone:warm": (0.2,) * 8},
        errors={"send": (0.3,) * 36, "tone:warm": (0.01,) * 36}, unknown=(0.02,) * 36,
    )  # fmt: skip
    levels = {"tone": ("warm", "new")}
    assert score(old, wide, levels) == score(old, wide[:FIRST_FEATURES], levels)


def test_errors_are_packed_so_that_a_further_feature_changes_nothing_before_it() -> None:
    x = (1.0, *(0.05 * place for place in range(1, len(FEATURES))))
    whole = products(x, FORM)
    assert len(whole) == len(FEATURES) * (len(FEATURES) + 1) // 2
    unknown = products((*x[:FIRST_FEATURES], *(0.0,) * 4), FORM)
    assert unknown[:36] == whole[:36]
    assert not any(unknown[36:])
    for place in range(len(FEATURES)):
        assert whole[place_of_variance(place, FORM)] == x[place] ** 2
    for place in range(FIRST_FEATURES):
        old = products(x[:FIRST_FEATURES], 3)
        assert old[place_of_variance(place, 3)] == x[place] ** 2


def test_somebody_who_leaves_costs_what_is_predicted_of_them() -> None:
    brand = replace(ex.blueprint().releases[0].brand, unsubscribe_cost=600.0, margin_rate=0.5)
    assert unsubscribe_cost(brand, KNOWN, FORM) == 4_500.0
    assert unsubscribe_cost(brand, KNOWN, 3) == 600.0, "older policies replay"
    assert unsubscribe_cost(brand, {}, FORM) == 600.0, "nothing predicted"
    assert unsubscribe_cost(brand, {"predicted_value_365d": 0.0}, FORM) == LEAST * 600.0
    assert unsubscribe_cost(brand, {"predicted_value_365d": 1e12}, FORM) == MOST * 600.0
    free = replace(brand, unsubscribe_cost=0.0)
    assert unsubscribe_cost(free, KNOWN, FORM) == 4_500.0
