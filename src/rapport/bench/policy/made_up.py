"""The made-up worlds' figures: in each the same peers, and what is special to that world."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
from msgspec.structs import replace

from rapport.bench.figures import Figure
from rapport.bench.policy.learners import Rapport
from rapport.bench.policy.live import Learner, Lived, live
from rapport.bench.policy.peers import Bundles, Chance, ClickThompson, UsualMessage
from rapport.bench.policy.seeds import Run, mean_figure
from rapport.bench.policy.standing import Told, by_seed, through, world_of
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
from rapport.science.arrays import Floats
from rapport.science.beliefs import STANDARD

ALWAYS = "Rapport, made to send always"


class MadeUp(NamedTuple):
    """A kind of world, and what is told of it."""

    kind: Kind
    figures: Callable[[Kind, Run], list[Figure]]


def _charted(
    told: Told,
    chart: str,
    unit: str,
    value: Callable[[Lived], float],
    target: float | None = None,
    *,
    less: bool = False,
) -> list[Figure]:
    """Everybody's mean; the target is Rapport's. Who went through fewer seeds says so."""
    figures = []
    for name, runs in told.lived.items():
        own = name == Rapport.name
        values = [value(one) for one in runs]
        figures.append(
            mean_figure(name, values, unit, chart, target if own else None, less=less,
                        note=_fewer(told, runs))
        )  # fmt: skip
    return figures


def _fewer(told: Told, runs: Sequence[Lived]) -> str:
    every = len(told.lived[Rapport.name])
    return "" if len(runs) == every else f"the first {len(runs)} of {every} seeds: it is slow"


def _absent(told: Told, chart: str, unit: str) -> list[Figure]:
    return [
        Figure("policy", name, 0.0, unit, chart=chart, absent=why)
        for name, why in told.absent.items()
    ]


def _percent(one: Lived) -> float:
    return 100.0 * one.share()


def _shares(told: Told, chart: str) -> list[Figure]:
    """Of what was possible, from the first decision to the last, and who is not there."""
    return [*_charted(told, chart, "%", _percent), *_absent(told, chart, "%")]


def _stationary(kind: Kind, run: Run) -> list[Figure]:
    told = through(kind, run, {})
    whole = f"433 actions: share of the oracle, by {kind.decisions:,} decisions"
    parts = (
        (whole, 0.0, 1.0, 82.0),
        (f"the same, by {kind.decisions // 2:,} decisions", 0.0, 0.5, 85.0),
        ("the same, of the last eighth of the decisions", 0.875, 1.0, None),
    )
    figures = []
    for chart, begin, end, target in parts:
        part = partial(_part, begin, end)
        figures += _charted(told, chart, "%", part, target)
    return [*figures, *_absent(told, whole, "%")]


def _part(begin: float, end: float, one: Lived) -> float:
    return 100.0 * one.share(begin, end)


def _scarce(kind: Kind, run: Run) -> list[Figure]:
    special = {ClickThompson.name: by_seed(ClickThompson)}
    told = through(kind, run, special, (Bundles.name, Chance.name))
    gains = {name: _gains(told, name, Chance.name) for name in told.lived if name != Chance.name}
    chart = "scarce orders: gain over random, in points of what was possible"
    beyond = "scarce orders: gain over random beyond twice the A/B test's, in the same points"
    twice = beyond_twice(gains[Rapport.name], gains[Bundles.name])
    return [
        *_shares(told, "0.5 % order, known after 14 days, tastes drift: share of the oracle"),
        *[
            mean_figure(name, gained, "points", chart, note=_fewer(told, told.lived[name]))
            for name, gained in gains.items()
        ],
        mean_figure(Rapport.name, twice, "points", beyond, 0.0),
    ]


def _misled(kind: Kind, run: Run) -> list[Figure]:
    """Who trusts clicks is led astray; who learns from orders too should find out."""
    told = through(kind, run, {ClickThompson.name: by_seed(ClickThompson)}, (Chance.name,))
    chart = "scarce orders, and what draws clicks drives them away: share of the oracle"
    gained = _gains(told, Rapport.name, Chance.name)
    said = "where clicks mislead: gain over random"
    return [*_shares(told, chart), mean_figure(said, gained, "points", "", 0.0)]


def _faint(kind: Kind, run: Run) -> list[Figure]:
    """Where messages do little, whoever gives up too soon has nothing."""
    special = {Rapport.name: _told_the_usual, UsualMessage.name: UsualMessage}
    told = through(kind, run, special, (UsualMessage.name,))
    chart = f"messages do little: share of the oracle, by {kind.decisions:,} decisions"
    gained = _gains(told, Rapport.name, UsualMessage.name)
    said = "where messages do little: gain over the usual message"
    return [*_shares(told, chart), mean_figure(said, gained, "points", "", 0.0)]


def _told_the_usual(world: World) -> Learner:
    return Rapport(world.seed, replace(STANDARD, usual=UsualMessage(world).levels))


def _gains(told: Told, name: str, over: str) -> Floats:
    """One's share of what was possible beyond another's, in points, by seed, shape (n,)."""
    pairs = zip(told.lived[name], told.lived[over], strict=False)  # a slow peer has fewer seeds
    return np.array([100.0 * (own.share() - other.share()) for own, other in pairs])


def beyond_twice(gains: Floats, beside: Floats) -> Floats:
    """By how much one method's gains exceed twice another's, seed by seed, shape (n,).

    A multiple says nothing where the other gained about nothing. Where it lost, on the mean, it
    counts as nothing gained, or losing would make the target easier.
    """
    twice: Floats = 2.0 * beside if float(beside.mean()) > 0.0 else np.zeros_like(beside)
    return gains - twice


def _fatigue(kind: Kind, run: Run) -> list[Figure]:
    told = through(kind, run, {ALWAYS: _always}, (ALWAYS,))
    chart = "messages tire people: margin a decision"
    pairs = list(zip(told.lived[Rapport.name], told.lived[ALWAYS], strict=True))
    fewer = [100.0 * (1.0 - _sent(own) / _sent(other)) for own, other in pairs]
    more = [100.0 * (_margin(own) / _margin(other) - 1.0) for own, other in pairs]
    said = "where messages tire: fewer messages than sending always"
    return [
        *_charted(told, chart, "minor units", _margin),
        *_absent(told, chart, "minor units"),
        mean_figure(said, fewer, "%", "", 30.0),
        mean_figure("where messages tire: margin above sending always", more, "%", "", 0.0),
    ]


def _always(world: World) -> Learner:
    return Rapport(world.seed, always_send=True)


def _margin(one: Lived) -> float:
    return float(one.margin.mean())


def _sent(one: Lived, last: int = 0) -> float:
    """The share of the decisions that sent something, or of the last so many."""
    return float(one.sent[-last:].mean())


def _null(kind: Kind, run: Run) -> list[Figure]:
    told = through(kind, run, {})
    chart = f"nothing works: messages sent, in the last eighth of {kind.decisions:,} decisions"
    late = partial(_late, kind.decisions // 8)
    watched = run.spread([partial(_watched, kind, seed) for seed in run.seeds])
    note = f"looked at {watched[0].looks} times each, in {len(run.seeds)} runs"
    return [
        *_charted(told, chart, "%", late, 10.0, less=True),
        *_absent(told, chart, "%"),
        _declared("an arm", [one.arms for one in watched], note),
        _declared("an offer", [one.offers for one in watched], note),
    ]


def _late(last: int, one: Lived) -> float:
    return 100.0 * _sent(one, last)


class _Declared(NamedTuple):
    """How often somebody looked, and whether anything was ever declared of an arm or an offer."""

    looks: int
    arms: bool
    offers: bool


def _watched(kind: Kind, seed: int) -> _Declared:
    world = world_of(kind, seed)
    found = Watched(world, seed)
    live(world, found)
    return _Declared(found.looks, found.arms, found.offers)


def _declared(what: str, runs: Sequence[bool], note: str) -> Figure:
    """In how many runs something was declared better or worse at any look."""
    share = 100.0 * sum(runs) / len(runs)
    said = f"nothing works: runs in which {what} was declared better or worse at any look"
    return Figure("policy", said, share, "%", 5.0, less=True, note=note)


MADE_UP: Mapping[str, MadeUp] = {
    "stationary": MadeUp(STATIONARY, _stationary),
    "scarce": MadeUp(SCARCE, _scarce),
    "misled": MadeUp(MISLED, _misled),
    "faint": MadeUp(FAINT, _faint),
    "fatigue": MadeUp(FATIGUE, _fatigue),
    "null": MadeUp(NULL, _null),
}
