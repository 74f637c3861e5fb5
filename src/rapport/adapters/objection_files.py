"""What people declined, in files beside the database: one line for each, only ever added.

A backup knows nothing of those who left after it. The files stay where they are when it is
restored, and the next start holds the two against each other. They name people by their addresses,
as the database does, and are for their owner's eyes only.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import msgspec

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
        """A line that a power cut left unfinished is ended first: nobody heard that it is."""
        path = self.path(brand)
        lines = b"".join(_encode(one) + b"\n" for one in objections)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(path, os.O_CREAT | os.O_APPEND | os.O_RDWR, 0o600)
            with os.fdopen(handle, "r+b") as file:
                end = file.seek(0, os.SEEK_END)
                torn = end > 0 and os.pread(file.fileno(), 1, end - 1) != b"\n"
                file.write((b"\n" if torn else b"") + lines)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise _trouble("kept in", path, error) from error

    def read(self, brand: str) -> Sequence[Objection]:
        path = self.path(brand)
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise _trouble("read from", path, error) from error
        found: list[Objection] = []
        for place, line in enumerate(content.split(b"\n"), 1):
            if not line:
                continue
            try:
                found.append(_decode(line))
            except (msgspec.MsgspecError, UnicodeDecodeError):
                # Only here: it is slow to load, and whoever stops something is in a hurry.
                import structlog  # noqa: PLC0415 (see above)

                log = structlog.get_logger(__name__)
                log.warning("an opt-out could not be read", file=str(path), line=place)
        return found


def _trouble(what: str, path: Path, error: OSError) -> TemporaryError:
    return TemporaryError(
        f"What people declined cannot be {what} {path}: {error.strerror}. See that it is a file "
        "which Rapport may read and write. It holds all the same, as long as no backup is restored."
    )
