"""What a text is made of: every character that ordinary words have no use for is accounted for.

The few characters of ordinary copy are listed; whatever else turns up is sorted into a finding by
what Unicode says of it. So a digit is found in any script, circled, raised or as an emoji, and a
character that nobody thought of is a finding too, rather than a way round.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.findings import finding
from rapport.core.copy_checks.letters import EMOJI_STYLE, bare, hidden, word_set
from rapport.core.creative.joiners import stands_well
from rapport.core.creative.message import Finding

_ORDINARY = "A-Za-z \\n.,;:!?'’‘\"“”()\\-–—…&/+·•\u00a0À-ÖØ-öø-ÿĀ-İĴ-ķĹ-ňŊ-žȘ-țẀ-ẅẞ"
_UNUSUAL = re.compile(f"[^{_ORDINARY}]")
_PLACEHOLDER = re.compile(r"\{\{\s*[a-z_][\w.]*\s*\}\}")

_MARKUP = frozenset("<>{}[]|\\`*_#=~^†‡")
_HARMLESS = frozenset("«»‹›„‚‐‑‒―′″°©®™¿¡\u2009\u202f\u2002\u2003")
_AT_SIGNS = frozenset("@＠﹫")

_SCRIPTS = {
    "ar": ("ARABIC",), "be": ("CYRILLIC",), "bg": ("CYRILLIC",), "el": ("GREEK",),
    "fa": ("ARABIC",), "he": ("HEBREW",), "hi": ("DEVANAGARI",), "hy": ("ARMENIAN",),
    "ja": ("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"), "ka": ("GEORGIAN",),
    "ko": ("HANGUL", "CJK"), "mk": ("CYRILLIC",), "ru": ("CYRILLIC",), "sr": ("CYRILLIC",),
    "th": ("THAI",), "uk": ("CYRILLIC",), "zh": ("CJK", "BOPOMOFO"),
}  # fmt: skip
"""Languages that are not written in Latin letters, by the first word of their letters' names."""

_SIGNS = tuple(
    (re.compile(names), check)
    for names, check in (
        (r"DIGIT|KEYCAP|NUMBER|HUNDRED|\bTEN\b", f.FIGURE),
        (r"PERCENT|PER MILLE|PER TEN THOUSAND", f.PERCENTAGE),
        (r"\bFREE\b|MONEY|BANKNOTE|GIFT|TICKET|LABEL|COIN|CREDIT CARD", f.OFFER),
        (r"CLOCK|HOURGLASS|STOPWATCH|REVOLVING|ALARM|SIREN|WARNING|\bSOON\b|BOMB", f.URGENCY),
        (r"CALENDAR", f.DATE),
        (r"TELEPHONE|MOBILE PHONE", f.PHONE),
        (r"LINK SYMBOL|GLOBE WITH MERIDIANS", f.LINK),
        (r"TROPHY|MEDAL|\bTOP WITH|GLOWING STAR|WHITE MEDIUM STAR", f.CLAIM),
    )
)
"""What the names of signs and emoji stand for."""

_INSIDE_WORD = re.compile(
    r"[*_|^~=\\•·+$@#!®©™.](?:(?<=[^\W\d_][^.])(?=[^\W\d_])|(?<=[^\W\d_]\s\.)(?=\s[^\W\d_]))"
)
"""Begins with the sign and only then looks around it, which makes it quick."""
_HTML = re.compile(r"&(?:#x?[\da-f]+|[a-z]{2,8});|</?[a-z!]", re.IGNORECASE)
_LIKE_A_NUMERAL = re.compile(r"[MDCLXVImdclxviİı](?<!\w.)(?i:[MDCLXVI]+)\b")
"""Quick to look for, since it begins with a letter: most texts have none."""
_CASELESS_NUMERAL = re.compile(
    r"\b(?=[MDCLXVI]{2,}\b)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\b",
    re.IGNORECASE,
)
_WORDS_LIKE_NUMERALS = word_set("CD CM CL CV DC DI DIM DIV LIV MC MD MIX XL XXL VIM LI MM ML CC")


def check_characters(slot: str, text: str, language: str) -> Iterator[Finding]:
    """Findings in the characters of one slot, each kind once."""
    words = _PLACEHOLDER.sub(" ", text)
    seen: dict[str, str] = {}
    for match in _UNUSUAL.finditer(words):
        kind = _kind(words, match.start(), language)
        if kind and kind not in seen:
            seen[kind] = _around(words, match.start())
    if tag := html_in(words):
        seen.setdefault(f.MARKUP, tag)
    if numeral := _numeral(words):
        seen.setdefault(f.FIGURE, numeral)
    if odd := _INSIDE_WORD.search(words):
        letter = odd.start() - (odd[0] != ".")
        seen.setdefault(f.DISGUISE, _around(words, letter))
    for check, found in seen.items():
        yield finding(check, slot, found)


def html_in(words: str) -> str:
    """The beginning of the first tag, or the first entity, as whoever reads the words would see it;
    empty where there is none."""
    found = _HTML.search(words) if "<" in words or "&" in words else None
    return found[0] if found else ""


def _kind(words: str, at: int, language: str) -> str:
    """The check that a character at this place fails; empty where it fails none."""
    character = words[at]
    if character == EMOJI_STYLE and at > 0 and unicodedata.category(words[at - 1]) in ("So", "Sm"):
        return ""
    if stands_well(words, at):
        return ""
    return _kind_of(character, language)


_KNOWN = (
    (hidden, f.HIDDEN),
    (_MARKUP.__contains__, f.MARKUP),
    (_HARMLESS.__contains__, ""),
    (_AT_SIGNS.__contains__, f.E_MAIL),
)


@lru_cache(maxsize=4_096)
def _kind_of(character: str, language: str) -> str:
    for known, kind in _KNOWN:
        if known(character):
            return kind
    category, name = unicodedata.category(character), unicodedata.name(character, "")
    if category == "Sc":
        return f.CURRENCY
    if _in_script(category, name, _SCRIPTS.get(language, ())):
        return ""
    if unicodedata.numeric(character, None) is not None:
        return f.FIGURE
    if category[0] in "SP":
        for pattern, check in _SIGNS:
            if pattern.search(name):
                return check
    if "ARROW" in name or _is_picture(category, name):
        return ""
    return f.HIDDEN if category[0] in "MCZ" else f.LOOK_ALIKE


def _in_script(category: str, name: str, scripts: tuple[str, ...]) -> bool:
    """Whether a character belongs to how a language is written, in letters that are not Latin."""
    if not scripts:
        return False
    if category[0] == "P" and name.startswith(("IDEOGRAPHIC", "FULLWIDTH")):
        return True
    return category[0] in "LMP" and name.startswith(scripts)


def _is_picture(category: str, name: str) -> bool:
    """Whether a sign is an emoji or ornament and no letter in disguise."""
    return category in ("So", "Sk") and "LETTER" not in name and "SQUARED" not in name


def _around(words: str, at: int) -> str:
    """The word that a character stands in; a code point where it cannot be seen."""
    character = words[at]
    if hidden(character) or unicodedata.category(character)[0] in "MC":
        return f"U+{ord(character):04X}"
    start = max(words.rfind(" ", 0, at), words.rfind("\n", 0, at)) + 1
    word = re.split(r"[ \n]", words[start : start + 80], maxsplit=1)[0]
    return bare(word)[:60] or character


def _numeral(words: str) -> str:
    """A Roman numeral, save those that are words as well, or a hum ("mmm")."""
    if not _LIKE_A_NUMERAL.search(words):
        return ""
    for match in _CASELESS_NUMERAL.finditer(words):
        hummed = match[0].endswith("m") and not match[0].lower().strip("m")
        if match[0] and not hummed and match[0].upper() not in _WORDS_LIKE_NUMERALS:
            return match[0]
    return ""
