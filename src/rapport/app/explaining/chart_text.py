"""A decision's chart in characters, for a terminal: the same figures as in the console."""

from __future__ import annotations

from rapport.app.explaining.decision_chart import Part, Scale
from rapport.app.wording.amounts import minus
from rapport.app.wording.table import Table

CELLS = 21
"""Characters that a bar is wide: an odd number, so that nothing can stand in the middle."""


def chart_tables(chart: tuple[Part, ...]) -> list[Table]:
    """Two tables for each factor: what could be chosen, and what moved it; empty ones left out."""
    tables = []
    for part in chart:
        tables.append(_levels(part))
        if part.moved:
            tables.append(_moved(part))
    return tables


def dot(scale: Scale, value: float | None, low: float | None, high: float | None) -> str:
    """A point (●) with its interval (─) beside the line of nothing (│)."""
    cells = ["·"] * CELLS
    cells[_cell(scale, 0.0)] = "│"
    if low is not None and high is not None:
        for cell in range(_cell(scale, low), _cell(scale, high) + 1):
            cells[cell] = "─"
    if value is not None:
        cells[_cell(scale, value)] = "●"
    return "".join(cells)


def shift(scale: Scale, points: float) -> str:
    """A bar (█) from the line of nothing (│) to where something moved a choice."""
    cells, nil, end = ["·"] * CELLS, _cell(scale, 0.0), _cell(scale, points)
    for cell in range(min(nil, end), max(nil, end) + 1):
        cells[cell] = "█"
    cells[nil] = "│"
    return "".join(cells)


def _cell(scale: Scale, value: float) -> int:
    return round(scale.at(value) / 100.0 * (CELLS - 1))


def _levels(part: Part) -> Table:
    rows = [
        (
            bar.label,
            bar.likely,
            bar.worth,
            bar.between or "not on record",
            dot(part.scale, bar.value, bar.low, bar.high),
            "chosen" if bar.chosen else "",
        )
        for bar in part.bars
    ]
    rows += [(one.label, "", "left out", one.why, "", "") for one in part.out]
    note = f"{part.means} │ is {part.against}." if part.bars and part.against else ""
    heads = ("Choice", "Chance", "Worth", "Nine times in ten", "Less · more", "")
    return Table(part.factor, heads, tuple(rows), note)


def _moved(part: Part) -> Table:
    rows = [
        (one.because, minus(f"{one.points:+z.2f}"), shift(part.moved_scale, one.points))
        for one in part.moved
    ]
    heads = ("Because this person", "Orders in 100", "Against it · for it")
    title = f"What moved it: {part.chosen}, against {part.moved_against}"
    return Table(title, heads, tuple(rows))
