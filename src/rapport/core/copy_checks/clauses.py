"""Clauses: over a comma, what a pattern looks for is often said of somebody or something else."""

from __future__ import annotations

from collections.abc import Sequence

from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.letters import word_set
from rapport.core.copy_checks.matching import Hit
from rapport.core.copy_checks.reading import PLACEHOLDER, Reading, Word

WITHIN_CLAUSES = frozenset(
    {f.GUILT, f.SHAME, f.FEAR, f.FLATTERY, f.URGENCY, f.SCARCITY, f.WATCHING, f.CLAIM}
)
"""Tables whose patterns look for what somebody does to whom: over a comma it is another who."""
_CLAUSE_ENDS = frozenset(",;:–—()")
_BEGINS = word_set("and but so because since though although while or")


def over_clauses(reading: Reading, hit: Hit) -> bool:
    """Whether a sign that parts clauses stands between a hit's words, and its table minds."""
    if hit.over_commas or hit.table not in WITHIN_CLAUSES:
        return False
    return _parted(reading, hit.first, hit.last - 1)


def clause_around(reading: Reading, hit: Hit) -> Sequence[Word]:
    """The words around a hit up to a sign that parts clauses, or a word that begins one."""
    words, first, last = reading.words, hit.first, hit.last
    sentence = words[first].sentence
    while first and words[first - 1].sentence == sentence:
        if words[first].text in _BEGINS or _parted(reading, first - 1, first):
            break
        first -= 1
    while last < len(words) and words[last].sentence == sentence:
        if words[last].text in _BEGINS or _parted(reading, last - 1, last):
            break
        last += 1
    return words[first:last]


def _parted(reading: Reading, one: int, other: int) -> bool:
    """Whether a sign that parts clauses stands between two words of a sentence."""
    first, last = reading.words[one], reading.words[other]
    between = PLACEHOLDER.sub("", reading.texts[first.slot][first.start : last.end])
    return not _CLAUSE_ENDS.isdisjoint(between)
