"""A shop that does not exist, for tests, benchmarks and a first look: its truth is known."""

from rapport.testing.shop.behaviour import Checkout
from rapport.testing.shop.customers import Customer
from rapport.testing.shop.orders import PlacedOrder
from rapport.testing.shop.possible import Choice, Possible, compare
from rapport.testing.shop.request import ShopRequest, sign
from rapport.testing.shop.settings import EXAMPLE_OFFERS, START, WORLDS, ShopSettings, World
from rapport.testing.shop.shop import SimulatedShop
from rapport.testing.shop.truth import Delivered, Economics, Truth

__all__ = [
    "EXAMPLE_OFFERS",
    "START",
    "WORLDS",
    "Checkout",
    "Choice",
    "Customer",
    "Delivered",
    "Economics",
    "PlacedOrder",
    "Possible",
    "ShopRequest",
    "ShopSettings",
    "SimulatedShop",
    "Truth",
    "World",
    "compare",
    "sign",
]
