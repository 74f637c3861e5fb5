"""`rapport preview` and `rapport coverage`: what a framework can say, before anybody gets it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from difflib import get_close_matches
from math import isfinite, nan
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from rich.console import Console
from rich.table import Table

from rapport.app.frameworks.preview import (
    BARRED,
    BROKEN,
    NEEDS,
    OFFER,
    PERSON,
    RULE,
    TOPIC,
    Cell,
    Place,
    Seen,
    Wanted,
)
from rapport.app.frameworks.preview_file import Sheet, preview_file
from rapport.app.frameworks.preview_person import Invented
from rapport.app.frameworks.tally import tally, unwritten
from rapport.app.frameworks.unheard import NOTHING_ELSE
from rapport.app.publishing.margin_spent import margin_spent
from rapport.app.wording.counts import so_many
from rapport.app.wording.languages import PAGES_SPEAK, language_name
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.homes import database_of
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.library import example_folder
from rapport.bootstrap.previews.desk import Shown, heading, invented, pictures_of
from rapport.bootstrap.previews.from_folder import from_folder, from_installation
from rapport.bootstrap.previews.somebody import somebody
from rapport.cli.files import write_json, write_whole
from rapport.cli.output import terminal
from rapport.cli.words.finding import run_find
from rapport.cli.words.own_inbox import ToSend, refuse_a_known_person
from rapport.core.blueprint import Release
from rapport.core.creative.coverage import Coverage, coverage, languages_of, moments_at, points_of
from rapport.core.creative.framework import CONTENT_FACTORS, Framework
from rapport.core.creative.speaking import Speaker
from rapport.core.creative.wording import made_visible
from rapport.core.person.signals import BY_NAME, family_of
from rapport.errors import UserError
from rapport.settings import Settings

MOST_SHOWN = 20
NOTHING: Mapping[str, str] = MappingProxyType({})


class PreviewOptions(Struct, frozen=True):
    """What the command line was given; empty where it was not."""

    framework: str = ""
    folder: Path | None = None
    brand: str = ""
    profile: str = ""
    first_name: str = "Anna"
    items: int = 2
    signals: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    out: Path | None = None
    json_file: Path | None = None
    send_to: str | None = None
    by: str = ""
    find: str | None = None


def run_preview(settings: Settings, options: PreviewOptions) -> None:
    """Writes every message of the frameworks asked for, says which don't work, and makes the file
    that is asked for; or sends one as a test."""
    if options.send_to is not None:
        send_a_test(settings, options, options.send_to)
        return
    console = terminal()
    with _shown(settings, options) as (shown, seen):
        frameworks = _frameworks(shown, options.framework)
        wanted = _wanted(options.only, frameworks, shown.release)
        at = WallClock().now()
        offers = {one.key: one.label or one.key for one in shown.release.offers}
        with console.status("Writing every message"):
            sheets = [
                Sheet(
                    framework,
                    tuple(shown.preview.cells(framework, seen, at, wanted)),
                    offers,
                    shown.release.brand.language,
                )
                for framework in frameworks
            ]
        _say(sheets, shown, seen, console)
        if options.out is not None:
            content = preview_file(sheets, heading(shown, seen, at), pictures_of(shown))
            write_whole(options.out, content)
            size = f"{len(content) / 1e6:.1f} MB"
            console.print(f"\n{options.out}: {size}, and needs nothing else.", markup=False)
        write_json(options.json_file, [_as_json(sheet) for sheet in sheets])


def send_a_test(settings: Settings, options: PreviewOptions, to: str) -> None:
    """Sends the first message that is asked for and works."""
    refuse_a_known_person(options.profile)
    if options.out is not None or options.json_file is not None:
        raise UserError("A test is one message: leave out --out and --json, or --send-to.")
    person = Invented(options.first_name, options.items, _signals(options.signals))
    with closing(ToSend(settings, options.brand, options.folder)) as here:
        shown = here.desk.shown(here.brand)
        frameworks = _frameworks(shown, options.framework)
        if len(frameworks) > 1:
            known = ", ".join(one.key for one in frameworks)
            raise UserError(f"A test is one message: say of which framework. There is: {known}.")
        wanted = _wanted(options.only, frameworks, shown.release)
        here.send(frameworks[0], wanted, person, to, options.by)


def run_coverage(settings: Settings, options: PreviewOptions) -> None:
    """Says what the approved words of the frameworks asked for cover, and what they leave out; or
    where a phrase stands in them."""
    console = terminal()
    with _shown(settings, options) as (shown, _):
        release = shown.release
        if options.find is not None:
            asked = _frameworks(shown, options.framework)
            run_find(release, asked, options.find, options.json_file)
            return
        found = [
            coverage(
                framework,
                moments_at(release.flows, framework.key),
                release.brand.language,
                release.rules,
                Speaker(release.brand, release.offers),
            )
            for framework in _frameworks(shown, options.framework)
        ]
    for one in found:
        _say_coverage(one, console)
    if spent := margin_spent(release.brand, release.offers):
        console.print(f"\n{spent}", markup=False)
    write_json(options.json_file, found)


# --- What is shown -----------------------------------------------------------------------------


@contextmanager
def _shown(settings: Settings, options: PreviewOptions) -> Iterator[tuple[Shown, Seen]]:
    """The brand and the person that the options ask for."""
    person = Invented(options.first_name, options.items, _signals(options.signals))
    if options.folder is not None and options.profile:
        raise UserError("A folder knows nobody: leave out --profile, or leave out --folder.")
    if options.folder is not None:
        with from_folder(options.folder) as shown:
            yield shown, invented(shown, person)
        return
    if not options.profile and not database_of(settings.home).exists():
        with example_folder() as folder, from_folder(folder) as shown:
            yield shown, invented(shown, person)
        return
    installation = Installation.existing(settings, WallClock())
    try:
        brand = installation.only_brand(options.brand)
        shown = from_installation(installation, brand)
        if options.profile:
            yield shown, somebody(installation, shown, brand, options.profile)
        else:
            yield shown, invented(shown, person)
    finally:
        installation.close()


def _signals(written: Sequence[str]) -> Mapping[str, float]:
    found = {}
    for one in written:
        # A signal of a family may have a '=' within its brackets.
        name, _, value = (part.strip() for part in one.rpartition("="))
        if not name:
            raise _unreadable(one)
        if BY_NAME.get(name) is None and family_of(name) is None:
            close = get_close_matches(name, BY_NAME, n=1)
            hint = f" Did you mean '{close[0]}'?" if close else ""
            raise UserError(
                f"There is no signal '{made_visible(name)}'.{hint} All of them are in "
                "docs/signals.md."
            )
        try:
            number = float(value)
        except ValueError:
            number = nan
        if not isfinite(number):
            raise _unreadable(one)
        found[name] = number
    return found


def _unreadable(signal: str) -> UserError:
    return UserError(
        f"--signal {made_visible(signal)} cannot be read. Write a signal and a number, such as "
        "days_since_refund=3."
    )


def _frameworks(shown: Shown, asked: str) -> list[Framework]:
    found = [one for one in shown.release.frameworks if asked in ("", one.key)]
    if not found:
        known = ", ".join(one.key for one in shown.release.frameworks)
        raise UserError(f"There is no framework '{asked}'. There is: {known}.")
    return found


def _wanted(only: Sequence[str], frameworks: Sequence[Framework], release: Release) -> Wanted:
    """`tone=warm` and its like, as the part of the matrix that is asked for."""
    levels: dict[str, tuple[str, ...]] = {}
    for one in only:
        name, _, value = one.partition("=")
        if name not in _ASKED or not value:
            raise UserError(f"--only {one} cannot be read. Write {' or '.join(_ASKED)}, =, a key.")
        known = dict.fromkeys(key for each in frameworks for key in _keys(name, each, release))
        if value not in known:
            there = f"There is: {', '.join(known)}." if known else "There is none at all."
            raise UserError(f"There is no {name} '{made_visible(value)}'. {there}")
        levels[name] = (*levels.get(name, ()), value)
    points, languages = levels.pop("point", ()), levels.pop("language", ())
    return Wanted(points, languages, levels)


_ASKED = (*CONTENT_FACTORS, "point", "language")


def _keys(name: str, framework: Framework, release: Release) -> Sequence[str]:
    """What may be asked for of a framework by one of the names that there are."""
    if name == "point":
        return points_of(release.flows, framework.key)
    if name == "language":
        return languages_of(framework, release.brand.language)
    return framework.keys(name)


# --- What is said ------------------------------------------------------------------------------


def _say(sheets: Sequence[Sheet], shown: Shown, seen: Seen, console: Console) -> None:
    def say(words: str) -> None:
        console.print(words, markup=False)

    say(f"{shown.release.brand.name}, for {seen.words}.")
    if seen.unreachable:
        say(f"Now they get none of this: {seen.unreachable}.")
    for sheet in sheets:
        name = f"{sheet.framework.name} ({sheet.framework.key})"
        languages = dict.fromkeys(cell.place.language for cell in sheet.cells)
        if list(languages) in ([], [PAGES_SPEAK]):
            say(f"\n{name}: {_counted(sheet.cells, sheet.usual)}")
        else:
            say("")
            for language in languages:
                mine = [cell for cell in sheet.cells if cell.place.language == language]
                say(f"{name}, in {language_name(language)}: {_counted(mine, sheet.usual)}")
        written = [cell for cell in sheet.cells if not unwritten(cell, sheet.usual)]
        others = [cell for cell in sheet.cells if unwritten(cell, sheet.usual)]
        for words in (*_reasons(written, BARRED), *_reasons(written, BROKEN), *_not_yet(others)):
            say(f"  {words}")
    if shown.mistakes:
        say(
            f"\nPublishing would refuse this folder, for {so_many(len(shown.mistakes), 'mistake')}:"
        )
        for line in shown.mistakes[:MOST_SHOWN]:
            say(f"  {line}")
        if len(shown.mistakes) > MOST_SHOWN:
            say(f"  ... and {len(shown.mistakes) - MOST_SHOWN} more.")


def _counted(cells: Sequence[Cell], usual: str) -> str:
    return f"{so_many(len(cells), 'combination')}; {tally(cells, usual)}"


def _not_yet(cells: Sequence[Cell]) -> list[str]:
    """What is not written in other languages, each once, with how many combinations lack it."""
    lacking = Counter(
        (cell.place.language, found.found) for cell in cells for found in cell.against
    )
    found = [
        f"Not written in {language_name(language)} yet: {words} ({count})"
        for (language, words), count in lacking.items()
    ]
    more = len(found) - MOST_SHOWN
    return [*found[:MOST_SHOWN], *([f"... and {more} more"] if more > 0 else [])]


def _reasons(cells: Sequence[Cell], state: str) -> list[str]:
    """Each reason once, with how many combinations it is about and the first of them."""
    about: dict[str, list[Place]] = {}
    for cell in cells:
        for finding in cell.against if cell.state == state else ():
            place = f"{finding.where}: " if finding.where else ""
            words = f"{place}{finding.rule}: {finding.found}"
            if state == BARRED:
                words = _BARRED.get(finding.rule, "{0.rule}: {0.found}").format(finding)
                words = f"{place}{words}" if finding.rule == RULE else words
            about.setdefault(words, []).append(cell.place)
    found = [
        f"{words} ({len(places)}, such as {_described(places[0])})"
        for words, places in about.items()
    ]
    more = len(found) - MOST_SHOWN
    return [*found[:MOST_SHOWN], *([f"... and {more} more reasons"] if more > 0 else [])]


_BARRED = {
    RULE: "Rule '{0.found}'",
    NEEDS: "Visual '{0.where}': {0.found}",
    OFFER: "Offer '{0.where}': {0.found}",
    TOPIC: "Topic of '{0.where}': {0.found}",
    PERSON: "Nothing may be sent to them: {0.found}",
}


def _described(place: Place) -> str:
    return (
        f"{place.point}, {place.language}: {place.tone}, {place.angle}, {place.visual}, "
        f"offer {place.offer}"
    )


def _say_coverage(found: Coverage, console: Console) -> None:
    def say(words: str) -> None:
        console.print(words, markup=False)

    say(f"\n{found.name} ({found.framework}), at {', '.join(found.points) or 'no point'}")
    table = Table(show_edge=False, pad_edge=False)
    for title in ("Language", "Blocks", "Combinations", "Approved", "Messages", "Wordings"):
        table.add_column(title, justify="left" if title == "Language" else "right")
    for one in found.languages:
        figures = (one.blocks, one.combinations, one.approved, one.messages, one.wordings)
        table.add_row(one.language, *(f"{figure:,}" for figure in figures))
    console.print(table)
    say(f"Rules take {so_many(found.barred, 'combination')} away from everybody.")
    if found.dated:
        named = ", ".join(f"‘{name}’" for name in found.dated)
        say(f"Rules that hold on some days only are left aside: {named}.")
    _say_gaps(found, say)
    for echo in found.echoes:
        say(echo.says)
    for block in found.unreached:
        who = "Second goes" if block.goes_second else "Nobody gets"
        say(f"{who} {block.id} ({block.where}): {block.why}.")
    for name in found.first_alone:
        say(f"First goes {name}, though it is for whoever had the others: {NOTHING_ELSE}.")


def _say_gaps(found: Coverage, say: Callable[[str], None]) -> None:
    """What cannot be said, and what that means for people who read another language."""
    usual, *others = found.languages
    for one in found.languages:
        for gap in one.gaps:
            where = f" ({gap.where})" if gap.where and one is not usual else ""
            say(
                f"In {one.language}, at {gap.point}: {gap.what} for "
                f"{so_many(gap.count, 'combination')}{where}:"
            )
            for words in gap.combinations[:MOST_SHOWN]:
                say(f"  {words}")
            if len(gap.combinations) > MOST_SHOWN:
                say(f"  ... and {len(gap.combinations) - MOST_SHOWN} more")
    for one in others:
        if one.gaps:
            who = f"Who reads {language_name(one.language)}"
            say(f"{who} gets what can be said in it, and nothing else of this.")
        if one.unsaid_at:
            at = ", ".join(one.unsaid_at)
            say(f"At {at} that is nothing: there they get the messages in {usual.language}.")


def _as_json(sheet: Sheet) -> dict[str, object]:
    return {
        "framework": sheet.framework.key,
        "cells": [
            {
                "place": cell.place,
                "state": cell.state,
                "subject": cell.subject,
                "preheader": cell.preheader,
                "blocks": cell.blocks,
                "against": cell.against,
            }
            for cell in sheet.cells
        ],
    }
