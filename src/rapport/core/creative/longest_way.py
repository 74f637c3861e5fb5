"""How long approved words are in the longest message that they can make.

Conditions that exclude each other, such as `cart.count > 1` and `cart.count == 1`, never both add
to one message. So the words are gone through with each fact as small, as large and as named as the
conditions tell apart, and the longest of these messages counts. Where conditions say too little of
what can be at once, less is counted rather than more: nothing is told that may be untrue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import product
from math import prod

from msgspec import Struct

from rapport.core.creative.wording import PLACEHOLDER

_PIECE = re.compile(f"({PLACEHOLDER.pattern})", re.DOTALL)
_FACT = re.compile(r"\{\{[^{}]*\}\}")
_TAG = re.compile(r"\{%-?\s*(\w*)\s*(.*?)\s*-?%\}", re.DOTALL)
_JOINED = re.compile(r"""\s+(and|or)\s+(?=(?:[^'"]|'[^']*'|"[^"]*")*$)""")
_TEST = re.compile(
    r"""([a-z_]\w*(?:\.\w+)*)(?:\s*(==|!=|<=|>=|<|>)\s*('[^']*'|"[^"]*"|\d+(?:\.\d+)?))?"""
)
_QUOTED = re.compile(r"""'[^']*'|"[^"]*\"""")
_NAME = re.compile(r"[a-z_]\w*(?:\.\w+)*")
_ANY_OTHER = "\0"
"""A text that no condition names."""
MOST_WORLDS = 512
"""So many sets of facts are gone through; beyond, one fact after the other."""

MOST_CHARACTERS, MOST_TAGS = 10_000, 60
"""Of words with more, which nobody writes for an e-mail, only what stands before the first
condition counts: going through them could take minutes."""

Value = str | float | None
World = Mapping[str, Value]


class Length(Struct, frozen=True, order=True):
    """How long words are: the letters between the facts, and how many facts stand among them."""

    letters: int = 0
    facts: int = 0

    def __add__(self, more: Length) -> Length:
        return Length(self.letters + more.letters, self.facts + more.facts)


class _Test(Struct, frozen=True):
    """One comparison of a fact. Without `op` it asks whether the fact is there, or holds by a
    condition in `fact` that is not understood."""

    fact: str
    op: str = ""
    value: str | float = ""
    understood: bool = True

    def holds(self, world: World) -> bool:
        known = world[self.fact]
        if not self.op:
            return known is not None
        if self.op in ("==", "!="):
            return (known == self.value) == (self.op == "==")
        if not isinstance(known, float) or not isinstance(self.value, float):
            return False
        return (known < self.value) if self.op == "<" else (
            (known > self.value) if self.op == ">" else
            (known <= self.value) if self.op == "<=" else (known >= self.value)
        )  # fmt: skip

    @property
    def tells_apart(self) -> tuple[Value, ...]:
        """Values of the fact that make a difference."""
        if isinstance(self.value, float):
            near = (self.value - 1, self.value, self.value + 1)
            return tuple(number for number in near if number >= 0)
        return (self.value, _ANY_OTHER, "") if self.op else (_ANY_OTHER, None)


_When = tuple[tuple[str, _Test], ...]
"""Tests, each with `and` or `or` before it; none for what holds always."""


class _Branch(Struct):
    """What stands under one condition; for `unless` where it does not hold."""

    when: _When
    unless: bool
    parts: list[Length | list[_Branch]]


@lru_cache(maxsize=4096)
def longest_way(source: str) -> Length:
    """How long words are in the longest message. Who types them sees the same: `frameworks.js`
    counts alike."""
    if len(source) > MOST_CHARACTERS or source.count("{%") > MOST_TAGS:
        return _before_any_condition(source)
    parts = _read(source)
    tests = list(dict.fromkeys(_tests(parts)))
    values: dict[str, dict[Value, None]] = {}
    for test in tests:
        values.setdefault(test.fact, {}).update(dict.fromkeys(test.tells_apart))
    unsure = frozenset(test.fact for test in tests if not test.understood and _shared(test, tests))
    if prod(map(len, values.values())) <= MOST_WORLDS:
        worlds = (dict(zip(values, world, strict=True)) for world in product(*values.values()))
        return max(_length(parts, world, unsure) for world in worlds)
    world = {fact: next(iter(those)) for fact, those in values.items()}
    best = _length(parts, world, unsure)
    for fact, those in (*values.items(), *values.items()):
        for value in those:
            found = _length(parts, {**world, fact: value}, unsure)
            if found > best:
                best, world = found, {**world, fact: value}
    return best


def _before_any_condition(source: str) -> Length:
    words = source.partition("{%")[0]
    return Length(len(_FACT.sub("", words)), len(_FACT.findall(words)))


def _read(source: str) -> list[Length | list[_Branch]]:
    pieces = _PIECE.split(source)
    top: list[Length | list[_Branch]] = []
    open_ones: list[list[_Branch]] = []
    for place, piece in enumerate(pieces):
        parts = open_ones[-1][-1].parts if open_ones else top
        if place % 2 == 0:
            before, after = pieces[max(place - 1, 0) : place], pieces[place + 1 : place + 2]
            text = piece.lstrip() if before and before[0][-3] == "-" else piece
            text = text.rstrip() if after and after[0][2] == "-" else text
            parts.append(Length(len(text)))
            continue
        tag = _TAG.fullmatch(piece)
        if not tag:
            parts.append(Length(facts=1))
        elif tag[1] in ("if", "unless"):
            choice = [_Branch(_condition(tag[2]), tag[1] == "unless", [])]
            parts.append(choice)
            open_ones.append(choice)
        elif tag[1] in ("elsif", "else"):
            if open_ones:
                when = _condition(tag[2]) if tag[1] == "elsif" else ()
                open_ones[-1].append(_Branch(when, unless=False, parts=[]))
        elif open_ones:
            open_ones.pop()
    return top


def _condition(words: str) -> _When:
    first, *more = _JOINED.split(words)
    return tuple(zip(("and", *more[::2]), map(_test, (first, *more[1::2])), strict=True))


def _holds(when: _When, world: World) -> bool:
    """Read from the right, as Liquid does: neither of `and` and `or` binds closer."""
    found, joined_by = True, "and"
    for joined, test in reversed(when):
        one = test.holds(world)
        found = (one or found) if joined_by == "or" else (one and found)
        joined_by = joined
    return found


def _test(words: str) -> _Test:
    found = _TEST.fullmatch(words.strip())
    if found is None:
        return _Test(words.strip(), understood=False)
    fact, op, value = found.groups()
    if not op:
        return _Test(fact)
    return _Test(fact, op, value[1:-1] if value[0] in "'\"" else float(value))


def _tests(parts: Sequence[Length | list[_Branch]]) -> Iterator[_Test]:
    for part in parts:
        for branch in part if isinstance(part, list) else ():
            yield from (test for _, test in branch.when)
            yield from _tests(branch.parts)


def _shared(test: _Test, tests: Sequence[_Test]) -> bool:
    """Whether another condition asks for a fact that this one names, too."""
    names = _names(test)
    return any(other.fact != test.fact and names & _names(other) for other in tests)


def _names(test: _Test) -> set[str]:
    return set(_NAME.findall(_QUOTED.sub(" ", test.fact))) - {"contains"}


def _length(parts: Sequence[Length | list[_Branch]], world: World, unsure: Set[str]) -> Length:
    found = Length()
    for part in parts:
        found += part if isinstance(part, Length) else _taken(part, world, unsure)
    return found


def _taken(branches: Sequence[_Branch], world: World, unsure: Set[str]) -> Length:
    """The branch that is taken; of a condition that nobody can be sure of, the shorter way."""
    if not branches:
        return Length()
    branch, *others = branches
    if any(test.fact in unsure for _, test in branch.when):
        return min(_length(branch.parts, world, unsure), _taken(others, world, unsure))
    if _holds(branch.when, world) != branch.unless:
        return _length(branch.parts, world, unsure)
    return _taken(others, world, unsure)
