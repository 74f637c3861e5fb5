"""What a measurement is: a figure, its target, and what the machine does without Rapport."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from math import ceil
from pathlib import Path
from time import perf_counter, process_time

from msgspec import Struct

from rapport.errors import RapportError


class NotMeasuredError(RapportError):
    """A measurement cannot be made here; the message says what is missing."""


class Beside(Struct, frozen=True):
    """What the same run measured without Rapport, in the same unit."""

    what: str
    value: float


class Figure(Struct, frozen=True):
    """One measured number. `less` says that a smaller number is better.

    `ratio` is how much of what the machine can do is left (or, for times, how often as long it
    takes); None where there is nothing to compare with. `met` is None where there is no target.
    `low` and `high` are the ends of its interval. Figures with the same `chart` are drawn under
    that title, beside one another. `absent` is why there is no number: then `value` says nothing.
    """

    bench: str
    what: str
    value: float
    unit: str
    target: float | None = None
    less: bool = False
    beside: Beside | None = None
    note: str = ""
    low: float | None = None
    high: float | None = None
    chart: str = ""
    absent: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the target was reached."""
        if self.target is None or self.absent:
            return None
        return self.value <= self.target if self.less else self.value >= self.target

    @property
    def ratio(self) -> float | None:
        """The figure as a multiple of what it stands beside."""
        return self.value / self.beside.value if self.beside and self.beside.value else None


class Sizes(Struct, frozen=True):
    """How much each measurement does: these take about three minutes in all."""

    repeats: int = 3
    intake_events: int = 24_000
    intake_customers: int = 4_000
    intake_batch: int = 500
    http_seconds: float = 8.0
    http_rate: int = 1_500
    """Requests a second, of one event each."""
    http_batch: int = 100
    http_batch_rate: int = 5_000
    """Events a second, in batches of `http_batch`."""
    decisions: int = 3_000
    messages: int = 300
    rewrites: int = 1_000
    drafts: int = 10_000
    month_customers: int = 400
    month_days: int = 30
    rhythm_customers: int = 1_000_000
    data: Path | None = None
    """Other data of the same shape, for a measurement that works on data."""
    seeds: int = 0
    """How many worlds a simulation goes through; 0 for as many as it usually does."""
    world: str = ""
    """Which of its worlds a measurement goes through; all where it is empty."""
    peers: str = ""
    """Who stands beside: `all`, `quick` for those that take little time, or `none` in made-up
    worlds; all where it is empty."""
    processes: int = 0
    """How many worlds are gone through at once; 0 for one a processor."""
    intent_customers: int = 600
    """In each made-up shop that intent is learnt in."""
    intent_folds: int = 5
    """Groups of people for it: each is foretold by what was learnt from the others."""
    intent_spans: int = 3
    """Parts of the later half of the time, each foretold from all before it."""
    shop_customers: int = 1_000
    """In each world that a rhythm is learnt in."""


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` of `values` do not exceed. `values` is not empty."""
    ranked = sorted(values)
    return ranked[max(0, ceil(share * len(ranked)) - 1)]


def spread(repeats: Sequence[float], unit: str = "", digits: int = 0) -> str:
    """How far the repeats lie apart, which is how far one figure may be off."""
    least, most = min(repeats), max(repeats)
    return f"median of {len(repeats)}: {least:,.{digits}f} to {most:,.{digits}f}{unit}"


def each(work: Sequence[Callable[[], object]]) -> list[float]:
    """How long each call takes, in milliseconds, after a fifth of them has run to warm up."""
    for call in work[: len(work) // 5]:
        call()
    times = []
    with undisturbed():
        for call in work:
            begun = perf_counter()
            call()
            times.append((perf_counter() - begun) * 1_000)
    return times


def rate(work: Callable[[], int]) -> float:
    """What `work` did, as it counts it, by the second."""
    gc.collect()
    begun = perf_counter()
    done = work()
    return done / (perf_counter() - begun)


def core_rate(work: Callable[[], int]) -> float:
    """What `work` did, as it counts it, by the second of one processor's time: what other programs
    take meanwhile does not count."""
    gc.collect()
    begun = process_time()
    done = work()
    return done / (process_time() - begun)


@contextmanager
def undisturbed() -> Iterator[None]:
    """What was there before is left alone by the garbage collector, as in a server."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
