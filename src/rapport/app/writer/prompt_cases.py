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
_OPENS, _CLOSES = ("if", "unless", "case", "for"), ("endif", "endunless", "endcase", "endfor")
_CUT, _HOLE = "\x01", "\x02"
"""What stands for words that were cut: such as a sentence can be without, and such as it cannot."""
_BROKEN = re.compile(
    rf"(?:\{{\{{[^}}]*\}}\}}|[^.!?\n{_HOLE}])*{_HOLE}(?:\{{\{{[^}}]*\}}\}}|[^.!?\n])*[.!?]*"
)
_AROUND = re.compile(rf"([ \t]*){_CUT}([ \t{_CUT}]*)")
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
    writes has to be true in every case, and models copy what they are shown. A sentence that has
    to have one of several such words goes with them. Where hardly anything is left, the cases are
    told apart in words."""
    decided = decided_for(text, offer)
    always = _closed(_BROKEN.sub(_CUT, _cut(decided)))
    if len(always.split()) >= FEWEST_WORDS or always == decided:
        return _GAPS.sub("\n\n", always).strip()
    return _TAG.sub(lambda tag: _IN_WORDS.get(tag[1], ""), decided).strip()


def _cut(text: str) -> str:
    """The text without its conditions, those within others among them."""
    kept, depth, either, end = [], 0, False, 0
    for tag in _TAG.finditer(text):
        if not depth:
            kept.append(text[end : tag.start()])
        if tag[1] in _OPENS:
            depth += 1
        elif tag[1] in _CLOSES and depth:
            depth -= 1
            if not depth:
                kept.append(_HOLE if either else _CUT)
                either = False
        elif tag[1] == "else" and depth == 1:
            either = True
        end = tag.end()
    return "".join([*kept, "" if depth else text[end:]])


def _closed(text: str) -> str:
    """The text with nothing left of what was cut: one space where words meet, none elsewhere."""

    def between(cut: re.Match[str]) -> str:
        before, after = text[: cut.start()][-1:], text[cut.end() :][:1]
        apart = cut[1] or cut[2].replace(_CUT, "")
        ends = not before or before in "\n(‘“" or not after or after in "\n,.;:!?)’”"
        return " " if apart and not ends else ""

    return _AROUND.sub(between, text)


def decided_for(text: str, offer: Offer | None) -> str:
    """Without conditions that hang on the offer alone, which is known by now."""
    return _IF_OFFER.sub(lambda found: found[2] if has(offer, found[1]) else "", text)


def has(offer: Offer | None, path: str) -> bool:
    """Whether an offer was decided that has this fact."""
    return offer is not None and offer.kind in OFFERS and offer_has(offer, path)
