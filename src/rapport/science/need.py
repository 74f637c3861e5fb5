"""Who needs a discount? The uplift of each offer over none, from decisions that chance made.

A propensity to redeem says who uses an offer, among them everybody who would have bought anyway.
Here only the difference counts: both messages, with the offer and without it, were possible, and
chance dealt one of them with a probability on record. For one decision with context x, offer a and
outcome y the score (AIPW) is

    phi = m_o - m_n + 1[a = o] (y - m_o) / p_o - 1[a = none] (y - m_n) / p_n

whose mean is the uplift whatever the means m are, as long as they were known before the outcome
was: here they are those of the decisions before. So the scores less their mean are a martingale
difference under any policy that learns meanwhile, and their mean has an always-valid interval
(2103.06476, see `rapport.science.inference`).

Each score counts by its precision, h = 1 / (1 / p_o + 1 / p_n), which is known before the outcome
too (Hadad et al. 2021, 1911.02768): else the few decisions against a sure policy, at 1 in 100,
would drown all others. So decisions count most where both were as likely.

What an offer is worth has the same score with y in minor units: an order is worth the margin at
stake, less the offer's cost where it came with the offer. Both are known before the outcome.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from math import isfinite, sqrt

from msgspec import Struct

from rapport.science.inference import Look, half_width
from rapport.science.unavailable import Unavailable

NONE = "none"

NEEDED, NOT_NEEDED, TOO_FEW = "pays", "does not pay", "too few to tell"

FEWEST = 50.0
"""An offer given, or left out, fewer times than this (effectively) says nothing about people."""

FEWEST_ORDERS = 5.0
"""Likewise where fewer orders (effectively) followed. The interval's error is that of a sum that is
nearly normal, and a sum of two orders is not: none of 53 with an offer, where one in ten orders,
would have been told as harm."""

BELIEVED_RATE, BELIEVED_WEIGHT = 0.05, 20.0
"""Where the running means begin. It changes how wide an interval is, never what it is about."""

LEAST_CHANCE = 1e-6
"""Far below the floor of any policy: what is less likely is a damaged record."""

LATEST = 1_000
"""Decisions over which it is told who gets what."""


class Trial(Struct, frozen=True):
    """One decision in which chance chose the offer of a message, and what came of it.

    `chances` has each offer that could be given, `none` among them, `costs` what each takes of an
    order, minor units, and `margin` what an order brings without one. `kinds` are the kinds of
    person that this one belongs to.
    """

    offer: str
    chances: Mapping[str, float]
    costs: Mapping[str, float]
    margin: float
    ordered: bool
    kinds: tuple[str, ...]


class Interval(Struct, frozen=True):
    """An estimate and its ends, which hold at every look."""

    value: float
    low: float
    high: float


class Need(Struct, frozen=True):
    """What one offer does for one kind of person, against the same message without it.

    Rates are orders a message. `added` is the uplift, `worth` what the offer brings a message after
    its cost, minor units. `anyway` is the share of the orders with the offer that would have come
    without it. `trials` counts decisions in which both were possible, `given` those with the offer.
    """

    offer: str
    kind: str
    trials: int
    given: int
    without: float
    with_it: float
    cost: float
    """What the offer takes of an order, minor units, on average."""
    margin: float
    added: Interval | Unavailable
    worth: Interval | Unavailable

    @property
    def verdict(self) -> str:
        """Whether it pays to give the offer to people of this kind, as far as is known."""
        if isinstance(self.worth, Unavailable):
            return TOO_FEW
        if self.worth.low > 0.0:
            return NEEDED
        return NOT_NEEDED if self.worth.high < 0.0 else TOO_FEW

    @property
    def anyway(self) -> float | Unavailable:
        """Between 0 and 1."""
        if isinstance(self.added, Unavailable):
            return self.added
        if self.with_it <= 0.0:
            return Unavailable("no order came with it")
        return min(max(self.without / self.with_it, 0.0), 1.0)


class _Pair:
    """Sums of the scores of one offer for one kind of person."""

    def __init__(self) -> None:
        self.trials = self.given = 0
        self._with, self._without = _Mean(), _Mean()
        self._added, self._worth = _Scores(), _Scores()
        self._rates = (_Scores(), _Scores())
        self._cost, self._margin = _Scores(), _Scores()

    def take(self, trial: Trial, offer: str) -> None:
        p_with, p_without = trial.chances[offer], trial.chances[NONE]
        # The score's variance is about 1 / p_with + 1 / p_without: each counts by its precision.
        h = p_with * p_without / (p_with + p_without)
        y, cost = float(trial.ordered), trial.costs.get(offer, 0.0)
        had, lacked = trial.offer == offer, trial.offer == NONE
        mean_with, mean_without = self._with.now, self._without.now
        with_it = mean_with + (y - mean_with) / p_with * had
        without = mean_without + (y - mean_without) / p_without * lacked
        self._added.take(with_it - without, h)
        self._worth.take((trial.margin - cost) * with_it - trial.margin * without, h)
        self._rates[0].take(with_it, h)
        self._rates[1].take(without, h)
        self._cost.take(cost, h)
        self._margin.take(trial.margin, h)
        self.trials += 1
        self.given += had
        # Only now: a score may know nothing of its own outcome.
        if had:
            self._with.take(y, h / p_with)
        if lacked:
            self._without.take(y, h / p_without)

    def read(self, offer: str, kind: str, look: Look) -> Need:
        added: Interval | Unavailable
        worth: Interval | Unavailable
        if few := self._too_few():
            added = worth = Unavailable(few)
        else:
            added, worth = self._added.interval(look), self._worth.interval(look)
        with_it, without = (min(max(sums.mean, 0.0), 1.0) for sums in self._rates)
        return Need(
            offer, kind, self.trials, self.given, without, with_it, self._cost.mean,
            self._margin.mean, added, worth,
        )  # fmt: skip

    def _too_few(self) -> str:
        """Why nothing can be told yet; '' where it can."""
        sides = ((self._with, "with"), (self._without, "without"))
        mean, side = min(sides, key=lambda one: one[0].effective)
        if mean.effective < FEWEST:
            return (
                f"too few messages went out {side} it so far (they count as "
                f"{int(mean.effective):,}, of {FEWEST:,.0f} needed)"
            )
        mean, side = min(sides, key=lambda one: one[0].orders)
        if mean.orders < FEWEST_ORDERS:
            return (
                f"too few orders followed messages {side} it so far (they count as "
                f"{int(mean.orders):,}, of {FEWEST_ORDERS:,.0f} needed)"
            )
        return ""


class _Mean:
    """A weighted mean of outcomes, drawn towards a belief at first."""

    def __init__(self) -> None:
        self._weight, self._total, self._squares, self._order_squares = 0.0, 0.0, 0.0, 0.0

    @property
    def now(self) -> float:
        believed = BELIEVED_WEIGHT * BELIEVED_RATE
        return (self._total + believed) / (self._weight + BELIEVED_WEIGHT)

    @property
    def effective(self) -> float:
        """(sum w)^2 / sum w^2: how many equally weighted ones these are worth."""
        return self._weight * self._weight / self._squares if self._squares > 0.0 else 0.0

    @property
    def orders(self) -> float:
        """Likewise, of those that were ordered after: how many equally weighted ones."""
        return self._total * self._total / self._order_squares if self._total > 0.0 else 0.0

    def take(self, y: float, weight: float) -> None:
        self._weight += weight
        self._squares += weight * weight
        self._total += weight * y
        self._order_squares += weight * weight * y * y


class _Scores:
    """Sums of scores s with weights h: the estimate is sum h s / sum h."""

    def __init__(self) -> None:
        self._n = 0
        self._h = self._hs = self._hh = self._hhs = self._hhss = 0.0

    def take(self, score: float, h: float) -> None:
        self._n += 1
        self._h += h
        self._hs += h * score
        self._hh += h * h
        self._hhs += h * h * score
        self._hhss += h * h * score * score

    @property
    def mean(self) -> float:
        return self._hs / self._h if self._h > 0.0 else 0.0

    def interval(self, look: Look) -> Interval | Unavailable:
        """About the weighted sum of s - mean, a martingale whose variance is summed alike."""
        mean = self.mean
        spread = self._hhss - 2.0 * mean * self._hhs + mean * mean * self._hh
        if self._n < 2 or not spread > 1e-12 * self._hhss or not isfinite(spread):
            return Unavailable("all such decisions had the same outcome so far")
        half = half_width(self._n, sqrt(spread / self._n), look) * self._n / self._h
        return Interval(mean, mean - half, mean + half)


class NeedBook:
    """Takes in trials one by one, in the order in which their outcomes became known.

    It is never read back from a store: the closed decisions are the record, and are read again.
    """

    def __init__(self) -> None:
        self.trials = self.skipped = 0
        self._pairs: dict[tuple[str, str], _Pair] = {}
        self._latest: deque[tuple[str, tuple[str, ...]]] = deque(maxlen=LATEST)

    def take(self, trial: Trial) -> None:
        """One trial more. What cannot say anything about offers is counted in `skipped`."""
        if not _sound(trial):
            self.skipped += 1
            return
        self.trials += 1
        self._latest.append((trial.offer, trial.kinds))
        if NONE not in trial.chances:
            return
        for offer in trial.chances:
            if offer == NONE:
                continue
            for kind in trial.kinds:
                pair = self._pairs.get((offer, kind))
                if pair is None:
                    pair = self._pairs[offer, kind] = _Pair()
                pair.take(trial, offer)

    def needs(self, look: Look | None = None) -> list[Need]:
        """What each offer does for each kind of person, offers and kinds by name.

        The whole of it holds with the level of `look` (95 %), however many rows there are and
        however often it is looked at: each row gets its part of the error that is allowed.
        """
        share = (look or Look()).shared(len(self._pairs))
        return [self._pairs[key].read(*key, share) for key in sorted(self._pairs)]

    def shares(self, kind: str) -> dict[str, float]:
        """Of the latest messages to people of this kind, how many had each offer; the most first.
        Empty where there was none."""
        given = [offer for offer, kinds in self._latest if kind in kinds]
        counts = {offer: given.count(offer) / len(given) for offer in sorted(set(given))}
        return dict(sorted(counts.items(), key=lambda pair: -pair[1]))


def _sound(trial: Trial) -> bool:
    """Whether the numbers can be counted with: probabilities are above 0, the offer was possible,
    and nothing is infinite."""
    numbers = (trial.margin, *trial.costs.values(), *trial.chances.values())
    return (
        all(map(isfinite, numbers))
        and trial.offer in trial.chances
        and all(LEAST_CHANCE <= p <= 1.0 for p in trial.chances.values())
    )
