"""Words and the placeholders between them, as people write them in blocks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from rapport.core.creative.joiners import KEPT

TAG = re.compile(r"\{%.*?%\}", re.DOTALL)
"""What asks or repeats, such as `{% if cart.more %}`, and prints nothing itself."""

PLACEHOLDER = re.compile(r"\{\{.*?\}\}|" + TAG.pattern, re.DOTALL)
"""A fact that is printed, or a tag."""

_PATH = re.compile(r"[a-z_]+(?:\.[\w]+)*")
_CONDITION = re.compile(r"\{%-?\s*(?:if|elsif|unless)\b(.*?)%\}", re.DOTALL)
_PRINTED = re.compile(r"\{\{-?\s*([\w.]+)[^}]*\}\}")
_SOUNDS = ("body", "headline", "subject", "preheader")
"""Parts in the order in which they show how a message sounds."""
FEWEST_WORDS = 3
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…])\s+|\s*\n\s*")


def words_of(source: str) -> str:
    """The words of a block with every placeholder and tag taken out."""
    return PLACEHOLDER.sub(" ", source)


def sentence_in(slots: Mapping[str, str]) -> str:
    """A sentence of a message to show how it sounds, the body's first, that names no fact; where
    each names one, the first with three dots in its place."""
    texts = [slots[key] for key in _SOUNDS if slots.get(key, "").strip()] or list(slots.values())
    sentences = [one for text in texts for one in _sentences(text)]
    whole = [one for one in sentences if not PLACEHOLDER.search(one)]
    said = next((one for one in whole if len(one.split()) >= FEWEST_WORDS), "")
    chosen = said or next(iter(sentences), "")
    return " ".join(PLACEHOLDER.sub("…", chosen).split())


def _sentences(text: str) -> list[str]:
    """The sentences of a text. What stands within a placeholder ends none."""
    found, begin = [], 0
    inside = [(one.start(), one.end()) for one in PLACEHOLDER.finditer(text)]
    for end in _SENTENCE_ENDS.finditer(text):
        if not any(start < end.start() < stop for start, stop in inside):
            found.append(text[begin : end.start()])
            begin = end.end()
    return [one.strip() for one in (*found, text[begin:]) if PLACEHOLDER.sub("", one).strip()]


@lru_cache(maxsize=4096)
def facts_needed(source: str) -> tuple[str, ...]:
    """The facts that a block prints without asking first whether they are there."""
    asked = {path for condition in _CONDITION.findall(source) for path in _PATH.findall(condition)}
    return tuple(dict.fromkeys(p for p in _PRINTED.findall(source) if p not in asked))


def invisible_in(text: str) -> str:
    """The first character that cannot be seen, changes the direction of writing, or stands for one
    that was lost on the way, as U+200B. What joins or keeps apart is seen by what it does, where it
    does something (`joiners`)."""
    if text.replace("\n", "").isprintable() and not any(sign in text for sign in _LOST):
        return ""
    hit = _INVISIBLE.search(KEPT.sub("", text))
    return f"U+{ord(hit[0]):04X}" if hit else ""


def without_invisible(text: str) -> str:
    """The text without what `invisible_in` finds in it."""
    if not invisible_in(text):
        return text
    return _KEPT_OR_NOT.sub(lambda found: found[0] if found[1] else "", text)


NO_BREAK = "\u00a0\u202f"
"""Spaces at which no line ends: prices of many countries have one, and French before each `?`."""


def made_visible(text: str) -> str:
    """The text with everything that cannot be seen, or would turn its direction, written out."""
    if text.replace("\n", "").isprintable():
        return text
    shown = f"\n{NO_BREAK}"
    kept = {found.start() for found in KEPT.finditer(text)}
    return "".join(
        c if c in shown or c.isprintable() or place in kept else f"⟨U+{ord(c):04X}⟩"
        for place, c in enumerate(text)
    )


def harmless(text: str) -> str:
    """The text with what could steer a terminal, or turn its direction, written out; tabs, line
    ends and spaces of every width stay."""
    if text.isprintable():
        return text
    return _KEPT_OR_NOT.sub(
        lambda found: found[0] if found[1] else f"⟨U+{ord(found[0]):04X}⟩", text
    )


_LOST = ("\ufffc", "\ufffd")
"""What is put where something could not be read or shown: an object, a letter."""

# Those, and Unicode's categories Cc (save tab and line feed), Cf, Co, Cs, Zl and Zp. A table of
# ranges, since every message is searched, and asking for the category of each character takes ten
# times as long.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ud800-\uf8ff\ufeff\ufff9-\ufffd"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0001\U000e0020-\U000e007f\U000f0000-\U000ffffd\U00100000-\U0010fffd]"
)
_KEPT_OR_NOT = re.compile(f"({KEPT.pattern})|{_INVISIBLE.pattern}")
