"""Files that somebody names, or that lie in a folder: never a pipe that is waited for for ever."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

NO_FILE = "it is a pipe or a device, and no file"


def plain_file(path: Path) -> Path:
    """The path itself, to be opened: of a file, or of what opening says what is wrong with.

    Raises OSError, and RuntimeError for a link to itself as `Path` does, for what would be waited
    for or read without end: a pipe, a socket or a device. What the shell hands over, such as
    /dev/stdin, is what somebody asked for.
    """
    if handed_over(path):
        return path
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return path
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise OSError(errno.EINVAL, NO_FILE, str(path))
    return path


def handed_over(path: Path) -> bool:
    """Whether the shell opened it, as it does for `< FILE` and `<(COMMAND)`."""
    parts = path.absolute().parts
    return parts[1:3] in (("dev", "stdin"), ("dev", "fd")) or (
        parts[1:2] == ("proc",) and "fd" in parts[2:]
    )
