"""Patterns over words: a small language in which the tables of this package are written.

One pattern a line. Its elements are words after `reading` made them plain (lower case, no accents,
contractions written out), separated by spaces:

    last|final chance*    either word, then any word that begins with `chance`
    the?                  may be missing
    @number               any word of a class
    {offer.value}         a placeholder; `{offer.*}` is any of the offer's
    ..3                   up to three words between, in the same sentence
    few <3> left          both, in either order, with up to three words between
    -not|never            here stands none of these words; takes up no word itself
    ^  $                  the sentence begins or ends here

A line that begins with `!` is an innocent phrase: what lies within it is no finding. `#` comments.
A pattern never spans two sentences. One with a gap is not read over a comma by tables that ask for
it (`standard.WITHIN_CLAUSES`), unless its line begins with `+`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from operator import itemgetter
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.copy_checks.letters import word_set

SHORTEST_STEM = 2
MOST_REMEMBERED = 20_000
"""Words of which is kept what they tell: 1 KB each, less where no pattern knows them."""
COMMON_WEIGHT = 60
ANY = -1
"""The set of all words."""

_COMMON = word_set(
    "a an the of to in on at is it you your we our us i my me and or for with this that be are "
    "not have has will can from if so by as one no do all"
)


class Element(NamedTuple):
    """One step of a pattern. `kind` is word, gap, or that a word of the set does not stand here
    (not) or just before (before)."""

    kind: str
    words: int = 0
    optional: bool = False
    length: int = 0


class Pattern(Struct, frozen=True):
    """One compiled line. It cannot match without a word of each set in `needs`."""

    table: str
    elements: tuple[Element, ...]
    needs: tuple[int, ...]
    source: str
    innocent: bool = False
    over_commas: bool = True

    @property
    def leads(self) -> frozenset[int]:
        """The sets of words that it may begin with; empty where it may begin with any."""
        found: set[int] = set()
        for element in self.elements:
            if element.kind == "word":
                found.add(element.words)
                if not element.optional:
                    return frozenset(found)
            elif element.kind == "gap":
                break
        return frozenset()


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


class Lexicon:
    """Sets of words and stems: each distinct element of any pattern is one, by its number.

    Made once, then only read.
    """

    def __init__(self, classes: Mapping[str, str] | None = None) -> None:
        self._classes = {name: words.split() for name, words in (classes or {}).items()}
        self._sets: dict[frozenset[str], int] = {}
        self._weights: list[int] = []
        self._exact: dict[str, set[int]] = {}
        self._stems: dict[str, set[int]] = {}
        self._longest_stem = 0

    def number(self, element: str) -> int:
        """The number of an element such as `last|final` or `@number`."""
        words = frozenset(self._words(element))
        if not words:
            raise ValueError(f"an element without words: {element!r}")
        number = self._sets.setdefault(words, len(self._sets))
        if number == len(self._weights):
            self._weights.append(sum(COMMON_WEIGHT if word in _COMMON else 1 for word in words))
            for word in words:
                self._learn(word, number)
        return number

    def _words(self, element: str) -> Iterator[str]:
        for word in element.split("|"):
            if word.startswith("@"):
                for inner in self._classes[word[1:]]:
                    yield from self._words(inner)
            elif word:
                yield word

    def _learn(self, word: str, number: int) -> None:
        if word.endswith(("*", "*}")):
            stem = word.rstrip("*}")
            if len(stem) < SHORTEST_STEM:
                raise ValueError(f"a stem needs {SHORTEST_STEM} letters: {word!r}")
            self._stems.setdefault(stem, set()).add(number)
            self._longest_stem = max(self._longest_stem, len(stem))
        else:
            self._exact.setdefault(word, set()).add(number)

    def numbers(self, word: str) -> frozenset[int]:
        """The numbers of all sets that a word belongs to."""
        found = set(self._exact.get(word, ()))
        for length in range(SHORTEST_STEM, min(len(word), self._longest_stem) + 1):
            found |= self._stems.get(word[:length], set())
        return frozenset(found)

    @property
    def words(self) -> Set[str]:
        """The words that any pattern looks for; not those that it knows by a stem alone."""
        return self._exact.keys()

    def knows_too(self, words: Iterable[str]) -> None:
        """Counts words as such that a pattern looks for, although none here does."""
        for word in words:
            self._exact.setdefault(word, set())

    def commonest_first(self, numbers: Iterable[int]) -> list[int]:
        """Sets in the order in which texts have words of them, those that most have first."""
        return sorted(numbers, key=self._weights.__getitem__, reverse=True)

    def compiled(self, table: str, lines: str) -> list[Pattern]:
        """The patterns of a table, written as the module says."""
        found = []
        for raw in lines.splitlines():
            line = raw.partition("#")[0].strip()
            if line:
                found += self._line(table, line)
        return found

    def phrase(self, table: str, words: Sequence[str]) -> Pattern:
        """A pattern of words that follow each other, as people write them in a list."""
        elements = tuple(Element("word", self.number(word)) for word in words)
        return _pattern(table, elements, phrase_line(words), innocent=False)

    def _line(self, table: str, line: str) -> list[Pattern]:
        innocent, over_commas = line.startswith("!"), line.startswith("+")
        parts = line.lstrip("!+").split()
        around = next((k for k, part in enumerate(parts) if part.startswith("<")), None)
        if around is None:
            orders = [parts]
        else:
            before, after = parts[:around], parts[around + 1 :]
            gap = f"..{parts[around].strip('<>')}"
            orders = [[*before, gap, *after], [*after, gap, *before]]
        found = [_pattern(table, self._elements(o), line, innocent=innocent) for o in orders]
        return [replace(one, over_commas=True) for one in found] if over_commas else found

    def _elements(self, parts: Sequence[str]) -> tuple[Element, ...]:
        first, *rest = map(self._element, parts)
        return (first._replace(kind="before") if first.kind == "not" else first, *rest)

    def _element(self, part: str) -> Element:
        if part in "^$":
            return Element("before" if part == "^" else "not", ANY)
        if part.startswith(".."):
            return Element("gap", length=int(part[2:]))
        if part.startswith("-"):
            return Element("not", self.number(part[1:]))
        optional = part.endswith("?")
        return Element("word", self.number(part.removesuffix("?")), optional)


def phrase_line(words: Sequence[str]) -> str:
    """The line of a phrase that people wrote, which no line of a table is."""
    return f'"{" ".join(words)}"'


def _pattern(table: str, elements: tuple[Element, ...], source: str, *, innocent: bool) -> Pattern:
    needs = tuple(e.words for e in elements if e.kind == "word" and not e.optional)
    if not needs:
        raise ValueError(f"a pattern that needs no word: {source!r}")
    apart = any(e.kind == "gap" for e in elements)
    return Pattern(table, elements, tuple(dict.fromkeys(needs)), source, innocent, not apart)


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
        found: list[Hit] = []
        innocent: dict[str, list[tuple[int, int]]] = {}
        for pattern, leads, _ in likely:
            for at, numbers in enumerate(sets):
                if leads and leads.isdisjoint(numbers):
                    continue
                end = _end(sets, pattern.elements, 0, at)
                if end <= at:
                    continue
                if pattern.innocent:
                    innocent.setdefault(pattern.table, []).append((at + offset, end + offset))
                else:
                    first, last = at + offset, end + offset
                    found.append(
                        Hit(pattern.table, first, last, pattern.over_commas, pattern.source)
                    )
        found.sort(key=_PLACE)
        return [hit for hit in found if not _covered(hit, innocent.get(hit.table, ()))]


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
