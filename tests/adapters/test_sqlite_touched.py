"""Whom a backtest has to look at: found in the log without reading it all."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.core.events import Event
from rapport.core.time import MINUTE
from rapport.ports import LogRow
from rapport.testing import examples as ex

SINCE = ex.at(3)


def test_those_are_touched_to_whom_something_of_the_kind_happened_since(tmp_path: Path) -> None:
    told: dict[str, tuple[str, Event]] = {
        "zoe": ("harbour", ex.checkout("a", SINCE)),
        "ada": ("harbour", ex.checkout("b", SINCE + MINUTE)),
        "earlier": ("harbour", ex.checkout("c", SINCE - 1)),
        "looked": ("harbour", ex.viewed("d", SINCE)),
        "history": ("harbour", replace(ex.checkout("e", SINCE), backfill=True)),
        "elsewhere": ("other", ex.checkout("f", SINCE)),
    }
    store = SqliteStore(tmp_path / "rapport.db")
    with store.transaction() as transaction:
        for profile, (brand, event) in told.items():
            transaction.append(brand, [LogRow(event, profile, event.at, 0)])
        again = ex.checkout("g", SINCE + 2 * MINUTE)
        transaction.append("harbour", [LogRow(again, "zoe", again.at, 0)])
    store.close()
    records = SqliteRecords(tmp_path / "rapport.db")
    assert records.touched("harbour", ["checkout_started"], SINCE) == ["ada", "zoe"]
    both = records.touched("harbour", ["checkout_started", "product_viewed"], SINCE)
    assert both == ["ada", "looked", "zoe"]
    records.close()
