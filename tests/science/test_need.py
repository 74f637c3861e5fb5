"""Who needs a discount: told by what chance dealt, in a shop where the truth is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.core.creative.framework import HOLD, Action
from rapport.core.decision import Decision
from rapport.core.effects import OutcomeClosed
from rapport.core.policy.drawing import Situation, draw_content, uniform
from rapport.core.policy.policy import (
    FEATURES,
    Policy,
    Stake,
    Vector,
    score,
)
from rapport.science.evidence import Row, nothing, observe_all
from rapport.science.need import (
    NEEDED,
    NONE,
    NOT_NEEDED,
    TOO_FEW,
    Interval,
    Need,
    NeedBook,
    Trial,
)
from rapport.science.policy_learning import snapshot
from rapport.science.unavailable import Unavailable

TEN = "ten"
MARGIN, COST = 3_000.0, 900.0
KNOWN, NEW = "known", "new"

TRUTH = {(KNOWN, "hold"): 0.40, (KNOWN, NONE): 0.42, (KNOWN, TEN): 0.43,
         (NEW, "hold"): 0.03, (NEW, NONE): 0.05, (NEW, TEN): 0.17}  # fmt: skip
"""Orders a person. Those who know the shop use the discount most (43 against 17 in 100), and would
have bought anyway; those who are new redeem less, and it moves them."""

TRIED_ALIKE = 6_000
"""Decisions at the start in which every choice was as likely as any other."""

LEVELS = {"offer": (NONE, TEN), "tone": ("warm", "plain")}


def eligible(_chosen: Mapping[str, str], factor: str) -> tuple[str, ...]:
    return LEVELS.get(factor, ())


@dataclass
class Lived:
    """Each decision: kind of person, and what they got."""

    given: list[tuple[str, str]]
    book: NeedBook

    def share(self, kind: str, of: slice) -> float:
        """Of the messages to this kind, how many had the discount."""
        sent = [got for one, got in self.given[of] if one == kind and got != "hold"]
        return sent.count(TEN) / max(len(sent), 1)


def live(decisions: int, seed: int) -> Lived:
    """The product's policy draws and learns, after a time in which all was tried alike; the book
    takes in what was dealt."""
    rng = np.random.default_rng(seed)
    evidence = nothing()
    policy = Policy(exploration=0.0)
    book, given, rows = NeedBook(), list[tuple[str, str]](), list[Row]()
    for number in range(decisions):
        kind = KNOWN if rng.random() < 0.5 else NEW
        x: Vector = (1.0, float(kind == KNOWN), *(0.0,) * (len(FEATURES) - 2))

        def seed_of(draw: str, number: int = number) -> float:
            return uniform("need", seed, number, draw)

        stake = Stake(MARGIN, {TEN: COST}, 0.1, 600.0)
        situation = Situation(policy, score(policy, x, LEVELS), stake, 0.0, seed_of)
        draws = draw_content(situation, "", eligible)
        chosen = {drawn.factor: drawn.chosen for drawn in draws}
        got = chosen.get("offer", "hold")
        given.append((kind, got))
        ordered = bool(rng.random() < TRUTH[kind, got])
        if got != "hold":
            drawn = next(one for one in draws if one.factor == "offer")
            chances = dict(zip(drawn.levels, drawn.probabilities, strict=True))
            book.take(Trial(got, chances, {TEN: COST}, MARGIN, ordered, ("everybody", kind)))
        rows.append(as_row(number, x, chosen, ordered=ordered))
        if len(rows) == 500:
            evidence, rows = observe_all(evidence, rows), []
            if number >= TRIED_ALIKE:
                policy = snapshot(evidence, policy.number + 1, number)
    return Lived(given, book)


def as_row(number: int, x: Vector, chosen: Mapping[str, str], *, ordered: bool) -> Row:
    sent = chosen["send"] == "send"
    action = Action(offer=chosen["offer"], tone=chosen["tone"]) if sent else HOLD
    name = str(number)
    decision = Decision(
        id=name, profile=name, flow="f", run=1, point="p", stage="content", at=number, release=1,
        policy=1, arm="adaptive", action=action, context=x, margin=int(MARGIN),
    )  # fmt: skip
    outcome = OutcomeClosed(
        key=name, profile=name, decision=name, message="", at=number, orders=int(ordered),
        revenue=0, margin=0, clicked=False, unsubscribed=False, complained=False, delivered=sent,
    )  # fmt: skip
    return decision, outcome


@pytest.fixture(scope="module")
def lived() -> Lived:
    return live(11_000, seed=3)


def need(book: NeedBook, kind: str) -> Need:
    return next(one for one in book.needs() if (one.offer, one.kind) == (TEN, kind))


def test_who_would_buy_anyway_gets_no_discount_and_who_needs_it_does(lived: Lived) -> None:
    last = slice(-3_000, None)
    assert lived.share(KNOWN, last) < 0.06
    assert lived.share(NEW, last) > 0.90


@pytest.mark.parametrize("kind", [KNOWN, NEW])
def test_the_uplift_that_is_told_holds_the_truth(lived: Lived, kind: str) -> None:
    found = need(lived.book, kind)
    assert isinstance(found.added, Interval)
    assert isinstance(found.worth, Interval)
    assert found.added.low <= TRUTH[kind, TEN] - TRUTH[kind, NONE] <= found.added.high
    gain = (MARGIN - COST) * TRUTH[kind, TEN] - MARGIN * TRUTH[kind, NONE]
    assert found.worth.low <= gain <= found.worth.high


def test_redeeming_more_is_not_needing_more(lived: Lived) -> None:
    known, new = need(lived.book, KNOWN), need(lived.book, NEW)
    assert known.with_it > new.with_it, "those who know the shop redeem more"
    assert (known.verdict, new.verdict) == (NOT_NEEDED, NEEDED)
    assert not isinstance(known.anyway, Unavailable)
    assert not isinstance(new.anyway, Unavailable)
    assert known.anyway > 0.8 > 0.5 > new.anyway


def test_who_gets_which_offer_is_told_for_each_kind(lived: Lived) -> None:
    assert next(iter(lived.book.shares(KNOWN))) == NONE
    assert next(iter(lived.book.shares(NEW))) == TEN
    assert sum(lived.book.shares(NEW).values()) == pytest.approx(1.0)
    assert lived.book.shares("nobody") == {}


def test_where_a_discount_does_nothing_it_is_seldom_told_to_however_often_one_looks() -> None:
    """An order is worth nothing more or less with it, since it costs nothing either."""
    wrong = 0
    for seed in range(100):
        rng = np.random.default_rng([7, seed])
        book, said, wins, seen = NeedBook(), False, [1.0, 1.0], [2.0, 2.0]
        for number in range(1, 1_201):
            # Leans to what has looked better so far, as a learner does.
            rates = [w / s for w, s in zip(wins, seen, strict=True)]
            p = min(max(0.5 + 4.0 * (rates[1] - rates[0]), 0.05), 0.95)
            arm, ordered = int(rng.random() < p), bool(rng.random() < 0.2)
            wins[arm] += ordered
            seen[arm] += 1.0
            chances = {NONE: 1.0 - p, TEN: p}
            book.take(Trial((NONE, TEN)[arm], chances, {}, 1_000.0, ordered, ("all", "some")))
            if number % 60 == 0:
                said = said or any(one.verdict != TOO_FEW for one in book.needs())
        wrong += said
    assert wrong <= 0.05 * 100


def test_too_few_is_told_with_a_reason_and_no_figure() -> None:
    book = NeedBook()
    for number in range(200):
        offer = TEN if number < 10 else NONE
        book.take(Trial(offer, {NONE: 0.95, TEN: 0.05}, {}, 1_000.0, number % 3 == 0, ("all",)))
    (found,) = book.needs()
    assert isinstance(found.added, Unavailable)
    assert "too few messages went out with it so far" in found.added.reason
    assert "of 50 needed" in found.added.reason
    assert found.verdict == TOO_FEW
    assert isinstance(found.anyway, Unavailable)


def test_a_few_orders_are_no_evidence_however_often_an_offer_was_given() -> None:
    """None of 120 with the offer, where one in ten orders: what chance does to a sum so small."""
    book = NeedBook()
    for number in range(240):
        with_it = number % 2 == 0
        ordered = not with_it and number % 20 == 1
        chances = {NONE: 0.5, TEN: 0.5}
        book.take(Trial(TEN if with_it else NONE, chances, {}, 1_000.0, ordered, ("all",)))
    (found,) = book.needs()
    assert isinstance(found.added, Unavailable)
    assert "too few orders followed messages with it so far" in found.added.reason
    assert found.verdict == TOO_FEW


NUMBERS = st.floats(allow_nan=True, allow_infinity=True)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([NONE, TEN, "gone"]),
            st.dictionaries(st.sampled_from([NONE, TEN]), NUMBERS | st.floats(0.01, 1.0)),
            NUMBERS,
            st.booleans(),
        ),
        max_size=30,
    )
)
def test_whatever_stands_in_a_record_no_figure_is_made_up(
    rows: list[tuple[str, dict[str, float], float, bool]],
) -> None:
    book = NeedBook()
    for offer, chances, margin, ordered in rows:
        book.take(Trial(offer, chances, {TEN: 1.0}, margin, ordered, ("all",)))
    assert book.trials + book.skipped == len(rows)
    for one in book.needs():
        assert 0.0 <= one.without <= 1.0
        assert 0.0 <= one.with_it <= 1.0
        assert isinstance(one.added, Unavailable) or one.added.low <= one.added.high
