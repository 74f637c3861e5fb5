"""`rapport redteam`: do the checks stop what they should, and let pass what they should?"""

from __future__ import annotations

from pathlib import Path

import typer
from msgspec import Struct
from msgspec.structs import replace
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from rapport.adapters.plain_files import plain_file
from rapport.app.redteam.names import PASS, REJECT, plain
from rapport.app.redteam.proofread import proofread, proofreader
from rapport.app.redteam.rewrite_set import RewriteSet, read_set
from rapport.app.redteam.verdicts import (
    MOST_FALSE_ALARMS,
    MOST_MISSED,
    Outcome,
    Score,
    as_json,
    hold_against,
    wrong_lines,
)
from rapport.app.redteam.words import shown
from rapport.bootstrap.redteam import brand_to_hold_to, shipped_set
from rapport.bootstrap.writing import Errands, model_of
from rapport.cli.files import write_json
from rapport.cli.output import terminal
from rapport.errors import UserError
from rapport.settings import Settings

MOST_SHOWN = 40
"""Lines about what came out wrong, before the rest is left to --json."""
MOST_NAMED = 200
"""Lines that were not judged that are named by number alone."""
NOT_ALL_JUDGED = 3
"""The exit code where nothing was broken, but not every line could be judged."""


class RedteamOptions(Struct, frozen=True):
    """What was asked for; None and empty where it was not."""

    set_file: Path | None = None
    framework: str = ""
    brand_folder: Path | None = None
    json_file: Path | None = None


def run_redteam(options: RedteamOptions, settings: Settings | None = None) -> None:
    """Holds a set against the checks and prints what came of it; exits with 1 where a promise was
    not kept, and with 3 where none was broken but not every line could be judged. With `settings`
    their model proofreads what no check objects to."""
    console = terminal()
    model = model_of(settings) if settings is not None else None
    if settings is not None and model is None:
        raise UserError(
            "No model is set to proofread with. Set RAPPORT_MODEL and RAPPORT_MODEL_URL; more in "
            "docs/writer.md."
        )
    lines = _lines(options)
    content, titles = brand_to_hold_to(options.brand_folder)
    with console.status("Holding the set against the checks"):
        outcome = hold_against(lines, content, titles)
    if settings is not None and model is not None:
        left = sum(not tried.findings for tried in outcome.tried)
        with console.status(f"Asking {model.name} about {left:,} rewrites"):
            outcome = proofread(
                outcome,
                content,
                titles,
                proofreader(model, settings.model_timeout_seconds),
                Errands(settings.model_concurrency).submit,
            )
    _show(outcome, console)
    write_json(options.json_file, as_json(outcome))
    if not outcome.kept:
        raise typer.Exit(1)
    if outcome.skipped:
        raise typer.Exit(NOT_ALL_JUDGED)


def _lines(options: RedteamOptions) -> RewriteSet:
    every = _from_file(options.set_file) if options.set_file else RewriteSet(shipped_set())
    if not options.framework:
        return every
    wanted = plain(options.framework)
    chosen = tuple(line for line in every.lines if plain(line.framework) == wanted)
    if not chosen:
        known = ", ".join(sorted({line.framework for line in every.lines} - {""})) or "none"
        raise UserError(f"No line is for the framework '{options.framework}'. There is: {known}.")
    return replace(every, lines=chosen)


def _from_file(file: Path) -> RewriteSet:
    try:
        content = plain_file(file).read_bytes()
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
        table.add_row(_plainly(category), f"{score.lines:,}", _wrong(score), "")
    for category in outcome.categories(PASS):
        score = outcome.score(PASS, category)
        table.add_row(f"nothing: {_plainly(category)}", f"{score.lines:,}", "", _wrong(score))
    console.print(table)
    wrong = list(wrong_lines(outcome))
    for line in wrong[:MOST_SHOWN]:
        console.print(line, markup=False)
    if len(wrong) > MOST_SHOWN:
        console.print("  ... and more; all of them with --json FILE.")
    _show_taken(outcome, console)
    missed, alarms = outcome.score(REJECT), outcome.score(PASS)
    verdict = "All of it was kept." if outcome.kept else "Not kept."
    if outcome.skipped and outcome.kept:
        verdict = "Nothing was broken, but whether all was kept is unknown: not all was judged."
    console.print(
        f"\nMissed: {_share(missed)}; promised is at most {MOST_MISSED:.1%}. Of figures, links and "
        f"offers: {_sure(outcome)}; promised is none.\nFalse alarms: {_share(alarms)}; promised is "
        f"at most {MOST_FALSE_ALARMS:.0%}.\n{verdict}"
    )


def _plainly(category: str) -> str:
    """A category of somebody else's set as it stands there, with no mark-up for the terminal."""
    return escape(shown(category))


def _show_taken(outcome: Outcome, console: Console) -> None:
    """What was taken for what, and what was not judged."""
    if outcome.strange:
        console.print("\nTaken for what was meant:")
    for sentence in outcome.strange[:MOST_SHOWN]:
        console.print(f"  {sentence}", markup=False)
    if len(outcome.strange) > MOST_SHOWN:
        console.print("  ... and more; all of it with --json FILE.")
    if outcome.skipped:
        count = len(outcome.skipped)
        console.print(f"\n{count:,} not judged, and in no figure; {len(outcome.tried):,} judged:")
    for skipped in outcome.skipped[:MOST_SHOWN]:
        console.print(f"  {skipped.line}: {skipped.why}", markup=False)
    if rest := outcome.skipped[MOST_SHOWN:]:
        numbers = ", ".join(str(one.line) for one in rest[:MOST_NAMED])
        console.print(f"  and {numbers}{' ...' if len(rest) > MOST_NAMED else ''}")


def _sure(outcome: Outcome) -> str:
    """Nothing is said of categories that no line names."""
    told = outcome.sure
    if not told.lines:
        return "nothing to tell it by (no line says so as its 'category')"
    return f"{told.wrong} of {told.lines:,}"


def _wrong(score: Score) -> str:
    return f"[red]{score.wrong}[/]" if score.wrong else "0"


def _share(score: Score) -> str:
    if score.share is None:
        return "nothing to tell it by"
    return f"{score.wrong} of {score.lines:,} ({score.share:.2%})"
