"""Days in words, by the calendar that the core keeps itself."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rapport.core.calendar import local_day_in_words
from rapport.core.time import DAY, HOUR, Zone

FIRST = date(1970, 1, 1).toordinal()


@given(st.dates(date(1800, 1, 1), date(2400, 1, 1)))
def test_a_day_is_said_as_the_calendar_has_it(day: date) -> None:
    at = (day.toordinal() - FIRST) * DAY + HOUR
    assert local_day_in_words(at, Zone()) == f"{day.day} {day:%b %Y}"


def test_the_day_is_the_local_one() -> None:
    assert local_day_in_words(23 * HOUR, Zone("Europe/Berlin", (), (60,))) == "2 Jan 1970"
