"""A matrix as one file that opens anywhere: nothing in it is fetched, whoever opens it where.

Messages of a framework have most of their HTML in common, so each is kept as numbers of the pieces
that it is made of, and the page puts them together again. A policy at the head of the page forbids
it to load anything, and each message is shown in a frame in which nothing runs.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from importlib import resources
from types import MappingProxyType

from msgspec import Struct

from rapport.app.frameworks.preview import Cell
from rapport.app.frameworks.tally import tally, unwritten
from rapport.app.wording.counts import so_many
from rapport.app.wording.languages import language_name
from rapport.core.creative.directions import direction
from rapport.core.creative.framework import CONTENT_FACTORS, NO_OFFER, WORDING, Framework
from rapport.core.text.embedded_json import script_json

_PIECES = re.compile(r"(?<=>)(?=<)")
_SOURCE = re.compile(
    r'((?:src|background)=")(https?://[^"]*)(")|'
    r"""(url\(['"]?)(https?://[^)'"]*)(['"]?\))"""
)

_NOWHERE = re.compile(r"https://preview\.invalid/[^\s)>]*")
"""Links of a preview that was made from a folder alone: they lead nowhere."""

SHOPS_PAGE = "[your shop’s page]"

KINDS = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
    b"RIFF": "image/webp",
}
MOST_BYTES = 4_000_000
"""Of one picture; a larger one is left out of the file, and the page says how many are."""

LEFT_OUT = "data:image/gif;base64,R0lGODlhAQABAIAAAMzMzAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=="
"""A grey dot, in place of a picture that is not among the brand's own files."""


class Sheet(Struct, frozen=True):
    """One framework's matrix, as the file shows it."""

    framework: Framework
    cells: Sequence[Cell]
    offers: Mapping[str, str] = MappingProxyType({})
    """What people call each offer, by its key."""
    usual: str = ""
    """The brand's language."""


class Heading(Struct, frozen=True):
    """What stands at the head of the file. `when` is a date, in English words, as the page is."""

    brand: str
    person: str
    when: str
    mistakes: tuple[str, ...] = ()


def preview_file(sheets: Iterable[Sheet], heading: Heading, pictures: Mapping[str, bytes]) -> bytes:
    """The file, as UTF-8. `pictures` are by the address that the messages name them by."""
    shelf = _Shelf(pictures)
    data = {
        "sheets": [_sheet(sheet, shelf) for sheet in sheets],
        "pieces": shelf.pieces,
        "pictures": shelf.inlined,
        "leftOut": len(shelf.left_out),
        "mistakes": heading.mistakes,
        "nowhere": SHOPS_PAGE,
    }
    page = resources.files(__package__) / "preview_page.html"
    html = page.read_text(encoding="utf-8")
    filled = {
        "BRAND": escape(heading.brand),
        "PERSON": escape(heading.person),
        "WHEN": escape(heading.when),
        "DATA": script_json(data),
    }
    return re.sub(r"%%([A-Z]+)%%", lambda match: filled[match[1]], html).encode()


class _Shelf:
    """Pieces of HTML and pictures, each kept once."""

    def __init__(self, pictures: Mapping[str, bytes]) -> None:
        self._pictures = pictures
        self._numbers: dict[str, int] = {}
        self.pieces: list[str] = []
        self.inlined: list[str] = []
        self.left_out: set[str] = set()
        self._picture_numbers: dict[str, int] = {}

    def numbers(self, html: str) -> list[int]:
        """The numbers of the pieces that `html` is made of."""
        return [self._number(piece) for piece in _PIECES.split(html)]

    def _number(self, piece: str) -> int:
        known = self._numbers.get(piece)
        if known is None:
            known = self._numbers[piece] = len(self.pieces)
            self.pieces.append(_SOURCE.sub(self._inline, piece))
        return known

    def _inline(self, match: re.Match[str]) -> str:
        before, address, after = match.group(1, 2, 3) if match[1] else match.group(4, 5, 6)
        number = self._picture_numbers.get(address)
        if number is None:
            number = self._picture_numbers[address] = len(self.inlined)
            self.inlined.append(self._as_data(address))
        return f"{before}%%{number}%%{after}"

    def _as_data(self, address: str) -> str:
        content = self._pictures.get(address, b"")
        kind = next((kind for head, kind in KINDS.items() if content.startswith(head)), "")
        if not kind or len(content) > MOST_BYTES:
            self.left_out.add(address)
            return LEFT_OUT
        return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def _sheet(sheet: Sheet, shelf: _Shelf) -> dict[str, object]:
    framework = sheet.framework
    labels = {
        factor: {level.key: level.label for level in getattr(framework, f"{factor}s")}
        for factor in WORDING
    }
    labels["offer"] = {**sheet.offers, NO_OFFER: "No offer"}
    languages = {cell.place.language for cell in sheet.cells}
    labels["language"] = {code: language_name(code) for code in languages}
    ways = {code: direction(code) for code in languages}
    return {
        "key": framework.key,
        "name": framework.name,
        "labels": labels,
        "ways": ways,
        "factors": CONTENT_FACTORS,
        "tallies": {code: _tally(sheet, code) for code in languages},
        "cells": [_cell(cell, shelf, sheet.usual) for cell in sheet.cells],
    }


def _tally(sheet: Sheet, language: str) -> str:
    cells = [cell for cell in sheet.cells if cell.place.language == language]
    return f"{so_many(len(cells), 'combination')}; {tally(cells, sheet.usual)}"


def _cell(cell: Cell, shelf: _Shelf, usual: str) -> dict[str, object]:
    place = cell.place
    return {
        "at": {name: getattr(place, name) for name in place.__struct_fields__},
        "state": cell.state,
        "unwritten": unwritten(cell, usual),
        "subject": cell.subject,
        "preheader": cell.preheader,
        "text": _NOWHERE.sub(SHOPS_PAGE, cell.text),
        "blocks": cell.blocks,
        "against": [[f.rule, f.where, f.found, f.advice] for f in cell.against],
        "html": shelf.numbers(cell.html) if cell.html else [],
    }
