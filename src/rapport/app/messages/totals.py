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
    """What lines come to by their prices; 0 where it is to be `complete` and one has none. What is
    free has one."""
    if complete and not all(line.unit_price or line.free for line in lines):
        return 0
    return sum(line.unit_price * line.quantity for line in lines)


def price_of(line: Line, listed: Product | None) -> int | None:
    """What one piece costs: what was told, or else what the catalogue asks for it, where that may
    stand in; None where nobody knows, and 0 for what is free."""
    if line.free:
        return 0
    price = line.unit_price or (listed.price if listed is not None else 0)
    return price if price > 0 else None


def in_the_catalogue(lines: Iterable[Line], products: Mapping[str, Product]) -> tuple[Line, ...]:
    """What is shown of lines for whose words and prices nobody stands: products that the catalogue
    knows, at its prices.

    It does not tell variants of a product apart: they are one line, which has no price where they
    were told of at more than one. Nor has what was told to be free where the catalogue has a price
    for it: it may be a gift, and a page of the shop may not give anything away.
    """
    found: dict[str, Line] = {}
    prices: dict[str, set[tuple[int, bool]]] = {}
    for line in lines:
        product = product_of(line, products)
        if product is None:
            continue
        before = found.get(product.id)
        told = prices.setdefault(product.id, set())
        told.add((line.unit_price, line.free))
        free = any(of_nothing for _, of_nothing in told)
        one_price = len(told) == 1 and (not free or product.free)
        found[product.id] = replace(
            before or line,
            quantity=line.quantity + (before.quantity if before else 0),
            unit_price=product.price if one_price else 0,
            free=one_price and free,
        )
    return tuple(found.values())
