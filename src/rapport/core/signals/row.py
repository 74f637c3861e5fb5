"""A row of the catalogue of signals."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from rapport.core.signals.moment import Moment

ORDERS, VISITS, CART, MAIL = "orders", "behaviour", "cart", "messages"
"""Classes of the data that signals are made of."""


class Signal(Struct, frozen=True):
    """One signal of the catalogue. `privacy` is the class of data that it is made of.

    `needs` names the model of the published predictions that it is read off; a decision made before
    there was any does not record it. `form` is the least form of a policy whose decisions record
    it: what older ones recorded never changes.
    """

    name: str
    unit: str
    source: str
    window: str
    privacy: str
    label: str
    compute: Callable[[Moment], float | None]
    needs: str = ""
    form: int = 1
