"""Evidence that holds at every look: it cannot be expected to grow while all is as it may be."""

from __future__ import annotations

from itertools import pairwise
from math import comb, inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.science.alarm import Counted, Evidence, evidence, ratio_evidence

LIMITS = st.sampled_from([0.001, 0.01, 0.05, 0.2, 0.6])
WEEKS = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=6).map(
    lambda rows: [Counted(max(a, b), min(a, b)) for a, b in rows]
)


def chance(n: int, k: int, rate: float) -> float:
    return comb(n, k) * rate**k * (1.0 - rate) ** (n - k)


def test_without_messages_nothing_is_said() -> None:
    assert evidence([], 0.01) == Evidence(1.0, Counted(0, 0))
    assert evidence([Counted(0, 0)] * 3, 0.01).strength == pytest.approx(1.0)


@given(WEEKS, LIMITS, st.integers(0, 12), st.floats(0.0, 1.0))
def test_however_it_went_so_far_it_is_expected_not_to_grow(
    weeks: list[Counted], limit: float, more: int, part: float
) -> None:
    """The very property that makes looking often harmless, summed over all that may come."""
    rate = limit * part
    now = evidence([*weeks, Counted(0, 0)], limit).strength
    expected = sum(
        chance(more, k, rate) * evidence([*weeks, Counted(more, k)], limit).strength
        for k in range(more + 1)
    )
    if now < 1e250:  # beyond that it is as strong as it gets
        assert expected <= now * (1.0 + 1e-9)


@given(WEEKS, LIMITS)
def test_a_week_that_begins_changes_nothing_by_itself(weeks: list[Counted], limit: float) -> None:
    before = evidence(weeks, limit).strength
    assert evidence([*weeks, Counted(0, 0)], limit).strength == pytest.approx(before)


@given(st.integers(1, 400), LIMITS)
def test_the_more_goes_wrong_the_stronger_it_is(n: int, limit: float) -> None:
    found = [evidence([Counted(n, k)], limit).strength for k in range(n + 1)]
    assert all(a <= b for a, b in pairwise(found))


def test_a_year_that_went_well_hides_no_bad_week() -> None:
    fine = [Counted(2_000, 0)] * 52
    found = evidence([*fine, Counted(600, 12)], 0.001)
    assert found.since == Counted(600, 12)
    assert found.strength > 200.0


@pytest.mark.parametrize("weeks", [[Counted(1, 2)], [Counted(3, -1)]])
def test_counts_that_cannot_be_are_refused(weeks: list[Counted]) -> None:
    with pytest.raises(ValueError, match="of n messages"):
        evidence(weeks, 0.01)


@pytest.mark.parametrize("limit", [0.0, 1.0, -0.1])
def test_a_limit_that_is_none_is_refused(limit: float) -> None:
    with pytest.raises(ValueError, match="must lie between"):
        evidence([], limit)


SHARES = {"holdout": 0.1, "usual": 0.2, "adaptive": 0.7}
ARMS = tuple(SHARES)


@given(st.tuples(*[st.integers(0, 3_000)] * 3))
def test_one_profile_more_is_expected_to_change_nothing(counts: tuple[int, int, int]) -> None:
    known = dict(zip(ARMS, counts, strict=True))
    now = ratio_evidence(known, SHARES)
    expected = sum(
        share * ratio_evidence({**known, arm: known[arm] + 1}, SHARES)
        for arm, share in SHARES.items()
    )
    if now < 1e250:  # beyond that it is as strong as it gets
        assert expected == pytest.approx(now, rel=1e-6)


def test_arms_that_lose_people_are_found_and_sound_ones_are_not() -> None:
    assert ratio_evidence({"holdout": 1_000, "usual": 2_000, "adaptive": 7_000}, SHARES) < 1.0
    assert ratio_evidence({"holdout": 1_000, "usual": 2_000, "adaptive": 6_300}, SHARES) > 1_000.0
    assert ratio_evidence({"stray": 1}, SHARES) == inf
    assert ratio_evidence({}, SHARES) == pytest.approx(1.0)


def test_many_looks_at_arms_as_they_should_be_raise_no_alarm() -> None:
    random = np.random.default_rng(7)
    alarms = 0
    for _ in range(300):
        counts = np.zeros(3, dtype=int)
        for _ in range(100):
            counts += random.multinomial(100, list(SHARES.values()))
            if ratio_evidence(dict(zip(ARMS, map(int, counts), strict=True)), SHARES) >= 1_000.0:
                alarms += 1
                break
    assert alarms <= 3
