"""Changing an audit log behind its store's back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def tamper(path: Path, *statements: str) -> None:
    """Changes the file behind the store's back; triggers stop nobody who can drop them."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("DROP TRIGGER IF EXISTS audit_log_is_never_changed")
        db.execute("DROP TRIGGER IF EXISTS audit_log_is_never_shortened")
        for statement in statements:
            db.execute(statement)
        db.commit()
