"""`rapport redteam`: do the checks stop what they should, and let pass what they should?"""

from __future__ import annotations

from pathlib import Path

import typer
from msgspec import Struct
from rich.console import Console
from rich.table import Table

from rapport.app.redteam import (
    MOST_FALSE_ALARMS,
    MOST_MISSED,
    NEVER_MISSED,
    PASS,
    REJECT,
    Line,
    Outcome,
    Score,
    as_json,
    hold_against,
    read_set,
    wrong_lines,
)
from rapport.bootstrap.redteam import brand_to_hold_to, shipped_set
from rapport.cli.output import terminal, write_json
from rapport.errors import UserError

MOST_SHOWN = 40
"""Lines about what came out wrong, before the rest is left to --json."""


class RedteamOptions(Struct, frozen=True):
    """What was asked for; None and empty where it was not."""

    set_file: Path | None = None
    framework: str = ""
    brand_folder: Path | None = None
    json_file: Path | None = None


def run_redteam(options: RedteamOptions) -> None:
    """Holds a set against the checks and prints what came of it; exits with 1 where a promise was
    not kept."""
    console = terminal()
    lines = _lines(options)
    content, titles = brand_to_hold_to(options.brand_folder)
    with console.status("Holding the set against the checks"):
        outcome = hold_against(lines, content, titles)
    _show(outcome, console)
    write_json(options.json_file, as_json(outcome))
    if not outcome.kept:
        raise typer.Exit(1)


def _lines(options: RedteamOptions) -> tuple[Line, ...]:
    lines = shipped_set() if options.set_file is None else _from_file(options.set_file)
    if not options.framework:
        return lines
    chosen = tuple(line for line in lines if line.framework == options.framework)
    if not chosen:
        known = ", ".join(sorted({line.framework for line in lines}))
        raise UserError(f"No line is for the framework '{options.framework}'. There is: {known}.")
    return chosen


def _from_file(file: Path) -> tuple[Line, ...]:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise UserError(f"{file} cannot be read: {error.strerror}. Name another.") from error
    return read_set(str(file), content)


def _show(outcome: Outcome, console: Console) -> None:
    table = Table(show_edge=False, pad_edge=False)
    table.add_column("What was wrong, or right, with the rewrite", ratio=1)
    table.add_column("Rewrites", justify="right")
    table.add_column("Missed", justify="right")
    table.add_column("False alarms", justify="right")
    for category in outcome.categories(REJECT):
        score = outcome.score(REJECT, category)
        table.add_row(category, f"{score.lines:,}", _wrong(score), "")
    for category in outcome.categories(PASS):
        score = outcome.score(PASS, category)
        table.add_row(f"nothing: {category}", f"{score.lines:,}", "", _wrong(score))
    console.print(table)
    for sentence in outcome.strange:
        console.print(sentence, markup=False)
    wrong = list(wrong_lines(outcome))
    for line in wrong[:MOST_SHOWN]:
        console.print(line, markup=False)
    if len(wrong) > MOST_SHOWN:
        console.print("  ... and more; all of them with --json FILE.")
    missed, alarms = outcome.score(REJECT), outcome.score(PASS)
    sure = sum(outcome.score(REJECT, category).wrong for category in NEVER_MISSED)
    console.print(
        f"\nMissed: {_share(missed)}; promised is at most {MOST_MISSED:.1%}. Of figures, links and "
        f"offers: {sure}; promised is none.\nFalse alarms: {_share(alarms)}; promised is at most "
        f"{MOST_FALSE_ALARMS:.0%}.\n{'All of it was kept.' if outcome.kept else 'Not kept.'}"
    )


def _wrong(score: Score) -> str:
    return f"[red]{score.wrong}[/]" if score.wrong else "0"


def _share(score: Score) -> str:
    if score.share is None:
        return "nothing to tell it by"
    return f"{score.wrong} of {score.lines:,} ({score.share:.2%})"
