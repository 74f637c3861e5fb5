"""`rapport bench`: how fast Rapport is on this machine, beside what the machine itself can do."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from rich.console import Console
from rich.table import Table

from rapport.bench.checks import measure_checks
from rapport.bench.decisions import measure_decisions
from rapport.bench.figures import Figure, NotMeasuredError, Sizes
from rapport.bench.intake import measure_intake
from rapport.bench.intent import measure_intent
from rapport.bench.messages import measure_messages
from rapport.bench.ope import measure_ope
from rapport.bench.order_import import measure_import
from rapport.bench.over_http import measure_http
from rapport.bench.policy.measure import measure_policy
from rapport.bench.purchase_histories import measure_clv
from rapport.bench.review import measure_review
from rapport.bench.shop_month import measure_month
from rapport.cli.files import write_json
from rapport.cli.output import terminal
from rapport.cli.rehearse.bench_chart import amount, chart_lines
from rapport.errors import UserError

MEASURES: Mapping[str, Callable[[Sizes], list[Figure]]] = {
    "intake": measure_intake,
    "http": measure_http,
    "decision": measure_decisions,
    "render": measure_messages,
    "checks": measure_checks,
    "review": measure_review,
    "import": measure_import,
    "month": measure_month,
    "ope": measure_ope,
    "clv": measure_clv,
    "policy": measure_policy,
    "intent": measure_intent,
}

ON_REQUEST = frozenset({"policy", "intent"})
"""Take many minutes, so they run only where they are named."""

BUSY = 0.5
"""Processors that other programs keep busy, above which times say little."""


def run_bench(names: list[str], json_file: Path | None, sizes: Sizes = Sizes()) -> None:  # noqa: B008 (frozen)
    """Measures what is named, or everything, and says of each target whether it was met.

    Raises UserError, once all is told, where the data that somebody named could not be measured.
    """
    chosen = _chosen(names)
    console = terminal()
    here = machine()
    figures: list[Figure] = []
    without: list[str] = []
    for name in chosen:
        try:
            with console.status(f"Measuring: {name}"):
                figures += MEASURES[name](sizes)
        except NotMeasuredError as missing:
            without.append(f"Not measured: {name}. {missing}")
            if sizes.data is None:
                console.print(without[-1], markup=False)
    if figures:
        _show(figures, here, console)
    write_json(json_file, {"machine": here, "figures": [as_json(f) for f in figures]})
    if without and sizes.data is not None:
        raise UserError("\n".join(without))


def _chosen(names: Sequence[str]) -> list[str]:
    unknown = [name for name in names if name not in MEASURES]
    if unknown:
        raise UserError(f"There is no measurement '{unknown[0]}'. There is: {', '.join(MEASURES)}.")
    return [name for name in MEASURES if name in names or (not names and name not in ON_REQUEST)]


class Machine(Struct, frozen=True):
    """What the figures were measured on; `load` is how many processors were busy just before."""

    python: str
    system: str
    processors: int
    load: float


def machine() -> Machine:
    """The machine as it is now."""
    return Machine(
        python=platform.python_version(),
        system=f"{platform.system()} {platform.machine()}",
        processors=os.cpu_count() or 0,
        load=round(os.getloadavg()[0], 1),
    )


def as_json(figure: Figure) -> dict[str, object]:
    """A figure with what follows from it."""
    return {
        "bench": figure.bench,
        "what": figure.what,
        "value": None if figure.absent else figure.value,
        "unit": figure.unit,
        "target": figure.target,
        "met": figure.met,
        "beside": figure.beside,
        "ratio": figure.ratio,
        "note": figure.note,
        "low": figure.low,
        "high": figure.high,
        "chart": figure.chart,
        "absent": figure.absent,
    }


def _show(figures: Sequence[Figure], here: Machine, console: Console) -> None:
    console.print(_table([figure for figure in figures if not figure.chart]))
    for line in chart_lines(figures, console.width):
        console.print(line, markup=False, highlight=False)
    aimed = [figure for figure in figures if figure.met is not None]
    missed = [_whole_name(figure) for figure in aimed if not figure.met]
    console.print(
        f"\n{len(aimed) - len(missed)} of {len(aimed)} targets were reached here "
        f"({here.processors} processors, {here.system}, Python {here.python})."
    )
    if absent := [figure for figure in figures if figure.absent]:
        console.print(f"{len(absent)} could not be measured; the reason stands beside each.")
    if here.load > BUSY:
        console.print(
            f"Other programs kept {here.load} processors busy when this began: measure again when "
            "nothing else runs."
        )
    for what in missed:
        console.print(f"  Missed: {what}", markup=False)


def _table(figures: Sequence[Figure]) -> Table:
    table = Table(show_edge=False, pad_edge=False, title_justify="left")
    table.add_column("")
    table.add_column("What", ratio=1)
    table.add_column("Measured", justify="right", no_wrap=True)
    table.add_column("Target", justify="right", no_wrap=True)
    table.add_column("Reached", no_wrap=True)
    for figure in figures:
        table.add_row(
            figure.bench, _described(figure), amount(figure.value, figure.unit), _target(figure),
            {True: "[green]yes[/]", False: "[red]no[/]", None: ""}[figure.met],
        )  # fmt: skip
    return table


def _whole_name(figure: Figure) -> str:
    return f"{figure.chart}: {figure.what}" if figure.chart else figure.what


def _described(figure: Figure) -> str:
    """What was measured; under it what it stands beside, and how sure it is."""
    lines = [figure.what]
    if figure.beside and figure.ratio:
        times = f"{figure.ratio:.2f}" if figure.ratio < 10 else f"{figure.ratio:,.0f}"
        beside = amount(figure.beside.value, figure.unit)
        lines.append(f"[dim]{times} times {beside}: {figure.beside.what}[/]")
    if figure.note:
        lines.append(f"[dim]{figure.note}[/]")
    return "\n".join(lines)


def _target(figure: Figure) -> str:
    if figure.target is None:
        return ""
    return f"{'≤' if figure.less else '≥'} {amount(figure.target, figure.unit)}"
