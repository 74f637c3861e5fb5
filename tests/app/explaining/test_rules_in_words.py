"""Rules as somebody would say them."""

from __future__ import annotations

import pytest

from rapport.app.explaining.rules_in_words import rule_in_words
from rapport.app.wording.conditions import condition_in_words
from rapport.core.creative.framework import ONLY, SILENCE, Condition, Rule
from rapport.core.person.signals import CATALOGUE

LABELS = {("tone", "warm"): "Warm", ("tone", "dry"): "Dry", ("offer", "ten"): "Ten off"} | {
    ("framework", "looks"): "Looked around"
}


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
            "Only the tone “Warm” to anybody who has open questions to support.",
        ),
        (
            Rule("r", kind=SILENCE, first_day=20_811, last_day=20_813, active=False),
            "Say nothing at all from 24 Dec 2026 until 26 Dec 2026. It is not in use.",
        ),
        (
            Rule("r", (("offer", ("gone",)),), any_of=(Condition("visits", "==", 2.0),)),
            "Never the offer “gone” to anybody who has exactly 2 visits so far.",
        ),
        (
            Rule("r", kind=SILENCE, frameworks=("looks", "gone")),
            "Say nothing at all. This holds for “Looked around” and “gone” alone.",
        ),
    ],
)
def test_a_rule_says_what_it_does_for_whom_and_when(rule: Rule, words: str) -> None:
    assert rule_in_words(rule, LABELS) == words


@pytest.mark.parametrize(
    ("signal", "op", "value", "words"),
    [
        ("days_since_order", "<", 14, "who bought in the last 14 days"),
        ("days_since_order", ">=", 14, "who last bought 14 days ago or earlier"),
        ("days_since_order", "<", 1, "who bought in the last day"),
        ("days_since_refund", "<=", 0.5, "who had a refund in the last 12 hours"),
        ("days_since_visit", ">", 7.25, "who last visited the shop 7.25 days ago or earlier"),
        ("days_since_order", "==", 3, "for whom it is exactly 3 days since the last order"),
        ("orders_count", ">=", 1, "who has orders so far"),
        ("orders_count", "<", 1, "who has no orders so far"),
        ("orders_count", "<", 2, "who has fewer than 2 orders so far"),
        ("orders_count", "==", 1, "who has exactly 1 order so far"),
        ("orders_count", ">", 1, "who has more than 1 order so far"),
        ("orders_count", "<=", 0, "who has no orders so far"),
        ("delayed_parcels", "==", 1, "who has exactly 1 parcel that is late"),
        ("delayed_parcels", "<=", 2, "who has at most 2 parcels that are late"),
        ("delayed_parcels", ">", 0, "who has parcels that are late"),
        ("visit_returns", "<=", 1, "at most 1 product of the last visit that was looked at in an "),
        ("offers_clicked", "==", 1, "who has exactly 1 message with an offer that was clicked"),
        ("offers_ignored", "==", 1, "exactly 1 message with an offer that nothing came of"),
        ("last_order_discounted", "==", 1, "whom it is true that the last order had a discount"),
        ("on_phone", "==", 0, "for whom it is not true that the last page was on a phone"),
        ("average_order", ">=", 4950, "whose “average order” is at least 49.5 GBP"),
        ("discounted_share", ">", 0.2, "whose “share of orders with a discount” is more than 20%"),
        ("next_order_overdue", ">", -3, "is more than −3"),
        ("checkout_age_minutes", "<", 30, "for whom it is less than 30 minutes since the checkout"),
        ("offer_used[ten]", ">=", 2, "who has at least 2 orders with an offer's code (ten)"),
        ("came_by_search", "==", 1, "whom it is true that a search engine led to the last visit"),
        ("checkout_with_code", "<", 1, "not true that a discount code stands in the checkout"),
        ("last_order_discounted", "<", 2, "whose “last order discounted” is less than 2"),
        ("order_gap_ratio", ">", 2, "whose “order gap ratio” is more than 2"),
        ("gone_signal", "<", 2, "whose “gone_signal” is less than 2"),
    ],
)  # fmt: skip
def test_a_condition_is_said_of_a_person(signal: str, op: str, value: float, words: str) -> None:
    said = condition_in_words(Condition(signal, op, value), "GBP")
    assert said.endswith(words) if words.startswith("is ") else words in said


@pytest.mark.parametrize("signal", ["expected_orders_90d", "views_per_visit"])
def test_part_of_one_is_neither_none_nor_at_least_one(signal: str) -> None:
    below = condition_in_words(Condition(signal, "<", 1.0), "GBP")
    from_one = condition_in_words(Condition(signal, ">=", 1.0), "GBP")
    assert below.startswith("for whom the ")
    assert below.endswith(" are fewer than 1")
    assert from_one.startswith("for whom the ")
    assert from_one.endswith(" are at least 1")


def test_every_signal_is_said_without_its_name() -> None:
    for one in CATALOGUE:
        for op in ("<", "<=", ">", ">=", "==", "!="):
            for value in (0.0, 1.0, 14.0, -2.5):
                said = condition_in_words(Condition(one.name, op, value), "GBP")
                assert "_" not in said, said
                assert said.startswith(("who ", "whose ", "for whom ")), said


def test_the_terminal_adds_how_a_file_has_it() -> None:
    rule = Rule("r", (("tone", ("warm",)),), (Condition("days_since_order", "<", 14.0),))
    assert rule_in_words(rule, LABELS, named=True) == (
        "Never the tone “Warm” to anybody who bought in the last 14 days (days_since_order < 14)."
    )
