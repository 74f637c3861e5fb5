"""Reviews and scenes as facts of one message."""

from __future__ import annotations

from collections.abc import Sequence

from rapport.app.wordable import clean
from rapport.core.blueprint import Brand
from rapport.core.facts import ReviewFacts, SceneFacts
from rapport.core.proof import MOST_REVIEWS, Shown, fitting


def review_facts(brand: Brand, products: Sequence[Shown]) -> tuple[ReviewFacts, ...]:
    """What others said of these products, their kind or the shop; the nearest first."""
    found = fitting(brand.reviews, products)[:MOST_REVIEWS]
    return tuple(ReviewFacts(one.words, clean(one.by)) for one in found)


def scene_facts(brand: Brand, products: Sequence[Shown], media: str) -> SceneFacts:
    """The picture of daily life that goes with these products best; `media` is where the brand's
    pictures are."""
    found = fitting(brand.scenes, products)
    return SceneFacts(media + found[0].picture, clean(found[0].alt)) if found else SceneFacts()
