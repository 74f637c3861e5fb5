"""Hillstrom's e-mail test, replayed: two e-mails or none, given by lot to real customers in 2008.

In a random order of the rows, each method says whom it would write to and which e-mail. Where that
is what the lot did, the row counts and is learnt from; else it is passed over (Li et al. 2011). So
what exploring costs is in the figure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from math import log1p
from pathlib import Path
from typing import Protocol

import numpy as np

from rapport.bench.figures import NotMeasuredError
from rapport.bench.tables import AMOUNT, YES_OR_NO, but, read_table
from rapport.core.creative.framework import HOLD, Action
from rapport.core.deciding.arms import ADAPTIVE
from rapport.core.decision import CONTENT_STAGE, Decision
from rapport.core.effects import OutcomeClosed
from rapport.core.policy.drawing import Situation, draw_content, uniform
from rapport.core.policy.odds import Vector
from rapport.core.policy.policy import Policy, Stake, score
from rapport.science.arrays import Floats
from rapport.science.beliefs import STANDARD, LearningSettings
from rapport.science.evidence import nothing, observe_all
from rapport.science.policy_learning import snapshot

ARMS = ("No E-Mail", "Mens E-Mail", "Womens E-Mail")
EMAILS = ("mens", "womens")
LEVELS = {"offer": ("none",), "visual": EMAILS}
VALUE_CUTS = (100.0, 350.0)
"""Dollars spent in a year, between customers of little, some and much value."""
FEWEST_CUSTOMERS = 500
"""In each arm, for a replay to say anything: chance alone moves 500 by 1.6 points."""
COLUMNS = {
    "recency": AMOUNT, "history": AMOUNT, "spend": AMOUNT,
    "mens": YES_OR_NO, "womens": YES_OR_NO, "newbie": YES_OR_NO, "visit": YES_OR_NO,
}  # fmt: skip


@dataclass(frozen=True)
class Customers:
    """The rows: contexts (n, 8), what the lot gave (0 none, 1 mens, 2 womens), what came of it."""

    contexts: list[Vector]
    given: list[int]
    visited: list[bool]
    spent: Floats

    def best(self) -> tuple[int, float, float]:
        """The best single e-mail in hindsight, its visits per customer, and its spend."""
        given = np.array(self.given)
        rates = [float(np.mean(np.array(self.visited)[given == arm])) for arm in (1, 2)]
        arm = 1 + int(np.argmax(rates))
        return arm, rates[arm - 1], float(self.spent[given == arm].mean())


def read_customers(path: Path) -> Customers:
    """The file's rows. Raises NotMeasuredError where it is missing or of another shape."""
    if not path.is_file():
        raise NotMeasuredError(f"There is no file {path}: name one of Hillstrom's shape by --data.")
    rows = read_table(path, COLUMNS, ("channel", "segment"))
    contexts = [_context(row) for row in rows.iter_rows(named=True)]
    for place, name in enumerate(rows["segment"], start=1):
        if name not in ARMS:
            raise NotMeasuredError(
                f"{path}, row {place}: 'segment' is none of {', '.join(ARMS)}, {but(name)}."
            )
    customers = Customers(
        contexts,
        [ARMS.index(name) for name in rows["segment"]],
        [bool(v) for v in rows["visit"]],
        rows["spend"].to_numpy().astype(np.float64),
    )
    for arm, name in enumerate(ARMS):
        visits = [v for v, given in zip(customers.visited, customers.given, strict=True)
                  if given == arm]  # fmt: skip
        if len(visits) < FEWEST_CUSTOMERS or not any(visits):
            raise NotMeasuredError(
                f"{path}: of '{name}' there are {len(visits)} customers and {sum(visits)} visits. "
                f"From fewer than {FEWEST_CUSTOMERS} customers, or no visit, nothing can be told."
            )
    return customers


def _context(row: Mapping[str, float | str]) -> Vector:
    """What is known of a customer, in the places of the features that are nearest in meaning.

    Nobody was written to before, so there is no pressure.
    """
    return (
        1.0,
        float(row["newbie"]),
        (12.0 - min(float(row["recency"]), 12.0)) / 11.0,
        float(row["mens"]),
        _worth(float(row["history"])),
        float(row["womens"]),
        0.0,
        float(row["channel"] == "Multichannel"),
    )


def _worth(history: float) -> float:
    """Dollars spent in a year, as a feature from 0 to 1."""
    return min(log1p(history) / 8.0, 1.0)


class Method(Protocol):
    """Says what it would send (0 none, 1 mens, 2 womens), and learns from the rows that count."""

    name: str

    def choose(self, number: int, x: Vector) -> int: ...

    def learn(self, x: Vector, arm: int, *, visited: bool) -> None: ...


@dataclass(frozen=True)
class Replayed:
    """Visits and spend per row that counted, and how many did."""

    visits: float
    spend: float
    counted: int


def replay(customers: Customers, method: Method, seed: int) -> Replayed:
    """One pass over the rows, in an order that the seed gives."""
    order = np.random.default_rng([seed, 31]).permutation(len(customers.given))
    counted, visits, spend = 0, 0, 0.0
    for number, row in enumerate(order.tolist()):
        x, arm = customers.contexts[row], customers.given[row]
        if method.choose(number, x) != arm:
            continue
        visited = customers.visited[row]
        counted, visits = counted + 1, visits + visited
        spend += float(customers.spent[row])
        method.learn(x, arm, visited=visited)
    return Replayed(visits / max(counted, 1), spend / max(counted, 1), counted)


class RapportMethod:
    """The product's policy: whether to write, then which e-mail. A visit stands for the order."""

    name = "Rapport"

    def __init__(self, seed: int, settings: LearningSettings = STANDARD) -> None:
        self._seed, self._settings = seed, settings
        self._evidence = nothing()
        self.policy: Policy = snapshot(self._evidence, 0, 0, settings)
        self._new: list[tuple[Decision, OutcomeClosed]] = []
        self._counted = 0
        self._stake = Stake(1_000.0, {}, 0.0, 0.0)

    def choose(self, number: int, x: Vector) -> int:
        policy = self.policy

        def seed(draw: str) -> float:
            return uniform("hillstrom", self._seed, number, draw)

        situation = Situation(policy, score(policy, x, LEVELS), self._stake, 0.0, seed)
        draws = draw_content(situation, "", lambda _chosen, factor: LEVELS.get(factor, ("",)))
        chosen = {drawn.factor: drawn.chosen for drawn in draws}
        return 0 if chosen["send"] == "hold" else 1 + EMAILS.index(chosen["visual"])

    def learn(self, x: Vector, arm: int, *, visited: bool) -> None:
        action = HOLD if arm == 0 else Action(offer="none", visual=EMAILS[arm - 1])
        self._new.append(_row(self._counted, x, action, visited=visited))
        self._counted += 1
        if len(self._new) >= (50 if self._counted < 1_000 else 200):
            self._evidence = observe_all(self._evidence, self._new)
            number = self.policy.number + 1
            self.policy = snapshot(self._evidence, number, 0, self._settings)
            self._new = []


def _row(
    number: int, x: Vector, action: Action, *, visited: bool
) -> tuple[Decision, OutcomeClosed]:
    name = str(number)
    decision = Decision(
        id=name, profile=name, flow="bench", run=1, point="first", stage=CONTENT_STAGE, at=0,
        release=1, policy=1, arm=ADAPTIVE, action=action, context=x, margin=1_000,
    )  # fmt: skip
    outcome = OutcomeClosed(
        key=name, profile=name, decision=name, message="", at=0, orders=int(visited), revenue=0,
        margin=0, clicked=False, unsubscribed=False, complained=False, delivered=not action.hold,
    )  # fmt: skip
    return decision, outcome


class BetaThompson:
    """Beta-Bernoulli Thompson sampling over the three arms, without context."""

    name = "Thompson sampling, no context"

    def __init__(self, seed: int) -> None:
        self._rng = np.random.default_rng([seed, 32])
        self._yes, self._no = np.ones(3), np.ones(3)

    def choose(self, number: int, x: Vector) -> int:
        del number, x
        return int(self._rng.beta(self._yes, self._no).argmax())

    def learn(self, x: Vector, arm: int, *, visited: bool) -> None:
        del x
        (self._yes if visited else self._no)[arm] += 1.0


class Judgeable:
    """Another method, and each arm drawn for certain at least as often as `floor` says: so that one
    can tell later what any other would have come to, as of each of Rapport's decisions."""

    def __init__(self, made: Callable[[int], Method], seed: int, floor: float) -> None:
        self._method, self._floor = made(seed), floor
        self._rng = np.random.default_rng([seed, 35])
        self.name = self._method.name

    def choose(self, number: int, x: Vector) -> int:
        chosen = self._method.choose(number, x)
        if self._rng.random() < len(ARMS) * self._floor:
            return int(self._rng.integers(len(ARMS)))
        return chosen

    def learn(self, x: Vector, arm: int, *, visited: bool) -> None:
        self._method.learn(x, arm, visited=visited)


class Segments:
    """Rigid segments, recency x value: a third of the rows explored, then each segment's best."""

    name = "segments, recency x value"

    def __init__(self, seed: int, rows: int) -> None:
        self._rng = np.random.default_rng([seed, 33])
        self._until = rows // 3
        self._yes, self._seen = np.zeros((9, 3)), np.zeros((9, 3))

    @staticmethod
    def _segment(x: Vector) -> int:
        value = sum(x[4] > _worth(dollars) for dollars in VALUE_CUTS)
        return 3 * min(int(x[2] * 3.0), 2) + value

    def choose(self, number: int, x: Vector) -> int:
        if number < self._until:
            return int(self._rng.integers(3))
        place = self._segment(x)
        return int((self._yes[place] / np.maximum(self._seen[place], 1.0)).argmax())

    def learn(self, x: Vector, arm: int, *, visited: bool) -> None:
        place = self._segment(x)
        self._seen[place, arm] += 1.0
        self._yes[place, arm] += visited


class SplitTest(Segments):
    """The same for everybody: an A/B test of no e-mail and the two over a third of the rows, then
    the winner for all."""

    name = "A/B test"

    @staticmethod
    def _segment(x: Vector) -> int:
        del x
        return 0


class AtRandom:
    """Any of the three."""

    name = "random"

    def __init__(self, seed: int) -> None:
        self._rng = np.random.default_rng([seed, 34])

    def choose(self, number: int, x: Vector) -> int:
        del number, x
        return int(self._rng.integers(3))

    def learn(self, x: Vector, arm: int, *, visited: bool) -> None:
        """Learns nothing."""


def own_methods(rows: int) -> dict[str, Callable[[int], Method]]:
    """Those that need nothing besides Rapport, by name: what makes one for a seed."""
    return {
        RapportMethod.name: RapportMethod,
        BetaThompson.name: BetaThompson,
        Segments.name: partial(Segments, rows=rows),
        SplitTest.name: partial(SplitTest, rows=rows),
        AtRandom.name: AtRandom,
    }
