from math import inf

import numpy as np
import pytest

from rapport.science.shrinkage import Prior, Sums, fit


def a_regression(seed, truth, rows=4_000, noise=1.0):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(rows, len(truth)))
    y = x @ truth + rng.normal(0.0, np.sqrt(noise), rows)
    return x, y, Sums(x.T @ x, x.T @ y, noise)


def prior(group, spreads, weight, centre=None):
    size = len(group)
    return Prior(
        np.zeros(size) if centre is None else centre,
        np.array(group, dtype=np.int64),
        np.array(spreads),
        np.array(weight),
    )


def test_with_fixed_spreads_it_is_the_direct_solution():
    centre = np.array([0.5, -0.5, 0.0])
    _, _, sums = a_regression(1, np.array([1.0, 0.0, -1.0]))
    spread = np.array([0.3, 0.1, 0.1])
    found = fit(sums, prior([0, 1, 1], [0.3, 0.1], [inf, inf], centre))
    precision = np.diag(spread**-2.0) + sums.gram / sums.noise
    direct = np.linalg.solve(precision, centre / spread**2 + sums.moments / sums.noise)
    np.testing.assert_allclose(found.mean, direct, atol=1e-12)
    np.testing.assert_allclose(found.covariance, np.linalg.inv(precision), atol=1e-12)


def test_a_group_that_explains_nothing_is_shrunk_and_one_that_does_is_let_in():
    truth = np.array([1.0, -1.0, 1.5, -0.8] + [0.0] * 40)
    _, _, sums = a_regression(2, truth, rows=80)
    found = fit(sums, prior([0] * 4 + [1] * 40, [0.5, 0.5], [2.0, 2.0]), rounds=20)
    assert found.spreads[0] == pytest.approx(1.0, abs=0.35)
    assert found.spreads[1] < 0.25
    loose = fit(sums, prior([0] * 4 + [1] * 40, [0.5, 0.5], [inf, inf]))
    assert np.abs(found.mean[4:]).mean() < 0.8 * np.abs(loose.mean[4:]).mean()


def test_the_log_evidence_is_that_of_the_marginal_normal():
    x, y, sums = a_regression(3, np.array([0.4, 0.0]), rows=60)
    fits = []
    for centre, spreads in ((np.zeros(2), [0.5, 0.2]), (np.array([0.4, 0.1]), [0.1, 0.1])):
        found = fit(sums, prior([0, 1], spreads, [inf, inf], centre)).log_evidence
        marginal = np.eye(60) + x @ np.diag(np.square(spreads)) @ x.T
        residual = y - x @ centre
        direct = -0.5 * residual @ np.linalg.solve(marginal, residual)
        direct -= 0.5 * np.linalg.slogdet(marginal)[1]
        fits.append((found, direct))
    assert fits[0][0] - fits[1][0] == pytest.approx(fits[0][1] - fits[1][1], abs=1e-8)


@pytest.mark.parametrize("rounds", [0, 12])
def test_what_is_held_at_its_centre_is_as_if_believed_almost_surely(rounds):
    """The coefficient that is held is not where it truly is, and not at zero."""
    _, _, sums = a_regression(4, np.array([1.0, 0.6, -1.0, 0.2]), rows=200)
    centre = np.array([0.5, 0.3, 0.0, 0.0])
    held, tight = (
        fit(sums, prior([0, 1, 2, 2], [0.5, spread, 0.4], [inf, inf, 3.0], centre), rounds)
        for spread in (0.0, 1e-5)
    )
    assert held.mean[1] == 0.3
    assert not held.covariance[1].any()
    np.testing.assert_allclose(held.mean, tight.mean, atol=1e-6)
    np.testing.assert_allclose(held.covariance, tight.covariance, atol=1e-6)
    np.testing.assert_allclose(held.spreads, tight.spreads, atol=2e-5)
    assert held.log_evidence == pytest.approx(tight.log_evidence, abs=1e-4)


def test_without_data_the_belief_stays():
    sums = Sums(np.zeros((2, 2)), np.zeros(2), 1.0)
    found = fit(sums, prior([0, 1], [0.5, 0.2], [5.0, 5.0], np.array([1.0, 2.0])))
    np.testing.assert_allclose(found.mean, [1.0, 2.0])
    np.testing.assert_allclose(np.diag(found.covariance), [0.25, 0.04])
