"""People in charge of a brand: how they are kept, and how they are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rapport.core.oversight.people import Person
from rapport.core.time import Instant


class People(Protocol):
    """The read side."""

    def people(self, brand: str) -> Sequence[Person]:
        """Everybody in charge, by name."""
        ...

    def session_ended(self, session: str) -> bool:
        """Whether somebody ended this session of the console, of whatever brand."""
        ...


class PeopleKeeping(People, Protocol):
    """What a unit of work does with people."""

    def save_person(self, brand: str, person: Person) -> None:
        """Keeps somebody, in place of what was kept under the very same name."""
        ...

    def remove_person(self, brand: str, name: str) -> bool:
        """False where there is nobody of that name."""
        ...

    def end_session(self, session: str, until: Instant, now: Instant) -> None:
        """Remembers it `until` it would end by itself, and forgets those that have by now."""
        ...
