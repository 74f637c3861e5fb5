"""Facts: the typed values that approved words may name, and nothing else may put into a message.

A fact is filled in by `rapport.app.write` from the checkout, the catalogue, the offer and the
brand; a block writes `{{ offer.value }}`. Values are text, ready to show, already in the person's
locale, save `cart.items`, which is a list to go through.
"""

from __future__ import annotations

from msgspec import Struct


class ItemFacts(Struct, frozen=True, gc=False):
    """One product of the cart."""

    title: str
    variant: str
    quantity: str
    price: str
    """Of one piece, such as `£24.00`."""
    total: str
    url: str
    image: str
    category: str


class CartFacts(Struct, frozen=True, gc=False):
    items: tuple[ItemFacts, ...]
    first: ItemFacts
    count: int
    """Number of different products."""
    total: str
    url: str
    """The tracked address at which the checkout is taken up again."""
    more: int = 0
    """How many of the products are not among `items`, which holds the first few."""


class OfferFacts(Struct, frozen=True, gc=False):
    """The offer as it holds for this message; all empty where there is none."""

    key: str = "none"
    label: str = ""
    value: str = ""
    """Such as `10%` or `£5.00`."""
    code: str = ""
    ends: str = ""
    """Such as `Thursday 4 June at 18:00`."""
    minimum: str = ""


class BrandFacts(Struct, frozen=True, gc=False):
    name: str
    sender: str
    address: str
    shop_url: str
    logo_url: str
    reply_to: str
    facts: dict[str, str]
    """What `brand.yaml` states under `facts`, such as `returns_days`."""


class MessageFacts(Struct, frozen=True, gc=False):
    """All of it; the names of the fields are the names that Liquid sees."""

    cart: CartFacts
    offer: OfferFacts
    brand: BrandFacts
    unsubscribe_url: str
    preferences_url: str
    first_name: str = ""
