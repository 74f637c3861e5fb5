"""The embedded store: one SQLite file, one writer at a time."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from rapport.adapters.seldom_logged import log_of
from rapport.adapters.sqlite.database import BUSY_SECONDS, connect, migrate, translated
from rapport.adapters.sqlite.published import read_brands
from rapport.adapters.sqlite.reading import Readers
from rapport.adapters.sqlite.stops import read_stops
from rapport.adapters.sqlite.transaction import SqliteTransaction
from rapport.adapters.sqlite.turnstile import Turnstile
from rapport.core.oversight.stopping import Stop
from rapport.errors import TemporaryError
from rapport.ports import Objections


class SqliteStore:
    """Implements `rapport.ports.Store` on the file at `path`, which is made if it is not there.

    Safe to share between threads: a unit of work holds the connection until it is over. What is
    made up and can be made again need not be `lasting`: then no commit waits for the disk. What
    people decline is kept among the `objections`, too, where there are some.
    """

    def __init__(
        self,
        path: Path | str,
        busy: float = BUSY_SECONDS,
        *,
        lasting: bool = True,
        objections: Objections | None = None,
    ) -> None:
        self.path = path
        self._objections = objections
        self._db = connect(path, busy=busy, lasting=lasting)
        self._turnstile = Turnstile(path)
        self._lock = threading.Lock()
        self._busy = busy
        self._busy_milliseconds = -1
        try:
            migrate(self._db)
            # Asked before each hand-over, which must wait for no unit of work.
            self._asking = Readers(path, busy)
        except BaseException:
            self._turnstile.close()
            self._db.close()
            raise

    @contextmanager
    def transaction(self) -> Iterator[SqliteTransaction]:
        """Begins at once as a writer, commits at the end, rolls back on any error."""
        with ExitStack() as held, translated():
            with self._turnstile.standing_in():
                held.enter_context(self._connection())
                self._db.execute("BEGIN IMMEDIATE")
            try:
                transaction = SqliteTransaction(self._db)
                yield transaction
                self._keep_apart(transaction)
                self._db.execute("COMMIT")
            except BaseException:
                # A full disk makes SQLite roll back by itself; then there is nothing left to undo.
                with contextlib.suppress(sqlite3.OperationalError):
                    self._db.execute("ROLLBACK")
                raise

    def _keep_apart(self, transaction: SqliteTransaction) -> None:
        """Before the commit: of what is kept and was not committed nobody was told that it was, and
        it is what somebody asked for."""
        if self._objections is None:
            return
        for brand, objections in transaction.objections.items():
            try:
                self._objections.add(brand, objections)
            except TemporaryError as error:
                words = "an opt-out was not kept twice"
                log_of(__name__).warning(words, brand=brand, error=str(error))

    @contextmanager
    def _connection(self) -> Iterator[None]:
        """The connection for one thread alone.

        Waiting for other threads and for other processes takes no longer than `busy` together.
        """
        give_up_at = time.monotonic() + self._busy
        at_once = self._lock.acquire(blocking=False)
        if not at_once and not self._lock.acquire(timeout=self._busy):
            raise TemporaryError(
                "The database is busy. Nothing of this request was kept; send it again in a moment."
            )
        try:
            self._wait_at_most(self._busy if at_once else give_up_at - time.monotonic())
            yield
        finally:
            self._lock.release()

    def _wait_at_most(self, seconds: float) -> None:
        """For other processes; only told to SQLite where it is another time than before."""
        milliseconds = int(max(0.0, seconds) * 1_000)
        if milliseconds != self._busy_milliseconds:
            with translated():
                self._db.execute(f"PRAGMA busy_timeout = {milliseconds}")
            self._busy_milliseconds = milliseconds

    def try_writing(self) -> None:
        """Commits a write that changes nothing. Raises what a unit of work would raise that cannot
        be committed just now."""
        with self.transaction():
            (version,) = self._db.execute("PRAGMA user_version").fetchone()
            self._db.execute(f"PRAGMA user_version = {version}")  # the same: its page is written

    def brands(self) -> list[str]:
        return read_brands(self._asking)

    def stops(self, brand: str) -> list[Stop]:
        """The stops that hold for a brand, as last committed by any process."""
        return read_stops(self._asking, brand)

    def newest_release(self, brand: str) -> int:
        """The number of the newest release, as last committed by any process."""
        sql = "SELECT coalesce(max(number), -1) FROM releases WHERE brand = ?"
        found: tuple[int] = self._asking.execute(sql, (brand,)).fetchone()
        return found[0]

    def close(self) -> None:
        with self._lock:
            self._asking.close()
            self._db.close()
            self._turnstile.close()
