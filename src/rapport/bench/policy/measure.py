"""`rapport bench policy`: Rapport's policy beside what people would use instead, in one run."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from math import sqrt
from pathlib import Path

import numpy as np
from msgspec.structs import replace

from rapport.bench.figures import Figure, NotMeasuredError, Sizes
from rapport.bench.policy.hillstrom import Customers, Replayed, own_methods, read_customers, replay
from rapport.bench.policy.learners import Rapport
from rapport.bench.policy.live import Learner, Lived, live
from rapport.bench.policy.outside import MISSING, VowpalMany, makers, many_arms
from rapport.bench.policy.peers import (
    BestSingle,
    Bundles,
    Chance,
    ClickThompson,
    FlatArms,
    LinearThompson,
    Segments,
    UsualMessage,
)
from rapport.bench.policy.speed import measure_speed
from rapport.bench.policy.watched import Watched
from rapport.bench.policy.worlds import (
    FAINT,
    FATIGUE,
    MISLED,
    NULL,
    SCARCE,
    STATIONARY,
    Kind,
    World,
)
from rapport.errors import UserError
from rapport.science.beliefs import STANDARD
from rapport.science.evidence import Array

REGISTERED = range(1, 31)
"""The seeds that figures are given for; whatever was tuned, was tuned on others (from 100 on)."""

USUAL_SEEDS = 2

Told = dict[str, list[Lived]]


WORLDS = ("hillstrom", "stationary", "scarce", "misled", "faint", "fatigue", "null", "speed")


def measure_policy(sizes: Sizes) -> list[Figure]:
    """Hillstrom's replay, six made-up worlds, and the clock; or the one that `sizes.world` names.

    With `sizes.data`, that file in place of Hillstrom's; without any, the replay says what is
    missing and the rest is measured. Raises UserError where there is no such world.
    """
    if sizes.world and sizes.world not in WORLDS:
        raise UserError(f"There is no world '{sizes.world}'. There is: {', '.join(WORLDS)}.")
    seeds = list(REGISTERED)[: sizes.seeds or USUAL_SEEDS]
    worlds: dict[str, Callable[[], list[Figure]]] = {
        "hillstrom": lambda: _hillstrom(sizes.data, seeds),
        "stationary": lambda: _stationary(seeds),
        "scarce": lambda: _scarce(seeds),
        "misled": lambda: _misled(seeds),
        "faint": lambda: _faint(seeds),
        "fatigue": lambda: _fatigue(seeds),
        "null": lambda: _null(seeds),
        "speed": measure_speed,
    }
    wanted = [sizes.world] if sizes.world else WORLDS
    return [figure for name in wanted for figure in worlds[name]()]


def _hillstrom(data: Path | None, seeds: Sequence[int]) -> list[Figure]:
    chart = "Hillstrom: visits lost against the best single e-mail, in hindsight"
    folder = Path(os.environ.get("RAPPORT_DATA", "../shared/data"))
    path = data or folder / "hillstrom" / "hillstrom_a.csv"
    try:
        customers = read_customers(path)
    except NotMeasuredError as missing:
        if data is not None:
            raise
        return [Figure("policy", "Rapport", 0.0, "points", chart=chart, absent=str(missing))]
    told: dict[str, list[Replayed]] = {}
    absent: dict[str, str] = {}
    for seed in seeds:
        methods = list(own_methods(seed, len(customers.given)))
        for name, maker in makers().items():
            if isinstance(maker, str):
                absent[name] = maker
            else:
                methods.append(maker(seed))
        for method in methods:
            told.setdefault(method.name, []).append(replay(customers, method, seed))
    return [
        *_lost(customers, told, chart),
        *[
            Figure("policy", name, 0.0, "points", less=True, chart=chart, absent=why)
            for name, why in absent.items()
        ],
    ]


def _lost(customers: Customers, told: dict[str, list[Replayed]], chart: str) -> list[Figure]:
    _, rate, spend = customers.best()
    lost = {
        name: 100.0 * (rate - np.array([one.visits for one in runs])) for name, runs in told.items()
    }
    rivals = [float(values.mean()) for name, values in lost.items() if name != "Rapport"]
    figures = []
    for name, values in lost.items():
        spent = float(np.mean([one.spend for one in told[name]]))
        note = f"spend {spent:.3f} a customer, the best single e-mail's {spend:.3f}"
        target = min(rivals) if name == "Rapport" else None
        figures.append(_figure(name, values, "points", chart, target=target, less=True, note=note))
    spending = "Hillstrom: spend a customer, dollars"
    figures += [
        _figure(name, [one.spend for one in runs], "dollars", spending,
                target=spend if name == "Rapport" else None)
        for name, runs in told.items()
    ]  # fmt: skip
    return figures


def _every(
    kind: Kind, seeds: Sequence[int], learners: Callable[[World, int], list[Learner]]
) -> Told:
    told: Told = {}
    for seed in seeds:
        world = World(kind, seed)
        for learner in learners(world, seed):
            told.setdefault(learner.name, []).append(live(world, learner))
    return told


def _stationary(seeds: Sequence[int]) -> list[Figure]:
    count = STATIONARY.decisions

    def learners(world: World, seed: int) -> list[Learner]:
        vowpal = many_arms(seed)
        return [
            Rapport(seed), LinearThompson(seed), FlatArms(seed), Bundles(seed, count),
            Segments(seed, count), BestSingle(world), Chance(seed),
            *([] if isinstance(vowpal, str) else [vowpal]),
        ]  # fmt: skip

    told = _every(STATIONARY, seeds, learners)
    parts = (
        (f"433 actions: share of the oracle, by {count:,} decisions", 0.0, 1.0, 82.0),
        (f"the same, by {count // 2:,} decisions", 0.0, 0.5, 85.0),
        ("the same, of the last eighth of the decisions", 0.875, 1.0, None),
    )
    figures = [
        _figure(name, [100.0 * one.share(begin, end) for one in runs], "%", chart,
                target=target if name == Rapport.name else None)
        for chart, begin, end, target in parts
        for name, runs in told.items()
    ]  # fmt: skip
    if VowpalMany.name not in told:
        name, chart = VowpalMany.name, parts[0][0]
        figures.append(Figure("policy", name, 0.0, "%", chart=chart, absent=MISSING))
    return figures


def _scarce(seeds: Sequence[int]) -> list[Figure]:
    def learners(world: World, seed: int) -> list[Learner]:
        return [
            Rapport(seed), LinearThompson(seed), ClickThompson(seed),
            Bundles(seed, SCARCE.decisions), BestSingle(world), Chance(seed),
        ]  # fmt: skip

    told = _every(SCARCE, seeds, learners)
    chart = "0.5 % order, known after 14 days, tastes drift: share of the oracle"
    figures = [
        _figure(name, [100.0 * one.share() for one in runs], "%", chart)
        for name, runs in told.items()
    ]
    by_chance = np.array([one.share() for one in told[Chance.name]])
    gains = {
        name: 100.0 * (np.array([one.share() for one in runs]) - by_chance)
        for name, runs in told.items()
        if name != Chance.name
    }
    chart = "scarce orders: gain over random, in points of what was possible"
    figures += [_figure(name, gained, "points", chart) for name, gained in gains.items()]
    chart = "scarce orders: gain over random beyond twice the A/B test's, in the same points"
    beyond = beyond_twice(gains[Rapport.name], gains[Bundles.name])
    return [*figures, _figure(Rapport.name, beyond, "points", chart, 0.0)]


def _misled(seeds: Sequence[int]) -> list[Figure]:
    """Who trusts clicks is led astray; who learns from orders too should find out."""

    def learners(_world: World, seed: int) -> list[Learner]:
        return [Rapport(seed), LinearThompson(seed), ClickThompson(seed), Chance(seed)]

    chart = "scarce orders, and what draws clicks drives them away: share of the oracle"
    said = "where clicks mislead: gain over random"
    return _gained(_every(MISLED, seeds, learners), chart, said, Chance.name)


def _faint(seeds: Sequence[int]) -> list[Figure]:
    """Where messages do little, whoever gives up too soon has nothing."""

    def learners(world: World, seed: int) -> list[Learner]:
        usual = UsualMessage(world)
        return [
            Rapport(seed, replace(STANDARD, usual=usual.levels)), usual, LinearThompson(seed),
            Bundles(seed, FAINT.decisions), BestSingle(world), Chance(seed),
        ]  # fmt: skip

    chart = f"messages do little: share of the oracle, by {FAINT.decisions:,} decisions"
    said = "where messages do little: gain over the usual message"
    return _gained(_every(FAINT, seeds, learners), chart, said, UsualMessage.name)


def _gained(told: Told, chart: str, said: str, over: str) -> list[Figure]:
    """Each method's share of what was possible, and Rapport's beyond that of one that it must not
    fall behind."""
    shares = {name: np.array([100.0 * one.share() for one in runs]) for name, runs in told.items()}
    figures = [_figure(name, values, "%", chart) for name, values in shares.items()]
    gained = shares[Rapport.name] - shares[over]
    return [*figures, _figure(said, gained, "points", "", 0.0)]


def beyond_twice(gains: Array, beside: Array) -> Array:
    """By how much one method's gains exceed twice another's, seed by seed, shape (n,).

    A multiple says nothing where the other gained about nothing. Where it lost, on the mean, it
    counts as nothing gained, or losing would make the target easier.
    """
    twice: Array = 2.0 * beside if float(beside.mean()) > 0.0 else np.zeros_like(beside)
    return gains - twice


def _fatigue(seeds: Sequence[int]) -> list[Figure]:
    always = "the same, made to send always"

    def learners(world: World, seed: int) -> list[Learner]:
        forced = Rapport(seed, always_send=True)
        forced.name = always
        return [Rapport(seed), forced, BestSingle(world)]

    told = _every(FATIGUE, seeds, learners)
    chart = "messages tire people: margin a decision"
    figures = [
        _figure(name, [float(one.margin.mean()) for one in runs], "minor units", chart)
        for name, runs in told.items()
    ]
    fewer = [
        100.0 * (1.0 - float(own.sent.mean()) / float(other.sent.mean()))
        for own, other in zip(told[Rapport.name], told[always], strict=True)
    ]
    more = [
        100.0 * (float(own.margin.mean()) / float(other.margin.mean()) - 1.0)
        for own, other in zip(told[Rapport.name], told[always], strict=True)
    ]
    return [
        *figures,
        _figure("where messages tire: fewer messages than sending always", fewer, "%", "", 30.0),
        _figure("where messages tire: margin above sending always", more, "%", "", 0.0),
    ]


def _null(seeds: Sequence[int]) -> list[Figure]:
    told = _every(NULL, seeds, lambda _world, seed: [Rapport(seed), LinearThompson(seed)])
    chart = f"nothing works: messages sent, in the last eighth of {NULL.decisions:,} decisions"
    last = NULL.decisions // 8
    sent = [
        _figure(name, [100.0 * float(one.sent[-last:].mean()) for one in runs], "%", chart,
                less=True, target=10.0 if name == Rapport.name else None)
        for name, runs in told.items()
    ]  # fmt: skip
    watched = [_watched(seed) for seed in seeds]
    note = f"looked at {watched[0].looks} times each, in {len(seeds)} runs"
    return [
        *sent,
        _declared("an arm", [one.arms for one in watched], note),
        _declared("an offer", [one.offers for one in watched], note),
    ]


def _watched(seed: int) -> Watched:
    world = World(NULL, seed)
    found = Watched(world, seed)
    live(world, found)
    return found


def _declared(what: str, runs: Sequence[bool], note: str) -> Figure:
    """In how many runs something was declared better or worse at any look."""
    share = 100.0 * sum(runs) / len(runs)
    said = f"nothing works: runs in which {what} was declared better or worse at any look"
    return Figure("policy", said, share, "%", 5.0, less=True, note=note)


def _figure(
    what: str,
    values: Sequence[float] | Array,
    unit: str,
    chart: str,
    target: float | None = None,
    *,
    less: bool = False,
    note: str = "",
) -> Figure:
    """The mean over seeds, with the interval that chance in the seeds leaves (95 %)."""
    runs = np.asarray(values, dtype=np.float64)
    mean = float(runs.mean())
    low = high = None
    if len(runs) > 1:
        half = 1.96 * float(runs.std(ddof=1)) / sqrt(len(runs))
        low, high = mean - half, mean + half
    return Figure(
        "policy", what, mean, unit, target, less=less, note=note, low=low, high=high, chart=chart
    )
