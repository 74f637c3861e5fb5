"""What lines of a basket come to: at the prices told, and at the catalogue's where none was.

What nobody knows is None and never 0. Until `rapport.core.editions.PRICED_AS_LISTED` an unknown
price was one of 0, and a checkout's own prices were all that was looked at.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.editions import PRICED_AS_LISTED
from rapport.core.person.signals.moment import Moment, cost_of, margin_of, worth
from rapport.core.state import Basket, Checkout


class Valued(Struct, frozen=True, gc=False):
    """Lines at the best prices known, and what they come to, minor units; None: nobody knows."""

    lines: tuple[Basket, ...]
    total: int | None = None
    margin: float | None = None


def listed(line: Basket, moment: Moment) -> Basket:
    """The line, at the catalogue's price where it was told without one."""
    found = moment.products.get(line.product_id)
    if line.unit_price or line.free or found is None or found.price <= 0:
        return line
    return replace(line, unit_price=found.price)


def is_priced(line: Basket) -> bool:
    """Whether it is known what the line costs; what is free costs nothing."""
    return line.free or line.unit_price != 0


def of_checkout(moment: Moment, checkout: Checkout) -> Valued:
    """What the shop told of the whole goes before a sum of lines."""
    lines, total = checkout.lines, checkout.total
    if moment.release.edition < PRICED_AS_LISTED:
        rate = moment.release.brand.margin_rate
        margin = margin_of(lines, moment.products, rate) if lines else total * rate
        return Valued(lines, total, float(margin))
    priced = lines
    if checkout.currency in ("", moment.release.brand.currency):  # the catalogue has no other
        priced = tuple([listed(line, moment) for line in lines])
    if not checkout.proven:
        lines, priced = (
            tuple([_as_claimed(line, moment) for line in some]) for some in (lines, priced)
        )
    if total or checkout.free:
        return _of_told(moment, lines, priced, total, in_part=checkout.in_part)
    return Valued(priced) if checkout.in_part else _of_sum(moment, priced)


def _as_claimed(line: Basket, moment: Moment) -> Basket:
    """What a page of the shop alone tells to be free has no price, but where the catalogue has it
    at none: pages tell 0 of what they forget."""
    found = moment.products.get(line.product_id)
    if not line.free or (found is not None and found.free):
        return line
    return replace(line, free=False)


def of_cart(moment: Moment, lines: tuple[Basket, ...], told: int | None = None) -> Valued:
    """The same of lines of which no whole was told, unless `told` is what they come to."""
    priced = tuple([listed(line, moment) for line in lines])
    if moment.release.edition < PRICED_AS_LISTED:
        rate = moment.release.brand.margin_rate
        total = worth(priced) if told is None else told
        margin = margin_of(priced, moment.products, rate) if priced else total * rate
        return Valued(priced, total, float(margin))
    if told is None:
        return _of_sum(moment, priced)
    return _of_told(moment, lines, priced, told, in_part=False)


def _of_sum(moment: Moment, priced: tuple[Basket, ...]) -> Valued:
    if not priced or not all(map(is_priced, priced)):
        return Valued(priced)
    margin = margin_of(priced, moment.products, moment.release.brand.margin_rate)
    return Valued(priced, worth(priced), float(margin))


def _of_told(
    moment: Moment,
    lines: tuple[Basket, ...],
    priced: tuple[Basket, ...],
    total: int,
    *,
    in_part: bool,
) -> Valued:
    """Where a price was not told, the margin is that of the whole: what it comes to beyond its
    lines costs what the brand's margin leaves, where a line is missing or costs nobody knows what.
    """
    products, rate = moment.products, moment.release.brand.margin_rate
    if not lines:
        return Valued(priced, total, total * rate)
    if all(map(is_priced, lines)):
        return Valued(priced, total, float(margin_of(lines, products, rate)))
    cost = sum(cost_of(line, products, rate) for line in priced)
    if in_part or any(not is_priced(line) and not _cost_known(line, moment) for line in priced):
        cost += round(max(total - worth(priced), 0) * (1.0 - rate))
    return Valued(priced, total, float(total - cost))


def _cost_known(line: Basket, moment: Moment) -> bool:
    product = moment.products.get(line.product_id)
    return product is not None and product.cost >= 0
