import numpy as np
import pytest
from scipy.stats import chisquare

from rapport.science.sample_ratio import RatioCheck, sample_ratio
from rapport.science.unavailable import Unavailable

SHARES = {"holdout": 0.1, "usual": 0.2, "adaptive": 0.7}


def test_the_statistic_is_that_of_scipy():
    counts = {"holdout": 120, "usual": 180, "adaptive": 700}
    check = sample_ratio(counts, SHARES)
    oracle = chisquare([120, 180, 700], [100, 200, 700])
    assert isinstance(check, RatioCheck)
    assert check.chi_square == pytest.approx(oracle.statistic, rel=1e-12)
    assert check.p_value == pytest.approx(oracle.pvalue, rel=1e-9)


def test_arms_of_the_wrong_size_fail_and_the_words_say_what_to_do():
    check = sample_ratio({"holdout": 1_500, "usual": 2_000, "adaptive": 7_000}, SHARES)
    assert isinstance(check, RatioCheck)
    assert not check.passed
    assert "holdout 1,500 instead of about 1,050" in check.says
    assert "measure afresh" in check.says


def test_profiles_in_an_arm_without_a_share_fail():
    for arm in ("control", "usual"):
        shares = {"holdout": 0.5, "usual": 0.0, "adaptive": 0.5}
        check = sample_ratio({"holdout": 500, "adaptive": 500, arm: 1}, shares)
        assert isinstance(check, RatioCheck)
        assert not check.passed
        assert arm in check.says


@pytest.mark.parametrize(
    ("counts", "shares"),
    [
        ({"holdout": 2, "usual": 2, "adaptive": 5}, SHARES),
        ({}, SHARES),
        ({"adaptive": 900}, {"adaptive": 1.0}),
        ({"holdout": -1, "usual": 500, "adaptive": 500}, SHARES),
    ],
)
def test_what_cannot_be_checked_is_unavailable_with_a_reason(counts, shares):
    check = sample_ratio(counts, shares)
    assert isinstance(check, Unavailable)
    assert check.reason


def test_a_fair_deal_rarely_fails():
    rng = np.random.default_rng(7)
    failed = 0
    for _ in range(2_000):
        dealt = rng.multinomial(900, list(SHARES.values()))
        check = sample_ratio(dict(zip(SHARES, map(int, dealt), strict=True)), SHARES)
        failed += isinstance(check, RatioCheck) and not check.passed
    assert failed <= 8
