"""Odds without drawing: the very ones that are drawn with, and none left over."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.core.creative.framework import CONTENT_FACTORS, HOLD, Rule, message
from rapport.core.deciding.remaining import Remaining
from rapport.core.policy.drawing import (
    Situation,
    draw_content,
    draw_time,
    uniform,
)
from rapport.core.policy.policy import (
    FEATURES,
    Policy,
    Stake,
    score,
)
from rapport.core.policy.propensity import ContentOdds, time_odds

LEVELS = {
    "time": ("soon", "late"),
    "offer": ("none", "ten"),
    "tone": ("warm", "plain", "playful"),
    "angle": ("proof",),
    "visual": ("product", "people"),
}
RULES = (
    Rule("no jokes about money", (("tone", ("playful",)), ("offer", ("ten",)))),
    Rule("no people alone", (("visual", ("people",)), ("tone", ("plain",)))),
)
BOUND = frozenset({"tone", "offer", "visual"})
REMAINING = Remaining({factor: LEVELS[factor] for factor in CONTENT_FACTORS}, RULES)

vectors = st.tuples(*[st.floats(-0.2, 0.2)] * len(FEATURES))
packed = st.tuples(*[st.floats(0.0, 0.01)] * (len(FEATURES) * (len(FEATURES) + 1) // 2))
effects = st.fixed_dictionaries(
    {f"{factor}:{level}": vectors for factor, keys in LEVELS.items() for level in keys}
)
sure = st.builds(
    Policy,
    baseline=vectors,
    send=vectors,
    effects=effects,
    form=st.just(2),
    errors=st.fixed_dictionaries(
        {"send": packed},
        optional={f"{f}:{key}": packed for f, keys in LEVELS.items() for key in keys},
    ),
    unknown=packed,
    doubt=st.floats(0.0, 1.0),
    unsubscribe=vectors,
    boldness=st.floats(0.0, 1.0),
)
gaps = st.builds(
    Policy,
    baseline=vectors,
    send=vectors,
    effects=effects,
    exploration=st.floats(0.0, 0.1),
)
policies = st.one_of(gaps, sure)
contexts = st.tuples(*[st.floats(0.0, 1.0)] * len(FEATURES))


def situation(policy: Policy, x: tuple[float, ...], number: int) -> Situation:
    stake = Stake(2_000.0, {"ten": 500.0}, 0.1, 600.0)
    return Situation(
        policy, score(policy, x, LEVELS), stake, x[6], lambda name: uniform(number, name)
    )


def odds(policy: Policy, x: tuple[float, ...]) -> ContentOdds:
    return ContentOdds(situation(policy, x, 0), "soon", REMAINING.eligible, BOUND)


@given(policies, contexts, st.integers(0, 1_000))
def test_the_odds_along_a_draw_are_those_it_was_drawn_with(policy, x, number):
    draws = draw_content(situation(policy, x, number), "soon", REMAINING.eligible)
    chosen = {drawn.factor: drawn.chosen for drawn in draws}
    action = HOLD if chosen["send"] == "hold" else message(chosen, "soon")
    assert odds(policy, x).along(action) == tuple(drawn.probability for drawn in draws)
    drawn = draw_time(situation(policy, x, number), LEVELS["time"])
    assert time_odds(situation(policy, x, 0), LEVELS["time"])[drawn.chosen] == drawn.probability


def every_action() -> list[Mapping[str, str]]:
    keys = [LEVELS[factor] for factor in CONTENT_FACTORS]
    return [dict(zip(CONTENT_FACTORS, one, strict=True)) for one in product(*keys)]


@given(policies, contexts)
def test_all_actions_together_have_a_probability_of_1(policy, x):
    found = odds(policy, x)
    total = 0.0
    for action in (HOLD, *(message(one, "soon") for one in every_action())):
        share = 1.0
        for step in found.along(action):
            share *= step
        total += share
    assert total == pytest.approx(1.0, abs=1e-9)


@given(policies, contexts)
def test_a_levels_share_is_that_of_all_messages_with_it(policy, x):
    found = odds(policy, x)
    shares = dict.fromkeys(found.levels(), 0.0)
    for one in every_action():
        share = 1.0
        for step in found.along(message(one, "soon")):
            share *= step
        shares["send", "send"] += share
        for factor, level in one.items():
            shares[factor, level] = shares.get((factor, level), 0.0) + share
    assert found.levels() == pytest.approx(shares, abs=1e-9)


def test_what_a_rule_forbids_has_no_chance():
    joke = {"offer": "ten", "tone": "playful", "angle": "proof", "visual": "product"}
    assert odds(Policy(), (1.0,) * 8).along(message(joke, "soon"))[2:] == (0.0, 0.0, 0.0)


def test_without_an_offer_it_always_holds():
    nothing = Remaining({**REMAINING.levels, "offer": ()}, RULES)
    found = ContentOdds(situation(Policy(), (1.0,) * 8, 0), "soon", nothing.eligible, BOUND)
    assert found.along(HOLD) == (1.0,)
    assert found.along(message(every_action()[0], "soon"))[0] == 0.0
    assert found.levels() == {("send", "send"): 0.0}
