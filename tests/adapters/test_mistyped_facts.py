"""A fact that is mistyped is answered with what is to be typed, whole."""

from __future__ import annotations

import pytest

from rapport.adapters.approved_liquid.language import LAYOUT, WORDS, mistakes
from rapport.adapters.approved_liquid.names import layout_facts, word_facts

FACTS = word_facts(frozenset({"returns_days"}), "cart")


def advice(fact: str) -> str:
    (mistake,) = mistakes(f"Hello {{{{ {fact} }}}}", WORDS, FACTS)
    named, _, rest = mistake.message.partition("; ")
    assert named == f"unknown fact '{fact}'"
    return rest


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cart.totl", "cart.total"),
        ("crt.total", "cart.total"),
        ("total", "cart.total"),
        ("totl", "cart.total"),
        ("cart.titel", "cart.first.title"),
        ("title", "cart.first.title"),
        ("cart.total.sum", "cart.total"),
        ("offer.vlaue", "offer.value"),
        ("firstname", "first_name"),
        ("name.first_name", "first_name"),
        ("brand.return_days", "brand.facts.returns_days"),
        ("facts.returns_days", "brand.facts.returns_days"),
        ("ofer.worth", "offer.*"),
    ],
)
def test_a_fact_that_is_mistyped_is_named_by_its_whole_path(typed: str, meant: str) -> None:
    assert advice(typed) == f"did you mean '{meant}'?"
    if not meant.endswith("*"):
        assert mistakes(f"{{{{ {meant} }}}}", WORDS, FACTS) == [], "done as told, it is right"


def test_what_is_like_nothing_is_answered_with_what_there_is_and_not_with_a_guess() -> None:
    there = advice("discount")
    assert there.startswith("known here: brand.*, cart.*, first_name, offer.*")
    assert advice("offer.discount").startswith("known here: offer.code, offer.ends")


def test_in_a_loop_what_goes_round_in_it_is_meant() -> None:
    names = layout_facts(frozenset(), frozenset({"subject"}), frozenset())
    loop = "{% for p in products.items %}{{ p.titel }}{% endfor %}"
    (mistake,) = mistakes(loop, LAYOUT, names)
    assert mistake.message == "unknown fact 'p.titel'; did you mean 'p.title'?"
