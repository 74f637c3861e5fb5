"""In a real Chromium: what somebody types over a draft is not lost by a slip, and nobody is left
wondering why a key does nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from review_world import World
from test_review_browser import at, queue

from browser import Browser, chromium
from rapport.core.creative.draft import WAITING

pytestmark = pytest.mark.skipif(not chromium(), reason="no Chromium here: apt-get install chromium")

BODY = "document.querySelector('[name=\"slot.body\"]')"
MINE = "Words that took me ten minutes. "


def typing(browser: Browser, address: str) -> None:
    browser.open(address)
    browser.press("e")
    browser.until("document.activeElement.tagName === 'TEXTAREA'")
    browser.js(f"{BODY}.focus(); {BODY}.select()")
    browser.type(MINE)


@pytest.mark.parametrize("key", ["j", "u", "a"])
def test_a_key_does_not_lose_what_was_typed_without_a_question(
    world: World, served: str, browser: Browser, key: str
) -> None:
    one, *_ = queue(world, "Cup is here.", "Quite another thing.")
    typing(browser, f"{served}/console/review/{one}")
    for times in (1, 2):
        browser.press("Escape")
        browser.press(key)
        browser.until_said("a dialogue: beforeunload", times)
        browser.until("!document.querySelector('[data-sent]')")
    assert browser.js(f"{BODY}.value") == MINE
    assert world.standing(one).state == WAITING


def test_what_was_sent_after_the_session_had_ended_can_be_put_back(
    world: World, served: str, browser: Browser, tmp_path: Path
) -> None:
    one, two = queue(world, "Cup is here.", "Quite another thing.")
    typing(browser, f"{served}/console/review/{one}")
    browser.js("document.querySelector('#edit form [name=csrf]').value = 'of a session that ended'")
    browser.js("document.querySelector('#edit form button').click()")
    browser.until("document.body.innerText.includes('Nothing was done')")
    browser.js("[...document.links].find(a => a.textContent === 'Back to the page').click()")
    browser.until(at(one))
    assert browser.js("document.getElementById('kept').checkVisibility()")
    assert browser.js(f"{BODY}.value") == "Cup is here."
    browser.js("document.querySelector('#kept button').click()")
    assert browser.js(f"{BODY}.value") == MINE
    assert browser.js(f"{BODY}.checkVisibility()")
    browser.js(f"{BODY}.value = 'We kept it for you.'")
    browser.js("document.querySelector('#edit form button').click()")
    browser.until(at(two))
    browser.open(f"{served}/console/review/{one}")
    assert not browser.js("document.getElementById('kept').checkVisibility()"), "it is done"


@pytest.mark.parametrize("way", ["key", "click"])
def test_who_approves_what_a_check_stops_is_told_why_and_led_to_it(
    world: World, served: str, browser: Browser, way: str
) -> None:
    (one,) = queue(world, "Cup is only £5 now.")
    browser.open(f"{served}/console/review/{one}")
    assert browser.js("document.getElementById('stopped').textContent") == ""
    if way == "key":
        browser.press("a")
    else:
        browser.click("#approve")
    told = browser.js("document.getElementById('stopped').textContent")
    assert told == "A check stops these words, so they cannot be approved: edit or reject them."
    assert "£" in browser.js("document.activeElement.innerText")
    assert browser.js("location.pathname").endswith(one)
    browser.press("r")
    browser.until("document.activeElement.id === 'why'")
    assert browser.said == []


def test_what_a_check_stops_is_said_without_the_script_as_well(
    world: World, served: str, browser: Browser
) -> None:
    (one,) = queue(world, "Cup is only £5 now.")
    browser.without_scripts()
    browser.open(f"{served}/console/review/{one}")
    browser.click("#approve")
    browser.until("document.querySelector('[role=alert]')")
    assert "check" in browser.js("document.querySelector('[role=alert]').innerText")
    assert world.standing(one).state == WAITING
