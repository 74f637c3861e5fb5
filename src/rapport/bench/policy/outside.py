"""Peers from the package index, where they are installed: Vowpal Wabbit and mabwiser.

Their settings were tuned on seeds apart from the registered ones, as `scripts/tune_peers.py` does.
In Hillstrom's replay: the grid on seeds 101 to 104, by the visits lost, and the best few again on
two or three more, since four seeds cannot tell a good setting from a lucky one: one that came first
lost eight points on another seed. In the made-up worlds, at a quarter of their length, by the share
of what was possible: squarecb over half of its grid in four worlds on two seeds, bag in two,
softmax and mabwiser in one on one seed. That is coarse: the script has the whole grid. In all
made-up worlds each has the same setting, as Rapport has.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol

import numpy as np

from rapport.bench.policy.hillstrom import ARMS, Judgeable, Method
from rapport.bench.policy.live import HOLD, Seen
from rapport.bench.policy.peers import WIDTH, bundles, earned
from rapport.bench.policy.worlds import ACTIONS, LEVELS
from rapport.core.policy.odds import Vector
from rapport.science.arrays import Floats

MISSING = "it is not installed: pip install '.[peers]' in the folder that Rapport was cloned to"

VOWPAL = {
    "VW squarecb": "--cb_explore 3 --squarecb --gamma_scale 100 --cb_type mtr -l 0.5",
    "VW bag": "--cb_explore 3 --bag 5 --cb_type mtr -l 0.2",
    "VW softmax": "--cb_explore 3 --softmax --lambda 100 --cb_type mtr -l 0.05",
}

MABWISER = {"LinUCB": 0.25, "LinTS": 0.2}
"""The `alpha` of each: how bold it is."""

VOWPAL_MANY = {
    "VW squarecb": "--squarecb --gamma_scale 1000 -l 0.2",
    "VW bag": "--bag 5 -l 0.2",
    "VW softmax": "--softmax --lambda 300 -l 0.05",
}
"""The same over all 433 actions of a made-up world."""

MABWISER_BUNDLES = {"LinUCB": 0.05, "LinTS": 0.05}
"""The same over eight bundles and holding."""


class Vowpal:
    """Vowpal Wabbit's contextual bandits over the three arms, the cost of a visit being -1.

    Each arm is drawn at least as often as `floor` says. What is drawn for that alone is not learnt
    from: with its odds of one in a hundred it counts for so much that all of them lose more.
    """

    def __init__(self, name: str, seed: int, floor: float = 0.0) -> None:
        self.name, self._floor = name, floor
        self._rng = np.random.default_rng([seed, 41])
        package = import_module("vowpalwabbit")
        self._model = package.Workspace(f"{VOWPAL[name]} --quiet --random_seed {seed}")
        self._odds: list[float] = []

    def choose(self, number: int, x: Vector) -> int:
        del number
        if self._floor and self._rng.random() < len(ARMS) * self._floor:
            self._odds = []
            return int(self._rng.integers(len(ARMS)))
        self._odds = self._model.predict(_line(x))
        return min(int(np.searchsorted(np.cumsum(self._odds), self._rng.random())), 2)

    def learn(self, x: Vector, arm: int, *, visited: bool) -> None:
        if not self._odds:
            return
        odds = max(self._odds[arm], 1e-6)
        self._model.learn(f"{arm + 1}:{-float(visited)}:{odds:.6f} {_line(x)}")


def _line(x: Vector) -> str:
    return "| " + " ".join(f"f{i}:{value:.4f}" for i, value in enumerate(x) if value)


class Mabwiser:
    """mabwiser's LinUCB or LinTS over the three arms."""

    def __init__(self, name: str, seed: int) -> None:
        self.name = f"mabwiser {name}"
        self._model = _mabwiser(name, MABWISER[name], [0, 1, 2], seed)
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


class VowpalMany:
    """Vowpal Wabbit over all 432 messages and holding, each told by its levels.

    Every level meets every feature (`-q CA`); the cost is what was earned, less all that it cost.
    """

    def __init__(self, short: str, seed: int) -> None:
        self.name = self.named(short)
        self._rng = np.random.default_rng([seed, 42])
        package: Any = import_module("vowpalwabbit")  # it has no types
        self._model = package.Workspace(
            f"--cb_explore_adf --cb_type mtr -q CA {VOWPAL_MANY[short]} "
            f"--quiet --random_seed {seed}"
        )
        factors = list(LEVELS)
        self._lines = [
            "|A send " + " ".join(f"{f}_{place}" for f, place in zip(factors, levels, strict=True))
            for levels in ACTIONS.tolist()
        ] + ["|A hold"]
        self._read = self._model.parse(["shared |C f0:1", *self._lines])
        self._drawn: dict[int, float] = {}

    @staticmethod
    def named(short: str) -> str:
        """What it is called in a table."""
        return f"{short}, 433 actions"

    def choose(self, number: int, at: int, x: Vector, margin: float) -> int:
        del at, margin
        self._meet(x)
        odds = self._model.predict(self._read)
        place = min(int(np.searchsorted(np.cumsum(odds), self._rng.random())), len(ACTIONS))
        self._drawn[number] = max(float(odds[place]), 1e-6)
        return HOLD if place == len(ACTIONS) else place

    def learn(self, seen: list[Seen]) -> None:
        for one in seen:
            place = len(ACTIONS) if one.action == HOLD else one.action
            label = f"0:{-earned(one):.5f}:{self._drawn.pop(one.number):.6f}"
            labelled = self._model.parse([f"{label} {self._lines[place]}"])
            self._meet(one.x)
            self._model.learn([*self._read[: place + 1], *labelled, *self._read[place + 2 :]])
            self._model.finish_example(labelled)

    def _meet(self, x: Vector) -> None:
        """Puts this person into the lines, which are read once: reading all 433 for every decision
        takes six times as long as deciding."""
        person = self._read[0]
        person.unsetup_example()
        person.erase_namespace(ord("C"))
        person.push_features("C", [(f"f{i}", value) for i, value in enumerate(x) if value])
        person.setup_example()


class MabwiserBundles:
    """mabwiser's LinUCB or LinTS, a linear model for each arm with the whole context.

    Over 433 arms it would take four to ten minutes for a seed, and learn each arm from ninety
    decisions. So it chooses between what the A/B test has: eight messages, and holding.
    """

    def __init__(self, short: str, seed: int) -> None:
        self.name = self.named(short)
        self._arms = bundles(seed).tolist()
        self._model = _mabwiser(short, MABWISER_BUNDLES[short], self._arms, seed)

    @staticmethod
    def named(short: str) -> str:
        """What it is called in a table."""
        return f"mabwiser {short}, 8 bundles or holding"

    def choose(self, number: int, at: int, x: Vector, margin: float) -> int:
        del number, at, margin
        return int(self._model.predict(np.array([x])))

    def learn(self, seen: list[Seen]) -> None:
        self._model.partial_fit(
            decisions=[one.action for one in seen],
            rewards=[earned(one) for one in seen],
            contexts=np.array([one.x for one in seen]),
        )


class _Model(Protocol):
    """What we use of mabwiser, which has no types."""

    def predict(self, contexts: Floats) -> int: ...

    def partial_fit(
        self, decisions: list[int], rewards: list[float], contexts: Floats
    ) -> object: ...


def _mabwiser(short: str, alpha: float, arms: list[int], seed: int) -> _Model:
    package: Any = import_module("mabwiser.mab")  # it has no types
    policy = getattr(package.LearningPolicy, short)
    model = package.MAB(arms, policy(alpha=alpha), seed=seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        nothing = np.zeros((len(arms), WIDTH))
        model.fit(decisions=arms, rewards=[0] * len(arms), contexts=nothing)
    known: _Model = model
    return known


def missing(package: str) -> str:
    """Why there is no peer of this package; empty where it is installed."""
    return "" if find_spec(package) is not None else MISSING


def makers(floor: float = 0.0) -> dict[str, Callable[[int], Method] | str]:
    """Each peer in Hillstrom's replay by name: what makes one for a seed, or why there is none.

    With a `floor`, each tries every arm at least that often.
    """
    found: dict[str, Callable[[int], Method] | str] = {}
    for name in VOWPAL:
        found[name] = missing("vowpalwabbit") or partial(Vowpal, name, floor=floor)
    for name in MABWISER:
        made = partial(Mabwiser, name)
        found[f"mabwiser {name}"] = missing("mabwiser") or (
            partial(Judgeable, made, floor=floor) if floor else made
        )
    return found
