"""What a rewrite is held to: every check, compiled once for a framework.

A rewrite is a message's slots as a writer returns them: words with placeholders, no values. The
checks say what stands against it: `compiling` makes them ready, `Standard.findings` runs them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks import form
from rapport.core.copy_checks.bystanders import of_a_bystander
from rapport.core.copy_checks.characters import check_characters
from rapport.core.copy_checks.claims import Claims
from rapport.core.copy_checks.clauses import WITHIN_CLAUSES, over_clauses
from rapport.core.copy_checks.findings import finding
from rapport.core.copy_checks.labels import all_capitals, labelled
from rapport.core.copy_checks.language import too_hard, wrong_language
from rapport.core.copy_checks.letters import word_set
from rapport.core.copy_checks.likeness import Likeness, is_let_go
from rapport.core.copy_checks.links import addresses
from rapport.core.copy_checks.matching import Hit, Tables
from rapport.core.copy_checks.names import names
from rapport.core.copy_checks.reading import PLACEHOLDER, Reading, read, rejoined
from rapport.core.copy_checks.reading import sentences as sentences_of
from rapport.core.copy_checks.remarks import remarks
from rapport.core.copy_checks.sense import makes_no_sense
from rapport.core.creative.framework import NO_OFFER, Slot
from rapport.core.creative.message import Ban, Finding
from rapport.core.offer import IN_FIGURES, Offer

MOST_CHARACTERS = 20_000

_NO_CODE = "write {{ offer.code }}, never a code itself"
_LIKE_A_CODE = re.compile(r"[A-Z][A-Z\d_-]{3}")
_CODE = re.compile(
    r"\b(?i:use|enter|quote|code|type|with|apply|mention|say|whisper|add|"
    r"tell|give|murmur|breathe|mutter|try|key|present|show|word is|password|put|drop|write|pop|"
    r"slip|scribble|insert|paste|utter|speak|shout|remember|words?|till|checkout)\b[^.!?]{0,24}?\b"
    r"([A-Z][A-Z\d_-]{3,})\b"
)
_BACKWARDS = frozenset(
    word[::-1]
    for word in word_set(
        "free half discount offer delivery postage shipping price prices sale gift code percent "
        "pounds coupon voucher cashback refund bargain guaranteed hurry midnight tomorrow "
        "http https"
    )
)
_SPELT_OUT = re.compile(r"(?<![^\W_])[^\W\d_](?:[ .\-–—_·•*/]{1,3}[^\W\d_]){3,}(?![^\W_])")
"""Four or more single letters in a row."""
_LETTER_BY_LETTER = re.compile(r"[ .\-–—_·•*/][^\W\d_][ .\-–—_·•*/]{1,3}[^\W\d_][ .\-–—_·•*/]")
"""Two of them between signs: begins with the sign, which makes it quick to look for."""
_DECIDED = "offer:decided"
"""The table of what changes an offer: the only one that applies where there is one."""
_MINIMUM = "offer:minimum"
"""The table of words that drop an offer's minimum: what they say is true where it has none."""
_ALLOWED_WITH = {
    "offer:discount": IN_FIGURES,
    "offer:delivery": frozenset({"free_shipping"}),
    "offer:gift": frozenset({"gift"}),
    "offer:ride": frozenset({"free_shipping", "gift"}),
    "offer:nothing": frozenset({"free_shipping", "gift"}),
    "offer:any": IN_FIGURES | {"free_shipping", "gift"},
    _DECIDED: frozenset({"none"}),
}


ORDERED = f"{f.CLAIM}:ordered"
"""The table of words for an order that was placed: in a message about a basket there is none."""
_NO_LESSON = (None, "")
DOUBTS = WITHIN_CLAUSES | {f.TRAIT}
"""Checks by tables whose word alone is a doubt, which may be let go where all reads well. What
figures, offers and what somebody wrote down as banned are about is sure."""


class Rewrite(Struct, frozen=True):
    """What a writer returned. `offer` is what was decided; None where that is not known.

    `earlier` are the slots of messages that the same person got before.
    """

    slots: Mapping[str, str]
    tone: str = ""
    language: str = "en"
    offer: str | None = NO_OFFER
    earlier: tuple[Mapping[str, str], ...] = ()

    @property
    def offered(self) -> bool:
        """Whether there is an offer: one that was decided or, where that is not known, one that
        the words name."""
        return names_an_offer(self.slots) if self.offer is None else self.offer != NO_OFFER


def names_an_offer(slots: Mapping[str, str]) -> bool:
    """Whether words name a fact of an offer."""
    named = (name for text in slots.values() for name in PLACEHOLDER.findall(text))
    return any(name.startswith("offer.") for name in named)


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
    hosts: frozenset[str]
    """Names of the brand's own hosts, without their endings."""
    hyphened: frozenset[str]
    """Words to avoid that are written with a hyphen; without it they are others."""
    claims: Claims
    patterns: Tables
    foreign: Tables
    required_words: tuple[str, ...]
    reading_level: int
    bans: Mapping[tuple[str, str], tuple[Ban, str]] = {}
    """The lessons that ban words, and what is said of each, by check and the pattern's line."""
    before_an_order: bool = False
    """Whether the message is about what somebody may order, so that nothing was ordered yet."""
    likeness: Likeness | None = None
    """By which a lone doubt is let go where the whole reads well; without it none is."""

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
        found = tuple(dict.fromkeys(found for check in CHECKS for found in check(case)))
        return () if _is_lone_doubt(case, found) else found

    def of_tables(self, slots: Mapping[str, str], language: str) -> tuple[Finding, ...]:
        """What the tables of words alone find."""
        rewrite = Rewrite(slots, language=language, offer=None)
        return tuple(words(Case(self, rewrite, read(slots), None)))


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
        yield from addresses(slot, text, case.standard.hosts)


def labels(case: Case) -> Iterator[Finding]:
    for slot, text in case.reading.texts.items():
        yield from labelled(slot, text)


def literal_values(case: Case) -> Iterator[Finding]:
    """Values that only a placeholder may put there: codes, the offers' or one that looks so."""
    for slot, text in case.rewrite.slots.items():
        if _LIKE_A_CODE.search(text) and not all_capitals(text) and (typed := _CODE.search(text)):
            yield finding(
                f.OFFER, slot, typed[1], "write {{ offer.code }}, never a code of its own"
            )
        small = text.casefold()
        for code in case.standard.codes:
            typed_so = code in text and not all_capitals(text)
            if typed_so or (code.casefold() in small and _entered(code).search(text)):
                yield finding(f.OFFER, slot, code, _NO_CODE)


@lru_cache(maxsize=1_024)
def _entered(code: str) -> re.Pattern[str]:
    """A code after a word that asks for it, in small letters too: many are words as well."""
    asked = r"\b(?:use|using|enter|entering|quote|code|type|typing|apply|say|whisper)\W+(?:the\W+)?"
    return re.compile(rf"{asked}(?:code\W+)?{re.escape(code)}\b", re.IGNORECASE)


def words(case: Case) -> Iterator[Finding]:
    """What the tables find, in the words as they stand and as they were put together again."""
    seen: set[tuple[str, str, int]] = set()
    standard = case.standard
    for reading in _readings(case):
        for hit in _hits(case, reading):
            check = hit.table.partition(":")[0]
            slot = reading.words[hit.first].slot
            ban, said = standard.bans.get((check, hit.source), _NO_LESSON)
            place = (check, slot, ban.lesson if ban else 0)
            if place in seen:
                continue
            seen.add(place)
            shown = reading.shown(hit.first, hit.last)
            if check == f.AVOIDED and " " in shown and _as_one(shown) in standard.hyphened:
                continue
            if ban is not None:
                yield Finding(check, slot, shown, said, ban)
            elif check == f.AVOIDED:
                yield Finding(check, slot, shown, "voice.yaml bans it")
            else:
                yield finding(check, slot, shown)


def _is_lone_doubt(case: Case, found: Sequence[Finding]) -> bool:
    """Whether what was found is one doubt, by the tables that all brands share and about words as
    they stand, and the message reads well enough to let it go."""
    standard, reading = case.standard, case.reading
    checks = {one.rule for one in found}
    if standard.likeness is None or case.rewrite.language != "en":
        return False
    if len(checks) != 1 or not checks <= DOUBTS or any(one.ban for one in found):
        return False
    if standard.patterns.own.hits(reading.plain, [word.sentence for word in reading.words]):
        return False
    as_it_stands, *put_together = (list(_hits(case, one)) for one in _readings(case))
    if any(put_together):
        return False
    words = [reading.words[hit.first] for hit in as_it_stands]
    if len(found) != len({word.slot for word in words}):  # by signs, such as ⏳
        return False
    if not is_let_go(standard.likeness, reading, as_it_stands, offered=case.rewrite.offered):
        return False
    # What the last guardrail would hold back is not let go here.
    slots = case.rewrite.slots.values()
    return not any(remarks(words, may_urge=False, by_model=True) for words in slots)


def _as_one(shown: str) -> str:
    return shown.casefold().replace(" ", "-")


def _readings(case: Case) -> Iterator[Reading]:
    yield case.reading
    joined = rejoined(case.reading, case.standard.patterns.known)
    if joined is not None:
        yield joined


def _hits(case: Case, reading: Reading) -> Iterator[Hit]:
    standard = case.standard
    patterns = standard.patterns if case.rewrite.language == "en" else standard.foreign
    sentences = [word.sentence for word in reading.words]
    named = names_an_offer(case.rewrite.slots)
    for hit in patterns.hits(reading.plain, sentences):
        if _allowed(hit.table, case, names_one=named):
            continue
        if hit.table == ORDERED and not standard.before_an_order:
            continue
        if over_clauses(reading, hit) or of_a_bystander(reading, hit):
            continue
        if hit.table == f.CLAIM and standard.claims.cover(reading, hit):
            continue
        yield hit


def _allowed(table: str, case: Case, *, names_one: bool) -> bool:
    if table == _MINIMUM:
        return case.offer is None or case.offer.min_total <= 0
    kinds = _ALLOWED_WITH.get(table)
    if kinds is None:
        return False
    if case.offer is None:
        return names_one is not (table == _DECIDED)
    return case.offer.kind in kinds


def backwards(case: Case) -> Iterator[Finding]:
    """Words of an offer or an address that are written from their end, or letter by letter."""
    if not _BACKWARDS.isdisjoint(case.reading.plain):
        for word in case.reading.words:
            if word.text in _BACKWARDS:
                yield finding(f.DISGUISE, word.slot, word.text)
    for slot, text in case.reading.texts.items():
        if _LETTER_BY_LETTER.search(text) and (spelt := _SPELT_OUT.search(text)):
            yield finding(f.DISGUISE, slot, spelt[0])


def required_words(case: Case) -> Iterator[Finding]:
    said = " ".join(case.reading.plain) if case.standard.required_words else ""
    for wanted in case.standard.required_words:
        if f" {wanted} " not in f" {said} ":
            yield Finding(f.REQUIRED, "message", f"no '{wanted}'", "voice.yaml asks for it")


def people(case: Case) -> Iterator[Finding]:
    return names(case.reading.texts, case.standard.own_names, case.rewrite.language)


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


def sense(case: Case) -> Iterator[Finding]:
    if case.rewrite.language == "en":
        yield from makes_no_sense(case.reading)


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
    labels,
    literal_values,
    words,
    backwards,
    required_words,
    people,
    language,
    reading_level,
    sense,
    repetition,
)
