"""What is learnt takes over only where a person, or the rule, lets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from school import QUICK, School

from rapport.app.evidence.learn import FAMILY, FAMILY_SWITCH, LearnSettings, StepCheck
from rapport.app.learning.learning import learn_from_outcomes, propose
from rapport.app.learning.policies import PUBLISHING, roll_back, snapshots
from rapport.core.oversight.audit import Act
from rapport.core.policy.policy import Policy
from rapport.core.policy.snapshots import BUDGET, Candidate, Origin
from rapport.science.beliefs import STANDARD
from rapport.science.policy_learning import FORM
from rapport.testing import examples as ex

BRAND = ex.BRAND_KEY


def school_of(tmp_path: Path, request: pytest.FixtureRequest, publish: str = "rule") -> School:
    school = School(tmp_path, publish)
    request.addfinalizer(school.store.close)
    request.addfinalizer(school.records.close)
    return school


@pytest.fixture
def school(tmp_path: Path, request: pytest.FixtureRequest) -> School:
    return school_of(tmp_path, request)


def candidates(school: School) -> list[Candidate]:
    return list(school.records.candidates(BRAND))


def turn(school: School, name: str, value: str) -> None:
    with school.store.transaction() as transaction:
        transaction.turn(BRAND, name, value)


def test_by_rule_a_snapshot_holds_at_once_and_says_so(school: School) -> None:
    school.week(0)
    assert school.learn(ex.at(7)) is not None
    blueprint = school.records.published(BRAND)
    assert blueprint is not None
    found = snapshots(school.records, blueprint, ex.at(7))
    assert [(one.policy.number, one.state, one.how) for one in found] == [
        (0, "held", ""),
        (1, "holds", "rule"),
    ]


def test_by_person_it_waits_and_nothing_else_is_decided_by(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    school = school_of(tmp_path, request, "person")
    for week in range(2):
        school.week(week)
        assert school.learn(ex.at(7 * week + 7)) is None
    assert [policy.number for policy in school.policies()] == [0]
    assert [one.policy.number for one in candidates(school)] == [1, 2]
    assert candidates(school)[0].why.startswith("a person publishes")
    assert candidates(school)[0].policy.since == ex.at(7)


def test_while_it_waits_a_candidate_follows_only_on_something_new(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    school = school_of(tmp_path, request, "person")
    school.week(0)
    school.learn(ex.at(7))
    school.learn(ex.at(8))
    assert len(candidates(school)) == 1


def test_after_a_rollback_what_is_learnt_waits_until_it_is_resumed(school: School) -> None:
    school.week(0)
    school.learn(ex.at(7))
    with school.store.transaction() as transaction:
        roll_back(transaction, BRAND, None, Act("Nell", "", ex.at(8)))
    school.week(1)
    assert school.learn(ex.at(14)) is None
    assert school.policies()[-1].number == 2
    assert [(one.policy.number, one.why) for one in candidates(school)] == [
        (3, "publishing by rule is paused")
    ]
    turn(school, PUBLISHING, "")
    school.week(2)
    policy = school.learn(ex.at(21))
    assert policy is not None
    assert policy.number == 4


def test_a_new_kind_of_policy_waits_for_a_person_however_small_its_step(school: School) -> None:
    school.week(0)
    assert school.learn(ex.at(7)) is not None
    turn(school, FAMILY_SWITCH, "an older kind")
    school.week(1)
    assert school.learn(ex.at(14)) is None
    assert [(one.why, one.family) for one in candidates(school)] == [
        ("it is of a new kind, which a person launches", FAMILY)
    ]
    turn(school, FAMILY_SWITCH, FAMILY)
    school.week(2)
    assert school.learn(ex.at(21)) is not None


def test_a_brand_that_has_learnt_nothing_begins_with_the_newest_kind(school: School) -> None:
    turn(school, FAMILY_SWITCH, "an older kind")
    assert school.policies()[-1].form < FORM
    first = school.learn(ex.at(1))
    assert first is not None
    assert (first.number, first.form, first.decisions) == (1, FORM, 0)
    assert school.learn(ex.at(2)) is None, "once is enough"
    (entry,) = school.records.audit_entries(BRAND)
    assert (entry.deed.who, entry.deed.did, entry.deed.what) == ("Rapport", "published", "policy 1")
    school.week(1)
    learnt = school.learn(ex.at(14))
    assert learnt is not None
    assert learnt.decisions > 0


def test_where_a_person_publishes_nothing_begins_by_itself(tmp_path: Path) -> None:
    school = School(tmp_path, publish="person")
    turn(school, FAMILY_SWITCH, "an older kind")
    assert school.learn(ex.at(1)) is None
    assert [policy.number for policy in school.policies()] == [0]
    school.records.close()
    school.store.close()


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_is_none_is_never_stored_and_is_told_of_once_for_a_row(
    school: School, wrong: float
) -> None:
    broken = LearnSettings(fewest=1, beliefs=replace(STANDARD, boldness=wrong))
    for week in range(3):
        school.week(week)
        assert school.learn(ex.at(7 * week + 7), broken) is None
    assert [policy.number for policy in school.policies()] == [0]
    assert candidates(school) == []
    (entry,) = school.records.audit_entries(BRAND)
    assert (entry.deed.who, entry.deed.did, entry.deed.what) == ("Rapport", "blocked", "policy 1")
    assert "no finite number" in entry.deed.why
    school.week(3)
    assert school.learn(ex.at(28)) is not None
    school.week(4)
    assert school.learn(ex.at(35), broken) is None
    assert len(school.records.audit_entries(BRAND)) == 2


EVERY_STEP_LEAPS = StepCheck(fewest=1, least_alike=1.01, confirmed_by=3, still_alike=0.0)
"""Any step is a leap, and one that knew three decisions less confirms it."""


def test_what_the_check_stops_is_kept_with_the_reason(school: School) -> None:
    wary = LearnSettings(fewest=1, check=replace(EVERY_STEP_LEAPS, confirmed_by=1_000))
    for week in range(2):
        school.week(week)
        assert school.learn(ex.at(7 * week + 7), wary) is None
    assert [one.policy.number for one in candidates(school)] == [1, 2]
    assert candidates(school)[0].why.startswith(
        "not published by rule, because it changes too much at once"
    )
    assert [entry.deed.what for entry in school.records.audit_entries(BRAND)] == ["policy 1"]


def test_a_leap_that_was_held_back_is_confirmed_though_a_budget_was_settled_meanwhile(
    school: School,
) -> None:
    settings = LearnSettings(fewest=1, check=EVERY_STEP_LEAPS)
    school.week(0)
    assert school.learn(ex.at(7), settings) is None
    with school.store.transaction() as transaction:
        holds = replace(ex.EAGER, number=2, since=ex.at(8))
        transaction.publish_policy(BRAND, holds, Origin(BUDGET, 0))
    school.week(1)
    policy = school.learn(ex.at(14), settings)
    assert policy is not None
    assert policy.number == 3


def test_a_closed_offer_stays_closed_in_what_is_learnt(school: School) -> None:
    with school.store.transaction() as transaction:
        transaction.publish(BRAND, Policy(number=1, since=ex.at(0, 1), closed_offers=("ten",)))
    school.week(0)
    policy = school.learn(ex.at(7))
    assert policy is not None
    assert policy.closed_offers == ("ten",)


def test_a_proposal_is_a_candidate_and_nothing_new_makes_none(school: School) -> None:
    school.week(0)
    with school.store.transaction() as transaction:
        policy = propose(transaction, BRAND, "Nell", ex.at(7))
    assert policy is not None
    assert (policy.number, policy.since) == (1, ex.at(7))
    assert [one.why for one in candidates(school)] == ["proposed for Nell"]
    assert [one.number for one in school.policies()] == [0]
    with school.store.transaction() as transaction:
        assert propose(transaction, BRAND, "Nell", ex.at(8)) is None


def test_a_learner_that_was_killed_after_taking_in_makes_up_for_it(school: School) -> None:
    """The evidence is ahead of every snapshot, and no outcome is new."""
    school.week(0)
    with school.store.transaction() as transaction:
        learn_from_outcomes(transaction, BRAND, ex.at(7), LearnSettings(fewest=10_000))
    assert school.learn(ex.at(7), QUICK) is not None
