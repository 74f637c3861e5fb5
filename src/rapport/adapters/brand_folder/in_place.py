"""Several files put in place together: all of them, or none."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from rapport.errors import UserError


def put_in_place(
    contents: Mapping[Path, bytes], when_ready: Callable[[], None], like: Path
) -> None:
    """Makes each file hold its content, in this order. Who may read a new one is as of `like`.

    `when_ready` is called once all of it is on the disk and needs only be put in place; if it
    raises, nothing is changed. Nor is anything where this raises OSError. Where something is, since
    a file could not be put back either, it raises UserError and says which. A process that is
    killed in between leaves the first of them new and the others old, each of them whole.
    """
    ready: list[_Exchange] = []
    try:
        for file, content in contents.items():
            ready.append(_Exchange(file, like))  # at once, so that none is left behind
            ready[-1].prepare(content)
        when_ready()
        _exchange(ready)
    finally:
        for one in ready:
            one.tidy()


class _Exchange:
    """One file that is to be another. What it becomes and what it was are both on the disk beside
    it before anything changes, so that putting it back asks for no room either."""

    def __init__(self, file: Path, like: Path) -> None:
        self.file = file.resolve()  # a link stays one
        self._like = like
        self._new: Path | None = None
        self._old: Path | None = None
        self._done = False

    def prepare(self, content: bytes) -> None:
        self._new = self._beside("new")
        with self._new.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        there = self.file.exists()
        with contextlib.suppress(FileNotFoundError):  # then only its owner may read it
            shutil.copymode(self.file if there else self._like, self._new)
        if there:
            self._old = self._beside("old")
            _second_name(self.file, self._old)

    def do(self) -> None:
        assert self._new is not None  # noqa: S101 (a mistake of ours: it was not prepared)
        self._new.replace(self.file)
        self._done = True
        settle(self.file.parent)

    def undo(self) -> None:
        """Puts back what was there, if it was changed."""
        if not self._done:
            return
        if self._old is None:
            self.file.unlink()
        else:
            self._old.replace(self.file)
        self._done = False
        settle(self.file.parent)

    def tidy(self) -> None:
        for scratch in (self._new, self._old):
            if scratch is not None:
                with contextlib.suppress(OSError):  # no worse than a file that nobody reads
                    scratch.unlink(missing_ok=True)

    def _beside(self, kind: str) -> Path:
        """A new file beside it. Those that a process left behind that was killed go: nobody else
        changes the folder meanwhile."""
        left = re.compile(rf"\.{re.escape(self.file.name)}\.[a-z0-9_]{{8}}\.{kind}")
        for one in self.file.parent.iterdir():
            if left.fullmatch(one.name):
                with contextlib.suppress(OSError):  # it does no harm
                    one.unlink()
        handle, name = tempfile.mkstemp(
            prefix=f".{self.file.name}.", suffix=f".{kind}", dir=self.file.parent
        )
        os.close(handle)
        return Path(name)


def _exchange(ready: Sequence[_Exchange]) -> None:
    """All of them, or none: where one cannot be put in place, those before it are put back.

    Raises OSError where nothing is changed, and UserError, naming each file, where some are.
    """
    try:
        for one in ready:
            one.do()
    except BaseException as error:
        stuck = [one.file for one in ready if not _undone(one)]
        if not stuck:
            raise
        names = ", ".join(map(str, stuck))
        why = (isinstance(error, OSError) and error.strerror) or type(error).__name__
        others = ", ".join(str(one.file) for one in ready if one.file not in stuck)
        raise UserError(
            f"Only a part could be saved: {why}. {names} was changed and could not be put back"
            f"{f'; {others} was not changed' if others else ''}. Whoever runs Rapport can help: "
            "look at these files before anything is published."
        ) from error


def _undone(one: _Exchange) -> bool:
    try:
        one.undo()
    except OSError:
        return False
    return True


def _second_name(file: Path, name: Path) -> None:
    """The same content under another name, which costs no room where the disk knows how."""
    name.unlink()
    try:
        os.link(file, name)
    except OSError:
        shutil.copy2(file, name)
        with name.open("rb") as stream:
            os.fsync(stream.fileno())


def settle(folder: Path) -> None:
    """Has the folder's new names on the disk, too, where the system knows how."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
