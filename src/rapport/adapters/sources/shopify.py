"""Shopify's webhooks: signatures, and from a topic and a body to events.

Fields are those of the REST admin API's resources; amounts are strings in the shop's currency.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable, Sequence

from msgspec import Struct

from rapport.adapters.sources.consent import stored_consent, ticked
from rapport.adapters.sources.fields import Fields
from rapport.adapters.sources.money import currency_code, exponent_of
from rapport.adapters.sources.orders import order_ref
from rapport.adapters.sources.payload import as_object, check_size, digest, read_object
from rapport.adapters.sources.people import Person
from rapport.adapters.sources.shopify_bodies import (
    cart_changed,
    checkout_started,
    order_cancelled,
    order_placed,
    order_refunded,
    parcel_changed,
)
from rapport.adapters.sources.text import words
from rapport.adapters.sources.times import believed, instant
from rapport.adapters.sources.told import Implied, Told, bounded_id, happened, incoming
from rapport.core.events import AnyBody, ProfileChanged
from rapport.core.time import Instant
from rapport.ports import Parsed, Refusal

SOURCE = "shopify"
MAX_BYTES = 5 * 1024 * 1024


def verify_hmac(secrets: Sequence[str], body: bytes, header: str) -> bool:
    """Whether `header` signs `body` with one of `secrets`; an old secret stays valid while listed.

    Takes the same time wherever the signatures differ. An empty secret never signs anything.
    """
    given = header.strip().encode("utf-8", "replace")
    signed = False
    for secret in secrets:
        digest_ = hmac.digest(secret.encode(), body, hashlib.sha256)
        same = hmac.compare_digest(base64.b64encode(digest_), given)
        signed = signed or (same and bool(secret))
    return signed


def parse(
    topic: str,
    body: bytes,
    received_at: Instant,
    webhook_id: str = "",
    *,
    default_currency: str = "",
) -> Parsed:
    """What a webhook on `topic` holds; parts that could not be read are its refusals.

    `default_currency` is the brand's, for resources without one (carts). Raises RefusedInputError
    where nothing can be taken. A topic that is of no use here is ignored by its name.
    """
    check_size(body, MAX_BYTES, "a webhook")
    read = _TOPICS.get(topic)
    values = read_object(body)
    if read is None:
        return Parsed(ignored=(words(topic, 100),))
    notes: list[Refusal] = []
    currency = currency_code(values.get("currency")) or default_currency
    resource = Fields(values, "", notes, exponent_of(currency))
    return read(_Webhook(topic, resource, received_at, _event_id(topic, values, body, webhook_id)))


class _Webhook(Struct, frozen=True, gc=False):
    """One webhook: its topic, the resource in it, and what its event is called."""

    topic: str
    resource: Fields
    received_at: Instant
    event_id: str

    def told(self, *times: str) -> Told:
        """When it happened, by the first of `times` that the resource has."""
        values = self.resource.values
        name = next((name for name in times if values.get(name) is not None), times[-1])
        at = happened(values.get(name), name, self.received_at)
        return Told(self.event_id, at, SOURCE)

    def taken(
        self, told: Told, person: Person, body: AnyBody, implied: Sequence[Implied] = ()
    ) -> Parsed:
        return Parsed(incoming(told, person, body, implied), tuple(self.resource.notes))

    def ignored(self, why: str) -> Parsed:
        return Parsed(ignored=(f"{self.topic} ({why})",), refused=tuple(self.resource.notes))


def _event_id(topic: str, values: dict[str, object], body: bytes, webhook_id: str) -> str:
    """The same for a webhook that is delivered again."""
    given = words(webhook_id, 200)
    if given:
        return bounded_id(SOURCE, given)
    resource, changed = order_ref(values.get("id")), words(values.get("updated_at"), 40)
    if resource and changed:
        return f"{SOURCE}:{topic}:{resource}:{changed}"
    return f"{SOURCE}:{topic}:{digest(body)}"


def _cart(webhook: _Webhook) -> Parsed:
    """A cart names nobody; its token links it to the checkout that comes of it."""
    cart = webhook.resource
    person = Person(cart.notes)
    _customer(person, cart.child("customer"))
    person.named("cart", cart.first("token", "id"))
    return webhook.taken(webhook.told("updated_at", "created_at"), person, cart_changed(cart))


def _checkout(webhook: _Webhook) -> Parsed:
    checkout = webhook.resource
    if checkout.first("completed_at") is not None:
        return webhook.ignored("completed: the order tells of it")
    body = checkout_started(checkout, webhook.event_id)
    person = _buyer(checkout)
    person.named("checkout", checkout.first("token"))
    person.named("cart", checkout.first("cart_token"))
    told = webhook.told("updated_at", "created_at")
    return webhook.taken(told, person, body, _consent(webhook, told))


def _order(webhook: _Webhook) -> Parsed:
    order = webhook.resource
    if order.flag("test"):
        return webhook.ignored("a test order")
    person = _order_buyer(order)
    told = webhook.told("processed_at", "created_at")
    return webhook.taken(told, person, order_placed(order), _consent(webhook, told))


def _cancelled(webhook: _Webhook) -> Parsed:
    order = webhook.resource
    if order.flag("test"):
        return webhook.ignored("a test order")
    told = webhook.told("cancelled_at", "updated_at")
    return webhook.taken(told, _order_buyer(order), order_cancelled(order))


def _refund(webhook: _Webhook) -> Parsed:
    refund = webhook.resource
    body = order_refunded(refund)
    person = Person(refund.notes)
    person.named("order", body.order_id)
    return webhook.taken(webhook.told("processed_at", "created_at"), person, body)


def _parcel(webhook: _Webhook) -> Parsed:
    """What a carrier told of a parcel: it is late, or it is there. The rest is of no use here."""
    told = webhook.resource
    body = parcel_changed(told)
    if body is None:
        return webhook.ignored("a step of a parcel's way")
    person = Person(told.notes)
    person.named("order", order_ref(told.first("order_id")))
    return webhook.taken(webhook.told("happened_at", "created_at"), person, body)


def _customer_changed(webhook: _Webhook) -> Parsed:
    customer = webhook.resource
    person = Person(customer.notes)
    _customer(person, customer)
    contact = person.contact()
    body = ProfileChanged(
        language=contact.language if contact else None,
        country=contact.country if contact else None,
    )
    implied = stored_consent(customer, webhook.received_at)
    if not implied and customer.flag("accepts_marketing"):
        implied = [ticked("email", "sync", _when(webhook, "accepts_marketing_updated_at"))]
    return webhook.taken(webhook.told("updated_at", "created_at"), person, body, implied)


def _consent(webhook: _Webhook, told: Told) -> list[Implied]:
    """What is stored with the customer, and the boxes ticked in this checkout.

    A box counts as ticked when the checkout began: each later webhook repeats it, and must not
    lift an opt-out given since.
    """
    resource = webhook.resource
    found = stored_consent(resource.child("customer"), webhook.received_at)
    since = _when(webhook, "created_at") or told.at
    for channel, box in (
        ("email", "buyer_accepts_marketing"),
        ("sms", "buyer_accepts_sms_marketing"),
    ):
        if resource.flag(box):
            found.append(ticked(channel, "checkout", min(since, told.at)))
    return found


def _when(webhook: _Webhook, name: str) -> Instant | None:
    at = instant(webhook.resource.first(name))
    return None if at is None else believed(at, webhook.received_at)


def _order_buyer(order: Fields) -> Person:
    person = _buyer(order)
    person.named("order", order_ref(order.first("id")))
    person.named("order", order_ref(order.first("name", "order_number")))
    person.named("checkout", order.first("checkout_token"))
    person.named("cart", order.first("cart_token"))
    return person


def _buyer(resource: Fields) -> Person:
    """Who a checkout or an order belongs to. Its own address goes before the customer's."""
    person = Person(resource.notes)
    values = resource.values
    person.emailed(values.get("email") or values.get("contact_email"), "email")
    person.phoned(values.get("phone"))
    person.speaks(values.get("customer_locale"))
    for name in ("shipping_address", "billing_address"):
        person.lives_in(as_object(values.get(name)).get("country_code"))
    _customer(person, resource.child("customer"))
    return person


def _customer(person: Person, customer: Fields) -> None:
    values = customer.values
    if not values:
        return
    person.named("shopify_customer", order_ref(values.get("id")))
    person.emailed(values.get("email"), customer.path("email"))
    person.phoned(values.get("phone"))
    person.called(values.get("first_name"), values.get("last_name"))
    person.speaks(values.get("locale"))
    person.lives_in(as_object(values.get("default_address")).get("country_code"))


_TOPICS: dict[str, Callable[[_Webhook], Parsed]] = {
    "carts/create": _cart,
    "carts/update": _cart,
    "checkouts/create": _checkout,
    "checkouts/update": _checkout,
    "orders/create": _order,
    "orders/paid": _order,
    "orders/cancelled": _cancelled,
    "refunds/create": _refund,
    "fulfillment_events/create": _parcel,
    "customers/create": _customer_changed,
    "customers/update": _customer_changed,
}
