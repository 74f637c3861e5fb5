"""What a message is about, in the few words that a line of the inbox has room for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from written import PLAIN, checkout, line, release, request, writer

from rapport.app.wording.wordable import clean, listed_in_short, short_title
from rapport.core.creative.facts import SHORT_NAMES, SHORT_TITLE
from rapport.core.creative.fixed_words_shipped import ENGLISH
from rapport.core.creative.framework import Block
from rapport.core.events import CheckoutStarted

SUBJECT = (
    "{% if cart.first.short_title != '' %}Your {{ cart.first.short_title }}"
    "{% else %}Your basket{% endif %}, saved"
)


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Round Mug, Moss", "Round Mug"),
        ("Hill Fog Oolong", "Hill Fog Oolong"),
        ("Side-handled Teapot, Tenmoku", "Side-handled Teapot"),
        ("Rain Jacket (recycled)", "Rain Jacket"),
        ("Rain Jacket \u2013 navy", "Rain Jacket"),
        ("Rain Jacket | navy", "Rain Jacket"),
        ("Teekanne\u3001gross", "Teekanne"),
        (", Moss", ""),
        ("", ""),
        ("x" * SHORT_TITLE, "x" * SHORT_TITLE),
        ("x" * (SHORT_TITLE + 1), ""),
        ("Organic Cotton Jumper With Embroidery, Navy", ""),
    ],
)
def test_a_product_is_called_what_people_call_it_or_nothing(title: str, short: str) -> None:
    assert short_title(title, SHORT_TITLE) == short


@pytest.mark.parametrize(
    ("titles", "count", "said"),
    [
        ([], 0, ""),
        (["Round Mug"], 1, "Round Mug"),
        (["Round Mug", "Side Plate"], 2, "Round Mug and Side Plate"),
        (["Round Mug", "Side Plate"], 5, "Round Mug, Side Plate and 3 more"),
        (["Breakfast Mug", "Breakfast Mug"], 2, "Breakfast Mug and 1 more"),
        (["Side-handled Teapot", "Rainy Day Earl Grey"], 2, "Side-handled Teapot and 1 more"),
        (["Round Mug", "", "Side Plate"], 3, "Round Mug and 2 more"),
        (["", "Round Mug"], 2, ""),
    ],
)
def test_as_many_products_are_named_as_there_is_room_for(
    titles: list[str], count: int, said: str
) -> None:
    assert listed_in_short(titles, count, SHORT_NAMES, "en_GB", ENGLISH.others) == said


@given(st.text(), st.lists(st.text(max_size=40), max_size=6))
def test_no_title_makes_a_line_longer_than_is_promised(title: str, titles: list[str]) -> None:
    assert len(short_title(clean(title), SHORT_TITLE)) <= SHORT_TITLE
    short = [short_title(clean(one), SHORT_TITLE) for one in titles]
    named = listed_in_short(short, len(titles), SHORT_NAMES, "en_GB", ENGLISH.others)
    assert len(named) <= SHORT_NAMES
    assert named == "" or named.startswith(short[0])


def subject_for(about: CheckoutStarted, text: str = SUBJECT) -> str:
    own = Block("own", "subject", text)
    (framework,) = release().frameworks
    others = tuple(block for block in framework.blocks if block.slot != "subject")
    named = replace(release(), frameworks=(replace(framework, blocks=(own, *others)),))
    written = writer().write(replace(request(PLAIN, about), release=named))
    assert written.findings == ()
    return written.message.subject


def test_a_subject_names_the_product_and_says_something_else_where_it_cannot() -> None:
    assert subject_for(checkout(line(title="Round Mug, Moss"))) == "Your Round Mug, saved"
    assert subject_for(checkout(line(title="W" * 120))) == "Your basket, saved"
    assert subject_for(checkout(line(title=""))) == "Your basket, saved"


def test_a_subject_names_what_there_is_room_for_of_a_basket() -> None:
    about = checkout(line(1, "Round Mug, Moss"), line(2, "Side Plate, Oatmeal"), line(3, "W" * 99))
    said = subject_for(about, "{{ cart.short_names }}")
    assert said == "Round Mug, Side Plate and 1 more"
