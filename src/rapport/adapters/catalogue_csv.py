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
from typing import NamedTuple
from urllib.parse import urljoin

from babel.numbers import get_currency_precision

from rapport.adapters.plain_files import plain_file
from rapport.core.catalogue import Product
from rapport.errors import UserError

NEEDED = ("Handle", "Title", "Variant Price")

# A comma only sets thousands apart: `24,00` is no 2,400.
_AMOUNT = re.compile(r"(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.\d{1,9})?", re.ASCII)
_WHOLE = re.compile(r"-?\d{1,9}", re.ASCII)


def read_catalogue(path: Path, *, shop_url: str, currency: str = "GBP") -> dict[str, Product]:
    """Products by handle and by SKU; amounts in minor units of `currency`.

    A picture from `images/` stays the name of its file: whoever shows it knows where it is served
    from, and whoever publishes does not. A product's page is `<shop>/products/<handle>`,
    as Shopify has it. Raises UserError with file and line where a row cannot be read.
    """
    variants: dict[str, list[_Row]] = {}
    for row in _rows(path, 10 ** get_currency_precision(currency)):
        if row.text("Handle"):
            variants.setdefault(row.text("Handle"), []).append(row)
    products: dict[str, Product] = {}
    for handle, rows in variants.items():
        if rows[0].text("Status").lower() not in ("active", ""):
            continue  # drafts and archived products are not for sale
        products[handle] = product = _product(handle, rows, shop_url)
        for row in rows:
            sku = row.text("Variant SKU").lstrip("'")
            if sku:
                products.setdefault(sku, product)
    return products


class _Row(NamedTuple):
    """One line of the file; `minor` is how many minor units make one of the currency."""

    path: Path
    line: int
    cells: dict[str, str]
    minor: int

    def text(self, column: str) -> str:
        return (self.cells.get(column) or "").strip()

    def money(self, column: str) -> int | None:
        """Minor units; None where nothing is stated."""
        text = self.text(column)
        if text and not _AMOUNT.fullmatch(text):
            raise self._wrong(column, text, "an amount such as 24.00")
        amount = Decimal(text.replace(",", "")) if text else None
        return None if amount is None else int((amount * self.minor).to_integral_value())

    def whole(self, column: str) -> int | None:
        text = self.text(column)
        if text and not _WHOLE.fullmatch(text):
            raise self._wrong(column, text, "a whole number")
        return int(text) if text else None

    def _wrong(self, column: str, found: str, expected: str) -> UserError:
        where = f"{self.path}:{self.line}: {column}"
        return UserError(f"{where}: found '{found}', expected {expected}.")


def _rows(path: Path, minor: int) -> list[_Row]:
    try:
        with plain_file(path).open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            rows = [_Row(path, reader.line_num, cells, minor) for cells in reader]
    except FileNotFoundError as error:
        raise UserError(f"There is no catalogue at {path}.") from error
    except OSError as error:
        raise UserError(f"The catalogue at {path} cannot be read: {error.strerror}.") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise UserError(f"{path} is not a CSV file in UTF-8: {error}.") from error
    missing = [name for name in NEEDED if rows and name not in rows[0].cells]
    if not rows or missing:
        what = f"lacks the columns {', '.join(missing)}" if rows else "has no products"
        raise UserError(f"{path} {what}. Export your products from Shopify as CSV.")
    return rows


def _product(handle: str, rows: list[_Row], shop_url: str) -> Product:
    prices = [p for row in rows if (p := row.money("Variant Price")) is not None]
    costs = [c for row in rows if (c := row.money("Cost per item")) is not None]
    stocks = [s for row in rows if (s := row.whole("Variant Inventory Qty")) is not None]
    image = next((row.text("Image Src") for row in rows if row.text("Image Src")), "")
    return Product(
        id=handle,
        title=rows[0].text("Title") or handle,
        category=rows[0].text("Type"),
        price=prices[0] if prices else 0,
        cost=costs[0] if costs else -1,
        stock=sum(max(stock, 0) for stock in stocks) if stocks else -1,
        url=urljoin(shop_url.rstrip("/") + "/", f"products/{handle}"),
        image_url=_picture(image),
        free=bool(prices) and not any(prices),
    )


def _picture(written: str) -> str:
    """An address as it is, and else the name of a file among the brand's pictures."""
    return f"https:{written}" if written.startswith("//") else written.removeprefix("images/")
