"""A full disk and a locked database: what was accepted stays, and it goes on by itself."""

from __future__ import annotations

import resource
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from chaos_history import event_ids, visitor
from chaos_mail import MailServer
from chaos_people import (
    MORNING,
    People,
    everybody_leaves,
    let_an_hour_pass,
    statuses,
    waiting,
)
from chaos_world import Server, copy_home, mails, replays, rows, until

from rapport.adapters.sqlite.database import BUSY_SECONDS
from rapport.core.time import MINUTE
from rapport.testing.shop import ShopRequest
from small_disk import fill, free, small_disk

Serve = Callable[..., Server]


def ask(server: Server, request: ShopRequest) -> httpx.Response:
    return server.try_once(
        request.method, request.path, headers=request.headers, content=request.body
    )


def test_a_full_disk_turns_requests_away_keeps_what_was_accepted_and_goes_on_when_there_is_room(
    published: Path, tmp_path: Path, serve: Serve
) -> None:
    with small_disk(tmp_path / "disk", 24) as disk:
        server = serve(copy_home(published, disk / "home"))
        server.start()
        server.turn(MORNING)
        fill(disk, leave=100_000)
        accepted: list[str] = []
        refused: list[ShopRequest] = []
        for number in range(2_000):
            request = visitor(f"full-{number}", MORNING)
            answer = ask(server, request)
            if answer.status_code == 200:
                accepted += event_ids(request, MORNING)
                continue
            assert answer.status_code == 503
            assert answer.headers["content-type"] == "application/problem+json"
            assert int(answer.headers["retry-after"]) > 0
            assert "Nothing of this request was kept" in answer.json()["detail"]
            refused.append(request)
            if len(refused) == 20:
                break
        assert len(refused) == 20
        assert server.ask("GET", "/healthz").status_code == 200
        for _ in range(3):
            told = server.try_once("GET", "/readyz")
            assert told.status_code == 503
            assert "space" in told.json()["detail"]
        logged = {event for (event,) in rows(server.home, "SELECT id FROM events")}
        assert logged == set(accepted)
        free(disk)
        assert server.try_once("GET", "/readyz").status_code == 200
        for request in refused:
            assert ask(server, request).status_code == 200
        assert server.starts == 1
        server.wait_until_quiet()
        logged = {event for (event,) in rows(server.home, "SELECT id FROM events")}
        assert logged == set(accepted) | {i for r in refused for i in event_ids(r, MORNING)}
        assert rows(server.home, "PRAGMA integrity_check") == [("ok",)]
        assert replays(server.home)
        server.close()


@contextmanager
def no_growth(server: Server) -> Iterator[None]:
    """The server's files may not grow. Skips where no such limit can be set."""
    if not hasattr(resource, "prlimit"):
        pytest.skip("here no limit can be set on another process; it takes Linux")
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    now = (server.home / "rapport.db-wal").stat().st_size
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (now, most))
    try:
        yield
    finally:
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (most, most))


def test_a_file_that_may_not_grow_turns_requests_away_until_it_may(
    published: Path, tmp_path: Path, serve: Serve
) -> None:
    """As a full disk, for those who may mount none."""
    server = serve(copy_home(published, tmp_path / "home"))
    server.start()
    server.turn(MORNING)
    assert ask(server, visitor("first", MORNING)).status_code == 200
    with no_growth(server):
        answer = ask(server, visitor("second", MORNING))
        assert answer.status_code == 503
        assert int(answer.headers["retry-after"]) > 0
        assert server.try_once("GET", "/readyz").status_code == 503
    assert server.try_once("GET", "/readyz").status_code == 200
    assert ask(server, visitor("second", MORNING)).status_code == 200
    assert server.starts == 1
    assert rows(server.home, "SELECT count(*) FROM events") == [(2,)]
    assert rows(server.home, "PRAGMA integrity_check") == [("ok",)]


def test_a_log_that_cannot_be_written_changes_no_answer_and_stops_no_sending(
    published: Path, tmp_path: Path, serve: Serve, people: People
) -> None:
    home = copy_home(published, tmp_path / "home")
    server = serve(home, more={"log_level": "debug"})
    server.start()
    everybody_leaves(server, people)
    server.process.hang_up()
    with no_growth(server):
        now = let_an_hour_pass(server)  # no timer can fire, which is logged
        assert ask(server, visitor("first", now)).status_code == 503
        assert ask(server, visitor("second", now)).status_code == 503
    server.wait_until_quiet()
    assert "sent" in statuses(home).values()
    assert server.starts == 1


def test_what_went_out_while_it_could_not_be_recorded_is_recorded_as_soon_as_it_can(
    published: Path, tmp_path: Path, serve: Serve, mail_server: MailServer, people: People
) -> None:
    server = serve(copy_home(published, tmp_path / "home"), more=mail_server.settings())
    mail_server.holding = True
    server.start()
    everybody_leaves(server, people)
    now = let_an_hour_pass(server)
    assert until(lambda: mail_server.tries >= 4)
    with no_growth(server):
        mail_server.holding = False
        assert until(lambda: len(mail_server.keys) >= 4)
        assert until(lambda: ask(server, visitor("x", now)).status_code == 503)
        gone_out = set(mail_server.keys)
        assert {statuses(server.home)[key] for key in gone_out} == {"sending"}
    server.wait_until_quiet()
    became = statuses(server.home)
    assert set(became.values()) == {"sent"}
    assert dict(mail_server.keys) == dict.fromkeys(became, 1)
    assert server.starts == 1
    assert replays(server.home)


def test_timers_and_messages_wait_for_room_on_the_disk_and_none_is_lost_or_doubled(
    published: Path, tmp_path: Path, serve: Serve, people: People
) -> None:
    calm = serve(copy_home(published, tmp_path / "calm"))
    calm.start()
    everybody_leaves(calm, people)
    let_an_hour_pass(calm)
    calm.wait_until_quiet()
    with small_disk(tmp_path / "disk", 24) as disk:
        server = serve(copy_home(published, disk / "home"))
        server.start()
        everybody_leaves(server, people)
        fill(disk)
        now = let_an_hour_pass(server)
        assert until(lambda: ask(server, visitor("x", now)).status_code == 503)
        free(disk)
        server.wait_until_quiet()
        assert sorted(mails(server.home)) == sorted(mails(calm.home))
        assert statuses(server.home) == statuses(calm.home)
        assert replays(server.home)
        server.close()


def test_a_mail_folder_that_is_full_is_tried_again_and_shown(
    published: Path, tmp_path: Path, serve: Serve, people: People
) -> None:
    home = copy_home(published, tmp_path / "home")
    (home / "outgoing").mkdir()
    (tmp_path / "x").mkdir()
    with small_disk(tmp_path / "disk", 1) as disk:
        (home / "outgoing").rmdir()
        (home / "outgoing").symlink_to(disk)
        server = serve(home)
        server.start()
        everybody_leaves(server, people)
        fill(disk)
        now = let_an_hour_pass(server)
        server.wait_until_quiet()
        first = waiting(home)
        assert first
        assert {(status, tries, again) for _, status, tries, again, _ in first} == {
            ("waiting", 1, now + MINUTE)
        }
        assert all("No space left on device" in error for *_, error in first)
        free(disk)
        server.turn(now + MINUTE)
        server.wait_until_quiet()
        assert statuses(home) == {key: "sent" for key, *_ in first}
        assert sorted(mails(home)) == sorted(f"{key}.eml" for key, *_ in first)
        server.close()


@contextmanager
def locked(home: Path) -> Iterator[None]:
    """Somebody else is writing, and takes their time."""
    other = sqlite3.connect(home / "rapport.db", isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")
    finally:
        other.close()


def test_a_locked_database_turns_requests_away_in_time_and_blocks_nothing_else(
    published: Path, tmp_path: Path, serve: Serve, people: People
) -> None:
    server = serve(copy_home(published, tmp_path / "home"))
    server.start()
    server.turn(MORNING)
    answers: list[httpx.Response] = []
    with locked(server.home):
        asking = [
            threading.Thread(target=lambda n=n: answers.append(tell(server, people, n)))
            for n in range(3)
        ]
        for thread in asking:
            thread.start()
        healthy = 0
        while any(thread.is_alive() for thread in asking):
            assert (
                httpx.get(f"http://127.0.0.1:{server.port}/healthz", timeout=2).status_code == 200
            )
            healthy += 1
            time.sleep(0.02)
        assert healthy > 10
        assert rows(server.home, "SELECT * FROM events") == []
    for answer in answers:
        assert answer.status_code == 503
        assert answer.headers["content-type"] == "application/problem+json"
        assert int(answer.headers["retry-after"]) > 0
        assert answer.elapsed.total_seconds() < BUSY_SECONDS + 5
    assert tell(server, people, 0).status_code == 200
    server.wait_until_quiet()
    assert server.starts == 1
    assert rows(server.home, "SELECT type FROM events WHERE type = 'checkout_started'")


def tell(server: Server, people: People, who: int) -> httpx.Response:
    request = people.leaves(who, MORNING)
    return httpx.post(
        f"http://127.0.0.1:{server.port}{request.path}",
        headers=request.headers, content=request.body, timeout=60,
    )  # fmt: skip
