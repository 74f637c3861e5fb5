"""Which drafts wait for a person, by their framework's mode."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from rapport.adapters.sqlite.store import SqliteStore
from rapport.adapters.sqlite.transaction import SqliteTransaction
from rapport.app.writer.modes import first_standing, share_now, verdicts
from rapport.core.creative.draft import (
    BY_RULE,
    EXPIRED,
    PROPOSAL,
    REJECTED,
    USABLE,
    WAITING,
    Draft,
    KeptDraft,
    Standing,
)
from rapport.core.creative.modes import AGREED, EDITED, FREE, MODES, REFUSED, SAMPLE, Writing
from rapport.testing import examples as ex
from rapport.testing.draft_conformance import APPROVED, NOW, A, a_draft

NO = Standing(REJECTED, "Nell", "no", NOW)


@pytest.fixture
def drafts(tmp_path: Path) -> Iterator[SqliteTransaction]:
    store = SqliteStore(tmp_path / "rapport.db")
    with store.transaction() as transaction:
        yield transaction
    store.close()


def begins(drafts: SqliteTransaction, draft: Draft, mode: str, sample: float = 0.2) -> str:
    return first_standing(drafts, A, draft, Writing(mode, sample), NOW).state


def see(drafts: SqliteTransaction, words: str, standing: Standing = APPROVED) -> None:
    drafts.add_drafts(A, [KeptDraft(a_draft(words), standing)])


def test_the_first_draft_of_an_edition_waits_in_every_mode(drafts: SqliteTransaction) -> None:
    assert {begins(drafts, a_draft(), mode) for mode in MODES} == {WAITING}
    see(drafts, "A rule let it through.", Standing(USABLE, BY_RULE, "", NOW))
    assert begins(drafts, a_draft(), FREE) == WAITING
    see(drafts, "A person approved it.")
    assert begins(drafts, a_draft(), FREE) == USABLE
    assert begins(drafts, a_draft(edition="with a new offer"), FREE) == WAITING


def test_a_proposal_always_waits(drafts: SqliteTransaction) -> None:
    see(drafts, "A person approved it.")
    assert {begins(drafts, a_draft(kind=PROPOSAL), mode, 1.0) for mode in MODES} == {WAITING}


def test_in_mode_review_each_waits_and_in_mode_sample_a_share_does(
    drafts: SqliteTransaction,
) -> None:
    see(drafts, "A person approved it.")
    many = [a_draft(f"Sentence {n}.") for n in range(200)]
    assert {begins(drafts, one, "review") for one in many} == {WAITING}
    waiting = [one for one in many if begins(drafts, one, SAMPLE, 0.3) == WAITING]
    assert 30 < len(waiting) < 90


def test_the_share_rises_after_rejections_of_this_framework_alone(
    drafts: SqliteTransaction,
) -> None:
    writing = Writing(SAMPLE, 0.2)
    for n in range(3):
        see(drafts, f"Rejected {n}.", NO)
    assert share_now(drafts, A, ex.FLOW, writing) == 1.0
    assert share_now(drafts, A, "browse", writing) == 0.2


def test_only_what_people_made_of_a_models_drafts_counts() -> None:
    mine = replace(a_draft("By Ada."), author="person:Ada")
    judged = [
        KeptDraft(a_draft("Refused, the latest."), NO),
        KeptDraft(a_draft("Edited."), replace(NO, became="another")),
        KeptDraft(mine, APPROVED),
        KeptDraft(a_draft("By rule."), Standing(USABLE, BY_RULE)),
        KeptDraft(a_draft("Late."), Standing(EXPIRED, BY_RULE)),
        KeptDraft(a_draft("Agreed."), APPROVED),
    ]
    assert verdicts(judged) == [AGREED, EDITED, REFUSED]
