"""Rules as somebody would say them."""

from __future__ import annotations

import pytest

from rapport.app.explaining.rules_in_words import rule_in_words
from rapport.core.creative.framework import ONLY, SILENCE, Condition, Rule

LABELS = {("tone", "warm"): "Warm", ("tone", "dry"): "Dry", ("offer", "ten"): "Ten off"}


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Rule("r", (("tone", ("warm", "dry")),)), "Never the tone “Warm” or “Dry”."),
        (
            Rule("r", (("tone", ("warm",)), ("offer", ("ten",)))),
            "Never the tone “Warm” together with the offer “Ten off”.",
        ),
        (
            Rule("r", (("tone", ("warm",)),), (Condition("open_tickets", ">", 0.0),), ONLY),
            "Only the tone “Warm” when “open questions to support” is more than 0.",
        ),
        (
            Rule("r", kind=SILENCE, first_day=20_811, last_day=20_813, active=False),
            "Say nothing at all from 24 Dec 2026 until 26 Dec 2026. It is not in use.",
        ),
        (
            Rule("r", (("offer", ("gone",)),), any_of=(Condition("visits", "==", 2.0),)),
            "Never the offer “gone” when “visits so far” is exactly 2.",
        ),
    ],
)
def test_a_rule_says_what_it_does_for_whom_and_when(rule: Rule, words: str) -> None:
    assert rule_in_words(rule, LABELS) == words
