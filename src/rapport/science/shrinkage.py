"""Bayesian linear regression whose shrinkage is learnt from the data (empirical Bayes), from sums.

    y = X beta + noise, noise variance s2, beta ~ N(centre, diag(spread^2))
    posterior covariance = (diag(1 / spread^2) + X'X / s2)^-1
    posterior mean       = centre + covariance X'(y - X centre) / s2

Coefficients come in groups that share a spread. The spread of each group is the root of its mean
squared departure from the centre (expectation-maximisation; MacKay 1992, Tipping 2001), held by a
belief that is worth a few coefficients. So a group that explains nothing stays out of the way, and
one that does is let in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from msgspec import Struct

from rapport.science.evidence import Array

Groups: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.int64]]

ROUNDS = 12
"""Of expectation-maximisation; more change the figures by less than chance does."""


class Sums(Struct, frozen=True, eq=False):
    """What is regressed: X'X, shape (d, d), X'y, shape (d,), and the noise's variance."""

    gram: Array
    moments: Array
    noise: float


class Prior(Struct, frozen=True, eq=False):
    """What is believed of d coefficients in g groups.

    `centre` has shape (d,), `group` names each coefficient's group, shape (d,), `spreads` is what
    each group's spread is believed to be, shape (g,), and `weight` how many coefficients that
    belief is worth, shape (g,); infinite where it is not to be learnt.
    """

    centre: Array
    group: Groups
    spreads: Array
    weight: Array


class Fit(Struct, frozen=True, eq=False):
    """The posterior: `mean` (d,), `covariance` (d, d), the `spreads` (g,) that were learnt.

    `log_evidence` is the marginal likelihood's logarithm, less what is the same for every prior.
    """

    mean: Array
    covariance: Array
    spreads: Array
    log_evidence: float


def fit(sums: Sums, prior: Prior, rounds: int = ROUNDS) -> Fit:
    """The posterior of `sums` under `prior`, its spreads learnt in `rounds` rounds."""
    counts = np.bincount(prior.group, minlength=len(prior.spreads))
    spreads = prior.spreads
    found = _posterior(sums, prior, spreads)
    free = np.isfinite(prior.weight)
    if not free.any() or not sums.gram.any():
        return found
    weight = np.where(free, prior.weight, 0.0)
    for _ in range(rounds):
        departed = (found.mean - prior.centre) ** 2 + np.diag(found.covariance)
        squares = np.bincount(prior.group, departed, minlength=len(spreads))
        learnt = np.sqrt((squares + weight * prior.spreads**2) / np.maximum(counts + weight, 1e-9))
        spreads = np.where(free, learnt, prior.spreads)
        found = _posterior(sums, prior, spreads)
    return found


def averaged(fits: Sequence[Fit], beliefs: Sequence[float]) -> Fit:
    """Several posteriors as one, each by how well it would have foreseen the data.

    `beliefs` is how likely each is before any data; they sum to 1. The covariance holds what the
    fits differ by; `log_evidence` is that of the whole hypothesis.
    """
    ahead = np.array([one.log_evidence for one in fits]) + np.log(beliefs)
    shares = np.exp(ahead - ahead.max())
    log_evidence = float(ahead.max() + np.log(shares.sum()))
    shares /= shares.sum()
    mean = sum((share * one.mean for share, one in zip(shares, fits, strict=True)), _ZERO)
    covariance, spreads = _ZERO, _ZERO
    for share, one in zip(shares, fits, strict=True):
        apart = one.mean - mean
        covariance = covariance + share * (one.covariance + np.outer(apart, apart))
        spreads = spreads + share * one.spreads
    return Fit(mean, covariance, spreads, log_evidence)


_ZERO: Array = np.zeros(())


def _posterior(sums: Sums, prior: Prior, spreads: Array) -> Fit:
    # scipy takes long to load, and a server needs it only once there is something to learn.
    from scipy.linalg import solve_triangular  # noqa: PLC0415 (see above)

    spread = spreads[prior.group]
    centre = prior.centre
    pull = (sums.moments - sums.gram @ centre) / sums.noise * spread
    # Scaled by the spreads, the system is identity + something: well conditioned throughout.
    scaled = np.eye(len(spread)) + sums.gram * np.outer(spread, spread) / sums.noise
    lower = np.linalg.cholesky(scaled)
    root = solve_triangular(lower, np.diag(spread), lower=True)
    half = solve_triangular(lower, pull, lower=True)
    explained = float(centre @ sums.moments - centre @ sums.gram @ centre / 2.0) / sums.noise
    return Fit(
        mean=centre + root.T @ half,
        covariance=root.T @ root,
        spreads=spreads,
        log_evidence=explained + float(half @ half) / 2.0 - float(np.log(np.diag(lower)).sum()),
    )
