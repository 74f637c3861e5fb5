"""Tables as people read them, in the console and in the terminal."""

from __future__ import annotations

from msgspec import Struct


class Bar(Struct, frozen=True):
    """A point and its interval, each a share of the scale in percent, 50 being nothing."""

    value: float
    low: float | None = None
    high: float | None = None


class Table(Struct, frozen=True):
    """A table ready to show: text only, one tuple a row, as long as `columns`.

    `note` is a sentence under it, such as 'too few to tell'. `bars` are what the words of the
    column `bar_column` draw, one a row, all on one scale. Rows after the first `unfolded` may be
    folded away; 0 is none.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    bars: tuple[Bar, ...] = ()
    bar_column: int = -1
    unfolded: int = 0
