"""Finding a phrase in words as people write them, whatever its capitals, white space and quotes.

Placeholders are no words: nothing within one is found, and no phrase reaches across one, unless the
phrase itself names one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

_PLACEHOLDER = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_NOTHING = "\0"
"""What stands for a placeholder: nobody looks for it."""
_ALIKE = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "‑": "-"})
_UNSEEN = frozenset("\u00ad\u200b\u2060\ufeff")


class Stretch(Struct, frozen=True):
    """A part of a text, and whether it is what was looked for."""

    text: str
    found: bool = False


def find(text: str, phrase: str) -> tuple[tuple[int, int], ...]:
    """Where the phrase stands in the text, each with its end, from the first to the last; nowhere
    for a phrase of nothing but white space."""
    raw = "{" in phrase
    wanted = "".join(letter for letter, _, _ in _plain(phrase, raw=True)).strip()
    if not wanted or _NOTHING in wanted:
        return ()
    letters = list(_plain(text, raw=raw))
    plain = "".join(letter for letter, _, _ in letters)
    found: list[tuple[int, int]] = []
    begin = plain.find(wanted)
    while begin >= 0:
        end = begin + len(wanted)
        place = letters[begin][1], letters[end - 1][2]
        if not found or place[0] >= found[-1][1]:  # one letter may have become two
            found.append(place)
        begin = plain.find(wanted, end)
    return tuple(found)


def stretches(text: str, places: Sequence[tuple[int, int]]) -> tuple[Stretch, ...]:
    """The text, in order and to the letter, with what stands at these places marked."""
    parts, at = [], 0
    for begin, end in places:
        parts += [Stretch(text[at:begin]), Stretch(text[begin:end], found=True)]
        at = end
    parts.append(Stretch(text[at:]))
    return tuple(part for part in parts if part.text)


def _plain(text: str, *, raw: bool) -> Iterator[tuple[str, int, int]]:
    """Each letter as it is compared, with the place of what it stands for."""
    at, before = 0, ""
    for start, end in [*(() if raw else _placeholders(text)), (len(text), len(text))]:
        for place in range(at, start):
            letter = text[place]
            if letter in _UNSEEN:
                continue
            if letter.isspace():
                if before != " ":
                    yield " ", place, place + 1
                before = " "
                continue
            before = letter
            for plain in letter.translate(_ALIKE).casefold():
                yield plain, place, place + 1
        if end > start:
            yield _NOTHING, start, end
            before = _NOTHING
        at = end


def _placeholders(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _PLACEHOLDER.finditer(text)]
