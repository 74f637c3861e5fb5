"""What of a basket's margin has to be left once an offer has had its share."""

from __future__ import annotations

from rapport.core.brand import Brand
from rapport.core.editions import FLOOR_IS_ENOUGH

EVEN = 1e-9
"""Shares of a total that are no further apart are the same one: 0.35 - 0.15 is not quite 0.2."""


def too_little(left: float, total: int, brand: Brand, edition: int) -> bool:
    """Whether `left` of the margin of a basket of `total`, both in minor units, is below the
    brand's floor. Of a basket that is worth nothing it always is."""
    even = EVEN if edition >= FLOOR_IS_ENOUGH else 0.0
    return total <= 0 or left < (brand.margin_floor - even) * total
