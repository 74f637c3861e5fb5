"""Where approved words say what the voice avoids, or what a claim says: this leads there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from rapport.core.copy_checks.claims import sentences_saying
from rapport.core.creative.framework import Framework
from rapport.core.creative.voice import Claim
from rapport.ports.brand_files import FrameworkFile
from rapport.web.frameworks.mistakes import Mistake
from rapport.web.frameworks.saving import ROOT
from rapport.web.own_files import Here
from rapport.web.pages import address_below

MOST_SHOWN = 20
_PLACE = re.compile(r"blocks\[(\d+)\]\.(\w+)")
_AVOIDED = re.compile(r"found '(.*)', which voice\.yaml asks to avoid", re.DOTALL)


class InApproved(Struct, frozen=True):
    """What stands in approved words, whose they are, and where they are changed."""

    phrase: str
    framework: str
    slot: str
    address: str


class Approved(Struct, frozen=True):
    """Some of the places, how many there are, and the mistakes that are none of these."""

    places: tuple[InApproved, ...]
    count: int
    rest: tuple[Mistake, ...] = ()


def saying(here: Here, claim: Claim) -> Approved:
    """The sentences of approved words that may say what a claim says, likeliest first."""
    found = [
        (said.share, InApproved(said.sentence, framework.name, slot, _to(here, framework, file, n)))
        for framework, file in _files(here).values()
        for n, passage in enumerate(file.passages)
        for slot, words in passage.words.items()
        for said in sentences_saying(words, claim.text)
    ]
    found.sort(key=lambda one: -one[0])
    return Approved(tuple(one for _, one in found[:MOST_SHOWN]), len(found))


def in_approved(here: Here, mistakes: Sequence[Mistake]) -> Approved:
    """Takes what is about words to avoid out of the mistakes that a change would make."""
    files = _files(here) if mistakes else {}
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
        to = _to(here, framework, file, int(place[1]))
        places.append(InApproved(said[1], framework.name, place[2], to))
    return Approved(tuple(places), len(found), rest)


def _files(here: Here) -> dict[str, tuple[Framework, FrameworkFile]]:
    """Each framework with its file, by the file's name."""
    opened = (
        (framework, here.frameworks.open(here.brand.key, framework.key))
        for framework in here.book.content.frameworks
    )
    return {file.name: (framework, file) for framework, file in opened if file is not None}


def _to(here: Here, framework: Framework, file: FrameworkFile, number: int) -> str:
    """Where these words are changed; the framework's page, where they are not there any more."""
    to_words = ("words", file.passages[number].id) if number < len(file.passages) else ()
    return address_below(ROOT, here.brand.key, framework.key, *to_words)
