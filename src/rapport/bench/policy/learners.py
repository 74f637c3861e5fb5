"""Rapport's own policy as a learner, drawing and learning by the product's own code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapport.bench.policy.live import HOLD, SETTLES, Seen, place_of
from rapport.bench.policy.worlds import (
    ACTIONS,
    LEVELS,
    MESSAGE_COST,
    OFFER_SHARES,
    UNSUBSCRIBE_COST,
)
from rapport.core.creative.framework import HOLD as NO_MESSAGE
from rapport.core.creative.framework import Action
from rapport.core.deciding.arms import ADAPTIVE
from rapport.core.decision import CONTENT_STAGE, Decision
from rapport.core.effects import OutcomeClosed
from rapport.core.policy.drawing import (
    Drawn,
    Situation,
    draw_content,
    draw_time,
    uniform,
)
from rapport.core.policy.odds import Vector
from rapport.core.policy.policy import Policy, Stake, score
from rapport.science.beliefs import STANDARD, LearningSettings
from rapport.science.evidence import Evidence, Look, Row, look, merge, nothing, observe_all
from rapport.science.policy_learning import snapshot

_KEYS = list(LEVELS.values())


def _eligible(_chosen: Mapping[str, str], factor: str) -> tuple[str, ...]:
    return LEVELS[factor]


class Rapport:
    """The product's policy, from its first snapshot on."""

    name = "Rapport"

    def __init__(
        self, seed: int, settings: LearningSettings = STANDARD, *, always_send: bool = False
    ) -> None:
        self._seed = seed
        self._settings = settings
        self._evidence = nothing()
        self._looks: dict[int, Look] = {}
        self._looked: Evidence | None = None
        self._always = always_send
        self._number = self._at = 0
        self._policy: Policy | None = None

    @property
    def policy(self) -> Policy:
        """The newest snapshot, made when it is asked for."""
        if self._policy is None:
            looked = merge(self._evidence, self._looked) if self._looked else None
            self._policy = snapshot(self._evidence, self._number, self._at, self._settings, looked)
        return self._policy

    def choose(self, number: int, at: int, x: Vector, margin: float) -> int:
        """By the product's own draws: the moment first, then whether and what."""
        del at
        return as_action(*self.drawn(number, x, margin))

    def drawn(self, number: int, x: Vector, margin: float) -> tuple[str, tuple[Drawn, ...]]:
        """The moment that was chosen, and the draws of whether and what."""
        costs = dict(zip(LEVELS["offer"], (margin * OFFER_SHARES).tolist(), strict=True))
        stake = Stake(margin, costs, MESSAGE_COST, UNSUBSCRIBE_COST)

        def seed(draw: str) -> float:
            if self._always and draw == "send":
                return 1.0 - 2.0**-53
            return uniform("bench", self._seed, number, draw)

        scores = score(self.policy, x, LEVELS)
        situation = Situation(self.policy, scores, stake, x[6], seed)
        time = draw_time(situation, LEVELS["time"]).chosen
        return time, draw_content(situation, time, _eligible)

    def learn(self, seen: list[Seen]) -> None:
        """As the product does: into the evidence, and a new snapshot."""
        self._evidence = observe_all(self._evidence, [as_row(one) for one in seen])
        self._at = seen[-1].at
        self._again()

    def look(self, open_ones: Sequence[Seen]) -> None:
        """Likewise: clicks of messages whose window is open."""
        known = self._looks
        self._looks = {
            one.number: known.get(one.number) or Look(as_row(one)[0], one.at + SETTLES, one.clicked)
            for one in open_ones
        }
        self._looked = look(self._looks.values())
        self._again()

    def _again(self) -> None:
        self._number += 1
        self._policy = None


def as_action(time: str, draws: tuple[Drawn, ...]) -> int:
    """What was drawn, as an action of these worlds."""
    if draws[0].chosen == "hold":
        return HOLD
    chosen = {"time": time, **{drawn.factor: drawn.chosen for drawn in draws[1:]}}
    return place_of(tuple(keys.index(chosen[f]) for f, keys in LEVELS.items()))


def as_row(seen: Seen) -> Row:
    """What the product would have recorded of it."""
    action = NO_MESSAGE
    if seen.action != HOLD:
        keys = [keys[i] for keys, i in zip(_KEYS, ACTIONS[seen.action], strict=True)]
        action = Action(**dict(zip(LEVELS, keys, strict=True)))
    name = str(seen.number)
    decision = Decision(
        id=name, profile=name, flow="bench", run=1, point="first", stage=CONTENT_STAGE, at=seen.at,
        release=1, policy=1, arm=ADAPTIVE, action=action, context=seen.x,
        margin=round(seen.margin),
    )  # fmt: skip
    outcome = OutcomeClosed(
        key=name, profile=name, decision=name, message="", at=seen.at, orders=int(seen.ordered),
        revenue=0, margin=0, clicked=seen.clicked, unsubscribed=seen.left, complained=False,
        delivered=not action.hold,
    )  # fmt: skip
    return decision, outcome
