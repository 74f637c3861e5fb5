"""The read side on SQLite, over a connection that cannot write and raises our own errors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import msgspec

from rapport.adapters.sqlite.budgets import BudgetPart
from rapport.adapters.sqlite.drafts import DraftReadingPart
from rapport.adapters.sqlite.of_one import MESSAGE_COLUMNS, OfOnePart
from rapport.adapters.sqlite.oversight import OversightPart
from rapport.adapters.sqlite.people import PeopleReadingPart
from rapport.adapters.sqlite.profiles import ProfilePart
from rapport.adapters.sqlite.published import PublishedPart
from rapport.adapters.sqlite.reading import Moment, Readers
from rapport.adapters.sqlite.stops import StopReadingPart
from rapport.adapters.sqlite.stored import read, read_state
from rapport.adapters.sqlite.watched import WatchedPart
from rapport.adapters.sqlite.writer_book import WriterReadingPart
from rapport.core.blueprint import Blueprint
from rapport.core.codec import Kept
from rapport.core.creative.message import Message
from rapport.core.events import Contact, Identifier
from rapport.core.state import ProfileState
from rapport.core.time import Instant
from rapport.core.unread import Unread
from rapport.errors import CodecError
from rapport.ports import FlowCount, InTrouble, MessageRow, OutboxRow, ProfileOutcome

_decode_message = msgspec.json.Decoder(Message).decode
_decode_contact = msgspec.json.Decoder(Contact).decode

PROFILE_OUTCOMES = """
WITH entered AS (
    SELECT profile, min(at) AS at FROM entries
    WHERE brand = :brand AND flow = :flow GROUP BY profile
)
SELECT
    e.profile,
    (SELECT arm FROM entries x WHERE x.brand = :brand AND x.flow = :flow AND x.profile = e.profile
     ORDER BY x.at, x.key LIMIT 1),
    e.at,
    coalesce(o.orders, 0), coalesce(o.revenue, 0), coalesce(o.margin, 0),
    coalesce(m.messages, 0), coalesce(m.clicks, 0),
    coalesce(u.unsubscribes, 0), coalesce(u.complaints, 0),
    coalesce(b.revenue, 0)
FROM entered e
LEFT JOIN (
    SELECT o.profile, sum(o.placed) AS orders, sum(o.revenue) AS revenue, sum(o.margin) AS margin
    FROM orders o JOIN entered e ON e.profile = o.profile
    WHERE o.brand = :brand AND o.at > e.at GROUP BY o.profile  -- an order may have begun it
) o ON o.profile = e.profile
LEFT JOIN (
    SELECT o.profile, sum(o.revenue) AS revenue
    FROM orders o JOIN entered e ON e.profile = o.profile
    WHERE o.brand = :brand AND o.at <= e.at GROUP BY o.profile
) b ON b.profile = e.profile
LEFT JOIN (
    SELECT profile, count(*) AS messages, count(clicked_at) AS clicks FROM messages
    WHERE brand = :brand AND flow = :flow AND status = 'sent' GROUP BY profile
) m ON m.profile = e.profile
LEFT JOIN (
    SELECT o.profile, sum(o.reason = 'unsubscribed') AS unsubscribes,
           sum(o.reason = 'complained') AS complaints
    FROM opt_outs o JOIN entered e ON e.profile = o.profile
    WHERE o.brand = :brand AND o.at >= e.at GROUP BY o.profile
) u ON u.profile = e.profile
ORDER BY e.profile
"""

LAPSED_BY_STOPS = """
SELECT min(e.at) FROM (
    SELECT DISTINCT m.profile FROM messages m INDEXED BY messages_lapsed
    WHERE m.brand = :brand AND m.flow = :flow AND m.status = 'stopped'
    AND m.reason GLOB 'stopped: *' AND NOT EXISTS (
        SELECT 1 FROM messages s WHERE s.brand = :brand AND s.flow = :flow
        AND s.profile = m.profile AND s.status = 'sent'
    )
) p JOIN entries e ON e.brand = :brand AND e.flow = :flow AND e.profile = p.profile
GROUP BY p.profile ORDER BY 1
"""

ORDER_DAYS = """
WITH told AS (
    SELECT profile, min(at) FILTER (WHERE placed) AS at, min(at) AS first, sum(revenue) AS revenue
    FROM orders WHERE brand = :brand GROUP BY profile, order_id
)
SELECT profile, day, sum(revenue) FROM (
    SELECT profile, coalesce(at, min(at) OVER (PARTITION BY profile)) / 86400000 AS day, revenue
    FROM told WHERE coalesce(at, first) < :until
)
WHERE day IS NOT NULL GROUP BY profile, day ORDER BY profile, day
"""

MESSAGE_ROW = f"SELECT {MESSAGE_COLUMNS} FROM messages"
OUTBOX_ROW = "key, profile, flow, status, attempts, next_try_at, valid_until, error"


class SqliteRecords(
    PublishedPart,
    ProfilePart,
    OfOnePart,
    OversightPart,
    BudgetPart,
    DraftReadingPart,
    PeopleReadingPart,
    StopReadingPart,
    WatchedPart,
    WriterReadingPart,
):
    """Implements `rapport.ports.history.ReadSide`. Safe to share between threads."""

    def __init__(self, path: Path | str | Moment) -> None:
        """Raises RapportError where the file cannot be opened."""
        self._db: Readers | Moment = path if isinstance(path, Moment) else Readers(path)

    @contextmanager
    def at_one_moment(self) -> Iterator[SqliteRecords]:
        with self._db.at_one_moment() as moment:
            yield SqliteRecords(moment)

    def published(self, brand: str) -> Blueprint | None:
        """All that the brand has published."""
        return self.blueprint(brand)

    def profile_outcomes(self, brand: str, flow: str) -> Sequence[ProfileOutcome]:
        rows = self._db.execute(PROFILE_OUTCOMES, {"brand": brand, "flow": flow})
        return [ProfileOutcome(*row) for row in rows]

    def lapsed_by_stops(self, brand: str, flow: str) -> Sequence[Instant]:
        rows = self._db.execute(LAPSED_BY_STOPS, {"brand": brand, "flow": flow})
        return [row[0] for row in rows]

    def order_days(self, brand: str, until: Instant) -> Iterator[tuple[str, int, int]]:
        """Profile, day (UTC, since 1970) and revenue of each day with orders, sorted.

        Orders placed from `until` on do not count. What went back is off the revenue, and the order
        counts all the same: somebody came and chose, and a profile's state counts it, too. What
        went back for an order that nobody told of is off the first day's.
        """
        yield from self._db.execute(ORDER_DAYS, {"brand": brand, "until": until})

    def messages(
        self,
        brand: str,
        *,
        limit: int = 50,
        before: tuple[Instant, str] | None = None,
        profile: str = "",
    ) -> Sequence[MessageRow]:
        # Many messages share a millisecond: a page begins after a key, not after a time.
        sql = (
            f"{MESSAGE_ROW} WHERE brand = :brand AND at <= :at AND (at < :at OR key > :key) "
            "AND (:profile = '' OR profile = :profile) ORDER BY at DESC, key LIMIT :limit"
        )
        at, key = before if before is not None else (2**62, "")
        asked = {"brand": brand, "at": at, "key": key, "profile": profile, "limit": limit}
        return [MessageRow(*row) for row in self._db.execute(sql, asked)]

    def message_row(self, brand: str, key: str) -> MessageRow | None:
        sql = f"{MESSAGE_ROW} WHERE brand = ? AND key = ?"
        row = self._db.execute(sql, (brand, key)).fetchone()
        return MessageRow(*row) if row else None

    def message(self, brand: str, key: str) -> Message | None:
        sql = "SELECT body, profile FROM messages WHERE brand = ? AND key = ?"
        row = self._db.execute(sql, (brand, key)).fetchone()
        if row is None or row[0] is None:
            return None
        message = read(_decode_message, row[0], "messages", key)
        return msgspec.structs.replace(message, profile=row[1])

    def contact(self, brand: str, profile: str) -> Contact | None:
        sql = "SELECT body FROM contacts WHERE brand = ? AND profile = ?"
        row = self._db.execute(sql, (brand, profile)).fetchone()
        return read(_decode_contact, row[0], "contacts", profile) if row else None

    def owner(self, brand: str, identifier: Identifier) -> str | None:
        """The profile that is known by it."""
        sql = "SELECT profile FROM identifiers WHERE brand = ? AND kind = ? AND value = ?"
        row = self._db.execute(sql, (brand, identifier.kind, identifier.value)).fetchone()
        return row[0] if row else None

    def decision(self, brand: str, decision: str) -> bytes | None:
        sql = "SELECT body FROM decisions WHERE brand = ? AND id = ?"
        row = self._db.execute(sql, (brand, decision)).fetchone()
        return Kept.of(row[0], "decisions", decision) if row else None

    def outbox(self, brand: str, *, limit: int = 200) -> Sequence[OutboxRow]:
        sql = f"SELECT {OUTBOX_ROW} FROM outbox WHERE brand = ? ORDER BY next_try_at LIMIT ?"
        return [OutboxRow(*row) for row in self._db.execute(sql, (brand, limit))]

    def in_trouble(self, brand: str, *, limit: int = 10) -> InTrouble:
        sql = (
            f"SELECT count(*) OVER (), {OUTBOX_ROW} FROM outbox WHERE brand = ? AND error <> '' "
            "ORDER BY next_try_at, key LIMIT ?"
        )
        rows = self._db.execute(sql, (brand, limit)).fetchall()
        return InTrouble(rows[0][0] if rows else 0, tuple(OutboxRow(*row[1:]) for row in rows))

    def on_the_way(self, brand: str) -> dict[str, int]:
        sql = "SELECT status, count(*) FROM outbox WHERE brand = ? GROUP BY status"
        return dict(self._db.execute(sql, (brand,)).fetchall())

    def flow_counts(self, brand: str) -> Sequence[FlowCount]:
        sql = (
            "SELECT flow, 'run ended', reason, count(*) FROM exits WHERE brand = :brand "
            "GROUP BY flow, reason UNION ALL "
            "SELECT flow, 'message ' || status, reason, count(*) FROM messages "
            "WHERE brand = :brand AND status <> 'sent' GROUP BY flow, status, reason"
        )
        return [FlowCount(*row) for row in self._db.execute(sql, {"brand": brand})]

    def counts(self, brand: str) -> dict[str, int]:
        sql = "SELECT name, count FROM counts WHERE brand = ? ORDER BY name"
        return dict(self._db.execute(sql, (brand,)).fetchall())

    # --- For a replay ---

    def profiles(
        self, brand: str, unread: Unread | None = None
    ) -> Iterator[tuple[str, ProfileState]]:
        """Every profile and its state as it stands. One that cannot be read is left out and taken
        down in `unread`; without that, it raises CodecError."""
        sql = "SELECT profile, state FROM states WHERE brand = ? ORDER BY profile"
        for profile, state in self._db.execute(sql, (brand,)):
            try:
                found = read_state(profile, state)
            except CodecError as error:
                if unread is None:
                    raise
                unread.note(error)
                continue
            yield profile, found

    def touched(self, brand: str, kinds: Sequence[str], since: Instant) -> Sequence[str]:
        """Profiles that something of these types happened to from `since` on, in order.

        History that was taken in afterwards does not count: it starts no flow.
        """
        sql = (
            "SELECT DISTINCT profile FROM events WHERE brand = ? AND at >= ? AND NOT backfill "
            f"AND type IN ({', '.join('?' * len(kinds))}) ORDER BY profile"
        )
        return [row[0] for row in self._db.execute(sql, (brand, since, *kinds))]

    def decisions(self, brand: str, profile: str) -> Sequence[bytes]:
        """The stored decisions of a profile, in the order in which they were made."""
        sql = "SELECT body, id FROM decisions WHERE brand = ? AND profile = ? ORDER BY position"
        rows = self._db.execute(sql, (brand, profile))
        return [Kept.of(body, "decisions", name) for body, name in rows]

    def silences_before(
        self,
        brand: str,
        before: int | None,
        limit: int,
        *,
        flow: str = "",
        profiles: Sequence[str] = (),
        kind: str = "",
    ) -> Sequence[tuple[int, bytes]]:
        """Stored decisions to say nothing with their positions, the newest first: those before a
        position, or the last ones; of one flow or kind, and of these profiles, where named."""
        asked = {
            "flow": [flow] if flow else [],
            "profile": profiles,
            "silence": [kind] if kind else [],
        }
        named = {column: values for column, values in asked.items() if values}
        also = "".join(
            f"AND {column} IN ({', '.join('?' * len(values))}) " for column, values in named.items()
        )
        index = "decisions_by_profile" if profiles else "decisions_silent"
        sql = (
            f"SELECT position, body, id FROM decisions INDEXED BY {index} WHERE brand = ? "
            f"AND position < ? AND silence IS NOT NULL {also}ORDER BY position DESC LIMIT ?"
        )
        until = before if before is not None else 2**62
        rows = self._db.execute(sql, (brand, until, *chain(*named.values()), limit))
        return [(place, Kept.of(body, "decisions", name)) for place, body, name in rows]

    def silences_since(self, brand: str, since: Instant) -> int:
        sql = (
            "SELECT count(*) FROM decisions INDEXED BY decisions_silent_at "
            "WHERE brand = ? AND at >= ? AND silence IS NOT NULL"
        )
        return int(self._db.execute(sql, (brand, since)).fetchone()[0])

    def last_silence(self, brand: str) -> Instant | None:
        sql = (
            "SELECT at FROM decisions INDEXED BY decisions_silent_at "
            "WHERE brand = ? AND silence IS NOT NULL ORDER BY at DESC LIMIT 1"
        )
        row = self._db.execute(sql, (brand,)).fetchone()
        return row[0] if row else None

    def all_decisions(self, brand: str) -> Iterator[bytes]:
        """Every stored decision, in the order in which they were made."""
        sql = "SELECT body, id FROM decisions WHERE brand = ? ORDER BY position"
        for body, name in self._db.execute(sql, (brand,)):
            yield Kept.of(body, "decisions", name)

    def last_received_at(self, brand: str) -> Instant:
        """When the last event was taken in; 0 where none was."""
        sql = "SELECT received_at FROM events WHERE brand = ? ORDER BY position DESC LIMIT 1"
        row: tuple[int] | None = self._db.execute(sql, (brand,)).fetchone()
        return row[0] if row else 0

    def close(self) -> None:
        self._db.close()
