"""From evidence to a policy: Bayesian ridge regression, shrunk as far as the data ask for.

Coefficients start from a prior: an order rate, a small gain from sending, and nothing else. How far
levels and contexts may depart from it is not set by hand: several spreads are tried, and their
solutions averaged by how well each would have foreseen the data (their marginal likelihood). So a
context that explains nothing stays out, and a level's effect enters as its evidence grows.

    y = X beta + noise, noise variance s2 = p (1 - p), beta ~ N(m, diag(spread^2))
    posterior mean = m + (diag(1 / spread^2) + X'X / s2)^-1 X'(y - X m) / s2
"""

from __future__ import annotations

from itertools import product
from math import expm1, sqrt

import numpy as np
from msgspec import Struct

from rapport.core.policy import Policy
from rapport.core.time import Instant
from rapport.science.evidence import WIDTH, Array, Evidence, block

DECIMALS = 9
"""Coefficients are rounded, so that a stored snapshot is the same on every machine."""


class LearningSettings(Struct, frozen=True):
    """What is believed before any data, and how boldly evidence is acted on."""

    order_rate: float = 0.05
    """Chance of an order without a message."""
    send_gain: float = 0.02
    """What a message adds to it. Hopeful, so that sending is tried."""
    usual: tuple[str, ...] = ()
    """Levels, as `factor:level`, of the message that everybody used to get."""
    usual_gain: float = 0.01
    """What each of them is believed to add: people chose it for a reason, until data say otherwise.
    So a new policy begins near what the brand did before, and tries the rest from there."""
    rate_weight: float = 200.0
    """How many decisions the belief about the order rate is worth."""
    base_spread: float = 0.05
    """How far the baseline's and the sending's coefficients may lie from these beliefs."""
    send_spread: float = 0.02
    level_spreads: tuple[float, ...] = (0.15, 0.05, 0.5)
    """Spreads of levels that are tried, as shares of the order rate."""
    context_spreads: tuple[float, ...] = (0.05, 0.005, 0.5)
    """Likewise, of how contexts change what sending and levels add."""
    unsubscribe_rate: float = 0.002
    unsubscribe_weight: float = 1_000.0
    """How many messages the belief about unsubscribes is worth."""
    typical_margin: float = 2_000.0
    """Margin at stake before any was seen, minor units."""
    boldness: float = 30.0
    """Factor of exploration's gamma; see `exploration`."""
    pressure_price: float = 0.0
    closed_offers: tuple[str, ...] = ()


STANDARD = LearningSettings()


def snapshot(
    evidence: Evidence, number: int, since: Instant, settings: LearningSettings = STANDARD
) -> Policy:
    """The policy that `evidence` supports, to hold from `since` on."""
    rate = order_rate(evidence, settings)
    beta = posterior_mean(evidence, rate, settings)
    seen = evidence.messages + settings.unsubscribe_weight
    left = evidence.unsubscribed + settings.unsubscribe_weight * settings.unsubscribe_rate
    return Policy(
        number=number,
        since=since,
        baseline=_vector(beta, 0),
        send=_vector(beta, 1),
        effects={
            # What is believed of the usual levels holds even where none of them was tried yet.
            **dict.fromkeys(settings.usual, (settings.usual_gain, *((0.0,) * (WIDTH - 1)))),
            **{name: _vector(beta, 2 + i) for i, name in enumerate(evidence.levels)},
        },
        unsubscribe_rate=round(left / seen, DECIMALS),
        pressure_price=settings.pressure_price,
        exploration=round(exploration(evidence, rate, settings), DECIMALS),
        closed_offers=settings.closed_offers,
        decisions=evidence.decisions,
        note=f"learnt from {evidence.decisions:,} closed decisions"
        if evidence.decisions
        else "starting point: nothing learnt yet",
    )


def order_rate(evidence: Evidence, settings: LearningSettings = STANDARD) -> float:
    """The share of decisions that an order followed, drawn towards the belief; 0.0001 to 0.5."""
    orders = evidence.orders + settings.order_rate * settings.rate_weight
    return min(max(orders / (evidence.weight + settings.rate_weight), 1e-4), 0.5)


def exploration(evidence: Evidence, rate: float, settings: LearningSettings = STANDARD) -> float:
    """Gamma of inverse-gap weighting, per minor unit: boldness x sqrt(n) / (margin x deviation).

    A gap counts for as much as it stands out of the noise. The chance of an order is known to about
    deviation / sqrt(n), deviation = sqrt(p (1 - p)), and is worth the typical margin; gamma is the
    inverse of that error, as in SquareCB, where it grows with the root of the decisions. Being per
    minor unit, it explores where little is at stake and takes the best where much is. The 25 that
    are added let known costs count before anything is learnt.
    """
    margin = settings.typical_margin
    if evidence.weight > 0.0:
        margin = max(expm1(evidence.log_margins / evidence.weight), 1.0)
    return settings.boldness * sqrt(evidence.weight + 25.0) / (margin * sqrt(rate * (1.0 - rate)))


def posterior_mean(evidence: Evidence, rate: float, settings: LearningSettings = STANDARD) -> Array:
    """Posterior mean of all coefficients, shape (d,), averaged over the spreads tried."""
    # scipy takes long to load, and a server needs it only once there is something to learn.
    from scipy.linalg import solve_triangular  # noqa: PLC0415 (see above)

    noise = rate * (1.0 - rate)
    centre = np.zeros(len(evidence.moments))
    centre[0], centre[WIDTH] = settings.order_rate, settings.send_gain
    for i, name in enumerate(evidence.levels):
        centre[(2 + i) * WIDTH] = settings.usual_gain if name in settings.usual else 0.0
    pull = (evidence.moments - evidence.gram @ centre) / noise
    solutions: list[Array] = []
    fits: list[float] = []
    for level, context in product(settings.level_spreads, settings.context_spreads):
        spread = _spreads(evidence, settings, level * rate, context * rate)
        # Scaled by the spreads, the system is identity + something: well conditioned throughout.
        scaled = np.eye(len(spread)) + evidence.gram * np.outer(spread, spread) / noise
        lower = np.linalg.cholesky(scaled)
        half = solve_triangular(lower, pull * spread, lower=True)
        solutions.append(centre + spread * solve_triangular(lower, half, lower=True, trans="T"))
        fits.append(float(half @ half) / 2.0 - float(np.log(np.diag(lower)).sum()))
    likelihoods = np.exp(np.array(fits) - max(fits))
    mean: Array = (likelihoods / likelihoods.sum()) @ np.array(solutions)
    return mean


def _spreads(evidence: Evidence, settings: LearningSettings, level: float, context: float) -> Array:
    """Prior deviation of each coefficient."""
    spread = np.full(len(evidence.moments), context)
    spread[::WIDTH] = level
    spread[block(0)] = settings.base_spread
    spread[WIDTH] = settings.send_spread
    return spread


def _vector(beta: Array, place: int) -> tuple[float, ...]:
    return tuple(round(float(value), DECIMALS) + 0.0 for value in beta[block(place)])
