"""The library that a new framework may start from: the frameworks of the example brand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import resources
from pathlib import Path

from msgspec.structs import replace

from rapport.adapters.brand_folder.files import FolderFiles
from rapport.adapters.catalogue_csv import read_catalogue
from rapport.core.blueprint import BrandFolder
from rapport.errors import UserError
from rapport.ports.brand_files import Source

EXAMPLE_BRAND = "alder_and_clay"


@contextmanager
def example_folder() -> Iterator[Path]:
    """The folder of the example brand that comes with Rapport."""
    with resources.as_file(resources.files("rapport") / "brands" / EXAMPLE_BRAND) as folder:
        yield folder


class Library:
    """Read once, when somebody asks for it: it comes with Rapport and does not change."""

    def content(self) -> BrandFolder | None:
        """What there is to choose from; None where it cannot be read."""
        return _read()[0]

    def titles(self) -> frozenset[str]:
        """The names of its products."""
        return _titles()

    def source(self, key: str) -> Source | None:
        """What a framework is made of, with whose words they are."""
        return _read()[1].get(key)


@cache
def _read() -> tuple[BrandFolder | None, dict[str, Source]]:
    with example_folder() as folder:
        files = FolderFiles(folder, Path())  # nothing is written, so nobody waits for anybody
        content = files.now().content
        found = {}
        for one in content.frameworks if content else ():
            try:
                source = files.source(one.key)
            except UserError:
                source = None
            if source is not None and content is not None:
                by = f"the starting library, words of {content.brand.name}"
                found[one.key] = replace(source, by=by)
        return content, found


@cache
def _titles() -> frozenset[str]:
    content = _read()[0]
    if content is None:
        return frozenset()
    with example_folder() as folder:
        brand = content.brand
        file = folder / "catalogue.csv"
        products = read_catalogue(file, shop_url=brand.shop_url, currency=brand.currency)
        return frozenset(product.title for product in products.values())
