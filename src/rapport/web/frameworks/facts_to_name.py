"""The facts that approved words may name, for whoever writes them."""

from __future__ import annotations

from collections.abc import Mapping

from rapport.core.creative.framework import CART, NOTHING, ORDER, VIEWED

_NAMES = {
    "first_name": "first name (may be empty)",
    "offer.value": "what the offer is worth",
    "offer.label": "the offer’s name",
    "offer.code": "the code",
    "offer.ends": "when the offer ends",
    "offer.minimum": "from which order value on",
    "brand.name": "the brand’s name",
    "brand.sender": "the sender’s name",
    "brand.reply_to": "the address for answers",
}
_GROUPS = {CART: "the basket", VIEWED: "what was looked at", ORDER: "the last order"}
_IN_GROUP = {
    "first.title": "first product of",
    "first.short_title": "the same in short (may be empty), of",
    "first.category": "first product’s category, of",
    "short_names": "products in short (may be empty), of",
    "count": "number of products in",
    "total": "total of",
    "more": "how many more products are in",
}


def facts_for(about: str, stated: Mapping[str, str]) -> list[tuple[str, str]]:
    """The facts that words may name, each as it is typed and what it says. `stated` are those that
    brand.yaml states."""
    group = _GROUPS.get(about)
    paths = [
        (f"{about}.{path}", f"{words} {group}")
        for path, words in _IN_GROUP.items()
        if about != NOTHING and group
    ]
    paths += list(_NAMES.items())
    paths += [(f"brand.facts.{name}", f"“{said}”") for name, said in stated.items()]
    return [("{{ " + path + " }}", words) for path, words in paths]
