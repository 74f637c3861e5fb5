"""Parts of layouts: what several have in common, written once and put in when a folder is read.

A published layout is whole: its parts are in it. So whatever a part says later, what was published
goes on looking as it did; it is compiled once, and compared with other versions by all its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from msgspec import Struct

from rapport.adapters.approved_liquid.language import MAX_SOURCE

FOLDER = "layouts"
MAX_DEEP = 4
"""Parts within parts."""

INCLUDE = '<mj-include path="_foot.mjml" />'
EXPECTED = f"{INCLUDE} alone on its line, with a file of {FOLDER}/ whose name begins with _"

_NAME = re.compile(r"_[A-Za-z0-9][A-Za-z0-9_-]{0,60}\.mjml")
_INCLUDE = re.compile(r"\s*<mj-include\s+path=([\"'])([^\"'<>]*)\1\s*/>\s*")
_ANY_INCLUDE = re.compile(r"<mj-include\b[^>]*>?", re.IGNORECASE)

Read = Callable[[str], tuple[str, str]]
"""Gives the text of a file by its name, or why it cannot be read."""


class Place(NamedTuple):
    """A line of a file, counted from 1."""

    file: str
    line: int


class Wrong(NamedTuple):
    """What is wrong with an include, and where it stands."""

    place: Place
    message: str


class Whole(Struct, frozen=True):
    """A layout with its parts in it. `places` says of each line of `text` where it is written."""

    text: str
    places: tuple[Place, ...]
    files: tuple[str, ...]
    wrong: tuple[Wrong, ...]


class _Putting:
    """What is under way while one layout is put together."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._size = 0
        self.known: dict[str, tuple[str, str]] = {}
        """The parts read so far, by their files."""
        self.wrong: list[Wrong] = []
        self.full = False

    def part(self, file: str) -> tuple[str, str]:
        if file not in self.known:
            self.known[file] = self._read(file)
        return self.known[file]

    def put(self, line: str, place: Place) -> tuple[str, Place]:
        """The line, or an empty one where the whole is too large by now."""
        self._size += len(line) + 1
        if self._size <= MAX_SOURCE:
            return line, place
        self.full = True
        message = f"found more than {MAX_SOURCE} characters in the layout and its parts"
        self.wrong.append(Wrong(place, message))
        return "", place

    def refuse(self, place: Place, message: str) -> tuple[str, Place]:
        self.wrong.append(Wrong(place, message))
        return self.put("", place)


def is_part(name: str) -> bool:
    """Whether this is the name of a part, such as `_foot.mjml`."""
    return _NAME.fullmatch(name) is not None


def parts_named(source: str) -> Iterator[str]:
    """The names of the parts that a layout or a part includes."""
    for line in source.split("\n"):
        found = _INCLUDE.fullmatch(line)
        if found is not None and is_part(found[2]):
            yield found[2]


def whole(file: str, source: str, read: Read) -> Whole:
    """The layout in `file` with its parts put in; `read` gives a part by its name."""
    work = _Putting(read)
    lines = list(_lines(work, file, source, within=()))
    return Whole(
        "\n".join(line for line, _ in lines),
        tuple(place for _, place in lines),
        (file, *work.known),
        tuple(work.wrong),
    )


def _lines(
    work: _Putting, file: str, source: str, within: tuple[str, ...]
) -> Iterator[tuple[str, Place]]:
    for number, line in enumerate(source.split("\n"), 1):
        place = Place(file, number)
        found = _INCLUDE.fullmatch(line)
        if found is not None and is_part(found[2]):
            yield from _part(work, found[2], place, within)
        elif (other := _ANY_INCLUDE.search(line)) is not None:
            yield work.refuse(place, f"found {other[0]}, expected {EXPECTED}")
        else:
            yield work.put(line, place)
        if work.full:
            return


def _part(
    work: _Putting, name: str, place: Place, within: tuple[str, ...]
) -> Iterator[tuple[str, Place]]:
    file = f"{FOLDER}/{name}"
    if name in within:
        yield work.refuse(place, f"found {name} within itself")
        return
    if len(within) >= MAX_DEEP:
        yield work.refuse(place, f"found parts within parts, deeper than {MAX_DEEP}")
        return
    text, reason = work.part(file)
    if reason:
        yield work.refuse(place, f"{file} cannot be read ({reason}): expected {EXPECTED}")
        return
    yield from _lines(work, file, text.removesuffix("\n"), (*within, name))
