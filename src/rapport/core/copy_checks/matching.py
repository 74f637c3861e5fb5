"""Finding patterns in words: which of thousands a sentence may hold, and where they stand in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from operator import itemgetter
from typing import NamedTuple

from msgspec import Struct

from rapport.core.copy_checks.patterns import ANY, Element, Lexicon, Pattern

MOST_REMEMBERED = 20_000
"""Words of which is kept what they tell: 1 KB each, less where no pattern knows them."""


class Hit(NamedTuple):
    """A pattern found in words: from word `first` to before word `last`."""

    table: str
    first: int
    last: int
    over_commas: bool = True
    """Whether its words belong together where a comma stands between them."""
    source: str = ""
    """The pattern's line."""


_PLACE = itemgetter(1, 2, 0)
"""Hits in order of place; of those at one place by the names of their tables."""


class _Filed(NamedTuple):
    """A pattern where it is filed. Sets are bits here; see `Patterns`."""

    pattern: Pattern
    leads: frozenset[int]
    others: int
    """The sets that it needs beside the two rarest."""


class _Told(NamedTuple):
    """What a word says of the sentence it is in."""

    numbers: frozenset[int]
    sets: int
    """Those of its sets that some pattern needs, one bit each."""
    wanted: int
    """The bits of the sets under which there is something in `filed`."""
    filed: Mapping[int, tuple[_Filed, ...]]
    """The patterns that need a set of the word and none rarer, by the bit of the next rarest."""


class Patterns:
    """Patterns in an order in which few of them need to be tried on a sentence.

    Each is filed under the rarest set that it needs, by the next rarest: only where a sentence has
    words of both, and of all the others, is it looked at. Which sets a sentence has words of is one
    number with a bit for each; sets of common words have the low bits, to keep most words' short.

    Safe to share. What it remembers of words it has seen is bounded.
    """

    def __init__(self, patterns: Iterable[Pattern], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._filed: dict[int, list[tuple[int, _Filed]]] = {}
        ordered = [(pattern, self._rarest_first(pattern)) for pattern in patterns]
        looked_for = {number for _, (_, *rest) in ordered for number in rest}
        self._bits = {number: bit for bit, number in enumerate(lexicon.commonest_first(looked_for))}
        for pattern, (rarest, second, *others) in ordered:
            filed = _Filed(pattern, pattern.leads, self._as_bits(others))
            self._filed.setdefault(rarest, []).append((self._bits[second], filed))
        self._told: dict[str, _Told] = {}

    def _rarest_first(self, pattern: Pattern) -> list[int]:
        """The sets that a pattern needs, the rarest first; twice the same where it needs one."""
        needs = self.lexicon.commonest_first(pattern.needs)[::-1]
        return needs if len(needs) > 1 else needs * 2

    def _as_bits(self, numbers: Iterable[int]) -> int:
        return sum(1 << self._bits[number] for number in numbers)

    def hits(self, words: Sequence[str], sentences: Sequence[int]) -> list[Hit]:
        """Every place where a pattern matches and no innocent phrase of its table lies over it.

        `sentences` holds the number of the sentence that each word is in; they never go down.
        """
        found: list[Hit] = []
        told, count = [*map(self._tells, words)], len(words)
        first = 0
        while first < count:
            last = first + 1
            while last < count and sentences[last] == sentences[first]:
                last += 1
            found += self._in_sentence(told[first:last], first)
            first = last
        return found

    def _tells(self, word: str) -> _Told:
        told = self._told.get(word)
        if told is None:
            if len(self._told) >= MOST_REMEMBERED:
                self._told.clear()
            told = self._told[word] = self._told_by(self.lexicon.numbers(word))
        return told

    def _told_by(self, numbers: frozenset[int]) -> _Told:
        filed: dict[int, tuple[_Filed, ...]] = {}
        for number in numbers & self._filed.keys():
            for bit, one in self._filed[number]:
                filed[bit] = (*filed.get(bit, ()), one)
        wanted = sum(1 << bit for bit in filed)
        return _Told(numbers, self._as_bits(numbers & self._bits.keys()), wanted, filed)

    def _likely(self, told: Sequence[_Told]) -> Collection[_Filed]:
        """The patterns of which a sentence, given its words, has everything that they need."""
        present = 0
        for _, sets, _, _ in told:
            present |= sets
        found: dict[int, _Filed] = {}
        for _, _, wanted, filed in told:
            both = wanted & present
            while both:
                bit = both.bit_length() - 1
                both ^= 1 << bit
                for one in filed[bit]:
                    if one.others & present == one.others:
                        found[id(one)] = one
        return found.values()

    def _in_sentence(self, told: Sequence[_Told], offset: int) -> list[Hit]:
        """The hits in one sentence, given its words; `offset` is the first one's number."""
        likely = self._likely(told)
        if not likely:
            return []
        sets = [word.numbers for word in told]
        found = [
            Hit(pattern.table, at + offset, end + offset, pattern.over_commas, pattern.source)
            for pattern, leads, _ in likely
            if not pattern.innocent
            for at, end in _places(sets, pattern.elements, leads)
        ]
        tables = {hit.table for hit in found}
        innocent: dict[str, list[tuple[int, int]]] = {}
        for pattern, leads, _ in likely:
            if pattern.innocent and pattern.table in tables:
                spans = innocent.setdefault(pattern.table, [])
                spans += [
                    (at + offset, end + offset)
                    for at, end in _places(sets, pattern.elements, leads)
                ]
        found.sort(key=_PLACE)
        return [hit for hit in found if not _covered(hit, innocent.get(hit.table, ()))]


NOTHING = Patterns([], Lexicon())


class Tables(Struct, frozen=True):
    """What all voices share, and a voice's own phrases beside it."""

    shared: Patterns
    own: Patterns
    known: Set[str]
    """The words that any of them looks for."""

    def hits(self, words: Sequence[str], sentences: Sequence[int]) -> list[Hit]:
        """What either finds, as of one table; see `Patterns.hits`."""
        found = self.shared.hits(words, sentences)
        own = self.own.hits(words, sentences)
        return sorted([*found, *own], key=_PLACE) if own else found


def _places(
    sets: Sequence[frozenset[int]], elements: tuple[Element, ...], leads: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """From which word to before which the elements of a pattern match."""
    for at, numbers in enumerate(sets):
        if leads and leads.isdisjoint(numbers):
            continue
        end = _end(sets, elements, 0, at)
        if end > at:
            yield at, end


def _covered(hit: Hit, spans: Iterable[tuple[int, int]]) -> bool:
    return any(first <= hit.first and hit.last <= last for first, last in spans)


def _end(sets: Sequence[frozenset[int]], elements: tuple[Element, ...], step: int, at: int) -> int:
    """Where the elements from `step` on end if they begin at word `at`; -1 where they do not."""
    for kind, words, optional, length in elements[step:]:
        step += 1
        if kind == "word":
            if not _stands(sets, at, words):
                if optional:
                    continue
                return -1
            if optional and (end := _end(sets, elements, step, at + 1)) >= 0:
                return end
            at += not optional
        elif kind == "gap":
            ways = (_end(sets, elements, step, at + skipped) for skipped in range(length + 1))
            return next((end for end in ways if end >= 0), -1)
        elif _stands(sets, at - (kind == "before"), words):
            return -1
    return at


def _stands(sets: Sequence[frozenset[int]], at: int, words: int) -> bool:
    """Whether word `at` is in the sentence and in a set; any word is in `ANY`."""
    return 0 <= at < len(sets) and (words == ANY or words in sets[at])
