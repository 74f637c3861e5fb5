"""Intake to committed state: parse, check, deduplicate, identify, log, step, commit."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from rapport.adapters.sources import segment
from rapport.adapters.sqlite.database import connect
from rapport.bench.figures import Beside, Figure, Sizes, rate, spread
from rapport.bench.homes import Home, empty_folder, fresh_home
from rapport.bench.traffic import Call, batch_body, segment_calls

TARGET = 10_000


def measure_intake(sizes: Sizes) -> list[Figure]:
    """Events a second in one process, beside plain inserts of the same bytes in the same batches.

    Each repeat starts with an empty database; the plain inserts run right after it.
    """
    with fresh_home() as home:
        calls = segment_calls(home, sizes.intake_customers, sizes.intake_events)
    size = sizes.intake_batch
    batches = [calls[start : start + size] for start in range(0, len(calls), size)]
    _taken_in(batches[: max(1, len(batches) // 10)])  # to warm up
    ours, plain = [], []
    for _ in range(sizes.repeats):
        ours.append(_taken_in(batches))
        plain.append(_inserted(batches))
    return [
        Figure(
            bench="intake",
            what=f"events taken in and committed, one process, batches of {size}",
            value=median(ours),
            unit="events/s",
            target=TARGET,
            beside=Beside("plain inserts of the same bytes, same batches", median(plain)),
            note=f"{len(calls):,} events; {spread(ours)}; plain {spread(plain)}",
        )
    ]


def _taken_in(batches: Sequence[Sequence[Call]]) -> float:
    """Events a second from the bytes of Segment's batches to the commit."""
    bodies = [(batch[-1].at, batch_body(batch)) for batch in batches]
    with fresh_home() as home:

        def work() -> int:
            for at, body in bodies:
                home.clock.turn_to(at)
                _take_in(home, body)
            return sum(map(len, batches))

        return rate(work)


def _take_in(home: Home, body: bytes) -> None:
    brand = home.brand
    parsed = segment.parse("batch", body, home.clock.now(), default_currency=brand.currency)
    home.installation.host.take_in(brand.key, parsed.incoming)


def _inserted(batches: Sequence[Sequence[Call]]) -> float:
    """Rows a second: the same bytes, the same pragmas, one transaction for each batch."""
    with empty_folder() as folder:
        database = connect(folder / "plain.db")
        database.execute("CREATE TABLE events (position INTEGER PRIMARY KEY, body BLOB NOT NULL)")
        rows = [[(call.body,) for call in batch] for batch in batches]

        def work() -> int:
            for batch in rows:
                database.execute("BEGIN IMMEDIATE")
                database.executemany("INSERT INTO events (body) VALUES (?)", batch)
                database.execute("COMMIT")
            return sum(map(len, rows))

        try:
            return rate(work)
        finally:
            database.close()
