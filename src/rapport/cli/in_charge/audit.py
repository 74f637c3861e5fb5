"""`rapport audit-log`: who did what, and whether the log is whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import typer

from rapport.app.explaining.deeds_in_words import called_in
from rapport.app.explaining.log_page import log_table, looked_through, lost_in_words
from rapport.app.wording.names import names_in
from rapport.cli.files import write_json
from rapport.cli.in_charge.policy import in_charge, print_table
from rapport.cli.output import terminal
from rapport.core.oversight.audit import Anchor
from rapport.errors import UserError
from rapport.settings import Settings

_ANCHOR = re.compile(r"([1-9]\d{0,17}):([0-9a-f]{64})")


def run_list(settings: Settings, brand: str, last: int, json_file: Path | None) -> None:
    """Prints the last entries, the newest last, and the head to note down."""
    with in_charge(settings, brand) as (desk, installation):
        entries = desk.entries()[-last:]
        blueprint = installation.blueprint(desk.brand)
        zone = blueprint.releases[-1].brand.zone
        write_json(json_file, entries)
        if not entries:
            terminal().print("Nobody has done anything yet that is entered here.")
            return
        print_table(log_table(entries, zone, called_in(blueprint, names_in(blueprint))))


def run_verify(
    settings: Settings, brand: str, expect: Sequence[str], json_file: Path | None
) -> None:
    """Says whether the log is whole; exits with 1 where it is not."""
    expected = [_anchor(text) for text in expect]
    console = terminal()
    with in_charge(settings, brand) as (desk, _):
        found = desk.verify(expected)
        write_json(json_file, found)
        told = looked_through(found)
        for flaw in told.flaws:
            console.print(f"  {flaw}", markup=False)
        for words in told.says:
            console.print(words, markup=False)
        if not told.whole:
            console.print(
                "If you restored one, and only its end is missing: rapport audit-log restored "
                "--because WHY"
            )
            raise typer.Exit(1)
        if found.head is not None:
            console.print(
                f"The last one: {found.head.number}:{found.head.hash}\nNote it where nobody who "
                "can change this computer can: rapport audit-log verify --expect NUMBER:HASH",
                soft_wrap=True,
            )


def run_restored(settings: Settings, brand: str, who: str, because: str) -> None:
    """Enters that a backup was restored, and says what was lost by it."""
    console = terminal()
    with in_charge(settings, brand) as (desk, _):
        lost = desk.acknowledge(who, because)
        console.print(
            f"Entered: by a restored backup, {lost_in_words(lost)}. "
            "What is amiss from now on shows again: rapport audit-log verify"
        )
        if desk.trouble:
            console.print(desk.trouble, markup=False)


def _anchor(text: str) -> Anchor:
    match = _ANCHOR.fullmatch(text.strip().lower())
    if match is None:
        raise UserError(
            f"--expect {text!r} is no entry. Write it as it was told: its number, a colon and 64 "
            "hexadecimal digits."
        )
    return Anchor(int(match[1]), match[2])
