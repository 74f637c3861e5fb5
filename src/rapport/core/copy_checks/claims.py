"""Whether a claim that words make is one of those that claims.yaml states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapport.core.copy_checks.letters import word_set
from rapport.core.copy_checks.matching import Hit
from rapport.core.copy_checks.reading import Reading, read, sentences

SHARED_WORDS = 3
AROUND = 2

_BETWEEN = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][\"'”’)]))\s+|\n\s*\n|\{%.{0,1000}?%\}", re.DOTALL)

_EMPTY = word_set(
    "a an and are as at be been by can do does each every everything for from had has have i if "
    "in into is it its just may no not of on one or our own so than that the their them they this "
    "to too up us was we well were what when which will with you your here very all any each made"
)


class Claims:
    """The claims that may be made, as the stems of their words, and what the brand says of itself,
    which is true beside any of them."""

    def __init__(self, texts: Iterable[str], who: str = "") -> None:
        own = [_stems_of(sentence) for sentence in sentences(who)]
        self._stems = [*map(_stems_of, texts), *own]
        self._own: frozenset[str] = frozenset().union(*own)

    def cover(self, reading: Reading, hit: Hit) -> bool:
        """Whether one claim has all that the words found say, and what their sentence is about.

        The words found must all be the claim's, or what the brand says of itself. Where only one of
        them has a meaning, so must enough of its sentence: "tested" is covered by "tested as safe
        for food" where the sentence is about food, and not where it is about dermatologists.
        """
        sentence = reading.words[hit.first].sentence
        first, last = hit.first, hit.last
        words = reading.words
        start, end = first, last
        while start > 0 and words[start - 1].sentence == sentence:
            start -= 1
        while end < len(words) and words[end].sentence == sentence:
            end += 1
        found = _meaning([word.text for word in words[first:last]])
        near = _meaning(
            [word.text for word in words[max(start, first - AROUND) : min(end, last + AROUND)]]
        )
        around = _meaning([word.text for word in words[start:end]])
        return any(
            (found <= stems and _about(around, near, stems))
            if len(found) < 2
            else (found & stems and found <= stems | self._own)
            for stems in self._stems
        )


def _about(around: frozenset[str], near: frozenset[str], claim: frozenset[str]) -> bool:
    """Whether a sentence, and the words beside what was found, are about what a claim is about."""
    enough = len(around & claim) >= min(SHARED_WORDS, len(around))
    return enough and len(near & claim) * 2 >= len(near)


def _meaning(words: Sequence[str]) -> frozenset[str]:
    stems = {stem(word) for word in words if not word.startswith("{")}
    return frozenset(stems - {""})


class Said(NamedTuple):
    """A sentence as it is written, and how much of what a claim says it says: above 0, up to 1."""

    share: float
    sentence: str


def sentences_saying(text: str, claim: str) -> list[Said]:
    """The sentences of a text that share words that mean something with a claim: a third of the
    claim's, and two or all.

    Where a claim ends, a person looks at these: approved words are held to no claim.
    """
    wanted = _stems_of(claim)
    found = (one.strip() for one in _BETWEEN.split(text))
    shared = ((len(_stems_of(one) & wanted), one) for one in found if one)
    enough = max(min(2, len(wanted)), -(-len(wanted) // 3), 1)
    return [Said(count / len(wanted), one) for count, one in shared if count >= enough]


@lru_cache(maxsize=4_096)
def _stems_of(sentence: str) -> frozenset[str]:
    return _meaning([word.text for word in read({"": sentence}).words])


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """A word without its commonest endings; nothing for words that mean little by themselves."""
    if word in _EMPTY:
        return ""
    for ending in ("ings", "ing", "ness", "edly", "ed", "es", "ly", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word
