"""Every place where a brand says something: a phrase, found in the approved words of all its
frameworks, and in what else its messages show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from rapport.app.wording.languages import language_name
from rapport.core.brand import Brand
from rapport.core.creative.framework import Block, Framework
from rapport.core.creative.voice import Claim
from rapport.core.offer import Offer
from rapport.core.text.finding import Stretch, find, stretches

SHORTEST, LONGEST = 2, 200
"""Characters of a phrase."""

Line = tuple[Stretch, ...]


class InBlock(Struct, frozen=True):
    """Approved words with the phrase in them; `lines` are those of its lines that have it."""

    framework: Framework
    block: Block
    lines: tuple[Line, ...]


class Beside(Struct, frozen=True):
    """The phrase in something else that messages show; `what` says in words what that is, and
    `file` where people change it."""

    what: str
    file: str
    lines: tuple[Line, ...]


class Places(Struct, frozen=True):
    """Where a phrase stands, framework by framework, and elsewhere; `times` counts every one."""

    in_blocks: tuple[InBlock, ...]
    beside: tuple[Beside, ...]
    times: int


class Said(Struct, frozen=True):
    """All that a brand says, as its folder has it or as it is published."""

    brand: Brand
    frameworks: Sequence[Framework]
    offers: Sequence[Offer]
    claims: Sequence[Claim] = ()


def wrong_with(phrase: str) -> str:
    """Why nobody can look for this, in words; empty where they can."""
    count = len(phrase.strip())
    if SHORTEST <= count <= LONGEST:
        return ""
    return f"Write from {SHORTEST} to {LONGEST} characters of what you look for."


def places_of(said: Said, phrase: str) -> Places:
    """Every place where it is said."""
    in_blocks, beside, times = [], [], 0
    for framework in said.frameworks:
        for block in framework.blocks:
            if found := find(block.text, phrase):
                in_blocks.append(InBlock(framework, block, _lines(block.text, found)))
                times += len(found)
    for what, file, text in _else(said):
        if found := find(text, phrase):
            beside.append(Beside(what, file, _lines(text, found)))
            times += len(found)
    return Places(tuple(in_blocks), tuple(beside), times)


def _lines(text: str, found: Sequence[tuple[int, int]]) -> tuple[Line, ...]:
    """The lines of a text in which something was found, with it marked; of a phrase over several,
    all that it is over."""
    kept, at = [], 0
    for line in text.splitlines(keepends=True):
        said = line.rstrip("\r\n")
        end = at + len(said)
        here = [place for place in found if place[0] < end and place[1] > at]
        if here:
            kept.append(stretches(said, [(max(a, at) - at, min(b, end) - at) for a, b in here]))
        at += len(line)
    return tuple(kept)


def _else(said: Said) -> Iterator[tuple[str, str, str]]:
    """What, where and its text, of all else that messages show."""
    for offer in said.offers:
        yield f"the label of the offer ‘{offer.label or offer.key}’", "offers.yaml", offer.label
    for claim in said.claims:
        yield f"the claim ‘{claim.key}’", "claims.yaml", claim.text
    for key, fact in said.brand.facts.items():
        yield f"the brand’s fact ‘{key}’", "brand.yaml", fact
    for language, words in said.brand.words.items():
        name = language_name(language)
        for key, label in words.offers.items():
            yield f"the label of the offer ‘{key}’ in {name}", "brand.yaml", label
        for key, fact in words.facts.items():
            yield f"the brand’s fact ‘{key}’ in {name}", "brand.yaml", fact
    layouts: dict[tuple[str, str], list[str]] = {}
    for framework in said.frameworks:
        for visual, source in framework.layouts:
            layouts.setdefault((visual, source), []).append(framework.key)
    for (visual, source), keys in layouts.items():
        yield f"the layout of the visual ‘{visual}’ ({', '.join(keys)})", "layouts/", source


def bound_of(block: Block) -> Mapping[str, tuple[str, ...]]:
    """What the words are for, by factor; nothing for every message."""
    found = {
        "point": block.points,
        "offer": block.offers,
        "tone": block.tones,
        "angle": block.angles,
        "visual": block.visuals,
    }
    return {factor: keys for factor, keys in found.items() if keys}
