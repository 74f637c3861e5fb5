"""The audit log over a real store: nothing done to the database goes unseen."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tampering import tamper

from rapport.adapters.anchor_files import AnchorFiles
from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.in_charge.audit_log import Verified, anchor, note, verify
from rapport.core.oversight.audit import Anchor, Deed
from rapport.errors import RapportError, TemporaryError

BRAND = "harbour"


class Book:
    """A brand's audit log in a folder, and somebody who tampers with it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "rapport.db"
        self.store = SqliteStore(self.path)
        self.records = SqliteRecords(self.path)
        self.anchors = AnchorFiles(folder / "audit")
        self.now = 0

    def do(self, count: int = 1, *, anchored: bool = True) -> None:
        for _ in range(count):
            with self.store.transaction() as transaction:
                self.now += 1_000
                deed = Deed("Nell", "published", "policy 1", "Better.")
                note(transaction, BRAND, self.now, deed)
        if anchored:
            anchor(self.records, self.anchors, BRAND)

    def verified(self, *expected: Anchor) -> Verified:
        return verify(self.records, self.anchors, BRAND, expected)

    def tamper(self, *statements: str) -> None:
        tamper(self.path, *statements)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    book = Book(tmp_path)
    yield book
    book.records.close()
    book.store.close()


def test_a_log_that_nobody_touched_is_whole(book: Book) -> None:
    assert book.verified() == Verified(BRAND, 0, None, 0, ())
    book.do(5)
    found = book.verified()
    assert (found.entries, found.unanchored, found.flaws) == (5, 0, ())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_log SET at = at + 1 WHERE number = 3",
        "UPDATE audit_log SET body = replace(body, 'Nell', 'Eve') WHERE number = 3",
        "UPDATE audit_log SET body = 'nonsense' WHERE number = 3",
        "UPDATE audit_log SET body = x'ff' WHERE number = 3",
        "UPDATE audit_log SET at = 'noon' WHERE number = 3",
        "UPDATE audit_log SET hash = 'f' || substr(hash, 2) WHERE number = 5",
        "UPDATE audit_log SET before = hash WHERE number = 1",
        "DELETE FROM audit_log WHERE number = 1",
        "DELETE FROM audit_log WHERE number = 3",
        "DELETE FROM audit_log WHERE number = 5",
        "DELETE FROM audit_log",
        "UPDATE audit_log SET number = 9 WHERE number = 3",
        "INSERT INTO audit_log SELECT brand, 6, at, body, hash, hash FROM audit_log "
        "WHERE number = 5",
        "DELETE FROM audit_heads",
        "UPDATE audit_heads SET number = 3",
    ],
)
def test_whatever_is_done_to_the_table_is_found(book: Book, statement: str) -> None:
    book.do(5)
    book.tamper(statement)
    assert book.verified().flaws


@pytest.mark.parametrize(
    "body",
    [
        "replace(CAST(body AS TEXT), ',', ', ')",
        "body || ' '",
        "'\n' || CAST(body AS TEXT)",
        """replace(CAST(body AS TEXT), '"who":', '"who":"Eve","who":')""",
        """replace(CAST(body AS TEXT), '"who":', '"for":"Eve","who":')""",
        """replace(CAST(body AS TEXT), 'Nell', '\\u004eell')""",
    ],
)
def test_an_entry_that_says_the_same_in_other_letters_is_found(book: Book, body: str) -> None:
    book.do(5)
    book.tamper(f"UPDATE audit_log SET body = {body} WHERE number = 3")
    (flaw,) = book.verified().flaws
    assert flaw == "entry 3 says the same, but is not kept as it was written"


def test_swapping_two_entries_is_found(book: Book) -> None:
    book.do(5)
    book.tamper(
        "UPDATE audit_log SET number = 99 WHERE number = 2",
        "UPDATE audit_log SET number = 2 WHERE number = 3",
        "UPDATE audit_log SET number = 3 WHERE number = 99",
    )
    assert book.verified().flaws


CUT_OFF = ("DELETE FROM audit_log WHERE number > 3", "DELETE FROM audit_heads")
REHEADED = "INSERT INTO audit_heads SELECT brand, number, hash FROM audit_log WHERE number = 3"


def test_an_end_that_was_cut_off_cleanly_shows_against_the_anchors_beside(book: Book) -> None:
    book.do(5)
    book.tamper(*CUT_OFF, REHEADED)
    assert book.verified().flaws == (
        "entry 5 was in the log once, and is not: it ends with entry 3",
    )


def test_what_is_entered_after_a_cut_does_not_hide_it(book: Book) -> None:
    book.do(5)
    book.tamper(*CUT_OFF, REHEADED)
    book.do(4)
    assert book.verified().flaws[0] == "entry 4 is not the one that was in the log once"


def test_an_anchor_that_a_person_kept_shows_a_cut_even_where_both_were_cut(book: Book) -> None:
    book.do(5)
    head = book.verified().head
    assert head is not None
    book.tamper(*CUT_OFF, REHEADED)
    book.anchors.path(BRAND).unlink()
    assert book.verified().flaws == ()
    assert book.verified(head).flaws


def test_that_the_anchors_are_gone_altogether_is_known(book: Book) -> None:
    assert not book.verified().anchors_missing  # nothing was entered yet
    book.do(3)
    assert not book.verified().anchors_missing
    book.anchors.path(BRAND).unlink()
    assert (book.verified().anchors_missing, book.verified().unanchored) == (True, 3)
    book.do(1)
    assert not book.verified().anchors_missing


def test_entries_that_no_anchor_covers_are_counted_and_covered_by_the_next(book: Book) -> None:
    book.do(2)
    book.do(1, anchored=False)
    assert (book.verified().unanchored, book.verified().flaws) == (1, ())
    book.do(1)
    assert book.verified().unanchored == 0


def test_a_torn_line_of_anchors_is_no_anchor_and_spoils_none(book: Book) -> None:
    book.do(2)
    path = book.anchors.path(BRAND)
    path.write_bytes(path.read_bytes()[:-9])
    assert (book.verified().unanchored, book.verified().flaws) == (1, ())
    book.do(1)
    assert (book.verified().unanchored, book.verified().flaws) == (0, ())


@pytest.mark.parametrize(
    "junk",
    [
        b"junk\n", b"junk", b"\n", b"\r\n", b" ", b"\xff\xfe", b"\0" * 64, b"3 " + b"f" * 63,
        b"1 " + b"F" * 64 + b"\n", b"01 ", b"1\x0b" + b"f" * 64, b"# a note\n", b"x" * 10_000,
    ],
)  # fmt: skip
def test_what_is_among_the_anchors_and_is_none_is_named(book: Book, junk: bytes) -> None:
    book.do(2)
    path = book.anchors.path(BRAND)
    with path.open("ab") as file:
        file.write(junk)
    (flaw,) = book.verified().flaws
    assert flaw.startswith("line 3 of the anchors in files is none: ")
    assert len(flaw) < 500
    book.do(1)
    (flaw,) = book.verified().flaws
    assert flaw.startswith("line 3 ")


@pytest.mark.parametrize("left", [0, 1, 2, 30, 65, 66])
def test_an_anchor_that_a_power_cut_left_unfinished_is_no_flaw(book: Book, left: int) -> None:
    book.do(2)
    path = book.anchors.path(BRAND)
    first, second = path.read_bytes().splitlines()
    path.write_bytes(first + b"\n" + second[:left])
    assert book.verified().flaws == ()
    book.do(1)
    assert (book.verified().unanchored, book.verified().flaws) == (0, ())


def test_anchors_that_can_be_neither_read_nor_written_are_a_passing_trouble(book: Book) -> None:
    book.do(1)
    path = book.anchors.path(BRAND)
    path.unlink()
    path.mkdir()
    with pytest.raises(TemporaryError, match=r"cannot be read from .*anchors: Is a directory"):
        book.do(1)
    with pytest.raises(TemporaryError, match="cannot be read"):
        book.verified()
    with pytest.raises(TemporaryError, match=r"cannot be written to .*anchors: Is a directory"):
        book.anchors.add(BRAND, [Anchor(1, "0" * 64)])
    path.rmdir()
    book.do(1)
    assert (book.verified().entries, book.verified().unanchored) == (3, 0)


def test_the_store_itself_neither_changes_nor_removes_an_entry(book: Book) -> None:
    book.do(1)
    with closing(sqlite3.connect(book.path)) as db:
        for statement in ("UPDATE audit_log SET at = 0", "DELETE FROM audit_log"):
            with pytest.raises(sqlite3.IntegrityError, match="audit log is never"):
                db.execute(statement)


def test_a_deed_of_an_unknown_kind_is_not_written(book: Book) -> None:
    with pytest.raises(RapportError, match="'forgot'"), book.store.transaction() as transaction:
        note(transaction, BRAND, 0, Deed("Nell", "forgot", "policy 1"))


def test_a_deed_that_is_given_up_is_not_in_the_log(book: Book) -> None:
    def give_up() -> None:
        with book.store.transaction() as transaction:
            note(transaction, BRAND, 0, Deed("Nell", "published", "policy 1"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        give_up()
    assert book.verified().entries == 0
