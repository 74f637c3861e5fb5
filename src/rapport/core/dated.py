"""What holds from a moment on, and which of it holds at an instant."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Protocol, TypeVar

from rapport.core.time import Instant


class Dated(Protocol):
    """It holds from `since` on."""

    @property
    def since(self) -> Instant: ...


Item = TypeVar("Item", bound=Dated)

_since = attrgetter("since")


def latest(dated: Sequence[Item], at: Instant) -> Item:
    """The last one with `since` <= `at`, of those in that order; the first where none is."""
    return dated[max(bisect_right(dated, at, key=_since) - 1, 0)]
