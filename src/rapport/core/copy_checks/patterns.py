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
it (`clauses.WITHIN_CLAUSES`), unless its line begins with `+`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.copy_checks.letters import word_set

SHORTEST_STEM = 2
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


def innocent_lines(lines: str) -> str:
    """A table's lines that are innocent phrases."""
    return "\n".join(line for line in lines.splitlines() if line.lstrip().startswith("!"))


def phrase_line(words: Sequence[str]) -> str:
    """The line of a phrase that people wrote, which no line of a table is."""
    return f'"{" ".join(words)}"'


def _pattern(table: str, elements: tuple[Element, ...], source: str, *, innocent: bool) -> Pattern:
    needs = tuple(e.words for e in elements if e.kind == "word" and not e.optional)
    if not needs:
        raise ValueError(f"a pattern that needs no word: {source!r}")
    apart = any(e.kind == "gap" for e in elements)
    return Pattern(table, elements, tuple(dict.fromkeys(needs)), source, innocent, not apart)
