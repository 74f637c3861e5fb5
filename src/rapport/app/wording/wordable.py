"""Values made fit to be read: money, shares and times in a locale, and words from outside.

What comes from a shop's events and catalogue may hold anything. Here it becomes one short line of
visible characters that no program downstream takes for a template, a link or a header.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.lists import format_list
from babel.numbers import format_percent

from rapport.app.wording import amounts
from rapport.core.brand import Brand
from rapport.core.creative.fixed_words import filled
from rapport.core.creative.fixed_words_shipped import ENGLISH
from rapport.core.creative.joiners import KEPT
from rapport.core.creative.wording import invisible_in, without_invisible
from rapport.core.time import MINUTE, SECOND, Instant, Zone

LONGEST_WORDS = 120
LONGEST_NAME = 30
MOST_NAMED = 3
"""Products that words name one by one."""
LONGEST_ADDRESS = 2_000

_ADDRESS_IN_WORDS = re.compile(r"\w+:/*\S*/\S*|\bwww\.\S+", re.IGNORECASE)
_TEMPLATE = re.compile(r"\{(?=[{%#])|(?<=[}%#])\}")
_FURTHER = re.compile("[,\u060c\u3001\uff0c(\uff08\u3010[|]|\\s[-\u2013\u2014/]\\s")
"""Where a title goes on to say which one of its kind it is."""
_YEAR = re.compile(r"(?:\s*'de')?[\s,]*\by+\b\.?(?:\s*'[^']*')?")
_DAY = re.compile(r"[Ec]{4}\b[^y]*\b(?:d\.?|MMMM)|d MMMM EEEE")
_NAME = re.compile(r"[^\W\d_]+(?:[-'’ ][^\W\d_]+)*")


def clean(words: str) -> str:
    """Words from outside as one line: visible characters, no address, no template, no mark-up
    meaning of its own; at most 120 characters."""
    words = unicodedata.normalize("NFC", words.encode("utf-8", "ignore").decode("utf-8"))
    words = words[:2_000]
    if not words.isprintable() or invisible_in(words):
        words = without_invisible("".join(" " if c.isspace() else c for c in words))
    words = _ADDRESS_IN_WORDS.sub(" ", words)
    words = _TEMPLATE.sub(lambda match: f"{match[0]} " if match[0] == "{" else " }", words)
    words = without_invisible(" ".join(words.split()))
    if len(words) <= LONGEST_WORDS:
        return words
    return without_invisible(words[: LONGEST_WORDS - 1].rstrip() + "…")


NO_NAMES = frozenset({
    "null", "none", "undefined", "unknown", "anonymous", "guest", "customer", "user", "test",
    "tester", "testing", "name", "firstname", "first name", "forename", "vorname", "prénom",
})  # fmt: skip
"""What programs put, and people type, where there is no first name."""


def first_name(words: str) -> str:
    """A first name to greet with, or nothing where it does not look like one."""
    name = " ".join(unicodedata.normalize("NFC", words[:200]).split())
    seen = KEPT.sub("", name)  # names of two are written so in Persian
    if len(name) > LONGEST_NAME or not _NAME.fullmatch(seen) or name.casefold() in NO_NAMES:
        return ""
    return name


def listed(titles: Sequence[str], count: int, locale: str, others: str) -> str:
    """Titles as words list them: all of up to three, else two of them and how many `others`."""
    if not titles:
        return ""
    named = list(titles[: MOST_NAMED if count <= MOST_NAMED else MOST_NAMED - 1])
    if rest := count - len(named):
        named.append(filled(others, count=str(rest)))
    return format_list(named, locale=locale).translate(amounts.DIRECTIONS)


def short_title(title: str, most: int) -> str:
    """What people call a product, such as `Round Mug` of `Round Mug, Moss`: its title as far as a
    comma, a bracket, a bar or a dash that stands alone. Nothing where that has more than `most`
    characters: half a name would be no name."""
    begins = _FURTHER.split(title.strip(), maxsplit=1)[0].strip()
    return begins if len(begins) <= most else ""


def listed_in_short(titles: Sequence[str], count: int, most: int, locale: str, others: str) -> str:
    """Short titles as words list them: as many as `most` characters hold, each once, and how many
    `others`. Nothing where the first has none, or is too long with its `others` alone."""
    named: list[str] = []
    for title in titles[:MOST_NAMED]:
        if not title:
            break
        if title not in named:
            named.append(title)
    for some in range(len(named), 0, -1):
        parts = named[:some]
        if rest := count - some:
            parts.append(filled(others, count=str(rest)))
        told = format_list(parts, locale=locale).translate(amounts.DIRECTIONS)
        if len(told) <= most:
            return str(told)
    return ""


def web_address(address: str) -> str:
    """`address` if it is a plain http or https address, else nothing."""
    address = address.strip()
    if len(address) > LONGEST_ADDRESS or " " in address:
        return ""
    if not address.isprintable() and any(c.isspace() or invisible_in(c) for c in address):
        return ""
    if any(c in "\"'<>\\{}`" for c in address):
        return ""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        return ""
    return "" if "@" in parts.netloc else address


def leads_to(address: str, hosts: Sequence[str]) -> bool:
    """Whether a web address is on one of `hosts`, or below one as `www.shop.example` is."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return any(host == own or host.endswith(f".{own}") for own in hosts if own)


def own_hosts(brand: Brand) -> tuple[str, ...]:
    """The hosts that messages may lead to: the shop's, without `www.`, and those named."""
    shop = (urlsplit(brand.shop_url).hostname or "").removeprefix("www.")
    return (shop, *brand.link_hosts)


def discounted(address: str, code: str) -> str:
    """A shop's address with `discount=<code>`, which Shopify applies when it is opened."""
    parts = urlsplit(address)
    query = [(name, value) for name, value in parse_qsl(parts.query, True) if name != "discount"]  # noqa: FBT003  keep_blank_values
    return urlunsplit(parts._replace(query=urlencode([*query, ("discount", code)])))


@lru_cache(maxsize=8_192)
def money(minor: int, currency: str, locale: str) -> str:
    """An amount of minor units, such as `£24.00`; the bare code where the currency is unknown."""
    return amounts.money(minor, currency, locale)


@lru_cache(maxsize=256)
def percent(whole: int, locale: str) -> str:
    """Such as `10%`."""
    return format_percent(whole / 100, locale=locale)


def date_and_time(at: Instant, zone: Zone, locale: str, moment: str = ENGLISH.moment) -> str:
    """An instant on the brand's clock, such as `Thursday 4 June at 18:00`; `moment` puts the two
    together."""
    local = datetime.fromtimestamp((at + zone.offset_at(at)) // SECOND, tz=UTC)
    if pattern := _day_pattern(locale):
        day = format_date(local, pattern, locale=locale)
    else:
        day = format_skeleton("MMMMEEEEd", local, locale=locale)
    return filled(moment, day=day, time=format_time(local, "short", locale=locale))


@lru_cache(maxsize=64)
def _day_pattern(locale: str) -> str:
    """A language's own full date without its year, where that leaves a whole one: most short forms
    cut the names of days and months, and those of English don't."""
    parsed = Locale.parse(locale)
    pattern = _YEAR.sub("", parsed.date_formats["full"].pattern)
    return pattern if parsed.language != "en" and _DAY.fullmatch(pattern) else ""


def day_and_month(at: Instant, zone: Zone, locale: str) -> str:
    """The day of an instant on the brand's clock, such as `4 June`."""
    local = datetime.fromtimestamp((at + zone.offset_at(at)) // SECOND, tz=UTC)
    return format_skeleton("MMMMd", local, locale=locale)


def iso_8601(at: Instant, zone: Zone) -> str:
    """An instant for machines, such as `2026-06-04T18:00:00+01:00`; as far as words tell it, which
    is to the minute."""
    offset = zone.offset_at(at)
    minute = at // MINUTE * MINUTE
    local = datetime.fromtimestamp(minute / SECOND, tz=timezone(timedelta(milliseconds=offset)))
    return local.isoformat(timespec="seconds")
