"""Reads the file itself, in chunks of bounded size: CSV in any encoding, or Parquet.

A chunk holds the original columns. A CSV is read by Python's own reader, since it knows at which
line of the file a record stands, and bends for ragged lines instead of refusing the file.
"""

from __future__ import annotations

import codecs
import csv
import stat
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Protocol

import polars as pl
import polars.selectors as cs
from msgspec import Struct

from rapport.adapters.order_export.mapping import Formats
from rapport.adapters.plain_files import plain_file
from rapport.errors import UserError

CHUNK = 50_000
"""Lines in memory as text at one time."""

PARQUET_MAGIC = b"PAR1"
DELIMITERS = (",", ";", "\t", "|")
OTHER_FORMATS = (
    (b"PK\x03\x04", "a zip archive or an Excel workbook"),
    (b"\x1f\x8b", "compressed with gzip"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook"),
    (b"%PDF", "a PDF"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_END = "\0end of file\0"
"""Handed to the reader after the last line; a quote still open would swallow it."""


class Chunk(Struct, frozen=True):
    """Up to `CHUNK` lines. `frame` has the header's columns, in its order."""

    frame: pl.DataFrame
    places: list[int]
    """The line of the file at which each record starts, the header being 1; of a Parquet file,
    the row's number."""
    broken: list[str]
    """What is wrong with the shape of each line, or ''."""


class Source(Protocol):
    """A file that can be gone through more than once, in the same order."""

    header: tuple[str, ...]

    def chunks(self) -> Iterator[Chunk]: ...


def open_source(path: Path, formats: Formats) -> Source:
    """The file at `path`. Raises UserError where it is missing, empty, of no known format, or may
    be read only once."""
    try:
        mode = plain_file(path).stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):  # a pipe that the shell handed over
            raise UserError(
                f"{path} can be read only once, and an order export is gone through several times. "
                "Write it to a file first, and import that file."
            )
        with path.open("rb") as file:
            start = file.read(8)
    except FileNotFoundError:
        raise UserError(f"There is no file {path}. Check the path of the order export.") from None
    except IsADirectoryError:
        raise UserError(
            f"{path} is a folder. Give the path of one order export, CSV or Parquet."
        ) from None
    except OSError as error:
        raise UserError(f"{path} cannot be opened: {error.strerror}.") from error
    if not start.strip():
        raise UserError(f"{path} is empty. Export the orders again, with a header line.")
    for magic, words in OTHER_FORMATS:
        if start.startswith(magic):
            raise UserError(f"{path} is {words}. Save it as CSV or Parquet, and import that.")
    if start.startswith(PARQUET_MAGIC):
        return _ParquetSource(path)
    if path.suffix.lower() in (".parquet", ".pq"):
        raise UserError(f"{path} is named Parquet but is not: it may be broken. Export it again.")
    return _CsvSource(path, formats)


# --- CSV -----------------------------------------------------------------------------------------


class _CsvSource:
    def __init__(self, path: Path, formats: Formats) -> None:
        self._path = path
        self._encoding = _encoding_of(path, formats)
        self._delimiter = formats.delimiter or self._likeliest_delimiter()
        first = next((record for _, record in self._records() if any(record)), None)
        if first is None:
            raise UserError(f"{path} holds no header line. Export the orders again.")
        self._raw_header = first
        self.header = _distinct(first)

    def chunks(self) -> Iterator[Chunk]:
        records = self._records()
        for _, record in records:
            if record == self._raw_header:
                break
        rows: list[list[str]] = []
        places: list[int] = []
        broken: list[str] = []
        width = len(self.header)
        for place, record in records:
            problem = ""
            if len(record) != width:
                problem = _ragged(record, width) if any(record) else ""
                record = (record + [""] * width)[:width]  # noqa: PLW2901 - cut to fit, and said so
            rows.append(record)
            places.append(place)
            broken.append(problem)
            if len(rows) == CHUNK:
                yield self._chunk(rows, places, broken)
                rows, places, broken = [], [], []
        if rows:
            yield self._chunk(rows, places, broken)

    def _chunk(self, rows: list[list[str]], places: list[int], broken: list[str]) -> Chunk:
        columns = zip(*rows, strict=True)
        series = [
            pl.Series(name, column, dtype=pl.String)
            for name, column in zip(self.header, columns, strict=True)
        ]
        return Chunk(pl.DataFrame(series), places, broken)

    def _records(self) -> Iterator[tuple[int, list[str]]]:
        """Each record with the line at which it starts, the header among them."""
        start = 1
        record: list[str] = []
        with self._path.open(encoding=self._encoding, newline="") as lines:
            reader = csv.reader(chain(lines, (_END,)), delimiter=self._delimiter)
            try:
                for record in reader:
                    if record == [_END]:
                        return
                    if record and record[-1].endswith(_END):
                        break
                    yield start, record
                    start = reader.line_num + 1
            except csv.Error as error:
                words = f"{self._path}:{start}: this line cannot be read ({error})."
                raise UserError(f"{words} A quote in it may never be closed.") from error
        raise UserError(self._unclosed(start))

    def _unclosed(self, line: int) -> str:
        return (
            f"{self._path}:{line}: a quote is opened here and never closed, so that the rest of "
            "the file cannot be told apart. Mend that line, or export the file again."
        )

    def _likeliest_delimiter(self) -> str:
        with self._path.open(encoding=self._encoding, newline="") as lines:
            line = next((line for line in lines if line.strip()), "")
        return max(DELIMITERS, key=line.count)


def _encoding_of(path: Path, formats: Formats) -> str:
    """The first encoding that reads the whole file, a byte order mark speaking for itself."""
    with path.open("rb") as file:
        start = file.read(4)
    marked = next((name for mark, name in _MARKS if start.startswith(mark)), None)
    tried = (marked,) if marked else formats.encodings
    for name in tried:
        if _reads(path, name):
            return name
    raise UserError(
        f"{path} cannot be read as {' or '.join(tried)}. Name its encoding in the mapping: "
        "`format: {encodings: [utf-8, latin-1]}`."
    )


def _reads(path: Path, encoding: str) -> bool:
    try:
        with path.open(encoding=encoding, newline="") as text:
            while text.read(1 << 20):
                pass
    except UnicodeError:
        return False
    return True


def _ragged(record: list[str], width: int) -> str:
    words = f"{len(record)} fields, where the header has {width}"
    beyond = "; ".join(record[width:])
    return f"{words}; beyond it: {beyond}" if beyond else words


def _distinct(names: list[str]) -> tuple[str, ...]:
    """The header with each name once: a blank one is numbered, a second `Name` is `Name (2)`."""
    found: list[str] = []
    for number, raw in enumerate(names, start=1):
        plain = raw.strip() or f"column {number}"
        name, count = plain, 1
        while name in found:
            count += 1
            name = f"{plain} ({count})"
        found.append(name)
    return tuple(found)


# --- Parquet -------------------------------------------------------------------------------------


class _ParquetSource:
    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._scan = pl.scan_parquet(path, glob=False)
            self.header = tuple(self._scan.collect_schema().names())
        except (pl.exceptions.PolarsError, OSError) as error:
            raise UserError(self._damaged(error)) from error

    def chunks(self) -> Iterator[Chunk]:
        first = 0
        while True:
            try:
                frame = self._scan.slice(first, CHUNK).collect()
            except (pl.exceptions.PolarsError, OSError) as error:
                raise UserError(self._damaged(error)) from error
            if not frame.height:
                return
            frame = frame.cast({cs.categorical() | cs.enum(): pl.String})
            nested = [n for n, dtype in frame.schema.items() if dtype.is_nested()]
            frame = frame.with_columns(
                pl.Series(
                    name,
                    [None if v is None else str(v) for v in frame[name].to_list()],
                    dtype=pl.String,
                )
                for name in nested
            )
            places = list(range(first + 1, first + frame.height + 1))
            yield Chunk(frame, places, [""] * frame.height)
            first += frame.height

    def _damaged(self, error: Exception) -> str:
        words = str(error).splitlines()[0] if str(error) else type(error).__name__
        return f"{self._path} cannot be read as Parquet ({words}). Export it again."
