"""Reviews, scenes and banners as facts of one message."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from rapport.app.wording.wordable import clean
from rapport.core.brand import Brand
from rapport.core.creative.facts import CartFacts, ReviewFacts, SceneFacts
from rapport.core.creative.framework import Framework
from rapport.core.creative.proof import MOST_REVIEWS, Shown, fitting, said_in
from rapport.ports import Banners

IN_A_BANNER = 4


def review_facts(brand: Brand, products: Sequence[Shown], language: str) -> tuple[ReviewFacts, ...]:
    """What others said in a language of these products, their kind or the shop; the nearest
    first."""
    found = fitting(said_in(brand, language), products)[:MOST_REVIEWS]
    return tuple(ReviewFacts(one.words, clean(one.by)) for one in found)


def scene_facts(
    brand: Brand,
    products: Sequence[Shown],
    media: str,
    said: Mapping[str, str] = MappingProxyType({}),
) -> SceneFacts:
    """The picture of daily life that goes with these products best; `media` is where the brand's
    pictures are, `said` what is said of them in another language than the brand's."""
    found = fitting(brand.scenes, products)
    if not found:
        return SceneFacts()
    best = found[0]
    return SceneFacts(media + best.picture, clean(said.get(best.picture, best.alt)))


def shows_banner(framework: Framework, visual: str) -> bool:
    """Whether the visual's layout shows the products in one picture."""
    return "banner.image" in dict(framework.layouts).get(visual, "")


def banner_facts(brand: Brand, products: CartFacts, banners: Banners) -> SceneFacts:
    """The products in one picture, with their titles as its words; both empty where some have no
    picture of the brand's own."""
    pictured = [item for item in products.items if item.image][:IN_A_BANNER]
    image = banners.banner(
        brand.key, [item.image for item in pictured], brand.colours.get("card", "")
    )
    if not image:
        return SceneFacts()
    return SceneFacts(image, "; ".join(item.title for item in pictured))
