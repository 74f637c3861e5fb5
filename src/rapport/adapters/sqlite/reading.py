"""Reading a SQLite file beside whoever writes it: each statement on a connection of its own.

SQLite shows a connection the file as it was when the oldest of its open statements began, and lets
only one thread at a time at it. Were one connection shared, whoever reads a long report would hide
from everybody else what is committed meanwhile, a sign-out among it, and keep them waiting.
"""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any, Protocol

from rapport.adapters.sqlite.database import (
    BUSY_SECONDS,
    NOTHING_LOST,
    connect,
    stopping,
    translated,
)
from rapport.errors import RapportError, TemporaryError

KEPT_OPEN = 8
"""Connections that wait for the next statement, each with its cache. Where more are needed at once,
these are closed as soon as they are not; SQLite takes their open files for the next ones."""


class Found(Protocol):
    """What a statement found. It is gone through once, in one of these ways."""

    def __iter__(self) -> Iterator[Any]: ...  # Any: a row is whatever was asked for

    def fetchone(self) -> Any: ...  # noqa: ANN401 (a row)

    def fetchall(self) -> list[Any]: ...  # Any: rows


class Database(Protocol):
    """What a statement is put to: one connection, or whichever is free of several."""

    def execute(self, sql: str, parameters: Any = (), /) -> Found: ...  # noqa: ANN401 (as sqlite3)


class Rows:
    """The rows of one statement. SQLite reads on with each, so each may be the one that cannot be
    read; they raise our errors. The connection is given back with the last one, or with these."""

    def __init__(self, cursor: sqlite3.Cursor, give_back: Callable[[], None]) -> None:
        self._cursor = cursor
        self._give_back: Callable[[], None] | None = give_back

    def __iter__(self) -> Iterator[Any]:  # Any: a row is whatever was asked for
        try:
            with translated(NOTHING_LOST):
                for row in self._cursor:  # noqa: UP028 (that would close the cursor of a past moment)
                    yield row
        finally:
            self.close()

    def fetchone(self) -> Any:  # noqa: ANN401 (a row)
        try:
            with translated(NOTHING_LOST):
                return self._cursor.fetchone()
        finally:
            self.close()

    def fetchall(self) -> list[Any]:  # Any: rows
        return list(self)

    def close(self) -> None:
        """Reads no further."""
        give_back, self._give_back = self._give_back, None
        if give_back is not None:
            with suppress(sqlite3.ProgrammingError):  # of a moment that is over, and closed
                self._cursor.close()
            give_back()

    def __del__(self) -> None:
        self.close()


class Readers:
    """A file's reading connections, each lent for one statement, which so sees all that had been
    committed when it began, whatever others are in the middle of. Safe to share between threads.

    There are as many as statements at the same time, however many threads come and go.
    """

    def __init__(self, path: Path | str, busy: float = BUSY_SECONDS) -> None:
        """Raises RapportError where the file cannot be opened."""
        self._open = partial(connect, path, read_only=True, busy=busy)
        # No lock: rows that are let go of halfway may give theirs back at any point of a program.
        self._idle = deque([self._open()])
        self._closed = Event()

    def execute(self, sql: str, parameters: Any = (), /) -> Rows:  # noqa: ANN401 (as sqlite3)
        connection = self._take()
        return _rows(connection, sql, parameters, partial(self._give_back, connection))

    @contextmanager
    def at_one_moment(self) -> Iterator[Moment]:
        """All that is read in it is of the moment of the first statement. It has a connection of
        its own: what it leaves half read is nobody else's past."""
        connection = self._another()
        try:
            with translated(NOTHING_LOST):
                connection.execute("BEGIN")
            yield Moment(connection)
        finally:
            connection.close()

    def _take(self) -> sqlite3.Connection:
        if self._closed.is_set():
            raise stopping(NOTHING_LOST)
        with suppress(IndexError):
            return self._idle.pop()
        return self._another()

    def _another(self) -> sqlite3.Connection:
        if self._closed.is_set():
            raise stopping(NOTHING_LOST)
        try:
            return self._open()
        except TemporaryError:
            raise
        except RapportError as error:  # as it could be before, too many files may be open just now
            raise TemporaryError(f"{error} Nothing was lost; try again in a moment.") from error

    def _give_back(self, connection: sqlite3.Connection) -> None:
        if self._closed.is_set() or len(self._idle) >= KEPT_OPEN:
            connection.close()
            return
        self._idle.append(connection)
        if self._closed.is_set():  # since just now
            self._close_idle()

    def close(self) -> None:
        """Begins nothing any more. What is being read is read to its end, and closed then."""
        self._closed.set()
        self._close_idle()

    def _close_idle(self) -> None:
        with suppress(IndexError):  # another thread may close them, too
            while True:
                self._idle.pop().close()


class Moment:
    """The file as it stands at one moment; for one thread at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def execute(self, sql: str, parameters: Any = (), /) -> Rows:  # noqa: ANN401 (as sqlite3)
        return _rows(self._connection, sql, parameters, lambda: None)

    def at_one_moment(self) -> AbstractContextManager[Moment]:
        """The same one."""
        return nullcontext(self)

    def close(self) -> None:
        """It ends by itself, where `at_one_moment` does."""


def _rows(
    connection: sqlite3.Connection,
    sql: str,
    parameters: Any,  # noqa: ANN401 (as sqlite3)
    give_back: Callable[[], None],
) -> Rows:
    try:
        with translated(NOTHING_LOST):
            cursor = connection.execute(sql, parameters)
    except BaseException:
        give_back()
        raise
    return Rows(cursor, give_back)
