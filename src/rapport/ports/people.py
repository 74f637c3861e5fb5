"""People in charge of a brand: how they are kept, and how they are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rapport.core.oversight.people import Person


class People(Protocol):
    """The read side."""

    def people(self, brand: str) -> Sequence[Person]:
        """Everybody in charge, by name."""
        ...


class PeopleKeeping(People, Protocol):
    """What a unit of work does with people."""

    def save_person(self, brand: str, person: Person) -> None:
        """Keeps somebody, in place of what was kept under the very same name."""
        ...

    def remove_person(self, brand: str, name: str) -> bool:
        """False where there is nobody of that name."""
        ...
