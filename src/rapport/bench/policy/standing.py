"""Who goes through a made-up world: Rapport, and everybody who stands beside it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial

from rapport.bench.policy.learners import Rapport
from rapport.bench.policy.live import Learner, Lived, live
from rapport.bench.policy.outside import (
    MABWISER_BUNDLES,
    VOWPAL_MANY,
    MabwiserBundles,
    VowpalMany,
    missing,
)
from rapport.bench.policy.peers import (
    BestSingle,
    Bundles,
    Chance,
    FlatArms,
    LinearThompson,
    Segments,
)
from rapport.bench.policy.seeds import NONE, QUICK, REGISTERED, Run
from rapport.bench.policy.worlds import Kind, World

Make = Callable[[World], Learner]
"""What makes a learner for a world: a function of a module, so that it can be sent to a process."""

VOWPAL_SEEDS = 10
"""Vowpal Wabbit over 433 actions takes up to twice Rapport's own time, and there are three."""

LEFT_OUT = "quick peers were asked for, and this one is slow"


@dataclass(frozen=True)
class Peer:
    """What makes one, and the most seeds it goes through."""

    make: Make
    seeds: int = len(REGISTERED)


@dataclass(frozen=True)
class Told:
    """What each did, seed by seed in the order of the seeds, and why others did nothing.

    Who goes through fewer seeds than the rest does so from the first on.
    """

    lived: dict[str, list[Lived]]
    absent: dict[str, str] = field(default_factory=dict)


def by_seed(made: Callable[[int], Learner]) -> Make:
    """For a learner that needs nothing of the world but its seed."""
    return partial(_by_seed, made)


def _by_seed(made: Callable[[int], Learner], world: World) -> Learner:
    return made(world.seed)


def _bundles(world: World) -> Learner:
    return Bundles(world.seed, world.kind.decisions)


def _segments(world: World) -> Learner:
    return Segments(world.seed, world.kind.decisions)


def standing(*, quick: bool = False) -> dict[str, Peer | str]:
    """Everybody by name, the same in each made-up world: what makes one, or why there is none."""
    found: dict[str, Peer | str] = {
        Rapport.name: Peer(by_seed(Rapport)),
        LinearThompson.name: Peer(by_seed(LinearThompson)),
        FlatArms.name: Peer(by_seed(FlatArms)),
    }
    for short in VOWPAL_MANY:
        name = VowpalMany.named(short)
        made = Peer(by_seed(partial(VowpalMany, short)), VOWPAL_SEEDS)
        found[name] = missing("vowpalwabbit") or (LEFT_OUT if quick else made)
    for short in MABWISER_BUNDLES:
        name = MabwiserBundles.named(short)
        found[name] = missing("mabwiser") or Peer(by_seed(partial(MabwiserBundles, short)))
    return found | {
        Bundles.name: Peer(_bundles),
        Segments.name: Peer(_segments),
        BestSingle.name: Peer(BestSingle),
        Chance.name: Peer(by_seed(Chance)),
    }


def through(
    kind: Kind, run: Run, special: Mapping[str, Make], needed: Collection[str] = ()
) -> Told:
    """Everybody through every seed's world of this kind, with who is there in this kind alone.

    A name that everybody's list has, too, is made as `special` says. Those `needed` are there
    beside Rapport even where no peers are wanted.
    """
    extra = {name: Peer(make) for name, make in special.items()}
    everybody = standing(quick=run.peers == QUICK) | extra
    if run.peers == NONE:
        alone = {Rapport.name, *needed}
        everybody = {name: peer for name, peer in everybody.items() if name in alone}
    here = {name: peer for name, peer in everybody.items() if isinstance(peer, Peer)}
    jobs = [
        (name, partial(_lived, peer.make, kind, seed))
        for place, seed in enumerate(run.seeds)
        for name, peer in here.items()
        if place < peer.seeds
    ]
    lived: dict[str, list[Lived]] = {name: [] for name in here}
    for (name, _), one in zip(jobs, run.spread([job for _, job in jobs]), strict=True):
        lived[name].append(one)
    return Told(lived, {name: why for name, why in everybody.items() if isinstance(why, str)})


@lru_cache(maxsize=1)
def world_of(kind: Kind, seed: int) -> World:
    """The world, kept for the next who goes through it."""
    return World(kind, seed)


def _lived(make: Make, kind: Kind, seed: int) -> Lived:
    world = world_of(kind, seed)
    return live(world, make(world))
