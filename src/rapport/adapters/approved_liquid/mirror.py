"""A compiled layout turned round, for words that are written from right to left.

MJML has no such direction: it writes `direction:ltr` and `text-align:left` into what it makes, and
people write paddings and alignments for the words that they have. So left and right change places
once, when a layout is compiled: in styles, in attributes, and in what is meant for Outlook alone.
"""

from __future__ import annotations

import re

_STYLE = re.compile(
    r"(\sstyle=\")([^\"]*)(\")|(\sstyle=')([^']*)(')|(<style\b[^>]*>)(.*?)(</style\s*>)",
    re.DOTALL | re.IGNORECASE,
)
_ALIGN = re.compile(r"(\salign=[\"'])(left|right)(?=[\"'])", re.IGNORECASE)
_TABLE = re.compile(r"<(table|body)\b(?![^>]*\sdir=)", re.IGNORECASE)
_DECLARED = re.compile(r"(?<![\w-])([a-z-]+)(\s*:\s*)([^:;{}\"]*)(?=[;}]|$)")
_SIDE = re.compile(r"(?<![a-z])(left|right)(?![a-z])")
_BY_WORD = frozenset(
    ("text-align", "text-align-last", "float", "clear", "background-position", "transform-origin")
)
_FOUR_SIDES = re.compile(r"(?:mso-)?padding(?:-alt)?|margin|inset|border-(?:width|style|color)")
_OTHER = {"left": "right", "right": "left", "ltr": "rtl", "rtl": "ltr"}


def mirrored(html: str, way: str, *, joined: bool) -> str:
    """HTML with left and right in each other's place, `way` in which it is written now. `joined`:
    letters touch in the language, so that none may be spaced out."""

    def styles(match: re.Match[str]) -> str:
        before, text, after = (part for part in match.groups() if part is not None)
        return before + _DECLARED.sub(lambda one: _turned(one, joined=joined), text) + after

    html = _STYLE.sub(styles, html)
    html = _ALIGN.sub(lambda match: match[1] + _OTHER[match[2].lower()], html)
    return _TABLE.sub(rf'<\1 dir="{way}"', html)


def _turned(match: re.Match[str], *, joined: bool) -> str:
    name, between, value = match.groups()
    if name == "direction":
        value = re.sub(r"\b(?:ltr|rtl)\b", lambda one: _OTHER[one[0]], value)
    elif name in _BY_WORD:
        value = _swapped(value)
    elif name == "border-radius":
        value = _corners(value)
    elif _FOUR_SIDES.fullmatch(name):
        value = _sides(value)
    elif name == "letter-spacing" and joined:
        value = "normal"
    return _swapped(name) + between + value


def _swapped(words: str) -> str:
    return _SIDE.sub(lambda match: _OTHER[match[1]], words)


def _sides(value: str) -> str:
    """Top, right, bottom and left, where all four are told."""
    parts = value.replace("!important", "").split()
    if len(parts) != 4:
        return value
    top, right, bottom, left = parts
    return " ".join((top, left, bottom, right, *_urgent(value)))


def _corners(value: str) -> str:
    """Top left, top right, bottom right and bottom left; the last two stand for one as well."""
    parts = value.replace("!important", "").split()
    if "/" in value or len(parts) not in (2, 3, 4):
        return value
    first, second = parts[:2]
    third, fourth = (*parts[2:], *((first, second) if len(parts) == 2 else (second,)))[:2]
    return " ".join((second, first, fourth, third, *_urgent(value)))


def _urgent(value: str) -> tuple[str, ...]:
    return ("!important",) if "!important" in value else ()
