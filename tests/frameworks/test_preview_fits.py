"""Everything that a framework can say is seen at once, without scrolling sideways."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from browser import Browser
from rapport.app.frameworks.preview_person import ANNA
from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.previews.tests_by_mail import published_previews
from rapport.bootstrap.serving.web_edge import web_edge
from rapport.settings import Settings
from rapport.testing import examples as ex
from serving import served

FITS = "(one => one.scrollWidth <= one.clientWidth)(document.querySelector('.scroll'))"
PAGE_FITS = "document.documentElement.scrollWidth <= innerWidth"


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    home = tmp_path_factory.mktemp("fits") / "home"
    here = Installation(Settings(home=home, secret="s" * 40), TurnedClock(ex.at(0, 9)))
    here.publish(here.copy_example())
    yield here
    here.close()


@pytest.mark.parametrize("framework", ["checkout", "browse", "welcome"])
def test_the_table_fits_on_a_laptop(here: Installation, browser: Browser, framework: str) -> None:
    with served(web_edge(here)) as base:
        for width in (1280, 1024):
            browser.size(width, 900)
            browser.open(f"{base}/console/preview?framework={framework}")
            assert browser.js(FITS), width
        browser.size(390, 900)
        assert browser.js(PAGE_FITS)
    release = here.blueprint("alder-and-clay").releases[-1]
    known = release.framework(framework)
    assert known
    shown = browser.js("document.querySelectorAll('.matrix td a').length")
    assert shown == len(known.tones) * len(known.visuals) * len(known.offers)


def test_the_file_fits_too_and_lists_what_does_not_work_by_its_place(
    here: Installation, browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "all.html"
    file.write_bytes(published_previews(here).file("alder-and-clay", "checkout", ANNA))
    browser.size(1280, 900)
    browser.open(file.as_uri())
    assert browser.js(FITS)
    heads = "[...document.querySelectorAll('#matrix tbody th bdi')].map(one => one.textContent)"
    large = "The first product large"
    assert browser.js(heads)[:4] == [large, "No offer", large, "Free delivery"]
    browser.size(390, 900)
    assert browser.js(PAGE_FITS)


def test_what_is_chosen_beside_the_editor_can_be_read(here: Installation, browser: Browser) -> None:
    with served(web_edge(here)) as base:
        browser.size(1280, 900)
        browser.open(f"{base}/console/frameworks/checkout/words")
        browser.js("document.querySelector('[name=\"slot.subject\"]').focus()")
        browser.type("Your basket waits")
        browser.until("document.querySelector('[name=\"see.visual\"]')")
        chosen = "document.querySelector('[name=\"see.visual\"]')"
        # As wide as its words are, with room for the arrow.
        needed = browser.js(
            f"(s => {{ const c = document.createElement('canvas').getContext('2d');"
            "c.font = getComputedStyle(s).font;"
            f"return c.measureText(s.selectedOptions[0].textContent).width + 24 }})({chosen})"
        )
        assert browser.js(f"{chosen}.clientWidth") >= needed
