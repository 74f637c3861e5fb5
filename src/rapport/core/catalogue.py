"""The shop's products, as it sells them from a moment on."""

from __future__ import annotations

from msgspec import Struct

from rapport.core.time import Instant


class Product(Struct, frozen=True, array_like=True, gc=False):
    """One product as the shop sells it now. `cost` and `stock` are -1 where not known.

    A `price` of 0 is not known, unless `free` says that it is one.
    """

    id: str
    title: str
    category: str = ""
    price: int = 0
    cost: int = -1
    stock: int = -1
    url: str = ""
    image_url: str = ""
    free: bool = False


class Catalogue(Struct, frozen=True, gc=False):
    """The shop's products as they stood from `since` on, by product id."""

    number: int
    since: Instant
    products: dict[str, Product]
