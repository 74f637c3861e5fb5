"""Peers from the package index, where they are installed: Vowpal Wabbit and mabwiser.

Their settings were tuned on seeds apart from the registered ones, save how fast Vowpal Wabbit
learns over three arms: that is its own usual rate. `scripts/tune_peers.py` tries each over a grid.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np

from rapport.bench.policy.hillstrom import Method
from rapport.bench.policy.live import HOLD, Seen
from rapport.bench.policy.worlds import (
    ACTIONS,
    LEVELS,
    MESSAGE_COST,
    OFFER_SHARES,
    TYPICAL_MARGIN,
    UNSUBSCRIBE_COST,
    UNSUBSCRIBE_RATE,
)
from rapport.core.odds import Vector

MISSING = "it is not installed: pip install 'rapport-engine[peers]'"

VOWPAL = {
    "VW squarecb": "--cb_explore 3 --squarecb --gamma_scale 100 --cb_type mtr -l 0.5",
    "VW bag": "--cb_explore 3 --bag 5 --cb_type mtr -l 0.5",
    "VW softmax": "--cb_explore 3 --softmax --lambda 30 --cb_type mtr -l 0.5",
}

MABWISER = {"LinUCB": 0.5, "LinTS": 0.2}
"""The `alpha` of each: how bold it is."""


class Vowpal:
    """Vowpal Wabbit's contextual bandits over the three arms, the cost of a visit being -1."""

    def __init__(self, name: str, seed: int) -> None:
        self.name = name
        self._rng = np.random.default_rng([seed, 41])
        package = import_module("vowpalwabbit")
        self._model = package.Workspace(f"{VOWPAL[name]} --quiet --random_seed {seed}")
        self._odds: list[float] = []

    def choose(self, number: int, x: Vector) -> int:
        del number
        self._odds = self._model.predict(_line(x))
        return min(int(np.searchsorted(np.cumsum(self._odds), self._rng.random())), 2)

    def learn(self, x: Vector, arm: int, *, visited: bool) -> None:
        odds = max(self._odds[arm], 1e-6)
        self._model.learn(f"{arm + 1}:{-float(visited)}:{odds:.6f} {_line(x)}")


def _line(x: Vector) -> str:
    return "| " + " ".join(f"f{i}:{value:.4f}" for i, value in enumerate(x) if value)


class Mabwiser:
    """mabwiser's LinUCB or LinTS over the three arms."""

    def __init__(self, name: str, seed: int) -> None:
        self.name = f"mabwiser {name}"
        # The package has no types.
        package: Any = import_module("mabwiser.mab")
        policy = getattr(package.LearningPolicy, name)
        self._model = package.MAB([0, 1, 2], policy(alpha=MABWISER[name]), seed=seed)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self._model.fit(decisions=[0, 1, 2], rewards=[0, 0, 0], contexts=np.zeros((3, 8)))
        self._new: list[tuple[Vector, int, bool]] = []

    def choose(self, number: int, x: Vector) -> int:
        del number
        return int(self._model.predict(np.array([x])))

    def learn(self, x: Vector, arm: int, *, visited: bool) -> None:
        self._new.append((x, arm, visited))
        if len(self._new) < 20:
            return
        self._model.partial_fit(
            decisions=[one[1] for one in self._new],
            rewards=[int(one[2]) for one in self._new],
            contexts=np.array([one[0] for one in self._new]),
        )
        self._new = []


SQUARECB_MANY = "--cb_explore_adf --squarecb --gamma_scale 1000 --cb_type mtr -q CA -l 0.5"


class VowpalMany:
    """Vowpal Wabbit's SquareCB over all 432 messages and holding, each told by its levels.

    Every level meets every feature (`-q CA`); the cost is what was earned, less what was given
    away, as a share of the usual margin.
    """

    name = "VW squarecb, 433 actions"

    def __init__(self, seed: int) -> None:
        self._rng = np.random.default_rng([seed, 42])
        package = import_module("vowpalwabbit")
        self._model = package.Workspace(f"{SQUARECB_MANY} --quiet --random_seed {seed}")
        factors = list(LEVELS)
        self._lines = [
            "|A send " + " ".join(f"{f}_{place}" for f, place in zip(factors, levels, strict=True))
            for levels in ACTIONS.tolist()
        ] + ["|A hold"]
        self._drawn: dict[int, float] = {}

    def choose(self, number: int, at: int, x: Vector, margin: float) -> int:
        del at, margin
        odds = self._model.predict([_shared(x), *self._lines])
        place = min(int(np.searchsorted(np.cumsum(odds), self._rng.random())), len(ACTIONS))
        self._drawn[number] = max(float(odds[place]), 1e-6)
        return HOLD if place == len(ACTIONS) else place

    def learn(self, seen: list[Seen]) -> None:
        for one in seen:
            place = len(ACTIONS) if one.action == HOLD else one.action
            kept, price = 1.0, 0.0
            if one.action != HOLD:
                kept = 1.0 - float(OFFER_SHARES[ACTIONS[place, 1]])
                price = MESSAGE_COST + UNSUBSCRIBE_RATE * UNSUBSCRIBE_COST
            cost = (price - one.margin * kept * one.ordered) / TYPICAL_MARGIN
            lines = [_shared(one.x), *self._lines]
            lines[place + 1] = f"0:{cost:.5f}:{self._drawn.pop(one.number):.6f} {lines[place + 1]}"
            self._model.learn(lines)


def _shared(x: Vector) -> str:
    return "shared |C " + " ".join(f"f{i}:{value:.4f}" for i, value in enumerate(x) if value)


def many_arms(seed: int) -> VowpalMany | str:
    """The peer over all 433 actions, or why there is none."""
    return VowpalMany(seed) if find_spec("vowpalwabbit") is not None else MISSING


def makers() -> dict[str, Callable[[int], Method] | str]:
    """Each peer by name: what makes one for a seed, or why there is none."""
    vowpal = find_spec("vowpalwabbit") is not None
    mabwiser = find_spec("mabwiser") is not None
    found: dict[str, Callable[[int], Method] | str] = {}
    for name in VOWPAL:
        found[name] = partial(Vowpal, name) if vowpal else MISSING
    for name in MABWISER:
        found[f"mabwiser {name}"] = partial(Mabwiser, name) if mabwiser else MISSING
    return found
