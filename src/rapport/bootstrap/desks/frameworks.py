"""Frameworks of an installation's brands, to read, change and publish in the console."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from rapport.adapters.brand_folder.files import FolderFiles
from rapport.adapters.brand_folder.places import places
from rapport.app.frameworks.adopting import Adopted, Adopting, Source, ToAdopt
from rapport.app.frameworks.borrowed import Beside, borrowed, is_as_it_comes
from rapport.app.frameworks.editing import Editing, Order, ReadOnlyError, Saved
from rapport.app.frameworks.unfinished import unfinished
from rapport.app.in_charge.people import acting_or_owner
from rapport.app.publishing.release_changes import (
    ReleaseChanges,
    changed_frameworks,
    folder_of,
    release_changes,
    warnings,
)
from rapport.app.publishing.second_person import proposer
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.library import Library
from rapport.core.blueprint import BrandFolder, Release
from rapport.core.creative.coverage import Coverage, coverage, moments_at, points_of
from rapport.core.creative.editing import Begin, Passage
from rapport.core.creative.speaking import Speaker
from rapport.core.oversight.adoption import Held
from rapport.core.oversight.people import Actor
from rapport.core.text.line_diff import Hunk
from rapport.ports.brand_files import FrameworkFile
from rapport.web.desks import Book, Start


class FrameworkDesk:
    """Implements the console's `ShowFrameworks`."""

    def __init__(self, here: Installation) -> None:
        self._here = here
        self._folders = here.folders
        self._covered: dict[str, tuple[BrandFolder, dict[str, Coverage]]] = {}
        self._library = Library()
        self._editing = Editing(
            here.store, here.clock, here.folders.files, here.host.anchor_soon, self._library.source
        )
        self._adopting = Adopting(self._editing, here.records, self._adopts)

    @property
    def editing(self) -> Editing:
        """What every change to a brand's files goes through."""
        return self._editing

    def _adopts(self, brand: str) -> Source:
        blueprint = self._here.blueprint(brand)
        release, now = blueprint.releases[-1], self._here.clock.now()
        return Source(
            brand,
            tuple(one.key for one in release.frameworks),
            release.brand.zone,
            tuple(one.title for one in blueprint.products_at(now).values()),
            now,
        )

    def book(self, brand: str) -> Book:
        """What there is to read."""
        release, files = self._release(brand), self._folders.files(brand)
        self._find_out(brand, files)
        now = files.now() if files else None
        content = now.content if now else None
        mistakes = now.mistakes if now else ()
        if content is None:
            content = folder_of(release)
            states = {one.key: "as published" for one in content.frameworks}
        else:
            states = changed_frameworks(release, content)
        lost = warnings(release, content)
        return Book(content, mistakes, states, release.number, self._editing.read_only(brand), lost)

    def coverage(self, brand: str) -> Mapping[str, Coverage]:
        """How far the approved words of each framework go."""
        content = self.book(brand).content
        known = self._covered.get(brand)
        if known is None or known[0] is not content:
            found = coverage_of(content)
            known = self._covered[brand] = content, found
        return known[1]

    def borrowed(self, brand: str) -> Sequence[str]:
        """What still is the example's."""
        library, content = self._library.content(), self.book(brand).content
        if library is None or is_as_it_comes(content, library):
            return ()
        folder = self._folders.folder(brand)
        products = self._here.blueprint(brand).products_at(self._here.clock.now())
        titles = {product.title for product in products.values()}
        beside = Beside({}, titles, self._library.titles())
        found = borrowed(content, library, beside)
        if found and folder is not None:  # reading where they stand is for those who have any
            return borrowed(content, library, replace(beside, places=places(folder)))
        return found

    def open(self, brand: str, framework: str) -> FrameworkFile | None:
        return self._editing.open(brand, framework)

    def became(self, file: FrameworkFile, passage: str) -> Passage | None:
        return self._editing.became(file, passage)

    def check(self, brand: str, order: Order, actor: Actor) -> None:
        self._editing.check(brand, order, actor)

    def save(self, brand: str, order: Order, actor: Actor) -> Saved:
        return self._editing.save(brand, order, actor)

    def starts(self, brand: str) -> Sequence[Start]:
        """What a new framework may be made of: the brand's own, then the library's."""
        own, library = self.book(brand).content, self._library.content()
        return [
            Start(one, tuple(points_of(content.flows, one.key)), library=content is library)
            for content in (own, library)
            if content is not None
            for one in content.frameworks
        ]

    def begin(self, brand: str, begin: Begin, actor: Actor, *, only_check: bool = False) -> Saved:
        return self._editing.begin(brand, begin, actor, only_check=only_check)

    def begun(self, brand: str, begin: Begin) -> tuple[str, str]:
        return self._editing.begun(brand, begin)

    def to_adopt(self, brand: str) -> list[ToAdopt]:
        """Approved proposals that the folder does not have yet; none where there is no folder."""
        files = self._folders.files(brand)
        self._find_out(brand, files)
        return self._adopting.waiting(brand, files) if files else []

    def count_to_adopt(self, brand: str) -> int:
        """How many that are, without looking at them."""
        files = self._folders.files(brand)
        return self._adopting.count(brand, files) if files else 0

    def adoption_changes(
        self, brand: str, chosen: Sequence[ToAdopt]
    ) -> list[tuple[str, tuple[Hunk, ...]]]:
        files = self._folders.files(brand)
        return self._adopting.changes(files, chosen) if files else []

    def adopt(
        self, brand: str, drafts: Collection[str], actor: Actor, *, only_check: bool = False
    ) -> Adopted:
        """See `rapport.app.frameworks.adopting`."""
        files = self._folders.files(brand)
        if files is None:
            raise ReadOnlyError(self._editing.read_only(brand))
        if only_check:
            self._adopting.check(brand, files, drafts, actor)
            return Adopted((), ())
        return self._adopting.adopt(brand, files, drafts, actor)

    def _find_out(self, brand: str, files: FolderFiles | None) -> None:
        """A change that was cut short is told of in the log before anybody reads on."""
        if files is not None and unfinished(self._here.records, brand) is not None:
            self._editing.find_out(brand, files)

    def adoptions_held(self, brand: str, drafts: Collection[str]) -> Sequence[Held]:
        """What keeps each of these out by itself."""
        files = self._folders.files(brand)
        return self._adopting.held(brand, files, drafts) if files else ()

    def adopt_into(self, brand: str, folder: Path, by: str) -> tuple[list[ToAdopt], Adopted]:
        """At the terminal: takes what can be of all that wait into a folder. `by` may be
        empty only where the brand has no people."""
        actor = acting_or_owner(self._here.records, brand, by)
        files = self._folders.files_in(folder)
        self._find_out(brand, files)
        waiting = self._adopting.waiting(brand, files)
        return waiting, self._adopting.adopt_most(brand, files, actor)

    def changes(self, brand: str) -> ReleaseChanges:
        """What would change if the folder were published now."""
        files = self._folders.files(brand)
        if files is None:
            return ReleaseChanges()
        return release_changes(self._release(brand), files.now(), files.texts)

    def proposer(self, brand: str) -> str:
        """Who proposed the folder as it is, where a second publisher is waited for."""
        return proposer(self._here.records, self.book(brand).content)

    def publish(self, brand: str, actor: Actor, seen: str) -> Release:
        """Publishes the folder, if it is as somebody saw it. See `rapport.bootstrap.publishing`."""
        folder = self._folders.folder(brand)
        if folder is None:
            raise ReadOnlyError(self._editing.read_only(brand))
        return self._here.publish(folder, by=actor.name, signed_in=actor, seen=seen)

    def _release(self, brand: str) -> Release:
        return self._here.blueprint(brand).releases[-1]


def coverage_of(content: BrandFolder) -> dict[str, Coverage]:
    """How far the approved words of each framework go, by its key."""
    speaker, language = Speaker(content.brand, content.offers), content.brand.language
    return {
        one.key: coverage(one, moments_at(content.flows, one.key), language, content.rules, speaker)
        for one in content.frameworks
    }
