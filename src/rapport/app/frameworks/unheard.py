"""Approved words that nobody gets: said where words are changed and where they are published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from rapport.core.blueprint import BrandFolder
from rapport.core.creative.coverage import Coverage

SHOWN_LETTERS = 60


class Unheard(Struct, frozen=True):
    """Words for one slot that are in no message of anybody's. `begins` is how they begin, `where`
    the file and line that they stand on, and `why` is in words, after a colon."""

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
            block = known[one.id]
            words = " ".join(block.text.split())
            begins = words if len(words) <= SHOWN_LETTERS else f"{words[:SHOWN_LETTERS].rstrip()}…"
            yield Unheard(framework.key, framework.name, block.slot, begins, one.where, one.why)
