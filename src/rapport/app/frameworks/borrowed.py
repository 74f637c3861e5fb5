"""What of a brand is still word for word the starting library's, which is about a made-up shop.

It is no mistake: much of it fits any shop. But nobody else can tell which, so it is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.core.blueprint import BrandFolder

BODY = "body"


def borrowed(folder: BrandFolder, library: BrandFolder) -> tuple[str, ...]:
    """One line for each framework with bodies of the library's, and for its reviews and claims;
    nothing where the folder is the library's own brand, by its name."""
    same_shop = folder.brand.name == library.brand.name
    return () if same_shop else tuple(_lines(folder, library))


def _lines(folder: BrandFolder, library: BrandFolder) -> Iterator[str]:
    theirs = set(_bodies(library))
    for framework in folder.frameworks:
        bodies = [block.text.strip() for block in framework.blocks if block.slot == BODY]
        same = sum(body in theirs for body in bodies)
        if same:
            yield f"‘{framework.name}’ ({framework.key}): {same} of {len(bodies)} texts"
    made_up = {review.words for review in library.brand.reviews}
    reviews = sum(review.words in made_up for review in folder.brand.reviews)
    if reviews:
        yield f"brand.yaml: {reviews} of {len(folder.brand.reviews)} reviews, which nobody wrote"
    known = {claim.text for claim in library.claims}
    claims = sum(claim.text in known for claim in folder.claims)
    if claims:
        yield f"claims.yaml: {claims} of {len(folder.claims)} claims"


def _bodies(folder: BrandFolder) -> Iterator[str]:
    for framework in folder.frameworks:
        yield from (block.text.strip() for block in framework.blocks if block.slot == BODY)
