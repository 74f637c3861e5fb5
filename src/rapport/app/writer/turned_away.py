"""A second look at what a model wrote, by how words read that were turned away before.

People's own words are not held to it: it knows what a writer is rather not to say, and gives no
reason that a person could answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

import msgspec

from rapport.core.copy_checks import likeness
from rapport.core.copy_checks.likeness import BUTTON, Likeness
from rapport.core.copy_checks.reading import read
from rapport.core.creative.framework import Framework
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


def second_look(
    framework: Framework, slots: Mapping[str, str], language: str
) -> tuple[Finding, ...]:
    """What stands against words for a framework in which no check found anything."""
    if language != LANGUAGE:
        return ()
    approved, limit = _approved(framework)
    own = {
        slot: words
        for slot, words in slots.items()
        if slot != BUTTON and (slot, words.strip()) not in approved
    }
    return tuple(likeness.second_look(shipped_likeness(), limit, read(own)))


@remembers(FRAMEWORKS_KEPT)
def _approved(framework: Framework) -> tuple[frozenset[tuple[str, str]], float]:
    """What stands approved, by slot, and how like words that were turned away it may be beside."""
    words = [
        (one.slot, TAG.sub(" ", one.text).strip())
        for one in framework.blocks
        if one.language == LANGUAGE
    ]
    limit = shipped_likeness().limit_of(read({slot: text}) for slot, text in words)
    return frozenset(words), limit
