"""Figures that belong beside one another, as a chart in the terminal: a point, and its interval."""

from __future__ import annotations

from collections.abc import Sequence

from rapport.bench.figures import Figure

POINT, LINE, EMPTY, AIM = "●", "─", " ", "┊"

_NAME = 46
_LEAST_WIDTH, _MOST_WIDTH = 16, 60


def chart_lines(figures: Sequence[Figure], width: int) -> list[str]:
    """A title for each chart, and a line for each of its figures: its name, where it lies between
    the least and the most of the chart, its number and the ends of its interval.

    Notes stand beneath, once for each figure. What is absent says why.
    """
    lines: list[str] = []
    for title in dict.fromkeys(figure.chart for figure in figures if figure.chart):
        own = [figure for figure in figures if figure.chart == title]
        lines += ["", _headed(title, own), *_drawn(own, width)]
    return lines


def amount(value: float, unit: str) -> str:
    """A number with its unit, as people read it."""
    return f"{_digits(value)} {unit}"


def _digits(value: float) -> str:
    size = abs(value)
    digits = 0 if size >= 100 or value == int(value) else 1 if size >= 10 else 2
    return f"{value:,.{digits}f}"


def _headed(title: str, figures: Sequence[Figure]) -> str:
    targets = {figure.target for figure in figures if figure.target is not None}
    aim = "".join(f"; {AIM} is the target of {target:g}" for target in sorted(targets))
    less = ", less is better" if all(figure.less for figure in figures) else ""
    return f"{title} ({figures[0].unit}{less}{aim})"


def _drawn(figures: Sequence[Figure], width: int) -> list[str]:
    present = [figure for figure in figures if not figure.absent]
    points = [
        value
        for figure in present
        for value in (figure.value, figure.low, figure.high, figure.target)
        if value is not None
    ]
    if not points:
        return [_absent(figure) for figure in figures]
    numbers = max(len(_numbers(figure)) for figure in present)
    room = min(max(width - _NAME - numbers - 3, _LEAST_WIDTH), _MOST_WIDTH)
    least, most = min(points), max(points)
    lines = []
    for figure in figures:
        if figure.absent:
            lines.append(_absent(figure))
            continue
        bar = _bar(figure, least, (most - least) or 1.0, room)
        lines.append(f"  {figure.what:<{_NAME}.{_NAME}}{bar} {_numbers(figure)}")
        if figure.note:
            lines.append(f"    {figure.note}")
    return lines


def _bar(figure: Figure, least: float, reach: float, room: int) -> str:
    def place(value: float) -> int:
        return round((value - least) / reach * (room - 1))

    cells = [EMPTY] * room
    if figure.low is not None and figure.high is not None:
        for cell in range(place(figure.low), place(figure.high) + 1):
            cells[cell] = LINE
    if figure.target is not None:
        cells[place(figure.target)] = AIM
    cells[place(figure.value)] = POINT
    return "".join(cells)


def _numbers(figure: Figure) -> str:
    told = _fine(figure.value)
    if figure.low is not None and figure.high is not None:
        told += f" ({_fine(figure.low)} to {_fine(figure.high)})"
    return told


def _fine(value: float) -> str:
    """With enough digits to tell one line of a chart from the next."""
    size = abs(value)
    return f"{value:,.{0 if size >= 100 or not size else 1 if size >= 10 else 3}f}"


def _absent(figure: Figure) -> str:
    return f"  {figure.what:<{_NAME}.{_NAME}}unavailable, because {figure.absent}"
