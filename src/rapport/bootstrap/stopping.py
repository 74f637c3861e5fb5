"""What people stop and resume in an installation, from the command line and the console alike."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from rapport.adapters.anchor_files import AnchorFiles
from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.audit_log import anchor
from rapport.app.stops import Done, Standing, resume, standing, stop
from rapport.app.watching import Verdict, look
from rapport.core.audit import Act
from rapport.core.stopping import EVERYTHING, Stop, Switch
from rapport.core.time import Zone
from rapport.errors import TemporaryError, UserError
from rapport.ports import Anchors, Clock, Transaction
from rapport.settings import Settings


class Switchboard:
    """Every switch of an installation. Each deed is one commit with its entry in the audit log.

    For everything the brand says only whose figures are shown.
    """

    def __init__(
        self, store: SqliteStore, records: SqliteRecords, anchors: Anchors, clock: Clock
    ) -> None:
        self._store = store
        self._records = records
        self._anchors = anchors
        self._clock = clock

    def standing(self, brand: str) -> list[Standing]:
        """What is stopped for a brand, in the order in which it was."""
        return standing(self._records, brand)

    def past(self, brand: str) -> Sequence[Stop]:
        return self._records.past_stops(brand)

    def watched(self, brand: str) -> list[Verdict]:
        """What is watched, and how it stands now."""
        blueprint = self._records.published(brand)
        return look(self._records, blueprint, self._clock.now()) if blueprint else []

    def zone(self, brand: str) -> Zone:
        """The brand's time zone; UTC where nothing is published."""
        blueprint = self._records.published(brand)
        return blueprint.releases[-1].brand.zone if blueprint else Zone()

    def stop(
        self, brand: str, switch: Switch, who: str, why: str, saw: Mapping[str, str] | None = None
    ) -> Done:
        """Raises UserError where it cannot be stopped."""
        return self._done(
            brand, switch, lambda tx, at: stop(tx, brand, switch, Act(who, why, at), saw=saw)
        )

    def resume(
        self, brand: str, switch: Switch, who: str, why: str, saw: Mapping[str, str] | None = None
    ) -> Done:
        """Raises UserError where it cannot be resumed."""
        return self._done(
            brand, switch, lambda tx, at: resume(tx, brand, switch, Act(who, why, at), saw)
        )

    def _done(self, brand: str, switch: Switch, do: Callable[[Transaction, int], Done]) -> Done:
        with self._store.transaction() as transaction:
            done = do(transaction, self._clock.now() + 1)
        for one in self._records.brands() if switch.kind == EVERYTHING else [brand]:
            with contextlib.suppress(TemporaryError):  # the next deed's anchor makes up for it
                anchor(self._records, self._anchors, one)
        return done


@contextmanager
def open_switchboard(settings: Settings, clock: Clock) -> Iterator[tuple[Switchboard, list[str]]]:
    """The switches of a home folder, and its brands, with nothing else loaded: whoever stops
    something is in a hurry. Raises UserError where there is no brand yet."""
    database = settings.home / "rapport.db"
    if not database.exists():
        raise UserError(f"There is no brand in {settings.home} yet. Begin with: rapport init")
    store = SqliteStore(database)
    try:
        records = SqliteRecords(database)
        try:
            anchors = AnchorFiles(settings.home / "audit")
            yield Switchboard(store, records, anchors, clock), records.brands()
        finally:
            records.close()
    finally:
        store.close()
