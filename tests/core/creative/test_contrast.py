"""Contrast as WCAG measures it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.core.creative.contrast import Colour, colour_in, contrast, luminance, written

COLOUR = st.tuples(*[st.integers(0, 255)] * 3)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.478),  # the well-known grey that just fails
        ("#767676", "#ffffff", 4.542),  # and the one that just passes
        ("#ff0000", "#ffffff", 3.998),
        ("#0000ff", "#ffffff", 8.592),
    ],
)
def test_ratios_are_those_that_others_publish(one: str, other: str, ratio: float) -> None:
    front, behind = colour_in(one), colour_in(other)
    assert front is not None
    assert behind is not None
    assert contrast(front, behind) == pytest.approx(ratio, abs=0.001)


@given(one=COLOUR, other=COLOUR)
def test_a_ratio_lies_between_1_and_21_whichever_is_in_front(one: Colour, other: Colour) -> None:
    assert 1.0 <= contrast(one, other) <= 21.0
    assert contrast(one, other) == contrast(other, one)
    assert contrast(one, one) == 1.0
    assert 0.0 <= luminance(one) <= 1.0


@given(colour=COLOUR)
def test_a_colour_is_read_as_it_is_written(colour: Colour) -> None:
    assert colour_in(written(colour)) == colour
    assert colour_in("1px solid rgb({}, {}, {})".format(*colour)) == colour


def test_short_named_and_missing_colours() -> None:
    assert colour_in("#FFF") == (255, 255, 255)
    assert colour_in("white url(x)") == (255, 255, 255)
    assert colour_in("inherit") is None
    assert colour_in("{{ colours.text }}") is None
