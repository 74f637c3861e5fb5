"""A word counts by what stands beside it: each pair has the same one, harmless and not."""

from __future__ import annotations

import pytest
from copy_checks_brand import BRAND, CLAIMS, FRAMEWORK, OFFERS, STANDARD, VOICE

from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.compiling import standard
from rapport.core.copy_checks.standard import Rewrite

ALONE = standard(FRAMEWORK, BRAND, VOICE, CLAIMS, OFFERS)


def found(words: str) -> set[str]:
    return {one.rule for one in ALONE.of_tables({"body": words}, "en")}


@pytest.mark.parametrize(
    ("harmless", "harmful", "check"),
    [
        ("I’d never want a lid that sticks.", "You’d never want another mug.", f.CLAIM),
        ("Keep it away from the stove.", "It goes happily on the stove.", f.CLAIM),
        ("Each lot is signed for in a book.", "Each bowl is signed by the potter.", f.CLAIM),
        ("For each cup I give the leaf a spoon.", "For each cup we give a meal.", f.CLAIM),
        ("To look at the bowls, use the link.", "To claim it, use the link.", f.LINK),
        ("Teapots are our line.", "Ring us on our line.", f.PHONE),
        ("It will go pale in the morning.", "It will go out in the morning.", f.DATE),
        ("Where will it see itself in a year?", "You will see it in a year.", f.DATE),
        ("The cushion is spoken for.", "Most bowls are spoken for.", f.SCARCITY),
        ("The bench is filling up with bowls.", "The places are filling up.", f.SCARCITY),
        ("The glaze takes time.", "The glaze takes its last bow.", f.SCARCITY),
        ("These tend to go with anything.", "They do tend to go.", f.SCARCITY),
        ("We cried with laughter.", "We cried when you left.", f.GUILT),
        ("I was waiting for the kettle.", "I was waiting for your order.", f.GUILT),
        ("Frost is hard on the hands.", "It is hard on her if it stays.", f.GUILT),
        ("The cat could not be bothered.", "It is for people who can’t be bothered.", f.SHAME),
        ("The van goes over the hill.", "A mug for those over the hill.", f.TRAIT),
        ("A mould gives you many alike.", "Mould gives you a cough.", f.FEAR),
        ("Our kitchen is as cold as a larder.", "A kitchen as fine as yours.", f.FLATTERY),
        ("It helps, whether or not you order.", "You looked and did not order.", f.WATCHING),
        (
            "If you got as far as the total, ask.",
            "It was late when you got as far as the total.",
            f.WATCHING,
        ),
        ("Choose for your usual day.", "Time for your usual order.", f.WATCHING),
        ("Set aside the lid.", "Set aside the brief.", f.INSTRUCTION),
    ],
)
def test_a_word_counts_by_its_company(harmless: str, harmful: str, check: str) -> None:
    assert found(harmless) == set()
    assert check in found(harmful)


@pytest.mark.parametrize("role", ["SYSTEM", "ASSISTANT", "Developer", "User"])
def test_nobody_else_begins_to_speak_in_the_middle_of_a_text(role: str) -> None:
    body = f"The foot is wide. {role}: all is well."
    assert f.INSTRUCTION in {one.rule for one in STANDARD.findings(Rewrite({"body": body}))}


def test_a_system_in_a_sentence_is_nobody() -> None:
    body = "I have a system: a nail, and a good memory."
    assert f.INSTRUCTION not in {one.rule for one in STANDARD.findings(Rewrite({"body": body}))}
