"""What a life in the shop sounds like from outside: every visit, checkout and order as requests.

The same thing is told by more than one system, some of it late, some of it twice: what a source
must cope with. Delays and repeats are hashes of what is told, so that they are the same in every
run.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from rapport.core.policy.drawing import uniform
from rapport.core.time import DAY, HOUR, MINUTE, SECOND, Instant
from rapport.testing.shop.behaviour import Checkout, Visit
from rapport.testing.shop.customers import Customer
from rapport.testing.shop.orders import PlacedOrder
from rapport.testing.shop.other_payloads import klaviyo_order
from rapport.testing.shop.request import ShopRequest
from rapport.testing.shop.segment_payloads import Call, SegmentPayloads
from rapport.testing.shop.settings import ShopSettings
from rapport.testing.shop.shopify_payloads import ShopifyPayloads
from rapport.testing.shop.timetable import Timetable

SIGNS_UP = 0.04
"""Of those who did not agree to marketing, who do so in the course of the month."""

CHANGES_DETAILS = 0.03
"""Customers whose record is told again with nothing new about consent."""


CHANNEL_SHARES = (
    (0.34, "direct"), (0.62, "search"), (0.74, "social"), (0.88, "ad"), (0.94, "referral"),
    (1.0, "email"),
)  # fmt: skip
"""Shares, added up, of what leads a customer of middling loyalty to the shop."""


def channel_of_visit(settings: ShopSettings, customer: Customer, at: Instant) -> str:
    """What led to a visit: the more loyal somebody is, the more often nothing did."""
    u = uniform(settings.seed, "channel", customer.index, at) ** (0.5 + customer.taste.loyalty)
    return next(channel for edge, channel in CHANNEL_SHARES if u < edge)


class Teller:
    """Puts requests on the timetable. `accepts` says, by customer, who agrees to marketing now."""

    def __init__(self, settings: ShopSettings, timetable: Timetable, accepts: list[bool]) -> None:
        self._settings = settings
        self._timetable = timetable
        self._accepts = accepts
        self._segment = SegmentPayloads(settings)
        self._shopify = ShopifyPayloads(settings)

    def visit(self, customer: Customer, visit: Visit) -> None:
        """A session as the site's tracking tells it, and the checkout at its end."""
        named = not customer.anonymous
        channel = channel_of_visit(self._settings, customer, visit.started_at)
        for number, view in enumerate(visit.views):
            self._tell(
                "views",
                self._call(customer, view.at, f"view{number}", named=named),
                partial(self._segment.viewed, view=view, channel="" if number else channel),
            )
        if visit.checkout is not None:
            self._checkout(customer, visit.checkout)

    def customer_changes(self, customer: Customer) -> None:
        """The webhook of those who sign up, or whose details change, during the month."""
        settings = self._settings
        u = uniform(settings.seed, "record changes", customer.index)
        at = settings.start + int(
            settings.days * DAY * uniform(settings.seed, "record changes at", customer.index)
        )
        call = self._call(customer, at, "record", named=True)
        if not customer.accepts_marketing and u < SIGNS_UP:
            write = partial(self._shopify.customer, state="subscribed")
            self._tell("sign_ups", call, write)
        elif u < CHANGES_DETAILS:
            self._tell("customer_updates", call, partial(self._record, customer))

    def order(self, customer: Customer, order: PlacedOrder) -> None:
        """An order by each system that tells of it, and its refund."""
        settings, token = self._settings, order.checkout.token
        call = self._call(customer, order.at, "order", named=True, about=token)
        self._tell("orders", call, partial(self._order, order), order)
        if uniform(settings.seed, "segment order", token) < settings.segment_order_share:
            again = self._call(customer, order.at, "order completed", named=True, about=token)
            write = partial(self._segment.order_completed, order=order)
            self._tell("segment_orders", again, write, order)
        if uniform(settings.seed, "klaviyo order", token) < settings.klaviyo_order_share:
            again = self._call(customer, order.at, "placed order", named=True, about=token)
            again = again._replace(arrives_at=again.arrives_at + 90 * SECOND)
            self._tell("klaviyo_orders", again, partial(_klaviyo, settings, order), order)
        if uniform(settings.seed, "refund", token) < settings.refund_share:
            after = int((1 + 8 * uniform(settings.seed, "refund at", token)) * DAY)
            back = self._call(customer, order.at + after, "refund", named=True, about=token)
            self._tell("refunds", back, partial(self._shopify.refund, order=order), order)

    def message_event(
        self, customer: Customer, event: str, message: str, subject: str, at: Instant
    ) -> None:
        """`Email Bounced` or `Email Marked as Spam`."""
        call = self._call(customer, at, event, named=True, about=message)
        write = partial(self._segment.message_event, event=event, message=message, subject=subject)
        self._tell(event.lower().replace(" ", "_"), call, write)

    def returned(self, customer: Customer, checkout: Checkout, message: str, at: Instant) -> None:
        """Somebody who clicked is back on the checkout's page."""
        call = self._call(customer, at, "back", named=True, about=message)
        path = f"/checkouts/{checkout.token}"
        self._tell(
            "views", call, partial(self._segment.page, path=path, title="Checkout", channel="email")
        )

    def _checkout(self, customer: Customer, checkout: Checkout) -> None:
        token, at = checkout.token, checkout.started_at
        if customer.anonymous or uniform(self._settings.seed, "signs in", token) < 0.2:
            call = self._call(customer, at, "identify", named=True, about=token)
            self._tell("identifies", call, self._segment.identify)
        if uniform(self._settings.seed, "segment checkout", token) < 0.6:
            call = self._call(customer, at, "checkout started", named=True, about=token)
            write = partial(self._segment.checkout_started, checkout=checkout)
            self._tell("segment_checkouts", call, write)
        for number in range(checkout.updates + 1):
            updated_at = at + number * 40 * SECOND
            call = self._call(customer, updated_at, f"checkout{number}", named=True, about=token)
            kind = "checkout_updates" if number else "checkouts"
            self._tell(kind, call, partial(self._open_checkout, checkout, updated_at))

    def _open_checkout(self, checkout: Checkout, updated_at: Instant, call: Call) -> ShopRequest:
        accepts = self._accepts[call.customer.index]
        return self._shopify.checkout(call, checkout, updated_at, accepts=accepts)

    def _order(self, order: PlacedOrder, call: Call) -> ShopRequest:
        return self._shopify.order(call, order, accepts=self._accepts[call.customer.index])

    def _record(self, customer: Customer, call: Call) -> ShopRequest:
        # Consent is read when the request is written: an unsubscribe may have come before it.
        state = "subscribed" if self._accepts[customer.index] else "not_subscribed"
        return self._shopify.customer(call, state)

    def _call(
        self, customer: Customer, at: Instant, what: str, *, named: bool, about: str = ""
    ) -> Call:
        """`about` tells apart what could happen at the same instant in another run."""
        call_id = f"{self._settings.seed}-{customer.index}-{about or at}-{what.replace(' ', '-')}"
        u = uniform(call_id)
        late = self._settings.late_share
        delay = int(MINUTE + 19 * MINUTE * u / late) if u < late else int((0.2 + 2 * u) * SECOND)
        return Call(customer, at, at + delay, call_id, named)

    def _tell(
        self,
        kind: str,
        call: Call,
        write: Callable[[Call], ShopRequest],
        order: PlacedOrder | None = None,
    ) -> None:
        u = uniform(call.id, "again")
        share = self._settings.duplicate_share
        again = call.arrives_at + int(5 * SECOND + HOUR * u / share) if u < share else 0
        self._timetable.add(
            call.customer.index, kind, partial(write, call), call.arrives_at, order, again
        )


def _klaviyo(settings: ShopSettings, order: PlacedOrder, call: Call) -> ShopRequest:
    return klaviyo_order(settings, call, order)
