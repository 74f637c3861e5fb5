"""Previews of a brand's folder as it stands, edited and not published yet, for the console."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from rapport.adapters.banners import PictureBanners
from rapport.adapters.brand_folder.blocks import LANGUAGE
from rapport.adapters.brand_folder.draft import BrandDraft
from rapport.adapters.brand_folder.tried import read_tried
from rapport.adapters.catalogue_csv import read_catalogue
from rapport.app.frameworks.preview import Places, Preview
from rapport.app.frameworks.preview_person import ANNA
from rapport.app.frameworks.trial import Look, Trial, messages, spoken
from rapport.app.publishing.publish import as_release
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.previews.desk import PreviewDesk, Shown, preview_writer
from rapport.bootstrap.previews.somebody import somebody
from rapport.core.catalogue import Product
from rapport.errors import UserError


class EditedPreviews(PreviewDesk):
    """Like the previews of what is published. Where there is no folder, or it cannot be read, it
    is what is published. Each state of the folder is made ready once."""

    def __init__(self, here: Installation) -> None:
        super().__init__(
            here.blueprint,
            here.clock,
            here.media_folder,
            here.settings.base_url.rstrip("/"),
            here.renderer,
            somebody=partial(somebody, here),
        )
        self._folders = here.folders
        self._drafted: dict[str, tuple[BrandDraft, Shown]] = {}

    def shown(self, brand: str) -> Shown:
        files, folder = self._folders.files(brand), self._folders.folder(brand)
        draft = files.draft() if files else None
        if draft is None or folder is None:
            return super().shown(brand)
        kept = self._drafted.get(brand)
        if kept is None or kept[0] is not draft:
            kept = self._drafted[brand] = draft, self._made(brand, folder, draft)
        return kept[1]

    def tried(self, brand: str, framework: str, trial: Trial) -> Look:
        """A message with words that somebody is typing, for somebody invented."""
        shown = self.shown(brand)
        release, owner = shown.release, shown.release.brand
        if release.voice is None:
            raise UserError("This brand's voice is not published, so words cannot be tried here.")
        found = release.framework(framework)
        if found is None:
            raise UserError(f"There is no framework '{framework}' any more.")
        language = trial.language or owner.language
        bound = {factor: list(keys) for factor, keys in trial.bound.items()}
        typed = {slot: words for slot, words in trial.words.items() if words}
        entry = {**bound, "language": language, **typed}
        read = read_tried(entry, found, owner, release.voice, release.offers)
        seen = self.whom(brand, ANNA)
        if not read.writable or not LANGUAGE.fullmatch(language):
            return Look(None, seen.words, read.problems)
        words = spoken(found, read.blocks, trial)
        now = self._clock.now()
        among = messages(shown.preview, words, seen, now, trial, language)
        return Look(among.cell, seen.words, read.problems, among.places, among.reach)

    def _made(self, brand: str, folder: Path, draft: BrandDraft) -> Shown:
        published = super().shown(brand)
        content = draft.folder
        release = as_release(content)
        pictures = folder / "images"
        banners = PictureBanners(lambda _: pictures, self._pictures, self._base_url)
        writer = preview_writer(self._base_url, banners, self._renderer)
        places = Places(draft.by_block, draft.by_visual, draft.by_rule)
        return Shown(
            release=release,
            products=self._products(folder, published, content.brand.shop_url),
            pictures=pictures,
            media=published.media,
            preview=Preview(writer, release, places),
            mistakes=draft.mistakes,
        )

    def _products(self, folder: Path, published: Shown, shop_url: str) -> Mapping[str, Product]:
        catalogue = folder / "catalogue.csv"
        try:
            return read_catalogue(
                catalogue,
                shop_url=shop_url,
                currency=published.release.brand.currency,
            )
        except (OSError, UserError):  # publishing says what is wrong with it
            return published.products
