"""The console's page that finds a phrase in all words of a brand, and leads to each place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.explaining.rules_in_words import labels_of, names_of
from rapport.app.frameworks.finding import (
    LONGEST,
    SHORTEST,
    InBlock,
    Line,
    Places,
    Said,
    bound_of,
    places_of,
    wrong_with,
)
from rapport.core.blueprint import BrandFolder
from rapport.core.creative.editing import Passage
from rapport.core.creative.framework import Block, Framework
from rapport.core.oversight.people import WRITE
from rapport.web.access import Access, actor_of, brand_of
from rapport.web.console import frame
from rapport.web.desks import ShowFrameworks
from rapport.web.frameworks.saving import ROOT
from rapport.web.handlers import threaded
from rapport.web.pages import address_below, page
from rapport.web.services import Services

FIND = "/console/find-words"

SHOWN = 100
"""Places on one page; more are counted."""


class Place(Struct, frozen=True):
    """Approved words with the phrase: which part of a message they are, where they stand, what they
    are for, and where they can be changed."""

    slot: str
    where: str
    bound: Sequence[tuple[str, Sequence[str]]]
    language: str
    lines: Sequence[Line]
    address: str


class Group(Struct, frozen=True):
    """The places of one framework, and what people call its levels."""

    framework: Framework
    labels: Mapping[tuple[str, str], str]
    places: Sequence[Place]


class FindPages:
    """Handler."""

    def __init__(self, desk: ShowFrameworks) -> None:
        self._desk = desk

    def look(self, request: Request) -> Response:
        """The box, and what was found."""
        brand, phrase = brand_of(request), request.query_params.get("words", "")
        content = self._desk.book(brand.key).content
        wrong = wrong_with(phrase) if phrase else ""
        found = Places((), (), 0)
        if phrase and not wrong:
            said = Said(content.brand, content.frameworks, content.offers, content.claims)
            found = places_of(said, phrase)
        shown = found.in_blocks[:SHOWN]
        context: dict[str, object] = {
            **frame(request),
            "phrase": phrase[: 2 * LONGEST],
            "wrong": wrong,
            "usual": content.brand.language,
            "groups": self._groups(brand.key, content, shown),
            "found": found,
            "count": len(found.in_blocks) + len(found.beside),
            "more": len(found.in_blocks) > len(shown),
            "may_write": actor_of(request).may(WRITE),
            "shortest": SHORTEST,
            "longest": LONGEST,
        }
        return page("find_words.html", context, status=400 if wrong else 200)

    def _groups(self, brand: str, content: BrandFolder, shown: Sequence[InBlock]) -> list[Group]:
        names = names_of(content.frameworks)
        found = []
        for framework in content.frameworks:
            mine = [one for one in shown if one.framework is framework]
            if mine:
                file = self._desk.open(brand, framework.key)
                passages = file.passages if file else ()
                labels = labels_of(framework, content.offers) | names
                found.append(Group(framework, labels, [_place(brand, o, passages) for o in mine]))
        return found


def _place(brand: str, found: InBlock, passages: Sequence[Passage]) -> Place:
    block, passage = found.block, _passage(passages, found.block)
    path = ("words", passage.id) if passage else ()
    return Place(
        slot=block.slot,
        where=block.where,
        bound=list(bound_of(block).items()),
        language=block.language,
        lines=found.lines,
        address=address_below(ROOT, brand, found.framework.key, *path),
    )


def _passage(passages: Sequence[Passage], block: Block) -> Passage | None:
    """The passage of the file that a block is of: of those that say the same for the same, the last
    that begins before its words do."""
    bound, line = bound_of(block), _line(block.where)
    alike = [
        one
        for one in passages
        if one.words.get(block.slot, "").split() == block.text.split()
        and {factor: keys for factor, keys in one.bound.items() if keys} == bound
    ]
    before = [one for one in alike if one.line <= line] or alike
    return before[-1] if before else None


def _line(where: str) -> int:
    number = where.rpartition(":")[2]
    return int(number) if number.isascii() and number.isdigit() else 0


def routes(services: Services) -> list[Route]:
    """The address; none where there are no frameworks to show."""
    if services.frameworks is None:
        return []
    pages, access = FindPages(services.frameworks), Access(services)
    return [Route(FIND, access.guard(threaded(pages.look)), methods=["GET"])]
