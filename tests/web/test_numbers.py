"""Numbers in addresses: whatever stands there, what comes of it can be counted with and kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.web.numbers import whole


@given(st.one_of(st.text(max_size=30), st.text("0123456789٣²-+_ ", max_size=30)))
def test_it_is_a_number_of_up_to_fifteen_digits_or_none(words: str) -> None:
    found = whole(words)
    if found is None:
        assert len(words) > 15 or not words or set(words) - set("0123456789")
    else:
        assert found == int(words) < 10**15
        assert found >= 0


@pytest.mark.parametrize("words", ["", "²", "-1", "1e3", "1_000", "9" * 16, "9" * 5_000])
def test_anything_else_is_none(words: str) -> None:
    assert whole(words) is None
