"""One decision: when to speak and what to say, among every message the framework can make."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

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
from rapport.core.creative import FACTORS
from rapport.core.policy import (
    FEATURES,
    Policy,
    Situation,
    Stake,
    draw_content,
    draw_time,
    score,
    uniform,
)
from rapport.errors import RapportError

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
        _draws_alone(point, blueprint.policies[-1], sizes.decisions),
    ]


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
