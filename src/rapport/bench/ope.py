"""Off-policy evaluation: on real logs whose truth is in another log, and how often it holds."""

from __future__ import annotations

import numpy as np

from rapport.bench.figures import Beside, Figure, NotMeasuredError, Sizes
from rapport.bench.ope_world import a_log
from rapport.bench.open_bandit import (
    CAMPAIGNS,
    POSITIONS,
    RANDOM,
    THOMPSON,
    BanditLog,
    as_it_was,
    open_bandit_folder,
    read_log,
)
from rapport.science.arrays import Floats
from rapport.science.off_policy import (
    Estimate,
    doubly_robust,
    effective_size,
    estimate,
    importance_weights,
    interval,
    ipw,
    snips,
)
from rapport.science.reward_model import cross_fitted
from rapport.science.unavailable import Unavailable

SEEDS = 300
"""Worlds 0 to 299, registered here; `--seeds` takes another number of them."""

TARGET = 95.0
"""Of 100 intervals, how many must hold the truth."""

UNIT = "clicks/1,000"


def measure_ope(sizes: Sizes) -> list[Figure]:
    """How often intervals hold in simulation, then the Open Bandit logs, each from the other.

    Raises NotMeasuredError where the logs are not there.
    """
    folder = open_bandit_folder(sizes.data)
    found = [coverage(sizes.seeds or SEEDS)]
    for campaign in CAMPAIGNS:
        logs = {name: read_log(folder, name, campaign) for name in (RANDOM, THOMPSON)}
        for source, target in ((RANDOM, THOMPSON), (THOMPSON, RANDOM)):
            found += _crosswise(campaign, source, target, logs)
    return found


def coverage(seeds: int, size: int = 2_000, rate: float = 0.05) -> Figure:
    """How many intervals of 100 hold the truth, for the method whose intervals hold least often.

    Beside it the percentile bootstrap of the doubly robust estimate, at its nominal 95 %.
    """
    held: dict[str, list[bool]] = {}
    boots = []
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        log = a_log(rng, size, rate)
        for name, result in log.estimates().items():
            if isinstance(result, Estimate):
                held.setdefault(name, []).append(result.low <= log.truth <= result.high)
        low, high = _bootstrap(doubly_robust(log.w, log.r, log.q, log.v), rng)
        boots.append(low <= log.truth <= high)
    shares = {name: 100.0 * float(np.mean(hits)) for name, hits in held.items()}
    return Figure(
        bench="ope",
        what="intervals that hold the truth, the least of all methods",
        value=min(shares.values(), default=0.0),
        unit="of 100",
        target=TARGET,
        beside=Beside("the percentile bootstrap's 95 %", 100.0 * float(np.mean(boots))),
        note=f"{seeds} worlds of {size:,} decisions; "
        + ", ".join(f"{name} {share:.1f}" for name, share in shares.items()),
    )


def _bootstrap(values: Floats, rng: np.random.Generator, draws: int = 200) -> tuple[float, float]:
    """The usual interval: 2.5 and 97.5 % of the means of resampled `values`."""
    count = len(values)
    means = rng.multinomial(count, np.full(count, 1.0 / count), size=draws) @ values / count
    low, high = np.quantile(means, (0.025, 0.975))
    return float(low), float(high)


def _crosswise(campaign: str, source: str, target: str, logs: dict[str, BanditLog]) -> list[Figure]:
    """What one policy's log says of the other, beside what that one's own log says."""
    log, other = logs[source], logs[target]
    items = 1 + int(max(log.item.max(), other.item.max()))
    shares = as_it_was(other, target, items)
    weights = importance_weights(shares[log.item, log.position], log.propensity)
    if isinstance(weights, Unavailable):
        raise NotMeasuredError(f"The log {source}/{campaign} cannot be used: {weights.reason}.")
    q, v = _model(log, shares)
    low, high = interval(other.click)
    truth = Beside(
        f"its own log, {1e3 * low:.1f} to {1e3 * high:.1f}", 1e3 * float(other.click.mean())
    )
    values = {
        "IPW": ipw(weights, log.click),
        "SNIPS": snips(weights, log.click),
        "DR": doubly_robust(weights, log.click, q, v),
    }
    found = {name: estimate(each, weights) for name, each in values.items()}
    title = f"{campaign}, {source} says of {target}"
    refused = found["DR"]
    if isinstance(refused, Unavailable):
        return [
            Figure(
                bench="ope",
                what=f"{title}: refused; effective decisions",
                value=effective_size(weights),
                unit="decisions",
                note=f"{refused.reason}; the largest weight is {weights.max():,.0f}",
            )
        ]
    return [
        Figure(
            bench="ope",
            what=f"{title}: {name}",
            value=1e3 * result.value,
            unit=UNIT,
            beside=truth,
            note=f"{1e3 * result.low:.2f} to {1e3 * result.high:.2f}; "
            f"{result.support.effective:,.0f} effective of {len(weights):,}, "
            f"largest weight {result.support.largest:,.1f}",
        )
        for name, result in found.items()
        if isinstance(result, Estimate)
    ]


def _model(log: BanditLog, shares: Floats) -> tuple[Floats, Floats]:
    """Clicks by item and position: for what was shown, and under the other policy."""
    rows, items = np.arange(len(log.item)), len(shares)
    taken, expected = (np.zeros((len(rows), items + POSITIONS)) for _ in range(2))
    taken[rows, log.item] = 1.0
    expected[:, :items] = shares[:, log.position].T
    for design in (taken, expected):
        design[rows, items + log.position] = 1.0
    model = cross_fitted(taken, expected, log.click, rows % 5)
    return model.taken, model.expected
