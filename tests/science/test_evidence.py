import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from worlds import linear_world, person, random_action, row

from rapport.core.creative.framework import HOLD, Action
from rapport.core.policy.policy import bounded
from rapport.core.time import DAY
from rapport.errors import CodecError
from rapport.science.evidence import (
    WIDTH,
    merge,
    nothing,
    observe_all,
)
from rapport.science.evidence_codec import decode_evidence, encode_evidence


def closed(count, seed=1, days_apart=0.0):
    rng = np.random.default_rng(seed)
    world = linear_world(rng)
    return [
        row(world, rng, int(i * days_apart * DAY), *person(rng), random_action(rng))
        for i in range(count)
    ]


ROWS = closed(60, days_apart=3.0)
SENT = next(r for r in ROWS if not r[0].action.hold)
HELD = next(r for r in ROWS if r[0].action.hold)


def assert_same(one, other):
    assert one.levels == other.levels
    np.testing.assert_allclose(one.gram, other.gram, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(one.moments, other.moments, rtol=1e-9, atol=1e-12)
    for name in ("weight", "orders", "messages", "unsubscribed", "log_margins"):
        assert getattr(one, name) == pytest.approx(getattr(other, name), rel=1e-9, abs=1e-12)
    assert (one.decisions, one.skipped, one.at) == (other.decisions, other.skipped, other.at)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 60), st.permutations(range(60)))
def test_evidence_is_the_same_in_any_order_and_any_shards(cut, order):
    shuffled = [ROWS[i] for i in order]
    whole = observe_all(nothing(), ROWS)
    shards = [observe_all(nothing(), part) for part in (shuffled[:cut], shuffled[cut:])]
    assert_same(merge(*shards), whole)
    one_by_one = nothing()
    for decision, outcome in shuffled:
        one_by_one = observe_all(one_by_one, [(decision, outcome)])
    assert_same(one_by_one, whole)


def test_a_message_counts_for_the_baseline_for_sending_and_for_each_of_its_levels():
    decision, outcome = SENT
    evidence = observe_all(nothing(), [(decision, replace(outcome, orders=3))])
    x = np.array(bounded(decision.context))
    assert sorted(evidence.levels) == sorted(
        f"{factor}:{decision.action.level(factor)}"
        for factor in ("time", "offer", "tone", "angle", "visual")
    )
    np.testing.assert_allclose(evidence.moments, np.tile(x, 7))
    np.testing.assert_allclose(evidence.gram, np.outer(np.tile(x, 7), np.tile(x, 7)))


@pytest.mark.parametrize("years", [1, 5, 5_000])
def test_an_outcome_from_the_future_counts_as_of_now_and_ages_no_other(years):
    now = max(outcome.at for _, outcome in ROWS)
    decision, outcome = HELD
    late = (decision, replace(outcome, at=now + years * 365 * DAY))
    known, honest = observe_all(nothing(), ROWS, now=now), (decision, replace(outcome, at=now))
    assert_same(observe_all(known, [late], now=now), observe_all(known, [honest], now=now))
    assert_same(
        observe_all(nothing(), [*ROWS, late], now=now),
        observe_all(nothing(), [*ROWS, honest], now=now),
    )


def test_without_a_now_the_latest_outcome_is_taken_at_its_word():
    assert observe_all(nothing(), ROWS).at == max(outcome.at for _, outcome in ROWS)


def test_a_hold_counts_for_the_baseline_alone():
    evidence = observe_all(nothing(("tone:warm",)), [HELD])
    assert evidence.gram[:WIDTH, :WIDTH].any()
    assert not evidence.gram[WIDTH:].any()
    assert evidence.messages == 0.0


def test_no_outcome_weighs_more_than_one_order_whatever_money_it_names():
    decision, outcome = SENT
    modest = observe_all(nothing(), [(decision, replace(outcome, orders=1, revenue=1, margin=1))])
    huge = observe_all(
        nothing(), [(decision, replace(outcome, orders=10**9, revenue=10**18, margin=10**18))]
    )
    assert_same(modest, huge)


def test_a_cart_of_absurd_size_hardly_moves_the_typical_margin():
    decision, outcome = SENT
    evidence = observe_all(nothing(), [*ROWS, (replace(decision, margin=10**18), outcome)])
    honest = observe_all(nothing(), ROWS)
    ratio = math.exp(evidence.log_margins / evidence.weight - honest.log_margins / honest.weight)
    assert ratio < 1.6


@pytest.mark.parametrize(
    "spoilt",
    [
        (replace(SENT[0], context=()), SENT[1]),
        (SENT[0], replace(SENT[1], delivered=False)),
        (SENT[0], replace(SENT[1], decision="another")),
        (replace(HELD[0], reason="cap"), HELD[1]),
        (replace(HELD[0], reason="no consent"), HELD[1]),
        (replace(SENT[0], stage="put off"), replace(SENT[1], delivered=False)),
    ],
    ids=["no profiling", "not delivered", "not its outcome", "cap", "no consent", "put off"],
)
def test_what_cannot_be_compared_is_left_out_and_counted(spoilt):
    before = observe_all(nothing(), ROWS)
    after = observe_all(before, [spoilt])
    assert after.skipped == before.skipped + 1
    assert_same(replace(after, skipped=0), replace(before, skipped=0))
    assert observe_all(before, [spoilt, HELD]).decisions == before.decisions + 1


@pytest.mark.parametrize("reason", ["holdout", "usual", ""])
def test_holdout_and_usual_decisions_teach(reason):
    assert observe_all(nothing(), [(replace(HELD[0], reason=reason), HELD[1])]).decisions == 1


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), min_size=1, max_size=12))
def test_an_odd_context_leaves_the_sums_finite(context):
    decision, outcome = SENT
    evidence = observe_all(nothing(), [(replace(decision, context=tuple(context)), outcome)])
    assert np.isfinite(evidence.gram).all()
    assert np.isfinite(evidence.moments).all()


def test_a_level_that_is_new_is_learnt_beside_the_old_ones():
    action = replace(SENT[0].action, tone="never seen before")
    before = observe_all(nothing(), ROWS)
    after = observe_all(before, [(replace(SENT[0], action=action), SENT[1])])
    assert set(after.levels) == {*before.levels, "tone:never seen before"}
    assert after.decisions == before.decisions + 1


def test_after_a_half_life_evidence_counts_half():
    decision, outcome = SENT
    old = observe_all(nothing(), [(decision, replace(outcome, at=0))], 30.0)
    later = (HELD[0], replace(HELD[1], at=30 * DAY))
    both = observe_all(old, [later], 30.0)
    assert both.weight == pytest.approx(1.5)
    assert both.messages == pytest.approx(0.5)
    assert both.decisions == 2
    assert_same(
        observe_all(
            observe_all(nothing(), [later], 30.0), [(decision, replace(outcome, at=0))], 30.0
        ),
        both,
    )


def test_stored_evidence_is_read_back_bit_for_bit():
    evidence = observe_all(nothing(), ROWS)
    again = decode_evidence(encode_evidence(evidence))
    np.testing.assert_array_equal(again.gram, evidence.gram)
    np.testing.assert_array_equal(again.moments, evidence.moments)
    assert_same(again, evidence)
    assert encode_evidence(again) == encode_evidence(evidence)


def test_damaged_or_foreign_evidence_says_what_to_do():
    stored = encode_evidence(observe_all(nothing(), ROWS))
    spoilt = encode_evidence(replace(nothing(), moments=np.full(2 * WIDTH, math.nan)))
    for bad in (b"", b"\x09" + stored[1:], stored[:-40], stored[:1], spoilt):
        with pytest.raises(CodecError, match="earn again"):
            decode_evidence(bad)


def test_a_message_without_a_level_in_some_factor_still_teaches():
    decision, outcome = SENT
    evidence = observe_all(nothing(), [(replace(decision, action=Action(offer="none")), outcome)])
    assert evidence.levels == ("offer:none",)
    assert observe_all(evidence, [(replace(decision, action=HOLD), outcome)]).levels == (
        "offer:none",
    )


def test_an_unsubscribe_after_holding_is_not_blamed_on_a_message():
    left = replace(HELD[1], unsubscribed=True)
    assert observe_all(nothing(), [(HELD[0], left)]).unsubscribed == 0.0
    assert (
        observe_all(nothing(), [(SENT[0], replace(SENT[1], unsubscribed=True))]).unsubscribed == 1.0
    )
