"""Words that somebody is still typing: read as those of a file are, and held to the same checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml
from msgspec import Struct
from msgspec.structs import replace

from rapport.adapters.approved_liquid.language import WORDS, mistakes
from rapport.adapters.approved_liquid.names import word_facts
from rapport.adapters.brand_folder.blocks import read_blocks
from rapport.adapters.brand_folder.context import Context
from rapport.adapters.brand_folder.nodes import Problems, load
from rapport.core.brand import Brand
from rapport.core.creative.framework import Block, Framework
from rapport.core.creative.voice import Voice
from rapport.core.offer import Offer

TYPED = "typed"
"""What stands for the file in what is wrong with them."""


class Tried(Struct, frozen=True):
    """What the words are as blocks, and what is wrong with them, as lines of a file would have it.
    Words that name facts in a way that cannot be filled in are not `writable`."""

    blocks: tuple[Block, ...]
    problems: tuple[str, ...]
    writable: bool


def read_tried(
    entry: Mapping[str, Sequence[str]],
    framework: Framework,
    brand: Brand,
    voice: Voice,
    offers: tuple[Offer, ...],
) -> Tried:
    """One entry of a framework's blocks, as YAML has it: words by slot, and lists of what they are
    bound to."""
    problems = Problems()
    written = yaml.safe_dump([dict(entry)], allow_unicode=True, width=1_000_000)
    value = load(TYPED, f"blocks:\n{written}".encode(), problems)
    context = Context(Path(), problems, brand, voice, offers)
    read = value.entries().get("blocks") if value.is_mapping else None
    blocks = read_blocks(read, framework, context) if read is not None else ()
    facts = word_facts(frozenset(brand.facts), framework.about)
    writable = not any(mistakes(block.text, WORDS, facts) for block in blocks)
    return Tried(tuple(replace(one, where="") for one in blocks), problems.lines(), writable)
