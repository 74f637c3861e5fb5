"""Messages as the outbox keeps them. One that is damaged is set aside and holds up no other."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from rapport.adapters.sqlite.stored import read
from rapport.core.codec import decode_send
from rapport.core.effects import Send
from rapport.errors import CodecError
from rapport.ports import Planned

COLUMNS = "key, profile, body, attempts, next_try_at"

PlannedRow = tuple[str, str, bytes, int, int]
"""What stands in `COLUMNS`."""

DAMAGED = "damaged"
"""The status of what is set aside: it stays in the outbox with the reason, where it is seen, until
somebody brings it back as it was."""


def read_or_set_aside(
    db: sqlite3.Connection, brand: str, rows: Iterable[PlannedRow]
) -> list[Planned]:
    """The messages that can be read; the others are set aside."""
    found = []
    for key, profile, body, attempts, next_try_at in list(rows):
        try:
            found.append(Planned(_send_in(key, profile, body), attempts, next_try_at))
        except CodecError as error:
            db.execute(
                "UPDATE outbox SET status = ?, error = ? WHERE brand = ? AND key = ?",
                (DAMAGED, str(error), brand, key),
            )
    return found


def _send_in(key: str, profile: str, body: bytes) -> Send:
    """Raises CodecError where it is damaged, or not the message that the row is kept as."""

    def decode(body: bytes) -> Send:
        send = decode_send(body)
        if (send.key, send.profile) != (key, profile):
            # It would be sent to somebody else, or as another message, and hold that one up.
            raise CodecError("A planned message is not the one that it is kept as.")
        return send

    return read(decode, body, "outbox", key)
