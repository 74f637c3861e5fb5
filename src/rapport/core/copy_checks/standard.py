"""What a rewrite is held to: every check, compiled once for a framework.

A rewrite is a message's slots as a writer returns them: words with placeholders, no values. The
checks say what stands against it; `standard` makes them ready, `Standard.findings` runs them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import get_args, get_origin, get_type_hints

from msgspec import Struct

from rapport.core.blueprint import Brand, Claim, Offer, Voice
from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks import form
from rapport.core.copy_checks.characters import check_characters
from rapport.core.copy_checks.claims import Claims
from rapport.core.copy_checks.findings import finding
from rapport.core.copy_checks.language import too_hard, wrong_language
from rapport.core.copy_checks.links import addresses
from rapport.core.copy_checks.names import names, proper_words
from rapport.core.copy_checks.patterns import Hit, Lexicon, Pattern, Patterns
from rapport.core.copy_checks.reading import PLACEHOLDER, Reading, read, rejoined
from rapport.core.copy_checks.reading import sentences as sentences_of
from rapport.core.copy_checks.tables.all_tables import CLASSES, EVERYWHERE, TABLES
from rapport.core.creative import NO_OFFER, Framework, Slot
from rapport.core.facts import MessageFacts
from rapport.core.message import Finding
from rapport.core.wording import facts_needed

MOST_CHARACTERS = 20_000
LONGEST_END = len("Wednesday 30 September at 18:00")
USUAL_LENGTHS = {"cart.total": 9, "cart.count": 2, "cart.more": 2, "offer.ends": LONGEST_END}
USUAL_TITLE = 40
USUAL_ADDRESS = 80
USUAL_FACT = 20

_ALLOWED_WITH = {
    "offer:discount": frozenset({"percent", "amount"}),
    "offer:delivery": frozenset({"free_shipping"}),
    "offer:gift": frozenset({"gift"}),
    "offer:any": frozenset({"percent", "amount", "free_shipping", "gift"}),
}


class Rewrite(Struct, frozen=True):
    """What a writer returned. `offer` is what was decided; None where that is not known.

    `earlier` are the slots of messages that the same person got before.
    """

    slots: Mapping[str, str]
    tone: str = ""
    language: str = "en"
    offer: str | None = NO_OFFER
    earlier: tuple[Mapping[str, str], ...] = ()


class Case(Struct, frozen=True):
    """A rewrite under examination."""

    standard: Standard
    rewrite: Rewrite
    reading: Reading
    offer: Offer | None


Check = Callable[[Case], Iterable[Finding]]


class Standard(Struct, frozen=True):
    """The checks, ready for one framework. Made by `standard`; safe to share."""

    slots: Mapping[str, Slot]
    offers: Mapping[str, Offer]
    facts: frozenset[str]
    required: Mapping[str, frozenset[str]]
    longest: Mapping[str, Mapping[str, int]]
    own_names: frozenset[str]
    codes: frozenset[str]
    claims: Claims
    patterns: Patterns
    foreign: Patterns
    required_words: tuple[str, ...]
    reading_level: int

    def findings(self, rewrite: Rewrite) -> tuple[Finding, ...]:
        """Everything that stands against the words of `rewrite`; empty where nothing does."""
        if sum(map(len, rewrite.slots.values())) > MOST_CHARACTERS:
            advice = f"at most {MOST_CHARACTERS} in all"
            return (Finding(f.LENGTH, "message", "far too long", advice),)
        case = Case(
            standard=self,
            rewrite=rewrite,
            reading=read(rewrite.slots),
            offer=None if rewrite.offer is None else self.offers.get(rewrite.offer),
        )
        return tuple(dict.fromkeys(found for check in CHECKS for found in check(case)))


# --- The checks -------------------------------------------------------------------------------


def known_offer(case: Case) -> Iterator[Finding]:
    key = case.rewrite.offer
    if key is not None and case.offer is None:
        yield Finding(f.OFFER, "offer", key, f"the offers are {', '.join(case.standard.offers)}")


def slots_known(case: Case) -> Iterator[Finding]:
    return form.slots_known(case.rewrite.slots, case.standard.slots)


def placeholders(case: Case) -> Iterator[Finding]:
    return form.placeholders(case.rewrite.slots, case.standard.facts, case.offer)


def offer_named(case: Case) -> Iterator[Finding]:
    key = case.rewrite.offer
    needed = case.standard.required
    wanted = needed.get(key, frozenset()) if key else frozenset().union(*needed.values())
    return form.offer_named(case.rewrite.slots, case.offer, wanted)


def lengths(case: Case) -> Iterator[Finding]:
    longest = case.standard.longest
    known = longest.get(case.rewrite.offer or "") or longest[""]
    return form.lengths(case.rewrite.slots, case.standard.slots, known)


def characters(case: Case) -> Iterator[Finding]:
    for slot, text in case.rewrite.slots.items():
        yield from check_characters(slot, text, case.rewrite.language)


def links(case: Case) -> Iterator[Finding]:
    for slot, text in case.reading.texts.items():
        yield from addresses(slot, text)


def literal_values(case: Case) -> Iterator[Finding]:
    """Values that only a placeholder may put there, such as an offer's code."""
    for slot, text in case.rewrite.slots.items():
        for code in case.standard.codes:
            if code in text:
                yield finding(f.OFFER, slot, code, "write {{ offer.code }}, never the code itself")


def words(case: Case) -> Iterator[Finding]:
    """What the tables find, in the words as they stand and as they were put together again."""
    seen: set[tuple[str, str]] = set()
    for reading in _readings(case):
        for hit in _hits(case, reading):
            check = hit.table.partition(":")[0]
            slot = reading.words[hit.first].slot
            if (check, slot) in seen:
                continue
            seen.add((check, slot))
            shown = reading.shown(hit.first, hit.last)
            if check == f.AVOIDED:
                yield Finding(check, slot, shown, "voice.yaml asks to avoid it")
            else:
                yield finding(check, slot, shown)


def _readings(case: Case) -> Iterator[Reading]:
    yield case.reading
    joined = rejoined(case.reading, case.standard.patterns.lexicon.words)
    if joined is not None:
        yield joined


def _hits(case: Case, reading: Reading) -> Iterator[Hit]:
    standard, offer = case.standard, case.offer
    patterns = standard.patterns if case.rewrite.language == "en" else standard.foreign
    texts = [word.text for word in reading.words]
    sentences = [word.sentence for word in reading.words]
    named = {name for slot in case.rewrite.slots.values() for name in PLACEHOLDER.findall(slot)}
    lasts = (offer is None or offer.lasts > 0) and "offer.ends" in named
    for hit in patterns.hits(texts, sentences):
        if _allowed(hit.table, case, named) or (hit.table == f.URGENCY and lasts):
            continue
        if hit.table == f.CLAIM and standard.claims.cover(reading, hit):
            continue
        yield hit


def _allowed(table: str, case: Case, named: set[str]) -> bool:
    kinds = _ALLOWED_WITH.get(table)
    if kinds is None:
        return False
    if case.offer is None:
        return any(name.startswith("offer.") for name in named)
    return case.offer.kind in kinds


def required_words(case: Case) -> Iterator[Finding]:
    said = " ".join(word.text for word in case.reading.words)
    for wanted in case.standard.required_words:
        if f" {wanted} " not in f" {said} ":
            yield Finding(f.REQUIRED, "message", f"no '{wanted}'", "voice.yaml asks for it")


def people(case: Case) -> Iterator[Finding]:
    return names(case.reading.texts, case.standard.own_names)


def language(case: Case) -> Iterator[Finding]:
    return wrong_language(case.reading, case.rewrite.language)


def reading_level(case: Case) -> Iterator[Finding]:
    if case.rewrite.language != "en":
        return
    body = PLACEHOLDER.sub("teapot", case.reading.texts.get("body", ""))
    level = too_hard(list(sentences_of(body)), case.standard.reading_level)
    if level is not None:
        advice = (
            f"grade {case.standard.reading_level} is asked for: shorter sentences, plainer words"
        )
        yield Finding(f.READING_LEVEL, "body", f"grade {level:.0f}", advice)


def repetition(case: Case) -> Iterator[Finding]:
    yield from form.repetition(case.reading)
    if case.rewrite.earlier:
        yield from form.said_before(case.reading, [read(slots) for slots in case.rewrite.earlier])


CHECKS: tuple[Check, ...] = (
    known_offer,
    slots_known,
    placeholders,
    offer_named,
    lengths,
    characters,
    links,
    literal_values,
    words,
    required_words,
    people,
    language,
    reading_level,
    repetition,
)


# --- Compiling --------------------------------------------------------------------------------


def standard(
    framework: Framework,
    brand: Brand,
    voice: Voice,
    claims: Sequence[Claim],
    offers: Sequence[Offer],
    titles: Iterable[str] = (),
) -> Standard:
    """The checks for rewrites of a framework. `titles` are those of the products, for lengths.

    `claims` are those that may be made now; who calls leaves out what has run out.
    """
    lexicon = Lexicon(CLASSES)
    patterns = [p for table, lines in TABLES for p in lexicon.compiled(table, lines)]
    patterns += _of_the_brand(lexicon, voice)
    foreign = [p for table, lines in EVERYWHERE for p in lexicon.compiled(table, lines)]
    foreign += _avoided(lexicon, voice)
    known = {offer.key: offer for offer in offers if offer.key in framework.offers}
    title = max(map(len, titles), default=USUAL_TITLE)
    return Standard(
        slots={slot.key: slot for slot in framework.slots},
        offers=known,
        facts=printable_facts(frozenset(brand.facts)),
        required={key: _always_named(framework, key) for key in known if key != NO_OFFER},
        longest=_longest(brand, known.values(), title),
        own_names=proper_words(_own_words(framework, brand, voice, claims)),
        codes=frozenset(offer.code for offer in offers if len(offer.code) > 2),
        claims=Claims([claim.text for claim in claims]),
        patterns=Patterns([*patterns, *foreign], lexicon),
        foreign=Patterns(foreign, lexicon),
        required_words=tuple(" ".join(_plain(words)) for words in voice.require),
        reading_level=voice.reading_level,
    )


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


def _of_the_brand(lexicon: Lexicon, voice: Voice) -> Iterator[Pattern]:
    for check, phrases in voice.stop.items():
        for phrase in phrases:
            yield lexicon.phrase(check, _plain(phrase))


def _avoided(lexicon: Lexicon, voice: Voice) -> Iterator[Pattern]:
    for phrase in voice.avoid:
        if words := _plain(phrase):
            yield lexicon.phrase(f.AVOIDED, words)


def _plain(phrase: str) -> list[str]:
    """The plain words of a phrase that people wrote; a `*` at a word's end stays."""
    found: list[str] = []
    for part in phrase.split():
        words = [word.text for word in read({"": part.rstrip("*")}).words]
        if words and part.endswith("*"):
            words[-1] += "*"
        found += words
    return found


def _always_named(framework: Framework, offer: str) -> frozenset[str]:
    """What every approved block that is bound to an offer and names it prints of it."""
    named = [
        frozenset(path for path in facts_needed(block.text) if path.startswith("offer."))
        for block in framework.blocks
        if offer in block.offers
    ]
    said = [paths for paths in named if paths]
    return frozenset.intersection(*said) if said else frozenset()


def _longest(brand: Brand, offers: Iterable[Offer], title: int) -> Mapping[str, Mapping[str, int]]:
    """The most characters of each fact, by offer; under the empty key those of any offer."""
    common = {
        **USUAL_LENGTHS,
        **dict.fromkeys(("cart.first.title", "cart.first.category"), title),
        **dict.fromkeys(("cart.url", "brand.shop_url", "unsubscribe_url"), USUAL_ADDRESS),
        "cart.first.price": 7,
        "cart.first.total": 9,
        "cart.first.variant": USUAL_FACT,
        "first_name": 12,
        "brand.name": len(brand.name),
        "brand.sender": len(brand.from_name),
        "brand.address": len(brand.postal_address),
        "brand.reply_to": len(brand.reply_to),
        **{f"brand.facts.{name}": len(fact) for name, fact in brand.facts.items()},
    }
    found: dict[str, Mapping[str, int]] = {"": common}
    for offer in offers:
        value = 8 if offer.kind in ("percent", "amount") else len(offer.label)
        own = {
            "offer.label": len(offer.label),
            "offer.value": value,
            "offer.code": len(offer.code),
            "offer.minimum": 9 if offer.min_total else 0,
        }
        found[offer.key] = {**common, **own}
        found[""] = {**found[""], **{k: max(n, found[""].get(k, 0)) for k, n in own.items()}}
    return found


@cache
def printable_facts(brand_facts: frozenset[str]) -> frozenset[str]:
    """The paths of all facts that words may print, such as `cart.first.title`."""
    return frozenset(_paths(MessageFacts, "", brand_facts))


def _paths(kind: object, path: str, brand_facts: frozenset[str]) -> Iterator[str]:
    if isinstance(kind, type) and issubclass(kind, Struct):
        for name, inner in get_type_hints(kind).items():
            yield from _paths(inner, f"{path}.{name}" if path else name, brand_facts)
    elif get_origin(kind) is dict and get_args(kind):
        yield from (f"{path}.{name}" for name in brand_facts)
    elif get_origin(kind) is not tuple:
        yield path
