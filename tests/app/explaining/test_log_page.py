"""The audit log page by page, over a real store, also where somebody tampered with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tampering import tamper

from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.explaining.deeds_in_words import FILES, STOPS, Called
from rapport.app.explaining.log_page import AT_ONCE, Asked, log_page, log_table, looked_through
from rapport.app.in_charge.audit_log import Verified, note
from rapport.core.oversight.audit import Anchor, Deed
from rapport.core.time import Zone

BRAND = "harbour"
THINGS = Called({}, {})
ENTRIES = 2 * AT_ONCE + 30


class Book:
    """A long audit log, every tenth entry of it a stop by Max."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "rapport.db"
        self.store = SqliteStore(self.path, lasting=False)
        self.records = SqliteRecords(self.path)
        with self.store.transaction() as transaction:
            for number in range(1, ENTRIES + 1):
                deed = Deed("Nell", "edited", "the voice")
                if number % 10 == 0:
                    deed = Deed("Max", "stopped", "the brand", "A sale.")
                note(transaction, BRAND, 1_000 * number, deed)

    def numbers(self, most: int = 50, **asked: str) -> list[int]:
        """Of all pages, one after the other."""
        found: list[int] = []
        before = None
        while True:
            asked_of = Asked(before=before, **asked)  # type: ignore[arg-type] words alone
            here = log_page(self.records, BRAND, THINGS, asked_of, most)
            found += [one.number for one in here.lines]
            if here.next is None:
                return found
            assert len(here.lines) == most
            before = here.next

    def tamper(self, *statements: str) -> None:
        tamper(self.path, *statements)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    book = Book(tmp_path)
    yield book
    book.records.close()
    book.store.close()


def test_every_entry_is_on_one_page_the_newest_first(book: Book) -> None:
    assert book.numbers() == list(range(ENTRIES, 0, -1))
    head = log_page(book.records, BRAND, THINGS, Asked()).head
    assert head is not None
    assert head.number == ENTRIES


@pytest.mark.parametrize("most", [1, 7, AT_ONCE, AT_ONCE + 1, 10 * ENTRIES])
def test_pages_of_any_length_hold_the_same(book: Book, most: int) -> None:
    stops = list(range(ENTRIES - ENTRIES % 10, 0, -10))
    assert book.numbers(most, kind=STOPS) == stops
    assert book.numbers(most, who="max") == stops
    assert book.numbers(most, who="max", kind=FILES) == []
    assert book.numbers(most, who="nobody") == []


@pytest.mark.parametrize("who", ["owner", "The owner", "the OWNER"])
def test_a_person_is_found_by_the_name_that_is_shown(book: Book, who: str) -> None:
    with book.store.transaction() as transaction:
        note(transaction, BRAND, 1, Deed("owner", "stopped", "the brand", "A sale."))
        note(transaction, BRAND, 2, Deed("", "stopped", "the brand", "A sale."))
    here = log_page(book.records, BRAND, THINGS, Asked(who=who))
    assert [one.said.who for one in here.lines] == ["The owner"]
    assert book.numbers(who=log_page(book.records, BRAND, THINGS, Asked(), 1).lines[0].said.who)


def test_the_table_says_of_each_entry_what_its_page_says(book: Book) -> None:
    with book.store.transaction() as transaction:
        note(transaction, BRAND, 1, Deed("owner", "approved", "draft d1", "", {"subject": "Tea"}))
        note(transaction, BRAND, 2, Deed("Nell", "published", "policy 3", "It is better."))
    here = log_page(book.records, BRAND, THINGS, Asked(), 40)
    entries = book.records.audit_entries(BRAND, ENTRIES - 38)
    rows = log_table(entries, Zone("UTC", (), (0,)), THINGS).rows
    assert [row[0] for row in rows] == [str(one.number) for one in here.lines[::-1]]
    assert [row[2:4] for row in rows] == [(one.said.who, one.said.did) for one in here.lines[::-1]]
    assert rows[-2][2:] == ("The owner", "approved a draft", "draft d1", "", "subject: Tea")
    assert rows[-1][2:] == ("Nell", "published policy 3", "", "It is better.", "")


def test_a_brand_of_which_nothing_is_entered_has_an_empty_page(book: Book) -> None:
    here = log_page(book.records, "quarry", THINGS, Asked())
    assert (here.lines, here.next, here.head) == ((), None, None)


@pytest.mark.parametrize("before", [0, 1, ENTRIES + 1, 10**15 - 1])
def test_a_page_before_any_number_is_a_page(book: Book, before: int) -> None:
    here = log_page(book.records, BRAND, THINGS, Asked(before=before))
    assert [one.number for one in here.lines] == list(range(min(before - 1, ENTRIES), 0, -1))[:50]


@pytest.mark.parametrize(
    ("statement", "first"),
    [
        (f"UPDATE audit_heads SET number = {10**15}", ENTRIES),
        ("UPDATE audit_heads SET number = 3", ENTRIES),
        ("UPDATE audit_heads SET number = -4", ENTRIES),
        ("UPDATE audit_heads SET number = 'none'", ENTRIES),
        ("DELETE FROM audit_heads", ENTRIES),
        (f"DELETE FROM audit_log WHERE number = {ENTRIES}", ENTRIES - 1),
        (f"INSERT INTO audit_log SELECT brand, {ENTRIES + 9}, at, body, before, hash "
         "FROM audit_log WHERE number = 1", ENTRIES + 9),
    ],
)  # fmt: skip
def test_nothing_of_a_log_that_is_not_whole_is_left_out(
    book: Book, statement: str, first: int
) -> None:
    book.tamper(statement)
    found = book.numbers()
    assert found[0] == first
    assert set(range(1, ENTRIES)) <= set(found)
    assert found == sorted(found, reverse=True)


def test_an_entry_that_cannot_be_read_is_shown_as_such(book: Book) -> None:
    book.tamper("UPDATE audit_log SET body = x'ff' WHERE number = 1030")
    first = log_page(book.records, BRAND, THINGS, Asked()).lines[0]
    assert (first.number, first.said.who) == (1030, "An entry that cannot be read")


def test_what_looking_through_it_found_is_said() -> None:
    head = Anchor(3, "f" * 64)
    fine = looked_through(Verified(BRAND, 3, head, 1, (), untold=(2,)))
    assert (fine.whole, fine.flaws) == (True, ())
    assert fine.says[0] == "3 entries, each as it was made and in its order."
    assert fine.says[1].startswith("No entry tells what was in release 2: a change there")
    assert "since an older Rapport" not in fine.says[1]
    assert fine.says[2].startswith("1 of them has no anchor")
    assert "taken away since" in fine.says[2]
    alone = looked_through(Verified(BRAND, 3, head, 3, (), anchors_missing=True))
    assert alone.whole
    assert f"audit/{BRAND}.anchors in the home folder, is missing or empty" in alone.says[1]
    assert not any("have no anchor" in one for one in alone.says)
    amiss = looked_through(Verified(BRAND, 3, head, 0, ("entry 2 is gone",)))
    assert (amiss.whole, amiss.flaws) == (False, ("entry 2 is gone",))
    assert "is not what it was" in amiss.says[0]
