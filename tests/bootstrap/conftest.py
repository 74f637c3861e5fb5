"""A clock that a test turns by itself."""

from __future__ import annotations

import pytest
from first_morning import MORNING

from rapport.testing.fakes import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(MORNING)
