"""Making the checks ready: everything that a framework's rewrites are held to, compiled once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.brand import Brand
from rapport.core.calendar import local_day_in_words
from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.claims import Claims
from rapport.core.copy_checks.form import offer_has
from rapport.core.copy_checks.letters import folded
from rapport.core.copy_checks.matching import NOTHING, Patterns, Tables
from rapport.core.copy_checks.names import proper_words
from rapport.core.copy_checks.patterns import SHORTEST_STEM, Lexicon, innocent_lines, phrase_line
from rapport.core.copy_checks.quick_look import QuickLook, letters_of, quick_look
from rapport.core.copy_checks.reading import read
from rapport.core.copy_checks.standard import Standard
from rapport.core.copy_checks.tables.all_tables import CLASSES, EVERYWHERE, TABLES
from rapport.core.copy_checks.teaching import Teaching, with_banned
from rapport.core.creative.facts import (
    FOR_LAYOUTS,
    FOR_MACHINES,
    PRODUCT_GROUPS,
    SHORT_NAMES,
    SHORT_TITLE,
    MessageFacts,
    out_of_place,
)
from rapport.core.creative.framework import CART, NO_OFFER, VIEWED, Framework
from rapport.core.creative.message import Ban, Finding
from rapport.core.creative.voice import Claim, Voice
from rapport.core.creative.wording import TAG, facts_needed
from rapport.core.offer import IN_FIGURES, Offer

LONGEST_END = len("Wednesday 30 September at 18:00")
LONGEST_FIGURE = 8
USUAL_LENGTHS = {"total": 9, "count": 2, "more": 2}
"""Of the facts of a basket, of what was looked at and of an order."""
USUAL_TITLE = 40
USUAL_ADDRESS = 80
USUAL_FACT = 20
SHORTEST_HOST = 6
VOICES_KEPT = 8
"""Voices whose own phrases are kept, at up to 20 MB each where they are asked about many words."""


def standard(
    framework: Framework,
    brand: Brand,
    voice: Voice,
    claims: Sequence[Claim],
    offers: Sequence[Offer],
    titles: Iterable[str] = (),
    lessons: Iterable[Teaching] = (),
) -> Standard:
    """The checks for rewrites of a framework. `titles` are those of the products, for lengths;
    `lessons` are what reviewers taught, whose bans join the voice's.

    `claims` are those that may be made now; who calls leaves out what has run out.
    """
    bans = [one for one in lessons if one.bans]
    said = _said_of(bans, voice, brand)
    voice = with_banned(voice, bans)
    stopped = [(check, phrase) for check, phrases in voice.stop.items() for phrase in phrases]
    avoided = [(f.AVOIDED, phrase) for phrase in voice.avoid]
    patterns, foreign = _with_phrases((*stopped, *avoided))
    known = {offer.key: offer for offer in offers if offer.key in framework.offers}
    title = max(map(len, titles), default=USUAL_TITLE)
    return Standard(
        slots={slot.key: slot for slot in framework.slots},
        offers=known,
        facts=printable_facts(frozenset(brand.facts), framework.about),
        required={
            key: _always_named(framework, offer) for key, offer in known.items() if key != NO_OFFER
        },
        longest=_longest(brand, known.values(), title),
        own_names=proper_words(_own_words(framework, brand, voice, claims)),
        codes=frozenset(offer.code for offer in offers if len(offer.code) > 2),
        hosts=frozenset(_host_names(brand)),
        hyphened=frozenset(word.casefold() for word in voice.avoid if "-" in word),
        claims=Claims([claim.text for claim in claims], voice.who),
        patterns=patterns,
        foreign=foreign,
        bans=said,
        required_words=tuple(" ".join(_plain(words)) for words in voice.require),
        reading_level=voice.reading_level,
        before_an_order=framework.about in (CART, VIEWED),
    )


def _host_names(brand: Brand) -> Iterator[str]:
    for address in (brand.shop_url, *brand.link_hosts):
        host = address.partition("://")[2] or address
        labels = host.partition("/")[0].lower().split(".")
        for label in labels[:-1]:
            name = label.replace("-", "")
            if len(name) >= SHORTEST_HOST and name not in folded(brand.name):
                yield name


def _own_words(
    framework: Framework, brand: Brand, voice: Voice, claims: Sequence[Claim]
) -> Iterator[str]:
    """What the brand's people wrote of themselves."""
    yield from (brand.name, brand.from_name, brand.postal_address, voice.who)
    yield from (*voice.does, *voice.use)
    for tone in voice.tones:
        yield from (tone.describes, tone.example)
    yield from (claim.text for claim in claims)
    yield from (block.text for block in framework.blocks)


class _Shared(Struct, frozen=True):
    """The tables as they are for every voice, for English and for other languages."""

    english: Patterns
    foreign: Patterns


@cache
def _shared() -> _Shared:
    """Nearly all the time and memory of a standard; made once, when it is first needed."""
    lexicon = Lexicon(CLASSES)
    english = [p for table, lines in TABLES for p in lexicon.compiled(table, lines)]
    foreign = [p for table, lines in EVERYWHERE for p in lexicon.compiled(table, lines)]
    return _Shared(Patterns([*english, *foreign], lexicon), Patterns(foreign, lexicon))


@lru_cache(maxsize=VOICES_KEPT)
def _with_phrases(phrases: tuple[tuple[str, str], ...]) -> tuple[Tables, Tables]:
    """The shared tables and a brand's own phrases, each with its check, for English and for other
    languages."""
    shared = _shared()
    english, foreign = _phrases(phrases)
    known = shared.english.lexicon.words | english.lexicon.words
    return Tables(shared.english, english, known), Tables(shared.foreign, foreign, known)


def _phrases(phrases: Collection[tuple[str, str]]) -> tuple[Patterns, Patterns]:
    """Phrases that people wrote, with what is innocent in the tables of their checks. In other
    languages than English only words to avoid are looked for."""
    lexicon = Lexicon(CLASSES)
    checks = {check for check, _ in phrases}
    innocent = [
        p
        for table, lines in TABLES
        if table in checks
        for p in lexicon.compiled(table, innocent_lines(lines))
    ]
    said = [lexicon.phrase(check, _plain(one)) for check, one in phrases if has_words(one)]
    avoided = [one for one in said if one.table == f.AVOIDED]
    return Patterns([*innocent, *said], lexicon), Patterns(avoided, lexicon)


def _said_of(
    bans: Iterable[Teaching], voice: Voice, brand: Brand
) -> Mapping[tuple[str, str], tuple[Ban, str]]:
    """What is said of words that lessons ban. Nothing of those that the voice bans anyway: taking
    the lesson back would not help."""
    own = {(f.AVOIDED, phrase_line(_plain(phrase))) for phrase in voice.avoid}
    own |= {(c, phrase_line(_plain(one))) for c, phrases in voice.stop.items() for one in phrases}
    found: dict[tuple[str, str], tuple[Ban, str]] = {}
    for one in bans:
        place = _place(one)
        if place in own or place in found:
            continue
        ban = ban_of(one)
        found[place] = ban, f"{ban.says}, {local_day_in_words(one.at, brand.zone)}"
    return found


def _place(ban: Teaching) -> tuple[str, str]:
    """The check and the pattern's line of a banned phrase."""
    return _check_of(ban), phrase_line(_plain(ban.text))


def _check_of(ban: Teaching) -> str:
    return ban.check if ban.check in f.EXTENDABLE else f.AVOIDED


class OnlyBans(Struct, frozen=True):
    """The checks with nothing in their tables but what lessons ban, and what is innocent there."""

    standard: Standard
    looks: tuple[tuple[Teaching, QuickLook], ...]

    def found(self, slots: Mapping[str, str], language: str) -> tuple[Finding, ...]:
        """What the checks find of these lessons, or the first of it."""
        for one, look in self.looks:
            if place := look.stands_in(slots):
                slot, words = place
                return (Finding(f.AVOIDED, slot, words, "", ban_of(one)),)
        letters = letters_of(slots)
        if all(look.cannot_be_in(letters) for _, look in self.looks):
            return ()
        return self.standard.of_tables(slots, language)


def only_bans(standard: Standard, lessons: Sequence[Teaching]) -> OnlyBans:
    """Made in milliseconds, of the checks of any framework: words are banned for all of them."""
    lessons = [one for one in lessons if has_words(one.text)]
    english, foreign = _phrases([(_check_of(one), one.text) for one in lessons])
    # The shared words are known, so that words part and join as ever.
    known = standard.patterns.known | english.lexicon.words
    avoided = [one.text for one in lessons if _check_of(one) == f.AVOIDED]
    hyphened = standard.hyphened | {text.casefold() for text in avoided if "-" in text}
    only = replace(
        standard,
        patterns=Tables(NOTHING, english, known),
        foreign=Tables(NOTHING, foreign, known),
        bans={_place(one): (ban_of(one), "") for one in lessons},
        hyphened=hyphened,
    )
    return OnlyBans(only, tuple((one, _quick_look(one, hyphened)) for one in lessons))


def _quick_look(lesson: Teaching, hyphened: Collection[str]) -> QuickLook:
    words = _plain(lesson.text)
    as_it_is = _check_of(lesson) == f.AVOIDED and "-".join(words) not in hyphened
    return quick_look(lesson.text, words, banned_as_it_is=as_it_is)


def ban_of(lesson: Teaching) -> Ban:
    """What a finding says of the lesson that it comes of."""
    return Ban(lesson.number, lesson.text, lesson.who, lesson.at)


def has_words(phrase: str) -> bool:
    """Whether there is anything in a phrase that a check could look for."""
    return len("".join(_plain(phrase))) > 1


def _plain(phrase: str) -> list[str]:
    """The plain words of a phrase that people wrote; a `*` at a word's end stays."""
    found: list[str] = []
    for part in phrase.split():
        words = [word.text for word in read({"": part.rstrip("*")}).words]
        if words and part.endswith("*") and len(words[-1]) >= SHORTEST_STEM:
            words[-1] += "*"
        found += words
    return found


def _always_named(framework: Framework, offer: Offer) -> frozenset[str]:
    """What the approved blocks that tell an offer always print of it: of each slot, what every
    block that is bound to the offer and names it prints, and of these the most. A subject that
    says what it is worth, say, leaves the code to the offer's line.

    A fact that a block prints only where there is one, such as a minimum, counts where the offer
    has it.
    """
    named: dict[str, list[frozenset[str]]] = {}
    for block in framework.blocks:
        paths = frozenset(path for path in _printed(block.text) if path.startswith("offer."))
        if offer.key in block.offers and paths:
            named.setdefault(block.slot, []).append(paths)
    always = [frozenset.intersection(*said) for said in named.values()]
    most = max(always, key=len, default=frozenset())
    return frozenset(path for path in most if offer_has(offer, path))


def _printed(source: str) -> set[str]:
    """The facts that a text prints, always or on a condition."""
    return {*facts_needed(source), *facts_needed(TAG.sub("", source))}


def _longest(brand: Brand, offers: Iterable[Offer], title: int) -> Mapping[str, Mapping[str, int]]:
    """The most characters of each fact, by offer; under the empty key those of any offer, of which
    `{{ offer.value }}` says a figure if there is one that has a figure."""
    products = {
        **USUAL_LENGTHS,
        **dict.fromkeys(("first.title", "first.category"), title),
        "names": 2 * title + USUAL_FACT,
        "first.short_title": SHORT_TITLE,
        "short_names": SHORT_NAMES,
        "url": USUAL_ADDRESS,
        "first.price": 7,
        "first.total": 9,
        "first.variant": USUAL_FACT,
    }
    common = {
        **{f"{group}.{name}": n for group in PRODUCT_GROUPS for name, n in products.items()},
        **dict.fromkeys(("brand.shop_url", "unsubscribe_url"), USUAL_ADDRESS),
        "offer.ends": LONGEST_END,
        "first_name": 12,
        "brand.name": len(brand.name),
        "brand.sender": len(brand.from_name),
        "brand.address": len(brand.postal_address),
        "brand.reply_to": len(brand.reply_to),
        **{f"brand.facts.{name}": len(fact) for name, fact in brand.facts.items()},
    }
    found: dict[str, Mapping[str, int]] = {"": common}
    known = tuple(offers)
    figures = any(offer.kind in IN_FIGURES for offer in known)
    for offer in known:
        own = {
            "offer.label": len(offer.label),
            "offer.value": LONGEST_FIGURE if offer.kind in IN_FIGURES else len(offer.label),
            "offer.code": len(offer.code),
            "offer.minimum": 9 if offer.min_total else 0,
        }
        found[offer.key] = {**common, **own}
        if figures:
            own["offer.value"] = LONGEST_FIGURE
        found[""] = {**found[""], **{k: max(n, found[""].get(k, 0)) for k, n in own.items()}}
    return found


@cache
def printable_facts(brand_facts: frozenset[str], about: str = CART) -> frozenset[str]:
    """The paths of all facts that words about this may print, such as `cart.first.title`."""
    elsewhere = out_of_place(about)
    every = _paths(MessageFacts, "", brand_facts)
    return frozenset(
        path
        for path in every
        if path.partition(".")[0] not in elsewhere | FOR_LAYOUTS and not path.endswith(FOR_MACHINES)
    )


def _paths(kind: object, path: str, brand_facts: frozenset[str]) -> Iterator[str]:
    if isinstance(kind, type) and issubclass(kind, Struct):
        for name, inner in get_type_hints(kind).items():
            yield from _paths(inner, f"{path}.{name}" if path else name, brand_facts)
    elif get_origin(kind) is dict and get_args(kind):
        yield from (f"{path}.{name}" for name in brand_facts)
    elif get_origin(kind) is not tuple:
        yield path
