"""How this program was started, so that what it tells people to type next works where they are."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from io import TextIOWrapper
from pathlib import Path

NAME = "rapport"


def started_as() -> str:
    """`rapport` where the shell finds this very program under that name, else the way to it."""
    typed = sys.argv[0]
    if Path(typed).name == "__main__.py":
        return f"{_in_short(sys.executable)} -m {NAME}"
    found = shutil.which(NAME)
    if os.sep not in typed or (found and Path(found).resolve() == Path(typed).resolve()):
        return NAME
    return _in_short(typed)


def let_few_letters_do() -> None:
    """Has a terminal that knows few letters show a question mark for the rest, instead of an
    error half-way."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _in_short(path: str) -> str:
    """From the folder that one is in, where it lies below that."""
    whole = Path(path).absolute()
    below = whole.is_relative_to(Path.cwd())
    return shlex.quote(str(whole.relative_to(Path.cwd()) if below else whole))
