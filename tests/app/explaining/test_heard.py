"""What one person heard and did not hear, in one list, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from one_persons_world import ADA, BEA, BRAND, Shop

from rapport.app.explaining.heard import Heard, HeardPage, Place, place_in
from rapport.core.brand import Cap
from rapport.core.codec import decode_decision
from rapport.core.deciding.silence import is_silence
from rapport.core.events import Identifier
from rapport.core.time import DAY
from rapport.testing import examples as ex


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """Ada leaves five baskets behind in as many weeks, and Bea one; three messages a month are
    enough."""
    shop = Shop(tmp_path, brand=ex.brand(arms=ex.USUAL_ONLY, caps=(Cap(3, 28 * DAY),)))
    shop.leaves(BEA, token="of-bea")
    for week in range(5):
        shop.leaves(ADA, day=7 * week + 1, token=f"c{week}")
    shop.until(ex.at(40))
    yield shop
    shop.close()


def ada(shop: Shop) -> str:
    return str(shop.records.owner(BRAND, Identifier("email", ADA)))


def whole(shop: Shop, most: int) -> list[Heard]:
    """All of it, gone through in pages of this size."""
    rows, before, found = list[Heard](), None, HeardPage((), (0, ""))
    while found.next is not None:
        found = shop.people.heard(BRAND, ada(shop), before, most)
        assert len(found.rows) <= most
        rows += found.rows
        before = found.next
    return rows


def test_messages_and_silences_stand_in_one_list_the_newest_first(shop: Shop) -> None:
    rows = whole(shop, 50)
    messages = {row.key for row in shop.records.messages(BRAND) if row.profile == ada(shop)}
    silent = [one for one in map(decode_decision, shop.records.all_decisions(BRAND))
              if is_silence(one) and one.profile == ada(shop)]  # fmt: skip
    assert {row.key for row in rows if not row.silent} == messages
    assert {row.key for row in rows if row.silent} == {one.id for one in silent}
    assert len(messages) > 2
    assert len(silent) > 2
    assert rows == sorted(rows, key=lambda row: (-row.at, row.key))
    assert {row.flow_name for row in rows} == {"Checkout left behind"}
    assert {row.words for row in rows if row.silent} == {
        "They have had enough messages lately, and later is too late."
    }
    assert {row.status for row in rows if not row.silent} == {"sent"}


@pytest.mark.parametrize("most", [1, 2, 3, 7])
def test_pages_of_any_size_come_to_the_same(shop: Shop, most: int) -> None:
    assert whole(shop, most) == whole(shop, 50)


def test_rows_of_one_millisecond_are_neither_lost_nor_told_twice(shop: Shop) -> None:
    with shop.store.transaction() as transaction:
        transaction._db.execute("UPDATE messages SET at = 5")
        transaction._db.execute("UPDATE decisions SET at = 5")
    keys = [row.key for row in whole(shop, 2)]
    assert len(keys) == len(set(keys)) == len(whole(shop, 50))


def test_what_was_decided_under_another_profile_is_theirs(shop: Shop) -> None:
    before = whole(shop, 50)
    user = Identifier("user_id", "u1")
    shop.tell("", ex.viewed("v1", ex.at(40, 8)), also=(user,))
    shop.tell(ADA, ex.viewed("v2", ex.at(40, 9)), also=(user,))
    assert whole(shop, 2) == before


def test_one_that_is_damaged_is_named_and_hides_no_other(shop: Shop) -> None:
    rows = whole(shop, 50)
    damaged = next(row for row in rows if row.silent)
    with shop.store.transaction() as transaction:
        sql = "UPDATE decisions SET body = x'00' WHERE id = ?"
        transaction._db.execute(sql, (damaged.key,))
    found = shop.people.heard(BRAND, ada(shop))
    assert list(found.rows) == [row for row in rows if row != damaged]
    assert [row.key for row in found.unreadable.first] == [damaged.key]
    assert [row.key for row in whole(shop, 1)] == [row.key for row in rows if row != damaged]


def test_of_somebody_of_whom_nothing_was_decided_there_is_nothing(shop: Shop) -> None:
    looked = shop.tell("cy@example.net", ex.viewed("v9", ex.at(40)))
    assert shop.people.heard(BRAND, looked) == HeardPage(())


@pytest.mark.parametrize(
    ("typed", "place"),
    [("5.a", (5, "a")), ("5.a.b", (5, "a.b")), ("5", (5, "")), ("", None), ("x.a", None),
     ("-1.a", None), ("٥.a", None), (f"{'9' * 16}.a", None)],
)  # fmt: skip
def test_a_place_is_read_as_addresses_have_it(typed: str, place: Place | None) -> None:
    assert place_in(typed) == place
