"""Where a word to avoid stands in approved words: they are changed first, and this leads there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from rapport.web.frameworks.mistakes import Mistake
from rapport.web.frameworks.saving import address
from rapport.web.voice.here import Here

MOST_SHOWN = 20
_PLACE = re.compile(r"blocks\[(\d+)\]\.(\w+)")
_AVOIDED = re.compile(r"found '(.*)', which voice\.yaml asks to avoid", re.DOTALL)


class InApproved(Struct, frozen=True):
    """A word to avoid in approved words: which, whose they are, and where they are changed."""

    phrase: str
    framework: str
    slot: str
    address: str


class Approved(Struct, frozen=True):
    """Some of the places, how many there are, and the mistakes that are none of these."""

    places: tuple[InApproved, ...]
    count: int
    rest: tuple[Mistake, ...]


def in_approved(here: Here, mistakes: Sequence[Mistake]) -> Approved:
    """Takes what is about words to avoid out of the mistakes that a change would make."""
    files = {}
    for framework in here.book.content.frameworks if mistakes else ():
        file = here.desks.frameworks.open(here.brand.key, framework.key)
        if file is not None:
            files[file.name] = framework, file
    found = [
        (one, place, words)
        for one in mistakes
        if one.file in files
        and (place := _PLACE.fullmatch(one.place))
        and (words := _AVOIDED.fullmatch(one.words))
    ]
    rest = tuple(one for one in mistakes if all(one is not other for other, *_ in found))
    places = []
    for mistake, place, said in found[:MOST_SHOWN]:
        framework, file = files[mistake.file]
        number = int(place[1])
        to_words = ("words", file.passages[number].id) if number < len(file.passages) else ()
        to = address(here.brand.key, framework.key, *to_words)
        places.append(InApproved(said[1], framework.name, place[2], to))
    return Approved(tuple(places), len(found), rest)
