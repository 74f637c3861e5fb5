"""Frameworks in a real Chromium: counts while somebody types, on a phone, without a script."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from desk_world import HOSTILE, World

from browser import Browser, chromium
from counted_words import WORDS
from rapport.core.time import HOUR

pytestmark = pytest.mark.skipif(not chromium(), reason="no Chromium here: apt-get install chromium")

CONTRAST = (Path(__file__).parent.parent / "review" / "contrast.js").read_text(encoding="utf-8")
ONE = "/console/frameworks/checkout"


def open_words(browser: Browser, base: str) -> None:
    """Opens the words of the plain tone, as somebody would."""
    browser.open(f"{base}{ONE}?tone=plain")
    browser.js(
        "[...document.querySelectorAll('.passages li')].find(e => e.textContent.includes("
        "'Your basket is saved')).querySelector('.does a').click()"
    )
    browser.until("document.readyState === 'complete' && document.getElementById('slot-1')")


def put(browser: Browser, field: str, words: str) -> None:
    """Selects what is in a field and types."""
    browser.js(f"document.querySelector('[name=\"{field}\"]').select()")
    browser.js(f"document.querySelector('[name=\"{field}\"]').focus()")
    browser.type(words)


def test_words_are_counted_typed_saved_and_published(
    world: World, base: str, browser: Browser
) -> None:
    open_words(browser, base)
    put(browser, "slot.subject", "x" * 59)
    assert browser.js("document.getElementById('count-1').textContent") == "59 of 60"
    browser.type("{{ cart.first.title }}ab")
    assert browser.js("document.getElementById('count-1').textContent") == "61 of 60, and 1 fact"
    assert browser.js("document.getElementById('count-1').classList.contains('over')") is True
    put(browser, "slot.subject", "All of it is here")
    assert browser.js("document.getElementById('count-1').textContent") == "17 of 60"
    browser.js("document.querySelector('button[value=save]').click()")
    browser.until("document.querySelector('[role=status]')")
    assert "subject: All of it is here\n" in world.text()
    browser.js("document.querySelector('.told.changed a').click()")
    browser.until("document.querySelector('ins')")
    browser.js("document.querySelector('.publish [name=sure]').click()")
    browser.js("document.querySelector('.publish button').click()")
    browser.until("document.body.textContent.includes('release 2 holds')")
    assert world.release == 2
    assert browser.said == []


def test_the_script_counts_as_the_server_does(world: World, base: str, browser: Browser) -> None:
    open_words(browser, base)
    for words, (letters, facts) in WORDS.items():
        browser.js(
            f"(e => {{ e.value = {json.dumps(words)}; e.dispatchEvent(new Event('input')); }})"
            "(document.querySelector('[name=\"slot.body\"]'))"
        )
        shown = browser.js(
            "document.querySelector('[name=\"slot.body\"]').closest('.field')"
            ".querySelector('.count').textContent"
        )
        told = {0: "", 1: ", and 1 fact"}.get(facts, f", and {facts} facts")
        assert re.sub(r" of \d+", "", shown) == f"{letters}{told}", words


def test_no_word_is_broken_beside_a_condition(world: World, base: str, browser: Browser) -> None:
    words = "{% if cart.first.category == 'Tea' %}Choosing{% else %}Understanding{% endif %} it"
    world.change("preheader: Carry on from where you stopped.", f'preheader: "{words}"')
    browser.size(390, 844)
    browser.open(f"{base}{ONE}?tone=plain")
    browser.until("document.querySelector('.passages .fact.when')")
    broken = browser.js(
        "[...document.querySelectorAll('.passages bdi')].flatMap(bdi => [...bdi.childNodes])"
        ".filter(one => /^(Choosing|Understanding)/.test(one.textContent) && one.nodeType === 3)"
        ".map(one => { const range = document.createRange(); range.setStart(one, 0);"
        " range.setEnd(one, one.textContent.trimEnd().split(' ')[0].length);"
        " return range.getClientRects().length; })"
    )
    assert broken == [1, 1]


def test_a_mistake_goes_from_a_field_once_somebody_changes_it(
    world: World, base: str, browser: Browser
) -> None:
    open_words(browser, base)
    put(browser, "slot.subject", "Half price until Friday")
    put(browser, "slot.body", "See https://shop.example")
    browser.click("button[value=check]")
    browser.until("document.querySelectorAll('.field.bad').length === 2")
    put(browser, "slot.subject", "All of it is here")
    subject, body = (
        f"document.querySelector('[name=\"slot.{one}\"]').closest('.field')"
        for one in ("subject", "body")
    )
    assert (
        browser.js(f"{subject}.matches('.bad') || {subject}.querySelectorAll('.wrong').length") == 0
    )
    assert browser.js(f"{subject}.querySelector('[aria-invalid]')") is None
    assert browser.js(f"{body}.matches('.bad') && {body}.querySelectorAll('.wrong').length") > 0


def test_all_of_it_works_without_a_script(world: World, base: str, browser: Browser) -> None:
    open_words(browser, base)
    browser.without_scripts()
    browser.open(browser.address())
    put(browser, "slot.subject", "y" * 61)
    browser.click("button[value=check]")
    browser.until("document.querySelector('.count.over')")
    assert browser.js("document.getElementById('count-1').textContent") == "61 of 60"
    put(browser, "slot.subject", "All of it is here")
    browser.click("button[value=save]")
    browser.until("document.querySelector('[role=status]')")
    assert "subject: All of it is here\n" in world.text()


def test_words_outlive_a_session_that_ends_meanwhile(
    world: World, base: str, browser: Browser
) -> None:
    world.employ(Pia="publisher")
    browser.open(f"{base}/console")
    sign_in(browser)
    open_words(browser, base)
    form = browser.address()
    put(browser, "slot.subject", "Half an hour of work")
    world.clock.turn_to(world.clock.now() + 13 * HOUR)
    browser.click("button[value=save]")
    browser.until("document.body.textContent.includes('nothing was done')")
    browser.open(form)
    browser.until("document.querySelector('[name=token]')")
    sign_in(browser)
    browser.open(form)
    browser.until("!document.getElementById('kept').hidden")
    browser.click("#kept button")
    assert browser.js("document.getElementById('slot-1').value") == "Half an hour of work"
    browser.click("button[value=save]")
    browser.until("document.querySelector('[data-done]')")
    assert "subject: Half an hour of work\n" in world.text()
    browser.open(f"{base}{ONE}/words")
    assert browser.js("document.getElementById('kept').hidden") is True


def sign_in(browser: Browser) -> None:
    browser.js("document.querySelector('[name=token]').value = 'token of Pia'")
    browser.click("main button")
    browser.until("document.querySelector('.places')")


def test_from_a_mistake_a_click_leads_to_its_line(
    world: World, base: str, browser: Browser
) -> None:
    browser.open(f"{base}{ONE}/file")
    lines = "document.getElementById('text').value.split('\\n').length"
    assert browser.js("document.querySelectorAll('.numbers li').length") == browser.js(lines)
    browser.js(
        "t = document.getElementById('text');"
        "t.value = t.value.replace('max_chars: 28', 'max_chars: few') + '\\n\\n';"
        "t.dispatchEvent(new Event('input', {bubbles: true}))"
    )
    assert browser.js("document.querySelectorAll('.numbers li').length") == browser.js(lines)
    browser.js("document.querySelector('button[value=save]').click()")
    browser.until("document.querySelector('.excerpt .bad')")
    browser.js("document.querySelector('.excerpt .bad .number').click()")
    chosen = "t = document.getElementById('text'); t.value.slice(t.selectionStart, t.selectionEnd)"
    assert browser.js(chosen) == "  - {key: cta, max_chars: few}"
    assert "max_chars: 28" in world.text()


def test_hostile_words_run_nothing(world: World, base: str, browser: Browser) -> None:
    open_words(browser, base)
    browser.js(f"document.getElementById('slot-1').value = {HOSTILE!r}")
    browser.js("document.querySelector('button[value=check]').click()")
    browser.until("document.querySelector('[role=alert]')")
    assert browser.js("typeof window.owned") == "undefined"
    assert browser.js("document.querySelectorAll('main img').length") == 0
    assert browser.js("document.getElementById('slot-1').value") == HOSTILE


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_can_be_read(world: World, base: str, browser: Browser, scheme: str) -> None:
    browser.prefer(scheme)
    paths = ["", "/words", "/levels/tone", "/levels/angle/help", "/rules", "/allowed/offer"]
    for path in [*paths, "/file"]:
        browser.open(base + ONE + path)
        assert browser.js(CONTRAST) == [], path
    put(browser, "text", world.text().replace("max_chars: 28", "max_chars: few"))
    browser.click("button[value=save]")
    browser.until("document.querySelector('.excerpt .bad')")
    assert browser.js(CONTRAST) == [], "a file with a mistake"
    open_words(browser, base)
    world.change("subject: Your basket is saved", "subject: Your basket is kept")
    put(browser, "slot.subject", "x" * 61)
    browser.click("button[value=save]")
    browser.until("document.querySelector('.meanwhile')")
    assert browser.js(CONTRAST) == [], "what somebody changed meanwhile"
    browser.open(f"{base}/console/publish")
    assert browser.js(CONTRAST) == [], "what would be published"
    world.change("max_chars: 60", "max_chars: sixty")
    browser.open(f"{base}/console/frameworks")
    assert browser.js(CONTRAST) == [], "a folder with a mistake"


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_stands_outside_of_the_page_and_every_field_has_a_name(
    world: World, base: str, browser: Browser, width: int
) -> None:
    world.change("describes: Kind and slow.", f"describes: {'W' * 120}")
    world.change("subject: Your basket is saved", f"subject: {'W' * 58}")
    browser.size(width, 844)
    paths = ["", "/words", "/levels/tone", "/levels/angle/help", "/file", "/rules"]
    paths += ["/allowed/offer", "/allowed/visual"]
    for path in [*(ONE + path for path in paths), "/console/frameworks", "/console/publish"]:
        browser.open(base + path)
        assert browser.js("document.documentElement.scrollWidth") <= width, path
        nameless = browser.js(
            "[...document.querySelectorAll('input:not([type=hidden]), textarea, select, button')]"
            ".filter(e => !(e.labels?.length || e.textContent.trim() || e.ariaLabel)).length"
        )
        assert nameless == 0, path
    assert browser.said == []


def test_a_new_framework_is_started_and_looked_at_without_a_script(
    world: World, base: str, browser: Browser
) -> None:
    browser.without_scripts()
    browser.open(f"{base}/console/frameworks")
    browser.click(".head .button")
    browser.until("document.querySelector('[name=label]')")
    put(browser, "label", "Browsed a bit")
    browser.click("input[value='library.browse']")
    browser.click("button[value=save]")
    browser.until("document.querySelector('[role=status]')")
    assert "No flow names this framework" in browser.js("document.body.textContent")
    browser.click(".told.changed a:last-child")
    browser.until("document.querySelector('.notlive')")
    assert browser.js("document.querySelectorAll('.matrix tbody tr').length") == 4
    assert world.text("creative/browsed_a_bit.yaml")
