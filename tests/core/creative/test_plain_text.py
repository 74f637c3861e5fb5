"""The plain text part is a letter of its own, with every address on its own line."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.core.creative.facts import (
    BrandFacts,
    CartFacts,
    ItemFacts,
    MessageFacts,
    OfferFacts,
    ReviewFacts,
)
from rapport.core.creative.fixed_words import greeting
from rapport.core.creative.fixed_words_shipped import ENGLISH
from rapport.core.creative.plain_text import WIDTH, _wrapped, paragraphs, plain_text

ITEM = ItemFacts("Copper kettle", "Large", "2", "£24.00", "£48.00", "", "", "")
FACTS = MessageFacts(
    cart=CartFacts((ITEM,), ITEM, 3, "£60.00", "https://post.example/c/t", more=2),
    offer=OfferFacts("ten-off", "A little off", "10%", "TENOFF", "Thursday at 18:00"),
    brand=BrandFacts("Tin Kettle", "Jo", "The Forge\nPenwick PN0 0AA", "", "", "", {}),
    unsubscribe_url="https://post.example/u/t",
    preferences_url="https://post.example/p/t",
)


def test_the_whole_offer_is_told_where_the_offer_line_leaves_a_part_of_it_out() -> None:
    bare = plain_text({"cta": "Go on", "offer_line": "A little off."}, FACTS)
    assert "A little off.\n\n10% off with code TENOFF until Thursday at 18:00.\n\n" in bare
    whole = {"cta": "Go on", "offer_line": "10% with TENOFF, until Thursday at 18:00"}
    assert plain_text(whole, FACTS).count("TENOFF") == 1
    nearly = {"cta": "Go on", "offer_line": "110% with TENOFF, until Thursday at 18:00"}
    assert plain_text(nearly, FACTS).count("TENOFF") == 2


def test_quantity_variant_and_what_is_not_listed_are_told() -> None:
    text = plain_text({"cta": "Go on:"}, FACTS)
    assert "- 2 × Copper kettle, Large: £48.00\n- and 2 more\nTotal: £60.00" in text
    assert "Go on:\nhttps://post.example/c/t\n" in text


def test_what_others_said_stands_in_it_with_who_said_it() -> None:
    said = ReviewFacts("It pours without a drop.\nWe use it each day.", "Marta, Leeds")
    text = plain_text({"cta": "Go on"}, FACTS, reviews=(said,))
    assert "“It pours without a drop. We use it each day.” (Marta, Leeds)\n\nGo on:" in text
    assert "“" not in plain_text({"cta": "Go on"}, replace(FACTS, reviews=(said,)))


def test_what_the_offer_is_stands_above_a_line_that_tells_all_the_rest() -> None:
    delivery = OfferFacts("post", "Free delivery", "", "POSTED", "Thursday at 18:00")
    line = {"cta": "Go on", "offer_line": "We pay for it with POSTED, until Thursday at 18:00."}
    text = plain_text(line, replace(FACTS, offer=delivery))
    assert "\n\nFree delivery:\nWe pay for it with POSTED, until Thursday at 18:00.\n\n" in text
    assert text.count("POSTED") == 1


def test_the_foot_says_why_somebody_gets_it_and_has_the_address_and_both_ways_to_choose() -> None:
    why = (
        "--\nYou’re getting this because you agreed to hear from Tin Kettle by e-mail\n"
        "and left a basket with us.\n\n"
    )
    address = "\n\nTin Kettle\nThe Forge\nPenwick PN0 0AA\n"
    assert plain_text({}, FACTS).endswith(
        f"{why}Choose what we send you:\nhttps://post.example/p/t\n\n"
        f"Unsubscribe:\nhttps://post.example/u/t{address}"
    )
    one_page = replace(FACTS, preferences_url=FACTS.unsubscribe_url)
    assert plain_text({}, one_page).endswith(
        f"{why}Choose what we send you · Unsubscribe:\nhttps://post.example/u/t{address}"
    )


def test_nobody_is_greeted_by_a_name_that_is_not_known() -> None:
    assert greeting(ENGLISH, "") == "Hello,"
    assert greeting(ENGLISH, "Anna") == "Hello Anna,"


def test_paragraphs_are_split_at_blank_lines_only() -> None:
    assert paragraphs("\n one\n two \n\n \n three\n") == ["one two", "three"]
    assert paragraphs(" \n\n") == []


@given(st.text(alphabet="ab \n", max_size=600))
def test_lines_are_wrapped_unless_one_word_is_longer(body: str) -> None:
    for line in plain_text({"body": body}, FACTS).splitlines():
        assert len(line) <= WIDTH or " " not in line


@given(st.lists(st.text(alphabet="xyz", min_size=1, max_size=200), max_size=5))
def test_no_word_is_ever_cut(words: list[str]) -> None:
    text = plain_text({"body": " ".join(words)}, FACTS)
    assert set(words) <= set(text.split())


@given(st.text(alphabet=st.sampled_from("ab \t\u00a0\u2003-é🙂"), max_size=90))
def test_a_short_line_comes_out_as_wrapping_would_leave_it(line: str) -> None:
    hanging = "  " if line.startswith("- ") else ""
    wrapped = textwrap.wrap(
        line, WIDTH, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    )
    assert _wrapped(line) == "\n".join(wrapped)
