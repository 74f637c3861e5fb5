"""What is stopped, and which messages that holds back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from rapport.adapters.sqlite.planned import COLUMNS, read_or_set_aside
from rapport.adapters.sqlite.reading import Database
from rapport.core.effects import Send
from rapport.core.oversight.stopping import FLOW, FRAMEWORK, MESSAGE, WHOLE, Stop, Switch
from rapport.core.time import Instant
from rapport.ports import Planned

_READ = (
    "SELECT s.brand, s.kind, s.key, s.since, s.who, s.why, s.by_rule, "
    "coalesce(e.at, s.until, 0), coalesce(e.who, s.resumed_by), s.of_everything "
    "FROM stops AS s LEFT JOIN stop_exceptions AS e ON e.stop = s.number AND e.brand = :brand "
    "WHERE s.brand IN ('', :brand) AND coalesce(e.at, s.until) IS "
)
"""A brand that was resumed out of a stop of everything has ended it for itself."""

_COLUMN = {FLOW: "flow", FRAMEWORK: "framework", MESSAGE: "key"}
"""Where the outbox has what a stop of this kind names."""

FEW = 50
"""Of as many the keys stand in the statement, which SQLite compares faster than a list."""


class StopReadingPart:
    """What can be read of stops, within a transaction or without."""

    _db: Database

    def stops(self, brand: str) -> Sequence[Stop]:
        return read_stops(self._db, brand)

    def past_stops(self, brand: str) -> Sequence[Stop]:
        sql = f"{_READ} NOT NULL ORDER BY s.number"
        return [_stop(row) for row in self._db.execute(sql, {"brand": brand})]

    def held_back(self, brand: str, switches: Sequence[Switch]) -> dict[str, int]:
        covered, values = covering(switches)
        sql = f"SELECT status, count(*) FROM outbox WHERE brand = :brand AND ({covered}) GROUP BY 1"
        found = self._db.execute(sql, {"brand": brand, **values}).fetchall()
        return {"waiting": 0, "sending": 0, **dict(found)}


class StopPart(StopReadingPart):
    """The part of a transaction that is about stops."""

    _db: sqlite3.Connection

    def add_stop(self, stop: Stop) -> None:
        self._db.execute(
            "INSERT INTO stops (brand, kind, key, since, who, why, by_rule, of_everything) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                stop.brand, stop.switch.kind, stop.switch.key, stop.since, stop.who, stop.why,
                stop.by_rule, stop.of_everything,
            ),
        )  # fmt: skip

    def end_stop(self, brand: str, switch: Switch, at: Instant, who: str) -> None:
        self._db.execute(
            "UPDATE stops SET until = ?, resumed_by = ? "
            "WHERE brand = ? AND kind = ? AND key = ? AND until IS NULL",
            (at, who, brand, switch.kind, switch.key),
        )

    def except_brand(self, brand: str, switch: Switch, at: Instant, who: str) -> None:
        self._db.execute(
            "INSERT OR IGNORE INTO stop_exceptions (stop, brand, at, who) SELECT number, ?, ?, ? "
            "FROM stops WHERE brand = '' AND kind = ? AND key = ? AND until IS NULL",
            (brand, at, who, switch.kind, switch.key),
        )

    def lapsed(self, brand: str, now: Instant, limit: int) -> list[Planned]:
        stops = self.stops(brand)
        if not stops:
            return []
        covered, values = covering([stop.switch for stop in stops])
        sql = (
            f"SELECT {COLUMNS} FROM outbox WHERE brand = :brand "
            f"AND status = 'waiting' AND valid_until < :now AND ({covered}) "
            "ORDER BY valid_until, key LIMIT :limit"
        )
        rows = self._db.execute(sql, {"brand": brand, "now": now, "limit": limit, **values})
        return read_or_set_aside(self._db, brand, rows)

    def hold_back(self, brand: str, send: Send, at: Instant, why: str) -> None:
        self._db.execute(
            "UPDATE outbox SET status = 'waiting', attempts = max(attempts - 1, 0), error = ? "
            "WHERE brand = ? AND key = ?",
            (why, brand, send.key),
        )
        self._db.execute(
            "UPDATE messages SET status = 'held', at = ?, reason = ? WHERE brand = ? AND key = ?",
            (at, why, brand, send.key),
        )


def read_stops(db: Database, brand: str) -> list[Stop]:
    """The stops that hold for a brand, those of everything among them."""
    # Asked before each hand-over: of stops that are past, however many, none is looked at.
    sql = f"{_READ} NULL AND s.until IS NULL ORDER BY s.number"
    return [_stop(row) for row in db.execute(sql, {"brand": brand})]


def covering(switches: Sequence[Switch]) -> tuple[str, dict[str, str]]:
    """SQL that is true of what these hold back in the outbox of their brand, and its values."""
    if any(switch.kind in WHOLE for switch in switches):
        return "1", {}
    parts: list[str] = []
    values: dict[str, str] = {}
    for kind, column in _COLUMN.items():
        keys = [switch.key for switch in switches if switch.kind == kind]
        if not keys:
            continue
        if len(keys) > FEW:
            values[kind] = json.dumps(keys)
            parts.append(f"{column} IN (SELECT value FROM json_each(:{kind}))")
            continue
        named = {f"{kind}{number}": key for number, key in enumerate(keys)}
        values |= named
        parts.append(f"{column} IN ({', '.join(':' + name for name in named)})")
    return " OR ".join(parts) or "0", values


def _stop(row: tuple[str, str, str, int, str, str, int, int, str, int]) -> Stop:
    brand, kind, key, since, who, why, by_rule, until, resumed_by, of_everything = row
    switch, by_itself = Switch(kind, key), bool(by_rule)
    return Stop(brand, switch, since, who, why, by_itself, until, resumed_by, bool(of_everything))
