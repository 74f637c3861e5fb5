"""What a simulated shop is like: how large, how noisy, and how its people take to messages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from msgspec import Struct

from rapport.core.offer import Offer
from rapport.core.time import DAY, HOUR, Instant
from rapport.errors import UserError

World = Literal["varied", "null", "fatigue"]
"""`varied`: tastes differ. `null`: no message makes anybody buy. `fatigue`: they tire."""

WORLDS: tuple[World, ...] = ("varied", "null", "fatigue")

START: Instant = 1_772_409_600_000
"""2026-03-02T00:00Z, a Monday."""

EXAMPLE_OFFERS = (
    Offer("none"),
    Offer("free-delivery", kind="free_shipping", label="Free delivery", cost=395, code="FREEPOST"),
    Offer("ten-percent", kind="percent", label="10% off", value=10, code="TEN"),
    Offer("tea-sampler", kind="gift", label="A free tea sampler", cost=250, code="SAMPLER"),
)
"""What the offers' keys stand for at the till, where the caller brings no table of their own."""


class ShopSettings(Struct, frozen=True):
    """Everything that the simulated world is a function of, besides its products and offers.

    Shares and rates are between 0 and 1, money is in minor units of `currency`.
    """

    seed: int = 1
    customers: int = 3_000
    days: int = 30
    start: Instant = START
    response: World = "varied"
    base_rate: float = 0.10
    """Share of the checkouts left behind that are taken up again without any message."""
    sessions_a_day: float = 0.15
    """Visits of the average customer."""
    marketing_share: float = 0.8
    """Customers who agreed to marketing e-mail."""
    anonymous_share: float = 0.35
    """Customers who browse without a name until they come to the checkout."""
    new_share: float = 0.3
    """Customers without an order before `start`."""
    scanner_share: float = 0.05
    """Customers whose mail server fetches every link before they see the message."""
    bad_address_share: float = 0.005
    """Customers whose address no longer takes mail."""
    late_share: float = 0.04
    """Requests that come minutes after what they tell of."""
    duplicate_share: float = 0.02
    """Requests that come twice."""
    segment_order_share: float = 0.6
    """Orders that Segment tells of too."""
    klaviyo_order_share: float = 0.15
    """Orders that Klaviyo tells of too."""
    refund_share: float = 0.04
    """Orders whose money goes back."""
    currency: str = "GBP"
    shipping: int = 395
    free_shipping_from: int = 3_500
    """From this subtotal on, delivery costs nothing anyway."""
    shop_domain: str = "simulated-shop.myshopify.com"
    shop_url: str = "https://shop.example.com"
    shopify_secret: str = ""
    """Signs the webhooks where set."""
    segment_write_key: str = ""
    klaviyo_key: str = ""

    @property
    def end(self) -> Instant:
        """When the last visit may begin; answers to messages come later still."""
        return self.start + self.days * DAY

    def shipping_on(self, subtotal: int) -> int:
        """What delivery of an order of `subtotal` costs the customer."""
        return 0 if subtotal >= self.free_shipping_from else self.shipping


def check(settings: ShopSettings) -> None:
    """Raises UserError, naming the setting, where the world could not be built."""
    if settings.response not in WORLDS:
        raise UserError(
            f"The simulated shop knows no world '{settings.response}'. "
            f"Choose one of {', '.join(WORLDS)}."
        )
    if settings.customers < 1 or settings.days < 1:
        raise UserError(
            f"A simulated shop needs at least one customer and one day, but was asked for "
            f"{settings.customers} customers and {settings.days} days."
        )
    if settings.seed < 0:
        raise UserError(f"The simulated shop's seed is {settings.seed}; take one of 0 or more.")
    for name in settings.__struct_fields__:
        value = getattr(settings, name)
        if (name.endswith("_share") or name == "base_rate") and not 0 <= value <= 1:
            raise UserError(f"'{name}' of the simulated shop is {value}; it must be from 0 to 1.")


def stream(settings: ShopSettings, purpose: int, customer: int) -> np.random.Generator:
    """A customer's own source of chance for one purpose: nobody else's life touches it."""
    return np.random.Generator(np.random.PCG64([settings.seed, purpose, customer]))


HOUR_WEIGHTS = (2, 1, 1, 1, 1, 2, 4, 7, 8, 8, 9, 9, 10, 9, 8, 8, 9, 10, 12, 15, 16, 14, 9, 5)
"""How busy a shop is by the local hour of the day."""


def hour_edges(weights: Sequence[int] = HOUR_WEIGHTS) -> tuple[float, ...]:
    """Upper edges, in [0, 1], of each hour's share of the day's visits."""
    total = sum(weights)
    return tuple(sum(weights[: hour + 1]) / total for hour in range(len(weights)))


MESSAGE_REACH = 72 * HOUR
"""An order that a checkout still leads to comes within this time."""
