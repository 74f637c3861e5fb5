"""`kill -9` at random moments: nothing accepted is lost, nothing is sent twice, none is forgotten.

A server that is killed a hundred times must come to the very same end as one that is not.
"""

from __future__ import annotations

import logging
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from chaos_history import Run, Turn, history
from chaos_mail import MailServer
from chaos_people import People, everybody_leaves, let_an_hour_pass, reasons, statuses
from chaos_processes import Process
from chaos_world import (
    Server,
    copy_home,
    everything,
    mails,
    planned,
    replays,
    rows,
)
from killable_server import WORST_MOMENTS

from rapport.bootstrap.installation import SENDING_THREADS

Serve = Callable[..., Server]
log = logging.getLogger("chaos")

KILLS = 100
HOURS = 14


def plan_kills(turns: list[Turn], sent_at: set[object], kills: int, seed: int) -> None:
    """Half while events are taken in, half while messages go out, at seeded random moments."""
    draw = np.random.default_rng(seed)
    busy = [turn for turn in turns if len(turn.requests) > 1]
    sending = [turn for turn in turns if turn.at in sent_at]
    for place in draw.permutation(len(sending))[: kills // 2]:
        sending[place].kills["sending"] = draw.uniform(0.0, 0.04)
    left = kills - sum(len(turn.kills) for turn in turns)
    for place in draw.permutation(len(busy))[:left]:
        busy[place].kills["intake"] = draw.uniform(0.0, 0.002 * len(busy[place].requests))


def sometimes_killed_while_starting(run: Run, seed: int) -> Callable[[Process], None]:
    """Kills one start in eight before it has opened: while it recovers."""
    draw = np.random.default_rng(seed)

    def before_open(process: Process) -> None:
        if draw.random() < 0.125:
            threading.Timer(draw.uniform(0.0, 0.15), process.kill).start()
            run.hits["while starting"] += 1

    return before_open


@pytest.mark.slow
def test_a_server_killed_a_hundred_times_comes_to_the_same_end_as_one_that_is_not(
    published: Path, tmp_path: Path, serve: Serve
) -> None:
    turns = history(published, HOURS)
    calm = Run(serve(copy_home(published, tmp_path / "calm")))
    calm.through(turns)
    calm_home = calm.server.home
    sent_at = {at for (at,) in rows(calm_home, "SELECT at FROM messages WHERE status = 'sent'")}

    plan_kills(turns, sent_at, KILLS, seed=11)
    killed = Run(serve(copy_home(published, tmp_path / "killed")))
    killed.server.before_open = sometimes_killed_while_starting(killed, seed=12)
    killed.through(turns)
    killed_home = killed.server.home
    log.info("%d e-mails; the kills: %s", len(mails(calm_home)), dict(killed.hits))

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


@pytest.mark.slow
def test_over_smtp_no_kill_makes_a_message_go_out_twice_or_vanish_without_a_word(
    published: Path, tmp_path: Path, serve: Serve, mail_server: MailServer
) -> None:
    turns = history(published, HOURS, tail_days=0)
    calm = Run(serve(copy_home(published, tmp_path / "calm")))
    calm.through(turns)
    sent_at = {at for (at,) in rows(calm.server.home, "SELECT at FROM messages")}

    plan_kills(turns, sent_at, 50, seed=21)
    for turn in turns:
        turn.kills.pop("intake", None)
    mail_server.delay = 0.01
    killed = Run(serve(copy_home(published, tmp_path / "killed"), more=mail_server.settings()))
    killed.through(turns)
    home = killed.server.home
    became = statuses(home)
    counted = Counter(became.values())
    log.info("messages: %s; the kills: %s", dict(counted), dict(killed.hits))

    assert killed.hits["kills"] >= 20
    assert not killed.server.complaints
    assert set(mail_server.taken.values()) == {1}
    assert rows(home, "SELECT * FROM outbox") == []
    assert planned(home) == set(became)
    assert set(counted) <= {"sent", "stopped", "unclear"}
    sent = {key for key, status in became.items() if status == "sent"}
    unclear = {key for key, status in became.items() if status == "unclear"}
    assert sent <= set(mail_server.keys) <= sent | unclear
    assert all(reasons(home)[key] for key in set(became) - sent)
    # No more is in doubt than was under way at once when it was killed.
    assert len(unclear) <= SENDING_THREADS * killed.hits["kills"]
    assert replays(home)


@pytest.mark.parametrize("moment", WORST_MOMENTS)
def test_a_kill_at_the_worst_moment_changes_nothing(
    published: Path, tmp_path: Path, serve: Serve, people: People, moment: str
) -> None:
    ends = []
    for name, dies_after in (("calm", 0), ("killed", 12)):
        server = serve(copy_home(published, tmp_path / name))
        server.start()
        everybody_leaves(server, people)
        if dies_after:
            server.process.kill()
            server.bury()
            server.dies_at, server.dies_after = moment, dies_after
            server.start()
        let_an_hour_pass(server)
        server.wait_until_quiet()
        ends.append((everything(server.home), mails(server.home)))
        assert server.starts == (3 if dies_after else 1)
        assert replays(server.home)
    assert ends[0] == ends[1]
    assert len(ends[0][1]) > 10


@pytest.mark.parametrize(("moment", "went_out"), [("claimed", 0), ("sent", 1)])
def test_over_smtp_what_was_on_its_way_at_a_kill_is_shown_as_unclear_and_never_sent_again(
    published: Path,
    tmp_path: Path,
    serve: Serve,
    mail_server: MailServer,
    people: People,
    moment: str,
    went_out: int,
) -> None:
    home = copy_home(published, tmp_path / "home")
    server = serve(home, more=mail_server.settings(), dies_at=moment, dies_after=1)
    server.start()
    everybody_leaves(server, people)
    let_an_hour_pass(server)
    server.wait_until_quiet()
    became = statuses(home)
    unclear = {key for key, status in became.items() if status == "unclear"}
    sent = {key for key, status in became.items() if status == "sent"}
    assert server.starts == 2
    assert 1 <= len(unclear) <= SENDING_THREADS
    assert all("it may have gone out" in reasons(home)[key] for key in unclear)
    assert set(mail_server.keys.values()) == {1}
    assert sent <= set(mail_server.keys) <= sent | unclear
    assert len(set(mail_server.keys) & unclear) >= went_out
    assert set(became) == planned(home) == sent | unclear
    assert replays(home)
