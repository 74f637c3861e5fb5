"""What pages need from the rest that change what a brand says beside its frameworks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol

from rapport.app.frameworks.brand_editing import BrandOrder
from rapport.app.frameworks.editing import Saved
from rapport.core.oversight.people import Actor
from rapport.ports.brand_files import FrameworkFile


class ChangeOwnFiles(Protocol):
    """Some files of a brand to change; see `rapport.app.frameworks.brand_editing` for what may be
    raised. To read, what they say is in the `Book` of the frameworks."""

    def open(self, brand: str) -> Mapping[str, FrameworkFile]:
        """The files, by name; none where there is no folder."""
        ...

    def check(self, brand: str, order: BrandOrder, actor: Actor) -> None: ...

    def save(self, brand: str, order: BrandOrder, actor: Actor) -> Saved: ...

    def changed(self, brand: str) -> Collection[str]:
        """Which of the files say something else than what is published."""
        ...
