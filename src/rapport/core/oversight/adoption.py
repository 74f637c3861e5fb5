"""Taking approved proposals into a brand's files: what is asked for, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class Held(Struct, frozen=True):
    """A proposal that cannot be taken in yet; `needs` says why, in sentences."""

    draft: str
    needs: tuple[str, ...]


class Adopted(Struct, frozen=True):
    """The files as they would be, by name, whole; ids of the drafts that are in them, and those
    that are not."""

    texts: Mapping[str, str]
    taken: tuple[str, ...]
    held: tuple[Held, ...] = ()
