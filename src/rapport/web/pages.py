"""Pages for people: templates, and the headers that every page carries."""

from __future__ import annotations

import re
from itertools import cycle
from pathlib import Path
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse, RedirectResponse, Response

from rapport.app.in_charge.reasons import LONGEST_REASON, ended
from rapport.app.wording.amounts import minus
from rapport.app.wording.arm_words import arm_words
from rapport.app.wording.languages import PAGES_SPEAK, language_name
from rapport.app.wording.names import begun
from rapport.core.creative.directions import RTL, direction
from rapport.core.creative.wording import made_visible

CUSTOMERS_PATHS = ("/c/", "/u/")
"""Beginnings of the addresses behind links in messages."""

PEOPLE_PATHS = (*CUSTOMERS_PATHS, "/console")
"""Beginnings of the addresses that people open in a browser."""

_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
SAFE_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
}

SCRIPTED = {"Content-Security-Policy": _POLICY + "; script-src 'self'"}
"""Of the few pages that run a script, and only our own."""

NOT_SURE = "Tick the box that says you are sure: nothing was done."

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def lower_first(words: str) -> str:
    """A label as it stands within a sentence: `A letter` is `a letter`, `VIP gift` stays."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def with_facts(text: str) -> Markup:
    """The text, escaped, with each placeholder as a fact with a name that people can read, and each
    condition as a small sign."""
    parts = _PLACEHOLDER.split(text)
    return Markup("").join(
        _fact(part) if odd else Markup.escape(made_visible(part))
        for part, odd in zip(parts, cycle((False, True)), strict=False)
    )


def part_name(key: str) -> str:
    """What people call a part of a message, such as `Offer line`."""
    return {"cta": "Button", "signoff": "Sign-off"}.get(key) or begun(key.replace("_", " "))


def _fact(part: str) -> Markup:
    path = part.strip("{}%- \n")
    path = path if part.startswith("{%") else path.partition("|")[0].strip()  # without its filters
    words = path.removeprefix("brand.facts.").replace("_", " ").replace(".", " ")
    if part.startswith("{%"):
        said = "end of that" if path.startswith("end") else made_visible(words)
        # Words stand right beside it: the line may break there, and not within them.
        chip = Markup('<wbr><span class="fact when" title="{}">{}</span><wbr>')
        return chip.format(path, said)
    return Markup('<span class="fact" title="{}">{}</span>').format(path, words)


def spoken(language: str) -> Markup:
    """What an element says of words in another language than the page's, with a space before it."""
    if language in ("", PAGES_SPEAK):
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(language, direction(language))


def turned(language: str) -> Markup:
    """What a page in this language says of its direction, where that is from right to left."""
    return Markup(' dir="rtl"') if direction(language) == RTL else Markup()


_PLACEHOLDER = re.compile(
    r"(\{\{\s*[a-z][\w.]{0,80}\s*(?:\|[^{}]{0,80})?\}\}|"
    r"\{%-?\s*(?:if|unless|elsif|else|endif|endunless)\b[^%{}]{0,200}%\})"
)
_templates.globals["longest_reason"] = LONGEST_REASON
_templates.filters.update(
    visible=made_visible,
    facts=with_facts,
    begun=begun,
    arm=arm_words,
    lower_first=lower_first,
    part=part_name,
    language=language_name,
    spoken=spoken,
    turned=turned,
    ended=ended,
    minus=minus,
)


def page(
    template: str,
    context: dict[str, object],
    *,
    status: int = 200,
    headers: dict[str, str] | None = None,
) -> HTMLResponse:
    """The page that `template` makes of `context`; everything in it is escaped."""
    html = _templates.get_template(template).render(context)
    return HTMLResponse(html, status_code=status, headers={**SAFE_HEADERS, **(headers or {})})


def notice(
    title: str,
    words: str,
    *,
    status: int = 200,
    headers: dict[str, str] | None = None,
    language: str = "en",
    back: str = "",
) -> HTMLResponse:
    """A page with a heading and a sentence or two, in this language; `back` leads on from it."""
    context: dict[str, object] = {"title": title, "words": words, "lang": language, "back": back}
    return page("notice.html", context, status=status, headers=headers)


def see_other(address: str) -> Response:
    """Goes on to another page, so that nothing is done twice by loading it anew."""
    return RedirectResponse(address, status_code=303, headers=SAFE_HEADERS)


def address_below(root: str, brand: str, /, *path: str, **query: str) -> str:
    """An address of a brand, such as `/console/frameworks/checkout/words?brand=north`."""
    parts = "".join(f"/{quote(part, safe='')}" for part in path)
    return f"{root}{parts}?{urlencode({'brand': brand, **query})}"
