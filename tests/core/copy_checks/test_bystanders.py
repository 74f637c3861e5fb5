"""Jokes about the workshop's cat and van, and what hides behind them."""

from __future__ import annotations

import pytest
from copy_checks_brand import BRAND, CLAIMS, FRAMEWORK, OFFERS, VOICE

from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.compiling import standard

STANDARD = standard(FRAMEWORK, BRAND, VOICE, CLAIMS, OFFERS)


def found(words: str) -> set[str]:
    return {one.rule for one in STANDARD.of_tables({"body": words}, "en")}


@pytest.mark.parametrize(
    "words",
    [
        "The van is past retirement age.",
        "The kettle has asthma and the roof has arthritis.",
        "Our van is older than the hills, and its doors are arthritic.",
        "The cat is a connoisseur of radiators.",
        "It is for the discerning cat.",
        "Our broom is loyal and bald.",
        "The hens held a funeral for the worm.",
        "The cat guarantees nothing.",
        "The robin deserves a medal for trying.",
        "A guild of snails has formed behind the bins.",
        "The blue one is popular with the bees.",
    ],
)
def test_what_is_said_of_an_animal_or_a_machine_is_a_joke(words: str) -> None:
    assert found(words) == set()


@pytest.mark.parametrize(
    "whom",
    [
        "the elderly", "the disabled", "the deaf", "pensioners", "Muslims", "Jews", "immigrants",
        "wheelchair users", "the unemployed", "expectant mothers",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "form",
    ["A kettle for {}.", "Even {} can lift this kettle.", "Only {} would miss the van.",
     "The kettle is what {} choose.", "The cat is for {}."],
)  # fmt: skip
def test_a_kettle_in_the_sentence_makes_no_joke_of_people(whom: str, form: str) -> None:
    assert f.TRAIT in found(form.format(whom))


def test_nor_of_what_a_reader_would_be_ashamed_of() -> None:
    for words in ("Only idiots would miss the van.", "A kettle for cheapskates."):
        assert f.SHAME in found(words), words
    for words in ("A kettle is a pensioner’s best friend.", "A kettle where hands are arthritic."):
        assert f.TRAIT in found(words), words


@pytest.mark.parametrize(
    "words",
    [
        "Award-winning since 1953, as the cat knows.",
        "Recommended by doctors, and by the dog.",
        "Recommended by dogs and doctors.",
        "Guaranteed for life, unless the cat minds.",
        "Clinically proven, even for dogs.",
        "Dishwasher safe, cat approved.",
        "Certified by the guild of bees.",
        "Organic and vegan, like the bees.",
        "The best in the world, and even the cat knows.",
        "The cat, award-winning since 1953.",
        "As the cat knows, all is guaranteed.",
    ],
)
def test_an_animal_in_the_sentence_makes_no_claim_true(words: str) -> None:
    assert f.CLAIM in found(words)
