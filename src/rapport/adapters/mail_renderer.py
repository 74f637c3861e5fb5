"""Renders e-mails: MJML layouts compiled once, Liquid filled in for each message.

A layout is compiled to HTML when it is first used with a brand's colours, and kept by its content.
Each message then costs two steps: the words of every block get their facts, as plain text; the
layout gets those words and the facts, each escaped for HTML. Nothing that is filled in is parsed
again, so a product called `{{ 7*7 }}` or `<script>` arrives under just that name.

The result is not cleaned once more: a cleaner for user content would take out what mail needs
(conditional comments, the head, presentation tables), and nothing in here is user HTML. Layouts are
checked when they are read, facts are text, and the guardrails look at the finished message.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from liquid import BoundTemplate
from liquid.exceptions import LiquidError
from msgspec import to_builtins

from rapport.adapters.approved_liquid.language import LAYOUT, WORDS, parse
from rapport.adapters.approved_liquid.layout import LayoutError, compile_layout
from rapport.core.creative.directions import (
    RTL,
    direction,
    in_html,
    in_plain_text,
    isolated_facts,
    isolating,
    tidied,
    without_isolates,
)
from rapport.core.creative.facts import MessageFacts, ReviewFacts
from rapport.core.creative.fixed_words import greeting, more_items, shown_words
from rapport.core.creative.framework import Block, Framework
from rapport.core.creative.message import Finding
from rapport.core.creative.plain_text import paragraphs, plain_text
from rapport.core.creative.promise import (
    annotate,
    annotation_script,
    shown_headline,
    with_minimum,
    with_promise,
)
from rapport.core.creative.speaking import fixed_words
from rapport.ports import Page, Rendered

KEPT_LAYOUTS = 256
KEPT_BLOCKS = 8_192

_REVIEWS = re.compile(r"\{%-?\s*for\s+\w+\s+in\s+reviews\b")

Colours = tuple[tuple[str, str], ...]


class MailRenderer:
    """The `Renderer` for e-mail. It may be used from several threads."""

    def __init__(self) -> None:
        self._layout = lru_cache(maxsize=KEPT_LAYOUTS)(_compiled)
        self._words = lru_cache(maxsize=KEPT_BLOCKS)(_parsed)

    def render(self, page: Page) -> Rendered:
        """The parts of the message that `page` describes; what fails is in its findings."""
        names: dict[str, object] = to_builtins(page.facts)
        findings: list[Finding] = []
        turned = direction(page.language) == RTL
        slots = {
            slot: self._fill(block, names, findings, isolating if turned else str)
            for slot, block in page.blocks.items()
        }
        shown = isolated_facts(page.facts) if turned else page.facts
        words = fixed_words(page.brand, page.language)
        preheader = with_promise(_one_line(slots.get("preheader", "")), shown.offer, words)
        whole = with_minimum(slots, shown.offer, words)
        html = self._html(page, {**whole, "preheader": preheader}, names, shown, findings)
        text = plain_text(whole, shown, words, reviews=_shown_reviews(page, shown))
        if turned:
            html, text = in_html(html), in_plain_text(text)
            slots = {slot: without_isolates(said) for slot, said in slots.items()}
        return Rendered(
            subject=_one_line(slots.get("subject", "")),
            preheader=without_isolates(preheader) if turned else preheader,
            html=html,
            text=text,
            slots=slots,
            findings=tuple(findings),
        )

    def _fill(
        self,
        block: Block,
        names: Mapping[str, object],
        findings: list[Finding],
        written: Callable[[str], str],
    ) -> str:
        try:
            words = tidied(self._words(written(block.text)).render(names))
        except LiquidError as error:
            findings.append(_finding(block.where or block.slot, error))
            return ""
        return "\n\n".join(paragraphs(words)) if block.slot == "body" else words.strip()

    def _html(
        self,
        page: Page,
        slots: Mapping[str, str],
        names: Mapping[str, object],
        facts: MessageFacts,
        findings: list[Finding],
    ) -> str:
        """The layout, filled in; `facts` are those that stand in the fixed words around it."""
        source = dict(page.framework.layouts).get(page.visual)
        if source is None:
            findings.append(_no_layout(page.framework, page.visual))
            return ""
        shown: dict[str, object] = {slot.key: "" for slot in page.framework.slots}
        shown.update({slot: _one_line(words) for slot, words in slots.items()})
        shown["signoff"] = slots.get("signoff", "")
        shown["body"] = paragraphs(slots.get("body", ""))
        words = fixed_words(page.brand, page.language)
        try:
            layout = self._layout(source, tuple(page.brand.colours.items()), page.language)
            html = layout.render(
                names,
                slots=shown,
                colours=page.brand.colours,
                greeting=greeting(words, facts.first_name),
                more_items=more_items(words, page.facts.products.more),
                words=shown_words(words, facts),
                language=page.language,
                about=page.facts.about,
                products=names.get(page.facts.about) or to_builtins(page.facts.products),
            )
            headline = without_isolates(shown_headline(slots))
            told = annotate(page.facts, headline, words)
            return html.replace("</head>", f"{annotation_script(told)}</head>", 1)
        except (LiquidError, LayoutError) as error:
            findings.append(_finding(f"layout {page.visual}", error))
            return ""


def _shown_reviews(page: Page, facts: MessageFacts) -> tuple[ReviewFacts, ...]:
    """The reviews that the layout shows, none where it has no place for them."""
    layout = dict(page.framework.layouts).get(page.visual, "")
    return facts.reviews if _REVIEWS.search(layout) else ()


def _compiled(source: str, colours: Colours, language: str) -> BoundTemplate:
    return parse(compile_layout(source, dict(colours), language), LAYOUT)


def _parsed(source: str) -> BoundTemplate:
    return parse(source, WORDS)


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _finding(where: str, error: Exception) -> Finding:
    found = str(error.message) if isinstance(error, LiquidError) else str(error)
    return Finding(
        "rendering", where, found, "publish the brand's folder again: it is checked then"
    )


def _no_layout(framework: Framework, visual: str) -> Finding:
    return Finding(
        "rendering",
        "layout",
        f"visual '{visual}'",
        f"the framework '{framework.key}' has no layout of that name: publish the folder again",
    )
