"""Words that nobody gets are told of where they stand, and before they are published."""

from __future__ import annotations

import re
from html import unescape

from desk_world import Visitor, World

ONE = "/console/frameworks/checkout"
UNBOUND = """  - subject: Words for whoever had the others
    headline: Words for nobody & <b>
"""


def told(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_the_frameworks_page_and_the_one_of_publishing_say_what_nobody_gets(
    world: World, visitor: Visitor
) -> None:
    for path in (ONE, "/console/publish"):
        assert "Nobody gets these words" not in visitor.get(path).text
    world.change("  - tone: plain\n", f"{UNBOUND}  - tone: plain\n")
    why = "wherever it fits, other words go before it"
    page = told(visitor.get(ONE).text)
    assert f"Headline “ Words for nobody & <b> ”: {why}" in page
    page = told(visitor.get("/console/publish").text)
    assert f"Checkout left behind , headline “ Words for nobody & <b> ”: {why}" in page
    assert page.count("Words for whoever had the others") == 1, "somebody gets these"
