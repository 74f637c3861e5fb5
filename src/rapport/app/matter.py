"""What one message is about, in the words of the events that told of it.

The core keeps ids and money; the words (titles, pictures, addresses) stand in the event log and in
the catalogue, and are fetched when a message is written.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from rapport.core.blueprint import Product
from rapport.core.creative import CART, NOTHING
from rapport.core.events import CheckoutStarted, Line


class Matter(Struct, frozen=True):
    """The products that a message is about, as they were told of; money in minor units.

    `about` is one of `rapport.core.creative.ABOUT`. `total` is 0 and `currency` empty where nobody
    told. `proven`: whether the words come from a source that proves who it is.
    """

    about: str = CART
    lines: tuple[Line, ...] = ()
    total: int = 0
    currency: str = ""
    url: str = ""
    """Where the basket is taken up again; empty where the message leads to a product's page."""
    proven: bool = False


def of_checkout(checkout: CheckoutStarted, *, proven: bool) -> Matter:
    """An open checkout."""
    return Matter(
        CART, checkout.lines, checkout.total, checkout.currency, checkout.url, proven=proven
    )


def example(about: str, products: Mapping[str, Product], most: int = 2) -> Matter:
    """What a message could be about: the first products of a catalogue. For previews and tests."""
    if about == NOTHING:
        return Matter(NOTHING)
    chosen = list(products.values())[: max(most, 0)]
    lines = tuple(
        Line(p.id, p.title, 1, p.price, category=p.category, url=p.url, image_url=p.image_url)
        for p in chosen
    )
    return Matter(about, lines)
