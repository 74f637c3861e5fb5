"""Clauses: over a comma, what a pattern looks for is often said of somebody or something else."""

from __future__ import annotations

from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.matching import Hit
from rapport.core.copy_checks.reading import PLACEHOLDER, Reading

WITHIN_CLAUSES = frozenset(
    {f.GUILT, f.SHAME, f.FEAR, f.FLATTERY, f.URGENCY, f.SCARCITY, f.WATCHING, f.CLAIM}
)
"""Tables whose patterns look for what somebody does to whom: over a comma it is another who."""
_CLAUSE_ENDS = frozenset(",;:–—()")


def over_clauses(reading: Reading, hit: Hit) -> bool:
    """Whether a sign that parts clauses stands between a hit's words, and its table minds."""
    if hit.over_commas or hit.table not in WITHIN_CLAUSES:
        return False
    first, last = reading.words[hit.first], reading.words[hit.last - 1]
    between = PLACEHOLDER.sub("", reading.texts[first.slot][first.start : last.end])
    return not _CLAUSE_ENDS.isdisjoint(between)
