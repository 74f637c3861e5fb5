"""`rapport replay`: recomputes every decision from the log."""

from __future__ import annotations

from pathlib import Path

import typer

from rapport.app.events.replay import replay
from rapport.app.publishing.publications import Publications
from rapport.app.wording.counts import so_many
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.installation import Installation
from rapport.cli.files import write_json
from rapport.cli.output import bar, say_unreadable, terminal
from rapport.settings import Settings


def run_replay(settings: Settings, brand: str, json_file: Path | None) -> None:
    """Says whether each decision came out the same to the bit; exits with 1 where one did not."""
    console = terminal()
    installation = Installation.existing(settings, WallClock())
    try:
        key = installation.only_brand(brand)
        with bar(console) as progress:
            task = progress.add_task("Replaying", total=None)
            with installation.records.at_one_moment() as history:  # a server may be at work
                done = replay(
                    history,
                    Publications(history).latest(key),
                    lambda profiles: progress.update(task, completed=profiles),
                )
        write_json(json_file, done)
        console.print(
            f"{so_many(done.events, 'event')} of {so_many(done.profiles, 'profile')} "
            f"{'was' if done.events == 1 else 'were'} gone through again; "
            f"{done.same:,} of {so_many(done.decisions, 'decision')} came out the same to the bit."
        )
        if done.identical:
            console.print("Every decision and every state is identical.")
            return
        look_at = tuple(dict.fromkeys((*done.different, *done.strayed)))
        if done.missing or done.added or look_at:
            console.print(
                f"Not identical: {done.missing:,} not made again, {done.added:,} made anew. "
                f"Profiles to look at: {', '.join(look_at) or 'none'}.",
                markup=False,
            )
        else:
            console.print("All that could be read is identical.")
        say_unreadable(console, done.unreadable)
        raise typer.Exit(1)
    finally:
        installation.close()
