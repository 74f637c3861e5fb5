"""Whether somebody who looks often is told, where nothing works, that something does."""

from __future__ import annotations

from rapport.app.measuring.report import SHARED
from rapport.bench.policy.learners import Rapport, as_action
from rapport.bench.policy.live import HOLD, Seen
from rapport.bench.policy.worlds import ACTIONS, LEVELS, OFFER_SHARES, World
from rapport.core.policy.drawing import Drawn, uniform
from rapport.core.policy.odds import Vector
from rapport.science.inference import BETTER, WORSE, Difference, Sums, difference, mean
from rapport.science.need import Interval, NeedBook, Trial


class Watched(Rapport):
    """The policy in its arms, as a shop runs it, with somebody who looks after each lesson.

    Of ten people one gets nothing and two the usual message, by lot; the rest get what the policy
    says. At each look the arms are compared by orders a person, and each offer by what it adds, as
    the report and `rapport offers` do; `arms` and `offers` say whether any was ever declared better
    or worse.
    """

    name = "the arms, watched"

    def __init__(self, world: World, seed: int) -> None:
        super().__init__(seed)
        self.arms = self.offers = False
        self.looks = 0
        self._who = world.who.tolist()
        self._usual = int(uniform("usual", seed) * len(ACTIONS))
        self._orders: tuple[dict[int, int], ...] = ({}, {}, {})
        self._book, self._trials = NeedBook(), dict[int, Drawn]()

    def choose(self, number: int, at: int, x: Vector, margin: float) -> int:
        arm = self._arm(number)
        if arm < 2:
            return (HOLD, self._usual)[arm]
        del at
        time, draws = self.drawn(number, x, margin)
        for one in draws:
            if one.factor == "offer":
                self._trials[number] = one
        return as_action(time, draws)

    def learn(self, seen: list[Seen]) -> None:
        super().learn(seen)
        for one in seen:
            orders = self._orders[self._arm(one.number)]
            who = self._who[one.number]
            orders[who] = orders.get(who, 0) + one.ordered
            drawn = self._trials.pop(one.number, None)
            if drawn is not None:
                chances = dict(zip(drawn.levels, drawn.probabilities, strict=True))
                costs = dict(zip(LEVELS["offer"], OFFER_SHARES * one.margin, strict=True))
                self._book.take(
                    Trial(drawn.chosen, chances, costs, one.margin, one.ordered, ("everybody",))
                )
        self._look()

    def _arm(self, number: int) -> int:
        u = uniform("arm", self._seed, self._who[number])
        return 0 if u < 0.1 else 1 if u < 0.3 else 2

    def _look(self) -> None:
        self.looks += 1
        means = [mean(Sums.of(list(orders.values()))) for orders in self._orders]
        for treated, control in ((1, 0), (2, 0), (2, 1)):
            found = difference(means[treated], means[control], SHARED)
            self.arms |= isinstance(found, Difference) and found.verdict in (BETTER, WORSE)
        for need in self._book.needs():
            added = need.added
            self.offers |= isinstance(added, Interval) and not added.low <= 0.0 <= added.high
