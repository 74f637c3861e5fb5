"""The review queue in a real Chromium: by keyboard alone, hostile words and all."""

from __future__ import annotations

from pathlib import Path

import pytest
from review_world import BRAND, World

from browser import Browser, chromium
from rapport.core.creative.draft import REJECTED, USABLE, WAITING
from rapport.core.time import HOUR

pytestmark = pytest.mark.skipif(not chromium(), reason="no Chromium here: apt-get install chromium")


def queue(world: World, *bodies: str) -> list[str]:
    return [
        world.waits(body, deadline=world.clock.at + (n + 1) * HOUR).id
        for n, body in enumerate(bodies)
    ]


def at(draft: str) -> str:
    return f"location.pathname === '/console/review/{draft}' && document.readyState === 'complete'"


def test_enter_opens_the_first_draft_where_none_was_chosen_and_a_link_that_was(
    world: World, served: str, browser: Browser
) -> None:
    one, *_ = queue(world, "Cup is here.", "Quite another thing.")
    browser.open(f"{served}/console/review")
    browser.press("Enter")
    browser.until(at(one))
    browser.press("Enter")  # judges nothing
    browser.open(f"{served}/console/review")
    browser.js("document.querySelector('.places a').focus()")
    browser.press("Enter")
    browser.until("location.pathname === '/console' && document.readyState === 'complete'")
    assert world.standing(one).state == WAITING


def test_a_queue_is_worked_through_by_keyboard_alone(
    world: World, served: str, browser: Browser
) -> None:
    one, two, three, four = queue(
        world, "Cup is here.", "Quite another thing.", "Your basket is a treasure of ours.", "Fin."
    )
    browser.open(f"{served}/console/review")
    browser.press("j")
    browser.press("j")
    browser.press("k")
    assert browser.js("document.activeElement.textContent.trim()") == "Still here"
    browser.press("Enter")
    browser.until(at(one))
    browser.press("a")
    browser.until(at(two))
    told = browser.js("document.querySelector('[role=status]').textContent")
    assert told == "Approved: “Still here”."
    browser.press("e")
    browser.until("document.activeElement.tagName === 'TEXTAREA'")
    browser.press("a")  # in a field a key is a letter
    assert world.standing(two).state == WAITING
    browser.js("document.querySelector('[name=\"slot.body\"]').value = 'We kept it for you.'")
    browser.js("document.querySelector('#edit form button').click()")
    browser.until(at(three))
    browser.js(
        "const d = [...document.querySelectorAll('.diff')].at(-1);"
        "const w = document.createTreeWalker(d, 4); let n;"
        "while (n = w.nextNode()) { const i = n.data.indexOf('treasure of ours');"
        "if (i >= 0) getSelection().setBaseAndExtent(n, i, n, i + 16) }"
    )
    browser.press("x")
    browser.until("document.getElementById('lesson').value === 'treasure of ours'")
    browser.js("document.querySelector('#reject form').requestSubmit()")
    browser.until(at(four))
    browser.press("u")
    browser.until("location.pathname === '/console/review'")
    assert world.standing(one).state == USABLE
    assert world.standing(world.standing(two).became).state == USABLE
    assert world.standing(three).state == REJECTED
    assert [one.text for one in world.desk.taught(BRAND)] == ["treasure of ours"]
    assert browser.said == []


def test_a_ban_that_takes_something_along_is_confirmed_by_keyboard(
    world: World, served: str, browser: Browser
) -> None:
    mine, other, last = queue(
        world, "Your basket is a treasure of ours.", "That treasure of ours is here.", "Fin."
    )
    asks = "document.querySelector('[data-page=ban]') && document.readyState === 'complete'"
    for key in ("u", "y"):
        browser.open(f"{served}/console/review/{mine}")
        browser.press("r")
        browser.until("document.activeElement.id === 'why'")
        browser.js(
            "document.getElementById('why').value = 'Sickly.';"
            "document.querySelector('[name=teach][value=phrase]').checked = true;"
            "document.getElementById('lesson').value = 'treasure of ours';"
            "document.querySelector('#reject form').requestSubmit()"
        )
        browser.until(asks)
        assert {world.standing(one).state for one in (mine, other)} == {WAITING}
        browser.press("Enter")  # which sent the form before: it must confirm nothing
        assert browser.js(asks)
        browser.press(key)
        browser.until(at(mine) if key == "u" else at(last))
    assert (world.standing(mine).who != "rule", world.standing(other).lesson) == (True, 1)
    assert browser.said == []


def test_a_held_key_judges_nothing_that_nobody_read(
    world: World, served: str, browser: Browser
) -> None:
    one, two = queue(world, "Cup is here.", "Quite another thing.")
    browser.open(f"{served}/console/review/{one}")
    browser.js(
        "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'a', repeat: true})),"
        "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'a', ctrlKey: true}))"
    )
    browser.press("j")
    browser.until(at(two))
    assert world.standing(one).state == WAITING
    browser.press("?")
    browser.until("document.querySelector('.hints').open")
    browser.js("document.getElementById('keys').click()")
    browser.press("a")
    browser.press("j")
    assert browser.js("document.getElementById('keys').getAttribute('aria-pressed')") == "false"
    assert {world.standing(one).state, world.standing(two).state} == {WAITING}
    assert browser.js("location.pathname").endswith(two)


def test_hostile_words_run_nothing_and_turn_nothing(
    world: World, served: str, browser: Browser
) -> None:
    words = (
        "</textarea><script>window.owned = 1</script><img src=x onerror='window.owned=1'>"
        "<svg onload='window.owned=1'> \u202egnp.exe \u2066 {{ 7*7 }} "
    )
    (draft,) = queue(world, words)
    for path in ("/console/review", f"/console/review/{draft}", f"/console/review/{draft}/alike"):
        browser.open(f"{served}{path}")
        assert browser.js("typeof window.owned") == "undefined"
        assert browser.js("document.querySelectorAll('main img, main svg').length") == 0
        assert "\u202e" not in browser.js("document.querySelector('main').innerText")
    browser.open(f"{served}/console/review/{draft}")
    browser.press("a")
    assert browser.js("document.activeElement.id") == "found"
    browser.press("e")
    typed = browser.js("document.querySelector('[name=\"slot.body\"]').value")
    assert typed == words.strip() or typed == words
    assert world.standing(draft).state == WAITING


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_stands_outside_of_the_page(
    world: World, served: str, browser: Browser, width: int
) -> None:
    one, _ = queue(world, "Cup is here.", "W" * 300)
    browser.size(width, 844)
    for path in ("", f"/{one}", f"/{one}/alike", "/taught"):
        browser.open(f"{served}/console/review{path}")
        wide = browser.js("document.documentElement.scrollWidth")
        assert wide <= width, path
    browser.open(f"{served}/console/review/{one}")
    nameless = browser.js(
        "[...document.querySelectorAll('input:not([type=hidden]), textarea, button, iframe')]"
        ".filter(e => !(e.labels?.length || e.textContent.trim() || e.title)).length"
    )
    assert nameless == 0


def test_a_page_elsewhere_cannot_make_the_browser_judge(
    world: World, served: str, browser: Browser, tmp_path: Path
) -> None:
    (draft,) = queue(world, "Cup is here.")
    evil = tmp_path / "evil.html"
    evil.write_text(
        f"<form method=post action='{served}/console/review/{draft}/approve'>"
        "<input name=csrf value=guessed></form><script>document.forms[0].submit()</script>"
    )
    browser.open(evil.as_uri())
    browser.until("document.body.innerText.includes('Nothing was done')")
    assert world.standing(draft).state == WAITING


@pytest.mark.parametrize("width", [1280, 390])
def test_what_can_be_done_with_a_draft_stands_in_one_line(
    world: World, served: str, browser: Browser, width: int
) -> None:
    one, _ = queue(world, "Cup is here.", "Cup is here, too.")
    browser.size(width, 900)
    for page in (one, f"{one}/alike"):
        browser.open(f"{served}/console/review/{page}?brand={BRAND}")
        tops = browser.js(
            "[...document.querySelectorAll('.tray button, .tray summary, .tray .button')]"
            ".filter(e => e.checkVisibility() && !e.closest('details form, .inner'))"
            ".map(e => e.getBoundingClientRect().top)"
        )
        assert len(tops) >= 2
        assert max(tops) - min(tops) < 1
