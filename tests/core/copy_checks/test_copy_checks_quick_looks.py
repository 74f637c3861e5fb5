"""A quick look rules out only texts in which a close look would find nothing."""

from __future__ import annotations

import re

import pytest
from copy_checks_brand import STANDARD
from hypothesis import given
from hypothesis import strategies as st

from rapport.core.copy_checks import (
    characters,
    form,
    labels,
    links,
    names,
    reading,
    sense,
    standard,
)
from rapport.core.copy_checks.matching import Hit, Patterns, _covered, _end
from rapport.core.copy_checks.patterns import Lexicon, Pattern
from rapport.core.copy_checks.reading import read

SIGNS = "aAbEiIıİkKſsxXvMC19 .,;:!?…'’\"()[]{}<>@/\\-–_*+&#•。．：＠\n\t\u00a0\u2003éßⅣ½٣"
WORDS_AND_MORE = (
    "the|and|if be|Will|www|dot|at|com|co|://|{{|}}|{%|%}| x i v | A B |SHOP NOW|TEA10|use |hi |"
    "Dear, |High Street|Tea Ltd"
)
PIECES = st.sampled_from([*SIGNS, *WORDS_AND_MORE.split("|")])
TEXTS = st.lists(PIECES, max_size=24).map("".join)

BOTH_LOOKS = [
    (sense._SIGN_AFTER, sense._HANGING),
    (labels._CAPITALS, labels._SHOUTED),
    (standard._LIKE_A_CODE, standard._CODE),
    (standard._LETTER_BY_LETTER, standard._SPELT_OUT),
    (links._SIGNS, links._E_MAIL),
    (form._BESIDE_BRACES, form._GLUED),
]


@pytest.mark.parametrize(("quick", "close"), BOTH_LOOKS)
@given(text=TEXTS)
def test_what_a_close_look_finds_a_quick_one_does_too(
    quick: re.Pattern[str], close: re.Pattern[str], text: str
) -> None:
    assert quick.search(text) or not close.search(text)


@given(TEXTS)
def test_a_roman_numeral_looks_like_one(text: str) -> None:
    numerals = [match[0] for match in characters._CASELESS_NUMERAL.finditer(text) if match[0]]
    assert characters._LIKE_A_NUMERAL.search(text) or not numerals


@given(TEXTS)
def test_a_point_that_ends_no_sentence_is_looked_at(text: str) -> None:
    links_found = [
        match
        for match in links._ENDING.finditer(text)
        if (before := text[: match.start()].rstrip())
        and before[-1].isalnum()
        and not links._sentence_ends(text, match)
    ]
    assert links._POINT.search(text) or not links_found


@given(TEXTS)
def test_an_address_begins_with_what_may_begin_one(text: str) -> None:
    assert (
        links._MAY_BE_SCHEME.search(text) or "www" in text.lower() or not links._SCHEME.search(text)
    )


# Expressions that begin with what is rare find just what those that read from left to right do.
REWRITTEN = [
    (names._GREETED, r"\b(?i:dear|hi|hello|hey),?\s+([^\W\d_]+)"),
    (names._COMPANY, r"\b([A-Z][\w’&]+)[\s-]+(?:Ltd|Limited|Inc|plc|PLC|LLC|GmbH|Corp)\b"),
    (links._JOINED, r"(?<=\w)[-_.](?=\w)"),
    (form._BRACES, r"(?s:\{\{.*?\}\}|\{%.*?%\}|[{}])"),
]


@pytest.mark.parametrize(("ours", "plainly"), REWRITTEN)
@given(text=TEXTS)
def test_an_expression_made_quick_finds_what_the_plain_one_does(
    ours: re.Pattern[str], plainly: str, text: str
) -> None:
    assert [m.span() for m in ours.finditer(text)] == [m.span() for m in re.finditer(plainly, text)]


@given(TEXTS)
def test_sentences_end_where_a_sign_or_an_empty_line_says_so(text: str) -> None:
    parts = re.split(r"(?<=[.!?…])[\"'”’)]*\s+|\n\s*\n", text)
    assert [*reading.sentences(text)] == [part.strip() for part in parts if part.strip()]


@given(TEXTS)
def test_a_sign_inside_a_word_is_found_with_the_word_it_is_in(text: str) -> None:
    plainly = re.search(
        r"[^\W\d_][*_|^~=\\•·+$@#!®©™](?=[^\W\d_])|(?<=[^\W\d_]\s)\.(?=\s[^\W\d_])", text
    )
    found = characters._INSIDE_WORD.search(text)
    assert (found.start() - (found[0] != ".") if found else -1) == (
        plainly.start() if plainly else -1
    )


WORDS = st.sampled_from(
    ["the", "a", "to", "from", "tea", "cup", "of", "your", "and", "if", "that", "is", "no", "by"]
)
MESSAGES = st.dictionaries(
    st.sampled_from(["subject", "body", "cta"]),
    st.lists(WORDS | st.sampled_from([".", ",", "Tea."]), max_size=30).map(" ".join),
)


@given(MESSAGES)
def test_words_that_are_stuck_are_seen_at_a_quick_look(slots: dict[str, str]) -> None:
    message = read(slots)
    stuck = [
        sense._stuck(message.words[here], message.texts[slot])
        for slot, here in message.by_slot.items()
    ]
    assert sense._may_be_stuck(message) or not any(stuck)


@given(st.lists(WORDS, max_size=30), st.integers(0, 20), st.integers(8, 15), st.lists(WORDS))
def test_a_run_of_words_in_two_slots_is_seen_at_a_quick_look(
    one: list[str], at: int, length: int, before: list[str]
) -> None:
    other = [*before, *one[at : at + length]]
    for run in (form.LONGEST_RUN_SHARED, form.LONGEST_RUN_FROM_INBOX):
        both = form._runs(one, run) & form._runs(other, run)
        assert form._may_share(one, other, run) or not both


@given(MESSAGES)
def test_the_words_of_a_slot_are_those_that_say_so(slots: dict[str, str]) -> None:
    message = read(slots)
    assert {slot: message.words[here] for slot, here in message.by_slot.items()} == {
        slot: tuple(word for word in message.words if word.slot == slot)
        for slot in {word.slot for word in message.words}
    }


@pytest.mark.parametrize(
    "hostile",
    [
        "\n",
        "\n ",
        "{",
        "{{ ",
        "{%",
        "Subject\n\n",
        "letters",
        "a",
        "a ",
        "’a",
        "A-",
        "the a ",
        '."',
    ],
)
def test_a_text_made_to_take_long_ends(hostile: str) -> None:
    text = (hostile * 19_000)[:19_000]
    if hostile == "letters":  # no two stretches alike
        text = "".join(chr(97 + at * at // 7 % 17) for at in range(19_000))
    assert STANDARD.findings(standard.Rewrite({"body": text, "cta": "Go"})) != ()


TABLE = """
free ..2 tea
the|a? cup of tea
! the cup of tea
your? to from
-no tea $
^ if ..1 that|tea
tea
cup ..3 cup
is by <2> with your
! by with
"""


@given(st.lists(st.tuples(WORDS | st.just("free"), st.integers(0, 1)), max_size=40))
def test_patterns_that_are_passed_over_match_nowhere(told: list[tuple[str, int]]) -> None:
    words = [word for word, _ in told]
    sentences = [sum(ends for _, ends in told[:at]) for at in range(len(told))]
    lexicon = Lexicon()
    lines = [*lexicon.compiled("one", TABLE), *lexicon.compiled("two", TABLE.replace("!", ""))]
    expected = plainly(lines, lexicon, words, sentences)
    found = Patterns(lines, lexicon).hits(words, sentences)
    # Which of two lines at one place is named first is nobody's business.
    assert [hit._replace(source="") for hit in found] == expected
    assert {hit.source for hit in found} <= {line.source for line in lines}


def plainly(
    lines: list[Pattern], lexicon: Lexicon, words: list[str], sentences: list[int]
) -> list[Hit]:
    """Each pattern tried at each word of each sentence."""
    found: list[tuple[bool, Hit]] = []
    for sentence in dict.fromkeys(sentences):
        first = sentences.index(sentence)
        here = [word for word, its in zip(words, sentences, strict=True) if its == sentence]
        sets = [lexicon.numbers(word) for word in here]
        for line in lines:
            for at in range(len(here)):
                end = _end(sets, line.elements, 0, at)
                if end > at:
                    hit = Hit(line.table, first + at, first + end, line.over_commas)
                    found.append((line.innocent, hit))
    spans = [hit for innocent, hit in found if innocent]
    hits = [
        hit
        for innocent, hit in found
        if not innocent
        and not _covered(hit, [(s.first, s.last) for s in spans if s.table == hit.table])
    ]
    return sorted(hits, key=lambda hit: (hit.first, hit.last, hit.table))
