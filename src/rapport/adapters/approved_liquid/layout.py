"""An e-mail layout: MJML with Liquid in it, made into HTML once, with the Liquid left intact.

While MJML and the CSS inliner work, each piece of Liquid is a token of plain letters, so that
quotes and `<` inside it cannot upset them and they cannot change it. Fonts are the reader's
own: a font from elsewhere would tell its host who opened the message.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from css_inline import CSSInliner, InlineError
from mjml import mjml2html

from rapport.adapters.approved_liquid.language import LAYOUT, Mistake, mistakes
from rapport.adapters.approved_liquid.mirror import mirrored
from rapport.adapters.approved_liquid.names import PRODUCTS, Shape, about_of
from rapport.core.creative.directions import (
    END,
    LTR,
    NO_WORDS,
    REST_OF_TAG,
    RTL,
    begin,
    direction,
    is_joined,
)
from rapport.core.creative.framework import NOTHING
from rapport.core.creative.wording import PLACEHOLDER

REQUIRED = ("brand.address", "unsubscribe_url", "slots.body", "slots.cta")
"""What every layout names: the law's footer, and what the message is for. It also names where the
button leads, see `_leads_to`."""

_TOKEN = re.compile(r"rapportliquid(\d+)end")
_TABLE_TOKEN = re.compile(
    r"(<(?:/?(?:tbody|thead|tr|table)|/t[dh])\b[^>]*>)((?:\s*rapportliquid\d+end)+)"
)
_COMMENT_TOKEN = re.compile(r"<!--(rapportliquid\d+end)-->")
_COLOUR = re.compile(r"\{\{-?\s*colours\.(\w+)\s*-?\}\}")
_MJML = re.compile(rf"<mjml\b({REST_OF_TAG})>")
_LANG = re.compile(r"\b(?:lang|dir)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_WRITTEN = re.compile(r"\bdir\s*=\s*[\"'](ltr|rtl)[\"']")
_PRINTED = re.compile(r"\{\{-?\s*(\w+)")
_LOOP = re.compile(r"\{%-?\s*for\s+(\w+)\s+in\s+(\w+)")
_IN_WORDS = re.compile(rf"{NO_WORDS}|rapportliquid(?P<piece>\d+)end", re.DOTALL | re.IGNORECASE)
_INLINE = re.compile(r'<mj-style\b[^>]*\binline="inline"')
_LINK = re.compile(r'\b(?:href|action|background-url|srcset)="([^"]*)"', re.IGNORECASE)
_PICTURE = re.compile(r'\bsrc="([^"]*)"', re.IGNORECASE)
_IMAGE = re.compile(rf"<(?:mj-image|img)\b{REST_OF_TAG}(?:>|\Z)", re.IGNORECASE)
_ALT = re.compile(r"\balt=([\"'])(.*?)\1", re.IGNORECASE)
_FACT_ONLY = re.compile(r"(?:mailto:)?\{\{-?\s*[\w.]+\s*-?\}\}")
_REFUSED: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"<\s*/?\s*(?:script|iframe|object|embed|form|input|base)\b", re.I),
        "active content",
    ),
    (re.compile(r"\son[a-z]+\s*=", re.I), "an event handler"),
    (re.compile(r"(?:javascript|vbscript|data)\s*:", re.I), "a link that runs"),
    (re.compile(r"<mj-(?:include|font|social)\b", re.I), "an element that loads from elsewhere"),
    (re.compile(r"@import|<link\b|rapportliquid", re.I), "something loaded from elsewhere"),
)

_WORDS = frozenset(
    ("slots", "words", "greeting", "more_items", "taken_off", "language", "about", "colours")
)
"""What a layout prints that is in the language of the message as a whole."""

_inliner = CSSInliner(keep_style_tags=True, load_remote_stylesheets=False)


class LayoutError(ValueError):
    """MJML could not make HTML of a layout."""


def layout_mistakes(source: str, names: Mapping[str, Shape]) -> list[Mistake]:
    """Everything that is wrong with a layout's source; `names` are the facts it may use. Whether
    MJML can read it, `compile_layout` says."""
    found = mistakes(source, LAYOUT, names)
    for pattern, what in _REFUSED:
        for match in pattern.finditer(PLACEHOLDER.sub(_blank, source)):
            found.append(
                Mistake(_line(source, match.start()), f"found {what} ({match[0].strip()})")
            )
    for match in _LINK.finditer(source):
        if not _FACT_ONLY.fullmatch(match[1].strip()):
            message = (
                f"found the link '{match[1][:60]}', expected a fact such as {{{{ cart.url }}}}"
            )
            found.append(Mistake(_line(source, match.start()), message))
    for match in _PICTURE.finditer(source):
        if not (_FACT_ONLY.fullmatch(match[1].strip()) or match[1].startswith("https://")):
            message = f"found the picture '{match[1][:60]}', expected a fact or an https address"
            found.append(Mistake(_line(source, match.start()), message))
    found += _undescribed(source)
    printed = set(re.findall(r"[\w.]+", " ".join(PLACEHOLDER.findall(source))))
    for path in REQUIRED:
        if path not in printed:
            found.append(Mistake(0, f"{{{{ {path} }}}} is missing: every layout has it"))
    places = _leads_to(about_of(names))
    if not printed.intersection(places):
        either = " or ".join(f"{{{{ {path} }}}}" for path in places)
        found.append(Mistake(0, f"{either} is missing: every layout has it"))
    return sorted(found)


def _undescribed(source: str) -> list[Mistake]:
    """Pictures without words for those who don't see them."""
    found = []
    for match in _IMAGE.finditer(PLACEHOLDER.sub(_blank, source)):
        alt = _ALT.search(match[0])
        if (alt is None or not alt[2].strip()) and 'role="presentation"' not in match[0]:
            message = (
                'found a picture without words for those who don’t see it, expected alt="…", or '
                'role="presentation" where it only decorates'
            )
            found.append(Mistake(_line(source, match.start()), message))
    return found


def _leads_to(about: str) -> tuple[str, str]:
    """Where the button of a message about this may lead; every layout names one of the two."""
    own = "brand.shop_url" if about == NOTHING else f"{about}.url"
    return own, f"{PRODUCTS}.url"


def compile_layout(source: str, colours: Mapping[str, str], language: str) -> str:
    """HTML with Liquid. `colours` fill `{{ colours.x }}`; `language` is the page's.

    Where that is written from right to left, so is the page, and what is filled in is isolated. A
    layout that says `dir="rtl"` itself is not turned round.

    Raises LayoutError where MJML cannot read the source.
    """
    liquid: list[str] = []

    def hide(match: re.Match[str]) -> str:
        liquid.append(match[0])
        return f"rapportliquid{len(liquid) - 1}end"

    coloured = _COLOUR.sub(lambda match: colours.get(match[1], match[0]), source)
    hidden = PLACEHOLDER.sub(hide, coloured)
    way = direction(language)
    begins = _MJML.search(hidden)
    told = _WRITTEN.search(begins[1]) if begins is not None else None
    marked = _MJML.sub(
        lambda match: f'<mjml lang="{language}" dir="{way}"{_LANG.sub("", match[1])}>', hidden, 1
    )
    try:
        html = mjml2html(marked, disable_comments=True, fonts={})
        if _INLINE.search(marked):
            html = _inlined(html)
    except (ValueError, InlineError) as error:
        raise LayoutError(f"MJML cannot be read: {error}") from error
    except BaseException as error:
        # mrml, the Rust below mjml, panics over some characters between elements, such as an emoji
        # right after <mjml>; the class that it then raises cannot be imported, and is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise LayoutError(f"MJML cannot be read: {error}") from error
    if way != (told[1] if told is not None else LTR):
        html = mirrored(html, way, joined=is_joined(language))
    if way == RTL:
        html = _isolated(html, liquid)
    return _TOKEN.sub(lambda match: liquid[int(match[1])], html)


def _isolated(html: str, liquid: Sequence[str]) -> str:
    """What is printed between the words of the language isolated from them."""
    words = set(_WORDS)
    for piece in liquid:
        if (loop := _LOOP.match(piece)) and loop[2] in words:
            words.add(loop[1])

    def around(match: re.Match[str]) -> str:
        piece = liquid[int(match["piece"])] if match["piece"] else ""
        printed = _PRINTED.match(piece)
        if printed is None or printed[1] in words:
            return match[0]
        return f"{begin(piece)}{match[0]}{END}"

    return _IN_WORDS.sub(around, html)


def _inlined(html: str) -> str:
    """Style sheets written onto the elements.

    A parser of HTML moves words between rows out of their table, so there the tokens are comments.
    """

    def wrap(match: re.Match[str]) -> str:
        return match[1] + _TOKEN.sub(lambda token: f"<!--{token[0]}-->", match[2])

    return _COMMENT_TOKEN.sub(r"\1", _inliner.inline(_TABLE_TOKEN.sub(wrap, html)))


def _blank(match: re.Match[str]) -> str:
    """As many characters and lines as the placeholder has, so that places stay right."""
    return "".join("\n" if character == "\n" else "_" for character in match[0])


def _line(source: str, index: int) -> int:
    return source.count("\n", 0, index)
