"""The plain text part of a message: written for its own sake, not stripped from the HTML."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from rapport.core.creative.facts import ItemFacts, MessageFacts, OfferFacts, ReviewFacts
from rapport.core.creative.fixed_words import FixedWords, greeting, more_items, why_you
from rapport.core.creative.fixed_words_shipped import ENGLISH
from rapport.core.creative.framework import CART, ORDER, VIEWED
from rapport.core.creative.promise import parts, says_part, sentence, short
from rapport.core.creative.slots import BODY, OFFER_LINE

WIDTH = 72
_ENDS = " \N{NO-BREAK SPACE}:"


def paragraphs(words: str) -> list[str]:
    """Words split at blank lines, each paragraph on one line."""
    found: list[list[str]] = [[]]
    for line in words.splitlines():
        if line.strip():
            found[-1].extend(line.split())
        elif found[-1]:
            found.append([])
    return [" ".join(words) for words in found if words]


def plain_text(
    slots: Mapping[str, str],
    facts: MessageFacts,
    words: FixedWords = ENGLISH,
    *,
    reviews: Iterable[ReviewFacts] = (),
) -> str:
    """The text part, wrapped at 72 characters; every address stands on a line of its own.

    `slots` holds the words of each slot with the facts filled in, `words` are those around them, in
    their language; `reviews` are those that the HTML shows.
    """
    blocks = [greeting(words, facts.first_name), *paragraphs(slots.get(BODY, ""))]
    if facts.products.items:
        blocks.append("\n".join(_items(facts, words)))
    blocks.extend(f"“{' '.join(one.words.split())}” ({one.by})" for one in reviews)
    blocks.append(f"{slots.get('cta', '').rstrip(_ENDS)}{words.colon}\n{facts.products.url}")
    blocks.extend(_offer(slots, facts.offer, words))
    if signoff := slots.get("signoff", "").strip():
        blocks.append(signoff)
    blocks.extend(_footer(facts, words))
    return "\n\n".join(_wrapped(block) for block in blocks) + "\n"


def _items(facts: MessageFacts, words: FixedWords) -> Iterator[str]:
    about, products = facts.about, facts.products
    headings = {CART: words.basket, VIEWED: words.viewed, ORDER: words.order}
    yield f"{headings[about]}{words.colon}"
    for item in products.items:
        yield f"- {_item(item)}"
    if rest := more_items(words, products.more):
        yield f"- {rest}"
    if facts.taken_off:
        yield f"- {facts.taken_off}"
    if products.total and about != VIEWED:
        yield f"{words.total}{words.colon} {products.total}"


def _item(item: ItemFacts) -> str:
    name = f"{item.title}, {item.variant}" if item.variant else item.title
    if not item.price:
        return name if item.quantity in ("", "1") else f"{item.quantity} × {name}"
    if item.quantity in ("", "1"):
        return f"{name}: {item.price}"
    return f"{item.quantity} × {name}: {item.total}"


def _offer(slots: Mapping[str, str], offer: OfferFacts, words: FixedWords) -> Iterator[str]:
    """The offer's line. Where it tells all but what the offer is, that stands above it; where it
    leaves out more, the whole of the offer follows."""
    said = slots.get(OFFER_LINE, "")
    left_out = [part for part in parts(offer) if not says_part(said, part)]
    told = paragraphs(said)
    if told and left_out == [name := short(offer, words)]:
        told[0] = f"{name}{words.colon}\n{told[0]}"
    elif left_out:
        told.append(sentence(offer, words))
    yield from told


def _footer(facts: MessageFacts, words: FixedWords) -> Iterator[str]:
    """Why somebody gets it, the way out, and who it is from: a block each."""
    yield f"--\n{why_you(words, facts)}"
    if facts.preferences_url in ("", facts.unsubscribe_url):  # one page for both
        yield f"{words.choose} · {words.unsubscribe}{words.colon}\n{facts.unsubscribe_url}"
    else:
        yield f"{words.choose}{words.colon}\n{facts.preferences_url}"
        yield f"{words.unsubscribe}{words.colon}\n{facts.unsubscribe_url}"
    yield f"{facts.brand.name}\n{facts.brand.address}"


def _wrapped(block: str) -> str:
    lines: list[str] = []
    for line in block.splitlines():
        if 0 < len(line.strip()) == len(line) <= WIDTH and line.isprintable():
            lines.append(line)  # as wrapping would leave it, in a fraction of the time
            continue
        hanging = "  " if line.startswith("- ") else ""
        lines.extend(
            textwrap.wrap(
                line,
                WIDTH,
                subsequent_indent=hanging,
                break_long_words=False,
                break_on_hyphens=False,
            )
        )
    return "\n".join(lines)
