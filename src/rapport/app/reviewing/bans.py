"""Which phrases nobody bans, because hardly a draft could be written without them."""

from __future__ import annotations

import re

from rapport.core.blueprint import Release
from rapport.core.creative.wording import words_of
from rapport.errors import UserError

_LITTLE = (
    "a about after all an and any are as at be been before but by can could did do does for from "
    "had has have he her here him his how i if in into is it its just me more my no not now of on "
    "one or our out over she so some than that the their them then there these they this those to "
    "too up us was we were what when where which who will with would you your yours"
)
LITTLE = frozenset(_LITTLE.split())
"""English words that carry a sentence and say nothing by themselves."""

MOST_PLACES = 3

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def bannable(release: Release, phrase: str) -> None:
    """Raises UserError where a phrase is made of little words alone, or is one word that approved
    copy uses: every draft about the same matter has it, too, and would be stopped from then on.

    A longer phrase may be banned although approved copy has it: drafts can do without it.
    """
    words = _words(phrase)
    if words and all(word in LITTLE for word in words):
        raise UserError(
            f"Hardly a sentence does without '{phrase}': banning it would stop every draft. Ban "
            "more of the words around it."
        )
    if len(words) != 1:
        return
    places = [
        f"{framework.key}, {block.slot}{f' ({block.where})' if block.where else ''}"
        for framework in release.frameworks
        for block in framework.blocks
        if any(_is(word, words[0], phrase) for word in _words(words_of(block.text)))
    ]
    if places:
        more = f", and {len(places) - MOST_PLACES} more" if len(places) > MOST_PLACES else ""
        raise UserError(
            f"Approved words say '{phrase}' themselves: {'; '.join(places[:MOST_PLACES])}{more}. "
            "Banning it would stop nearly every draft of these. Ban more of the words around it, "
            "or take it out of the approved words first."
        )


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _is(word: str, banned: str, phrase: str) -> bool:
    """Whether a word is the banned one; with a star at its end, begins like it."""
    return word.startswith(banned) if phrase.endswith("*") else word == banned
