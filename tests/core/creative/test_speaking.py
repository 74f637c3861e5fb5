"""A message speaks one language: what is missing in the person's sends it in the brand's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict, replace

from rapport.core.brand import Review, Scene
from rapport.core.creative.fixed_words import FILLED, OF_THE_BRAND, filled, greeting, more_items
from rapport.core.creative.fixed_words_shipped import GERMAN, SHIPPED
from rapport.core.creative.framework import Action, Block, Framework, Level, Slot
from rapport.core.creative.speaking import Speaker, language_for, layout_lacks, own_words, said
from rapport.core.offer import Offer
from rapport.testing import examples as ex

BRAND = replace(
    ex.blueprint().releases[0].brand,
    facts={"returns_days": "30 days"},
    words={"de": replace(GERMAN, offers={"ten": "Zehn Prozent"})},
)
TEN = Offer("ten", "percent", "Ten off", 10, code="TEN")
WHO = Speaker(BRAND, (Offer("none"), TEN))
PLAIN = Action(offer="none", tone="warm", angle="help", visual="note")
WITH_TEN = replace(PLAIN, offer="ten")
FRAMEWORK = Framework(
    "f", "F", (Slot("subject", 60), Slot("body", 200), Slot("offer_line", 90, required=False)),
    ("none", "ten"), (Level("warm", "Warm"),), (Level("help", "Help"),), (Level("note", "Note"),),
    (
        Block("s", "subject", "Hello"), Block("b", "body", "Hello there"),
        Block("o", "offer_line", "{{ offer.value }} with {{ offer.code }}", offers=("ten",)),
        Block("s-de", "subject", "Hallo", language="de"),
        Block("b-de", "body", "Guten Tag", language="de"),
    ),
    layouts=(("note", "<p>{{ greeting }} {{ slots.body }} {{ words.unsubscribe }}</p>"),),
)  # fmt: skip


def with_block(text: str, slot: str = "offer_line") -> Framework:
    more = Block("more", slot, text, language="de")
    return replace(FRAMEWORK, blocks=(*FRAMEWORK.blocks, more))


def missing(framework: Framework, action: Action, who: Speaker = WHO) -> list[str]:
    return said(who, framework, "first", action, "de")[1]


def test_what_is_whole_in_the_persons_language_is_said_in_it() -> None:
    assert language_for(WHO, FRAMEWORK, "first", PLAIN, "de") == "de"
    assert language_for(WHO, FRAMEWORK, "first", PLAIN, "fr") == "en"
    assert language_for(WHO, FRAMEWORK, "first", PLAIN, "en") == "en"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Etwas weniger", ["no approved words that name the offer"]),
        ("{% if offer.value != '' %}Weniger{% endif %}", ["no approved words that name the offer"]),
        ("{{ offer.value }} weniger", ["no approved words that name the offer's code"]),
        ("{{ offer.value }} mit {{ offer.code }}", []),
    ],
)
def test_an_offer_is_named_with_its_code_or_the_message_is_in_the_brands_language(
    text: str, what: list[str]
) -> None:
    framework = with_block(text)
    assert missing(framework, WITH_TEN) == what
    assert language_for(WHO, framework, "first", WITH_TEN, "de") == ("en" if what else "de")
    assert language_for(WHO, framework, "first", PLAIN, "de") == "de"


def test_labels_facts_and_fixed_words_are_needed_in_the_language_too() -> None:
    named = with_block("{{ offer.value }} mit {{ offer.code }}")
    bare = Speaker(replace(BRAND, words={}), WHO.offers)
    assert missing(named, WITH_TEN, bare) == ["no label of offer ten"]
    facts = replace(FRAMEWORK, blocks=(*FRAMEWORK.blocks[:-1], Block(
        "b-de", "body", "Zurück in {{ brand.facts.returns_days }}", language="de"
    )))  # fmt: skip
    assert missing(facts, PLAIN) == ["no approved body"]
    there = replace(GERMAN, facts={"returns_days": "30 Tagen"})
    assert missing(facts, PLAIN, Speaker(replace(BRAND, words={"de": there}), ())) == []
    danish = replace(FRAMEWORK, blocks=tuple(replace(b, language="da") for b in FRAMEWORK.blocks))
    assert "no fixed words" in said(WHO, danish, "first", PLAIN, "da")[1]


@pytest.mark.parametrize(
    ("layout", "found"),
    [
        ("<p>{{ slots.body }} &nbsp;&#847; · × 2</p>", ""),
        ("<p>Total {{ cart.total }}</p>", "Total"),
        ('<img src="x" alt="A mug on a table" />', "A mug on a table"),
        ("<mj-style>h1 { margin: 0; } /* words */</mj-style><!-- a note -->", ""),
        ('<td style="color:red" title="x > y">{% if a == \'Tea\' %}{{ b }}{% endif %}</td>', ""),
        ("<p>{% if language == 'de' %}Summe{% else %}Total{% endif %}</p>", ""),
        ("<p lang=\"{{ language }}\">Total</p>", "Total"),
        ("<p>Your {% if a %}order{% endif %}</p>", "Your"),
    ],
)  # fmt: skip
def test_a_layouts_own_words_are_found(layout: str, found: str) -> None:
    assert own_words(layout) == found


def test_what_a_layout_shows_is_there_in_the_language() -> None:
    shown = replace(
        BRAND,
        reviews=(Review("It pours.", "Imran", "Review 1"),),
        scenes=(Scene("table.png", "A table"),),
    )
    assert layout_lacks(shown, "{% for one in reviews %}{% endfor %}", "de").startswith(
        "what other"
    )
    assert layout_lacks(BRAND, "{% for one in reviews %}{% endfor %}", "de") == ""
    german = Review("Sie gießt.", "Imran", "Review 2", language="de")
    spoken = replace(shown, reviews=(*shown.reviews, german))
    assert layout_lacks(spoken, "{% for one in reviews %}{% endfor %}", "de") == ""
    assert layout_lacks(shown, "{{ scene.image }}", "de") == "no words for picture table.png"
    assert layout_lacks(shown, "{{ brand.facts.returns_days }}", "de") == "no fact returns_days"


@pytest.mark.parametrize("language", SHIPPED)
def test_every_language_that_is_shipped_has_all_its_words_and_gaps(language: str) -> None:
    words = asdict(SHIPPED[language])
    for name, text in words.items():
        if name in OF_THE_BRAND:
            assert text == {}
            continue
        assert text
        assert [gap for gap in FILLED.get(name, ()) if f"{{{gap}}}" not in text] == []
    assert "Anna" in greeting(SHIPPED[language], "Anna")
    assert "3" in more_items(SHIPPED[language], 3)
    assert more_items(SHIPPED[language], 0) == ""


@given(st.text(max_size=30), st.text(max_size=30), st.text("{}abday ", max_size=20))
def test_what_is_filled_in_is_never_filled_itself(day: str, time: str, around: str) -> None:
    assert filled("{day} / {time}", day=day, time=time) == f"{day} / {time}"
    assert filled("{day}", day="{time}", time="x") == "{time}"
    assert filled(around, name="x") == around.replace("{name}", "x")
