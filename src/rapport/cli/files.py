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
from io import FileIO
from pathlib import Path
from typing import TextIO

import msgspec

from rapport.errors import UserError

STANDARD_OUTPUT = Path("-")

_FULL = (errno.ENOSPC, errno.EDQUOT)

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
    if file.exists():
        if not os.access(file, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return
    try:
        file.touch(exist_ok=False)
    except FileExistsError:
        return  # another command made it meanwhile
    file.unlink()


def _write(path: Path, content: bytes) -> None:
    file = _behind(path)
    if file is None:
        path.write_bytes(content)
        return
    draft = _beside(file)
    try:
        raw = draft.open("xb", buffering=0)
    except OSError as error:
        if error.errno in _FULL or not file.parent.is_dir():
            raise
        _write_in_place(file, content)  # such as one's own file in a folder that is not
        return
    try:
        with raw:
            _put(raw, content)
        replaced = _take_its_place(draft, file)
    finally:
        draft.unlink(missing_ok=True)
    if not replaced:
        _write_in_place(file, content)


def _take_its_place(draft: Path, file: Path) -> bool:
    """Whether the draft is the file now, and as much as before its owner's and its readers'."""
    try:
        if file.exists():
            was, made = file.stat(), draft.stat()
            if sys.platform != "win32" and (was.st_uid, was.st_gid) != (made.st_uid, made.st_gid):
                os.chown(draft, was.st_uid, was.st_gid)
            shutil.copymode(file, draft)
        draft.replace(file)
    except OSError:  # such as one that is mounted by itself, or is another's
        return False
    return True


def _write_in_place(file: Path, content: bytes) -> None:
    """Where no other file can take its place. What was in it comes back if that fails."""
    there = file.exists()
    before = file.read_bytes() if there and os.access(file, os.R_OK) else None
    # Nothing is cut off before all is written, so that there is room for what was.
    with file.open("r+b" if before is not None else "wb" if there else "xb", buffering=0) as raw:
        try:
            _put(raw, content)
        except BaseException:
            if before is not None:
                raw.seek(0)
                _put(raw, before)
            elif not there:
                file.unlink(missing_ok=True)
            raise


def _put(raw: FileIO, content: bytes) -> None:
    """Writes it onto the disk, and cuts off what is beyond it."""
    left = memoryview(content)
    while left:
        left = left[raw.write(left) :]
    raw.truncate()
    os.fsync(raw.fileno())


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
