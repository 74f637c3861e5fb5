"""Lets time pass for a server, except while its clock says what cannot be believed at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import structlog

from rapport.app.wording.lengths import length
from rapport.bootstrap.installation import Installation
from rapport.core.time import Instant
from rapport.hosts.rounds import LEAP, Hold, Rounds
from rapport.web.standing_still import StandingStill

log = structlog.get_logger(__name__)


class Timekeeper:
    """One for a server. Every round looks at the clock, and once a minute the store hears of it."""

    def __init__(self, installation: Installation) -> None:
        self._here = installation
        self._rounds = installation.rounds
        self._waited = False

    def begin(self) -> None:
        """After a start: if nobody was at work for long, what senders held back comes in first."""
        with self._here.store.transaction() as transaction:
            last_round = transaction.last_round()
        hold = self._rounds.start(self._here.clock.now(), last_round)
        if hold is None:
            return
        self._tell(hold)

    def look(self) -> Instant:
        """The time of day, held against that of the round before."""
        now = self._here.clock.now()
        hold = self._rounds.look(now)
        if hold is not None:
            self._tell(hold)
        elif self._waited and not self._rounds.waiting:
            self._waited = False
            log.info("timers go on")
        return now

    def tick(self, brand: str) -> None:
        """One round for a brand."""
        now = self.look()
        if self._rounds.waiting:
            self._here.host.conclude(brand)
        else:
            self._here.host.tick(brand, now)

    def unless_waiting(self, work: Callable[[str], object]) -> Callable[[str], None]:
        """`work`, which a clock that is in doubt could lead to give up something for good."""

        def careful(brand: str) -> None:
            if not self._rounds.waiting:
                work(brand)

        return careful

    def note(self) -> None:
        """Keeps the last round for the next start."""
        if not self._rounds.waiting:
            with self._here.store.transaction() as transaction:
                transaction.note_round(self._rounds.sure)

    def _tell(self, hold: Hold) -> None:
        self._waited = True
        until = datetime.fromtimestamp(hold.until / 1000, UTC).isoformat(timespec="minutes")
        log.warning("timers and messages wait", until=until, because=_because(hold))


def standing_still(rounds: Rounds) -> StandingStill | None:
    """Why nothing is begun just now, for pages; None where time passes."""
    hold = rounds.hold
    if hold is None:
        return None
    return StandingStill(hold.since, hold.until, _because(hold), _to_do(hold))


def _because(hold: Hold) -> str:
    if hold.at_start and hold.step < 0:
        return f"the clock says {length(-hold.step)} less than when somebody last was at work"
    if hold.at_start:
        return f"nobody was at work for {length(hold.step)}"
    way = "was set back by" if hold.step < 0 else "went ahead by"
    return f"the time of day {way} {length(abs(hold.step))} at once"


def _to_do(hold: Hold) -> str:
    if hold.at_start and hold.step > 0:
        return "What shops held back meanwhile comes in first. There is nothing to do."
    # A restart takes a clock that is far ahead for an absence, and one that fell back for what it
    # is: only the first makes the wait shorter.
    if hold.step >= LEAP:
        return (
            "If the clock of this computer is wrong, set it right. If it is right, as after a "
            "sleep of the computer, restart Rapport: it then waits five minutes."
        )
    return (
        "If the clock of this computer is wrong, set it right. If it is right, there is nothing "
        "to do."
    )
