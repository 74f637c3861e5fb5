"""A folder to try a change out in, and why it could not be."""

from __future__ import annotations

import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rapport.errors import TemporaryError

_WHY = re.compile(r"(?:\[Errno \d+\] )?([^\n]*?)(?:: ['\"][^\n]*)?")


@contextmanager
def scratch(prefix: str) -> Iterator[Path]:
    """A folder that goes afterwards. Raises TemporaryError where there is no room for it."""
    try:
        with tempfile.TemporaryDirectory(prefix=prefix) as folder:
            yield Path(folder)
    except OSError as error:
        raise not_tried_out(error) from error


def copied(folder: Path, to: Path) -> None:
    """The folder without its pictures, as it lies there: what is no file is none in the copy."""
    ignored = shutil.ignore_patterns(".*", "images")
    shutil.copytree(folder, to, ignore=ignored, symlinks=True, copy_function=_copied)


def _copied(file: str, to: str) -> None:
    if stat.S_ISREG(Path(file).stat().st_mode):
        shutil.copy2(file, to)
    else:  # a pipe would be waited for for ever, and whoever reads the copy says what is wrong
        os.mkfifo(to)


def not_tried_out(error: OSError) -> TemporaryError:
    """What to raise, with the first reason alone: of a whole folder there may be one per file."""
    words = error.strerror or ""
    if isinstance(error, shutil.Error) and error.args and isinstance(error.args[0], list):
        found = _WHY.fullmatch(str(error.args[0][0][-1]))
        words = found[1] if found else ""
    return TemporaryError(f"The folder cannot be tried out: {words or 'it cannot be copied'}.")
