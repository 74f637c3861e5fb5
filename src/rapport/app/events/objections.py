"""What people declined: noticed as it happens, and brought back where a store knows less."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from rapport.app.events.ingest import ingest
from rapport.core.blueprint import Blueprint
from rapport.core.events import Incoming
from rapport.core.time import Instant
from rapport.ports import Objection, Transaction


def bring_back(
    transaction: Transaction,
    blueprint: Blueprint,
    kept: Sequence[Objection],
    received_at: Instant,
) -> int:
    """Takes in those that are not known, as after a backup was restored. Returns how many.

    Whoever is not known either, since they came after the backup, is by the names that are theirs
    alone: a shop that tells of them again finds that they declined.
    """
    brand = blueprint.brand
    known = transaction.known_events(brand, [one.event.id for one in kept])
    missing = [one for one in kept if one.event.id not in known]
    there = transaction.states(brand, sorted({one.profile for one in missing}))
    incoming = [
        Incoming(
            structs.replace(one.event, told=0),
            one.identifiers,
            profile=one.profile if one.profile in there else "",
        )
        for one in missing
        if one.profile in there or one.identifiers
    ]
    return sum(ingest(transaction, blueprint, incoming, received_at)) if incoming else 0
