import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.core.policy.drawing import (
    Situation,
    draw_content,
    draw_time,
    level_worth,
    odds,
    pick,
    uniform,
)
from rapport.core.policy.odds import FLOOR, inverse_gap_weights
from rapport.core.policy.policy import (
    FEATURES,
    Policy,
    Stake,
    bounded,
    score,
)

X = (1.0,) + (0.0,) * 7
LEVELS = {
    "time": ("soon", "late"),
    "offer": ("none", "ten"),
    "tone": ("warm", "plain"),
    "angle": ("proof",),
    "visual": ("product", "people"),
}
finite = st.floats(-1e6, 1e6)


def flat(value):
    return (value,) + (0.0,) * 7


def situation(policy, seed, margin=2_000.0, **stake):
    costs = {"offer_costs": {"ten": 500.0}, "message_cost": 0.1, "unsubscribe_cost": 600.0}
    return Situation(
        policy, score(policy, X, LEVELS), Stake(margin, **{**costs, **stake}), 0.0, seed
    )


def everything(chosen, factor):
    return LEVELS[factor]


def seeded(number):
    return lambda name: uniform(number, name)


@given(st.lists(finite, min_size=1, max_size=12), st.floats(0, 1e6))
def test_weights_sum_to_one_and_leave_every_level_its_floor(values, gamma):
    weights = inverse_gap_weights(values, gamma)
    assert math.isclose(sum(weights), 1.0, abs_tol=1e-9)
    assert min(weights) >= min(FLOOR, 1 / len(values)) - 1e-12


@given(st.lists(finite, min_size=2, max_size=12), st.floats(0, 1e6))
def test_a_better_value_is_never_less_likely(values, gamma):
    weights = inverse_gap_weights(values, gamma)
    order = sorted(range(len(values)), key=values.__getitem__)
    for worse, better in pairwise(order):
        assert values[worse] == values[better] or weights[better] >= weights[worse] - 1e-12


def test_without_evidence_all_levels_are_alike_and_with_much_the_best_gets_most():
    assert inverse_gap_weights((0.0, 50.0, 20.0), 0.0) == pytest.approx((1 / 3,) * 3)
    assert inverse_gap_weights((0.0, 50.0, 20.0), 1e9)[1] == pytest.approx(1 - 2 * FLOOR)


@pytest.mark.parametrize("odd", [math.nan, math.inf, -math.inf])
def test_a_value_that_is_no_number_makes_all_levels_as_likely(odd):
    assert inverse_gap_weights((1.0, odd), 3.0) == (0.5, 0.5)


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), max_size=12))
def test_any_context_becomes_eight_numbers_between_0_and_1(x):
    found = bounded(x)
    assert len(found) == len(FEATURES)
    assert found[0] == 1.0
    assert all(0.0 <= v <= 1.0 for v in found)


def test_the_frequency_of_each_action_is_its_propensity():
    policy = Policy(effects={"offer:ten": flat(0.3), "tone:plain": flat(0.01)}, exploration=0.02)
    rounds = 20_000
    seen: dict[tuple[str, ...], int] = {}
    stated: dict[tuple[str, ...], float] = {}
    for number in range(rounds):
        draws = draw_content(situation(policy, seeded(number)), "soon", everything)
        action = tuple(drawn.chosen for drawn in draws)
        seen[action] = seen.get(action, 0) + 1
        stated[action] = math.prod(drawn.probability for drawn in draws)
    assert sum(stated.values()) == pytest.approx(1.0)
    for action, probability in stated.items():
        deviation = math.sqrt(probability * (1 - probability) / rounds)
        assert abs(seen[action] / rounds - probability) < 5 * deviation


def test_a_message_that_costs_more_than_it_brings_is_mostly_held():
    policy = Policy(send=flat(0.001), exploration=10.0)
    gate = draw_content(situation(policy, seeded(1), message_cost=500.0), "soon", everything)[0]
    assert gate.levels == ("hold", "send")
    assert gate.probabilities[0] > 0.95


def test_an_offer_that_gains_less_than_it_gives_away_is_worth_less_than_none():
    policy = Policy(effects={"offer:ten": flat(0.01)}, exploration=10.0)
    draws = [draw_content(situation(policy, seeded(i)), "soon", everything) for i in range(20)]
    offer = next(drawn for found in draws for drawn in found if drawn.factor == "offer")
    values = dict(zip(offer.levels, offer.values, strict=True))
    assert values["ten"] == pytest.approx(values["none"] - 500 * (0.05 + 0.02 + 0.01) + 2000 * 0.01)


def test_a_margin_below_nothing_does_not_turn_the_worst_wording_into_the_best():
    policy = Policy(effects={"tone:plain": flat(0.2)}, exploration=10.0)
    for number in range(200):
        for drawn in draw_content(situation(policy, seeded(number), -900.0), "soon", everything):
            if drawn.factor == "tone":
                assert drawn.probabilities[0] == pytest.approx(drawn.probabilities[1])
                return
    pytest.fail("no message in 200 draws, in spite of the floor")


def test_without_an_eligible_offer_it_holds_for_certain():
    def none_eligible(chosen, factor):
        return ()

    (gate,) = draw_content(situation(Policy(), seeded(1)), "soon", none_eligible)
    assert (gate.chosen, gate.probability) == ("hold", 1.0)


def test_later_factors_are_drawn_among_what_the_offer_leaves():
    def eligible(chosen, factor):
        if factor == "tone" and chosen.get("offer") == "ten":
            return ("plain",)
        return LEVELS[factor]

    policy = Policy(send=flat(0.5), effects={"offer:ten": flat(0.4)}, exploration=10.0)
    for number in range(100):
        draws = draw_content(situation(policy, seeded(number)), "soon", eligible)
        chosen = {drawn.factor: drawn.chosen for drawn in draws}
        assert chosen.get("offer") != "ten" or chosen["tone"] == "plain"


def test_the_moment_that_adds_most_is_drawn_most():
    policy = Policy(effects={"time:late": flat(0.05)}, exploration=1.0)
    drawn = draw_time(situation(policy, seeded(3)), ("soon", "late"))
    assert drawn.probabilities[1] > 0.9


def test_the_same_seed_draws_the_same_and_the_effects_follow_the_context():
    policy = Policy(effects={"tone:plain": (0.0, 0.1, *(0.0,) * 6)})
    again = [draw_content(situation(policy, seeded(9)), "soon", everything) for _ in range(2)]
    assert again[0] == again[1]
    repeat = score(policy, (1.0, 1.0, *(0.0,) * 6), LEVELS)
    assert repeat.effect("tone", "plain") == pytest.approx(0.1)
    assert score(policy, X, LEVELS).effect("tone", "plain") == 0.0


@given(st.floats(0, 1, exclude_max=True))
def test_a_pick_falls_into_its_share(u):
    assert pick(("a", "b"), (0.25, 0.75), u) == ("a" if u < 0.25 else "b")


def test_a_level_that_nobody_has_tried_is_tried():
    """With no vector of its own it is as good as any, and not sure at all."""
    sure = (1e-8, *(0.0,) * 35)
    known = Policy(
        form=2,
        effects={"tone:warm": flat(0.001), "tone:plain": flat(-0.001)},
        errors={"send": sure, "tone:warm": sure, "tone:plain": sure},
        unknown=(1e-4, *(0.0,) * 35),
    )
    levels = {"tone": ("warm", "plain", "brand-new")}
    x = (1.0, *(0.0,) * 7)
    situation = Situation(
        known, score(known, x, levels), Stake(2_000.0, {}, 0.1, 600.0), 0.0, lambda _: 0.5
    )
    worth = level_worth(situation, "tone", levels["tone"], 2_000.0)
    warm, plain, new = odds(known, worth)
    assert new > 0.2
    assert warm > new > plain
