"""Changing what a brand says beside its frameworks: who may, and whether it is what they saw.

That is its voice and its claims, its rules and its care. Each change goes the same way into the
brand's files, the audit log and what would be published; see `rapport.app.frameworks.editing`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from msgspec import Struct

from rapport.app.frameworks.editing import Editing, Saved, Told
from rapport.core.blueprint import BrandFolder
from rapport.core.creative import voice_editing as voice
from rapport.core.deciding import brand_rules as rules
from rapport.core.oversight.people import Actor
from rapport.errors import BrandFolderError
from rapport.ports.brand_files import (
    CLAIMS,
    RULES,
    SETTINGS,
    VOICE,
    BrandChange,
    BrandFiles,
    FrameworkFile,
    file_of,
)

_CALLED = {
    VOICE: "the voice",
    CLAIMS: "the claims",
    RULES: "the brand's rules",
    SETTINGS: "the brand's care",
}
"""What the log calls what is changed."""


class BrandOrder(Struct, frozen=True):
    """What somebody asks for. `edition` is of the file that it is about, as they saw it."""

    edition: str
    change: BrandChange


class BrandEditing:
    """The use case. `files` gives a brand's folder, None where it has none."""

    def __init__(self, editing: Editing, files: Callable[[str], BrandFiles | None]) -> None:
        self._editing = editing
        self._files = files

    def open(self, brand: str, names: Collection[str]) -> Mapping[str, FrameworkFile]:
        """These files as they stand, by name, none where there is no folder; it is remembered that
        somebody saw them so."""
        files = self._files(brand)
        found = {name: files.own_file(name) for name in names} if files else {}
        for one in found.values():
            self._editing.remember(one)
        return found

    def check(self, brand: str, order: BrandOrder, actor: Actor) -> None:
        """Whether a change could be saved, which it is not. Raises what `save` would."""
        self._editing.allow(brand, actor)
        files = self._editing.writable(brand)
        with files.alone():
            self._unchanged(files, order)
            files.refuse_mistakes(files.own_changed(order.change))

    def save(self, brand: str, order: BrandOrder, actor: Actor) -> Saved:
        """Makes the change, all of it or nothing. Raises as `Editing.save` does."""
        self._editing.allow(brand, actor)
        files = self._editing.writable(brand)
        name = file_of(order.change)
        with files.alone():
            before, words = self._unchanged(files, order)
            texts = files.own_changed(order.change)
            if not texts:
                return Saved(before.edition, (), "")
            files.refuse_mistakes(texts)
            told = Told(brand, _CALLED[name], actor, words, {"the file": before.edition})
            self._editing.put(files, texts, told)
            after = files.own_file(name)
        return Saved(after.edition, tuple(texts), "")

    def _unchanged(self, files: BrandFiles, order: BrandOrder) -> tuple[FrameworkFile, str]:
        """The file as it is, if what the change is about is still what they saw, and what the
        change does, in words."""
        file, now = files.own_file(file_of(order.change)), files.now()
        if now.content is None:
            raise BrandFolderError(now.mistakes)
        still_said, words = _beside(order.change, now.content)
        if not still_said:
            raise self._editing.changed_meanwhile(order.edition, file)
        return file, words


def _beside(change: BrandChange, now: BrandFolder) -> tuple[bool, str]:
    """Whether what a change is about is still what somebody saw, and what it does to it."""
    if isinstance(change, rules.BrandRuleChange):
        brand = now.brand
        return rules.still_said(change, now.rules, brand), rules.described(change, brand)
    return voice.still_said(change, now.voice, now.claims), voice.described(change, now.voice)
