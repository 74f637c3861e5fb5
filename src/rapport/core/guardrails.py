"""Guardrails: what every message must pass before it may go out. A message with findings does not.

Each rule is a small function with a name, in the table `RULES`. They look at the finished message,
not at how it was made, so that they hold whoever wrote it and whatever wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.brand import Brand
from rapport.core.copy_checks.remarks import remarks
from rapport.core.creative.directions import RTL, direction, without_marks
from rapport.core.creative.draft import MODEL
from rapport.core.creative.facts import MessageFacts
from rapport.core.creative.framework import NO_OFFER, Block, Framework
from rapport.core.creative.message import Finding, Message
from rapport.core.creative.promise import (
    ANNOTATION_TYPE,
    annotate,
    annotations_in,
    parts,
    says_all,
    says_part,
    shown_headline,
)
from rapport.core.creative.speaking import fixed_words
from rapport.core.creative.wording import facts_needed, invisible_in
from rapport.core.editions import CHECKED_ABROAD, EDITION

_TAG = re.compile(r"<!--.*?-->|<[a-zA-Z/!](?:[^<>\"]|\"[^\"]*\")*>", re.DOTALL)
_HIDDEN_PARTS = re.compile(r"<(style|title|head)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_NAME = re.compile(r"[a-zA-Z][\w:-]*")
_ATTRIBUTE = re.compile(r"\s([a-z][\w:-]*)\s*=\s*(?:\"([^\"]*)\"|([^\s\">]+))", re.IGNORECASE)
_ACTIVE = frozenset({"script", "iframe", "object", "embed", "form", "input", "base", "link"})
_ANNOTATION = ("script", (("type", ANNOTATION_TYPE),))
_LEADS = frozenset({"href", "action", "formaction", "ping", "xlink:href"})
_LOADS = frozenset({"src", "background", "poster", "data"})


class Case(Struct, frozen=True):
    """A finished message with what it was made from. `slots` holds the words shown, by slot."""

    message: Message
    slots: Mapping[str, str]
    facts: MessageFacts
    brand: Brand
    framework: Framework
    blocks: tuple[Block, ...]
    seen: str
    """The words that a reader of the HTML part sees."""
    elements: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """The HTML part's elements that have attributes or may be active: name, and attributes."""
    edition: int = EDITION

    def values(self, names: frozenset[str]) -> Iterator[str]:
        """What stands in the attributes of these names."""
        for _, attributes in self.elements:
            for name, value in attributes:
                if name in names:
                    yield value


Rule = Callable[[Case], Iterable[Finding]]

SLOT_RULES = frozenset({"slot", "slot length"})
"""The rules that name a slot as the place, whatever block fills it."""


def check(
    message: Message,
    slots: Mapping[str, str],
    facts: MessageFacts,
    brand: Brand,
    framework: Framework,
    edition: int = EDITION,
) -> tuple[Finding, ...]:
    """Everything that stands against sending `message`, rule by rule; empty where nothing does.

    `edition` is that of the release that it is from: what was published under an older one is not
    held to lists that came later.
    """
    known = {block.id: block for block in framework.blocks}
    if direction(message.language) == RTL:
        # What keeps figures in order between its words is the renderer's, and no word of it.
        message = replace(message, text=without_marks(message.text))
    case = Case(
        message=message,
        slots=slots,
        facts=facts,
        brand=brand,
        framework=framework,
        blocks=tuple(known[key] for key in message.blocks if key in known),
        seen=_visible(message.html),
        elements=tuple(_elements(message.html)),
        edition=edition,
    )
    return tuple(finding for rule in RULES for finding in rule(case))


def urges_truly(block: Block, lasting: Mapping[str, int]) -> bool:
    """Whether a block is only used with offers that end; `lasting` is how long each offer holds."""
    return bool(block.offers) and all(lasting.get(offer, 0) > 0 for offer in block.offers)


def _elements(html: str) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    for match in _TAG.finditer(html):
        tag = match[0]
        if tag.startswith("<!--"):
            # What is in a conditional comment is shown by the mail programs that it is meant for.
            yield from _elements(tag[4:-3])
        elif tag[1] not in "/!":
            yield _element(tag)


@lru_cache(maxsize=4096)
def _element(tag: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """An opening tag's name and attributes; most tags of a layout are the same in every message."""
    name = _NAME.match(tag, 1)
    attributes = tuple(
        (key.lower(), unescape(quoted or bare)) for key, quoted, bare in _ATTRIBUTE.findall(tag)
    )
    return (name[0].lower() if name else "", attributes)


def _visible(html: str) -> str:
    return _squeezed(unescape(_TAG.sub(" ", _HIDDEN_PARTS.sub(" ", html))))


def _squeezed(text: str) -> str:
    return " ".join(text.split())


# --- What the law and the mailbox providers ask for -------------------------------------------


def postal_address(case: Case) -> Iterator[Finding]:
    address = _squeezed(case.brand.postal_address)
    for part, text in (("html", case.seen), ("text", _squeezed(case.message.text))):
        if not address or address not in text:
            yield Finding(
                "postal address", part, "no postal address", "put {{ brand.address }} in the footer"
            )


def sender_name(case: Case) -> Iterator[Finding]:
    if not case.message.from_name.strip() or not case.message.from_email.strip():
        yield Finding("sender", "from", "no sender", "state sender.name and email in brand.yaml")
    names = {_squeezed(case.brand.name), _squeezed(case.brand.from_name)} - {""}
    for part, text in (("html", case.seen), ("text", _squeezed(case.message.text))):
        if not any(name in text for name in names):
            yield Finding(
                "sender", part, "the brand's name is nowhere", "name the brand in the footer"
            )


def opt_out(case: Case) -> Iterator[Finding]:
    address = case.message.unsubscribe_url
    if not address or address not in case.values(_LEADS):
        yield Finding("opt-out", "html", "no way out", "link {{ unsubscribe_url }} in the footer")
    if not address or address not in case.message.text:
        yield Finding("opt-out", "text", "no way out", "put the opt-out address in the text part")


# --- The shape of the message -----------------------------------------------------------------


def one_line_headers(case: Case) -> Iterator[Finding]:
    headers = {
        "subject": case.message.subject,
        "preheader": case.message.preheader,
        "from": case.message.from_name,
        "reply-to": case.message.reply_to,
    }
    for where, text in headers.items():
        if "\n" in text or "\r" in text:
            yield Finding("one line", where, "a line break", "keep it on one line")
    if not case.message.subject.strip():
        yield Finding("subject", "subject", "no subject", "write an approved subject")


def text_part(case: Case) -> Iterator[Finding]:
    if not case.message.text.strip():
        yield Finding("text part", "text", "no words", "every message has a plain text part")


def nothing_unrendered(case: Case) -> Iterator[Finding]:
    message = case.message
    for where in ("subject", "preheader", "html", "text"):
        text: str = getattr(message, where)
        hit = re.search(r"\{[{%].{0,30}", text, re.DOTALL)
        if hit:
            yield Finding(
                "unrendered", where, hit[0], "the placeholder was not filled in: check the block"
            )


def nothing_invisible(case: Case) -> Iterator[Finding]:
    message = case.message
    for where in ("subject", "preheader", "from_name", "html", "text"):
        character = invisible_in(getattr(message, where))
        if character:
            yield Finding(
                "invisible character", where, character, "take it out of the words or the product"
            )


def nothing_active(case: Case) -> Iterator[Finding]:
    for name, attributes in case.elements:
        handlers = [attribute for attribute, _ in attributes if attribute.startswith("on")]
        if (name, attributes) == _ANNOTATION:
            continue  # data, which no program runs; `promised_alike` looks at what it says
        if name in _ACTIVE or handlers:
            yield Finding(
                "active content", "html", " ".join([name, *handlers]), "take it out of the layout"
            )


def pictures_described(case: Case) -> Iterator[Finding]:
    for name, attributes in case.elements:
        told = dict(attributes)
        if name == "img" and not told.get("alt", "").strip() and told.get("role") != "presentation":
            yield Finding(
                "alt text",
                "html",
                told.get("src", "")[:80],
                "say what the picture shows, for those who don't see it",
            )


# --- The words --------------------------------------------------------------------------------


def slots_filled(case: Case) -> Iterator[Finding]:
    for slot in case.framework.slots:
        words = case.slots.get(slot.key, "")
        if slot.required and not words.strip():
            yield Finding("slot", slot.key, "no words", "approve a block for this combination")
        if len(words) > slot.max_chars:
            yield Finding(
                "slot length",
                slot.key,
                f"{len(words)} characters",
                f"at most {slot.max_chars} with the facts filled in: shorten the block",
            )


def approved_blocks(case: Case) -> Iterator[Finding]:
    approved = {block.id for block in case.blocks}
    for key in case.message.blocks:
        if key not in approved:
            yield Finding("approval", key, "unknown block", "only approved blocks may be sent")
    for block in case.blocks:
        if not block.fits(case.message.point, case.message.action):
            yield Finding(
                "mixed message",
                block.slot,
                block.id,
                "the block is meant for another tone, offer, angle, visual or point",
            )


def locked_facts(case: Case) -> Iterator[Finding]:
    may_urge = bool(case.facts.offer.ends)
    for block in case.blocks:
        by_model = block.by.startswith(MODEL)
        language = block.language if case.edition >= CHECKED_ABROAD else ""
        for remark in remarks(block.text, may_urge=may_urge, by_model=by_model, language=language):
            yield Finding(remark.rule, block.where or block.slot, remark.found, remark.advice)


def facts_known(case: Case) -> Iterator[Finding]:
    for block in case.blocks:
        for path in facts_needed(block.text):
            if not _value(case.facts, path):
                yield Finding(
                    "missing fact",
                    block.where or block.slot,
                    path,
                    f"there is none for this message: write {{% if {path} != '' %}} around it",
                )


def _value(facts: MessageFacts, path: str) -> object:
    value: object = facts
    for name in path.split("."):
        value = value.get(name, "") if isinstance(value, dict) else getattr(value, name, "")
    return str(value)


# --- The offer and the links ------------------------------------------------------------------


def offer_as_decided(case: Case) -> Iterator[Finding]:
    decided, offer = case.message.action.offer or NO_OFFER, case.facts.offer
    words = _squeezed(" ".join(case.slots.values()))
    if decided == NO_OFFER:
        if offer.value or offer.code or offer.ends or offer.label:
            yield Finding("offer", "offer", offer.key, "no offer was decided: state none")
        return
    if offer.key != decided:
        yield Finding("offer", "offer", offer.key, f"the decision says {decided}")
    # Some languages write 10 % with a space of its own, which words that were wrapped have lost.
    shown = [_squeezed(part) for part in (offer.value, offer.label, offer.code) if part]
    if not any(part.casefold() in words.casefold() for part in shown):
        yield Finding(
            "offer", "offer", f"{decided} is not named", "name {{ offer.value }} or its code"
        )
    if offer.code and offer.code not in words:
        yield Finding("offer", "offer", f"code {offer.code} is not named", "name {{ offer.code }}")


def promised_alike(case: Case) -> Iterator[Finding]:
    """The offer, all of it, in the preheader and the text as in the head, where machines read it;
    and nothing in the head that was not decided."""
    message, offer = case.message, case.facts.offer
    advice = "say it from the offer's facts: value, minimum, code and end"
    for where, words in (("preheader", message.preheader), ("text", message.text)):
        if not says_all(words, offer):
            missing = [part for part in parts(offer) if not says_part(words, part)]
            yield Finding("promise", where, f"{', '.join(missing)} is not named", advice)
    expected = annotate(
        case.facts, shown_headline(case.slots), fixed_words(case.brand, message.language)
    )
    found = annotations_in(message.html)
    if found != ([expected] if expected else []):
        yield Finding(
            "promise",
            "head",
            "the annotations do not say what the message says",
            "leave the head's annotations to the renderer",
        )


def known_links(case: Case) -> Iterator[Finding]:
    message = case.message
    tokens = tuple(f"/c/{link.token}" for link in message.links)
    exits = {message.unsubscribe_url, case.facts.preferences_url, f"mailto:{message.reply_to}"}

    def known(address: str) -> bool:
        return address in exits or address.endswith(tokens)

    for address in case.values(_LEADS):
        if not known(address):
            yield Finding("link", "html", address[:80], "link to a fact, such as {{ cart.url }}")
    for address in message.text.split():
        if "://" in address and not known(address):
            yield Finding("link", "text", address[:80], "no address but those of the facts")
    for link in message.links:
        if not link.target.startswith(("https://", "http://")):
            yield Finding("link", link.key, link.target[:80], "links lead to http or https")
    for address in case.values(_LOADS):
        if not address.startswith(("https://", "http://")):
            yield Finding("image", "html", address[:80] or "no address", "an image has an address")


RULES: tuple[Rule, ...] = (
    postal_address,
    sender_name,
    opt_out,
    one_line_headers,
    text_part,
    nothing_unrendered,
    nothing_invisible,
    nothing_active,
    pictures_described,
    slots_filled,
    approved_blocks,
    locked_facts,
    facts_known,
    offer_as_decided,
    promised_alike,
    known_links,
)
