"""`rapport why --person`: what is known of one person, and what they heard and did not hear."""

from __future__ import annotations

import shlex
from pathlib import Path

from msgspec import Struct
from rich.console import Console

from rapport.app.explaining.heard import HeardPage, Place, place_in
from rapport.app.explaining.one_person import OnePerson
from rapport.app.wording.arm_words import arm_words
from rapport.app.wording.dates import local_time
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.desks.person import PersonDesk
from rapport.bootstrap.installation import Installation
from rapport.cli.files import write_json
from rapport.cli.output import say_unreadable, terminal
from rapport.core.creative.wording import made_visible
from rapport.core.time import Zone
from rapport.errors import NotFoundError, UserError
from rapport.settings import Settings


class PersonOptions(Struct, frozen=True):
    """What the command line was given."""

    message: str
    person: str
    limit: int
    before: str
    brand: str
    json_file: Path | None


class PersonTold(Struct, frozen=True):
    """What is written as JSON."""

    person: OnePerson
    heard: HeardPage


def run_person(settings: Settings, options: PersonOptions) -> None:
    """Prints it, page by page. Raises UserError where nobody is known by what was given."""
    if options.message or not options.person:
        raise UserError(
            "Name a message or a person: --person tells of all messages to somebody, and --before "
            "goes on with these."
        )
    before = _place(options.before)
    installation = Installation.existing(settings, WallClock())
    try:
        brand = installation.only_brand(options.brand)
        desk = PersonDesk(installation)
        profile = installation.readings.whose(brand, options.person)
        person = desk.person(brand, profile)
        if person is None:
            raise NotFoundError(
                f"Brand '{brand}' knows nobody by the id '{made_visible(options.person)}'. Name an "
                "e-mail address, or an id as the console shows it."
            )
        found = desk.heard(brand, person.profile, before, options.limit)
        zone = installation.blueprint(brand).releases[-1].brand.zone
        show(person, found, zone, options, terminal())
        write_json(options.json_file, PersonTold(person, found))
    finally:
        installation.close()


def show(
    person: OnePerson, found: HeardPage, zone: Zone, options: PersonOptions, console: Console
) -> None:
    """What is known, on the first page; then each message and each silence in three lines."""

    def say(words: str) -> None:
        console.print(made_visible(words), markup=False, soft_wrap=True)

    if not options.before:
        say(f"Profile {person.profile}")
        for fact in person.facts:
            for place, one in enumerate(fact.says):
                say(f"  {'' if place else f'{fact.about}:':<16}{one}")
        say("")
    if not found.rows:
        say("Nothing before that." if options.before else "Nothing has been decided for them yet.")
    for row in found.rows:
        status = "nothing was said" if row.silent else row.status
        clicked = ", clicked" if row.clicked else ""
        say(
            f"{local_time(row.at, zone)}  {row.flow_name} ({arm_words(row.arm)}): {status}{clicked}"
        )
        say(f"  {row.words or 'Not written'}")
        say(f"  More: rapport why {shlex.quote(row.key)}\n")
    say_unreadable(console, person.unreadable)
    say_unreadable(console, found.unreadable)
    if found.next is not None:
        say(f"Further back: {_again(options)} --before {found.next[0]}.{found.next[1]}")


def _place(typed: str) -> Place | None:
    """Raises UserError where it is no place."""
    place = place_in(typed) if typed else None
    if typed and place is None:
        raise UserError(
            f"'{made_visible(typed)}' is no place to go on from: take what stood under the last "
            "page."
        )
    return place


def _again(options: PersonOptions) -> str:
    """The command as it was typed, but for the page that it was about."""
    brand = f"--brand {shlex.quote(options.brand)} " if options.brand else ""
    limit = f" --limit {options.limit}" if options.limit != 20 else ""
    return f"rapport why {brand}--person {shlex.quote(options.person)}{limit}"
