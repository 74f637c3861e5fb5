"""One person of an installation: found, told of, and opted out by hand."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from rapport.app.evidence.absorbed import living
from rapport.app.explaining.came_of_one import NOTHING, CameOf, came_of
from rapport.app.explaining.heard import PAGE, HeardPage, Place, heard
from rapport.app.explaining.one_person import OnePerson, one_person
from rapport.app.stopping.opting_out import OptedOut, opt_out
from rapport.app.wording.names import names_in
from rapport.bootstrap.installation import Installation
from rapport.core.codec import decode_decision
from rapport.core.oversight.audit import Act
from rapport.core.oversight.people import Actor
from rapport.errors import CodecError, UserError

BYTES_DRAWN = 8
"""Of the number that an opt-out by hand is known by."""


class PersonDesk:
    """Whoever looks somebody up types an address; from then on they are named by their profile."""

    def __init__(self, here: Installation) -> None:
        self._here = here

    def find(self, brand: str, typed: str) -> str:
        """The profile of whoever has this e-mail address, or this profile's id; empty where nobody
        is known by it. A profile that turned out to be another's leads to that one."""
        try:
            profile = self._here.readings.whose(brand, typed.strip())
        except UserError:
            return ""
        state = living(self._here.records, brand, profile)
        return state.profile if state is not None else ""

    def person(self, brand: str, profile: str) -> OnePerson | None:
        """What is known of them; None of nobody."""
        blueprint, now = self._here.blueprint(brand), self._here.clock.now()
        return one_person(self._here.records, blueprint, names_in(blueprint), profile, now)

    def heard(
        self, brand: str, profile: str, before: Place | None = None, most: int = PAGE
    ) -> HeardPage:
        """A page of what they heard and did not hear."""
        blueprint = self._here.blueprint(brand)
        names = names_in(blueprint)
        return heard(self._here.records, blueprint, names, profile, before, most)

    def came_of(self, brand: str, decision: str, status: str = "", whose: str = "") -> CameOf:
        """What came of a decision; see `rapport.app.explaining.came_of_one`. Where something of the
        person is damaged, it says so: a page about a message has more to tell."""
        stored = self._here.records.decision(brand, decision)
        if stored is None:
            return NOTHING
        blueprint = self._here.blueprint(brand)
        try:
            return came_of(self._here.records, blueprint, decode_decision(stored), status, whose)
        except CodecError as error:
            return CameOf((f"What came of it cannot be read: {error}",))

    def opt_out(
        self,
        brand: str,
        profile: str,
        who: str,
        why: str,
        *,
        actor: Actor | None = None,
        saw: Mapping[str, str] | None = None,
    ) -> OptedOut:
        """One commit with its entry in the audit log; `actor` is who signed in. Raises UserError
        where it cannot be done."""
        here = self._here
        with here.store.transaction() as transaction:
            blueprint = here.host.current(transaction, brand)
            act = Act(who, why, here.clock.now())
            drawn = secrets.token_hex(BYTES_DRAWN)
            done = opt_out(transaction, blueprint, profile, act, drawn, actor=actor, saw=saw)
        here.host.anchor_soon(brand)
        return done
