"""Lengths of time in words: nobody is told of a day where nearly two are left, or of too much."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.adapters.brand_folder.scalars import read_duration
from rapport.app.explaining.framework_in_words import in_words
from rapport.app.wording.lengths import as_typed, length
from rapport.core.creative.framework import Framework
from rapport.core.creative.modes import REVIEW, Writing
from rapport.core.time import DAY, HOUR, MINUTE, SECOND


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (-DAY, "a moment"), (-MINUTE, "a moment"), (-1, "a moment"),
        (0, "a moment"), (59 * SECOND, "a moment"), (MINUTE, "1 minute"),
        (119 * SECOND, "1 minute"), (90 * MINUTE, "1 hour 30 minutes"), (2 * HOUR, "2 hours"),
        (24 * HOUR - 1, "23 hours 59 minutes"), (DAY + 5 * MINUTE, "1 day"),
        (47 * HOUR, "1 day 23 hours"), (2 * DAY, "2 days"), (7 * DAY - 1, "6 days 23 hours"),
        (7 * DAY + 23 * HOUR, "7 days"), (4_000 * DAY, "4,000 days"),
    ],
)  # fmt: skip
def test_the_two_largest_units_are_said(span: int, words: str) -> None:
    assert length(span) == words


@given(st.integers(MINUTE, 7 * DAY - 1))
def test_what_is_said_is_never_more_and_hardly_less_than_there_is(span: int) -> None:
    sizes = {"day": DAY, "hour": HOUR, "minute": MINUTE}
    said = length(span).split()
    pairs = zip(said[::2], said[1::2], strict=True)
    told = sum(int(count) * sizes[word.removesuffix("s")] for count, word in pairs)
    assert told <= span < told + (HOUR if span >= DAY else MINUTE)


@given(st.integers(1, 10_000_000))
def test_a_length_is_typed_as_the_files_read_it(seconds: int) -> None:
    if seconds < 1_000_000 or seconds % 60 == 0:
        assert read_duration(as_typed(seconds * SECOND)) == seconds * SECOND


def test_a_deadline_of_an_hour_and_a_half_is_said_whole() -> None:
    framework = Framework(
        "a", "A", (), (), (), (), (), (), writing=Writing(REVIEW, 0.0, 90 * MINUTE)
    )
    assert "at most 1 hour 30 minutes" in in_words(framework, ())["Who writes"]
