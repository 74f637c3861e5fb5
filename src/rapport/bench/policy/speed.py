"""How fast the policy decides and learns, one decision at a time on one core."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from statistics import median
from time import perf_counter, process_time
from typing import Protocol

import numpy as np

from rapport.bench.figures import Figure, each, percentile, undisturbed
from rapport.bench.policy.hillstrom import LEVELS as THREE
from rapport.bench.policy.hillstrom import RapportMethod
from rapport.bench.policy.learners import Rapport, as_row
from rapport.bench.policy.live import HOLD, Learner, Seen
from rapport.bench.policy.outside import MABWISER, MISSING, VOWPAL, Vowpal
from rapport.bench.policy.peers import BestSingle, Bundles, Chance, Segments
from rapport.bench.policy.standing import standing
from rapport.bench.policy.worlds import ACTIONS, STATIONARY, TYPICAL_MARGIN, World
from rapport.core.policy.drawing import Situation, draw_content, uniform
from rapport.core.policy.odds import Vector
from rapport.core.policy.policy import Stake, score
from rapport.science.arrays import Floats
from rapport.science.evidence import nothing, observe_all

DECISIONS_A_SECOND = 50_000.0
SLOWEST = 1.0
"""Milliseconds, p99 at 433 actions."""

_COUNT = 20_000
_ROUNDS, _LESSON = 6, 200
_LEARN_LITTLE = {Bundles.name, Segments.name, BestSingle.name, Chance.name}
"""Those that count at most; how fast is no question."""


def measure_speed() -> list[Figure]:
    """Decisions a second with three arms, the slowest of 433, and how fast outcomes are learnt."""
    rng = np.random.default_rng(5)
    contexts: list[Vector] = [(1.0, *row) for row in rng.random((_COUNT, 7)).tolist()]
    method = RapportMethod(1)
    for number, x in enumerate(contexts[:2_000]):
        method.learn(x, number % 3, visited=bool(rng.random() < 0.1))
    chart = "three arms: decisions a second, one at a time, one core"
    return [
        Figure("policy", "Rapport", _rate(_three_arms(method), contexts), "decisions/s",
               DECISIONS_A_SECOND, chart=chart),
        *_peers(contexts, chart),
        *_many(contexts),
        *_beside(),
    ]  # fmt: skip


def _three_arms(method: RapportMethod) -> Callable[[int, Vector], object]:
    """The draw itself, as the core makes it: hold or send, then one of two e-mails."""
    policy, stake = method.policy, Stake(1_000.0, {}, 0.0, 0.0)

    def eligible(_chosen: Mapping[str, str], factor: str) -> tuple[str, ...]:
        return THREE.get(factor, ())

    def decide(number: int, x: Vector) -> object:
        def seed(draw: str) -> float:
            return uniform("speed", number, draw)

        scores = score(policy, x, THREE)
        return draw_content(Situation(policy, scores, stake, 0.0, seed), "", eligible)

    return decide


def _rate(decide: Callable[[int, Vector], object], contexts: list[Vector]) -> float:
    for number, x in enumerate(contexts[:1_000]):
        decide(number, x)
    with undisturbed():
        begun = perf_counter()
        for number, x in enumerate(contexts):
            decide(number, x)
        return len(contexts) / (perf_counter() - begun)


def _peers(contexts: list[Vector], chart: str) -> list[Figure]:
    figures = []
    if find_spec("vowpalwabbit"):
        vowpal = Vowpal("VW squarecb", 1)
        rate = _rate(vowpal.choose, contexts)
        figures.append(Figure("policy", "VW squarecb", rate, "decisions/s", chart=chart))
    else:
        figures.append(
            Figure("policy", next(iter(VOWPAL)), 0.0, "decisions/s", chart=chart, absent=MISSING)
        )
    for name, alpha in MABWISER.items():
        label = f"mabwiser {name}"
        if not find_spec("mabwiser"):
            figures.append(Figure("policy", label, 0.0, "decisions/s", chart=chart, absent=MISSING))
            continue
        package = import_module("mabwiser.mab")
        model = package.MAB([0, 1, 2], getattr(package.LearningPolicy, name)(alpha=alpha))
        arms = [number % 3 for number in range(300)]
        model.fit(decisions=arms, rewards=[0, 1, 0] * 100, contexts=np.array(contexts[:300]))
        rate = _rate(partial(_ask, model), contexts[:4_000])
        figures.append(Figure("policy", label, rate, "decisions/s", chart=chart))
    return figures


class _Predicts(Protocol):
    def predict(self, contexts: Floats) -> object: ...


def _ask(model: _Predicts, _number: int, x: Vector) -> object:
    return model.predict(np.array([x]))


def _many(contexts: list[Vector]) -> list[Figure]:
    rng = np.random.default_rng(6)
    learner = Rapport(1)
    seen = [
        Seen(
            number,
            number,
            x,
            2_000.0,
            int(action),
            bool(rng.random() < 0.1),
            clicked=False,
            left=False,
        )
        for number, (x, action) in enumerate(
            zip(contexts, rng.integers(HOLD, len(ACTIONS), len(contexts)).tolist(), strict=True)
        )
    ]
    learner.learn(seen[:4_000])
    times = each(
        [partial(learner.choose, n, 0, x, 2_000.0) for n, x in enumerate(contexts[:5_000])]
    )
    rows = [as_row(one) for one in seen]
    begun = perf_counter()
    observe_all(nothing(), rows)
    updates = len(rows) / (perf_counter() - begun)
    begun = perf_counter()
    learner.learn(seen[4_000:4_050])
    refit = 1_000.0 * (perf_counter() - begun)
    note = f"p50 {percentile(times, 0.5):.3f} ms"
    return [
        Figure("policy", "433 actions: p99 of one decision's scores and draws",
               percentile(times, 0.99), "ms", SLOWEST, less=True, note=note),
        Figure("policy", "outcomes taken into the evidence", updates, "outcomes/s"),
        Figure("policy", "a new snapshot from the evidence, 433 actions", refit, "ms"),
    ]  # fmt: skip


def _beside() -> list[Figure]:
    """Everybody who learns, in a made-up world: decisions, and outcomes learnt 200 at a time until
    the next decision can be made, a second of one core."""
    world = World(replace(STATIONARY, decisions=_ROUNDS * _LESSON), 1)
    decided, learnt = (
        f"433 actions: {what} a second, one core" for what in ("decisions", "outcomes learnt")
    )
    figures = []
    for name, peer in standing().items():
        if name in _LEARN_LITTLE:
            continue
        if isinstance(peer, str):
            figures.append(Figure("policy", name, 0.0, "decisions/s", chart=decided, absent=peer))
            continue
        choosing, learning = _timed(peer.make(world), world)
        figures += [
            Figure("policy", name, choosing, "decisions/s", chart=decided),
            Figure("policy", name, learning, "outcomes/s", chart=learnt),
        ]
    return figures


def _timed(learner: Learner, world: World) -> tuple[float, float]:
    """Decisions and outcomes a second of one processor's time, which other programs take no part
    of; the first round is left out, to warm up."""
    choosing, learning = [], []
    contexts: list[Vector] = [(1.0, *row) for row in world.traits.tolist()]
    with undisturbed():
        for begin in range(0, len(contexts), _LESSON):
            begun = process_time()
            numbers = range(begin, begin + _LESSON)
            chosen = [learner.choose(n, n, contexts[n], TYPICAL_MARGIN) for n in numbers]
            choosing.append(_LESSON / (process_time() - begun))
            seen = [
                Seen(n, n, contexts[n], TYPICAL_MARGIN, action,
                     ordered=bool(world.fates[n] < world.chance(n, action)),
                     clicked=False, left=False)
                for n, action in zip(numbers, chosen, strict=True)
            ]  # fmt: skip
            begun = process_time()
            learner.learn(seen)
            learner.choose(begin, begin, contexts[begin], TYPICAL_MARGIN)
            learning.append(_LESSON / (process_time() - begun))
    return median(choosing[1:]), median(learning[1:])
