"""Voice and claims in a real Chromium: by keyboard, on a phone, without a script, hostile words."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_world import BRAND, HOSTILE, World
from test_voice_foreseen import draft

from browser import Browser, chromium

pytestmark = pytest.mark.skipif(not chromium(), reason="no Chromium here: apt-get install chromium")

CONTRAST = (Path(__file__).parent.parent / "review" / "contrast.js").read_text(encoding="utf-8")
PAGE = "/console/voice"
WORDS = f"{PAGE}/parts/words"
FORMS = [f"{PAGE}/parts/{one}" for one in ("who", "manners", "words", "phrases")]
FORMS += [f"{PAGE}/tones", f"{PAGE}/tones/plain", f"{PAGE}/claims", f"{PAGE}/claims/by-hand"]


def put(browser: Browser, field: str, words: str) -> None:
    """Selects what is in a field and types."""
    browser.js(f"document.querySelector('[name=\"{field}\"]').select()")
    browser.js(f"document.querySelector('[name=\"{field}\"]').focus()")
    browser.type(words)


def focus_on(browser: Browser, selector: str) -> None:
    """Goes to an element by the tabulator alone."""
    for _ in range(80):
        if browser.js(f"document.activeElement.matches({selector!r})"):
            return
        browser.press("Tab")
    raise AssertionError(f"the tabulator never came to {selector}")


def test_a_claim_is_added_by_keyboard_alone_and_published(
    world: World, base: str, browser: Browser
) -> None:
    browser.open(f"{base}/console/frameworks")
    focus_on(browser, ".places a[href^='/console/voice']")
    browser.press("Enter")
    browser.until("document.querySelector('#claims')")
    focus_on(browser, "#claims .head a")
    browser.press("Enter")
    browser.until("document.querySelector('[name=evidence]')")
    focus_on(browser, "[name=text]")
    browser.type("Every lid fits its kettle.")
    focus_on(browser, "[name=evidence]")
    browser.type("Gauge log.")
    focus_on(browser, "button[value=save]")
    browser.press("Enter")
    browser.until("document.querySelector('[data-done]')")
    assert browser.js("location.hash") == "#claims"
    assert [one.text for one in world.desk.book(BRAND).content.claims][1] == (
        "Every lid fits its kettle."
    )
    focus_on(browser, ".told.changed a")
    browser.press("Enter")
    browser.until("document.querySelector('ins')")
    assert "Claim “every-lid-fits-its-kettle”" in browser.js("document.body.textContent")
    browser.js("document.querySelector('.publish [name=sure]').click()")
    browser.js("document.querySelector('.publish button').click()")
    browser.until("document.body.textContent.includes('release 2 holds')")
    assert world.release == 2
    assert browser.said == []


def test_a_mistake_is_told_beside_its_field_and_goes_once_somebody_changes_it(
    world: World, base: str, browser: Browser
) -> None:
    before = world.everything()
    browser.open(f"{base}{WORDS}")
    put(browser, "reading_level", "easy")
    put(browser, "use", "x" * 301)
    browser.click("button[value=save]")
    browser.until("document.querySelector('.field.bad')")
    level = "document.querySelector('[name=reading_level]')"
    assert browser.js(f"{level}.getAttribute('aria-invalid')") == "true"
    assert "school grade" in browser.js(f"{level}.closest('.field').textContent")
    put(browser, "reading_level", "9")
    assert browser.js(f"{level}.closest('.field').matches('.bad')") is False
    browser.click("button[value=save]")
    browser.until("document.querySelector('[name=use][aria-invalid]')")
    assert "xxx…”" in browser.js("document.querySelector('.field.bad').textContent")
    assert browser.js("document.querySelector('[name=reading_level]').value") == "9"
    put(browser, "use", "tin")
    assert browser.js("document.querySelector('[name=use]').ariaInvalid") is None
    put(browser, "avoid", "basket")
    browser.click("button[value=save]")
    browser.until("document.querySelector('.field .wrong a')")
    put(browser, "avoid", "baskets")
    assert browser.js("Boolean(document.querySelector('.field .wrong a'))"), "they lead on"
    assert world.everything() == before


def test_all_of_it_works_without_a_script_and_asks_before_it_stops_drafts(
    world: World, base: str, browser: Browser
) -> None:
    draft(world, "A cosy kettle")
    browser.without_scripts()
    browser.open(f"{base}{PAGE}")
    browser.click("#words .head a")
    browser.until("document.querySelector('[name=avoid]')")
    put(browser, "avoid", "synergy\ncosy")
    browser.click("button[value=save]")
    browser.until("document.querySelector('#asks')")
    assert world.desk.book(BRAND).content.voice.avoid == ("synergy", "best ever")
    browser.click("button[value=save]")
    browser.until("document.querySelector('[role=status]')")
    assert world.desk.book(BRAND).content.voice.avoid == ("synergy", "cosy")


def test_what_was_typed_is_kept_in_the_window_where_it_could_not_be_sent(
    world: World, base: str, browser: Browser
) -> None:
    browser.open(f"{base}{FORMS[0]}")
    put(browser, "who", "Half an hour of work")
    browser.js("document.querySelector('form.editor [name=csrf]').value = 'old'")
    browser.click("button[value=save]")
    browser.until("document.body.textContent.includes('Nothing was done')")
    browser.open(f"{base}{FORMS[0]}")
    browser.until("!document.getElementById('kept').hidden")
    browser.click("#kept button")
    assert browser.js("document.querySelector('[name=who]').value") == "Half an hour of work"


def test_hostile_words_in_every_field_run_nothing(
    world: World, base: str, browser: Browser
) -> None:
    for path in FORMS:
        browser.open(base + path)
        browser.js(
            "document.querySelectorAll('form.editor :is(textarea, input:not([type=hidden])"
            f":not([type=date]):not(.short))').forEach(e => {{ e.value = {HOSTILE!r} }})"
        )
        for do in ("check", "save"):
            if browser.js(f"Boolean(document.querySelector('button[value={do}]'))"):
                browser.js("window.before = true")
                browser.click(f"button[value={do}]")
                browser.until(
                    "!window.before && document.querySelector('[role=alert], [role=status]')"
                )
    browser.open(base + PAGE)
    assert "window.owned" in browser.js("document.querySelector('#who').textContent")
    assert browser.js("document.querySelectorAll('main img, main script').length") == 0
    assert browser.js("typeof window.owned") == "undefined"
    assert not world.desk.book(BRAND).mistakes


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_can_be_read(world: World, base: str, browser: Browser, scheme: str) -> None:
    draft(world, "A cosy kettle")
    (world.folder / "claims.yaml").write_text(
        "claims:\n  - {key: by-hand, text: It was so., evidence: A., until: 2026-03-01}\n"
        "  - {key: new, text: It will be so., evidence: B., from: 2026-03-03}\n"
        "  - {key: now, text: It is so., evidence: C.}\n",
        encoding="utf-8",
    )
    browser.prefer(scheme)
    for path in [PAGE, *FORMS]:
        browser.open(base + path)
        browser.js("document.querySelectorAll('details').forEach(e => { e.open = true })")
        assert browser.js(CONTRAST) == [], path
    browser.open(base + WORDS)
    put(browser, "avoid", "cosy")
    browser.click("button[value=save]")
    browser.until("document.querySelector('#asks')")
    assert browser.js(CONTRAST) == [], "what it would stop"
    put(browser, "avoid", "basket")
    put(browser, "reading_level", "8")
    browser.click("button[value=save]")
    browser.until("document.querySelector('.field .wrong a')")
    assert browser.js(CONTRAST) == [], "approved words that have it"
    browser.open(f"{base}/console/publish")
    assert browser.js(CONTRAST) == [], "what would be published"


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_stands_outside_of_the_page_and_every_field_has_a_name(
    world: World, base: str, browser: Browser, width: int
) -> None:
    wide = {"best ever": "W" * 120, "label: Plain": f"label: {'W' * 80}",
            "Workshop records.": "W" * 300, "[shout]": f"[{'W' * 200}]"}  # fmt: skip
    for name in ("voice.yaml", "claims.yaml"):
        text = world.text(name)
        for narrow, words in wide.items():
            text = text.replace(narrow, words)
        (world.folder / name).write_text(text, encoding="utf-8")
    assert not world.desk.book(BRAND).mistakes
    browser.size(width, 844)
    for path in [PAGE, *FORMS]:
        browser.open(base + path)
        browser.js("document.querySelectorAll('details').forEach(e => { e.open = true })")
        assert browser.js("document.documentElement.scrollWidth") <= width, path
        nameless = browser.js(
            "[...document.querySelectorAll('input:not([type=hidden]), textarea, select, button')]"
            ".filter(e => !(e.labels?.length || e.textContent.trim() || e.ariaLabel)).length"
        )
        assert nameless == 0, path
    assert browser.said == []
