"""`rapport stop`, `resume` and `stops`: what is switched off, by whom, and why."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer
from msgspec import Struct

from rapport.app.stopping.stops import Done, read_switch
from rapport.app.wording.names import begun
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.homes import choose_brand
from rapport.bootstrap.stopping import open_switchboard
from rapport.core.stopping import EVERYTHING
from rapport.settings import Settings


class StopOptions(Struct, frozen=True):
    """What the command line was given."""

    kind: str
    key: str
    because: str
    who: str
    brand: str


def run_stop(settings: Settings, options: StopOptions) -> None:
    """Stops it, and says what that holds back and what could not be held back any more."""
    switch = read_switch(options.kind, options.key)
    with open_switchboard(settings, WallClock()) as (board, brands):
        brand = _brand(brands, options, settings)
        done = board.stop(brand, switch, options.who, options.because)
        for line in stopped_words(done):
            typer.echo(_plain(line))


def run_resume(settings: Settings, options: StopOptions) -> None:
    """Ends a stop, and says what now goes out."""
    switch = read_switch(options.kind, options.key)
    with open_switchboard(settings, WallClock()) as (board, brands):
        brand = _brand(brands, options, settings)
        done = board.resume(brand, switch, options.who, options.because)
        typer.echo(_plain(resumed_words(done)))


def run_stops(settings: Settings, brand: str, *, past: bool, json_file: Path | None) -> None:
    """Lists what is stopped now, what is watched and how it stands and, if asked, what was."""
    # Only here: whoever stops something waits for nothing that is not needed for it.
    from rapport.app.stopping.stop_tables import (  # noqa: PLC0415 (see above)
        past_table,
        standing_table,
        watch_table,
    )
    from rapport.cli.output import terminal, write_json  # noqa: PLC0415 (see above)
    from rapport.cli.policy import print_table  # noqa: PLC0415 (see above)

    with open_switchboard(settings, WallClock()) as (board, brands):
        brand = choose_brand(brands, brand, settings.home)
        zone = board.zone(brand)
        now, before = board.standing(brand), board.past(brand) if past else ()
        watched = board.watched(brand)
        write_json(json_file, {"stopped": now, "past": before, "watched": watched})
        if now:
            print_table(standing_table(now, zone))
        else:
            terminal().print("Nothing is stopped.")
        terminal().print()
        print_table(watch_table(watched))
        if before:
            terminal().print()
            print_table(past_table(before, zone))


def stopped_words(done: Done) -> list[str]:
    """What a stop came to, line by line."""
    what = begun(done.stop.switch.words)
    if not done.new:
        return [f"{what} was stopped already, by {done.stop.who}: {done.stop.why}"]
    lines = [f"{what} is stopped: nothing of it is handed over from now on."]
    if done.waiting:
        lines.append(f"{_messages(done.waiting)} wait until it is resumed, or too late for them.")
    if done.sending:
        lines.append(
            f"{_messages(done.sending)} were being sent at that moment: what was already in "
            "conversation with the mail server may arrive, the rest is put back."
        )
    return lines


def resumed_words(done: Done) -> str:
    """What a resumption came to."""
    what = begun(done.stop.switch.words)
    waits = f"{_messages(done.waiting)} waited for it" if done.waiting else "Nothing waited for it"
    return (
        f"{what} is resumed. {waits}; what is still valid and still wanted goes out, as caps and "
        "quiet hours allow."
    )


def _brand(brands: Sequence[str], options: StopOptions, settings: Settings) -> str:
    """Everything needs no brand; whose figures are shown does not matter then."""
    if options.kind == EVERYTHING and not options.brand and brands:
        return brands[0]
    return choose_brand(brands, options.brand, settings.home)


def _messages(count: int) -> str:
    return "1 message" if count == 1 else f"{count:,} messages"


def _plain(text: str) -> str:
    """What somebody typed as a reason can neither colour the terminal nor steer it."""
    return "".join(c if c.isprintable() else " " for c in text)
