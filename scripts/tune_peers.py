"""Tries the settings of the peers in Hillstrom's replay, on seeds that no published figure uses.

    RAPPORT_DATA=... python scripts/tune_peers.py               every peer over its whole grid
    RAPPORT_DATA=... python scripts/tune_peers.py 'VW bag'      one of them

It says how many points of visits each setting loses on the mean, the fewest first; the best belongs
into `rapport.bench.policy.outside`. It takes some minutes on two processors.
"""

from __future__ import annotations

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from itertools import product
from pathlib import Path
from unittest.mock import patch

import numpy as np

from rapport.bench.policy import outside
from rapport.bench.policy.hillstrom import Customers, Method, read_customers, replay

SEEDS = (101, 102, 103, 104)
RATES = (0.05, 0.2, 0.5, 1.0)
VOWPAL = {
    "VW squarecb": ("--squarecb --gamma_scale {}", (30, 100, 300, 1_000)),
    "VW bag": ("--bag {}", (3, 5, 10)),
    "VW softmax": ("--softmax --lambda {}", (10, 30, 100)),
}
MABWISER = {"LinUCB": (0.1, 0.25, 0.5, 1.0), "LinTS": (0.05, 0.1, 0.2, 0.4)}

Setting = str | float


def grid() -> dict[str, list[Setting]]:
    """Each peer's settings."""
    found: dict[str, list[Setting]] = {
        name: [
            f"--cb_explore 3 {form.format(bold)} --cb_type mtr -l {rate}"
            for bold, rate in product(strengths, RATES)
        ]
        for name, (form, strengths) in VOWPAL.items()
    }
    return {**found, **{f"mabwiser {name}": list(values) for name, values in MABWISER.items()}}


@lru_cache(maxsize=1)
def customers() -> Customers:
    return read_customers(Path(os.environ["RAPPORT_DATA"]) / "hillstrom" / "hillstrom_a.csv")


def lost(job: tuple[str, Setting, int]) -> float:
    """Points of visits that a peer loses with a setting, on one seed."""
    name, setting, seed = job
    _, best, _ = customers().best()
    short = name.removeprefix("mabwiser ")
    settings = outside.VOWPAL if short == name else outside.MABWISER
    with patch.dict(settings, {short: setting}):
        made: Method = (
            outside.Vowpal(name, seed) if short == name else outside.Mabwiser(short, seed)
        )
        return 100.0 * (best - replay(customers(), made, seed).visits)


def main() -> None:
    asked = sys.argv[1:] or list(grid())
    jobs = [(name, setting, seed) for name in asked for setting in grid()[name] for seed in SEEDS]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(lost, jobs))
    means = {
        (name, setting): float(np.mean(found[place : place + len(SEEDS)]))
        for place, (name, setting, seed) in enumerate(jobs)
        if seed == SEEDS[0]
    }
    for name, setting in sorted(means, key=lambda key: (key[0], means[key])):
        print(f"{name:<18} {means[name, setting]:6.2f}  {setting}")


if __name__ == "__main__":
    main()
