"""Rules for the words between facts: what approved copy may not say by itself.

A figure, a price, a percentage, a date, a link or an address comes from a fact only, so that it is
true for the person who reads it. The rules look at the words as they were written, with every
placeholder taken out, and so hold for every message that is made of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct

PLACEHOLDER = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_PATH = re.compile(r"[a-z_]+(?:\.[\w]+)*")
_CONDITION = re.compile(r"\{%-?\s*(?:if|elsif|unless)\b(.*?)%\}", re.DOTALL)
_PRINTED = re.compile(r"\{\{-?\s*([\w.]+)[^}]*\}\}")

_NUMBERS = (
    "two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|"
    "sixty|seventy|eighty|ninety|hundred"
)
_WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"

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


class Remark(Struct, frozen=True, gc=False):
    """What is wrong with some words: the rule's name, the words, and what to do about it."""

    rule: str
    found: str
    advice: str


def words_of(source: str) -> str:
    """The words of a block with every placeholder and tag taken out."""
    return PLACEHOLDER.sub(" ", source)


@lru_cache(maxsize=8_192)
def remarks(source: str, *, may_urge: bool) -> tuple[Remark, ...]:
    """What is wrong with a block's words; `may_urge` where it is only used with an offer that ends.

    `source` is Liquid, as a person wrote it.
    """
    words = words_of(source)
    found = [Remark(rule, hit, advice) for rule, find, advice in _RULES if (hit := find(words))]
    if not may_urge and (urgency := _URGENCY.search(words)):
        found.append(
            Remark(
                "urgency",
                urgency[0],
                "urge only with an offer that ends, and name {{ offer.ends }}",
            )
        )
    return tuple(found)


@lru_cache(maxsize=4096)
def facts_needed(source: str) -> tuple[str, ...]:
    """The facts that a block prints without asking first whether they are there."""
    asked = {path for condition in _CONDITION.findall(source) for path in _PATH.findall(condition)}
    return tuple(dict.fromkeys(p for p in _PRINTED.findall(source) if p not in asked))


def invisible_in(text: str) -> str:
    """The first character that cannot be seen or changes the direction of writing, as U+200B."""
    if text.replace("\n", "").isprintable():
        return ""
    hit = _INVISIBLE.search(text)
    return f"U+{ord(hit[0]):04X}" if hit else ""


def made_visible(text: str) -> str:
    """The text with everything that cannot be seen, or would turn its direction, written out."""
    if text.replace("\n", "").isprintable():
        return text
    return "".join(c if c == "\n" or c.isprintable() else f"⟨U+{ord(c):04X}⟩" for c in text)


# Unicode's categories Cc (save tab and line feed), Cf, Co, Cs, Zl and Zp. A table of ranges, since
# every message is searched, and asking for the category of each character takes ten times as long.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ud800-\uf8ff\ufeff\ufff9-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0001\U000e0020-\U000e007f\U000f0000-\U000ffffd\U00100000-\U0010fffd]"
)


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
    ("scarcity", _matching(_SCARCITY), "no fact says how many are left: leave it out"),
    ("invisible character", invisible_in, "take the character out and type the words again"),
)
