"""Clicks teach while the outcome is open, and no decision teaches twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from dispatch_world import DUE_AT, DispatchWorld
from msgspec.structs import replace
from ope_log import ALL_ALIKE, KNOWING, a_book

from rapport.app.events.replay import replay
from rapport.app.evidence.learn import LearnSettings
from rapport.app.evidence.learnt import Learnt, decode_learnt, is_enough
from rapport.app.learning.learning import learn_from_outcomes, propose
from rapport.app.measuring.evaluate import evaluate
from rapport.app.stopping.stops import resume, stop
from rapport.core.events import Event, MessageClicked
from rapport.core.oversight.audit import Act
from rapport.core.oversight.stopping import BRAND, Switch
from rapport.core.policy.policy import Policy
from rapport.core.time import DAY, HOUR, Instant
from rapport.science.beliefs import STANDARD

SETTLED = DUE_AT + DAY + 1
"""From then on it is known whether what went out at `DUE_AT` was clicked."""

AT_ONCE = replace(STANDARD, closed_before_looks=0)
QUICK = LearnSettings(AT_ONCE, fewest=1)
PEOPLE = tuple(f"p{number}" for number in range(45))


class Shop(DispatchWorld):
    def learn(self, since: Instant, settings: LearnSettings = QUICK) -> Policy | None:
        with self.store.transaction() as transaction:
            return learn_from_outcomes(transaction, self.brand, since, settings)

    def click(self, *people: str) -> None:
        messages = self.rows()
        for who in people:
            body = MessageClicked(messages[who].key)
            self.tell(who, Event(f"click-{who}", DUE_AT + HOUR, "rapport", body))

    def learnt(self) -> Learnt:
        with self.store.transaction() as transaction:
            stored = transaction.learner(self.brand)
        return (stored and decode_learnt(stored[1])) or Learnt()


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path)
    shop.plan(*PEOPLE)
    shop.tick(DUE_AT)
    yield shop
    shop.close()


def test_before_clicks_have_settled_nothing_is_learnt(shop: Shop) -> None:
    shop.click(*PEOPLE)
    assert shop.learn(SETTLED - 2) is None


def test_before_enough_decisions_closed_nothing_is_looked_at(shop: Shop) -> None:
    shop.click(*PEOPLE)
    assert shop.learn(SETTLED, LearnSettings(fewest=1)) is None


def test_clicks_make_a_snapshot_while_every_outcome_is_open(shop: Shop) -> None:
    shop.click(*PEOPLE[:30])
    policy = shop.learn(SETTLED)
    assert policy is not None
    assert (policy.number, policy.decisions, policy.looked) == (1, 0, len(PEOPLE))
    assert "clicks on 45 messages" in policy.note
    assert shop.learn(SETTLED + HOUR) is None, "nothing is new"
    assert shop.learnt().decisions == 0, "a look is kept nowhere"


def test_what_was_looked_at_teaches_once_more_when_it_closes_and_not_twice(
    shop: Shop, tmp_path: Path
) -> None:
    """Looked at before or not: once it has closed, the same is known of it."""
    (tmp_path / "other").mkdir()
    other = Shop(tmp_path / "other")
    other.plan(*PEOPLE)
    other.tick(DUE_AT)
    for one in (shop, other):
        one.click(*PEOPLE[:30])
    assert shop.learn(SETTLED, QUICK) is not None
    # The second message of the run is decided by the policy that was learnt, unless all get the
    # usual one, as here.
    for one in (shop, other):
        one.tick(DUE_AT + 40 * DAY)
    ours, theirs = shop.learn(DUE_AT + 40 * DAY), other.learn(DUE_AT + 40 * DAY)
    assert ours is not None
    assert theirs is not None
    assert (ours.decisions, ours.looked) == (theirs.decisions, 0)
    assert ours.effects == theirs.effects
    assert ours.errors == theirs.errors
    other.close()


def test_a_click_after_the_first_look_counts_at_the_next(shop: Shop) -> None:
    shop.click(*PEOPLE[:25])
    first = shop.learn(SETTLED)
    shop.click(*PEOPLE[25:])
    with shop.store.transaction() as transaction:
        found = transaction.awaited(shop.brand, 0, SETTLED, 100)
        later = propose(transaction, shop.brand, "Nell", SETTLED + HOUR, QUICK)
    assert first is not None
    assert all(one.clicked for one in found)
    assert later is None, "there is no other message than before"


def test_messages_decided_while_the_brand_was_stopped_are_not_looked_at(shop: Shop) -> None:
    shop.click(*PEOPLE)
    with shop.store.transaction() as transaction:
        stop(transaction, shop.brand, Switch(BRAND), Act("Nell", "a reason", 1))
    with shop.store.transaction() as transaction:
        act = Act("Nell", "a reason", SETTLED - 1)
        resume(transaction, shop.brand, Switch(BRAND), act)
    policy = shop.learn(SETTLED)
    assert policy is not None
    assert "clicks" not in policy.note


def test_a_replay_comes_to_the_same_with_policies_that_looked(shop: Shop) -> None:
    shop.click(*PEOPLE[:30])
    assert shop.learn(SETTLED) is not None
    shop.tick(DUE_AT + 40 * DAY)
    assert shop.learn(DUE_AT + 40 * DAY) is not None
    blueprint = shop.records.published(shop.brand)
    assert blueprint is not None
    assert replay(shop.records, blueprint).identical


def test_only_the_latest_are_looked_at_where_there_are_many(shop: Shop) -> None:
    policy = shop.learn(SETTLED, LearnSettings(AT_ONCE, fewest=1, most_looked=10))
    assert policy is not None
    assert policy.looked == 10


@pytest.mark.parametrize(
    ("decisions", "looked", "wanted"),
    [
        (100, 40, False),  # as before
        (100, 89, False),  # 49 settled
        (100, 90, True),  # 50 settled
        (130, 60, True),  # 20 settled, 30 of what was looked at closed
        (140, 0, False),  # what was looked at closed
        (150, 0, True),  # 50 closed, however few are open now
    ],
)
def test_a_snapshot_follows_where_enough_settled_or_closed(
    decisions: int, looked: int, wanted: bool
) -> None:
    learnt = Learnt()
    learnt = replace(learnt, checkouts=replace(learnt.checkouts, decisions=decisions))
    assert is_enough(learnt, looked, Policy(decisions=100, looked=40), 50) is wanted


def test_an_evaluation_leaves_out_what_a_policy_has_looked_at() -> None:
    """Its outcome came later; of the click on it, the policy knew."""
    book = a_book(40, ALL_ALIKE)
    made = [lesson.decision.at for lesson in book.lessons_]
    since = max(made)
    assert max(lesson.outcome.at for lesson in book.lessons_) > since
    for looked, left_out in ((0, False), (7, True)):
        policy = replace(KNOWING, number=9, decisions=1, looked=looked, since=since)
        blueprint = replace(book.blueprint, policies=(ALL_ALIKE, policy))
        found = evaluate(book, blueprint, 9)
        assert (found.left_out.get("the policy has learnt from them", 0) == len(made)) is left_out
