"""What people would use instead, each as its own makers describe it. Each may hold, save those that
say why not."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rapport.bench.policy.live import HOLD, Seen
from rapport.bench.policy.worlds import (
    ACTIONS,
    LEVELS,
    MESSAGE_COST,
    OFFER_SHARES,
    SIZES,
    TRAITS,
    TYPICAL_MARGIN,
    UNSUBSCRIBE_COST,
    UNSUBSCRIBE_RATE,
    World,
)
from rapport.core.policy.odds import Vector
from rapport.science.arrays import Floats

_PRICE = MESSAGE_COST + UNSUBSCRIBE_RATE * UNSUBSCRIBE_COST
WIDTH = 1 + TRAITS
_BLOCKS = 2 + sum(SIZES)
_STARTS = 2 + np.cumsum((0, *SIZES))
_KEPT = 1.0 - OFFER_SHARES


class Chance:
    """Any of the 433, as likely as another."""

    name = "random"

    def __init__(self, seed: int) -> None:
        self._rng = np.random.default_rng([seed, 20])

    def choose(self, number: int, at: int, x: Vector, margin: float) -> int:
        del number, at, x, margin
        return int(self._rng.integers(-1, len(ACTIONS)))

    def learn(self, seen: list[Seen]) -> None:
        """Learns nothing."""


class BestSingle:
    """One message for everybody, the best in hindsight: nobody could have known it."""

    name = "best single message, in hindsight"

    def __init__(self, world: World) -> None:
        best = int(world.by_action.argmax())
        self._best = best if world.by_action[best] > 0.0 else HOLD

    def choose(self, number: int, at: int, x: Vector, margin: float) -> int:
        del number, at, x, margin
        return self._best

    def learn(self, seen: list[Seen]) -> None:
        """Knew everything."""


class UsualMessage:
    """What a brand has always sent, and to everybody: better than three in four of its messages. It
    never holds.

    `levels` are its levels as `factor:level`, for a learner that is told what was usual."""

    name = "the usual message, better than three in four"

    def __init__(self, world: World) -> None:
        self._usual = int(np.argsort(world.by_action)[(3 * (len(ACTIONS) - 1)) // 4])
        places = ACTIONS[self._usual]
        self.levels = tuple(
            sorted(f"{f}:{keys[i]}" for (f, keys), i in zip(LEVELS.items(), places, strict=True))
        )

    def choose(self, number: int, at: int, x: Vector, margin: float) -> int:
        del number, at, x, margin
        return self._usual

    def learn(self, seen: list[Seen]) -> None:
        """Learns nothing."""


class Bundles:
    """An A/B test of eight whole messages and of holding, drawn by chance over the first quarter;
    then what earned the most, for all, by what is known of the test."""

    name = "A/B test of 8 bundles"

    def __init__(self, seed: int, decisions: int) -> None:
        self._rng = np.random.default_rng([seed, 21])
        self._arms = bundles(seed)
        self._until = decisions // 4
        self._earned, self._shown = np.zeros(len(self._arms)), np.zeros(len(self._arms))

    def choose(self, number: int, at: int, x: Vector, margin: float) -> int:
        del at, x, margin
        if number < self._until:
            return int(self._arms[self._rng.integers(len(self._arms))])
        return int(self._arms[(self._earned / np.maximum(self._shown, 1.0)).argmax()])

    def learn(self, seen: list[Seen]) -> None:
        for one in seen:
            if one.number < self._until:
                place = int(np.flatnonzero(self._arms == one.action)[0])
                self._shown[place] += 1.0
                self._earned[place] += earned(one)


def bundles(seed: int) -> Floats:
    """Eight messages by chance, and holding: what an A/B test would try."""
    chosen = np.random.default_rng([seed, 24]).choice(len(ACTIONS), 8, replace=False)
    return np.append(chosen, HOLD)


def earned(one: Seen) -> float:
    """What came of a decision, less all that it cost, as a share of the usual margin."""
    came = one.margin * one.ordered
    if one.action != HOLD:
        came *= float(_KEPT[ACTIONS[one.action, 1]])
        came -= MESSAGE_COST + UNSUBSCRIBE_COST * one.left
    return came / TYPICAL_MARGIN


class Segments:
    """The same test in each of four rigid segments, recency x value."""

    name = "A/B test in 4 segments, recency x value"

    def __init__(self, seed: int, decisions: int) -> None:
        self._parts = [Bundles(seed, decisions) for _ in range(4)]

    @staticmethod
    def _part(x: Vector) -> int:
        return 2 * (x[2] > 0.5) + (x[4] > 0.5)

    def choose(self, number: int, at: int, x: Vector, margin: float) -> int:
        return self._parts[self._part(x)].choose(number, at, x, margin)

    def learn(self, seen: list[Seen]) -> None:
        for one in seen:
            self._parts[self._part(one.x)].learn([one])


class FlatArms:
    """Beta-Bernoulli Thompson sampling over 433 arms, without context."""

    name = "Thompson sampling over 433 flat arms"

    def __init__(self, seed: int) -> None:
        self._rng = np.random.default_rng([seed, 22])
        self._orders, self._none = np.ones(433), np.full(433, 8.0)
        self._kept = np.append(_KEPT[ACTIONS[:, 1]], 1.0)

    def choose(self, number: int, at: int, x: Vector, margin: float) -> int:
        del number, at, x
        worth = margin * self._kept * self._rng.beta(self._orders, self._none)
        worth[:-1] -= _PRICE
        best = int(worth.argmax())
        return HOLD if best == len(ACTIONS) else best

    def learn(self, seen: list[Seen]) -> None:
        for one in seen:
            (self._orders if one.ordered else self._none)[one.action] += 1.0


class LinearThompson:
    """Factored linear Thompson sampling: main effects x context, one joint draw a decision.

    The strongest method known to us before; its deviation and ridge were tuned on worlds apart.
    """

    name = "factored linear Thompson sampling"

    def __init__(self, seed: int, deviation: float = 0.15, ridge: float = 1.0) -> None:
        self._rng = np.random.default_rng([seed, 23])
        size = WIDTH * _BLOCKS
        self._gram, self._moments = np.eye(size) * ridge, np.zeros(size)
        self._deviation = deviation
        self._draws: list[Floats] = []
        self._root: Floats | None = None
        self._mean: Floats = np.zeros(size)

    def _draw(self) -> Floats:
        from scipy.linalg import solve_triangular  # noqa: PLC0415 (slow to load, and only for this)

        if self._root is None:
            self._root = np.linalg.cholesky(self._gram).astype(np.float64)
            self._mean = np.linalg.solve(self._gram, self._moments).astype(np.float64)
            self._draws = []
        if not self._draws:
            noise = self._rng.standard_normal((len(self._mean), 200))
            drawn = solve_triangular(self._root, noise, lower=True, trans="T")
            self._draws = list((self._mean[:, None] + self._deviation * drawn).T)
        return self._draws.pop()

    def choose(self, number: int, at: int, x: Vector, margin: float) -> int:
        del number, at
        message, gain = self._best(x)
        return HOLD if margin * gain < _PRICE else message

    def _best(self, x: Vector) -> tuple[int, float]:
        """By one draw, the message that keeps the most, and what it keeps beyond holding, as a
        share of the margin."""
        added = self._draw().reshape(_BLOCKS, WIDTH) @ np.array(x)
        levels = [added[_STARTS[f] : _STARTS[f + 1]] for f in range(len(SIZES))]
        chosen = [int(one.argmax()) for one in levels]
        wording = sum(float(levels[f].max()) for f in (0, 2, 3, 4))
        offers = _KEPT * (added[0] + added[1] + wording + levels[1])
        chosen[1] = int(offers.argmax())
        message = int(np.ravel_multi_index(tuple(chosen), SIZES))
        return message, float(offers.max()) - float(added[0])

    def learn(self, seen: list[Seen]) -> None:
        self._add(seen, np.array([float(one.ordered) for one in seen]))

    def _add(self, seen: Sequence[Seen], rewards: Floats) -> None:
        design = np.zeros((len(seen), WIDTH * _BLOCKS))
        for row, one in zip(design, seen, strict=True):
            row[:WIDTH] = one.x
            if one.action != HOLD:
                row[WIDTH : 2 * WIDTH] = one.x
                for factor, level in enumerate(ACTIONS[one.action]):
                    place = int(_STARTS[factor] + level) * WIDTH
                    row[place : place + WIDTH] = one.x
        self._gram += design.T @ design
        self._moments += design.T @ rewards
        self._root = None


class ClickThompson(LinearThompson):
    """The same, made to win clicks, as soon as they are known, and never an order: what draws
    clicks, less what the offer costs. It does not learn when to hold, for holding draws none."""

    name = "factored linear Thompson sampling, on clicks"

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self._looked_until = -1

    def choose(self, number: int, at: int, x: Vector, margin: float) -> int:
        del number, at, margin
        return self._best(x)[0]

    def look(self, open_ones: Sequence[Seen]) -> None:
        self._clicked([one for one in open_ones if one.number > self._looked_until])

    def learn(self, seen: list[Seen]) -> None:
        self._clicked([one for one in seen if one.number > self._looked_until])

    def _clicked(self, seen: Sequence[Seen]) -> None:
        if seen:
            self._add(seen, np.array([float(one.clicked) for one in seen]))
            self._looked_until = seen[-1].number
