"""What of a brand still is the starting library's, which is about a made-up shop.

It is no mistake: much of it fits any shop. But nobody else can tell which, so it is said, with the
file and line of each.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from rapport.core.blueprint import BrandFolder
from rapport.core.brand import Brand
from rapport.core.creative.slots import BODY

CATALOGUE = "catalogue.csv"
TELLING_WORDS = 4
"""A fact of fewer, such as `30 days`, may well be true of another shop."""


class Beside(Struct, frozen=True):
    """What is known beside what the two folders say.

    `places` are the file and line of what stands in the brand's own, by the names of
    `rapport.adapters.brand_folder.places`; `titles` are its products', `theirs` the library's.
    """

    places: Mapping[str, str] = {}
    titles: Collection[str] = ()
    theirs: Collection[str] = ()

    def at(self, name: str, file: str) -> str:
        """Where it stands; the file alone where nobody knows more."""
        return self.places.get(name, file)


def is_as_it_comes(folder: BrandFolder, library: BrandFolder) -> bool:
    """Whether nothing was changed that people write: then it is no brand of one's own yet. Of fewer
    flows the library's own is the same still."""
    mine, theirs = folder.without_places(), library.without_places()
    parts = ("brand", "offers", "frameworks", "voice", "claims", "rules")
    return all(getattr(mine, part) == getattr(theirs, part) for part in parts)


def borrowed(
    folder: BrandFolder,
    library: BrandFolder,
    beside: Beside = Beside(),  # noqa: B008 (frozen)
) -> tuple[str, ...]:
    """One line for each thing that still is the library's, the sender first; nothing where the
    folder is the library's as it comes."""
    return () if is_as_it_comes(folder, library) else tuple(every_line(folder, library, beside))


def every_line(folder: BrandFolder, library: BrandFolder, beside: Beside) -> Iterator[str]:
    """The same, also of the library as it comes."""
    yield from sender_lines(folder.brand, library.brand, beside)
    yield from _offers(folder, library, beside)
    yield from _facts(folder.brand, library.brand, beside)
    yield from _texts(folder, library)
    made_up = {review.words for review in library.brand.reviews}
    reviews = [one.words for one in folder.brand.reviews if one.words in made_up]
    if reviews:
        place = beside.at(f"review {reviews[0]}", "brand.yaml")
        of = f"{len(reviews)} of {len(folder.brand.reviews)}"
        yield f"{place}: {of} reviews, which nobody wrote{_from_here(reviews)}"
    known = {claim.text for claim in library.claims}
    claims = [claim.text for claim in folder.claims if claim.text in known]
    if claims:
        place = beside.at(f"claim {claims[0]}", "claims.yaml")
        of = f"{len(claims)} of {len(folder.claims)}"
        yield f"{place}: {of} claims of what it sells{_from_here(claims)}"
    titles = set(beside.titles)
    if same := titles & set(beside.theirs):
        yield f"{CATALOGUE}: {len(same)} of {len(titles)} products"


def sender_lines(brand: Brand, library: Brand, beside: Beside) -> Iterator[str]:
    """Whom its mail is from, and where it leads."""
    for name, mine, theirs, said in (
        ("sender.email", brand.from_email, library.from_email, "it sends as {}"),
        ("sender.name", brand.from_name, library.from_name, "it signs as ‘{}’"),
        ("sender.reply_to", brand.reply_to, library.reply_to, "answers go to {}"),
        ("postal_address", brand.postal_address, library.postal_address, "its address is ‘{}’"),
        ("shop_url", brand.shop_url, library.shop_url, "links lead to {}"),
    ):
        if mine and mine == theirs:
            yield f"{beside.at(name, 'brand.yaml')}: {said.format(' '.join(mine.split()))}"
    for host in brand.link_hosts:
        if host in library.link_hosts:
            yield f"{beside.at('link_hosts', 'brand.yaml')}: links may lead to {host}"


def _offers(folder: BrandFolder, library: BrandFolder, beside: Beside) -> Iterator[str]:
    theirs = {(one.key, one.code) for one in library.offers if one.code}
    for offer in folder.offers:
        if (offer.key, offer.code) in theirs:
            place = beside.at(f"code {offer.key}", "offers.yaml")
            yield f"{place}: the code of ‘{offer.label}’ is {offer.code}"


def _facts(brand: Brand, library: Brand, beside: Beside) -> Iterator[str]:
    same = [
        name
        for name, fact in brand.facts.items()
        if library.facts.get(name) == fact and len(fact.split()) >= TELLING_WORDS
    ]
    if same:
        place = beside.at(f"fact {same[0]}", "brand.yaml")
        of = f"{len(same)} of {len(brand.facts)}"
        named = f"such as ‘{brand.facts[same[0]]}’ for {same[0]}"
        yield f"{place}: {of} facts that it promises by, {named}{_from_here(same)}"


def _texts(folder: BrandFolder, library: BrandFolder) -> Iterator[str]:
    theirs = set(_bodies(library))
    for framework in folder.frameworks:
        bodies = [block for block in framework.blocks if block.slot == BODY]
        same = [block for block in bodies if block.text.strip() in theirs]
        if same:
            place = f"{same[0].where}: " if same[0].where else ""
            of = f"{len(same)} of {len(bodies)}"
            yield f"{place}‘{framework.name}’ ({framework.key}): {of} texts{_from_here(same)}"


def _from_here(found: Collection[object]) -> str:
    return " (from here on)" if len(found) > 1 else ""


def _bodies(folder: BrandFolder) -> Iterator[str]:
    for framework in folder.frameworks:
        yield from (block.text.strip() for block in framework.blocks if block.slot == BODY)
