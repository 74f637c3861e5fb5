"""What signals can be at all, and conditions that are decided before anybody is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf, isfinite
from operator import ge, gt, le, lt, ne

from msgspec import Struct

from rapport.core.creative.framework import Condition
from rapport.core.person.signals.catalogue import BY_NAME, compares, family_of
from rapport.core.person.signals.row import Family, Signal

NEVER, ALWAYS = "never", "always"

_UP_TO_ONE = frozenset({"share", "1 or 0"})
_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}


class Range(Struct, frozen=True):
    """As little and as much as a signal can be, both included; infinite where there is no end."""

    least: float
    most: float

    def said(self, say: Callable[[float], str]) -> str:
        """Such as `from 0 to 16` or `never below 0`, to follow 'is'; empty where it has no end on
        either side. `say` writes a figure."""
        if self.least == self.most:
            return f"always {say(self.least)}"
        if isfinite(self.least) and isfinite(self.most):
            return f"from {say(self.least)} to {say(self.most)}"
        if isfinite(self.least):
            return f"never below {say(self.least)}"
        return f"never above {say(self.most)}" if isfinite(self.most) else ""


def range_of(row: Signal | Family) -> Range:
    """What the signal, or each of the family, can be."""
    if row.most is not None:
        return Range(row.least, row.most)
    return Range(row.least, 1.0 if row.unit in _UP_TO_ONE else inf)


def foregone(condition: Condition) -> str:
    """`NEVER` or `ALWAYS` where no person can make it otherwise, else ''. What somebody may lack
    always asks for something: that they have it."""
    row = BY_NAME.get(condition.signal) or family_of(condition.signal)
    if row is None:
        return ""
    within = range_of(row)
    if not _possible(condition, within):
        return NEVER
    known = isinstance(row, Signal) and row.known
    return ALWAYS if known and not _possible(_opposite(condition), within) else ""


def at_odds(conditions: Sequence[Condition]) -> tuple[Condition, Condition] | None:
    """The first two that no figure of their signal meets together; None where there are none."""
    for place, later in enumerate(conditions):
        for earlier in conditions[:place]:
            if implies(earlier, _opposite(later)):
                return earlier, later
    return None


def implies(one: Condition, other: Condition) -> bool:
    """Whether `other` is true wherever `one` is; both must be about the same signal."""
    if one.signal != other.signal:
        return False
    test = _IMPLIES.get((one.op, other.op))
    return one == other or (test is not None and test(one.value, other.value))


def _possible(condition: Condition, within: Range) -> bool:
    """Whether anything within makes it true: one of the ends does, or what lies between them."""
    if condition.op == "==":
        return within.least <= condition.value <= within.most
    return any(compares(condition, end) for end in (within.least, within.most))


def _opposite(condition: Condition) -> Condition:
    return Condition(condition.signal, _OPPOSITE.get(condition.op, ""), condition.value)


_IMPLIES: dict[tuple[str, str], Callable[[float, float], bool]] = {
    ("<", "<"): le, ("<", "<="): le, ("<", "!="): le,
    ("<=", "<"): lt, ("<=", "<="): le, ("<=", "!="): lt,
    (">", ">"): ge, (">", ">="): ge, (">", "!="): ge,
    (">=", ">"): gt, (">=", ">="): ge, (">=", "!="): gt,
    ("==", "<"): lt, ("==", "<="): le, ("==", ">"): gt, ("==", ">="): ge, ("==", "!="): ne,
}  # fmt: skip
"""How the limit of a condition must stand to that of another, for the other to follow from it."""
