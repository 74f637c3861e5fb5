"""Where the two characters that join signs, or keep them apart, may stand.

Nobody sees U+200C and U+200D themselves, only what they do: between letters of scripts that are
written joined, and between the parts of one emoji. There they are part of what is written; anywhere
else they do nothing but hide, and split words that checks look for.
"""

from __future__ import annotations

import re
import unicodedata

APART, JOINED = "\u200c", "\u200d"
"""Zero width non-joiner and zero width joiner."""

_ARABIC = (range(0x0620, 0x0700), range(0x0750, 0x0780), range(0x08A0, 0x08CA))
_INDIC = tuple(range(start, start + 0x80) for start in range(0x0900, 0x0E00, 0x80))
"""Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada, Malayalam, Sinhala: one
block of Unicode each."""

_VOWEL_MARKS = "[\u064b-\u0652\u0670]"
_NUKTA, _VIRAMA = 7, 9
"""Unicode's combining classes of the dot below an Indic letter, and of the sign that takes its
vowel away."""

_EMOJI = "[\u2194\u2195\u2600-\u2767\u27a1\u2b00-\u2bff\U0001f300-\U0001faff]"
"""Parts of emoji of several. Letters and figures in circles or squares are not among them."""

_STYLE = "\ufe0f"


def stands_well(text: str, at: int) -> bool:
    """Whether one of the two stands at this place, and does something there."""
    return KEPT.match(text, at) is not None


def _letters(*blocks: range) -> str:
    found = (chr(code) for block in blocks for code in block)
    return f"[{''.join(one for one in found if unicodedata.category(one) == 'Lo')}]"


def _places() -> list[str]:
    """Each place as what was before, the character included, and what comes."""
    arabic = _letters(*_ARABIC)
    places = [
        f"(?<={arabic}{APART})(?={arabic})",
        f"(?<={arabic}{_VOWEL_MARKS}{APART})(?={arabic})",
        f"(?<={_EMOJI}{JOINED})(?={_EMOJI})",
        f"(?<={_EMOJI}{_STYLE}{JOINED})(?={_EMOJI})",
    ]
    either = f"[{APART}{JOINED}]"
    for block in _INDIC:
        letters, signs = _letters(block), [chr(code) for code in block]
        virama = next(one for one in signs if unicodedata.combining(one) == _VIRAMA)
        places += [
            f"(?<={letters}{virama}{either})(?={letters})",
            # Bengali and Kannada write an r before another consonant in two ways.
            f"(?<={letters}{JOINED})(?={virama}{letters})",
        ]
        if nukta := "".join(one for one in signs if unicodedata.combining(one) == _NUKTA):
            places.append(f"(?<={letters}[{nukta}]{virama}{either})(?={letters})")
    return places


# Begins with the character and only then looks around it, which makes it quick.
KEPT = re.compile(f"[{APART}{JOINED}](?:{'|'.join(_places())})")
"""Finds either where it does something."""
