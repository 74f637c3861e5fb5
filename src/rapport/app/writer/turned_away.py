"""A second look at what a model wrote, by how words read that were turned away before.

People's own words are not held to it: it knows what a writer is rather not to say, and gives no
reason that a person could answer.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

import msgspec
from msgspec.structs import replace

from rapport.core.copy_checks import likeness
from rapport.core.copy_checks.likeness import BUTTON, Likeness
from rapport.core.copy_checks.reading import read
from rapport.core.copy_checks.standard import Rewrite, Standard
from rapport.core.creative.framework import NO_OFFER, Block, Framework
from rapport.core.creative.message import Finding
from rapport.core.creative.wording import TAG
from rapport.core.last import remembers

FILE = "turned_away.json"

LANGUAGE = "en"
"""What the words were in that it was learnt from."""

FRAMEWORKS_KEPT = 64


@lru_cache(maxsize=1)
def shipped_likeness() -> Likeness:
    """The weights; `scripts/learn_likeness.py` makes them anew from the red team's set."""
    stored = resources.files(__package__).joinpath(FILE).read_bytes()
    return msgspec.json.decode(stored, type=Likeness)


def letting_go(checks: Standard) -> Standard:
    """The checks, with a lone doubt let go where the whole reads well."""
    return replace(checks, likeness=shipped_likeness())


def second_look(framework: Framework, rewrite: Rewrite) -> tuple[Finding, ...]:
    """What stands against words for a framework in which no check found anything."""
    if rewrite.language != LANGUAGE:
        return ()
    approved, limit = _approved(framework)
    own = {
        slot: words
        for slot, words in rewrite.slots.items()
        if slot != BUTTON and (slot, words.strip()) not in approved
    }
    return tuple(
        likeness.second_look(shipped_likeness(), limit, read(own), offered=rewrite.offered)
    )


@remembers(FRAMEWORKS_KEPT)
def _approved(framework: Framework) -> tuple[frozenset[tuple[str, str]], float]:
    """What stands approved, by slot, and how like words that were turned away it may be beside."""
    blocks = [one for one in framework.blocks if one.language == LANGUAGE]
    said = [(one.slot, TAG.sub(" ", one.text).strip()) for one in blocks]
    limit = shipped_likeness().limit_of(
        (read({slot: text}).words, tells_an_offer(block))
        for block, (slot, text) in zip(blocks, said, strict=True)
    )
    return frozenset(said), limit


def tells_an_offer(block: Block) -> bool:
    """Whether approved words stand beside an offer and nowhere else."""
    return bool(block.offers) and NO_OFFER not in block.offers
