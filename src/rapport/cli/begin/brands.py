"""`rapport init` and `rapport publish`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from rapport.adapters.brand_folder.places import brand_in, places
from rapport.adapters.brand_folder.read import words_to_translate
from rapport.app.frameworks.borrowed import Beside, borrowed, is_as_it_comes, sender_lines
from rapport.app.frameworks.second_look import second_look
from rapport.app.frameworks.unheard import first_alone, unheard
from rapport.app.publishing.margin_spent import margin_spent
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.desks.frameworks import coverage_of
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.library import Library, example_folder
from rapport.bootstrap.publishing import warnings_of
from rapport.bootstrap.redteam import brand_to_hold_to
from rapport.cli.asking import YES, ask, not_confirmed
from rapport.cli.output import terminal
from rapport.cli.started import started_as
from rapport.core.blueprint import BrandFolder
from rapport.errors import UserError
from rapport.settings import Settings

MOST_SHOWN = 20
NEW_BESIDE = (
    "It is a new brand. Where rapport serve is running, start that anew: until then it takes in "
    "no event of this brand, shows none of it, and knows no token of its people."
)


def run_init(settings: Settings, *, publish: bool = False) -> None:
    """Makes the home folder with the example brand in it; with `publish` that is published as it
    is, to look around. Left alone, no made-up shop stands beside the brand that people make."""
    console = terminal()
    installation = Installation(settings, WallClock())
    try:
        folder = installation.copy_example()
        if publish:
            release = installation.publish(folder)
            console.print(f"The example brand '{release.brand.name}' is published from {folder}.")
            console.print(f"Look around: {started_as()} serve")
        else:
            console.print(f"An example brand is in {folder}. Make it your own, then:")
            console.print(f"  {started_as()} publish {folder}")
            console.print(f"  {started_as()} serve")
            _first_to_change(folder, console)
    finally:
        installation.close()


def _first_to_change(folder: Path, console: Console) -> None:
    """Says who still sends, where a folder has the example's sender."""
    brand = brand_in(folder)
    with example_folder() as example:
        theirs = brand_in(example)
    if brand is None or theirs is None:
        return  # publishing says what is wrong with it
    lines = list(sender_lines(brand, theirs, Beside(places(folder))))
    if lines:
        console.print("Until you change them, these are the example's:")
        _first_of(lines, console, ".")


def run_publish(settings: Settings, folder: Path, by: str, *, yes: bool = False) -> None:
    """Publishes a brand's folder, or says every mistake in it. Where something would be lost for
    good it asks first, unless `yes` was said."""
    if not folder.is_dir():
        raise UserError(f"There is no folder {folder}. Name the folder that holds brand.yaml.")
    installation = Installation(settings, WallClock())
    try:
        console = terminal()
        warnings = warnings_of(installation.publications, folder)
        for words in warnings:
            console.print(words, markup=False)
        if warnings and not yes:
            answer = ask("Publish it? y or n: ")
            if answer.casefold() not in YES:
                raise not_confirmed(answer, "To publish without a question: --yes")
        known = installation.brands()
        release = installation.publish(folder, by=by)
        console.print(f"{release.brand.name}: release {release.number} is what holds now.")
        if known and release.brand.key not in known:
            console.print(NEW_BESIDE)
        _translations(folder, release.brand.language, console)
        content, titles = brand_to_hold_to(folder)
        _borrowed(folder, content, titles, console)
        if spent := margin_spent(release.brand, release.offers):
            console.print(f"\n{spent}", markup=False)
        _unheard(content, console)
        _second_look(content, console)
    finally:
        installation.close()


def _translations(folder: Path, usual: str, console: Console) -> None:
    """Says what is missing in other languages than the brand's own."""
    lines = words_to_translate(folder)
    if not lines:
        return
    console.print(
        "\nNot translated yet. Who reads one of these languages gets what is said in it, and "
        f"nothing else; where that is nothing, the message in {usual}."
    )
    _first_of(lines, console, "; rapport coverage says all.")


def _borrowed(folder: Path, content: BrandFolder, titles: Sequence[str], console: Console) -> None:
    """Says what still is the example's, which is about a made-up shop."""
    library = Library()
    theirs = library.content()
    if theirs is None:
        return
    beside = Beside(places(folder), titles, library.titles())
    if is_as_it_comes(content, theirs):
        sends = next(sender_lines(content.brand, theirs.brand, beside), "")
        console.print(
            f"\nThis is the example, {theirs.brand.name}, as it comes: nothing of it is about a "
            f"shop that there is ({sends}).",
            markup=False,
        )
    elif lines := borrowed(content, theirs, beside):
        console.print(
            f"\nPublished, and still as the example, {theirs.brand.name}, has it, which is made "
            "up. Change what is not true of you before anybody reads it:",
            markup=False,
        )
        _first_of(lines, console, ".")


def _unheard(content: BrandFolder, console: Console) -> None:
    """Says which approved words are for nobody, and which go first though they are to go second."""
    covered = coverage_of(content)
    for found, what in (
        (unheard(content, covered), "nobody gets these words"),
        (first_alone(content, covered), "for whoever had the others, and first where none fit"),
    ):
        if found:
            console.print(f"\nPublished, and {what}:")
            lines = [f"{one.where}: {one.slot} ‘{one.begins}’: {one.why}" for one in found]
            _first_of(lines, console, "; rapport coverage says all.")


def _second_look(content: BrandFolder, console: Console) -> None:
    """Says which approved words a machine would not have been allowed."""
    lines = second_look(content)
    if not lines:
        return
    console.print("\nPublished, and worth a second look: a machine might not write so.")
    _first_of(lines, console, ".")


def _first_of(lines: Sequence[str], console: Console, after: str) -> None:
    """The first lines, and how many more there are."""
    for line in lines[:MOST_SHOWN]:
        console.print(f"  {line}", markup=False)
    if len(lines) > MOST_SHOWN:
        console.print(f"  ... and {len(lines) - MOST_SHOWN} more{after}")
