"""The console's pages in a real Chromium: readable in light and dark, and no wider than a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from review_world import BRAND, World
from test_review_browser import queue

from browser import Browser, chromium
from rapport.bootstrap.desks.stopping import Switchboard
from rapport.core.oversight.stopping import Switch

pytestmark = pytest.mark.skipif(not chromium(), reason="no Chromium here: apt-get install chromium")


CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")


def pages(world: World) -> list[str]:
    """Each page that there is of the console, with something on it."""
    one, two, _ = queue(world, "Cup is here.", "Cup is here, too.", "Cup is only £5 now.")
    board = Switchboard(
        world.store,
        world.records,
        world.here.publications,
        world.here.anchors,
        world.clock,
        world.here.settings,
    )
    board.stop(BRAND, Switch("flow", "checkout"), "Nell", "The code does not work.")
    drafts = [f"review/{one}", f"review/{two}", f"review/{one}/alike"]
    inner = ["", "review", "review/taught", *drafts, "stops", "policies", "preview", "nothing"]
    return [f"/console/{path}?brand={BRAND}".replace("/?", "?") for path in inner]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_of_every_page_can_be_read(
    world: World, served: str, browser: Browser, scheme: str
) -> None:
    browser.prefer(scheme)
    for page in pages(world):
        browser.open(served + page)
        assert browser.js(CONTRAST) == [], page


def test_no_page_is_wider_than_a_phone(world: World, served: str, browser: Browser) -> None:
    browser.size(390, 844)
    for page in pages(world):
        browser.open(served + page)
        assert browser.js("document.documentElement.scrollWidth") <= 390, page
