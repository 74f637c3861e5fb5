"""A phrase that must be changed everywhere is found everywhere that messages show it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from rapport.app.frameworks.finding import Said, bound_of, places_of, wrong_with
from rapport.bootstrap.library import example_folder
from rapport.bootstrap.previews.desk import Shown
from rapport.bootstrap.previews.from_folder import from_folder
from rapport.core.creative.fixed_words_shipped import GERMAN
from rapport.core.creative.framework import Block
from rapport.core.creative.voice import Claim

PHRASE = "quokka blue"


@pytest.fixture(scope="module")
def shown() -> Iterator[Shown]:
    with example_folder() as folder, from_folder(folder) as shown:
        yield shown


def said(shown: Shown) -> Said:
    release = shown.release
    return Said(release.brand, release.frameworks, release.offers, release.claims)


def test_every_part_from_subject_to_button_and_all_else_that_is_shown(shown: Shown) -> None:
    all_said = said(shown)
    assert places_of(all_said, PHRASE).times == 0
    slots = ("subject", "preheader", "headline", "body", "cta", "signoff")
    blocks = tuple(Block(f"b/{slot}", slot, f"In Quokka  Blue, {slot}.") for slot in slots)
    one, *others = all_said.frameworks
    layout = "<mjml>\n<mj-text>Quokka blue, again</mj-text>\n</mjml>"
    framework = replace(one, blocks=blocks, layouts=(("card", layout), *one.layouts[1:]))
    offer, *more = all_said.offers
    german = replace(GERMAN, offers={"tea": "Quokka Blue"}, facts={"colour": "quokka blue"})
    everywhere = Said(
        replace(all_said.brand, facts={"colour": "Quokka blue"}, words={"de": german}),
        (framework, *others),
        (replace(offer, label="A quokka blue mug"), *more),
        (Claim("glaze", "Our quokka blue is our own.", "a letter"),),
    )
    found = places_of(everywhere, PHRASE)
    assert [one.block.slot for one in found.in_blocks] == list(slots)
    assert [one.file for one in found.beside] == [
        "offers.yaml", "claims.yaml", "brand.yaml", "brand.yaml", "brand.yaml", "layouts/",
    ]  # fmt: skip
    assert found.times == len(slots) + 6
    (line,) = found.beside[-1].lines
    assert [(part.text, part.found) for part in line] == [
        ("<mj-text>", False), ("Quokka blue", True), (", again</mj-text>", False),
    ]  # fmt: skip


def test_only_the_lines_that_have_it_are_shown_and_one_over_two_lines_is_one(shown: Shown) -> None:
    block = Block("b", "body", "First.\n\nquokka\nblue is it.\nLast.", tones=("warm",))
    one = replace(shown.release.frameworks[0], blocks=(block,))
    found = places_of(Said(shown.release.brand, (one,), ()), PHRASE)
    assert found.times == 1
    ((first, second),) = (place.lines for place in found.in_blocks)
    assert [part.text for part in first] == ["quokka"]
    assert [part.text for part in second] == ["blue", " is it."]
    assert bound_of(block) == {"tone": ("warm",)}


@pytest.mark.parametrize("phrase", ["", "a", " a ", "x" * 201])
def test_what_is_too_short_or_too_long_is_not_looked_for(phrase: str) -> None:
    assert "from 2 to 200 characters" in wrong_with(phrase)
    assert wrong_with("ab") == wrong_with("x" * 200) == ""
