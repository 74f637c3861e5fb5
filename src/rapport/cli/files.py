"""Files that commands write at the end: tried before work begins, and whole or as they were."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from contextvars import ContextVar
from pathlib import Path
from typing import TextIO

import msgspec

from rapport.errors import UserError

STANDARD_OUTPUT = Path("-")

_OUTPUT: ContextVar[TextIO | None] = ContextVar("standard output, kept for a file", default=None)


@contextmanager
def one_command() -> Iterator[None]:
    """Standard output is after the command what it was before, whatever `asked_for` made of it."""
    with redirect_stdout(sys.stdout):
        _OUTPUT.set(None)
        yield


def asked_for(path: Path | None) -> Path | None:
    """The file of an option, once it is sure that it can be written; what is printed goes to
    standard error from now on where that is `-`. Raises UserError where it cannot be written."""
    if path == STANDARD_OUTPUT:
        _OUTPUT.set(_OUTPUT.get() or sys.stdout)
        sys.stdout = sys.stderr
    elif path is not None:
        try:
            _try(path)
        except OSError as error:
            raise _cannot(path, error) from error
    return path


def write_json(path: Path | None, figures: object) -> None:
    """Writes figures to the file, if one was asked for."""
    if path is not None:
        write_whole(path, msgspec.json.format(msgspec.json.encode(figures), indent=2) + b"\n")


def write_whole(path: Path, content: bytes) -> None:
    """Writes all of it, or leaves the file as it was and raises UserError."""
    if path == STANDARD_OUTPUT:
        stream = _OUTPUT.get() or sys.stdout
        stream.buffer.write(content)  # as it is, whatever letters the terminal knows
        stream.buffer.flush()
        return
    try:
        _write(path, content)
    except OSError as error:
        raise _cannot(path, error) from error


def _try(path: Path) -> None:
    file = _behind(path)
    if file is None:
        return
    if file.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if file.exists() and not os.access(file, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    draft = _beside(file)
    draft.touch(exist_ok=False)
    draft.unlink()


def _write(path: Path, content: bytes) -> None:
    file = _behind(path)
    if file is None:
        path.write_bytes(content)
        return
    draft = _beside(file)
    try:
        with draft.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if file.exists():
            shutil.copymode(file, draft)
        draft.replace(file)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _behind(path: Path) -> Path | None:
    """The file that another may take the place of: of a link, what it leads to. None for a pipe or
    a device, and what stands for one, such as /dev/stdout: these are only written to."""
    given = path.absolute()
    if given.parts[1:2] in (("dev",), ("proc",)):
        return None
    if given.exists() and not (given.is_file() or given.is_dir()):
        return None
    return given.resolve()


def _beside(file: Path) -> Path:
    return file.with_name(f".{file.name}.{secrets.token_hex(4)}")


def _cannot(path: Path, error: OSError) -> UserError:
    return UserError(f"{path} cannot be written: {error.strerror}. Name another file.")
