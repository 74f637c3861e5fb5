"""Every signal stands where people look for it, with an example that can be typed."""

from __future__ import annotations

import pytest

from rapport.app.wording.signal_groups import GROUPS, MORE, group_of, grouped
from rapport.app.wording.signal_units import asked_signal, foregone_in_words
from rapport.core.creative.framework import Condition
from rapport.core.person.signals import CATALOGUE, FAMILIES, range_of

NAMES = [row.name for row in CATALOGUE]


def test_each_signal_of_the_catalogue_is_in_one_group_and_none_is_left_over() -> None:
    groups = grouped("GBP")
    assert sorted(one.name for _, found in groups for one in found) == sorted(NAMES)
    assert [name for name, _ in groups] == list(GROUPS)
    assert MORE not in {group_of(row) for row in (*CATALOGUE, *FAMILIES)}


def test_a_family_that_a_rule_names_stands_with_what_is_like_it() -> None:
    groups = dict(grouped("GBP", ["offer_used[tea]", "orders_count", "gone[x]"]))
    assert groups["Offers and discounts"][-1].name == "offer_used[tea]"
    assert [one.name for one in groups[MORE]] == ["gone[x]"]
    assert [one.name for one in groups["Orders"]].count("orders_count") == 1


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("currency", ["GBP", "JPY"])
def test_an_example_can_be_typed_and_asks_for_something(name: str, currency: str) -> None:
    asked = asked_signal(name, currency)
    value = asked.read(asked.example)
    within = range_of(next(row for row in CATALOGUE if row.name == name))
    assert within.least <= value <= within.most
    assert foregone_in_words(Condition(name, ">=", value), currency) == ""
