"""Anchors of the audit log in files beside the database: one line for each entry, only ever added.

They are worth most where the database's thief, or its restorer, does not reach: copy them away.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from rapport.core.oversight.audit import Anchor
from rapport.errors import TemporaryError

_LINE = re.compile(r"([1-9]\d{0,17}) ([0-9a-f]{64})")


class AnchorFiles:
    """Implements `rapport.ports.Anchors` on `<folder>/<brand>.anchors`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, brand: str) -> Path:
        """Where a brand's anchors are."""
        return self._folder / f"{brand}.anchors"

    def read(self, brand: str) -> Sequence[Anchor]:
        try:
            lines = self.path(brand).read_text("utf-8", "replace").splitlines()
        except FileNotFoundError:
            return ()
        found = (_LINE.fullmatch(line) for line in lines)
        return [Anchor(int(match[1]), match[2]) for match in found if match is not None]

    def add(self, brand: str, anchors: Sequence[Anchor]) -> None:
        """A line that a power cut left unfinished is ended first, and is then no anchor."""
        path = self.path(brand)
        lines = "".join(f"{anchor.number} {anchor.hash}\n" for anchor in anchors)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            torn = path.exists() and path.read_bytes()[-1:] not in (b"", b"\n")
            with path.open("ab") as file:
                file.write((("\n" if torn else "") + lines).encode("ascii"))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise TemporaryError(
                f"The anchors of the audit log cannot be written to {path}: {error.strerror}. "
                "What was decided is in the log; the anchor follows with the next entry."
            ) from error
