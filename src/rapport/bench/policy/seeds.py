"""How a run goes through its seeds, on as many processors as it may, and what the seeds say."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from math import sqrt
from multiprocessing import get_context
from typing import TypeVar

import numpy as np

from rapport.bench.figures import Figure, Sizes
from rapport.errors import UserError
from rapport.science.arrays import Floats

REGISTERED = range(1, 31)
"""The seeds that figures are given for; whatever was tuned, was tuned on others (from 100 on)."""

USUAL_SEEDS = 2

ALL = "all"
QUICK = "quick"
NONE = "none"
PEERS = (ALL, QUICK, NONE)
"""Everybody; all but those that take most of the time; or nobody but those who are compared with by
a figure of Rapport's own, such as chance."""

T = TypeVar("T")


@dataclass(frozen=True)
class Run:
    """Which seeds, on how many processors at once, and beside whom."""

    seeds: Sequence[int]
    processes: int = 1
    peers: str = ALL

    @classmethod
    def of(cls, sizes: Sizes) -> Run:
        """As somebody asked for it. Raises UserError for peers that there are not."""
        if sizes.peers and sizes.peers not in PEERS:
            raise UserError(f"There are no peers '{sizes.peers}'. There are: {', '.join(PEERS)}.")
        seeds = list(REGISTERED)[: sizes.seeds or USUAL_SEEDS]
        return cls(seeds, sizes.processes or os.cpu_count() or 1, sizes.peers or ALL)

    def spread(self, jobs: Sequence[Callable[[], T]]) -> list[T]:
        """What each job gives, in their order, however many processes they are spread over.

        A job draws from generators of its own seed and shares nothing with another; what it is
        made of can be pickled.
        """
        if self.processes == 1 or len(jobs) == 1:
            return [job() for job in jobs]
        # Started afresh: a process that is forked from one with threads may wait for ever.
        afresh = get_context("spawn")
        with ProcessPoolExecutor(min(self.processes, len(jobs)), mp_context=afresh) as pool:
            return list(pool.map(_do, jobs))


def _do(job: Callable[[], T]) -> T:
    return job()


def mean_figure(
    what: str,
    values: Sequence[float] | Floats,
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
