"""What a visual shows besides words and products: what others said, and pictures of daily life.

Both are facts that people stated with their source. A visual says what it needs; where that is not
there for a message's products, the visual is not eligible, so that none is ever half empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from rapport.core.brand import Brand, Review, Scene

REVIEWS, SCENE, SEVERAL = "reviews", "scene", "several"
NEEDS = (REVIEWS, SCENE, SEVERAL)
"""What a visual may need: somebody's words about the products or the shop, a picture of daily life
with such things, or at least two products."""

REASONS = {
    REVIEWS: "nobody's words about it are stated",
    SCENE: "no picture of daily life with it is stated",
    SEVERAL: "fewer than two products",
}
"""Why a visual is not eligible that needs what is not there."""

PICTURE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}\.[a-z]{3,4}")
"""What a file of a brand's own pictures may be called, so that no name leads anywhere else."""

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
"""What the name of a picture ends in."""

MOST_REVIEWS = 3
LEAST_PRODUCTS = 2


class Shown(NamedTuple):
    """A product that a message is about."""

    id: str
    category: str = ""


Proof = TypeVar("Proof", Review, Scene)


def fitting(proofs: Sequence[Proof], products: Sequence[Shown]) -> tuple[Proof, ...]:
    """Those that are about one of the products, then about their categories, then about the shop as
    a whole: in the order of the products, the first of which is the one that a picture shows, and
    then in that in which they are written."""
    ids = _places(product.id for product in products)
    categories = _places(product.category for product in products)
    nearest = [one for one in proofs if one.about in ids]
    near = [one for one in proofs if one.about in categories and one.about not in ids]
    general = [one for one in proofs if not one.about]
    nearest.sort(key=lambda one: ids[one.about])
    near.sort(key=lambda one: categories[one.about])
    return tuple(nearest + near + general)


def _places(names: Iterable[str]) -> dict[str, int]:
    """Where each name first stands."""
    places: dict[str, int] = {}
    for place, name in enumerate(names):
        if name:
            places.setdefault(name, place)
    return places


def said_in(brand: Brand, language: str) -> tuple[Review, ...]:
    """What others said in a language."""
    return tuple([one for one in brand.reviews if (one.language or brand.language) == language])


def lacking(
    needs: Sequence[str], brand: Brand, products: Sequence[Shown], language: str = ""
) -> str:
    """Why a visual with these needs cannot be shown in a message in this language, the brand's if
    none is named; empty where it can."""
    for need in needs:
        there = {
            REVIEWS: bool(fitting(said_in(brand, language or brand.language), products)),
            SCENE: bool(fitting(brand.scenes, products)),
            SEVERAL: len(products) >= LEAST_PRODUCTS,
        }.get(need, False)
        if not there:
            return REASONS.get(need, f"nothing gives it '{need}'")
    return ""
