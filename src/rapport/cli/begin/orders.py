"""`rapport import`: a shop's order export becomes profiles with an order history."""

from __future__ import annotations

from pathlib import Path

from rapport.adapters.order_export.export import open_export
from rapport.adapters.order_export.read_mapping import read_mapping
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.importing import Imported, import_export
from rapport.bootstrap.installation import Installation
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
        with bar(console) as progress:
            task = progress.add_task("Importing", total=export.total_lines)
            done = import_export(
                installation.host, key, export, lambda lines: progress.advance(task, lines)
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
        f"{counts.lines:,} lines: {counts.orders:,} orders, {counts.refunds:,} refunds and "
        f"{counts.cancellations:,} cancellations of {counts.customers:,} customers.",
        f"{done.accepted:,} were new; {done.duplicate:,} were there already and changed nothing.",
    ]
    if counts.set_aside:
        lines.append(
            f"{counts.set_aside:,} lines were left out, each with its reason in {rejects}:"
        )
        lines += [f"  {count:>9,}  {rule}" for rule, count in sorted(counts.rejected.items())]
        if counts.merged:
            lines.append(f"  {counts.merged:>9,}  exact copies")
    return lines
