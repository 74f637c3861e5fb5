"""How long until a policy can be judged: from what is on record, and the shop's pace."""

from __future__ import annotations

from collections import Counter

import pytest
from msgspec.structs import replace
from ope_log import ALL_ALIKE, KNOWING, ONCE, Book, a_book, fill

from rapport.app.evidence.recorded import Chance
from rapport.app.measuring.evaluate import Evaluation, evaluate, made_by_chance
from rapport.app.measuring.outlook import Outlook, outlook, outlook_of
from rapport.app.measuring.sample import Judged
from rapport.core.policy.policy import Policy
from rapport.core.time import DAY
from rapport.core.unread import Unread
from rapport.testing import examples as ex

LEARNT = replace(KNOWING, number=9, decisions=300, since=ex.at(300))


@pytest.fixture(scope="module")
def log() -> Book:
    return a_book(300, ALL_ALIKE)


def judged(log: Book, candidate: Policy) -> Evaluation:
    return evaluate(log, log.blueprint, candidate.number, candidates=[candidate])


def foretold(found: Evaluation) -> Outlook:
    assert found.outlook is not None
    return found.outlook


def test_of_a_policy_that_has_learnt_from_everything_it_says_how_much_is_still_to_come(
    log: Book,
) -> None:
    found = judged(log, LEARNT)
    assert found.decisions == 0
    same = foretold(judged(log, replace(ALL_ALIKE, number=9, decisions=300, since=ex.at(300))))
    assert same.more == 500
    assert "about 500 more decisions made since" in same.says
    more = foretold(found).more
    assert more is not None
    assert more > 500


def test_what_counts_already_is_taken_off(log: Book) -> None:
    same = judged(log, replace(ALL_ALIKE, number=9))
    assert (same.decisions, foretold(same).more) == (300, 200)


@pytest.mark.parametrize("likely", [0.0, 1e-300])
def test_where_it_would_hardly_ever_do_what_todays_does_there_is_nothing_to_wait_for(
    log: Book, likely: float
) -> None:
    pairs = []
    for place, made in enumerate(made_by_chance(log, log.blueprint, Counter(), Unread())):
        theirs = Judged(made.record, made.outcome, made.logged, made.logged, {})
        never = Chance(likely if place == 0 else 0.0, made.logged.steps, made.logged.odds)
        pairs.append((replace(theirs, target=never), theirs))
    found = outlook(log.blueprint.releases[-1].brand, LEARNT, 0, pairs, 0.0)
    assert found is not None
    assert found.more is None
    assert found.says.startswith("Waiting will not help: policy 9 would hardly ever do what")


def test_of_a_handful_of_decisions_nothing_is_foretold() -> None:
    few = fill(Book(ex.blueprint(policy=ALL_ALIKE, flow=ONCE)), 20)
    assert judged(few, LEARNT).outlook is None


@pytest.mark.parametrize(
    ("more", "days", "says"),
    [
        (490, 28, "At your pace, some 70 decisions a week, that is about 7 weeks."),
        (60, 28, "that is about 1 week."),
        (70 * 60, 28, "that is more than a year, so it will hardly come to that."),
        (490, 3, ""),
    ],
)
def test_the_pace_is_that_of_the_last_four_weeks(more: int, days: int, says: str) -> None:
    long_ago = [n * DAY for n in range(100)]
    lately = [200 * DAY + n * DAY // 10 for n in range(days * 10 + 1)]
    times = [*long_ago, *lately] if days == 28 else lately
    assert outlook_of(LEARNT, more, times).says.endswith(says)
