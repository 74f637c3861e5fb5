"""Publishing: what changed gets the next number and holds from then on; the rest stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.events.process import Received, process, wake
from rapport.app.evidence.intent_prior import shipped_intent
from rapport.app.in_charge.audit_log import all_entries
from rapport.app.publishing.publish import (
    publish_catalogue,
    publish_predictions,
    publish_release,
    published,
)
from rapport.core.blueprint import Blueprint, Release
from rapport.core.brand import Brand
from rapport.core.catalogue import Catalogue
from rapport.core.effects import Decided
from rapport.core.person.intent import IntentModel
from rapport.core.person.rhythm import RhythmModel
from rapport.core.time import DAY, HOUR, Instant
from rapport.errors import TemporaryError, UserError
from rapport.testing import examples as ex

BRAND = ex.brand(arms=ex.USUAL_ONLY)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(tmp_path / "rapport.db")
    yield store
    store.close()


def publish(store: SqliteStore, since: Instant, brand: Brand = BRAND) -> Release:
    with store.transaction() as transaction:
        return publish_release(transaction, ex.folder(brand), since)


def stock(store: SqliteStore, since: Instant, *titles: str) -> Catalogue:
    products = {title: replace(ex.MUG, id=title, title=title) for title in titles}
    with store.transaction() as transaction:
        return publish_catalogue(transaction, ex.BRAND_KEY, products, since)


def now_published(store: SqliteStore) -> Blueprint:
    with store.transaction() as transaction:
        return published(transaction, ex.BRAND_KEY)


def test_the_first_release_comes_with_a_policy_that_has_learnt_nothing(store: SqliteStore) -> None:
    release = publish(store, ex.at(0))
    assert release.number == 1
    blueprint = now_published(store)
    assert blueprint.releases == (release,)
    assert [(p.number, p.since, p.decisions) for p in blueprint.policies] == [(0, ex.at(0), 0)]


def test_what_did_not_change_is_not_published_again(store: SqliteStore) -> None:
    first = publish(store, ex.at(0))
    assert publish(store, ex.at(1)) == first
    assert now_published(store).releases == (first,)


def test_numbers_rise_and_going_back_is_a_release_of_its_own(store: SqliteStore) -> None:
    names = ["Harbour", "Haven", "Harbour"]
    numbers = [
        publish(store, ex.at(day), replace(BRAND, name=name)).number
        for day, name in enumerate(names)
    ]
    assert numbers == [1, 2, 3]
    blueprint = now_published(store)
    assert [blueprint.release_at(ex.at(day)).brand.name for day in range(3)] == names
    assert blueprint.release_at(ex.at(1) - 1).number == 1
    assert blueprint.release_at(ex.at(400)).number == 3


def test_a_clock_that_went_back_does_not_change_what_held_before(store: SqliteStore) -> None:
    publish(store, ex.at(5))
    late = publish(store, ex.at(1), replace(BRAND, name="Haven"))
    assert late.since == ex.at(5)
    assert now_published(store).release_at(ex.at(5)) == late


def test_catalogues_hold_by_time_and_only_changes_count(store: SqliteStore) -> None:
    publish(store, 0)
    assert stock(store, ex.at(0), "mug").number == 1
    assert stock(store, ex.at(1), "mug").number == 1
    assert stock(store, ex.at(2), "mug", "bowl").number == 2
    blueprint = now_published(store)
    assert set(blueprint.products_at(ex.at(2) - 1)) == {"mug"}
    assert set(blueprint.products_at(ex.at(2))) == {"mug", "bowl"}


def test_a_catalogue_without_a_brand_is_refused(store: SqliteStore) -> None:
    with pytest.raises(UserError, match="rapport publish"):
        stock(store, 0, "mug")


def test_a_run_keeps_the_flow_and_the_framework_that_it_started_with(store: SqliteStore) -> None:
    publish(store, 0)
    events = [*ex.subscribed(ex.at(0, 9)), ex.checkout("left", ex.at(0, 10))]
    with store.transaction() as transaction:
        received = [Received("ada", event, event.at) for event in events]
        process(transaction, published(transaction, ex.BRAND_KEY), received)
    another = replace(ex.CHECKOUT_FLOW, nodes=ex.CHECKOUT_FLOW.nodes[-1:])
    with store.transaction() as transaction:
        changed = replace(ex.folder(BRAND), frameworks=(), flows=(another,))
        publish_release(transaction, changed, ex.at(0, 10) + 1)
        _, effects = wake(
            transaction, published(transaction, ex.BRAND_KEY), ex.at(0, 10) + HOUR, 10
        )
    (decided,) = [effect.decision for effect in effects if isinstance(effect, Decided)]
    assert (decided.release, decided.point, decided.action.hold) == (1, "first", False)


def test_somebody_who_enters_later_runs_in_the_new_release(store: SqliteStore) -> None:
    publish(store, 0)
    publish(store, ex.at(1), replace(BRAND, name="Haven"))
    events = [*ex.subscribed(ex.at(1, 9)), ex.checkout("left", ex.at(1, 10))]
    with store.transaction() as transaction:
        received = [Received("ada", event, event.at) for event in events]
        process(transaction, published(transaction, ex.BRAND_KEY), received)
        (run,) = transaction.states(ex.BRAND_KEY, ["ada"])["ada"].runs
    assert run.release == 2


def test_another_process_sees_what_was_published(store: SqliteStore, tmp_path: Path) -> None:
    other = SqliteStore(tmp_path / "rapport.db")
    try:
        versions = []
        for day in range(3):
            publish(store, ex.at(day), replace(BRAND, name=f"Name {day}"))
            with other.transaction() as transaction:
                versions.append(transaction.version(ex.BRAND_KEY))
        stock(store, ex.at(4), "mug")
        with other.transaction() as transaction:
            versions.append(transaction.version(ex.BRAND_KEY))
            seen = published(transaction, ex.BRAND_KEY)
        assert seen == now_published(store)
        assert versions == [(1, 0, -1, 0), (2, 0, -1, 0), (3, 0, -1, 0), (3, 0, 1, 0)]
    finally:
        other.close()


def test_a_brand_begins_with_the_intent_that_ships_and_keeps_what_it_learnt_since(
    store: SqliteStore,
) -> None:
    publish(store, 0)
    (first,) = now_published(store).predictions
    assert (first.number, first.intent) == (0, shipped_intent())
    own = IntentModel()
    with store.transaction() as transaction:
        publish_predictions(transaction, ex.BRAND_KEY, DAY, "learnt", by="Nell", intent=own)
    publish(store, 2 * DAY, replace(BRAND, name="Haven"))
    assert [one.intent for one in now_published(store).predictions] == [shipped_intent(), own]


def predict(store: SqliteStore, intent: IntentModel) -> None:
    with store.transaction() as transaction:
        publish_predictions(transaction, ex.BRAND_KEY, DAY, "learnt", by="Nell", intent=intent)


def test_predictions_that_find_the_disk_full_change_nothing(store: SqliteStore) -> None:
    publish(store, 0)
    before = now_published(store)
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(TemporaryError, match="full"):
        predict(store, shipped_intent())
    assert now_published(store) == before
    store._db.execute("PRAGMA max_page_count = 1000000")
    predict(store, shipped_intent())
    assert [one.number for one in now_published(store).predictions] == [0, 1]


def test_brands_do_not_see_each_other(store: SqliteStore) -> None:
    publish(store, 0)
    publish(store, DAY, replace(BRAND, key="other", name="Other"))
    assert [r.brand.name for r in now_published(store).releases] == [BRAND.name]


def test_a_model_that_is_learnt_anew_leaves_the_other_as_it_was(store: SqliteStore) -> None:
    publish(store, ex.at(0))
    rhythm, intent = (
        RhythmModel(0.5, 60.0, 0.8, 2.5, customers=900),
        IntentModel(features=("looks",)),
    )
    with store.transaction() as transaction:
        first, both = (
            publish_predictions(transaction, ex.BRAND_KEY, since, "learnt", by="Nell", **model)
            for since, model in ((ex.at(2), {"intent": intent}), (ex.at(1), {"rhythm": rhythm}))
        )
        entries = list(all_entries(transaction, ex.BRAND_KEY))
    assert (first.number, first.rhythm) == (1, None)
    assert (both.number, both.intent, both.rhythm) == (2, intent, rhythm)
    blueprint = now_published(store)
    before = blueprint.predictions_at(ex.at(2) - 1)
    assert before is not None
    assert (before.number, before.rhythm) == (0, None)
    assert blueprint.predictions_at(ex.at(2)) == both  # a clock that went back changes no past
    assert both.since == ex.at(2)
    deeds = [(one.deed.who, one.deed.did, one.deed.what) for one in entries]
    assert deeds == [("Nell", "published", f"predictions {number}") for number in (1, 2)]
