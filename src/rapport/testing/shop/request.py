"""A request as it would reach Rapport over HTTP, and the words common to all of them."""

from __future__ import annotations

import base64
import hmac
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256

import msgspec
from msgspec import Struct

from rapport.core.time import DAY, Instant

HMAC_HEADER = "X-Shopify-Hmac-Sha256"

encode = msgspec.json.Encoder().encode


class ShopRequest(Struct, frozen=True):
    """One HTTP request, and the instant at which it arrives."""

    at: Instant
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


def sign(request: ShopRequest, secret: str) -> ShopRequest:
    """The same webhook with the signature that a shop with this secret would send."""
    return msgspec.structs.replace(
        request, headers=request.headers | {HMAC_HEADER: signature(request.body, secret)}
    )


def signature(body: bytes, secret: str) -> str:
    """Shopify's signature of a webhook's body: base64 of its HMAC-SHA256."""
    return base64.b64encode(hmac.digest(secret.encode(), body, sha256)).decode()


def iso(at: Instant) -> str:
    """Such as `2026-03-02T09:05:00.250Z`."""
    day, rest = divmod(at, DAY)
    seconds, millis = divmod(rest, 1_000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{_date(day)}T{hour:02}:{minute:02}:{second:02}.{millis:03}Z"


def iso_seconds(at: Instant) -> str:
    """Such as `2026-03-02T09:05:00+00:00`, as Shopify writes it."""
    return iso(at)[:19] + "+00:00"


@lru_cache(maxsize=4_096)
def _date(day: int) -> str:
    return datetime.fromtimestamp(day * DAY / 1_000, UTC).date().isoformat()


def money(amount: int) -> str:
    """Minor units as Shopify writes money: `1234` is `12.34`."""
    return f"{amount // 100}.{amount % 100:02}"


def units(amount: int) -> float:
    """Minor units as Segment and Klaviyo write money: a number."""
    return amount / 100
