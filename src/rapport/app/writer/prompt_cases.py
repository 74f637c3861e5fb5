"""Approved words as a model sees them: without what stands under a condition.

A model writes no conditions, and what it writes has to be true in every case.
"""

from __future__ import annotations

import re

from rapport.core.copy_checks.form import offer_has
from rapport.core.offer import Offer

OFFERS = {
    "percent": "A share off the price was decided: {{ offer.value }}.",
    "amount": "A sum off the price was decided: {{ offer.value }}.",
    "free_shipping": "Free delivery was decided.",
    "gift": "A gift was decided: {{ offer.label }}.",
}

_TAG = re.compile(r"\{%-?\s*(\w+)[^%]*%\}")
_IF_OFFER = re.compile(
    r"\{%-?\s*if\s+(offer\.\w+)(?:\s*!=\s*(?:''|\"\"|blank|empty|nil))?\s*-?%\}"
    r"((?:(?!\{%).)*)\{%-?\s*endif\s*-?%\}",
    re.DOTALL,
)
_CASES = re.compile(r"\{%-?\s*if\b.*?\bendif\s*-?%\}", re.DOTALL)
_GAPS = re.compile(r"\n\s*\n\s*")
FEWEST_WORDS = 4
_IN_WORDS = {
    "if": "[in some cases: ",
    "elsif": "] [in others: ",
    "else": "] [otherwise: ",
    "endif": "]",
}


def without_conditions(text: str, offer: Offer | None) -> str:
    """Approved words without those that stand under a condition: a model writes none, what it
    writes has to be true in every case, and models copy what they are shown. Where hardly anything
    is left, the cases are told apart in words."""
    decided = decided_for(text, offer)
    always = _CASES.sub("", decided)
    if len(always.split()) >= FEWEST_WORDS or always == decided:
        return _GAPS.sub("\n\n", always).strip()
    return _TAG.sub(lambda tag: _IN_WORDS.get(tag[1], ""), decided).strip()


def decided_for(text: str, offer: Offer | None) -> str:
    """Without conditions that hang on the offer alone, which is known by now."""
    return _IF_OFFER.sub(lambda found: found[2] if has(offer, found[1]) else "", text)


def has(offer: Offer | None, path: str) -> bool:
    """Whether an offer was decided that has this fact."""
    return offer is not None and offer.kind in OFFERS and offer_has(offer, path)
