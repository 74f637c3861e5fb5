"""Reading what is stored: a value that is damaged says where it stands, and all else is read.

SQLite keeps whatever bytes a row has, and says nothing of them; what they mean is found out here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import msgspec

from rapport.adapters.seldom_logged import log_of
from rapport.core.codec import decode_state, place
from rapport.core.state import ProfileState
from rapport.core.unread import UnreadRow
from rapport.errors import CodecError

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
        raise CodecError(f"{error} {place(table, key)}", table=table, key=str(key)) from error
    except _DAMAGED as error:
        said = f"A stored value cannot be read: {error}. {place(table, key)}"
        raise CodecError(said, table=table, key=str(key)) from error


def read_state(profile: str, stored: bytes) -> ProfileState:
    """A profile's state. Raises CodecError where it is damaged, or is somebody else's: what came of
    it would be recorded under that name."""

    def decode(stored: bytes) -> ProfileState:
        state = decode_state(stored)
        if state.profile != profile:
            raise CodecError("A profile's stored state has the name of another profile.")
        return state

    return read(decode, stored, "states", profile)


def each(rows: Iterable[Row], decode: Callable[[Row], T]) -> Iterator[T | UnreadRow]:
    """Every row in its order: what it holds, or where it stands if that cannot be read."""
    for row in rows:
        try:
            yield decode(row)
        except CodecError as error:
            _tell(str(error))
            yield UnreadRow(error.table, error.key)


def readable(rows: Iterable[Row], decode: Callable[[Row], T]) -> list[T]:
    """Those that can be read. Of each other the log says where it stands; it stays as it is."""
    return [one for one in each(rows, decode) if not isinstance(one, UnreadRow)]


_told: set[str] = set()
_MOST_TOLD = 1_000


def _tell(error: str) -> None:
    """Once for each row in a process: some are asked for with every message."""
    if error not in _told and len(_told) < _MOST_TOLD:
        _told.add(error)
        log_of(__name__).error("stored row left out", error=error)
