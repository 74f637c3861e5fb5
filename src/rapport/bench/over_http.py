"""Intake over HTTP: a real server in its own process, a client in this one, on the same machine."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from collections.abc import Coroutine, Sequence
from itertools import accumulate
from pathlib import Path
from statistics import median

from msgspec import Struct

from rapport.adapters.sources import segment
from rapport.adapters.sqlite.database import connect
from rapport.bench.figures import Figure, Sizes, percentile, spread, undisturbed
from rapport.bench.homes import Home, empty_folder
from rapport.bench.load import Answers, closed_loop, open_loop, post
from rapport.bench.served import KEY, served
from rapport.bench.traffic import Call, batch_body, segment_calls
from rapport.core.time import Instant
from rapport.errors import RapportError

P99_TARGET = 25.0
"""Milliseconds for a request of one event."""

WARM_UP_SECONDS = 1.0
_BASIC = "Basic " + b64encode(f"{KEY}:".encode()).decode()


class _Traffic(Struct, frozen=True):
    """What is sent, part by part."""

    warm_up: Sequence[Call]
    steady: Sequence[Sequence[Call]]
    most: Sequence[Call]
    batches: Sequence[Sequence[Call]]

    @property
    def all(self) -> list[Call]:
        inside = [call for part in (*self.steady, *self.batches) for call in part]
        return [*self.warm_up, *self.most, *inside]


class _Went(Struct, frozen=True):
    """How each part of it went."""

    steady: Sequence[Answers]
    most: Answers
    batches: Answers


def measure_http(sizes: Sizes) -> list[Figure]:
    """Requests of one event at a fixed rate, as many as there can be, and batches at a fixed rate.

    Afterwards the database is asked whether it holds every event that was answered with 200.
    """
    with empty_folder() as folder:
        home = Home(folder)
        brand, currency = home.brand.key, home.brand.currency
        traffic = _traffic(home, sizes)
        home.close()
        with served(folder, brand) as port:
            went = _load(port, traffic, sizes)
        kept, missing = _kept(folder / "rapport.db", brand, traffic.all, currency)
    if missing:
        raise RapportError(
            f"{missing:,} events were answered with 200 and are not in the database."
        )
    return [*_single(went.steady, sizes), _most(went.most, kept), _batched(went.batches, sizes)]


def _traffic(home: Home, sizes: Sizes) -> _Traffic:
    singles = int(sizes.http_rate * sizes.http_seconds)
    parts = [int(sizes.http_rate * WARM_UP_SECONDS), *[singles] * (sizes.repeats + 1)]
    in_batches = int(sizes.http_batch_rate * sizes.http_seconds)
    calls = segment_calls(home, sizes.intake_customers, sum(parts) + in_batches)
    ends = list(accumulate(parts))
    warm_up, most, *steady = (
        calls[end - size : end] for end, size in zip(ends, parts, strict=True)
    )
    return _Traffic(
        warm_up=warm_up,
        steady=steady,
        most=most,
        batches=[
            calls[start : start + sizes.http_batch]
            for start in range(ends[-1], len(calls), sizes.http_batch)
        ],
    )


def _load(port: int, traffic: _Traffic, sizes: Sizes) -> _Went:
    host = f"127.0.0.1:{port}"

    def single(calls: Sequence[Call]) -> list[bytes]:
        return [post(call.path, host, _BASIC, call.body) for call in calls]

    batches = [post("/v1/batch", host, _BASIC, batch_body(batch)) for batch in traffic.batches]
    batch_rate = sizes.http_batch_rate / sizes.http_batch
    _run(closed_loop(port, single(traffic.warm_up)))
    return _Went(
        steady=[_run(open_loop(port, single(part), sizes.http_rate)) for part in traffic.steady],
        most=_run(closed_loop(port, single(traffic.most))),
        batches=_run(open_loop(port, batches, batch_rate)),
    )


def _run(load: Coroutine[None, None, Answers]) -> Answers:
    with undisturbed():
        answers = asyncio.run(load)
    if answers.errors:
        raise RapportError(
            f"Of {len(answers.statuses):,} requests {answers.errors:,} were not answered with 200: "
            f"{answers.by_status}. A figure without them would say nothing."
        )
    return answers


def _kept(database: Path, brand: str, calls: Sequence[Call], currency: str) -> tuple[int, int]:
    """How many different events were sent and are in the database, and how many are not."""
    sent = {
        one.event.id
        for call in calls
        for one in segment.parse(
            call.path.rpartition("/")[2], call.body, Instant(call.at), default_currency=currency
        ).incoming
    }
    db = connect(database, read_only=True)
    try:
        held = {row[0] for row in db.execute("SELECT id FROM events WHERE brand = ?", (brand,))}
    finally:
        db.close()
    return len(sent & held), len(sent - held)


def _single(rounds: Sequence[Answers], sizes: Sizes) -> list[Figure]:
    reached = [len(one.milliseconds) / one.seconds for one in rounds]
    slow = [percentile(one.milliseconds, 0.99) for one in rounds]
    times = [time for one in rounds for time in one.milliseconds]
    return [
        Figure(
            bench="http",
            what=f"requests of one event, sent at {sizes.http_rate:,}/s",
            value=median(reached),
            unit="requests/s",
            # The last answer comes a moment after the last request: a hundredth is left for it.
            target=0.99 * sizes.http_rate,
            note=f"{len(times):,} requests, no errors; {spread(reached)}",
        ),
        Figure(
            bench="http",
            what=f"p99 of their answers at {sizes.http_rate:,}/s",
            value=median(slow),
            unit="ms",
            target=P99_TARGET,
            less=True,
            note=f"{spread(slow, ' ms', digits=1)}; p50 {percentile(times, 0.5):.1f}, "
            f"max {max(times):.1f} ms",
        ),
    ]


def _most(answers: Answers, kept: int) -> Figure:
    times = answers.milliseconds
    return Figure(
        bench="http",
        what="requests of one event, as many as there can be (64 at a time)",
        value=len(times) / answers.seconds,
        unit="requests/s",
        note=f"p99 {percentile(times, 0.99):.1f} ms; all {kept:,} events sent are in the database",
    )


def _batched(answers: Answers, sizes: Sizes) -> Figure:
    times = answers.milliseconds
    return Figure(
        bench="http",
        what=f"events in batches of {sizes.http_batch}, sent at {sizes.http_batch_rate:,}/s",
        value=sizes.http_batch * len(times) / answers.seconds,
        unit="events/s",
        target=0.99 * sizes.http_batch_rate,
        note=f"each batch: p50 {percentile(times, 0.5):.1f}, "
        f"p99 {percentile(times, 0.99):.1f}, max {max(times):.1f} ms",
    )
