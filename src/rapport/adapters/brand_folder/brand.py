"""brand.yaml: who sends, and the limits that hold for every message."""

from __future__ import annotations

import re
from functools import partial

from babel import Locale, UnknownLocaleError
from babel.numbers import is_currency

from rapport.adapters.brand_folder.asked import read_preferences
from rapport.adapters.brand_folder.blocks import LANGUAGE
from rapport.adapters.brand_folder.care import read_care
from rapport.adapters.brand_folder.context import read_length
from rapport.adapters.brand_folder.languages import own_words_missing, read_languages
from rapport.adapters.brand_folder.limits import read_stop_when
from rapport.adapters.brand_folder.modes import read_four_eyes, read_writer_budget
from rapport.adapters.brand_folder.nodes import Value
from rapport.adapters.brand_folder.proof import read_reviews, read_scenes
from rapport.adapters.brand_folder.scalars import (
    SHARE,
    TIME_OF_DAY,
    money_in,
    read_amount,
    read_share,
    read_time_of_day,
    read_whole,
    write_duration,
)
from rapport.adapters.brand_folder.zones import compile_zone
from rapport.core.bounds import LONGEST_CAP, MAX_NOTES
from rapport.core.brand import Brand, Cap, Learning
from rapport.core.creative.colours import MORE, NAMED, completed
from rapport.core.deciding.arms import BUCKETS, Arms
from rapport.core.time import DAY

PUBLISH = {"by rule": "rule", "by person": "person"}

_REQUIRED = (
    "key",
    "name",
    "sender",
    "postal_address",
    "shop_url",
    "currency",
    "locale",
    "language",
    "time_zone",
    "quiet_hours",
    "caps",
    "margin",
    "costs",
    "arms",
    "colours",
)
_OPTIONAL = (
    "logo_url",
    "soft_opt_in_countries",
    "trust_browser_consent",
    "trust_browser_orders",
    "link_hosts",
    "facts",
    "learning",
    "stop_when",
    "care",
    "reviews",
    "scenes",
    "oversight",
    "writer",
    "preferences",
    "languages",
)

_ADDRESS = re.compile(r"https?://[^\s/@\"'<>]+\.[^\s/@\"'<>]+(?:/[^\s\"'<>]*)?")
_E_MAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\".]+")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_HOST = re.compile(r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}")
_FACT_NAME = re.compile(r"[a-z][a-z0-9_]{0,40}")


def read_brand(value: Value) -> Brand:
    """The brand; its claims are added when claims.yaml is read."""
    parts = value.mapping(_REQUIRED, _OPTIONAL)
    sender = parts["sender"].mapping(["name", "email", "reply_to"])
    quiet = parts["quiet_hours"].mapping(["from", "until"])
    margin = parts["margin"].mapping(["rate", "floor"])
    costs = parts["costs"].mapping(["message", "unsubscribe"])
    currency = _currency(parts["currency"])
    language = _matching(parts["language"], LANGUAGE, "a language such as en")
    words = read_languages(parts["languages"], language)
    if missing := own_words_missing(language, words):
        parts["language"].problem(missing)
    amount = partial(read_amount, currency=currency)
    return Brand(
        key=parts["key"].key(),
        name=parts["name"].line_of_text(most=80),
        from_email=_matching(sender["email"], _E_MAIL, "an e-mail address"),
        from_name=sender["name"].line_of_text(most=80),
        reply_to=_matching(sender["reply_to"], _E_MAIL, "an e-mail address"),
        postal_address=parts["postal_address"].text(most=400),
        shop_url=_matching(parts["shop_url"], _ADDRESS, "an address such as https://shop.example"),
        logo_url=_matching(parts["logo_url"], _ADDRESS, "an address such as https://shop.example"),
        currency=currency,
        zone=parts["time_zone"].read(compile_zone, compile_zone("UTC"), "a time zone's name"),
        language=language,
        locale=parts["locale"].read(_locale, "en", "a locale such as en_GB"),
        quiet_from=quiet["from"].read(read_time_of_day, 0, TIME_OF_DAY),
        quiet_until=quiet["until"].read(read_time_of_day, 0, TIME_OF_DAY),
        caps=tuple(_cap(item) for item in parts["caps"].items()),
        margin_rate=float(margin["rate"].read(read_share, read_share("50%"), SHARE)),
        margin_floor=float(margin["floor"].read(read_share, read_share("0%"), SHARE)),
        message_cost=float(costs["message"].read(amount, amount("0"), money_in(currency))),
        unsubscribe_cost=float(costs["unsubscribe"].read(amount, amount("0"), money_in(currency))),
        soft_opt_in_countries=tuple(
            _matching(item, _COUNTRY, "a country such as GB")
            for item in parts["soft_opt_in_countries"].items()
        ),
        trust_browser_consent=parts["trust_browser_consent"].flag(),
        trust_browser_orders=parts["trust_browser_orders"].flag(),
        link_hosts=tuple(
            _matching(item, _HOST, "a host such as shop.myshopify.com")
            for item in parts["link_hosts"].items()
        ),
        arms=_arms(parts["arms"]),
        colours=completed(
            {
                name: _matching(colour, _COLOUR, "a colour such as '#1a2b3c'")
                for name, colour in parts["colours"].mapping(NAMED, MORE).items()
            }
        ),
        facts=_facts(parts["facts"]),
        learning=_learning(parts["learning"]),
        stop_when=read_stop_when(parts["stop_when"]),
        care=read_care(parts["care"]),
        reviews=read_reviews(parts["reviews"]),
        scenes=read_scenes(parts["scenes"]),
        four_eyes=read_four_eyes(parts["oversight"]),
        writer=read_writer_budget(parts["writer"]),
        preferences=read_preferences(parts["preferences"]),
        words=words,
    )


def _learning(value: Value) -> Learning:
    if value.missing:
        return Learning()
    publish = value.mapping(["publish"])["publish"].choice(PUBLISH)
    return Learning(publish=PUBLISH.get(publish, Learning().publish))


def _cap(value: Value) -> Cap:
    """A cap that can be counted: what is not remembered of a person could not hold."""
    parts = value.mapping(["messages", "within"])
    count = parts["messages"].read(read_whole, 1, f"a whole number up to {MAX_NOTES}")
    if count > MAX_NOTES:
        parts["messages"].expected(
            f"at most {MAX_NOTES}: no more messages to a person are remembered, so that a cap of "
            "more could not hold"
        )
    window = read_length(parts["within"], DAY)
    if window > LONGEST_CAP:
        parts["within"].expected(
            f"at most {write_duration(LONGEST_CAP)}: messages are remembered no longer for a cap, "
            "so that one over more could not hold"
        )
    if window <= 0:
        parts["within"].expected("some time, such as '7d': a cap within no time holds nobody back")
    return Cap(count, window)


def _arms(value: Value) -> Arms:
    parts = value.mapping(["holdout", "usual", "salt"])
    holdout, usual = (_buckets(parts[name]) for name in ("holdout", "usual"))
    if holdout + usual > BUCKETS:
        value.problem("holdout and usual are more than 100% together")
    return Arms(holdout=holdout, usual=usual, salt=parts["salt"].line_of_text())


def _buckets(value: Value) -> int:
    buckets = value.read(read_share, read_share("0%"), SHARE) * BUCKETS
    if buckets != int(buckets):
        value.expected("a percentage with at most two digits after the point")
    return int(buckets)


def _facts(value: Value) -> dict[str, str]:
    if value.missing:
        return {}
    facts = {}
    for name, fact in value.entries().items():
        if not _FACT_NAME.fullmatch(name):
            fact.problem("a fact's name has lower-case letters, digits and '_'")
        elif "{{" in fact.written or "{%" in fact.written:
            fact.expected("plain words: a fact is never Liquid")
        else:
            facts[name] = fact.line_of_text(most=200)
    return facts


def _matching(value: Value, pattern: re.Pattern[str], expected: str) -> str:
    if value.missing:
        return ""
    words = value.line_of_text(most=500)
    if words and not pattern.fullmatch(words):
        value.expected(expected)
        return ""
    return words


def _currency(value: Value) -> str:
    if not value.missing and not is_currency(value.written):
        value.expected("a currency such as GBP")
    return value.written if is_currency(value.written) else "GBP"


def _locale(words: str) -> str:
    try:
        return str(Locale.parse(words))
    except UnknownLocaleError as error:
        raise ValueError(words) from error
