"""What is learnt of messages about looks, carts and orders, apart from that of checkouts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.evidence.learn import LearnSettings, first_policy
from rapport.app.evidence.learnt import (
    Learnt,
    decode_learnt,
    encode_learnt,
    learn_all,
    policy_after,
)
from rapport.app.evidence.recorded import Chance, as_recorded, recorded
from rapport.app.explaining.explain_policy import explain_policy
from rapport.app.explaining.otherwise import otherwise
from rapport.app.learning.routine import sound
from rapport.core.blueprint import Blueprint
from rapport.core.brand import Cap
from rapport.core.decision import Decision
from rapport.core.effects import AnyEffect, Decided, OutcomeClosed, Send
from rapport.core.events import Event, Wake
from rapport.core.person.signals import value_in
from rapport.core.policy.policy import Policy
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.core.time import DAY
from rapport.errors import CodecError
from rapport.science.evidence import Row, nothing
from rapport.science.evidence_codec import encode_evidence
from rapport.testing import examples as ex
from rapport.testing import more_flows as more

QUICK = LearnSettings(fewest=10)
FREE = ex.brand(caps=(Cap(9, DAY),))


def lived(blueprint: Blueprint, profile: str) -> list[AnyEffect]:
    """All that follows for somebody who does a bit of everything."""
    state, effects = ProfileState(profile), list[AnyEffect]()
    told = [
        *ex.subscribed(ex.at(0, 9)),
        ex.viewed("v", ex.at(2, 9)),
        more.put_in("p", ex.at(6, 9), ex.line(ex.MUG, 3)),
        ex.checkout("c", ex.at(12, 9)),
        ex.order("o", ex.at(20, 9)),
        Event("end", ex.at(300), "", Wake()),
    ]
    for event in told:
        state, more_effects = step(blueprint, state, event)
        effects.extend(more_effects)
    return effects


def crowd(blueprint: Blueprint, size: int) -> list[AnyEffect]:
    return [one for number in range(size) for one in lived(blueprint, f"p{number}")]


def rows(effects: list[AnyEffect]) -> list[Row]:
    decisions = {e.decision.id: e.decision for e in effects if isinstance(e, Decided)}
    closed = [e for e in effects if isinstance(e, OutcomeClosed)]
    return [(decisions[e.decision], replace(e, delivered=bool(e.message))) for e in closed]


def pairs(effects: list[AnyEffect]) -> list[tuple[Decision, Decision]]:
    """Each decision on content that a policy drew, with that on its moment."""
    found = [e.decision for e in effects if isinstance(e, Decided)]
    moments = {(d.profile, d.run, d.point): d for d in found if d.stage == "time"}
    contents = [d for d in found if d.stage == "content" and d.draws]
    return [(d, moments[d.profile, d.run, d.point]) for d in contents]


BLUEPRINT = more.blueprint(policy=first_policy(more.blueprint().releases[0], 0), of=FREE)
EFFECTS = crowd(BLUEPRINT, 25)


def test_every_kind_of_matter_has_evidence_of_its_own() -> None:
    told = rows(EFFECTS)
    learnt = learn_all(Learnt(), told)
    assert set(learnt.kinds) == {"viewed", "cart", "order", "nothing"}
    assert learnt.decisions + learnt.checkouts.skipped + sum(
        one.skipped for one in learnt.kinds.values()
    ) == len(told)
    for about, evidence in learnt.kinds.items():
        alone = learn_all(Learnt(), [row for row in told if row[0].about == about])
        assert encode_evidence(alone.kinds[about]) == encode_evidence(evidence)


def test_what_is_learnt_in_parts_is_learnt_as_if_at_once() -> None:
    told = rows(EFFECTS)
    parts = learn_all(learn_all(Learnt(), told[:20]), told[20:])
    whole = learn_all(Learnt(), told)
    assert parts.decisions == whole.decisions
    assert set(parts.kinds) == set(whole.kinds)


def test_evidence_survives_being_stored() -> None:
    learnt = learn_all(Learnt(), rows(EFFECTS))
    again = decode_learnt(encode_learnt(learnt))
    assert again is not None
    assert encode_learnt(again) == encode_learnt(learnt)


def test_evidence_about_checkouts_alone_is_stored_as_it_ever_was() -> None:
    assert encode_learnt(Learnt()) == encode_evidence(nothing())
    again = decode_learnt(encode_evidence(nothing()))
    assert again is not None
    assert again.kinds == {}


def test_evidence_of_an_older_version_is_learnt_again() -> None:
    assert decode_learnt(b"\x01anything") is None


@given(st.binary(max_size=60))
def test_damaged_evidence_is_refused(rest: bytes) -> None:
    with pytest.raises(CodecError):
        decode_learnt(bytes([128]) + rest + b"\xc1")


def test_a_snapshot_has_a_policy_of_each_kind_and_counts_all_decisions() -> None:
    learnt = learn_all(Learnt(), rows(EFFECTS))
    policy = policy_after(learnt, Policy(), ex.at(400), QUICK)
    assert policy is not None
    assert sound(policy)
    assert policy.decisions == learnt.decisions
    assert set(policy.kinds) == set(learnt.kinds)
    assert policy.on("viewed").baseline != policy.baseline
    assert policy_after(learnt, policy, ex.at(401), QUICK) is None


def test_a_kind_keeps_to_the_numbers_and_budgets_of_the_whole() -> None:
    kind = Policy(number=2, send=(0.5,))
    whole = Policy(7, 5, closed_offers=("ten",), offer_prices={"post": 2.0}, kinds={"order": kind})
    found = whole.on("order")
    assert (found.number, found.since, found.send) == (7, 5, (0.5,))
    assert (found.closed_offers, found.offer_prices) == (("ten",), {"post": 2.0})
    assert whole.on("viewed") is whole.on("") is whole


def test_a_snapshot_is_stored_with_all_its_kinds(tmp_path: Path) -> None:
    policy = policy_after(learn_all(Learnt(), rows(EFFECTS)), Policy(), ex.at(400), QUICK)
    assert policy is not None
    store = SqliteStore(tmp_path / "rapport.db")
    with store.transaction() as transaction:
        transaction.publish(ex.BRAND_KEY, BLUEPRINT.releases[0])
        transaction.publish(ex.BRAND_KEY, policy)
    with store.transaction() as transaction:
        again = transaction.blueprint(ex.BRAND_KEY)
    store.close()
    assert again is not None
    assert again.policies == (policy,)


def test_the_page_of_a_policy_tells_of_each_kind() -> None:
    policy = policy_after(learn_all(Learnt(), rows(EFFECTS)), Policy(), ex.at(400), QUICK)
    assert policy is not None
    story = explain_policy(policy, BLUEPRINT.releases[0])
    (table,) = (t for t in story.tables if t.title == "Messages that are not about a checkout")
    learnt_from = {row[0]: row[1] for row in table.rows}
    assert learnt_from["what was looked at"] == str(policy.kinds["viewed"].decisions)
    assert len(table.rows) == 4
    before = explain_policy(replace(policy, kinds={}), BLUEPRINT.releases[0])
    assert [t.title for t in before.tables] == [t.title for t in story.tables if t != table]


def test_messages_about_one_thing_do_not_follow_what_was_learnt_of_another() -> None:
    silent = Policy(send=(-0.9,) + (0.0,) * 7, exploration=1e6)
    policy = replace(ex.EAGER, kinds={"viewed": silent, "order": silent})
    effects = crowd(more.blueprint(policy=policy, of=FREE), 10)
    flows = [e.flow for e in effects if isinstance(e, Send)]
    assert flows.count("browse") + flows.count("thanks") <= 2
    assert flows.count("welcome") >= 8
    assert flows.count("checkout") >= 8


@pytest.mark.parametrize("learns", [False, True])
def test_what_was_drawn_can_be_computed_again_from_the_record(learns: bool) -> None:
    blueprint, effects = BLUEPRINT, EFFECTS
    if learns:
        policy = policy_after(learn_all(Learnt(), rows(EFFECTS)), Policy(), 0, QUICK)
        assert policy is not None
        blueprint = replace(BLUEPRINT, policies=(policy,))
        effects = crowd(blueprint, 8)
    policies = {policy.number: policy for policy in blueprint.policies}
    seen = set()
    for content, moment in pairs(effects):
        record = recorded(blueprint, content, moment)
        chance = as_recorded(policies, record)  # type: ignore[arg-type] # asserted below
        assert isinstance(chance, Chance), (content.about, chance)
        seen.add(content.about)
        otherwise(content, blueprint.policies[0])
    assert seen == {"", "viewed", "cart", "order", "nothing"}


@given(st.integers(0, 10**9))
def test_the_value_at_stake_can_be_read_off_the_context(total: int) -> None:
    share = total / (total + 5_000.0)
    assert value_in((1.0, 0.0, 0.0, 0.0, share)) == total


@pytest.mark.parametrize(
    "features", [(), (1.0,), (1.0, 0, 0, 0, 1.0), (1.0, 0, 0, 0, float("nan"))]
)
def test_a_context_without_a_value_has_none(features: tuple[float, ...]) -> None:
    assert value_in(features) == 0
