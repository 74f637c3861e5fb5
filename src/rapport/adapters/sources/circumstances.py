"""Under which circumstances somebody came by: a class of device, and the kind of channel.

Only the words of `rapport.core.events` leave here. What a browser says of itself, the address
of the page before and the name of a campaign are read and not kept.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeVar
from urllib.parse import parse_qs, urlsplit

from msgspec.structs import replace

from rapport.adapters.sources.payload import JsonObject, as_object
from rapport.core.events import AnyBody, OnSite

MAX_TEXT = 2_048

_TABLET = re.compile(r"ipad|tablet|kindle|silk/|playbook")
_PHONE = re.compile(r"iphone|ipod|mobile|windows phone|opera mini")
_COMPUTER = re.compile(r"windows nt|macintosh|x11|cros |linux x86_64")
_ROBOT = re.compile(r"bot\b|crawl|spider|headless|preview|python-|curl/|wget|lighthouse")

_MEDIA: dict[str, str] = {
    "email": "email", "e-mail": "email", "newsletter": "email", "mail": "email",
    "cpc": "ad", "ppc": "ad", "cpm": "ad", "cpv": "ad", "paid": "ad", "paidsearch": "ad",
    "paidsocial": "ad", "display": "ad", "banner": "ad", "ad": "ad", "ads": "ad",
    "retargeting": "ad", "affiliate": "ad", "shopping": "ad",
    "social": "social", "socialmedia": "social", "organicsocial": "social", "sm": "social",
    "organic": "search", "search": "search", "organicsearch": "search", "seo": "search",
    "referral": "referral", "link": "referral", "partner": "referral",
}  # fmt: skip
_SENDERS = ("klaviyo", "mailchimp", "newsletter", "email", "sendgrid", "omnisend", "rapport")
_PAID_CLICKS = ("gclid", "gbraid", "wbraid", "msclkid", "ttclid", "dclid")
_SEARCH = re.compile(
    r"(?:^|\.)(?:google|bing|duckduckgo|ecosia|yahoo|baidu|yandex|qwant|startpage|brave)\."
)
_SOCIAL = re.compile(
    r"(?:^|\.)(?:(?:facebook|instagram|pinterest|tiktok|linkedin|reddit|youtube|twitter|x|threads"
    r"|snapchat)\.(?:com|net|co\.uk|fr|de)|t\.co|youtu\.be|pin\.it|lnkd\.in)$"
)
_MAIL = re.compile(r"^(?:mail|outlook|webmail)\.|(?:^|\.)(?:outlook|hotmail)\.")

_Body = TypeVar("_Body", bound=OnSite)


@lru_cache(maxsize=2_048)
def device_of(user_agent: str) -> str:
    """The class of device of a browser; '' where it says nothing, or is a robot."""
    text = user_agent[:MAX_TEXT].lower()
    if not text or _ROBOT.search(text):
        return ""
    if _TABLET.search(text) or ("android" in text and "mobile" not in text):
        return "tablet"
    if _PHONE.search(text):
        return "phone"
    return "computer" if _COMPUTER.search(text) else "other"


@lru_cache(maxsize=2_048)
def channel_of(url: str, referrer: str | None, medium: str = "", source: str = "") -> str:
    """The channel by which a page was come to; '' where nothing says it.

    `url` is the page's own address, `referrer` that of the page before: '' says that there was
    none, None that nobody told. `medium` and `source` are those of a campaign.
    """
    page = _parts(url)
    told = {name: page[1].get(name, "") for name in ("utm_medium", "utm_source")}
    named = _by_campaign(medium or told["utm_medium"], source or told["utm_source"])
    if named:
        return named
    if any(name in page[1] for name in _PAID_CLICKS):
        return "ad"
    if referrer is None:
        return ""
    if not referrer:
        return "direct" if page[0] else ""
    before = _parts(referrer)[0]
    if not before or _site(before) == _site(page[0]):
        return ""
    if _MAIL.search(before):
        return "email"
    if _SEARCH.search(before):
        return "search"
    return "social" if _SOCIAL.search(before) else "referral"


def in_browser(body: AnyBody, context: JsonObject) -> AnyBody:
    """`body` with the circumstances that Segment's `context` tells, where it is of the site."""
    if not isinstance(body, OnSite):
        return body
    page, campaign = as_object(context.get("page")), as_object(context.get("campaign"))
    channel = channel_of(
        _text(page.get("url")),
        _text(page.get("referrer")) if isinstance(page.get("referrer"), str) else None,
        _text(campaign.get("medium")),
        _text(campaign.get("source", campaign.get("name"))),
    )
    return came_by(body, _device(context), channel)


def came_by(body: _Body, device: str, channel: str) -> _Body:
    """`body` under these circumstances; the same object where there are none to tell."""
    return replace(body, device=device, channel=channel) if device or channel else body


def _device(context: JsonObject) -> str:
    kind = _text(as_object(context.get("device")).get("type")).lower()
    if kind in ("ios", "android"):
        return "phone"
    if kind in ("phone", "tablet", "computer"):
        return kind
    told = device_of(_text(context.get("userAgent")))
    mobile = as_object(context.get("userAgentData")).get("mobile")
    return "phone" if mobile is True and told in ("", "other") else told


def _by_campaign(medium: str, source: str) -> str:
    kind = re.sub(r"[^a-z-]", "", medium.lower())
    found = _MEDIA.get(kind) or _MEDIA.get(kind.replace("-", ""))
    if found:
        return found
    named = source.lower()
    return "email" if any(sender in named for sender in _SENDERS) else ""


def _parts(address: str) -> tuple[str, dict[str, str]]:
    """The host of an address in small letters, and its parameters; nothing where it is none."""
    try:
        split = urlsplit(address[:MAX_TEXT])
        host = split.hostname or ""
        query = parse_qs(split.query, keep_blank_values=True, max_num_fields=60)
    except ValueError:
        return "", {}
    return host, {name.lower(): values[0] for name, values in query.items()}


def _site(host: str) -> str:
    """Enough of a host to tell a shop's own pages, its checkout among them."""
    return host.removeprefix("www.").removeprefix("shop.").removeprefix("checkout.")


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
