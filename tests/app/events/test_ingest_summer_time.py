"""A person's clock goes forward in spring: quiet hours follow it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.events.ingest import ingest
from rapport.core.events import Contact, Event, Identifier, Incoming, PageViewed
from rapport.core.time import Instant
from rapport.testing import examples as ex

ADA = Identifier("email", "ada@example.com")


def on(month: int) -> Instant:
    """The first of a month of 2026, at noon UTC."""
    return int(datetime(2026, month, 1, 12, tzinfo=UTC).timestamp()) * 1_000


def test_an_event_after_the_clocks_changed_tells_the_profile_of_its_new_offset(
    tmp_path: Path,
) -> None:
    store = SqliteStore(tmp_path / "rapport.db")
    told = Contact(email="ada@example.com", time_zone="Europe/London")
    offsets = []
    for month in (2, 3, 4, 11):
        event = Event(f"seen-{month}", on(month), "klaviyo", PageViewed())
        with store.transaction() as transaction:
            ingest(transaction, ex.blueprint(), [Incoming(event, (ADA,), told)], on(month))
            (profile,) = transaction.owners(ex.BRAND_KEY, [ADA]).values()
            state = transaction.states(ex.BRAND_KEY, [profile])[profile]
        offsets.append(state.utc_offset_minutes)
        told = Contact(email="ada@example.com")  # where they live is known from the first
    store.close()
    assert offsets == [0, 0, 60, 0]
