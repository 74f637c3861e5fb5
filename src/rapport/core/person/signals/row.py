"""Rows of the catalogue of signals: single signals, and families of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from rapport.core.person.signals.moment import Moment

ORDERS, VISITS, CART, MAIL, STATED = "orders", "behaviour", "cart", "messages", "stated"
"""Classes of the data that signals are made of."""

OFFERS = "offers"
"""What signals of several sources are about."""


PROTECTED_TRAIT = "that names a protected trait, which nothing may be decided by"


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
    least: float = 0.0
    most: float | None = None
    """As little and as much as it can be; where `most` is None, 1 of a share and of what is true or
    not, and no end of all others."""
    known: bool = False
    """Whether everybody has it, also who did nothing yet."""
    about: str = ""
    """What people look for it under, where that is not its `source`."""


def fits(_key: str) -> str:
    """Nothing is wrong with it."""
    return ""


class Family(Struct, frozen=True):
    """Signals of one kind, one for each thing that the state knows of: `name[mugs]`, `name[tea]`.

    `compute` gives all of them at once, by what stands in the brackets, as many as the state's
    bounds allow. One that is not among them is unavailable.
    """

    name: str
    unit: str
    source: str
    window: str
    privacy: str
    label: str
    of: str
    """What stands in the brackets, for people."""
    compute: Callable[[Moment], Mapping[str, float]]
    form: int = 2
    refuses: Callable[[str], str] = fits
    """What is wrong with these words in the brackets of a condition; '' for nothing."""
    least: float = 0.0
    most: float | None = None
    """As little and as much as each can be, as for `Signal`."""
    about: str = ""
    """As for `Signal`."""


def split(name: str) -> tuple[str, str]:
    """`views[mugs]` as `views` and `mugs`; a name without brackets, and '' beside it."""
    family, bracket, rest = name.partition("[")
    return (family, rest[:-1]) if bracket and rest.endswith("]") else (name, "")
