"""The embedded host: takes in, wakes and dispatches in one process over one store."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress

import structlog

from rapport.app.events.ingest import ingest
from rapport.app.events.objections import bring_back
from rapport.app.events.process import wake, wake_these
from rapport.app.evidence.weighed import Weighed
from rapport.app.in_charge.audit_log import anchor
from rapport.app.learning.learning import learn_from_outcomes
from rapport.app.publishing.publications import Publications
from rapport.app.sending.budgets import settle_budgets
from rapport.app.sending.dispatch import Dispatched, Dispatcher
from rapport.core.blueprint import Blueprint
from rapport.core.events import Incoming
from rapport.core.policy.policy import Policy
from rapport.core.time import Instant, Millis
from rapport.errors import TemporaryError, UserError, whereabouts
from rapport.ports import Anchors, Clock, Objection, Receipt, Store, Transaction

log = structlog.get_logger(__name__)

WAKE_BATCH = 500
MOST_DUE = 10_000
OBJECTIONS = 1_000
"""So many are held against the store in one unit of work."""


class EmbeddedHost:
    """Runs every brand of a store. Thread-safe: each unit of work holds the store's connection."""

    def __init__(
        self,
        store: Store,
        publications: Publications,
        clock: Clock,
        dispatcher: Dispatcher,
        lateness: Millis = 0,
        anchors: Anchors | None = None,
    ) -> None:
        self._store = store
        self._publications = publications
        self._clock = clock
        self._dispatcher = dispatcher
        self._lateness = lateness
        self._anchors = anchors
        self._weighed: defaultdict[str, Weighed] = defaultdict(Weighed)
        self._lock = threading.Lock()

    def current(self, transaction: Transaction, brand: str) -> Blueprint:
        """What is published at this very commit, even if another process published it."""
        return self._publications.within(transaction, brand)

    # --- Taking in ---

    def take_in(self, brand: str, incoming: Sequence[Incoming]) -> Receipt:
        """Takes in one batch; returns once it is committed, with all that follows from it."""
        (receipt,) = self.take_in_groups(brand, [incoming])
        return receipt

    def take_in_groups(self, brand: str, groups: Sequence[Sequence[Incoming]]) -> list[Receipt]:
        """Takes in what several callers handed over, in one commit; a receipt for each."""
        together = [one for group in groups for one in group]
        with self._store.transaction() as transaction:
            blueprint = self.current(transaction, brand)
            new = ingest(transaction, blueprint, together, self._clock.now())
            self._settle_budgets(transaction, brand)
        receipts, start = [], 0
        for group in groups:
            accepted = sum(new[start : start + len(group)])
            receipts.append(Receipt(accepted, len(group) - accepted))
            start += len(group)
        return receipts

    def bring_back(self, brand: str, kept: Sequence[Objection]) -> int:
        """Takes in what people declined and the store does not know, as after a backup was
        restored. Returns how many of `kept` these were."""
        brought = 0
        for start in range(0, len(kept), OBJECTIONS):
            with self._store.transaction() as transaction:
                blueprint, now = self.current(transaction, brand), self._clock.now()
                part = kept[start : start + OBJECTIONS]
                brought += bring_back(transaction, blueprint, part, now)
        return brought

    def _settle_budgets(self, transaction: Transaction, brand: str) -> None:
        """If this unit of work used or promised an offer: closes and prices offers by what is left,
        so that the next decision knows."""
        if transaction.offers_moved(brand):
            settle_budgets(transaction, self.current(transaction, brand), self._clock.now())

    # --- Time ---

    def watermark(self, now: Instant | None = None) -> Instant:
        """Up to when everything that happened is known at `now`, as far as we can tell.

        What is accepted is processed in the same commit, so there is no backlog of our own: the
        time of day, less what senders may be late by.
        """
        return (self._clock.now() if now is None else now) - self._lateness

    def wake(self, brand: str, watermark: Instant | None = None) -> int:
        """Fires every timer due by the watermark. Returns how many profiles were woken."""
        until = self.watermark() if watermark is None else watermark
        woken = 0
        while True:
            try:
                with self._store.transaction() as transaction:
                    blueprint = self.current(transaction, brand)
                    count, _ = wake(transaction, blueprint, until, WAKE_BATCH)
                    self._settle_budgets(transaction, brand)
            except (TemporaryError, UserError):
                raise
            except Exception as error:  # noqa: BLE001 (one profile's trouble is never another's)
                log.warning("waking profiles one by one", brand=brand, error=whereabouts(error))
                return woken + self._wake_each(brand, until)
            woken += count
            if count < WAKE_BATCH:
                return woken

    def _wake_each(self, brand: str, until: Instant) -> int:
        """Wakes what is due one by one, past profiles that cannot be woken: a damaged state."""
        with self._store.transaction() as transaction:
            due = transaction.due(brand, until, MOST_DUE)
        woken = 0
        for profile in due:
            try:
                with self._store.transaction() as transaction:
                    wake_these(transaction, self.current(transaction, brand), [profile], until)
                    self._settle_budgets(transaction, brand)
                woken += 1
            except (TemporaryError, UserError):
                raise
            except Exception as error:  # noqa: BLE001 (the others are woken)
                where = whereabouts(error)
                log.error("profile not woken", brand=brand, profile=profile, error=where)  # noqa: TRY400 (no data)
        return woken

    # --- Sending ---

    def recover(self, brand: str) -> int:
        """After a start: finds out about messages that were on their way."""
        return self._dispatcher.recover(brand, lambda tx: self.current(tx, brand))

    def dispatch(self, brand: str) -> Dispatched:
        """Sends what is due now, one round."""
        return self._dispatcher.run(brand, lambda tx: self.current(tx, brand))

    def tick(self, brand: str, now: Instant | None = None) -> Dispatched:
        """Lets time pass: fires timers, then sends what they led to. Never runs twice at once.

        `now` is the time of day as somebody looked at it: it is not asked for again, since a
        machine may have slept in between.
        """
        with self._lock:
            self.wake(brand, self.watermark(now))
            return self.dispatch(brand)

    def conclude(self, brand: str) -> Dispatched:
        """Records what became of messages on their way, and begins nothing."""
        with self._lock:
            return self._dispatcher.run(brand, lambda tx: self.current(tx, brand), limit=0)

    def stop(self) -> None:
        """From now on no message is begun any more."""
        self._dispatcher.stop()

    def finish(self, brand: str, seconds: float) -> int:
        """Waits up to `seconds` for messages that are being sent, and records what became of them.
        Returns how many are being sent all the same."""
        with self._lock:
            return self._dispatcher.finish(brand, lambda tx: self.current(tx, brand), seconds)

    # --- Learning ---

    def learn(self, brand: str) -> Policy | None:
        """Takes in outcomes that closed; returns the new snapshot, where one follows."""
        with self._store.transaction() as transaction:
            now = self._clock.now()
            weighed = self._weighed[brand]  # touched only here, within a unit of work
            policy = learn_from_outcomes(transaction, brand, now + 1, weighed=weighed)
            # A new period, and time that passed, change prices even where nothing happened.
            settle_budgets(transaction, self.current(transaction, brand), now + 1)
        self.anchor(brand)
        return policy

    def anchor(self, brand: str) -> None:
        """Keeps anchors of what was entered into the audit log since the last time."""
        if self._anchors is not None:
            with self._store.transaction() as transaction:
                anchor(transaction, self._anchors, brand)

    def anchor_soon(self, brand: str) -> None:
        """The same after a deed, for which nobody waits: what cannot be kept just now is kept with
        the next deed's."""
        with suppress(TemporaryError):
            self.anchor(brand)
