"""What an installation's brands say beside their frameworks, to read and to change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from rapport.app.frameworks.brand_editing import BrandEditing, BrandOrder
from rapport.app.frameworks.editing import Saved
from rapport.app.publishing.release_changes import folder_of
from rapport.bootstrap.desks.frameworks import FrameworkDesk
from rapport.bootstrap.installation import Installation
from rapport.core.blueprint import BrandFolder
from rapport.core.oversight.people import Actor
from rapport.ports.brand_files import RULES, SETTINGS, FrameworkFile

Part = Callable[[BrandFolder], object]
"""What of a brand stands in one of its files."""

OF_RULES: Mapping[str, Part] = {
    RULES: lambda content: content.rules,
    SETTINGS: lambda content: content.brand.care,
}


class OwnFilesDesk:
    """Implements the console's `ChangeOwnFiles` for the files that `parts` names, with the
    frameworks' folders and log."""

    def __init__(
        self, here: Installation, frameworks: FrameworkDesk, parts: Mapping[str, Part]
    ) -> None:
        self._here = here
        self._frameworks = frameworks
        self._parts = parts
        self._editing = BrandEditing(frameworks.editing, here.folders.files)

    def open(self, brand: str) -> Mapping[str, FrameworkFile]:
        return self._editing.open(brand, self._parts)

    def check(self, brand: str, order: BrandOrder, actor: Actor) -> None:
        self._editing.check(brand, order, actor)

    def save(self, brand: str, order: BrandOrder, actor: Actor) -> Saved:
        return self._editing.save(brand, order, actor)

    def changed(self, brand: str) -> Collection[str]:
        published = folder_of(self._here.blueprint(brand).releases[-1])
        content = self._frameworks.book(brand).content
        return [name for name, part in self._parts.items() if part(published) != part(content)]
