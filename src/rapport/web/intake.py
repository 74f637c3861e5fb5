"""Where events come in: Segment's, Klaviyo's and Shopify's addresses.

The endpoints are plain ASGI, since they are the hot path. Each answers only after its events are
committed. What is wrong with the whole payload is a 4xx; what is wrong with a part of it is told in
the answer, and the rest is kept, since no client sends a payload again after a 200 or a 400.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Callable
from functools import partial

import msgspec
import structlog
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive, Scope, Send

from rapport.core.time import Instant
from rapport.errors import RefusedInputError
from rapport.ports import Parsed, Refusal
from rapport.web.body import KILOBYTE, header, read_body
from rapport.web.problems import nothing_taken
from rapport.web.services import BrandAccess, Services
from rapport.web.tries import beyond_guessing

log = structlog.get_logger("rapport.web")

SEGMENT_CALLS = {
    "track": "track", "identify": "identify", "page": "page", "alias": "alias", "batch": "batch",
    "group": "group", "screen": "screen", "t": "track", "i": "identify", "p": "page", "a": "alias",
    "b": "batch", "g": "group", "s": "screen", "import": "batch",
}  # fmt: skip
"""The last part of the address, and the call it stands for; analytics.js uses the short ones."""

ONE_EVENT = 32 * KILOBYTE
ONE_BATCH = 500 * KILOBYTE
ONE_PAYLOAD = 5 * KILOBYTE * KILOBYTE
"""Klaviyo's limit; Shopify names none, and its largest orders fit."""

UNKNOWN_KEY = "no brand has this key"

_JSON = (b"content-type", b"application/json")
_CORS = [
    (b"access-control-allow-origin", b"*"),
    (b"access-control-allow-headers", b"authorization, content-type"),
    (b"access-control-allow-methods", b"POST"),
    (b"access-control-max-age", b"86400"),
]


class _Refused(msgspec.Struct):
    """Segment's answer, with what was refused."""

    success: bool
    refused: tuple[Refusal, ...]


class _WriteKey(msgspec.Struct, rename="camel"):
    """What a browser sends instead of an Authorization header."""

    write_key: str = ""


def _answer(status: int, body: bytes, *headers: tuple[bytes, bytes]) -> tuple[Message, Message]:
    length = (b"content-length", str(len(body)).encode())
    return (
        {"type": "http.response.start", "status": status, "headers": [_JSON, length, *headers]},
        {"type": "http.response.body", "body": body},
    )


_SUCCESS = _answer(200, b'{"success":true}', *_CORS[:1])
_PREFLIGHT = _answer(200, b"{}", *_CORS)
_ACCEPTED = _answer(202, b"")
_THANKS = _answer(200, b"{}")


async def _respond(send: Send, answer: tuple[Message, Message]) -> None:
    await send(answer[0])
    await send(answer[1])


class SegmentApi:
    """`POST /v1/<call>`: the write key is basic auth's user name, or `writeKey` in the body."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._by_key = {
            key: brand for brand in services.brands.values() for key in brand.segment_keys
        }
        # The header as libraries send it, so that the usual request needs no decoding.
        self._by_header = {
            b"Basic " + b64encode(f"{key}:".encode()): brand for key, brand in self._by_key.items()
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        call = SEGMENT_CALLS.get(scope["path_params"]["call"])
        if call is None:
            raise HTTPException(404)
        if scope["method"] != "POST":
            if scope["method"] == "OPTIONS":
                await _respond(send, _PREFLIGHT)
                return
            raise HTTPException(405, headers={"Allow": "POST, OPTIONS"})
        authorization = header(scope, b"authorization")
        brand = self._by_header.get(authorization) or self._by_key.get(_user(authorization))
        if brand is None and authorization:
            raise self._unknown_key("Authorization")
        limit = ONE_BATCH if call == "batch" else ONE_EVENT
        body = await read_body(scope, receive, limit)
        if brand is None:
            brand = self._brand_in(body)
        services = self._services
        now, currency = services.clock.now(), brand.currency
        parse = partial(services.parse_segment, call, body, now, default_currency=currency)
        parsed = await _take_in(services, brand, "segment", now, parse, proven=False)
        if not parsed.refused:
            await _respond(send, _SUCCESS)
            return
        if parsed.incoming or parsed.ignored:
            told = msgspec.json.encode(_Refused(success=True, refused=parsed.refused))
            await _respond(send, _answer(200, told, *_CORS[:1]))
            return
        await nothing_taken(parsed.refused)(scope, receive, send)

    def _brand_in(self, body: bytes) -> BrandAccess:
        try:
            key = msgspec.json.decode(body, type=_WriteKey).write_key
        except msgspec.MsgspecError:
            key = ""
        brand = self._by_key.get(key)
        if brand is None:
            raise self._unknown_key("writeKey" if key else "Authorization")
        return brand

    def _unknown_key(self, where: str) -> RefusedInputError:
        services = self._services
        services.strangers.turned_away("segment", UNKNOWN_KEY, services.clock.now())
        return RefusedInputError(
            "Rapport does not know this write key. Send a key of RAPPORT_SEGMENT_KEYS as the user "
            "name of basic auth, with an empty password.",
            where=where,
            status=401,
        )


class KlaviyoApi:
    """`POST /api/events`, with a private key as Klaviyo's own API wants it."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._by_header = {
            f"Klaviyo-API-Key {key}".encode(): brand
            for brand in services.brands.values()
            for key in brand.klaviyo_keys
        }
        self._guessable = {
            f"Klaviyo-API-Key {key}".encode()
            for brand in services.brands.values()
            for key in brand.klaviyo_keys
            if not beyond_guessing(key)
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] != "POST":
            raise HTTPException(405, headers={"Allow": "POST"})
        brand = self._brand_of(scope)
        body = await read_body(scope, receive, ONE_PAYLOAD)
        services = self._services
        now = services.clock.now()
        parse = partial(services.parse_klaviyo, body, now, default_currency=brand.currency)
        parsed = await _take_in(services, brand, "klaviyo", now, parse)
        if not parsed.refused:
            await _respond(send, _ACCEPTED)
            return
        if parsed.incoming or parsed.ignored:
            told = msgspec.json.encode({"refused": parsed.refused})
            await _respond(send, _answer(202, told))
            return
        await nothing_taken(parsed.refused)(scope, receive, send)

    def _brand_of(self, scope: Scope) -> BrandAccess:
        """Whose key it is. Such a key gives consent, so that nobody may try many of them."""
        authorization, services = header(scope, b"authorization"), self._services
        brand, now = self._by_header.get(authorization), services.clock.now()
        if brand is None:
            services.strangers.turned_away("klaviyo", UNKNOWN_KEY, now)
        if brand is None or authorization in self._guessable:
            client = scope.get("client")
            services.private_keys.settle(client[0] if client else "", now, right=brand is not None)
        if brand is None:
            raise RefusedInputError(
                "The Authorization header holds no key that Rapport knows. Send "
                "'Klaviyo-API-Key <key>' with a key of RAPPORT_KLAVIYO_KEYS.",
                where="Authorization",
                status=401,
            )
        return brand


class ShopifyWebhooks:
    """`POST /webhooks/shopify`: the brand is found by the shop's domain, and must have signed.

    A signed webhook with parts that cannot be used is answered with 200: Shopify would send it for
    hours, and then end the subscription. What was refused is in the answer and in the log.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self._by_domain = {
            domain.lower().encode(): brand
            for brand in services.brands.values()
            for domain in brand.shopify_domains
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] != "POST":
            raise HTTPException(405, headers={"Allow": "POST"})
        services = self._services
        brand = self._by_domain.get(_shopify(scope, b"shop-domain").lower())
        signature = _shopify(scope, b"hmac-sha256").decode("latin-1")
        if brand is None:
            raise self._not_signed("no brand has this shop")
        if not brand.shopify_secrets:
            raise self._not_signed("there is no secret of this shop's brand")
        if not signature:
            raise self._not_signed("it is not signed")
        body = await read_body(scope, receive, ONE_PAYLOAD)
        if not services.verify_shopify(brand.shopify_secrets, body, signature):
            raise self._not_signed("it is signed with another secret")
        topic = _shopify(scope, b"topic").decode("latin-1")
        webhook = _shopify(scope, b"webhook-id").decode("latin-1")
        now, currency = services.clock.now(), brand.currency
        parse = partial(
            services.parse_shopify, topic, body, now, webhook, default_currency=currency
        )
        parsed = await _take_in(services, brand, "shopify", now, parse)
        if not parsed.refused:
            await _respond(send, _THANKS)
            return
        await _respond(send, _answer(200, msgspec.json.encode({"refused": parsed.refused})))

    def _not_signed(self, why: str) -> RefusedInputError:
        services = self._services
        services.strangers.turned_away("shopify", why, services.clock.now())
        return RefusedInputError(
            "The webhook is not signed with a secret that Rapport knows for this shop. Check "
            "RAPPORT_SHOPIFY_SHOPS and RAPPORT_SHOPIFY_SECRETS.",
            where="X-Shopify-Hmac-Sha256",
            status=401,
        )


async def _take_in(
    services: Services,
    brand: BrandAccess,
    source: str,
    now: Instant,
    parse: Callable[[], Parsed],
    *,
    proven: bool = True,
) -> Parsed:
    """What a payload comes to, once all that can be used of it is committed."""
    parsed = services.our_clock.held_against(source, now, parse, proven=proven)
    if parsed.incoming:
        await services.intake.submit(brand.key, parsed.incoming)
    if parsed.refused:  # not what was found, since it may say who a person is
        log.warning(
            "a part of a payload was refused",
            brand=brand.key,
            source=source,
            refused=len(parsed.refused),
            where=parsed.refused[0].where,
            expected=parsed.refused[0].expected,
        )
    return parsed


def _shopify(scope: Scope, name: bytes) -> bytes:
    """One of Shopify's headers; they come with and without the `X-`."""
    return header(scope, b"x-shopify-" + name) or header(scope, b"shopify-" + name)


def _user(authorization: bytes) -> str:
    """The user name of basic auth, or nothing."""
    scheme, _, packed = authorization.partition(b" ")
    if scheme.lower() != b"basic":
        return ""
    try:
        return b64decode(packed).partition(b":")[0].decode()
    except (NotBase64, UnicodeDecodeError):
        return ""
