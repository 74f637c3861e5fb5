"""Approved words worth a second look: what the checks of generated words say of them.

People may say more than a machine: these are no mistakes, and nothing is held back for them. What
is a mistake in approved words is told when the folder is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rapport.core.blueprint import BrandFolder
from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.characters import html_in
from rapport.core.copy_checks.compiling import standard
from rapport.core.copy_checks.form import ONE_LINE
from rapport.core.copy_checks.reading import PLACEHOLDER
from rapport.core.copy_checks.standard import Rewrite, Standard
from rapport.core.creative.framework import Block
from rapport.core.creative.longest_way import longest_way
from rapport.core.creative.wording import TAG, words_of

OF_FORM = frozenset(
    {
        f.AVOIDED, f.LENGTH, f.MARKUP, f.MISSING_FACT, f.PLACEHOLDER, f.READING_LEVEL,
        f.REPETITION, f.REQUIRED, f.SLOT,
    }
)  # fmt: skip
"""Checks that approved words do not need: they are Liquid, and are checked when they are read."""

_OTHER_BRANCH = re.compile(r"\{%-?\s*els")
_FILTERS = re.compile(r"(\{\{[^{}|]*)\|[^{}]*(?=\}\})")


def second_look(folder: BrandFolder) -> tuple[str, ...]:
    """One line for each block and check, with the file and line that the words are on."""
    return tuple(_lines(folder))


def _lines(folder: BrandFolder) -> Iterator[str]:
    for framework in folder.frameworks:
        ready = standard(framework, folder.brand, folder.voice, folder.claims, folder.offers)
        most = {slot.key: slot.max_chars for slot in framework.slots}
        for block in framework.blocks:
            long, room = longest_way(block.text).letters, most[block.slot]
            if long > room:
                yield (
                    f"{block.where or block.id}: the longest branches come to {long} characters "
                    f"before any fact, and {room} fit ({f.LENGTH}): whoever they are for gets no "
                    "message"
                )
            elif block.slot in ONE_LINE and (filled := _longest(block, ready)) > room:
                yield (
                    f"{block.where or block.id}: {filled} characters with the longest facts filled "
                    f"in, and {room} fit ({f.LENGTH}): whoever has such facts gets no message"
                )
            if html := html_in(words_of(block.text)):
                yield (
                    f"{block.where or block.id}: '{html}' ({f.MARKUP}): people see it as it stands "
                    "here: write plain words"
                )
            for finding in ready.findings(_as_rewrite(block)):
                if finding.rule not in OF_FORM:
                    place = block.where or block.id
                    yield f"{place}: '{finding.found}' ({finding.rule}): {finding.advice}"


def _longest(block: Block, ready: Standard) -> int:
    """How long words come to be where all facts that they print are as long as they may be, in the
    longest message that they can make. Facts that pass through a filter add nothing."""
    offers = block.offers or tuple(ready.longest)
    known = [ready.longest.get(offer, ready.longest[""]) for offer in offers]

    def with_facts(lengths: Mapping[str, int]) -> str:
        return PLACEHOLDER.sub(lambda fact: "x" * lengths.get(fact[1], 0), block.text)

    return max(longest_way(with_facts(lengths)).letters for lengths in known)


def _as_rewrite(block: Block) -> Rewrite:
    offer = block.offers[0] if len(block.offers) == 1 else None
    return Rewrite(
        {block.slot: _FILTERS.sub(r"\1", TAG.sub(_apart, block.text))}, "", block.language, offer
    )


def _apart(tag: re.Match[str]) -> str:
    """What stands for a tag: two branches are no one sentence, and `it.` and `At` no address."""
    return ". " if _OTHER_BRANCH.match(tag[0]) else ""
