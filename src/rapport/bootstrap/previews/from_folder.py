"""Previews from a folder, published or not, and for people whom the brand knows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from rapport.adapters.banners import PictureBanners
from rapport.adapters.brand_folder import read_brand_draft
from rapport.adapters.catalogue_csv import read_catalogue
from rapport.adapters.mail_renderer import MailRenderer
from rapport.app.frameworks.preview import Places, Preview
from rapport.app.publishing.publish import as_release
from rapport.bootstrap.desks.rule_places import rule_places
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.previews.desk import PreviewDesk, Shown, preview_writer

BASE_URL = "https://preview.invalid"
"""Where links of a preview made from a folder lead: nowhere."""


@contextmanager
def from_folder(folder: Path) -> Iterator[Shown]:
    """A brand as its folder has it now, published or not; nothing is written into it.

    Mistakes and gaps do not stop it: they are shown. Raises BrandFolderError where the folder
    cannot be read well enough to write messages.
    """
    draft = read_brand_draft(folder)
    content, key = draft.folder, draft.folder.brand.key
    media = f"{BASE_URL}/media/{key}/"
    catalogue = folder / "catalogue.csv"
    products = (
        read_catalogue(
            catalogue,
            shop_url=content.brand.shop_url,
            currency=content.brand.currency,
        )
        if catalogue.exists()
        else {}
    )
    release = as_release(content)
    pictures = folder / "images"
    with TemporaryDirectory(prefix="rapport-preview-") as made:
        composed = Path(made)
        banners = PictureBanners(lambda _: pictures, lambda _: composed, BASE_URL)
        writer = preview_writer(BASE_URL, banners, MailRenderer())
        places = Places(draft.by_block, draft.by_visual, draft.by_rule)
        preview = Preview(writer, release, places)
        yield Shown(release, products, pictures, media, preview, draft.mistakes, composed)


def from_installation(installation: Installation, brand: str) -> Shown:
    """A brand as it is published now."""
    desk = PreviewDesk(
        installation.blueprint,
        installation.clock,
        installation.media_folder,
        installation.settings.base_url.rstrip("/"),
        installation.renderer,
        partial(rule_places, installation.folders.files),
    )
    return desk.shown(brand)
