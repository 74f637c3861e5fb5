"""What was decided while something was stopped teaches nobody, whatever was decided."""

from __future__ import annotations

from pathlib import Path

import pytest
from dispatch_world import DUE_AT, DispatchWorld
from msgspec.structs import replace
from ope_log import ONCE, Book, a_book, fill

from rapport.app.learning.learning import learn_from_outcomes
from rapport.app.measuring.evaluate import evaluate
from rapport.app.measuring.rule_costs import rule_costs
from rapport.app.stopping.stops import resume, stop
from rapport.core.creative.framework import Rule
from rapport.core.oversight.audit import Act
from rapport.core.oversight.stopping import (
    BRAND,
    EVERYTHING,
    FLOW,
    FRAMEWORK,
    Stop,
    Switch,
    stopped_meanwhile,
)
from rapport.core.time import DAY, HOUR
from rapport.testing import examples as ex


def a_stop(kind: str, key: str = "", since: int = 0, until: int = 0) -> Stop:
    return Stop(ex.BRAND_KEY, Switch(kind, key), since, "Nell", "why", until=until)


@pytest.mark.parametrize(
    ("one", "counts"),
    [
        (a_stop(BRAND), True),
        (a_stop(EVERYTHING), True),
        (a_stop(FLOW, ex.FLOW), True),
        (a_stop(FLOW, "another"), False),
        (a_stop(FRAMEWORK, ex.FRAMEWORK.key), False),
        (a_stop(BRAND, since=ex.at(9)), False),
        (a_stop(BRAND, until=ex.at(1)), False),
        (a_stop(BRAND, since=ex.at(1), until=ex.at(9)), True),
    ],
)
def test_it_is_the_time_of_the_decision_that_counts(one: Stop, counts: bool) -> None:
    book = a_book(1, ex.EAGER)
    decision = replace(book.decisions[-1], at=ex.at(2))
    assert stopped_meanwhile([one], decision) is counts


def test_an_evaluation_leaves_them_out_and_says_so() -> None:
    book = a_book(60, ex.EAGER)
    before = evaluate(book, book.blueprint, 0)
    assert "they were made while something was stopped" not in before.left_out
    book.stops_.append(a_stop(FLOW, ex.FLOW, until=ex.at(300)))
    after = evaluate(book, book.blueprint, 0)
    assert after.left_out["they were made while something was stopped"] == len(book.lessons_)
    assert after.decisions == 0


def test_what_a_rule_costs_leaves_them_out_and_says_so() -> None:
    rule = Rule("no ten", (("offer", ("ten",)),))
    plan = ex.blueprint(policy=ex.EAGER, flow=ONCE, rules=(rule,))
    book = fill(Book(plan), 30)
    before, *_ = rule_costs(book, plan).rules
    assert before.asked >= before.took > 0
    book.stops_.append(a_stop(FLOW, ex.FLOW, until=ex.at(300)))
    found = rule_costs(book, plan)
    assert found.judged == 0
    assert found.left_out == {"they were made while something was stopped": len(book.lessons_)}
    after, *_ = found.rules
    assert (after.asked, after.took) == (0, 0)


def test_the_learner_counts_only_what_was_decided_before_and_after(tmp_path: Path) -> None:
    world = DispatchWorld(tmp_path, blueprint=ex.blueprint(arms=ex.USUAL_ONLY))
    world.plan("ada")
    world.tick(DUE_AT)
    with world.store.transaction() as transaction:
        stop(transaction, world.brand, Switch(BRAND), Act("Nell", "a reason", DUE_AT + 1))
    world.tick(DUE_AT + 3 * DAY)  # the second message is decided, and waits in vain
    with world.store.transaction() as transaction:
        act = Act("Nell", "a reason", DUE_AT + 3 * DAY)
        resume(transaction, world.brand, Switch(BRAND), act)
    world.tick(DUE_AT + 3 * DAY + HOUR)
    world.tick(DUE_AT + 30 * DAY)
    with world.store.transaction() as transaction:
        lessons = transaction.lessons(world.brand, 0, 10).found
        learn_from_outcomes(transaction, world.brand, DUE_AT + 30 * DAY)
        stops = transaction.past_stops(world.brand)
    assert [stopped_meanwhile(stops, lesson.decision) for lesson in lessons] == [False]
    world.close()
