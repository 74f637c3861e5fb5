"""What changed between two files: the lines that differ, word by word, with those around them."""

from __future__ import annotations

from difflib import SequenceMatcher

from msgspec import Struct

from rapport.core.text.word_diff import SAME, Piece, word_diff

MOST_LINES = 20_000
"""Of longer files only that they differ is said."""


class Hunk(Struct, frozen=True):
    """One stretch that differs. `old` and `new` are the lines it begins on, counted from 1."""

    old: int
    new: int
    pieces: tuple[Piece, ...]


def changed_lines(old: str, new: str, around: int = 2) -> tuple[Hunk, ...]:
    """The stretches that differ, each with `around` lines before and after it; none where the texts
    are the same."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    if len(before) + len(after) > MOST_LINES:
        return (Hunk(1, 1, word_diff(old, new)),) if old != new else ()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    hunks = []
    for group in matcher.get_grouped_opcodes(around):
        pieces: list[Piece] = []
        for kind, i1, i2, j1, j2 in group:
            gone, come = "".join(before[i1:i2]), "".join(after[j1:j2])
            pieces += [Piece(SAME, gone)] if kind == "equal" else word_diff(gone, come)
        hunks.append(Hunk(group[0][1] + 1, group[0][3] + 1, tuple(pieces)))
    return tuple(hunks)


def lines_that_differ(old: str, new: str) -> tuple[str, str]:
    """The lines of each text that the other one does not have there, without what is around them
    and without white space at their ends."""
    before, after = ([line.strip() for line in text.splitlines()] for text in (old, new))
    if len(before) + len(after) > MOST_LINES:
        return "", ""
    gone, come = [], []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            gone += before[i1:i2]
            come += after[j1:j2]
    return "\n".join(filter(None, gone)), "\n".join(filter(None, come))
