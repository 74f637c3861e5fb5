"""Letters: which belong into words, and what a look-alike letter stands for.

A text of a language in Latin letters is made of few characters. Everything else in it is noticed
by `characters`; here it only becomes the letter it is meant to be read as, so that a finding can
name the word. The table of look-alikes covers the alphabets whose letters pass for Latin ones; what
has a Latin letter in its Unicode name or decomposition needs no row.
"""

from __future__ import annotations

import re
import unicodedata

from rapport.core.creative.wording import invisible_in

MOST_REMEMBERED = 20_000

# Cyrillic, Greek, Armenian, Hebrew, Arabic, Cherokee, Lisu, Coptic and odd Latin letters.
_LOOK_ALIKES = {
    "a": "аαᎪꓮⲁɑ",
    "b": "вьъбβᏴꓐƅʙꞵ",
    "c": "сϲᏟꓚⲥꮯ",
    "d": "ԁдδժᎠꓓð",
    "e": "еѐёэεξᎬꓰⲉɛ",
    "f": "ғֆꓝ",
    "g": "ԍցᏀꓖɡɢ",
    "h": "һнհᎻꓧʜ",
    "i": "іїιיוᎥꓲⲓıɩɪ",
    "j": "јϳյᎫꓙ",
    "k": "кκᏦꓗⲕ",
    "l": "ӏλլւԼןاٱᏞꓡʟƖǀł",
    "m": "мμᎷꓟⲙ",
    "n": "пилηπոחꓠⲛɴ",
    "o": "оюфοσθφօՕაოסهꓳⲟɔø",
    "p": "рρբքᏢꓑⲣþ",
    "q": "ԛզփ",
    "r": "гяᏒꓣʀɾ",
    "s": "ѕςտՏᏚꓢſƽꮪ",
    "t": "тτᎢꓔⲧ",
    "u": "цυϋսՍטꓴ",
    "v": "νѵᏙꓦʌʋ",
    "w": "ԝшωաᎳꓪɯʍ",
    "x": "хжχꓫⲭꭓ",
    "y": "уўчγψעꓬⲩʏ",
    "z": "зζᏃꓜ",
}
_NAMED = re.compile(r"\bLATIN (?:CAPITAL |SMALL )?LETTER (?:SMALL CAPITAL )?([A-Z])\b")
_REGIONAL = re.compile(r"REGIONAL INDICATOR SYMBOL LETTER ([A-Z])")
_APOSTROPHES = frozenset("'’‘ʼ`´＇′ʹ")

# Filled spaces and joiners that are neither white space nor among Unicode's format characters.
_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\u180b\u180c\u180d\u180f")
VARIATION = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
EMOJI_STYLE = "\ufe0f"


def word_set(words: str) -> frozenset[str]:
    """The words of a text with spaces between them; how a long list is written legibly."""
    return frozenset(words.split())


class _Folds(dict[int, str]):
    """What each character is read as; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        meaning = _meaning(chr(code))
        if len(self) < MOST_REMEMBERED:
            self[code] = meaning
        return meaning


def _meaning(character: str) -> str:
    if character in _APOSTROPHES:
        return "'"
    whole = unicodedata.normalize("NFKD", character).casefold()
    parts = [_letter(part) for part in whole if not unicodedata.combining(part)]
    return "".join(parts)


def _letter(character: str) -> str:
    if "a" <= character <= "z" or character.isspace():
        return character
    known = _PAIRS.get(ord(character))
    if known is not None:
        return known
    name = unicodedata.name(character, "")
    if found := _NAMED.search(name) or _REGIONAL.search(name):
        return found[1].lower()
    return {"æ": "ae", "œ": "oe", "ß": "ss"}.get(character, character)


_PAIRS = {ord(look): letter for letter, looks in _LOOK_ALIKES.items() for look in looks}
_FOLDS = _Folds()


def folded(text: str) -> str:
    """Text in plain small letters: no case, accents, styled or look-alike letters."""
    if text.isascii():
        return text.lower().replace("`", "'")
    return text.translate(_FOLDS)


def hidden(character: str) -> bool:
    """Whether a character cannot be seen, or changes how its neighbours are written."""
    return character in _BLANKS or bool(invisible_in(character)) or bool(VARIATION.match(character))


def bare(text: str) -> str:
    """Text without hidden characters and loose marks, in composed letters."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    composed = unicodedata.normalize("NFC", text)
    if not _ODD.search(composed):
        return composed
    return composed.translate(_SEEN)


class _Seen(dict[int, str]):
    """Each character that stays, as itself, and any other as nothing; worked out when first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        gone = hidden(character) or unicodedata.category(character) in ("Me", "Mn")
        meaning = "" if gone else character
        if len(self) < MOST_REMEMBERED:
            self[code] = meaning
        return meaning


_SEEN = _Seen()
_ODD = re.compile("[^\x20-\x7e\n\u00a0-\u024f\u2010-\u2027\u202f\u2030-\u205e\u20a0-\u20bf]|\xad")
