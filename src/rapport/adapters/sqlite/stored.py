"""Reading what is stored: a value that is damaged says where it stands, and all else is read.

SQLite keeps whatever bytes a row has, and says nothing of them; what they mean is found out here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec
import structlog

from rapport.core.codec import REMEDY
from rapport.errors import CodecError

log = structlog.get_logger(__name__)

T = TypeVar("T")
Row = TypeVar("Row")

_DAMAGED = (msgspec.MsgspecError, ValueError, TypeError, RecursionError)
"""What reading damaged bytes raises: words that are no UTF-8 are a ValueError, a column that holds
no bytes at all a TypeError."""


def read(decode: Callable[[bytes], T], body: bytes, table: str, key: str | int) -> T:
    """What `body` holds. Raises CodecError, with the table and the row's key, where it is damaged
    or was written by a newer Rapport."""
    try:
        return decode(body)
    except CodecError as error:
        raise CodecError(f"{error} {_place(table, key)}") from error
    except _DAMAGED as error:
        raise CodecError(f"A stored value cannot be read: {error}. {_place(table, key)}") from error


def readable(rows: Iterable[Row], decode: Callable[[Row], T]) -> list[T]:
    """Those that can be read. Of each other the log says where it stands; it stays as it is."""
    found = []
    for row in rows:
        try:
            found.append(decode(row))
        except CodecError as error:
            _tell(str(error))
    return found


_told: set[str] = set()
_MOST_TOLD = 1_000


def _tell(error: str) -> None:
    """Once for each row in a process: some are asked for with every message."""
    if error not in _told and len(_told) < _MOST_TOLD:
        _told.add(error)
        log.error("stored row left out", error=error)


def _place(table: str, key: str | int) -> str:
    return f"It stands in the table {table}, under {key}. {REMEDY}"
