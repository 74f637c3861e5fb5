"""One unit of work on SQLite. Statements stand beside the method that runs them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

import msgspec

from rapport.adapters.sqlite.budgets import BudgetPart
from rapport.adapters.sqlite.drafts import DraftPart
from rapport.adapters.sqlite.effects import promises, record_effects
from rapport.adapters.sqlite.outbox import OutboxPart
from rapport.adapters.sqlite.oversight import OversightPart
from rapport.adapters.sqlite.people import PeoplePart
from rapport.adapters.sqlite.profiles import IN_JSON, ProfilePart, as_json
from rapport.adapters.sqlite.published import PublishedPart
from rapport.adapters.sqlite.stops import StopPart
from rapport.adapters.sqlite.writer_book import WriterPart
from rapport.core.codec import encode_state
from rapport.core.effects import AnyEffect, OfferUsed, Send
from rapport.core.events import Contact, Identifier
from rapport.core.person.identity import STRONG
from rapport.core.state import ProfileState
from rapport.core.step import next_due
from rapport.core.time import Instant
from rapport.ports import LogRow, Objection

_encode = msgspec.json.Encoder().encode


class SqliteTransaction(
    OutboxPart,
    ProfilePart,
    PublishedPart,
    OversightPart,
    BudgetPart,
    DraftPart,
    PeoplePart,
    StopPart,
    WriterPart,
):
    """Implements `rapport.ports.Transaction`."""

    _db: sqlite3.Connection

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._offers_moved: set[str] = set()
        self.objections: dict[str, list[Objection]] = {}
        """By brand: what is kept apart from the file when this is committed."""

    # --- Taking in ---

    def known_events(self, brand: str, ids: Sequence[str]) -> set[str]:
        sql = f"SELECT id FROM events WHERE brand = ? AND id {IN_JSON}"
        return {row[0] for row in self._db.execute(sql, (brand, as_json(ids)))}

    def known_orders(self, brand: str, refs: Sequence[str]) -> set[str]:
        sql = f"SELECT ref FROM order_refs WHERE brand = ? AND ref {IN_JSON}"
        return {row[0] for row in self._db.execute(sql, (brand, as_json(refs)))}

    def remember_orders(self, brand: str, refs: Sequence[str]) -> None:
        self._db.executemany(
            "INSERT OR IGNORE INTO order_refs VALUES (?, ?)", [(brand, ref) for ref in refs]
        )

    def owners(self, brand: str, identifiers: Sequence[Identifier]) -> dict[Identifier, str]:
        sql = "SELECT profile FROM identifiers WHERE brand = ? AND kind = ? AND value = ?"
        execute = self._db.execute
        found = {}
        for identifier in identifiers:
            row = execute(sql, (brand, identifier.kind, identifier.value)).fetchone()
            if row is not None:
                found[identifier] = row[0]
        return found

    def strong_identifiers(
        self, brand: str, profiles: Sequence[str]
    ) -> dict[str, frozenset[Identifier]]:
        # By kind in the index: a shared computer or a robot may have thousands of weak names.
        sql = (
            "SELECT kind, value FROM identifiers WHERE brand = ? AND profile = ? "
            f"AND kind IN ({', '.join('?' * len(STRONG))})"
        )
        return {
            profile: frozenset(
                Identifier(kind, value)
                for kind, value in self._db.execute(sql, (brand, profile, *STRONG))
            )
            for profile in profiles
        }

    def link(self, brand: str, links: Sequence[tuple[Identifier, str]]) -> None:
        self._db.executemany(
            "INSERT INTO identifiers VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET profile = excluded.profile",
            [(brand, i.kind, i.value, profile) for i, profile in links],
        )

    def save_contacts(self, brand: str, contacts: Mapping[str, Contact]) -> None:
        self._db.executemany(
            "INSERT INTO contacts VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body",
            [(brand, profile, _encode(contact)) for profile, contact in contacts.items()],
        )

    def merge(self, brand: str, loser: str, winner: str) -> None:
        for table in (
            "identifiers",
            "entries",
            "orders",
            "opt_outs",
            "messages",
            "offer_uses",
            "promises",
        ):
            self._db.execute(
                f"UPDATE {table} SET profile = ? WHERE brand = ? AND profile = ?",
                (winner, brand, loser),
            )
        # What is known of the winner stays as it is; where nothing is, the loser's contact moves.
        self._db.execute(
            "UPDATE OR IGNORE contacts SET profile = ? WHERE brand = ? AND profile = ?",
            (winner, brand, loser),
        )
        self._db.execute("DELETE FROM contacts WHERE brand = ? AND profile = ?", (brand, loser))

    def count(self, brand: str, counts: Mapping[str, int]) -> None:
        self._db.executemany(
            "INSERT INTO counts VALUES (?, ?, ?) "
            "ON CONFLICT DO UPDATE SET count = max(count + excluded.count, 0)",
            [(brand, name, count) for name, count in counts.items() if count],
        )

    # --- Processing ---

    def save_states(self, brand: str, states: Mapping[str, ProfileState]) -> None:
        self._db.executemany(
            "INSERT INTO states VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE "
            "SET next_due = excluded.next_due, state = excluded.state",
            [
                (brand, profile, next_due(state), encode_state(state))
                for profile, state in states.items()
            ],
        )

    def append(self, brand: str, rows: Sequence[LogRow]) -> None:
        self._db.executemany(
            "INSERT INTO events (brand, id, profile, type, at, received_at, source, backfill, "
            "clock, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    brand,
                    row.event.id,
                    row.profile,
                    row.event.body.__struct_config__.tag,
                    row.event.at,
                    row.received_at,
                    row.event.source,
                    row.event.backfill,
                    row.clock,
                    _encode(row.event.body),
                )
                for row in rows
            ],
        )

    def record(self, brand: str, effects: Sequence[AnyEffect]) -> None:
        record_effects(self._db, brand, effects)
        if any(isinstance(e, OfferUsed) or (isinstance(e, Send) and promises(e)) for e in effects):
            self._offers_moved.add(brand)

    def offers_moved(self, brand: str) -> bool:
        return brand in self._offers_moved

    def due(self, brand: str, until: Instant, limit: int) -> list[str]:
        sql = (
            "SELECT profile FROM states WHERE brand = ? AND next_due IS NOT NULL "
            "AND next_due <= ? ORDER BY next_due LIMIT ?"
        )
        return [row[0] for row in self._db.execute(sql, (brand, until, limit))]

    def keep_objections(self, brand: str, objections: Sequence[Objection]) -> None:
        self.objections.setdefault(brand, []).extend(objections)

    # --- Rounds ---

    def last_round(self) -> Instant:
        row: tuple[int] | None = self._db.execute("SELECT at FROM rounds").fetchone()
        return row[0] if row else 0

    def note_round(self, at: Instant) -> None:
        self._db.execute("REPLACE INTO rounds VALUES (1, ?)", (at,))
