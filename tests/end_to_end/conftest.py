"""One small rehearsal, which all who only look at it share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rehearsed import a_rehearsal

from rapport.bootstrap.rehearsing.rehearsal import Rehearsal


@pytest.fixture(scope="session")
def rehearsal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rehearsal]:
    """Six days of a shop with 120 customers. Nobody may change anything in it."""
    rehearsal = a_rehearsal(tmp_path_factory.mktemp("rehearsal"), customers=120, days=6)
    yield rehearsal
    rehearsal.installation.close()
