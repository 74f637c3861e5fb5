"""`languages` in brand.yaml, and what a brand that has begun to translate is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fixture_folder import FIXTURE, problems
from msgspec.structs import replace

from rapport.adapters.brand_folder import read_brand_folder, write_brand_folder
from rapport.adapters.brand_folder.read import words_to_translate
from rapport.core.creative.fixed_words_brought import ARABIC, BROUGHT, TURKISH
from rapport.core.creative.fixed_words_shipped import GERMAN, SHIPPED

DANISH = "\n".join(
    f"    {name}: {text}"
    for name, text in {
        "locale": "da_DK", "hello": "'Hej,'", "hello_name": "'Hej {name},'", "basket": "Din kurv",
        "viewed": "I butikken", "order": "Din ordre", "in_basket": "I din kurv",
        "from_order": "Fra din ordre", "and_the_rest": "og resten", "rest_of_basket": "og resten",
        "rest_of_order": "og resten", "total": "I alt", "quantity": "Antal",
        "more": "'og {count} til'", "others": "'{count} til'", "unsubscribe": "Afmeld",
        "choose": "Vælg", "why": "'Du har sagt ja til {brand}.'",
        "why_cart": "'Du har sagt ja til {brand}.'", "why_order": "'Du har sagt ja til {brand}.'",
        "off": "'{value} rabat'", "minimum": "'fra {minimum}'", "code": "'med koden {code}'",
        "until": "'til {ends}'", "moment": "'{day} kl. {time}'",
    }.items()
)  # fmt: skip


def a_folder(tmp_path: Path, languages: str, blocks: str = "") -> Path:
    folder = Path(shutil.copytree(FIXTURE, tmp_path / "brand"))
    with (folder / "brand.yaml").open("a", encoding="utf-8") as file:
        file.write(languages)
    framework = folder / "creative" / "checkout.yaml"
    topic = "topic: {key: baskets, label: Notes about baskets}\n"
    framework.write_text(topic + framework.read_text("utf-8") + blocks, "utf-8")
    return folder


def test_what_is_written_goes_before_what_is_shipped_and_comes_back_when_written(
    tmp_path: Path,
) -> None:
    folder = a_folder(
        tmp_path,
        "languages:\n  de: {hello: 'Moin,', offers: {five-off: Fünf Pfund weniger}, "
        "topics: {baskets: Nachrichten zum Warenkorb}, "
        f"facts: {{returns_days: 30 Tage}}}}\n  en: {{total: Sum}}\n  da:\n{DANISH}\n",
    )
    read = read_brand_folder(folder)
    german = read.brand.words["de"]
    assert (german.hello, german.total) == ("Moin,", GERMAN.total)
    assert (german.offers, german.facts) == (
        {"five-off": "Fünf Pfund weniger"},
        {"returns_days": "30 Tage"},
    )
    assert german.topics == {"baskets": "Nachrichten zum Warenkorb"}
    assert read.brand.words["da"].locale == "da_DK"
    write_brand_folder(read, tmp_path / "again")
    assert read_brand_folder(tmp_path / "again").without_places() == read.without_places()
    text = (tmp_path / "again" / "brand.yaml").read_text("utf-8")
    assert "Abmelden" not in text


@pytest.mark.parametrize(
    ("languages", "found"),
    [
        ("languages: {xx: {}}", "languages.xx: unknown language"),
        ("languages: {de: {hallo: x}}", "languages.de.hallo: unknown key; did you mean 'hello'?"),
        ("languages: {de: {hello_name: Hallo}}", "expected words with {name} in them"),
        ("languages: {de: {total: 'Summe {x}'}}", "expected words without braces"),
        ("languages: {de: {more: '{count} {count.x}'}}", "expected no braces but {count}"),
        ("languages: {de: {locale: fr_FR}}", "expected a locale of this language"),
        ("languages: {de: {offers: {ten: x}}}", "the brand has none of that name"),
        ("languages: {de: {facts: {returns_day: x}}}", "did you mean 'returns_days'?"),
        ("languages: {de: {facts: {returns_days: '{{ x }}'}}}", "they are never Liquid"),
        ("languages: {en: {offers: {five-off: x}}}", "in its own place"),
        ("languages: {en: {topics: {baskets: x}}}", "in its own place"),
        ("languages: {de: {topics: {basket: x}}}", "brand has none of that name; did you mean 'ba"),
        ("languages: {de: {topics: {baskets: '{{ x }}'}}}", "they are never Liquid"),
        ("languages: {de: {topics: [baskets]}}", "languages.de.topics: found a list"),
        (
            "languages: {da: {hello: Hej}}",
            "this language; missing are hello_name",
        ),
        ("languages: [de]", "expected a mapping"),
        ("languages: {de: x}", "expected a mapping"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, languages: str, found: str) -> None:
    told = problems(a_folder(tmp_path, languages + "\n"))
    assert any(found in one and one.startswith("brand.yaml:") for one in told), told


def test_a_brands_own_language_has_its_words(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "")
    text = (folder / "brand.yaml").read_text("utf-8").replace("language: en", "language: da")
    (folder / "brand.yaml").write_text(text, "utf-8")
    (told,) = problems(folder)
    assert told.startswith("brand.yaml:12: language: found 'da', a language for which Rapport")
    with (folder / "brand.yaml").open("a", encoding="utf-8") as file:
        file.write(f"languages:\n  da:\n{DANISH}\n")
    assert read_brand_folder(folder).brand.language == "da"


def test_what_rapport_brings_besides_is_written_into_the_release_where_the_brand_speaks_it(
    tmp_path: Path,
) -> None:
    assert not set(BROUGHT) & set(SHIPPED), "what earlier releases decide knows those alone"
    assert read_brand_folder(FIXTURE).brand.words == {}
    folder = a_folder(tmp_path, "languages: {tr: {total: Tutar}}\n", BLOCKS.replace(": de", ": ar"))
    read = read_brand_folder(folder)
    assert read.brand.words == {"ar": ARABIC, "tr": replace(TURKISH, total="Tutar")}
    write_brand_folder(read, tmp_path / "again")
    assert read_brand_folder(tmp_path / "again").without_places() == read.without_places()
    assert ARABIC.hello not in (tmp_path / "again" / "brand.yaml").read_text("utf-8")


def test_a_brand_may_speak_what_rapport_brings_besides(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "")
    text = (folder / "brand.yaml").read_text("utf-8").replace("language: en", "language: he")
    (folder / "brand.yaml").write_text(text, "utf-8")
    assert read_brand_folder(folder).brand.words == {"he": BROUGHT["he"]}


BLOCKS = """
  - language: de
    subject: Ihr Warenkorb
    preheader: Noch da.
    headline: Noch da
    body: Wir heben ihn auf.
    cta: Zum Warenkorb
    signoff: Herzlich, Jo
"""


def test_a_translation_that_has_begun_is_published_and_what_is_missing_is_named(
    tmp_path: Path,
) -> None:
    folder = a_folder(tmp_path, "", BLOCKS)
    read_brand_folder(folder)
    named, label = words_to_translate(folder)
    assert named.startswith("creative/checkout.yaml:")
    assert "in de, no approved words that name the offer for offer five-off, at first" in named
    assert label.startswith("brand.yaml: in de, no label of offer five-off")
    note = folder / "layouts" / "note.mjml"
    note.write_text(note.read_text("utf-8").replace("{{ words.unsubscribe }}", "Leave"), "utf-8")
    assert any(
        one.startswith("layouts/note.mjml:17: in de, the layout says 'Leave' itself")
        for one in words_to_translate(folder)
    )


REVIEWS = """reviews:
  - {words: It sits well., by: Ruth, source: Review 1}
  - {words: Elle tient bien., by: Jeanne, source: Review 2, language: LANGUAGE}
"""


def test_a_review_says_in_which_language_it_is(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, REVIEWS.replace("LANGUAGE", "fr"))
    read = read_brand_folder(folder)
    assert [one.language for one in read.brand.reviews] == ["", "fr"]
    write_brand_folder(read, tmp_path / "again")
    assert read_brand_folder(tmp_path / "again").brand.reviews == read.brand.reviews
    (told,) = problems(a_folder(tmp_path / "wrong", REVIEWS.replace("LANGUAGE", "French")))
    assert "reviews[1].language: found 'French', expected a language such as en" in told


def test_a_brand_of_one_language_is_told_nothing() -> None:
    assert words_to_translate(FIXTURE) == []
