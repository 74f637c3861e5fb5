"""Going back in a real Chromium: by one click, without a script, on a phone, in light and dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_world import World
from test_releases import KEPT, PUBLISH, RELEASES, SAVED, second_release

from browser import Browser

CONTRAST = (Path(__file__).parents[1] / "review" / "contrast.js").read_text(encoding="utf-8")
DONE = "document.readyState === 'complete'"


def test_words_go_back_by_one_click_and_without_a_script(
    world: World, base: str, browser: Browser
) -> None:
    world.change(SAVED, KEPT)
    browser.without_scripts()
    browser.open(base + PUBLISH)
    browser.click("button.back")
    browser.until(f"{DONE} && document.body.innerText.includes('Put back, as it is published.')")
    assert SAVED in world.text()


def test_the_words_of_a_release_are_asked_about_before_they_are_written(
    world: World, base: str, browser: Browser
) -> None:
    second_release(world)
    browser.open(f"{base}{RELEASES}/1")
    browser.js(
        "document.querySelectorAll('details.whole-back').forEach(one => { one.open = true })"
    )
    browser.click(".whole-back button")  # without the tick the browser asks for it
    assert KEPT in world.text()
    browser.click(".whole-back [name=sure]")
    browser.click(".whole-back button")
    browser.until(f"{DONE} && document.body.innerText.includes('are in the folder again')")
    assert SAVED in world.text()
    assert browser.said == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_can_be_read_and_nothing_is_wider_than_a_phone(
    world: World, base: str, browser: Browser, scheme: str
) -> None:
    second_release(world)
    world.change("max_chars: 110", "max_chars: 120")
    browser.prefer(scheme)
    browser.size(390, 844)
    for page in (PUBLISH, RELEASES, f"{RELEASES}/1", f"{RELEASES}/2"):
        browser.open(base + page)
        assert browser.js(CONTRAST) == [], page
        assert browser.js("document.documentElement.scrollWidth") <= 390, page
