"""The address of words names them as somebody saw them. Where they say something else by now it
leads to that, and whoever typed over the old ones can put theirs back."""

from __future__ import annotations

from desk_world import BRAND, CHECKOUT, Visitor, World
from test_framework_browser import put

from browser import Browser

WORDS = "/console/frameworks/checkout/words"
SAVED = 1
"""The number of the words whose subject is `Your basket is saved`."""
BACK = "document.body.textContent.includes('Change words') && document.readyState === 'complete'"


def address_of(world: World, number: int = 0) -> str:
    """Of words as they are now, which a page shows."""
    file = world.desk.open(BRAND, "checkout")
    assert file is not None
    return f"{WORDS}/{file.passages[number].id}?brand={BRAND}"


def save(visitor: Visitor, address: str, **words: str) -> None:
    fields = visitor.fields(address)
    answer = visitor.send(address, **{**fields, **words, "do": "save"})
    assert answer.status_code == 303, answer.text


def test_the_address_of_words_that_were_saved_leads_to_what_they_say_now(
    world: World, visitor: Visitor
) -> None:
    old = address_of(world)
    save(visitor, old, **{"slot.subject": "All of it is here"})
    moved = visitor.get(old)
    assert moved.status_code == 303
    page = visitor.get(moved.headers["location"]).text
    assert 'value="All of it is here"' in page
    assert "This is what they say now." in page
    assert f'data-was="{old.partition("?")[0]}"' in page
    save(visitor, address_of(world), **{"slot.subject": "All of it is still here"})
    again = visitor.get(visitor.get(old).headers["location"]).text
    assert 'value="All of it is still here"' in again
    assert "say now" not in visitor.get(address_of(world)).text


def test_who_changed_them_beside_the_console_leads_there_as_well(
    world: World, visitor: Visitor
) -> None:
    old = address_of(world, SAVED)
    assert visitor.get(old).status_code == 200
    world.change("subject: Your basket is saved", "subject: Your basket is kept")
    page = visitor.get(visitor.get(old).headers["location"]).text
    assert 'value="Your basket is kept"' in page


def test_words_that_are_gone_or_that_nobody_remembers_lead_to_their_framework(
    world: World, visitor: Visitor
) -> None:
    nobody = f"{WORDS}/0123456789abcdef?brand={BRAND}"
    on = visitor.get(nobody).headers["location"]
    assert on.startswith("/console/frameworks/checkout?")
    page = visitor.get(on).text
    assert "The words of that page were changed or retired since." in page
    assert "data-done" not in page, "nothing was done, and nothing that was typed is forgotten"
    for none in ("x", "0123456789ABCDEF", "0123456789abcdef-0"):
        assert visitor.get(f"{WORDS}/{none}?brand={BRAND}").status_code == 404


def test_the_page_believes_nothing_of_what_its_address_says_was_there(
    world: World, visitor: Visitor
) -> None:
    now, other = address_of(world), address_of(world, 1)
    own, theirs = (one.partition("?")[0].rpartition("/")[2] for one in (now, other))
    for was in (own, theirs, "0123456789abcdef", '"><script>'):
        page = visitor.get(f"{now}&was={was}").text
        assert "data-was" not in page, was
        assert "say now" not in page


def test_back_after_saving_shows_the_words_as_they_are(
    world: World, base: str, browser: Browser
) -> None:
    browser.open(base + address_of(world))
    put(browser, "slot.subject", "All of it is here")
    browser.click("button[value=save]")
    browser.until("document.querySelector('[data-done]')")
    browser.js("history.back()")
    browser.until(BACK)
    assert browser.js("document.getElementById('slot-1').value") == "All of it is here"
    assert browser.js("document.getElementById('kept').hidden") is True
    assert browser.said == []


def test_what_was_typed_over_words_that_somebody_changed_can_be_put_back(
    world: World, base: str, browser: Browser
) -> None:
    old = address_of(world, SAVED)
    browser.open(base + old)
    put(browser, "slot.subject", "Half an hour of work")
    browser.js("document.querySelector('main [name=csrf]').value = 'of a session that ended'")
    world.change("subject: Your basket is saved", "subject: Your basket is kept")
    browser.click("button[value=save]")
    browser.until("document.body.textContent.includes('Back to the page')")
    browser.js("[...document.links].find(a => a.textContent === 'Back to the page').click()")
    browser.until(BACK)
    assert browser.js("document.getElementById('slot-1').value") == "Your basket is kept"
    browser.click("#kept button")
    assert browser.js("document.getElementById('slot-1').value") == "Half an hour of work"
    browser.click("button[value=save]")
    browser.until("document.querySelector('[data-done]')")
    assert "subject: Half an hour of work\n" in world.text(CHECKOUT)
    assert browser.js("Object.keys(sessionStorage).length") == 0
