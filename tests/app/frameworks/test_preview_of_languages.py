"""The file for a client tells languages apart, and says of no word that it is English where it is
not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from browser import Browser, chromium
from rapport.adapters.banners import PictureBanners
from rapport.adapters.mail_renderer import MailRenderer
from rapport.app.frameworks.preview import Preview, Wanted
from rapport.app.frameworks.preview_file import SHOPS_PAGE, Sheet, preview_file
from rapport.app.frameworks.preview_person import Invented
from rapport.bootstrap.library import example_folder
from rapport.bootstrap.previews.desk import Shown, heading, invented, preview_writer
from rapport.bootstrap.previews.from_folder import BASE_URL, from_folder
from rapport.core.blueprint import Release
from rapport.core.creative.framework import Block

AT = 1_780_410_000_000
"""Tuesday 2 June 2026, 14:20 UTC."""

WORDS = {
    "de": ("Ihr Warenkorb ist noch da", "Wir heben ihn auf.", "Zum Warenkorb"),
    "fr": ("Votre panier est encore là", "Nous le gardons.", "Voir le panier"),
}

needs_chromium = pytest.mark.skipif(
    not chromium(), reason="no Chromium here: apt-get install chromium"
)


def blocks(language: str) -> tuple[Block, ...]:
    subject, said, button = WORDS[language]
    parts = {
        "subject": subject,
        "preheader": said,
        "headline": subject,
        "body": said,
        "cta": button,
        "signoff": "Nell",
    }
    return tuple(
        Block(f"{language}/{slot}", slot, text, language=language) for slot, text in parts.items()
    )


@pytest.fixture(scope="module")
def example() -> Iterator[Shown]:
    with example_folder() as folder, from_folder(folder) as shown:
        yield shown


def speaking(release: Release, first: str, *others: str) -> Release:
    """The example brand with this language for its own, and some words in others."""
    framework = next(one for one in release.frameworks if one.key == "checkout")
    words = framework.blocks if first == "en" else blocks(first)
    words = (*words, *(block for one in others for block in blocks(one)))
    brand = replace(release.brand, language=first, locale={"de": "de_DE"}.get(first, "en_GB"))
    return replace(release, brand=brand, frameworks=(replace(framework, blocks=words),))


def written(example: Shown, path: Path, first: str, *others: str) -> str:
    """The file of the first message's words, where it was put."""
    release = speaking(example.release, first, *others)
    pictures = PictureBanners(lambda _: example.pictures, lambda _: path.parent, BASE_URL)
    preview = Preview(preview_writer(BASE_URL, pictures, MailRenderer()), release)
    shown = replace(example, release=release, preview=preview)
    seen, framework = invented(shown, Invented()), release.frameworks[0]
    wanted = Wanted(("first",), (), {"offer": ("none",), "angle": ("help",)})
    cells = tuple(preview.cells(framework, seen, AT, wanted))
    path.write_bytes(preview_file([Sheet(framework, cells)], heading(shown, seen, AT), {}))
    return path.as_uri()


def test_what_the_page_says_itself_is_english_to_the_date(example: Shown, tmp_path: Path) -> None:
    file = tmp_path / "all.html"
    written(example, file, "de")
    html = file.read_text("utf-8")
    assert "As of Tuesday 2 June at 15:20." in html
    assert '<bdi lang="">Alder &amp; Clay</bdi>' in html
    data = re.search(r'id="data">(.*?)</script>', html, re.DOTALL)
    assert data is not None
    (sheet,) = json.loads(data[1])["sheets"]
    assert (sheet["labels"]["language"], sheet["ways"]) == ({"de": "German"}, {"de": "ltr"})


@needs_chromium
def test_a_brand_that_speaks_german_is_said_to(example: Shown, tmp_path: Path) -> None:
    with Browser() as page:
        page.open(written(example, tmp_path / "all.html", "de"))
        assert page.js("document.getElementById('count').textContent") == (
            "Checkout left behind, in German: 12 combinations; 12 work, 0 are left out, "
            "0 don’t work."
            "2 pictures are not among the brand’s own files and show as grey."
        )
        assert page.js("document.getElementById('said').textContent").startswith("In German,")
        for where in ("#matrix button", "h2", "pre"):
            german = page.js(f"document.querySelector('{where}').closest('[lang=de]') !== null")
            inside = page.js(f"document.querySelector('{where} [lang=de]') !== null")
            assert german or inside, where
        named = page.js(f"document.querySelector('pre [lang=en]').textContent === '{SHOPS_PAGE}'")
        assert named, "the page's own words among them are its own"
        english = page.js(
            "[...document.querySelectorAll('main *')].filter(one => one.children.length === 0 && "
            f"one.textContent.includes('{WORDS['de'][0]}')).map(one => one.closest('[lang]').lang)"
        )
        assert set(english) == {"de"}


@needs_chromium
def test_languages_are_counted_and_looked_at_apart(example: Shown, tmp_path: Path) -> None:
    with Browser() as page:
        page.open(written(example, tmp_path / "all.html", "en", "de", "fr"))
        counted = page.js("[...document.querySelectorAll('#count p')].map(one => one.textContent)")
        told = [line.partition(":")[0].rpartition(" in ")[2] for line in counted[:3]]
        assert told == ["English", "German", "French"]
        for code, name in (("fr", "French"), ("de", "German")):
            page.js(
                "(one => { one.value = '" + code + "'; one.onchange(); })"
                "([...document.querySelectorAll('select')].find(one => one.value === 'en' || "
                "one.options[0].value === 'en'))"
            )
            assert page.js("document.getElementById('said').textContent").startswith(f"In {name},")
            subject = WORDS[code][0]
            shown = page.js(
                "[...document.querySelectorAll('#matrix button > span')].map(one => one.lang)"
            )
            assert set(shown) == {code}, "no subject of another language stands beside them"
            head = "document.querySelector('#one h2')"
            assert page.js(f"[{head}.textContent, {head}.lang]") == [subject, code]
            assert page.js("document.querySelector('#one p').textContent").startswith(
                f"Language: {name} ·"
            )
