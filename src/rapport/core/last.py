"""The last answer, for what is asked several times over about the very same things."""

from __future__ import annotations

from collections.abc import Callable
from operator import is_
from typing import TypeVar, TypeVarTuple

Things = TypeVarTuple("Things")
Answer = TypeVar("Answer")


def remembers_last(find: Callable[[*Things], Answer]) -> Callable[[*Things], Answer]:
    """A pure function of frozen things, asked in their order, that does not look twice at the same.

    It goes by identity: to compare whole states or catalogues would take longer than to find the
    answer again. What was asked about last lives on, so nothing else can take its identity.
    """
    last: tuple[tuple[object, ...], Answer] | None = None

    def answer(*things: *Things) -> Answer:
        nonlocal last
        known = last  # another thread may ask meanwhile
        if known is not None and all(map(is_, known[0], things)):
            return known[1]
        found = find(*things)
        last = (things, found)
        return found

    return answer
