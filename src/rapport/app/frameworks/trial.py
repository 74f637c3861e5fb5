"""A message with words that are still being typed: seen while somebody writes, and never kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.app.frameworks.preview import BARRED, Cell, Preview, Seen, Wanted
from rapport.core.creative.editing import NONE
from rapport.core.creative.framework import CONTENT_FACTORS, Block, Framework
from rapport.core.time import Instant


class Trial(Struct, frozen=True):
    """What somebody has typed by now, and what it is bound to. `was` are the words that it takes
    the place of, where it is a change; `language` is empty for the brand's own."""

    bound: Mapping[str, tuple[str, ...]]
    words: Mapping[str, str]
    language: str = ""
    was: Mapping[str, str] = NONE


class Look(Struct, frozen=True):
    """The first message that has these words, None where there is none; whom it is for; and what
    stands against the words themselves, as lines of a file would have it."""

    cell: Cell | None = None
    who: str = ""
    problems: tuple[str, ...] = ()


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


def first_message(
    preview: Preview, framework: Framework, seen: Seen, at: Instant, trial: Trial, language: str
) -> Cell | None:
    """The first of the messages that the words are for and that no rule bars; one that is barred
    where all are, None where they are for none."""
    levels = {factor: trial.bound.get(factor, ()) for factor in CONTENT_FACTORS}
    wanted = Wanted(trial.bound.get("point", ()), (language,), levels)
    barred = None
    for cell in preview.with_framework(framework).cells(framework, seen, at, wanted):
        if cell.state != BARRED:
            return cell
        barred = barred or cell
    return barred


def _plain(words: str) -> str:
    return " ".join(words.split())
