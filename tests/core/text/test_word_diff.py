"""A word diff loses nothing, and says what changed; likeness is between nothing and all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rapport.core.text.similar import ALIKE, alike
from rapport.core.text.word_diff import GONE, MOST_TOKENS, NEW, SAME, Piece, likeness, word_diff

WORDS = st.lists(st.sampled_from(["a", "pot", "is", "here", "{{ x }}", ".", "\n"])).map(" ".join)
TEXTS = st.one_of(st.text(max_size=60), WORDS)


@given(TEXTS, TEXTS)
def test_a_diff_holds_both_texts_to_the_letter(old: str, new: str) -> None:
    pieces = word_diff(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != NEW) == old
    assert "".join(piece.text for piece in pieces if piece.kind != GONE) == new
    assert all(piece.text for piece in pieces)


@given(TEXTS)
def test_the_same_text_is_one_piece(text: str) -> None:
    assert word_diff(text, text) == ((Piece(SAME, text),) if text else ())
    assert likeness(text, text) == 1.0


def test_a_rewritten_phrase_is_one_change_and_a_placeholder_one_word() -> None:
    assert word_diff("Your {{ cart.total }} pot waits here.", "Your new jug waits here.") == (
        Piece(SAME, "Your "),
        Piece(GONE, "{{ cart.total }} pot"),
        Piece(NEW, "new jug"),
        Piece(SAME, " waits here."),
    )


def test_endless_texts_are_said_to_be_replaced() -> None:
    long = "a " * MOST_TOKENS
    assert word_diff(long, "b") == (Piece(GONE, long), Piece(NEW, "b"))


@given(TEXTS, TEXTS)
def test_likeness_is_a_share_and_goes_both_ways(one: str, another: str) -> None:
    ((_, how),) = alike(one, {"": another}, at_least=0.0)
    assert 0.0 <= how <= 1.0
    assert alike(another, {"": one}, at_least=0.0) == (("", how),)
    assert alike(one, {"": one}) == (("", 1.0),)
    assert 0.0 <= likeness(one, another) <= 1.0


@given(TEXTS, st.dictionaries(st.text(max_size=3), TEXTS, max_size=6))
def test_those_alike_come_with_the_most_alike_first(text: str, others: dict[str, str]) -> None:
    found = alike(text, others)
    assert [how for _, how in found] == sorted((how for _, how in found), reverse=True)
    assert {name for name, _ in found} == {
        name for name, how in alike(text, others, at_least=0.0) if how >= ALIKE
    }
