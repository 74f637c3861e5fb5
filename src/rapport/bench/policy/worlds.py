"""Made-up shops with 432 messages and holding, whose truth is known to the judge alone.

Whether somebody orders is logistic in who they are, what the message is made of, how the two fit
and, a little, in pairs of its parts: on purpose not the additive model that Rapport learns. Clicks
follow the same taste and are more frequent. Margins vary, offers cost, messages cost.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from math import exp

import numpy as np

from rapport.core.policy.policy import PRESSURE
from rapport.core.time import DAY
from rapport.science.arrays import Floats

LEVELS: dict[str, tuple[str, ...]] = {
    "time": ("now", "evening", "tomorrow", "weekend"),
    "offer": ("none", "delivery", "gift", "ten"),
    "tone": ("warm", "plain", "playful"),
    "angle": ("service", "proof", "story"),
    "visual": ("product", "people", "words"),
}
SIZES = tuple(len(keys) for keys in LEVELS.values())
ACTIONS = np.array(list(product(*map(range, SIZES))))
"""Every message: the place of its level in each factor, shape (432, 5)."""

OFFER_SHARES = np.array([0.0, 0.04, 0.10, 0.20])
"""What each offer takes of the margin."""

MESSAGE_COST = 0.1
UNSUBSCRIBE_RATE = 0.002
UNSUBSCRIBE_COST = 600.0
TYPICAL_MARGIN = 2_000.0

TRAITS = 7
"""What is known of a person; `pressure` among it comes from the messages they got. There are no
predictions in these worlds: features that need one are unknown."""


@dataclass(frozen=True)
class Kind:
    """What sort of world. Spreads are on the scale of log odds.

    `drift` is the angle, radians, by which tastes turn from the first decision to the last; `wear`
    what each message of the last days takes off the next one's effect; `delay` how long until an
    order is known; `people` how many there are to write to.
    """

    decisions: int = 40_000
    days: float = 60.0
    people: int = 20_000
    base: float = 0.08
    send: float = 0.5
    main: float = 0.12
    taste: float = 0.25
    pairs: float = 0.03
    clicks: float = 4.0
    """How many people click for each that orders."""
    clicks_follow: float = 1.0
    """How far clicks follow what makes people order: at -1, words that draw clicks drive orders
    away."""
    drift: float = 0.0
    delay: float = 0.0
    wear: float = 0.0
    works: bool = True


STATIONARY = Kind()
SCARCE = replace(STATIONARY, base=0.005, clicks=10.0, drift=1.0, delay=14.0 * DAY, days=90.0)
MISLED = replace(SCARCE, clicks_follow=-1.0)
FAINT = replace(
    STATIONARY, decisions=12_000, days=36.0, base=0.2, send=0.1, main=0.06, taste=0.12, pairs=0.015,
    delay=4.0 * DAY,
)  # fmt: skip
"""Most orders come anyway. A message adds a twelfth to them, and its words a twentieth or two."""
NULL = replace(STATIONARY, works=False)
FATIGUE = replace(STATIONARY, decisions=24_000, people=400, days=90.0, wear=0.9, send=0.7)


@dataclass(frozen=True)
class Person:
    """Whom a decision is about, apart from how much they have heard lately."""

    who: int
    at: int
    traits: Floats
    margin: float


class World:
    """One made-up shop: its people, its truth, and the fate of each decision.

    The fate is drawn beforehand, so every learner meets the same people, equally inclined.
    """

    def __init__(self, kind: Kind, seed: int) -> None:
        self.kind, self.seed = kind, seed
        truth, fate = (np.random.default_rng([seed, part]) for part in (1, 2))
        shape = truth.uniform(0.8, 2.5, (2, TRAITS))
        traits = fate.beta(shape[0], shape[1], (kind.people, TRAITS))
        traits[:, PRESSURE - 1] = 0.0
        self._middle = traits.mean(axis=0)
        count = kind.decisions
        self.who = fate.integers(0, kind.people, count)
        self.at = np.sort(fate.integers(0, int(kind.days * DAY), count))
        self.traits = traits[self.who]
        self.margin = TYPICAL_MARGIN * np.exp(fate.normal(0.0, 0.4, count))
        self.fates, self.click_fates, self.leave_fates = fate.random((3, count))
        leaning = truth.normal(0.0, 0.8, TRAITS)
        self._base = np.log(kind.base / (1.0 - kind.base)) + self._centred() @ leaning
        self._send = truth.normal(0.0, 0.3, TRAITS)
        self._tastes = [_taste(truth, kind) for _ in range(2 if kind.drift else 1)]
        pairs = np.zeros(len(ACTIONS))
        for one in range(len(SIZES)):
            for other in range(one):
                table = truth.normal(0.0, kind.pairs, (SIZES[one], SIZES[other]))
                pairs += table[ACTIONS[:, one], ACTIONS[:, other]]
        self._pairs = pairs
        self.costs = OFFER_SHARES[ACTIONS[:, 1]]
        self.oracle, self.by_action = self._possible()

    def _centred(self) -> Floats:
        centred: Floats = self.traits - self._middle
        return centred

    def _turned(self, rows: slice) -> list[Floats]:
        """How much each of the tastes counts at these decisions."""
        turn = self.kind.drift * self.at[rows] / (self.kind.days * DAY)
        return [np.cos(turn), np.sin(turn)][: len(self._tastes)]

    def chance(self, number: int, action: int, worn: float = 0.0) -> float:
        """Of an order after one decision: `action` is a message's place, or -1 where it holds."""
        return self._answered(number, action, worn, 1.0)

    def click_chance(self, number: int, action: int, worn: float = 0.0) -> float:
        """Of a click on a message."""
        drawn = self._answered(number, action, worn, self.kind.clicks_follow)
        return min(drawn * self.kind.clicks, 0.9)

    def _answered(self, number: int, action: int, worn: float, follows: float) -> float:
        """The chance of an answer that follows what a message is made of this far."""
        odds = float(self._base[number])
        if action >= 0 and self.kind.works:
            centred = self.traits[number] - self._middle
            made_of = float(self._pairs[action])
            weights = self._turned(slice(number, number + 1))
            for weight, (main, bends) in zip(weights, self._tastes, strict=True):
                made_of += float(weight[0]) * float(main[action] + centred @ bends[action])
            odds += self.kind.send + float(centred @ self._send) - worn + follows * made_of
        return 1.0 / (1.0 + exp(-odds))

    def worth(self, number: int, chance: float, held: float, action: int, leave: float) -> float:
        """What a message with this chance of an order brings over holding, minor units."""
        kept = (1.0 - float(self.costs[action])) * chance - held
        return float(self.margin[number]) * kept - MESSAGE_COST - leave * UNSUBSCRIBE_COST

    def _net(self, rows: slice) -> Floats:
        """What every message brings over holding, nobody tired; minor units, shape (n, 432)."""
        held = 1.0 / (1.0 + np.exp(-self._base[rows]))[:, None]
        sent = np.repeat(held, len(ACTIONS), axis=1)
        if self.kind.works:
            centred = self._centred()[rows]
            lift = self.kind.send + (centred @ self._send)[:, None] + self._pairs
            weights = self._turned(rows)
            for weight, (main, bends) in zip(weights, self._tastes, strict=True):
                lift = lift + weight[:, None] * (main + centred @ bends.T)
            sent = 1.0 / (1.0 + np.exp(-(self._base[rows][:, None] + lift)))
        gain: Floats = self.margin[rows][:, None] * ((1.0 - self.costs) * sent - held)
        return gain - MESSAGE_COST - UNSUBSCRIBE_RATE * UNSUBSCRIBE_COST

    def _possible(self) -> tuple[Floats, Floats]:
        """The best for each decision, shape (n,), and each message for everybody, shape (432,).

        Nobody tired.
        """
        best, whole = [], np.zeros(len(ACTIONS))
        for begin in range(0, self.kind.decisions, 2_000):
            net = self._net(slice(begin, begin + 2_000))
            best.append(np.maximum(net.max(axis=1), 0.0))
            whole += net.sum(axis=0)
        return np.concatenate(best), whole / self.kind.decisions


def _taste(truth: np.random.Generator, kind: Kind) -> tuple[Floats, Floats]:
    """What each message adds for the average person, (432,), and how traits bend it, (432, 7)."""
    main, bends = np.zeros(len(ACTIONS)), np.zeros((len(ACTIONS), TRAITS))
    for factor, size in enumerate(SIZES):
        levels = truth.normal(0.0, kind.main, size)
        levels -= levels.mean()
        if factor == 1:
            levels = np.array([0.0, 0.10, 0.22, 0.40]) + levels * np.array([0.0, 1.0, 1.0, 1.0])
        bent = truth.normal(0.0, kind.taste, (size, TRAITS))
        bent[:, PRESSURE - 1] = 0.0
        main += levels[ACTIONS[:, factor]]
        bends += (bent - bent.mean(axis=0))[ACTIONS[:, factor]]
    return main, bends
