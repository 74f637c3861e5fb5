"""Tries the settings of the peers from the package index, on seeds that no published figure uses.

    RAPPORT_DATA=... python scripts/tune_peers.py               every peer over its whole grid
    RAPPORT_DATA=... python scripts/tune_peers.py 'VW bag'      those whose names begin so

In Hillstrom's replay it says how many points of visits each setting loses; in the made-up worlds,
at a quarter of their length, how many points of what was possible, on the mean over worlds and in
each. The fewest come first; the best belongs into `rapport.bench.policy.outside`. Hillstrom's takes
some minutes on two processors, the made-up worlds' ten.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import numpy as np

from rapport.bench.policy import outside
from rapport.bench.policy.hillstrom import Customers, read_customers, replay
from rapport.bench.policy.live import live
from rapport.bench.policy.made_up import MADE_UP
from rapport.bench.policy.standing import Peer, standing, world_of

SEEDS = (101, 102, 103, 104)
MADE_UP_SEEDS = SEEDS[:2]
WORLDS = ("stationary", "scarce", "faint", "fatigue")
SHORTER = 4
HILLSTROM = "hillstrom"

Setting = str | float
Grid = Mapping[str, list[Setting]]


def vowpal(form: str, strengths: tuple[int, ...], rates: tuple[float, ...]) -> list[Setting]:
    return [f"{form.format(strength)} -l {rate}" for strength, rate in product(strengths, rates)]


RATES = (0.02, 0.05, 0.2, 0.5, 1.0)
THREE: Grid = {
    "VW squarecb": vowpal(
        "--cb_explore 3 --squarecb --gamma_scale {} --cb_type mtr",
        (30, 100, 300, 1_000, 3_000),
        RATES,
    ),
    "VW bag": vowpal("--cb_explore 3 --bag {} --cb_type mtr", (3, 5, 10), RATES),
    "VW softmax": vowpal(
        "--cb_explore 3 --softmax --lambda {} --cb_type mtr", (10, 30, 100, 300), RATES
    ),
}
MABWISER: Grid = {
    "LinUCB": [0.025, 0.05, 0.1, 0.25, 0.5, 1.0],
    "LinTS": [0.05, 0.1, 0.2, 0.4],
}
FEW_RATES = (0.05, 0.2, 0.5)
MANY: Grid = {
    "VW squarecb": vowpal("--squarecb --gamma_scale {}", (100, 1_000, 10_000), FEW_RATES),
    "VW bag": vowpal("--bag {}", (3, 5), FEW_RATES),
    "VW softmax": vowpal("--softmax --lambda {}", (10, 30, 100, 300), FEW_RATES),
}


class Family(NamedTuple):
    """Peers that have their settings in one table: where they are tried, and what is tried."""

    table: dict[str, str] | dict[str, float]
    worlds: tuple[str, ...]
    seeds: tuple[int, ...]
    grid: Grid


class Tried(NamedTuple):
    """One setting of one peer in one world."""

    name: str
    setting: Setting
    world: str
    seed: int


def families() -> dict[str, tuple[Family, str]]:
    """Each peer by the name that tables give it: its family, and its name within."""
    hillstrom, made_up = ((HILLSTROM,), SEEDS), (WORLDS, MADE_UP_SEEDS)
    three = Family(outside.VOWPAL, *hillstrom, THREE)
    few = Family(outside.MABWISER, *hillstrom, MABWISER)
    many = Family(outside.VOWPAL_MANY, *made_up, MANY)
    bundles = Family(outside.MABWISER_BUNDLES, *made_up, MABWISER)
    return {
        **{short: (three, short) for short in THREE},
        **{f"mabwiser {short}": (few, short) for short in MABWISER},
        **{outside.VowpalMany.named(short): (many, short) for short in MANY},
        **{outside.MabwiserBundles.named(short): (bundles, short) for short in MABWISER},
    }


@lru_cache(maxsize=1)
def customers() -> Customers:
    return read_customers(Path(os.environ["RAPPORT_DATA"]) / "hillstrom" / "hillstrom_a.csv")


def lost(tried: Tried) -> float:
    """Points that a peer loses with a setting, on one seed."""
    family, short = families()[tried.name]
    with patch.dict(family.table, {short: tried.setting}):
        if tried.world == HILLSTROM:
            made = outside.makers()[tried.name]
            if isinstance(made, str):
                raise SystemExit(f"{tried.name}: {made}")
            _, best, _ = customers().best()
            return 100.0 * (best - replay(customers(), made(tried.seed), tried.seed).visits)
        kind = MADE_UP[tried.world].kind
        shorter = replace(kind, decisions=kind.decisions // SHORTER, people=kind.people // SHORTER)
        world = world_of(shorter, tried.seed)
        peer = standing()[tried.name]
        if not isinstance(peer, Peer):
            raise SystemExit(f"{tried.name}: {peer}")
        return 100.0 * (1.0 - live(world, peer.make(world)).share())


def main() -> None:
    asked = tuple(sys.argv[1:]) or ("",)
    jobs = [
        Tried(name, setting, world, seed)
        for name, (family, short) in families().items()
        if name.startswith(asked)
        for world in family.worlds
        for seed in family.seeds
        for setting in family.grid[short]
    ]
    found: dict[tuple[str, Setting], dict[str, list[float]]] = {}
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for tried, value in zip(jobs, pool.map(lost, jobs), strict=True):
            by_world = found.setdefault((tried.name, tried.setting), {})
            by_world.setdefault(tried.world, []).append(value)
    means = {
        key: {world: float(np.mean(values)) for world, values in by_world.items()}
        for key, by_world in found.items()
    }
    for key in sorted(means, key=lambda key: (key[0], np.mean(list(means[key].values())))):
        name, setting = key
        each = "  ".join(f"{world} {value:.2f}" for world, value in means[key].items())
        print(f"{name:<38} {np.mean(list(means[key].values())):7.2f}  {setting}   ({each})")


if __name__ == "__main__":
    main()
