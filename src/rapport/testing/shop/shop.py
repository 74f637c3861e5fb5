"""The simulated shop: a world with known truth that speaks and listens as a real shop does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from rapport.core.catalogue import Product
from rapport.core.creative.message import Link, Message
from rapport.core.events import Contact
from rapport.core.offer import Offer
from rapport.core.policy.drawing import uniform
from rapport.core.time import DAY, HOUR, MINUTE, SECOND, Instant
from rapport.testing.shop.behaviour import Checkout, visits
from rapport.testing.shop.catalogue import Shelves
from rapport.testing.shop.customers import Customer, people
from rapport.testing.shop.history import past_orders, write_history
from rapport.testing.shop.orders import PlacedOrder, place
from rapport.testing.shop.other_payloads import click, fetch, unsubscribe
from rapport.testing.shop.request import ShopRequest
from rapport.testing.shop.response import COMPLAINTS, ResponseModel
from rapport.testing.shop.segment_payloads import AGENTS
from rapport.testing.shop.settings import EXAMPLE_OFFERS, ShopSettings, check
from rapport.testing.shop.tellings import Teller
from rapport.testing.shop.timetable import Telling, Timetable
from rapport.testing.shop.truth import Truth

MESSAGE_HOLDS: Instant = 7 * DAY
"""A message wins back no checkout that was left longer ago than this."""

_CHECKOUT_TOKEN = re.compile(r"/checkouts/([0-9a-f]{32})")


class SimulatedShop:
    """A month in a shop, and the year before it.

    What customers do of their own accord is settled when the shop is built. `requests_until` tells
    it in time order; `deliver` gives a message to a customer, who may answer: then more requests
    are due. The same settings, products, offers and messages give the same bytes; what one customer
    is sent changes nothing in anybody else's life.
    """

    def __init__(
        self,
        settings: ShopSettings,
        products: Sequence[Product],
        offers: Sequence[Offer] = EXAMPLE_OFFERS,
    ) -> None:
        """Builds the world. Raises UserError where the settings or the products allow for none."""
        check(settings)
        self.settings = settings
        self._shelves = Shelves(products)
        self._offers = {offer.key: offer for offer in offers}
        self._timetable = Timetable()
        self._told_until: Instant = settings.start
        self._counts: Counter[str] = Counter()
        self._orders: list[PlacedOrder] = []
        self.customers = people(settings, self._shelves)
        self._accepts = [customer.accepts_marketing for customer in self.customers]
        self._teller = Teller(settings, self._timetable, self._accepts)
        self._left: dict[int, list[Checkout]] = {}
        bought = self._live()
        left = [checkout for owned in self._left.values() for checkout in owned]
        model = ResponseModel(settings, self._offers)
        self.truth = Truth(model, self.customers, left, self._offers)
        for order in bought:
            self._expect(order)
        for checkout in left:
            at = self.truth.plan(checkout, checkout.left_at).order_at(checkout.fate)
            if at is not None:
                self._expect(place(checkout, at, None))

    def write_history(self, path: Path) -> int:
        """Writes the year before as a Shopify order export (CSV, UTF-8); returns its rows."""
        offers = tuple(self._offers.values())
        orders = past_orders(self.settings, self._shelves, self.customers, offers)
        return write_history(path, self.settings, orders)

    def next_at(self) -> Instant | None:
        """When the next request is due; None when nothing more will come."""
        return self._timetable.next_at()

    def requests_until(self, until: Instant) -> list[ShopRequest]:
        """What arrives up to and including `until`, in time order. Each request is given once."""
        requests = []
        for telling, request in self._timetable.take(until):
            self._note(telling)
            requests.append(request)
        if requests:
            self._told_until = requests[-1].at
        return requests

    def deliver(self, message: Message, to: Contact, at: Instant) -> None:
        """A message reached a customer at `at`; their answers become requests.

        Raises UserError if no customer has the address. An instant before what was told already
        counts as the end of that.
        """
        customer = self.truth.customer(to.email or "")
        at = max(at, self._told_until)
        self._counts["messages"] += 1
        if not self._accepts[customer.index]:
            self._counts["messages_without_consent"] += 1
        if customer.bad_address:
            subject = message.subject
            self._teller.message_event(
                customer, "Email Bounced", message.key, subject, at + 20 * SECOND
            )
            return
        if customer.scanned:
            self._scan(customer, message, at)
        checkout = self._about(customer, message, at)
        self._opt_out(customer, checkout, message, at)
        clicked_at = self._answer(customer, checkout, message, at)
        if clicked_at is not None:
            self._click(customer, checkout, message, clicked_at)

    def summary(self) -> dict[str, int]:
        """Counts so far, by name; `checkouts_left` is of the whole month. Money in minor units."""
        told = self._timetable.told
        after_message = [order for order in self._orders if order.message]
        return {
            "customers": len(self.customers),
            "checkouts_left": len(self.truth.checkouts),
            "requests": told.total(),
            "revenue": sum(order.revenue for order in self._orders),
            "discount": sum(order.discount for order in self._orders),
            "orders_after_message": len(after_message),
            "orders_recovered": sum(order.checkout.bought_at is None for order in self._orders),
            **dict(sorted((told + self._counts).items())),
        }

    @property
    def orders(self) -> Sequence[PlacedOrder]:
        """The orders told so far, in the order in which they were told."""
        return self._orders

    def _live(self) -> list[PlacedOrder]:
        """Puts everybody's month on the timetable; returns the orders bought at once."""
        bought = []
        for customer in self.customers:
            self._teller.customer_changes(customer)
            for visit in visits(self.settings, self._shelves, customer):
                self._teller.visit(customer, visit)
                checkout = visit.checkout
                if checkout is None:
                    continue
                if checkout.bought_at is not None:
                    bought.append(place(checkout, checkout.bought_at, None))
                else:
                    self._left.setdefault(customer.index, []).append(checkout)
        return bought

    def _expect(self, order: PlacedOrder) -> None:
        """From now on the checkout becomes this order, and no other."""
        self._timetable.coming[order.checkout.token] = order
        self._teller.order(self.customers[order.checkout.customer], order)

    def _note(self, telling: Telling) -> None:
        """What a request changes in the shop's own books as it goes out."""
        if telling.kind == "orders" and telling.order is not None:
            self._orders.append(telling.order)
        elif telling.kind == "sign_ups":
            self._accepts[telling.customer] = True
        elif telling.kind in {"unsubscribes", "email_marked_as_spam"}:
            self._accepts[telling.customer] = False

    def _about(self, customer: Customer, message: Message, at: Instant) -> Checkout | None:
        """The checkout that the message can win back: the one it links to, or the last one left."""
        owned = self._left.get(customer.index, [])
        named = {
            found[1] for link in message.links if (found := _CHECKOUT_TOKEN.search(link.target))
        }
        for checkout in reversed(owned):
            if checkout.left_at <= at <= checkout.left_at + MESSAGE_HOLDS and (
                not named or checkout.token in named
            ):
                order = self._timetable.coming.get(checkout.token)
                return None if order is not None and order.at <= at else checkout
        return None

    def _answer(
        self, customer: Customer, checkout: Checkout | None, message: Message, at: Instant
    ) -> Instant | None:
        """What the customer does about the checkout; returns when they click, or None."""
        u = uniform(self.settings.seed, "click", customer.index, self._nth(customer))
        action = message.action
        idle = self.truth.click_probability(customer, checkout, action, at)
        clicks_at = at + int(2 * MINUTE + 5 * HOUR * (u / idle) ** 2) if u < idle else None
        if checkout is None:
            self.truth.record_idle(message.key, customer, action, at)
            return clicks_at
        plan = self.truth.record(message.key, customer, checkout, action, at)
        ordered_at = plan.order_at(checkout.fate)
        if ordered_at is None:
            self._timetable.coming.pop(checkout.token, None)
            return clicks_at
        offer = self._offers.get(action.offer)
        self._expect(place(checkout, ordered_at, offer, message.key))
        # Most who buy come by the link; the rest type the address or go back to an open tab.
        return ordered_at - int((1 + 3 * u) * MINUTE) if u < 0.85 else None

    def _click(
        self, customer: Customer, checkout: Checkout | None, message: Message, at: Instant
    ) -> None:
        link = _way_back(message.links, checkout)
        if link is None:
            return
        write = partial(click, at, link.token, AGENTS[customer.device])
        self._timetable.add(customer.index, "clicks", write, at)
        if checkout is not None:
            self._teller.returned(customer, checkout, message.key, at + 2 * SECOND)

    def _opt_out(
        self, customer: Customer, checkout: Checkout | None, message: Message, at: Instant
    ) -> None:
        chance = self.truth.opt_out_probability(customer, checkout, message.action, at)
        u = uniform(self.settings.seed, "opt out", customer.index, self._nth(customer))
        if u >= chance:
            return
        leaves_at = at + int((2 + 120 * u / chance) * MINUTE)
        if u < chance * COMPLAINTS:
            self._teller.message_event(
                customer, "Email Marked as Spam", message.key, message.subject, leaves_at
            )
        elif message.unsubscribe_url:
            write = partial(unsubscribe, leaves_at, message.unsubscribe_url)
            self._timetable.add(customer.index, "unsubscribes", write, leaves_at)

    def _scan(self, customer: Customer, message: Message, at: Instant) -> None:
        """The mail server fetches every address in the message, the way out too."""
        agent = "Mozilla/5.0 (compatible; MailScan/3.2)"
        for number, link in enumerate(message.links):
            when = at + 2 * SECOND + number * 150
            self._timetable.add(
                customer.index, "scans", partial(click, when, link.token, agent), when
            )
        if message.unsubscribe_url:
            when = at + 4 * SECOND
            write = partial(fetch, when, message.unsubscribe_url, agent)
            self._timetable.add(customer.index, "scans", write, when)

    def _nth(self, customer: Customer) -> int:
        """Which message to this person it is: what their draws are the hash of."""
        return self.truth.messages_to(customer)


def _way_back(links: Sequence[Link], checkout: Checkout | None) -> Link | None:
    """The link that a reader follows: to the checkout if there is one, else the first."""
    if checkout is not None:
        for link in links:
            if checkout.token in link.target:
                return link
    return links[0] if links else None
