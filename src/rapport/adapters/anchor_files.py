"""Anchors of the audit log in files beside the database: one line for each entry, only ever added.

They are worth most where the database's thief, or its restorer, does not reach: copy them away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from rapport.adapters.growing_files import add_lines, lines_of
from rapport.core.oversight.audit import Anchor
from rapport.errors import TemporaryError

_LINE = re.compile(r"([1-9]\d{0,17}) ([0-9a-f]{64})")
_SHOWN = 80
"""As much as is shown of a line that is no anchor."""


class AnchorFiles:
    """Implements `rapport.ports.Anchors` on `<folder>/<brand>.anchors`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, brand: str) -> Path:
        """Where a brand's anchors are."""
        return self._folder / f"{brand}.anchors"

    def read(self, brand: str) -> Sequence[Anchor]:
        found = (_LINE.fullmatch(line) for line in self._lines(brand))
        return [Anchor(int(match[1]), match[2]) for match in found if match is not None]

    def unreadable(self, brand: str, entered: Sequence[Anchor]) -> Sequence[tuple[int, str]]:
        """A line that a power cut left unfinished is the beginning of one of those `entered`."""
        lines = [f"{anchor.number} {anchor.hash}" for anchor in entered]
        return [
            (place, text[:_SHOWN])
            for place, text in enumerate(self._lines(brand), 1)
            if _LINE.fullmatch(text) is None
            and not (text and any(line.startswith(text) for line in lines))
        ]

    def _lines(self, brand: str) -> list[str]:
        path = self.path(brand)
        try:
            return [line.decode("utf-8", "replace") for line in lines_of(path)]
        except OSError as error:
            raise _trouble(f"cannot be read from {path}", error) from error

    def add(self, brand: str, anchors: Sequence[Anchor]) -> None:
        path = self.path(brand)
        lines = "".join(f"{anchor.number} {anchor.hash}\n" for anchor in anchors)
        try:
            add_lines(path, lines.encode("ascii"))
        except OSError as error:
            raise _trouble(f"cannot be written to {path}", error) from error


def _trouble(what: str, error: OSError) -> TemporaryError:
    """What was done stands in the log already: nobody's hurry waits for an anchor."""
    return TemporaryError(
        f"The anchors of the audit log {what}: {error.strerror}. See that it is a file which "
        "Rapport may read and write. What was decided is in the log; the anchor follows with the "
        "next entry."
    )
