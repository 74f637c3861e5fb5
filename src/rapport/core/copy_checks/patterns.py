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
A pattern never spans two sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from msgspec import Struct

from rapport.core.copy_checks.letters import word_set

SHORTEST_STEM = 2
MOST_REMEMBERED = 50_000
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

    @property
    def lead(self) -> int:
        """The set of words that it begins with; -1 where it may begin with any."""
        first = next(e for e in self.elements if e.kind in ("word", "gap"))
        return first.words if first.kind == "word" and not first.optional else -1


class Hit(NamedTuple):
    """A pattern found in words: from word `first` to before word `last`."""

    table: str
    first: int
    last: int


class Lexicon:
    """Sets of words and stems: each distinct element of any pattern is one, by its number.

    Made once, then only read; what it remembers of words it has seen is bounded.
    """

    def __init__(self, classes: Mapping[str, str] | None = None) -> None:
        self._classes = {name: words.split() for name, words in (classes or {}).items()}
        self._sets: dict[frozenset[str], int] = {}
        self._weights: list[int] = []
        self._exact: dict[str, set[int]] = {}
        self._stems: dict[str, set[int]] = {}
        self._known: dict[str, frozenset[int]] = {}
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
            self._known.clear()
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
        known = self._known.get(word)
        if known is None:
            found = set(self._exact.get(word, ()))
            for length in range(SHORTEST_STEM, min(len(word), self._longest_stem) + 1):
                found |= self._stems.get(word[:length], set())
            if len(self._known) >= MOST_REMEMBERED:
                self._known.clear()
            known = self._known[word] = frozenset(found)
        return known

    @property
    def words(self) -> Set[str]:
        """The words that any pattern looks for; not those that it knows by a stem alone."""
        return self._exact.keys()

    def rarest(self, pattern: Pattern) -> int:
        """The set that a pattern needs and fewest texts will have a word of."""
        return min(pattern.needs, key=self._weights.__getitem__)

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
        return _pattern(table, elements, " ".join(words), innocent=False)

    def _line(self, table: str, line: str) -> list[Pattern]:
        innocent = line.startswith("!")
        parts = line.lstrip("!").split()
        around = next((k for k, part in enumerate(parts) if part.startswith("<")), None)
        if around is None:
            orders = [parts]
        else:
            before, after = parts[:around], parts[around + 1 :]
            gap = f"..{parts[around].strip('<>')}"
            orders = [[*before, gap, *after], [*after, gap, *before]]
        return [_pattern(table, self._elements(order), line, innocent=innocent) for order in orders]

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


def _pattern(table: str, elements: tuple[Element, ...], source: str, *, innocent: bool) -> Pattern:
    needs = tuple(e.words for e in elements if e.kind == "word" and not e.optional)
    if not needs:
        raise ValueError(f"a pattern that needs no word: {source!r}")
    return Pattern(table, elements, tuple(dict.fromkeys(needs)), source, innocent)


class Patterns:
    """Patterns in an order in which few of them need to be tried on a text."""

    def __init__(self, patterns: Iterable[Pattern], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._by_rarest: dict[int, list[tuple[Pattern, int]]] = {}
        for pattern in patterns:
            rarest = self._by_rarest.setdefault(lexicon.rarest(pattern), [])
            rarest.append((pattern, pattern.lead))
        self._rarest = frozenset(self._by_rarest)
        self._leads = frozenset(
            lead for group in self._by_rarest.values() for _, lead in group if lead >= 0
        )
        self._led: dict[str, tuple[int, ...]] = {}

    def hits(self, words: Sequence[str], sentences: Sequence[int]) -> list[Hit]:
        """Every place where a pattern matches and no innocent phrase of its table lies over it.

        `sentences` holds the number of the sentence that each word is in.
        """
        sets = list(map(self.lexicon.numbers, words))
        matcher = _Matcher(sets, sentences)
        places = self._places(words)
        present = frozenset().union(*sets)
        found: list[Hit] = []
        innocent: dict[str, list[tuple[int, int]]] = {}
        for number in present & self._rarest:
            for pattern, lead in self._by_rarest[number]:
                if not present.issuperset(pattern.needs):
                    continue
                for first in places[lead]:
                    last = matcher.end(pattern.elements, first)
                    if last <= first:
                        continue
                    if pattern.innocent:
                        innocent.setdefault(pattern.table, []).append((first, last))
                    else:
                        found.append(Hit(pattern.table, first, last))
        found.sort(key=lambda hit: (hit.first, hit.last))
        return [hit for hit in found if not _covered(hit, innocent.get(hit.table, ()))]

    def _places(self, words: Sequence[str]) -> Mapping[int, Sequence[int]]:
        """Where words stand with which a pattern may begin, by their sets; -1 has every word."""
        places: dict[int, list[int]] = {-1: list(range(len(words)))}
        for at, word in enumerate(words):
            leads = self._led.get(word)
            if leads is None:
                if len(self._led) >= MOST_REMEMBERED:
                    self._led.clear()
                leads = self._led[word] = tuple(self.lexicon.numbers(word) & self._leads)
            for lead in leads:
                if lead in places:
                    places[lead].append(at)
                else:
                    places[lead] = [at]
        return places


def _covered(hit: Hit, spans: Iterable[tuple[int, int]]) -> bool:
    return any(first <= hit.first and hit.last <= last for first, last in spans)


class _Matcher:
    """Matches patterns against one text: the sets of its words, and their sentences."""

    def __init__(self, sets: Sequence[frozenset[int]], sentences: Sequence[int]) -> None:
        self._sets = sets
        self._sentences = sentences

    def end(self, elements: tuple[Element, ...], first: int) -> int:
        """Where a pattern ends that begins at word `first`; -1 where none does."""
        return self._end(elements, 0, first, self._sentences[first])

    def _end(self, elements: tuple[Element, ...], step: int, at: int, sentence: int) -> int:
        for kind, words, optional, length in elements[step:]:
            step += 1
            if kind == "word":
                if not self._stands(at, words, sentence):
                    if optional:
                        continue
                    return -1
                if optional and (end := self._end(elements, step, at + 1, sentence)) >= 0:
                    return end
                at += not optional
            elif kind == "gap":
                ways = (self._end(elements, step, at + k, sentence) for k in range(length + 1))
                return next((end for end in ways if end >= 0), -1)
            elif self._stands(at - (kind == "before"), words, sentence):
                return -1
        return at

    def _stands(self, at: int, words: int, sentence: int) -> bool:
        """Whether word `at` is in the sentence and in a set; any word is in `ANY`."""
        inside = 0 <= at < len(self._sets) and self._sentences[at] == sentence
        return inside and (words == ANY or words in self._sets[at])
