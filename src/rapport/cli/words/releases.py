"""`rapport releases`: what was published, what each release changed, and the way back to its
words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.text import Text

from rapport.app.publishing.releases import Past
from rapport.app.wording.dates import local_time
from rapport.app.wording.table import Table
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.desks.frameworks import FrameworkDesk
from rapport.bootstrap.desks.releases import ReleaseDesk
from rapport.bootstrap.installation import Installation
from rapport.cli.files import write_json
from rapport.cli.in_charge.policy import print_table
from rapport.cli.output import terminal
from rapport.core.creative.editing import bound_in_words
from rapport.core.creative.wording import made_visible
from rapport.core.text.word_diff import GONE, NEW, Piece
from rapport.core.time import Zone
from rapport.errors import UserError
from rapport.settings import Settings
from rapport.web.desks import OneRelease


def run_list(settings: Settings, brand: str, json_file: Path | None) -> None:
    """Prints every release, the newest first."""
    installation = Installation.existing(settings, WallClock())
    try:
        key = installation.only_brand(brand)
        found = _desk(installation).releases(key)
        zone = installation.blueprint(key).releases[-1].brand.zone
    finally:
        installation.close()
    write_json(json_file, found)
    print_table(_table(found, zone))


def run_show(settings: Settings, brand: str, number: int, json_file: Path | None) -> None:
    """Prints what one release changed, beside the one before it."""
    console = terminal()
    installation = Installation.existing(settings, WallClock())
    try:
        key = installation.only_brand(brand)
        found = _desk(installation).release(key, number)
        zone = installation.blueprint(key).releases[-1].brand.zone
    finally:
        installation.close()
    if found is None:
        raise UserError(f"There is no release {number} of '{key}'. See: rapport releases")
    write_json(json_file, found.past)
    for line in _told(found, zone):
        console.print(Text(line), soft_wrap=True)


def run_write(settings: Settings, brand: str, number: int, framework: str, by: str) -> None:
    """Writes the words of a release into the brand's folder, all of them or one framework's."""
    console = terminal()
    installation = Installation.existing(settings, WallClock())
    try:
        key = installation.only_brand(brand)
        done = _desk(installation).write(key, number, framework, by)
        folder = installation.folders.folder(key)
    finally:
        installation.close()
    if not done.files:
        console.print(f"The folder says what release {number} says already: nothing was written.")
        return
    written = ", ".join(str(folder / name) if folder else name for name in done.files)
    console.print(Text(f"Written into {written}, as release {number} has it."), soft_wrap=True)
    console.print(Text(f"Nothing holds yet. Look at it, then: rapport publish {folder}"))


def _desk(installation: Installation) -> ReleaseDesk:
    return ReleaseDesk(installation, FrameworkDesk(installation))


def _table(releases: Sequence[Past], zone: Zone) -> Table:
    rows = [
        (
            str(one.number),
            f"{one.did} {local_time(one.at, zone)}",
            one.who,
            ", ".join(one.changed) or one.why,
            "holds now" if one.holds else "",
        )
        for one in releases
    ]
    note = "What one changed: rapport releases NUMBER. To have its words again: with --write."
    return Table("Releases", ("Release", "When", "Who", "Changed", ""), tuple(rows), note)


def _told(found: OneRelease, zone: Zone) -> Iterator[str]:
    past = found.past
    by = f" by {past.who}" if past.who else ""
    yield f"Release {past.number}, {past.did} {local_time(past.at, zone)}{by}."
    if past.number == 1:
        yield "It is the first: nothing was published before."
    heading = ""
    for words in found.changed.words:
        if words.name != heading:
            heading = words.name
            yield f"\n{made_visible(heading)}"
        yield f"  {words.slot} {bound_in_words(dict(words.bound))}"
        yield from _pieces(words.pieces)
    for setting in found.changed.settings:
        yield f"\n{made_visible(setting.name)}: {made_visible(setting.what)}"
        yield from _pieces(setting.pieces)
    for part in found.changed.voice:
        yield f"\nVoice and claims: {made_visible(part.name)}"
        for hunk in part.hunks:
            yield from _pieces(hunk.pieces)
    if found.changed.files:
        yield f"\nBesides that: {', '.join(one.name for one in found.changed.files)}"


def _pieces(pieces: Sequence[Piece]) -> Iterator[str]:
    was = "".join(one.text for one in pieces if one.kind != NEW).strip()
    becomes = "".join(one.text for one in pieces if one.kind != GONE).strip()
    for sign, said in (("-", was), ("+", becomes)):
        yield from (f"    {sign} {made_visible(line)}" for line in said.splitlines())
