"""Lines of carts, checkouts and orders, whatever a source calls their parts."""

from __future__ import annotations

from typing import NamedTuple

from rapport.adapters.sources.fields import Fields
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
    """The line that `product` describes; None, noted, where it has no id."""
    product_id = product.text(*names.product_id, *names.sku, limit=100)
    if not product_id:
        product.note(names.product_id[0], "nothing", "a product's id; the rest is taken")
        return None
    price = product.amount(*names.unit_price)
    full_price = product.amount(*names.full_price)
    quantity = product.whole(*names.quantity)
    return Line(
        product_id=product_id,
        title=product.text(*names.title, limit=300),
        quantity=1 if quantity is None else min(max(quantity, 0), MAX_QUANTITY),
        unit_price=max(price or 0, 0),
        variant_id=product.text(*names.variant_id, limit=100),
        variant=product.text(*names.variant, limit=100),
        sku=product.text(*names.sku, limit=100),
        category=read_category(product, names.category),
        url=product.web(*names.url),
        image_url=product.web(*names.image_url),
        full_price=max(full_price or 0, 0),
    )


def read_lines(parent: Fields, list_names: Names, names: LineNames) -> tuple[Line, ...] | None:
    """The lines under the first of `list_names` that is a list; None where none is.

    At most `MAX_LINES`; that more were cut is noted. A line of quantity 0 is not there.
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


def total_of(lines: tuple[Line, ...]) -> int:
    """Sum of the lines, minor units."""
    return sum(line.quantity * line.unit_price for line in lines)
