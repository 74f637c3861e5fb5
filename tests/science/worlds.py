"""Small worlds whose truth is known: what a message really adds, so that learners can be judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from rapport.core.creative.framework import HOLD, Action
from rapport.core.decision import Decision
from rapport.core.effects import OutcomeClosed
from rapport.core.policy.drawing import (
    Situation,
    draw_content,
    draw_time,
    uniform,
)
from rapport.core.policy.policy import (
    Policy,
    Stake,
    Vector,
    bounded,
    score,
)
from rapport.science.beliefs import LearningSettings
from rapport.science.evidence import Row, nothing, observe_all
from rapport.science.policy_learning import snapshot

LEVELS: dict[str, tuple[str, ...]] = {
    "time": ("soon", "evening", "tomorrow"),
    "offer": ("none", "ten", "shipping", "gift"),
    "tone": ("warm", "plain", "playful", "expert"),
    "angle": ("proof", "service", "story"),
    "visual": ("product", "people", "words"),
}
TRAITS = 7
"""What is known of a person. More of them would push a linear chance below 0, which bends it."""

COSTS = {"none": 0.0, "ten": 400.0, "shipping": 300.0, "gift": 500.0}


@dataclass(frozen=True)
class World:
    """The truth: coefficients as in a policy, and what a message costs."""

    truth: Policy
    message_cost: float = 0.1
    unsubscribe_cost: float = 600.0
    unsubscribe_rate: float = 0.002

    def stake(self, margin: float) -> Stake:
        return Stake(margin, COSTS, self.message_cost, self.unsubscribe_cost)

    def chance(self, x: Vector, action: Action) -> float:
        scores = score(self.truth, x, LEVELS)
        if action.hold:
            return scores.hold
        added = sum(scores.effect(factor, action.level(factor)) for factor in LEVELS)
        return min(max(scores.hold + scores.send + added, 0.0), 1.0)

    def worth(self, x: Vector, margin: float, action: Action) -> float:
        """Expected gain over holding, minor units."""
        if action.hold:
            return 0.0
        left = margin - COSTS[action.offer]
        held = margin * self.chance(x, HOLD)
        price = self.message_cost + self.unsubscribe_rate * self.unsubscribe_cost
        return left * self.chance(x, action) - held - price

    def best(self, x: Vector, margin: float) -> float:
        """The worth of the best action; the factors are additive, so each is best by itself."""
        scores = score(self.truth, x, LEVELS)
        chosen = {f: max(keys, key=lambda k: scores.effect(f, k)) for f, keys in LEVELS.items()}
        actions = [Action(**{**chosen, "offer": offer}) for offer in LEVELS["offer"]]
        return max(0.0, *(self.worth(x, margin, action) for action in actions))


def linear_world(rng: np.random.Generator, level: float = 0.015, context: float = 0.01) -> World:
    """An order rate of about 7 %, levels that add or take `level`, contexts that bend them."""

    def vector(first: float, rest: float) -> Vector:
        return (first, *(float(v) for v in rng.normal(0.0, rest, TRAITS)))

    effects = {
        f"{factor}:{key}": vector(float(rng.normal(0.0, level)), context)
        for factor, keys in LEVELS.items()
        for key in keys
    }
    return World(Policy(baseline=vector(0.05, 0.02), send=vector(0.015, context), effects=effects))


@dataclass
class Ledger:
    """What a run of decisions earned, expected minor units per decision, and how many were sent."""

    earned: list[float]
    possible: list[float]
    sent: list[bool]


def person(rng: np.random.Generator) -> tuple[Vector, float]:
    """A context and a margin at stake."""
    x = bounded((1.0, *(float(v) for v in rng.beta(1.0, 2.0, TRAITS))))
    return x, float(rng.lognormal(7.8, 0.6))


def decide(policy: Policy, world: World, x: Vector, margin: float, at: int) -> Action:
    """As the core does it: the time first, then whether and what."""

    def seed(name: str) -> float:
        return uniform("world", at, policy.number, name)

    def eligible(chosen: Mapping[str, str], factor: str) -> tuple[str, ...]:
        return LEVELS[factor]

    situation = Situation(policy, score(policy, x, LEVELS), world.stake(margin), x[6], seed)
    time = draw_time(situation, LEVELS["time"]).chosen
    draws = draw_content(situation, time, eligible)
    if draws[0].chosen == "hold":
        return HOLD
    return Action(time=time, **{drawn.factor: drawn.chosen for drawn in draws[1:]})


def random_action(rng: np.random.Generator) -> Action:
    """Every message as likely as any other, and one in two held."""
    if rng.random() < 0.5:
        return HOLD
    return Action(**{factor: str(rng.choice(keys)) for factor, keys in LEVELS.items()})


def row(world: World, rng: np.random.Generator, at: int, x: Vector, margin: float, action: Action):
    """A closed decision as the core would record it."""
    decision = Decision(
        id=f"d{at}",
        profile=f"p{at}",
        flow="cart",
        run=1,
        point="first",
        stage="content",
        at=at,
        release=1,
        policy=1,
        arm="adaptive",
        action=action,
        context=x,
        margin=int(margin),
    )
    ordered = rng.random() < world.chance(x, action)
    left = not action.hold and rng.random() < world.unsubscribe_rate
    outcome = OutcomeClosed(
        key=f"o{at}",
        profile=f"p{at}",
        decision=f"d{at}",
        message="",
        at=at,
        orders=int(ordered),
        revenue=0,
        margin=0,
        clicked=False,
        unsubscribed=left,
        complained=False,
        delivered=not action.hold,
    )
    return decision, outcome


def live(
    world: World, rng: np.random.Generator, decisions: int, settings: LearningSettings, every: int
) -> Ledger:
    """Decides, sees what comes of it, and learns again after each `every` decisions."""
    evidence = nothing()
    policy = snapshot(evidence, 1, 0, settings)
    ledger = Ledger([], [], [])
    rows: list[Row] = []
    for at in range(decisions):
        x, margin = person(rng)
        action = decide(policy, world, x, margin, at)
        rows.append(row(world, rng, at, x, margin, action))
        ledger.earned.append(world.worth(x, margin, action))
        ledger.possible.append(world.best(x, margin))
        ledger.sent.append(not action.hold)
        if len(rows) == every:
            evidence = observe_all(evidence, rows)
            policy = snapshot(evidence, policy.number + 1, at, settings)
            rows = []
    return ledger
