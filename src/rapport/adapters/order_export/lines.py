"""One chunk of the file into typed lines: the mapped fields, and the first fate of each line."""

from __future__ import annotations

import polars as pl
from babel import Locale

from rapport.adapters.order_export import parse
from rapport.adapters.order_export.mapping import (
    FIELDS,
    ORDER_AMOUNTS,
    ORDER_TEXTS,
    ORDER_TIMES,
    Mapping,
)
from rapport.adapters.order_export.rules import Rule, code_of
from rapport.adapters.order_export.source import Chunk

REFS_BETWEEN = "\x1f"
_COUNTS = ("quantity",)
_MONEY = ("unit_price", "line_discount", *ORDER_AMOUNTS)


class LineReader:
    """Turns chunks into lines. `fields` are those that both the mapping and the file have.

    A line's frame has these columns, the fields with values of their own kind (text, pieces,
    micros, instants), `hash` of the whole original line and `fate`, 0 or the code of a rule. In
    place of `order_id` stands `order`, a place in `order_ids`, null where there is none.
    """

    def __init__(self, mapping: Mapping, header: tuple[str, ...]) -> None:
        self._mapping = mapping
        self._header = header
        self._columns = {
            field: present
            for field in FIELDS
            if field in mapping.columns
            and (present := [n for n in mapping.columns[field].names if n in header])
        }
        self._countries = _country_codes(mapping)
        self.fields = tuple(self._columns)
        self._order_numbers: dict[str, int] = {}

    @property
    def order_ids(self) -> pl.Series:
        """The order ids met so far, each once, in the order of the file."""
        return pl.Series("order_id", list(self._order_numbers), dtype=pl.String)

    def read(self, chunk: Chunk) -> pl.DataFrame:
        """The lines of a chunk, in its order."""
        original = chunk.frame
        filled = {
            name: parse.text(original[name])
            for name in {n for names in self._columns.values() for n in names}
        }
        unreadable = {
            rule: pl.Series([False]).new_from_index(0, original.height)
            for rule in (Rule.BAD_DATE, Rule.BAD_QUANTITY, Rule.BAD_PRICE, Rule.BAD_AMOUNT)
        }
        fields: list[pl.Series] = []
        for field, names in self._columns.items():
            if field == "refs":
                fields.append(_joined([parse.order_name(original[n]) for n in names]))
                continue
            values = _first_filled([self._parsed(field, original[n]) for n in names])
            rule = _rule_of(field)
            if rule is not None:
                words = _first_filled([filled[n] for n in names])
                unreadable[rule] = unreadable[rule] | (values.is_null() & words.is_not_null())
            named = self._numbered(values) if field == "order_id" else values.alias(field)
            fields.append(named)
        if "quantity" in self._columns:
            quantity = next(s for s in fields if s.name == "quantity")
            unreadable[Rule.BAD_QUANTITY] |= (quantity == 0).fill_null(value=True)
        blank = original.select(
            pl.all_horizontal(
                pl.col(name).cast(pl.String, strict=False).str.strip_chars().fill_null("") == ""
                for name in original.columns
            )
        ).to_series()
        broken = pl.Series([problem != "" for problem in chunk.broken])
        fate = _fate([(Rule.BLANK_LINE, blank & ~broken), (Rule.BROKEN_LINE, broken)])
        for rule, mask in unreadable.items():
            fate = fate.zip_with((fate != 0) | ~mask, _constant(rule, len(fate)))
        return pl.DataFrame([*fields, original.hash_rows().alias("hash"), fate.alias("fate")])

    def _numbered(self, ids: pl.Series) -> pl.Series:
        """Order ids as numbers: lean to hold, and quick to group and join by."""
        numbers = self._order_numbers
        here = {
            order_id: numbers.setdefault(order_id, len(numbers))
            for order_id in ids.drop_nulls().unique(maintain_order=True)
        }
        return ids.replace_strict(here, default=None, return_dtype=pl.UInt32).alias("order")

    def _parsed(self, field: str, series: pl.Series) -> pl.Series:
        formats = self._mapping.formats
        if field in _MONEY:
            return parse.micros(series, formats)
        if field in _COUNTS:
            return parse.pieces(series, formats)
        if field in ORDER_TIMES:
            return parse.instant(series, formats)
        if field == "email" or (field == "customer" and self._mapping.customer_kind == "email"):
            return parse.email(series)
        if field == "order_id":
            return parse.order_name(series)
        if field in ("product_id", "sku", "customer", "phone"):
            return parse.identifier(series)
        words = parse.text(series)
        if field == "country":
            codes = words.str.to_lowercase().replace_strict(
                self._countries, default=None, return_dtype=pl.String
            )
            # What is no known country is kept in a form that no code has, to be counted.
            return codes.fill_null("?" + words)
        if field == "currency":
            return words.str.to_uppercase()
        return words


def _rule_of(field: str) -> Rule | None:
    """The rule that names a value which is there but cannot be read."""
    if field == "at":
        return Rule.BAD_DATE
    if field == "quantity":
        return Rule.BAD_QUANTITY
    if field in ("unit_price", "line_discount"):
        return Rule.BAD_PRICE
    return Rule.BAD_AMOUNT if field in (*ORDER_AMOUNTS, *ORDER_TIMES) else None


def _country_codes(mapping: Mapping) -> dict[str, str]:
    """Codes by lower-case name or code, as English, or the mapping, names countries."""
    names = {
        code: name
        for code, name in Locale("en").territories.items()
        if len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "UN", "ZZ", "XA", "XB")
    }
    by_name = {name.lower(): code for code, name in names.items()}
    by_code = {code.lower(): code for code in names}
    older = {"czech republic": "CZ", "hong kong": "HK", "macau": "MO", "turkey": "TR", "usa": "US"}
    return by_name | by_code | older | mapping.countries


def _first_filled(columns: list[pl.Series]) -> pl.Series:
    first, *others = columns
    for other in others:
        first = first.fill_null(other)
    return first


def _joined(columns: list[pl.Series]) -> pl.Series:
    frame = pl.DataFrame([c.alias(str(i)) for i, c in enumerate(columns)])
    joined = frame.select(pl.concat_str(pl.all(), separator=REFS_BETWEEN, ignore_nulls=True))
    words = joined.to_series().alias("refs")
    return words.to_frame().select(pl.when(words != "").then(words).alias("refs")).to_series()


def _fate(rules: list[tuple[Rule, pl.Series]]) -> pl.Series:
    fate = pl.Series([0], dtype=pl.UInt8).new_from_index(0, len(rules[0][1]))
    for rule, mask in rules:
        fate = fate.zip_with((fate != 0) | ~mask, _constant(rule, len(fate)))
    return fate


def _constant(rule: Rule, length: int) -> pl.Series:
    return pl.Series([code_of(rule)], dtype=pl.UInt8).new_from_index(0, length)


ORDER_FIELDS = ("refs", *ORDER_TIMES, *ORDER_TEXTS, *ORDER_AMOUNTS)
