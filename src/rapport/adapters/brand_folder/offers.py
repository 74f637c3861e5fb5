"""voice.yaml, offers.yaml and claims.yaml."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import partial

from msgspec import UNSET

from rapport.adapters.brand_folder.context import read_conditions, read_length, unique
from rapport.adapters.brand_folder.nodes import Value
from rapport.adapters.brand_folder.scalars import (
    DATE,
    WHOLE,
    money_in,
    read_minor,
    read_share,
    read_whole,
)
from rapport.core.copy_checks.findings import EXTENDABLE
from rapport.core.creative.framework import NO_OFFER
from rapport.core.creative.voice import Claim, Voice, VoiceTone
from rapport.core.deciding.budget import PERIODS, Budget
from rapport.core.offer import Offer

_LETTER = re.compile(r"[^\W\d_]{2,}")
_CODE = re.compile(r"[A-Za-z0-9_-]{1,40}")
_DATE = re.compile(r"20\d\d-\d\d-\d\d", re.ASCII)

WHOLE_SHARE = "a whole percentage from 1% to 100%, such as 10%"

_COMMON = ("label", "code", "lasts", "min_total", "who", "budget")
_KINDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "none": ((), ("label",)),
    "percent": (("label", "value"), _COMMON),
    "amount": (("label", "value"), _COMMON),
    "free_shipping": (("label", "cost"), _COMMON),
    "gift": (("label", "cost"), _COMMON),
}
"""For each kind what it requires and what it may have, besides its key and kind."""


def read_voice(value: Value) -> Voice:
    parts = value.mapping(["who", "does", "does_not", "words", "reading_level", "tones"], ["stop"])
    words = parts["words"].mapping(["use", "avoid"], ["require"])
    tones = [(item, _tone(item)) for item in parts["tones"].items()]
    unique([(item, tone.key) for item, tone in tones], "tone")
    return Voice(
        who=parts["who"].text(),
        does=parts["does"].texts(),
        does_not=parts["does_not"].texts(),
        use=words["use"].texts(),
        avoid=words["avoid"].texts(),
        reading_level=parts["reading_level"].read(read_whole, 0, "a school grade such as 7"),
        tones=tuple(tone for _, tone in tones),
        require=words["require"].texts(),
        stop={} if parts["stop"].missing else _stop(parts["stop"]),
    )


def _stop(value: Value) -> dict[str, tuple[str, ...]]:
    """The brand's own phrases, by the check that they belong to."""
    found = value.entries(EXTENDABLE)
    return {check: phrases for check, item in found.items() if (phrases := _phrases(item))}


def _phrases(value: Value) -> tuple[str, ...]:
    for item in value.items():
        if item.written and not _LETTER.search(item.written):
            item.expected("words: a phrase of them, where a * stands for any ending")
    return value.texts()


def _tone(value: Value) -> VoiceTone:
    parts = value.mapping(["key", "label", "describes", "example"])
    return VoiceTone(
        key=parts["key"].key(),
        label=parts["label"].line_of_text(),
        describes=parts["describes"].text(),
        example=parts["example"].text(),
    )


def read_offers(value: Value, currency: str) -> tuple[Offer, ...]:
    listed = value.mapping(["offers"])["offers"]
    offers = [(item, _offer(item, currency)) for item in listed.items()]
    unique([(item, offer.key) for item, offer in offers], "offer")
    if listed.is_list and all(offer.key != NO_OFFER for _, offer in offers):
        listed.problem("an offer {key: none, kind: none} is missing: a message may offer nothing")
    return tuple(offer for _, offer in offers)


def _offer(value: Value, currency: str) -> Offer:
    kind = value.entries().get("kind")
    name = kind.written if kind is not None and kind.written in _KINDS else ""
    required, optional = _KINDS.get(name, ((), (*_COMMON, "value", "cost")))
    parts = value.mapping(["key", "kind", *required], optional)
    parts["kind"].choice(_KINDS)
    key = parts["key"].key()
    if name and key and (name == NO_OFFER) != (key == NO_OFFER):
        value.problem("the offer 'none' has the kind 'none', and no other offer has it")

    def money(value: Value) -> int:
        return _money(value, currency)

    def part(name: str) -> Value | None:
        found = parts.get(name)
        return None if found is None or found.missing else found

    label, code, lasts, least = part("label"), part("code"), part("lasts"), part("min_total")
    cost, who, budget = part("cost"), part("who"), part("budget")
    return Offer(
        key=key,
        kind=name or NO_OFFER,
        label=label.line_of_text(most=120) if label else "",
        value=_worth(part("value"), name, currency),
        cost=money(cost) if cost else 0,
        code=code.read(_code, "", "letters, digits, '-' and '_'") if code else "",
        lasts=read_length(lasts) if lasts else 0,
        min_total=money(least) if least else 0,
        who=read_conditions(who) if who else (),
        budget=_budget(budget, currency) if budget else None,
    )


def _budget(value: Value, currency: str) -> Budget:
    parts = value.mapping(["per"], ["amount", "uses"])
    if parts["amount"].missing == parts["uses"].missing and value.is_mapping:
        value.problem("a budget has either an 'amount' or a number of 'uses'")
    # What cannot be read is told so, and is not told to be nothing as well.
    amount = 0 if parts["amount"].missing else _money(parts["amount"], currency, default=1)
    uses = 0 if parts["uses"].missing else parts["uses"].read(read_whole, 1, WHOLE)
    for name, limit in (("amount", amount), ("uses", uses)):
        if not parts[name].missing and limit == 0:
            parts[name].expected("more than nothing; to offer it to nobody, take it out")
    return Budget(amount=amount, uses=uses, per=parts["per"].choice(PERIODS) or "month")


def _worth(value: Value | None, kind: str, currency: str) -> int:
    if value is None:
        return 0
    if kind == "percent":
        return value.read(_whole_percent, 0, WHOLE_SHARE)
    return _money(value, currency)


def _money(value: Value, currency: str, default: int = 0) -> int:
    return value.read(partial(read_minor, currency=currency), default, money_in(currency))


def _whole_percent(words: str) -> int:
    percent: Decimal = read_share(words) * 100
    if percent != int(percent) or percent <= 0:
        raise ValueError(words)
    return int(percent)


def _code(words: str) -> str:
    if not _CODE.fullmatch(words):
        raise ValueError(words)
    return words


def read_claims(value: Value) -> tuple[Claim, ...]:
    claims = [(item, _claim(item)) for item in value.mapping(["claims"])["claims"].items()]
    unique([(item, claim.key) for item, claim in claims], "claim")
    return tuple(claim for _, claim in claims)


def _claim(value: Value) -> Claim:
    parts = value.mapping(["key", "text", "evidence"], ["from", "until"])
    since = parts["from"].read(_date, "", DATE)
    until = parts["until"].read(_date, "", DATE)
    if since and until and until < since:
        parts["until"].expected(f"{since} or a later day: it would end before it begins")
    return Claim(
        key=parts["key"].key(),
        text=parts["text"].text(),
        evidence=parts["evidence"].text(),
        until=until,
        since=since or UNSET,
    )


def _date(words: str) -> str:
    if not _DATE.fullmatch(words):
        raise ValueError(words)
    return date.fromisoformat(words).isoformat()  # the calendar has it
