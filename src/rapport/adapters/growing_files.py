"""Files that only grow, by one line for each thing; it is on the disk before anybody is told."""

from __future__ import annotations

import os
from pathlib import Path

from rapport.adapters.plain_files import plain_file


def add_lines(path: Path, lines: bytes, *, private: bool = False) -> None:
    """Adds whole lines, and makes the file and its folder where they are not there yet, for the
    owner's eyes only where it is `private`. A line that a power cut left unfinished is ended first.
    Raises OSError."""
    path.parent.mkdir(mode=0o700 if private else 0o777, parents=True, exist_ok=True)
    handle = os.open(path, os.O_CREAT | os.O_APPEND | os.O_RDWR, 0o600 if private else 0o666)
    with os.fdopen(handle, "r+b") as file:
        end = file.seek(0, os.SEEK_END)
        torn = end > 0 and os.pread(file.fileno(), 1, end - 1) != b"\n"
        file.write((b"\n" if torn else b"") + lines)
        file.flush()
        os.fsync(file.fileno())


def lines_of(path: Path) -> list[bytes]:
    """The lines of a file, the last one perhaps unfinished; none where there is no file. Only what
    ends one here ends one: what else a text may be split at was put in. Raises OSError."""
    try:
        content = plain_file(path).read_bytes()
    except FileNotFoundError:
        return []
    return content.removesuffix(b"\n").split(b"\n") if content else []
