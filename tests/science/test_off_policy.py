"""Estimates of what another policy would have earned: exact where they can be, honest elsewhere."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.bench.ope_world import Logged, a_log
from rapport.science.off_policy import (
    Estimate,
    by_group,
    coarsest,
    direct,
    doubly_robust,
    dros,
    effective_size,
    estimate,
    importance_weights,
    interval,
    ipw,
    mips,
    snips,
    support,
    switch,
    tuned,
)
from rapport.science.unavailable import Unavailable

seeds = st.integers(0, 10_000)


def log_of(seed: int, size: int = 400, rate: float = 0.3) -> Logged:
    return a_log(np.random.default_rng(seed), size, rate)


# --- Limit cases -------------------------------------------------------------------------------


@given(seeds)
def test_without_any_shrinkage_left_dros_and_switch_are_doubly_robust(seed):
    log = log_of(seed)
    full = doubly_robust(log.w, log.r, log.q, log.v)
    np.testing.assert_array_equal(dros(log.w, log.r, log.q, log.v, np.inf), full)
    np.testing.assert_allclose(dros(log.w, log.r, log.q, log.v, 1e15), full, rtol=1e-9, atol=1e-15)
    np.testing.assert_array_equal(switch(log.w, log.r, log.q, log.v, np.inf), full)


@given(seeds)
def test_with_all_shrunk_away_dros_and_switch_are_the_direct_method(seed):
    log = log_of(seed)
    np.testing.assert_array_equal(dros(log.w, log.r, log.q, log.v, 0.0), direct(log.v))
    below = float(log.w.min()) / 2.0
    np.testing.assert_array_equal(switch(log.w, log.r, log.q, log.v, below), direct(log.v))


@given(seeds)
def test_without_a_model_doubly_robust_is_inverse_propensity(seed):
    log = log_of(seed)
    nothing = np.zeros_like(log.r)
    np.testing.assert_allclose(
        doubly_robust(log.w, log.r, nothing, nothing), ipw(log.w, log.r), rtol=1e-12
    )


@given(seeds)
def test_the_policy_that_was_logged_is_worth_the_mean_reward(seed):
    log = log_of(seed)
    same = np.ones_like(log.r)
    for values in (ipw(same, log.r), snips(same, log.r), mips(same, log.r)):
        assert values.mean() == pytest.approx(log.r.mean(), rel=1e-12)


def test_a_perfect_model_leaves_nothing_to_correct():
    log = log_of(1)
    values = doubly_robust(log.w, log.q, log.q, log.v)
    np.testing.assert_array_equal(values, direct(log.v))


@given(seeds)
def test_the_self_normalised_value_is_the_ratio_of_sums_and_stays_among_the_rewards(seed):
    log = log_of(seed)
    value = snips(log.w, log.r).mean()
    assert value == pytest.approx((log.w * log.r).sum() / log.w.sum(), rel=1e-12, abs=1e-15)
    assert log.r.min() - 1e-12 <= value <= log.r.max() + 1e-12


@given(seeds, st.floats(0.01, 100.0))
def test_the_self_normalised_value_does_not_hang_on_the_scale_of_the_weights(seed, scale):
    log = log_of(seed)
    assert snips(scale * log.w, log.r).mean() == pytest.approx(snips(log.w, log.r).mean())


def test_weights_that_are_all_0_give_values_of_0():
    np.testing.assert_array_equal(snips(np.zeros(3), np.ones(3)), np.zeros(3))


def test_no_shrunk_weight_exceeds_half_the_root_of_lambda():
    w = np.logspace(-3, 5, 400)
    shrunk = dros(w, np.ones(400), np.zeros(400), np.zeros(400), 16.0)
    assert shrunk.max() <= 2.0 + 1e-12


def test_switch_leaves_the_model_alone_where_a_weight_is_above_tau():
    w = np.array([1.0, 3.0, 5.0])
    values = switch(w, np.full(3, 2.0), np.ones(3), np.zeros(3), tau=3.0)
    np.testing.assert_array_equal(values, [1.0, 3.0, 0.0])


# --- Support -----------------------------------------------------------------------------------


def test_equal_weights_count_in_full_and_one_weight_counts_once():
    assert effective_size(np.full(700, 3.0)) == pytest.approx(700.0)
    assert effective_size(np.array([5.0, 0.0, 0.0])) == pytest.approx(1.0)
    assert effective_size(np.zeros(4)) == 0.0


def test_more_decisions_of_the_same_kind_than_it_asks_for_are_enough():
    log = log_of(3, size=200)
    basis = support(log.w)
    assert basis.more is not None
    assert basis.more > 0
    again = np.resize(np.tile(log.w, 60), 200 * 60)
    assert effective_size(again[: 200 * -(-(basis.more + 200) // 200)]) >= 500.0


def test_too_little_is_refused_with_how_much_is_missing():
    weights = np.ones(200)
    refused = estimate(np.linspace(0.0, 1.0, 200), weights)
    assert isinstance(refused, Unavailable)
    assert "about 300 more decisions" in refused.reason


@pytest.mark.parametrize("others", [0, 90])
def test_a_thousand_decisions_about_two_people_are_refused_for_want_of_people(others):
    values = np.random.default_rng(1).random(1_000)
    people = np.arange(1_000) % 2
    people[:others] = 2 + np.arange(others)  # who are few beside the two
    refused = estimate(values, np.ones(1_000), None, people)
    assert isinstance(refused, Unavailable)
    assert "1,000 decisions are about too few people: they count as 2 people" in refused.reason
    assert "decisions to go by" not in refused.reason


def test_too_few_decisions_about_too_few_people_are_told_both():
    refused = estimate(np.linspace(0.0, 1.0, 200), np.ones(200), None, np.arange(200) % 50)
    assert isinstance(refused, Unavailable)
    assert "only 200 decisions" in refused.reason
    assert "people who count as 50, of whom 100 are needed" in refused.reason
    assert "about 300 more" in refused.reason


def test_decisions_about_people_of_the_same_kind_that_it_asks_for_are_enough():
    people = np.arange(1_000) % 40
    more = support(np.ones(1_000), people).more
    assert more
    whole = np.arange(1_000 + more) % (40 * (1_000 + more) // 1_000)
    assert support(np.ones(1_000 + more), whole).more == 0
    assert isinstance(estimate(np.arange(1_000.0), np.ones(1_000)), Estimate), "each somebody else"


def test_an_interval_counts_people():
    values, people = np.random.default_rng(2).gamma(0.5, size=300), np.arange(300)
    once = interval(values)
    thrice = estimate(np.tile(values, 3), np.ones(900), None, np.tile(people, 3))
    assert isinstance(thrice, Estimate)
    assert (thrice.low, thrice.high) == pytest.approx(once)


def test_a_policy_that_never_does_what_was_done_is_refused():
    refused = estimate(np.zeros(900), np.zeros(900))
    assert isinstance(refused, Unavailable)
    assert "never have done" in refused.reason


@pytest.mark.parametrize("odd", [0.0, -0.1, 1.5, np.nan, np.inf])
def test_a_logged_probability_that_is_none_is_refused(odd):
    refused = importance_weights(np.full(3, 0.5), np.array([0.5, odd, 0.5]))
    assert isinstance(refused, Unavailable)
    assert "1 of 3" in refused.reason


@pytest.mark.parametrize("odd", [-0.1, 1.5, np.nan, np.inf])
def test_a_probability_of_the_policys_that_is_none_is_refused(odd):
    assert isinstance(importance_weights(np.array([odd]), np.array([0.5])), Unavailable)


def test_an_empty_log_and_unlike_lengths_are_refused():
    assert isinstance(importance_weights(np.zeros(0), np.zeros(0)), Unavailable)
    assert isinstance(importance_weights(np.ones(2), np.ones(3)), Unavailable)
    assert isinstance(estimate(np.zeros(0), np.zeros(0)), Unavailable)


@pytest.mark.parametrize("odd", [np.nan, np.inf])
def test_a_value_that_is_no_number_is_refused(odd):
    values = np.r_[odd, np.ones(599)]
    assert isinstance(estimate(values, np.ones(600)), Unavailable)


def test_a_reward_that_never_varies_says_nothing_of_how_sure_it_is():
    refused = estimate(np.zeros(600), np.ones(600))
    assert isinstance(refused, Unavailable)
    assert "earned the same" in refused.reason


# --- Choosing ----------------------------------------------------------------------------------


def test_a_good_model_is_trusted_more_than_a_bad_one_and_neither_leads_astray():
    log = log_of(5, size=4_000)
    chosen = []
    for bias in (0.0, 0.5):
        q, v = log.q + bias, log.v + bias
        full = doubly_robust(log.w, log.r, q, v)
        lam, values = tuned(lambda lam, q=q, v=v: dros(log.w, log.r, q, v, lam), full)
        assert values.mean() == pytest.approx(log.truth, abs=0.05)
        chosen.append(lam)
    assert chosen[0] < chosen[1]


def test_parts_of_an_action_that_matter_are_kept_and_others_are_not():
    rng = np.random.default_rng(6)
    offer, colour = rng.random((2, 8_000)) < 0.5
    ordered = (rng.random(8_000) < np.where(offer, 0.5, 0.1)).astype(float)
    by_offer = np.where(offer, 1.8, 0.2)
    by_colour = np.where(colour, 1.9, 0.1)
    place, values = coarsest([by_offer * by_colour, by_offer, np.ones(8_000)], ordered)
    assert place == 1
    assert values.mean() == pytest.approx(0.9 * 0.5 + 0.1 * 0.1, abs=0.03)


def test_a_part_that_is_only_lost_in_the_noise_of_the_whole_is_not_taken():
    rng = np.random.default_rng(8)
    offer, colour = rng.random(2_000) < 0.5, rng.random(2_000) < 0.02
    ordered = (rng.random(2_000) < np.where(offer, 0.5, 0.1)).astype(float)
    by_offer = np.where(offer, 1.8, 0.2)
    place, _ = coarsest([by_offer * colour / 0.02, by_offer, np.ones(2_000)], ordered)
    assert place == 1


# --- Intervals ---------------------------------------------------------------------------------


def test_without_skewness_the_interval_is_symmetric_and_with_it_the_longer_tail_gets_more():
    even = np.r_[-np.ones(500), np.ones(500)]
    low, high = interval(even)
    assert low == pytest.approx(-high)
    rare = np.r_[np.ones(5), np.zeros(995)]
    low, high = interval(rare)
    assert 0.0 <= low < 0.005 < high
    assert high - 0.005 > 2.0 * (0.005 - low)


@given(seeds, st.floats(0.1, 1e4), st.floats(-100.0, 100.0))
def test_an_interval_moves_and_stretches_with_its_values(seed, scale, shift):
    values = np.random.default_rng(seed).gamma(0.5, size=50)
    low, high = interval(values)
    assert interval(scale * values + shift) == pytest.approx(
        (scale * low + shift, scale * high + shift), rel=1e-6, abs=1e-6
    )


@pytest.mark.parametrize(("size", "rate"), [(2_000, 0.05), (5_000, 0.01)])
def test_intervals_hold_at_least_95_times_in_100(size, rate):
    held: dict[str, list[bool]] = {}
    for seed in range(300):
        log = a_log(np.random.default_rng(seed), size, rate)
        for name, found in log.estimates().items():
            if isinstance(found, Estimate):
                held.setdefault(name, []).append(found.low <= log.truth <= found.high)
    assert len(held) == 7
    for name, hits in held.items():
        assert len(hits) > 200, name
        assert np.mean(hits) >= 0.95, (name, np.mean(hits))


def test_a_biased_estimate_gets_the_interval_of_the_unbiased_one_stretched_to_hold_it():
    log = log_of(9, size=3_000)
    full = doubly_robust(log.w, log.r, log.q, log.v)
    sure, far = estimate(full, log.w), estimate(direct(log.v) + 5.0, log.w, full)
    assert isinstance(sure, Estimate)
    assert isinstance(far, Estimate)
    assert far.low == sure.low
    assert far.high == far.value > sure.high


def test_decisions_told_twice_about_everybody_make_nothing_surer():
    values = np.random.default_rng(4).gamma(0.5, size=300)
    people = np.arange(300)
    twice = by_group(np.tile(values, 2), np.tile(people, 2))
    assert interval(twice) == pytest.approx(interval(values))
    assert by_group(values, people // 7).mean() == pytest.approx(values.mean())


def test_what_no_log_can_hold_is_refused_and_never_reckoned_with() -> None:
    values, weights = np.linspace(0.0, 1.0, 600), np.ones(600)
    assert isinstance(estimate(values, weights), Estimate)
    for spoilt, why in (
        (np.where(values > 0.5, -1.0, weights), "below zero"),
        (np.where(values > 0.5, np.nan, weights), "finite"),
    ):
        refused = estimate(values, spoilt)
        assert isinstance(refused, Unavailable)
        assert why in refused.reason
    with np.errstate(all="ignore"):
        huge = estimate(np.where(values > 0.999, 1e200, values), weights)
    assert isinstance(huge, Unavailable)
    with pytest.raises(ValueError, match="one length"):
        estimate(values, weights[:500])


# --- Orders ------------------------------------------------------------------------------------


def earned(orders: int) -> tuple[np.ndarray, np.ndarray]:
    """600 decisions of which every third cost a message, and how much each order counts."""
    values = np.where(np.arange(600) % 3 == 0, -2.0, 0.0)
    values[:orders] += 4_000.0
    return values, np.ones(orders)


def test_decisions_that_differ_only_by_what_a_message_costs_say_nothing_of_what_they_earn():
    values, orders = earned(0)
    refused = estimate(values, np.ones(600), orders=orders)
    assert isinstance(refused, Unavailable)
    assert refused.reason == (
        "too few decisions led to an order: of these 600, none that counts here did; 20 are "
        "needed, so at least 20 more that do"
    )


def test_too_few_orders_are_refused_with_how_many_decisions_are_missing_and_enough_are_not():
    values, orders = earned(5)
    refused = estimate(values, np.ones(600), orders=orders)
    assert isinstance(refused, Unavailable)
    assert "the orders of these 600 count as 5.0; 20 are needed" in refused.reason
    assert "about 1,800 more decisions" in refused.reason
    values, orders = earned(20)
    assert isinstance(estimate(values, np.ones(600), orders=orders), Estimate)


def test_one_order_that_counts_for_nearly_all_is_one_order():
    values, _ = earned(30)
    orders = np.r_[1_000.0, np.full(29, 0.1)]
    refused = estimate(values, np.ones(600), orders=orders)
    assert isinstance(refused, Unavailable)
    assert "count as 1.0" in refused.reason


@pytest.mark.parametrize("expected", [1, 20])
def test_intervals_hold_with_the_orders_that_are_asked_for_and_not_with_one(expected):
    rng, held = np.random.default_rng(11), []
    for _ in range(400):
        ordered = rng.random(2_000) < expected / 2_000
        low, high = interval(np.where(ordered, rng.gamma(2.0, 10.0, 2_000), 0.0))
        held.append(low <= 20.0 * expected / 2_000 <= high)
    assert np.mean(held) > 0.95 if expected == 20 else np.mean(held) < 0.75
