"""Reads a shop's products from Shopify's product export (CSV).

Each product is known under its handle and under every SKU of its variants, since sources name
products by either. A product's price and cost are those of its first variant that has them; its
stock is the sum over variants, and unknown where no variant states it.
"""

from __future__ import annotations

import csv
import re
from decimal import Decimal
from pathlib import Path
from urllib.parse import urljoin

from rapport.core.blueprint import Product
from rapport.errors import UserError

NEEDED = ("Handle", "Title", "Variant Price")

# A comma only sets thousands apart: `24,00` is no 2,400.
_AMOUNT = re.compile(r"(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.\d{1,9})?", re.ASCII)
_WHOLE = re.compile(r"-?\d{1,9}", re.ASCII)


def read_catalogue(path: Path, *, shop_url: str, media_url: str) -> dict[str, Product]:
    """Products by handle and by SKU.

    A relative image address is under `media_url`; a product's page is `<shop>/products/<handle>`,
    as Shopify has it. Raises UserError with file and line where a row cannot be read.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            rows = [(reader.line_num, row) for row in reader]
    except FileNotFoundError as error:
        raise UserError(f"There is no catalogue at {path}.") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise UserError(f"{path} is not a CSV file in UTF-8: {error}.") from error
    missing = [name for name in NEEDED if rows and name not in rows[0][1]]
    if not rows or missing:
        what = f"lacks the columns {', '.join(missing)}" if rows else "has no products"
        raise UserError(f"{path} {what}. Export your products from Shopify as CSV.")
    products: dict[str, Product] = {}
    variants: dict[str, list[tuple[int, dict[str, str]]]] = {}
    for number, row in rows:
        handle = (row.get("Handle") or "").strip()
        if handle:
            variants.setdefault(handle, []).append((number, row))
    for handle, lines in variants.items():
        product = _product(path, handle, lines, shop_url, media_url)
        if product is None:
            continue
        products[handle] = product
        for _, row in lines:
            sku = (row.get("Variant SKU") or "").strip().lstrip("'")
            if sku:
                products.setdefault(sku, product)
    return products


def _product(
    path: Path,
    handle: str,
    lines: list[tuple[int, dict[str, str]]],
    shop_url: str,
    media_url: str,
) -> Product | None:
    first = lines[0][1]
    if (first.get("Status") or "active").strip().lower() not in ("active", ""):
        return None  # drafts and archived products are not for sale
    prices = [_money(path, n, "Variant Price", row) for n, row in lines]
    costs = [_money(path, n, "Cost per item", row) for n, row in lines]
    stocks = [_whole(path, n, "Variant Inventory Qty", row) for n, row in lines]
    image = next((row["Image Src"] for _, row in lines if row.get("Image Src")), "").strip()
    return Product(
        id=handle,
        title=(first.get("Title") or handle).strip(),
        category=(first.get("Type") or "").strip(),
        price=next((p for p in prices if p is not None), 0),
        cost=next((c for c in costs if c is not None), -1),
        stock=sum(max(s, 0) for s in stocks if s is not None)
        if any(s is not None for s in stocks)
        else -1,
        url=urljoin(shop_url.rstrip("/") + "/", f"products/{handle}"),
        image_url=urljoin(media_url, image.removeprefix("images/")) if image else "",
    )


def _money(path: Path, line: int, column: str, row: dict[str, str]) -> int | None:
    text = (row.get(column) or "").strip()
    if not text:
        return None
    if not _AMOUNT.fullmatch(text):
        raise UserError(
            f"{path}:{line}: {column}: found '{text}', expected an amount such as 24.00."
        )
    return int((Decimal(text.replace(",", "")) * 100).to_integral_value())


def _whole(path: Path, line: int, column: str, row: dict[str, str]) -> int | None:
    text = (row.get(column) or "").strip()
    if not text:
        return None
    if not _WHOLE.fullmatch(text):
        raise UserError(f"{path}:{line}: {column}: found '{text}', expected a whole number.")
    return int(text)
