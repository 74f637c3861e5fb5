import math

import numpy as np
import pytest
from msgspec.structs import replace
from worlds import World, linear_world, live, person, random_action, row

from rapport.core.policy import FEATURES, Policy
from rapport.science.evidence import WIDTH, nothing, observe_all
from rapport.science.policy_learning import (
    LearningSettings,
    exploration,
    order_rate,
    posterior_mean,
    snapshot,
)

ZERO = (0.0,) * len(FEATURES)


def closed(world, count, seed):
    rng = np.random.default_rng(seed)
    return [row(world, rng, i, *person(rng), random_action(rng)) for i in range(count)]


def test_without_evidence_the_policy_is_the_belief():
    policy = snapshot(nothing(("tone:warm",)), 3, 7)
    assert (policy.number, policy.since, policy.decisions) == (3, 7, 0)
    assert policy.baseline == (0.05, *ZERO[1:])
    assert policy.send == (0.02, *ZERO[1:])
    assert policy.effects == {"tone:warm": ZERO}
    assert policy.unsubscribe_rate == pytest.approx(0.002)


def test_with_one_spread_the_mean_is_that_of_ridge_regression():
    evidence = observe_all(nothing(), closed(linear_world(np.random.default_rng(1)), 400, 2))
    settings = LearningSettings(level_spreads=(0.3,), context_spreads=(0.1,))
    rate = order_rate(evidence, settings)
    noise = rate * (1 - rate)
    spread = np.full(len(evidence.moments), 0.1 * rate)
    spread[::WIDTH] = 0.3 * rate
    spread[:WIDTH] = settings.base_spread
    spread[WIDTH] = settings.send_spread
    centre = np.zeros(len(spread))
    centre[0], centre[WIDTH] = settings.order_rate, settings.send_gain
    precision = np.diag(spread**-2.0)
    direct = np.linalg.solve(
        precision + evidence.gram / noise, precision @ centre + evidence.moments / noise
    )
    np.testing.assert_allclose(posterior_mean(evidence, rate, settings), direct, atol=1e-9)


def test_much_evidence_finds_the_truth():
    effects = {"tone:warm": (0.06, *ZERO[1:]), "offer:gift": (-0.04, *ZERO[1:])}
    world = World(Policy(baseline=(0.1, *ZERO[1:]), send=(0.05, *ZERO[1:]), effects=effects))
    policy = snapshot(observe_all(nothing(), closed(world, 20_000, 3)), 1, 0)
    assert policy.baseline[0] == pytest.approx(0.1, abs=0.02)
    tones = {name: v[0] for name, v in policy.effects.items() if name.startswith("tone:")}
    offers = {name: v[0] for name, v in policy.effects.items() if name.startswith("offer:")}
    assert max(tones, key=tones.__getitem__) == "tone:warm"
    assert min(offers, key=offers.__getitem__) == "offer:gift"
    assert tones["tone:warm"] - tones["tone:plain"] == pytest.approx(0.06, abs=0.025)


def test_contexts_that_explain_nothing_stay_out():
    world = linear_world(np.random.default_rng(4), level=0.03, context=0.0)
    policy = snapshot(observe_all(nothing(), closed(world, 6_000, 5)), 1, 0)
    mains = np.array([vector[0] for vector in policy.effects.values()])
    rest = np.array([vector[1:] for vector in policy.effects.values()])
    assert np.abs(rest).max() < 0.2 * np.abs(mains).max()


def test_a_snapshot_is_plain_finite_rounded_numbers():
    evidence = observe_all(nothing(), closed(linear_world(np.random.default_rng(6)), 300, 7))
    policy = snapshot(evidence, 1, 0, LearningSettings(closed_offers=("ten",), pressure_price=4.0))
    vectors = [policy.baseline, policy.send, *policy.effects.values()]
    assert all(len(vector) == len(FEATURES) for vector in vectors)
    assert all(math.isfinite(v) and v == round(v, 9) for vector in vectors for v in vector)
    assert (policy.closed_offers, policy.pressure_price) == (("ten",), 4.0)
    assert policy == snapshot(
        evidence, 1, 0, LearningSettings(closed_offers=("ten",), pressure_price=4.0)
    )


def test_unsubscribes_move_the_rate_from_the_belief_towards_what_was_seen():
    world = World(Policy(), unsubscribe_rate=0.5)
    evidence = observe_all(nothing(), closed(world, 400, 8))
    policy = snapshot(evidence, 1, 0)
    expected = (evidence.unsubscribed + 2.0) / (evidence.messages + 1_000.0)
    assert policy.unsubscribe_rate == pytest.approx(expected, abs=1e-9)
    assert 0.04 < policy.unsubscribe_rate < 0.2


def test_boldness_grows_with_the_root_of_the_evidence_and_falls_with_what_is_at_stake():
    rows = closed(World(Policy()), 400, 9)
    one = observe_all(nothing(), rows)
    four = observe_all(nothing(), rows * 4)
    dear = observe_all(nothing(), [(replace(d, margin=d.margin * 10), o) for d, o in rows])
    assert exploration(four, 0.05) / exploration(one, 0.05) == pytest.approx(2.0, rel=0.05)
    assert exploration(one, 0.05) / exploration(dear, 0.05) == pytest.approx(10.0, rel=0.02)


def test_without_a_single_order_nothing_breaks():
    rows = [(d, replace(o, orders=0)) for d, o in closed(World(Policy()), 2_000, 10)]
    policy = snapshot(observe_all(nothing(), rows), 1, 0)
    assert abs(policy.baseline[0]) < 0.01
    assert math.isfinite(policy.exploration)


def test_it_soon_earns_far_more_than_chance():
    shares, by_chance = [], []
    for seed in (11, 12):
        rng = np.random.default_rng(seed)
        world = linear_world(rng)
        ledger = live(world, rng, 3_000, LearningSettings(), every=300)
        people = [person(rng) for _ in range(500)]
        by_chance.append(
            sum(world.worth(x, margin, random_action(rng)) for x, margin in people)
            / sum(world.best(x, margin) for x, margin in people)
        )
        shares.append(sum(ledger.earned[-1_000:]) / sum(ledger.possible[-1_000:]))
    assert np.mean(shares) > np.mean(by_chance) + 0.3
    assert np.mean(shares) > 0.45


def test_where_messages_only_cost_it_comes_to_hold():
    nothing_works = Policy(baseline=(0.06, 0.02, *ZERO[2:]), send=ZERO)
    world = World(nothing_works, unsubscribe_rate=0.01, unsubscribe_cost=4_000.0)
    ledger = live(world, np.random.default_rng(14), 6_000, LearningSettings(), every=500)
    assert np.mean(ledger.sent[:500]) > 0.5
    assert np.mean(ledger.sent[-1_000:]) < 0.2
