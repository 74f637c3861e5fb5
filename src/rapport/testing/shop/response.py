"""How people answer a message: the simulated world's own law, which nobody outside may know.

A checkout left behind has a chance of its own to be taken up again, used up as hours pass. Beyond
that, a share of people (`open`) could be won over by words that fit:

    chance(message) = hold + (1 - hold) x open x grip       where grip >= 0
                      hold x (1 + grip)                      where the words put them off
    grip = tanh(strength x freshness x fit)
    fit  = any message + own attitude + offer + tone + angle + visual + time, each as they like it

It is on purpose neither additive nor logistic, so that no learner's own model is the truth.
"""

from __future__ import annotations

from math import exp, log, tanh
from typing import NamedTuple

from rapport.core.creative.framework import WORDING, Action
from rapport.core.offer import Offer
from rapport.core.policy.drawing import uniform
from rapport.core.time import DAY, HOUR, MINUTE, Instant, Millis
from rapport.testing.shop.behaviour import Checkout
from rapport.testing.shop.customers import Customer
from rapport.testing.shop.settings import MESSAGE_REACH, ShopSettings

ANY_MESSAGE = 0.1
"""What a message adds to fit, whatever it says."""

OPEN = 0.15
"""Share of people who could be won over while the checkout is fresh."""

NATURAL_PACE = 12 * HOUR
MESSAGE_PACE = 7 * HOUR
"""How soon the orders come that still come: the mean of an exponential, cut at MESSAGE_REACH."""

MESSAGE_READ_AFTER = 5 * MINUTE
"""Nobody orders sooner than this after a message."""

PRESSURE_FADES = 4 * DAY
"""How soon a message of the past weighs less: to a third of its weight."""

COMPLAINTS = 0.1
"""Of those who want no more messages, the share who press 'spam' instead of 'unsubscribe'."""

FLAVOUR = 0.05
"""How far a level that the world has no word for may move fit, up or down."""


class Plan(NamedTuple):
    """What will come of a checkout as things stand since `since`.

    `ruled_out` is the part of fate that had passed by then: an order would have come already.
    Of the rest, `chance` leads to an order. One number, the checkout's fate, thus settles the order
    and its hour, and settles them alike in every run up to the first message that differs.
    """

    since: Instant
    ruled_out: float
    chance: float
    pace: Millis
    delay: Millis = 0
    """No order comes sooner than this after `since`."""

    def order_at(self, fate: float) -> Instant | None:
        """When the order comes, or None."""
        left = (fate - self.ruled_out) / (1.0 - self.ruled_out)
        if not 0.0 <= left < self.chance:
            return None
        reach = 1.0 - exp(-MESSAGE_REACH / self.pace)
        return self.since + self.delay + int(-self.pace * log(1.0 - left / self.chance * reach))

    def ruled_out_by(self, at: Instant) -> float:
        """The part of fate that has passed by `at`, no order having come."""
        return self.ruled_out + (1.0 - self.ruled_out) * self._used(at)

    def remaining(self, at: Instant) -> float:
        """The chance of an order after `at`, given that none has come by then."""
        used = self._used(at)
        return (self.chance - used) / (1.0 - used)

    def _used(self, at: Instant) -> float:
        elapsed = min(max(at - self.since - self.delay, 0), MESSAGE_REACH)
        return (
            self.chance
            * (1.0 - exp(-elapsed / self.pace))
            / (1.0 - exp(-MESSAGE_REACH / self.pace))
        )


class Situation(NamedTuple):
    """How a person stands towards a checkout at the moment a message comes.

    `hold` is the chance of an order if none comes; `open` whether they can be won over; `pressure`
    the messages of the last days, the older ones counting less.
    """

    hold: float
    open: float
    pressure: float


class ResponseModel:
    """The law above, for one world and its table of offers."""

    def __init__(self, settings: ShopSettings, offers: dict[str, Offer]) -> None:
        self._seed = settings.seed
        self._world = settings.response
        self._base_rate = settings.base_rate
        self._offers = offers
        tired = settings.response == "fatigue"
        self._wear = 2.2 if tired else 0.7
        self._opt_out_wear = 0.02 if tired else 0.004

    def natural_chance(self, customer: Customer, checkout: Checkout) -> float:
        """The chance that a checkout left behind becomes an order with no message at all."""
        taste = customer.taste
        keenness = 0.7 + 0.06 * checkout.depth
        leaning = (0.2 + 2.0 * taste.loyalty) * (1.45 - 0.95 * taste.thrift)
        return min(self._base_rate * keenness * leaning, 0.6)

    def openness(self, customer: Customer, checkout: Checkout, at: Instant) -> float:
        """Whom words could still win over: fewer of the loyal, and fewer as days pass."""
        age = max(at - checkout.left_at, 0)
        taste = customer.taste
        leaning = (1.2 - 0.7 * taste.loyalty) * (0.5 + 0.9 * taste.thrift)
        return OPEN * leaning * exp(-age / (5 * DAY))

    def pressure(self, messages: list[Instant], at: Instant) -> float:
        """How much the messages before `at` still weigh."""
        return sum(exp(-(at - sent) / PRESSURE_FADES) for sent in messages if sent < at)

    def fit(self, customer: Customer, checkout: Checkout | None, action: Action) -> float:
        """How well a message suits this person; below 0 it puts them off."""
        levels = customer.taste.levels
        fit = (
            ANY_MESSAGE
            + customer.taste.attitude
            + self._offer_fit(customer, checkout, action.offer)
        )
        for factor in (*WORDING, "time"):
            key = f"{factor}:{action.level(factor)}"
            known = levels.get(key)
            fit += self._flavour(customer, key) if known is None else known
        return fit

    def order_chance(self, customer: Customer, fit: float, situation: Situation) -> float:
        """The chance of an order from now on, after a message of this fit."""
        if self._world == "null":
            return situation.hold
        grip = self._grip(customer, fit, situation.pressure)
        if grip < 0.0:
            return situation.hold * (1.0 + grip)
        return situation.hold + (1.0 - situation.hold) * situation.open * grip

    def click_chance(self, customer: Customer, fit: float, pressure: float) -> float:
        """The chance that somebody who does not buy for it looks all the same."""
        grip = self._grip(customer, fit, pressure)
        return 0.02 + 0.1 * customer.taste.warmth_to_mail * max(0.2 + 0.8 * grip, 0.0)

    def opt_out_chance(self, customer: Customer, fit: float, pressure: float) -> float:
        """The chance that this message makes them want no more, complaints among it."""
        worn = self._opt_out_wear * pressure * (0.5 + customer.taste.weariness)
        return min(0.0015 + 0.008 * max(-fit, 0.0) + worn, 0.25)

    def _grip(self, customer: Customer, fit: float, pressure: float) -> float:
        strength = 0.5 + 1.6 * customer.taste.warmth_to_mail
        # A tired reader is harder to win over, not harder to annoy.
        freshness = exp(-self._wear * customer.taste.weariness * pressure) if fit > 0.0 else 1.0
        return tanh(strength * freshness * fit)

    def _offer_fit(self, customer: Customer, checkout: Checkout | None, key: str) -> float:
        taste = customer.taste
        offer = self._offers.get(key)
        if offer is not None and checkout is not None and checkout.subtotal < offer.min_total:
            return 0.0
        match key:
            case "none" | "":
                return 0.0
            case "ten-percent":
                return 1.4 * taste.thrift - 0.25
            case "free-delivery":
                owes = checkout is not None and checkout.shipping > 0
                return 0.2 + 0.8 * taste.thrift if owes else -0.05
            case "tea-sampler":
                return 0.4 * taste.curiosity - 0.08
        return self._flavour(customer, f"offer:{key}")

    def _flavour(self, customer: Customer, key: str) -> float:
        if key.endswith(":"):
            return 0.0
        return FLAVOUR * (2.0 * uniform(self._seed, "flavour", customer.index, key) - 1.0)
