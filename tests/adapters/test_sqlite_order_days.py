"""Days with orders, as the order rhythm reads them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.core.time import DAY, HOUR

PLACED, BACK = 1, 0


def test_days_with_orders_and_what_was_kept_of_them(tmp_path: Path) -> None:
    path = tmp_path / "rapport.db"
    SqliteStore(path).close()
    rows = [
        ("harbour", "zoe", "first", 10 * DAY, 500, PLACED),
        ("harbour", "zoe", "same day", 10 * DAY + HOUR, 200, PLACED),
        ("harbour", "zoe", "later", 40 * DAY, 900, PLACED),
        ("harbour", "zoe", "later", 45 * DAY, -300, BACK),
        ("harbour", "ada", "sent back", 12 * DAY, 700, PLACED),
        ("harbour", "ada", "sent back", 13 * DAY, -700, BACK),
        ("harbour", "ada", "another currency", 20 * DAY, 0, PLACED),
        ("harbour", "bea", "too late", 60 * DAY, 100, PLACED),
        ("harbour", "zoe", "never told of", 46 * DAY, -50, BACK),
        ("harbour", "eve", "never told of either", 46 * DAY, -50, BACK),
        ("other", "zoe", "elsewhere", 11 * DAY, 100, PLACED),
    ]
    database = sqlite3.connect(path)
    with database:
        database.executemany(
            "INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?)",
            [
                (brand, f"{number}", who, order, at, revenue, placed)
                for number, (brand, who, order, at, revenue, placed) in enumerate(rows)
            ],
        )
    database.close()
    records = SqliteRecords(path)
    told = list(records.order_days("harbour", 60 * DAY))
    records.close()
    assert told == [("ada", 12, 0), ("ada", 20, 0), ("zoe", 10, 650), ("zoe", 40, 600)]
