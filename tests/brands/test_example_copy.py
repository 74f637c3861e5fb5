"""The example brand's words, layouts, pictures and catalogue keep the rules that they stand for."""

from __future__ import annotations

import csv
import itertools
import re
import statistics
from pathlib import Path
from typing import Any  # what YAML and Liquid hold

import pytest
import yaml
from PIL import Image

import rapport
from rapport.adapters.approved_liquid.language import LAYOUT, WORDS, parse
from rapport.adapters.approved_liquid.layout import compile_layout
from rapport.adapters.brand_folder.parts import whole
from rapport.adapters.brand_folder.read import read_brand_folder
from rapport.app.wording.wordable import short_title
from rapport.core.creative.facts import SHORT_NAMES, SHORT_TITLE
from rapport.core.creative.fixed_words import IN_LAYOUTS, greeting, more_items
from rapport.core.creative.fixed_words_shipped import ENGLISH
from rapport.core.creative.wording import invisible_in

FOLDER = Path(rapport.__file__).parent / "brands/alder_and_clay"
BRAND = yaml.safe_load((FOLDER / "brand.yaml").read_text("utf-8"))
VOICE = yaml.safe_load((FOLDER / "voice.yaml").read_text("utf-8"))
OFFERS = yaml.safe_load((FOLDER / "offers.yaml").read_text("utf-8"))["offers"]
CLAIMS = yaml.safe_load((FOLDER / "claims.yaml").read_text("utf-8"))["claims"]
FRAMEWORK = yaml.safe_load((FOLDER / "creative/checkout.yaml").read_text("utf-8"))
BLOCKS = FRAMEWORK["blocks"]
CATALOGUE = list(csv.DictReader((FOLDER / "catalogue.csv").read_text("utf-8").splitlines()))

SLOTS = {slot["key"]: slot for slot in FRAMEWORK["slots"]}
POINTS = ("first", "second", "last")
TONES = tuple(tone["key"] for tone in FRAMEWORK["tones"])
ANGLES = tuple(angle["key"] for angle in FRAMEWORK["angles"])
VISUALS = tuple(visual["key"] for visual in FRAMEWORK["visuals"])
MESSAGES = list(itertools.product(POINTS, TONES, ANGLES))
FACTORS = ("point", "tone", "angle", "visual", "offer")
OWN_WORDS = ("subject", "preheader", "headline", "body")

TEXTS = [(slot, block[slot]) for block in BLOCKS for slot in SLOTS if slot in block]
PLACEHOLDER = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
NUMBER_WORD = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|half|double|twice|"
    r"twenty|thirty|hundred|percent|per cent|monday|tuesday|wednesday|thursday|friday|saturday|"
    r"sunday|today|tonight|tomorrow|yesterday|weekend|free)\b",
    re.IGNORECASE,
)
PRESSURE = re.compile(
    r"forg[eo]t|oops|hurry|don’t miss|miss(ing)? out|last chance|treat yourself|"
    r"we (saw|noticed|spotted)|you (viewed|browsed|looked at)|waiting for you|abandon|left behind|"
    r"still (there|thinking|interested)\?|selling|running out|before it’s gone",
    re.IGNORECASE,
)

LONG_TITLE = "hand-thrown extra-large wavy-rimmed serving platter for sharing, moss green over rust"
CARTS = {
    "one mug": ("Breakfast Mug, Sea Glass", "Mugs", 1),
    "a mug and more": ("Little Mug, Rust", "Mugs", 4),
    "one tea": ("Hill Fog Oolong", "Tea", 1),
    "teas and more": ("Rainy Day Earl Grey", "Tea", 9),
    "a long lower-case title": (LONG_TITLE, "Plates", 3),
}


def facts(cart: str = "one mug", offer: str = "none", minimum: str | None = None) -> dict[str, Any]:
    title, category, count = CARTS[cart]
    item = {
        "title": title,
        "short_title": short_title(title, SHORT_TITLE),
        "variant": "100 g tin" if category == "Tea" else "",
        "quantity": "2",
        "price": "£1,024.00",
        "total": "£2,048.00",
        "url": "https://shop.example/p",
        "image": "https://shop.example/p.png",
        "category": category,
    }
    written = next(entry for entry in OFFERS if entry["key"] == offer)
    least = f"£{written.get('min_total', 0):.2f}" if written.get("min_total") else ""
    none = offer == "none"
    return {
        "cart": {
            "items": [item] * count,
            "first": item,
            "count": count,
            "total": "£2,048.00",
            "url": "https://shop.example/c/1",
            "more": 3,
            "names": title,
            "short_names": "S" * SHORT_NAMES if short_title(title, SHORT_TITLE) else "",
        },
        "offer": {
            "key": offer,
            "label": "" if none else written["label"],
            "value": written.get("value", ""),
            "code": written.get("code", ""),
            "ends": "" if none else "Wednesday 30 September at 18:00",
            "minimum": least if minimum is None else minimum,
        },
        "brand": {
            "name": BRAND["name"],
            "sender": BRAND["sender"]["name"],
            "address": BRAND["postal_address"],
            "shop_url": BRAND["shop_url"],
            "logo_url": "",
            "reply_to": BRAND["sender"]["reply_to"],
            "facts": BRAND["facts"],
        },
        "unsubscribe_url": "https://shop.example/u/1",
        "preferences_url": "https://shop.example/u/1",
        "first_name": "Maya",
    }


def filled(text: str, given: dict[str, Any]) -> str:
    return str(parse(text, WORDS).render(**given)).strip()


def block_for(slot: str, **levels: str) -> str:
    """The block of a slot that is bound to most of the levels; an empty text where none fits."""
    found = [block for block in BLOCKS if slot in block and _fits(block, levels)]
    bound = [sum(f in block or f"{f}s" in block for f in FACTORS) for block in found]
    best = [block[slot] for block, most in zip(found, bound, strict=True) if most == max(bound)]
    assert len(best) <= 1, f"{slot} for {levels} is written {len(best)} times"
    return best[0] if best else ""


def _fits(block: dict[str, Any], levels: dict[str, str]) -> bool:
    for factor, level in levels.items():
        allowed = block.get(factor, block.get(f"{factor}s"))
        if allowed is not None and level not in (
            [allowed] if isinstance(allowed, str) else allowed
        ):
            return False
    return True


def words(text: str) -> str:
    return PLACEHOLDER.sub(" ", text)


def test_the_folder_is_accepted_as_it_is() -> None:
    assert read_brand_folder(FOLDER).brand.key == "alder-and-clay"


@pytest.mark.parametrize(("point", "tone", "angle"), MESSAGES)
def test_every_point_tone_and_angle_has_a_whole_message_that_fits(
    point: str, tone: str, angle: str
) -> None:
    offers = FRAMEWORK["offers"]
    for cart, visual, offer in itertools.product(CARTS, VISUALS, offers):
        given = facts(cart, offer)
        for key, slot in SLOTS.items():
            text = block_for(key, point=point, tone=tone, angle=angle, visual=visual, offer=offer)
            shown = filled(text, given)
            assert shown or not slot.get("required", True), f"{key} is empty"
            assert len(shown) <= slot["max_chars"], f"{key} with {cart}: {len(shown)} characters"
            assert not re.search(r"  | [,.]", shown), shown


@pytest.mark.parametrize("slot", OWN_WORDS)
def test_nobody_reads_the_same_words_in_different_messages(slot: str) -> None:
    written = [block_for(slot, point=p, tone=t, angle=a, offer="none") for p, t, a in MESSAGES]
    assert len({text.strip().lower() for text in written}) == len(MESSAGES) == 36


@pytest.mark.parametrize(("slot", "text"), TEXTS)
def test_words_between_facts_state_no_figure_price_date_or_link(slot: str, text: str) -> None:
    bare = words(text)
    assert not re.search(r"\d|[%£$€@#]|://|www\.", bare)
    assert not NUMBER_WORD.search(bare), NUMBER_WORD.search(bare)


@pytest.mark.parametrize(("slot", "text"), TEXTS)
def test_words_never_press_shame_watch_or_shout(slot: str, text: str) -> None:
    bare = words(text)
    assert not PRESSURE.search(bare), PRESSURE.search(bare)
    assert "!" not in bare
    assert not re.search(r"[\U0001F000-\U0001FAFF\u2600-\u27BF]", bare)
    assert not re.search(r"\b[A-Z]{3,}\b", bare)
    for avoided in VOICE["words"]["avoid"]:
        assert not re.search(rf"\b{re.escape(avoided)}\b", bare, re.IGNORECASE), avoided


@pytest.mark.parametrize(("slot", "text"), TEXTS)
def test_words_have_typographic_apostrophes_and_british_spelling(slot: str, text: str) -> None:
    bare = words(text)
    assert not re.search(r"['\"]", bare)
    assert not re.search(r"\b(color|flavor|gray|favorite|cozy|shipping)\b", bare, re.IGNORECASE)


@pytest.mark.parametrize(("tone", "angle"), list(itertools.product(TONES, ANGLES)))
def test_the_last_message_is_the_shortest_and_says_that_it_is_the_last(
    tone: str, angle: str
) -> None:
    lengths = {
        point: len(filled(block_for("body", point=point, tone=tone, angle=angle), facts()))
        for point in POINTS
    }
    last = block_for("body", point="last", tone=tone, angle=angle)
    assert lengths["last"] < min(lengths["first"], lengths["second"])
    assert re.search(r"\blast (note|e-mail|I’ll write)\b[^.]*about this basket", last)


@pytest.mark.parametrize("offer", [key for key in FRAMEWORK["offers"] if key != "none"])
@pytest.mark.parametrize("tone", TONES)
def test_an_offer_line_names_its_code_end_and_minimum(tone: str, offer: str) -> None:
    text = block_for("offer_line", tone=tone, offer=offer)
    given = facts(offer=offer)
    shown = filled(text, given)
    for part in ("code", "ends", "minimum"):
        assert given["offer"][part] in shown
    if offer == "ten-percent":
        assert given["offer"]["value"] in shown
    without = filled(text, facts(offer=offer, minimum=""))
    assert "orders of" not in without
    assert without.endswith(".")


def test_no_offer_means_no_offer_line() -> None:
    assert not any(block_for("offer_line", tone=tone, offer="none") for tone in TONES)


def test_what_is_claimed_of_the_products_is_in_the_list_of_claims() -> None:
    copy = " ".join(words(text) for _, text in TEXTS).lower()
    claims = " ".join(claim["text"] for claim in CLAIMS).lower()
    spoken = ("thrown by hand", "fired again", "dishwasher", "microwave", "safe for food",
              "whole leaf", "close-fitting", "takes up water", "used or not")  # fmt: skip
    for phrase in spoken:
        assert phrase in copy, f"'{phrase}' is not said any more: take it out of this test"
        assert phrase in claims
    assert all(claim["evidence"] for claim in CLAIMS)


def test_sentences_stay_short_enough_to_be_read_on_a_phone() -> None:
    bodies = [filled(text, facts()) for slot, text in TEXTS if slot == "body"]
    sentences = [s for body in bodies for s in re.split(r"(?<=[.?])\s+", body) if s]
    assert statistics.mean(len(sentence.split()) for sentence in sentences) < 17
    assert max(len(sentence.split()) for sentence in sentences) <= 40


def _layout(visual: str) -> str:
    def part(name: str) -> tuple[str, str]:
        return (FOLDER / name).read_text("utf-8"), ""

    name = f"layouts/{visual}.mjml"
    return whole(name, part(name)[0], part).text


def _page(visual: str, offer: str, taken_off: str = "") -> str:
    given = {**facts("teas and more", offer), "taken_off": taken_off}
    texts = {
        slot: filled(
            block_for(slot, point="first", tone="warm", angle="craft", visual=visual, offer=offer),
            given,
        )
        for slot in SLOTS
    }
    slots = {**texts, "body": texts["body"].split("\n\n")}
    html = compile_layout(_layout(visual), BRAND["colours"], BRAND["language"])
    return str(
        parse(html, LAYOUT).render(
            **given,
            products=given["cart"],
            about="cart",
            slots=slots,
            language="en",
            greeting=greeting(ENGLISH, "Anna"),
            more_items=more_items(ENGLISH, given["cart"]["more"]),
            words={**{name: getattr(ENGLISH, name) for name in IN_LAYOUTS}, "why": ENGLISH.why},
        )
    )


@pytest.mark.parametrize("visual", VISUALS)
def test_a_page_shows_the_words_the_way_out_and_the_button_once(visual: str) -> None:
    page = _page(visual, "ten-percent")
    assert not re.search(r"\{[{%]", page)
    assert "Alder &amp; Clay" in page
    assert 'lang="en"' in page
    assert BRAND["postal_address"].replace("&", "&amp;") in page
    assert "https://shop.example/u/1" in page
    assert page.count("Have another look</a>") == 1
    assert "TENCLAY" in page
    assert not invisible_in(page)
    assert "color-scheme" in page
    assert "prefers-color-scheme: dark" in page
    assert all(re.search(r'\balt="[^"]+"', tag) for tag in re.findall(r"<img\b[^>]*>", page))


@pytest.mark.parametrize("visual", VISUALS)
def test_the_offers_panel_is_absent_without_an_offer(visual: str) -> None:
    assert 'class="panel' not in _page(visual, "none")
    assert 'class="panel' in _page(visual, "tea-sampler")


def test_the_basket_lists_every_item_and_the_letter_shows_no_picture() -> None:
    assert _page("basket", "none").count("<img") == CARTS["teas and more"][2]
    assert "and 3 more" in _page("basket", "none")
    assert _page("hero", "none").count("<img") == 1
    assert "<img" not in _page("letter", "none")


def test_where_a_total_stands_a_discount_on_the_whole_stands_with_it() -> None:
    off = "£4.20 off"
    basket = _page("basket", "none", off)
    assert basket.index("and 3 more") < basket.index(off) < basket.rindex("£2,048.00")
    assert f"£2,048.00 ({off})" in _page("letter", "none", off)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_text_has_the_contrast_of_wcag_aa_in_light_and_dark() -> None:
    colours = BRAND["colours"]
    card, panel = "#FFFDF9", "#F3F4EC"
    dark_page, dark_card, dark_panel = "#1B1815", "#26221E", "#2B302B"
    pairs = [
        *((colours["text"], ground) for ground in (colours["background"], card, panel)),
        *((colours["muted"], ground) for ground in (colours["background"], card)),
        (colours["accent"], panel),
        (colours["accent_text"], colours["accent"]),
        *(("#F2EBE1", ground) for ground in (dark_page, dark_card, dark_panel)),
        *(("#BDB2A4", ground) for ground in (dark_page, dark_card)),
        ("#A9CDBF", dark_panel),
        ("#14211C", "#A9CDBF"),
    ]
    source = _layout("hero") + str(colours)
    for text, ground in pairs:
        assert {text, ground} <= set(re.findall(r"#[0-9A-F]{6}", source))
        assert _contrast(text, ground) >= 4.5, (text, ground)


def test_the_catalogue_has_a_small_picture_and_a_sound_price_for_each_product() -> None:
    handles = [row["Handle"] for row in CATALOGUE]
    assert len(set(handles)) == len(handles) == 24
    assert {row["Type"] for row in CATALOGUE} == {"Mugs", "Teapots", "Bowls", "Plates", "Tea"}
    floor = float(BRAND["margin"]["floor"].rstrip("%")) / 100
    for row in CATALOGUE:
        price, cost = float(row["Variant Price"]), float(row["Cost per item"])
        assert 6 <= price <= 78
        assert (price * 0.9 - cost) / price > floor
        assert row["Image Alt Text"]
        picture = FOLDER / row["Image Src"]
        assert picture.name == f"{row['Handle']}.png"
        assert picture.stat().st_size <= 25_000
        with Image.open(picture) as opened:
            assert opened.size == (600, 600)
    scenes = {Path(scene["picture"]).stem for scene in BRAND["scenes"]}
    assert {path.stem for path in (FOLDER / "images").iterdir()} == set(handles) | scenes
