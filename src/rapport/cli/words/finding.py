"""`rapport coverage --find`: every place where a brand says a phrase."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rapport.app.frameworks.finding import (
    Line,
    Places,
    Said,
    bound_of,
    places_of,
    wrong_with,
)
from rapport.cli.files import write_json
from rapport.cli.output import terminal
from rapport.core.blueprint import Release
from rapport.core.creative.editing import bound_in_words
from rapport.core.creative.framework import Framework
from rapport.core.creative.wording import made_visible
from rapport.errors import UserError


def run_find(
    release: Release, frameworks: Sequence[Framework], phrase: str, json_file: Path | None
) -> None:
    """Says where it stands in these frameworks and in what their messages show besides. Raises
    UserError for a phrase that nobody can look for."""
    if wrong := wrong_with(phrase):
        raise UserError(wrong, at_the_terminal="--find PHRASE")
    found = places_of(_said(release, frameworks), phrase)
    _say(found, phrase)
    write_json(json_file, [*_of_blocks(found), *_beside(found)])


def _said(release: Release, frameworks: Sequence[Framework]) -> Said:
    if len(frameworks) == len(release.frameworks):
        return Said(release.brand, frameworks, release.offers, release.claims)
    alone = [one for one in release.offers if any(one.key in each.offers for each in frameworks)]
    return Said(release.brand, frameworks, alone)


def _say(found: Places, phrase: str) -> None:
    def say(words: str) -> None:
        terminal().print(made_visible(words), markup=False, soft_wrap=True)

    count = len(found.in_blocks) + len(found.beside)
    times = "once" if found.times == 1 else f"{found.times:,} times"
    places = "one place" if count == 1 else f"{count:,} places"
    say(f"‘{phrase}’ stands {f'{times}, in {places}:' if count else 'nowhere.'}")
    for one in found.in_blocks:
        bound = bound_in_words(bound_of(one.block))
        say(f"\n{one.block.where or one.block.id}: {one.framework.name}, {one.block.slot}, {bound}")
        for line in one.lines:
            say(f"  {_marked(line)}")
    for other in found.beside:
        say(f"\n{other.file}: {other.what}")
        for line in other.lines:
            say(f"  {_marked(line)}")


def _marked(line: Line) -> str:
    """With what was looked for between « and »."""
    return "".join(f"«{part.text}»" if part.found else part.text for part in line).strip()


def _of_blocks(found: Places) -> list[dict[str, object]]:
    return [
        {
            "framework": one.framework.key,
            "block": one.block.id,
            "slot": one.block.slot,
            "language": one.block.language,
            "where": one.block.where,
            "lines": ["".join(part.text for part in line) for line in one.lines],
        }
        for one in found.in_blocks
    ]


def _beside(found: Places) -> list[dict[str, object]]:
    return [
        {
            "what": one.what,
            "where": one.file,
            "lines": ["".join(part.text for part in line) for line in one.lines],
        }
        for one in found.beside
    ]
