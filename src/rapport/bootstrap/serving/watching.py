"""Looks at what goes out, and stops a flow by itself where too much of it goes wrong."""

from __future__ import annotations

import structlog

from rapport.app.in_charge.audit_log import anchor
from rapport.app.stopping.stops import Done, stop
from rapport.app.stopping.watching import WARN, Verdict, look, to_stop
from rapport.bootstrap.installation import Installation
from rapport.core.oversight.audit import BY_ITSELF, Act
from rapport.core.time import moment_after

log = structlog.get_logger(__name__)


class Watchman:
    """One for an installation."""

    def __init__(self, installation: Installation) -> None:
        self._installation = installation
        self._warned: set[tuple[str, str, str]] = set()

    def look(self, brand: str) -> list[Verdict]:
        """What is watched of a brand, and how it stands."""
        here = self._installation
        return look(here.records, here.blueprint(brand), here.clock.now())

    def watch(self, brand: str) -> list[Done]:
        """Stops what has to be, and tells of it; returns what was stopped by that."""
        here = self._installation
        verdicts = self.look(brand)
        self._warn(brand, verdicts)
        done: list[Done] = []
        for one in to_stop(verdicts):
            standing = here.store.stops(brand)
            if any(other.switch == one.switch for other in standing):
                continue
            with here.store.transaction() as transaction:
                act = Act(BY_ITSELF, one.says, moment_after(here.clock.now()))
                saw = {"measure": one.measure, "counted": f"{one.wrong} of {one.n}"}
                if one.limit:
                    saw["limit"] = f"{one.limit:g}"
                done.append(stop(transaction, brand, one.switch, act, by_rule=True, saw=saw))
            log.warning("stopped by itself", brand=brand, what=one.switch.words, reason=one.says)
        if done:
            anchor(here.records, here.anchors, brand)
        return done

    def _warn(self, brand: str, verdicts: list[Verdict]) -> None:
        """An alert is told once until it is over."""
        now = {(brand, v.switch.words, v.measure): v.says for v in verdicts if v.verdict == WARN}
        for key in now.keys() - self._warned:
            log.warning("much goes wrong", brand=brand, what=key[1], reason=now[key])
        self._warned = {key for key in self._warned if key[0] != brand} | now.keys()
