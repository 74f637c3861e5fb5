"""What an installation's brands rule for all of their messages, to read and to change."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from rapport.app.frameworks.editing import Saved
from rapport.app.frameworks.rule_editing import BrandRuleEditing, BrandRuleOrder
from rapport.app.publishing.release_changes import folder_of
from rapport.bootstrap.desks.frameworks import FrameworkDesk
from rapport.bootstrap.installation import Installation
from rapport.core.oversight.people import Actor
from rapport.ports.brand_files import RULES, SETTINGS, FrameworkFile


class BrandRuleDesk:
    """Implements the console's `ShowBrandRules`, with the frameworks' folders and log."""

    def __init__(self, here: Installation, frameworks: FrameworkDesk) -> None:
        self._here = here
        self._frameworks = frameworks
        self._editing = BrandRuleEditing(frameworks.editing, here.folders.files)

    def open(self, brand: str) -> Mapping[str, FrameworkFile]:
        return self._editing.open(brand)

    def check(self, brand: str, order: BrandRuleOrder, actor: Actor) -> None:
        self._editing.check(brand, order, actor)

    def save(self, brand: str, order: BrandRuleOrder, actor: Actor) -> Saved:
        return self._editing.save(brand, order, actor)

    def changed(self, brand: str) -> Collection[str]:
        """In which of the files rules or care are otherwise than published."""
        published = folder_of(self._here.blueprint(brand).releases[-1])
        content = self._frameworks.book(brand).content
        differs = {
            RULES: published.rules != content.rules,
            SETTINGS: published.brand.care != content.brand.care,
        }
        return [name for name, one in differs.items() if one]
