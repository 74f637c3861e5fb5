"""The two characters that cannot be seen and may stand in words, where they do something."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from rapport.app.wording.wordable import clean, date_and_time, first_name, listed
from rapport.core.copy_checks.characters import check_characters
from rapport.core.creative.fixed_words_brought import BROUGHT
from rapport.core.creative.joiners import APART as UNJOINED
from rapport.core.creative.joiners import JOINED
from rapport.core.creative.wording import (
    harmless,
    invisible_in,
    made_visible,
    without_invisible,
)
from rapport.core.time import Zone

WANT = f"می{UNJOINED}خواهید"


def test_between_two_letters_of_the_arabic_script_it_stays_everywhere() -> None:
    assert invisible_in(WANT) == ""
    assert without_invisible(WANT) == made_visible(WANT) == harmless(WANT) == clean(WANT) == WANT


@pytest.mark.parametrize(
    "words",
    [
        f"क्{JOINED}ष", f"क्{UNJOINED}ष", f"श्री राजक्{UNJOINED}षेत्र",  # Devanagari
        f"র{JOINED}্যাব", f"উদ্{UNJOINED}যান",  # Bengali
        f"ශ්{JOINED}රී ලංකාව", f"ರ{JOINED}್ಕ", f"ड़्{JOINED}य",  # Sinhala, Kannada, a nukta
        f"مهمّ{UNJOINED}ترین",
        f"A mug for 👩{JOINED}🦰", f"👨{JOINED}👩{JOINED}👧", f"❤\ufe0f{JOINED}🔥",
        f"👩🏽{JOINED}⚕\ufe0f", f"🏳\ufe0f{JOINED}🌈", f"🙂{JOINED}↔\ufe0f",
    ],
)  # fmt: skip
def test_where_it_does_something_in_other_scripts_and_in_emoji_it_stays(words: str) -> None:
    assert invisible_in(words) == ""
    assert without_invisible(words) == made_visible(words) == harmless(words) == words
    assert clean(words) == normalize("NFC", words)


@pytest.mark.parametrize(
    "words",
    [
        f"Bar{JOINED}gain", f"क{JOINED}ष", f"क{UNJOINED}ष", f"क्{JOINED}", f"{JOINED}क",
        f"क्{JOINED}{JOINED}ष", f"क्{JOINED}{UNJOINED}ष", f"क्{JOINED}ষ", f"क्{JOINED}x",
        f"می{JOINED}خواهید", f"👩{JOINED}", f"{JOINED}👩", f"👩{JOINED}x", f"x{JOINED}👩",
        f"👩{UNJOINED}👩", f"👩{JOINED}{JOINED}👩", f"🅵{JOINED}🆁", f"🇬{JOINED}🇧",
        f"①{JOINED}②", f"3\ufe0f{JOINED}👩", f"x\ufe0f{JOINED}👩", f"п{UNJOINED}р",
        f"α{JOINED}β", f"日{UNJOINED}本",
    ],
)  # fmt: skip
def test_where_either_does_nothing_it_is_found(words: str) -> None:
    assert invisible_in(words) in ("U+200C", "U+200D")
    assert invisible_in(without_invisible(words)) == ""
    assert "⟨U+200" in made_visible(words)
    assert "⟨U+200" in harmless(words)
    assert invisible_in(clean(words)) == ""


@pytest.mark.parametrize(
    ("words", "language", "told"),
    [
        (WANT, "fa", ()), (f"چای {WANT}", "fa", ()), (f"श्री क्{JOINED}ष", "hi", ()),
        (f"A mug for you 👩{JOINED}🦰", "en", ()),
        (WANT.replace(UNJOINED, 2 * UNJOINED), "fa", ("invisible character",)),
        (f"Your bas{JOINED}ket", "en", ("invisible character",)),
        (f"Your bas{UNJOINED}ket", "fa", ("invisible character",)),
        (f"A mug {JOINED}👩", "en", ("invisible character",)),
    ],
)  # fmt: skip
def test_a_models_words_are_held_to_the_same(
    words: str, language: str, told: tuple[str, ...]
) -> None:
    found = {one.rule for one in check_characters("body", words, language)}
    assert {rule for rule in found if rule == "invisible character"} == set(told)
    assert found == set(told)


def test_people_are_greeted_by_names_that_are_kept_apart() -> None:
    name = f"علی{UNJOINED}رضا"
    assert first_name(name) == name
    assert first_name(f"An{UNJOINED}na") == ""


@pytest.mark.parametrize(
    "words",
    [
        f"Bar{UNJOINED}gain", f"می {UNJOINED}خواهید", f"{UNJOINED}می", f"می{UNJOINED}",
        f"می{UNJOINED}{UNJOINED}خواهید", f"می{UNJOINED}x", f"{WANT}{UNJOINED}",
        f"سلام{UNJOINED}، دوست", f"של{UNJOINED}ום",
    ],
)  # fmt: skip
def test_anywhere_else_it_is_found_shown_and_taken_out(words: str) -> None:
    assert invisible_in(words) == "U+200C"
    assert "⟨U+200C⟩" in made_visible(words)
    assert "⟨U+200C⟩" in harmless(words)
    assert invisible_in(without_invisible(words)) == ""
    assert invisible_in(clean(words)) == ""


def test_days_and_lists_in_persian_have_nothing_else_that_cannot_be_seen() -> None:
    tuesday = date_and_time(1_780_410_000_000, Zone(), "fa_IR", BROUGHT["fa"].moment)
    assert UNJOINED in tuesday
    assert invisible_in(tuesday) == ""
    several = listed(["کوزه", "Moor mug", "قوری"], 3, "fa_IR", BROUGHT["fa"].others)
    assert invisible_in(several) == ""


def test_other_characters_that_cannot_be_seen_are_found_beside_it() -> None:
    hidden = f"{WANT}\u200b"
    assert invisible_in(hidden) == "U+200B"
    assert without_invisible(hidden) == WANT
    assert made_visible(hidden) == f"{WANT}⟨U+200B⟩"


def test_a_title_that_is_cut_ends_with_no_such_character() -> None:
    long = f"{'م' * 118}{UNJOINED}{'خ' * 40}"
    cut = clean(long)
    assert invisible_in(cut) == ""
    assert clean(cut) == cut
