"""The simulated shop's shelves: products by category, the cheaper ones first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapport.core.catalogue import Product
from rapport.errors import UserError


class Item(NamedTuple):
    """A product and how many of it, as they lie in a basket."""

    product: Product
    quantity: int


def subtotal_of(items: Sequence[Item]) -> int:
    """What the items cost together, before discounts and delivery, minor units."""
    return sum(item.product.price * item.quantity for item in items)


class Shelves:
    """Products that have a price, by category. `dear` says which categories cost more than most."""

    def __init__(self, products: Sequence[Product]) -> None:
        by_category: dict[str, list[Product]] = {}
        for product in products:
            if product.price > 0:
                by_category.setdefault(product.category, []).append(product)
        if not by_category:
            raise UserError(
                "The simulated shop has nothing to sell: none of the "
                f"{len(products)} products given has a price above 0. Give it a catalogue."
            )
        self.categories = tuple(sorted(by_category))
        self._products = tuple(
            sorted(by_category[category], key=lambda p: (p.price, p.id))
            for category in self.categories
        )
        means = [sum(p.price for p in shelf) / len(shelf) for shelf in self._products]
        middle = sorted(means)[len(means) // 2]
        self.dear = tuple(mean >= middle for mean in means)

    def pick(self, category: int, u: float, thrift: float) -> Product:
        """A product of a category; the greater `thrift` (0 to 1), the cheaper on average."""
        shelf = self._products[category]
        skewed: float = u ** (0.7 + 0.9 * thrift)
        return shelf[int(len(shelf) * skewed)]
