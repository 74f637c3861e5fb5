"""While the clock of this computer is in doubt, timers and messages wait: what pages say of it."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from rapport.core.time import Instant


class StandingStill(Struct, frozen=True):
    """Since when nothing is begun and until when, both by the clock that is in doubt; why, such as
    `the time of day went ahead by 2 hours at once`, and in sentences what `to_do`."""

    since: Instant
    until: Instant
    because: str
    to_do: str


class ShowStandingStill(Protocol):
    """Why nothing is begun just now; None where time passes."""

    def __call__(self) -> StandingStill | None: ...
