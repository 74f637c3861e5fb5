"""Publishing a brand's folder: its content, its catalogue and its pictures, all at once."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from rapport.adapters.brand_folder import read_brand_folder
from rapport.adapters.brand_folder.files import alone
from rapport.adapters.catalogue_csv import read_catalogue
from rapport.app.publishing.publications import Publications
from rapport.app.publishing.publish import publish_catalogue, publish_release, started_by
from rapport.app.publishing.release_changes import as_shown, warnings
from rapport.app.publishing.second_person import (
    EDITED,
    SecondPersonNeededError,
    may_publish,
    not_retired,
    note_release,
)
from rapport.app.reviewing.review import give_up_stale
from rapport.bootstrap.homes import copy_pictures, named_pictures, sound_pictures
from rapport.bootstrap.own_sender import refuse_to_publish
from rapport.core.blueprint import BrandFolder, Release
from rapport.core.catalogue import Product
from rapport.core.oversight.people import Actor
from rapport.core.time import Instant, moment_after
from rapport.errors import UserError
from rapport.ports import Clock, Store
from rapport.settings import Settings

LOCK = "editing.lock"
"""In the home folder: what those who change a brand's folder, or publish it, wait for."""


class WouldLoseError(UserError):
    """Publishing would lose something for good, and nobody is here to be asked."""


def warnings_of(published: Publications, folder: Path) -> tuple[str, ...]:
    """What is lost by publishing the folder and cannot be had back, in sentences. Raises
    BrandFolderError with every mistake."""
    content = read_brand_folder(folder)
    before = published.find(content.brand.key)
    return warnings(before.releases[-1], content) if before is not None else ()


class Publisher:
    """Publishes brands' folders in one home folder.

    `pictures_of` names the folder of a brand's pictures, from which the web serves them;
    `anchor_soon` has what was entered in a brand's audit log anchored.
    """

    def __init__(
        self,
        settings: Settings,
        store: Store,
        clock: Clock,
        pictures_of: Callable[[str], Path],
        anchor_soon: Callable[[str], None],
    ) -> None:
        self._settings = settings
        self._store = store
        self._clock = clock
        self._pictures_of = pictures_of
        self._anchor_soon = anchor_soon

    def publish(
        self,
        folder: Path,
        since: Instant | None = None,
        *,
        triggers: Collection[str] | None = None,
        by: str = "",
        signed_in: Actor | None = None,
        seen: str = "",
        unasked: bool = False,
    ) -> Release:
        """Checks a brand's folder and publishes it, with its catalogue, if anything changed.

        With `triggers`, only the flows that one of these starts. Raises BrandFolderError with every
        mistake; then what was published before goes on. `by` is who does it: with people, or with
        four eyes, somebody who may (SecondPersonNeededError where a second one is asked for). The
        console says who is `signed_in`, and what they have `seen`
        (`app.publishing.release_changes`). `unasked` raises WouldLoseError where something would be
        lost for good and nobody is there to agree.
        """
        # Whoever saves in the console meanwhile would lose that it is not published.
        with alone(self._settings.home / LOCK):
            content = read_brand_folder(folder)
            refuse_to_publish(self._settings, content.brand, folder)
            products = _products(folder, content)
            sound_pictures(folder, named_pictures(content.brand, products or {}))
            if triggers is not None:
                content = started_by(content, triggers)
            key = content.brand.key
            with self._store.transaction() as transaction:
                # Asked only here: nobody else commits meanwhile, so nothing was decided after it.
                at = moment_after(self._clock.now()) if since is None else since
                before = transaction.blueprint(key)
                if before is not None:
                    not_retired(before.releases[-1])
                    if seen:
                        as_shown(before.releases[-1], content, seen)
                waits = may_publish(transaction, content, before, by, at, signed_in)
                if unasked and before is not None:
                    lost = warnings(before.releases[-1], content)
                    if lost:
                        raise WouldLoseError(" ".join(lost))
                if not waits:
                    copy_pictures(folder, self._pictures_of(key))
                    release = publish_release(transaction, content, at)
                    transaction.turn(key, EDITED, "")
                    give_up_stale(transaction, key, release, self._clock.now())
                    if products is not None:
                        publish_catalogue(transaction, key, products, at)
                    if before is None or release != before.releases[-1]:
                        note_release(transaction, release, by, at, signed_in, seen)
            self._anchor_soon(key)
        if waits:
            raise SecondPersonNeededError(waits)
        return release


def _products(folder: Path, content: BrandFolder) -> dict[str, Product] | None:
    """Its catalogue; None where there is none."""
    file = folder / "catalogue.csv"
    if not (file.exists() or file.is_symlink()):
        return None
    return read_catalogue(file, shop_url=content.brand.shop_url, currency=content.brand.currency)
