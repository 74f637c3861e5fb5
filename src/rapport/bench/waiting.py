"""Profiles about to be decided about, for measurements of deciding and of writing."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from msgspec import Struct
from msgspec.structs import replace

from rapport.app.evidence.intent_prior import shipped_intent
from rapport.core.blueprint import Blueprint, Release
from rapport.core.catalogue import Product
from rapport.core.creative.framework import FACTORS, Framework
from rapport.core.decision import CONTENT_STAGE
from rapport.core.effects import AnyEffect, Decided, Send
from rapport.core.events import CheckoutStarted, wake_at
from rapport.core.flow import DecisionPoint
from rapport.core.person.predictions import Predictions
from rapport.core.person.rhythm import RhythmModel, SpendingModel
from rapport.core.policy.drawing import uniform
from rapport.core.policy.policy import FEATURES, Policy
from rapport.core.state import ProfileState
from rapport.core.step import next_due, step
from rapport.core.time import MINUTE
from rapport.errors import UserError
from rapport.testing.examples import ADAPTIVE_ONLY, at, checkout, line, order, subscribed, viewed

VIEWS = 8
MOST_ORDERS = 12
RHYTHM = RhythmModel(0.5, 60.0, 0.8, 2.5, spending=SpendingModel(6.0, 3.7, 1_500.0))
MOST_WAKES = 4
"""A time that was chosen, a wait that is prolonged: a decision has fallen after no more wakes."""


class Waiting(Struct, frozen=True):
    """A profile on its way to a decision point, and the checkout that it left."""

    state: ProfileState
    checkout: CheckoutStarted


class Point(Struct, frozen=True):
    """A decision point with what its messages are made of."""

    node: DecisionPoint
    framework: Framework

    def levels(self, factor: str) -> tuple[str, ...]:
        """Every level of a factor, before anything is excluded."""
        if factor == "time":
            return tuple(level.key for level in self.node.times)
        return self.framework.keys(factor)

    @property
    def actions(self) -> int:
        """How many actions come into question: every combination, and to hold."""
        return prod(len(self.levels(factor)) for factor in FACTORS) + 1


def first_point(release: Release) -> Point:
    """The first decision point of the release. Raises UserError where it has none."""
    for flow in release.flows:
        for point in flow.points:
            framework = release.framework(point.framework)
            if framework is not None:
                return Point(point, framework)
    raise UserError(f"Brand '{release.brand.key}' has no decision point to measure.")


def deciding(blueprint: Blueprint) -> Blueprint:
    """The same with everybody in the adaptive arm, a policy that knows something of each level and
    predictions of each person: the case with the most to compute."""
    release = blueprint.releases[-1]
    brand = replace(release.brand, arms=ADAPTIVE_ONLY)
    policy = _learnt(first_point(release))
    return replace(
        blueprint,
        releases=(replace(release, brand=brand),),
        policies=(policy,),
        predictions=(Predictions(1, 0, shipped_intent(), RHYTHM),),
    )


def _learnt(point: Point) -> Policy:
    """Small effects of either sign for each level, a hash of its name; messages seem worth it."""
    effects = {
        f"{factor}:{level}": tuple(
            0.02 * (uniform("effect", factor, level, feature) - 0.5) for feature in FEATURES
        )
        for factor in FACTORS
        for level in point.levels(factor)
    }
    rest = (0.0,) * (len(FEATURES) - 1)
    return Policy(send=(0.1, *rest), effects=effects, decisions=1_000, note="made for measuring")


def waiting_profiles(blueprint: Blueprint, count: int) -> list[Waiting]:
    """People who ordered before, each in their own rhythm, looked around, left a checkout in the
    morning, and now wait for what comes."""
    in_stock = (p for p in blueprint.products_at(at(0)).values() if p.stock < 0 or p.stock > 2)
    products = sorted({p.id: p for p in in_stock}.values(), key=lambda p: p.id)
    return [_waiting(blueprint, f"profile-{n}", products, n) for n in range(count)]


def _waiting(blueprint: Blueprint, profile: str, products: Sequence[Product], n: int) -> Waiting:
    """One of them; what they looked at, and when, depends on their number."""
    seen = [products[(n + view) % len(products)] for view in range(VIEWS)]
    begun = at(1, 9) + n % 120 * MINUTE
    left = checkout("left", begun + VIEWS * MINUTE, lines=(line(seen[0]), line(seen[3])))
    events = [
        *(
            order(f"o{k}", at(-7 * k - n % 90), f"o{k}", f"then{k}")
            for k in range(n % MOST_ORDERS, 0, -1)
        ),
        *subscribed(at(0, 9)),
        *(viewed(f"view-{k}", begun + k * MINUTE, p) for k, p in enumerate(seen)),
        left,
    ]
    state = ProfileState(profile)
    for event in events:
        state, _ = step(blueprint, state, event)
    if not isinstance(left.body, CheckoutStarted):
        raise TypeError(left.body)
    return Waiting(state, left.body)


def decide(blueprint: Blueprint, state: ProfileState) -> list[AnyEffect]:
    """Lets the decision at the first point fall, its time and then its content; returns what
    followed."""
    effects: list[AnyEffect] = []
    for _ in range(MOST_WAKES):
        due = next_due(state)
        if due is None:
            break
        state, more = step(blueprint, state, wake_at(due))
        effects += more
        if any(isinstance(e, Decided) and e.decision.stage == CONTENT_STAGE for e in more):
            break
    return effects


def sends(effects: Sequence[AnyEffect]) -> list[Send]:
    """The messages among effects."""
    return [effect for effect in effects if isinstance(effect, Send)]
