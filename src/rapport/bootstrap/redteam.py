"""What the red team needs from outside: the shipped set, and a brand's folder as it is read."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from importlib import resources
from pathlib import Path

from rapport.adapters.brand_folder import read_brand_folder
from rapport.adapters.catalogue_csv import read_catalogue
from rapport.app.redteam.line import Line
from rapport.app.redteam.rewrite_set import read_set
from rapport.bootstrap.library import example_folder
from rapport.core.blueprint import BrandFolder
from rapport.errors import UserError

SHIPPED = "rewrites.jsonl"


def shipped_set() -> tuple[Line, ...]:
    """The rewrites that come with Rapport."""
    return read_set(SHIPPED, _shipped()).lines


def digest_of_shipped_set() -> str:
    """The SHA-256 of its file."""
    return sha256(_shipped()).hexdigest()


def _shipped() -> bytes:
    return (resources.files("rapport") / "redteam" / SHIPPED).read_bytes()


def brand_to_hold_to(folder: Path | None = None) -> tuple[BrandFolder, Sequence[str]]:
    """A brand, the example where no folder is named, and its products' titles.

    Raises UserError where there is no such folder, or BrandFolderError where it has mistakes.
    """
    if folder is None:
        with example_folder() as example:
            return brand_to_hold_to(example)
    if not folder.is_dir():
        raise UserError(f"There is no folder {folder}. Name the folder that holds brand.yaml.")
    content = read_brand_folder(folder)
    catalogue = folder / "catalogue.csv"
    if not catalogue.exists():
        return content, []
    brand = content.brand
    products = read_catalogue(catalogue, shop_url=brand.shop_url, currency=brand.currency)
    return content, [product.title for product in products.values()]
