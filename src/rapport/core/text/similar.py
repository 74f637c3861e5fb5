"""How alike two texts are, and which of many are like one: for judging them together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

RUN = 2
"""Words that are taken together: their order counts a little, one changed word not too much."""

ALIKE = 0.5
"""From here on two texts are called alike."""

_WORD = re.compile(r"\{\{.*?\}\}|[^\W_]+(?:['’][^\W_]+)*", re.DOTALL)


@lru_cache(maxsize=1_024)
def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of two words, in small letters and without marks; a single word stands alone."""
    words = [word.casefold() for word in _WORD.findall(text)]
    if len(words) < RUN:
        return frozenset((word,) for word in words)
    return frozenset(tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def alike(
    text: str, others: Mapping[str, str], at_least: float = ALIKE
) -> tuple[tuple[str, float], ...]:
    """The names of those that are like `text`, and how much, the most alike first.

    How much is the share of all runs of words that both have (Jaccard's index), from 0 to 1.
    """
    own = shingles(text)
    found = [(name, _jaccard(own, shingles(other))) for name, other in others.items()]
    close = [(name, how) for name, how in found if how >= at_least]
    return tuple(sorted(close, key=lambda pair: (-pair[1], pair[0])))


def _jaccard(one: frozenset[tuple[str, ...]], another: frozenset[tuple[str, ...]]) -> float:
    both = len(one & another)
    either = len(one) + len(another) - both
    return both / either if either else 1.0
