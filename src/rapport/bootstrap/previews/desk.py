"""Previews of what is published, for the console; and what other previews share with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from rapport.adapters.banners import PictureBanners
from rapport.app.frameworks.preview import Cell, Place, Places, Preview, Seen, Wanted
from rapport.app.frameworks.preview_file import KINDS, MOST_BYTES, Heading, Sheet, preview_file
from rapport.app.frameworks.preview_person import (
    ANNA,
    Invented,
    Whom,
    asked_for,
    somebody_invented,
)
from rapport.app.messages.links import Links, nobodys_links
from rapport.app.messages.write import Writer
from rapport.app.wording.signal_units import AskedSignal
from rapport.app.wording.wordable import date_and_time
from rapport.core.blueprint import Blueprint, Release
from rapport.core.catalogue import Product
from rapport.core.creative.fixed_words_shipped import ENGLISH
from rapport.core.creative.framework import CONTENT_FACTORS, Framework
from rapport.core.time import Instant
from rapport.errors import UserError
from rapport.ports import Banners, Clock, Renderer

RulesAt = Callable[[str, Release], Mapping[tuple[str, str], str]]
"""Asked for a brand and a release of it."""

Somebody = Callable[["Shown", str, str], Seen]
"""A person whom a brand knows, by its key and a profile's id. Raises UserError for nobody."""


class Shown(Struct, frozen=True):
    """A brand as a preview shows it. `pictures` is the folder that they are in, `media` the
    beginning of their addresses. `mistakes` are what publishing would refuse, line by line."""

    release: Release
    products: Mapping[str, Product]
    pictures: Path
    media: str
    preview: Preview
    mistakes: tuple[str, ...] = ()
    composed: Path | None = None
    """Where banners were put, if elsewhere."""
    rules_at: Mapping[tuple[str, str], str] = MappingProxyType({})
    """The file and line of each rule, by framework and name, as far as they are known."""


class PreviewDesk:
    """Implements the console's `ShowPreview`. `media` holds each brand's pictures in a folder of
    its own; each release is made ready once. `renderer` is the one that writes the real messages,
    so that a layout is compiled once for both. `rules_at` says where the rules of a release stand
    in the brand's folder, which a release itself does not hold; `somebody` knows the brand's
    people."""

    def __init__(
        self,
        blueprint: Callable[[str], Blueprint],
        clock: Clock,
        media: Path,
        base_url: str,
        renderer: Renderer,
        rules_at: RulesAt | None = None,
        somebody: Somebody | None = None,
    ) -> None:
        self._somebody = somebody
        self._rules_at = rules_at
        self._blueprint = blueprint
        self._clock = clock
        self._media = media
        self._base_url = base_url
        self._renderer = renderer
        self._banners = PictureBanners(self._pictures, self._pictures, base_url)
        self._kept: dict[str, Shown] = {}

    def frameworks(self, brand: str) -> Sequence[Framework]:
        return self.shown(brand).release.frameworks

    def offers(self, brand: str) -> Mapping[str, str]:
        """The label of each offer, by its key."""
        return {one.key: one.label or one.key for one in self.shown(brand).release.offers}

    def usual(self, brand: str) -> str:
        """The language that the brand speaks."""
        return self.shown(brand).release.brand.language

    def places(self, brand: str, framework: str) -> list[Place]:
        shown = self.shown(brand)
        return list(shown.preview.places(_framework(shown, framework)))

    def asks(self, brand: str, framework: str) -> Sequence[AskedSignal]:
        """What the rules and offers of a framework ask for."""
        shown = self.shown(brand)
        return asked_for(shown.release, _framework(shown, framework))

    def whom(self, brand: str, whom: Whom) -> Seen:
        """Whom the messages are for. Raises UserError where the brand knows nobody by the id."""
        shown = self.shown(brand)
        if not whom.profile:
            return invented(shown, whom.invented)
        if self._somebody is None:
            raise UserError("Here previews are for somebody invented only.")
        return self._somebody(shown, brand, whom.profile)

    def cells(
        self, brand: str, framework: str, wanted: Wanted, whom: Whom = ANNA
    ) -> Iterator[Cell]:
        shown, seen = self.shown(brand), self.whom(brand, whom)
        return shown.preview.cells(_framework(shown, framework), seen, self._clock.now(), wanted)

    def one(
        self, brand: str, framework: str, place: Place, links: Links, whom: Whom = ANNA
    ) -> tuple[Shown, Cell]:
        """One message, with these links, and what it is made from. Raises UserError where there is
        no such message."""
        shown, seen = self.shown(brand), self.whom(brand, whom)
        levels = {factor: (str(getattr(place, factor)),) for factor in CONTENT_FACTORS}
        wanted = Wanted((place.point,), (place.language,), levels)
        preview = shown.preview.with_links(links)
        found = shown.release.framework(framework)
        cells = preview.cells(found, seen, self._clock.now(), wanted) if found else iter(())
        cell = next((one for one in cells if one.place == place), None)
        if cell is None:
            raise UserError("There is no such message any more. Look at the preview anew.")
        return shown, cell

    def file(self, brand: str, framework: str, whom: Whom = ANNA) -> bytes:
        shown, seen = self.shown(brand), self.whom(brand, whom)
        cells = tuple(self.cells(brand, framework, Wanted(), whom))
        head = heading(shown, seen, self._clock.now())
        if not shown.release.number:
            head = replace(head, brand=f"{head.brand}, not published yet")
        usual = shown.release.brand.language
        sheet = Sheet(_framework(shown, framework), cells, self.offers(brand), usual)
        return preview_file([sheet], head, pictures_of(shown))

    def _pictures(self, brand: str) -> Path:
        return self._media / brand

    def shown(self, brand: str) -> Shown:
        """The brand as it is published now."""
        now, blueprint = self._clock.now(), self._blueprint(brand)
        release, products = blueprint.release_at(now), blueprint.products_at(now)
        kept = self._kept.get(brand)
        rules_at = self._rules_at(brand, release) if self._rules_at else {}
        if (
            kept is None
            or kept.release is not release
            or kept.products is not products
            or kept.rules_at != rules_at
        ):
            writer = preview_writer(self._base_url, self._banners, self._renderer)
            kept = self._kept[brand] = Shown(
                release=release,
                products=products,
                pictures=self._media / brand,
                media=f"{self._base_url}/media/{brand}/",
                preview=Preview(writer, release, Places(by_rule=rules_at)),
                rules_at=rules_at,
            )
        return kept


def preview_writer(base_url: str, banners: Banners, renderer: Renderer) -> Writer:
    """A writer whose links lead nowhere."""
    return Writer(nobodys_links(base_url), renderer, banners)


def invented(shown: Shown, person: Invented) -> Seen:
    """Somebody made up: of whom nothing is known but what `person` says."""
    return somebody_invented(person, shown.products, shown.release.brand.currency)


def heading(shown: Shown, seen: Seen, at: Instant) -> Heading:
    """What stands at the head of a preview's file."""
    brand = shown.release.brand
    locale = brand.locale if brand.locale.startswith("en") else ENGLISH.locale
    when = date_and_time(at, brand.zone, locale)
    barred = f". Now they get none of this: {seen.unreachable}" if seen.unreachable else ""
    return Heading(brand.name, f"{seen.words}{barred}", when, shown.mistakes)


def pictures_of(shown: Shown) -> dict[str, bytes]:
    """The brand's own pictures, by the address that its messages name them by."""
    found = {}
    composed = shown.composed.glob("*") if shown.composed is not None else ()
    for path in (*sorted(shown.pictures.glob("*")), *composed):
        if path.suffix in SUFFIXES and path.is_file() and path.stat().st_size <= MOST_BYTES:
            found[shown.media + path.name] = path.read_bytes()
    return found


SUFFIXES = frozenset(kind.replace("image/", ".") for kind in KINDS.values()) | {".jpg"}


def _framework(shown: Shown, key: str) -> Framework:
    return next(one for one in shown.release.frameworks if one.key == key)
