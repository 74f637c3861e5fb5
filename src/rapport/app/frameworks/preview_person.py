"""For whom a preview is: somebody made up, or a person whom the brand knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

from rapport.app.frameworks.preview import Seen
from rapport.app.wording.signal_units import AskedSignal, asked_signal
from rapport.core.blueprint import Release
from rapport.core.catalogue import Product
from rapport.core.creative.framework import Framework
from rapport.core.deciding.rules import brand_rules
from rapport.core.events import Contact

MOST_ITEMS = 50
"""Products that somebody made up may have."""

EMPTY: Mapping[str, float] = MappingProxyType({})


class Invented(Struct, frozen=True):
    """A person made up for a preview. `signals` are what rules are told of them."""

    first_name: str = "Anna"
    items: int = 2
    signals: Mapping[str, float] = EMPTY


class Whom(Struct, frozen=True):
    """For whom a preview is: the profile of this id or, where that is empty, `invented`."""

    profile: str = ""
    invented: Invented = Invented()


ANNA = Whom()
"""Where nobody says for whom."""


def asked_for(release: Release, framework: Framework) -> tuple[AskedSignal, ...]:
    """The signals that the rules of a framework ask for, then those of the brand and of its care
    that hold there, then the framework's offers; each once."""
    names = dict.fromkeys(_names(release, framework))
    return tuple(asked_signal(name, release.brand.currency) for name in names)


def _names(release: Release, framework: Framework) -> Iterator[str]:
    brands = brand_rules(release)
    of_care = len(brands) - len(release.rules)  # they come first
    for rule in (*framework.rules, *brands[of_care:], *brands[:of_care]):
        if rule.concerns(framework.key):
            for condition in (*rule.when, *rule.any_of):
                yield condition.signal
    for key in framework.offers:
        offer = release.offer(key)
        for condition in offer.who if offer else ():
            yield condition.signal


def somebody_invented(
    person: Invented, products: Mapping[str, Product], currency: str = ""
) -> Seen:
    """Somebody made up: of whom nothing is known but what `person` says."""
    noun = "product" if person.items == 1 else "products"
    told = ", ".join(_told(name, value, currency) for name, value in person.signals.items())
    who = person.first_name or "somebody without a name"
    return Seen(
        words=f"{who}, invented, with {person.items} {noun}{f'; {told}' if told else ''}",
        contact=Contact(first_name=person.first_name),
        known=person.signals.get,
        products=products,
        items=person.items,
    )


def _told(name: str, value: float, currency: str) -> str:
    asked = asked_signal(name, currency or "GBP")
    if asked.yes_no:
        return f"{asked.label}: {'yes' if value else 'no'}"
    unit = f" {asked.unit}" if asked.unit == currency else asked.unit if asked.unit == "%" else ""
    return f"{asked.label}: {asked.typed(value)}{unit}"
