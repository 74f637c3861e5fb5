"""The little language of the tables, and that every line of every table says something."""

from __future__ import annotations

import pytest

from rapport.core.copy_checks.matching import Patterns
from rapport.core.copy_checks.patterns import Lexicon, Pattern
from rapport.core.copy_checks.reading import plain, read, rejoined
from rapport.core.copy_checks.tables.all_tables import CLASSES, ENGLISH, EVERYWHERE, TABLES


def places(line: str, words: str, classes: dict[str, str] | None = None) -> list[str]:
    """The words that a table of these lines finds; sentences end with a full stop."""
    lexicon = Lexicon(classes)
    patterns = Patterns(lexicon.compiled("t", line), lexicon)
    texts, sentences, number = [], [], 0
    for word in words.split():
        texts.append(word.rstrip("."))
        sentences.append(number)
        number += word.endswith(".")
    return [" ".join(texts[hit.first : hit.last]) for hit in patterns.hits(texts, sentences)]


@pytest.mark.parametrize(
    ("line", "words", "expected"),
    [
        ("last|final chance*", "your final chances now", ["final chances"]),
        ("last the? chance", "last chance and last the chance", ["last chance", "last the chance"]),
        ("few ..2 left", "few of them left", ["few of them left"]),
        ("few ..1 left", "few of them left", []),
        ("few ..3 left", "few. left", []),
        ("few <1> left", "left only few", ["left only few"]),
        ("free -to|of", "free to go and free tea", ["free"]),
        ("-feel free", "feel free or go free", ["free"]),
        ("^ hello", "hello and hello", ["hello"]),
        ("hello $", "hello and hello", ["hello"]),
        ("@n cups", "two cups", ["two cups"]),
        ("{offer.*} off", "{offer.value} off", ["{offer.value} off"]),
        ("half\n! half the fun", "half the fun and half", ["half"]),
        ("# nothing\nhalf # a comment", "half", ["half"]),
    ],
)
def test_a_pattern_finds_what_it_says(line: str, words: str, expected: list[str]) -> None:
    assert places(line, words, {"n": "two three"}) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [("let go", True), ("let ..2 go", False), ("+ let ..2 go", True), ("! let ..2 go", False)],
)
def test_a_pattern_with_a_gap_says_whether_it_reads_over_a_comma(line: str, expected: bool) -> None:
    [pattern] = Lexicon().compiled("t", line)
    assert pattern.over_commas is expected


@pytest.mark.parametrize("line", ["..2", "-free", "the? a?", "^ $"])
def test_a_pattern_that_needs_no_word_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="needs no word"):
        Lexicon().compiled("t", line)


def example_of(pattern: Pattern, words: dict[int, str]) -> list[str]:
    """The shortest words that a pattern describes."""
    return [words[e.words] for e in pattern.elements if e.kind == "word" and not e.optional]


def all_patterns() -> tuple[Lexicon, list[Pattern]]:
    lexicon = Lexicon(CLASSES)
    tables = [*TABLES, *EVERYWHERE]
    return lexicon, [p for table, lines in tables for p in lexicon.compiled(table, lines)]


def test_every_line_of_every_table_finds_words_that_it_describes() -> None:
    lexicon, patterns = all_patterns()
    words: dict[int, str] = {}
    first: dict[int, str] = {}
    for members, number in lexicon._sets.items():
        one = min(members)
        first[number] = one.replace("*}", "x}").replace("*", "")
        words[number] = one.replace("*", "")
        if words[number].startswith("{") and not words[number].endswith("}"):
            words[number] += "x}"
    silent = []
    for pattern in patterns:
        ways = [
            [first[e.words] for e in pattern.elements if e.kind == "word"],
            example_of(pattern, words),
        ]
        alone = Patterns([Pattern(pattern.table, pattern.elements, pattern.needs, "")], lexicon)
        if not any(alone.hits(way, [0] * len(way)) for way in ways):
            silent.append(pattern.source)
    assert silent == []


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Don’t", ("do", "not")),
        ("dont", ("do", "not")),
        ("we're", ("we", "are")),
        ("It’s", ("it", "is")),
        ("mother’s", ("mother",)),
        ("crème", ("creme",)),
        ("ＦＲＥＥ", ("free",)),
        ("fгее", ("free",)),
        ("ꜰʀᴇᴇ", ("free",)),
    ],
)
def test_words_are_made_plain(word: str, expected: tuple[str, ...]) -> None:
    assert plain(word) == expected


@pytest.mark.parametrize("words", ["f r e e", "fr ee", "fr.ee", "fre-e", "f_r_e_e", "F.R.E.E."])
def test_words_that_were_pulled_apart_are_put_together_again(words: str) -> None:
    joined = rejoined(read({"body": f"It is {words} for you"}), {"free"})
    assert joined is not None
    assert "free" in [word.text for word in joined.words]


def test_words_that_stand_beside_each_other_by_right_stay_apart() -> None:
    assert rejoined(read({"body": "Be for ever kind to day"}), {"before", "for", "be"}) is None


def test_no_table_looks_for_a_word_that_no_reading_has() -> None:
    """`cannot` is read as `can not`: a pattern that asks for it never finds anything."""
    lexicon = Lexicon(CLASSES)
    for table, lines in TABLES:
        lexicon.compiled(table, lines)
    assert [w for w in lexicon.words if not w.startswith("{") and plain(w) != (w,)] == []


def test_no_class_of_words_is_defined_twice() -> None:
    named = [name for module in ENGLISH for name in module.CLASSES]
    assert len(named) == len(set(named))
