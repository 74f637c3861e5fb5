"""Numbers typed into any form of the console are read in one way."""

from __future__ import annotations

import pytest

from rapport.app.wording.signal_units import asked_signal
from rapport.app.wording.typed_numbers import number_typed


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("14", "14"),
        (" -3 ", "-3"),
        ("−3", "-3"),
        ("1.5", "1.5"),
        ("1,5", "1.5"),
        ("0,125", "0.125"),
        ("1.000", "1.000"),
        ("1,000", "1000"),
        ("1 000", "1000"),
        ("1,000,000", "1000000"),
        ("1.000.000", "1000000"),
        ("1,234.5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("1’234.5", "1234.5"),
    ],
)
def test_a_number_is_read_as_people_write_it(typed: str, read: str) -> None:
    assert number_typed(typed) == read


@pytest.mark.parametrize("typed", ["1,000", "1.000", "1 000", "1000"])
def test_a_whole_number_has_thousands_and_no_fraction(typed: str) -> None:
    assert number_typed(typed, whole=True) == "1000"


@pytest.mark.parametrize("typed", ["1.5", "2,50", "1,000.5", "1,000.0"])
def test_what_has_a_fraction_is_no_whole_number(typed: str) -> None:
    assert number_typed(typed, whole=True) is None


@pytest.mark.parametrize(
    "typed",
    ["", "many", "1e2", "１4", "٣", "1,,000", "1 0000", "1,234,5", "1.2.3", ".5", "5.", "--1"],
)
def test_what_is_no_number_is_none(typed: str) -> None:
    assert number_typed(typed) is None


def test_a_condition_takes_what_care_takes() -> None:
    assert asked_signal("messages_28d", "GBP").read("1,000") == 1000.0
    assert asked_signal("average_order", "GBP").read("1,5") == 150.0
