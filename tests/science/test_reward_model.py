"""The model of rewards: right where the world is linear, and blind to what it is used for."""

from __future__ import annotations

import numpy as np
import pytest

from rapport.science.reward_model import cross_fitted


def test_a_linear_world_is_learnt():
    rng = np.random.default_rng(1)
    taken, expected = rng.normal(size=(2, 4_000, 3))
    beta = np.array([2.0, -1.0, 0.5])
    rewards = 3.0 + taken @ beta + rng.normal(size=4_000)
    found = cross_fitted(taken, expected, rewards, np.arange(4_000) % 5)
    assert np.abs(found.expected - 3.0 - expected @ beta).max() < 0.5
    assert found.usual == pytest.approx(3.0, abs=0.2)


def test_no_decision_is_predicted_from_itself_or_its_fold():
    rng = np.random.default_rng(2)
    taken, rewards, folds = rng.normal(size=(60, 2)), rng.normal(size=60), np.arange(60) % 3
    before = cross_fitted(taken, taken, rewards, folds)
    changed = np.where(folds == 1, rewards + 1_000.0, rewards)
    after = cross_fitted(taken, taken, changed, folds)
    np.testing.assert_array_equal(before.taken[folds == 1], after.taken[folds == 1])
    assert not np.allclose(before.taken[folds != 1], after.taken[folds != 1])


def test_one_fold_alone_is_predicted_as_nothing():
    found = cross_fitted(np.ones((4, 1)), np.ones((4, 1)), np.ones(4), np.zeros(4, dtype=int))
    assert not found.taken.any()
