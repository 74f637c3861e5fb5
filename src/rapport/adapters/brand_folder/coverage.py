"""Whether there are approved words for everything that may be decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from rapport.adapters.plain_files import plain_file
from rapport.core.blueprint import BrandFolder
from rapport.core.creative.coverage import InLanguage, coverage, moments_at
from rapport.core.creative.described import described
from rapport.core.creative.framework import Action, Framework, combinations
from rapport.core.creative.speaking import Speaker, own_words, said

MOST_NAMED = 3
"""Combinations that are named in one line."""


def uncovered(folder: BrandFolder) -> list[tuple[str, str]]:
    """What is missing in the brand's own language, as pairs of a framework's key and a sentence."""
    found: list[tuple[str, str]] = []
    for framework in folder.frameworks:
        for point, moments in moments_at(folder.flows, framework.key).items():
            everything = list(combinations(framework, folder.rules, moments))
            found.extend(
                (framework.key, gap) for gap in _gaps(folder, framework, point, everything)
            )
    return found


def _gaps(
    folder: BrandFolder, framework: Framework, point: str, everything: Sequence[Action]
) -> list[str]:
    language = folder.brand.language
    here = [one for one in framework.blocks if one.language == language and one.is_for(point)]
    by_tone = {
        tone: replace(framework, blocks=tuple(b for b in here if not b.tones or tone in b.tones))
        for tone in {action.tone for action in everything}
    }
    without: dict[str, list[Action]] = {}
    for action in everything:
        for what in _missing(folder, by_tone[action.tone], point, action):
            without.setdefault(what, []).append(action)
    return [
        f"{what} for {combination} at point {point}"
        for what, actions in without.items()
        for combination in described(actions, everything)
    ]


def covers(folder: BrandFolder, framework: Framework, point: str, action: Action) -> bool:
    """Whether a message has words for all that it must say, in the brand's own language."""
    return not _missing(folder, framework, point, action)


def _missing(folder: BrandFolder, framework: Framework, point: str, action: Action) -> list[str]:
    speaker = Speaker(folder.brand, folder.offers)
    return said(speaker, framework, point, action, folder.brand.language)[1]


Layouts = Mapping[tuple[str, str], tuple[str, ...]]
"""The files of each layout, by framework and visual."""


def untranslated(folder: BrandFolder, layouts: Layouts, root: Path) -> list[str]:
    """What is missing in languages that the brand has begun to write in, a line for each: who reads
    them doesn't get such messages."""
    found: dict[str, None] = {}
    speaker = Speaker(folder.brand, folder.offers)
    for framework in folder.frameworks:
        points = moments_at(folder.flows, framework.key)
        usual = folder.brand.language
        told = coverage(framework, points, usual, folder.rules, speaker)
        for one in told.languages[1:]:
            found.update(dict.fromkeys(_lines(one, framework, layouts, root)))
    return list(found)


def _lines(one: InLanguage, framework: Framework, layouts: Layouts, root: Path) -> Iterator[str]:
    points: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}
    for gap in one.gaps:
        points.setdefault((gap.where, gap.what, gap.combinations), []).append(gap.point)
    for (begin, what, lacking), at in points.items():
        where, for_what = begin, "; ".join(lacking[:MOST_NAMED])
        if (more := len(lacking) - MOST_NAMED) > 0:
            for_what += f" and {more} more"
        if "the layout says" in what:
            for visual, source in framework.layouts:
                if f"'{own_words(source)}'" in what:
                    where = _line_of(own_words(source), layouts[framework.key, visual], root)
        yield f"{where}: in {one.language}, {what} for {for_what}, at {', '.join(at)}"


def _line_of(words: str, files: tuple[str, ...], root: Path) -> str:
    """The file and line on which words of a layout stand, or its file."""
    for file in files:
        try:
            lines = plain_file(root / file).read_text(encoding="utf-8").split("\n")
        except (OSError, UnicodeDecodeError):
            continue
        for number, line in enumerate(lines, 1):
            if words in line:
                return f"{file}:{number}"
    return files[0]
