"""The ends of lines of a file that is written anew: each line keeps the one that it has."""

from __future__ import annotations

from difflib import SequenceMatcher

CRLF, LF = "\r\n", "\n"
MOST_COMPARED = 2_000
"""Lines that differ, at most, that are compared one by one: a second of it."""


def with_line_ends(before: bytes, text: str) -> str:
    """`text`, whose lines end with a line feed, with the ends that its lines have in `before`.

    A line that is new ends as the one above it does. Where far too much differs to say which line
    is which, lines end as most of them did.
    """
    old = before.decode("utf-8", "replace").split(LF)
    ends = [CRLF if line.endswith("\r") else LF for line in old[:-1]]
    if CRLF not in ends:
        return text
    if LF not in ends:
        return text.replace(LF, CRLF)
    most = CRLF if 2 * ends.count(CRLF) >= len(ends) else LF
    was = [line.removesuffix("\r") for line in old]
    lines = text.split(LF)
    known = _ends(was, ends, lines, most)
    return "".join(f"{line}{end}" for line, end in zip(lines, [*known, ""], strict=True))


def _ends(was: list[str], ends: list[str], lines: list[str], most: str) -> list[str]:
    """The end of each line but the last."""
    top, bottom = _alike(was, lines), 0
    bottom = _alike(was[top:][::-1], lines[top:][::-1])
    middle_was, middle = was[top : len(was) - bottom], lines[top : len(lines) - bottom]
    found: dict[int, str] = dict(enumerate(ends[:top]))
    for back in range(1, bottom):  # the very last line has no end
        found[len(lines) - 1 - back] = ends[len(was) - 1 - back]
    if len(middle_was) + len(middle) <= MOST_COMPARED:
        matcher = SequenceMatcher(None, middle_was, middle, autojunk=False)
        for here, there, size in matcher.get_matching_blocks():
            for step in range(size):
                if top + here + step < len(ends):
                    found[top + there + step] = ends[top + here + step]
    above = ends[0] if ends else most
    result = []
    for number in range(len(lines) - 1):
        fallback = above if len(middle_was) + len(middle) <= MOST_COMPARED else most
        above = found.get(number, fallback)
        result.append(above)
    return result


def _alike(some: list[str], others: list[str]) -> int:
    """How many of the first lines are the same."""
    count = 0
    for one, another in zip(some, others, strict=False):
        if one != another:
            break
        count += 1
    return count
