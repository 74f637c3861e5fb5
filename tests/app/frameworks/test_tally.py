"""How many messages work is said without alarm: what is not translated yet is no mistake."""

from __future__ import annotations

import pytest

from rapport.app.frameworks.preview import BARRED, BROKEN, RULE, UNAPPROVED, WORKS, Cell, Place
from rapport.app.frameworks.tally import tally, unwritten
from rapport.app.messages.language import UNSAID
from rapport.core.creative.message import Finding


def cells(language: str, state: str, count: int, rule: str = "") -> list[Cell]:
    place = Place("first", language, "none", "warm", "help", "card")
    against = (Finding(rule, "", "no approved subject", ""),) if rule else ()
    return [Cell(place, state, against=against)] * count


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (cells("en", WORKS, 44) + cells("en", BARRED, 4, RULE),
         "44 work, 4 are left out, 0 don’t work."),
        (cells("en", WORKS, 1) + cells("en", BARRED, 1, RULE) + cells("en", BROKEN, 1, UNAPPROVED),
         "1 works, 1 is left out, 1 doesn’t work."),
        (cells("de", WORKS, 4) + cells("de", BARRED, 52, UNSAID),
         "4 work, 0 are left out, 0 don’t work. The other 52 have not been written in German yet "
         "and are not sent in it."),
        (cells("de", WORKS, 4) + cells("de", BARRED, 1, UNSAID),
         "4 work, 0 are left out, 0 don’t work. The other one has not been written in German yet "
         "and is not sent in it."),
        (cells("de", BROKEN, 56, UNAPPROVED),
         "They have not been written in German yet: whoever reads German gets the message in "
         "English."),
        (cells("de", BROKEN, 8, UNAPPROVED) + cells("de", BARRED, 2, UNSAID)
         + cells("de", WORKS, 1),
         "1 works, 0 are left out, 0 don’t work. The other 10 have not been written in German yet: "
         "where nothing is written, whoever reads German gets the message in English."),
    ],
)  # fmt: skip
def test_what_is_not_written_yet_is_counted_apart(found: list[Cell], said: str) -> None:
    assert tally(found, "en") == said


def test_a_gap_in_the_brands_own_language_or_a_mistake_is_one() -> None:
    assert not unwritten(cells("en", BROKEN, 1, UNAPPROVED)[0], "en")
    assert not unwritten(cells("de", BROKEN, 1, "slot length")[0], "en")
    assert not unwritten(cells("de", WORKS, 1)[0], "en")
    (mixed,) = cells("de", BROKEN, 1, UNAPPROVED)
    against = (*mixed.against, Finding(RULE, "", "no jokes", ""))
    assert not unwritten(Cell(mixed.place, BARRED, against=against), "en")
