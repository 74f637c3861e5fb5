"""`rapport report`: what each flow was worth."""

from __future__ import annotations

from pathlib import Path

from rapport.app.events.ingest import FOREIGN
from rapport.app.measuring.report_table import report_table
from rapport.app.measuring.report_text import render_text
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.rehearsing.story import show_table
from rapport.cli.files import write_json
from rapport.cli.output import terminal
from rapport.settings import Settings


def run_report(settings: Settings, brand: str, flow: str, json_file: Path | None) -> None:
    """Prints each flow's report: the table first, every comparison in words after it."""
    console = terminal()
    installation = Installation.existing(settings, WallClock())
    try:
        key = installation.only_brand(brand)
        reports = installation.readings.report(key, flow)
        release = installation.blueprint(key).releases[-1]
        locale, names = release.brand.locale, {one.key: one.name for one in release.flows}
        for report in reports:
            if report.entered:
                name = names[report.flow]
                show_table(report_table(report, locale, name), console)
                console.print(render_text(report, locale, name), markup=False)
        nobody = [f"‘{names[r.flow]}’ ({r.flow})" for r in reports if not r.entered]
        if nobody:
            which = "this flow" if len(nobody) == 1 else "these flows"
            console.print(f"Nobody has entered {which} yet: {', '.join(nobody)}.", markup=False)
        foreign = installation.records.counts(key).get(FOREIGN, 0)
        if foreign:
            one = foreign == 1
            console.print(
                f"{foreign:,} {'order was' if one else 'orders were'} in another currency than "
                f"{release.brand.currency}, and {'its' if one else 'their'} money is in none of "
                "these figures: see currency in brand.yaml.",
                soft_wrap=True,
            )
        if not flow:
            console.print(f"One flow alone: rapport report --flow KEY. Keys: {', '.join(names)}.")
        console.print("Why a message was chosen for somebody: rapport why MESSAGE")
        write_json(json_file, reports)
    finally:
        installation.close()
