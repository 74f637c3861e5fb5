"""The Open Bandit logs (Saito et al. 2008.07146): two policies that showed the same shop's items.

Each policy's own log says what it earned, so that what the other's log says of it can be checked.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import polars as pl
from msgspec import Struct

from rapport.bench.figures import NotMeasuredError
from rapport.bench.tables import PROBABILITY, YES_OR_NO, read_table, whole
from rapport.science.arrays import Floats, Ints

CAMPAIGNS = ("men", "women")
RANDOM, THOMPSON = "random", "bts"
POSITIONS = 3
MOST_ITEMS = 1_000
"""The shop had 80; the model has a column for each."""

COLUMNS = {
    "item_id": whole(0, MOST_ITEMS - 1), "position": whole(1, POSITIONS),
    "click": YES_OR_NO, "propensity_score": PROBABILITY,
}  # fmt: skip


class BanditLog(Struct, frozen=True, eq=False):
    """One policy's log; arrays of shape (n,). `position` counts from 0, `click` is 0 or 1."""

    item: Ints
    position: Ints
    click: Floats
    propensity: Floats


def open_bandit_folder(data: Path | None = None) -> Path:
    """The folder with `random` and `bts` in it. Raises NotMeasuredError where there is none."""
    folder = data or Path(os.environ.get("RAPPORT_DATA", "../shared/data")) / "open_bandit"
    if not (folder / RANDOM).is_dir():
        raise NotMeasuredError(
            f"There is no {folder.resolve() / RANDOM}. Name the folder that holds it with --data, "
            "or set RAPPORT_DATA; where to get it is in docs/evaluating.md."
        )
    return folder


def read_log(folder: Path, policy: str, campaign: str) -> BanditLog:
    """Reads `folder/policy/campaign/campaign.csv`. Raises NotMeasuredError where it cannot."""
    path = folder / policy / campaign / f"{campaign}.csv"
    table = read_table(path, COLUMNS)
    return BanditLog(
        table["item_id"].cast(pl.Int64).to_numpy(),
        table["position"].cast(pl.Int64).to_numpy() - 1,
        table["click"].to_numpy(),
        table["propensity_score"].to_numpy(),
    )


def as_it_was(log: BanditLog, policy: str, items: int) -> Floats:
    """A policy without context as its own log shows it, shape (items, 3); columns sum to 1.

    The random policy is known. Of Thompson sampling the log tells what it drew: the share of each
    item in each position.
    """
    if policy == RANDOM:
        return np.full((items, POSITIONS), 1.0 / items)
    shown = np.zeros((items, POSITIONS))
    np.add.at(shown, (log.item, log.position), 1.0)
    shares: Floats = shown / np.maximum(shown.sum(axis=0), 1.0)
    return shares
