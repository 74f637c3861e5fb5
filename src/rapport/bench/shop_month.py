"""A made-up shop's month: how large what is remembered of a person is, and how fast it replays."""

from __future__ import annotations

from statistics import median
from time import perf_counter

from rapport.app.events.replay import replay
from rapport.bench.figures import Figure, Sizes, percentile
from rapport.bench.homes import empty_folder
from rapport.bootstrap.rehearsing.rehearsal import Rehearsal, rehearse
from rapport.core.codec import encode_state
from rapport.settings import Settings
from rapport.testing.shop import ShopSettings

BYTES_TARGET = 2_048


def measure_month(sizes: Sizes) -> list[Figure]:
    """The month is rehearsed once; both figures are of the installation that it leaves."""
    shop = ShopSettings(customers=sizes.month_customers, days=sizes.month_days)
    with empty_folder() as folder:
        rehearsal = rehearse(Settings(home=folder), shop, _silent, None)
        try:
            return [*_state(rehearsal), *_replay(rehearsal)]
        finally:
            rehearsal.installation.close()


def _silent(_share: float, _words: str) -> None:
    """A measurement shows no progress of its own."""


def _state(rehearsal: Rehearsal) -> list[Figure]:
    stored = rehearsal.installation.records.profiles(rehearsal.brand.key)
    sizes = [len(encode_state(state)) for _, state in stored]
    return [
        Figure(
            bench="month",
            what="stored state of the median profile after a month",
            value=median(sizes),
            unit="bytes",
            target=BYTES_TARGET,
            less=True,
            note=f"{len(sizes):,} profiles: p99 {percentile(sizes, 0.99):,.0f}, "
            f"largest {max(sizes):,} bytes",
        )
    ]


def _replay(rehearsal: Rehearsal) -> list[Figure]:
    installation = rehearsal.installation
    blueprint = installation.blueprint(rehearsal.brand.key)
    begun = perf_counter()
    done = replay(installation.records, blueprint)
    seconds = perf_counter() - begun
    return [
        Figure(
            bench="month",
            what="decisions that a replay of the log makes to the bit",
            value=100.0 * done.same / max(1, done.decisions),
            unit="%",
            target=100.0,
            note=f"{done.same:,} of {done.decisions:,}; every state too: "
            f"{'yes' if done.identical else 'no'}",
        ),
        Figure(
            bench="month",
            what="decisions replayed",
            value=done.decisions / seconds,
            unit="decisions/s",
            note=f"with {done.events / seconds:,.0f} events/s",
        ),
    ]
