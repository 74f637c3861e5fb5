"""Facts: the typed values that approved words may name, and nothing else may put into a message.

A fact is filled in by `rapport.app.messages.write` from what the message is about, the catalogue,
the offer and the brand; a block writes `{{ offer.value }}`. Values are text, ready to show, already
in the person's locale, save `cart.items` and its like, which are lists to go through.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from msgspec import Struct

from rapport.core.creative.framework import CART, NOTHING, ORDER, VIEWED

SHORT_TITLE, SHORT_NAMES = 28, 40
"""The most characters of a short title, and of a list of these: so that a subject that names what a
message is about fits whatever the catalogue calls it, and says something else where it cannot."""


class ItemFacts(Struct, frozen=True, gc=False):
    """One product that the message is about."""

    title: str
    variant: str
    quantity: str
    price: str
    """Of one piece, such as `£24.00`."""
    total: str
    url: str
    image: str
    category: str
    short_title: str = ""
    """What people call it, such as `Round Mug` of `Round Mug, Moss`: no longer than `SHORT_TITLE`,
    and empty where the title is not to be had so short."""


class CartFacts(Struct, frozen=True, gc=False):
    """Products that the message is about: the basket, those looked at, or those of an order."""

    items: tuple[ItemFacts, ...]
    first: ItemFacts
    count: int
    """Number of different products."""
    total: str
    """Of the goods in the basket or the order, after discounts and without delivery; of what was
    looked at, the price of all of it together."""
    url: str
    """The tracked address that the button leads to: where the checkout is taken up again, or the
    page of the first product."""
    more: int = 0
    """How many of the products are not among `items`, which holds the first few."""
    names: str = ""
    """The products by name, as words would list them: `Moor mug, Long Table plate and 2 more`."""
    short_names: str = ""
    """The same in short titles, for a line of the inbox: `Moor mug and 3 more`. No longer than
    `SHORT_NAMES`, and empty where not even the first has a short title."""


NO_ITEM = ItemFacts(
    title="", variant="", quantity="", price="", total="", url="", image="", category=""
)
NO_PRODUCTS = CartFacts((), NO_ITEM, 0, "", "")


class OfferFacts(Struct, frozen=True, gc=False):
    """The offer as it holds for this message; all empty where there is none."""

    key: str = "none"
    label: str = ""
    value: str = ""
    """Such as `10%` or `£5.00`."""
    code: str = ""
    ends: str = ""
    """Such as `Thursday 4 June at 18:00`."""
    minimum: str = ""
    starts_iso: str = ""
    """From when it holds, in ISO 8601, for machines; words cannot name it."""
    ends_iso: str = ""
    """Until when, likewise."""


class ReviewFacts(Struct, frozen=True, gc=False):
    """What somebody said of the products or the shop, in their own words."""

    words: str
    by: str


class SceneFacts(Struct, frozen=True, gc=False):
    """A picture of daily life; both empty where there is none."""

    image: str = ""
    alt: str = ""


class BrandFacts(Struct, frozen=True, gc=False):
    name: str
    sender: str
    address: str
    shop_url: str
    logo_url: str
    reply_to: str
    facts: dict[str, str]
    """What `brand.yaml` states under `facts`, such as `returns_days`."""


class MessageFacts(Struct, frozen=True, gc=False):
    """All of it; the names of the fields are the names that Liquid sees.

    Of `cart`, `viewed` and `order` at most one is filled, that which the framework is about.
    """

    cart: CartFacts
    offer: OfferFacts
    brand: BrandFacts
    unsubscribe_url: str
    preferences_url: str
    first_name: str = ""
    viewed: CartFacts = NO_PRODUCTS
    """Products that the person looked at and has not bought since, the last one first."""
    order: CartFacts = NO_PRODUCTS
    """The person's last order."""
    reviews: tuple[ReviewFacts, ...] = ()
    """At most three; those about the products come first."""
    scene: SceneFacts = SceneFacts()
    banner: SceneFacts = SceneFacts()
    """The first few products in one picture; only where the layout shows it."""
    taken_off: str = ""
    """Why the total is less than the lines: what a discount takes off, such as `£4.20 off`."""

    @property
    def about(self) -> str:
        """What the message is about, one of `rapport.core.creative.framework.ABOUT`."""
        return next((name for name in PRODUCT_GROUPS if getattr(self, name).url), NOTHING)

    @property
    def products(self) -> CartFacts:
        """What the message is about; where it is nothing, no products and the shop's address."""
        about = self.about
        if about == NOTHING:
            return CartFacts((), NO_ITEM, 0, "", self.brand.shop_url)
        filled: CartFacts = getattr(self, about)
        return filled


FOR_MACHINES = "_iso"
"""How the names of facts end that are for machines alone: neither words nor layouts name them."""

_LISTS = re.compile(r"(\{\{\s*(?:cart|viewed|order)\.)items(\s*\}\})")


_LETTER_AND_ACCENT = re.compile(r"[^\W\d_][\u0300-\u036f]{1,2}(?![\u0300-\u036f])")
"""Few marks, since to put thousands in order takes minutes; no language's letter has more."""


def in_our_forms(words: str) -> str:
    """A writer's words with `{{ cart.items }}`, a list, put as `{{ cart.names }}`, its words, and
    with a letter and its accent as one character, where there is such a character."""
    named = _LISTS.sub(r"\1names\2", words)
    return _LETTER_AND_ACCENT.sub(lambda found: normalize("NFC", found[0]), named)


FOR_LAYOUTS = frozenset({"reviews", "scene", "banner", "taken_off"})
"""Facts that layouts show and words never name."""

PRODUCT_GROUPS = (CART, VIEWED, ORDER)
"""The groups of facts of which a message has the one that its framework is about."""


def out_of_place(about: str) -> frozenset[str]:
    """The groups of facts that a message about this has not."""
    return frozenset(PRODUCT_GROUPS) - {about}
