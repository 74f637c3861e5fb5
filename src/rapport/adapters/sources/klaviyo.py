"""Klaviyo's `POST /api/events`: one event in JSON:API (revision 2026-07-15).

The same shape comes from trackers that write to Klaviyo and are pointed here instead.
"""

from __future__ import annotations

from hashlib import blake2b

from rapport.adapters.sources.consent import NO_PROFILING, stored_consent, ticked
from rapport.adapters.sources.fields import Fields
from rapport.adapters.sources.klaviyo_metrics import (
    CHECKOUT,
    ORDER,
    Metric,
    body_of,
    checkout_token,
)
from rapport.adapters.sources.money import currency_code, exponent_of
from rapport.adapters.sources.orders import order_ref
from rapport.adapters.sources.payload import (
    UnusableError,
    as_object,
    check_size,
    is_object,
    kind_of,
    read_object,
    shown,
)
from rapport.adapters.sources.people import Person
from rapport.adapters.sources.stated import stated_preferences
from rapport.adapters.sources.text import words
from rapport.adapters.sources.told import Implied, Told, bounded_id, happened, incoming
from rapport.core.events import ProfileChanged
from rapport.core.time import SECOND, Instant
from rapport.ports import Parsed, Refusal

SOURCE = "klaviyo"
MAX_BYTES = 5 * 1024 * 1024
MAX_STRING_BYTES = 100 * 1024
MAX_PROPERTIES = 400
MAX_METRIC = 128

_ATTRIBUTES = "data.attributes"


def parse_event(body: bytes, received_at: Instant, *, default_currency: str = "") -> Parsed:
    """What a request to `/api/events` holds; parts that could not be read are its refusals.

    `default_currency` is the brand's, for an event that names none. Raises RefusedInputError where
    nothing can be taken.
    """
    check_size(body, MAX_BYTES, "an event")
    notes: list[Refusal] = []
    payload = Fields(read_object(body), "", notes)
    data = _member(payload, "data")
    if data.values.get("type", "event") != "event":
        raise UnusableError("data.type", shown(data.values.get("type")), "event")
    attributes = _member(data, "attributes")
    name = words(_member(_resource(attributes, "metric"), "attributes").first("name"), MAX_METRIC)
    if not name:
        raise UnusableError(f"{_ATTRIBUTES}.metric.data.attributes.name", "nothing", "a name")
    props = _properties(attributes)
    currency = _currency(attributes, props)
    attributes.exponent = props.exponent = exponent_of(currency or default_currency)
    if len(body) > MAX_STRING_BYTES:
        _check_strings(props.values, f"{_ATTRIBUTES}.properties")
    resource = _resource(attributes, "profile")
    profile = _member(resource, "attributes")
    person = _who(resource, profile)
    told = _told(name, attributes, person, received_at)
    metric = Metric(
        name=name,
        event_id=told.id,
        unique_id=attributes.text("unique_id"),
        value=attributes.amount("value"),
        currency=currency,
        backfill=told.backfill,
    )
    result = body_of(metric, props)
    if result is None:
        return Parsed((), tuple(notes), (name,))
    person.named("order", order_ref(props.first(*ORDER)))
    person.named("checkout", checkout_token(props))
    person.named("cart", props.first(*CHECKOUT.cart))
    implied = _implied(profile.child("properties"), received_at)
    return Parsed(incoming(told, person, result, implied), tuple(notes))


def _member(parent: Fields, name: str) -> Fields:
    """The object under `name`, which has to be there."""
    value = parent.values.get(name)
    if not is_object(value):
        raise UnusableError(parent.path(name), kind_of(value), "an object")
    return parent.child(name)


def _resource(attributes: Fields, name: str) -> Fields:
    """The `data` of a related resource."""
    return _member(_member(attributes, name), "data")


def _properties(attributes: Fields) -> Fields:
    value = attributes.values.get("properties")
    if value is not None and not is_object(value):
        raise UnusableError(attributes.path("properties"), kind_of(value), "an object")
    props = attributes.child("properties")
    if len(props.values) > MAX_PROPERTIES:
        raise UnusableError(
            props.where,
            f"{len(props.values)} properties",
            f"at most {MAX_PROPERTIES}",
            status=413,
        )
    return props


def _currency(attributes: Fields, props: Fields) -> str:
    return currency_code(attributes.first("value_currency")) or currency_code(
        props.first("$currency_code", "$currency", "currency", "Currency")
    )


def _check_strings(value: object, where: str) -> None:
    """Raises UnusableError for a string of more than 100 KB."""
    waiting = [(value, where)]
    while waiting:
        item, place = waiting.pop()
        if isinstance(item, str) and len(item.encode()) > MAX_STRING_BYTES:
            raise UnusableError(
                place, f"text of {len(item):,} characters", "at most 100 KB", status=413
            )
        if isinstance(item, list):
            waiting += ((part, f"{place}[{i}]") for i, part in enumerate(item))
        elif is_object(item):
            waiting += ((part, f"{place}.{name[:60]}") for name, part in item.items())


def _who(resource: Fields, profile: Fields) -> Person:
    person = Person(profile.notes)
    values = profile.values
    person.named("user_id", values.get("external_id"))
    person.named("klaviyo_id", resource.values.get("id"))
    person.emailed(values.get("email"), profile.path("email"))
    person.phoned(values.get("phone_number"))
    person.named("anonymous_id", values.get("anonymous_id"))
    person.named("klaviyo_kx", values.get("_kx"))
    person.called(values.get("first_name"), values.get("last_name"))
    person.speaks(values.get("locale"))
    location = as_object(values.get("location"))
    person.lives_in(location.get("country"), location.get("timezone"))
    return person


def _told(name: str, attributes: Fields, person: Person, received_at: Instant) -> Told:
    """Without `unique_id`, one event of a metric for a profile and second."""
    at = happened(attributes.values.get("time"), attributes.path("time"), received_at)
    identifiers = person.identifiers()
    if not identifiers:
        raise UnusableError(
            f"{_ATTRIBUTES}.profile", "no identifier of a person", "an e-mail address or an id"
        )
    first = identifiers[0]
    whose = blake2b(f"{first.kind}\x1f{first.value}".encode(), digest_size=8).hexdigest()
    unique = attributes.text("unique_id", limit=1_000) or str(at // SECOND)
    event_id = bounded_id(bounded_id(SOURCE, name) + f":{whose}", unique)
    return Told(event_id, at, SOURCE, attributes.flag("backfill") is True)


def _implied(profile: Fields, received_at: Instant) -> list[Implied]:
    """What the profile's own properties say about consent."""
    found = [NO_PROFILING] if profile.flag("no_profiling") else []
    preferences = stated_preferences(profile)
    if preferences:
        found.append(Implied(ProfileChanged(preferences=preferences)))
    found += stored_consent(profile, received_at)
    consented = profile.values.get("$consent")
    channels = consented if isinstance(consented, list) else [consented]
    said = {implied.body.channel for implied in found if hasattr(implied.body, "channel")}
    if profile.flag("Accepts Marketing", "accepts_marketing"):
        channels = [*channels, "email"]
    for channel in ("email", "sms"):
        if channel in channels and channel not in said:
            found.append(ticked(channel, "sync"))
    return found
