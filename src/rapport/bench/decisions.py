"""One decision: when to speak and what to say, among every message the framework can make."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from msgspec.structs import replace

from rapport.bench.figures import Figure, Sizes, each, percentile
from rapport.bench.homes import fresh_home
from rapport.bench.waiting import (
    Point,
    decide,
    deciding,
    first_point,
    sends,
    waiting_profiles,
)
from rapport.core.blueprint import Blueprint
from rapport.core.creative.framework import CONTENT_FACTORS, FACTORS, Condition, Rule
from rapport.core.editions import EDITION
from rapport.core.policy.drawing import (
    Situation,
    draw_content,
    draw_time,
    uniform,
)
from rapport.core.policy.policy import (
    FEATURES,
    Policy,
    Stake,
    score,
)
from rapport.errors import RapportError

RULES = 200
SIGNALS = ("orders_count", "days_since_order", "session_views", "messages_7d", "cart_items")
TARGET = 1.0
"""Milliseconds for a decision, p99."""


def measure_decisions(sizes: Sizes) -> list[Figure]:
    """A decision through `core.step` (its time, then its content), and the policy's draws alone."""
    with fresh_home() as home:
        blueprint = deciding(home.installation.blueprint(home.brand.key))
    point = first_point(blueprint.releases[-1])
    states = [one.state for one in waiting_profiles(blueprint, sizes.decisions)]
    sent = sum(len(sends(decide(blueprint, state))) for state in states)
    if not sent:
        raise RapportError("No decision led to a message: what was measured is not a decision.")
    times = each([partial(decide, blueprint, state) for state in states])
    ruled = with_rules(blueprint, point, RULES)
    under_rules = each([partial(decide, ruled, state) for state in states])
    return [
        Figure(
            bench="decision",
            what=f"p99 of one decision, time and content, {point.actions} candidate actions",
            value=percentile(times, 0.99),
            unit="ms",
            target=TARGET,
            less=True,
            note=f"{len(times):,} decisions, {sent:,} to send; p50 {percentile(times, 0.5):.3f}, "
            f"max {max(times):.3f} ms",
        ),
        Figure(
            bench="decision",
            what="decisions, one process",
            value=1_000 * len(times) / sum(times),
            unit="decisions/s",
        ),
        Figure(
            bench="decision",
            what=f"p99 of the same under {RULES} rules of the brand",
            value=percentile(under_rules, 0.99),
            unit="ms",
            target=TARGET,
            less=True,
            note=f"p50 {percentile(under_rules, 0.5):.3f}, max {max(under_rules):.3f} ms",
        ),
        _draws_alone(point, blueprint.policies[-1], sizes.decisions),
    ]


def with_rules(blueprint: Blueprint, point: Point, count: int) -> Blueprint:
    """The same with so many rules, a hash of their numbers: pairs and triples of levels that may
    not go together, each for an audience of two conditions."""
    rules = []
    for number in range(count):
        factors = CONTENT_FACTORS[number % 3 : number % 3 + 2 + number % 2]
        levels = [(factor, point.levels(factor)) for factor in factors]
        when = [
            Condition(SIGNALS[int(uniform("signal", number, part) * len(SIGNALS))], op, value)
            for part, (op, value) in enumerate(((">", 1.0), ("<", 30.0)))
        ]
        named = [
            (factor, (keys[int(uniform("level", number, factor) * len(keys))],))
            for factor, keys in levels
        ]
        rules.append(Rule(f"rule {number}", tuple(named), tuple(when)))
    release = replace(blueprint.releases[-1], rules=tuple(rules), edition=EDITION)
    return replace(blueprint, releases=(release,))


def _draws_alone(point: Point, policy: Policy, count: int) -> Figure:
    """The policy's part: scores for one context, and a draw for each factor."""
    context = (1.0, *(0.5,) * (len(FEATURES) - 1))
    levels = {factor: point.levels(factor) for factor in FACTORS}
    stake = Stake(2_000.0, dict.fromkeys(levels["offer"], 300.0), 0.1, 600.0)

    def draw(number: int) -> None:
        def seed(name: str) -> float:
            return uniform("bench", number, name)

        scores = score(policy, context, levels)
        situation = Situation(policy, scores, stake, 0.0, seed)
        time = draw_time(situation, levels["time"]).chosen
        draw_content(situation, time, eligible)

    def eligible(_chosen: Mapping[str, str], factor: str) -> tuple[str, ...]:
        return levels[factor]

    times = each([partial(draw, number) for number in range(count)])
    return Figure(
        bench="decision",
        what="p99 of the policy's scores and draws alone",
        value=percentile(times, 0.99),
        unit="ms",
        note=f"p50 {percentile(times, 0.5):.3f} ms",
    )
