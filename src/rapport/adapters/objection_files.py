"""What people declined, in files beside the database: one line for each, only ever added.

A backup knows nothing of those who left after it. The files stay where they are when it is
restored, and the next start holds the two against each other. They name people by their addresses,
as the database does, and are for their owner's eyes only.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from rapport.adapters.growing_files import add_lines, lines_of
from rapport.adapters.seldom_logged import log_of
from rapport.errors import TemporaryError
from rapport.ports import Objection

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Objection).decode


class ObjectionFiles:
    """Implements `rapport.ports.Objections` on `<folder>/<brand>.jsonl`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, brand: str) -> Path:
        """Where a brand's are."""
        return self._folder / f"{brand}.jsonl"

    def add(self, brand: str, objections: Sequence[Objection]) -> None:
        path = self.path(brand)
        try:
            add_lines(path, b"".join(_encode(one) + b"\n" for one in objections), private=True)
        except OSError as error:
            raise _trouble("kept in", path, error) from error

    def read(self, brand: str) -> Sequence[Objection]:
        path = self.path(brand)
        try:
            lines = lines_of(path)
        except OSError as error:
            raise _trouble("read from", path, error) from error
        found: list[Objection] = []
        for place, line in enumerate(lines, 1):
            if not line:
                continue
            try:
                found.append(_decode(line))
            except (msgspec.MsgspecError, UnicodeDecodeError):
                words = "an opt-out could not be read"
                log_of(__name__).warning(words, file=str(path), line=place)
        return found


def _trouble(what: str, path: Path, error: OSError) -> TemporaryError:
    return TemporaryError(
        f"What people declined cannot be {what} {path}: {error.strerror}. See that it is a file "
        "which Rapport may read and write. It holds all the same, as long as no backup is restored."
    )
