"""Conditions that nobody can make true, or untrue, told as a form asks for their figures."""

from __future__ import annotations

import pytest

from rapport.app.wording.signal_units import at_odds_in_words, foregone_in_words
from rapport.core.creative.framework import Condition


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (
            Condition("session_products", ">=", 20.0),
            "That never holds: “products looked at in the last visit” is from 0 to 16. "
            "Ask for what can be.",
        ),
        (
            Condition("click_rate", ">", 1.5),
            "That never holds: “share of messages answered” is from 0% to 100%. "
            "Ask for what can be.",
        ),
        (
            Condition("on_phone", ">", 1.0),
            "That never holds: “whether the last page was on a phone” is yes or no. "
            "Ask for what can be.",
        ),
        (
            Condition("orders_count", ">=", 0.0),
            "That always holds: “orders so far” is never below 0. Leave it out.",
        ),
        (Condition("session_products", ">=", 16.0), ""),
        (Condition("gone_signal", ">=", 16.0), ""),
    ],
)
def test_a_form_says_what_can_be_in_the_unit_that_it_asks_for(
    condition: Condition, words: str
) -> None:
    assert foregone_in_words(condition, "GBP") == words


def test_a_form_says_which_two_never_hold_together() -> None:
    many, few = Condition("orders_count", ">=", 3.0), Condition("orders_count", "<", 2.0)
    other = Condition("days_since_order", "<", 2.0)
    told = "No figure meets both conditions about “orders so far”. Leave one of them out."
    assert at_odds_in_words([many, other, few], "GBP") == told
    assert at_odds_in_words([many, other], "GBP") == ""
