"""Whether a banned phrase stands in a text, told of most texts without reading them word by word.

Reading takes ten times as long, and a ban is held against everything that waits. What is told here
is what the checks would find; where that takes reading, nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from rapport.core.copy_checks.letters import bare, folded
from rapport.core.copy_checks.reading import MADE_OF_OTHERS, plain

_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_NOT_A_LETTER = re.compile(r"[\W\d_]+")
_USUAL_SIGNS = str.maketrans("’‘“”–—…", "'''''''")
_JOINS = r"\w'’ʼ`´‘＇"
"""What makes a longer word of one that it stands beside."""


class QuickLook(Struct, frozen=True):
    """A phrase, to be looked for in many texts. Made by `quick_look`."""

    words: tuple[str, ...]
    """Its plain words."""
    parts: tuple[str, ...]
    """Letters that stand in a row in whatever has the phrase, however its words are pulled apart;
    without those words that a text may write otherwise, such as the 'not' of "don't"."""
    plainly: re.Pattern[str] | None
    """Finds the phrase where it stands as it was typed; None where that is not all there is to
    it."""

    def cannot_be_in(self, letters: str) -> bool:
        """Whether a text with these `letters_of` surely lacks the phrase."""
        return not all(part in letters for part in self.parts)

    def stands_in(self, slots: Mapping[str, str]) -> tuple[str, str] | None:
        """The slot and the words as they are written, where it surely has it; None says nothing."""
        if self.plainly is None:
            return None
        for slot, text in slots.items():
            match = self.plainly.search(text)
            if match and _plain_words(match[0]) == self.words:
                return slot, match[0]
        return None


def quick_look(phrase: str, words: Sequence[str], *, banned_as_it_is: bool) -> QuickLook:
    """The look for a phrase, given its plain words. `banned_as_it_is`: nothing makes it
    innocent."""
    parts = tuple(_letters(word) for word in words if word not in MADE_OF_OTHERS)
    typed = phrase.split()
    simple = banned_as_it_is and all(word.isalpha() for word in typed)
    return QuickLook(tuple(words), parts, _plainly(typed) if simple else None)


def _plain_words(text: str) -> tuple[str, ...]:
    return tuple(word for written in text.split(" ") for word in plain(written))


def letters_of(slots: Mapping[str, str]) -> str:
    """The letters of each slot in a row, as reading makes them plain."""
    return " ".join(map(_letters, slots.values()))


def _letters(text: str) -> str:
    usual = text.translate(_USUAL_SIGNS)
    if usual.isascii():
        return usual.lower().encode().translate(None, _NO_LETTERS).decode()
    return _NOT_A_LETTER.sub("", folded(bare(text)))


def _plainly(words: Sequence[str]) -> re.Pattern[str]:
    """Not within a placeholder, and no part of a longer word."""
    inside = r"[^{}]*[%}]\}"
    phrase = " ".join(words)
    return re.compile(rf"(?<![{_JOINS}]){phrase}(?![{_JOINS}]|{inside})", re.IGNORECASE)
