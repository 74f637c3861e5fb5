"""`rapport silences`: each time nothing was said, and why."""

from __future__ import annotations

import shlex
from pathlib import Path

from msgspec import Struct
from rich.console import Console

from rapport.app.explaining.silences import Asked, SilencePage, check_asked
from rapport.app.wording.arm_words import arm_words
from rapport.app.wording.dates import local_time
from rapport.app.wording.names import names_in
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.installation import Installation
from rapport.cli.files import write_json
from rapport.cli.output import say_unreadable, terminal
from rapport.core.creative.wording import made_visible
from rapport.core.time import Zone
from rapport.settings import Settings


class SilenceOptions(Struct, frozen=True):
    """What the command line was given."""

    flow: str
    person: str
    kind: str
    limit: int
    before: int | None
    brand: str
    json_file: Path | None


def run_silences(settings: Settings, options: SilenceOptions) -> None:
    """Prints one page of them."""
    installation = Installation.existing(settings, WallClock())
    try:
        brand = installation.only_brand(options.brand)
        blueprint = installation.blueprint(brand)
        profile = installation.readings.whose(brand, options.person)
        asked = Asked(options.flow, profile, options.kind, options.before)
        check_asked(asked, names_in(blueprint))
        found = installation.readings.silences(brand, asked, options.limit)
        show(found, blueprint.releases[-1].brand.zone, options, terminal())
        write_json(options.json_file, found)
    finally:
        installation.close()


def show(found: SilencePage, zone: Zone, options: SilenceOptions, console: Console) -> None:
    """Each silence in three lines: when, in which flow and to whom; why; and how to see more."""

    def say(words: str) -> None:
        console.print(made_visible(words), markup=False, soft_wrap=True)

    if not found.rows:
        say(_none(options))
    for one in found.rows:
        say(
            f"{local_time(one.at, zone)}  {one.flow_name}, for {one.profile} ({arm_words(one.arm)})"
        )
        say(f"  {one.because}")
        say(f"  More: rapport why {shlex.quote(one.decision)}\n")
    say_unreadable(console, found.unreadable)
    if found.next is not None:
        say(f"Older ones: {_again(options)} --before {found.next}")


def _none(options: SilenceOptions) -> str:
    if options.before is not None:
        return "No silence before that."
    which = " of this kind" if options.flow or options.person or options.kind else ""
    meant = f" ‘{options.person}’ was taken for a profile's id." if options.person else ""
    return f"No silence{which} yet.{meant if '@' not in options.person else ''}"


def _again(options: SilenceOptions) -> str:
    """The command as it was typed, but for the page that it was about."""
    words = ["rapport", "silences"]
    for name in ("brand", "flow", "person", "kind"):
        value = getattr(options, name)
        if value:
            words += [f"--{name}", shlex.quote(value)]
    return " ".join(words)
