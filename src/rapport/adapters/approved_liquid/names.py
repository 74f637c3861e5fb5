"""What the names in approved copy and in layouts stand for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import get_args, get_origin, get_type_hints

from msgspec import Struct

from rapport.core.creative.facts import (
    FOR_LAYOUTS,
    FOR_MACHINES,
    PRODUCT_GROUPS,
    CartFacts,
    MessageFacts,
    out_of_place,
)
from rapport.core.creative.fixed_words import IN_LAYOUTS
from rapport.core.creative.framework import CART, NOTHING

LAYOUT_EXTRAS = ("greeting", "more_items", "language", "about")
"""Texts that a layout may use besides the facts: `Hello Anna,`, `and 2 more`, the language, and
what the message is about, one of `rapport.core.creative.framework.ABOUT`."""

PRODUCTS = "products"
"""In layouts, so that one serves several frameworks: the facts of whatever the message is about."""


class Shape(Struct, frozen=True):
    """What a name stands for: text, a group of named facts, or a list to go through."""

    fields: Mapping[str, Shape] | None = None
    each: Shape | None = None
    is_text: bool = False

    @property
    def prints(self) -> bool:
        """Whether it can be written into a message as it is."""
        return self.fields is None and self.each is None


TEXT = Shape(is_text=True)
NUMBER = Shape()


def word_facts(brand_facts: frozenset[str], about: str = CART) -> Mapping[str, Shape]:
    """The names that a block may use; `brand_facts` are those that brand.yaml states, `about` is
    what the framework is about."""
    every = _word_facts(brand_facts, about)
    return {name: shape for name, shape in every.items() if name not in FOR_LAYOUTS}


def layout_facts(
    brand_facts: frozenset[str],
    slots: frozenset[str],
    colours: frozenset[str],
    about: str = CART,
) -> Mapping[str, Shape]:
    """The names that a layout may use: facts, the slots' words and the brand's colours."""
    texts = dict.fromkeys(slots, TEXT)
    texts["body"] = Shape(each=TEXT)
    return {
        **_word_facts(brand_facts, about),
        PRODUCTS: _shape_of(CartFacts, brand_facts),
        "slots": Shape(fields=texts),
        "colours": Shape(fields=dict.fromkeys(colours, TEXT)),
        "words": Shape(fields=dict.fromkeys(IN_LAYOUTS, TEXT)),
        **dict.fromkeys(LAYOUT_EXTRAS, TEXT),
    }


@cache
def _word_facts(brand_facts: frozenset[str], about: str) -> Mapping[str, Shape]:
    fields = _shape_of(MessageFacts, brand_facts).fields or {}
    elsewhere = out_of_place(about)
    kept = {name: shape for name, shape in fields.items() if name not in elsewhere}
    return MappingProxyType(kept)


def about_of(names: Mapping[str, Shape]) -> str:
    """What the message is about that has these names of facts."""
    return next((group for group in PRODUCT_GROUPS if group in names), NOTHING)


def _shape_of(kind: object, brand_facts: frozenset[str]) -> Shape:
    if isinstance(kind, type) and issubclass(kind, Struct):
        hints = get_type_hints(kind)
        return Shape(
            fields={
                name: _shape_of(hints[name], brand_facts)
                for name in kind.__struct_fields__
                if not name.endswith(FOR_MACHINES)
            }
        )
    if get_origin(kind) is tuple:
        return Shape(each=_shape_of(get_args(kind)[0], brand_facts))
    if get_origin(kind) is dict:
        return Shape(fields=dict.fromkeys(brand_facts, TEXT))
    return TEXT if kind is str else NUMBER
