"""What a message promises, said once and the same everywhere: for people and for machines.

Mailbox providers summarise mail by machine and get offers wrong. So what is promised stands in the
mail's head as schema.org annotations (JSON-LD, of the types that Gmail reads: DiscountOffer,
PromotionCard, Organization), in the preheader and in the text part, all of it from the same facts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

import msgspec

from rapport.core.creative.facts import MessageFacts, OfferFacts
from rapport.core.creative.fixed_words import FixedWords, filled
from rapport.core.creative.slots import BODY, LINES_OF_THE_INBOX, OFFER_LINE
from rapport.core.text.embedded_json import script_json

ANNOTATION_TYPE = "application/ld+json"
_SCHEMA = "http://schema.org/"


def parts(offer: OfferFacts) -> tuple[str, ...]:
    """Everything about an offer that is told wherever it is: value, minimum, code and end."""
    told = (offer.value or offer.label, offer.minimum, offer.code, offer.ends)
    return tuple(part for part in told if part)


def short(offer: OfferFacts, words: FixedWords) -> str:
    """The offer in two or three words, such as `10% off` or `Free delivery`."""
    if not offer.value or offer.value == offer.label:
        return offer.label
    return filled(words.off, value=offer.value)


def badge(offer: OfferFacts, words: FixedWords) -> str:
    """What a mailbox shows beside a message, such as `10% off on orders from £25.00`: the offer and
    its condition, for which the annotations that it reads have no field of their own."""
    minimum = filled(words.minimum, minimum=offer.minimum) if offer.minimum else ""
    return f"{short(offer, words)} {minimum}".rstrip()


def sentence(offer: OfferFacts, words: FixedWords) -> str:
    """All of the offer in one sentence, such as `10% off on orders from £25.00 with code TEN until
    Thursday 4 June at 18:00.`; empty where there is none."""
    if not parts(offer):
        return ""
    code = filled(words.code, code=offer.code) if offer.code else ""
    ends = filled(words.until, ends=offer.ends) if offer.ends else ""
    return f"{' '.join(filter(None, (badge(offer, words), code, ends)))}."


def says_all(words: str, offer: OfferFacts) -> bool:
    """Whether words name every part of an offer as a whole: `110%` does not say `10%`."""
    return all(says_part(words, part) for part in parts(offer))


def says_part(words: str, part: str) -> bool:
    """Whether words name one part of an offer as a whole."""
    return bool(_whole(" ".join(part.split())).search(" ".join(words.split())))


def with_promise(said: str, offer: OfferFacts, words: FixedWords) -> str:
    """What is said, if it says all of the offer; else with the sentence after it."""
    if says_all(said, offer):
        return said
    ended = said.rstrip()
    return f"{ended}{_stop(ended)} {sentence(offer, words)}".strip()


def with_minimum(slots: Mapping[str, str], offer: OfferFacts, words: FixedWords) -> dict[str, str]:
    """The slots as they are shown: where none that is read in the mail itself names the least that
    an order must come to, the offer's line, or the body where there is none, ends with it."""
    said = dict(slots)
    seen = " ".join(words_of for slot, words_of in slots.items() if slot not in LINES_OF_THE_INBOX)
    if not offer.minimum or says_part(seen, offer.minimum):
        return said
    rest = filled(words.minimum, minimum=offer.minimum)
    end = f"{rest[:1].upper()}{rest[1:]}."
    if line := said.get(OFFER_LINE, "").rstrip():
        said[OFFER_LINE] = f"{line}{_stop(line)} {end}"
    else:
        said[BODY] = f"{said.get(BODY, '').rstrip()}\n\n{end}".lstrip()
    return said


def _stop(said: str) -> str:
    return "" if not said or said[-1] in ".!?…" else "."


@lru_cache(maxsize=1_024)
def _whole(part: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,]){re.escape(part)}(?!\w)", re.IGNORECASE)


# --- For machines ------------------------------------------------------------------------------


def annotate(facts: MessageFacts, headline: str, words: FixedWords) -> list[dict[str, str]]:
    """The annotations of a message, none where it promises nothing.

    `headline` is that of the message, as it is shown. A picture or logo is named only by an https
    address, since the mailbox provider fetches it.
    """
    offer, first = facts.offer, facts.products.first
    if not parts(offer):
        return []
    found = []
    if facts.brand.logo_url.startswith("https://"):
        found.append({"@type": "Organization", "logo": facts.brand.logo_url})
    found.append(
        {
            "@type": "DiscountOffer",
            "description": badge(offer, words),
            "discountCode": offer.code,
            "availabilityStarts": offer.starts_iso,
            "availabilityEnds": offer.ends_iso,
        }
    )
    if first.image.startswith("https://"):
        found.append(
            {
                "@type": "PromotionCard",
                "image": first.image,
                "url": facts.products.url,
                "headline": headline,
            }
        )
    return [
        {"@context": _SCHEMA, **{name: value for name, value in one.items() if value}}
        for one in found
    ]


def shown_headline(slots: Mapping[str, str]) -> str:
    """What a card's headline says: the message's own, or its subject where it has none."""
    return " ".join((slots.get("headline") or slots.get("subject", "")).split())


def annotation_script(found: list[dict[str, str]]) -> str:
    """The element for the mail's head, empty where there is nothing to say. No fact can end it."""
    return f'<script type="{ANNOTATION_TYPE}">{script_json(found)}</script>' if found else ""


_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)


def annotations_in(html: str) -> list[object]:
    """What the scripts of a page hold, decoded; None for one that is no annotation."""
    found: list[object] = []
    for attributes, content in _SCRIPT.findall(html):
        if attributes.strip() != f'type="{ANNOTATION_TYPE}"':
            found.append(None)
            continue
        try:
            found.append(msgspec.json.decode(content))
        except msgspec.DecodeError:
            found.append(None)
    return found
