"""What is let go of a whole message, and what never is."""

from __future__ import annotations

from copy_checks_brand import OFFERED, STANDARD, found, with_voice
from msgspec.structs import replace

from rapport.core.copy_checks.likeness import Likeness
from rapport.core.copy_checks.standard import Standard

SOFT = "Was it something we said?"
LONG = "Everything you chose is still there, and you may take as long as you like with it."
LENIENT = replace(STANDARD, likeness=Likeness(-3.0, {}))
"""Takes all words for good ones."""


def rules(body: str, held_to: Standard = LENIENT, **rest: str) -> list[str]:
    """The checks that found something in a message that is long enough to be judged."""
    return [one.rule for one in found(f"{body} {LONG}", held_to=held_to, **rest)]


def test_a_lone_soft_finding_is_let_go_and_two_are_not() -> None:
    assert rules(SOFT, STANDARD) == ["guilt"]
    assert rules(SOFT) == []
    assert rules(f"{SOFT} It is selling fast.") == ["guilt", "scarcity"]


def test_a_soft_thing_beside_a_figure_is_told_with_it() -> None:
    assert rules(f"{SOFT} See all 3.") == ["figure", "guilt"]


def test_without_what_was_learnt_nothing_is_let_go() -> None:
    assert rules(SOFT, replace(LENIENT, likeness=None)) == ["guilt"]
    assert rules(SOFT, replace(LENIENT, likeness=Likeness(0.0, {}))) == ["guilt"]


def test_what_the_last_guardrail_refuses_is_never_let_go() -> None:
    assert rules("It is selling fast.") == ["scarcity"]


def test_a_phrase_that_the_brand_stops_is_never_let_go() -> None:
    own = with_voice(stop={"guilt": ("our potters wait",)})
    held_to = replace(own, likeness=LENIENT.likeness)
    assert rules("Our potters wait for you.", held_to) == ["guilt"]


def test_what_changes_an_offer_is_never_let_go() -> None:
    line = OFFERED["offer_line"]
    assert rules("It is yours on any order, always.", offer="five-off", offer_line=line) == [
        "offer"
    ]
