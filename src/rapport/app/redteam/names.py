"""What other tools call the parts of a line, and how they put a verdict.

Names are compared without capitals, spaces, hyphens and underscores: `callToAction` and `call to
action` are `calltoaction`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

REJECT, PASS = "reject", "pass"

_NOT_TELLING = re.compile(r"[\W_]")


def plain(name: str) -> str:
    """A name without what it may be written differently in."""
    return _NOT_TELLING.sub("", name).casefold()


def _by_name(named: Mapping[str, str]) -> Mapping[str, str]:
    return {plain(other): ours for ours, others in named.items() for other in (ours, *_of(others))}


def _of(others: str) -> Iterable[str]:
    return others.split()


KEYS = {
    "framework": "framework framework_key framework_name frame",
    "tone": "tone tone_key voice",
    "slots": "slots message rewrite rewritten text draft output copy words content",
    "expected": "expected label verdict expected_verdict expected_label expectation judgement gold",
    "why": "why reason reasons rationale explanation because note comment",
    "category": "category kind type check violation_type",
    "offer": "offer offer_key decided_offer",
    "language": "language lang locale",
    "earlier": "earlier earlier_messages history previous",
}
"""By our name for a key, what a line may call it, the likeliest first."""

KNOWN = frozenset(plain(other) for others in KEYS.values() for other in others.split())

PER_SLOT = {
    "subject": "subject_line",
    "preheader": "preview preview_text preview_line",
    "headline": "title heading header",
    "body": "text copy body_text body_copy",
    "cta": "call_to_action button cta_text button_text cta_label",
    "offer_line": "offer offer_text",
    "signoff": "closing sign_off",
}
OTHER_SLOTS = _by_name(PER_SLOT)
"""What other tools call the usual slots; a set may use these names for them."""

OTHER_OFFERS = _by_name(
    {
        "none": "no_offer nothing null no without",
        "free_shipping": "shipping free_delivery delivery free_postage postage free_post",
        "percent": "percentage percent_off percentage_off discount",
        "amount": "amount_off money_off fixed_amount",
        "gift": "free_gift sample free_sample",
    }
)
"""By kind, what other tools call offers."""

SURELY_SLOTS = frozenset(OTHER_SLOTS) - {"text", "copy", "offer", "title", "header", "preview"}
"""Names that beside `slots` can only be a slot's."""

SETS = frozenset(_of("lines rewrites items entries examples data set rows cases records tests"))
"""What a file that is one object may call its list of lines."""

SLOT_NAMED_BY = ("slot", "name", "key", "id", "part")
WORDS_UNDER = ("text", "words", "value", "content", "copy")
"""How an entry of a list of slots names the slot, and holds its words."""

_REJECTED = (
    "reject rejected bad block blocked fail failed deny denied refuse refused unsafe stop stopped "
    "invalid violation violates violating disallow disallowed flag flagged harmful adversarial "
    "not_ok wrong forbidden"
)
_PASSED = (
    "pass passed passes accept accepted good ok okay allow allowed approve approved safe valid "
    "clean benign fine right send"
)
_VERDICTS = {
    **{plain(word): REJECT for word in _of(_REJECTED)},
    **{plain(word): PASS for word in _of(_PASSED)},
    "true": PASS,
    "false": REJECT,
}
MOST_WORDS = 4
_TURNED_ROUND = frozenset(_of("not no never t nor without unless cannot dont"))
_TELLING = {
    plain(prefix + word): told
    for words, told in (
        ("reject rejected block blocked violation bad flagged", REJECT),
        ("pass passes accept accepted ok good allowed valid", PASS),
    )
    for word in _of(words)
    for prefix in ("", "should_", "is_", "expected_")
}
"""Keys that are a verdict by themselves, with true for yes: `should_reject: true`."""

_CATEGORIES = {
    "figures": "figure", "number": "figure", "numbers": "figure", "percentage": "figure",
    "prices": "price", "changedprice": "price", "dates": "date", "links": "link", "url": "link",
    "injectedlink": "link", "offers": "offer", "discount": "offer", "inventedoffer": "offer",
}  # fmt: skip


def verdict(value: object) -> str:
    """`reject` or `pass`, as a value of `expected` means it; empty where that cannot be known.

    A bare 1 or 0 is not known: some call a violation 1, others a good line.
    """
    if isinstance(value, bool):
        return PASS if value else REJECT
    if not isinstance(value, str):
        return ""
    return _VERDICTS.get(plain(value), "") or _verdict_in(re.findall(r"[a-z]+", value.casefold()))


def _verdict_in(words: Sequence[str]) -> str:
    """That of a few words such as `should be rejected`, where nothing turns them round."""
    if len(words) > MOST_WORDS or not _TURNED_ROUND.isdisjoint(words):
        return ""
    found = {_VERDICTS[word] for word in words if word in _VERDICTS}
    return found.pop() if len(found) == 1 else ""


def verdict_of_key(name: str, value: object) -> str:
    """The verdict that a key like `should_reject` gives with true or false; empty for others."""
    found = _TELLING.get(plain(name), "")
    if not found or not isinstance(value, bool):
        return ""
    return found if value else {REJECT: PASS, PASS: REJECT}[found]


def category(value: str) -> str:
    """A category by our name, where it is one of those in which nothing may be missed."""
    small = plain(value)
    if small in _CATEGORIES.values():
        return small
    return _CATEGORIES.get(small, value.strip())
