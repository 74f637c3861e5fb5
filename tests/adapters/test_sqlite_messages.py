"""The list of messages: each stands on just one page, however many share a millisecond."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.core.time import Instant
from rapport.testing import examples as ex
from rapport.testing.things_to_store import a_send, message

BRAND = "harbour"


def test_no_message_is_lost_between_two_pages(tmp_path: Path) -> None:
    sent = {f"m{n:02}": ex.at(n // 5) for n in range(23)}
    store = SqliteStore(tmp_path / "rapport.db")
    with store.transaction() as transaction:
        for key, at in sent.items():
            transaction.settle(BRAND, a_send(key, at), at, "sent", "")
        elsewhere = replace(a_send("m99"), profile="bob")
        transaction.settle("quarry", elsewhere, ex.at(1), "sent", "")
    store.close()
    records = SqliteRecords(tmp_path / "rapport.db")
    seen: list[str] = []
    before: tuple[Instant, str] | None = None
    while page := records.messages(BRAND, limit=3, before=before, profile="ada"):
        seen += [row.key for row in page]
        before = (page[-1].at, page[-1].key)
    assert seen == sorted(sent, key=lambda key: (-sent[key], key))
    records.close()


def test_what_is_on_the_way_is_counted_whole(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "rapport.db")
    with store.transaction() as transaction:
        transaction.record(BRAND, [a_send(f"m{n}") for n in range(250)])
        transaction.claim(BRAND, message("m7"), a_send("m7"), ex.at(1))
    store.close()
    records = SqliteRecords(tmp_path / "rapport.db")
    assert records.on_the_way(BRAND) == {"waiting": 249, "sending": 1}
    assert records.on_the_way("quarry") == {}
    records.close()
