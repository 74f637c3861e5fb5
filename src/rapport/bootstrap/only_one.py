"""A lock on a home folder: only one process at a time lets time pass over it and sends."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from rapport.adapters.plain_files import plain_file
from rapport.errors import UserError

LOCK = "serving.lock"


@contextmanager
def only_one(home: Path) -> Iterator[None]:
    """Holds the lock. It falls with the process, however that ends; the file stays.

    Raises UserError where another process holds it, or its file cannot be used.
    """
    with contextlib.ExitStack() as held:
        try:
            file = held.enter_context(plain_file(home / LOCK).open("a"))
        except OSError as error:
            raise UserError(
                f"{home / LOCK} cannot be used: {error.strerror}. It holds nothing: where it is no "
                "file, delete it, and where it may not be written to, let this user write to it."
            ) from error
        try:
            _lock(file)
        except OSError as error:
            raise UserError(
                f"Another Rapport is already serving {home.absolute()}. Stop that one first, or "
                "set RAPPORT_HOME to another folder."
            ) from error
        yield


def _lock(file: IO[str]) -> None:
    """Takes the lock, or raises OSError at once."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 (is only there)

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 (is only there)

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
