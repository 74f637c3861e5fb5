"""A phrase is found as people write it, and marked to the letter."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.core.text.finding import find, stretches


def found(text: str, phrase: str) -> list[str]:
    return [text[begin:end] for begin, end in find(text, phrase)]


@pytest.mark.parametrize(
    ("text", "phrase", "marked"),
    [
        ("Your basket is saved. YOUR BASKET waits.", "your basket", ["Your basket", "YOUR BASKET"]),
        ("If you’d like it", "you'd like", ["you’d like"]),
        ("no\n  rush at all", "no rush", ["no\n  rush"]),
        ("no rush", "  no   rush ", ["no rush"]),
        ("Straße und STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("un\u00adsubscribe", "unsubscribe", ["un\u00adsubscribe"]),
        ("İstanbul", "istanbul", []),
        ("{{ offer.value }} off", "offer", []),
        ("{{ offer.value }} off", "{{ offer.value }}", ["{{ offer.value }}"]),
        ("take {{ offer.value }} off", "take off", []),
        ("{% if cart %}your cart{% endif %}", "your cart", ["your cart"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("anything", "  ", []),
        ("anything", "", []),
        ("a\0b", "\0", []),
    ],
)
def test_what_is_found(text: str, phrase: str, marked: list[str]) -> None:
    assert found(text, phrase) == marked


@given(st.text(max_size=60), st.text(max_size=4))
def test_the_parts_make_up_the_text_and_what_is_marked_is_the_phrase(
    text: str, phrase: str
) -> None:
    places = find(text, phrase)
    assert "".join(part.text for part in stretches(text, places)) == text
    assert all(begin < end for begin, end in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))


@given(
    st.text("abc ", max_size=10),
    st.text("abcü’", min_size=1, max_size=6),
    st.text("abc ", max_size=9),
)
def test_what_stands_there_is_found(before: str, phrase: str, after: str) -> None:
    assert find(f"{before}{phrase}{after}", phrase.upper().replace("’", "'"))
