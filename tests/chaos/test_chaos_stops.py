"""A running server is stopped from another process, under load, and processes are killed half way.

What is asserted is the order of events, never how long anything took.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from chaos_mail import MailServer
from chaos_people import People, everybody_leaves, let_an_hour_pass, statuses, waiting
from chaos_processes import DEADLINE_SECONDS
from chaos_world import (
    BRAND,
    Server,
    copy_home,
    environment,
    free_port,
    mails,
    replays,
    rows,
    until,
)

Serve = Callable[..., Server]
SENDING_THREADS = 4


def rapport(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The command line, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "rapport", *words],
        env={**os.environ, **environment(home, free_port())},
        capture_output=True, text=True, timeout=DEADLINE_SECONDS, check=False,
    )  # fmt: skip


def press(home: Path, did: str, *what: str) -> str:
    done = rapport(home, did, *what, "--because", "the words are wrong", "--by", "Nell")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def last_deed(home: Path) -> dict[str, object]:
    ((body,),) = rows(home, "SELECT body FROM audit_log ORDER BY number DESC LIMIT 1")
    assert isinstance(body, bytes)
    deed: dict[str, object] = json.loads(body)
    return deed


def test_only_what_was_in_conversation_arrives_after_the_switch_was_pressed(
    published: Path, tmp_path: Path, serve: Serve, mail_server: MailServer, people: People
) -> None:
    server = serve(copy_home(published, tmp_path / "home"), more=mail_server.settings())
    mail_server.holding = True
    server.start()
    everybody_leaves(server, people)
    let_an_hour_pass(server)
    assert until(lambda: mail_server.tries == SENDING_THREADS)
    told = press(server.home, "stop", "everything")
    assert f"{SENDING_THREADS} messages were being sent at that moment" in told
    mail_server.holding = False
    server.wait_until_quiet()
    assert mail_server.tries == SENDING_THREADS
    assert sum(mail_server.keys.values()) == SENDING_THREADS
    left = waiting(server.home)
    assert left
    assert {(status, tries) for _, status, tries, *_ in left} == {("waiting", 0)}
    press(server.home, "resume", "everything")
    assert until(lambda: not waiting(server.home))
    became = statuses(server.home)
    assert dict(mail_server.keys) == dict.fromkeys(became, 1)
    assert set(became.values()) == {"sent"}
    assert replays(server.home)


@pytest.mark.parametrize("what", [("everything",), ("flow", "checkout")])
def test_a_stop_in_full_flow_holds_back_all_that_waited_when_it_was_committed(
    published: Path,
    tmp_path: Path,
    serve: Serve,
    mail_server: MailServer,
    people: People,
    what: tuple[str, ...],
) -> None:
    server = serve(copy_home(published, tmp_path / "home"), more=mail_server.settings())
    mail_server.delay = 0.05
    server.start()
    everybody_leaves(server, people)
    let_an_hour_pass(server)
    assert until(lambda: mail_server.tries >= SENDING_THREADS)
    press(server.home, "stop", *what)
    saw = last_deed(server.home)["saw"]
    assert isinstance(saw, dict)
    held, being_sent = int(saw["messages waiting"]), int(saw["being sent"])
    server.wait_until_quiet()
    left = {key for key, *_ in waiting(server.home)}
    assert held <= len(left) <= held + being_sent
    assert not left & set(mail_server.keys)
    server.wait_until_quiet()
    assert {key for key, *_ in waiting(server.home)} == left
    press(server.home, "resume", *what)
    assert until(lambda: not waiting(server.home))
    assert set(mail_server.keys.values()) == {1}


def test_what_a_killed_server_had_claimed_stays_stopped_when_it_starts_again(
    published: Path, tmp_path: Path, serve: Serve, people: People
) -> None:
    """The process dies between the claim and the hand-over; the switch is pressed meanwhile."""
    home = copy_home(published, tmp_path / "home")
    server = serve(home, dies_at="claimed")
    server.start()
    everybody_leaves(server, people)
    let_an_hour_pass(server)
    assert until(server.process.is_over)
    assert [status for _, status, *_ in waiting(home) if status == "sending"]
    press(home, "stop", "brand")
    server.wait_until_quiet()
    assert server.starts == 2
    assert mails(home) == {}
    assert {status for _, status, *_ in waiting(home)} == {"waiting"}
    press(home, "resume", "brand")
    assert until(lambda: not waiting(home))
    assert len(mails(home)) == len(statuses(home)) > 0
    assert replays(home)


DIES = """
import os, signal, sys
from pathlib import Path
from rapport.adapters.anchor_files import AnchorFiles
from rapport.adapters.sqlite.transaction import SqliteTransaction
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.desks.stopping import open_switchboard
from rapport.core.oversight.stopping import Switch
from rapport.settings import Settings

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

def after(real):
    def do_and_die(*args):
        real(*args)
        die()
    return do_and_die

where, home, brand, did = sys.argv[1:]
if where == "before the entry":
    SqliteTransaction.audit_append = die
elif where == "before the commit":
    SqliteTransaction.audit_append = after(SqliteTransaction.audit_append)
else:
    AnchorFiles.add = die
with open_switchboard(Settings(home=Path(home)), WallClock()) as (board, _):
    getattr(board, did)(brand, Switch("brand"), "Nell", "the words are wrong")
"""


def killed(home: Path, where: str, did: str = "stop") -> None:
    command = [sys.executable, "-c", DIES, where, str(home), BRAND, did]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL


@pytest.mark.parametrize("where", ["before the entry", "before the commit"])
def test_killed_before_the_commit_nothing_is_stopped_and_nothing_on_record(
    published: Path, tmp_path: Path, where: str
) -> None:
    home = copy_home(published, tmp_path / "home")
    killed(home, where)
    assert rows(home, "SELECT * FROM stops") == []
    assert rows(home, "SELECT number FROM audit_log") == [(1,)]  # that it was published
    press(home, "stop", "brand")
    killed(home, where, "resume")
    assert rows(home, "SELECT kind FROM stops WHERE until IS NULL") == [("brand",)]
    assert last_deed(home)["did"] == "stopped"


def test_killed_after_the_commit_it_is_stopped_and_the_next_deed_anchors_it(
    published: Path, tmp_path: Path
) -> None:
    home = copy_home(published, tmp_path / "home")
    killed(home, "after the commit")
    assert "All of Alder & Clay" in rapport(home, "stops").stdout
    assert "1 of them has no anchor" in rapport(home, "audit-log", "verify").stdout
    press(home, "resume", "brand")
    verified = rapport(home, "audit-log", "verify")
    assert verified.returncode == 0
    assert "no anchor" not in verified.stdout
