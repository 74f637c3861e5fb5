"""`rapport bench policy`: Rapport's policy beside what people would use instead, in one run."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path

import numpy as np

from rapport.bench.figures import Figure, NotMeasuredError, Sizes
from rapport.bench.policy.hillstrom import (
    BetaThompson,
    Customers,
    Judgeable,
    Method,
    Replayed,
    own_methods,
    read_customers,
    replay,
)
from rapport.bench.policy.made_up import MADE_UP
from rapport.bench.policy.outside import makers
from rapport.bench.policy.seeds import Run, mean_figure
from rapport.bench.policy.speed import measure_speed
from rapport.core.policy.odds import SURE_FLOOR
from rapport.errors import UserError

KEPT = ", every arm kept"
"""At the end of the name of a peer that draws each arm at least as often as Rapport does."""

WORLDS = ("hillstrom", *MADE_UP, "speed")


def measure_policy(sizes: Sizes) -> list[Figure]:
    """Hillstrom's replay, six made-up worlds, and the clock; or the one that `sizes.world` names.

    With `sizes.data`, that file in place of Hillstrom's; without any, the replay says what is
    missing and the rest is measured. Raises UserError where there is no such world.
    """
    if sizes.world and sizes.world not in WORLDS:
        raise UserError(f"There is no world '{sizes.world}'. There is: {', '.join(WORLDS)}.")
    run = Run.of(sizes)
    worlds: dict[str, Callable[[], list[Figure]]] = {
        "hillstrom": lambda: _hillstrom(sizes.data, run),
        **{name: partial(world.figures, world.kind, run) for name, world in MADE_UP.items()},
        "speed": measure_speed,
    }
    wanted = [sizes.world] if sizes.world else WORLDS
    return [figure for name in wanted for figure in worlds[name]()]


def _hillstrom(data: Path | None, run: Run) -> list[Figure]:
    chart = "Hillstrom: visits lost against the best single e-mail, in hindsight"
    folder = Path(os.environ.get("RAPPORT_DATA", "../shared/data"))
    path = data or folder / "hillstrom" / "hillstrom_a.csv"
    try:
        customers = _customers(path)
    except NotMeasuredError as missing:
        if data is not None:
            raise
        return [Figure("policy", "Rapport", 0.0, "points", chart=chart, absent=str(missing))]
    everybody = own_methods(len(customers.given)) | makers() | judgeable()
    here = {name: made for name, made in everybody.items() if not isinstance(made, str)}
    jobs = [
        (name, partial(_replayed, path, made, seed))
        for seed in run.seeds
        for name, made in here.items()
    ]
    told: dict[str, list[Replayed]] = {name: [] for name in here}
    for (name, _), one in zip(jobs, run.spread([job for _, job in jobs]), strict=True):
        told[name].append(one)
    return [
        *_lost(customers, told, chart),
        *[
            Figure("policy", name, 0.0, "points", less=True, chart=chart, absent=why)
            for name, why in everybody.items()
            if isinstance(why, str) and not name.endswith(KEPT)
        ],
    ]


def judgeable() -> dict[str, Callable[[int], Method] | str]:
    """Peers that learn, each arm drawn at least as often as Rapport draws a level."""
    bandit = partial(Judgeable, BetaThompson, floor=SURE_FLOOR)
    found = {BetaThompson.name: bandit} | makers(SURE_FLOOR)
    return {f"{name}{KEPT}": made for name, made in found.items()}


@lru_cache(maxsize=1)
def _customers(path: Path) -> Customers:
    return read_customers(path)


def _replayed(path: Path, made: Callable[[int], Method], seed: int) -> Replayed:
    return replay(_customers(path), made(seed), seed)


def _lost(customers: Customers, told: Mapping[str, list[Replayed]], chart: str) -> list[Figure]:
    _, rate, spend = customers.best()
    lost = {
        name: 100.0 * (rate - np.array([one.visits for one in runs])) for name, runs in told.items()
    }
    figures = []
    kept = [name for name in lost if name.endswith(KEPT)]
    charts = {
        chart: [name for name in lost if name not in kept],
        f"{chart}, where all draw each arm in 1 % of cases": ["Rapport", *kept],
    }
    for where, names in charts.items():
        rivals = [float(lost[name].mean()) for name in names if name != "Rapport"]
        for name in names:
            spent = float(np.mean([one.spend for one in told[name]]))
            note = f"spend {spent:.3f} a customer, the best single e-mail's {spend:.3f}"
            target = min(rivals) if name == "Rapport" else None
            figures.append(
                mean_figure(name, lost[name], "points", where, target=target, less=True, note=note)
            )
    spending = "Hillstrom: spend a customer, dollars"
    figures += [
        mean_figure(name, [one.spend for one in runs], "dollars", spending,
                    target=spend if name == "Rapport" else None)
        for name, runs in told.items() if not name.endswith(KEPT)
    ]  # fmt: skip
    return figures
