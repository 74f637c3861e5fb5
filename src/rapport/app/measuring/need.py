"""Who needs an offer, from a brand's own closed decisions; see `rapport.science.need`.

Kinds of person are few and plain, and each is read from what the decision recorded, so never from
what came after it. A middle that a kind is held against is that of the decisions before.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log1p

from rapport.app.evidence.recorded import value_at_stake
from rapport.app.explaining.need_of_one import offer_draw
from rapport.app.measuring.evaluate import PAGE, by_chance
from rapport.core.blueprint import Blueprint
from rapport.core.decision import Decision
from rapport.core.effects import OutcomeClosed
from rapport.core.unread import Unread
from rapport.ports.history import Decisions
from rapport.science.need import Need, NeedBook, Trial
from rapport.science.usual import Usual

EVERYBODY = "everybody"

KIND_WORDS = {
    EVERYBODY: "everybody",
    "new": "has not ordered before",
    "known": "has ordered before",
    "full price": "mostly ordered at full price",
    "discounts": "mostly ordered with a discount",
    "smaller basket": "has a smaller basket than most",
    "larger basket": "has a larger basket than most",
    "less likely": "was less likely to order than most",
    "likelier": "was likelier to order than most",
}
"""Each kind, to follow 'somebody who'; they are told in this order."""


class _Middle:
    """A running mean that says where a figure lies: below or above what came before."""

    def __init__(self) -> None:
        self._n, self._total = 0, 0.0

    def above(self, value: float) -> bool:
        """Whether it is above those so far; it then is one of them."""
        answer = self._n > 0 and value > self._total / self._n
        self._n += 1
        self._total += value
        return answer


class OfferNeeds:
    """Keeps what is known of who needs an offer, up to date with the log."""

    def __init__(self) -> None:
        self.book = NeedBook()
        self.unread = Unread()
        self._position = 0
        self._basket, self._intent = _Middle(), _Middle()
        self.margins = Usual()
        """What one basket may count for, by those before it."""

    def catch_up(self, log: Decisions, blueprint: Blueprint, most: int | None = None) -> bool:
        """Takes in decisions whose outcome became known since the last time, at most `most` of
        them. Returns whether that was all there are."""
        left = most
        while left is None or left > 0:
            limit = PAGE if left is None else min(left, PAGE)
            page = log.lessons(blueprint.brand, self._position, limit)
            for lesson in page.found:
                trial = self._trial(blueprint, lesson.decision, lesson.outcome)
                if trial is not None:
                    self.book.take(trial)
                # One by one: whatever breaks off here, nothing is taken in twice.
                self._position = lesson.position
            self.unread.note_rows(page.unread)
            self._position = page.position
            if len(page) < limit:
                return True
            left = None if left is None else left - len(page)
        return False

    def needs(self) -> list[Need]:
        """By offer, and within it by kind of person."""
        places = {kind: place for place, kind in enumerate(KIND_WORDS)}
        return sorted(self.book.needs(), key=lambda one: (one.offer, places.get(one.kind, 99)))

    def _trial(
        self, blueprint: Blueprint, decision: Decision, outcome: OutcomeClosed
    ) -> Trial | None:
        """None where chance did not choose an offer for a message that arrived."""
        drawn = offer_draw(decision)
        if drawn is None or not by_chance(decision) or not outcome.delivered:
            return None
        if len(drawn.levels) != len(drawn.probabilities):
            return None  # a damaged record
        signals = {one.name: one.value for one in decision.signals}
        total = value_at_stake(decision)
        release = next((r for r in blueprint.releases if r.number == decision.release), None)
        if release is None or total is None:
            return None
        costs = {
            key: float(offer.cost_on(total))
            for key in drawn.levels
            if (offer := release.offer(key)) is not None
        }
        margin = self.margins.take(float(max(decision.margin, 0)))
        return Trial(
            offer=drawn.chosen,
            chances=dict(zip(drawn.levels, drawn.probabilities, strict=True)),
            costs=costs,
            margin=margin,
            ordered=outcome.orders > 0,
            kinds=tuple(self._kinds(margin, signals)),
        )

    def _kinds(self, margin: float, signals: dict[str, float | None]) -> Iterator[str]:
        yield EVERYBODY
        orders = signals.get("orders_count") or 0.0
        yield "known" if orders >= 1.0 else "new"
        share = signals.get("discounted_share")
        if orders >= 1.0 and share is not None:
            yield "discounts" if share >= 0.5 else "full price"
        size = log1p(margin)
        yield "larger basket" if self._basket.above(size) else "smaller basket"
        intent = signals.get("intent_24h")
        if intent is not None:
            yield "likelier" if self._intent.above(intent) else "less likely"
