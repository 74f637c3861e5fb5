"""Importing a large order export, in a process of its own, into a fresh home."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from time import perf_counter

import msgspec
import polars as pl
from msgspec import Struct

from rapport.bench.apart import Spent, run_apart
from rapport.bench.figures import Beside, Figure, NotMeasuredError, Sizes
from rapport.bench.homes import Home, empty_folder
from rapport.bench.served import our_environment

SECONDS_TARGET = 60.0
MEGABYTES_TARGET = 600.0
MAPPING = "uci_online_retail"
EXPORT = Path("online_retail") / "online_retail.parquet"


class _Counts(Struct):
    lines: int


class _Told(Struct):
    """What `rapport import --json` says, as far as it matters here."""

    counts: _Counts
    accepted: int


def measure_import(_sizes: Sizes) -> list[Figure]:
    """`rapport import` of the public export UCI Online Retail, twice, beside reading the file.

    Raises NotMeasuredError where the data is not there.
    """
    export = Path(os.environ.get("RAPPORT_DATA", "../shared/data")).resolve() / EXPORT
    if not export.is_file():
        raise NotMeasuredError(
            f"There is no {export}. Set RAPPORT_DATA to the folder that holds {EXPORT}; where to "
            "get it is in docs/benchmarks.md."
        )
    with empty_folder() as folder:
        Home(folder).close()
        first, told = _imported(folder, export)
        again, told_again = _imported(folder, export)
    return [
        Figure(
            bench="import",
            what=f"importing {told.counts.lines:,} order lines, to the last commit",
            value=first.seconds,
            unit="s",
            target=SECONDS_TARGET,
            less=True,
            beside=Beside("polars reading the file and nothing else", _read(export)),
            note=f"{told.accepted:,} events; {told.counts.lines / first.seconds:,.0f} lines/s",
        ),
        Figure(
            bench="import",
            what="most memory held while importing",
            value=first.peak / 1e6,
            unit="MB",
            target=MEGABYTES_TARGET,
            less=True,
        ),
        Figure(
            bench="import",
            what="events that importing it again added",
            value=told_again.accepted,
            unit="events",
            target=0.0,
            less=True,
            note=f"{again.seconds:.1f} s",
        ),
    ]


def _imported(home: Path, export: Path) -> tuple[Spent, _Told]:
    figures = home / "import.json"
    command = [sys.executable, "-m", "rapport", "import", str(export), "--map", MAPPING]
    files = ["--rejects", str(home / "rejects.csv"), "--json", str(figures)]
    spent = run_apart([*command, *files], our_environment(home))
    return spent, msgspec.json.decode(figures.read_bytes(), type=_Told)


def _read(export: Path) -> float:
    begun = perf_counter()
    pl.read_parquet(export)
    return perf_counter() - begun
