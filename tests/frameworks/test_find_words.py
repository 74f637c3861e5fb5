"""The box that finds a phrase in all words of a brand, and leads to where each is changed."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote

import pytest
from desk_world import CHECKOUT, HOSTILE, Visitor, World

from browser import Browser

FIND = "/console/find-words"


def found(html: str) -> list[tuple[str, str, str]]:
    """Part, place and address of each thing that was found in approved words."""
    return [
        (part, where, unescape(address))
        for part, where, address in re.findall(
            r'<p class="bound"><b>([^<]+)</b>.*?<span class="place">([^<]+)</span></p>.*?'
            r'<p class="does"><a href="([^"]+)">',
            html,
            re.DOTALL,
        )
    ]


def test_the_page_of_frameworks_has_the_box(visitor: Visitor) -> None:
    page = visitor.get("/console/frameworks").text
    assert f'action="{FIND}" role="search"' in page
    assert visitor.get(FIND).status_code == 200


def test_each_place_is_listed_marked_and_leads_to_its_form(world: World, visitor: Visitor) -> None:
    html = visitor.get(f"{FIND}?words=your+BASKET+is").text
    marks = re.findall(r"<mark>([^<]+)</mark>", html)
    assert marks
    assert {one.lower() for one in marks} == {"your basket is"}
    places = found(html)
    assert len(places) == len(marks)
    for part, where, address in places:
        file, _, line = where.partition(":")
        assert part.lower() in world.text(file).splitlines()[int(line) - 1]
        form = visitor.get(address)
        assert form.status_code == 200
        assert "your basket is" in form.text.lower()


def test_words_that_are_edited_and_not_published_are_what_is_found(
    world: World, visitor: Visitor
) -> None:
    assert "stands nowhere" in visitor.get(f"{FIND}?words=quokka").text
    world.change("subject: Your basket is saved", "subject: A quokka keeps your basket")
    html = visitor.get(f"{FIND}?words=QUOKKA").text
    assert "stands once, in one place" in html
    ((part, where, address),) = found(html)
    assert (part, where.partition(":")[0]) == ("Subject", CHECKOUT)
    assert "A quokka keeps your basket" in visitor.get(address).text


def test_what_stands_beside_the_approved_words_is_told_too(world: World, visitor: Visitor) -> None:
    world.change("returns_days: 30 days", "returns_days: 30 quokka days", "brand.yaml")
    html = visitor.get(f"{FIND}?words=quokka").text
    assert "Beside the approved words" in html
    assert "The brand’s fact ‘returns_days’" in html
    assert found(html) == []


@pytest.mark.parametrize(
    "phrase", [HOSTILE, "<mark>", "{{ cart.items }}", "x" * 5_000, "a", "\0\0"]
)
def test_whatever_is_typed_harms_nothing(visitor: Visitor, phrase: str) -> None:
    answer = visitor.get(f"{FIND}?words={quote(phrase)}")
    assert answer.status_code in (200, 400)
    assert "<script>window" not in answer.text
    assert "<img src=x" not in answer.text
    if len(phrase) < 2 or len(phrase) > 200:
        assert answer.status_code == 400
        assert "Write from 2 to 200 characters" in answer.text


def test_a_viewer_looks_and_does_not_change(world: World, visitor: Visitor) -> None:
    world.employ(Nell="publisher", Vic="viewer")
    visitor.sign_in("Vic")
    html = visitor.get(f"{FIND}?words=basket").text
    assert ">Look<" in html
    assert ">Change<" not in html


@pytest.mark.parametrize("width", [1280, 390])
def test_somebody_with_a_keyboard_gets_to_the_form(base: str, browser: Browser, width: int) -> None:
    browser.size(width, 800)
    browser.open(f"{base}/console/frameworks")
    browser.js("document.querySelector('#words-to-find').focus()")
    browser.type("basket is saved")
    browser.press("Enter")
    browser.until("document.querySelector('mark')")
    assert browser.js("document.documentElement.scrollWidth <= innerWidth")
    browser.js("document.querySelector('.finds a').focus()")
    browser.press("Enter")
    browser.until("document.querySelector('form.editor')")
    assert "Your basket is saved" in browser.js(
        "document.querySelector('[name=\"slot.subject\"]').value"
    )
