"""Imports an order export: reads it in batches, and takes each in through the ordinary intake."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from rapport.adapters.order_export.export import ImportCounts, OrderExport
from rapport.core.events import AnyBody, OrderPlaced
from rapport.hosts.embedded import EmbeddedHost

BATCH = 2_000


class Imported(Struct, frozen=True):
    """What an import came to. `duplicate` events were there already; `foreign` orders are in
    another currency than the brand's."""

    counts: ImportCounts
    accepted: int
    duplicate: int
    foreign: int = 0


def import_export(
    host: EmbeddedHost,
    brand: str,
    export: OrderExport,
    currency: str,
    progress: Callable[[int], None] = lambda _lines: None,
) -> Imported:
    """Takes in everything of the export; `currency` is the brand's. `progress` is told how
    many lines each batch was made of.

    Stopped halfway and run again, it goes on where it was: what is in already counts once.
    """
    accepted = duplicate = foreign = 0
    for batch in export.batches(size=BATCH):
        receipt = host.take_in(brand, batch.incoming)
        foreign += sum(_foreign(one.event.body, currency) for one in batch.incoming)
        accepted += receipt.accepted
        duplicate += receipt.duplicate
        progress(batch.lines_read)
    return Imported(export.counts, accepted, duplicate, foreign)


def _foreign(body: AnyBody, currency: str) -> bool:
    return isinstance(body, OrderPlaced) and body.currency not in ("", currency)
