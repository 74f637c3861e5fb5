"""Titles such as *Soup Bowl, Oatmeal* read well in a sentence, and of a product that the catalogue
does not know nothing is said that may not be so."""

from __future__ import annotations

import re

import pytest
from library import folder, points, write
from test_example_library import messages

from rapport.app.messages.matter import Matter
from rapport.core.creative.framework import NO_OFFER, message
from rapport.core.events import Line

TITLE = re.compile(r"(?P<before>.?)\{\{ \w+\.first\.title \}\}(?P<after>.?)")
MADE = re.compile(r"\bclay\b|thrown|fired|sturdy|dishwasher|steam|\bleaf\b|glaze", re.IGNORECASE)
UNKNOWN = Line(product_id="euro-mug", title="Euro Mug, Grey", quantity=1, unit_price=900)


def test_the_comma_of_a_title_never_breaks_a_sentence() -> None:
    every = [block for one in folder().frameworks for block in one.blocks]
    found = [(block.id, match) for block in every for match in TITLE.finditer(block.text)]
    assert found
    for where, match in found:
        quoted = (match["before"], match["after"]) == ("‘", "’")
        assert quoted or match["after"] == ".", where


@pytest.mark.parametrize("key", ["cart", "checkout"])
def test_nothing_is_said_of_how_an_unknown_product_was_made(key: str) -> None:
    about = Matter("cart", (UNKNOWN,), 900, folder().brand.currency, "", proven=True)
    visual = next(f.visuals[0].key for f in folder().frameworks if f.key == key)
    named = 0
    for point, tone, angle in messages(key):
        chosen = {"offer": NO_OFFER, "tone": tone, "angle": angle, "visual": visual}
        made = write(key, point, message(chosen), about).message
        for line in (made.subject, made.preheader):
            assert "Euro Mug" not in line or not MADE.search(line), (point, tone, angle, line)
        said = [p for p in made.text.split("\n\n") if UNKNOWN.title in " ".join(p.split())]
        named += len(said)
        for paragraph in said:
            assert not MADE.search(paragraph), (point, tone, angle, paragraph)
    assert named, f"a message of {points(key)} names what it is about"
