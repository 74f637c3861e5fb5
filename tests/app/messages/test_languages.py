"""Somebody who speaks another language gets a whole message in it, or one in the brand's."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from written import WARM, request, writer

from rapport.app.messages.write import WriteRequest, Written
from rapport.core.brand import Review
from rapport.core.creative.fixed_words_shipped import FRENCH, GERMAN
from rapport.core.creative.framework import Action, Block
from rapport.core.creative.speaking import fixed_words

LISTED = Action(time="now", offer="five-off", tone="plain", angle="help", visual="list")
GERMAN_BLOCKS = tuple(
    Block(f"de/{slot}", slot, text, language="de")
    for slot, text in {
        "subject": "Ihr Warenkorb ist noch da",
        "preheader": "Wir heben ihn auf.",
        "headline": "Noch da",
        "body": "Wir heben ihn auf: {{ cart.names }}.",
        "cta": "Zum Warenkorb",
        "signoff": "Herzlich\nJo",
    }.items()
)
OFFER_LINE = Block(
    "de/offer", "offer_line",
    "{{ offer.value }} weniger mit {{ offer.code }}, bis {{ offer.ends }}.",
    offers=("five-off",), language="de",
)  # fmt: skip
LABELLED = replace(GERMAN, offers={"five-off": "Fünf Pfund weniger"})
ENGLISH_WORDS = (
    "Hello",
    "Your basket",
    "Total",
    "Unsubscribe",
    "Choose what",
    " with code",
    "until",
)


def german(action: Action, *more: Block, words: object = LABELLED) -> WriteRequest:
    """A message for Gerd, who speaks German, at a brand that has begun to write in it."""
    asked = request(action)
    release = asked.release
    framework = replace(
        release.frameworks[0], blocks=(*release.frameworks[0].blocks, *GERMAN_BLOCKS, *more)
    )
    brand = replace(release.brand, words={"de": words} if words else {})
    contact = replace(asked.contact, first_name="Gerd", language="de")
    release = replace(release, brand=brand, frameworks=(framework,))
    return replace(asked, release=release, contact=contact)


def all_of(written: Written) -> str:
    message = written.message
    return "\n".join((message.subject, message.preheader, message.html, message.text))


def test_a_message_in_another_language_is_in_it_from_head_to_foot() -> None:
    written = writer().write(german(LISTED, OFFER_LINE))
    told = all_of(written)
    assert written.findings == ()
    assert written.message.language == "de"
    assert 'lang="de"' in written.message.html
    assert 'lang="en"' not in written.message.html
    for words in ("Hallo Gerd,", "Ihr Warenkorb:", "Summe:", "Abmelden:"):
        assert words in written.message.text
    assert "5,00\xa0£ Rabatt ab 20,00\xa0£ Bestellwert mit dem Code FIVE bis " in told
    assert "Donnerstag, 4. Juni, " in told
    assert "Uhr" in told
    assert [words for words in ENGLISH_WORDS if words in told] == []


def test_the_offers_words_are_missing_so_all_of_it_is_in_the_brands_language() -> None:
    written = writer().write(german(LISTED))
    assert written.findings == ()
    assert written.message.language == "en"
    assert "Hello Gerd," in written.message.text
    assert "Hallo" not in all_of(written)
    assert "Warenkorb" not in all_of(written)
    (missing,) = written.against_theirs
    assert missing.found == "no approved words that name the offer"
    without = writer().write(german(replace(LISTED, offer="none")))
    assert (without.message.language, without.findings) == ("de", ())


def test_a_label_that_is_not_translated_is_not_shown_among_german_words() -> None:
    written = writer().write(german(LISTED, OFFER_LINE, words=None))
    assert (written.message.language, written.findings) == ("en", ())


def test_what_a_guardrail_stops_in_their_language_goes_out_in_the_brands() -> None:
    long = Block("de/long", "headline", "Noch da und " * 20, tones=("warm",), language="de")
    written = writer().write(german(WARM, long))
    assert (written.message.language, written.findings) == ("en", ())
    assert [one.rule for one in written.against_theirs] == ["slot length"]


def test_a_layout_with_words_of_its_own_speaks_the_brands_language_alone() -> None:
    asked = german(WARM)
    framework = asked.release.frameworks[0]
    layouts = tuple(
        (key, source.replace("{{ words.unsubscribe }}", "Unsubscribe"))
        for key, source in framework.layouts
    )
    release = replace(asked.release, frameworks=(replace(framework, layouts=layouts),))
    written = writer().write(replace(asked, release=release))
    assert (written.message.language, written.findings) == ("en", ())
    assert writer().write(asked).message.language == "de"


OTHERS = (
    Review("It has boiled for nine years.", "Ann", "a letter"),
    Review("Er kocht seit neun Jahren.", "Gerd", "a letter", language="de"),
)


@pytest.mark.parametrize("about", ["", "p2"])
def test_what_others_said_is_shown_to_those_who_read_that_language(about: str) -> None:
    """Where the visual is for what they said, and they said it of something else, all of the
    message is in the brand's language."""
    asked = german(WARM)
    framework = asked.release.frameworks[0]
    hello = "<p>{{ greeting }}</p>"
    shown = hello + "{% for review in reviews %}<p>{{ review.words }}</p>{% endfor %}"
    layouts = tuple((key, source.replace(hello, shown)) for key, source in framework.layouts)
    needing = tuple(replace(one, needs=("reviews",)) for one in framework.visuals)
    framework = replace(framework, layouts=layouts, visuals=needing)
    reviews = (OTHERS[0], replace(OTHERS[1], about=about))
    brand = replace(asked.release.brand, reviews=reviews)
    release = replace(asked.release, brand=brand, frameworks=(framework,))
    written = writer().write(replace(asked, release=release))
    assert written.message.language == ("en" if about else "de")
    assert (OTHERS[0].words in written.message.text) == bool(about)
    assert (OTHERS[1].words in written.message.text) == (not about)
    if about:
        (missing,) = written.against_theirs
        assert missing.found == "what others said is in other languages"


def test_a_brand_says_the_fixed_words_in_its_own_way() -> None:
    mine = replace(LABELLED, hello_name="Moin {name},", unsubscribe="Keine Post mehr")
    text = writer().write(german(WARM, words=mine)).message.text
    assert "Moin Gerd," in text
    assert "Keine Post mehr:" in text
    assert fixed_words(request().release.brand, "fr") is FRENCH
