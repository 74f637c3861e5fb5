"""A mapping: which column of a shop's order export means what, and what to do with its dirt."""

from __future__ import annotations

from msgspec import Struct

from rapport.adapters.order_export.rules import STRICT, Rule, RuleSetting

REQUIRED = ("order_id", "customer", "at")
LINE_FIELDS = ("product_id", "title", "sku", "category", "quantity", "unit_price", "line_discount")
"""What belongs to a line; all else belongs to the order and may be blank after its first line."""

ORDER_TEXTS = (
    "customer",
    "email",
    "phone",
    "name",
    "first_name",
    "last_name",
    "country",
    "currency",
    "status",
    "discount_code",
    "accepts_marketing",
)
ORDER_AMOUNTS = ("total", "subtotal", "discount", "shipping", "refunded_amount")
ORDER_TIMES = ("at", "cancelled_at", "refunded_at")
FIELDS = ("order_id", "refs", *ORDER_TIMES, *ORDER_TEXTS, *ORDER_AMOUNTS, *LINE_FIELDS)
WORD_FIELDS = ("order_id", *ORDER_TEXTS, "product_id", "title", "sku", "category")
"""What a rule's condition may compare; of the others it may ask whether they are filled."""

CUSTOMER_KINDS = ("user_id", "email")


class Columns(Struct, frozen=True):
    """Where a field is read from: the first of `names` that is filled in."""

    names: tuple[str, ...]
    optional: bool = False
    """Whether an export may lack all of them."""


class Formats(Struct, frozen=True):
    """How the file spells things."""

    delimiter: str = ""
    """'' takes the one that the header uses most: comma, semicolon, tab or bar."""
    encodings: tuple[str, ...] = ("utf-8", "cp1252")
    """Tried in order; a byte order mark goes before all of them."""
    dates: tuple[str, ...] = ("iso",)
    """strptime patterns tried in order, or `iso`."""
    time_zone: str = "UTC"
    """Of dates that carry no offset."""
    decimal: str = "."


class ConsentSetting(Struct, frozen=True):
    """What the column `accepts_marketing` means."""

    channel: str = "email"
    yes: tuple[str, ...] = ("yes", "true", "1")
    wording: str = ""


class Mapping(Struct, frozen=True):
    """All of it; made by `read_mapping`."""

    key: str
    """Part of every event's id, so that the same export never counts twice."""
    columns: dict[str, Columns]
    customer_kind: str
    currency: str = ""
    """An ISO 4217 code; '' where the field `currency` is a column."""
    formats: Formats = Formats()
    consent: ConsentSetting = ConsentSetting()
    countries: dict[str, str] = {}
    """ISO 3166 codes of names that the file uses, by the name in lower case."""
    rules: dict[Rule, RuleSetting] = {}

    def rule(self, rule: Rule) -> RuleSetting:
        """What holds for `rule`; rejecting, where the mapping does not say."""
        return self.rules.get(rule, STRICT)
