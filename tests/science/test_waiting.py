"""Moments are told apart by what choosing them leads to, and not by who was still there."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.core.creative.framework import HOLD, Action
from rapport.core.decision import CONTENT_STAGE, TIME_STAGE, Decision
from rapport.core.effects import OutcomeClosed
from rapport.core.policy.policy import Policy
from rapport.core.time import DAY, HOUR
from rapport.science.evidence import (
    Evidence,
    Row,
    merge,
    narrowed,
    nothing,
    observe_all,
    used_width,
)
from rapport.science.evidence_codec import decode_evidence, encode_evidence
from rapport.science.policy_learning import snapshot

MOMENTS = {"now": 0.0, "later": 4.0, "evening": 8.0}
"""Hours after which each comes."""
LOYAL = 0.35
PEOPLE = 8_000


def month(
    seed: int,
    *,
    by_themselves_after: float = 0.0,
    adds: float = 0.04,
    evening_adds: float = 0.0,
    silent: float = 0.2,
    people: int = PEOPLE,
    at_once: float = 1 / 3,
) -> list[Row]:
    """Closed decisions of people who mostly order by themselves: 6 in 10 of the loyal, 12 in 100 of
    all others, half of them within ten hours after `by_themselves_after`. A message adds orders
    whenever it comes, one in the evening `evening_adds` more. Of `at_once` the moment is now."""
    rng = np.random.default_rng(seed)
    rows = []
    for number in range(people):
        rest = (1.0 - at_once) / 2.0
        moment = str(rng.choice(tuple(MOMENTS), p=(at_once, rest, rest)))
        loyal = float(rng.random() < LOYAL)
        x = (1.0, loyal) + (0.0,) * 10
        alone = rng.random() < (0.6 if loyal else 0.12)
        ordered_after = by_themselves_after + rng.exponential(12.0)
        begun = int(number / people * 60 * DAY)
        came = begun + int(MOMENTS[moment] * HOUR)
        chosen = Decision(
            id=str(number), profile=f"p{number}", flow="checkout", run=1, point="first",
            stage=TIME_STAGE, at=begun, release=1, policy=1, arm="adaptive",
            action=Action(time=moment), propensity=1 / 3, context=x, margin=2_500,
        )  # fmt: skip
        if alone and ordered_after <= MOMENTS[moment]:
            rows.append((chosen, outcome(chosen, came, ordered=True, message="")))
            continue
        says_nothing = rng.random() < silent
        gain = adds + (evening_adds if moment == "evening" else 0.0)
        ordered = alone or (not says_nothing and rng.random() < gain)
        tone = ("warm", "plain")[rng.integers(2)]
        action = HOLD if says_nothing else Action(time=moment, offer="none", tone=tone)
        content = replace(
            chosen, stage=CONTENT_STAGE, at=came, action=action,
            moment=moment if says_nothing else "",
        )  # fmt: skip
        message = "" if says_nothing else "m"
        rows.append((content, outcome(content, came, ordered=ordered, message=message)))
    return rows


def outcome(decision: Decision, came: int, *, ordered: bool, message: str) -> OutcomeClosed:
    return OutcomeClosed(
        key=f"k{decision.id}", profile=decision.profile, decision=decision.id, message=message,
        at=came + 4 * DAY, orders=int(ordered), revenue=0, margin=0, clicked=False,
        unsubscribed=False, complained=False, delivered=bool(message),
    )  # fmt: skip


def before(rows: list[Row]) -> list[Row]:
    """The same as it was on record before: without those who left, and silence has no moment."""
    came = [(d, o) for d, o in rows if d.stage == CONTENT_STAGE]
    return [(replace(decision, moment=""), closed) for decision, closed in came]


def learnt(rows: list[Row]) -> Policy:
    return snapshot(observe_all(nothing(), rows), 1, 0)


def effect(policy: Policy, moment: str, loyal: float = 0.5) -> float:
    at = policy.effects[f"time:{moment}"]
    return at[0] + loyal * at[1]


def deviation(policy: Policy, moment: str) -> float:
    return sqrt(policy.errors[f"time:{moment}"][0])


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_moment_that_changes_nothing_is_believed_to_change_nothing(seed: int) -> None:
    policy = learnt(month(seed))
    for moment in MOMENTS:
        for loyal in (0.0, 1.0):
            assert abs(effect(policy, moment, loyal)) < 0.02
        assert abs(effect(policy, moment)) < 2.6 * deviation(policy, moment)
    # What this is for: by those alone who were still there, straight away looked far better.
    naive = learnt(before(month(seed)))
    assert effect(naive, "now") - effect(naive, "evening") > 0.04


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_moment_that_is_better_is_found(seed: int) -> None:
    policy = learnt(month(seed, evening_adds=0.08))
    assert max(MOMENTS, key=lambda moment: effect(policy, moment)) == "evening"
    # Of ten in the evening nearly three have left before, whom no message reaches any more.
    assert 0.02 < effect(policy, "evening") - effect(policy, "now") < 0.09


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_messages_that_change_nothing_are_doubted_whoever_left_before(seed: int) -> None:
    rows = month(seed, adds=0.0)
    assert learnt(rows).doubt > 0.1
    # Before, those who had left made it as good as certain that messages change something.
    assert learnt(before(rows)).doubt < learnt(rows).doubt


@pytest.mark.parametrize("at_once", [0.1, 0.8])
def test_what_a_message_adds_is_held_against_silence_at_its_moment(at_once: float) -> None:
    months = [month(seed, adds=0.08, silent=0.4, at_once=at_once) for seed in range(1, 5)]
    # Of those who are written to some three in ten order anyway, to whom it adds nothing.
    truth = 0.08 * 0.72
    assert abs(np.mean([learnt(rows).send[0] for rows in months]) - truth) < 0.01
    # Where most are written to at one moment, all silence was held against the middling one.
    assert abs(np.mean([learnt(before(rows)).send[0] for rows in months]) - truth) > 0.01


def test_where_nobody_leaves_before_moments_are_learnt_with_all_else() -> None:
    rows = month(4, by_themselves_after=24.0, evening_adds=0.08, people=3_000)
    assert not any(decision.stage == TIME_STAGE for decision, _ in rows)
    policy = learnt(before(rows))
    assert effect(policy, "evening") > effect(policy, "now")


# --- The sums ------------------------------------------------------------------------------------

ROWS = month(5, people=80)


def assert_same(one: Evidence, other: Evidence) -> None:
    assert list(one.waits) == list(other.waits)
    for name, at in one.waits.items():
        for sums, theirs in zip(at.sums, other.waits[name].sums, strict=True):
            np.testing.assert_allclose(sums, theirs, rtol=1e-9, atol=1e-12)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 80), st.permutations(range(80)))
def test_the_sums_are_the_same_in_any_order_and_any_shards(cut: int, order: list[int]) -> None:
    shuffled = [ROWS[i] for i in order]
    whole = observe_all(nothing(), ROWS)
    parts = (observe_all(nothing(), part) for part in (shuffled[:cut], shuffled[cut:]))
    assert_same(merge(*parts), whole)
    one_by_one = nothing()
    for row in shuffled:
        one_by_one = observe_all(one_by_one, [row])
    assert_same(one_by_one, whole)
    assert (one_by_one.decisions, one_by_one.skipped) == (whole.decisions, 0)


def test_they_come_back_from_the_store_to_the_bit() -> None:
    evidence = observe_all(nothing(), ROWS)
    again = decode_evidence(encode_evidence(evidence))
    assert again is not None
    assert_same(again, evidence)
    assert encode_evidence(again) == encode_evidence(evidence)


def test_those_who_left_say_nothing_of_orders_clicks_or_messages_but_by_their_moment() -> None:
    evidence = observe_all(nothing(), ROWS)
    alone = observe_all(nothing(), before(ROWS))
    np.testing.assert_allclose(evidence.gram, alone.gram)
    assert (evidence.decisions, evidence.orders) == (alone.decisions, alone.orders)
    left = sum(decision.stage == TIME_STAGE for decision, _ in ROWS)
    counted = sum(float(at.left[0, 0]) for at in evidence.waits.values())
    assert 0.0 < counted <= left


def test_a_policy_of_narrow_features_is_the_same_as_of_wide_ones() -> None:
    evidence = observe_all(nothing(), month(6, people=2_000))
    width = used_width(evidence)
    narrow = narrowed(evidence, width)
    assert all(at.mix.shape == (width, len(narrow.moments)) for at in narrow.waits.values())
    assert snapshot(evidence, 1, 0).effects.keys() == {
        "time:now", "time:later", "time:evening", "offer:none", "tone:warm", "tone:plain",
    }  # fmt: skip


def test_a_moment_that_nobody_stayed_for_is_no_hindrance() -> None:
    rows = [row for row in month(7, people=2_000) if row[0].stage == TIME_STAGE]
    policy = learnt([*rows, *before(month(8, people=200))])
    assert all(np.isfinite(policy.effects[f"time:{moment}"]).all() for moment in MOMENTS)
    assert np.isfinite(learnt(rows).baseline).all()
