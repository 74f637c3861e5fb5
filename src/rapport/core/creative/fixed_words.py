"""What is said around approved words, in one language: greeting, headings, the way out, an offer.

Rapport brings these words for some languages (`rapport.core.creative.fixed_words_shipped`); a brand
may say them in its own way, or in a language that is not there, under `languages` in brand.yaml.
What only the brand can say in another language (its offers' labels, its facts, its pictures) stands
with them. A message speaks one language, so where any of it is missing it is in the brand's own.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from rapport.core.creative.facts import MessageFacts
from rapport.core.creative.framework import CART, ORDER


class FixedWords(Struct, frozen=True, gc=False):
    """The words of one language. A name in braces, such as `{name}`, stands for what is filled in.

    `locale` says how dates, money and lists are written in messages of a language that is not the
    brand's own; in the brand's own its own locale does.
    """

    locale: str
    hello: str
    hello_name: str
    """With `{name}`."""
    basket: str
    """Heads the list of products, as the next two do."""
    viewed: str
    order: str
    in_basket: str
    """Before the name of a product, as the next does."""
    from_order: str
    and_the_rest: str
    """After the name of a product, where there are more."""
    rest_of_basket: str
    """Below the name of a product, where there are more, as the next does."""
    rest_of_order: str
    total: str
    quantity: str
    more: str
    """Below a list of products, with `{count}`, which may be 1."""
    others: str
    """At the end of a list in a sentence, with `{count}`, which is 2 or more."""
    unsubscribe: str
    choose: str
    why: str
    """Why somebody gets this, with `{brand}`, as have the next two."""
    why_cart: str
    why_order: str
    off: str
    """An offer: so much off, with `{value}`."""
    minimum: str
    """From which total on it holds, with `{minimum}`."""
    code: str
    """With `{code}`."""
    until: str
    """With `{ends}`."""
    moment: str
    """A day and a time, with `{day}` and `{time}`."""
    colon: str = ":"
    """Ends what stands before a list or an address."""
    offers: dict[str, str] = field(default_factory=dict)
    """Labels of the brand's offers, by key."""
    facts: dict[str, str] = field(default_factory=dict)
    """The brand's facts, by name."""
    pictures: dict[str, str] = field(default_factory=dict)
    """Words for those who do not see the brand's pictures, by file."""
    topics: dict[str, str] = field(default_factory=dict)
    """Labels of the kinds of messages that people may decline, by key."""


FILLED: Mapping[str, tuple[str, ...]] = {
    "hello_name": ("name",),
    "more": ("count",),
    "others": ("count",),
    "why": ("brand",),
    "why_cart": ("brand",),
    "why_order": ("brand",),
    "off": ("value",),
    "minimum": ("minimum",),
    "code": ("code",),
    "until": ("ends",),
    "moment": ("day", "time"),
}
"""What is filled into which of the words; all of it stands in them."""

OF_THE_BRAND = ("offers", "facts", "pictures", "topics")
"""The parts that only a brand can write."""


def filled(words: str, **values: str) -> str:
    """Words with `{name}` and its like filled in. What is filled in is not looked at again."""
    parts = [words]
    for name, value in values.items():
        gap = f"{{{name}}}"
        parts = [
            piece
            for index, part in enumerate(parts)
            for piece in ([part] if index % 2 else _around(part.split(gap), value))
        ]
    return "".join(parts)


def _around(pieces: list[str], value: str) -> list[str]:
    """The pieces with the value between them: words at even places, what is filled in at odd."""
    found = [pieces[0]]
    for piece in pieces[1:]:
        found += [value, piece]
    return found


IN_LAYOUTS = (
    "basket", "viewed", "order", "in_basket", "from_order", "and_the_rest", "rest_of_basket",
    "rest_of_order",
    "total", "quantity", "unsubscribe", "choose", "why", "colon",
)  # fmt: skip
"""The words that a layout may use, such as `{{ words.unsubscribe }}`."""


def shown_words(words: FixedWords, facts: MessageFacts) -> dict[str, str]:
    """`IN_LAYOUTS` for one message."""
    found: dict[str, str] = {name: getattr(words, name) for name in IN_LAYOUTS}
    return {**found, "why": why_you(words, facts)}


def why_you(words: FixedWords, facts: MessageFacts) -> str:
    """Why somebody gets the message, told by what it is about."""
    why = {CART: words.why_cart, ORDER: words.why_order}.get(facts.about, words.why)
    return filled(why, brand=facts.brand.name)


def greeting(words: FixedWords, first_name: str) -> str:
    """`Hello Anna,` where the first name is known, else `Hello,`."""
    return filled(words.hello_name, name=first_name) if first_name else words.hello


def more_items(words: FixedWords, more: int) -> str:
    """`and 2 more` where there are more products than are listed, else nothing."""
    return filled(words.more, count=str(more)) if more > 0 else ""
