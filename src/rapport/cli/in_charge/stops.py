"""`rapport stop`, `resume` and `stops`: what is switched off, by whom, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import typer
from msgspec import Struct

from rapport.app.stopping.stops import NOTHING_STOPPED, URGENT, Done, read_switch
from rapport.app.stopping.whose import AS_OWNER
from rapport.app.wording.names import begun
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.desks.stopping import Switchboard, open_switchboard
from rapport.bootstrap.homes import choose_brand, no_room
from rapport.cli.files import write_json
from rapport.core.oversight.stopping import EVERYTHING
from rapport.errors import NoRoomError, RapportError, UserError
from rapport.settings import Settings

OTHERS_GO_ON = (
    "If Rapport sends for other brands here, those go on: whoever runs it stops every brand with "
    f"rapport stop everything {AS_OWNER}."
)
OTHERS_WAIT = (
    "If Rapport sends for other brands here, those stay stopped: whoever runs it ends it for "
    f"every brand with rapport resume everything {AS_OWNER}."
)


FEW = 10
"""Of as many stops the names are told; `rapport stops` has all of them."""


class StopOptions(Struct, frozen=True):
    """What the command line was given."""

    kind: str
    key: str
    because: str
    by: str
    login: str
    brand: str


def run_stop(settings: Settings, options: StopOptions) -> None:
    """Stops it, and says what that holds back and what could not be held back any more."""
    switch = read_switch(options.kind, options.key)
    with _or_nothing(settings), open_switchboard(settings, WallClock()) as (board, brands):
        brand = _brand(board, brands, options, settings)
        who = _who(board, options)
        done = board.stop(brand, switch, who, options.because, saw=seen(options.login))
        for line in stopped_words(done):
            typer.echo(_plain(line))


@contextmanager
def _or_nothing(settings: Settings) -> Iterator[None]:
    """Says that nothing was stopped where a stop could not be written down, and what helps."""
    try:
        yield
    except UserError:
        raise
    except RapportError as error:
        full = isinstance(error, NoRoomError)
        why = f"{no_room(settings.home.absolute())} Then stop it again." if full else str(error)
        raise RapportError(f"{NOTHING_STOPPED} {why} {URGENT}") from error


def run_resume(settings: Settings, options: StopOptions) -> None:
    """Ends a stop, and says what now goes out."""
    switch = read_switch(options.kind, options.key)
    with open_switchboard(settings, WallClock()) as (board, brands):
        brand = _brand(board, brands, options, settings)
        who = _who(board, options)
        done = board.resume(brand, switch, who, options.because, saw=seen(options.login))
        for line in resumed_words(done):
            typer.echo(_plain(line))


def run_stops(settings: Settings, brand: str, *, past: bool, json_file: Path | None) -> None:
    """Lists what is stopped now, what is watched and how it stands and, if asked, what was."""
    # Only here: whoever stops something waits for nothing that is not needed for it.
    from rapport.app.stopping.stop_tables import (  # noqa: PLC0415 (see above)
        past_table,
        standing_table,
        watch_table,
    )
    from rapport.cli.in_charge.policy import print_table  # noqa: PLC0415 (see above)
    from rapport.cli.output import terminal  # noqa: PLC0415 (see above)

    with open_switchboard(settings, WallClock()) as (board, brands):
        brand = choose_brand(brands, brand, settings.home, board.retired)
        zone, names = board.zone(brand), board.names(brand)
        now, before = board.standing(brand), board.past(brand) if past else ()
        watched = board.watched(brand)
        gone = board.retired(brand)
        write_json(json_file, {"stopped": now, "past": before, "watched": watched})
        if gone is not None and gone.retired is not None:
            why = f"{gone.brand.name} is retired, by {gone.retired.who}: {gone.retired.why}"
            typer.echo(_plain(why))
            typer.echo("Nothing is decided, written or sent for it.\n")
        if now:
            print_table(standing_table(now, zone, names))
        else:
            terminal().print("Nothing is stopped.")
        terminal().print()
        table = watch_table(watched, names)
        if table.rows:
            print_table(table)
        else:
            typer.echo("\n".join(map(_plain, table.note.splitlines())))
        if before:
            terminal().print()
            print_table(past_table(before, zone, names, keys=True))


def stopped_words(done: Done) -> list[str]:
    """What a stop came to, line by line."""
    what = _what(done)
    if not done.new:
        lines = [f"{what} was stopped already, by {done.stop.who}: {done.stop.why}"]
        return [*lines, *([OTHERS_GO_ON] if not done.whole else ())]
    lines = [f"{what} is stopped: nothing of it is handed over from now on."]
    if not done.whole:
        lines.append(OTHERS_GO_ON)
    if done.waiting:
        wait, them = ("waits", "it") if done.waiting == 1 else ("wait", "them")
        lines.append(f"{counted(done.waiting)} {wait} until it is resumed, or too late for {them}.")
    if done.sending:
        lines.append(
            f"{counted(done.sending)} were being sent at that moment: what was already in "
            "conversation with the mail server may arrive, the rest is put back."
        )
    return lines


def resumed_words(done: Done) -> list[str]:
    """What a resumption came to, line by line."""
    lines = [f"{_what(done)} is resumed. {_gone_on(done)}"]
    if done.still:
        some, more = done.still[:FEW], len(done.still) - FEW
        others = f", and {more} more (rapport stops)" if more > 0 else ""
        lines.append(f"Still stopped, until that is resumed, too: {', '.join(some)}{others}.")
    if not done.whole:
        lines.append(OTHERS_WAIT)
    return lines


def _gone_on(done: Done) -> str:
    """What becomes of the messages that waited for what was resumed."""
    waited, free = counted(done.waiting), done.waiting - done.held
    goes_out = "what is still valid and still wanted goes out, as caps and quiet hours allow"
    if not done.waiting:
        return f"Nothing waited for it; {goes_out}."
    if not free:
        return f"{waited} waited for it, and {'is' if done.held == 1 else 'are'} still held back."
    if done.held:
        held = "1 is" if done.held == 1 else f"{done.held:,} are"
        return f"{waited} waited for it. {held} still held back; of the rest, {goes_out}."
    return f"{waited} waited for it; {goes_out}."


def _what(done: Done) -> str:
    """What was stopped or resumed, with its brands where it was not every one's."""
    return begun(done.stop.switch.words) if done.whole else f"All of {', '.join(done.brands)}"


def _who(board: Switchboard, options: StopOptions) -> str:
    return options.by or board.at_terminal(options.login)


def seen(login: str = "") -> dict[str, str]:
    """What stands in the audit log of how it was done: here, by who was logged in."""
    return {"at": "the terminal", **({"login": login} if login else {})}


def _brand(
    board: Switchboard, brands: Sequence[str], options: StopOptions, settings: Settings
) -> str:
    """Everything needs no brand; whose figures are shown does not matter then."""
    if options.kind == EVERYTHING and not options.brand and brands:
        return brands[0]
    return choose_brand(brands, options.brand, settings.home, board.retired)


def counted(count: int) -> str:
    """So many messages, in words."""
    return "1 message" if count == 1 else f"{count:,} messages"


def _plain(text: str) -> str:
    """What somebody typed as a reason can neither colour the terminal nor steer it."""
    return "".join(c if c.isprintable() else " " for c in text)
