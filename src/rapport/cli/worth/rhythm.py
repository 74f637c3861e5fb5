"""`rapport rhythm`: how often people order, and what to expect of them."""

from __future__ import annotations

from pathlib import Path

import typer

from rapport.app.learning.rhythm_text import rhythm_lines
from rapport.app.wording.dates import day_of
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.desks.rhythms import rhythm_of
from rapport.bootstrap.installation import Installation
from rapport.cli.files import write_json
from rapport.cli.output import terminal
from rapport.errors import UserError
from rapport.science.unavailable import Unavailable
from rapport.settings import Settings


def run_rhythm(settings: Settings, brand: str, day: str, json_file: Path | None) -> None:
    """Prints the rhythm as of `day` (today where it is empty); exits with 1 where there is none."""
    console = terminal()
    as_of = _day(day) if day else None
    installation = Installation.existing(settings, WallClock())
    try:
        key = installation.only_brand(brand)
        locale = installation.blueprint(key).releases[-1].brand.locale
        with console.status("Going through the orders"):
            told = rhythm_of(installation, key, as_of)
    finally:
        installation.close()
    for line in rhythm_lines(told, locale):
        console.print(line, markup=False)
    write_json(json_file, told)
    if isinstance(told.found, Unavailable):
        raise typer.Exit(1)


def _day(text: str) -> int:
    try:
        return day_of(text)
    except ValueError as error:
        raise UserError(f"'{text}' is no day. Write it like 2026-03-01.") from error
