"""Words written from right to left, and what stands in them that is written the other way round.

Figures, codes and names of another script keep their order between right-to-left words only where
they are isolated. Until a part of a message is finished, the characters of Unicode's bidirectional
algorithm do that (https://www.unicode.org/reports/tr9/); the HTML gets elements in their place,
since a program that copies a code would take the characters along. Words in another direction are
never touched.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import TypeVar
from unicodedata import bidirectional

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.creative.facts import FOR_MACHINES, MessageFacts
from rapport.core.creative.wording import PLACEHOLDER

Facts = TypeVar("Facts", bound=Struct)

RTL, LTR = "rtl", "ltr"

_RIGHT_TO_LEFT = frozenset(("ar", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi"))
_UNJOINED = frozenset(("he", "iw", "yi"))

BEGIN, END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_BEGIN_RTL = "\N{RIGHT-TO-LEFT ISOLATE}"
_RTL_MARK = "\N{RIGHT-TO-LEFT MARK}"

_ISOLATE = re.compile(f"([{BEGIN}{_BEGIN_RTL}])([^{BEGIN}{_BEGIN_RTL}{END}]*){END}")

REST_OF_TAG = r"[^>=]*+(?:=\s*+(?:\"[^\"]*+\"|'[^']*+')?+[^>=]*+)*+"
"""What follows a tag's name: a value in quotes may hold a `>`. Nothing is tried twice."""

NO_WORDS = (
    r"<(?P<raw>title|style)\b.*?(?:</(?P=raw)\s*+>|\Z)"
    rf"|<!--.*?(?:-->|\Z)|<[a-z/!?]{REST_OF_TAG}(?:>|\Z)"
)
"""What of HTML is no words that are read: a tag, the title, a style or a comment. One that does not
end goes to the end of it all, so that none is looked for again from within."""

_NO_WORDS_OR_ISOLATE = re.compile(
    rf"(?P<apart>{NO_WORDS})|(?P<isolate>{_ISOLATE.pattern})", re.DOTALL | re.IGNORECASE
)
_SUM = re.compile(r"[\d.,٬٫]+\s(?:[A-Z]{0,3}\W|[A-Z]{3})")
"""A sum whose currency comes after it: it is read after it, so it stands to the left."""
_LISTED = re.compile(r"\w\.names\b")
_ONE_WORD = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
"""Such as most codes: it keeps its order by itself."""


def direction(language: str) -> str:
    """`RTL` or `LTR`: how a language is written."""
    return RTL if language[:2].lower() in _RIGHT_TO_LEFT else LTR


def is_joined(language: str) -> bool:
    """Whether a right-to-left language joins its letters, so that no space may stand between."""
    return direction(language) == RTL and language[:2].lower() not in _UNJOINED


# --- On the way ----------------------------------------------------------------------------------


@lru_cache(maxsize=8_192)
def isolating(source: str) -> str:
    """A block's words with whatever they print isolated."""
    return PLACEHOLDER.sub(lambda match: _isolated_print(match[0]), source)


def _isolated_print(placeholder: str) -> str:
    if not placeholder.startswith("{{") or "{{-" in placeholder or "-}}" in placeholder:
        return placeholder  # it takes the blanks around it away, which would stand beyond a mark
    return f"{begin(placeholder)}{placeholder}{END}"


def begin(printed: str) -> str:
    """What begins the isolate of a fact that is printed. A list in words reads as the words do."""
    return _BEGIN_RTL if _LISTED.search(printed) else BEGIN


def tidied(words: str) -> str:
    """The words without isolates in which nothing stands."""
    return words.replace(BEGIN + END, "").replace(_BEGIN_RTL + END, "")


_AS_THEY_ARE = frozenset(
    (
        "key", "image", "url", "shop_url", "logo_url", "reply_to", "unsubscribe_url",
        "preferences_url", "quantity", "names", "short_names", "taken_off",
    )
)  # fmt: skip
"""Facts that are not isolated, by their names: addresses, bare figures, what nobody reads, and what
is put into words of the language before."""


def isolated_facts(facts: MessageFacts) -> MessageFacts:
    """What is written into the parts of a message around its words, isolated: every text, whatever
    facts there are, save `_AS_THEY_ARE` and what is for machines."""
    return _each_isolated(facts)


def _each_isolated(facts: Facts) -> Facts:
    """One group of facts with its texts isolated."""
    shown = {
        name: _shown(getattr(facts, name))
        for name in facts.__struct_fields__
        if name not in _AS_THEY_ARE and not name.endswith(FOR_MACHINES)
    }
    return replace(facts, **shown)


def _shown(value: object) -> object:
    if isinstance(value, str):
        return _isolated(value)
    if isinstance(value, Struct):
        return _each_isolated(value)
    if isinstance(value, tuple):
        return tuple(_shown(one) for one in value)
    if isinstance(value, dict):
        return {name: _shown(one) for name, one in value.items()}
    return value


def _isolated(value: str) -> str:
    return "\n".join(f"{BEGIN}{line}{END}" if line else line for line in value.split("\n"))


# --- Finished ------------------------------------------------------------------------------------


def without_isolates(text: str) -> str:
    """The text as it reads, without what isolates parts of it. A stray character stays."""
    return _ISOLATE.sub(r"\2", text)


def in_html(html: str) -> str:
    """Isolates as elements; as nothing within a tag, the title, a style or a comment."""
    return _NO_WORDS_OR_ISOLATE.sub(_as_element, html)


def _as_element(match: re.Match[str]) -> str:
    if match["apart"] is not None:
        return without_isolates(match["apart"])
    begun, value = match["isolate"][0], match["isolate"][1:-1]
    written = _written(begun, unescape(value))  # the `a` of `&amp;` is no letter of it
    return f'<bdi dir="{written}">{value}</bdi>' if value else ""


def in_plain_text(text: str) -> str:
    """Isolates only where something would be out of order without them; and lines without a letter
    of the language begin with a mark of its direction, save those that hold an address alone."""
    lines = _ISOLATE.sub(_as_characters, text).split("\n")
    return "\n".join(_turned(line) for line in lines)


def _as_characters(match: re.Match[str]) -> str:
    begun, value = match.groups()
    if _ONE_WORD.fullmatch(value) or not any(c.isdigit() or _strong(c) == LTR for c in value):
        return value
    begun = _BEGIN_RTL if _written(begun, value) == RTL else BEGIN
    return "\n".join(_on_a_line(begun, line) for line in value.split("\n"))


def _on_a_line(begun: str, part: str) -> str:
    """A part of a value that was wrapped: an isolate ends with its line (UAX 9, X8)."""
    words = part.strip()
    if not words:
        return part
    return part.replace(words, f"{begun}{words}{END}", 1)


def _turned(line: str) -> str:
    if "://" in line or not any(c.isalnum() for c in line):
        return line
    bare = _ISOLATE.sub("", line)
    first = next((way for c in bare if (way := _strong(c))), "")
    return line if first == RTL else _RTL_MARK + line


def without_marks(text: str) -> str:
    """A finished text part without anything that `in_plain_text` put into it."""
    lines = without_isolates(text).split("\n")
    return "\n".join(line.removeprefix(_RTL_MARK) for line in lines)


def _written(begun: str, value: str) -> str:
    """How a value by itself is written: as its first letter is, from left to right without one."""
    if begun == _BEGIN_RTL or _SUM.fullmatch(value):
        return RTL
    return next((way for c in value if (way := _strong(c))), LTR)


def _strong(character: str) -> str:
    """The direction of a letter; nothing of what has none."""
    return {"L": LTR, "R": RTL, "AL": RTL}.get(bidirectional(character), "")
