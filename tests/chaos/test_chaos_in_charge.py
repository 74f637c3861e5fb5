"""Policies are taken back while a server decides, and people's processes are killed half way."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Condition, Thread
from threading import Event as Signal

import pytest
from msgspec.structs import replace

from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.desks.in_charge import InCharge
from rapport.bootstrap.installation import Installation
from rapport.core.codec import decode_decision
from rapport.core.decision import Decision
from rapport.core.events import Identifier, Incoming
from rapport.core.time import HOUR
from rapport.settings import Settings
from rapport.testing import examples as ex

BRAND = "alder-and-clay"
ROLLBACKS = 8
PEOPLE = 4
"""People who leave a basket in each round."""


@contextmanager
def installed(home: Path, clock: TurnedClock) -> Iterator[Installation]:
    installation = Installation(Settings(home=home, secret="a secret of the tests"), clock)
    try:
        yield installation
    finally:
        installation.close()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder with the example brand, two of whose policies held."""
    clock = TurnedClock(ex.at(0, 8))
    with installed(tmp_path / "home", clock) as installation:
        installation.publish(installation.copy_example(), triggers=("checkout_started",))
        first = installation.blueprint(BRAND).policies[-1]
        with installation.store.transaction() as transaction:
            transaction.publish(BRAND, replace(first, number=1, since=clock.now() + 2))
    return tmp_path / "home"


def leave_baskets(installation: Installation, number: int) -> None:
    """Some people sign up and leave a basket, in one commit."""
    now = installation.clock.now()
    incoming = []
    for person in range(PEOPLE):
        who = f"{number}-{person}"
        events = (*ex.subscribed(now, who), ex.checkout(f"left {who}", now, f"c{who}"))
        names = (Identifier("email", f"p{who}@example.com"),)
        incoming += [Incoming(event, names) for event in events]
    installation.host.take_in(BRAND, incoming)


class Busy:
    """A server's work on a thread of its own: people come, time passes, messages are decided on."""

    def __init__(self, installation: Installation, clock: TurnedClock) -> None:
        self._installation, self._clock = installation, clock
        self.rounds = 0
        self.trouble: list[Exception] = []
        self._over = Signal()
        self._round_over = Condition()
        self._thread = Thread(target=self._work)
        self._thread.start()

    def _work(self) -> None:
        try:
            while not self._over.is_set():
                leave_baskets(self._installation, self.rounds)
                self._clock.turn_to(self._clock.now() + HOUR)
                self._installation.host.wake(BRAND)
                with self._round_over:
                    self.rounds += 1
                    self._round_over.notify_all()
        except Exception as error:  # noqa: BLE001 (shown to the test, whatever it is)
            self.trouble.append(error)

    def let(self, rounds: int) -> None:
        """Waits until so many more rounds are over."""
        until = self.rounds + rounds
        with self._round_over:
            assert self._round_over.wait_for(lambda: self.rounds >= until, timeout=60)

    def stop(self) -> None:
        self._over.set()
        self._thread.join()
        assert self.trouble == []


def decisions(installation: Installation) -> list[Decision]:
    return [decode_decision(one) for one in installation.records.all_decisions(BRAND)]


def test_each_rollback_during_load_holds_for_the_very_next_decision(home: Path) -> None:
    clock = TurnedClock(ex.at(1, 8))
    with installed(home, clock) as server, installed(home, clock) as desk_side:
        busy = Busy(server, clock)
        desk = InCharge(desk_side, BRAND)
        for _ in range(ROLLBACKS):
            back = desk.roll_back(desk.snapshots()[-2].policy.number, "Nell", "")
            busy.let(3)
            latest = max(decisions(desk_side), key=lambda d: d.at)
            assert latest.at < back.since or latest.policy == back.number
        busy.stop()
        made, blueprint = decisions(desk_side), desk_side.blueprint(BRAND)
        assert len(made) > 10 * PEOPLE
        assert {d.policy for d in made} > {2, 3, 4}
        for decision in made:
            assert decision.policy == blueprint.policy_at(decision.at).number
        assert [e.deed.did for e in desk.entries()] == ["published"] + ["rolled back"] * ROLLBACKS
        assert desk.verify().flaws == ()


DIES = """
import os, signal, sys
from pathlib import Path
from rapport.adapters.anchor_files import AnchorFiles
from rapport.adapters.sqlite.transaction import SqliteTransaction
from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.desks.in_charge import InCharge
from rapport.bootstrap.installation import Installation
from rapport.settings import Settings

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

where, home, at = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
if where == "between publishing and entering":
    SqliteTransaction.audit_append = die
elif where == "between entering and committing":
    real = SqliteTransaction.audit_append
    def enter_and_die(self, brand, entry):
        real(self, brand, entry)
        die()
    SqliteTransaction.audit_append = enter_and_die
else:
    AnchorFiles.add = die
desk = InCharge(Installation(Settings(home=home, secret="s" * 40), TurnedClock(at)), "")
desk.roll_back(None, "Nell", "")
"""


def killed(home: Path, where: str) -> None:
    command = [sys.executable, "-c", DIES, where, str(home), str(ex.at(2, 8))]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL


@pytest.mark.parametrize(
    "where", ["between publishing and entering", "between entering and committing"]
)
def test_killed_before_the_commit_nothing_was_done_and_nothing_is_on_record(
    home: Path, where: str
) -> None:
    killed(home, where)
    with installed(home, TurnedClock(ex.at(2, 9))) as installation:
        desk = InCharge(installation, BRAND)
        assert [one.policy.number for one in desk.snapshots()] == [0, 1]
        assert ([e.deed.did for e in desk.entries()], desk.publishes) == (["published"], "rule")
        assert desk.verify().flaws == ()


def test_killed_after_the_commit_it_is_done_on_record_and_anchored_by_the_next_deed(
    home: Path,
) -> None:
    killed(home, "between committing and anchoring")
    with installed(home, TurnedClock(ex.at(2, 9))) as installation:
        desk = InCharge(installation, BRAND)
        assert [one.policy.number for one in desk.snapshots()] == [0, 1, 2]
        assert [e.deed.did for e in desk.entries()] == ["published", "rolled back"]
        assert desk.publishes == "nobody"
        assert (desk.verify().unanchored, desk.verify().flaws) == (1, ())
        desk.resume("Nell", "")
        assert desk.verify().unanchored == 0
