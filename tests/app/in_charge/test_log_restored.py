"""A restored backup cuts the audit log's end: said once by somebody in charge, and no cover for
anything else."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from test_audit_log import BRAND, Book

from rapport.app.in_charge.audit_log import anchor
from rapport.app.in_charge.people import NotAllowedError
from rapport.app.in_charge.restored import acknowledge
from rapport.core.oversight.audit import Act, Anchor
from rapport.core.oversight.people import PUBLISHER, VIEWER, Person
from rapport.errors import UserError


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    book = Book(tmp_path)
    book.do(3)
    yield book
    book.records.close()
    book.store.close()


def back_up(book: Book) -> Path:
    to = book.path.with_name("backup.db")
    to.unlink(missing_ok=True)
    with closing(sqlite3.connect(book.path)) as db, closing(sqlite3.connect(to)) as copy:
        db.backup(copy)
    return to


def restore(book: Book, backup: Path) -> Book:
    """The same folder with an older database in it; the anchors stay."""
    book.records.close()
    book.store.close()
    for old in book.path.parent.glob("rapport.db-*"):
        old.unlink()
    shutil.copy(backup, book.path)
    now = book.now
    book.__init__(book.path.parent)  # type: ignore[misc] opened anew
    book.now = now
    return book


def say(book: Book, why: str = "The disk died.", who: str = "Nell") -> tuple[Anchor, ...]:
    with book.store.transaction() as transaction:
        book.now += 1_000
        lost = acknowledge(transaction, book.anchors, BRAND, Act(who, why, book.now))
    anchor(book.records, book.anchors, BRAND)
    return lost


def test_after_a_restored_backup_the_log_is_whole_once_somebody_said_so(book: Book) -> None:
    backup = back_up(book)
    book.do(3)
    lost_head = book.verified().head
    restore(book, backup)
    assert book.verified().flaws
    assert [one.number for one in say(book)] == [4, 5, 6]
    found = book.verified(*([lost_head] if lost_head else []))
    assert (found.entries, found.unanchored, found.flaws) == (4, 0, ())
    (entry,) = found.restored
    assert (entry.number, entry.deed.who, entry.deed.why) == (4, "Nell", "The disk died.")
    assert set(entry.deed.saw) == {"entry 4", "entry 5", "entry 6"}
    book.do(5)
    assert (book.verified().unanchored, book.verified().flaws) == (0, ())


def test_what_is_entered_before_anybody_said_so_has_its_anchors_too(book: Book) -> None:
    backup = back_up(book)
    book.do(3)
    restore(book, backup)
    book.do(2)
    assert book.verified().unanchored == 0
    assert book.verified().flaws
    say(book)
    assert book.verified().flaws == ()


def test_a_cut_or_a_forged_entry_after_it_shows_again(book: Book) -> None:
    backup = back_up(book)
    book.do(3)
    restore(book, backup)
    say(book)
    book.do(4)
    book.tamper(
        "DELETE FROM audit_log WHERE number > 6",
        "DELETE FROM audit_heads",
        "INSERT INTO audit_heads SELECT brand, number, hash FROM audit_log WHERE number = 6",
    )
    assert book.verified().flaws == (
        "entry 8 was in the log once, and is not: it ends with entry 6",
    )
    book.do(2)
    assert "entry 7 is not the one that was in the log once" in book.verified().flaws


def test_an_anchor_that_nobody_said_was_lost_is_a_flaw_all_the_same(book: Book) -> None:
    backup = back_up(book)
    book.do(2)
    restore(book, backup)
    say(book)
    forged = Anchor(4, "f" * 64)
    assert book.verified(forged).flaws == ("entry 4 is not the one that was in the log once",)


def test_a_second_backup_may_cut_off_what_was_said_of_the_first(book: Book) -> None:
    older = back_up(book).rename(book.path.with_name("older.db"))
    book.do(2)
    newer = back_up(book)
    book.do(2)
    restore(book, newer)
    say(book)
    book.do(1)
    restore(book, older)
    assert book.verified().flaws
    assert {one.number for one in say(book, "The older one.")} == {4, 5, 6, 7}
    assert book.verified().flaws == ()
    book.do(3)
    assert (book.verified().unanchored, book.verified().flaws) == (0, ())


def test_where_nothing_was_lost_or_the_log_itself_is_amiss_there_is_nothing_to_say(
    book: Book,
) -> None:
    with pytest.raises(UserError, match="nothing was lost"):
        say(book)
    backup = back_up(book)
    book.do(2)
    restore(book, backup)
    with pytest.raises(UserError, match="Say why"):
        say(book, " ")
    book.tamper("UPDATE audit_log SET at = at + 1 WHERE number = 2")
    with pytest.raises(UserError, match="itself is not what it was: entry 2"):
        say(book)
    assert book.verified().entries == 3


def test_only_a_publisher_says_so(book: Book) -> None:
    backup = back_up(book)
    book.do(1)
    restore(book, backup)
    with book.store.transaction() as transaction:
        transaction.save_person(BRAND, Person("Nell", PUBLISHER, "salt", "digest", 0))
        transaction.save_person(BRAND, Person("Max", VIEWER, "salt", "digest", 0))
    with pytest.raises(NotAllowedError, match="only a publisher"):
        say(book, who="Max")
    say(book)
    assert book.verified().flaws == ()
