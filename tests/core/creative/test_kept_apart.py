"""The one character that cannot be seen and may stand in words: between two Arabic letters."""

from __future__ import annotations

import pytest

from rapport.app.wording.wordable import clean, date_and_time, listed
from rapport.core.creative.fixed_words_brought import BROUGHT
from rapport.core.creative.wording import (
    UNJOINED,
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
