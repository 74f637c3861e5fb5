"""Decisions to say nothing: which are listed, page by page, and how sure each could be."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from school import School

from rapport.adapters.sqlite.database import connect, migrate
from rapport.adapters.sqlite.reading import Moment
from rapport.adapters.sqlite.records import SqliteRecords
from rapport.app.explaining.decision_chart import Bar
from rapport.app.explaining.explain import explain
from rapport.app.explaining.silences import PAGE, Asked, SilencePage, silences
from rapport.app.publishing.publications import published
from rapport.app.wording.names import names_in
from rapport.core.blueprint import Blueprint
from rapport.core.codec import decode_decision
from rapport.core.creative.framework import HOLD
from rapport.core.deciding.arms import Arms
from rapport.core.deciding.silence import CHOSEN, HELD_OUT, KINDS, STOPPED, is_silence, kind_of
from rapport.core.decision import Decision
from rapport.core.effects import AnyEffect, Decided
from rapport.core.events import ProfileAbsorbed
from rapport.core.policy.policy import Policy, products
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.core.time import DAY
from rapport.ports import LogRow
from rapport.testing import examples as ex

UNSURE = Policy(
    number=0,
    form=2,
    baseline=(0.05,) + (0.0,) * 7,
    send=(0.01,) + (0.0,) * 7,
    effects={"offer:none": (0.001,) * 8, "offer:ten_percent": (0.002,) * 8},
    errors={"send": (2e-4,) * len(products((1.0,) * 8, 2))},
    unknown=(1e-4,) * len(products((1.0,) * 8, 2)),
)


def decided(blueprint: Blueprint, who: str) -> list[Decision]:
    """What is decided about somebody who leaves a basket behind."""
    at = ex.at(0, 10)
    events = [
        *ex.subscribed(ex.at(0, 9), who),
        ex.viewed(f"v-{who}", at - 1),
        ex.checkout(f"c-{who}", at),
        ex.viewed(f"l-{who}", at + 6 * DAY),
    ]
    state, effects = ProfileState(who), list[AnyEffect]()
    for event in events:
        state, more = step(blueprint, state, event)
        effects += more
    return [effect.decision for effect in effects if isinstance(effect, Decided)]


def writing(decision: Decision, moment: Decision | None, blueprint: Blueprint) -> Bar:
    """The bar of writing, as the chart has it."""
    chart = explain(decision, blueprint, moment).chart
    (gate,) = (part for part in chart if part.factor == "Write at all")
    return gate.bars[1]


def test_of_silence_that_was_chosen_the_interval_is_the_one_that_a_message_would_have_had() -> None:
    blueprint = ex.blueprint(ex.ADAPTIVE_ONLY, UNSURE)
    seen = {"sent": 0, "held": 0}
    for n in range(60):
        moment, content = decided(blueprint, f"p{n}")[:2]
        bar = writing(content, moment, blueprint)
        assert bar.low is not None
        assert bar.high is not None
        assert bar.low < bar.value < bar.high  # type: ignore[operator] it is there
        if content.action.hold:
            seen["held"] += 1
            assert len(content.draws) == 1
            continue
        seen["sent"] += 1
        gate = replace(content.draws[0], chosen="hold")
        held = replace(content, draws=(gate,), action=HOLD)
        again = writing(held, moment, blueprint)
        assert (again.low, again.high) == (pytest.approx(bar.low), pytest.approx(bar.high))
    assert min(seen.values()) > 0


def test_what_cannot_be_worked_out_as_it_was_has_no_interval() -> None:
    blueprint = ex.blueprint(ex.ADAPTIVE_ONLY, UNSURE)
    moment, content = decided(blueprint, "p1")[:2]
    gate = replace(content.draws[0], chosen="hold")
    held = replace(content, draws=(gate,), action=HOLD)
    assert writing(held, None, blueprint).low is None
    other = replace(held, draws=(replace(gate, values=(0.0, gate.values[1] + 5.0)),))
    assert writing(other, moment, blueprint).low is None
    gone = replace(held, policy=99)
    assert writing(gone, moment, blueprint).low is None


@pytest.mark.parametrize(
    ("worth", "chance", "said"),
    [
        (-30.0, 0.9, "would have cost £0.30 more than it brings"),
        (-0.2, 0.9, "would have brought no more than it costs"),
        (17.0, 0.05, "was worth £0.17 by the best guess, but not surely. In 5 of 100 such cases"),
        (17.0, 0.001, "Now and then nothing is said"),
    ],
)
def test_why_silence_was_chosen_is_told_with_what_it_was_weighed_against(
    worth: float, chance: float, said: str
) -> None:
    blueprint = ex.blueprint(ex.ADAPTIVE_ONLY, UNSURE)
    moment, content = decided(blueprint, "p1")[:2]
    gate = replace(
        content.draws[0], chosen="hold", values=(0.0, worth), probabilities=(chance, 1.0 - chance)
    )
    held = replace(content, draws=(gate,), action=HOLD)
    assert said in explain(held, blueprint, moment).summary


# --- The list, over a real store -----------------------------------------------------------------


@pytest.fixture
def school(tmp_path: Path) -> Iterator[School]:
    school = School(tmp_path)
    with school.store.transaction() as transaction:
        release = published(transaction, ex.BRAND_KEY).releases[-1]
        brand = replace(release.brand, arms=Arms(holdout=5_000, usual=0))
        newer = replace(release, number=release.number + 1, brand=brand)
        transaction.publish(ex.BRAND_KEY, newer)
    school.week(1, people=40)
    yield school
    school.records.close()
    school.store.close()


def page(
    school: School,
    asked: Asked = Asked(),  # noqa: B008 (it is frozen)
    most: int = PAGE,
) -> SilencePage:
    with school.store.transaction() as transaction:
        blueprint = published(transaction, ex.BRAND_KEY)
    return silences(school.records, blueprint, names_in(blueprint), asked, most)


def all_of(school: School) -> list[Decision]:
    return [decode_decision(body) for body in school.records.all_decisions(ex.BRAND_KEY)]


def test_every_silence_is_listed_once_the_newest_first(school: School) -> None:
    rows = page(school).rows
    held = [one for one in all_of(school) if is_silence(one)]
    assert [row.decision for row in rows] == [one.id for one in reversed(held)]
    assert len(held) > 5
    assert all(row.why.startswith("Nothing") or "no messages" in row.why for row in rows)
    assert all(row.flow_name != row.flow for row in rows)


@pytest.mark.parametrize("kind", ["", HELD_OUT])
def test_pages_follow_each_other_without_a_gap(school: School, kind: str) -> None:
    whole = [row.decision for row in page(school, Asked(kind=kind)).rows]
    for most in (1, 3, len(whole), len(whole) + 1):
        found, before, pages = list[str](), None, 0
        while True:
            one = page(school, Asked(kind=kind, before=before), most)
            found += [row.decision for row in one.rows]
            pages += 1
            if one.next is None:
                break
            assert len(one.rows) == most
            before = one.next
        assert found == whole
        assert pages == -(-len(whole) // most)  # and no empty one at the end


def test_they_are_counted_by_their_moments_not_by_when_they_were_decided(school: School) -> None:
    moments = [row.at for row in page(school).rows]
    for since in (0, min(moments), max(moments), max(moments) + 1):
        there = school.records.silences_since(ex.BRAND_KEY, since)
        assert there == sum(at >= since for at in moments)
    assert school.records.last_silence(ex.BRAND_KEY) == max(moments)
    assert school.records.silences_since("another", 0) == 0
    assert school.records.last_silence("another") is None


def test_one_kind_one_flow_and_one_person_can_be_asked_for(school: School) -> None:
    rows = page(school).rows
    for kind in KINDS:
        some = page(school, Asked(kind=kind)).rows
        assert [row for row in rows if row.kind == kind] == list(some)
    assert page(school, Asked(kind=HELD_OUT)).rows
    assert page(school, Asked(flow="nowhere")).rows == ()
    who = rows[0].profile
    of_one = page(school, Asked(profile=who)).rows
    assert {row.profile for row in of_one} == {who}
    assert [row for row in rows if row.profile == who] == list(of_one)
    assert page(school, Asked(profile="nobody")) == SilencePage(())


@pytest.mark.parametrize(
    ("asked", "index"),
    [
        ({}, "decisions_silent (brand=? AND position<?)"),
        ({"flow": ex.FLOW, "kind": STOPPED}, "decisions_silent (brand=? AND position<?)"),
        ({"profiles": ("w1p3",)}, "decisions_by_profile (brand=? AND profile=? AND position<?)"),
    ],
)
def test_the_last_ones_are_found_without_going_through_all(
    school: School, tmp_path: Path, asked: dict[str, str], index: str
) -> None:
    told: list[str] = []
    reading = connect(tmp_path / "rapport.db", read_only=True)
    reading.set_trace_callback(told.append)
    SqliteRecords(Moment(reading)).silences_before(ex.BRAND_KEY, None, 10, **asked)
    reading.close()
    with sqlite3.connect(tmp_path / "rapport.db") as database:
        (sql,) = (one for one in told if "FROM decisions" in one)
        plan = [row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {sql}")]
    database.close()
    assert plan == [f"SEARCH decisions USING INDEX {index}"]


DAMAGED = (b"", b"{", b'"no decision"', b"[1]", b"\xff\x00", b'{"action":', 7, "words")
"""What may stand where a decision should."""


def test_an_older_database_lists_the_same_silences(school: School, tmp_path: Path) -> None:
    before = [page(school, Asked(kind=kind)) for kind in ("", *KINDS)]
    assert all(one.rows for one in before[:1])
    older = connect(tmp_path / "rapport.db")
    older.execute("DROP INDEX decisions_silent")
    older.execute("DROP INDEX decisions_silent_at")
    older.execute("DROP INDEX audit_log_by_deed")
    older.execute("ALTER TABLE decisions DROP COLUMN silence")
    older.execute("DROP TABLE stop_exceptions")  # younger still, as are the next two
    older.execute("DROP INDEX drafts_lesson")
    older.execute("ALTER TABLE drafts DROP COLUMN lesson")
    older.execute("DROP TABLE ended_sessions")  # younger still
    older.execute("ALTER TABLE stops DROP COLUMN of_everything")
    older.execute("DROP TABLE rounds")  # and this
    older.execute("PRAGMA user_version = 12")
    sql = "INSERT INTO decisions (brand, id, profile, flow, at, body) VALUES (?, ?, '', ?, 0, ?)"
    for number, body in enumerate(DAMAGED):
        older.execute(sql, (ex.BRAND_KEY, f"damaged-{number}", ex.FLOW, body))
    migrate(older)
    older.close()
    assert [page(school, Asked(kind=kind)) for kind in ("", *KINDS)] == before


def test_one_that_cannot_be_read_hides_no_other(school: School, tmp_path: Path) -> None:
    rows = page(school).rows
    database = connect(tmp_path / "rapport.db")
    for one, body in zip((rows[0], rows[2], rows[4]), (b"{", b"\xff", 7), strict=True):
        database.execute("UPDATE decisions SET body = ? WHERE id = ?", (body, one.decision))
    database.close()
    gone = (rows[0], rows[2], rows[4])
    assert page(school).rows == tuple(one for one in rows if one not in gone)
    assert page(school).unreadable.rows == {"decisions": 3}
    found, before = list[str](), None
    while True:
        some = page(school, Asked(before=before), 1)
        found += [one.decision for one in some.rows]
        before = some.next
        if before is None:
            break
    assert found == [one.decision for one in rows if one not in gone]


def test_what_was_put_off_or_only_timed_is_no_silence() -> None:
    blueprint = ex.blueprint(ex.ADAPTIVE_ONLY, UNSURE)
    moment, content = decided(blueprint, "p1")[:2]
    assert not is_silence(moment)
    assert not is_silence(replace(content, action=HOLD, stage="put off", reason="cap"))
    held = replace(content, action=HOLD)
    assert is_silence(held)
    assert kind_of(held) == CHOSEN
    assert kind_of(replace(held, reason="holdout")) == HELD_OUT
    assert kind_of(replace(held, reason="cap")) == STOPPED


def test_of_one_person_those_count_too_that_were_made_before_two_profiles_were_one(
    school: School,
) -> None:
    every = page(school).rows
    first, second, third = list(dict.fromkeys(row.profile for row in every))[:3]
    with school.store.transaction() as transaction:
        for winner, loser in ((second, first), (third, second)):
            at = ex.at(20, 10)
            known = ex.event(f"{loser}-is-{winner}", at, ProfileAbsorbed(loser, b"{}"), "rapport")
            transaction.append(ex.BRAND_KEY, [LogRow(known, winner, at, at)])
    assert {row.profile for row in page(school, Asked(profile=third)).rows} == {
        first,
        second,
        third,
    }
    assert {row.profile for row in page(school, Asked(profile=second)).rows} == {first, second}
    assert {row.profile for row in page(school, Asked(profile=first)).rows} == {first}
    found, before = list[str](), None
    while True:
        some = page(school, Asked(profile=third, before=before), 2)
        found += [row.decision for row in some.rows]
        before = some.next
        if before is None:
            break
    assert found == [row.decision for row in every if row.profile in (first, second, third)]
