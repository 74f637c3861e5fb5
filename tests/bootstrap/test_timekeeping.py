"""A server's rounds by a clock that leaps, and what the next start knows of them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import anyio
import httpx
import pytest
from first_morning import BRAND, MORNING
from structlog.testing import capture_logs

from rapport.app.wording.dates import local_time
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.serving.timekeeping import Timekeeper
from rapport.bootstrap.serving.web_edge import web_edge
from rapport.core.events import Contact, Identifier, Incoming
from rapport.core.time import DAY, HOUR, MINUTE, SECOND
from rapport.hosts.rounds import SETTLE
from rapport.settings import Settings
from rapport.testing import examples as ex
from rapport.testing.fakes import FakeClock


@pytest.fixture
def here(tmp_path: Path, clock: FakeClock) -> Iterator[Installation]:
    settings = Settings(home=tmp_path / "home", lateness_seconds=0)
    installation = Installation(settings, clock)
    installation.publish(installation.copy_example(), since=0, triggers=("checkout_started",))
    yield installation
    installation.close()


def leave_a_checkout(here: Installation, many: int = 20) -> None:
    now = here.clock.now()
    mug = here.blueprint(BRAND).products_at(now)["tall-mug-charcoal"]
    told = []
    for n in range(many):
        who, address = (Identifier("email", f"p{n}@x.test"),), Contact(email=f"p{n}@x.test")
        basket = ex.checkout(f"basket{n}", now, f"c{n}", (ex.line(mug),))
        told += [Incoming(one, who, address) for one in (*ex.subscribed(now, str(n)), basket)]
    here.host.take_in(BRAND, told)


def mails(here: Installation) -> int:
    return len(list(here.mail_folder.rglob("*.eml")))


def go_on(time: Timekeeper, clock: FakeClock, spans: int, every: int = MINUTE) -> None:
    for _ in range(spans // every):
        clock.at += every
        time.tick(BRAND)


def test_a_machine_that_slept_sends_nothing_until_held_back_orders_are_in(
    here: Installation, clock: FakeClock
) -> None:
    time = Timekeeper(here)
    time.begin()
    leave_a_checkout(here)
    go_on(time, clock, MINUTE)
    assert mails(here) == 0
    with capture_logs() as log:
        clock.at += 2 * HOUR
        go_on(time, clock, SETTLE - MINUTE)
        assert mails(here) == 0
        assert [line["event"] for line in log] == ["timers and messages wait"]
        assert "went ahead by 2 hours" in log[0]["because"]
        go_on(time, clock, 2 * MINUTE)
        assert log[-1]["event"] != "timers and messages wait"
    assert mails(here) > 0


def test_a_clock_that_is_days_ahead_for_seconds_ends_no_flow(
    here: Installation, clock: FakeClock
) -> None:
    time = Timekeeper(here)
    time.begin()
    leave_a_checkout(here)
    go_on(time, clock, MINUTE)
    clock.at += 5 * DAY
    go_on(time, clock, 4 * SECOND, SECOND)
    clock.at -= 5 * DAY
    go_on(time, clock, 2 * HOUR)
    assert mails(here) > 0
    with closing(sqlite3.connect(here.database)) as db:
        assert set(db.execute("SELECT DISTINCT status FROM messages")) == {("sent",)}
    with here.store.transaction() as transaction:
        assert transaction.last_round() == 0, "nobody noted one yet"
    time.note()
    with here.store.transaction() as transaction:
        assert transaction.last_round() == clock.at


def test_a_round_in_doubt_is_not_noted(here: Installation, clock: FakeClock) -> None:
    time = Timekeeper(here)
    time.begin()
    time.tick(BRAND)
    time.note()
    clock.at += 5 * DAY
    time.tick(BRAND)
    time.note()
    with here.store.transaction() as transaction:
        assert transaction.last_round() == MORNING


def test_a_restart_after_seconds_waits_for_nothing_whenever_the_last_event_came(
    here: Installation, clock: FakeClock
) -> None:
    leave_a_checkout(here)
    before = Timekeeper(here)
    before.begin()
    go_on(before, clock, 3 * HOUR)
    before.note()
    here.rounds.__init__()  # type: ignore[misc] another process
    with capture_logs() as log:
        after = Timekeeper(here)
        clock.at += 2 * SECOND
        after.begin()
        after.tick(BRAND)
    assert not here.rounds.waiting
    assert not [line for line in log if "wait" in line["event"]]


@pytest.mark.parametrize(
    ("away", "told"),
    [(10 * MINUTE, "nobody was at work for 10 minutes"), (-2 * DAY, "the clock says 2 days less")],
)
def test_a_restart_says_why_and_until_when_it_waits(
    here: Installation, clock: FakeClock, away: int, told: str
) -> None:
    with here.store.transaction() as transaction:
        transaction.note_round(clock.at - away)
    with capture_logs() as log:
        Timekeeper(here).begin()
    assert here.rounds.waiting
    assert told in log[0]["because"]
    assert log[0]["until"].endswith("+00:00")


def shown(here: Installation) -> tuple[str, dict[str, object]]:
    """The banner of the overview, and what `/readyz` says."""

    async def ask() -> tuple[str, dict[str, object]]:
        transport = httpx.ASGITransport(web_edge(here))
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            html = (await client.get("/console")).text
            found = re.search(r'<div class="waits".*?</div>', html, re.DOTALL)
            text = re.sub(r"<[^>]+>", "", found[0]) if found else ""
            return " ".join(text.split()), (await client.get("/readyz")).json()

    return anyio.run(ask)


def test_the_console_and_programs_are_told_while_it_waits(
    here: Installation, clock: FakeClock
) -> None:
    time = Timekeeper(here)
    time.begin()
    go_on(time, clock, MINUTE)
    assert shown(here) == ("", {"status": "ready"})
    clock.at += 4 * HOUR
    leapt = clock.at
    time.tick(BRAND)
    go_on(time, clock, MINUTE)
    banner, ready = shown(here)
    zone = here.blueprint(BRAND).releases[-1].brand.zone
    since, until = (local_time(at, zone) for at in (leapt, leapt + HOUR))
    assert f"Timers and messages wait from {since} until {until}, because" in banner
    assert "the time of day went ahead by 4 hours at once" in banner
    assert "restart Rapport" in banner
    assert ready["status"] == "ready"
    assert isinstance(ready["waits"], dict)
    assert {"since": leapt, "until": leapt + HOUR}.items() <= ready["waits"].items()
    go_on(time, clock, HOUR)
    assert shown(here) == ("", {"status": "ready"})


@pytest.mark.parametrize(
    ("away", "told"),
    [
        (10 * MINUTE, "nobody was at work for 10 minutes"),
        (-2 * DAY, "the clock says 2 days less than when somebody last was at work"),
    ],
)
def test_after_a_start_the_console_says_why_it_waits(
    here: Installation, clock: FakeClock, away: int, told: str
) -> None:
    with here.store.transaction() as transaction:
        transaction.note_round(clock.at - away)
    Timekeeper(here).begin()
    banner, _ = shown(here)
    assert told in banner
    assert "restart" not in banner, "which would make it wait anew"


def test_what_could_be_given_up_for_good_waits_too(here: Installation, clock: FakeClock) -> None:
    time, done = Timekeeper(here), []
    careful = time.unless_waiting(done.append)
    time.begin()
    careful("first")
    clock.at += 5 * DAY
    time.look()
    careful("second")
    assert done == ["first"]
