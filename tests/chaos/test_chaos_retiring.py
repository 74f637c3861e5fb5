"""A brand is retired from another process under load, and processes are killed half way.

What is asserted is the order of events, never how long anything took.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from chaos_mail import MailServer
from chaos_people import People, everybody_leaves, let_an_hour_pass, statuses, waiting
from chaos_world import BRAND, Server, copy_home, mails, replays, rows, until
from test_chaos_stops import DIES, SENDING_THREADS, last_deed, rapport

Serve = Callable[..., Server]


def press(home: Path, did: str) -> str:
    words = ("brands", did, BRAND, "--because", "the shop has closed", "--by", "Nell")
    done = rapport(home, *words)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_only_what_was_in_conversation_arrives_after_the_brand_was_retired(
    published: Path, tmp_path: Path, serve: Serve, mail_server: MailServer, people: People
) -> None:
    server = serve(copy_home(published, tmp_path / "home"), more=mail_server.settings())
    mail_server.holding = True
    server.start()
    everybody_leaves(server, people)
    let_an_hour_pass(server)
    assert until(lambda: mail_server.tries == SENDING_THREADS)
    told = press(server.home, "retire")
    assert f"{SENDING_THREADS} messages were being sent at that moment" in told
    mail_server.holding = False
    assert until(lambda: not waiting(server.home))
    server.wait_until_quiet()
    became = statuses(server.home)
    sent = {key for key, status in became.items() if status == "sent"}
    assert len(sent) == SENDING_THREADS < len(became)
    assert dict(mail_server.keys) == dict.fromkeys(sent, 1)
    assert {status for key, status in became.items() if key not in sent} == {"stopped"}
    assert replays(server.home)


def test_what_a_killed_server_had_claimed_is_given_up_when_it_starts_again(
    published: Path, tmp_path: Path, serve: Serve, people: People
) -> None:
    home = copy_home(published, tmp_path / "home")
    server = serve(home, dies_at="claimed")
    server.start()
    everybody_leaves(server, people)
    let_an_hour_pass(server)
    assert until(server.process.is_over)
    assert [status for _, status, *_ in waiting(home) if status == "sending"]
    press(home, "retire")
    server.wait_until_quiet()
    assert server.starts == 2
    assert until(lambda: not waiting(home))
    assert mails(home) == {}
    assert set(statuses(home).values()) == {"stopped"}
    assert replays(home)


RETIRES = DIES.replace(
    'getattr(board, did)(brand, Switch("brand"), "Nell", "the words are wrong")',
    'board.retire(brand, "Nell", "the shop has closed", back=did == "back")',
)


def killed(home: Path, where: str, did: str = "retire") -> None:
    command = [sys.executable, "-c", RETIRES, where, str(home), BRAND, did]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL


@pytest.mark.parametrize("where", ["before the entry", "before the commit"])
def test_killed_before_the_commit_nothing_is_retired_and_nothing_on_record(
    published: Path, tmp_path: Path, where: str
) -> None:
    home = copy_home(published, tmp_path / "home")
    killed(home, where)
    assert rows(home, "SELECT number FROM releases") == [(1,)]
    assert rows(home, "SELECT number FROM audit_log") == [(1,)]  # that it was published
    press(home, "retire")
    killed(home, where, "back")
    assert rows(home, "SELECT number FROM releases") == [(1,), (2,)]
    assert last_deed(home)["did"] == "retired"


def test_killed_after_the_commit_it_is_retired_and_the_next_deed_anchors_it(
    published: Path, tmp_path: Path
) -> None:
    home = copy_home(published, tmp_path / "home")
    killed(home, "after the commit")
    assert "by Nell: the shop has closed" in " ".join(
        rapport(home, "brands", "list").stdout.split()
    )
    press(home, "bring-back")
    verified = rapport(home, "audit-log", "verify")
    assert (verified.returncode, "no anchor" in verified.stdout) == (0, False)
