"""Offers that nobody would ever get, since each leaves less margin than the brand's floor."""

from __future__ import annotations

from collections.abc import Sequence

from rapport.core.brand import Brand
from rapport.core.creative.framework import NO_OFFER
from rapport.core.deciding.margin import EVEN
from rapport.core.offer import Offer


def margin_spent(brand: Brand, offers: Sequence[Offer]) -> str:
    """Which of a brand's offers no basket can carry, in a sentence; empty where there is none.

    Reckoned with `margin.rate`, as for goods of which the catalogue has no cost: where it has one,
    their own margin counts, which may be larger.
    """
    never = [offer for offer in offers if offer.key != NO_OFFER and _never(brand, offer)]
    if not never:
        return ""
    named = ", ".join(f"‘{offer.key}’" for offer in never)
    one = len(never) == 1
    rate, floor = (f"{100.0 * share:g}%" for share in (brand.margin_rate, brand.margin_floor))
    return (
        f"Nobody gets the offer{'' if one else 's'} {named}, but for goods whose cost the "
        f"catalogue has: the margin in brand.yaml has a rate of {rate} and a floor of {floor}, and "
        f"{'it' if one else 'each'} would leave less than that."
    )


def _never(brand: Brand, offer: Offer) -> bool:
    """Whether it leaves too little of every basket, however large, as decisions see it."""
    room = brand.margin_rate - brand.margin_floor
    if offer.kind == "percent":
        return offer.value / 100.0 > room + EVEN
    cost = offer.value if offer.kind == "amount" else offer.cost
    return room < -EVEN or (room <= EVEN and cost > 0)
