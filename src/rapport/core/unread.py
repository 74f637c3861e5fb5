"""What could not be read while something was gone through: counted, and named by where it stands.

One damaged row harms itself alone. Whoever goes through many leaves it out, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from rapport.errors import CodecError

MOST_NAMED = 10
"""Rows that are named; the rest are counted."""

ONE_OF: dict[str, tuple[str, str]] = {
    "decisions": ("decision", "decisions"),
    "outcomes": ("outcome", "outcomes"),
    "events": ("event", "events"),
    "states": ("profile's state", "profiles' states"),
    "messages": ("message", "messages"),
    "candidates": ("candidate", "candidates"),
}
"""What a row of each table is called, one and many."""


class UnreadRow(Struct, frozen=True, order=True):
    """A row that cannot be read: its table, and the key that it stands under."""

    table: str
    key: str


class Unreadable(Struct, frozen=True):
    """How many rows of each table could not be read; `first` are some of them."""

    rows: dict[str, int] = {}
    first: tuple[UnreadRow, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows)

    @property
    def says(self) -> tuple[str, ...]:
        """A sentence for each table: how many, where they stand and what to do."""
        return tuple(map(self._sentence, self.rows))

    def _sentence(self, table: str) -> str:
        count = self.rows[table]
        one, many = ONE_OF.get(table, ("row", "rows"))
        what = f"1 {one}" if count == 1 else f"{count:,} {many}"
        keys = [row.key for row in self.first if row.table == table]
        where = ", ".join(keys) + (f" and {count - len(keys):,} more" if count > len(keys) else "")
        them = "it" if count == 1 else "them"
        left = "is left out" if count == 1 else "are left out"
        return (
            f"{what} could not be read and {left}: table {table}, under {where}. "
            f"Bring {them} back from a backup."
        )


ALL_READ = Unreadable()


class Unread:
    """Takes down what could not be read, each row once, however often it is come across."""

    def __init__(self) -> None:
        self._rows: dict[UnreadRow, None] = {}

    def note(self, error: CodecError) -> UnreadRow:
        """Takes a row down by the error that reading it raised."""
        row = UnreadRow(error.table, error.key)
        self._rows[row] = None
        return row

    def note_rows(self, rows: Iterable[UnreadRow]) -> None:
        """Takes down rows of which somebody else found that they cannot be read."""
        self._rows.update(dict.fromkeys(rows))

    def told(self) -> Unreadable:
        """What was taken down so far."""
        rows: dict[str, list[UnreadRow]] = {}
        for row in self._rows:
            rows.setdefault(row.table, []).append(row)
        return Unreadable(
            {table: len(rows[table]) for table in sorted(rows)},
            tuple(row for table in sorted(rows) for row in rows[table][:MOST_NAMED]),
        )
