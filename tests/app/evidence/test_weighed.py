"""What earlier checks of a step worked out is taken over, and changes nothing but the work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import pytest
from msgspec.structs import replace
from ope_log import ALL_ALIKE, KNOWING, MISTAKEN, Book, Latest, a_book, flat

from rapport.app.evidence import weighed
from rapport.app.evidence.recorded import Chance, Recorded
from rapport.app.evidence.weighed import Weighed
from rapport.app.learning.routine import objection
from rapport.core.blueprint import Blueprint
from rapport.core.policy.policy import Policy
from rapport.ports import Transaction


@pytest.fixture(scope="module")
def book() -> Book:
    return a_book(1_200, ALL_ALIKE, KNOWING, MISTAKEN)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, str]]:
    """The policies, by number, and the decisions whose probability was worked out."""
    known: list[tuple[int, str]] = []
    worked_out = weighed.probability_of

    def noted(policy: Policy, record: Recorded) -> Chance:
        known.append((policy.number, record.content.id))
        return worked_out(policy, record)

    monkeypatch.setattr(weighed, "probability_of", noted)
    return known


def check(
    book: Book,
    candidate: Policy,
    known: Weighed | None,
    *,
    least: int = 0,
    held_back: Sequence[Policy] = (),
    blueprint: Blueprint | None = None,
) -> str:
    # A part of the port is all that is asked of it.
    latest = cast("Transaction", Latest(book, least))
    told = blueprint or book.blueprint
    return objection(latest, told, told.policies[0], candidate, held_back, weighed=known)


SURE_OF = ("time:evening", "offer:ten", "tone:warm", "angle:help", "visual:maker")
LEAP = replace(KNOWING, exploration=500.0, effects={name: flat(0.2) for name in SURE_OF})
STEPS = [
    replace(MISTAKEN, number=21, exploration=0.001),
    replace(LEAP, number=22, decisions=900),
    replace(LEAP, number=23, decisions=1_000),
    replace(LEAP, number=24, decisions=1_200),
    replace(KNOWING, number=25, exploration=0.001, closed_offers=("ten",)),
]


def test_a_row_of_checks_comes_to_the_same_with_what_is_known_and_without(book: Book) -> None:
    known = Weighed()
    for turn, step in enumerate(STEPS):
        held_back = STEPS[:turn]
        # Each time there are a few decisions more, and the oldest are no longer looked at.
        told = check(book, step, known, least=40 * turn, held_back=held_back)
        assert told == check(book, step, None, least=40 * turn, held_back=held_back)


def test_what_is_known_is_not_worked_out_again(book: Book, asked: list[tuple[int, str]]) -> None:
    known = Weighed()
    check(book, STEPS[1], known)
    first = len(asked)
    assert first > 0
    check(book, STEPS[1], known)
    assert len(asked) == first
    check(book, STEPS[3], known, held_back=[STEPS[1]])
    assert {number for number, _ in asked[first:]} == {STEPS[3].number}


def test_another_policy_of_the_same_number_is_another_policy(
    book: Book, asked: list[tuple[int, str]]
) -> None:
    known = Weighed()
    check(book, STEPS[1], known)
    first = len(asked)
    changed = replace(STEPS[1], exploration=1.0)
    assert check(book, changed, known) == check(book, changed, None)
    assert {number for number, _ in asked[first:]} == {STEPS[1].number}


def test_rules_that_hold_from_another_moment_on_make_it_all_unknown(
    book: Book, asked: list[tuple[int, str]]
) -> None:
    known = Weighed()
    check(book, STEPS[1], known)
    first = len(asked)
    later = replace(
        book.blueprint.releases[0], number=99, since=book.blueprint.releases[0].since + 1
    )
    more = replace(book.blueprint, releases=(*book.blueprint.releases, later))
    check(book, STEPS[1], known, blueprint=more)
    assert len(asked) == 2 * first


def test_it_holds_no_more_than_the_last_check_named(book: Book) -> None:
    known = Weighed()
    for turn, step in enumerate(STEPS[:4]):
        check(book, step, known, least=100 * turn, held_back=STEPS[:turn])
    named = {lesson.decision.id for lesson in book.lessons_[300:][-1_000:]}
    assert {key for _, chances in known._under for key in chances} <= named
    assert set(known._as_drawn) <= named
    assert len(known._under) <= 5
