"""Segment's HTTP tracking API: `POST /v1/{track,identify,page,screen,alias,group,batch}`.

Spec: segment.com/docs/connections/spec. Names of fields are also read in snake case, as the spec of
e-mail events writes them.
"""

from __future__ import annotations

from msgspec import Struct

from rapport.adapters.sources.circumstances import in_browser
from rapport.adapters.sources.consent import NO_PROFILING, stored_consent
from rapport.adapters.sources.fields import Fields
from rapport.adapters.sources.money import currency_code, exponent_of
from rapport.adapters.sources.orders import distinct, order_ref
from rapport.adapters.sources.payload import (
    JsonObject,
    UnusableError,
    as_object,
    check_size,
    digest,
    is_object,
    kind_of,
    read_object,
    shown,
    split_list,
    split_object,
)
from rapport.adapters.sources.people import Person, email_address, plain_identifier
from rapport.adapters.sources.segment_track import CART, CHECKOUT, ORDER, body_of
from rapport.adapters.sources.stated import stated_preferences
from rapport.adapters.sources.text import anonymous_words, as_text, words
from rapport.adapters.sources.times import instant
from rapport.adapters.sources.told import Implied, Told, bounded_id, check_time, happened, incoming
from rapport.core.events import AnyBody, Identifier, Incoming, PageViewed, ProfileChanged
from rapport.core.time import HOUR, Instant
from rapport.ports import Parsed, Refusal

SOURCE = "segment"
MAX_EVENT_BYTES = 32 * 1024
MAX_BATCH_BYTES = 500 * 1024
MAX_BATCH_EVENTS = 2_500

_SINGLE = ("track", "identify", "page", "screen", "alias", "group")

_NO_PROFILING = frozenset(
    ("marketing", "advertising", "targeting", "saleofdata", "sale_of_data", "sale of data", "c0004")
)
"""Categories of consent without which nobody is profiled; C0004 is OneTrust's targeting."""


class _Request(Struct, frozen=True, gc=False):
    """What holds for all messages of one request."""

    received_at: Instant
    currency: str
    sent_at: object = None
    context: JsonObject = {}


def parse(
    endpoint: str, body: bytes, received_at: Instant, *, default_currency: str = ""
) -> Parsed:
    """What a request to `/v1/<endpoint>` holds.

    `default_currency` is the brand's: it says how many digits an amount has after the point where a
    message names no currency. A message of a batch that cannot be taken is a Refusal, and the rest
    is taken; so is a part of a message. Raises RefusedInputError where nothing can be taken.
    """
    request = _Request(received_at, default_currency)
    if endpoint == "batch":
        return _batch(body, request)
    if endpoint not in _SINGLE:
        raise UnusableError("", f"the call {shown(endpoint)}", ", ".join(_SINGLE), status=404)
    check_size(body, MAX_EVENT_BYTES, "one event")
    return _message(endpoint, body, request)


def _batch(body: bytes, request: _Request) -> Parsed:
    check_size(body, MAX_BATCH_BYTES, "a batch")
    members = split_object(body)
    if "batch" not in members:
        raise UnusableError("batch", "nothing", "a list of messages")
    messages = split_list(members["batch"], "batch")
    if len(messages) > MAX_BATCH_EVENTS:
        raise UnusableError(
            "batch", f"{len(messages):,} messages", f"at most {MAX_BATCH_EVENTS:,}", status=413
        )
    taken: list[Incoming] = []
    refused: list[Refusal] = []
    ignored: list[str] = []
    ahead = False
    request = _Request(
        request.received_at,
        request.currency,
        _shared("sentAt", members, refused),
        as_object(_shared("context", members, refused)),
    )
    for index, raw in enumerate(messages):
        place = f"batch[{index}]"
        try:
            check_size(raw, MAX_EVENT_BYTES, "one event")
            parsed = _message("", raw, request)
        except UnusableError as error:
            refused.append(_placed(error.refusal, place))
            ahead = ahead or error.ahead
            continue
        taken += parsed.incoming
        ignored += parsed.ignored
        refused += (_placed(part, place) for part in parsed.refused)
    return Parsed(tuple(taken), tuple(refused), tuple(ignored), ahead)


def _shared(name: str, members: dict[str, bytes], refused: list[Refusal]) -> object:
    """What the batch says for all its messages under `name`."""
    try:
        return read_object(b'{"": %s}' % members.get(name, b"null"))[""]
    except UnusableError as error:
        refused.append(_placed(error.refusal, name))
        return None


def _placed(refusal: Refusal, place: str) -> Refusal:
    where = f"{place}.{refusal.where}" if refusal.where else place
    return Refusal(where, refusal.found, refusal.expected)


def _message(kind: str, raw: bytes, request: _Request) -> Parsed:
    """One message; `kind` is the endpoint, or empty where the message says it itself."""
    values = read_object(raw)
    kind = kind or as_text(values.get("type") or values.get("action")).lower()
    if kind == "group":
        return Parsed(ignored=("group",))
    if kind not in _SINGLE:
        raise UnusableError("type", shown(values.get("type")), ", ".join(_SINGLE))
    notes: list[Refusal] = []
    message = _Message(values, raw, request, notes)
    if kind == "track":
        return _track(message)
    if kind == "identify":
        taken = _identified(message)
    elif kind == "alias":
        taken = _aliased(message)
    else:
        taken = incoming(message.told, message.person, _viewed(message), message.implied())
    return Parsed(taken, tuple(notes))


class _Message:
    """One message, with what all kinds have in common read from it."""

    __slots__ = ("context", "notes", "person", "props", "received_at", "told", "traits", "values")

    def __init__(
        self, values: JsonObject, raw: bytes, request: _Request, notes: list[Refusal]
    ) -> None:
        props = _object_of(values, "properties")
        currency = currency_code(props.get("currency")) or request.currency
        self.values = values
        self.notes = notes
        self.received_at = request.received_at
        self.context = as_object(values.get("context")) or request.context
        self.props = Fields(props, "properties", notes, exponent_of(currency))
        self.traits = Fields(_object_of(values, "traits"), "traits", notes)
        self.told = _told(values, props, raw, request)
        self.person = self._who()

    def _who(self) -> Person:
        person = Person(self.notes)
        user = self.values.get("userId", self.values.get("user_id"))
        person.named("user_id", user)
        person.named(
            "anonymous_id", self.values.get("anonymousId", self.values.get("anonymous_id"))
        )
        if isinstance(user, str) and "@" in user and email_address(user):
            person.emailed(user, "userId")
        context = self.context
        person.emailed(self.props.values.get("email"), "properties.email")
        person.phoned(self.props.values.get("phone"))
        if self.traits.values:
            _describe(person, self.traits.values, "traits.email")
        known = context.get("traits")
        if known:
            _describe(person, as_object(known), "context.traits.email")
        person.speaks(context.get("locale"))
        location = as_object(context.get("location"))
        person.lives_in(location.get("country"), context.get("timezone"))
        return person

    def implied(self) -> list[Implied]:
        """A refusal to be profiled, told with any message."""
        return [NO_PROFILING] if self._objects() else []

    def _objects(self) -> bool:
        context = self.context
        if context.get("gpc") is True or context.get("globalPrivacyControl") is True:
            return True
        consent = as_object(context.get("consent"))
        if not consent:
            return False
        choices = as_object(consent.get("categoryPreferences"))
        return consent.get("sale_of_data") is False or any(
            choice is False and name.lower() in _NO_PROFILING for name, choice in choices.items()
        )


def _object_of(values: JsonObject, name: str) -> JsonObject:
    """The object under `name`; empty where there is none, or PHP's empty list."""
    value = values.get(name)
    if value is None or value == []:
        return {}
    if not is_object(value):
        raise UnusableError(name, kind_of(value), "an object")
    return value


def _told(values: JsonObject, props: JsonObject, raw: bytes, request: _Request) -> Told:
    timestamp = values.get("timestamp")
    message_id = words(values.get("messageId"), 1_000)
    if message_id:
        name = bounded_id(SOURCE, message_id)
    elif timestamp is None:
        # Nothing tells a retry from a second event of the same kind: within the hour it is one.
        name = f"{SOURCE}:{digest(raw, str(request.received_at // HOUR).encode())}"
    else:
        name = f"{SOURCE}:{digest(raw)}"
    backfill = props.get("backfill") in (True, "true")
    return Told(name, _happened(values, request), SOURCE, backfill)


def _happened(values: JsonObject, request: _Request) -> Instant:
    """When it happened by our clock: received_at - (sentAt - timestamp).

    Where Segment itself passes a message on, `timestamp` is corrected already, and the sender's own
    word stands in `originalTimestamp`.
    """
    received_at = request.received_at
    where = "timestamp"
    corrected = values.get("originalTimestamp") is not None
    told = values.get("timestamp")
    if told is None and corrected:
        where, corrected = "originalTimestamp", False
        told = values.get(where)
    if told is None:
        return received_at
    sent_at = None if corrected else instant(values.get("sentAt") or request.sent_at)
    at = instant(told)
    if at is None or sent_at is None:
        return happened(told, where, received_at)
    return check_time(received_at - (sent_at - at), where, received_at)


def _describe(person: Person, traits: JsonObject, where: str) -> None:
    person.emailed(traits.get("email"), where)
    person.phoned(traits.get("phone"))
    person.called(
        traits.get("firstName", traits.get("first_name")),
        traits.get("lastName", traits.get("last_name")),
    )
    person.speaks(traits.get("locale", traits.get("language")))
    address = as_object(traits.get("address"))
    person.lives_in(address.get("country", traits.get("country")), traits.get("timezone"))


def _track(message: _Message) -> Parsed:
    name = words(message.values.get("event"), 200)
    if not name:
        raise UnusableError("event", shown(message.values.get("event")), "the event's name")
    props, person = message.props, message.person
    body = body_of(name, props, message.told.id)
    if body is None:
        return Parsed(ignored=(name,), refused=tuple(message.notes))
    if props.values:
        person.named("order", order_ref(props.first(*ORDER)) or None)
        person.named("checkout", order_ref(props.first(*CHECKOUT)) or None)
        person.named("cart", props.first(*CART))
    body = in_browser(body, message.context)
    return Parsed(incoming(message.told, person, body, message.implied()), tuple(message.notes))


def _viewed(message: _Message) -> AnyBody:
    """A page, or a screen of an app."""
    page = Fields(as_object(message.context.get("page")), "context.page", message.notes)
    props = message.props
    title = props.first("title", "name") or message.values.get("name") or page.first("title")
    viewed = PageViewed(props.web("url") or page.web("url"), anonymous_words(title, 200))
    return in_browser(viewed, _with_page(message))


def _with_page(message: _Message) -> JsonObject:
    """The context of a page call; its properties say of the page what the context may not."""
    context, props = message.context, message.props.values
    if as_object(context.get("page")) or "url" not in props:
        return context
    return {**context, "page": {"url": props["url"], "referrer": props.get("referrer")}}


def _identified(message: _Message) -> tuple[Incoming, ...]:
    traits = message.traits
    body = ProfileChanged(
        # An objection is taken from anybody, and lifted by nobody who only holds a write key: of
        # the topics `rapport.core.person.declined` sees to that.
        no_profiling=traits.flag("no_profiling") or None,
        declined_topics=_topics(traits),
        preferences=stated_preferences(traits),
    )
    consent = stored_consent(traits, message.received_at)
    return incoming(message.told, message.person, body, [*message.implied(), *consent])


def _topics(traits: Fields) -> tuple[str, ...] | None:
    told = traits.values.get("declined_topics")
    if not isinstance(told, list):
        return None
    return distinct(words(topic, 100) for topic in told[:50])


def _aliased(message: _Message) -> tuple[Incoming, ...]:
    """`previousId` may be an anonymous id or a user's id; it is this person under either name."""
    told = message.values.get("previousId", message.values.get("previous_id"))
    previous = plain_identifier(told) if told is not None else ""
    if not previous:
        raise UnusableError("previousId", shown(told), "the id that the person had before")
    aliases = [Identifier("anonymous_id", previous), Identifier("user_id", previous)]
    address = email_address(previous)
    if address:
        aliases.append(Identifier("email", address))
    body = ProfileChanged()
    return incoming(message.told, message.person, body, message.implied(), tuple(aliases))
