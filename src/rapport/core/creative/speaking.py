"""Whether a message can be said in a language as a whole, and what is missing where it cannot.

Nobody gets a message in two languages, and nobody gets none because a translation has only begun:
where anything that a message needs is missing in a person's language, all of it is in the brand's.
Which messages they get at all, `rapport.core.deciding.in_language` says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import unescape

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.blueprint import Release
from rapport.core.brand import Brand
from rapport.core.creative.fixed_words import FixedWords
from rapport.core.creative.fixed_words_brought import BROUGHT
from rapport.core.creative.fixed_words_shipped import BARE, SHIPPED
from rapport.core.creative.framework import NO_OFFER, Action, Block, Framework, choose_blocks
from rapport.core.creative.proof import REVIEWS, Shown, fitting, said_in
from rapport.core.creative.wording import PLACEHOLDER
from rapport.core.editions import ONE_LANGUAGE
from rapport.core.offer import Offer


class Speaker(Struct, frozen=True):
    """Who says it: what of a release decides in which language a message can be said."""

    brand: Brand
    offers: tuple[Offer, ...]


def speaker_of(release: Release) -> Speaker | None:
    """None in a release of an edition that took a message for the person's language where just the
    slots that must be there were approved in it."""
    if release.edition < ONE_LANGUAGE:
        return None
    return Speaker(release.brand, release.offers)


_PRINTED = re.compile(r"\{\{-?(.*?)\}\}", re.DOTALL)
_OFFER_NAMED = re.compile(r"\boffer\.(?:value|label|code)\b")
_CODE_NAMED = re.compile(r"\boffer\.code\b")
BRAND_FACT = re.compile(r"\bbrand\.facts\.(\w+)")
_SCENE = re.compile(r"\bscene\.")
_REVIEWS = re.compile(r"\breviews\b")
_ASKS = re.compile(r"\blanguage\b")
_HIDDEN = re.compile(r"<!--.*?-->|<(mj-style|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_ALT = re.compile(r"\balt=(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_TAG = re.compile(r"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_WORDS = re.compile(r"[^\W\d_]+(?:[ '’-]+[^\W\d_]+)*")
_A_WORD = re.compile(r"[^\W\d_]{2,}")


def words_of_brand(brand: Brand, language: str) -> FixedWords | None:
    """The fixed words of a language: the brand's own, or those that Rapport brings."""
    return brand.words.get(language) or SHIPPED.get(language)


def spoken_by(brand: Brand) -> tuple[str, ...]:
    """The languages of which whoever writes in them need not write the fixed words: the brand's own
    first, then by their codes."""
    others = sorted({*SHIPPED, *BROUGHT, *brand.words} - {brand.language})
    return (brand.language, *others)


def fixed_words(brand: Brand, language: str) -> FixedWords:
    """The fixed words that a message in this language is written with."""
    return words_of_brand(brand, language) or BARE


def locale_for(brand: Brand, language: str) -> str:
    """How dates, money and lists are written in a message of this language."""
    return brand.locale if language == brand.language else fixed_words(brand, language).locale


def names_offer(text: str) -> bool:
    """Whether a block's words print what is offered."""
    return any(_OFFER_NAMED.search(printed) for printed in _printed(text))


def names_code(text: str) -> bool:
    """Whether a block's words print the offer's code."""
    return any(_CODE_NAMED.search(printed) for printed in _printed(text))


@lru_cache(maxsize=8_192)  # each block stands in many combinations
def _printed(text: str) -> tuple[str, ...]:
    return tuple(_PRINTED.findall(text))


@lru_cache(maxsize=8_192)
def _facts_in(text: str) -> frozenset[str]:
    return frozenset(BRAND_FACT.findall(" ".join(PLACEHOLDER.findall(text))))


@lru_cache(maxsize=512)
def own_words(layout: str) -> str:
    """The first words that a layout says by itself, and so in the brand's language; none where it
    asks which language it is to be in."""
    tags = (one for one in PLACEHOLDER.findall(layout) if one.startswith("{%"))
    if any(_ASKS.search(tag) for tag in tags):
        return ""
    bare = _HIDDEN.sub("\n", PLACEHOLDER.sub("\n", layout))
    shown = [one or other for one, other in _ALT.findall(bare)]
    for text in (*_TAG.split(bare), *shown):
        for found in _WORDS.finditer(unescape(text)):
            if _A_WORD.search(found[0]):
                return found[0]
    return ""


IN_OTHER_LANGUAGES = "what others said is in other languages"

OF_A_LAYOUT = ("the layout", "what others said", "no fact", "no words for picture")
"""How what `layout_lacks` says begins."""


def lacks(brand: Brand, offers: Sequence[Offer], language: str, offer: str) -> str:
    """What the brand has not said in a language that every message with this offer needs."""
    words = words_of_brand(brand, language)
    if words is None:
        return "no fixed words"
    known = next((one for one in offers if one.key == offer), None)
    if known is not None and offer != NO_OFFER and known.label and offer not in words.offers:
        return f"no label of offer {offer}"
    return ""


def layout_lacks(brand: Brand, layout: str, language: str) -> str:
    """What a layout shows that is not there in a language; `layout` is its source."""
    words = fixed_words(brand, language)
    if said := own_words(layout):
        return f"the layout says '{said}' itself"
    if missing := _facts_in(layout) - words.facts.keys():
        return f"no fact {min(missing)}"
    reviews, scenes = _shows(layout)
    if reviews and brand.reviews and not said_in(brand, language):
        return IN_OTHER_LANGUAGES
    pictures = {scene.picture for scene in brand.scenes} - words.pictures.keys()
    if pictures and scenes:
        return f"no words for picture {min(pictures)}"
    return ""


@lru_cache(maxsize=512)
def _shows(layout: str) -> tuple[bool, bool]:
    """Whether a layout shows what others said, and pictures of daily life."""
    placeholders = " ".join(PLACEHOLDER.findall(layout))
    return bool(_REVIEWS.search(placeholders)), bool(_SCENE.search(placeholders))


def can_say(brand: Brand, block: Block) -> bool:
    """Whether all the brand's facts that a block names are there in its language."""
    if block.language == brand.language:
        return True
    missing = _facts_in(block.text) - fixed_words(brand, block.language).facts.keys()
    return not missing


def sayable(brand: Brand, framework: Framework, language: str) -> Framework:
    """The framework without blocks that cannot be said in a language that is not the brand's."""
    if language == brand.language:
        return framework
    kept = tuple(b for b in framework.blocks if b.language == language and can_say(brand, b))
    return replace(framework, blocks=kept)


def missing_words(
    framework: Framework, chosen: Mapping[str, Block], offers: Sequence[Offer], action: Action
) -> list[str]:
    """What these blocks leave out that this message must say, such as `no approved subject`."""
    found = [
        f"no approved {slot.key}"
        for slot in framework.slots
        if slot.required and slot.key not in chosen
    ]
    if (action.offer or NO_OFFER) == NO_OFFER:
        return found
    offer = next((one for one in offers if one.key == action.offer), None)
    texts = [block.text for block in chosen.values()]
    if not any(map(names_offer, texts)):
        found.append("no approved words that name the offer")
    elif offer is not None and offer.code and not any(map(names_code, texts)):
        found.append("no approved words that name the offer's code")
    return found


def said(
    who: Speaker,
    framework: Framework,
    point: str,
    action: Action,
    language: str,
    products: Sequence[Shown] | None = None,
) -> tuple[dict[str, Block], list[str]]:
    """The approved blocks of this message in a language, and everything that is missing for it.

    `products` are those that it is about; None where it could be any.
    """
    spoken = sayable(who.brand, framework, language)
    chosen = choose_blocks(spoken, point, action, language)
    found = missing_words(spoken, chosen, who.offers, action)
    if language == who.brand.language:
        return chosen, found
    layout = dict(framework.layouts).get(action.visual, "")
    others = (
        lacks(who.brand, who.offers, language, action.offer),
        layout_lacks(who.brand, layout, language)
        or _unsaid_of(products, who.brand, framework, action.visual, language),
    )
    return chosen, [*found, *filter(None, others)]


def _unsaid_of(
    products: Sequence[Shown] | None, brand: Brand, framework: Framework, visual: str, language: str
) -> str:
    """That a visual is for what others said of these products, and nobody said it in a language."""
    needs = next((one.needs for one in framework.visuals if one.key == visual), ())
    reviews, _ = _shows(dict(framework.layouts).get(visual, ""))
    if products is None or not reviews or REVIEWS not in needs:
        return ""
    return "" if fitting(said_in(brand, language), products) else IN_OTHER_LANGUAGES


def language_for(
    who: Speaker,
    framework: Framework,
    point: str,
    action: Action,
    wanted: str,
    products: Sequence[Shown] | None = None,
) -> str:
    """The language that somebody who wants `wanted` gets this message in; `products` as for
    `said`."""
    usual = who.brand.language
    if wanted == usual or all(block.language != wanted for block in framework.blocks):
        return usual
    _, missing = said(who, framework, point, action, wanted, products)
    return usual if missing else wanted
