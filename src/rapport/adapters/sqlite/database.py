"""The SQLite file: how it is opened, migrated, and what its errors mean."""

from __future__ import annotations

import os
import re
import sqlite3
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from importlib import resources
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import quote

from rapport.errors import NoRoomError, RapportError, TemporaryError, UserError

BUSY_SECONDS = 5.0
"""How long a writer waits for another one before it says that the database is locked."""

RETRY_SECONDS = 0.01

OTHERS = stat.S_IRWXG | stat.S_IRWXO
"""The rights of everybody but a file's owner."""

FULL = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

UNREADABLE = "Could not decode"
"""How Python begins to say that a text column holds no text."""

_COLUMN = re.compile(r"column '(\w+)'")
_CLOSED = "Cannot operate on a closed database."
"""What Python says of a connection that was closed meanwhile."""


def connect(
    path: Path | str,
    *,
    read_only: bool = False,
    busy: float = BUSY_SECONDS,
    lasting: bool = True,
) -> sqlite3.Connection:
    """Opens the file. Every commit is on the disk before it returns (`synchronous = FULL`).

    It raises SQLite's errors, but within `translated`, and UserError where the file is another
    user's. Where it need not be `lasting`, the disk is
    not waited for: the end of a process loses nothing, and that of the whole machine may lose the
    file.
    """
    _refuse_strangers(Path(path), os.R_OK if read_only else os.R_OK | os.W_OK)
    with translated(), _schema_in_words(), _named_where_shut(Path(path)):
        uri = f"file:{quote(str(path))}"
        if read_only:
            uri += "?mode=ro&immutable=1" if _stands_still(Path(path)) else "?mode=ro"
        else:
            _for_its_owner(Path(path))
        connection = sqlite3.connect(
            uri, uri=True, timeout=busy, isolation_level=None, check_same_thread=False,
            cached_statements=256,
        )  # fmt: skip
        if not read_only:
            _write_ahead(connection, busy)
            connection.execute(f"PRAGMA synchronous = {'FULL' if lasting else 'OFF'}")
            connection.execute("PRAGMA wal_autocheckpoint = 4000")
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("PRAGMA mmap_size = 268435456")
        connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _refuse_strangers(path: Path, needed: int) -> None:
    """Raises UserError where we may not do with the file what is needed; SQLite says of it that it
    is read-only, and names neither the file nor its owner. Files lie beside it, so that whoever
    writes must be able to add to the folder as well."""
    if sys.platform == "win32":
        return  # rights are another matter there
    did = "written" if needed & os.W_OK else "read"
    for one, rights in ((path.parent, needed | os.X_OK), (path, needed)):
        try:
            owner = one.stat().st_uid
        except OSError:
            continue  # there is nothing yet; what is wrong with a folder is told when it is opened
        if os.access(one, rights, effective_ids=True):
            continue
        told = f"The database {path} cannot be {did}: {one} "
        if os.geteuid() in (0, owner):
            raise UserError(f"{told}or its disk is read-only. Give yourself the right to it.")
        raise UserError(
            f"{told}belongs to {_named(owner)}, and you are {_named(os.geteuid())}. Run every "
            "command as the user who runs Rapport."
        )


def _stands_still(path: Path) -> bool:
    """Whether nobody here can write to the file, and all of it is in the file itself. SQLite makes
    files beside one that is only read, and cannot where the folder is read-only."""
    if not path.exists() or os.access(path.parent, os.W_OK):
        return False
    log = path.with_name(f"{path.name}-wal")
    return not log.exists() or not log.stat().st_size


@contextmanager
def _named_where_shut(path: Path) -> Iterator[None]:
    """Names a file that cannot be opened, of which SQLite says that alone, or that the disk is
    failing where it is a folder."""
    if path.is_dir():
        raise RapportError(f"The database {path} cannot be opened: it is a folder.")
    try:
        yield
    except sqlite3.OperationalError as error:
        if (error.sqlite_errorcode or 0) & 0xFF != sqlite3.SQLITE_CANTOPEN:
            raise
        raise RapportError(f"The database {path} cannot be opened: {error}.") from error


def _named(user: int) -> str:
    """A user's name, or their number where they have none."""
    import pwd  # noqa: PLC0415 (is only there where users have numbers)

    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return f"user {user}"


def _for_its_owner(path: Path) -> None:
    """The file holds who people are and what they got: only its owner may read it, also where a
    backup was put back that everybody could. SQLite gives the log and the index beside it the
    rights of the file itself."""
    with suppress(OSError):  # what is wrong with the folder is told when SQLite opens it
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    for one in (path, *(path.with_name(f"{path.name}{end}") for end in ("-wal", "-shm"))):
        with suppress(OSError):  # it is not there, or somebody else's
            mode = one.stat().st_mode
            if mode & OTHERS:
                one.chmod(stat.S_IMODE(mode) & ~OTHERS)


@contextmanager
def _schema_in_words() -> Iterator[None]:
    """For the first statements on a file, which read its schema.

    SQLite quotes a damaged schema in what it says of it, and Python then cannot decode that.
    """
    try:
        yield
    except UnicodeDecodeError as error:
        raise RapportError(
            "The database cannot be read: its schema is damaged. Restore a backup."
        ) from error


def _write_ahead(connection: sqlite3.Connection, busy: float) -> None:
    """Switches the file to write-ahead logging, which it then keeps.

    SQLite does not wait for another process here, whatever the connection's time-out: of several
    that open a new file at once, all but one would be told at once that it is locked.
    """
    give_up_at = monotonic() + busy
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in LOCKED or monotonic() >= give_up_at:
                raise
            sleep(RETRY_SECONDS)
        else:
            return


def migrate(connection: sqlite3.Connection) -> None:
    """Brings the file to the newest schema, all of it or nothing: what fails on the way leaves a
    file that the Rapport before can go on with.

    Several processes may do this at the same time: one does, the others wait and find it done.
    Raises UserError if the file was written by a newer Rapport.
    """
    steps = _steps()
    with translated():
        if _outstanding(connection, steps):
            connection.execute("BEGIN IMMEDIATE")
            try:
                # Asked again: somebody else may have been faster, and a newer Rapport at that.
                for step in _outstanding(connection, steps):
                    for statement in step:
                        connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {len(steps)}")
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise


def _outstanding(
    connection: sqlite3.Connection, steps: Sequence[Sequence[str]]
) -> Sequence[Sequence[str]]:
    version = _version(connection)
    if version > len(steps):
        raise UserError(
            f"The database has schema {version}, and this Rapport knows up to {len(steps)}. "
            "Install the newer Rapport that wrote it."
        )
    return steps[version:]


@cache
def _steps() -> tuple[tuple[str, ...], ...]:
    """The statements of each migration, in the order of their numbers."""
    folder = resources.files(__package__).joinpath("migrations")
    scripts = [one for one in folder.iterdir() if one.name.endswith(".sql")]
    scripts.sort(key=lambda script: script.name)
    return tuple(tuple(_statements(one.read_text(encoding="utf-8"))) for one in scripts)


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> Iterator[str]:
    """The statements of a script; `executescript` would end the transaction that they belong to."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


NOTHING_KEPT = "Nothing of this request was kept; {}send it again{}."
NOTHING_LOST = "Nothing was lost; {}try again{}."


@contextmanager
def translated(told: str = NOTHING_KEPT) -> Iterator[None]:
    """Turns SQLite's errors into ours: what happened, and whether trying again can help."""
    try:
        yield
    except sqlite3.Error as error:
        raise _in_our_words(error, told) from error


def stopping(told: str) -> TemporaryError:
    """What to raise where the database is closed already."""
    return TemporaryError(f"Rapport is stopping. {told.format('', ' in a moment')}")


def _in_our_words(error: sqlite3.Error, told: str) -> RapportError:
    code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    words = str(error).rstrip(".")
    if code in FULL:
        return NoRoomError(
            f"The disk that holds the database is full or failing ({words}). "
            f"{told.format('free some space and ', '')}",
            retry_after_seconds=30,
        )
    if code == sqlite3.SQLITE_READONLY:
        return UserError(
            f"The database, or what lies beside it, may only be read ({error}). Run every command "
            "as the user who runs Rapport; if you did, see whether its disk may be written to."
        )
    if code in LOCKED:
        return TemporaryError(
            f"The database is locked by another process. {told.format('', ' in a moment')}"
        )
    if str(error) == _CLOSED:
        return stopping(told)
    if str(error).startswith(UNREADABLE):
        column = _COLUMN.search(str(error))
        where = f" in the column {column[1]}" if column else ""
        return RapportError(
            f"The database cannot be read: where words should be{where}, there are none. If the "
            "file is damaged, restore a backup."
        )
    if code in DAMAGED:
        return RapportError(
            f"The database cannot be read: {words}. If the file is damaged, restore a backup."
        )
    said = f"The database did not do what was asked: {words}."
    if isinstance(error, sqlite3.OperationalError):
        return RapportError(said)
    return RapportError(f"{said} It is a mistake of ours: tell us.")  # a rule of a table is broken
