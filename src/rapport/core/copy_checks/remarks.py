"""Rules for the words between facts: what approved copy may not say by itself.

A figure, a price, a percentage, a date, a link or an address comes from a fact only, so that it is
true for the person who reads it. The rules look at the words as they were written, with every
placeholder taken out, and so hold for every message that is made of them. They are a short list.
Of hurry and of stock they stop nothing that the wider checks on generated words (`copy_checks`) let
pass: those know 'no hurry at all' for what it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.clauses import over_clauses
from rapport.core.copy_checks.matching import Patterns
from rapport.core.copy_checks.patterns import Lexicon
from rapport.core.copy_checks.reading import Reading, read, rejoined
from rapport.core.copy_checks.remarks_abroad import found_abroad
from rapport.core.copy_checks.tables.all_tables import CLASSES, TABLES
from rapport.core.creative.wording import PLACEHOLDER, TAG, invisible_in, words_of

_NUMBERS = (
    "two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|"
    "sixty|seventy|eighty|ninety|hundred"
)
_WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_MONTHS = (
    r"january|february|march|april|may(?!\s+(?:not|be|have|well|still|also|never)\b)|june|july|"
    "august|september|october|november|december"
)
"""'What suited you before may not suit you now' names no month."""

_FIGURE = re.compile(r"\d(?:[\d.,]*\d)?")
_SPELT_FIGURE = re.compile(
    rf"\b(?:{_NUMBERS}|a|few)[\s-]+(?:pounds?|pence|euros?|dollars?|per\s?cent|hours? left|"
    rf"days? left)\b|\b(?:{_NUMBERS})[\s-]+(?:days?|hours?|weeks?|months?)\b|\bhalf[\s-]price\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"[%‰٪％]|\bper\s?cent\b", re.IGNORECASE)
_DATE = re.compile(
    rf"\b(?:on|by|until|till|before|this|next|from)\s+(?:{_WEEKDAYS})\b"
    rf"|\b(?:by|until|till|before|from)\s+(?:{_MONTHS})\b",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\w+://|\bwww\.|\b(?:javascript|data|mailto|tel):"
    r"|\b[\w-]+\.(?:com|net|org|shop|store|io|co|uk|de|fr|eu|us|example)\b",
    re.IGNORECASE,
)
_E_MAIL = re.compile(r"\S@\S")
_URGENCY = re.compile(
    r"\bhurry\b|\blast chance\b|\bends? (?:soon|today|tonight|tomorrow)\b|\bact (?:now|fast)\b"
    r"|\bdon['’]t miss\b|\blimited time\b|\bfinal (?:hours?|days?|call|chance)\b"
    r"|\bexpir(?:es?|ing)\b|\btoday only\b|\bnow or never\b|\btime is running\b"
    r"|\bbefore it['’]s too late\b|\btonight only\b|\bwon['’]t last\b|\bbefore it ends\b"
    r"|\bdeadline\b",
    re.IGNORECASE,
)
_SCARCITY = re.compile(
    r"\bselling fast\b|\balmost gone\b|\bnearly gone\b|\bonly a few\b|\bwhile stocks? lasts?\b"
    r"|\brunning (?:out|low)\b|\blast (?:ones?|few|pieces?)\b|\bsell(?:s|ing)? out\b"
    r"|\bbefore (?:it['’]s|they['’]re) gone\b|\blow stock\b|\bin high demand\b",
    re.IGNORECASE,
)


PRESSURE = frozenset({f.URGENCY, f.SCARCITY, f.FEAR, f.GUILT, f.SHAME, f.WATCHING, f.DATE})
"""The wider checks whose findings in a sentence make an innocent phrase of it none."""


class Remark(Struct, frozen=True, gc=False):
    """What is wrong with some words: the rule's name, the words, and what to do about it."""

    rule: str
    found: str
    advice: str


@lru_cache(maxsize=8_192)
def remarks(
    source: str, *, may_urge: bool, by_model: bool = False, language: str = ""
) -> tuple[Remark, ...]:
    """What is wrong with a block's words; `may_urge` where it is only used with an offer that ends.
    They are held to the English list and, with `language`, to that one's, where there is one.

    `source` is Liquid, as it was written. Of words `by_model` the wider checks have passed every
    one, so that a word of hurry or stock that those think nothing of is none; a person's is, unless
    it stands in one of their innocent phrases.
    """
    words = words_of(source)
    found = [Remark(rule, hit, advice) for rule, find, advice in _RULES if (hit := find(words))]
    told = PRESSURE - {f.URGENCY} if may_urge else PRESSURE
    for rule, pattern, advice in _PRESSURE:
        if rule == f.URGENCY and may_urge:
            continue
        if hit := _pressing(source, pattern, told, by_model=by_model):
            found.append(Remark(rule, hit, advice))
    told_already = {one.rule for one in found}
    for rule, hit in found_abroad(words, language).items():
        pressure = rule in (f.URGENCY, f.SCARCITY)
        if rule in told_already or (rule == f.URGENCY and may_urge) or (pressure and by_model):
            continue
        found.append(Remark(rule, hit, _ADVICE[rule]))
    return tuple(found)


def _pressing(
    source: str, pattern: re.Pattern[str], told: frozenset[str], *, by_model: bool
) -> str:
    """The first words that a pattern finds and that the wider checks don't know as kind ones."""
    first = pattern.search(words_of(source))
    if first is None:
        return ""
    reading = read({"": TAG.sub(" ", source)})
    text = PLACEHOLDER.sub(lambda named: " " * len(named[0]), reading.texts[""])
    kind, pressing = _kind_words(reading), _pressing_sentences(reading, told)
    matches = list(pattern.finditer(text))
    for match in matches:
        within = {
            place
            for place, word in enumerate(reading.words)
            if word.start < match.end() and match.start() < word.end
        }
        pressed = any(reading.words[place].sentence in pressing for place in within)
        if pressed or not (by_model or within & kind):
            return match[0]
    return "" if matches else first[0]


def _kind_words(reading: Reading) -> set[int]:
    """The places of words within innocent phrases of hurry and of stock."""
    hits = _tables().kind.hits(*_as_patterns_see(reading))
    return {place for hit in hits for place in range(hit.first, hit.last)}


def _pressing_sentences(reading: Reading, told: frozenset[str]) -> set[int]:
    """The numbers of the sentences in which the checks' tables find pressure."""
    tables = _tables().pressing
    found = set()
    for one in (reading, rejoined(reading, tables.lexicon.words)):
        if one is not None:
            hits = tables.hits(*_as_patterns_see(one))
            found |= {
                one.words[hit.first].sentence
                for hit in hits
                if hit.table in told and not over_clauses(one, hit)
            }
    return found


def _as_patterns_see(reading: Reading) -> tuple[list[str], list[int]]:
    return [word.text for word in reading.words], [word.sentence for word in reading.words]


class _Tables(Struct, frozen=True):
    """The checks' tables: what presses, and the innocent phrases of hurry and stock alone."""

    pressing: Patterns
    kind: Patterns


@cache
def _tables() -> _Tables:
    """Without a brand's own phrases; made when they are first needed."""
    lexicon = Lexicon(CLASSES)
    wanted = [(table, lines) for table, lines in TABLES if table in PRESSURE]
    every = [p for table, lines in wanted for p in lexicon.compiled(table, lines)]
    innocent = [one for one in every if one.innocent and one.table in (f.SCARCITY, f.URGENCY)]
    kind = [replace(one, innocent=False) for one in innocent]
    return _Tables(Patterns(every, lexicon), Patterns(kind, lexicon))


def _figure(words: str) -> str:
    if figure := _FIGURE.search(words):
        return figure[0]
    for character in words:
        if character.isnumeric() and not character.isalpha():
            return character
    spelt = _SPELT_FIGURE.search(words)
    return spelt[0] if spelt else ""


def _currency(words: str) -> str:
    return next((c for c in words if unicodedata.category(c) == "Sc"), "")


def _matching(pattern: re.Pattern[str]) -> Callable[[str], str]:
    def find(words: str) -> str:
        hit = pattern.search(words)
        return hit[0] if hit else ""

    return find


_RULES: tuple[tuple[str, Callable[[str], str], str], ...] = (
    ("figure", _figure, "a figure comes from a fact, such as {{ offer.value }} or brand.facts"),
    ("currency", _currency, "a price comes from a fact, such as {{ cart.total }}"),
    ("percentage", _matching(_PERCENT), "a percentage comes from a fact, {{ offer.value }}"),
    ("date", _matching(_DATE), "a date comes from a fact, {{ offer.ends }}"),
    ("link", _matching(_LINK), "a link comes from a fact, such as {{ cart.url }}"),
    ("e-mail address", _matching(_E_MAIL), "an address comes from a fact, {{ brand.reply_to }}"),
    ("invisible character", invisible_in, "take the character out and type the words again"),
)

_PRESSURE: tuple[tuple[str, re.Pattern[str], str], ...] = (
    (f.SCARCITY, _SCARCITY, "no fact says how many are left: leave it out"),
    (f.URGENCY, _URGENCY, "urge only with an offer that ends, and name {{ offer.ends }}"),
)

_ADVICE = {rule: advice for rule, _, advice in (*_RULES, *_PRESSURE)}
