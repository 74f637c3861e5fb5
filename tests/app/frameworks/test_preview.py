"""The matrix shows what would go out, and names what stands against the rest."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from rapport.adapters.mail_renderer import MailRenderer
from rapport.app.frameworks.preview import (
    BARRED,
    BROKEN,
    OFFER,
    WORKS,
    Cell,
    Preview,
    Seen,
    Wanted,
)
from rapport.app.frameworks.preview_file import LEFT_OUT, Heading, Sheet, preview_file
from rapport.app.frameworks.preview_person import Invented, asked_for
from rapport.app.messages.links import Links
from rapport.app.messages.made_up import shop_window
from rapport.app.messages.write import Writer
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.library import example_folder
from rapport.bootstrap.previews.desk import Shown, invented, pictures_of
from rapport.bootstrap.previews.from_folder import from_folder, from_installation
from rapport.core.brand import Brand
from rapport.core.catalogue import Product
from rapport.core.creative.coverage import moments_at
from rapport.core.creative.framework import Condition, Rule
from rapport.core.offer import Offer
from rapport.settings import Settings
from rapport.testing.fakes import FakeClock

AT = 1_780_410_000_000
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)> %%0%% %%DATA%%"


@pytest.fixture(scope="module")
def shown() -> Iterator[Shown]:
    with example_folder() as folder, from_folder(folder) as shown:
        yield shown


def cells(shown: Shown, seen: Seen, key: str = "checkout", wanted: Wanted = Wanted()) -> list[Cell]:  # noqa: B008
    framework = next(one for one in shown.release.frameworks if one.key == key)
    return list(shown.preview.cells(framework, seen, AT, wanted))


def test_every_message_of_the_example_brand_works_or_is_barred_by_a_rule(shown: Shown) -> None:
    seen = invented(shown, Invented())
    for framework in shown.release.frameworks:
        found = cells(shown, seen, framework.key)
        assert found, framework.key
        broken = [(cell.place, cell.against) for cell in found if cell.state == BROKEN]
        assert broken == []
        assert all(cell.html and cell.text for cell in found if cell.state == WORKS)


def test_a_rule_for_some_bars_nothing_for_others(shown: Shown) -> None:
    wanted = Wanted(("first",), (), {"tone": ("playful",)})
    fine = cells(shown, invented(shown, Invented()), wanted=wanted)
    refunded = invented(shown, Invented(signals={"days_since_refund": 3.0}))
    after = cells(shown, refunded, wanted=wanted)
    assert WORKS in {cell.state for cell in fine}
    assert {cell.state for cell in after} == {BARRED}
    (rule,) = {f for cell in after for f in cell.against if "No jokes after a refund" in f.found}
    file, _, line = rule.where.partition(":")
    with example_folder() as folder:
        lines = (folder / file).read_text("utf-8").splitlines()
    assert "No jokes after a refund" in lines[int(line) - 1]


@pytest.mark.parametrize(
    ("signals", "rule"),
    [
        ({"days_since_refund": 1.0}, "care: after a refund"),
        ({"days_since_complaint": 1.0}, "care: after a complaint"),
        ({"open_tickets": 1.0, "days_since_ticket": 1.0}, "care: while a question to support is"),
        ({"delayed_parcels": 1.0, "days_since_delay": 1.0}, "care: while a parcel is delayed"),
    ],
)
def test_care_takes_all_of_it_away_and_is_named(
    shown: Shown, signals: dict[str, float], rule: str
) -> None:
    seen = invented(shown, Invented(signals=signals))
    found = cells(shown, seen)
    assert {cell.state for cell in found} == {BARRED}
    assert all(any(f.found.startswith(rule) for f in cell.against) for cell in found)
    framework = shown.release.frameworks[0]
    asked = {one.name for one in asked_for(shown.release, framework)}
    assert set(signals) <= asked


def test_an_offer_goes_to_nobody_whom_its_conditions_leave_out(shown: Shown) -> None:
    framework = next(one for one in shown.release.frameworks if one.key == "checkout")
    ten = next(one for one in shown.release.offers if one.key == "ten-percent")
    first_order = (Condition("orders_count", "==", 0.0),)

    def barred(offer: Offer, brand: Brand = shown.release.brand, **signals: float) -> set[str]:
        offers = tuple(offer if one.key == ten.key else one for one in shown.release.offers)
        release = replace(shown.release, offers=offers, brand=brand)
        preview = Preview(Writer(Links("https://x.invalid", "secret"), MailRenderer()), release)
        seen = invented(shown, Invented(signals=signals))
        found = preview.barred(framework, seen, AT, Wanted(("first",), (), {"tone": ("warm",)}))
        against = {f for place, some in found for f in some if place.offer == ten.key}
        told = {f"{f.where}: {f.found}. {f.advice}" for f in against if f.rule == OFFER}
        return {one.removesuffix(". ") for one in told}

    assert barred(ten) == set()
    asked = replace(ten, who=first_order)
    assert barred(asked, orders_count=5.0) == {"ten-percent: not for this person"}
    assert barred(asked, orders_count=0.0) == barred(asked) == set()
    (dear,) = barred(replace(ten, min_total=125_000))
    assert re.fullmatch(
        r"ten-percent: basket below the minimum\. it comes to £[\d.]+, and the offer is for "
        r"£1,250\.00 and more",
        dear,
    )
    strict = replace(shown.release.brand, margin_floor=0.9)
    assert barred(ten, strict) == {"ten-percent: leaves too little margin"}
    asks = asked_for(replace(shown.release, offers=(asked,)), framework)
    assert "orders_count" in {one.name for one in asks}


def test_what_a_rule_takes_at_every_moment_of_a_point_is_taken_away(shown: Shown) -> None:
    framework = next(one for one in shown.release.frameworks if one.key == "checkout")
    points = moments_at(shown.release.flows, "checkout")
    playful = ("tone", ("playful",))
    seen = invented(shown, Invented())
    for moments in (*points.values(), points["first"][:1]):
        rule = Rule("never playful", (playful, ("time", moments)))
        ruled = replace(framework, rules=(*framework.rules, rule))
        found = shown.preview.with_framework(ruled).barred(ruled, seen, AT)
        gone = {(p.point, p.tone) for p, some in found if rule.name in {f.found for f in some}}
        reached = {point for point, theirs in points.items() if set(theirs) <= set(moments)}
        assert gone == {(point, "playful") for point in reached}


def test_a_rule_of_what_is_published_has_its_place_while_the_folder_still_has_it(
    tmp_path: Path,
) -> None:
    here = Installation(Settings(home=tmp_path), FakeClock(AT))
    folder = here.copy_example()
    here.publish(folder)

    def places() -> set[str]:
        shown = from_installation(here, "alder-and-clay")
        wanted = Wanted(("first",), (), {"tone": ("playful",)})
        refunded = invented(shown, Invented(signals={"days_since_refund": 3.0}))
        found = {f for cell in cells(shown, refunded, wanted=wanted) for f in cell.against}
        assert "No jokes after a refund" in {f.found for f in found}
        return {f.where for f in found if f.rule == "rule"}

    for where in places():
        file, _, line = where.partition(":")
        assert "name: " in (folder / file).read_text().splitlines()[int(line) - 1]
    folder.rename(tmp_path / "elsewhere")
    assert places() == {""}
    here.close()


def test_a_matrix_looks_for_its_examples_once_and_compiles_what_is_sent_once(
    tmp_path: Path,
) -> None:
    here = Installation(Settings(home=tmp_path), FakeClock(AT))
    here.publish(here.copy_example())
    shown = from_installation(here, "alder-and-clay")
    asked: list[str] = []

    class Watched(dict[str, Product]):
        def values(self) -> Any:  # as dict has it
            asked.append("every product")
            return super().values()

    seen = replace(invented(shown, Invented()), products=Watched(shown.products))
    assert len(cells(shown, seen)) > 100
    assert asked == ["every product"]
    compiled = here.renderer._layout.cache_info().misses
    assert compiled == here.renderer._layout.cache_info().currsize > 0
    list(shown.preview.cells(shown.release.frameworks[0], seen, AT))
    assert here.renderer._layout.cache_info().misses < 3 * compiled
    here.close()


def test_reviews_that_a_message_shows_are_in_its_plain_text_and_in_no_other(shown: Shown) -> None:
    reviews = [" ".join(one.words.split()) for one in shown.release.brand.reviews]
    with_reviews = 0
    for framework in shown.release.frameworks:
        for cell in cells(shown, invented(shown, Invented()), framework.key):
            text = " ".join(cell.text.split())
            for words in reviews:
                assert (escape(words) in " ".join(cell.html.split())) == (words in text), cell.place
                with_reviews += words in text
    assert with_reviews


def test_words_that_are_too_long_are_named_with_file_and_line(tmp_path: Path) -> None:
    with example_folder() as folder:
        shutil.copytree(folder, tmp_path / "brand")
    file = tmp_path / "brand/creative/checkout.yaml"
    long = "subject: " + "A hand with choosing, and a very long one at that, " * 2
    text = file.read_text().replace("subject: A hand with choosing, if you’d like it", long, 1)
    file.write_text(text)
    line = text.splitlines().index(next(x for x in text.splitlines() if long.strip() in x)) + 1
    with from_folder(tmp_path / "brand") as shown:
        pass
    wanted = Wanted(("first",), (), {"tone": ("warm",), "angle": ("help",)})
    found = cells(shown, invented(shown, Invented()), wanted=wanted)
    broken = [cell for cell in found if cell.state == BROKEN]
    assert broken
    places = {f.where for cell in broken for f in cell.against}
    assert f"creative/checkout.yaml:{line}" in places
    assert any(f"creative/checkout.yaml:{line}" in words for words in shown.mistakes)


def test_a_gap_is_named_and_does_not_stop_the_rest(tmp_path: Path) -> None:
    with example_folder() as folder:
        shutil.copytree(folder, tmp_path / "brand")
    file = tmp_path / "brand/creative/checkout.yaml"
    file.write_text(file.read_text().replace("tone: playful\n", "tone: expert\n"))
    with from_folder(tmp_path / "brand") as shown:
        pass
    found = cells(shown, invented(shown, Invented()))
    gone = [c for c in found if c.place.tone == "playful" and c.state == BROKEN]
    assert gone
    assert any("no approved subject" in f.found for cell in gone for f in cell.against)
    assert any(cell.state == WORKS for cell in found if cell.place.tone == "warm")


def test_the_file_needs_nothing_from_anywhere(shown: Shown) -> None:
    sheets = [
        Sheet(framework, cells(shown, invented(shown, Invented()), framework.key))
        for framework in shown.release.frameworks
    ]
    page = preview_file(sheets, Heading("Alder & Clay", "Anna", "today"), pictures_of(shown))
    html = page.decode()
    assert "default-src 'none'" in html
    shell = html.split('id="data">')[0] + html.split("</script>", 1)[1]
    assert not re.search(r"(?:src|href)=[\"']?(?:https?:)?//", shell)
    data = _data(html)
    assert data["leftOut"] == 0
    for piece in data["pieces"]:
        assert not re.search(r'\b(?:src|background)="(?!%%\d+%%)[^"]', piece), piece
        assert "url(http" not in piece
    assert all(picture.startswith("data:image/") for picture in data["pictures"])


def test_a_picture_from_elsewhere_is_left_out_and_counted(shown: Shown) -> None:
    sheet = Sheet(shown.release.frameworks[0], cells(shown, invented(shown, Invented())))
    data = _data(preview_file([sheet], Heading("A", "B", "C"), {}).decode())
    assert data["leftOut"] > 0
    assert set(data["pictures"]) == {LEFT_OUT}


def test_hostile_words_end_no_script_and_are_no_tags(shown: Shown) -> None:
    products = {
        "p": Product("p", HOSTILE, "Mugs", 2_000, url="https://alderandclay.example/p"),
    }
    seen = replace(invented(shown, Invented(items=1)), products=products)
    wanted = Wanted(("first",), (), {"tone": ("warm",), "angle": ("help",)})
    sheet = Sheet(shown.release.frameworks[0], cells(shown, seen, wanted=wanted))
    html = preview_file([sheet], Heading(HOSTILE, HOSTILE, "today", (HOSTILE,)), {}).decode()
    assert html.count("<script") == 2
    assert html.count("</script>") == 2
    assert "<img src=x" not in html
    assert _data(html)["mistakes"] == [HOSTILE]


def test_the_file_puts_each_message_together_as_it_was(shown: Shown) -> None:
    found = cells(shown, invented(shown, Invented()), wanted=Wanted(("first",)))
    pictures = pictures_of(shown)
    data = _data(
        preview_file(
            [Sheet(shown.release.frameworks[0], found)], Heading("", "", ""), pictures
        ).decode()
    )
    for cell, kept in zip(found, data["sheets"][0]["cells"], strict=True):
        html = "".join(data["pieces"][number] for number in kept["html"])
        want = re.sub(r'(src=")https://preview\.invalid/media/[^"]*', r"\1", cell.html)
        assert re.sub(r"%%\d+%%", "", html) == want


def test_an_invented_basket_has_things_of_different_kinds() -> None:
    products = [Product(str(n), f"P{n}", "Mugs" if n < 3 else "Tea", 100) for n in range(5)]
    sold_out = Product("gone", "Gone", "Bowls", 100, stock=0)
    assert [p.id for p in shop_window([sold_out, *products], 3)] == ["0", "3", "1"]
    assert shop_window([], 3) == []


def _data(html: str) -> dict:
    return json.loads(html.split('id="data">')[1].split("</script>", maxsplit=1)[0])


def test_several_products_come_in_one_picture_and_it_is_in_the_file() -> None:
    with example_folder() as folder, from_folder(folder) as shown:
        before = sorted(path.name for path in (folder / "images").iterdir())
        wanted = Wanted(("first",), (), {"tone": ("warm",), "visual": ("together",)})
        found = cells(shown, invented(shown, Invented(items=3)), "cart", wanted)
        framework = next(one for one in shown.release.frameworks if one.key == "cart")
        page = preview_file([Sheet(framework, found)], Heading("", "", ""), pictures_of(shown))
        assert sorted(path.name for path in (folder / "images").iterdir()) == before
    assert all("/banner-" in cell.html for cell in found if cell.state == WORKS)
    data = _data(page.decode())
    assert data["leftOut"] == 0
    assert any(picture.startswith("data:image/jpeg") for picture in data["pictures"])


def test_what_is_sent_for_some_categories_alone_is_shown_with_products_of_these(
    shown: Shown,
) -> None:
    """A list of the tins of an order would be empty with a mug and a teapot in it."""
    wanted = Wanted(("due",), (), {"visual": ("tins",), "offer": ("none",)})
    for cell in cells(shown, invented(shown, Invented()), "replenishment", wanted):
        assert cell.html.count('class="photo"') == 2
        assert "Teapot" not in cell.text


def test_the_file_says_labels_and_no_address_that_leads_nowhere(shown: Shown) -> None:
    framework = next(one for one in shown.release.frameworks if one.key == "checkout")
    found = cells(shown, invented(shown, Invented()), wanted=Wanted(("first",)))
    assert any("https://preview.invalid/" in cell.text for cell in found)
    offers = {one.key: one.label for one in shown.release.offers}
    page = preview_file([Sheet(framework, found, offers)], Heading("", "", ""), {}).decode()
    told = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert told
    (sheet,) = json.loads(told[1])["sheets"]
    texts = [cell["text"] for cell in sheet["cells"]]
    assert not any("preview.invalid" in text for text in texts)
    assert any("[your shop’s page]" in text for text in texts)
    assert sheet["labels"]["language"] == {"en": "English"}
    assert sheet["labels"]["offer"]["none"] == "No offer"
    assert set(sheet["labels"]["offer"]) >= set(framework.offers)
