"""Signals as people look for them: by what they are about, the most useful first.

The signals themselves, and what each is made from, stand in the catalogue alone; a group names the
sources that belong together for somebody who writes a rule.
"""

from __future__ import annotations

from collections.abc import Iterable

from rapport.app.wording.signal_units import AskedSignal, asked_signal
from rapport.core.person.signals import BY_NAME, CATALOGUE, Family, Signal, family_of
from rapport.core.person.signals.row import OFFERS

GROUPS: dict[str, tuple[str, ...]] = {
    "Orders": ("orders",),
    "Basket and checkout": ("checkout", "cart and checkout", "cart"),
    "Refunds, questions and late parcels": ("refunds", "support", "deliveries"),
    "Messages they got": ("messages",),
    "Offers and discounts": (OFFERS,),
    "Visits to the shop": ("visits", "channel", "device"),
    "What they will probably do next": ("order rhythm", "intent"),
    "Time of day and day of the week": ("clock",),
    "What they told the shop": ("the person",),
}
"""What each group is called, and the sources of what is in it."""

MORE = "More"
"""What nobody put into a group."""

_GROUP = {source: group for group, sources in GROUPS.items() for source in sources}


def group_of(row: Signal | Family) -> str:
    """Where people look for it."""
    return _GROUP.get(row.about or row.source, MORE)


def grouped(currency: str, also: Iterable[str] = ()) -> list[tuple[str, list[AskedSignal]]]:
    """Every signal of the catalogue by its group, and after them those of families that are named
    in `also`. Groups without any are left out."""
    found: dict[str, list[AskedSignal]] = {group: [] for group in (*GROUPS, MORE)}
    for row in CATALOGUE:
        found[group_of(row)].append(asked_signal(row.name, currency))
    for name in dict.fromkeys(also):
        if name not in BY_NAME:
            family = family_of(name)
            found[group_of(family) if family else MORE].append(asked_signal(name, currency))
    return [(group, signals) for group, signals in found.items() if signals]
