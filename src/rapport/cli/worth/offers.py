"""`rapport offers`: who needs an offer, and who would buy anyway."""

from __future__ import annotations

from pathlib import Path

from rapport.cli.files import write_json
from rapport.cli.in_charge.policy import in_charge, print_table
from rapport.cli.output import terminal
from rapport.settings import Settings


def run_offers(settings: Settings, brand: str, json_file: Path | None, *, every: bool) -> None:
    """Prints what each offer adds, for whom it pays, and who gets which."""
    console = terminal()
    with in_charge(settings, brand) as (desk, installation):
        with console.status("Going through the decisions"):
            story = installation.readings.offer_needs(desk.brand, every=every)
        for sentence in story.says:
            console.print(sentence, markup=False, soft_wrap=True)
        for shown in story.tables:
            console.print(f"\n{shown.title}", markup=False)
            print_table(shown)
        if not every:
            console.print("\nEvery kind of people, told or not: rapport offers --all")
        write_json(json_file, story)
