"""Files with a line of names and rows of values, read so that whatever is wrong is said by row."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import polars as pl
from msgspec import Struct

from rapport.adapters.plain_files import plain_file
from rapport.bench.figures import NotMeasuredError

LONGEST = 200
"""Characters that are shown of what somebody else's parser says."""

MOST_SHOWN = 40
"""Characters that are shown of a value."""


class Column(Struct, frozen=True):
    """What a column holds: in words that follow 'is not', and which of its values are that."""

    words: str
    fits: Callable[[pl.Series], pl.Series]


YES_OR_NO = Column("0 or 1", lambda values: (values == 0) | (values == 1))
AMOUNT = Column("a number from 0 on", lambda values: values.is_finite() & (values >= 0))
PROBABILITY = Column("a number above 0 and at most 1", lambda values: (values > 0) & (values <= 1))


def whole(low: int, high: int) -> Column:
    """A whole number in this range."""
    return Column(
        f"a whole number from {low:,} to {high:,}",
        lambda values: (values >= low) & (values <= high) & (values == values.round()),
    )


def read_table(
    path: Path, columns: Mapping[str, Column], texts: Sequence[str] = ()
) -> pl.DataFrame:
    """The named columns of a file of values with commas between: numbers, and `texts` as they are.

    Raises NotMeasuredError with the file, the row where there is one, and what is wrong with it:
    what is no text, has no such column, no row, or a value that is none of its column's.
    """
    try:
        rows = pl.read_csv(plain_file(path), infer_schema=False)
    except (OSError, pl.exceptions.PolarsError) as error:
        raise NotMeasuredError(_why_unread(path, error)) from error
    if missing := sorted({*columns, *texts} - set(rows.columns)):
        # The parser takes anything for a name.
        raise NotMeasuredError(_no_text(path) or f"{path} has no column '{missing[0]}'.")
    if not len(rows):
        raise NotMeasuredError(f"{path} has no row beneath the names of its columns.")
    numbers = {}
    for name, column in columns.items():
        values = rows[name].cast(pl.Float64, strict=False)
        good = column.fits(values).fill_null(value=False)
        if not good.all():
            place = good.to_list().index(False)
            raise NotMeasuredError(
                f"{path}, row {place + 1}: '{name}' is not {column.words}, "
                f"{but(rows[name][place])}."
            )
        numbers[name] = values
    return pl.DataFrame({**numbers, **{name: rows[name] for name in texts}})


def but(found: str | None) -> str:
    """What stands there instead, to follow what was expected."""
    return f"but '{found[:MOST_SHOWN]}'" if found else "and empty"


def _why_unread(path: Path, error: Exception) -> str:
    """What is wrong with a file that could not be read; the parser's own words where we cannot
    tell."""
    said = next(iter(str(error).splitlines()), "")[:LONGEST]
    return _no_text(path) or _first_bad_line(path) or f"{path} cannot be read as a table: {said}"


def _no_text(path: Path) -> str:
    """Why a file is no text that we read; empty where it is."""
    try:
        raw = plain_file(path).read_bytes()
    except OSError as failed:
        return f"{path} cannot be read: {failed.strerror or failed}."
    if not raw.strip():
        return f"{path} is empty."
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return f"{path} is UTF-16 text. Save it as UTF-8, and try again."
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as bad:
        line = raw.count(b"\n", 0, bad.start) + 1
        return f"{path}, line {line:,} is no UTF-8 text. Save the file as UTF-8, and try again."
    return ""


def _first_bad_line(path: Path) -> str:
    """The first line that has no place in a table; empty where all have."""
    wide = begun = 0
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.reader(lines, strict=True)
            for cells in reader:
                wide = wide or len(cells)
                if len(cells) > wide:
                    return (
                        f"{path}, line {begun + 1:,} has {len(cells):,} values, and {wide:,} "
                        "belong there."
                    )
                begun = reader.line_num
    except csv.Error:
        return (
            f"{path}: a quotation mark in line {begun + 1:,} is in no place for one, or never ends."
        )
    return ""
