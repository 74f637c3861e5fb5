"""What only a simulation knows: how likely each order was, and what the best message was worth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from rapport.core.brand import Brand
from rapport.core.creative.framework import HOLD, Action
from rapport.core.offer import Offer
from rapport.core.time import Instant
from rapport.errors import UserError
from rapport.testing.shop.behaviour import Checkout
from rapport.testing.shop.customers import Customer
from rapport.testing.shop.response import (
    MESSAGE_PACE,
    MESSAGE_READ_AFTER,
    NATURAL_PACE,
    Plan,
    ResponseModel,
    Situation,
)


class Economics(Struct, frozen=True):
    """What the brand counts a message's worth by; money in minor units."""

    margin_rate: float = 0.5
    message_cost: float = 0.1
    unsubscribe_cost: float = 600.0

    @classmethod
    def of(cls, brand: Brand) -> Economics:
        return cls(brand.margin_rate, brand.message_cost, brand.unsubscribe_cost)


class Delivered(NamedTuple):
    """A message that reached somebody, and how likely the order was with it.

    `checkout` is '' where nothing was left behind that it could win back.
    """

    message: str
    customer: int
    checkout: str
    at: Instant
    action: Action
    chance: float


class Truth:
    """Answers for any customer, any checkout that was left behind, and any action.

    Probabilities are of an order after `at`, given that none came before; `at` defaults to the
    moment the checkout was left. What was delivered strictly before `at` is taken into account.
    """

    def __init__(
        self,
        model: ResponseModel,
        customers: Sequence[Customer],
        checkouts: Iterable[Checkout],
        offers: Mapping[str, Offer],
    ) -> None:
        self.customers = customers
        self.checkouts = {checkout.token: checkout for checkout in checkouts}
        """Those left behind, by token."""
        self.delivered: list[Delivered] = []
        self._model = model
        self._offers = offers
        self._by_email = {customer.email: customer for customer in customers}
        self._messages: dict[int, list[Instant]] = {}
        self._plans = {token: [self._natural(c)] for token, c in self.checkouts.items()}

    def customer(self, email: str) -> Customer:
        """The customer with this address. Raises UserError where there is none."""
        found = self._by_email.get(email.casefold())
        if found is None:
            raise UserError(
                f"The simulated shop has no customer with the address '{email}'. Send only to "
                "addresses that its own requests or history named."
            )
        return found

    def owner(self, checkout: Checkout) -> Customer:
        """Whose checkout it is."""
        return self.customers[checkout.customer]

    def order_probability(
        self, customer: Customer, checkout: Checkout, action: Action, at: Instant | None = None
    ) -> float:
        """The chance of an order of this checkout after `action` at `at`."""
        return self._chance(customer, checkout, action, self.situation(customer, checkout, at))

    def expected_margin(
        self,
        customer: Customer,
        checkout: Checkout,
        action: Action,
        economics: Economics,
        at: Instant | None = None,
    ) -> float:
        """What `action` is worth, minor units: margin less offer, message and lost readers."""
        situation = self.situation(customer, checkout, at)
        return self._margin(customer, checkout, action, economics, situation)

    def best(
        self,
        customer: Customer,
        checkout: Checkout,
        actions: Sequence[Action],
        economics: Economics,
        at: Instant | None = None,
    ) -> tuple[Action, float]:
        """The action worth most, to hold among them, and what it is worth, minor units."""
        situation = self.situation(customer, checkout, at)
        scored = [
            (self._margin(customer, checkout, action, economics, situation), -number, action)
            for number, action in enumerate((HOLD, *actions))
        ]
        value, _, action = max(scored, key=lambda score: score[:2])
        return action, value

    def opt_out_probability(
        self, customer: Customer, checkout: Checkout | None, action: Action, at: Instant
    ) -> float:
        """The chance that this message makes them unsubscribe or complain."""
        fit = self._model.fit(customer, checkout, action)
        return self._model.opt_out_chance(customer, fit, self.pressure(customer, at))

    def click_probability(
        self, customer: Customer, checkout: Checkout | None, action: Action, at: Instant
    ) -> float:
        """The chance of a click by somebody whom the message does not make buy."""
        fit = self._model.fit(customer, checkout, action)
        return self._model.click_chance(customer, fit, self.pressure(customer, at))

    def pressure(self, customer: Customer, at: Instant) -> float:
        """How much the messages before `at` still weigh on this person."""
        return self._model.pressure(self._messages.get(customer.index, []), at)

    def messages_to(self, customer: Customer) -> int:
        """How many messages have reached this person so far."""
        return len(self._messages.get(customer.index, ()))

    def situation(
        self, customer: Customer, checkout: Checkout, at: Instant | None = None
    ) -> Situation:
        """How this person stands towards this checkout at `at`."""
        at = checkout.left_at if at is None else at
        return Situation(
            hold=self.plan(checkout, at).remaining(at),
            open=self._model.openness(customer, checkout, at),
            pressure=self.pressure(customer, at),
        )

    def plan(self, checkout: Checkout, before: Instant) -> Plan:
        """What was to come of a checkout, as things stood just before an instant."""
        plans = self._plans[checkout.token]
        return next((plan for plan in reversed(plans) if plan.since < before), plans[0])

    def record(
        self, message: str, customer: Customer, checkout: Checkout, action: Action, at: Instant
    ) -> Plan:
        """Notes a message about a checkout not yet bought, and says what will now come of it."""
        situation = self.situation(customer, checkout, at)
        chance = self._chance(customer, checkout, action, situation)
        ruled_out = self.plan(checkout, at).ruled_out_by(at)
        plan = Plan(at, ruled_out, chance, MESSAGE_PACE, MESSAGE_READ_AFTER)
        self._plans[checkout.token].append(plan)
        self._note(Delivered(message, customer.index, checkout.token, at, action, chance))
        return plan

    def record_idle(self, message: str, customer: Customer, action: Action, at: Instant) -> None:
        """Notes a message that found nothing to win back; it weighs on the person all the same."""
        self._note(Delivered(message, customer.index, "", at, action, 0.0))

    def _note(self, delivered: Delivered) -> None:
        self.delivered.append(delivered)
        self._messages.setdefault(delivered.customer, []).append(delivered.at)

    def _natural(self, checkout: Checkout) -> Plan:
        chance = self._model.natural_chance(self.customers[checkout.customer], checkout)
        return Plan(checkout.left_at, 0.0, chance, NATURAL_PACE)

    def _chance(
        self, customer: Customer, checkout: Checkout, action: Action, situation: Situation
    ) -> float:
        if action.hold:
            return situation.hold
        fit = self._model.fit(customer, checkout, action)
        return self._model.order_chance(customer, fit, situation)

    def _margin(
        self,
        customer: Customer,
        checkout: Checkout,
        action: Action,
        economics: Economics,
        situation: Situation,
    ) -> float:
        margin = margin_of(checkout, economics)
        if action.hold:
            return margin * situation.hold
        fit = self._model.fit(customer, checkout, action)
        chance = self._model.order_chance(customer, fit, situation)
        leaves = self._model.opt_out_chance(customer, fit, situation.pressure)
        offer = self._offers.get(action.offer)
        cost = offer_cost(checkout, offer) if offer else 0
        return (
            (margin - cost) * chance - economics.message_cost - leaves * economics.unsubscribe_cost
        )


def margin_of(checkout: Checkout, economics: Economics) -> float:
    """What the shop keeps of the products if nothing is taken off, minor units."""
    return sum(
        item.quantity
        * (
            item.product.price - item.product.cost
            if item.product.cost >= 0
            else item.product.price * economics.margin_rate
        )
        for item in checkout.items
    )


def offer_cost(checkout: Checkout, offer: Offer) -> int:
    """What the shop gives up if the order uses the offer, minor units."""
    if checkout.subtotal < offer.min_total:
        return 0
    if offer.kind == "free_shipping" and checkout.shipping == 0:
        return 0
    return offer.cost_on(checkout.subtotal)
