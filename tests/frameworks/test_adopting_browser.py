"""From a brief to the brand's files in a real Chromium: asking, approving, taking in and back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_world import BRAND, HOSTILE, ME, World
from proposals import PAGE, propose

from browser import Browser, chromium
from rapport.core.creative.draft import REJECTED, USABLE
from rapport.testing.model_server import ModelServer, Turn

pytestmark = pytest.mark.skipif(not chromium(), reason="no Chromium here: apt-get install chromium")

CONTRAST = (Path(__file__).parent.parent / "review" / "contrast.js").read_text(encoding="utf-8")
ASK = "/console/propose"
DONE = "document.readyState === 'complete'"


@pytest.fixture
def world(tmp_path: Path, model: ModelServer) -> Iterator[World]:
    world = World(tmp_path / "home", model="openai:kiln", model_url=f"{model.url}/v1")
    yield world
    world.close()


def put(browser: Browser, field: str, words: str) -> None:
    browser.js(f"document.querySelector('[name=\"{field}\"]').focus()")
    browser.type(words)


def text(browser: Browser) -> str:
    return str(browser.js("document.body.innerText"))


def ask(browser: Browser, base: str) -> None:
    """Asks for another button, and comes to the draft."""
    browser.open(base + ASK)
    put(browser, "brief", "Something quieter for the button.")
    browser.js("document.querySelector('details:has([name=slots])').open = true")
    browser.click("[name=slots][value=cta]")
    browser.click(".brief > button")
    browser.until(f"{DONE} && document.body.innerText.includes('passes every check')")
    browser.click(".told a")
    browser.until(f"{DONE} && document.getElementById('approve')")


@pytest.mark.parametrize("scripts", [True, False], ids=["with a script", "without one"])
def test_a_brief_goes_all_the_way_into_the_files(
    world: World, base: str, browser: Browser, scripts: bool
) -> None:
    if not scripts:
        browser.without_scripts()
    ask(browser, base)
    assert "Something new for the framework" in text(browser)
    if scripts:
        browser.press("a")
    else:
        browser.click("#approve")
    browser.until(f"{DONE} && location.search.includes('told')")
    assert "taken into the brand’s files and published" in text(browser)
    browser.click(".told a[href*='/console/adopt']")
    browser.until(f"{DONE} && location.pathname === '{PAGE}'")
    assert "Have a quiet look" in text(browser)
    assert "cta: Have a quiet look" not in text(browser), "files are for who opens them"
    browser.click("button[value=check]")
    browser.until(f"{DONE} && document.body.innerText.includes('it can be taken in')")
    assert "Have a quiet look" not in world.text()
    browser.click("button[value=adopt]")
    browser.until(f"{DONE} && document.body.innerText.includes('Taken in.')")
    assert "Have a quiet look" in world.text()
    browser.click(".told a")
    browser.until(f"{DONE} && location.pathname === '/console/publish'")
    assert "Have a quiet look" in text(browser)
    assert world.release == 1
    assert browser.said == []


def test_a_proposal_is_taken_back_from_where_it_would_be_taken_in(
    world: World, base: str, browser: Browser
) -> None:
    draft = propose(world, {"cta": "See it"})
    browser.open(base + PAGE)
    browser.click(f".proposal a[href*='{draft}']")
    browser.until(f"{DONE} && document.querySelector('.second-thoughts')")
    browser.click(".second-thoughts button")  # without a reason the browser asks for one
    put(browser, "why", "Not any more.")
    browser.click(".second-thoughts button")
    browser.until(f"{DONE} && location.search.includes('told')")
    kept = world.here.records.draft(BRAND, draft)
    assert kept is not None
    assert (kept.standing.state, kept.standing.why) == (REJECTED, "Not any more.")
    browser.open(base + PAGE)
    assert "None waits" in text(browser)


def test_who_takes_back_what_is_in_the_files_by_now_is_told(
    world: World, base: str, browser: Browser
) -> None:
    draft = propose(world, {"cta": "See it"})
    browser.open(f"{base}/console/review/{draft}")
    world.desk.adopt(BRAND, [draft], ME)
    put(browser, "why", "Not any more.")
    browser.click(".second-thoughts button")
    browser.until(f"{DONE} && document.body.innerText.includes('somebody took them in')")
    kept = world.here.records.draft(BRAND, draft)
    assert kept is not None
    assert kept.standing.state == USABLE
    browser.open(f"{base}/console/review/{draft}")
    assert "among the framework’s own" in text(browser)
    assert browser.js("document.querySelector('.second-thoughts')") is None


def test_what_is_not_fit_any_more_cannot_be_ticked_and_says_why(
    world: World, base: str, browser: Browser
) -> None:
    propose(world, {"cta": "A splendid kettle"})
    fit = propose(world, {"cta": "See it"})
    world.change("avoid: [synergy", "avoid: [splendid, synergy", "voice.yaml")
    browser.open(base + PAGE)
    assert browser.js("document.querySelectorAll('[name=draft]:disabled').length") == 1
    assert "splendid" in browser.js("document.querySelector('.proposal .found').innerText")
    browser.click("button[value=adopt]")
    browser.until(f"{DONE} && document.body.innerText.includes('Taken in.')")
    assert fit in world.text()


def test_hostile_words_run_nothing(world: World, base: str, browser: Browser) -> None:
    draft = propose(world, {"cta": HOSTILE, "subject": HOSTILE})
    for path in (PAGE, f"/console/review/{draft}"):
        browser.open(base + path)
        assert browser.js("window.owned") is None
    assert browser.said == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_can_be_read_and_no_page_is_wider_than_a_phone(
    world: World, base: str, browser: Browser, model: ModelServer, scheme: str
) -> None:
    browser.prefer(scheme)
    long = "Something-without-any-space-that-goes-on-and-on-and-on-" * 3
    draft = propose(world, {"cta": "A splendid kettle", "body": long})
    propose(world, {"cta": "See it"}, angle="something-new-that-has-a-long-name")
    world.change("avoid: [synergy", "avoid: [splendid, synergy", "voice.yaml")
    for width in (1280, 390):
        browser.size(width, 844)
        for path in (PAGE, ASK, f"/console/review/{draft}", "/console/review"):
            browser.open(base + path)
            browser.js("document.querySelectorAll('details').forEach(e => e.open = true)")
            assert browser.js(CONTRAST) == [], (path, width)
            assert browser.js("document.documentElement.scrollWidth") <= width, path
    model.say(Turn(json.dumps({"cta": "Only £3 today, hurry"})))
    browser.open(base + ASK)
    put(browser, "brief", "Something quieter for the button.")
    browser.js("document.querySelector('[name=slots][value=cta]').checked = true")
    browser.click(".brief > button")
    browser.until(f"{DONE} && document.body.innerText.includes('the checks stop it')")
    assert browser.js(CONTRAST) == [], "what the checks stop"
    assert browser.js("document.documentElement.scrollWidth") <= 390
    assert browser.said == []
