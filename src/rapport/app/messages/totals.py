"""What a basket or an order comes to, as a message names it: no sum that its lines contradict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from rapport.app.messages.matter import Matter
from rapport.core.catalogue import Product
from rapport.core.events import Line
from rapport.core.triggers import product_of


class Named(NamedTuple):
    """The total that is named, 0 for none, and what was taken off the lines to come to it."""

    total: int
    off: int = 0


def named_total(
    matter: Matter, total: int, lines: Sequence[int], listed: int, *, told: bool
) -> Named:
    """`lines` are what each comes to as it is shown, of which the first `listed` are; `told` says
    whether the total is the word of a source that is believed, and not a sum of the lines' prices.

    Where it is less than the lines by just the discount that was told of, that is why. Any other
    gap may be tax within the prices, or a part of the discount that delivery made up for: nobody
    knows why, and no total is named. Nor is one of nothing, whose delivery may have been paid.
    """
    off = sum(lines) - total
    if told and total > 0 and off == matter.discount > 0:
        return Named(total, off)
    return Named(0 if total < sum(lines[:listed]) else total)


def sum_of(lines: Sequence[Line], *, complete: bool) -> int:
    """What lines come to by their prices; 0 where it is to be `complete` and one has none."""
    if complete and not all(line.unit_price for line in lines):
        return 0
    return sum(line.unit_price * line.quantity for line in lines)


def in_the_catalogue(lines: Iterable[Line], products: Mapping[str, Product]) -> tuple[Line, ...]:
    """What is shown of lines for whose words and prices nobody stands: products that the catalogue
    knows, at its prices.

    It does not tell variants of a product apart: they are one line, which has no price where they
    were told of at more than one.
    """
    found: dict[str, Line] = {}
    prices: dict[str, set[int]] = {}
    for line in lines:
        product = product_of(line, products)
        if product is None:
            continue
        before = found.get(product.id)
        told = prices.setdefault(product.id, set())
        told.add(line.unit_price)
        found[product.id] = replace(
            before or line,
            quantity=line.quantity + (before.quantity if before else 0),
            unit_price=product.price if len(told) == 1 else 0,
        )
    return tuple(found.values())
