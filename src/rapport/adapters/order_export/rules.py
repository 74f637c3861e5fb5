"""The rules by which dirt in an order export is handled: what each may do, and its words.

One table, `RULES`, owns them: a line's fate, the mapping's allowed actions, the reasons in the
rejects file and the table in docs/importing.md all come from it. The order of the table is the
order in which rules are asked; the first that rejects a line names the reason.
"""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct


class Action(StrEnum):
    """What a rule may do with a line that it applies to."""

    REJECT = "reject"
    """Leave the line out, and write it to the rejects file."""
    KEEP = "keep"
    """Take the line as it is."""
    MERGE = "merge"
    """Count the line as one with its twin, and write it to the rejects file."""
    REFUND = "refund"
    """Take the line as money that went back."""
    CANCEL = "cancel"
    """Take the order, and a cancellation after it."""
    ANONYMOUS = "anonymous"
    """Take the order, known by nothing but its own id."""
    ZERO = "zero"
    """Take the line with a price of nothing."""
    FEE = "fee"
    """Count the amount in the order's total; it is no product and no revenue."""


class Rule(StrEnum):
    """A rule's name, as the mapping, the counts and the rejects file spell it."""

    BLANK_LINE = "blank_line"
    BROKEN_LINE = "broken_line"
    DUPLICATE = "duplicate"
    NO_ORDER = "no_order"
    BAD_DATE = "bad_date"
    BAD_QUANTITY = "bad_quantity"
    BAD_PRICE = "bad_price"
    BAD_AMOUNT = "bad_amount"
    BAD_CURRENCY = "bad_currency"
    NO_CUSTOMER = "no_customer"
    OTHER_CUSTOMER = "other_customer"
    UNPAID = "unpaid"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"
    NON_PRODUCT = "non_product"
    NO_PRODUCT = "no_product"
    NEGATIVE_QUANTITY = "negative_quantity"
    MISSING_PRICE = "missing_price"
    NEGATIVE_PRICE = "negative_price"
    ZERO_PRICE = "zero_price"
    MISSING_TITLE = "missing_title"
    ONLY_FEES = "only_fees"


class RuleKind(Struct, frozen=True):
    """What a rule says of a line (`reason`), and what it may do besides rejecting it."""

    reason: str
    actions: tuple[Action, ...] = ()
    has_condition: bool = False
    """Whether the mapping may say `when` it applies."""


RULES: dict[Rule, RuleKind] = {
    Rule.BLANK_LINE: RuleKind("nothing stands in this line"),
    Rule.BROKEN_LINE: RuleKind("the line has more or fewer fields than the header"),
    Rule.DUPLICATE: RuleKind(
        "an exact copy of an earlier line", actions=(Action.MERGE, Action.KEEP)
    ),
    Rule.NO_ORDER: RuleKind("no order id"),
    Rule.BAD_DATE: RuleKind("the order's date is missing or cannot be read"),
    Rule.BAD_QUANTITY: RuleKind("the quantity is missing, zero or not a whole number"),
    Rule.BAD_PRICE: RuleKind("the price or its discount cannot be read as a number"),
    Rule.BAD_AMOUNT: RuleKind("an amount or date of the whole order cannot be read"),
    Rule.BAD_CURRENCY: RuleKind("the currency is missing or not an ISO 4217 code"),
    Rule.NO_CUSTOMER: RuleKind(
        "no customer id, and no usable e-mail address", actions=(Action.ANONYMOUS,)
    ),
    Rule.OTHER_CUSTOMER: RuleKind("another customer than the order's first line"),
    Rule.UNPAID: RuleKind("the order was not paid", actions=(Action.KEEP,), has_condition=True),
    Rule.CANCELLED: RuleKind(
        "cancelled", actions=(Action.REFUND, Action.CANCEL, Action.KEEP), has_condition=True
    ),
    Rule.REFUNDED: RuleKind("the order was refunded", actions=(Action.REFUND, Action.KEEP)),
    Rule.NON_PRODUCT: RuleKind("not a product", actions=(Action.FEE, Action.KEEP)),
    Rule.NO_PRODUCT: RuleKind("no product id", actions=(Action.FEE,)),
    Rule.NEGATIVE_QUANTITY: RuleKind("the quantity is negative", actions=(Action.REFUND,)),
    Rule.MISSING_PRICE: RuleKind("no price", actions=(Action.ZERO,)),
    Rule.NEGATIVE_PRICE: RuleKind("the price is negative", actions=(Action.KEEP, Action.FEE)),
    Rule.ZERO_PRICE: RuleKind("the price is zero", actions=(Action.KEEP,)),
    Rule.MISSING_TITLE: RuleKind("no product title", actions=(Action.KEEP,)),
    Rule.ONLY_FEES: RuleKind("the order holds no product, only fees", actions=(Action.KEEP,)),
}

ORDERED = tuple(RULES)
"""A line's fate is stored as a number: 0 is used, n is `ORDERED[n - 1]`."""


def code_of(rule: Rule) -> int:
    """The fate that stands for a line set aside by `rule`."""
    return ORDERED.index(rule) + 1


class Condition(Struct, frozen=True):
    """`FIELD starts with X`, `FIELD is A, B` or `FIELD is filled`. Case does not matter."""

    field: str
    test: str
    """One of `TESTS`."""
    values: tuple[str, ...] = ()


TESTS = ("starts with", "is filled", "is")
_CONDITION = re.compile(rf"(?P<field>\w+) +(?P<test>{'|'.join(TESTS)})(?: +(?P<values>.+))?")


def parse_condition(text: str) -> Condition | None:
    """The condition that `text` states, or None where it follows none of the three patterns."""
    match = _CONDITION.fullmatch(text.strip())
    if match is None:
        return None
    listed = match["values"]
    values = tuple(part.strip().lower() for part in listed.split(",")) if listed else ()
    if (match["test"] == "is filled") == bool(values) or "" in values:
        return None
    return Condition(match["field"], match["test"], values)


class RuleSetting(Struct, frozen=True):
    """What a mapping says about one rule."""

    action: Action = Action.REJECT
    when: Condition | None = None
    codes: dict[str, Action] = {}
    """Of `non_product`: the code in lower case, a trailing `*` standing for any ending."""


STRICT = RuleSetting()
"""What holds for a rule that the mapping does not name."""
