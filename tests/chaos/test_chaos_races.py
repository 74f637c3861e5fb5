"""The same thing told by many at once, people who act while mail goes out, two processes."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import httpx
from chaos_history import event_ids
from chaos_mail import MailServer
from chaos_people import (
    MORNING,
    SECRET,
    People,
    everybody_leaves,
    let_an_hour_pass,
    reasons,
    statuses,
    way_out,
)
from chaos_processes import DEADLINE_SECONDS
from chaos_world import (
    BRAND,
    Server,
    copy_home,
    environment,
    free_port,
    planned,
    replays,
    rows,
    until,
)

from rapport.app.messages.links import ClickRef, Links
from rapport.core.time import HOUR, MINUTE
from rapport.testing.shop import ShopRequest
from rapport.testing.shop.segment_payloads import AGENTS

Serve = Callable[..., Server]


def at_once(server: Server, requests: list[ShopRequest], clients: int) -> Counter[int]:
    """Every client sends every request, all beginning together; the statuses."""
    together = Barrier(clients)

    def client(_: int) -> Counter[int]:
        with httpx.Client(base_url=f"http://127.0.0.1:{server.port}", timeout=60) as http:
            together.wait()
            return Counter(
                http.request(r.method, r.path, headers=r.headers, content=r.body).status_code
                for r in requests
            )

    with ThreadPoolExecutor(clients) as pool:
        return sum(pool.map(client, range(clients)), Counter())


def test_what_fifty_tell_at_once_counts_once(
    published: Path, tmp_path: Path, serve: Serve, people: People
) -> None:
    server = serve(copy_home(published, tmp_path / "home"))
    server.start()
    server.turn(MORNING + HOUR, held=True)
    told = [people.leaves(who, MORNING) for who in range(5)]
    told += [people.buys(who, MORNING + HOUR) for who in range(5)]
    assert at_once(server, told, clients=50) == {200: 500}
    logged = [str(event) for (event,) in rows(server.home, "SELECT id FROM events")]
    ids = {event for request in told for event in event_ids(request, MORNING + HOUR)}
    assert sorted(event for event in logged if not event.endswith("#contact")) == sorted(ids)
    assert rows(server.home, "SELECT count(*) FROM orders") == [(5,)]
    accepted, duplicate = (
        rows(server.home, "SELECT count FROM counts WHERE name = ?", name)[0][0]
        for name in ("accepted", "duplicate")
    )
    assert (accepted, duplicate) == (len(ids), 49 * len(ids))
    assert replays(server.home)


def test_an_order_that_comes_under_many_ids_at_once_counts_once(
    published: Path, tmp_path: Path, serve: Serve, people: People
) -> None:
    server = serve(copy_home(published, tmp_path / "home"))
    server.start()
    server.turn(MORNING + HOUR, held=True)
    told = [people.buys(0, MORNING, webhook=number) for number in range(20)]
    assert at_once(server, told, clients=2) == {200: 40}
    assert rows(server.home, "SELECT count(*), sum(placed) FROM orders") == [(1, 1)]
    assert rows(server.home, "SELECT count FROM counts WHERE name = 'repeated orders'") == [(19,)]
    assert replays(server.home)


def test_clicks_and_goodbyes_while_messages_go_out_are_all_taken_and_nobody_is_written_to_after(
    published: Path, tmp_path: Path, serve: Serve, mail_server: MailServer, people: People
) -> None:
    server = serve(copy_home(published, tmp_path / "home"), more=mail_server.settings())
    mail_server.delay = 0.05
    server.start()
    everybody_leaves(server, people)
    now = let_an_hour_pass(server)
    links = Links("", SECRET)
    said_goodbye: set[str] = set()
    clicked: set[str] = set()
    assert until(lambda: len(statuses(server.home)) > 4)
    while len(said_goodbye) + len(clicked) < 12:
        for key in statuses(server.home).keys() - said_goodbye - clicked:
            if sum(key.encode()) % 2:
                form = {"List-Unsubscribe": "One-Click"}
                assert server.ask("POST", way_out(key), data=form).status_code == 200
                said_goodbye.add(key)
            else:
                path = links.click_url(ClickRef(BRAND, key, "cart"))
                headers = {"User-Agent": AGENTS["phone"]}
                assert server.ask("GET", path, headers=headers).status_code == 302
                clicked.add(key)
    server.wait_until_quiet()
    for hours in range(1, 60):
        server.turn(now + hours * HOUR + MINUTE)
        server.wait_until_quiet()
    assert set(mail_server.keys.values()) == {1}
    became = statuses(server.home)
    assert set(became) == planned(server.home)
    profile = dict(rows(server.home, "SELECT key, profile FROM messages"))
    gone = {profile[key] for key in said_goodbye}
    later = [key for key in became if profile[key] in gone and key not in said_goodbye]
    assert all(became[key] == "stopped" and reasons(server.home)[key] for key in later)
    assert rows(server.home, "SELECT count(*) FROM opt_outs") == [(len(said_goodbye),)]
    assert replays(server.home)


def test_an_import_beside_a_busy_server_loses_nothing_on_either_side(
    published: Path, tmp_path: Path, serve: Serve, people: People
) -> None:
    home = copy_home(published, tmp_path / "home")
    export = tmp_path / "orders.csv"
    people.write_history(export)
    server = serve(home)
    server.start()
    server.turn(MORNING)
    command = [sys.executable, "-m", "rapport", "import", str(export), "--map", "shopify_orders"]
    importing = subprocess.Popen(
        command, env=environment(home, free_port()), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    told: list[ShopRequest] = []
    for who in range(len(people)):
        told.append(people.leaves(who, MORNING))
        options = {"headers": told[-1].headers, "content": told[-1].body}
        assert server.ask("POST", told[-1].path, **options).status_code == 200
        if who == len(people) // 2:
            until(lambda: importing.poll() is not None or bool(rows(home, BACKFILLED)))
    output, complaints = importing.communicate(timeout=DEADLINE_SECONDS)
    assert importing.returncode == 0, complaints
    assert "were new; 0 were there already" in output.decode()
    logged = {event for (event,) in rows(home, "SELECT id FROM events")}
    assert {event for request in told for event in event_ids(request, MORNING)} <= logged
    let_an_hour_pass(server)
    server.wait_until_quiet()
    assert "sent" in statuses(home).values()
    assert server.starts == 1
    assert replays(home)


BACKFILLED = "SELECT 1 FROM events WHERE backfill LIMIT 1"


def test_processes_that_make_the_same_home_at_once_all_find_it_made(tmp_path: Path) -> None:
    code = (
        "import sys; from rapport.adapters.sqlite.store import SqliteStore; "
        "print('ready', flush=True); sys.stdin.readline(); SqliteStore(sys.argv[1]).close()"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "rapport.db")]
    processes = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in processes:
        process.communicate(timeout=DEADLINE_SECONDS)
    assert [process.returncode for process in processes] == [0, 0, 0, 0]
