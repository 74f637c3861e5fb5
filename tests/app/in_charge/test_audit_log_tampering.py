"""Whatever is done to the file: where the log is called whole, it says what was entered.

Two ways: through SQL, as somebody with the database would, and byte by byte, as a disk would.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapport.adapters.anchor_files import AnchorFiles
from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.in_charge.audit_log import all_entries, anchor, note, verify
from rapport.core.oversight.audit import Deed, Entry
from rapport.errors import RapportError

BRAND, OTHER = "harbour", "quarry"
ENTRIES = 8
DEEDS = ("approved", "edited", "rejected", "stopped", "resumed", "published", "overrode", "changed")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database in it whose log has an entry of each kind, and its anchors."""
    folder = tmp_path_factory.mktemp("log")
    store = SqliteStore(folder / "rapport.db")
    for number, did in enumerate(DEEDS):
        for brand in (BRAND, OTHER):
            with store.transaction() as transaction:
                saw = {"shown": f"{number:064x}"}
                deed = Deed("Nell", did, f"flow checkout{number}", "It is better.", saw)
                note(transaction, brand, 1_000 * number, deed)
    store.close()
    with closing(sqlite3.connect(folder / "rapport.db")) as db:
        db.execute("PRAGMA journal_mode = DELETE")  # so that one file holds all of it
    records = SqliteRecords(folder / "rapport.db")
    anchor(records, AnchorFiles(folder / "audit"), BRAND)
    records.close()
    return folder


def found(folder: Path) -> tuple[list[Entry], tuple[str, ...]]:
    """What the log says, and what is wrong with it. Raises RapportError where it cannot be read."""
    records = SqliteRecords(folder / "rapport.db")
    try:
        verified = verify(records, AnchorFiles(folder / "audit"), BRAND)
        return list(all_entries(records, BRAND)), verified.flaws
    finally:
        records.close()


def tampered(written: Path, do: Callable[[Path], None]) -> bool:
    """Whether it shows, or the log still says what was entered."""
    before, flaws = found(written)
    assert (len(before), flaws) == (ENTRIES, ())
    with TemporaryDirectory() as name:
        folder = Path(shutil.copytree(written, Path(name) / "log"))
        do(folder / "rapport.db")
        try:
            after, flaws = found(folder)
        except RapportError:
            return True
        return bool(flaws) or after == before


# --- Through SQL -------------------------------------------------------------------------------

NUMBERS = st.integers(1, ENTRIES)
VALUES = st.one_of(
    st.none(), st.integers(-3, ENTRIES + 3), st.integers(-(2**63), 2**63 - 1), st.floats(),
    st.text(max_size=12), st.binary(max_size=12), st.just("f" * 64), st.just("0" * 64),
    st.just(b'{"who":"Eve","did":"stopped","what":"x"}'),
)  # fmt: skip
CHANGES = st.one_of(
    st.tuples(
        st.sampled_from(
            [
                f"UPDATE OR REPLACE audit_log SET {column} = ? WHERE brand = '{BRAND}' "
                "AND number = ?"
                for column in ("brand", "number", "at", "body", "before", "hash")
            ]
        ),
        st.tuples(VALUES, NUMBERS),
    ),
    st.tuples(
        st.just(
            "UPDATE OR REPLACE audit_log SET body = replace(CAST(body AS TEXT), ?, ?) "
            "WHERE number = ?"
        ),
        st.tuples(
            st.sampled_from(["Nell", "flow", "stopped", "better", "0"]),
            st.text(max_size=4),
            NUMBERS,
        ),
    ),
    st.tuples(st.just("DELETE FROM audit_log WHERE number = ?"), st.tuples(NUMBERS)),
    st.tuples(st.just("DELETE FROM audit_log WHERE number > ?"), st.tuples(st.integers(0, 8))),
    st.tuples(
        st.just(
            "INSERT OR REPLACE INTO audit_log SELECT brand, ?, at, body, before, hash "
            "FROM audit_log WHERE number = ?"
        ),
        st.tuples(st.integers(-2, ENTRIES + 3), NUMBERS),
    ),
    st.tuples(
        st.just(
            f"INSERT OR REPLACE INTO audit_log SELECT '{BRAND}', number, at, body, before, hash "
            f"FROM audit_log WHERE brand = '{OTHER}' AND number = ?"
        ),
        st.tuples(NUMBERS),
    ),
    st.tuples(
        st.sampled_from(["UPDATE audit_heads SET number = ?", "UPDATE audit_heads SET hash = ?"]),
        st.tuples(VALUES),
    ),
    st.tuples(st.just("DELETE FROM audit_heads WHERE brand = ?"), st.just((BRAND,))),
    st.tuples(
        st.just(
            "UPDATE audit_heads SET (number, hash) = (SELECT number, hash FROM audit_log "
            f"WHERE brand = '{BRAND}' AND number = ?)"
        ),
        st.tuples(NUMBERS),
    ),
)


@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(changes=st.lists(CHANGES, min_size=1, max_size=4))
def test_whatever_is_done_through_sql_shows(
    written: Path, changes: list[tuple[str, tuple[object, ...]]]
) -> None:
    def do(path: Path) -> None:
        with closing(sqlite3.connect(path)) as db:
            db.execute("DROP TRIGGER audit_log_is_never_changed")
            db.execute("DROP TRIGGER audit_log_is_never_shortened")
            for statement, values in changes:
                try:
                    db.execute(statement, values)
                except (sqlite3.Error, OverflowError):
                    continue  # the schema itself refuses it
            db.commit()

    assert tampered(written, do)


@pytest.mark.parametrize(
    ("number", "named"),
    [
        (0, "0"), (-1, "-1"), (-(2**63), str(-(2**63))), (0.5, "0.5"), (2.5, "2.5"), (8.5, "8.5"),
        (1e300, "1.0e+300"), ("abc", "abc"), ("a\x1b[31m", "'a\\x1b[31m'"),
        (b"\xff", "\N{REPLACEMENT CHARACTER}"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("moved", [False, True])
def test_what_has_no_number_of_an_entry_is_named_as_it_is_kept(
    written: Path, number: object, named: str, moved: bool
) -> None:
    with TemporaryDirectory() as copied:
        folder = Path(shutil.copytree(written, Path(copied) / "log"))
        with closing(sqlite3.connect(folder / "rapport.db")) as db:
            db.execute("DROP TRIGGER audit_log_is_never_changed")
            put = (
                "UPDATE audit_log SET number = ? WHERE number = 3 AND brand = ?"
                if moved
                else "INSERT INTO audit_log SELECT brand, ?, at, body, before, hash "
                "FROM audit_log WHERE number = 3 AND brand = ?"
            )
            db.execute(put, (number, BRAND))
            db.commit()
        flaws = found(folder)[1]
        beside = (
            f"entry {named} was put in beside the log: entries have the numbers 1, 2, 3, and on"
        )
        assert beside in flaws
        assert not any(str(2**63 - 1) in flaw for flaw in flaws)
        assert ("entry 4 follows entry 2: what was between them is gone" in flaws) is moved


def test_two_entries_that_change_places_show(written: Path) -> None:
    for one in range(1, ENTRIES):

        def swap(path: Path, one: int = one) -> None:
            with closing(sqlite3.connect(path)) as db:
                db.execute("DROP TRIGGER audit_log_is_never_changed")
                for old, new in ((one, 99), (one + 1, one), (99, one + 1)):
                    db.execute(
                        "UPDATE audit_log SET number = ? WHERE brand = ? AND number = ?",
                        (new, BRAND, old),
                    )
                db.commit()

        assert tampered(written, swap)


# --- Byte by byte ------------------------------------------------------------------------------


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow,
          HealthCheck.function_scoped_fixture])  # fmt: skip
@given(
    flips=st.lists(st.tuples(st.floats(0.0, 1.0, exclude_max=True), st.integers(1, 255)),
                   min_size=1, max_size=6),
    anywhere=st.booleans(),
)  # fmt: skip
def test_whatever_bytes_are_changed_it_shows(
    written: Path, flips: list[tuple[float, int]], anywhere: bool
) -> None:
    def do(path: Path) -> None:
        content = bytearray(path.read_bytes())
        # Half of the time where the entries are, else anywhere in the file.
        start = 0 if anywhere else content.find(b'{"who":"Nell"')
        length = len(content) if anywhere else 4_096
        for part, mask in flips:
            content[min(start + int(part * length), len(content) - 1)] ^= mask
        path.write_bytes(content)

    assert tampered(written, do)


def test_a_schema_that_is_no_text_any_more_is_said_in_words(written: Path) -> None:
    """SQLite quotes the damaged name, and Python cannot decode what SQLite says."""
    with TemporaryDirectory() as copied:
        folder = Path(shutil.copytree(written, Path(copied) / "log"))
        content = bytearray((folder / "rapport.db").read_bytes())
        at = content.find(b"CREATE")
        while at >= 0:
            content[at + 2] ^= 0x80
            at = content.find(b"CREATE", at + 1)
        (folder / "rapport.db").write_bytes(content)
        with pytest.raises(RapportError, match="its schema is damaged"):
            found(folder)


@pytest.mark.parametrize("column", ["body", "before", "hash"])
def test_an_entry_that_is_no_text_any_more_is_named(written: Path, column: str) -> None:
    def do(path: Path) -> None:
        with closing(sqlite3.connect(path)) as db:
            db.execute("DROP TRIGGER audit_log_is_never_changed")
            db.execute(f"UPDATE audit_log SET {column} = CAST(x'61ff62' AS TEXT) WHERE number = 5")
            db.commit()

    with TemporaryDirectory() as copied:
        folder = Path(shutil.copytree(written, Path(copied) / "log"))
        do(folder / "rapport.db")
        assert any("entry 5" in flaw for flaw in found(folder)[1])
