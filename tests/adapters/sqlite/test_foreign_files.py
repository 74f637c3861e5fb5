"""A database that is another user's: whose it is, and what to do."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from rapport.adapters.sqlite.database import connect
from rapport.adapters.sqlite.store import SqliteStore
from rapport.errors import RapportError, UserError

NOBODY = 65_534


@pytest.fixture
def path() -> Iterator[Path]:
    """A database in a folder that everybody may look into; pytest's own are for one user alone."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        path = Path(folder) / "rapport.db"
        with closing(SqliteStore(path)):
            pass
        yield path


@contextmanager
def somebody_else() -> Iterator[None]:
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be somebody else")
@pytest.mark.parametrize("rights", [0o600, 0o644])
def test_another_users_database_is_told_with_its_owner_and_what_to_do(
    path: Path, rights: int
) -> None:
    path.chmod(rights)
    with somebody_else(), pytest.raises(UserError) as told:
        SqliteStore(path)
    assert str(path) in str(told.value)
    assert "belongs to root, and you are " in str(told.value)
    assert "Run every command as the user who runs Rapport." in str(told.value)
    with closing(SqliteStore(path)) as store:
        assert store.brands() == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_database_of_ones_own_that_is_read_only_is_told_as_that(path: Path) -> None:
    path.chmod(0o400)
    with pytest.raises(UserError, match="is read-only"):
        SqliteStore(path)


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "rapport.db"
    folder.mkdir()
    for read_only in (True, False):
        with pytest.raises(RapportError, match=r"rapport\.db cannot be opened: it is a folder\.$"):
            connect(folder, read_only=read_only)
    with pytest.raises(RapportError, match=r"gone\.db cannot be opened: unable to open"):
        connect(tmp_path / "gone.db", read_only=True)
