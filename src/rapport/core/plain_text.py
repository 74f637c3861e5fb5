"""The plain text part of a message: written for its own sake, not stripped from the HTML."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from rapport.core.creative import CART, ORDER, VIEWED
from rapport.core.facts import ItemFacts, MessageFacts, OfferFacts, ReviewFacts
from rapport.core.promise import says_all, sentence

WIDTH = 72


def paragraphs(words: str) -> list[str]:
    """Words split at blank lines, each paragraph on one line."""
    found: list[list[str]] = [[]]
    for line in words.splitlines():
        if line.strip():
            found[-1].extend(line.split())
        elif found[-1]:
            found.append([])
    return [" ".join(words) for words in found if words]


def greeting(facts: MessageFacts) -> str:
    """`Hello Anna,` where the first name is known, else `Hello,`."""
    return f"Hello {facts.first_name}," if facts.first_name else "Hello,"


def more_items(facts: MessageFacts) -> str:
    """`and 2 more` where there are more products than are listed, else nothing."""
    more = facts.products.more
    return f"and {more} more" if more > 0 else ""


def plain_text(
    slots: Mapping[str, str],
    facts: MessageFacts,
    language: str = "en",
    *,
    reviews: Iterable[ReviewFacts] = (),
) -> str:
    """The text part, wrapped at 72 characters; every address stands on a line of its own.

    `slots` holds the words of each slot with the facts filled in, `language` is theirs; `reviews`
    are those that the HTML shows.
    """
    parts = [greeting(facts), *paragraphs(slots.get("body", ""))]
    if facts.products.items:
        parts.append("\n".join(_items(facts)))
    parts.extend(f"“{' '.join(one.words.split())}” ({one.by})" for one in reviews)
    parts.append(f"{slots.get('cta', '').rstrip(' :')}:\n{facts.products.url}")
    parts.extend(_offer(slots, facts.offer, language))
    if signoff := slots.get("signoff", "").strip():
        parts.append(signoff)
    parts.append("\n".join(_footer(facts)))
    return "\n\n".join(_wrapped(part) for part in parts) + "\n"


def _items(facts: MessageFacts) -> Iterator[str]:
    about, products = facts.about, facts.products
    yield _HEADINGS[about]
    for item in products.items:
        yield f"- {_item(item)}"
    if rest := more_items(facts):
        yield f"- {rest}"
    if products.total and about != VIEWED:
        yield f"Total: {products.total}"


_HEADINGS = {CART: "Your basket:", VIEWED: "In the shop:", ORDER: "Your order:"}


def _item(item: ItemFacts) -> str:
    name = f"{item.title}, {item.variant}" if item.variant else item.title
    if not item.price:
        return name if item.quantity in ("", "1") else f"{item.quantity} × {name}"
    if item.quantity in ("", "1"):
        return f"{name}: {item.price}"
    return f"{item.quantity} × {name}: {item.total}"


def _offer(slots: Mapping[str, str], offer: OfferFacts, language: str) -> Iterator[str]:
    """The offer's line; and the whole of the offer, where the words leave a part of it out."""
    words = slots.get("offer_line", "")
    yield from paragraphs(words)
    if not says_all(words, offer):
        yield sentence(offer, language)


def _footer(facts: MessageFacts) -> Iterator[str]:
    yield "--"
    yield facts.brand.name
    yield from facts.brand.address.splitlines()
    yield "Unsubscribe:"
    yield facts.unsubscribe_url
    if facts.preferences_url not in ("", facts.unsubscribe_url):
        yield "Choose what we send you:"
        yield facts.preferences_url


def _wrapped(part: str) -> str:
    lines: list[str] = []
    for line in part.splitlines():
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
