"""What people declined, kept once more apart from the store: a restored backup must not undo it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from rapport.core.events import Event, Identifier


class Objection(Struct, frozen=True, gc=False):
    """An event by which somebody declined something: e-mail, some kinds of it, profiling. Also that
    mail to them came back for good. `identifiers` are those that are theirs alone."""

    profile: str
    identifiers: tuple[Identifier, ...]
    event: Event


class Objections(Protocol):
    """Keeps them. Each raises TemporaryError, and nothing else, where it cannot be done now."""

    def add(self, brand: str, objections: Sequence[Objection]) -> None: ...

    def read(self, brand: str) -> Sequence[Objection]:
        """All that were kept, in their order; the same may be among them twice."""
        ...
