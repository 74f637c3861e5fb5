"""Browsing to learn intent from, as files of it are published: looks, carts, favourites, buys."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from pathlib import Path

from rapport.app.evidence.intent_log import life_of
from rapport.bench.figures import NotMeasuredError
from rapport.core.blueprint import Blueprint, Release
from rapport.core.brand import Brand
from rapport.core.events import AnyBody, CheckoutStarted, Event, Line, OrderPlaced, ProductViewed
from rapport.core.time import SECOND, Instant
from rapport.errors import RapportError
from rapport.ports import LogRow
from rapport.science.moments import Moments, moments_of

SAMPLE = Path("taobao") / "taobao_a.csv"

EARLIEST, LATEST = 631_152_000, 4_102_444_800
"""Seconds from 1970 to 1990 and to 2100. One time beyond would set the end of all that is known."""

MOST_SHOWN = 40
"""Characters that are shown of a time."""

COLUMNS = ("user_id", "item_id", "category_id", "behavior_type", "timestamp")


def browsing_at(data: Path | None) -> Path:
    """The file `data`, or the sample in that folder, or in the one that `RAPPORT_DATA` names.

    Raises NotMeasuredError where there is no such file.
    """
    folder = data or Path(os.environ.get("RAPPORT_DATA", "../shared/data")).resolve()
    file = folder / SAMPLE if folder.is_dir() else folder
    if not file.is_file():
        raise NotMeasuredError(
            f"There is no {file}. Name a file of browsing with --data, or set RAPPORT_DATA to the "
            f"folder that holds {SAMPLE}; where to get it is in docs/intent.md."
        )
    return file


def read_browsing(file: Path) -> Moments:
    """The moments of everybody in a file of `COLUMNS`, times in seconds.

    Each person's rows become events, in the order of time, and go through the core as a shop's do.
    A cart stands for a checkout that is begun, a favourite for one more look. Raises RapportError
    where the file is not of this shape, has a time that cannot be, or tells of nothing.
    """
    people: dict[str, list[LogRow]] = {}
    for row in _rows(file):
        people.setdefault(row.profile, []).append(row)
    if not people:
        raise RapportError(f"{file} tells of nothing: there is nothing to measure on.")
    for rows in people.values():
        rows.sort(key=lambda row: row.event.at)
    end = max(rows[-1].event.at for rows in people.values())
    blueprint = _shop()
    return moments_of([life_of(blueprint, who, rows, end) for who, rows in people.items()], end)


def _rows(file: Path) -> Iterator[LogRow]:
    # What is no UTF-8, and quotes that never end, make a row that is refused with its line.
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
        reader = csv.reader((line.replace("\0", "") for line in lines), quoting=csv.QUOTE_NONE)
        if tuple(next(reader, ())) != COLUMNS:
            raise RapportError(f"{file} does not begin with a line '{','.join(COLUMNS)}'.")
        for number, cells in enumerate(reader, start=2):
            try:
                who, item, category, kind, seconds = cells
                at = int(seconds)
                body = _body(kind, Line(item, category=category), f"{who}:{number}")
            except ValueError as error:
                raise RapportError(
                    f"{file}, line {number}: it is not '{','.join(COLUMNS)}' with a behaviour of "
                    "pv, fav, cart or buy."
                ) from error
            if not EARLIEST <= at < LATEST:
                raise RapportError(f"{file}, line {number}: {_no_time(seconds, at)}")
            at *= SECOND
            yield LogRow(Event(str(number), at, "file", body), who, at, at)


def _no_time(written: str, at: int) -> str:
    """What is wrong with a time, and what it looks like."""
    found = f"the time {written[:MOST_SHOWN]} is none between 1990 and 2100, in seconds since 1970"
    for unit, name in ((10**3, "milliseconds"), (10**6, "microseconds"), (10**9, "nanoseconds")):
        if EARLIEST <= at // unit < LATEST:
            return f"{found}. It looks like {name}."
    return f"{found}."


def _body(kind: str, line: Line, name: str) -> AnyBody:
    if kind in ("pv", "fav"):
        return ProductViewed(line)
    if kind == "cart":
        return CheckoutStarted(name, (line,))
    if kind == "buy":
        return OrderPlaced(name, lines=(line,))
    raise ValueError(kind)


def _shop() -> Blueprint:
    """A shop without flows: only what people did counts."""
    brand = Brand("browsing", "Browsing", "", "", "", "")
    return Blueprint(brand.key, (Release(1, _BEGINNING, brand, (), (), ()),))


_BEGINNING: Instant = 0
