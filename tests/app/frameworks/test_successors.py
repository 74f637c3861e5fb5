"""What words that somebody saw have become: told where it can be, and never guessed."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.app.frameworks.successors import became
from rapport.core.creative.editing import Passage
from rapport.ports.brand_files import FrameworkFile


def passage(key: str, tone: str = "plain", language: str = "", **words: str) -> Passage:
    return Passage(key, 0, {"tone": (tone,)}, {"subject": key, **words}, language)


def file(*passages: Passage) -> FrameworkFile:
    return FrameworkFile("creative/checkout.yaml", "", "", passages)


A, B, C = passage("a", body="Kept."), passage("b", "warm"), passage("c", "dry")


def test_words_that_stand_where_they_stood_are_themselves_wherever_that_is() -> None:
    assert became("b", file(A, B, C), file(B, C)) == B
    assert became("b", file(A, B, C), file(C, A, B)) == B


def test_words_that_were_changed_are_found_by_their_place() -> None:
    other = replace(A, id="other", words={"subject": "Another"})
    assert became("a", file(A, B, C), file(other, B, C)) == other
    assert became("a", file(A, B, C), file(other, B, C, passage("new"))) == other
    bound = replace(A, id="bound", bound={})
    assert became("a", file(A, B), file(bound, B)) == bound, "for others, and they say the same"
    warm = replace(B, id="warm", words={"subject": "Warmer"})
    assert became("b", file(A, B, C), file(other, warm, C)) == warm, "two changed beside each other"


def test_words_that_are_gone_have_become_nothing() -> None:
    assert became("a", file(A, B), file(B)) is None
    assert became("c", file(A, B, C), file(A, B, passage("d", "plain"))) is None
    assert became("x", file(A), file(A)) is None, "and of those that nobody saw nothing is said"


def test_where_several_may_be_meant_none_is() -> None:
    new = (passage("one"), passage("two"))
    assert became("a", file(A, B), file(*new, B)) is None
    german = replace(A, id="german", language="de")
    assert became("a", file(A), file(german)) is None
