"""What came of one message or silence, as far as it counts for it, and what that does not show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from one_persons_world import ADA, BEA, BRAND, Shop

from rapport.app.explaining.came_of_one import NOT_KEPT, OF_A_MESSAGE, OF_SILENCE, CameOf
from rapport.app.stopping.stops import stop
from rapport.core.codec import decode_decision
from rapport.core.events import Identifier
from rapport.core.oversight.audit import Act
from rapport.core.oversight.stopping import BRAND as WHOLE_BRAND
from rapport.core.oversight.stopping import Switch
from rapport.core.time import DAY, HOUR
from rapport.ports import MessageRow
from rapport.testing import examples as ex


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path)
    yield shop
    shop.close()


def first(shop: Shop) -> MessageRow:
    """The first message that anybody got."""
    return shop.records.messages(BRAND)[-1]


def came_of(shop: Shop, row: MessageRow) -> CameOf:
    return shop.people.came_of(BRAND, row.decision, row.status, row.profile)


def test_an_open_window_says_until_when_and_what_came_so_far(shop: Shop) -> None:
    shop.leaves()
    shop.until(ex.at(0, 12))
    told = came_of(shop, first(shop))
    assert told.says == ("Still open until 6 Mar 2026, 10:45: no order so far.",)
    assert told.note == OF_A_MESSAGE
    shop.tell(ADA, ex.order("o1", ex.at(0, 13), "1001"))
    assert came_of(shop, first(shop)).says == (
        "Still open until 6 Mar 2026, 10:45: one order of £48.00 (margin £24.00) so far.",
    )


def test_a_closed_one_says_what_was_ordered_within_how_long(shop: Shop) -> None:
    shop.leaves()
    shop.until(ex.at(0, 12))
    shop.tell(ADA, ex.order("o1", ex.at(0, 13), "1001"))
    shop.until(ex.at(5))
    assert came_of(shop, first(shop)).says == (
        "Within 4 days: one order of £48.00 (margin £24.00).",
    )


def test_where_the_next_choice_came_first_that_is_where_it_ends(shop: Shop) -> None:
    shop.leaves()
    shop.until(ex.at(6))
    assert len(shop.records.messages(BRAND)) == 2
    assert came_of(shop, first(shop)).says == (
        "No order within 1 day; then the next choice was made for them.",
    )
    assert came_of(shop, shop.records.messages(BRAND)[0]).says == ("No order within 4 days.",)


def test_several_orders_are_summed_and_one_without_money_says_so(shop: Shop) -> None:
    shop.leaves()
    shop.leaves(BEA, token="c2")
    shop.until(ex.at(0, 12))
    for n in (1, 2):
        shop.tell(ADA, ex.order(f"o{n}", ex.at(0, 12 + n), f"100{n}", token=f"c{n}0"))
    abroad = ex.order("o3", ex.at(0, 16), "1003", token="c2")
    shop.tell(BEA, replace(abroad, body=replace(abroad.body, currency="EUR")))
    shop.until(ex.at(5))
    said = {row.profile: came_of(shop, row).says[0] for row in shop.records.messages(BRAND)}
    ada, bea = (shop.records.owner(BRAND, Identifier("email", one)) for one in (ADA, BEA))
    assert said[str(ada)].startswith("Within 4 days: 2 orders of £96.00 together (margin £48.00).")
    assert said[str(bea)].startswith("Within 4 days: one order, of which no money counts: ")


def test_an_opt_out_that_counts_against_it_is_told_whenever_it_came(shop: Shop) -> None:
    shop.leaves()
    shop.until(ex.at(10))
    shop.tell(ADA, ex.unsubscribed("out", ex.at(10, 9)))
    older, newer = (came_of(shop, row) for row in reversed(shop.records.messages(BRAND)))
    gone = "They unsubscribed on 12 Mar 2026, 09:00, which counts against this message."
    assert newer.says == ("No order within 4 days.", gone)
    assert gone not in older.says


def test_of_a_message_that_did_not_go_out_nothing_is_said(shop: Shop) -> None:
    shop.leaves()
    shop.until(ex.at(0, 10, 40))
    shop.tell(ADA, ex.unsubscribed("out", ex.at(0, 10, 45)))
    shop.until(ex.at(6))
    for row in shop.records.messages(BRAND):
        assert (row.status, came_of(shop, row)) == ("stopped", CameOf())


def test_what_was_not_kept_is_not_made_up(shop: Shop) -> None:
    profile = shop.leaves()
    shop.until(ex.at(0, 12))
    row = first(shop)
    with shop.store.transaction() as transaction:
        transaction._db.execute("DELETE FROM states WHERE profile = ?", (profile,))
    assert came_of(shop, row).says == (NOT_KEPT,)
    assert shop.people.came_of(BRAND, "no-such-decision") == CameOf()


def test_a_damaged_outcome_is_told_and_hides_nothing_else(shop: Shop) -> None:
    shop.leaves()
    shop.until(ex.at(6))
    with shop.store.transaction() as transaction:
        transaction._db.execute("UPDATE outcomes SET body = x'00'")
    (said,) = came_of(shop, first(shop)).says
    assert said.startswith("What came of it cannot be read: ")
    assert "table outcomes" in said


def test_a_silence_has_an_outcome_too(tmp_path: Path) -> None:
    shop = Shop(tmp_path, ex.HOLDOUT_ONLY)
    shop.leaves()
    shop.until(ex.at(0, 12))
    shop.tell(ADA, ex.order("o1", ex.at(1), "1001"))
    shop.until(ex.at(6))
    every = map(decode_decision, shop.records.all_decisions(BRAND))
    held = [one.id for one in every if one.reason == "holdout"]
    told = shop.people.came_of(BRAND, held[0])
    assert told == CameOf(("Within 4 days: one order of £48.00 (margin £24.00).",), OF_SILENCE)
    shop.close()


def test_of_somebody_who_became_another_profile_it_is_told_under_the_one_they_have(
    shop: Shop,
) -> None:
    user = Identifier("user_id", "u1")
    shop.tell("", ex.viewed("v1", ex.at(0, 8)), also=(user,))
    shop.leaves()
    shop.until(ex.at(0, 12))
    row = first(shop)
    decided = decode_decision(shop.records.decision(BRAND, row.decision) or b"")
    assert came_of(shop, row).says
    # The visitor is older, and the one who stays.
    stays = shop.tell(ADA, ex.viewed("v2", ex.at(0, 13)), also=(user,))
    now = first(shop)
    assert now.profile == stays
    assert came_of(shop, now).says == ("Still open until 6 Mar 2026, 10:45: no order so far.",)
    assert shop.people.came_of(BRAND, decided.id).says == came_of(shop, now).says


def test_a_stop_that_made_it_lapse_leaves_no_outcome(shop: Shop) -> None:
    shop.leaves()
    shop.until(ex.at(0, 10, 40))
    with shop.store.transaction() as transaction:
        stop(transaction, BRAND, Switch(WHOLE_BRAND), Act("Nell", "a flood", shop.clock.at))
    shop.until(ex.at(0, 10) + DAY + HOUR)
    lapsed = [row for row in shop.records.messages(BRAND) if "a flood" in row.reason]
    assert lapsed
    assert came_of(shop, lapsed[0]) == CameOf()
