"""A store of before drafts kept which lesson took them along finds it out when it is opened."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from msgspec.structs import replace

from rapport.adapters.sqlite.database import connect
from rapport.adapters.sqlite.store import SqliteStore
from rapport.core.copy_checks.teaching import PHRASE, Teaching
from rapport.core.creative.draft import BY_RULE, REJECTED, KeptDraft, Standing
from rapport.testing.draft_conformance import NOW, A, a_draft

OLD = "'it's ours' is not written any more"


def test_a_reason_of_before_names_its_lesson_from_then_on(tmp_path: Path) -> None:
    path = tmp_path / "rapport.db"
    by_rule = Standing(REJECTED, BY_RULE, OLD, NOW)
    taken, own, unknown = a_draft("One."), a_draft("Two."), a_draft("Three.")
    phrase = Teaching(2, PHRASE, "it's ours", "Nell", NOW)
    with closing(SqliteStore(path)) as store, store.transaction() as transaction:
        transaction.teach(A, Teaching(1, PHRASE, "it's ours", "Nell", NOW, withdrawn=True))
        transaction.teach(A, phrase)
        transaction.add_drafts(A, [
            KeptDraft(taken, by_rule),
            KeptDraft(own, replace(by_rule, who="Nell")),
            KeptDraft(unknown, replace(by_rule, why="'other' is not written any more")),
        ])  # fmt: skip
    older = connect(path)
    older.execute("DROP INDEX drafts_lesson")
    older.execute("ALTER TABLE drafts DROP COLUMN lesson")
    older.execute("DROP TABLE ended_sessions")  # younger still
    older.execute("ALTER TABLE stops DROP COLUMN of_everything")
    older.execute("DROP TABLE rounds")
    older.execute("DROP INDEX decisions_silent_at")
    older.execute("DROP INDEX audit_log_by_deed")
    older.execute("PRAGMA user_version = 14")
    older.close()
    with closing(SqliteStore(path)) as store, store.transaction() as transaction:
        assert transaction.taken_along(A, 2) == [KeptDraft(taken, replace(by_rule, lesson=2))]
        assert transaction.taken_along(A, 1) == []
        assert transaction.draft(A, own.id) == KeptDraft(own, replace(by_rule, who="Nell"))
