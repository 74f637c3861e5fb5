"""A person publishes through the gate or against it, and takes back; all of it is on record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from in_charge_world import BRAND, UNSURE, Shop, judged
from msgspec.structs import replace

from rapport.app.evidence.learn import FAMILY, FAMILY_SWITCH
from rapport.app.learning.policies import (
    PAUSED,
    PUBLISHING,
    enact,
    in_short,
    pause,
    publish_candidate,
    resume,
)
from rapport.app.publishing.publications import published
from rapport.core.oversight.audit import flaws
from rapport.core.policy.snapshots import BUDGET, Origin
from rapport.core.time import DAY
from rapport.errors import RapportError, UserError
from rapport.testing import examples as ex


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path)
    yield shop
    shop.close()


# --- Publishing -----------------------------------------------------------------------------------


def test_a_candidate_that_passes_the_gate_holds_from_then_on_under_its_number(shop: Shop) -> None:
    made = shop.candidate(1)
    policy = shop.publish(1)
    assert (policy.number, policy.decisions) == (1, made.decisions)
    assert policy.since == shop.now > made.since
    assert shop.holds() == policy
    assert [(one.state, one.how) for one in shop.snapshots()] == [("held", ""), ("holds", "person")]


def test_a_candidate_that_does_not_pass_is_not_published_and_nothing_is_entered(
    shop: Shop,
) -> None:
    shop.candidate(1)
    with pytest.raises(RapportError, match=r"does not pass the launch gate.*better than policy 0"):
        shop.publish(1, UNSURE)
    assert shop.holds().number == 0
    assert shop.entries() == []


def test_an_override_is_on_record_with_who_why_and_what_they_saw(shop: Shop) -> None:
    shop.candidate(1)
    shop.publish(1, UNSURE, override=True)
    (entry,) = shop.entries()
    deed = entry.deed
    assert (deed.who, deed.did, deed.what, deed.why) == (
        "Nell", "overrode", "policy 1", "It is time.",
    )  # fmt: skip
    assert deed.saw["gate"].startswith("It should not be launched yet")
    better = "better than policy 0, which decides today, even at the low end of the range"
    assert deed.saw[better] == "no"
    assert deed.saw["incumbent"] == "policy 0"
    assert deed.saw["policy 0 (DR)"].startswith("360 (320 to 405) margin a decision")
    assert deed.saw["more than policy 0 (DR)"].startswith("60 (-12 to 130) margin a decision")
    assert deed.saw["more than policy 0 (MIPS)"].startswith("60 (-12 to 130) margin a decision")
    assert deed.saw["judged by"] == "4,000 decisions about 2,500 people"
    assert flaws(BRAND, shop.entries(), []) == []


def test_asking_for_an_override_that_is_not_needed_is_no_override(shop: Shop) -> None:
    shop.candidate(1)
    shop.publish(1, override=True)
    assert [entry.deed.did for entry in shop.entries()] == ["published"]


def test_what_was_judged_against_another_incumbent_is_judged_again(shop: Shop) -> None:
    shop.candidate(1)
    shop.candidate(2)
    before = judged(2, incumbent=0)
    shop.publish(1)
    with (
        pytest.raises(UserError, match="Policy 1 was published while policy 2 was being judged"),
        shop.store.transaction() as transaction,
    ):
        publish_candidate(transaction, BRAND, 2, shop.act(), before)
    assert shop.holds().number == 1


def test_an_older_candidate_that_is_published_later_gets_a_new_number(shop: Shop) -> None:
    for number in (1, 2):
        shop.candidate(number)
    shop.publish(2)
    policy = shop.publish(1)
    assert (policy.number, policy.decisions) == (3, 10)
    assert shop.snapshots()[-1].origin == 1
    assert shop.holds().number == 3


def test_a_policy_that_held_is_not_published_again_but_taken_back_to(shop: Shop) -> None:
    with pytest.raises(UserError, match="rapport policy rollback 0"):
        shop.publish(0)


def test_an_unknown_number_is_answered_with_those_there_are(shop: Shop) -> None:
    shop.candidate(1)
    shop.candidate(4)
    with pytest.raises(UserError, match=r"no policy 9\. It has: 0 to 1, 4"):
        shop.back(9)


def test_publishing_launches_the_candidates_kind(shop: Shop) -> None:
    shop.candidate(1)
    with shop.store.transaction() as transaction:
        transaction.turn(BRAND, FAMILY_SWITCH, "an older kind")
    shop.publish(1)
    assert shop.records.switch(BRAND, FAMILY_SWITCH) == FAMILY


# --- Taking back ----------------------------------------------------------------------------------


def lineage(shop: Shop) -> list[tuple[int, int]]:
    return [(one.policy.number, one.origin) for one in shop.snapshots()]


def test_a_rollback_publishes_the_content_before_under_a_new_number_and_pauses(shop: Shop) -> None:
    shop.candidate(1, exploration=0.5)
    shop.publish(1)
    policy = shop.back()
    first = shop.policies()[0]
    assert replace(policy, number=0, since=first.since, note=first.note) == first
    assert (policy.number, policy.note) == (2, f"as policy 0: {first.note}")
    assert policy.since == shop.now
    assert shop.records.switch(BRAND, PUBLISHING) == PAUSED
    deed = shop.entries()[-1].deed
    assert (deed.did, deed.what) == ("rolled back", "policy 2")
    assert deed.saw == {"held until now": "policy 1", "content": "policy 0"}


def test_rolling_back_again_goes_further_back_and_never_round_in_circles(shop: Shop) -> None:
    for number in (1, 2):
        shop.candidate(number)
        shop.publish(number)
    shop.back()
    shop.back()
    assert lineage(shop) == [(0, 0), (1, 1), (2, 2), (3, 1), (4, 0)]
    with pytest.raises(UserError, match="the only one that ever held"):
        shop.back()


def test_a_rollback_may_name_any_policy_that_held_even_one_taken_back_from(shop: Shop) -> None:
    for number in (1, 2):
        shop.candidate(number)
        shop.publish(number)
    shop.back(0)
    shop.back(2)
    assert lineage(shop)[-2:] == [(3, 0), (4, 2)]
    shop.back(3)
    assert lineage(shop)[-1] == (5, 0)
    assert shop.holds().note.count("as policy") == 1


def test_a_rollback_to_what_holds_or_to_what_never_held_is_refused(shop: Shop) -> None:
    shop.candidate(1)
    with pytest.raises(UserError, match=r"has never held\. To publish it"):
        shop.back(1)
    with pytest.raises(UserError, match="is that already"):
        shop.back(0)
    assert shop.records.switch(BRAND, PUBLISHING) == ""


def test_a_rollback_keeps_todays_budgets(shop: Shop) -> None:
    shop.candidate(1)
    shop.publish(1)
    closed = replace(shop.holds(), closed_offers=("ten",))
    with shop.store.transaction() as transaction:
        transaction.publish_policy(
            BRAND, replace(closed, number=2, since=shop.now + 1), Origin(BUDGET, 1)
        )
    assert shop.back().closed_offers == ("ten",)
    assert lineage(shop)[-1] == (3, 0)


# --- Switches -------------------------------------------------------------------------------------


def test_publishing_by_rule_is_paused_and_resumed_once_each(shop: Shop) -> None:
    with shop.store.transaction() as transaction:
        with pytest.raises(UserError, match="not paused"):
            resume(transaction, BRAND, shop.act())
        pause(transaction, BRAND, shop.act("Nell", "A look first."))
        with pytest.raises(UserError, match="paused already"):
            pause(transaction, BRAND, shop.act())
        resume(transaction, BRAND, shop.act("Jo", ""))
    assert [(e.deed.who, e.deed.did, e.deed.why) for e in shop.entries()] == [
        ("Nell", "stopped", "A look first."),
        ("Jo", "resumed", ""),
    ]


YEAR = 365 * DAY


def test_a_rollback_holds_for_the_next_decision_after_a_clock_that_ran_ahead(shop: Shop) -> None:
    shop.candidate(1)
    shop.publish(1)
    right = shop.now
    shop.now += YEAR
    ahead = shop.back(0)
    shop.now = right
    assert [one.state for one in shop.snapshots()] == ["held", "holds", "to come"]
    back = shop.back(0)
    assert back.since == shop.now
    assert shop.holds() == back
    assert ahead.since > shop.now
    for later in (1, YEAR, 3 * YEAR):
        shop.now += later
        assert shop.holds() == back, "and what was to come never comes"
    assert [one.state for one in shop.snapshots()] == ["held", "held", "held", "holds"]


def test_what_held_before_is_what_decided_until_now_and_not_what_is_to_come(shop: Shop) -> None:
    shop.candidate(1)
    shop.candidate(2)
    shop.publish(1)
    right = shop.now
    shop.now += YEAR
    shop.publish(2)
    shop.now = right
    assert shop.snapshots()[-1].state == "to come"
    assert shop.holds().number == 1
    back = shop.back()
    (*_, entry) = shop.entries()
    assert (back.number, shop.snapshots()[-1].origin) == (3, 0)
    assert entry.deed.saw["held until now"] == "policy 1"
    assert shop.holds() == back


def test_a_policy_holds_at_once_though_the_clock_of_the_machine_is_behind(shop: Shop) -> None:
    made, before = shop.candidate(1), shop.holds()
    with shop.store.transaction() as transaction:
        policy = enact(transaction, BRAND, made, Origin("person", 1), ex.at(-3))
        blueprint = published(transaction, BRAND)
    assert policy.since == ex.at(-3) < before.since
    assert blueprint.policy_at(ex.at(-3)) == blueprint.policy_at(ex.at(9)) == policy


@pytest.mark.parametrize(
    ("numbers", "words"), [([], "none"), ([3], "3"), ([1, 0, 2, 7], "0 to 2, 7")]
)
def test_numbers_are_told_in_few_words(numbers: list[int], words: str) -> None:
    assert in_short(numbers) == words
