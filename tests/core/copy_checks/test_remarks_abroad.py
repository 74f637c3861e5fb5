"""Approved words in eight other languages are held to as strict a list as English ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.adapters.brand_folder import read_brand_folder
from rapport.bootstrap.library import example_folder
from rapport.core.copy_checks.remarks import remarks
from rapport.core.copy_checks.remarks_abroad import LANGUAGES, found_abroad
from rapport.errors import BrandFolderError

REFUSED = {
    "de": {
        "Sie bekommen zehn Prozent Rabatt.": "percentage",
        "Das kostet nur zwölf Euro.": "figure",
        "Noch DREISSIG Tage lang.": "figure",
        "Das gilt bis Montag.": "date",
        "Nur noch heute, schnell zugreifen!": "urgency",
        "Beeilen Sie sich, nur für kurze Zeit!": "urgency",
        "Letzte Chance, das Angebot endet bald.": "urgency",
        "Nur noch wenige Stück auf Lager.": "scarcity",
    },
    "nl": {
        "U krijgt tien procent korting.": "percentage",
        "Het kost maar twaalf euro.": "figure",
        "Dit geldt tot maandag.": "date",
        "Haast je, alleen vandaag!": "urgency",
        "Bijna uitverkocht.": "scarcity",
    },
    "fr": {
        "Vous avez dix pour cent de remise.": "percentage",
        "Cela coûte seulement douze euros.": "figure",
        "C’est valable jusqu’à lundi.": "date",
        "Dépêchez-vous !": "urgency",
        "Dernière chance.": "urgency",
        "Dans la limite des stocks disponibles.": "scarcity",
    },
    "es": {
        "Tienes un diez por ciento menos.": "percentage",
        "Cuesta solo doce euros.": "figure",
        "Vale hasta el lunes.": "date",
        "¡Date prisa, solo hoy!": "urgency",
        "Últimas unidades.": "scarcity",
    },
    "it": {
        "Hai il dieci per cento in meno.": "percentage",
        "Costa solo dodici euro.": "figure",
        "Vale fino a lunedì.": "date",
        "Affrettati, solo per oggi!": "urgency",
        "Ultimi pezzi.": "scarcity",
    },
    "pt": {
        "Tem dez por cento de desconto.": "percentage",
        "Custa só doze euros.": "figure",
        "Vale até segunda-feira.": "date",
        "Apresse-se, só hoje!": "urgency",
        "Últimas unidades.": "scarcity",
    },
    "pl": {
        "Dostajesz dziesięć procent mniej.": "percentage",
        "Kosztuje tylko dwanaście złotych.": "figure",
        "To obowiązuje do poniedziałku.": "date",
        "Pospiesz się, tylko dziś!": "urgency",
        "Ostatnie sztuki.": "scarcity",
    },
    "sv": {
        "Du får tio procent.": "percentage",
        "Det kostar bara tolv kronor.": "figure",
        "Det gäller till måndag.": "date",
        "Skynda dig, bara idag!": "urgency",
        "Snart slutsåld.": "scarcity",
    },
}
KIND = {
    "de": (
        "Lassen Sie sich Zeit, es gibt keine Eile.", "Sie müssen sich nicht beeilen.",
        "Es eilt nicht.", "Ein Morgen mit Tee, ein langsamer Sonntag, ein Fest im Mai.",
        "Ihr Korb steht noch da, und er bleibt auch dort stehen.", "Unser Preis ist der gleiche.",
        "Zwei Tassen und eine Kanne warten.", "Antworten Sie einfach auf diese Nachricht.",
    ),
    "nl": ("Er is geen haast bij.", "Je mandje staat er nog.", "Een rustige zondag met thee."),
    "fr": ("Inutile de vous dépêcher.", "Votre panier vous attend.", "Un dimanche calme, un thé."),
    "es": ("Sin prisa, tu cesta te espera.", "No hay prisa.", "Un domingo tranquilo."),
    "it": ("Senza fretta.", "Non c’è fretta, il carrello aspetta.", "Una domenica lenta."),
    "pt": ("Sem pressa, o carrinho espera.", "Não há pressa.", "Um domingo tranquilo."),
    "pl": ("Nie ma pośpiechu.", "Twój koszyk czeka.", "Spokojna niedziela z herbatą."),
    "sv": ("Det är inte bråttom.", "Din varukorg väntar.", "En lugn söndag med te."),
}  # fmt: skip


def test_each_language_that_is_told_of_has_words_here() -> None:
    assert set(LANGUAGES) == set(REFUSED) == set(KIND)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_only_a_fact_may_say_is_refused_and_kind_words_are_not(language: str) -> None:
    for words, rule in REFUSED[language].items():
        told = remarks(words, may_urge=False, language=language)
        assert rule in {one.rule for one in told}, words
        assert all(one.found in words for one in told)
    for words in KIND[language]:
        assert remarks(words, may_urge=False, language=language) == (), words


def test_an_offer_that_ends_may_be_urged_and_stock_never_is() -> None:
    assert remarks("Das Angebot endet bald.", may_urge=True, language="de") == ()
    (told,) = remarks("Solange der Vorrat reicht.", may_urge=True, language="de")
    assert told.rule == "scarcity"


def test_accents_in_two_characters_hide_nothing() -> None:
    assert found_abroad("Nur fu\u0308r kurze Zeit, zwo\u0308lf Euro", "de") == {
        "urgency": "Nur für kurze Zeit", "figure": "zwölf Euro",
    }  # fmt: skip


@given(st.text(max_size=60), st.sampled_from((*LANGUAGES, "en", "xx")))
def test_whatever_is_written_is_read_and_what_is_found_stands_there(
    words: str, language: str
) -> None:
    for found in found_abroad(words, language).values():
        assert found


def test_a_folder_with_such_words_is_refused_by_file_and_line(tmp_path: Path) -> None:
    with example_folder() as example:
        shutil.copytree(example, tmp_path / "brand")
    file = tmp_path / "brand/creative/checkout.yaml"
    text = file.read_text("utf-8").rstrip("\n")
    added = "\n  - {language: de, subject: Das gilt bis Montag}\n"
    line = text.count("\n") + 2
    file.write_text(text + added, "utf-8")
    with pytest.raises(BrandFolderError) as refused:
        read_brand_folder(tmp_path / "brand")
    assert f"creative/checkout.yaml:{line}" in str(refused.value)
    assert "found 'bis Montag' (date)" in str(refused.value)
