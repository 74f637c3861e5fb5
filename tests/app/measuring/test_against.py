"""The gate asks whether a policy is better than today's, not than the mix that filled the log."""

from __future__ import annotations

import numpy as np

from rapport.app.measuring.against import Against, against
from rapport.app.measuring.launch import Gate, launch_gate
from rapport.app.measuring.sample import Rewards, Sample, estimates_of
from rapport.science.arrays import Floats
from rapport.science.off_policy import Estimate, importance_weights, support
from rapport.science.unavailable import Unavailable


def a_sample(share: float, logged: Floats, second: Floats, r: Floats) -> Sample:
    """A policy that does the second of two things with the chance `share`; each decision is about
    somebody else, and the model knows the mean of all and no more."""
    done = np.where(second, share, 1.0 - share)
    w = importance_weights(done, np.where(second, logged, 1.0 - logged))
    assert not isinstance(w, Unavailable)
    flat = np.full(len(r), r.mean())
    rewards = Rewards(r, float("inf"), 0, float(r.mean()))
    return Sample(rewards, w, np.ones(len(r)), flat, flat, (w,) * 5, np.arange(len(r)), r > 0.0)


def judged(
    rng: np.random.Generator, rates: tuple[float, float], candidate: float, today: float
) -> tuple[Gate, Against, Sample]:
    """4,000 decisions by a policy of before, then 2,000 by today's."""
    logged = np.where(np.arange(6_000) < 4_000, 0.1, today)
    second = rng.random(6_000) < logged
    r = (rng.random(6_000) < np.where(second, rates[1], rates[0])).astype(float)
    mine, theirs = (a_sample(share, logged, second, r) for share in (candidate, today))
    estimates, place = estimates_of(mine)
    found = against(mine, place, theirs, 6)
    gate = launch_gate(estimates["DR"], estimates["MIPS"], support(mine.w), found)
    return gate, found, mine


def test_better_than_the_mix_of_before_and_worse_than_today_does_not_pass() -> None:
    """It earns 0.16 a decision, today's 0.19, and all that was done 0.14."""
    gate, found, mine = judged(np.random.default_rng(0), (0.1, 0.2), 0.6, 0.9)
    robust = estimates_of(mine)[0]["DR"]
    assert isinstance(robust, Estimate)
    assert robust.low > mine.r.mean()
    assert isinstance(found.gain, Estimate)
    assert found.gain.low <= 0.16 - 0.19 <= found.gain.high < 0.0
    assert isinstance(found.value, Estimate)
    assert found.value.low <= 0.19 <= found.value.high
    assert not gate.open
    assert "better than policy 6, which decides today" in gate.says


def test_one_that_is_truly_better_than_today_passes() -> None:
    gate, found, _ = judged(np.random.default_rng(0), (0.1, 0.2), 0.9, 0.5)
    assert isinstance(found.gain, Estimate)
    assert found.gain.low <= 0.04 <= found.gain.high
    assert gate.open


def test_of_policies_that_are_a_little_worse_none_passes_though_all_beat_the_mix() -> None:
    rng = np.random.default_rng(20)
    worlds = [judged(rng, (0.1, 0.2), 0.58, 0.6) for _ in range(80)]
    robust = [estimates_of(mine)[0]["DR"] for _, _, mine in worlds]
    beat_the_mix = [
        isinstance(one, Estimate) and one.low > mine.r.mean()
        for one, (_, _, mine) in zip(robust, worlds, strict=True)
    ]
    assert sum(beat_the_mix) > 60
    assert sum(gate.open for gate, _, _ in worlds) <= 2


def test_of_policies_that_are_as_good_as_todays_hardly_any_passes() -> None:
    """It says 1 in 40 at most, and is built for 1 in 80: of 120 more than 8 pass once in 100."""
    rng = np.random.default_rng(21)
    passed = sum(judged(rng, (0.1, 0.1), 0.6, 0.9)[0].open for _ in range(120))
    assert passed <= 8


def test_the_same_policy_is_told_to_be_the_same() -> None:
    gate, found, _ = judged(np.random.default_rng(1), (0.1, 0.2), 0.9, 0.9)
    assert isinstance(found.gain, Unavailable)
    assert "just what the policy that decides today would" in found.gain.reason
    assert not gate.open
