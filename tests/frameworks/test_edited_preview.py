"""Seeing words before they are published: the same matrix, marked as not live."""

from __future__ import annotations

import re
from html import unescape

from desk_world import BRAND, HOSTILE, ME, Visitor, World

from rapport.core.creative.editing import Begin

PAGE = "/console/preview?framework=checkout"
EDITED = PAGE + "&edited=1"


def test_edited_words_are_seen_before_they_are_live(world: World, visitor: Visitor) -> None:
    world.change("subject: Your basket is saved", "subject: All of it is here")
    framework = visitor.get("/console/frameworks/checkout").text
    assert "See how it will look" in framework
    assert "See how it will look" in visitor.get("/console/publish").text
    edited = visitor.get(EDITED + "&tone=plain&visual=note&offer=none").text
    assert "Not live." in edited
    assert "All of it is here" in edited
    published = visitor.get(PAGE).text
    assert "All of it is here" not in published
    assert "Not live." not in published
    links = re.findall(r'href="(/console/preview\?[^"]*)#one"', edited)
    assert links
    assert all("edited=1" in link for link in links)
    frame = re.search(r'src="(/console/preview/mail[^"]*)"', edited)
    assert frame
    mail = visitor.get(unescape(frame[1]))
    assert mail.status_code == 200
    assert "sandbox" in mail.headers["content-security-policy"]
    file = visitor.get("/console/preview/file?framework=checkout&edited=1")
    assert "checkout-edited.html" in file.headers["content-disposition"]
    assert "All of it is here" in file.text
    assert "not published yet" in file.text


def test_a_new_framework_that_no_flow_names_is_seen_too(world: World, visitor: Visitor) -> None:
    world.desk.begin(BRAND, Begin("new", "New one", "welcome", library=True, point="hello"), ME)
    edited = visitor.get("/console/preview?framework=new&edited=1")
    assert edited.status_code == 200
    assert "New one" in edited.text
    assert 'src="/console/preview/mail' in edited.text
    assert visitor.get("/console/preview?framework=new").status_code == 404
    page = visitor.get("/console/frameworks/new").text
    assert "See every message as published" not in page


def test_mistakes_and_hostile_words_are_shown_and_harm_nothing(
    world: World, visitor: Visitor
) -> None:
    world.change("subject: Your basket is saved", f"subject: {HOSTILE!r}")
    world.change("label: Warm,", "label: '<script>window.owned=1</script>',")
    page = visitor.get(EDITED)
    assert page.status_code == 200
    assert "<script>window" not in page.text
    world.change("key: checkout", "key: ][", "creative/checkout.yaml")
    assert visitor.get(EDITED).status_code == 200  # what is published, since nothing can be read


IN_GERMAN = """
  - language: de
    tone: plain
    subject: Ihr Warenkorb ist noch da
    preheader: Wir heben ihn auf.
    headline: Noch da
    body: Wir heben Ihren Warenkorb auf.
    cta: Zum Warenkorb
    signoff: Herzlich, Jo
"""


def test_what_is_not_translated_yet_is_said_without_alarm(world: World, visitor: Visitor) -> None:
    file = world.folder / "creative" / "checkout.yaml"
    text = file.read_text("utf-8")
    block = text.index("blocks:\n") + len("blocks:\n")
    file.write_text(text[:block] + IN_GERMAN.lstrip("\n") + text[block:], "utf-8")
    page = visitor.get(EDITED + "&language=de&tone=warm&visual=note&offer=none").text
    assert "have not been written in German yet and are not sent in it." in page
    assert "Not written yet" in page
    assert "It has not been written in German yet. That is no mistake" in page
    assert "taken away" not in page
    assert "This can’t go out" not in page
    whole = visitor.get("/console/preview/file?framework=checkout&edited=1")
    assert re.search(r'"unwritten":\s*true', whole.text)
