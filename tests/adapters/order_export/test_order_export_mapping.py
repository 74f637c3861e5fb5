"""A mapping's YAML: each mistake is told with its line and what would fit."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from order_exports import MAPPING

from rapport.adapters.order_export.read_mapping import read_mapping, shipped_mappings
from rapport.adapters.order_export.rules import (
    RULES,
    STRICT,
    Action,
    Condition,
    Rule,
    parse_condition,
)
from rapport.errors import UserError


def problems_of(tmp_path: Path, text: str) -> str:
    path = tmp_path / "mapping.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read_mapping(path)
    return str(caught.value).replace(f"{path}:", "")


@pytest.mark.parametrize("name", shipped_mappings())
def test_every_mapping_that_is_shipped_reads_by_its_name(name: str) -> None:
    assert read_mapping(name).key == name


def test_two_mappings_are_shipped() -> None:
    assert shipped_mappings() == ("shopify_orders", "uci_online_retail")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1: found no 'key'"),
        ("- a\n", "1: found a list, expected the mapping as entries"),
        ("key: [\n", "2: this is not valid YAML"),
        (MAPPING.replace("key: shop", "key: My Shop"), "2: found 'My Shop', expected a key of"),
        (MAPPING.replace("title:", "titel:"), "10: found 'titel' in columns, expected one of"),
        (MAPPING.replace("title:", "titel:"), "Did you mean 'title'?"),
        (MAPPING.replace("  order_id: Order\n", ""), "found no 'order_id' in columns"),
        (MAPPING.replace("user_id", "id"), "7: found 'id', expected user_id or email"),
        (MAPPING.replace(", kind: user_id", ""), "7: found no 'kind'"),
        (MAPPING.replace("GBP", "GPB"), "4: found 'GPB', expected an ISO 4217 currency"),
        (MAPPING.replace("currency: GBP\n", ""), "found no 'currency'"),
        (MAPPING.replace("Europe/London", "Europe/Londn"), "3: found 'Europe/Londn', expected"),
        (MAPPING.replace("iso]", "dd/mm]"), "3: found 'dd/mm', expected `iso` or a pattern"),
        (MAPPING.replace("format: {", "format: {encodings: utf-9, "), "3: found 'utf-9'"),
        (MAPPING.replace("format: {", "format: {delimiter: '::', "), "3: found '::'"),
        (MAPPING + "  unit_price: Cost\n", "found 'unit_price' for the second time in columns"),
        (MAPPING + "rules: {duplicates: keep}\n", "Did you mean 'duplicate'?"),
        (MAPPING + "rules: {duplicate: drop}\n", "13: found 'drop', expected reject or merge or"),
        (MAPPING + "rules: {bad_date: keep}\n", "13: found 'keep', expected reject."),
        (MAPPING + "rules: {non_product: {POST: refund}}\n", "found 'refund', expected reject"),
        (MAPPING + "rules: {cancelled: {do: refund, when: order}}\n", "`FIELD starts with X`"),
        (
            MAPPING + "rules: {cancelled: {do: cancel, when: statsu is off}}\n",
            "found the field 'statsu'",
        ),
        (
            MAPPING + "rules: {cancelled: {do: cancel, when: quantity is 1}}\n",
            "found the field 'quantity'",
        ),
        (MAPPING + "rules: {cancelled: {when: order_id is 1}}\n", "found no 'do'"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_would_fit(
    tmp_path: Path, text: str, expected: str
) -> None:
    assert expected in problems_of(tmp_path, text)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = MAPPING.replace("GBP", "GPB").replace("title:", "titel:")
    assert len(problems_of(tmp_path, text).splitlines()) == 2


def test_a_mapping_that_is_not_there_names_those_that_are_shipped(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="shopify_orders, uci_online_retail"):
        read_mapping(tmp_path / "none.yaml")


@settings(max_examples=50)
@given(st.text(max_size=60))
def test_any_text_is_a_mapping_or_a_clean_refusal(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.mktemp("mapping") / "mapping.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(UserError):
        read_mapping(path)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("order_id starts with C", Condition("order_id", "starts with", ("c",))),
        ("status is void, Pending", Condition("status", "is", ("void", "pending"))),
        ("cancelled_at is filled", Condition("cancelled_at", "is filled")),
        ("status is", None),
        ("status is a,,b", None),
        ("cancelled_at is filled in", None),
        ("", None),
    ],
)
def test_a_condition_reads_as_one_of_three_patterns(text: str, condition: Condition | None) -> None:
    assert parse_condition(text) == condition


def test_a_rule_that_is_not_named_rejects() -> None:
    mapping = read_mapping("uci_online_retail")
    assert mapping.rule(Rule.NEGATIVE_PRICE) == STRICT
    assert STRICT.action is Action.REJECT


def test_every_rule_has_its_row_in_the_table() -> None:
    assert set(RULES) == set(Rule)


def test_every_rule_and_its_actions_stand_in_the_documentation() -> None:
    page = Path(__file__).parents[3] / "docs" / "importing.md"
    rows = {
        line.split("|")[1].strip(" `"): line
        for line in page.read_text(encoding="utf-8").splitlines()
        if line.startswith("| `")
    }
    for rule, kind in RULES.items():
        for action in kind.actions:
            assert f"`{action.value}`" in rows[rule.value]
