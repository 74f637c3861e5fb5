"""Layouts become HTML once; words and facts come out of them as the text that they are."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest
from msgspec.structs import replace

from rapport.adapters.approved_liquid.layout import LayoutError, compile_layout
from rapport.adapters.brand_folder import read_brand_folder
from rapport.adapters.mail_renderer import MailRenderer
from rapport.core.creative.facts import BrandFacts, CartFacts, ItemFacts, MessageFacts, OfferFacts
from rapport.core.creative.framework import Action, choose_blocks
from rapport.ports import Page, Renderer

FOLDER = read_brand_folder(Path(__file__).parent / "brand_folder_fixture")
FRAMEWORK = FOLDER.frameworks[0]
CLICK = "https://post.example/c/t"


def item(title: str) -> ItemFacts:
    return ItemFacts(
        title, "", "1", "£24.00", "£24.00", CLICK, "https://x.example/a.png", "Kettles"
    )


def facts(*titles: str, first_name: str = "") -> MessageFacts:
    items = tuple(map(item, titles or ("Copper kettle",)))
    return MessageFacts(
        cart=CartFacts(items, items[0], len(items), "£24.00", CLICK),
        offer=OfferFacts(),
        brand=BrandFacts(
            FOLDER.brand.name, "Jo", "The Forge\nPenwick", CLICK, "", "", FOLDER.brand.facts
        ),
        unsubscribe_url="https://post.example/u/t",
        preferences_url="https://post.example/u/t",
        first_name=first_name,
    )


def page(about: MessageFacts, tone: str = "warm", visual: str = "note") -> Page:
    action = Action(offer="none", tone=tone, angle="help", visual=visual)
    return Page(
        brand=FOLDER.brand,
        framework=FRAMEWORK,
        visual=visual,
        blocks=choose_blocks(FRAMEWORK, "first", action, "en"),
        facts=about,
        language="en",
    )


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return MailRenderer()


def words_in(html: str) -> str:
    parsed = html5lib.parse(html, namespaceHTMLElements=False)
    return " ".join("".join(parsed.find("body").itertext()).split())


def test_slots_facts_and_colours_are_filled_in(renderer: Renderer) -> None:
    rendered = renderer.render(page(facts(first_name="Anna")))
    words = words_in(rendered.html)
    assert "Hello Anna,Your Copper kettle is still in the basket." in words
    assert "You have 30 days to change your mind." in words
    assert FOLDER.brand.colours["accent"] in rendered.html
    assert "colours." not in rendered.html
    assert '<html lang="en"' in rendered.html
    assert rendered.findings == ()


def test_a_minimum_that_words_leave_out_is_read_in_the_mail_itself(renderer: Renderer) -> None:
    offer = OfferFacts("ten", "A little off", "10%", "TENOFF", "Thursday", "£25.00")
    rendered = renderer.render(page(replace(facts(), offer=offer)))
    for words in (words_in(rendered.html).replace(rendered.preheader, ""), rendered.text):
        assert "On orders from £25.00." in words
    assert all("£25.00" not in said for said in rendered.slots.values()), "words stay as approved"


def test_the_body_is_split_into_paragraphs(renderer: Renderer) -> None:
    parsed = html5lib.parse(renderer.render(page(facts())).html, namespaceHTMLElements=False)
    paragraphs = [element.text for element in parsed.iter("p")]
    assert paragraphs == [
        "Hello,",
        "Your Copper kettle is still in the basket.",
        "You have 30 days to change your mind.",
    ]


def test_styles_are_written_onto_the_elements(renderer: Renderer) -> None:
    parsed = html5lib.parse(renderer.render(page(facts())).html, namespaceHTMLElements=False)
    assert all("16px" in element.attrib["style"] for element in parsed.iter("p"))


def test_rows_of_a_table_stay_in_their_table(renderer: Renderer) -> None:
    rendered = renderer.render(page(facts("One", "Two", "Three"), visual="list"))
    parsed = html5lib.parse(rendered.html, namespaceHTMLElements=False)
    rows = [
        row
        for row in parsed.iter("tr")
        if [cell.tag for cell in row] == ["td", "td"] and row.find(".//img") is not None
    ]
    assert [row.find(".//a").text for row in rows] == ["One", "Two", "Three"]


def test_nothing_is_loaded_from_strangers(renderer: Renderer) -> None:
    html = renderer.render(page(facts(), visual="list")).html
    assert "googleapis" not in html
    assert "<link" not in html
    assert "@import" not in html


@pytest.mark.parametrize(
    "title", ["{{ 7*7 }}", "{% include 'x' %}", "<script>x()</script>", '"><b a="', "a & b", "{#"]
)
def test_a_fact_is_never_parsed(renderer: Renderer, title: str) -> None:
    rendered = renderer.render(page(facts(title), visual="list"))
    assert title in words_in(rendered.html)
    assert rendered.subject == f"Still thinking about {title}?"
    assert f"- {title}: £24.00" in rendered.text
    parsed = html5lib.parse(rendered.html, namespaceHTMLElements=False)
    assert next(parsed.iter("img")).attrib["alt"] == title
    assert not list(parsed.iter("script"))


def test_a_fact_with_line_breaks_makes_no_second_line_of_a_subject(renderer: Renderer) -> None:
    rendered = renderer.render(page(facts("Kettle\r\nBcc: x")))
    assert rendered.subject == "Still thinking about Kettle Bcc: x?"


def test_a_long_title_is_cut_between_words(renderer: Renderer) -> None:
    rendered = renderer.render(page(facts("A copper kettle with a very long spout")))
    assert rendered.subject == "Still thinking about A copper kettle with a very…?"


def test_a_fact_that_does_not_exist_is_a_finding(renderer: Renderer) -> None:
    wanted = page(facts())
    block = replace(wanted.blocks["cta"], text="{{ cart.nothing }}")
    rendered = renderer.render(replace(wanted, blocks={**wanted.blocks, "cta": block}))
    assert [(f.rule, f.where) for f in rendered.findings] == [("rendering", block.where)]


@pytest.mark.parametrize(
    "body",
    [
        "{% for a in cart.items %}{% for b in cart.items %}{% for c in cart.items %}{{ a.title }}"
        "{% endfor %}{% endfor %}{% endfor %}",
        "{% for a in (1..100000000) %}x{% endfor %}",
        "{% render 'x' %}",
    ],
)
def test_what_got_past_the_reader_is_stopped_by_limits(renderer: Renderer, body: str) -> None:
    layout = f"<mjml><mj-body><mj-section><mj-column><mj-text>{body}</mj-text></mj-column>"
    layout += "</mj-section></mj-body></mjml>"
    framework = replace(FRAMEWORK, layouts=(("note", layout),))
    rendered = renderer.render(replace(page(facts(*(["Kettle" * 20] * 40))), framework=framework))
    assert [f.rule for f in rendered.findings] == ["rendering"]
    assert rendered.html == ""


def test_a_layout_is_compiled_once_for_its_content_and_colours() -> None:
    fresh = MailRenderer()
    first = fresh.render(page(facts()))
    assert fresh.render(page(facts())) == first
    assert fresh._layout.cache_info().misses == 1
    colours = {**FOLDER.brand.colours, "accent": "#123456"}
    other = replace(page(facts()), brand=replace(FOLDER.brand, colours=colours))
    assert "#123456" in fresh.render(other).html
    assert fresh._layout.cache_info().misses == 2


def test_liquid_with_quotes_and_comparisons_survives_mjml() -> None:
    liquid = '{% if cart.total != "" and 1 < 2 %}x{% endif %}'
    html = compile_layout(
        f'<mjml><mj-body><mj-section><mj-column><mj-button href="{{{{ cart.url }}}}">{liquid}'
        "</mj-button></mj-column></mj-section></mj-body></mjml>",
        {},
        "en",
    )
    assert liquid in html
    assert 'href="{{ cart.url }}"' in html
    assert "rapportliquid" not in html


@pytest.mark.parametrize(
    "source",
    [
        "<mjml><mj-body>",
        "<mjml>\U0001fad6 a character that the MJML parser panics over</mjml>",
        "",
    ],
)
def test_mjml_that_cannot_be_read_says_so(source: str) -> None:
    with pytest.raises(LayoutError, match="MJML cannot be read"):
        compile_layout(source, {}, "en")
