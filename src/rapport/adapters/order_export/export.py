"""An order export, opened: `open_export` reads and judges it, `batches` gives its events in time.

The file is gone through twice at most: once to read the lines and apply the rules, once more to
write what was set aside, with its original columns. In between only the mapped fields are held,
some 150 bytes for each line, since events are given in the order of time over the whole file.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from pathlib import Path

import polars as pl
from msgspec import Struct

from rapport.adapters.order_export.events import EventMaker
from rapport.adapters.order_export.history import (
    CANCELLED,
    CONSENT,
    PLACED,
    REFUNDED,
    RETURNED,
    History,
    history_of,
)
from rapport.adapters.order_export.judge import Judged, judge
from rapport.adapters.order_export.lines import LineReader
from rapport.adapters.order_export.mapping import Mapping
from rapport.adapters.order_export.read_mapping import nearest
from rapport.adapters.order_export.rules import ORDERED, RULES, Action, Rule, code_of
from rapport.adapters.order_export.source import Source, open_source
from rapport.adapters.plain_files import handed_over, plain_file
from rapport.core.events import Incoming
from rapport.errors import UserError

BATCH = 2_000
REJECT_COLUMNS = ("line", "rule", "reason")


class ImportBatch(Struct, frozen=True):
    """Some of the events, in the order of time; `lines_read` sum up to the file's lines."""

    incoming: tuple[Incoming, ...]
    lines_read: int


class ImportCounts(Struct, frozen=True):
    """What became of the lines. `lines` is always `order_lines + refund_lines + set aside`."""

    lines: int
    """Records in the file, without the header."""
    order_lines: int
    """Lines that went into orders, those with fees and shipping among them."""
    refund_lines: int
    """Lines that went into refunds: credit notes and returned pieces."""
    rejected: dict[str, int]
    """Lines left out, by the rule that named them; each line once."""
    merged: int
    """Exact copies that count as one with their twin, where the mapping says so."""
    handled: dict[str, int]
    """Used lines that a rule let pass in its own way, by `rule: action`; a line may be in two."""
    orders: int
    refunds: int
    cancellations: int
    consents: int
    customers: int
    """Different people among the events."""
    refund_lines_unmatched: int
    """Of `refund_lines`: those for which no earlier order was found; their order id is ''."""
    lines_cut: int
    """Of the used lines: those beyond 100 in one order. Its amounts hold them, its lines do not."""
    unknown_countries: int
    """Orders whose country is none that is known; it is left blank."""

    @property
    def set_aside(self) -> int:
        """Lines in the rejects file."""
        return sum(self.rejected.values()) + self.merged

    @property
    def adds_up(self) -> bool:
        """Whether every line of the file is accounted for exactly once."""
        return self.lines == self.order_lines + self.refund_lines + self.set_aside


def default_rejects_path(file: Path) -> Path:
    """Beside the file: `orders.csv` has its rejects in `orders.rejects.csv`."""
    return file.parent / f"{file.stem}.rejects.csv"


def open_export(
    file: str | Path, mapping: Mapping, rejects_path: str | Path | None = None
) -> OrderExport:
    """Reads and judges the whole file; nothing is written yet.

    Raises UserError: no such file, empty, of no known format, a column of the mapping missing, or
    a quote that is never closed; and no `rejects_path` for a file that the shell handed over.
    """
    path = Path(file)
    source = open_source(path, mapping.formats)
    if rejects_path is None and handed_over(path):
        raise UserError(
            f"Lines that are left out cannot be written beside {path}. Say where they go.",
            at_the_terminal="--rejects left-out.csv",
        )
    rejects = default_rejects_path(path) if rejects_path is None else Path(rejects_path)
    _check_columns(path, source.header, mapping)
    if rejects.exists() and rejects.samefile(path):
        raise UserError(f"The rejects file must not be the export itself: {rejects}.")
    reader = LineReader(mapping, source.header)
    read = [reader.read(chunk) for chunk in source.chunks()]
    if not read:
        raise UserError(f"{path} holds a header and no lines. Export the orders again.")
    lines = pl.concat(read)
    read.clear()
    judged = judge(lines, reader.order_ids, mapping)
    return OrderExport(source, mapping, judged, rejects)


class OrderExport:
    """An export that was read: its counts are known, its events wait to be taken."""

    def __init__(
        self, source: Source, mapping: Mapping, judged: Judged, rejects_path: Path
    ) -> None:
        self.rejects_path = rejects_path
        self.total_lines = len(judged.fates)
        self._source = source
        self._fates = judged.fates
        self._history = history_of(judged, mapping.consent)
        self._maker = EventMaker(mapping, self._history)
        self.counts = _counts(judged, self._history, mapping)
        if not self.counts.adds_up:
            raise AssertionError(f"An import's lines do not add up: {self.counts}")

    def batches(self, size: int = BATCH) -> Iterator[ImportBatch]:
        """Writes the rejects, then gives the events, the earliest first.

        The first batch holds no events where lines were set aside: it counts them as read. Raises
        UserError where the rejects file cannot be written.
        """
        self._write_rejects()
        if self.counts.set_aside:
            yield ImportBatch((), self.counts.set_aside)
        happenings = self._history.happenings
        for start in range(0, happenings.height, size):
            part = happenings.slice(start, size)
            yield ImportBatch(self._maker.incoming(part), int(part["lines"].sum()))

    def _write_rejects(self) -> None:
        path = self.rejects_path
        try:
            # It holds what the export holds, people's names and addresses too: for the owner only.
            descriptor = os.open(plain_file(path), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerow((*REJECT_COLUMNS, *self._source.header))
                if self.counts.set_aside:
                    writer.writerows(self._rejects())
        except OSError as error:
            raise UserError(
                f"The rejects file {path} cannot be written: {error.strerror}. Give another path "
                "for it."
            ) from error

    def _rejects(self) -> Iterator[tuple[object, ...]]:
        first = 0
        for chunk in self._source.chunks():
            fates = self._fates.slice(first, chunk.frame.height)
            first += chunk.frame.height
            hit = fates != 0
            rows = chunk.frame.filter(hit).iter_rows()
            for index, row in zip(hit.arg_true(), rows, strict=True):
                rule = ORDERED[fates[index] - 1]
                reason = chunk.broken[index] or RULES[rule].reason
                yield (chunk.places[index], rule.value, reason, *row)


def _check_columns(path: Path, header: tuple[str, ...], mapping: Mapping) -> None:
    """Raises UserError naming every column that the mapping needs and the file lacks."""
    missing = []
    for field, columns in mapping.columns.items():
        if columns.optional or any(name in header for name in columns.names):
            continue
        name = columns.names[0]
        missing.append(f"no column {name!r} for {field}.{nearest(name, header)}")
    if missing:
        shown = ", ".join(header[:30])
        raise UserError(
            f"{path} does not fit the mapping {mapping.key!r}: {' '.join(missing)} "
            f"The file's columns are: {shown}."
        )


def _counts(judged: Judged, history: History, mapping: Mapping) -> ImportCounts:
    tally: dict[int, int] = dict(judged.fates.value_counts(name="n").iter_rows())
    merge = code_of(Rule.DUPLICATE) if mapping.rule(Rule.DUPLICATE).action is Action.MERGE else -1
    happened: dict[int, int] = dict(history.happenings["what"].value_counts(name="n").iter_rows())
    told = history.orders.join(history.happenings, on="order", how="semi")
    people = told.select(pl.coalesce("customer", "email", "order_id")).to_series()
    return ImportCounts(
        lines=len(judged.fates),
        order_lines=int((~judged.lines["returned"]).sum()),
        refund_lines=int(judged.lines["returned"].sum()),
        rejected={
            rule.value: tally[code_of(rule)]
            for rule in ORDERED
            if code_of(rule) in tally and code_of(rule) != merge
        },
        merged=tally.get(merge, 0),
        handled={
            f"{rule.value}: {action.value}": count
            for (rule, action), count in judged.handled.items()
            if count
        },
        orders=happened.get(PLACED, 0),
        refunds=happened.get(RETURNED, 0) + happened.get(REFUNDED, 0),
        cancellations=happened.get(CANCELLED, 0),
        consents=happened.get(CONSENT, 0),
        customers=people.n_unique(),
        refund_lines_unmatched=history.returns_unmatched,
        lines_cut=history.lines_cut,
        unknown_countries=int(told["country"].str.starts_with("?").sum() or 0),
    )
