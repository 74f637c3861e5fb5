"""Learning as a step of its own: each outcome teaches once, and no past decision changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from school import QUICK, School

from rapport.app.events.replay import replay
from rapport.app.evidence.learn import LearnSettings
from rapport.app.learning.learning import learn_from_outcomes
from rapport.app.learning.policies import roll_back
from rapport.core.codec import decode_decision
from rapport.core.decision import Decision
from rapport.core.oversight.audit import Act
from rapport.science.evidence_codec import encode_evidence
from rapport.testing import examples as ex


@pytest.fixture
def school(tmp_path: Path) -> Iterator[School]:
    school = School(tmp_path)
    yield school
    school.records.close()
    school.store.close()


def test_each_outcome_teaches_once(school: School) -> None:
    school.week(0)
    assert school.learn(ex.at(7)) is not None
    evidence = school.evidence()
    assert evidence.decisions == school.outcomes() > 0
    assert school.learn(ex.at(7)) is None
    assert encode_evidence(school.evidence()) == encode_evidence(evidence)
    school.week(1)
    assert school.learn(ex.at(14)) is not None
    assert school.evidence().decisions == school.outcomes() > evidence.decisions


def test_taken_in_bit_by_bit_or_at_once_is_the_same_number_of_lessons(
    school: School, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    at_once = School(tmp_path / "other")
    for week in range(3):
        school.week(week)
        at_once.week(week)
        # No snapshot in between, so that both decide alike.
        school.learn(ex.at(7 * week + 7), LearnSettings(fewest=10_000))
    at_once.learn(ex.at(21), LearnSettings(fewest=10_000))
    assert school.evidence().decisions == at_once.evidence().decisions == school.outcomes()
    at_once.records.close()
    at_once.store.close()


@pytest.mark.parametrize(
    "damage", [lambda kept: kept[:-9], lambda _: b"", lambda kept: b"\x80" + kept, lambda _: b"5"]
)
def test_what_was_learnt_and_is_damaged_is_learnt_again_and_the_log_says_so(
    school: School, damage: Callable[[bytes], bytes]
) -> None:
    school.week(0)
    school.learn(ex.at(7), LearnSettings(fewest=10_000))
    before = encode_evidence(school.evidence())
    with school.store.transaction() as transaction:
        stored = transaction.learner(ex.BRAND_KEY)
        assert stored is not None
        transaction.save_learner(ex.BRAND_KEY, stored[0], damage(stored[1]))
    school.learn(ex.at(8), LearnSettings(fewest=10_000))
    assert encode_evidence(school.evidence()) == before
    with school.store.transaction() as transaction:
        (entry,) = [
            one for one in transaction.audit_entries(ex.BRAND_KEY) if one.deed.did == "learnt again"
        ]
    assert entry.deed.why.startswith("Table learners: Stored evidence")


WEEKS_AHEAD = 260


def weight(school: School) -> float:
    return school.evidence().weight


def test_one_week_in_the_future_counts_as_of_now(school: School) -> None:
    none_published = LearnSettings(fewest=10_000)
    school.week(0, people=20)
    school.learn(ex.at(7), none_published)
    known = weight(school)
    school.week(WEEKS_AHEAD, people=1)
    school.learn(ex.at(8), none_published)
    assert known < weight(school)
    assert school.evidence().at == ex.at(8)
    school.week(1, people=20)
    school.learn(ex.at(14), none_published)
    assert weight(school) > 1.8 * known


def test_what_was_learnt_by_a_clock_that_ran_ahead_is_learnt_again_once_it_is_right(
    school: School,
) -> None:
    none_published = LearnSettings(fewest=10_000)
    school.week(0, people=30)
    school.learn(ex.at(7), none_published)
    known = weight(school)
    school.week(WEEKS_AHEAD, people=2)
    school.learn(ex.at(7 * (WEEKS_AHEAD + 1)), none_published)
    assert weight(school) < 0.2 * known, "rightly, as far as anybody can tell then"
    school.week(1, people=40)
    school.learn(ex.at(14), none_published)
    assert weight(school) > 2 * known
    assert school.evidence().at == ex.at(14)
    with school.store.transaction() as transaction:
        entries = transaction.audit_entries(ex.BRAND_KEY)
    assert [e.deed.why for e in entries if e.deed.did == "learnt again"] == [
        "it was learnt while the clock ran ahead, and what closed since would count for little"
    ]
    school.learn(ex.at(15), none_published)
    assert weight(school) > 2 * known, "and once is enough"


def test_a_clock_that_is_slow_now_unlearns_nothing(school: School) -> None:
    none_published = LearnSettings(fewest=10_000)
    school.week(100, people=20)
    school.learn(ex.at(7 * 101), none_published)
    known = encode_evidence(school.evidence())
    school.learn(ex.at(3), none_published)
    assert encode_evidence(school.evidence()) == known


def test_snapshots_are_numbered_and_hold_from_the_moment_given(school: School) -> None:
    for week in range(3):
        school.week(week)
        policy = school.learn(ex.at(7 * week + 7))
        assert policy is not None
        assert (policy.number, policy.since) == (week + 1, ex.at(7 * week + 7))
    assert [policy.number for policy in school.policies()] == [0, 1, 2, 3]


def test_a_snapshot_holds_at_once_whatever_holds_from_a_future_on(school: School) -> None:
    school.week(0)
    ahead = school.learn(ex.at(7 * WEEKS_AHEAD))
    school.week(1)
    second = school.learn(ex.at(14))
    assert ahead is not None
    assert second is not None
    blueprint = school.records.published(ex.BRAND_KEY)
    assert blueprint is not None
    assert blueprint.policy_at(ex.at(14)) == second
    assert blueprint.policy_at(ex.at(7 * WEEKS_AHEAD)) == second, "and goes on holding"


def test_nothing_new_makes_no_snapshot(school: School) -> None:
    assert school.learn(ex.at(7)) is None
    school.week(0)
    assert school.learn(ex.at(7), LearnSettings(fewest=1_000)) is None
    assert len(school.policies()) == 1
    assert school.evidence().decisions == school.outcomes()


def test_what_was_decided_before_and_after_learning_replays_to_the_bit(school: School) -> None:
    for week in range(3):
        school.week(week)
        school.learn(ex.at(7 * week + 7))
    blueprint = school.records.published(ex.BRAND_KEY)
    assert blueprint is not None
    done = replay(school.records, blueprint)
    assert done.identical, done
    assert done.decisions > 12
    assert len(blueprint.policies) == 4


def test_what_was_decided_by_a_clock_that_ran_ahead_replays_to_the_bit_after_a_rollback(
    school: School,
) -> None:
    school.week(0)
    school.learn(ex.at(7))
    # An hour by a clock that is years ahead: people come, time passes, policies are published.
    school.week(WEEKS_AHEAD)
    assert school.learn(ex.at(7 * WEEKS_AHEAD + 7)) is not None
    school.week(WEEKS_AHEAD + 1)
    school.week(1)  # the clock is right again
    with school.store.transaction() as transaction:
        act = Act("Nell", "Too many discounts.", ex.at(14))
        back = roll_back(transaction, ex.BRAND_KEY, 0, act)
    assert back.since == ex.at(14)
    school.week(2)
    blueprint = school.records.published(ex.BRAND_KEY)
    assert blueprint is not None
    by = [(one.at, one.policy) for one in decided(school)]
    assert {policy for at, policy in by if ex.at(14) <= at < ex.at(100)} == {back.number}
    ahead = {policy for at, policy in by if at > ex.at(100)}
    assert ahead == {1, 2}, "which are not what those instants have now"
    assert blueprint.policy_at(ex.at(7 * WEEKS_AHEAD)) == back
    done = replay(school.records, blueprint)
    assert done.identical, done
    school.week(WEEKS_AHEAD + 2)
    assert replay(school.records, blueprint).identical


def decided(school: School) -> list[Decision]:
    return [decode_decision(one) for one in school.records.all_decisions(ex.BRAND_KEY)]


def test_a_unit_of_work_that_fails_teaches_nothing(school: School) -> None:
    school.week(0)

    def fails_half_way() -> None:
        with school.store.transaction() as transaction:
            learn_from_outcomes(transaction, ex.BRAND_KEY, ex.at(7), QUICK)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails_half_way()
    assert len(school.policies()) == 1
    assert school.learn(ex.at(7)) is not None
    assert school.evidence().decisions == school.outcomes()
