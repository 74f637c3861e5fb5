"""`kill -9` at random moments: nothing accepted is lost, nothing is sent twice, none is forgotten.

A server that is killed a hundred times must come to the very same end as one that is not.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chaos_history import Run, Turn, history
from chaos_world import (
    Process,
    Server,
    copy_home,
    everything,
    mails,
    make_home,
    replays,
    rows,
)

KILLS = 100
HOURS = 14


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_home(tmp_path_factory.mktemp("chaos") / "home")


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    servers: list[Server] = []

    def make(home: Path, **options: object) -> Server:
        servers.append(Server(home, **options))  # type: ignore[arg-type] handed on
        return servers[-1]

    yield make
    for server in servers:
        server.close()


def plan_kills(turns: list[Turn], sent_at: set[object], kills: int, seed: int) -> None:
    """Half while events are taken in, half while messages go out, at seeded random moments."""
    draw = random.Random(seed)
    busy = [turn for turn in turns if len(turn.requests) > 1]
    sending = [turn for turn in turns if turn.at in sent_at]
    for turn in draw.sample(sending, min(len(sending), kills // 2)):
        turn.kills["sending"] = draw.uniform(0.0, 0.04)
    left = kills - sum(len(turn.kills) for turn in turns)
    for turn in draw.sample(busy, left):
        turn.kills["intake"] = draw.uniform(0.0, 0.002 * len(turn.requests))


def sometimes_killed_while_starting(run: Run, seed: int) -> Callable[[Process], None]:
    """Kills one start in eight before it has opened: while it recovers."""
    draw = random.Random(seed)

    def before_open(process: Process) -> None:
        if draw.random() < 0.125:
            threading.Timer(draw.uniform(0.0, 0.15), process.kill).start()
            run.hits["while starting"] += 1

    return before_open


@pytest.mark.slow
def test_a_server_killed_a_hundred_times_comes_to_the_same_end_as_one_that_is_not(
    home: Path, tmp_path: Path, serve: Callable[..., Server]
) -> None:
    turns = history(home, HOURS)
    calm = Run(serve(copy_home(home, tmp_path / "calm")))
    calm.through(turns)
    calm_home = calm.server.home
    sent_at = {at for (at,) in rows(calm_home, "SELECT at FROM messages WHERE status = 'sent'")}

    plan_kills(turns, sent_at, KILLS, seed=11)
    killed = Run(serve(copy_home(home, tmp_path / "killed")))
    killed.server.before_open = sometimes_killed_while_starting(killed, seed=12)
    killed.through(turns)
    killed_home = killed.server.home
    print(f"{len(mails(calm_home))} e-mails; the kills: {dict(killed.hits)}")

    assert killed.hits["kills"] == KILLS
    assert killed.server.starts > KILLS
    assert not killed.server.complaints
    logged = {event for (event,) in rows(killed_home, "SELECT id FROM events")}
    assert killed.accepted - logged == set()
    assert killed.accepted == calm.accepted
    assert everything(killed_home) == everything(calm_home)
    assert mails(killed_home) == mails(calm_home)
    sent = rows(killed_home, "SELECT key FROM messages WHERE status = 'sent'")
    assert len(mails(killed_home)) == len(sent) > 50
    assert rows(killed_home, "SELECT * FROM outbox") == []
    assert replays(killed_home)
