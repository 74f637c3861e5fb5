"""What people stop and resume in an installation, from the command line and the console alike."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from msgspec.structs import replace

from rapport.adapters.anchor_files import AnchorFiles
from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.in_charge.audit_log import anchor
from rapport.app.publishing.publications import Publications
from rapport.app.stopping.retiring import Retirement, bring_back, retire
from rapport.app.stopping.stops import Done, Standing, resume, standing, stop
from rapport.app.stopping.watching import Verdict, look
from rapport.app.wording.names import Names, names_in
from rapport.bootstrap.held_mail import why_held
from rapport.bootstrap.homes import database_in
from rapport.core.blueprint import Release
from rapport.core.oversight.audit import Act
from rapport.core.oversight.people import OWNER, Actor, named
from rapport.core.oversight.stopping import BRAND, EVERYTHING, FLOW, FRAMEWORK, Stop, Switch
from rapport.core.time import Instant, Zone, moment_after
from rapport.errors import TemporaryError
from rapport.ports import Anchors, Clock, Transaction
from rapport.ports.history import ReadSide
from rapport.settings import Settings


class Switchboard:
    """Every switch of an installation. Each deed is one commit with its entry in the audit log.

    Everything is that of whoever asks: see `rapport.app.stopping.whose`.
    """

    def __init__(
        self,
        store: SqliteStore,
        records: ReadSide,
        publications: Publications,
        anchors: Anchors,
        clock: Clock,
        settings: Settings,
    ) -> None:
        self._store = store
        self._records = records
        self._published = publications.find
        self._anchors = anchors
        self._clock = clock
        self._settings = settings

    def stops(self, brand: str) -> Sequence[Stop]:
        """What is stopped for a brand, in the order in which it was."""
        return self._records.stops(brand)

    def standing(self, brand: str) -> list[Standing]:
        """The same, with what each holds back: the whole outbox is counted for that."""
        return standing(self._records, brand)

    def past(self, brand: str) -> Sequence[Stop]:
        return self._records.past_stops(brand)

    def mail_held(self, brand: str) -> str:
        """Why nothing is mailed for a brand, in words; empty where it is mailed, or retired."""
        blueprint = self._published(brand)
        release = blueprint.releases[-1] if blueprint else None
        if release is None or release.retired is not None:
            return ""
        return why_held(self._settings, release.brand)

    def watched(self, brand: str) -> list[Verdict]:
        """What is watched, and how it stands now."""
        blueprint = self._published(brand)
        return look(self._records, blueprint, self._clock.now()) if blueprint else []

    def zone(self, brand: str) -> Zone:
        """The brand's time zone; UTC where nothing is published."""
        blueprint = self._published(brand)
        return blueprint.releases[-1].brand.zone if blueprint else Zone()

    def name(self, brand: str) -> str:
        """What the brand is called; its key where nothing is published."""
        blueprint = self._published(brand)
        return blueprint.releases[-1].brand.name if blueprint else brand

    def names(self, brand: str) -> Names:
        """What people call each flow and framework of a brand."""
        blueprint = self._published(brand)
        return names_in(blueprint) if blueprint else {}

    def switches(self, brand: str) -> list[Switch]:
        """What can be stopped of a brand, the widest first; single messages are not among them."""
        blueprint = self._published(brand)
        release = blueprint.releases[-1] if blueprint else None
        flows = [Switch(FLOW, flow.key) for flow in release.flows] if release else []
        frameworks = [Switch(FRAMEWORK, one.key) for one in release.frameworks] if release else []
        return [Switch(EVERYTHING), Switch(BRAND), *flows, *frameworks]

    def at_terminal(self, login: str) -> str:
        """Who somebody is that gives no name: their login's, where that is somebody in charge or
        nobody is; otherwise whoever runs Rapport, its owner."""
        people = [self._records.people(brand) for brand in self._records.brands()]
        return login if not any(people) or any(named(p, login) for p in people) else OWNER

    def stop(
        self,
        brand: str,
        switch: Switch,
        who: str,
        why: str,
        *,
        actor: Actor | None = None,
        saw: Mapping[str, str] | None = None,
    ) -> Done:
        """Raises UserError where it cannot be stopped; `actor` is who signed in."""

        def do(transaction: Transaction, at: Instant) -> Done:
            act = Act(who, why, at)
            return stop(transaction, brand, switch, act, actor=actor, saw=saw)

        return self._done(do)

    def resume(
        self,
        brand: str,
        switch: Switch,
        who: str,
        why: str,
        *,
        actor: Actor | None = None,
        shown: str = "",
        saw: Mapping[str, str] | None = None,
    ) -> Done:
        """Raises UserError where it cannot be resumed; `actor` is who signed in."""

        def do(transaction: Transaction, at: Instant) -> Done:
            act = Act(who, why, at)
            return resume(
                transaction, brand, switch, act,
                actor=actor, shown=shown, saw=saw,
            )  # fmt: skip

        return self._done(do)

    def outbox(self, brand: str) -> Mapping[str, int]:
        """How many of a brand's messages are `waiting`, and how many `sending`."""
        return self._records.held_back(brand, [Switch(BRAND)])

    def retired(self, brand: str) -> Release | None:
        """The release that says that a brand is retired; None where it is not."""
        blueprint = self._published(brand)
        latest = blueprint.releases[-1] if blueprint else None
        return latest if latest is not None and latest.retired is not None else None

    def retire(
        self,
        brand: str,
        who: str,
        why: str,
        *,
        back: bool = False,
        actor: Actor | None = None,
        saw: Mapping[str, str] | None = None,
    ) -> Retirement:
        """Retires a brand, or brings it `back`. Raises UserError where that cannot be done."""
        do = bring_back if back else retire
        with self._store.transaction() as transaction:
            act = Act(who, why, moment_after(self._clock.now()))
            done = do(transaction, brand, act, actor=actor, saw=saw)
        self._anchor(brand)
        return replace(done, mail_held=self.mail_held(brand))

    def _done(self, do: Callable[[Transaction, Instant], Done]) -> Done:
        with self._store.transaction() as transaction:
            done = do(transaction, moment_after(self._clock.now()))
        for one in done.brands:
            self._anchor(one)
        return done

    def _anchor(self, brand: str) -> None:
        with contextlib.suppress(TemporaryError):  # the next deed's anchor makes up for it
            anchor(self._records, self._anchors, brand)


@contextmanager
def open_switchboard(settings: Settings, clock: Clock) -> Iterator[tuple[Switchboard, list[str]]]:
    """The switches of a home folder, and its brands, with nothing else loaded: whoever stops
    something is in a hurry. Raises UserError where there is no brand yet."""
    database = database_in(settings.home)
    store = SqliteStore(database)
    try:
        records = SqliteRecords(database)
        try:
            anchors = AnchorFiles(settings.home / "audit")
            board = Switchboard(store, records, Publications(records), anchors, clock, settings)
            yield board, records.brands()
        finally:
            records.close()
    finally:
        store.close()
