"""Learns the model of intent that Rapport ships, from the simulated shop, and writes it down.

    python scripts/train_intent_prior.py            writes app/evidence/intent_prior.json
    python scripts/train_intent_prior.py --check    says whether that is what comes out again

It takes some minutes. The same seeds and the same pinned scikit-learn give the same numbers.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import msgspec
import numpy as np
from msgspec.structs import replace

from rapport.app.learning.training import final
from rapport.bench.made_up_visits import made_up_visits
from rapport.core.person.intent import IntentModel, Score
from rapport.science.moments import Moments

TARGET = Path(__file__).parents[1] / "src" / "rapport" / "app" / "evidence" / "intent_prior.json"

SEEDS = (9_001, 9_002, 9_003)
CUSTOMERS, DAYS = 600, 30


def together(worlds: list[Moments]) -> Moments:
    """The moments of several worlds; nobody is in two of them."""
    first, shifted = 0, []
    for world in worlds:
        shifted.append(world.who + first)
        first += int(world.who.max()) + 1
    columns = {
        name: np.concatenate([getattr(world, name) for world in worlds])
        for name in Moments.__struct_fields__
        if name != "who"
    }
    return Moments(who=np.concatenate(shifted), **columns)


def as_prior(score: Score) -> Score:
    """Marked as shipped, its numbers short: a millionth of the odds is not known anyway."""
    trees = score.trees
    short = replace(trees, value=tuple(round(value, 6) for value in trees.value))
    return replace(
        score,
        intercept=round(score.intercept, 6),
        weights=tuple(round(weight, 6) for weight in score.weights),
        trees=short,
        prior=True,
    )


def learnt(seeds: tuple[int, ...] = SEEDS, customers: int = CUSTOMERS, days: int = DAYS) -> bytes:
    """The model as it is stored."""
    worlds = []
    for seed in seeds:
        with tempfile.TemporaryDirectory() as home:
            worlds.append(made_up_visits(Path(home), customers, days, seed))
        print(f"seed {seed}: {len(worlds[-1]):,} moments")
    moments = together(worlds)
    model = IntentModel(as_prior(final(moments, "day")), as_prior(final(moments, "visit")))
    return msgspec.json.encode(model, order="deterministic") + b"\n"


def main() -> int:
    parser = argparse.ArgumentParser(description="Learns the model of intent that Rapport ships.")
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    check = parser.parse_args().check
    found = learnt()
    if check:
        same = TARGET.read_bytes() == found
        print("The same." if same else f"{TARGET} is not what comes out.")
        return 0 if same else 1
    TARGET.write_bytes(found)
    print(f"{TARGET}: {len(found):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
