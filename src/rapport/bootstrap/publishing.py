"""Publishing a brand's folder: its content, its catalogue and its pictures, all at once."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from rapport.adapters.brand_folder import read_brand_folder
from rapport.adapters.catalogue_csv import read_catalogue
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
from rapport.bootstrap.homes import copy_pictures, sound_pictures
from rapport.bootstrap.own_sender import refuse_to_publish
from rapport.core.blueprint import Release
from rapport.core.oversight.people import Actor
from rapport.core.time import Instant, moment_after
from rapport.errors import UserError

if TYPE_CHECKING:
    from rapport.bootstrap.installation import Installation

LOCK = "editing.lock"
"""In the home folder: what those who change a brand's folder, or publish it, wait for."""


class Asked(Struct, frozen=True):
    """How it is asked for; see `Installation.publish`."""

    since: Instant | None
    triggers: Collection[str] | None
    by: str
    signed_in: Actor | None
    seen: str
    unasked: bool = False


class WouldLoseError(UserError):
    """Publishing would lose something for good, and nobody is here to be asked."""


def warnings_of(here: Installation, folder: Path) -> tuple[str, ...]:
    """What is lost by publishing the folder and cannot be had back, in sentences. Raises
    BrandFolderError with every mistake."""
    content = read_brand_folder(folder)
    key = content.brand.key
    return warnings(here.blueprint(key).releases[-1], content) if key in here.brands() else ()


def publish_folder(here: Installation, folder: Path, asked: Asked) -> Release:
    """See `Installation.publish`. Nobody may change the folder in the console meanwhile."""
    content = read_brand_folder(folder)
    refuse_to_publish(here.settings, content.brand, folder)
    if asked.triggers is not None:
        content = started_by(content, asked.triggers)
    key = content.brand.key
    catalogue = folder / "catalogue.csv"
    products = (
        read_catalogue(
            catalogue,
            shop_url=content.brand.shop_url,
            currency=content.brand.currency,
        )
        if catalogue.exists() or catalogue.is_symlink()
        else None
    )
    sound_pictures(folder)
    by, signed_in = asked.by, asked.signed_in
    with here.store.transaction() as transaction:
        # Asked only here: nobody else commits meanwhile, so nothing was decided after it.
        at = moment_after(here.clock.now()) if asked.since is None else asked.since
        before = transaction.blueprint(key)
        if before is not None:
            not_retired(before.releases[-1])
        if asked.seen and before is not None:
            as_shown(before.releases[-1], content, asked.seen)
        waits = may_publish(transaction, content, before, by, at, signed_in)
        if asked.unasked and before is not None:
            lost = warnings(before.releases[-1], content)
            if lost:
                raise WouldLoseError(" ".join(lost))
        if not waits:
            copy_pictures(folder, here.pictures_of(key))
            release = publish_release(transaction, content, at)
            transaction.turn(key, EDITED, "")
            give_up_stale(transaction, key, release, here.clock.now())
            if products is not None:
                publish_catalogue(transaction, key, products, at)
            if before is None or release != before.releases[-1]:
                note_release(transaction, release, by, at, signed_in, asked.seen)
    here.host.anchor_soon(key)
    if waits:
        raise SecondPersonNeededError(waits)
    return release
