"""`rapport backtest`: who would have got what from a flow, over what happened already."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from rapport.app.measuring.backtest import Asked
from rapport.app.measuring.backtest_text import BacktestWords
from rapport.bootstrap.backtesting import Backtesting
from rapport.bootstrap.rehearsing.story import show_table
from rapport.cli.files import write_json
from rapport.cli.output import bar, say_unreadable, terminal
from rapport.settings import Settings


class BacktestOptions(Struct, frozen=True):
    """What the command line was given."""

    flow: str
    since: str
    folder: Path | None
    brand: str
    examples: int
    json_file: Path | None


def run_backtest(settings: Settings, options: BacktestOptions) -> None:
    """Goes through the past with today's version and, where a folder is named, with that one."""
    console = terminal()
    with Backtesting(settings, options.brand) as past:
        candidate = past.candidate(options.folder) if options.folder else None
        asked = Asked(options.flow, past.day(options.since), candidate, options.examples)
        with bar(console) as progress:
            task = progress.add_task("Going through the past", total=None)
            done = past.run(
                asked,
                lambda profiles, total: progress.update(task, completed=profiles, total=total),
            )
        named = candidate if candidate is not None and candidate.flow(options.flow) else past.today
    words = BacktestWords(done, named)
    write_json(options.json_file, done)
    console.print()
    for line in words.headline():
        console.print(line, markup=False)
    say_unreadable(console, done.unreadable)
    console.print()
    show_table(words.table(), console)
    for example in done.examples:
        console.print()
        for line in words.example(example):
            console.print(line, markup=False)
    console.print("\nWhat this cannot see")
    for line in done.cannot_see:
        console.print(f"  {line}", markup=False)
