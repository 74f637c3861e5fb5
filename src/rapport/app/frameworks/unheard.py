"""Approved words that nobody gets, and those that go first though they are ticked to go second:
said where words are changed and where they are published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from rapport.core.blueprint import BrandFolder
from rapport.core.creative.coverage import Coverage
from rapport.core.creative.framework import Block, Framework

SHOWN_LETTERS = 60
NOTHING_ELSE = (
    "of messages that no other approved words fit, everybody gets these, people who get the "
    "usual messages too. Write others, or take the tick (‘also’) away"
)


class Unheard(Struct, frozen=True):
    """Words for one slot that are in no message of anybody's, or go first all the same. `begins` is
    how they begin, `where` the file and line that they stand on, and `why` is in words, after a
    colon."""

    framework: str
    name: str
    slot: str
    begins: str
    where: str
    why: str


def unheard(folder: BrandFolder, covered: Mapping[str, Coverage]) -> tuple[Unheard, ...]:
    """All of a brand's; `covered` has how far the words of each framework go. A framework that no
    flow names is left out: none of its words are for anybody yet."""
    return tuple(_unheard(folder, covered))


def _unheard(folder: BrandFolder, covered: Mapping[str, Coverage]) -> Iterator[Unheard]:
    for framework in folder.frameworks:
        found = covered.get(framework.key)
        if found is None or not found.points:
            continue
        known = {block.id: block for block in framework.blocks}
        for one in found.unreached:
            if one.goes_second:
                continue
            yield _told(framework, known[one.id], one.why)


def first_alone(folder: BrandFolder, covered: Mapping[str, Coverage]) -> tuple[Unheard, ...]:
    """All of a brand's words that are for whoever had the others, where there are none."""
    return tuple(
        _told(framework, block, NOTHING_ELSE)
        for framework in folder.frameworks
        if (found := covered.get(framework.key)) is not None
        for block in framework.blocks
        if block.id in found.first_alone
    )


def _told(framework: Framework, block: Block, why: str) -> Unheard:
    words = " ".join(block.text.split())
    begins = words if len(words) <= SHOWN_LETTERS else f"{words[:SHOWN_LETTERS].rstrip()}…"
    return Unheard(framework.key, framework.name, block.slot, begins, block.where, why)
