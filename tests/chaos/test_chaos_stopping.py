"""Being asked to stop, and being started twice."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
from chaos_mail import MailServer
from chaos_people import MORNING, People, everybody_leaves, let_an_hour_pass, statuses, tell_once
from chaos_processes import DEADLINE_SECONDS
from chaos_world import Server, copy_home, environment, free_port, rows, until

Serve = Callable[..., Server]


def test_sigterm_lets_messages_under_way_finish_and_ends_with_zero(
    published: Path, tmp_path: Path, serve: Serve, mail_server: MailServer, people: People
) -> None:
    server = serve(copy_home(published, tmp_path / "home"), more=mail_server.settings())
    mail_server.delay = 1.0
    server.start()
    everybody_leaves(server, people)
    let_an_hour_pass(server)
    assert until(lambda: mail_server.tries >= 4)
    server.process.terminate()
    assert server.bury() == 0
    assert not server.complaints
    became = statuses(server.home)
    assert set(became.values()) == {"sent"}
    assert set(mail_server.keys) == set(became)
    # What was not begun yet waits for the next start.
    assert rows(server.home, "SELECT DISTINCT status FROM outbox") == [("waiting",)]


def test_requests_under_way_at_sigterm_are_answered_and_kept(
    published: Path, tmp_path: Path, serve: Serve, people: People
) -> None:
    server = serve(copy_home(published, tmp_path / "home"))
    server.start()
    server.turn(MORNING, held=True)
    with ThreadPoolExecutor(len(people)) as clients:

        def leave(who: int) -> int:
            try:
                return tell_once(server, people.leaves(who, MORNING))
            except httpx.TransportError:  # it came after the door was shut
                return 0

        answers = clients.map(leave, range(len(people)))
        until(lambda: bool(rows(server.home, "SELECT 1 FROM events")))
        server.process.terminate()
        answered = [who for who, status in enumerate(answers) if status == 200]
    assert server.bury() == 0
    kept = rows(server.home, "SELECT count(*) FROM events WHERE type = 'checkout_started'")
    assert int(str(kept[0][0])) >= len(answered) > 0


def test_a_second_server_on_the_same_home_says_so_in_one_line(
    published: Path, tmp_path: Path, serve: Serve
) -> None:
    server = serve(copy_home(published, tmp_path / "home"))
    server.start()
    second = serve_command(server.home)
    assert second.returncode == 2
    assert "listens" not in second.stdout
    (line,) = second.stderr.splitlines()
    assert line.startswith("rapport: Another Rapport is already serving")
    server.process.kill()
    server.bury()
    server.start()  # whoever was killed holds no lock


def test_a_server_starts_without_loading_what_only_reports_and_imports_need() -> None:
    code = "import sys, rapport.cli.begin.serve; print({'scipy', 'polars'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "set()"


def serve_command(home: Path) -> subprocess.CompletedProcess[str]:
    """`rapport serve`, where it is expected to end by itself."""
    return subprocess.run(
        [sys.executable, "-m", "rapport", "serve"],
        env=environment(home, free_port()),
        capture_output=True,
        text=True,
        timeout=DEADLINE_SECONDS,
        check=False,
    )
