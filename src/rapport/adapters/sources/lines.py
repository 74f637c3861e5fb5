"""Lines of carts, checkouts and orders, whatever a source calls their parts."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from rapport.adapters.sources.fields import Fields
from rapport.adapters.sources.money import minor_units
from rapport.adapters.sources.payload import JsonObject, is_object
from rapport.core.events import MAX_LINES, Line

MAX_QUANTITY = 10_000

Names = tuple[str, ...]


class LineNames(NamedTuple):
    """What a source calls the parts of a line, the best name first."""

    product_id: Names
    title: Names
    quantity: Names
    unit_price: Names
    variant_id: Names
    variant: Names
    sku: Names
    category: Names
    url: Names
    image_url: Names
    full_price: Names


def read_line(product: Fields, names: LineNames) -> Line | None:
    """The line that `product` describes; of quantity 0 where it states one that no line has, and
    None where it has no id. Both are noted, and so is a price below nothing."""
    product_id = product.text(*names.product_id, *names.sku, limit=100)
    if not product_id:
        product.note(names.product_id[0], "nothing", "a product's id; the rest is taken")
        return None
    price = product.not_negative(*names.unit_price)
    return Line(
        product_id=product_id,
        title=product.text(*names.title, limit=300),
        quantity=product.quantity(*names.quantity, most=MAX_QUANTITY),
        unit_price=price or 0,
        variant_id=product.text(*names.variant_id, limit=100),
        variant=product.text(*names.variant, limit=100),
        sku=product.text(*names.sku, limit=100),
        category=read_category(product, names.category),
        url=product.web(*names.url),
        image_url=product.web(*names.image_url),
        full_price=product.not_negative(*names.full_price) or 0,
        free=price == 0,
    )


def read_product(product: Fields, names: LineNames) -> Line | None:
    """The same where it is the product that counts, looked at or put into a cart: one piece, where
    its quantity is none."""
    line = read_line(product, names)
    return replace(line, quantity=1) if line is not None and line.quantity == 0 else line


def read_lines(parent: Fields, list_names: Names, names: LineNames) -> tuple[Line, ...] | None:
    """The lines under the first of `list_names` that is a list; None where none is.

    At most `MAX_LINES`; that more were cut is noted. A line without a quantity that can be is left
    out, which is noted: nobody would know how much it comes to.
    """
    products = parent.children(*list_names, limit=MAX_LINES)
    if products is None:
        return None
    found = (read_line(product, names) for product in products)
    return tuple(line for line in found if line is not None and line.quantity > 0)


def read_category(product: Fields, names: Names) -> str:
    """The category; of several, the first."""
    value = product.first(*names)
    if isinstance(value, list):
        name = next((n for n in names if product.values.get(n) is value), names[0])
        return Fields({name: value[0]}, product.where, product.notes).text(name) if value else ""
    return product.text(*names)


def left_out(parent: Fields, list_names: Names, names: LineNames, lines: tuple[Line, ...]) -> int:
    """How many lines that `parent` tells of are not among `lines`: they could not be read, or were
    more than are kept. One of which no piece was bought is not missed."""
    told = next((v for n in list_names if isinstance(v := parent.values.get(n), list)), [])
    none = sum(is_object(item) and _is_none(item, names.quantity) for item in told)
    return max(len(told) - len(lines) - none, 0)


def missed(parent: Fields, list_names: Names, names: LineNames, lines: tuple[Line, ...]) -> int:
    """Of how many lines that `parent` tells of nobody knows what they come to: those left out, and
    those without a price that can be read. One that is told to cost nothing does."""
    told = next((v for n in list_names if isinstance(v := parent.values.get(n), list)), [])
    priced = sum(
        is_object(item) and (_is_none(item, names.quantity) or _has_price(item, names, parent))
        for item in told
    )
    return max(left_out(parent, list_names, names, lines), len(told) - priced)


def _has_price(item: JsonObject, names: LineNames, parent: Fields) -> bool:
    price = next((item[n] for n in names.unit_price if item.get(n) not in (None, "")), None)
    units = None if price is None else minor_units(price, parent.exponent)
    return units is not None and units >= 0


def _is_none(item: JsonObject, names: Names) -> bool:
    quantity = next((item[n] for n in names if item.get(n) not in (None, "")), None)
    return quantity is not None and minor_units(quantity, 6) == 0


def total_of(lines: tuple[Line, ...]) -> int:
    """Sum of the lines, minor units."""
    return sum(line.quantity * line.unit_price for line in lines)
