"""How likely a policy makes each choice, without drawing: for evaluating one policy by what another
did. The numbers are those that `rapport.core.policy.drawing` draws with, to the bit."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from rapport.core.creative.framework import WORDING, Action
from rapport.core.policy.drawing import (
    Eligible,
    Situation,
    level_worth,
    odds,
    offer_worth,
    send_odds,
)
from rapport.core.policy.odds import Vector

Odds = Mapping[str, float]
"""The probability of each level that could be drawn."""


def time_odds(situation: Situation, levels: tuple[str, ...]) -> Odds:
    """How likely each moment is; `levels` holds at least one."""
    worth = level_worth(situation, "time", levels, situation.stake.margin)
    return _by_level(levels, odds(situation.policy, worth))


class ContentOdds:
    """How likely each message is at one decision, given the moment chosen before.

    `bound` names the factors that a rule ties to another: what is eligible depends on nothing else
    that was chosen.
    """

    def __init__(
        self, situation: Situation, time: str, eligible: Eligible, bound: Collection[str]
    ) -> None:
        self._situation = situation
        self._eligible = eligible
        self._bound = bound
        offers = eligible({}, "offer")
        self.offer: Odds = {}
        self.send: Odds = {"hold": 1.0}
        if offers:
            worth = offer_worth(situation, time, offers, eligible)
            self.offer = _by_level(offers, odds(situation.policy, worth))
            self.send = _by_level(("hold", "send"), send_odds(situation, worth))

    def wording(self, factor: str, chosen: Mapping[str, str]) -> Odds:
        """How likely each level of a tone, angle or visual is, after what was chosen before it."""
        levels = self._eligible(chosen, factor)
        margin = self._situation.stake.margin_with(chosen["offer"])
        if not levels:
            return {}
        worth = level_worth(self._situation, factor, levels, margin)
        return _by_level(levels, odds(self._situation.policy, worth))

    def along(self, action: Action) -> tuple[float, ...]:
        """The probabilities of the draws that lead to `action`, in their order.

        One for holding; else of sending, of the offer, and of each tone, angle and visual there is.
        A level that is not eligible has 0, and so has what would follow it.
        """
        if action.hold:
            return (self.send["hold"],)
        steps = [self.send.get("send", 0.0), self.offer.get(action.offer, 0.0)]
        chosen = {"offer": action.offer}
        for factor in WORDING:
            level = action.level(factor)
            if not level:
                continue
            reached = steps[-1] > 0.0
            steps.append(self.wording(factor, chosen).get(level, 0.0) if reached else 0.0)
            chosen[factor] = level
        return tuple(steps)

    def levels(self) -> dict[tuple[str, str], float]:
        """For each factor and level, how likely a message with it goes out; `("send", "send")` is
        how likely any does."""
        send = self.send.get("send", 0.0)
        found = {("send", "send"): send}
        ways: dict[tuple[tuple[str, str], ...], float] = {}
        for offer, probability in self.offer.items():
            found["offer", offer] = send * probability
            ways[("offer", offer),] = send * probability
        for factor in WORDING:
            onward: dict[tuple[tuple[str, str], ...], float] = {}
            for way, reached in ways.items():
                for level, probability in self.wording(factor, dict(way)).items():
                    share = reached * probability
                    found[factor, level] = found.get((factor, level), 0.0) + share
                    # Ways that no rule tells apart go on as one.
                    longer = (*way, (factor, level)) if factor in self._bound else way
                    onward[longer] = onward.get(longer, 0.0) + share
            ways = onward or ways
        return found


def _by_level(levels: tuple[str, ...], probabilities: Vector) -> Odds:
    return dict(zip(levels, probabilities, strict=True))
