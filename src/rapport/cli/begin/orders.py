"""`rapport import`: a shop's order export becomes profiles with an order history."""

from __future__ import annotations

from pathlib import Path

from rapport.adapters.order_export.export import open_export
from rapport.adapters.order_export.read_mapping import read_mapping
from rapport.app.events.ingest import FOREIGN
from rapport.app.wording.counts import so_many
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.importing import Imported, import_export
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.logs import left_out
from rapport.cli.files import write_json
from rapport.cli.output import bar, terminal
from rapport.settings import Settings


def run_import(
    settings: Settings,
    file: Path,
    mapping: str,
    brand: str,
    rejects: Path | None,
    json_file: Path | None,
) -> None:
    """Imports the file, and says what became of every line of it."""
    console = terminal()
    rules = read_mapping(mapping)
    installation = Installation.existing(settings, WallClock())
    try:
        key = installation.only_brand(brand)
        with console.status(f"Reading {file.name}"):
            export = open_export(file, rules, rejects)
        # Said at the end, once for the whole file.
        with bar(console) as progress, left_out(FOREIGN):
            task = progress.add_task("Importing", total=export.total_lines)
            currency = installation.blueprint(key).releases[-1].brand.currency
            done = import_export(
                installation.host,
                key,
                export,
                currency,
                lambda lines: progress.advance(task, lines),
            )
        for line in told(done, export.rejects_path):
            console.print(line)
        write_json(json_file, done)
    finally:
        installation.close()


def told(done: Imported, rejects: Path) -> list[str]:
    """What became of the file, in words."""
    counts = done.counts
    lines = [
        f"{so_many(counts.lines, 'line')}: {so_many(counts.orders, 'order')}, "
        f"{so_many(counts.refunds, 'refund')} and {so_many(counts.cancellations, 'cancellation')} "
        f"of {so_many(counts.customers, 'customer')}.",
        f"{so_many(done.accepted, 'was', 'were')} new; "
        f"{so_many(done.duplicate, 'was', 'were')} there already and changed nothing.",
    ]
    if done.foreign:
        lines.append(
            f"{so_many(done.foreign, 'order is', 'orders are')} in another currency than the "
            "brand's, whose money does not count."
        )
    if counts.set_aside:
        lines.append(
            f"{so_many(counts.set_aside, 'line was', 'lines were')} left out; why stands in "
            f"{rejects}:"
        )
        lines += [f"  {count:>9,}  {rule}" for rule, count in sorted(counts.rejected.items())]
        if counts.merged:
            lines.append(f"  {counts.merged:>9,}  exact copies")
    return lines
