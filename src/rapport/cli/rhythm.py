"""`rapport rhythm`: how often people order, and what to expect of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import typer

from rapport.app.rhythm_text import published_lines, rhythm_lines
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.rhythms import publish_rhythm, rhythm_of
from rapport.cli.output import terminal, write_json
from rapport.errors import RapportError, UserError
from rapport.science.unavailable import Unavailable
from rapport.settings import Settings

_EPOCH = date(1970, 1, 1)


class RhythmOptions(NamedTuple):
    """What `rapport rhythm` was asked for; `by` is who publishes, where `publish` says so."""

    brand: str
    day: str
    json_file: Path | None
    publish: bool
    by: str


def run_rhythm(settings: Settings, options: RhythmOptions) -> None:
    """Prints the rhythm as of the day (today where it is empty), and has decisions know of it where
    that is asked for; exits with 1 where there is none."""
    console = terminal()
    as_of = _day(options.day) if options.day else None
    installation = Installation(settings, WallClock())
    try:
        key = installation.only_brand(options.brand)
        spoken = installation.blueprint(key).releases[-1].brand
        with console.status("Going through the orders"):
            told = rhythm_of(installation, key, as_of)
        for line in rhythm_lines(told, spoken.locale):
            console.print(line, markup=False)
        write_json(options.json_file, told)
        published = publish_rhythm(installation, told, options.by) if options.publish else None
    finally:
        installation.close()
    if isinstance(told.found, Unavailable):
        raise typer.Exit(1)
    if isinstance(published, Unavailable):
        raise RapportError(f"Nothing was published, because {published.reason}.")
    for line in published_lines(published) if published else []:
        console.print(line, markup=False)


def _day(text: str) -> int:
    try:
        return (date.fromisoformat(text) - _EPOCH).days
    except ValueError as error:
        raise UserError(f"'{text}' is no day. Write it like 2026-03-01.") from error
