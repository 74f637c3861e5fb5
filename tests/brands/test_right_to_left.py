"""A shop that writes Hebrew and Arabic, from its words to the finished mail."""

from __future__ import annotations

import re

import pytest
import right_to_left
from library import POTS, actions, matter
from library import write as write_english
from msgspec.structs import replace
from right_to_left import write

CODE = '<bdi dir="ltr">10-TEA</bdi>'
ISOLATES = "\u2066\u2067\u2068\u2069\u200f"


@pytest.mark.parametrize("language", ["he", "ar", "fa"])
@pytest.mark.parametrize("visual", ["basket", "hero", "letter"])
def test_a_message_is_laid_out_as_it_is_read(language: str, visual: str) -> None:
    written = write(language, visual)
    html = written.message.html
    assert (written.findings, written.message.language) == ((), language)
    assert f'<html lang="{language}" dir="rtl"' in html
    assert '<body dir="rtl"' in html
    assert not re.search(r"<table\b(?![^>]* dir=\"rtl\")", html)
    assert "direction:ltr" not in html
    assert "text-align:left;color" not in html, "no words begin at the left"
    assert html.count(CODE) == 3, "in the line about the offer, by itself, and before all of it"
    assert not set(ISOLATES) & set(html), "a program that copies a code would copy them, too"


def test_persian_words_keep_their_letters_apart() -> None:
    written = write("fa", name="")
    assert written.findings == ()
    assert "نگه داشته\u200cایم" in written.message.html
    assert "نگه داشته\u200cایم" in written.message.text


def test_sums_and_names_of_another_script_are_isolated() -> None:
    html = write("he").message.html
    for value in ("178.00\u00a0₪", "427.00\u00a0₪"):
        assert f'<bdi dir="rtl">{value}</bdi>' in html
    assert '<bdi dir="ltr">Moor mug</bdi>' in html
    assert '<bdi dir="ltr">Dana</bdi>,' in html
    assert '<bdi dir="rtl">Moor mug וקומקום עגול</bdi>' in html, "a list reads as its words do"


def test_nothing_unseen_stands_in_a_subject_or_an_attribute() -> None:
    message = write("he", "hero").message
    assert not set(ISOLATES) & set(message.subject + message.preheader)
    assert "bdi" not in "".join(re.findall(r"<(?!/?bdi)[^>]*>|<title>.*?</title>", message.html))


def test_the_text_part_reads_from_right_to_left() -> None:
    text = write("he").message.text
    assert "\u200f- 2 × \u2068Moor mug\u2069, Indigo: \u2067178.00\u00a0₪\u2069\n" in text
    assert "- קומקום עגול: \u2067249.00\u00a0₪\u2069\n" in text
    assert "\nhttps://post.example/c/" in text, "an address is nothing but itself"


def test_a_long_name_is_isolated_on_each_of_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    long = "Moor mug, hand thrown, with a wide handle and a matt glaze, size 3 of 5, the second"
    lines = (replace(right_to_left.LINES[0], title=long), *right_to_left.LINES[1:])
    monkeypatch.setattr(right_to_left, "LINES", lines)
    written = write("he")
    assert written.findings == ()
    for line in written.message.text.split("\n"):
        begun = sum(line.count(one) for one in "\u2066\u2067\u2068")
        assert begun == line.count("\u2069"), ascii(line)


def test_no_offer_leaves_no_empty_element() -> None:
    message = write("he", offer="none", name="").message
    assert not re.search(r"<bdi[^>]*></bdi>", message.html)
    assert "10-TEA" not in message.html + message.text


def test_english_has_none_of_it() -> None:
    message = write_english(
        "checkout", "first", actions("checkout")[0], matter("cart", POTS)
    ).message
    assert '<html lang="en" dir="ltr"' in message.html
    assert message.html.count("dir=") == 2, "of the page, and of what of it Gmail keeps"
    assert "<bdi" not in message.html
    assert not set(ISOLATES) & set(message.html + message.text)
