"""Small rehearsals, and what they left in the database, read without Rapport's own eyes."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec

from rapport.bootstrap.rehearsing.rehearsal import REHEARSED, Rehearsal, rehearse
from rapport.settings import Settings
from rapport.testing.shop import ShopSettings

SECRET = "a secret of the tests"

Row = dict[str, Any]
"""A row by its columns' names; each holds what SQLite has there, which no type tells."""


def a_rehearsal(
    home: Path, brand_folder: Path | None = None, *, every_flow: bool = False, **shop: object
) -> Rehearsal:
    """A rehearsal with the example brand; many come back, are refunded, or cannot be reached."""
    triggers = None if every_flow else REHEARSED
    lively = {"seed": 7, "sessions_a_day": 0.4, "refund_share": 0.2, "late_share": 0.08,
              "bad_address_share": 0.08}  # fmt: skip
    settings = msgspec.convert(lively | shop, ShopSettings)
    here = Settings(home=home, secret=SECRET)
    return rehearse(here, settings, lambda *_: None, brand_folder, triggers)


def changed_example(folder: Path, file: str, old: str, new: str) -> Path:
    """The example brand's folder with one thing changed."""
    source = resources.files("rapport") / "brands" / "alder_and_clay"
    with resources.as_file(source) as example:
        shutil.copytree(example, folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    return folder


def rows(database: Path, sql: str, *values: object) -> list[Row]:
    """What a query finds, each row by its columns' names."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(sql, values)]


def copy_of(database: Path, target: Path) -> Path:
    """A copy of the database as it stands, with what is still in its log."""
    with (
        closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)
    return target


def change(database: Path, sql: str, *values: object) -> None:
    """Changes the database behind Rapport's back; exactly one row must be touched."""
    with closing(sqlite3.connect(database)) as connection, connection:
        assert connection.execute(sql, values).rowcount == 1
