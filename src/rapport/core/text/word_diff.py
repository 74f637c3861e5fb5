"""What changed between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

SAME, GONE, NEW = "same", "gone", "new"
MOST_TOKENS = 3_000
"""Of longer texts only that one was replaced by the other is said: comparing takes too long."""

_TOKEN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\s+|[\w'’-]+|[^\w\s]", re.DOTALL)


class Piece(Struct, frozen=True):
    """A stretch of text that is in both (`same`), only in the old (`gone`) or the `new` one."""

    kind: str
    text: str


def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces in their order, `gone` before `new`. Those that are not `new` make up the old
    text, those that are not `gone` the new one, to the letter."""
    before, after = tokens(old), tokens(new)
    if len(before) + len(after) > MOST_TOKENS:
        return _joined([Piece(GONE, old), Piece(NEW, new)])
    return _joined(_pieces(before, after))


def likeness(old: str, new: str) -> float:
    """How much of both texts is the same, from 0 to 1, by their words alone."""
    return SequenceMatcher(None, _words(old), _words(new), autojunk=False).ratio()


def tokens(text: str) -> list[str]:
    """Placeholders, words, marks and white space; joined they are the text."""
    return _TOKEN.findall(text)


def _words(text: str) -> list[str]:
    found = [token.casefold() for token in tokens(text) if not token.isspace()]
    return found[: MOST_TOKENS // 2]


def _pieces(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            yield Piece(SAME, "".join(before[i1:i2]))
        else:
            yield Piece(GONE, "".join(before[i1:i2]))
            yield Piece(NEW, "".join(after[j1:j2]))


def _joined(pieces: Sequence[Piece] | Iterator[Piece]) -> tuple[Piece, ...]:
    """Without empty ones, and with a lone space between two changes made part of both, so that a
    rewritten phrase reads as one change."""
    found = [piece for piece in pieces if piece.text]
    result: list[Piece] = []
    gone = new = ""
    for index, piece in enumerate(found):
        bridge = (
            piece.kind == SAME and piece.text.isspace() and (gone or new) and index + 1 < len(found)
        )
        if piece.kind != SAME or bridge:
            gone += piece.text if piece.kind != NEW else ""
            new += piece.text if piece.kind != GONE else ""
            continue
        result += _change(gone, new)
        gone = new = ""
        result.append(piece)
    return (*result, *_change(gone, new))


def _change(gone: str, new: str) -> list[Piece]:
    return [piece for piece in (Piece(GONE, gone), Piece(NEW, new)) if piece.text]
