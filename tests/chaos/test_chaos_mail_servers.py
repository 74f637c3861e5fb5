"""Mail servers that are dead, slow or full, and people who change their minds meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from chaos_mail import MailServer
from chaos_people import (
    People,
    everybody_leaves,
    let_an_hour_pass,
    reasons,
    statuses,
    tell,
    waiting,
    way_out,
)
from chaos_world import Server, copy_home, replays, rows, until

from rapport.app.sending.dispatch import RETRY_AFTER
from rapport.app.sending.pause import PAUSES
from rapport.core.time import HOUR, MINUTE

Serve = Callable[..., Server]


def test_a_full_mail_server_is_tried_a_bounded_number_of_times_and_then_shown(
    published: Path, tmp_path: Path, serve: Serve, mail_server: MailServer, people: People
) -> None:
    server = serve(copy_home(published, tmp_path / "home"), more=mail_server.settings())
    mail_server.answer = "452 out of room"
    server.start()
    everybody_leaves(server, people)
    now = let_an_hour_pass(server)
    server.wait_until_quiet()
    first = waiting(server.home)
    assert first
    for tries, gap in enumerate(RETRY_AFTER, start=1):
        found = [row for row in waiting(server.home) if row in first or row[2] == tries]
        tried = {key: (status, again, error) for key, status, n, again, error in found if n}
        keys = [key for key, *_ in first]
        assert all(tried[key][0] == "waiting" for key in keys)
        assert {tried[key][1] for key in keys} == {now + gap}
        assert all("is tried again by itself" in tried[key][2] for key in keys)
        server.turn(now + gap - 1)
        server.wait_until_quiet()
        assert {n for key, _, n, *_ in waiting(server.home) if key in keys} == {tries}
        now += gap
        server.turn(now)
        server.wait_until_quiet()
    given_up = {key: reasons(server.home)[key] for key in keys}
    assert {statuses(server.home)[key] for key in keys} == {"stopped"}
    assert all(reason.startswith("failed: The mail server") for reason in given_up.values())
    assert not {key for key, *_ in waiting(server.home)} & set(keys)
    stopped = rows(server.home, "SELECT count(*) FROM events WHERE type = 'message_stopped'")
    assert stopped[0][0] == len(keys)
    assert replays(server.home)


def test_what_a_dead_mail_server_does_not_take_waits_while_it_is_of_use_and_is_then_shown(
    published: Path, tmp_path: Path, serve: Serve, mail_server: MailServer, people: People
) -> None:
    server = serve(copy_home(published, tmp_path / "home"), more=mail_server.settings())
    mail_server.stop()
    server.start()
    everybody_leaves(server, people)
    now = let_an_hour_pass(server)
    server.wait_until_quiet()
    keys = {key for key, *_ in waiting(server.home)}
    assert keys
    for pause in (*PAUSES, HOUR, HOUR):
        now += pause
        server.turn(now)
        server.wait_until_quiet()
        found = {key: (status, tries, error) for key, status, tries, _, error in
                 waiting(server.home) if key in keys}  # fmt: skip
        assert found.keys() == keys
        assert {(status, tries) for status, tries, _ in found.values()} == {("waiting", 0)}
        assert any("Messages wait for it" in error for *_, error in found.values())
    server.turn(now + 6 * HOUR)
    server.wait_until_quiet()
    assert {statuses(server.home)[key] for key in keys} == {"stopped"}
    why = {reasons(server.home)[key] for key in keys}
    assert all(one.startswith("refused: too late to matter: The mail server") for one in why)
    assert replays(server.home)


def test_when_the_mail_server_comes_back_each_message_goes_out_once(
    published: Path, tmp_path: Path, serve: Serve, mail_server: MailServer, people: People
) -> None:
    server = serve(copy_home(published, tmp_path / "home"), more=mail_server.settings())
    mail_server.answer = "451 come back later"
    server.start()
    everybody_leaves(server, people)
    now = let_an_hour_pass(server)
    server.wait_until_quiet()
    planned = {key for key, *_ in waiting(server.home)}
    assert planned
    assert mail_server.tries == len(planned)
    mail_server.answer = "250 OK"
    server.turn(now + MINUTE)
    server.wait_until_quiet()
    assert dict(mail_server.keys) == dict.fromkeys(planned, 1)
    assert {statuses(server.home)[key] for key in planned} == {"sent"}


def test_a_slow_mail_server_holds_up_neither_requests_nor_timers(
    published: Path, tmp_path: Path, serve: Serve, mail_server: MailServer, people: People
) -> None:
    server = serve(copy_home(published, tmp_path / "home"), more=mail_server.settings(30.0))
    mail_server.holding = True
    server.start()
    everybody_leaves(server, people)
    now = let_an_hour_pass(server)
    assert until(lambda: mail_server.tries >= 4)
    assert server.ask("GET", "/healthz").status_code == 200
    # While nobody's mail gets through, everybody else's timers fire: the evening's messages.
    planned = len(waiting(server.home))
    server.turn(now + 8 * HOUR)
    assert until(lambda: len(waiting(server.home)) > planned)
    assert mail_server.tries <= 4
    mail_server.holding = False
    server.wait_until_quiet()
    assert set(mail_server.keys.values()) == {1}


def test_one_slow_recipient_holds_up_nobody_else(
    published: Path, tmp_path: Path, serve: Serve, mail_server: MailServer, people: People
) -> None:
    server = serve(copy_home(published, tmp_path / "home"), more=mail_server.settings(30.0))
    calm = serve(copy_home(published, tmp_path / "calm"))
    for each in (calm, server):
        each.start()
        everybody_leaves(each, people)
    let_an_hour_pass(calm)
    calm.wait_until_quiet()
    planned = sorted(statuses(calm.home))
    mails = {path.stem: path.read_text() for path in calm.home.glob("outgoing/*/*.eml")}
    slow = next(n for n in range(len(people)) if f"To: {people.email(n)}" in mails[planned[0]])
    mail_server.slow = {people.email(slow)}
    mail_server.slow_seconds = 20.0
    let_an_hour_pass(server)
    assert until(lambda: len(mail_server.keys) == len(planned) - 1)
    assert until(lambda: list(statuses(server.home).values()).count("sent") == len(planned) - 1)
    assert statuses(server.home)[planned[0]] == "sending"


def test_an_order_after_the_timer_and_before_the_send_stops_the_message(
    published: Path, tmp_path: Path, serve: Serve, mail_server: MailServer, people: People
) -> None:
    server = serve(copy_home(published, tmp_path / "home"), more=mail_server.settings())
    mail_server.answer = "451 come back later"
    server.start()
    everybody_leaves(server, people)
    now = let_an_hour_pass(server)
    server.wait_until_quiet()
    planned = {key for key, *_ in waiting(server.home)}
    server.turn(now + MINUTE // 2, held=True)
    for who in range(len(people)):
        # Told late: it happened before the timer fired.
        assert tell(server, people.buys(who, now - 20 * MINUTE)) == 200
    mail_server.answer = "250 OK"
    server.turn(now + HOUR)
    server.wait_until_quiet()
    assert not mail_server.keys
    why = {reasons(server.home)[key] for key in planned}
    assert why == {"refused: the basket was bought"}
    assert replays(server.home)


def test_an_order_that_is_told_after_the_message_was_sent_counts(
    published: Path, tmp_path: Path, serve: Serve, people: People
) -> None:
    server = serve(copy_home(published, tmp_path / "home"))
    server.start()
    everybody_leaves(server, people)
    now = let_an_hour_pass(server)
    server.wait_until_quiet()
    sent = [key for key, status in statuses(server.home).items() if status == "sent"]
    assert sent
    server.turn(now + HOUR, held=True)
    for who in range(len(people)):
        assert tell(server, people.buys(who, now + MINUTE)) == 200
    server.turn(now + HOUR)
    server.wait_until_quiet()
    assert rows(server.home, "SELECT count(*), sum(revenue) > 0 FROM orders") == [(len(people), 1)]
    # No second message: whoever bought has left the flow.
    assert sorted(statuses(server.home)) == sorted(sent)
    assert replays(server.home)


def test_who_unsubscribes_between_planning_and_sending_gets_nothing(
    published: Path, tmp_path: Path, serve: Serve, mail_server: MailServer, people: People
) -> None:
    server = serve(copy_home(published, tmp_path / "home"), more=mail_server.settings())
    mail_server.answer = "451 come back later"
    server.start()
    everybody_leaves(server, people)
    now = let_an_hour_pass(server)
    server.wait_until_quiet()
    planned = sorted(key for key, *_ in waiting(server.home))
    leaving, staying = planned[::2], planned[1::2]
    for key in leaving:
        answer = server.ask("POST", way_out(key), data={"List-Unsubscribe": "One-Click"})
        assert answer.status_code == 200
    mail_server.answer = "250 OK"
    server.turn(now + MINUTE)
    server.wait_until_quiet()
    assert dict(mail_server.keys) == dict.fromkeys(staying, 1)
    assert all(reasons(server.home)[key].startswith("refused: ") for key in leaving)
    assert replays(server.home)
