"""The releases of an installation's brands: what each changed, and the way back to its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from rapport.adapters.brand_folder.files import texts_of
from rapport.app.frameworks.going_back import CHANGED, GoingBack, WrittenBack
from rapport.app.in_charge.people import acting_or_owner
from rapport.app.publishing.put_back import EVERYTHING, FRAMEWORK, Part, parts_in
from rapport.app.publishing.release_changes import (
    ReleaseChanges,
    changes_between,
    folder_of,
    seen_as,
)
from rapport.app.publishing.releases import Past, past_releases
from rapport.bootstrap.desks.frameworks import FrameworkDesk
from rapport.bootstrap.installation import Installation
from rapport.core.blueprint import BrandFolder, Release
from rapport.core.oversight.audit import OF_RELEASES
from rapport.core.oversight.people import Actor
from rapport.errors import BrandFolderError, ConflictError, NotFoundError
from rapport.web.desks import OneRelease


class ReleaseDesk:
    """Implements the console's `ShowReleases`, with the frameworks' folders and log."""

    def __init__(self, here: Installation, frameworks: FrameworkDesk) -> None:
        self._here = here
        self._frameworks = frameworks
        self._going_back = GoingBack(frameworks.editing)

    def releases(self, brand: str) -> Sequence[Past]:
        entries = self._here.records.audit_entries_of(brand, OF_RELEASES)
        return past_releases(self._here.blueprint(brand).releases, entries)

    def release(self, brand: str, number: int) -> OneRelease | None:
        past = {one.number: one for one in self.releases(brand)}
        then = self._numbered(brand, number)
        if then is None:
            return None
        before = self._numbered(brand, number - 1)
        changed = (
            changes_between(folder_of(before), folder_of(then), texts_of)
            if before
            else ReleaseChanges()
        )
        content = self._folder(brand)
        back = ReleaseChanges()
        if content is not None:
            back = _of(then, changes_between(content, folder_of(then), texts_of))
        return OneRelease(
            past[number],
            folder_of(then),
            changed,
            back,
            seen_as(then, content) if content else "",
        )

    def parts(self, brand: str, changes: ReleaseChanges, number: int) -> Mapping[str, Part]:
        then = self._numbered(brand, number)
        return parts_in(changes, folder_of(then)) if then else {}

    def put_back(
        self,
        brand: str,
        number: int,
        part: str,
        actor: Actor,
        seen: str,
        *,
        only_check: bool = False,
    ) -> WrittenBack:
        then, editing = self._numbered(brand, number), self._frameworks.editing
        if then is None:
            raise NotFoundError(f"There is no release {number} of this brand.")
        editing.allow(brand, actor)
        now = editing.writable(brand).now()
        if now.content is None or now.mistakes:
            raise BrandFolderError(now.mistakes)
        changes = changes_between(now.content, folder_of(then), texts_of)
        found = parts_in(changes, folder_of(then)).get(part)
        if found is None:
            raise ConflictError(CHANGED)
        return self._going_back.put_back(
            brand, then, found, actor, seen or "nothing", only_check=only_check
        )

    def write(self, brand: str, number: int, framework: str, by: str) -> WrittenBack:
        """At the terminal: writes all words of a release into the folder, or one framework's. `by`
        may be empty only where the brand has no people."""
        then = self._numbered(brand, number)
        if then is None:
            raise NotFoundError(f"There is no release {number} of '{brand}'. See: rapport releases")
        if framework and then.framework(framework) is None:
            raise NotFoundError(f"Release {number} has no framework '{framework}'.")
        with self._here.store.transaction() as transaction:
            actor = acting_or_owner(transaction, brand, by)
        part = Part(FRAMEWORK, framework) if framework else Part(EVERYTHING)
        return self._going_back.put_back(brand, then, part, actor)

    def _numbered(self, brand: str, number: int) -> Release | None:
        releases = self._here.blueprint(brand).releases
        return next((one for one in releases if one.number == number), None)

    def _folder(self, brand: str) -> BrandFolder | None:
        """What the folder says; None where there is none, or it has mistakes."""
        files = self._here.folders.files(brand)
        now = files.now() if files else None
        return now.content if now and not now.mistakes else None


def _of(then: Release, changes: ReleaseChanges) -> ReleaseChanges:
    """Without frameworks that the release does not have: those stay as they are."""
    keys = {one.key for one in then.frameworks}
    return replace(
        changes,
        words=tuple(one for one in changes.words if one.framework in keys),
        settings=tuple(one for one in changes.settings if one.framework in keys),
    )
