"""Whoever waits to write is let in next, whatever process or thread it is in.

SQLite gives its lock to whoever happens to ask while it is free, and who waits asks ever more
seldom. A server that writes without a pause is always the first to ask, and somebody's `rapport
stop` beside it would wait for seconds and then be told that the database is locked.
"""

from __future__ import annotations

import os
import sys
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

SUFFIX = "-turn"
"""What the file is called, after that of the database: `rapport.db-turn`. It stays empty."""

PATIENCE_SECONDS = 0.25
"""How long one waits for whoever waits. Somebody suspended there would else hold up all others."""

ASK_SECONDS = 0.001


class Turnstile:
    """One may stand in it at a time: whoever writes next. Writers pass it to ask for the database.

    It is a courtesy and no lock: SQLite's own is what keeps writers apart. Where the turnstile is
    not left in time or its file cannot be used, writers go past it.
    """

    def __init__(self, database: Path | str) -> None:
        self._threads = threading.Lock()
        self._file: int | None = None
        try:
            self._file = os.open(f"{database}{SUFFIX}", os.O_RDWR | os.O_CREAT, 0o644)
        except OSError:
            return  # a full disk: SQLite says so itself, in its words
        # Like the database's own, the file goes with whoever held it, closed or not.
        self._let_go = weakref.finalize(self, os.close, self._file)

    @contextmanager
    def standing_in(self) -> Iterator[None]:
        """Keeps others from asking for the database until it is one's own."""
        give_up_at = monotonic() + PATIENCE_SECONDS
        if not self._threads.acquire(timeout=PATIENCE_SECONDS):
            yield
            return
        try:
            file = self._file
            entered = file is not None and self._enter(file, give_up_at)
            try:
                yield
            finally:
                if file is not None and entered:
                    _unlock(file)
        finally:
            self._threads.release()

    def _enter(self, file: int, give_up_at: float) -> bool:
        try:
            while not _try_lock(file):
                if monotonic() >= give_up_at:
                    return False
                sleep(ASK_SECONDS)
        except OSError:
            self.close()  # a disk that knows no such locks: there is nobody to wait for
            return False
        return True

    def close(self) -> None:
        """Writers go past it from now on. Nobody may be standing in it."""
        if self._file is not None:
            self._file = None
            self._let_go()


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: int) -> bool:
        """Whether nobody else holds it. Raises OSError where files cannot be locked."""
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def _unlock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(file: int) -> bool:
        """Whether nobody else holds it. Raises OSError where files cannot be locked."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
