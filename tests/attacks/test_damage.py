"""What is damaged harms itself alone: a state, a secret, a link that leads to itself."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from rapport.adapters.brand_folder import read_brand_folder
from rapport.adapters.brand_folder.read import FILES
from rapport.adapters.catalogue_csv import read_catalogue
from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.events.ingest import ingest
from rapport.app.events.process import wake
from rapport.app.publishing.publications import Publications
from rapport.app.sending.dispatch import Dispatcher
from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.installation import Installation
from rapport.core.bounds import MAX_RECENT
from rapport.core.effects import Reversed
from rapport.core.events import Identifier, Incoming, OrderRefunded
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.errors import BrandFolderError, CodecError, UserError
from rapport.hosts.embedded import EmbeddedHost
from rapport.settings import load
from rapport.testing import examples as ex


def test_a_profile_whose_state_is_damaged_keeps_no_other_from_being_woken(tmp_path: Path) -> None:
    path = tmp_path / "rapport.db"
    store, blueprint = SqliteStore(path), ex.blueprint()
    records = SqliteRecords(path)
    people = [Identifier("email", f"{name}@example.com") for name in ("ada", "ben")]
    with store.transaction() as transaction:
        transaction.publish(ex.BRAND_KEY, blueprint.releases[0])
        for number, who in enumerate(people):
            events = (
                *ex.subscribed(ex.at(0, 8), f"-{number}"),
                ex.checkout(f"c{number}", ex.at(0, 9, number), f"basket-{number}"),
            )
            ingest(transaction, blueprint, [Incoming(e, (who,)) for e in events], ex.at(0, 9))
        ada, ben = transaction.owners(ex.BRAND_KEY, people).values()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE states SET state = x'00ff' WHERE profile = ?", (ada,))
    connection.close()

    with pytest.raises(CodecError), store.transaction() as transaction:
        wake(transaction, blueprint, ex.at(9), 10)
    # Nothing is sent here, so the dispatcher's writer and sender are never asked.
    nobody = Dispatcher(store, None, None, TurnedClock(ex.at(9)))  # type: ignore[arg-type]
    host = EmbeddedHost(store, Publications(records), TurnedClock(ex.at(9)), nobody)
    assert host.wake(ex.BRAND_KEY) == 1
    with store.transaction() as transaction:
        assert transaction.due(ex.BRAND_KEY, ex.at(9), 10) == [ada]
        assert transaction.states(ex.BRAND_KEY, [ben])[ben].clock == ex.at(9)
    records.close()
    store.close()


@pytest.mark.parametrize("content", [b"", b"\n", b"short", b"\xff\xfe"])
def test_a_secret_that_was_cut_short_signs_no_links(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "secret").write_bytes(content)
    settings = load({"RAPPORT_HOME": str(tmp_path)})
    with pytest.raises(UserError, match="holds no secret"):
        Installation(settings, TurnedClock(ex.at(0)))


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_a_link_to_itself_is_a_mistake_like_others(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / name).symlink_to(name)
    with pytest.raises(BrandFolderError, match=f"{name}: cannot be read: it is a link to itself"):
        read_brand_folder(tmp_path)


def test_a_catalogue_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "catalogue.csv").mkdir()
    with pytest.raises(UserError, match="cannot be read"):
        read_catalogue(tmp_path / "catalogue.csv", shop_url="https://a.example")


def test_refunds_never_take_back_more_than_was_ever_paid() -> None:
    state, blueprint = ProfileState("ada"), ex.blueprint()
    for number in range(MAX_RECENT + 1):  # so that nobody knows any more which of them is meant
        bought = ex.order(f"o{number}", ex.at(0, number), f"b{number}", token=f"c{number}")
        state, _ = step(blueprint, state, bought)
    paid = state.orders.value
    assert paid > 0
    taken = 0
    for number in range(3):
        refund = OrderRefunded(order_id=f"unknown-{number}", amount=10**12)
        state, effects = step(blueprint, state, ex.event(f"r{number}", ex.at(1, number), refund))
        taken += sum(effect.revenue for effect in effects if isinstance(effect, Reversed))
    assert taken == paid
    assert state.orders.value == 0
