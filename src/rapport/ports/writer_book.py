"""The writer's book: what a model was asked for, what came of it, and what it took that day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from rapport.core.time import Instant


class Errand(Struct, frozen=True):
    """Words that a model was asked for. `key` is a hash of what for: the framework, its edition,
    the point, the action, the language and the situation.

    `done_at` is 0 while the model is at it, or where the process ended meanwhile. `result` says
    what came of it in a word, and `draft` names the draft, where there is one.
    """

    key: str
    asked_at: Instant
    done_at: Instant = 0
    result: str = ""
    draft: str = ""


class WriterUse(Struct, frozen=True):
    """What was asked of models for a brand in one day: questions, and tokens both ways."""

    questions: int = 0
    tokens: int = 0


class WriterReading(Protocol):
    """The read side; every call names the brand. `day` is a number of local days."""

    def errand(self, brand: str, key: str) -> Errand | None: ...

    def writer_use(self, brand: str, day: int) -> WriterUse: ...

    def writer_tallies(self, brand: str, day: int) -> Mapping[tuple[str, str], int]:
        """How often what happened, by the framework and by the words of `tally_writer`."""
        ...

    def blocks_before(self, brand: str, profile: str, limit: int) -> Sequence[tuple[str, ...]]:
        """The ids of the blocks of each message that a person got or is about to get, the latest
        first."""
        ...


class WriterBook(WriterReading, Protocol):
    """What a unit of work does with it."""

    def keep_errand(self, brand: str, errand: Errand) -> None:
        """Keeps it, in place of an earlier one of its key."""
        ...

    def add_writer_use(self, brand: str, day: int, use: WriterUse) -> None: ...

    def tally_writer(self, brand: str, day: int, framework: str, what: str, count: int = 1) -> None:
        """Adds to what a framework's day is told by; see `rapport.app.writer.writer_usage`."""
        ...

    def hasten(self, brand: str, because: str, now: Instant) -> int:
        """Lets messages be looked at now that were put off for exactly this reason; how many."""
        ...
