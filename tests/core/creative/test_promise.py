"""What is promised is the same for people and for machines, whatever it says."""

from __future__ import annotations

import json
from datetime import datetime

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.adapters.approved_liquid.language import WORDS, mistakes
from rapport.adapters.approved_liquid.names import word_facts
from rapport.app.wording.wordable import iso_8601
from rapport.core.copy_checks.compiling import printable_facts
from rapport.core.creative.facts import BrandFacts, CartFacts, ItemFacts, MessageFacts, OfferFacts
from rapport.core.creative.fixed_words_brought import BROUGHT, brought
from rapport.core.creative.fixed_words_shipped import BARE, ENGLISH, SHIPPED
from rapport.core.creative.promise import (
    annotate,
    annotation_script,
    annotations_in,
    badge,
    parts,
    says_all,
    sentence,
    with_minimum,
    with_promise,
)
from rapport.core.time import MINUTE, Zone

TEN = OfferFacts(
    "ten",
    "A little off",
    "10%",
    "TENOFF",
    "Thursday 4 June at 18:00",
    "£25.00",
    "2026-06-02T18:00:00+01:00",
    "2026-06-04T18:00:00+01:00",
)
GIFT = OfferFacts("tea", "A tea sampler in the box", "A tea sampler in the box", "SAMPLER")
ITEM = ItemFacts("Mug", "", "1", "", "", "", "https://shop.example/mug.png", "")
FACTS = MessageFacts(
    cart=CartFacts((ITEM,), ITEM, 1, "", "https://post.example/c/t"),
    offer=TEN,
    brand=BrandFacts("Shop", "Jo", "Street", "", "https://shop.example/logo.png", "", {}),
    unsubscribe_url="",
    preferences_url="",
)


def test_the_sentence_says_everything_about_the_offer() -> None:
    assert sentence(TEN, ENGLISH) == (
        "10% off on orders from £25.00 with code TENOFF until Thursday 4 June at 18:00."
    )
    assert sentence(GIFT, ENGLISH) == "A tea sampler in the box with code SAMPLER."
    assert sentence(OfferFacts(), ENGLISH) == ""


@pytest.mark.parametrize("language", [*SHIPPED, *BROUGHT, "ja"])
def test_in_every_language_the_sentence_says_all_of_it(language: str) -> None:
    for offer in (TEN, GIFT, replace(TEN, code=""), replace(TEN, minimum="", ends="")):
        assert says_all(sentence(offer, brought(language) or BARE), offer)


def test_a_minimum_that_no_part_of_the_mail_names_ends_the_offers_line() -> None:
    slots = {"preheader": "From £25.00", "body": "Still here.", "offer_line": "10% off: TENOFF"}
    assert with_minimum(slots, TEN, ENGLISH) == {
        **slots,
        "offer_line": "10% off: TENOFF. On orders from £25.00.",
    }
    assert with_minimum({"body": "10% off!"}, TEN, ENGLISH) == {
        "body": "10% off!\n\nOn orders from £25.00."
    }


@pytest.mark.parametrize("slot", ["headline", "body", "offer_line"])
def test_a_minimum_that_is_named_is_not_named_again(slot: str) -> None:
    slots = {"body": "Still here.", "offer_line": "10% off", slot: "10% off from £25.00"}
    assert with_minimum(slots, TEN, ENGLISH) == slots
    assert with_minimum({"body": "Still here."}, GIFT, ENGLISH) == {"body": "Still here."}


@pytest.mark.parametrize("language", [*SHIPPED, *BROUGHT, "ja"])
def test_in_every_language_the_mail_itself_names_the_minimum(language: str) -> None:
    said = with_minimum({"offer_line": "TENOFF"}, TEN, brought(language) or BARE)
    assert "TENOFF" in said["offer_line"]
    assert TEN.minimum in said["offer_line"]


@pytest.mark.parametrize(
    "words",
    [
        "110% off, £25.00, TENOFF, Thursday 4 June at 18:00",
        "10% off from £125.00, TENOFF, Thursday 4 June at 18:00",
        "10% off from £25.00, TENOFFS, Thursday 4 June at 18:00",
        "10% off from £25.00, TENOFF, Thursday 4 June at 18:005",
        "0.10% off from £25.00, TENOFF, Thursday 4 June at 18:00",
        "10% off",
        "",
    ],
)
def test_what_only_looks_like_the_offer_does_not_say_it(words: str) -> None:
    assert not says_all(words, TEN)
    assert says_all(with_promise(words, TEN, ENGLISH), TEN)


def test_words_that_say_it_stay_as_they_are() -> None:
    words = "TENOFF takes 10% off from £25.00,\nuntil Thursday 4 June\nat 18:00"
    assert with_promise(words, TEN, ENGLISH) == words
    assert with_promise("Still here", OfferFacts(), ENGLISH) == "Still here"
    assert with_promise("Still here", GIFT, ENGLISH).startswith("Still here. A tea sampler")


def test_the_head_has_the_types_that_mailbox_providers_read() -> None:
    organisation, deal, card = annotate(FACTS, "Take your time", ENGLISH)
    assert organisation["logo"] == "https://shop.example/logo.png"
    assert deal == {
        "@context": "http://schema.org/",
        "@type": "DiscountOffer",
        "description": "10% off on orders from £25.00",
        "discountCode": "TENOFF",
        "availabilityStarts": "2026-06-02T18:00:00+01:00",
        "availabilityEnds": "2026-06-04T18:00:00+01:00",
    }
    assert card["headline"] == "Take your time"
    assert card["url"] == "https://post.example/c/t"
    assert datetime.fromisoformat(deal["availabilityEnds"]).utcoffset() is not None


def test_nothing_promised_is_nothing_annotated() -> None:
    assert annotate(replace(FACTS, offer=OfferFacts()), "Hello", ENGLISH) == []
    assert annotation_script([]) == ""


def test_a_picture_without_https_is_not_named() -> None:
    item = replace(ITEM, image="http://127.0.0.1/mug.png")
    brand = replace(FACTS.brand, logo_url="")
    bare = replace(FACTS, cart=replace(FACTS.cart, first=item), brand=brand)
    assert [one["@type"] for one in annotate(bare, "Hello", ENGLISH)] == ["DiscountOffer"]


def test_an_instant_for_machines_says_the_same_minute_as_the_words() -> None:
    at = 1_780_410_000_000 + 34_567
    assert iso_8601(at, Zone()) == "2026-06-02T14:20:00+00:00"
    assert datetime.fromisoformat(iso_8601(at, Zone())).timestamp() * 1_000 == at // MINUTE * MINUTE


_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
_NASTY = st.one_of(
    _TEXT,
    st.sampled_from(
        ["</script>", "</SCRIPT >", "<!--", "-->", "<script>", "]]>", "{{ 7*7 }}", '"', "\\",
         "&lt;", "\u2028", "</head>", "<!--<script>"]
    ),
    st.lists(st.sampled_from(["</script>", "<", ">", "&", "'", '"', "x"]), max_size=6).map("".join),
)  # fmt: skip


@given(
    value=_NASTY, code=_NASTY, ends=_NASTY, minimum=_NASTY, label=_NASTY, headline=_NASTY,
    words=_NASTY, language=st.sampled_from([*SHIPPED, "zz"]),
)  # fmt: skip
def test_whatever_an_offer_says_people_and_machines_are_told_the_same(
    value: str, code: str, ends: str, minimum: str, label: str, headline: str, words: str,
    language: str,
) -> None:  # fmt: skip
    offer = OfferFacts("x", label, value, code, ends, minimum, ends, ends)
    facts = replace(FACTS, offer=offer)
    around = SHIPPED.get(language, BARE)
    told = annotate(facts, headline, around)
    page = f"<html><head><title>t</title>{annotation_script(told)}</head><body>b</body></html>"
    assert annotations_in(page) == ([told] if told else [])
    parsed = html5lib.parse(page, namespaceHTMLElements=False)
    scripts = list(parsed.iter("script"))
    assert len(scripts) == bool(told)
    assert "".join(parsed.find("body").itertext()) == "b"
    if told:
        assert json.loads(scripts[0].text) == told
        deal = next(one for one in told if one["@type"] == "DiscountOffer")
        assert deal.get("discountCode", "") == code
        assert deal.get("availabilityEnds", "") == ends
        assert deal.get("description", "") == badge(offer, around)


_PLAIN = st.text("abcXYZ019£$€%. -:'", min_size=1, max_size=24).filter(
    lambda s: s.strip() == s and " ".join(s.split()) == s and s[0].isalnum() and s[-1].isalnum()
)


@given(value=_PLAIN, code=_PLAIN, ends=_PLAIN, words=_PLAIN)
def test_words_with_the_promise_say_every_part_of_it(
    value: str, code: str, ends: str, words: str
) -> None:
    offer = OfferFacts("x", "Label", value, code, ends)
    told = with_promise(words, offer, ENGLISH)
    assert told.startswith(words)
    assert says_all(told, offer)
    assert all(part in told for part in parts(offer))


def test_neither_words_nor_a_machine_may_name_facts_for_machines_and_layouts() -> None:
    facts = printable_facts(frozenset({"returns_days"}))
    assert "offer.ends" in facts
    named = {path.partition(".")[0] for path in facts}
    assert not named & {"reviews", "scene", "banner"}
    assert [path for path in facts if path.endswith("_iso")] == []
    for name in ("offer.ends_iso", "scene.image", "banner.alt"):
        words = mistakes(f"Look: {{{{ {name} }}}}", WORDS, word_facts(frozenset()))
        assert [mistake.message[:12] for mistake in words] == ["unknown fact"], name
