from hypothesis import given
from hypothesis import strategies as st

from rapport.core.deciding.arms import (
    ADAPTIVE,
    BUCKETS,
    HOLDOUT,
    USUAL,
    Arms,
    arm_of,
    bucket,
    shares,
)
from rapport.science.sample_ratio import RatioCheck, sample_ratio


def test_a_profile_always_falls_into_the_same_bucket():
    assert bucket("north", "spring", "p1") == bucket("north", "spring", "p1")


def test_each_arm_gets_its_share_of_profiles():
    arms = Arms(holdout=1_000, usual=2_000, salt="s")
    found = [arm_of(bucket("north", "s", f"profile-{i}"), arms) for i in range(20_000)]
    check = sample_ratio(
        {arm: found.count(arm) for arm in (HOLDOUT, USUAL, ADAPTIVE)}, shares(arms)
    )
    assert isinstance(check, RatioCheck)
    assert check.passed


def test_another_salt_deals_afresh_and_another_brand_too():
    keys = [f"profile-{i}" for i in range(5_000)]
    first = [bucket("north", "s", key) < 5_000 for key in keys]
    for brand, salt in (("north", "t"), ("south", "s")):
        again = [bucket(brand, salt, key) < 5_000 for key in keys]
        agree = sum(a == b for a, b in zip(first, again, strict=True))
        assert 2_300 < agree < 2_700


def test_the_arms_are_contiguous_holdout_first_then_usual_then_adaptive():
    arms = Arms(holdout=100, usual=200)
    assert [arm_of(b, arms) for b in (0, 99, 100, 299, 300, BUCKETS - 1)] == [
        *[HOLDOUT] * 2,
        *[USUAL] * 2,
        *[ADAPTIVE] * 2,
    ]


def test_a_smaller_holdout_moves_only_the_profiles_it_lets_go():
    before, after = Arms(holdout=1_000, usual=0), Arms(holdout=500, usual=0)
    moved = [b for b in range(BUCKETS) if arm_of(b, before) != arm_of(b, after)]
    assert moved == list(range(500, 1_000))


@given(st.integers(-100, 12_000), st.integers(-100, 12_000))
def test_shares_are_what_arm_of_deals(holdout, usual):
    arms = Arms(holdout=holdout, usual=usual)
    dealt = [arm_of(b, arms) for b in range(0, BUCKETS, 25)]
    for arm, share in shares(arms).items():
        assert abs(dealt.count(arm) / len(dealt) - share) <= 0.005
