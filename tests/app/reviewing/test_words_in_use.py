"""Words that go out are those that somebody let out: what was changed beside Rapport shows."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing

import pytest
from msgspec.structs import replace
from review_world import BRAND, MAX, NELL, World

from rapport.app.reviewing.review import APPROVED, LATE, SENT_ON
from rapport.core.creative.draft import (
    BY_RULE,
    USABLE,
    Draft,
    KeptDraft,
    Standing,
    edition_now,
    named,
)
from rapport.core.oversight.audit import words_held
from rapport.errors import CodecError, UserError
from rapport.testing import examples as ex


def beside(world: World, sql: str, *values: object) -> None:
    """What somebody with the database does, without Rapport."""
    with closing(sqlite3.connect(world.path)) as db, db:
        assert db.execute(sql, values).rowcount == 1


def flaws(world: World) -> list[str]:
    return words_held(world.entries(), world.records.words_in_use(BRAND), BY_RULE)


def goes_out(world: World, like: Draft) -> Sequence[Draft]:
    """What a message of this kind may be written with."""
    release = world.now(BRAND).releases[-1]
    with world.store.transaction() as transaction:
        return transaction.usable_drafts(
            BRAND,
            framework=like.framework,
            edition=edition_now(
                release, like.framework, point=like.point, action=like.action, lang=like.language
            ),
            point=like.point,
            action=like.action,
            language=like.language,
            situation=like.situation,
        )


@pytest.fixture
def approved(world: World) -> Draft:
    draft = world.waits("Your basket is in good hands.")
    world.desk.approve(BRAND, draft.id, NELL)
    assert (flaws(world), goes_out(world, draft)) == ([], [draft])
    return draft


def test_words_that_were_changed_go_out_no_more_and_it_is_told(
    world: World, approved: Draft
) -> None:
    beside(world, "UPDATE drafts SET body = replace(body, 'good hands', 'bad paws')")
    assert goes_out(world, approved) == []
    assert flaws(world) == [
        f"draft {approved.id} is not what was written: its words go out no more"
    ]
    with pytest.raises(CodecError, match="not what was written"):
        world.records.draft(BRAND, approved.id)
    with pytest.raises(UserError, match="bring back from a backup"):
        world.desk.reject(BRAND, approved.id, NELL, "Not ours.", take_back=True)


def test_one_damaged_draft_keeps_nobody_from_judging_the_others(world: World) -> None:
    damaged, good = world.waits("Your basket is in good hands."), world.waits("It is all here.")
    beside(
        world,
        "UPDATE drafts SET body = replace(body, 'good hands', 'bad paws') WHERE id = ?",
        damaged.id,
    )
    judged = world.desk.judge_many(BRAND, [damaged.id, good.id], NELL, None)
    assert [one.did for one in judged] == [LATE, APPROVED]
    assert world.ask("GET", f"/console/review/{damaged.id}").status_code < 500


@pytest.mark.parametrize(
    "column", ["framework = 'other'", "point = 'second'", "language = 'de'", "edition = 'other'"]
)
def test_words_go_nowhere_else_than_they_were_written_for(
    world: World, approved: Draft, column: str
) -> None:
    beside(world, f"UPDATE drafts SET {column}")
    name, _, value = column.partition(" = ")
    with world.store.transaction() as transaction:
        asked = {
            "framework": approved.framework,
            "edition": approved.edition,
            "point": approved.point,
            "language": approved.language,
            name: value.strip("'"),
        }
        found = transaction.usable_drafts(BRAND, action=approved.action, situation="", **asked)
    assert found == []


def test_words_that_wait_for_somebody_else_were_let_out_by_nobody_yet(world: World) -> None:
    world.publish(replace(ex.brand(), four_eyes=True))
    draft = world.waits("Your basket is in good hands.")
    outcome = world.desk.edit(BRAND, draft.id, NELL, {**draft.slots, "body": "It is all here."})
    assert (outcome.did, flaws(world)) == (SENT_ON, [])
    beside(world, "UPDATE drafts SET state = 'usable', who = 'Nell' WHERE id = ?", outcome.became)
    assert len(flaws(world)) == 1


def test_a_rule_lets_nothing_out_that_a_person_rejected(world: World) -> None:
    draft = world.waits("Your basket is in good hands.")
    world.desk.reject(BRAND, draft.id, NELL, "Sickly.")
    beside(world, "UPDATE drafts SET state = 'usable', who = 'rule' WHERE id = ?", draft.id)
    assert len(flaws(world)) == 1


def test_words_under_another_name_were_let_out_by_nobody(world: World, approved: Draft) -> None:
    slots = {**approved.slots, "subject": "Half of everything is gone"}
    forged = named(replace(approved, slots=slots))
    world.add(forged)
    beside(world, "UPDATE drafts SET state = 'usable', who = 'Nell' WHERE id = ?", forged.id)
    assert flaws(world) == [f"draft {forged.id} goes out, and no entry tells of anybody who let it"]


def test_words_that_somebody_took_back_do_not_come_back_beside_the_log(
    world: World, approved: Draft
) -> None:
    world.desk.reject(BRAND, approved.id, MAX, "Sickly.", take_back=True)
    assert flaws(world) == []
    beside(world, "UPDATE drafts SET state = 'usable' WHERE id = ?", approved.id)
    assert len(flaws(world)) == 1


def test_what_a_rule_let_out_has_no_entry_and_is_held_to_what_was_written(world: World) -> None:
    draft = world.draft("Your basket is in good hands.")
    with world.store.transaction() as transaction:
        transaction.add_drafts(BRAND, [KeptDraft(draft, Standing(USABLE, BY_RULE))])
    assert flaws(world) == []
    beside(world, "UPDATE drafts SET body = replace(body, 'good hands', 'bad paws')")
    assert len(flaws(world)) == 1


def test_an_edited_draft_is_let_out_by_whoever_edited_it(world: World) -> None:
    draft = world.waits("Your basket is in good hands.")
    outcome = world.desk.edit(BRAND, draft.id, NELL, {**draft.slots, "body": "It is all here."})
    assert outcome.became
    assert flaws(world) == []
