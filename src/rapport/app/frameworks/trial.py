"""A message with words that are still being typed: seen while somebody writes, and never kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.app.frameworks.preview import BARRED, Cell, Place, Preview, Seen, Wanted
from rapport.core.creative.editing import NONE
from rapport.core.creative.framework import CONTENT_FACTORS, Block, Framework
from rapport.core.time import Instant


class Trial(Struct, frozen=True):
    """What somebody has typed by now, and what it is bound to. `was` are the words that it takes
    the place of, where it is a change; `language` is empty for the brand's own. `asked` says by
    factor which of its messages somebody wants to see."""

    bound: Mapping[str, tuple[str, ...]]
    words: Mapping[str, str]
    language: str = ""
    was: Mapping[str, str] = NONE
    asked: Mapping[str, str] = NONE


class Messages(Struct, frozen=True):
    """The message that is seen, None where there is none, and the places of all that have these
    words, in order."""

    cell: Cell | None
    places: tuple[Place, ...] = ()


class Look(Struct, frozen=True):
    """A message that has these words, None where there is none; whom it is for; what stands against
    the words themselves, as lines of a file would have it; and where else the words go."""

    cell: Cell | None = None
    who: str = ""
    problems: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


def with_words(framework: Framework, blocks: Sequence[Block], trial: Trial) -> Framework:
    """The framework with these words in the place of all others of their parts, and without those
    that they replace."""
    typed = {(block.slot, block.language) for block in blocks}
    was = {(slot, _plain(words)) for slot, words in trial.was.items()}
    others = tuple(
        block
        for block in framework.blocks
        if (block.slot, block.language) not in typed and (block.slot, _plain(block.text)) not in was
    )
    free = tuple(
        replace(block, points=(), offers=(), tones=(), angles=(), visuals=()) for block in blocks
    )
    return replace(framework, blocks=(*others, *free))


def messages(
    preview: Preview, framework: Framework, seen: Seen, at: Instant, trial: Trial, language: str
) -> Messages:
    """The messages that the words are for and that no rule bars; one that is barred where all are,
    none where they are for none."""
    levels = {factor: trial.bound.get(factor, ()) for factor in CONTENT_FACTORS}
    wanted = Wanted(trial.bound.get("point", ()), (language,), levels)
    tried = preview.with_framework(framework)
    every = list(tried.barred(framework, seen, at, wanted))
    places = tuple(place for place, barred in every if not barred)
    if places:
        chosen = nearest(places, trial.asked)
        return Messages(tried.at(framework, chosen, seen, at), places)
    return Messages(Cell(every[0][0], BARRED, against=every[0][1]) if every else None)


def nearest(places: Sequence[Place], asked: Mapping[str, str]) -> Place:
    """The first of the places that have most of what is asked for, by factor."""
    return max(
        places,
        key=lambda place: sum(getattr(place, factor, None) == key for factor, key in asked.items()),
    )


def _plain(words: str) -> str:
    return " ".join(words.split())
