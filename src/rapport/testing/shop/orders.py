"""An order of the simulated shop: a checkout that was paid for, with what a code took off."""

from __future__ import annotations

from typing import NamedTuple

from rapport.core.offer import IN_FIGURES, Offer
from rapport.core.time import Instant
from rapport.testing.shop.behaviour import Checkout


class PlacedOrder(NamedTuple):
    """Money in minor units. `message` is the key of the message it followed, '' where none."""

    checkout: Checkout
    at: Instant
    code: str
    discount: int
    """Off the products."""
    shipping: int
    message: str

    @property
    def id(self) -> int:
        """The order's number in the shop's software."""
        return 5_000_000_000_000 + self.checkout.number

    @property
    def name(self) -> str:
        """What people call it."""
        return f"#{self.checkout.number}"

    @property
    def revenue(self) -> int:
        """Products after the discount."""
        return self.checkout.subtotal - self.discount

    @property
    def total(self) -> int:
        """What was paid."""
        return self.revenue + self.shipping


def place(checkout: Checkout, at: Instant, offer: Offer | None, message: str = "") -> PlacedOrder:
    """The order that a checkout becomes, with what `offer` takes off where it holds."""
    if offer is None or offer.kind == "none" or checkout.subtotal < offer.min_total:
        return PlacedOrder(checkout, at, "", 0, checkout.shipping, message)
    if offer.kind == "free_shipping":
        return PlacedOrder(checkout, at, offer.code, 0, 0, message)
    discount = offer.cost_on(checkout.subtotal) if offer.kind in IN_FIGURES else 0
    return PlacedOrder(checkout, at, offer.code, discount, checkout.shipping, message)
