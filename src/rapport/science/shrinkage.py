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

import numpy as np
from msgspec import Struct

from rapport.science.arrays import Bools, Floats, Ints

ROUNDS = 12
"""Of expectation-maximisation; more change the figures by less than chance does."""


class Sums(Struct, frozen=True, eq=False):
    """What is regressed: X'X, shape (d, d), X'y, shape (d,), and the noise's variance."""

    gram: Floats
    moments: Floats
    noise: float


class Prior(Struct, frozen=True, eq=False):
    """What is believed of d coefficients in g groups.

    `centre` has shape (d,), `group` names each coefficient's group, shape (d,), `spreads` is what
    each group's spread is believed to be, shape (g,), and `weight` how many coefficients that
    belief is worth, shape (g,); infinite where it is not to be learnt.
    """

    centre: Floats
    group: Ints
    spreads: Floats
    weight: Floats


class Fit(Struct, frozen=True, eq=False):
    """The posterior: `mean` (d,), `covariance` (d, d), the `spreads` (g,) that were learnt.

    `log_evidence` is the marginal likelihood's logarithm, less what is the same for every prior.
    """

    mean: Floats
    covariance: Floats
    spreads: Floats
    log_evidence: float


def fit(sums: Sums, prior: Prior, rounds: int = ROUNDS) -> Fit:
    """The posterior of `sums` under `prior`, its spreads learnt in `rounds` rounds.

    Coefficients whose spread is 0 and not to be learnt are left out and stay at their centre.
    """
    free = np.isfinite(prior.weight)
    held = (~free & (prior.spreads == 0.0))[prior.group]
    if held.any():
        return _holding(sums, prior, held, rounds)
    counts = np.bincount(prior.group, minlength=len(prior.spreads))
    spreads = prior.spreads
    found = _solved(sums, prior, spreads)
    if not free.any() or not sums.gram.any():
        return _posterior(sums, prior, spreads, found)
    weight = np.where(free, prior.weight, 0.0)
    for _ in range(rounds):
        departed = found.departed**2 + found.variances
        squares = np.bincount(prior.group, departed, minlength=len(spreads))
        learnt = np.sqrt((squares + weight * prior.spreads**2) / np.maximum(counts + weight, 1e-9))
        spreads = np.where(free, learnt, prior.spreads)
        found = _solved(sums, prior, spreads)
    return _posterior(sums, prior, spreads, found)


def _holding(sums: Sums, prior: Prior, held: Bools, rounds: int) -> Fit:
    """The posterior where some coefficients are known to be at their centre."""
    kept, centre = np.flatnonzero(~held), np.where(held, prior.centre, 0.0)
    explained = sums.gram @ centre
    found = fit(
        Sums(sums.gram[np.ix_(kept, kept)], (sums.moments - explained)[kept], sums.noise),
        Prior(prior.centre[kept], prior.group[kept], prior.spreads, prior.weight),
        rounds,
    )
    mean, covariance = centre.copy(), np.zeros_like(sums.gram)
    mean[kept] = found.mean
    covariance[np.ix_(kept, kept)] = found.covariance
    ahead = float(centre @ sums.moments - centre @ explained / 2.0) / sums.noise
    return Fit(mean, covariance, found.spreads, found.log_evidence + ahead)


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


_ZERO: Floats = np.zeros(())


class _Solved(Struct, frozen=True, eq=False):
    """The posterior as far as learning spreads needs it: how far each coefficient departs from its
    centre, shape (d,); a triangular root of the covariance, root.T @ root, shape (d, d); and what
    the data pull at, in the units of that root, shape (d,)."""

    departed: Floats
    root: Floats
    half: Floats
    log_det: float

    @property
    def variances(self) -> Floats:
        """The covariance's diagonal; the rest of it is dear, and needed once."""
        squares: Floats = np.einsum("ij,ij->j", self.root, self.root)
        return squares


def _solved(sums: Sums, prior: Prior, spreads: Floats) -> _Solved:
    # scipy takes long to load, and a server needs it only once there is something to learn.
    from scipy.linalg.lapack import dtrtri  # noqa: PLC0415 (see above)

    spread = spreads[prior.group]
    pull = (sums.moments - sums.gram @ prior.centre) / sums.noise * spread
    # Scaled by the spreads, the system is identity + something: well conditioned throughout.
    scaled = sums.gram * np.outer(spread, spread / sums.noise)
    scaled.flat[:: len(spread) + 1] += 1.0
    lower = np.linalg.cholesky(scaled)
    # Of a positive definite matrix it always has an inverse.
    inverse, _ = dtrtri(lower.T, lower=0)
    inverse = inverse.T
    half = inverse @ pull
    root = inverse * spread
    return _Solved(root.T @ half, root, half, float(np.log(np.diag(lower)).sum()))


def _posterior(sums: Sums, prior: Prior, spreads: Floats, found: _Solved) -> Fit:
    centre = prior.centre
    explained = float(centre @ sums.moments - centre @ sums.gram @ centre / 2.0) / sums.noise
    return Fit(
        mean=centre + found.departed,
        covariance=found.root.T @ found.root,
        spreads=spreads,
        log_evidence=explained + float(found.half @ found.half) / 2.0 - found.log_det,
    )
