"""Changing the rules of the whole brand and its care: who may, and whether it is what they saw.

It goes the same way into the brand's files, the audit log and what would be published; see
`rapport.app.frameworks.editing`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from rapport.app.frameworks.editing import Editing, Saved, Told
from rapport.core.deciding.brand_rules import BrandRuleChange, SetCare, described, still_said
from rapport.core.oversight.people import Actor
from rapport.errors import BrandFolderError
from rapport.ports.brand_files import BrandFiles, FrameworkFile


class BrandRuleOrder(Struct, frozen=True):
    """What somebody asks for. `edition` is of the file that it is about, as they saw it."""

    edition: str
    change: BrandRuleChange


class BrandRuleEditing:
    """The use case. `files` gives a brand's folder, None where it has none."""

    def __init__(self, editing: Editing, files: Callable[[str], BrandFiles | None]) -> None:
        self._editing = editing
        self._files = files

    def open(self, brand: str) -> Mapping[str, FrameworkFile]:
        """The files as they stand, by name, none where there is no folder; it is remembered that
        somebody saw them so."""
        files = self._files(brand)
        found = files.rule_files() if files else {}
        for one in found.values():
            self._editing.remember(one)
        return found

    def check(self, brand: str, order: BrandRuleOrder, actor: Actor) -> None:
        """Whether a change could be saved, which it is not. Raises what `save` would."""
        self._editing.allow(brand, actor)
        files = self._editing.writable(brand)
        with files.alone():
            self._unchanged(files, order)
            files.refuse_mistakes(files.rules_changed(order.change))

    def save(self, brand: str, order: BrandRuleOrder, actor: Actor) -> Saved:
        """Makes the change, all of it or nothing. Raises as `Editing.save` does."""
        self._editing.allow(brand, actor)
        files = self._editing.writable(brand)
        with files.alone():
            before, words = self._unchanged(files, order)
            texts = files.rules_changed(order.change)
            if not texts:
                return Saved(before.edition, (), "")
            files.refuse_mistakes(texts)
            what = "the brand's care" if isinstance(order.change, SetCare) else "the brand's rules"
            told = Told(brand, what, actor, words, {"the file": before.edition})
            self._editing.put(files, texts, told)
            after = files.rule_file(order.change)
        return Saved(after.edition, tuple(texts), "")

    def _unchanged(self, files: BrandFiles, order: BrandRuleOrder) -> tuple[FrameworkFile, str]:
        """The file as it is, if what the change is about is still what they saw, and what the
        change does, in words."""
        file, now = files.rule_file(order.change), files.now()
        if now.content is None:
            raise BrandFolderError(now.mistakes)
        care = now.content.brand.care
        if not still_said(order.change, now.content.rules, care):
            raise self._editing.changed_meanwhile(order.edition, file)
        return file, described(order.change, care)
